//! Finds the values at the place of a rule.

use infra_gen_cfn::{Json, ResourceBlock};

use crate::{
    compare::is_function,
    display,
    evaluate::is_no_value,
    model::{Path, Segment},
};

/// A value at the place of a rule.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Found<'a> {
    pub(super) value: &'a Json,
    /// Whether a condition or a function decides whether it applies.
    pub(super) is_conditional: bool,
}

/// Collects the values of a property of this name, at any depth.
pub(super) fn find_named(path: &Path, value: &Json, name: &str, found: &mut Vec<(Path, Json)>) {
    match value {
        Json::Object(entries) => {
            for (key, entry) in entries {
                let path = path.name(key);
                if key == name {
                    found.push((path, entry.clone()));
                } else {
                    find_named(&path, entry, name, found);
                }
            }
        }
        Json::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                find_named(&path.then(Segment::Index(index)), item, name, found);
            }
        }
        _ => {}
    }
}

/// Whether the value is an object and not a function.
pub(super) fn is_plain_object(value: &Json) -> bool {
    value.as_object().is_some_and(|entries| !is_function(entries))
}

/// Whether the value is a function.
pub(super) fn is_a_function(value: Option<&Json>) -> bool {
    value.and_then(Json::as_object).is_some_and(is_function)
}

/// The values below `value` at the segments; both branches of a condition count.
pub(super) fn collect<'a>(value: Option<&'a Json>, segments: &[&str]) -> Vec<Found<'a>> {
    let mut found = Vec::new();
    if let Some(value) = value {
        collect_into(value, segments, false, &mut found);
    }
    found
}

fn collect_into<'a>(value: &'a Json, segments: &[&str], is_conditional: bool, found: &mut Vec<Found<'a>>) {
    if let Some([_, then, otherwise]) = value.get("Fn::If").and_then(Json::as_array).map(Vec::as_slice) {
        collect_into(then, segments, true, found);
        collect_into(otherwise, segments, true, found);
        return;
    }
    if is_no_value(value) {
        return;
    }
    let Some((first, rest)) = segments.split_first() else {
        found.push(Found {
            value,
            is_conditional: is_conditional || is_a_function(Some(value)),
        });
        return;
    };
    match value {
        Json::Object(entries) if is_function(entries) => found.push(Found {
            value,
            is_conditional: true,
        }),
        Json::Object(entries) if *first == "*" => {
            for entry in entries.values() {
                collect_into(entry, rest, is_conditional, found);
            }
        }
        Json::Array(items) if *first == "*" => {
            for item in items {
                collect_into(item, rest, is_conditional, found);
            }
        }
        Json::Object(entries) => {
            if let Some(entry) = entries.get(*first) {
                collect_into(entry, rest, is_conditional, found);
            }
        }
        _ => {}
    }
}

/// The values, with lists replaced by their items.
pub(super) fn items<'a>(found: &[Found<'a>]) -> impl Iterator<Item = Found<'a>> {
    let mut all = Vec::new();
    for found in found {
        match found.value {
            Json::Array(items) => {
                let mut branches = Vec::new();
                for item in items {
                    collect_into(item, &[], found.is_conditional, &mut branches);
                }
                all.extend(branches);
            }
            _ => all.push(*found),
        }
    }
    all.into_iter()
}

/// The networks that a resource allows.
pub(super) fn networks_of(block: Option<&ResourceBlock>, segments: &[&str]) -> Vec<String> {
    let Some(block) = block else { return Vec::new() };
    let properties = Json::Object(block.properties.clone());
    items(&collect(Some(&properties), segments))
        .map(|found| display::value(found.value))
        .collect()
}
