//! Generated resources as JSON, and their schemas.

use infra_gen_cfn::{
    Arn, Json, LogicalId, Resource, Stack, Tag, ToJson, Value,
    dynamodb::{
        Table,
        table::{AttributeDefinition, AttributeType, BillingMode, KeySchema, KeyType},
    },
    kind,
    lambda::{
        Function,
        function::{Architecture, Code, Environment, Runtime},
    },
    registry,
    schema::{Object, Reference, Replacement, Shape},
    sns::{Subscription, Topic},
    wafv2::web_acl::{NotStatement, Statement},
};
use serde_json::json;

#[test]
fn unset_properties_are_not_written() {
    let table = Table {
        attribute_definitions: Some([AttributeDefinition::new("id", AttributeType::S)].into()),
        billing_mode: Some(BillingMode::PayPerRequest.into()),
        tags: Some([Tag::new("team", "orders")].into()),
        ..Table::new([KeySchema::new("id", KeyType::Hash)])
    };
    insta::assert_json_snapshot!(table.to_json(), @r#"
    {
      "AttributeDefinitions": [
        {
          "AttributeName": "id",
          "AttributeType": "S"
        }
      ],
      "BillingMode": "PAY_PER_REQUEST",
      "KeySchema": [
        {
          "AttributeName": "id",
          "KeyType": "HASH"
        }
      ],
      "Tags": [
        {
          "Key": "team",
          "Value": "orders"
        }
      ]
    }
    "#);
}

#[test]
fn references_are_written_as_functions() {
    let mut stack = Stack::new("shop");
    let topic = stack.add(LogicalId::new("Alerts"), Topic::new());
    let subscription = Subscription {
        endpoint: Some("a@example.com".into()),
        ..Subscription::new("email", topic.reference())
    };
    assert_eq!(
        subscription.to_json(),
        json!({ "Endpoint": "a@example.com", "Protocol": "email", "TopicArn": { "Ref": "Alerts" } })
    );
    assert_eq!(
        topic.topic_name().to_json(),
        json!({ "Fn::GetAtt": ["Alerts", "TopicName"] })
    );
}

#[test]
fn enums_lists_and_maps_are_written_as_json() {
    let role: Arn<kind::iam::Role> = Arn::parse("arn:aws:iam::123456789012:role/get").expect("well formed");
    let function = Function {
        architectures: Some([Architecture::X86_64].into()),
        runtime: Some(Runtime::ProvidedAl2023.into()),
        environment: Some(
            Environment {
                variables: Some([("TABLE", "orders")].into()),
            }
            .into(),
        ),
        memory_size: Some(128.into()),
        ..Function::new(Code::new(), role)
    };
    assert_eq!(
        function.to_json(),
        json!({
            "Architectures": ["x86_64"],
            "Code": {},
            "Environment": { "Variables": { "TABLE": "orders" } },
            "MemorySize": 128,
            "Role": "arn:aws:iam::123456789012:role/get",
            "Runtime": "provided.al2023",
        })
    );
}

#[test]
fn a_recursive_type_can_be_built() {
    let inner = Statement::new();
    let outer = Statement {
        not_statement: Some(NotStatement::new(inner).into()),
        ..Statement::new()
    };
    assert_eq!(outer.to_json(), json!({ "NotStatement": { "Statement": {} } }));
}

#[test]
fn an_arn_converts_to_a_string() {
    let mut stack = Stack::new("shop");
    let table = stack.add(
        LogicalId::new("Orders"),
        Table::new([KeySchema::new("id", KeyType::Hash)]),
    );
    let text: Value<String> = table.arn().into();
    assert_eq!(text.to_json(), json!({ "Fn::GetAtt": ["Orders", "Arn"] }));
}

#[test]
fn the_schema_tells_which_changes_replace_a_resource() {
    let table = Table::SCHEMA;
    assert_eq!(table.replacement(&["TableName"]), Replacement::Always);
    assert_eq!(
        table.replacement(&["KeySchema", "0", "KeyType"]),
        Replacement::Conditional
    );
    assert_eq!(table.replacement(&["BillingMode"]), Replacement::Never);
    assert_eq!(
        table.replacement(&["ImportSourceSpecification", "InputFormat"]),
        Replacement::Always
    );
}

#[test]
fn a_shape_is_found_by_its_path() {
    let key_type = Table::SCHEMA.shape_at(&["KeySchema", "0", "KeyType"]);
    assert!(matches!(key_type, Some(Shape::Text(text)) if text.values == KeyType::VALUES));
    assert!(Table::SCHEMA.shape_at(&["KeySchema", "KeyType"]).is_none());
    assert!(Table::SCHEMA.shape_at(&["Nothing"]).is_none());
}

#[test]
fn every_service_has_schemas() {
    let types: Vec<&str> = registry::all().map(|schema| schema.type_name).collect();
    assert_eq!(types.len(), 195);
    for expected in [
        "AWS::ApiGateway::Method",
        "AWS::XRay::Group",
        "AWS::WAFv2::WebACL",
    ] {
        assert!(types.contains(&expected), "{expected}");
    }
}

#[test]
fn every_schema_is_consistent() {
    for schema in registry::all() {
        let name = schema.type_name;
        assert!(
            registry::lookup(name).is_some_and(|found| std::ptr::eq(found, schema)),
            "{name}"
        );
        assert!(!schema.primary_identifier.is_empty(), "{name}");
        assert!(
            schema.attributes.is_sorted_by_key(|attribute| attribute.name),
            "the attributes of {name}"
        );
        for attribute in schema.attributes {
            assert!(
                schema.attribute(attribute.name).is_some(),
                "{name}.{}",
                attribute.name
            );
        }
        for path in schema.create_only {
            let path: Vec<&str> = path.split('.').collect();
            assert_eq!(schema.replacement(&path), Replacement::Always, "{name} {path:?}");
        }
        for path in schema.read_only {
            let path: Vec<&str> = path.split('.').collect();
            assert!(schema.is_read_only(&path), "{name} {path:?}");
        }
        if schema.reference == Reference::Arn {
            assert!(
                schema
                    .attributes
                    .iter()
                    .any(|attribute| attribute.name.to_lowercase().ends_with("arn")),
                "{name}"
            );
        }
        check_object(name, schema.properties, &mut Vec::new());
    }
}

fn check_object(name: &str, object: &'static Object, seen: &mut Vec<*const Object>) {
    let address: *const Object = object;
    if seen.contains(&address) {
        return;
    }
    seen.push(address);
    assert!(
        object.properties.is_sorted_by_key(|property| property.name),
        "the properties of {name}"
    );
    for property in object.properties {
        assert!(
            object.property(property.name).is_some(),
            "{name}.{}",
            property.name
        );
        check_shape(name, &property.shape, seen);
    }
}

fn check_shape(name: &str, shape: &Shape, seen: &mut Vec<*const Object>) {
    match shape {
        Shape::Object(object) => check_object(name, object, seen),
        Shape::List(list) => {
            assert!(
                is_in_order(list.length.min, list.length.max),
                "the items of {name}"
            );
            check_shape(name, list.item, seen);
        }
        Shape::Map(value) => check_shape(name, value, seen),
        Shape::Text(text) => assert!(
            is_in_order(text.length.min, text.length.max),
            "a string of {name}"
        ),
        Shape::Integer(number) | Shape::Number(number) => {
            assert!(
                is_in_order(number.range.min, number.range.max),
                "a number of {name}"
            );
        }
        Shape::Boolean | Shape::Json => {}
    }
}

fn is_in_order<N: PartialOrd>(min: Option<N>, max: Option<N>) -> bool {
    !matches!((min, max), (Some(min), Some(max)) if min > max)
}

#[test]
fn free_form_json_is_not_changed() {
    let value: Value<Json> = json!({ "a": [1, null] }).into();
    assert_eq!(value.to_json(), json!({ "a": [1, null] }));
}
