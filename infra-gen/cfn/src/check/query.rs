//! Reading resources and property values, for the checks that look at more than one.

use crate::{
    intrinsic_call::referenced_id,
    substitution::{Piece, pieces},
    template::{ResourceBlock, Template},
    value::Json,
};

/// The resources of a type, without malformed ones.
pub(super) fn resources_of_type<'a>(
    template: &'a Template,
    type_name: &'static str,
) -> impl Iterator<Item = (&'a str, &'a ResourceBlock)> {
    template
        .resources
        .iter()
        .filter(move |(_, block)| block.type_name == type_name && !block.malformed)
        .map(|(id, block)| (id.as_str(), block))
}

/// The resource that a value refers to, if it is in the template and of that type.
pub(super) fn referenced_resource<'a>(
    template: &'a Template,
    value: &Json,
    type_name: &str,
) -> Option<(&'a str, &'a ResourceBlock)> {
    let (id, block) = template.resources.get_key_value(referenced_id(value)?)?;
    (block.type_name == type_name).then_some((id, block))
}

/// The items of a property that is a list; empty if it is not one.
pub(super) fn items<'a>(block: &'a ResourceBlock, property: &str) -> &'a [Json] {
    list(block.properties.get(property))
}

/// The items of a value that is a list; empty if it is not one.
pub(super) fn list(value: Option<&Json>) -> &[Json] {
    value.and_then(Json::as_array).map_or(&[], Vec::as_slice)
}

/// The items of a list, or the single value that may stand in place of a list.
pub(super) fn one_or_many(value: Option<&Json>) -> &[Json] {
    match value {
        Some(Json::Array(items)) => items,
        Some(one) => std::slice::from_ref(one),
        None => &[],
    }
}

/// A whole number, which may be written as a string.
pub(super) fn number(value: &Json) -> Option<i64> {
    match value {
        Json::Number(number) => number.as_i64(),
        Json::String(text) => text.parse().ok(),
        _ => None,
    }
}

/// Whether a property is `true`; `false` for a value that is known at deployment only.
pub(super) fn is_enabled(block: &ResourceBlock, property: &str) -> bool {
    let value = block.properties.get(property);
    value.is_some_and(|value| value == &Json::Bool(true) || value == "true")
}

/// Stands for a part of a text that is known at deployment only.
pub(super) const UNKNOWN: char = '\u{fffd}';

/// The text of a value, with [`UNKNOWN`] for each variable of `Fn::Sub`; `None` for other functions and types.
pub(super) fn text(value: &Json) -> Option<String> {
    if let Some(text) = value.as_str() {
        return Some(text.to_owned());
    }
    let text = match value.get("Fn::Sub")? {
        Json::String(text) => text,
        Json::Array(parts) => parts.first()?.as_str()?,
        _ => return None,
    };
    let known = pieces(text).map(|piece| match piece {
        Piece::Text(text) => text.to_owned(),
        Piece::Escaped(name) => format!("${{{name}}}"),
        Piece::Variable(_) => UNKNOWN.to_string(),
    });
    Some(known.collect())
}

/// Whether a string contains a dynamic reference, which is replaced at deployment, or the placeholder of a template engine,
/// which is replaced before.
pub(super) fn is_resolved_later(text: &str) -> bool {
    text.contains("{{resolve:") || has_placeholder(text)
}

/// Whether a text contains the placeholder of a template engine: `{{ name }}`.
pub(super) fn has_placeholder(text: &str) -> bool {
    text.split_once("{{").is_some_and(|(_, rest)| rest.contains("}}"))
}

/// Whether a domain name is `domain`, or below it.
pub(super) fn is_in_domain(name: &str, domain: &str) -> bool {
    let lower = |name: &str| name.trim_end_matches('.').to_lowercase();
    let (name, domain) = (lower(name), lower(domain));
    name == domain || name.ends_with(&format!(".{domain}"))
}

/// A text as messages show it.
pub(super) fn shown(text: &str) -> String {
    text.replace(UNKNOWN, "…")
}

/// The names in backticks: `a`, `b`, `c`.
pub(super) fn quoted<'n>(names: impl IntoIterator<Item = &'n str>) -> String {
    let quoted: Vec<String> = names.into_iter().map(|name| format!("`{name}`")).collect();
    quoted.join(", ")
}

/// The names in backticks: `a`, `b` and `c`.
pub(super) fn all_of<'n>(names: impl IntoIterator<Item = &'n str>) -> String {
    let quoted = quoted(names);
    match quoted.rsplit_once(", ") {
        Some((others, last)) => format!("{others} and {last}"),
        None => quoted,
    }
}
