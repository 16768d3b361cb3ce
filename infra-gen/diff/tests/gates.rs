//! The gates: `destructive` and `broadens` of the summary. A possible effect counts like a certain one.

#![expect(clippy::unwrap_used, reason = "a failing test panics")]

use infra_gen_cfn::Template;
use infra_gen_diff::{
    Action, Diff, Disposition, Effect, Names, ParameterValues, diff, diff_with_values, markdown, terminal,
};

#[track_caller]
fn compare(old: &str, new: &str) -> Diff {
    diff(&Template::parse(old).unwrap(), &Template::parse(new).unwrap())
}

/// The difference between two versions of the resource `R`.
#[track_caller]
fn resource(old: &str, new: &str) -> Diff {
    compare(
        &format!("Resources: {{R: {old}}}"),
        &format!("Resources: {{R: {new}}}"),
    )
}

#[track_caller]
fn removed(resource: &str) -> Diff {
    let topic = "T: {Type: AWS::SNS::Topic}";
    compare(
        &format!("Resources: {{{topic}, R: {resource}}}"),
        &format!("Resources: {{{topic}}}"),
    )
}

fn actions(diff: &Diff) -> Vec<(&str, &Action)> {
    diff.resources
        .iter()
        .map(|change| (change.logical_id.as_str(), &change.action))
        .collect()
}

#[test]
fn create_only_properties_of_untyped_resources_replace() {
    let database =
        |name| format!("{{Type: AWS::RDS::DBInstance, Properties: {{Engine: mysql, DBName: {name}}}}}");
    let found = resource(&database("a"), &database("b"));
    assert_eq!(actions(&found), [("R", &Action::Replace)]);
    assert_eq!(found.summary.data_lost, ["dbinstance R"]);
    let names = Names {
        old: "old",
        new: "new",
    };
    assert!(!markdown(&found, names).contains("updated in place"));

    let stream = |name| format!("{{Type: AWS::Kinesis::Stream, Properties: {{Name: {name}}}}}");
    assert!(resource(&stream("a"), &stream("b")).summary.destructive);

    let group = |text| format!("{{Type: AWS::RDS::DBInstance, Properties: {{DBInstanceClass: {text}}}}}");
    let found = resource(&group("a"), &group("b"));
    assert_eq!(actions(&found), [("R", &Action::Change)]);
    assert!(!found.summary.destructive);
}

#[test]
fn removing_a_resource_with_data_is_destructive() {
    for type_name in [
        "AWS::FSx::FileSystem",
        "AWS::DSQL::Cluster",
        "AWS::ECR::Repository",
        "AWS::ElastiCache::CacheCluster",
        "AWS::CloudFormation::Stack",
        "AWS::CloudFormation::StackSet",
        "AWS::DynamoDB::Backup",
        "AWS::ServiceCatalog::CloudFormationProvisionedProduct",
    ] {
        assert!(
            removed(&format!("{{Type: {type_name}}}")).summary.destructive,
            "{type_name}"
        );
    }
    for type_name in [
        "AWS::Lambda::Permission",
        "AWS::EC2::SecurityGroup",
        "AWS::SNS::Topic",
    ] {
        assert!(
            !removed(&format!("{{Type: {type_name}}}")).summary.destructive,
            "{type_name}"
        );
    }
}

#[test]
fn an_unknown_effect_may_replace_and_an_unknown_type_may_hold_data() {
    for type_name in [
        "Custom::Thing",
        "Org::Service::Thing",
        "AWS::CloudFormation::CustomResource",
    ] {
        let of = |name| format!("{{Type: '{type_name}', Properties: {{Name: {name}}}}}");
        let found = resource(&of("a"), &of("b"));
        assert_eq!(actions(&found), [("R", &Action::MayReplace)], "{type_name}");
        assert_eq!(found.resources[0].changes[0].effect, Effect::Unknown);
        assert!(found.summary.destructive && found.summary.broadens, "{type_name}");
        let names = Names {
            old: "old",
            new: "new",
        };
        for text in [terminal(&found, names, 100), markdown(&found, names)] {
            assert!(text.contains("effect unknown: may replace"), "{text}");
            assert!(
                text.contains("0 to change") && !text.contains("in place"),
                "{text}"
            );
        }
        let gone = removed(&of("a"));
        assert!(gone.summary.destructive, "{type_name}");
        assert_eq!(gone.summary.data_at_risk.len(), 1);
    }
}

#[test]
fn only_two_types_are_snapshotted_by_default_on_removal() {
    let disposition = |resource: &str| removed(resource).resources[0].disposition;
    assert_eq!(
        disposition("{Type: AWS::RDS::DBCluster}"),
        Some(Disposition::Snapshot)
    );
    assert_eq!(
        disposition("{Type: AWS::RDS::DBInstance}"),
        Some(Disposition::Snapshot)
    );
    for deleted in [
        "{Type: AWS::RDS::DBInstance, Properties: {DBClusterIdentifier: c}}",
        "{Type: AWS::RDS::DBInstance, DeletionPolicy: Delete}",
        "{Type: AWS::Neptune::DBCluster}",
        "{Type: AWS::DocDB::DBCluster}",
    ] {
        assert_eq!(disposition(deleted), Some(Disposition::Deleted), "{deleted}");
    }
    assert_eq!(
        disposition("{Type: AWS::Neptune::DBCluster, DeletionPolicy: Snapshot}"),
        Some(Disposition::Snapshot)
    );
    // A replacement follows `UpdateReplacePolicy`, whose default is to delete, for all types.
    let cluster = |name| format!("{{Type: AWS::RDS::DBCluster, Properties: {{DatabaseName: {name}}}}}");
    let replaced = resource(&cluster("a"), &cluster("b"));
    assert_eq!(replaced.resources[0].disposition, Some(Disposition::Deleted));
}

#[test]
fn changing_the_type_of_a_resource_is_refused() {
    let found = resource(
        "{Type: AWS::DynamoDB::Table}",
        "{Type: AWS::DynamoDB::GlobalTable}",
    );
    assert_eq!(found.summary.refused, ["table R"]);
    assert_eq!((found.summary.replace, found.summary.data_lost.len()), (0, 0));
    assert!(!found.summary.destructive);
}

#[test]
fn a_serverless_type_is_compared_as_the_type_it_generates() {
    let table = |properties: &str| {
        format!(
            "{{Type: AWS::DynamoDB::Table, Properties: {{KeySchema: [{{AttributeName: {properties}, KeyType: HASH}}], \
             AttributeDefinitions: [{{AttributeName: {properties}, AttributeType: S}}], BillingMode: PAY_PER_REQUEST}}}}"
        )
    };
    let same = resource("{Type: AWS::Serverless::SimpleTable}", &table("id"));
    assert_eq!(actions(&same), [("R", &Action::Change)]);
    let other_key = resource("{Type: AWS::Serverless::SimpleTable}", &table("other"));
    assert_eq!(actions(&other_key), [("R", &Action::Replace)]);
    assert_eq!(other_key.summary.data_lost, ["table R"]);
    let function = resource(
        "{Type: AWS::Serverless::Function, Properties: {CodeUri: s3://b/k, Handler: a.b}}",
        "{Type: AWS::Lambda::Function, Properties: {Code: {S3Bucket: b, S3Key: k}, Handler: a.b}}",
    );
    assert_eq!(actions(&function), [("R", &Action::Change)]);
    assert!(function.summary.refused.is_empty());
}

#[test]
fn an_update_can_change_one_index_only() {
    let table = |indexes: &[&str]| {
        let indexes: Vec<String> = indexes
            .iter()
            .map(|name| {
                format!("{{IndexName: {name}, KeySchema: [{{AttributeName: {name}, KeyType: HASH}}]}}")
            })
            .collect();
        format!(
            "{{Type: AWS::DynamoDB::Table, Properties: {{GlobalSecondaryIndexes: [{}]}}}}",
            indexes.join(", ")
        )
    };
    let none = "{Type: AWS::DynamoDB::Table}";
    let refused = |old: &str, new: &str| !resource(old, new).summary.refused.is_empty();
    assert!(refused(none, &table(&["a", "b"])));
    assert!(refused(&table(&["a"]), &table(&["b"])));
    assert!(refused(&table(&["a", "b"]), none));
    assert!(!refused(none, &table(&["a"])));
    assert!(!refused(&table(&["a"]), &table(&["a", "b"])));
}

const TABLE: &str = "T: {Type: AWS::SNS::Topic}\n  Data: {Type: AWS::DynamoDB::Table, Condition: Keep}\n  \
                     B: {Type: AWS::S3::Bucket, Properties: {BucketName: !If [Keep, a, b]}}";

#[test]
fn a_condition_on_a_parameter_may_remove_and_replace() {
    let template = |value| {
        format!(
            "Parameters: {{Env: {{Type: String, Default: prod}}}}\nConditions:\n  Keep: !Equals [!Ref Env, {value}]\n\
             Resources:\n  {TABLE}\n"
        )
    };
    let found = compare(&template("prod"), &template("production"));
    assert_eq!(
        actions(&found),
        [("Data", &Action::MayRemove), ("B", &Action::MayReplace)]
    );
    assert!(found.summary.destructive);
    assert_eq!(found.summary.data_at_risk, ["table Data", "bucket B"]);
    // A different order of operands is equivalent.
    let other = template("prod").replace("[!Ref Env, prod]", "[prod, !Ref Env]");
    assert!(compare(&template("prod"), &other).resources.is_empty());
}

#[test]
fn a_condition_with_a_known_value_removes_and_replaces() {
    let template = |value| format!("Conditions:\n  Keep: !Equals [a, {value}]\nResources:\n  {TABLE}\n");
    let found = compare(&template("a"), &template("b"));
    assert_eq!(
        actions(&found),
        [("Data", &Action::Remove), ("B", &Action::Replace)]
    );
    let back = compare(&template("b"), &template("a"));
    assert_eq!(actions(&back), [("B", &Action::Replace), ("Data", &Action::Add)]);
}

#[test]
fn a_condition_affects_conditions_that_use_it() {
    let template = |value| {
        format!(
            "Parameters: {{Env: {{Type: String}}}}\nConditions:\n  Is: !Equals [!Ref Env, {value}]\n  \
             Keep: !And [!Condition Is, !Not [!Equals [!Ref Env, x]]]\nResources:\n  {TABLE}\n"
        )
    };
    assert!(
        compare(&template("prod"), &template("production"))
            .summary
            .destructive
    );
}

#[test]
fn a_new_condition_may_remove_a_resource() {
    let found = compare(
        "Resources: {Data: {Type: AWS::DynamoDB::Table}}",
        "Parameters: {P: {Type: String}}\nConditions: {Keep: !Equals [!Ref P, a]}\n\
         Resources: {Data: {Type: AWS::DynamoDB::Table, Condition: Keep}}",
    );
    assert_eq!(actions(&found), [("Data", &Action::MayRemove)]);
}

#[test]
fn a_changed_mapping_affects_properties_that_use_it() {
    let template = |name: &str, key: &str| {
        format!(
            "Parameters: {{Env: {{Type: String}}}}\nMappings: {{Names: {{prod: {{Bucket: {name}, Other: {name}}}, \
             dev: {{Bucket: dev, Other: x}}}}}}\n\
             Resources: {{B: {{Type: AWS::S3::Bucket, Properties: {{BucketName: !FindInMap [Names, {key}, Bucket]}}}}}}"
        )
    };
    let certain = compare(&template("old", "prod"), &template("new", "prod"));
    assert_eq!(actions(&certain), [("B", &Action::Replace)]);
    assert_eq!(
        certain.resources[0].changes[0].through.as_deref(),
        Some("mapping `Names`")
    );
    let possible = compare(&template("old", "!Ref Env"), &template("new", "!Ref Env"));
    assert_eq!(actions(&possible), [("B", &Action::MayReplace)]);
    // A different entry of the mapping has no effect.
    assert!(
        compare(&template("old", "dev"), &template("new", "dev"))
            .resources
            .is_empty()
    );
}

#[test]
fn a_changed_default_affects_properties_that_use_the_parameter() {
    for value in ["!Ref Name", "!Sub 'x-${Name}'"] {
        let template = |default| {
            format!(
                "Parameters: {{Name: {{Type: String, Default: {default}}}}}\n\
                 Resources: {{B: {{Type: AWS::S3::Bucket, Properties: {{BucketName: {value}}}}}}}"
            )
        };
        let found = compare(&template("a"), &template("b"));
        assert_eq!(actions(&found), [("B", &Action::MayReplace)], "{value}");
        assert!(found.summary.destructive);
    }
}

#[test]
fn the_values_of_a_deployment_count_instead_of_defaults() {
    let template = |default| {
        Template::parse(&format!(
            "Parameters: {{Name: {{Type: String, Default: {default}}}}}\n\
             Resources: {{B: {{Type: AWS::S3::Bucket, Properties: {{BucketName: !Ref Name}}}}}}"
        ))
        .unwrap()
    };
    let with = |new, changed: &[&str]| {
        let values = ParameterValues {
            changed: Some(changed.iter().map(|name| (*name).to_owned()).collect()),
            ..ParameterValues::default()
        };
        diff_with_values(&template("a"), &template(new), &values)
    };
    assert!(!with("b", &[]).summary.destructive);
    let changed = with("a", &["Name"]);
    assert_eq!(actions(&changed), [("B", &Action::MayReplace)]);
    assert!(changed.summary.destructive);
}

#[test]
fn changing_the_items_of_a_loop_removes_and_adds_resources() {
    let template = |items: &str| {
        format!(
            "Transform: AWS::LanguageExtensions\nParameters: {{All: {{Type: CommaDelimitedList}}}}\nResources:\n  \
             Fn::ForEach::Buckets:\n    - Name\n    - {items}\n    - B${{Name}}: {{Type: AWS::S3::Bucket, Properties: \
             {{BucketName: !Sub 'x-${{Name}}'}}}}\n"
        )
    };
    let found = compare(&template("[Orders, Invoices]"), &template("[Orders]"));
    assert_eq!(actions(&found), [("BInvoices", &Action::Remove)]);
    assert!(found.summary.destructive);
    assert!(compare(&template("[A, B]"), &template("[B, A]")).is_empty());
    let unknown = compare(&template("!Ref All"), &template("[A]"));
    assert!(unknown.summary.destructive && unknown.summary.broadens);
    assert_eq!(unknown.summary.unjudged, ["Resources.Fn::ForEach::Buckets"]);
    assert!(
        !compare(&template("!Ref All"), &template("!Ref All"))
            .summary
            .destructive
    );
}

#[test]
fn a_changed_nested_stack_is_destructive_and_broadening() {
    let stack = |url| format!("{{Type: AWS::CloudFormation::Stack, Properties: {{TemplateURL: {url}}}}}");
    let found = resource(&stack("a"), &stack("b"));
    assert_eq!(found.summary.unjudged, ["nested stack R"]);
    assert!(found.summary.destructive && found.summary.broadens);
    assert!(found.resources[0].notes[0].contains("not compared"));
}

#[test]
fn a_replacement_that_affects_dependent_data_is_destructive() {
    let template = |key: &str| {
        format!(
            "Resources:\n  K: {{Type: AWS::EC2::Subnet, Properties: {{VpcId: v, CidrBlock: {key}}}}}\n  \
             D: {{Type: AWS::EC2::Volume, Properties: {{AvailabilityZone: !GetAtt K.AvailabilityZone}}}}\n  \
             M: {{Type: AWS::AmazonMQ::Broker, Properties: {{SubnetIds: [!Ref K]}}}}\n"
        )
    };
    let found = compare(&template("10.0.0.0/24"), &template("10.0.0.0/25"));
    assert_eq!(found.summary.replace, 1);
    assert!(found.summary.destructive, "{}", found.summary);
    assert!(found.resources.iter().any(|change| change.logical_id == "M"));
}

#[track_caller]
fn broadens(old: &str, new: &str) {
    assert!(resource(old, new).summary.broadens, "{old} -> {new}");
}

#[track_caller]
fn does_not_broaden(old: &str, new: &str) {
    let found = resource(old, new);
    assert!(
        !found.summary.broadens,
        "{old} -> {new}: {:?} {:?}",
        found.access, found.permissions
    );
}

#[test]
fn a_security_group_rule_broadens_unless_an_existing_rule_covers_it() {
    let group = |rules: &str| {
        format!("{{Type: AWS::EC2::SecurityGroup, Properties: {{SecurityGroupIngress: [{rules}]}}}}")
    };
    let rule = |from: u16, to: u16, cidr: &str| {
        format!("{{IpProtocol: tcp, FromPort: {from}, ToPort: {to}, CidrIp: {cidr}}}")
    };
    let inner = group(&rule(443, 443, "10.0.0.0/8"));
    broadens(&inner, &group(&rule(443, 443, "0.0.0.0/0")));
    broadens(&inner, &group(&rule(80, 443, "10.0.0.0/8")));
    broadens(&inner, &group("{IpProtocol: -1, CidrIp: 10.0.0.0/8}"));
    broadens(
        &inner,
        &group(&format!(
            "{}, !If [A, {}, x]",
            rule(443, 443, "10.0.0.0/8"),
            rule(1, 2, "0.0.0.0/0")
        )),
    );
    does_not_broaden(&inner, &group(&rule(443, 443, "10.2.0.0/16")));
    does_not_broaden(&inner, &group(""));
    does_not_broaden(&group(&rule(1, 65535, "0.0.0.0/0")), &inner);
    let egress = "{Type: AWS::EC2::SecurityGroup, Properties: {SecurityGroupEgress: [{IpProtocol: tcp, FromPort: 443, \
                  ToPort: 443, CidrIp: 10.0.0.0/8}]}}";
    broadens(egress, "{Type: AWS::EC2::SecurityGroup}");
    does_not_broaden("{Type: AWS::EC2::SecurityGroup}", egress);
}

#[test]
fn a_function_url_without_credentials_broadens() {
    let url =
        |kind| format!("{{Type: AWS::Lambda::Url, Properties: {{AuthType: {kind}, TargetFunctionArn: f}}}}");
    broadens(&url("AWS_IAM"), &url("NONE"));
    broadens(&url("AWS_IAM"), &url("!Ref Kind"));
    does_not_broaden(&url("NONE"), &url("AWS_IAM"));
    let invoke = url("NONE").replace(
        "TargetFunctionArn: f",
        "TargetFunctionArn: f, InvokeMode: BUFFERED",
    );
    does_not_broaden(&url("NONE"), &invoke);
}

#[test]
fn disabling_a_public_access_block_broadens() {
    let bucket = |block: &str| format!("{{Type: AWS::S3::Bucket, Properties: {{{block}}}}}");
    let blocked = bucket("PublicAccessBlockConfiguration: {BlockPublicPolicy: true}");
    broadens(
        &blocked,
        &bucket("PublicAccessBlockConfiguration: {BlockPublicPolicy: false}"),
    );
    broadens(&blocked, &bucket("PublicAccessBlockConfiguration: {}"));
    broadens(&blocked, &bucket(""));
    broadens(
        &blocked,
        &bucket("PublicAccessBlockConfiguration: {BlockPublicPolicy: !Ref P}"),
    );
    broadens(&bucket(""), &bucket("AccessControl: PublicRead"));
    does_not_broaden(&bucket(""), &blocked);
    does_not_broaden(
        &bucket("AccessControl: PublicRead"),
        &bucket("AccessControl: Private"),
    );
}

#[test]
fn an_unrecognized_change_that_affects_access_broadens() {
    let database =
        |public| format!("{{Type: AWS::RDS::DBInstance, Properties: {{PubliclyAccessible: {public}}}}}");
    broadens(&database("false"), &database("true"));
    does_not_broaden(&database("true"), &database("false"));
    let task =
        |role| format!("{{Type: AWS::ECS::TaskDefinition, Properties: {{TaskRoleArn: {role}, Cpu: '256'}}}}");
    broadens(&task("a"), &task("b"));
    does_not_broaden(&task("a"), &task("a").replace("256", "512"));
    broadens(
        "{Type: AWS::EC2::NetworkAclEntry, Properties: {RuleAction: deny, CidrBlock: 10.0.0.0/8}}",
        "{Type: AWS::EC2::NetworkAclEntry, Properties: {RuleAction: allow, CidrBlock: 10.0.0.0/8}}",
    );
    let repository = |who| {
        format!(
            "{{Type: AWS::ECR::Repository, Properties: {{RepositoryPolicyText: {{Statement: [{{Effect: Allow, Principal: \
             '{who}', Action: 'ecr:*'}}]}}}}}}"
        )
    };
    broadens(&repository("111122223333"), &repository("*"));
}

#[test]
fn policies_inside_fn_if_are_compared() {
    let role = |action: &str, place: &str| {
        let policy = format!(
            "{{PolicyName: p, PolicyDocument: {{Statement: [{{Effect: Allow, Action: '{action}', Resource: '*'}}]}}}}"
        );
        format!(
            "{{Type: AWS::IAM::Role, Properties: {{{}}}}}",
            place.replace("POLICY", &policy)
        )
    };
    for place in [
        "Policies: [!If [C, POLICY, !Ref AWS::NoValue]]",
        "Policies: !If [C, [POLICY], []]",
        "Policies: [!If [C, !If [D, POLICY, !Ref AWS::NoValue], !Ref AWS::NoValue]]",
    ] {
        let found = resource(&role("ec2:CreateNetworkInterface", place), &role("ec2:*", place));
        assert!(found.summary.broadens, "{place}");
        assert!(
            found.permissions.iter().any(|change| change.actions == ["ec2:*"]),
            "{place}"
        );
        does_not_broaden(&role("ec2:*", place), &role("ec2:CreateNetworkInterface", place));
    }
}

#[test]
fn a_changed_condition_of_a_policy_may_broaden() {
    let template = |value| {
        format!(
            "Parameters: {{P: {{Type: String}}}}\nConditions: {{C: !Equals [!Ref P, {value}]}}\nResources: {{R: {{Type: \
             AWS::IAM::ManagedPolicy, Condition: C, Properties: {{PolicyDocument: {{Statement: [{{Effect: Allow, Action: \
             's3:*', Resource: '*'}}]}}}}}}}}"
        )
    };
    assert!(compare(&template("a"), &template("b")).summary.broadens);
}

#[test]
fn an_update_that_a_macro_may_rewrite_is_not_called_in_place() {
    let names = Names {
        old: "old",
        new: "new",
    };
    let whole = |text| {
        format!(
            "Transform: Mine\nResources: {{R: {{Type: AWS::SNS::Topic, Properties: {{DisplayName: {text}}}}}}}"
        )
    };
    let part = |text| {
        format!(
            "Resources: {{R: {{Type: AWS::SNS::Topic, Properties: {{DisplayName: {text}, Fn::Transform: {{Name: Mine}}}}}}}}"
        )
    };
    for (old, new) in [(whole("a"), whole("b")), (part("a"), part("b"))] {
        let found = compare(&old, &new);
        assert_eq!(actions(&found), [("R", &Action::MayReplace)]);
        assert!(!markdown(&found, names).contains("in place"));
        assert!(found.summary.destructive && found.summary.broadens);
    }
}
