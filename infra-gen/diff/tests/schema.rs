//! Checks the JSON output against `docs/diff.schema.json`: every field is documented, with its type and, if there are few, its
//! values.
//!
//! The schema allows additional fields, as readers must; this test does not, so that no field is undocumented. Only the
//! keywords that the schema uses are implemented; any other keyword is an error.

#![expect(clippy::unwrap_used, reason = "a failing test panics")]

use infra_gen_cfn::{Json, Template};
use infra_gen_diff::{Names, diff, json};
use serde_json::json;

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

/// The places where `value` does not match `schema`; `root` resolves references.
fn problems(root: &Json, schema: &Json, path: &str, value: &Json) -> Vec<String> {
    let mut found = Vec::new();
    for (keyword, rule) in schema.as_object().unwrap() {
        match keyword.as_str() {
            "$ref" => {
                let pointer = rule.as_str().unwrap().trim_start_matches('#');
                found.extend(problems(root, root.pointer(pointer).unwrap(), path, value));
            }
            "const" if value != rule => found.push(format!("{path} is not {rule}: {value}")),
            "enum" if !rule.as_array().unwrap().contains(value) => {
                found.push(format!("{path} is not one of {rule}: {value}"));
            }
            "type" if !is_of(rule.as_str().unwrap(), value) => {
                found.push(format!("{path} is not of type {rule}: {value}"));
            }
            "minimum" if value.as_f64().is_some_and(|value| value < rule.as_f64().unwrap()) => {
                found.push(format!("{path} is below {rule}: {value}"));
            }
            "required" => {
                let missing = rule.as_array().unwrap().iter().filter_map(Json::as_str);
                let missing = missing.filter(|name| value.get(name).is_none());
                found.extend(missing.map(|name| format!("{path} has no `{name}`")));
            }
            "properties" => {
                for (name, value) in value.as_object().into_iter().flatten() {
                    let path = format!("{path}/{name}");
                    match rule.get(name) {
                        Some(schema) => found.extend(problems(root, schema, &path, value)),
                        None => found.push(format!("{path} is not documented")),
                    }
                }
            }
            "items" => {
                for (index, item) in value.as_array().into_iter().flatten().enumerate() {
                    found.extend(problems(root, rule, &format!("{path}/{index}"), item));
                }
            }
            "oneOf" => {
                let fits = |schema: &&Json| problems(root, schema, path, value).is_empty();
                if rule.as_array().unwrap().iter().filter(fits).count() != 1 {
                    found.push(format!("{path} does not fit one of {rule}: {value}"));
                }
            }
            // The value matches, or the keyword is not a constraint.
            "const" | "enum" | "type" | "minimum" | "$schema" | "title" | "description" | "$defs" => {}
            other => found.push(format!(
                "the schema uses `{other}`, which this test does not implement"
            )),
        }
    }
    found
}

fn is_of(kind: &str, value: &Json) -> bool {
    match kind {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "integer" => value.is_i64() || value.is_u64(),
        "boolean" => value.is_boolean(),
        "null" => value.is_null(),
        _ => false,
    }
}
