//! Resources without a struct, custom resources, and property overrides.

use infra_gen_cfn::{
    Arn, Attribute, ConditionTest, Custom, CustomResource, CustomTypeName, DeletionPolicy, LogicalId,
    Parameter, Raw, Stack, Template, Value, kind,
};
use serde::Serialize;
use serde_json::json;

const MONITOR: LogicalId = LogicalId::new("Monitor");
const ALERTS: LogicalId = LogicalId::new("Alerts");

#[track_caller]
fn problems(stack: Stack) -> Vec<String> {
    match stack.finish() {
        Ok(_) => Vec::new(),
        Err(problems) => problems.0.iter().map(ToString::to_string).collect(),
    }
}

#[test]
fn a_raw_resource_works_like_a_typed_one() {
    let mut stack = Stack::new("shop");
    let stage = stack.parameter(LogicalId::new("Stage"), &Parameter::text());
    let is_prod = stack.condition(
        LogicalId::new("IsProd"),
        &ConditionTest::equals(&stage, &"prod".into()),
    );
    let alerts = stack.add_raw(ALERTS, "AWS::SNS::Topic", json!({ "DisplayName": stage }));
    let first = stack.add_raw(LogicalId::new("First"), "Vendor::Service::Thing", json!({}));
    let monitor = stack.add_raw(
        MONITOR,
        "Datadog::Monitors::Monitor",
        json!({ "Topic": alerts.reference(), "Tags": ["a", { "Key": alerts.attribute::<String>("TopicName") }] }),
    );
    stack.add_dependency(&monitor, &first);
    let attributes = stack.attributes(&monitor);
    attributes.condition = Some(is_prod.clone());
    attributes.deletion_policy = Some(DeletionPolicy::Retain);
    attributes.update_replace_policy = Some(DeletionPolicy::Retain);
    let group = stack.add_raw(
        LogicalId::new("Servers"),
        "AWS::AutoScaling::AutoScalingGroup",
        json!({ "MinSize": "1", "MaxSize": "2", "InstanceId": "i-1e731a32" }),
    );
    let attributes = stack.attributes(&group);
    attributes.creation_policy = Some(json!({ "ResourceSignal": { "Count": 1 } }));
    attributes.update_policy = Some(json!({ "AutoScalingRollingUpdate": { "MinInstancesInService": 1 } }));
    stack[&monitor].properties["Name"] = json!("checkout");
    let template = stack.finish().unwrap();
    insta::assert_snapshot!(template.to_yaml(), @r"
    AWSTemplateFormatVersion: '2010-09-09'

    Parameters:
      Stage:
        Type: String

    Conditions:
      IsProd: !Equals
        - !Ref Stage
        - prod

    Resources:
      Alerts:
        Type: AWS::SNS::Topic
        Properties:
          DisplayName: !Ref Stage
      First:
        Type: Vendor::Service::Thing
      Monitor:
        Type: Datadog::Monitors::Monitor
        Properties:
          Topic: !Ref Alerts
          Tags:
            - a
            - Key: !GetAtt Alerts.TopicName
          Name: checkout
        Condition: IsProd
        DependsOn:
          - First
        DeletionPolicy: Retain
        UpdateReplacePolicy: Retain
      Servers:
        Type: AWS::AutoScaling::AutoScalingGroup
        Properties:
          MinSize: '1'
          MaxSize: '2'
          InstanceId: i-1e731a32
        CreationPolicy:
          ResourceSignal:
            Count: 1
        UpdatePolicy:
          AutoScalingRollingUpdate:
            MinInstancesInService: 1
    ");
    assert_eq!(Template::parse(&template.to_json()).unwrap(), template);
}

#[test]
fn a_raw_resource_of_an_unknown_aws_type_is_refused() {
    let mut stack = Stack::new("shop");
    stack.within("Alarms", |stack| {
        stack.add_raw(ALERTS, "AWS::SNS::Topik", json!({}));
    });
    assert_eq!(
        problems(stack),
        [
            "shop/Alarms/Alerts at Type: unknown resource type `AWS::SNS::Topik`\n  hint: did you mean `AWS::SNS::Topic`?"
        ]
    );
}

#[test]
fn references_in_a_raw_resource_are_checked() {
    let mut stack = Stack::new("shop");
    stack.add_raw(
        MONITOR,
        "Vendor::Service::Thing",
        json!({ "Topic": { "Ref": "Alert" } }),
    );
    stack.add_raw(ALERTS, "AWS::SNS::Topic", json!({}));
    assert_eq!(
        problems(stack),
        [
            "shop/Monitor at Properties.Topic.Ref: unknown resource or parameter `Alert`\n  hint: did you mean `Alerts`?"
        ]
    );
}

#[test]
fn raw_properties_must_be_an_object() {
    let mut stack = Stack::new("shop");
    stack.add(MONITOR, Raw::new("Vendor::Service::Thing", json!(["a"])));
    assert_eq!(
        problems(stack),
        ["shop/Monitor at Properties: the properties of a resource must be an object; found `[\"a\"]`"]
    );
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Certificate {
    domain: Value<String>,
    alternatives: Vec<Option<String>>,
    options: Options,
    comment: Option<String>,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Options {
    topic: Value<Arn<kind::sns::Topic>>,
    days: Option<i64>,
}

impl CustomResource for Certificate {
    const TYPE: CustomTypeName = CustomTypeName::new("Custom::Certificate");
}

impl Certificate {
    const ARN: Attribute<Self, Arn<kind::certificatemanager::Certificate>> = Attribute::new("CertificateArn");
}

fn handler() -> Value<Arn<kind::lambda::Function>> {
    Value::from("arn:aws:lambda:eu-west-1:123456789012:function:certificates").assume_arn()
}

fn certificate(stack: &mut Stack) -> Certificate {
    let alerts = stack.add_raw(ALERTS, "AWS::SNS::Topic", json!({}));
    Certificate {
        domain: "example.com".into(),
        alternatives: vec![Some("www.example.com".to_owned()), None],
        options: Options {
            topic: alerts.reference().assume_arn(),
            days: None,
        },
        comment: None,
    }
}

#[test]
fn a_custom_resource_has_typed_properties_and_attributes() {
    let mut stack = Stack::new("shop");
    let properties = certificate(&mut stack);
    let certificate = stack.add(
        LogicalId::new("Certificate"),
        Custom {
            service_timeout: Some(120.into()),
            ..Custom::new(handler(), properties)
        },
    );
    let arn: Value<Arn<kind::certificatemanager::Certificate>> = certificate.get(Certificate::ARN);
    stack.output(LogicalId::new("CertificateArn"), arn);
    stack.output(LogicalId::new("CertificateId"), certificate.reference());
    insta::assert_snapshot!(stack.finish().unwrap().to_yaml(), @r"
    AWSTemplateFormatVersion: '2010-09-09'

    Resources:
      Alerts:
        Type: AWS::SNS::Topic
      Certificate:
        Type: Custom::Certificate
        Properties:
          ServiceToken: arn:aws:lambda:eu-west-1:123456789012:function:certificates
          ServiceTimeout: 120
          Domain: example.com
          Alternatives:
            - www.example.com
          Options:
            Topic: !Ref Alerts

    Outputs:
      CertificateArn:
        Value: !GetAtt Certificate.CertificateArn
      CertificateId:
        Value: !Ref Certificate
    ");
}

#[test]
fn the_properties_of_a_custom_resource_must_fit() {
    #[derive(Serialize)]
    #[serde(rename_all = "PascalCase")]
    struct WithToken {
        service_token: String,
    }
    impl CustomResource for WithToken {
        const TYPE: CustomTypeName = CustomTypeName::new("Custom::WithToken");
    }

    #[derive(Serialize)]
    struct Text(String);
    impl CustomResource for Text {
        const TYPE: CustomTypeName = CustomTypeName::new("Custom::Text");
    }

    let mut stack = Stack::new("shop");
    let with_token = WithToken {
        service_token: "a".to_owned(),
    };
    stack.add(LogicalId::new("A"), Custom::new(handler(), with_token));
    stack.add(LogicalId::new("B"), Custom::new(handler(), Text("b".to_owned())));
    assert_eq!(
        problems(stack),
        [
            "shop/A at Properties: `ServiceToken` is a field of `Custom`, so the properties must not contain it",
            "shop/B at Properties: the properties of a resource must be an object; found `\"b\"`",
            "shop/A at Properties: a custom resource requires `ServiceToken`\n  hint: add the ARN of a function or topic that handles it",
            "shop/B at Properties: a custom resource requires `ServiceToken`\n  hint: add the ARN of a function or topic that handles it",
        ]
    );
}

#[test]
fn an_override_is_in_the_template_and_recorded() {
    let mut stack = Stack::new("shop");
    let alerts = stack.add_raw(ALERTS, "AWS::SNS::Topic", json!({ "DisplayName": "Alerts" }));
    stack.override_property(&alerts, "DisplayName", &"Alarms".to_owned());
    stack.override_property(&alerts, "Delivery.0.Retries", &json!(3));
    let monitor = stack.add_raw(MONITOR, "Vendor::Service::Thing", json!({}));
    stack.override_property(&monitor, "Topic", &alerts.reference());
    let template = stack.finish().unwrap();
    insta::assert_snapshot!(template.to_yaml(), @r"
    AWSTemplateFormatVersion: '2010-09-09'

    Resources:
      Alerts:
        Type: AWS::SNS::Topic
        Properties:
          DisplayName: Alarms
          Delivery:
            - Retries: 3
        Metadata:
          infra-gen:
            overrides:
              - DisplayName
              - Delivery
      Monitor:
        Type: Vendor::Service::Thing
        Properties:
          Topic: !Ref Alerts
        Metadata:
          infra-gen:
            overrides:
              - Topic
    ");
    let overridden: Vec<&str> = template.resources["Alerts"].overridden().collect();
    assert_eq!(overridden, ["DisplayName", "Delivery"]);
    assert_eq!(Template::parse(&template.to_yaml()).unwrap().check(), Ok(()));
}

#[test]
fn references_in_an_override_are_checked() {
    let mut stack = Stack::new("shop");
    let alerts = stack.add_raw(ALERTS, "AWS::SNS::Topic", json!({}));
    stack.override_property(&alerts, "New", &json!({ "Ref": "Missing" }));
    insta::assert_snapshot!(problems(stack).join("\n"), @r"
    shop/Alerts at Properties.New.Ref: unknown resource or parameter `Missing`
      hint: add a resource or parameter of this name
    shop/Alerts at Properties.New: `New` is overridden and was not checked
      hint: remove the override when the schemas know the property
    ");
}

#[test]
fn an_override_that_does_not_fit_is_refused() {
    let mut stack = Stack::new("shop");
    let alerts = stack.add_raw(ALERTS, "AWS::SNS::Topic", json!({ "DisplayName": "Alerts" }));
    stack.override_property(&alerts, "DisplayName.Text", &json!("Alarms"));
    assert_eq!(
        problems(stack),
        [
            "shop/Alerts at Properties: cannot override `DisplayName.Text`: `DisplayName` is `\"Alerts\"`, which has no properties"
        ]
    );
}
