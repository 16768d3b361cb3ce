//! Names and values that the schema does not know, with the most likely correction.

use crate::{
    check::catalog::properties::{UNKNOWN_PROPERTY, VALUE_NOT_ALLOWED},
    check::{hint::did_you_mean, query::quoted},
    finding::Unplaced,
};

/// The most names or values that a hint lists.
const MAX_LISTED: usize = 8;

/// The object has no property of this name.
pub(super) fn unknown_property<'k>(name: &str, known: impl Iterator<Item = &'k str>) -> Unplaced {
    let known: Vec<&str> = known.collect();
    let otherwise = match known.len() {
        0 => "remove it; this object has no properties".to_owned(),
        1..=MAX_LISTED => format!("remove it, or use one of {}", quoted(known.iter().copied())),
        _ => "remove it".to_owned(),
    };
    UNKNOWN_PROPERTY.found(
        format!("`{name}` is not a property"),
        did_you_mean(name, known, &otherwise),
    )
}

/// `value` is not one of the allowed values.
pub(super) fn not_one_of(value: &str, allowed: &[&str]) -> Unplaced {
    let otherwise = if allowed.len() <= MAX_LISTED {
        format!("use one of {}", quoted(allowed.iter().copied()))
    } else {
        let more = allowed.len() - MAX_LISTED;
        let listed = quoted(allowed.iter().copied().take(MAX_LISTED));
        format!("use one of {listed}, … ({more} more)")
    };
    VALUE_NOT_ALLOWED.found(
        format!("`{value}` is not an allowed value"),
        did_you_mean(value, allowed.iter().copied(), &otherwise),
    )
}
