//! A function call as a template's JSON has it, and what it names.
//!
//! Which functions there are and where each may stand is judged by the checks.

use crate::value::Json;

/// The function that a map calls: its one key is a function's name.
pub(crate) fn call(map: &serde_json::Map<String, Json>) -> Option<(&str, &Json)> {
    let mut entries = map.iter();
    match (entries.next(), entries.next()) {
        (Some((name, argument)), None) if name == "Ref" || name.starts_with("Fn::") => Some((name, argument)),
        _ => None,
    }
}

/// Whether `value` is a call, so that its type is only known at deployment.
pub(crate) fn is_call(value: &Json) -> bool {
    value.as_object().is_some_and(|map| call(map).is_some())
}

/// The resource and the attribute of `Fn::GetAtt`'s argument: a list, or one text with a dot.
pub(crate) fn attribute(argument: &Json) -> Option<(&str, &str)> {
    match argument {
        Json::String(text) => text.split_once('.'),
        Json::Array(parts) => match parts.as_slice() {
            [Json::String(resource), Json::String(attribute)] => Some((resource, attribute)),
            _ => None,
        },
        _ => None,
    }
}

/// The logical ID that a value stands for, by `Ref` or one of its attributes.
pub(crate) fn named(value: &Json) -> Option<&str> {
    match call(value.as_object()?)? {
        ("Ref", Json::String(name)) => Some(name),
        ("Fn::GetAtt", argument) => Some(attribute(argument)?.0),
        ("Fn::Sub", Json::String(text)) => {
            let inner = text.strip_prefix("${")?.strip_suffix('}')?;
            let name = inner.split_once('.').map_or(inner, |(name, _)| name);
            (!name.contains(['$', '!'])).then_some(name)
        }
        _ => None,
    }
}
