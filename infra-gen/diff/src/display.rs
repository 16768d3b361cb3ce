//! Values as text for people.

use infra_gen_cfn::Json;

/// The value as text: strings as they are, functions in the notation of `Fn::Sub`, everything else as JSON.
pub(crate) fn value(value: &Json) -> String {
    match value {
        Json::String(text) => text.clone(),
        Json::Object(entries) if entries.len() == 1 => {
            let Some((function, argument)) = entries.iter().next() else {
                return value.to_string();
            };
            match (function.as_str(), argument) {
                ("Ref", Json::String(id)) => reference(id),
                ("Fn::GetAtt", Json::Array(parts)) => match parts.as_slice() {
                    [Json::String(id), Json::String(attribute)] => format!("${{{id}.{attribute}}}"),
                    _ => value.to_string(),
                },
                ("Fn::Sub", Json::String(text)) => text.clone(),
                _ => value.to_string(),
            }
        }
        value => value.to_string(),
    }
}

/// A reference to a resource, in the notation of `Fn::Sub`.
pub(crate) fn reference(logical_id: &str) -> String {
    format!("${{{logical_id}}}")
}

/// The logical ID of a text that is a single reference, `${Table}` or `${Table.Arn}`; any other text as it is.
pub(crate) fn referenced_id(text: &str) -> &str {
    text.strip_prefix("${")
        .and_then(|rest| rest.strip_suffix('}'))
        .map_or(text, |id| id.split('.').next().unwrap_or(id))
}
