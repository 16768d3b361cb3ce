//! Puts a definition together as far as it is known before the deployment.
//!
//! What only CloudFormation knows becomes a substitution, `${Name}`, which the checks of the language do not judge.

use infra_gen_cfn::{Json, ValuePath, intrinsic_call};
use serde_json::Map;

/// A definition as text.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Assembled {
    pub(super) text: String,
    /// Whether all its parts are known.
    pub(super) is_complete: bool,
}

/// Stands for a value that is not known.
const UNKNOWN: &str = "${Unknown}";

/// The definitions in a property, each with its location in the value. There are several if a condition selects one, and none
/// if nothing is known about them.
pub(super) fn assemble(value: &Json, substitutions: Option<&Json>) -> Vec<(ValuePath, Assembled)> {
    match value.as_object().and_then(intrinsic_call) {
        Some(("Fn::If", Json::Array(branches))) => {
            let branches = branches.iter().enumerate().skip(1);
            let assembled = branches.flat_map(|(i, branch)| {
                let here = ValuePath::default().key("Fn::If").index(i);
                let inner = assemble(branch, substitutions).into_iter();
                inner.map(move |(path, definition)| (here.clone().join(&path), definition))
            });
            return assembled.collect();
        }
        Some(("Ref", _)) => return Vec::new(),
        _ => {}
    }
    let text = match value {
        Json::Object(map) if intrinsic_call(map).is_none() => known(value).to_string(),
        value => match text(value) {
            Some(text) => substitute(&text, |name| {
                substitutions?.get(name)?.as_str().map(str::to_owned)
            }),
            None => return Vec::new(),
        },
    };
    let is_complete = !text.contains("${");
    vec![(ValuePath::default(), Assembled { text, is_complete })]
}

/// The value with a substitution in the place of each function.
fn known(value: &Json) -> Json {
    if value.as_object().and_then(intrinsic_call).is_some() {
        return text(value).unwrap_or_else(|| UNKNOWN.to_owned()).into();
    }
    match value {
        Json::Object(fields) => {
            let fields = fields.iter().map(|(name, value)| (name.clone(), known(value)));
            Json::Object(fields.collect())
        }
        Json::Array(items) => items.iter().map(known).collect(),
        scalar => scalar.clone(),
    }
}

/// The text that a value or function gives. `None` if nothing of it is known.
fn text(value: &Json) -> Option<String> {
    if let Json::String(text) = value {
        return Some(text.clone());
    }
    match value.as_object().and_then(intrinsic_call)? {
        ("Fn::Sub", Json::String(text)) => Some(sub(text, &Map::new())),
        ("Fn::Sub", Json::Array(arguments)) => {
            let [Json::String(text), Json::Object(variables)] = &arguments[..] else {
                return None;
            };
            Some(sub(text, variables))
        }
        ("Fn::Join", Json::Array(arguments)) => {
            let [Json::String(delimiter), Json::Array(parts)] = &arguments[..] else {
                return None;
            };
            let parts: Vec<String> = parts.iter().map(text_of_part).collect();
            Some(parts.join(delimiter))
        }
        ("Fn::ToJsonString", inner) => Some(known(inner).to_string()),
        ("Ref", Json::String(name)) => pseudo_parameter(name).map(str::to_owned),
        _ => None,
    }
}

fn text_of_part(part: &Json) -> String {
    match part {
        Json::Number(_) | Json::Bool(_) => part.to_string(),
        part => text(part).unwrap_or_else(|| UNKNOWN.to_owned()),
    }
}

/// The text of `Fn::Sub`.
fn sub(text: &str, variables: &Map<String, Json>) -> String {
    substitute(text, |name| {
        if let Some(literal) = name.strip_prefix('!') {
            return Some(format!("${{{literal}}}"));
        }
        match variables.get(name) {
            Some(value) => self::text(value),
            None => pseudo_parameter(name).map(str::to_owned),
        }
    })
}

/// Replaces each `${Name}` for which `value` knows a text.
fn substitute(text: &str, value: impl Fn(&str) -> Option<String>) -> String {
    let mut result = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find("${") {
        let Some(length) = rest[start..].find('}') else {
            break;
        };
        let name = rest[start + "${".len()..start + length].trim();
        result.push_str(&rest[..start]);
        match value(name) {
            Some(text) => result.push_str(&text),
            None => result.push_str(&rest[start..=start + length]),
        }
        rest = &rest[start + length + 1..];
    }
    result + rest
}

/// A value that the parameter has in most deployments. It only serves to check the form of an ARN.
fn pseudo_parameter(name: &str) -> Option<&'static str> {
    Some(match name {
        "AWS::Partition" => "aws",
        "AWS::Region" => "us-east-1",
        "AWS::AccountId" => "123456789012",
        "AWS::URLSuffix" => "amazonaws.com",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn text_is_assembled_from_functions() {
        let check = |value: Json, wanted: &str| assert_eq!(text(&value).as_deref(), Some(wanted), "{value}");
        check(
            json!({ "Fn::Sub": "a ${B} ${!C} ${AWS::Partition}" }),
            "a ${B} ${C} aws",
        );
        check(
            json!({ "Fn::Sub": ["${a}${b}", { "a": "x", "b": { "Ref": "Y" } }] }),
            "x${b}",
        );
        check(
            json!({ "Fn::Join": ["-", ["a", { "Fn::GetAtt": ["B", "Arn"] }, { "Ref": "AWS::Region" }, 1]] }),
            "a-${Unknown}-us-east-1-1",
        );
        check(
            json!({ "Fn::ToJsonString": { "a": { "Ref": "B" } } }),
            r#"{"a":"${Unknown}"}"#,
        );
        assert_eq!(text(&json!({ "Ref": "Definition" })), None);
    }

    #[test]
    fn definition_substitutions_are_applied_to_text() {
        let assembled = assemble(
            &json!("{\"a\": \"${b}\", \"c\": \"${d}\"}"),
            Some(&json!({ "b": "x" })),
        );
        assert_eq!(assembled[0].1.text, "{\"a\": \"x\", \"c\": \"${d}\"}");
        assert!(!assembled[0].1.is_complete);
    }
}
