//! The vendored data as a whole, and single facts of it.

use infra_gen_schema::{
    Bounds, Format, LifecycleStatus, Meaning, Object, Reference, Replacement, Shape, TypeSchema, holds_data,
    is_known, lambda_runtime, lookup, regions, replacement, type_names, types_of,
};

fn all() -> impl Iterator<Item = &'static TypeSchema> {
    type_names().map(|name| lookup(name).expect("a known type has a schema"))
}

#[test]
fn all_types_of_the_registry_are_known() {
    assert_eq!(type_names().count(), 1899);
    assert!(type_names().is_sorted());
    for known in [
        "AWS::RDS::DBInstance",
        "AWS::SQS::Queue",
        "AWS::Serverless::Function",
        "AWS::CloudFormation::Stack",
        "Alexa::ASK::Skill",
    ] {
        assert!(is_known(known), "{known}");
    }
    for unknown in [
        "AWS::Lamda::Function",
        "AWS::EC3::VPC",
        "Custom::Thing",
        "Org::Service::Thing",
    ] {
        assert!(!is_known(unknown) && lookup(unknown).is_none(), "{unknown}");
    }
}

#[test]
fn a_type_is_decoded_once() {
    let (one, other) = (
        lookup("AWS::SQS::Queue").unwrap(),
        lookup("AWS::SQS::Queue").unwrap(),
    );
    assert!(std::ptr::eq(one, other));
}

#[test]
fn the_types_of_a_service_are_found() {
    let types: Vec<&str> = types_of("SQS").collect();
    assert_eq!(
        types,
        [
            "AWS::SQS::Queue",
            "AWS::SQS::QueueInlinePolicy",
            "AWS::SQS::QueuePolicy"
        ]
    );
    assert_eq!(types_of("Lamda").count(), 0);
}

#[test]
fn every_schema_is_consistent() {
    for schema in all() {
        let name = schema.type_name;
        assert!(
            schema.attributes.is_sorted_by_key(|attribute| attribute.name),
            "the attributes of {name}"
        );
        for path in &schema.create_only {
            let path: Vec<&str> = path.split('.').collect();
            assert_eq!(schema.replacement(&path), Replacement::Always, "{name} {path:?}");
        }
        for path in &schema.read_only {
            let path: Vec<&str> = path.split('.').collect();
            assert!(schema.is_read_only(&path), "{name} {path:?}");
        }
        if schema.reference == Reference::Arn {
            // Secrets Manager calls the ARN `Id`.
            let is_arn = |name: &str| name.to_lowercase().ends_with("arn") || name == "Id";
            let mut attributes = schema.attributes.iter();
            assert!(attributes.any(|attribute| is_arn(attribute.name)), "{name}");
        }
        for object in &schema.objects {
            check_object(schema, object);
        }
    }
}

fn check_object(schema: &TypeSchema, object: &Object) {
    let place = format!("{} {}", schema.type_name, object.name);
    assert!(
        object.properties.is_sorted_by_key(|property| property.name),
        "{place}"
    );
    for property in &object.properties {
        check_shape(schema, &property.shape, &format!("{place}.{}", property.name));
    }
}

/// Numbers of objects and enums exist, and bounds are in order.
fn check_shape(schema: &TypeSchema, shape: &Shape, place: &str) {
    match shape {
        Shape::Object(id) => assert!(!schema.object(*id).name.is_empty(), "{place}"),
        Shape::List(list) => {
            assert!(is_in_order(list.length), "{place}");
            check_shape(schema, &list.item, place);
        }
        Shape::Map(value) => check_shape(schema, value, place),
        Shape::OneOf(shapes) => shapes.iter().for_each(|shape| check_shape(schema, shape, place)),
        Shape::Text(text) => {
            assert!(is_in_order(text.length), "{place}");
            if let Some(id) = text.values {
                assert!(!schema.values(id).values.is_empty(), "{place}");
            }
        }
        Shape::Integer(number) | Shape::Number(number) => assert!(is_in_order(number.range), "{place}"),
        Shape::Boolean | Shape::Json | Shape::Policy => {}
    }
}

fn is_in_order<N: PartialOrd>(bounds: Bounds<N>) -> bool {
    !matches!((bounds.min, bounds.max), (Some(min), Some(max)) if min > max)
}

#[test]
fn create_only_properties_of_any_type_replace_it() {
    let replaced_by = |type_name, property| replacement(type_name, &[property]);
    assert_eq!(
        replaced_by("AWS::RDS::DBInstance", "DBName"),
        Some(Replacement::Always)
    );
    assert_eq!(
        replaced_by("AWS::RDS::DBInstance", "DBInstanceClass"),
        Some(Replacement::Never)
    );
    assert_eq!(
        replaced_by("AWS::DynamoDB::Table", "TableName"),
        Some(Replacement::Always)
    );
    // The reference documents "Replacement", the registry does not.
    assert_eq!(
        replaced_by("AWS::ElastiCache::ReplicationGroup", "Engine"),
        Some(Replacement::Conditional)
    );
    assert_eq!(replaced_by("Org::Service::Thing", "Name"), None);
    assert_eq!(
        replaced_by("AWS::CloudFormation::CustomResource", "ServiceToken"),
        None
    );
}

#[test]
fn a_change_of_a_part_replaces_like_a_change_of_the_whole() {
    let table = lookup("AWS::DynamoDB::Table").unwrap();
    assert_eq!(
        table.replacement(&["KeySchema", "0", "KeyType"]),
        Replacement::Conditional
    );
    assert_eq!(
        table.replacement(&["ImportSourceSpecification", "InputFormat"]),
        Replacement::Always
    );
}

#[test]
fn a_shape_is_found_by_its_path() {
    let table = lookup("AWS::DynamoDB::Table").unwrap();
    let Some(Shape::Text(key_type)) = table.shape_at(&["KeySchema", "0", "KeyType"]) else {
        panic!("a string");
    };
    assert_eq!(*table.values(key_type.values.unwrap()).values, ["HASH", "RANGE"]);
    assert!(table.shape_at(&["KeySchema", "KeyType"]).is_none());
    assert!(table.shape_at(&["Nothing"]).is_none());
}

#[test]
fn types_hold_data_or_not() {
    for with_data in [
        "AWS::Kinesis::Stream",
        "AWS::FSx::FileSystem",
        "AWS::ECR::Repository",
        "AWS::DynamoDB::Table",
        "AWS::DSQL::Cluster",
    ] {
        assert_eq!(holds_data(with_data), Some(true), "{with_data}");
    }
    assert_eq!(holds_data("AWS::EC2::SecurityGroup"), Some(false));
    assert_eq!(holds_data("AWS::Lambda::Permission"), Some(false));
    assert_eq!(holds_data("Custom::Thing"), None);
    assert_eq!(holds_data("Org::Service::Thing"), None);
}

#[test]
fn facts_about_types_are_known() {
    let queue = lookup("AWS::SQS::Queue").unwrap();
    assert_eq!((queue.service(), queue.name()), ("SQS", "Queue"));
    assert!(queue.arn_template.is_some_and(|arn| arn.starts_with("arn:")));
    let classic = lookup("AWS::WAF::WebACL").unwrap();
    assert_eq!(
        classic.lifecycle.map(|lifecycle| lifecycle.status),
        Some(LifecycleStatus::Sunset)
    );
    let virginia = regions()
        .iter()
        .position(|region| *region == "us-east-1")
        .unwrap();
    assert!(queue.regions >> virginia & 1 == 1);
}

#[test]
fn lambda_runtimes_have_an_end() {
    let ruby = lambda_runtime("ruby2.7").unwrap();
    assert!(ruby.create_blocked.is_some());
    assert!(lambda_runtime("cobol85").is_none());
}

#[test]
fn identifiers_have_a_format() {
    let formats = |type_name: &str, path: &[&str]| {
        let shape = lookup(type_name).and_then(|schema| schema.shape_at(path));
        match shape {
            Some(Shape::Text(text)) => text.formats.clone(),
            other => panic!("{type_name} {path:?}: {other:?}"),
        }
    };
    assert_eq!(formats("AWS::EC2::Subnet", &["VpcId"]), [Format::VpcId]);
    assert_eq!(
        formats("AWS::Lambda::Function", &["VpcConfig", "SubnetIds", "0"]),
        [Format::SubnetId]
    );
    assert_eq!(
        formats("AWS::SQS::Queue", &["KmsMasterKeyId"]),
        [Format::KeyArn, Format::KeyId, Format::KeyAlias]
    );
    // The name of a role is allowed, too.
    assert!(formats("AWS::ECS::TaskDefinition", &["TaskRoleArn"]).is_empty());
    let network = lookup("AWS::EC2::VPC").unwrap();
    let id = network.attribute("VpcId").map(|attribute| &attribute.shape);
    assert!(matches!(id, Some(Shape::Text(text)) if text.formats == [Format::VpcId]));
}

/// The meaning of a property, or of the items of a list: `AWS::ECS::Service#LoadBalancer.TargetGroupArn`.
fn meaning(property: &str) -> Meaning {
    let (place, name) = property.split_once('.').expect("a property");
    let (type_name, object) = place.split_once('#').unwrap_or((place, ""));
    let schema = lookup(type_name).expect("a known type");
    let object = match object {
        "" => schema.root(),
        object => {
            let found = schema.objects.iter().find(|other| other.name == object);
            found.expect("an object of the type")
        }
    };
    match &object.property(name).expect("a property of the object").shape {
        Shape::Text(text) => text.meaning,
        Shape::List(list) => match &*list.item {
            Shape::Text(text) => text.meaning,
            other => panic!("{property} is a list of {other:?}"),
        },
        other => panic!("{property} is {other:?}"),
    }
}

#[test]
fn properties_with_the_id_or_arn_of_one_type_have_its_meaning() {
    for (property, expected) in [
        (
            "AWS::DocDB::DBSubnetGroup.SubnetIds",
            Meaning::Id("AWS::EC2::Subnet"),
        ),
        (
            "AWS::EC2::SecurityGroupIngress.GroupId",
            Meaning::Id("AWS::EC2::SecurityGroup"),
        ),
        (
            "AWS::EC2::SecurityGroupIngress.SourceSecurityGroupId",
            Meaning::Id("AWS::EC2::SecurityGroup"),
        ),
        (
            "AWS::EC2::VPCEndpoint.SecurityGroupIds",
            Meaning::Id("AWS::EC2::SecurityGroup"),
        ),
        (
            "AWS::ECS::TaskDefinition.TaskRoleArn",
            Meaning::Arn("AWS::IAM::Role"),
        ),
        ("AWS::ECS::TaskSet.Cluster", Meaning::Id("AWS::ECS::Cluster")),
        ("AWS::EKS::Addon.ClusterName", Meaning::Id("AWS::EKS::Cluster")),
        (
            "AWS::ElastiCache::CacheCluster.NotificationTopicArn",
            Meaning::Arn("AWS::SNS::Topic"),
        ),
        ("AWS::Logs::LogGroup.KmsKeyId", Meaning::Arn("AWS::KMS::Key")),
        (
            "AWS::RDS::DBProxy#AuthFormat.SecretArn",
            Meaning::Arn("AWS::SecretsManager::Secret"),
        ),
        (
            "AWS::Route53::QueryLoggingConfig.HostedZoneId",
            Meaning::Id("AWS::Route53::HostedZone"),
        ),
    ] {
        assert_eq!(meaning(property), expected, "{property}");
    }
}

#[test]
fn properties_that_identify_several_types_or_none_are_plain_strings() {
    for property in [
        // The ID, the ARN or the alias of a key.
        "AWS::EFS::FileSystem.KmsKeyId",
        "AWS::RDS::DBInstance.KmsKeyId",
        // The names of the resources themselves.
        "AWS::ECS::Cluster.ClusterName",
        "AWS::KinesisFirehose::DeliveryStream.DeliveryStreamName",
        // The zone of a load balancer or a distribution, which is not in the stack.
        "AWS::Route53::RecordSet#AliasTarget.HostedZoneId",
        // A list in one string.
        "AWS::SecretsManager::RotationSchedule#HostedRotationLambda.VpcSubnetIds",
        // The value of any attribute.
        "AWS::ElasticLoadBalancingV2::LoadBalancer#LoadBalancerAttribute.Value",
    ] {
        assert_eq!(meaning(property), Meaning::Plain, "{property}");
    }
}

#[test]
fn the_group_of_a_vpc_is_a_security_group() {
    for (type_name, attribute) in [
        ("AWS::EC2::SecurityGroup", "GroupId"),
        ("AWS::EC2::VPC", "DefaultSecurityGroup"),
    ] {
        let attribute = lookup(type_name).unwrap().attribute(attribute).unwrap();
        let Shape::Text(text) = &attribute.shape else {
            panic!("{attribute:?}");
        };
        assert_eq!(text.meaning, Meaning::Id("AWS::EC2::SecurityGroup"));
    }
}
