//! Properties of every pair of templates.

#![expect(clippy::unwrap_used, reason = "a failing test panics")]

use infra_gen_cfn::{Json, Template};
use infra_gen_diff::{Names, diff, json};
use proptest::prelude::*;
use serde_json::{Map, json};

proptest! {
    #[test]
    fn a_template_does_not_differ_from_itself(document in document()) {
        let template = read(&document);
        let found = diff(&template, &template);
        prop_assert!(found.is_empty());
        prop_assert!(found.patch.is_empty());
        prop_assert!(found.permissions.is_empty() && found.routes.is_empty() && found.state_machines.is_empty());
    }

    #[test]
    fn the_patch_turns_the_old_template_into_the_new_one(old in document(), new in document()) {
        let found = diff(&read(&old), &read(&new));
        let written: Json = serde_json::from_str(&json(&found, Names { old: "old", new: "new" })).unwrap();
        let patch: json_patch::Patch = serde_json::from_value(written["patch"].clone()).unwrap();
        let mut made = old;
        json_patch::patch(&mut made, &patch).unwrap();
        prop_assert_eq!(made, new);
    }

    #[test]
    fn the_order_of_keys_never_matters(document in document()) {
        let reversed = with_reversed_keys(&document);
        let found = diff(&read(&document), &read(&reversed));
        prop_assert!(found.is_empty(), "{:?}", found);
        prop_assert!(found.patch.is_empty());
    }

    #[test]
    fn differences_are_found_in_both_directions(old in document(), new in document()) {
        let there = diff(&read(&old), &read(&new));
        let back = diff(&read(&new), &read(&old));
        prop_assert_eq!(there.is_empty(), back.is_empty());
        prop_assert_eq!(there.summary.add, back.summary.remove);
        prop_assert_eq!(there.sections.len(), back.sections.len());
    }
}

fn read(document: &Json) -> Template {
    Template::parse(&document.to_string()).unwrap()
}

fn with_reversed_keys(value: &Json) -> Json {
    match value {
        Json::Object(entries) => entries
            .iter()
            .rev()
            .map(|(name, entry)| (name.clone(), with_reversed_keys(entry)))
            .collect(),
        Json::Array(items) => items.iter().map(with_reversed_keys).collect(),
        scalar => scalar.clone(),
    }
}

fn document() -> impl Strategy<Value = Json> {
    let resources = prop::collection::btree_map("[A-D]", resource(), 0..4);
    let section = || prop::collection::btree_map("[P-S]", object(), 0..3);
    (resources, section(), section(), prop::option::of("[a-z]{0,5}")).prop_map(
        |(resources, parameters, outputs, description)| {
            let mut document = Map::new();
            if let Some(description) = description {
                document.insert("Description".to_owned(), description.into());
            }
            document.insert("Parameters".to_owned(), json!(parameters));
            document.insert("Resources".to_owned(), json!(resources));
            document.insert("Outputs".to_owned(), json!(outputs));
            Json::Object(document)
        },
    )
}

fn resource() -> impl Strategy<Value = Json> {
    let types = prop::sample::select(vec![
        "AWS::SNS::Topic",
        "AWS::DynamoDB::Table",
        "AWS::IAM::Role",
        "AWS::IAM::Policy",
        "AWS::ApiGateway::Method",
        "AWS::ApiGateway::Resource",
        "AWS::ApiGateway::Deployment",
        "AWS::StepFunctions::StateMachine",
        "AWS::Lambda::Permission",
        "Custom::Thing",
        "AWS::Unknown::Type",
    ]);
    (types, object(), prop::option::of(value())).prop_map(|(type_name, properties, depends_on)| {
        match depends_on {
            Some(on) => json!({ "Type": type_name, "Properties": properties, "DependsOn": on }),
            None => json!({ "Type": type_name, "Properties": properties }),
        }
    })
}

fn object() -> impl Strategy<Value = Json> {
    prop::collection::btree_map(name(), value(), 0..5).prop_map(|entries| json!(entries))
}

fn name() -> impl Strategy<Value = String> {
    prop::sample::select(vec![
        "Name",
        "Id",
        "Key",
        "Statement",
        "Action",
        "Resource",
        "Effect",
        "Principal",
        "Policies",
        "PolicyDocument",
        "Definition",
        "States",
        "RestApiId",
        "ParentId",
        "PathPart",
        "a/b",
        "x~y",
        "",
    ])
    .prop_map(str::to_owned)
}

fn value() -> impl Strategy<Value = Json> {
    let leaf = prop_oneof![
        Just(Json::Null),
        any::<bool>().prop_map(Json::from),
        (-3_i64..300).prop_map(Json::from),
        "[a-c*]{0,3}".prop_map(Json::from),
        "[A-D]".prop_map(|id| json!({ "Ref": id })),
        "[A-D]\\.Arn".prop_map(|id| json!({ "Fn::GetAtt": id })),
        "x\\$\\{[A-D]\\}[$}{]?".prop_map(|text| json!({ "Fn::Sub": text })),
    ];
    leaf.prop_recursive(4, 24, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Json::from),
            prop::collection::btree_map(name(), inner.clone(), 0..4).prop_map(|entries| json!(entries)),
            prop::collection::vec(inner.clone(), 0..3).prop_map(|parts| json!({ "Fn::Join": ["-", parts] })),
            inner.prop_map(|value| json!({ "Fn::If": ["Yes", value, { "Ref": "AWS::NoValue" }] })),
        ]
    })
}
