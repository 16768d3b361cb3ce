//! Checks the JSON output against `docs/diff.schema.json`: every field is documented, with its type and, if there are few, its
//! values.

#![expect(clippy::unwrap_used, reason = "a failing test panics")]

use infra_gen_cfn::{Json, Template};
use infra_gen_diff::{Names, ParameterValues, TemplateTree, diff, diff_nested, json};
use serde_json::json;

use json_schema::problems;

mod json_schema;

const SCHEMA: &str = include_str!("../../../docs/diff.schema.json");
const OLD: &str = include_str!("templates/url-shortener.json");

#[test]
fn the_json_of_every_snapshot_matches_the_schema() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../snapshots/diff");
    let mut checked = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let text = std::fs::read_to_string(entry.unwrap().path()).unwrap();
        let written = text.rsplit("\n════════\n").next().unwrap();
        check(&serde_json::from_str(written).unwrap());
        checked += 1;
    }
    assert!(checked >= 9, "{checked} snapshots");
}

#[test]
fn a_refused_update_matches_the_schema() {
    let pool = |names: Json| {
        json!({ "Resources": { "People": {
            "Type": "AWS::Cognito::UserPool", "Properties": { "UsernameAttributes": names } } } })
    };
    let found = written(&pool(json!(["email"])), &pool(json!(["phone_number"])));
    assert_eq!(found["summary"]["refused"], json!(["user pool People"]));
    assert_eq!(found["resources"][0]["action"], "change");
    check(&found);
}

#[test]
fn adding_and_removing_everything_matches_the_schema() {
    let (none, all) = (json!({}), serde_json::from_str(OLD).unwrap());
    check(&written(&none, &all));
    check(&written(&all, &none));
}

#[test]
fn a_nested_stack_matches_the_schema() {
    let tree = |name: &str| {
        let read = |document: &Json| Template::parse(&document.to_string()).unwrap();
        let stack =
            json!({ "Type": "AWS::CloudFormation::Stack", "Properties": { "TemplateURL": "inner.json" } });
        let outer = read(&json!({ "Resources": { "Inner": stack } }));
        let topic = json!({ "Type": "AWS::SNS::Topic", "Properties": { "TopicName": name } });
        let inner = read(&json!({ "Resources": { "News": topic } }));
        TemplateTree {
            template: outer,
            nested: [("Inner".to_owned(), inner.into())].into(),
        }
    };
    let names = Names {
        old: "old",
        new: "new",
    };
    let found = diff_nested(&tree("a"), &tree("b"), &ParameterValues::default());
    let written: Json = serde_json::from_str(&json(&found, names)).unwrap();
    assert_eq!(written["different"], true);
    assert_eq!(written["nested"][0]["resources"][0]["action"], "replace");
    check(&written);
}

#[test]
fn the_check_finds_invalid_values() {
    let schema = serde_json::from_str(SCHEMA).unwrap();
    let whole = written(&json!({}), &serde_json::from_str(OLD).unwrap());
    for (path, invalid) in [
        ("/schemaVersion", json!(1)),
        ("/different", json!("yes")),
        ("/summary/add", json!(-1)),
        ("/summary/extra", json!(1)),
        ("/resources/0/action", json!("explode")),
    ] {
        let mut changed = whole.clone();
        let (parent, field) = path.rsplit_once('/').unwrap();
        changed.pointer_mut(parent).unwrap()[field] = invalid;
        let problems = problems(&schema, &schema, "", &changed);
        assert_eq!(problems.len(), 1, "{path}: {problems:?}");
    }
}

#[track_caller]
fn check(document: &Json) {
    let schema = serde_json::from_str(SCHEMA).unwrap();
    let problems = problems(&schema, &schema, "", document);
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

fn written(old: &Json, new: &Json) -> Json {
    let read = |document: &Json| Template::parse(&document.to_string()).unwrap();
    let names = Names {
        old: "old",
        new: "new",
    };
    serde_json::from_str(&json(&diff(&read(old), &read(new)), names)).unwrap()
}
