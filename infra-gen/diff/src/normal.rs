//! Normal form: notations that CloudFormation and IAM treat as provably equal become equal.
//!
//! All values are compared, and shown, in this form. Values that are not provably equal stay different: a text that looks
//! like a number where a text is expected, two functions that only return the same value at deployment.

use infra_gen_cfn::{Json, ResourceBlock, Template};
use infra_gen_schema::{Shape, ShapeRef, lookup};
use serde_json::{Map, json};

use crate::text;

/// The template in normal form.
pub(crate) fn template(template: &Template) -> Template {
    let mut normal = template.clone();
    for section in [
        &mut normal.metadata,
        &mut normal.parameters,
        &mut normal.mappings,
        &mut normal.conditions,
        &mut normal.outputs,
        &mut normal.resource_macros,
        &mut normal.other,
    ] {
        for (_, block) in section.iter_mut() {
            *block = value(block, None);
        }
    }
    for block in normal.resources.values_mut() {
        resource(block);
    }
    normal
}

fn resource(block: &mut ResourceBlock) {
    let schema = lookup(&block.type_name);
    block.properties = object(&block.properties, |name| ShapeRef::of(schema?, name));
    for (name, attribute) in &mut block.attributes {
        *attribute = if name == "DependsOn" {
            as_list(attribute)
        } else {
            value(attribute, None)
        };
    }
}

/// The value in normal form, if the schema expects `shape`.
pub(crate) fn value(given: &Json, shape: Option<ShapeRef>) -> Json {
    match given {
        Json::Object(entries) => {
            if let Some(normal) = function(entries, shape) {
                return normal;
            }
            let normal = object(entries, |name| shape?.entry(name));
            if entries.contains_key("Statement") {
                policy(normal)
            } else {
                Json::Object(normal)
            }
        }
        Json::Array(items) => {
            let item = shape.and_then(ShapeRef::item);
            items.iter().map(|given| value(given, item)).collect()
        }
        scalar => self::scalar(scalar, shape),
    }
}

fn object(entries: &Map<String, Json>, shape: impl Fn(&str) -> Option<ShapeRef>) -> Map<String, Json> {
    entries
        .iter()
        .map(|(name, entry)| (name.clone(), value(entry, shape(name))))
        .collect()
}

/// CloudFormation converts literals to the type of the property: `"128"` is 128 if a number is expected.
fn scalar(given: &Json, shape: Option<ShapeRef>) -> Json {
    match (shape.map(ShapeRef::shape), given) {
        (Some(Shape::Boolean), Json::String(text)) if text == "true" || text == "false" => {
            Json::Bool(text == "true")
        }
        (Some(Shape::Integer(_)), Json::String(text)) => match text.parse::<i64>() {
            Ok(number) if number.to_string() == *text => number.into(),
            _ => given.clone(),
        },
        (Some(Shape::Number(_)), Json::Number(number)) => number.as_f64().map_or_else(
            || given.clone(),
            |float| serde_json::Number::from_f64(float).map_or_else(|| given.clone(), Json::Number),
        ),
        (Some(Shape::Text(_)), Json::Bool(_) | Json::Number(_)) => Json::String(given.to_string()),
        _ => given.clone(),
    }
}

/// A function in normal form, or `None` if `entries` is not a function.
fn function(entries: &Map<String, Json>, shape: Option<ShapeRef>) -> Option<Json> {
    let (name, argument) = entries.iter().next().filter(|_| entries.len() == 1)?;
    match name.as_str() {
        // With `AWS::LanguageExtensions`, the name may be the result of a function.
        "Ref" | "Condition" => Some(json!({ name: value(argument, None) })),
        "Fn::GetAtt" => Some(json!({ "Fn::GetAtt": attribute(argument) })),
        "Fn::Sub" | "Fn::Join" => {
            let argument = value(argument, None);
            Some(text::normal(name, &argument).unwrap_or_else(|| json!({ name: argument })))
        }
        "Fn::If" => {
            let Json::Array(parts) = argument else {
                return Some(json!({ name: value(argument, None) }));
            };
            let parts = parts.iter().enumerate().map(|(index, part)| match index {
                0 => part.clone(),
                _ => value(part, shape),
            });
            Some(json!({ name: parts.collect::<Vec<_>>() }))
        }
        _ if name.starts_with("Fn::") => Some(json!({ name: value(argument, None) })),
        _ => None,
    }
}

/// `Table.Arn` and `["Table", "Arn"]` are the same.
fn attribute(argument: &Json) -> Json {
    match argument.as_str().and_then(|text| text.split_once('.')) {
        Some((resource, attribute)) => json!([resource, attribute]),
        None => value(argument, None),
    }
}

/// IAM treats a single value like a list of one, and the order of actions, resources, principals and condition values is not
/// significant.
fn policy(mut document: Map<String, Json>) -> Json {
    if let Some(statements) = document.get_mut("Statement") {
        let all = as_list(statements);
        *statements = match all {
            Json::Array(items) => items.into_iter().map(statement).collect(),
            other => other,
        };
    }
    Json::Object(document)
}

fn statement(given: Json) -> Json {
    let Json::Object(mut statement) = given else {
        return given;
    };
    for name in ["Action", "NotAction", "Resource", "NotResource"] {
        if let Some(values) = statement.get_mut(name) {
            *values = set(values);
        }
    }
    for name in ["Principal", "NotPrincipal"] {
        if let Some(Json::Object(kinds)) = statement.get_mut(name) {
            each(kinds, set);
        }
    }
    if let Some(Json::Object(operators)) = statement.get_mut("Condition") {
        for (_, tests) in operators.iter_mut() {
            if let Json::Object(tests) = tests {
                each(tests, set);
            }
        }
    }
    Json::Object(statement)
}

fn each(entries: &mut Map<String, Json>, change: impl Fn(&Json) -> Json) {
    if entries
        .keys()
        .any(|name| name.starts_with("Fn::") || name == "Ref")
    {
        return;
    }
    for (_, entry) in entries.iter_mut() {
        *entry = change(entry);
    }
}

/// A set in normal form: its only member, or a sorted list.
fn set(values: &Json) -> Json {
    let Json::Array(items) = values else {
        return values.clone();
    };
    let mut items = items.clone();
    items.sort_by_cached_key(Json::to_string);
    items.dedup();
    match <[Json; 1]>::try_from(items) {
        Ok([only]) => only,
        Err(items) => Json::Array(items),
    }
}

/// The value as a list, if it may also be a single item.
fn as_list(values: &Json) -> Json {
    match values {
        Json::Array(_) => values.clone(),
        one => json!([one]),
    }
}

#[cfg(test)]
mod tests {
    use infra_gen_cfn::Json;
    use infra_gen_schema::{ShapeRef, lookup};
    use serde_json::json;

    use super::value;

    #[track_caller]
    fn assert_equal(one: &Json, other: &Json) {
        assert_eq!(value(one, None), value(other, None));
    }

    #[test]
    fn a_single_value_equals_a_list_of_one_in_a_policy() {
        assert_equal(
            &json!({ "Statement": { "Effect": "Allow", "Action": ["a:B"], "Resource": "*" } }),
            &json!({ "Statement": [{ "Effect": "Allow", "Action": "a:B", "Resource": ["*"] }] }),
        );
    }

    #[test]
    fn the_order_of_actions_is_ignored() {
        assert_equal(
            &json!({ "Statement": [{ "Action": ["a:B", "a:C"] }] }),
            &json!({ "Statement": [{ "Action": ["a:C", "a:B", "a:C"] }] }),
        );
    }

    #[test]
    fn both_notations_of_get_att_are_equal() {
        assert_equal(
            &json!({ "Fn::GetAtt": "Table.Arn" }),
            &json!({ "Fn::GetAtt": ["Table", "Arn"] }),
        );
    }

    #[test]
    fn a_quoted_number_is_a_number_only_if_one_is_expected() {
        let function = lookup("AWS::Lambda::Function").unwrap();
        let shape = |name: &str| ShapeRef::of(function, name);
        assert_eq!(value(&json!("128"), shape("MemorySize")), json!(128));
        assert_eq!(value(&json!("128"), shape("Description")), json!("128"));
        assert_eq!(value(&json!("0128"), shape("MemorySize")), json!("0128"));
    }
}
