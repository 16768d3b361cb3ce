//! What a check that looks at several resources asks of a template.

use crate::{
    call::named,
    substitution::{Piece, pieces},
    template::{ResourceBlock, Template},
    value::Json,
};

/// The resources of a type.
pub(super) fn of_type<'a>(
    template: &'a Template,
    type_name: &'static str,
) -> impl Iterator<Item = (&'a str, &'a ResourceBlock)> {
    template
        .resources
        .iter()
        .filter(move |(_, block)| block.type_name == type_name)
        .map(|(id, block)| (id.as_str(), block))
}

/// The resource that a value stands for, if it is in the template and of that type.
pub(super) fn resource<'a>(
    template: &'a Template,
    value: &Json,
    type_name: &str,
) -> Option<(&'a str, &'a ResourceBlock)> {
    let (id, block) = template.resources.get_key_value(named(value)?)?;
    (block.type_name == type_name).then_some((id, block))
}

/// The items of a property that is a list.
pub(super) fn items<'a>(block: &'a ResourceBlock, property: &str) -> &'a [Json] {
    list(block.properties.get(property))
}

/// The items of a value that is a list.
pub(super) fn list(value: Option<&Json>) -> &[Json] {
    value.and_then(Json::as_array).map_or(&[], Vec::as_slice)
}

/// The items of a list, or the one value that stands for a list of it.
pub(super) fn one_or_many(value: Option<&Json>) -> &[Json] {
    match value {
        Some(Json::Array(items)) => items,
        Some(one) => std::slice::from_ref(one),
        None => &[],
    }
}

/// A whole number, which people write as a number or as its text.
pub(super) fn number(value: &Json) -> Option<i64> {
    match value {
        Json::Number(number) => number.as_i64(),
        Json::String(text) => text.parse().ok(),
        _ => None,
    }
}

/// Whether a property is certainly set to `true`.
pub(super) fn is_on(block: &ResourceBlock, property: &str) -> bool {
    block.properties.get(property).is_some_and(is_true)
}

/// Whether a value is `true`, in either of its spellings.
pub(super) fn is_true(value: &Json) -> bool {
    value == &Json::Bool(true) || value == "true"
}

/// What stands for a part of a text that is only known at deployment.
pub(super) const UNKNOWN: char = '\u{fffd}';

/// The text, with [`UNKNOWN`] for what is only known at deployment; `None` where nothing of it is known.
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

/// A text as messages show it.
pub(super) fn shown(text: &str) -> String {
    text.replace(UNKNOWN, "…")
}
