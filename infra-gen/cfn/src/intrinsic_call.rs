//! Calls of intrinsic functions in a template's JSON, and the resources that they refer to.
//!
//! Any `Fn::…` counts as a call here. The checks decide which functions exist and where each is allowed.

use crate::value::Json;

/// The name and the argument of a call: a map whose only key is `Ref` or `Fn::…`.
pub fn intrinsic_call(map: &serde_json::Map<String, Json>) -> Option<(&str, &Json)> {
    let mut entries = map.iter();
    match (entries.next(), entries.next()) {
        (Some((name, argument)), None) if name == "Ref" || is_function_key(name) => Some((name, argument)),
        _ => None,
    }
}

/// Whether a key of a map is the name of a function. Beside other keys, it is a macro or a loop, which adds keys.
pub(crate) fn is_function_key(key: &str) -> bool {
    key.starts_with("Fn::")
}

/// Whether a map has all its keys: no macro or loop adds others, and it is not a call.
pub(crate) fn is_complete(map: &serde_json::Map<String, Json>) -> bool {
    !map.keys().any(|key| is_function_key(key))
}

/// Whether `value` is a call. Its result is known at deployment only.
pub(crate) fn is_intrinsic_call(value: &Json) -> bool {
    value.as_object().is_some_and(|map| intrinsic_call(map).is_some())
}

/// The resource and the attribute of an argument of `Fn::GetAtt`: a list, or one string with a dot.
pub(crate) fn get_att_target(argument: &Json) -> Option<(&str, &str)> {
    match argument {
        Json::String(text) => text.split_once('.'),
        Json::Array(parts) => match parts.as_slice() {
            [Json::String(resource), Json::String(attribute)] => Some((resource, attribute)),
            _ => None,
        },
        _ => None,
    }
}

/// The logical ID that a value refers to by `Ref`, by `Fn::GetAtt`, or by an `Fn::Sub` of one variable only.
pub(crate) fn referenced_id(value: &Json) -> Option<&str> {
    match intrinsic_call(value.as_object()?)? {
        ("Ref", Json::String(name)) => Some(name),
        ("Fn::GetAtt", argument) => Some(get_att_target(argument)?.0),
        ("Fn::Sub", Json::String(text)) => {
            let inner = text.strip_prefix("${")?.strip_suffix('}')?;
            let name = inner.split_once('.').map_or(inner, |(name, _)| name);
            (!name.contains(['$', '!'])).then_some(name)
        }
        _ => None,
    }
}
