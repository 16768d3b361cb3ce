//! Valid and invalid properties of each shape.

use serde_json::json;

use super::check;
use crate::{check::serverless::Model, template::Template, value::Json};

#[track_caller]
fn findings(resources: &Json) -> Vec<String> {
    let template = json!({
        "Parameters": { "Names": { "Type": "CommaDelimitedList" }, "Name": { "Type": "String" } },
        "Resources": resources,
    });
    let template = Template::from_json(&template.to_string()).expect("a template");
    check(&Model::new(&template))
        .iter()
        .map(ToString::to_string)
        .collect()
}

#[track_caller]
fn check_one(type_name: &str, properties: &Json, expected: &[&str]) {
    let found = findings(&json!({ "R": { "Type": type_name, "Properties": properties } }));
    let found: Vec<&str> = found
        .iter()
        .map(|text| text.trim_start_matches("Resources/R at Properties"))
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn a_valid_table_has_no_problems() {
    check_one(
        "AWS::DynamoDB::Table",
        &json!({
            "AttributeDefinitions": [{ "AttributeName": "id", "AttributeType": "S" }],
            "BillingMode": "PAY_PER_REQUEST",
            "KeySchema": [{ "AttributeName": "id", "KeyType": "HASH" }],
        }),
        &[],
    );
}

#[test]
fn an_unknown_property_is_reported_with_the_nearest_name() {
    check_one(
        "AWS::SNS::Topic",
        &json!({ "DispalyName": "x" }),
        &[".DispalyName: `DispalyName` is not a property\n  hint: did you mean `DisplayName`?"],
    );
}

#[test]
fn a_missing_required_property_is_reported() {
    check_one(
        "AWS::DynamoDB::Table",
        &json!({ "BillingMode": "PAY_PER_REQUEST" }),
        &[": the required property `KeySchema` is missing\n  hint: add it"],
    );
}

#[test]
fn a_value_outside_its_enum_is_refused() {
    check_one(
        "AWS::DynamoDB::Table",
        &json!({ "BillingMode": "PAY_PER_REQUEST", "KeySchema": [{ "AttributeName": "id", "KeyType": "HUSH" }] }),
        &[".KeySchema[0].KeyType: `HUSH` is not an allowed value\n  hint: did you mean `HASH`?"],
    );
}

#[test]
fn bounds_patterns_and_allowed_numbers_are_checked() {
    check_one(
        "AWS::Lambda::Function",
        &json!({ "Code": {}, "Role": "arn:aws:iam::123456789012:role/r", "MemorySize": 64, "Handler": "a b", "Runtime": "provided.al2023" }),
        &[
            ".MemorySize: `64` is less than the minimum, 128\n  hint: increase it",
            ".Handler: `a b` contains ' ', which `^[^\\s]+$` does not allow\n  hint: remove or replace it",
        ],
    );
    check_one(
        "AWS::Logs::LogGroup",
        &json!({ "RetentionInDays": 8 }),
        &[
            ".RetentionInDays: `8` is not an allowed value\n  hint: use one of `1`, `3`, `5`, `7`, `14`, `30`, `60`, `90`, `120`, `150`, `180`, `365`, `400`, `545`, `731`, `1096`, `1827`, `2192`, `2557`, `2922`, `3288`, `3653`",
        ],
    );
}

#[test]
fn values_that_cloudformation_converts_are_valid() {
    check_one(
        "AWS::Logs::LogGroup",
        &json!({ "RetentionInDays": "7", "DeletionProtectionEnabled": "true" }),
        &[],
    );
    check_one("AWS::SNS::Topic", &json!({ "DisplayName": 5 }), &[]);
    check_one(
        "AWS::Logs::LogGroup",
        &json!({ "RetentionInDays": "week" }),
        &[".RetentionInDays: `week` is not a whole number\n  hint: use a whole number"],
    );
}

#[test]
fn wrong_types_are_refused() {
    check_one(
        "AWS::SNS::Topic",
        &json!({ "Tags": { "Key": "a" }, "FifoTopic": 1, "DisplayName": [] }),
        &[
            ".Tags: `{\"Key\":\"a\"}` is not a list\n  hint: write it as `[…]`",
            ".FifoTopic: `1` is not a boolean\n  hint: use `true` or `false`",
            ".DisplayName: `[]` is not a string\n  hint: use one value in quotes",
        ],
    );
}

#[test]
fn read_only_properties_are_reported() {
    check_one(
        "AWS::SNS::Topic",
        &json!({ "TopicArn": "arn:aws:sns:eu-west-1:123456789012:t" }),
        &[".TopicArn: `TopicArn` is read-only\n  hint: remove it, and read it with `Fn::GetAtt`"],
    );
}

#[test]
fn functions_are_valid_and_the_branches_of_if_are_checked() {
    check_one(
        "AWS::SNS::Topic",
        &json!({
            "DisplayName": { "Fn::If": ["C", { "Ref": "AWS::NoValue" }, "ok"] },
            "FifoTopic": { "Fn::If": ["C", "yes", { "Ref": "Name" }] },
            "Tags": [{ "Fn::If": ["C", { "Key": "a", "Value": "b" }, { "Ref": "AWS::NoValue" }] }],
        }),
        &[".FifoTopic.Fn::If[1]: `yes` is not a boolean\n  hint: use `true` or `false`"],
    );
}

#[test]
fn a_required_property_set_to_no_value_is_missing() {
    check_one(
        "AWS::DynamoDB::Table",
        &json!({ "BillingMode": "PAY_PER_REQUEST", "KeySchema": { "Ref": "AWS::NoValue" } }),
        &[": the required property `KeySchema` is missing\n  hint: add it"],
    );
}

#[test]
fn a_list_is_not_a_single_value() {
    check_one(
        "AWS::SNS::Topic",
        &json!({ "DisplayName": { "Ref": "Names" } }),
        &[
            ".DisplayName: `Ref` of `Names` returns a list, but this must be a single value\n  hint: select one item with `Fn::Select`, or join the items with `Fn::Join`",
        ],
    );
    check_one(
        "AWS::IAM::ManagedPolicy",
        &json!({ "PolicyDocument": {}, "Roles": { "Ref": "Name" }, "Users": { "Ref": "Names" } }),
        &[".Roles: `Ref` of `Name` returns a single value, but this must be a list\n  hint: put it in `[…]`"],
    );
}

#[test]
fn properties_that_exclude_each_other_are_reported() {
    check_one(
        "AWS::CloudFront::Distribution",
        &json!({ "DistributionConfig": {
            "Enabled": true,
            "DefaultCacheBehavior": { "TargetOriginId": "o", "ViewerProtocolPolicy": "https-only" },
            "ViewerCertificate": { "CloudFrontDefaultCertificate": true, "AcmCertificateArn": "arn:aws:acm:us-east-1:123456789012:certificate/a", "SslSupportMethod": "sni-only" },
        } }),
        &[
            ".DistributionConfig.ViewerCertificate: `AcmCertificateArn` and `CloudFrontDefaultCertificate` exclude each other\n  hint: keep one of them",
        ],
    );
}

#[test]
fn properties_that_a_default_requires_are_reported() {
    check_one(
        "AWS::DynamoDB::Table",
        &json!({ "KeySchema": [{ "AttributeName": "id", "KeyType": "HASH" }] }),
        &[
            ": `ProvisionedThroughput` is required unless `BillingMode` is `PAY_PER_REQUEST`\n  hint: add it, or set `BillingMode` to `PAY_PER_REQUEST`",
        ],
    );
    check_one(
        "AWS::Lambda::Function",
        &json!({ "Code": {}, "Role": { "Ref": "Name" }, "PackageType": { "Ref": "Name" } }),
        &[],
    );
}

#[test]
fn an_empty_list_excludes_nothing() {
    check_one(
        "AWS::CloudWatch::Alarm",
        &json!({ "ComparisonOperator": "LessThanThreshold", "EvaluationPeriods": 1, "Metrics": [{ "Id": "e" }], "Dimensions": [] }),
        &[],
    );
}

#[test]
fn duplicate_and_excess_items_are_refused() {
    check_one(
        "AWS::Lambda::Function",
        &json!({ "Code": {}, "Role": { "Ref": "Name" }, "Architectures": ["arm64", "arm64"], "PackageType": "Image" }),
        &[
            ".Architectures[1]: `arm64` is in the list twice\n  hint: remove one of the two",
            ".Architectures: the list has 2 items; the maximum is 1\n  hint: remove some",
        ],
    );
}

#[test]
fn a_sub_that_is_too_long_without_its_variables_is_refused() {
    let name = |letters: usize| json!({ "Fn::Sub": format!("{}-${{AWS::AccountId}}-${{AWS::Region}}", "a".repeat(letters)) });
    check_one("AWS::S3::Bucket", &json!({ "BucketName": name(40) }), &[]);
    check_one(
        "AWS::S3::Bucket",
        &json!({ "BucketName": name(41) }),
        &[
            ".BucketName: `aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa-${AWS::AccountId}-…` has at least 64 characters; \
             the maximum is 63\n  hint: make it shorter",
        ],
    );
}

#[test]
fn every_type_of_the_registry_is_checked() {
    check_one(
        "AWS::EC2::InternetGateway",
        &json!({ "Nonsense": 1 }),
        &[".Nonsense: `Nonsense` is not a property\n  hint: remove it, or use one of `Tags`"],
    );
}

#[test]
fn one_of_several_shapes_is_enough() {
    let queue = |policy: Json| json!({ "RedrivePolicy": policy });
    check_one("AWS::SQS::Queue", &queue(json!("{}")), &[]);
    check_one("AWS::SQS::Queue", &queue(json!({ "maxReceiveCount": 3 })), &[]);
    check_one(
        "AWS::AutoScaling::AutoScalingGroup",
        &json!({ "MinSize": "1", "MaxSize": "1", "InstanceId": "i-1", "NotificationConfigurations": [{ "TopicARN": 5 }] }),
        &[],
    );
}

#[test]
fn types_without_a_schema_and_dynamic_references_are_valid() {
    check_one("Custom::Thing", &json!({ "Anything": 1 }), &[]);
    check_one("Org::Service::Thing", &json!({ "Anything": 1 }), &[]);
    check_one(
        "AWS::Logs::LogGroup",
        &json!({ "RetentionInDays": "{{resolve:ssm:days}}" }),
        &[],
    );
}

#[test]
fn patterns_with_unusual_escapes_are_understood() {
    check_one(
        "AWS::Logs::LogGroup",
        &json!({ "LogGroupName": "/aws/lambda/get" }),
        &[],
    );
    check_one(
        "AWS::Logs::LogGroup",
        &json!({ "LogGroupName": "a b" }),
        &[
            ".LogGroupName: `a b` contains ' ', which `^[.\\-_/#A-Za-z0-9]{1,512}$` does not allow\n  hint: remove or replace it",
        ],
    );
}

#[test]
fn templates_with_a_macro_are_not_checked() {
    let template = json!({
        "Transform": ["Explode"],
        "Resources": { "T": { "Type": "AWS::SNS::Topic", "Properties": { "ExplodeMap": "Topics", "Tags": [{ "Key": "a" }, { "Key": "a" }] } } },
    });
    let template = Template::from_json(&template.to_string()).expect("a template");
    assert_eq!(template.check(), Ok(()));
}

#[test]
fn a_malformed_identifier_is_refused() {
    check_one(
        "AWS::EC2::Instance",
        &json!({ "ImageId": "ami-123", "SubnetId": "subnet-0123456789abcdef0" }),
        &[".ImageId: `ami-123` is not the ID of an image\n  hint: use `ami-` and 8 or 17 digits"],
    );
    check_one(
        "AWS::EC2::VPC",
        &json!({ "CidrBlock": "10.0.0.0" }),
        &[".CidrBlock: `10.0.0.0` is not an IPv4 network\n  hint: use a network such as `10.0.0.0/16`"],
    );
    check_one(
        "AWS::Lambda::Function",
        &json!({ "Code": { "ImageUri": "image" }, "PackageType": "Image", "Role": "work" }),
        &[
            ".Role: `work` does not match the regular expression `^arn:(aws[a-zA-Z-]*)?:iam::\\d{12}:role/?[a-zA-Z_0-9+=,.@\\-_/]+$`\n  hint: write the value in that form",
        ],
    );
}

#[test]
fn identifiers_that_are_known_at_deployment_are_not_compared() {
    for image in [
        json!("{{resolve:ssm:/aws/service/ami}}"),
        json!("resolve:ssm:/aws/service/ami"),
        json!({ "Ref": "Name" }),
        json!({ "Fn::Sub": "${Name}" }),
    ] {
        check_one("AWS::EC2::Instance", &json!({ "ImageId": image }), &[]);
    }
}

#[test]
fn networks_and_ids_have_all_their_forms() {
    for block in ["10.0.0.0/8", "0.0.0.0/0", "255.255.255.255/32"] {
        check_one("AWS::EC2::VPC", &json!({ "CidrBlock": block }), &[]);
    }
    for block in ["10.0.0/8", "10.0.0.0/33", "256.0.0.0/8", "10.0.0.0.0/8", "::/0"] {
        let found =
            findings(&json!({ "V": { "Type": "AWS::EC2::VPC", "Properties": { "CidrBlock": block } } }));
        assert_eq!(found.len(), 1, "{block}: {found:?}");
    }
    for block in [
        "::/0",
        "2001:db8::/32",
        "2001:db8:1:2::/64",
        "::ffff:10.0.0.0/104",
    ] {
        let entry = json!({
            "NetworkAclId": "acl", "Protocol": -1, "RuleAction": "allow", "RuleNumber": 1, "Ipv6CidrBlock": block,
        });
        check_one("AWS::EC2::NetworkAclEntry", &entry, &[]);
    }
}

#[test]
fn a_reference_must_return_the_identifier_that_the_property_takes() {
    let network = json!({ "Type": "AWS::EC2::VPC", "Properties": { "CidrBlock": "10.0.0.0/16" } });
    let subnet = |vpc: Json| {
        let properties = json!({ "CidrBlock": "10.0.0.0/24", "VpcId": vpc });
        json!({ "V": network.clone(), "S": { "Type": "AWS::EC2::Subnet", "Properties": properties } })
    };
    for right in [
        json!({ "Ref": "V" }),
        json!({ "Fn::GetAtt": ["V", "VpcId"] }),
        json!({ "Ref": "Name" }),
    ] {
        assert!(findings(&subnet(right)).is_empty());
    }
    assert_eq!(
        findings(&subnet(json!({ "Fn::GetAtt": ["V", "DefaultSecurityGroup"] }))),
        [
            "Resources/S at Properties.VpcId: `Fn::GetAtt` of `V.DefaultSecurityGroup` is not the ID of a VPC\n  hint: refer to an `AWS::EC2::VPC`"
        ]
    );
    assert_eq!(
        findings(&subnet(json!({ "Ref": "S" }))),
        [
            "Resources/S at Properties.VpcId: `Ref` of `S` returns the name or ID of an `AWS::EC2::Subnet`, but this must be the ID of a VPC\n  hint: refer to an `AWS::EC2::VPC`"
        ]
    );
}

#[test]
fn a_name_in_place_of_an_arn_is_doubtful() {
    let found = findings(&json!({
        "R": { "Type": "AWS::IAM::Role", "Properties": { "AssumeRolePolicyDocument": {} } },
        "H": { "Type": "AWS::AutoScaling::LifecycleHook", "Properties": {
            "AutoScalingGroupName": "g", "LifecycleTransition": "autoscaling:EC2_INSTANCE_LAUNCHING",
            "RoleARN": { "Ref": "R" },
        } },
    }));
    assert_eq!(
        found,
        [
            "Resources/H at Properties.RoleARN: `Ref` of `R` returns the name or ID of an `AWS::IAM::Role`, but this must be the ARN of a role\n  hint: use `Fn::GetAtt` of `R.Arn`"
        ]
    );
}

#[test]
fn the_type_of_a_parameter_must_fit_the_property() {
    let template = |parameter_type: &str| {
        let template = json!({
            "Parameters": { "P": { "Type": parameter_type } },
            "Resources": { "S": { "Type": "AWS::EC2::Subnet", "Properties": {
                "CidrBlock": "10.0.0.0/24", "VpcId": { "Ref": "P" },
            } } },
        });
        let template = Template::from_json(&template.to_string()).expect("a template");
        check(&Model::new(&template)).len()
    };
    assert_eq!(template("AWS::EC2::VPC::Id"), 0);
    assert_eq!(template("String"), 0);
    assert_eq!(template("AWS::EC2::Subnet::Id"), 1);
}

#[test]
fn a_condition_may_choose_all_properties() {
    check_one(
        "AWS::SNS::Topic",
        &json!({ "Fn::If": ["C", { "TopicNam": "x" }, { "Ref": "AWS::NoValue" }] }),
        &[".Fn::If[1].TopicNam: `TopicNam` is not a property\n  hint: did you mean `TopicName`?"],
    );
}

#[test]
fn a_conditional_rule_says_when_it_applies() {
    check_one(
        "AWS::ElasticLoadBalancingV2::Listener",
        &json!({ "DefaultActions": [], "LoadBalancerArn": "arn", "Port": 443, "Protocol": "HTTPS" }),
        &[": `Certificates` is required if `Protocol` is `HTTPS`\n  hint: add it"],
    );
    check_one(
        "AWS::ElasticLoadBalancingV2::Listener",
        &json!({ "DefaultActions": [], "LoadBalancerArn": "arn", "Port": 443, "Protocol": { "Ref": "Name" } }),
        &[],
    );
}

#[test]
fn a_conditional_rule_reaches_inner_values() {
    let mapping = |ebs: Json| json!({ "ImageId": "ami-01234567", "BlockDeviceMappings": [{ "DeviceName": "a", "Ebs": ebs }] });
    check_one(
        "AWS::EC2::Instance",
        &mapping(json!({ "VolumeType": "io1", "Iops": 10 })),
        &[
            ".BlockDeviceMappings[0].Ebs.Iops: `10` must be between 100 and 64000 if `VolumeType` is `io1`\n  hint: change it",
        ],
    );
    check_one(
        "AWS::EC2::Instance",
        &mapping(json!({ "VolumeType": "io1" })),
        &[".BlockDeviceMappings[0].Ebs: `Iops` is required if `VolumeType` is `io1`\n  hint: add it"],
    );
    check_one(
        "AWS::EC2::Instance",
        &mapping(json!({ "VolumeType": "gp2" })),
        &[],
    );
}

#[test]
fn values_that_do_not_fit_together_are_refused() {
    let task = |cpu: Json, memory: Json| {
        json!({
            "RequiresCompatibilities": ["FARGATE"], "NetworkMode": "awsvpc", "Cpu": cpu, "Memory": memory,
            "ContainerDefinitions": [{ "Name": "web", "Image": "web" }],
        })
    };
    check_one("AWS::ECS::TaskDefinition", &task(json!(256), json!("512")), &[]);
    check_one(
        "AWS::ECS::TaskDefinition",
        &task(json!("1 vCPU"), json!("2 GB")),
        &[],
    );
    check_one(
        "AWS::ECS::TaskDefinition",
        &task(json!(256), json!({ "Ref": "Name" })),
        &[],
    );
    check_one(
        "AWS::ECS::TaskDefinition",
        &task(json!(256), json!(4096)),
        &[
            ": the values of `Cpu` and `Memory` do not fit together if `Cpu` is `256` and `Memory` is `4096` and `RequiresCompatibilities` is set\n  hint: see the combinations in the reference of the resource type",
        ],
    );
}

#[test]
fn at_least_one_item_must_fulfil_a_rule() {
    let task = |essential: Json| json!({ "ContainerDefinitions": [{ "Name": "web", "Image": "web", "Essential": essential }] });
    check_one("AWS::ECS::TaskDefinition", &task(json!(true)), &[]);
    check_one(
        "AWS::ECS::TaskDefinition",
        &task(json!(false)),
        &[
            ".ContainerDefinitions: no item of the list has the required value of `Essential`\n  hint: change it in one of them",
        ],
    );
}

#[test]
fn one_complete_combination_of_properties_is_required() {
    check_one(
        "AWS::EC2::Volume",
        &json!({ "AvailabilityZone": "us-east-1a", "Size": 8 }),
        &[],
    );
    let found = findings(&json!({ "V": { "Type": "AWS::EC2::Volume", "Properties": { "Size": 8 } } }));
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(
        found[0].contains("no required combination of properties is complete"),
        "{found:?}"
    );
}

/// The findings and their severities for a listener whose certificates are chosen by `condition`.
#[track_caller]
fn conditional_listener(protocol: &Json, certificates: &Json) -> Vec<(String, &'static str)> {
    let template = json!({
        "Parameters": { "P": { "Type": "String" } },
        "Conditions": {
            "Secure": { "Fn::Equals": [{ "Ref": "P" }, "yes"] },
            "Plain": { "Fn::Not": [{ "Condition": "Secure" }] },
        },
        "Resources": { "L": { "Type": "AWS::ElasticLoadBalancingV2::Listener", "Properties": {
            "DefaultActions": [], "LoadBalancerArn": "arn", "Port": 443, "Protocol": protocol, "Certificates": certificates,
        } } },
    });
    let template = Template::from_json(&template.to_string()).expect("a template");
    check(&Model::new(&template))
        .into_iter()
        .map(|finding| (finding.message, finding.severity.as_str()))
        .collect()
}

#[test]
fn rules_are_checked_for_each_combination_of_conditions() {
    let certificates = json!([{ "CertificateArn": { "Ref": "P" } }]);
    let none = json!({ "Ref": "AWS::NoValue" });
    let by =
        |condition: &str, then: &Json, otherwise: &Json| json!({ "Fn::If": [condition, then, otherwise] });
    let (https, http) = (json!("HTTPS"), json!("HTTP"));
    assert_eq!(
        conditional_listener(&by("Secure", &https, &http), &by("Secure", &certificates, &none)),
        []
    );
    assert_eq!(
        conditional_listener(&by("Secure", &https, &http), &by("Plain", &none, &certificates)),
        []
    );
    assert_eq!(
        conditional_listener(&https, &by("Secure", &certificates, &none)),
        [(
            "`Certificates` is required if `Protocol` is `HTTPS`, if the condition `Secure` is false"
                .to_owned(),
            "warning"
        )]
    );
    assert_eq!(
        conditional_listener(&https, &by("Secure", &none, &none)),
        [(
            "`Certificates` is required if `Protocol` is `HTTPS`".to_owned(),
            "error"
        )]
    );
}

#[test]
fn a_value_that_may_be_a_list_or_a_map_may_be_either() {
    for value in [
        json!(["eu-west-1"]),
        json!({ "Regions": ["eu-west-1"] }),
        json!("text"),
    ] {
        let control = json!({
            "Control": { "Type": "AWS::ControlTower::EnabledControl", "Properties": {
                "ControlIdentifier": "arn:aws:controltower:us-east-1::control/ABCDEFGHIJKL",
                "TargetIdentifier": "arn:aws:organizations::111122223333:ou/o-abcdefghij/ou-abcd-12345678",
                "Parameters": [{ "Key": "AllowedRegions", "Value": value }]
            } }
        });
        assert_eq!(findings(&control), Vec::<String>::new());
    }
}
