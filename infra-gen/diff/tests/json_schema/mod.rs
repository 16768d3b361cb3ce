//! Compares JSON output with a JSON Schema of the documentation.
//!
//! The schema allows additional fields, as readers must; this comparison does not, so that no field is undocumented. Only the
//! keywords that the schemas use are implemented; any other keyword is an error.

use serde_json::Value as Json;

/// The places where `value` does not match `schema`; `root` resolves references.
pub(crate) fn problems(root: &Json, schema: &Json, path: &str, value: &Json) -> Vec<String> {
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
                "the schema uses `{other}`, which this comparison does not implement"
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
