//! The checked-in OpenAPI document is up to date.

use std::{fs, path::Path};

use serde_json::Value;
use shop_contract::openapi;

#[test]
fn the_checked_in_document_is_up_to_date() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("openapi.json");
    let checked_in = fs::read_to_string(path).unwrap();
    assert!(
        checked_in == openapi::document_text(),
        "`lambdas/contract/openapi.json` is out of date; run `make generate`"
    );
}

#[test]
fn every_reference_has_a_schema() {
    let document = openapi::document();
    let mut references = Vec::new();
    collect_references(&document, &mut references);
    assert!(!references.is_empty());
    for reference in references {
        let pointer = reference
            .strip_prefix('#')
            .expect("a reference within the document");
        assert!(document.pointer(pointer).is_some(), "`{reference}` has no schema");
    }
}

#[test]
fn an_optional_field_is_absent_rather_than_null() {
    let document = openapi::document();
    let page = &document["components"]["schemas"]["ProductPage"];
    assert_eq!(page["properties"]["nextToken"]["type"], "string");
    assert_eq!(page["required"], serde_json::json!(["items"]));
}

fn collect_references(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Object(object) => {
            found.extend(object.get("$ref").and_then(Value::as_str).map(str::to_owned));
            object.values().for_each(|value| collect_references(value, found));
        }
        Value::Array(items) => items.iter().for_each(|value| collect_references(value, found)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}
