//! The normal form of text that is assembled at deployment: `Fn::Sub` and `Fn::Join`.
//!
//! A text is split into literals and references. If all of its parts are one of them, the functions that assemble it are not
//! significant.

use infra_gen_cfn::Json;
use serde_json::{Map, json};

/// A part of a text.
#[derive(Debug, Clone, PartialEq)]
enum Part {
    Literal(String),
    /// The name between `${` and `}`: `Table`, `Table.Arn`, `AWS::Region`.
    Reference(String),
}

/// The maximum number of bytes that variables add to a text. A variable can be used many times within another that is used
/// many times, so that a few lines expand to more than fits into memory. Such a text is compared as written.
const MAX_SUBSTITUTED: usize = 1 << 16;

impl Part {
    fn length(&self) -> usize {
        let (Self::Literal(text) | Self::Reference(text)) = self;
        text.len()
    }
}

/// The normal form of `Fn::Sub` or `Fn::Join` of `argument`, or `None` if a part is neither text nor a reference.
pub(crate) fn normal(function: &str, argument: &Json) -> Option<Json> {
    let parts = match function {
        "Fn::Sub" => substitution(argument)?,
        _ => join(argument)?,
    };
    Some(write(&merge(parts)))
}

/// The names that a text in normal form refers to.
pub(crate) fn references(text: &str) -> impl Iterator<Item = String> {
    parse(text).into_iter().filter_map(|part| match part {
        Part::Reference(name) => Some(name),
        Part::Literal(_) => None,
    })
}

/// The text with every reference renamed by `rename`.
pub(crate) fn rename(text: &str, rename: impl Fn(&str) -> String) -> String {
    let parts: Vec<Part> = parse(text)
        .into_iter()
        .map(|part| match part {
            Part::Reference(name) => Part::Reference(rename(&name)),
            literal @ Part::Literal(_) => literal,
        })
        .collect();
    to_sub(&parts)
}

/// The text of `Fn::Sub` with the references replaced for which `value` returns one.
pub(crate) fn substitute(text: &str, value: impl Fn(&str) -> Option<String>) -> String {
    let parts: Vec<Part> = parse(text)
        .into_iter()
        .map(|part| match part {
            Part::Reference(name) => value(&name).map_or(Part::Reference(name), Part::Literal),
            literal @ Part::Literal(_) => literal,
        })
        .collect();
    to_sub(&parts)
}

/// A value as the parts of a text.
fn parts_of(value: &Json) -> Option<Vec<Part>> {
    match value {
        Json::String(text) => Some(vec![Part::Literal(text.clone())]),
        Json::Bool(_) | Json::Number(_) => Some(vec![Part::Literal(value.to_string())]),
        Json::Object(entries) if entries.len() == 1 => {
            let (function, argument) = entries.iter().next()?;
            match function.as_str() {
                "Ref" => Some(vec![Part::Reference(argument.as_str()?.to_owned())]),
                "Fn::GetAtt" => match argument.as_array()?.as_slice() {
                    [resource, attribute] => Some(vec![Part::Reference(format!(
                        "{}.{}",
                        resource.as_str()?,
                        attribute.as_str()?
                    ))]),
                    _ => None,
                },
                "Fn::Sub" => substitution(argument),
                "Fn::Join" => join(argument),
                _ => None,
            }
        }
        _ => None,
    }
}

fn substitution(argument: &Json) -> Option<Vec<Part>> {
    let none = Map::new();
    let (text, variables) = match argument {
        Json::String(text) => (text, &none),
        Json::Array(items) => match items.as_slice() {
            [Json::String(text)] => (text, &none),
            [Json::String(text), Json::Object(variables)] => (text, variables),
            _ => return None,
        },
        _ => return None,
    };
    let mut parts = Vec::new();
    let mut left = MAX_SUBSTITUTED;
    for part in parse(text) {
        match part {
            Part::Reference(name) if variables.contains_key(&name) => {
                let substituted = parts_of(&variables[&name])?;
                left = substituted
                    .iter()
                    .try_fold(left, |left, part| left.checked_sub(part.length()))?;
                parts.extend(substituted);
            }
            other => parts.push(other),
        }
    }
    Some(parts)
}

fn join(argument: &Json) -> Option<Vec<Part>> {
    let [Json::String(delimiter), Json::Array(items)] = argument.as_array()?.as_slice() else {
        return None;
    };
    let mut parts = Vec::new();
    for (index, item) in items.iter().enumerate() {
        let of_item = parts_of(item)?;
        // If the only reference is a list, `Fn::Join` puts the delimiter between its items.
        if items.len() == 1 && !delimiter.is_empty() && matches!(of_item.as_slice(), [Part::Reference(_)]) {
            return None;
        }
        if index > 0 {
            parts.push(Part::Literal(delimiter.clone()));
        }
        parts.extend(of_item);
    }
    Some(parts)
}

/// The parts of the text of `Fn::Sub`. `${!Name}` is the literal `${Name}`.
fn parse(text: &str) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("${") {
        parts.push(Part::Literal(before.to_owned()));
        let Some((name, remainder)) = after.split_once('}') else {
            parts.push(Part::Literal(format!("${{{after}")));
            return parts;
        };
        parts.push(match name.strip_prefix('!') {
            Some(literal) => Part::Literal(format!("${{{literal}}}")),
            None => Part::Reference(name.trim().to_owned()),
        });
        rest = remainder;
    }
    parts.push(Part::Literal(rest.to_owned()));
    parts
}

fn merge(parts: Vec<Part>) -> Vec<Part> {
    let mut merged: Vec<Part> = Vec::with_capacity(parts.len());
    for part in parts {
        match (merged.last_mut(), part) {
            (_, Part::Literal(text)) if text.is_empty() => {}
            (Some(Part::Literal(before)), Part::Literal(text)) => before.push_str(&text),
            (_, part) => merged.push(part),
        }
    }
    merged
}

fn write(parts: &[Part]) -> Json {
    match parts {
        [] => json!(""),
        [Part::Literal(text)] => json!(text),
        [Part::Reference(name)] => match name.split_once('.') {
            Some((resource, attribute)) => json!({ "Fn::GetAtt": [resource, attribute] }),
            None => json!({ "Ref": name }),
        },
        parts => json!({ "Fn::Sub": to_sub(parts) }),
    }
}

fn to_sub(parts: &[Part]) -> String {
    parts
        .iter()
        .map(|part| match part {
            Part::Literal(text) => text.replace("${", "${!"),
            Part::Reference(name) => format!("${{{name}}}"),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use infra_gen_cfn::Json;
    use serde_json::json;

    use crate::normal::value;

    #[track_caller]
    fn check(written: &Json, expected: &Json) {
        assert_eq!(value(written, None), *expected);
    }

    #[test]
    fn a_join_becomes_a_substitution() {
        check(
            &json!({ "Fn::Join": ["", ["arn:", { "Ref": "AWS::Partition" }, ":s3:::", { "Fn::GetAtt": ["A", "Arn"] }]] }),
            &json!({ "Fn::Sub": "arn:${AWS::Partition}:s3:::${A.Arn}" }),
        );
    }

    #[test]
    fn the_delimiter_is_placed_between_the_items() {
        check(
            &json!({ "Fn::Join": ["/", ["a", { "Ref": "B" }, "c"]] }),
            &json!({ "Fn::Sub": "a/${B}/c" }),
        );
    }

    #[test]
    fn variables_are_substituted() {
        check(
            &json!({ "Fn::Sub": ["${table}/x-${AWS::Region}", { "table": { "Fn::GetAtt": "T.Arn" } }] }),
            &json!({ "Fn::Sub": "${T.Arn}/x-${AWS::Region}" }),
        );
    }

    #[test]
    fn a_substitution_of_one_reference_is_that_reference() {
        check(
            &json!({ "Fn::Sub": "${T.Arn}" }),
            &json!({ "Fn::GetAtt": ["T", "Arn"] }),
        );
        check(
            &json!({ "Fn::Join": ["", [{ "Ref": "T" }]] }),
            &json!({ "Ref": "T" }),
        );
    }

    #[test]
    fn literal_text_needs_no_function() {
        check(&json!({ "Fn::Join": ["-", ["a", "b"]] }), &json!("a-b"));
        check(&json!({ "Fn::Sub": "cost ${!x}" }), &json!("cost ${x}"));
    }

    #[test]
    fn a_text_that_would_become_too_large_stays_as_written() {
        let mut text = json!("x");
        for _ in 0..60 {
            text = json!({ "Fn::Sub": ["${a}${a}", { "a": text }] });
        }
        let once = value(&text, None);
        assert!(once.to_string().len() < 1 << 20);
        assert_eq!(value(&text, None), once);
    }

    #[test]
    fn a_list_of_unknown_length_stays_joined() {
        let joined = json!({ "Fn::Join": [",", { "Ref": "Subnets" }] });
        check(&joined, &joined);
        let joined = json!({ "Fn::Join": [",", [{ "Ref": "Subnets" }]] });
        check(&joined, &joined);
        let imported = json!({ "Fn::Join": ["", ["a", { "Fn::ImportValue": "x" }]] });
        check(&imported, &imported);
    }
}
