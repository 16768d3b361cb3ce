//! One property of each shape, right and wrong, in templates as people write them.

use serde_json::json;

use super::{check, pattern};
use crate::{
    schema::{self, Object, Shape},
    template::Template,
    value::Json,
};

#[track_caller]
fn problems(resources: &Json) -> Vec<String> {
    let template = json!({
        "Parameters": { "Names": { "Type": "CommaDelimitedList" }, "Name": { "Type": "String" } },
        "Resources": resources,
    });
    let template = Template::from_json(&template.to_string()).expect("a template");
    check(&template).iter().map(ToString::to_string).collect()
}

#[track_caller]
fn check_one(type_name: &str, properties: &Json, expected: &[&str]) {
    let found = problems(&json!({ "R": { "Type": type_name, "Properties": properties } }));
    let found: Vec<&str> = found
        .iter()
        .map(|text| text.trim_start_matches("Resources/R at Properties"))
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn a_sound_table_has_no_problems() {
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
fn an_unknown_property_is_named_with_the_likely_one() {
    check_one(
        "AWS::SNS::Topic",
        &json!({ "DispalyName": "x" }),
        &[".DispalyName: `DispalyName` is not a property; did you mean `DisplayName`?"],
    );
}

#[test]
fn a_missing_required_property_is_named() {
    check_one(
        "AWS::DynamoDB::Table",
        &json!({ "BillingMode": "PAY_PER_REQUEST" }),
        &[": `KeySchema` is missing; set it"],
    );
}

#[test]
fn a_value_outside_its_enum_is_refused_in_lists_too() {
    check_one(
        "AWS::DynamoDB::Table",
        &json!({ "BillingMode": "PAY_PER_REQUEST", "KeySchema": [{ "AttributeName": "id", "KeyType": "HUSH" }] }),
        &[".KeySchema[0].KeyType: `HUSH` is not allowed; did you mean `HASH`?"],
    );
}

#[test]
fn bounds_patterns_and_lengths_hold() {
    check_one(
        "AWS::Lambda::Function",
        &json!({ "Code": {}, "Role": "arn:aws:iam::123456789012:role/r", "MemorySize": 64, "Handler": "a b", "Runtime": "provided.al2023" }),
        &[
            ".MemorySize: `64` is less than 128; raise it",
            ".Handler: `a b` does not match `^[^\\s]+$`; change it so that it does",
        ],
    );
    check_one(
        "AWS::Logs::LogGroup",
        &json!({ "RetentionInDays": 8 }),
        &[
            ".RetentionInDays: `8` is not allowed; take one of `1`, `3`, `5`, `7`, `14`, `30`, `60`, `90`, `120`, `150`, `180`, `365`, `400`, `545`, `731`, `1096`, `1827`, `2192`, `2557`, `2922`, `3288`, `3653`",
        ],
    );
}

#[test]
fn what_cloudformation_converts_is_let_through() {
    check_one(
        "AWS::Logs::LogGroup",
        &json!({ "RetentionInDays": "7", "DeletionProtectionEnabled": "true" }),
        &[],
    );
    check_one("AWS::SNS::Topic", &json!({ "DisplayName": 5 }), &[]);
    check_one(
        "AWS::Logs::LogGroup",
        &json!({ "RetentionInDays": "week" }),
        &[".RetentionInDays: `week` is not a whole number; write one"],
    );
}

#[test]
fn wrong_types_are_refused() {
    check_one(
        "AWS::SNS::Topic",
        &json!({ "Tags": { "Key": "a" }, "FifoTopic": 1, "DisplayName": [] }),
        &[
            ".Tags: `{\"Key\":\"a\"}` is not a list; write `[…]`",
            ".FifoTopic: `1` is neither `true` nor `false`; write one of them",
            ".DisplayName: `[]` is not a text; write one value in quotes",
        ],
    );
}

#[test]
fn what_only_the_service_sets_is_refused() {
    check_one(
        "AWS::SNS::Topic",
        &json!({ "TopicArn": "arn:aws:sns:eu-west-1:123456789012:t" }),
        &[".TopicArn: `TopicArn` is set by the service; remove it, and read it with `Fn::GetAtt`"],
    );
}

#[test]
fn functions_are_let_through_and_branches_are_looked_into() {
    check_one(
        "AWS::SNS::Topic",
        &json!({
            "DisplayName": { "Fn::If": ["C", { "Ref": "AWS::NoValue" }, "ok"] },
            "FifoTopic": { "Fn::If": ["C", "yes", { "Ref": "Name" }] },
            "Tags": [{ "Fn::If": ["C", { "Key": "a", "Value": "b" }, { "Ref": "AWS::NoValue" }] }],
        }),
        &[".FifoTopic.Fn::If[1]: `yes` is neither `true` nor `false`; write one of them"],
    );
}

#[test]
fn a_required_property_that_is_no_value_is_missing() {
    check_one(
        "AWS::DynamoDB::Table",
        &json!({ "BillingMode": "PAY_PER_REQUEST", "KeySchema": { "Ref": "AWS::NoValue" } }),
        &[": `KeySchema` is missing; set it"],
    );
}

#[test]
fn a_list_is_not_a_single_value() {
    check_one(
        "AWS::SNS::Topic",
        &json!({ "DisplayName": { "Ref": "Names" } }),
        &[
            ".DisplayName: `Ref` of `Names` yields a list, and this is a single value; take one item with `Fn::Select`, or join them with `Fn::Join`",
        ],
    );
    check_one(
        "AWS::IAM::ManagedPolicy",
        &json!({ "PolicyDocument": {}, "Roles": { "Ref": "Name" }, "Users": { "Ref": "Names" } }),
        &[".Roles: `Ref` of `Name` yields a single value, and this is a list; put it in `[…]`"],
    );
}

#[test]
fn properties_that_exclude_each_other_are_named() {
    check_one(
        "AWS::CloudFront::Distribution",
        &json!({ "DistributionConfig": {
            "Enabled": true,
            "DefaultCacheBehavior": { "TargetOriginId": "o", "ViewerProtocolPolicy": "https-only" },
            "ViewerCertificate": { "CloudFrontDefaultCertificate": true, "AcmCertificateArn": "arn:aws:acm:us-east-1:123456789012:certificate/a", "SslSupportMethod": "sni-only" },
        } }),
        &[
            ".DistributionConfig.ViewerCertificate: `AcmCertificateArn` and `CloudFrontDefaultCertificate` exclude each other; keep one",
        ],
    );
}

#[test]
fn what_the_default_asks_for_is_missed() {
    check_one(
        "AWS::DynamoDB::Table",
        &json!({ "KeySchema": [{ "AttributeName": "id", "KeyType": "HASH" }] }),
        &[": lacks `ProvisionedThroughput`; add what is missing, or set `BillingMode` to `PAY_PER_REQUEST`"],
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
fn items_that_must_differ_do() {
    check_one(
        "AWS::Lambda::Function",
        &json!({ "Code": {}, "Role": { "Ref": "Name" }, "Architectures": ["arm64", "arm64"], "PackageType": "Image" }),
        &[
            ".Architectures[1]: `arm64` is there twice; remove one",
            ".Architectures: has 2 of at most 1 item; remove some",
        ],
    );
}

#[test]
fn a_text_that_is_too_long_without_its_variables_is_refused() {
    let name = |letters: usize| json!({ "Fn::Sub": format!("{}-${{AWS::AccountId}}-${{AWS::Region}}", "a".repeat(letters)) });
    check_one("AWS::S3::Bucket", &json!({ "BucketName": name(40) }), &[]);
    check_one(
        "AWS::S3::Bucket",
        &json!({ "BucketName": name(41) }),
        &[
            ".BucketName: `aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa-${AWS::AccountId}-…` has at least 64 characters, \
             and at most 63 fit; make it shorter",
        ],
    );
}

#[test]
fn a_type_that_is_nearly_one_is_named() {
    let found = problems(&json!({ "R": { "Type": "AWS::SQS::Quue" }, "S": { "Type": "AWS::SQS::Mailbox" } }));
    assert_eq!(
        found,
        ["Resources/R at Type: there is no type `AWS::SQS::Quue`; did you mean `AWS::SQS::Queue`?"]
    );
}

#[test]
fn unknown_types_and_later_values_are_let_through() {
    check_one("Custom::Thing", &json!({ "Anything": 1 }), &[]);
    check_one("AWS::EC2::VPC", &json!({ "Nonsense": 1 }), &[]);
    check_one(
        "AWS::Logs::LogGroup",
        &json!({ "RetentionInDays": "{{resolve:ssm:days}}" }),
        &[],
    );
}

#[test]
fn the_end_of_a_text_is_understood_however_it_is_written() {
    check_one(
        "AWS::Logs::LogGroup",
        &json!({ "LogGroupName": "/aws/lambda/get" }),
        &[],
    );
    check_one(
        "AWS::Logs::LogGroup",
        &json!({ "LogGroupName": "a b" }),
        &[".LogGroupName: `a b` does not match `^[.\\-_/#A-Za-z0-9]{1,512}$`; change it so that it does"],
    );
}

#[test]
fn what_a_macro_rewrites_is_let_through() {
    let template = json!({
        "Transform": ["Explode"],
        "Resources": { "T": { "Type": "AWS::SNS::Topic", "Properties": { "ExplodeMap": "Topics", "Tags": [{ "Key": "a" }, { "Key": "a" }] } } },
    });
    let template = Template::from_json(&template.to_string()).expect("a template");
    assert_eq!(template.check(), Ok(()));
}

#[test]
fn every_pattern_of_every_schema_compiles() {
    let mut seen = Vec::new();
    let mut broken = Vec::new();
    for schema in schema::all() {
        patterns_of(schema.properties, &mut seen, &mut |pattern| {
            if pattern::compile(pattern).is_none() {
                broken.push((schema.type_name, pattern.to_owned()));
            }
        });
    }
    assert_eq!(broken, []);
}

fn patterns_of(object: &'static Object, seen: &mut Vec<*const Object>, visit: &mut impl FnMut(&str)) {
    let address: *const Object = object;
    if seen.contains(&address) {
        return;
    }
    seen.push(address);
    for property in object.properties {
        patterns_in(&property.shape, seen, visit);
    }
}

fn patterns_in(shape: &Shape, seen: &mut Vec<*const Object>, visit: &mut impl FnMut(&str)) {
    match shape {
        Shape::Text(text) => text.pattern.into_iter().for_each(visit),
        Shape::List(list) => patterns_in(list.item, seen, visit),
        Shape::Map(value) => patterns_in(value, seen, visit),
        Shape::Object(object) => patterns_of(object, seen, visit),
        _ => {}
    }
}
