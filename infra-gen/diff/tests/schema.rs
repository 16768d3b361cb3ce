//! `docs/diff.schema.json` against what is written: every field is in it, with its type and, where there are few, its
//! values.
//!
//! The schema lets later versions add fields, as readers have to; here a field that it does not name is an error, so that
//! nothing is written undocumented. Only the schema language's keywords that the document uses are understood, and
//! another one is an error, too.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by its panic")]

use infra_gen_cfn::{Json, Template};
use infra_gen_diff::{Names, diff, json};
use serde_json::json;

const SCHEMA: &str = include_str!("../../../docs/diff.schema.json");
const OLD: &str = include_str!("templates/url-shortener.json");

#[test]
fn every_snapshots_json_is_as_the_schema_says() {
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
fn what_is_refused_is_as_the_schema_says() {
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
fn everything_new_and_everything_gone_are_as_the_schema_says() {
    let (none, all) = (json!({}), serde_json::from_str(OLD).unwrap());
    check(&written(&none, &all));
    check(&written(&all, &none));
}

#[test]
fn the_check_finds_what_is_wrong() {
    let schema = serde_json::from_str(SCHEMA).unwrap();
    let whole = written(&json!({}), &serde_json::from_str(OLD).unwrap());
    for (place, wrong) in [
        ("/schemaVersion", json!(2)),
        ("/different", json!("yes")),
        ("/summary/add", json!(-1)),
        ("/summary/extra", json!(1)),
        ("/resources/0/action", json!("explode")),
    ] {
        let mut spoiled = whole.clone();
        let (parent, field) = place.rsplit_once('/').unwrap();
        spoiled.pointer_mut(parent).unwrap()[field] = wrong;
        let problems = problems(&schema, &schema, "", &spoiled);
        assert_eq!(problems.len(), 1, "{place}: {problems:?}");
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

/// Where `value` is not as `schema` says; `root` is what references are looked up in.
fn problems(root: &Json, schema: &Json, place: &str, value: &Json) -> Vec<String> {
    let mut found = Vec::new();
    for (keyword, rule) in schema.as_object().unwrap() {
        match keyword.as_str() {
            "$ref" => {
                let pointer = rule.as_str().unwrap().trim_start_matches('#');
                found.extend(problems(root, root.pointer(pointer).unwrap(), place, value));
            }
            "const" if value != rule => found.push(format!("{place} is not {rule}: {value}")),
            "enum" if !rule.as_array().unwrap().contains(value) => {
                found.push(format!("{place} is none of {rule}: {value}"));
            }
            "type" if !is_of(rule.as_str().unwrap(), value) => {
                found.push(format!("{place} is no {rule}: {value}"));
            }
            "minimum" if value.as_f64().is_some_and(|value| value < rule.as_f64().unwrap()) => {
                found.push(format!("{place} is below {rule}: {value}"));
            }
            "required" => {
                let missing = rule.as_array().unwrap().iter().filter_map(Json::as_str);
                let missing = missing.filter(|name| value.get(name).is_none());
                found.extend(missing.map(|name| format!("{place} has no `{name}`")));
            }
            "properties" => {
                for (name, value) in value.as_object().into_iter().flatten() {
                    let place = format!("{place}/{name}");
                    match rule.get(name) {
                        Some(schema) => found.extend(problems(root, schema, &place, value)),
                        None => found.push(format!("{place} is not documented")),
                    }
                }
            }
            "items" => {
                for (index, item) in value.as_array().into_iter().flatten().enumerate() {
                    found.extend(problems(root, rule, &format!("{place}/{index}"), item));
                }
            }
            "oneOf" => {
                let fits = |schema: &&Json| problems(root, schema, place, value).is_empty();
                if rule.as_array().unwrap().iter().filter(fits).count() != 1 {
                    found.push(format!("{place} does not fit one of {rule}: {value}"));
                }
            }
            // They hold, or say nothing of the value.
            "const" | "enum" | "type" | "minimum" | "$schema" | "title" | "description" | "$defs" => {}
            other => found.push(format!(
                "the schema uses `{other}`, which this test does not understand"
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
