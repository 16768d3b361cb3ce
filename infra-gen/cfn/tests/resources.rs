//! Generated resources as JSON, and their schemas.

use infra_gen_cfn::{
    Arn, Json, LogicalId, Parameter, Stack, Tag, ToJson, Value,
    dynamodb::{
        Table,
        table::{AttributeDefinition, AttributeType, BillingMode, KeySchema, KeyType},
    },
    kind,
    lambda::{
        Function,
        function::{Architecture, Code, Environment, Runtime},
    },
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
fn free_form_json_is_not_changed() {
    let value: Value<Json> = json!({ "a": [1, null] }).into();
    assert_eq!(value.to_json(), json!({ "a": [1, null] }));
}

#[test]
fn an_overridden_property_is_not_checked() {
    let mut stack = Stack::new("shop");
    let topic = stack.add(LogicalId::new("Alerts"), Topic::new());
    stack.override_property(&topic, "Delivery.Retries", &json!(3));
    stack.override_property(&topic, "FifoTopic", &json!("sometimes"));
    stack.override_property(&topic, "Subscription.0.Protocol", &json!("pigeon"));
    let template = stack.finish().expect("overridden properties are not checked");
    insta::assert_snapshot!(template.findings(), @r"
    Resources/Alerts at Properties.Delivery: `Delivery` is overridden and was not checked
      hint: remove the override when the schemas know the property
    Resources/Alerts at Properties.FifoTopic: `FifoTopic` is overridden and was not checked
      hint: remove the override when the schemas know the property
    Resources/Alerts at Properties.Subscription: `Subscription` is overridden and was not checked
      hint: remove the override when the schemas know the property
    ");

    let mut others = template.clone();
    let alerts = &mut others.resources["Alerts"];
    alerts.properties.insert("Delivered".to_owned(), json!(1));
    let findings = others.check().expect_err("the other property is checked");
    let errors = findings
        .0
        .iter()
        .filter(|finding| finding.rule.id == "unknown-property");
    assert_eq!(errors.count(), 1, "{findings}");

    let mut unmarked = template;
    unmarked.resources["Alerts"].attributes.clear();
    assert_eq!(unmarked.check().expect_err("nothing is overridden").0.len(), 3);
}

#[test]
fn a_raw_resource_of_a_known_type_is_checked() {
    let mut stack = Stack::new("shop");
    stack.add_raw(
        LogicalId::new("Alerts"),
        "AWS::SNS::Topic",
        json!({ "FifoTopic": "sometimes" }),
    );
    let problems = stack.finish().expect_err("the property is a boolean");
    assert_eq!(problems.0.len(), 1, "{problems}");
}

#[test]
fn loops_can_contain_typed_resources() {
    let mut stack = Stack::new("shop");
    let teams = stack.parameter(LogicalId::new("Teams"), &Parameter::list());
    stack.for_each(LogicalId::new("PerTeam"), teams, |stack, team| {
        let topic = stack.add(
            team.id(&LogicalId::new("Alerts")),
            Topic {
                display_name: Some(team.value()),
                ..Topic::new()
            },
        );
        stack[&topic].tracing_config = Some("Active".into());
        stack.add(
            team.id(&LogicalId::new("Email")),
            Subscription {
                endpoint: Some("a@example.com".into()),
                ..Subscription::new("email", topic.topic_arn())
            },
        );
    });
    let template = stack.finish().expect("valid");
    insta::assert_json_snapshot!(template.resource_macros, @r#"
    {
      "Fn::ForEach::PerTeam": [
        "PerTeamItem",
        {
          "Ref": "Teams"
        },
        {
          "Alerts${PerTeamItem}": {
            "Type": "AWS::SNS::Topic",
            "Properties": {
              "DisplayName": {
                "Ref": "PerTeamItem"
              },
              "TracingConfig": "Active"
            }
          },
          "Email${PerTeamItem}": {
            "Type": "AWS::SNS::Subscription",
            "Properties": {
              "Endpoint": "a@example.com",
              "Protocol": "email",
              "TopicArn": {
                "Fn::GetAtt": [
                  {
                    "Fn::Sub": "Alerts${PerTeamItem}"
                  },
                  "TopicArn"
                ]
              }
            }
          }
        }
      ]
    }
    "#);
}
