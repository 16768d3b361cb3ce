//! Compares two values at one path, down to the smallest parts that differ.

use infra_gen_cfn::Json;
use serde_json::Map;

use crate::{
    list,
    model::{Change, Effect, Path, PropertyChange},
};

/// A difference whose effect is not determined yet.
pub(crate) type Difference = (Path, Change);

/// The differences between two objects.
pub(crate) fn objects(
    path: &Path,
    old: &Map<String, Json>,
    new: &Map<String, Json>,
    found: &mut Vec<Difference>,
) {
    for (name, old) in old {
        let path = path.name(name);
        match new.get(name) {
            Some(new) => values(&path, old, new, found),
            None => found.push((path, Change::Removed { old: old.clone() })),
        }
    }
    for (name, new) in new {
        if !old.contains_key(name) {
            found.push((path.name(name), Change::Added { new: new.clone() }));
        }
    }
}

/// The differences between two values.
pub(crate) fn values(path: &Path, old: &Json, new: &Json, found: &mut Vec<Difference>) {
    if old == new {
        return;
    }
    match (old, new) {
        (Json::Object(old), Json::Object(new)) if !is_function(old) && !is_function(new) => {
            objects(path, old, new, found);
        }
        (Json::Array(old), Json::Array(new)) => list::lists(path, old, new, found),
        _ => found.push((
            path.clone(),
            Change::Changed {
                old: old.clone(),
                new: new.clone(),
            },
        )),
    }
}

/// The differences with one effect for all of them.
pub(crate) fn with_effect(differences: Vec<Difference>, effect: Effect) -> Vec<PropertyChange> {
    differences
        .into_iter()
        .map(|(path, change)| PropertyChange {
            path,
            change,
            effect,
            follows: None,
            through: None,
        })
        .collect()
}

/// Whether the object is a call of an intrinsic function, so that its entries are not properties.
pub(crate) fn is_function(entries: &Map<String, Json>) -> bool {
    entries.len() == 1
        && entries
            .keys()
            .all(|name| name == "Ref" || name == "Condition" || name.starts_with("Fn::"))
}
