//! Whether a change of a property replaces its resource, according to the registry.

use infra_gen_cfn::Json;
use infra_gen_schema::TypeSchema;

use crate::{compare::is_function, corrections, model::Change};

/// What the registry says about a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Verdict {
    /// The resource is updated in place.
    InPlace,
    /// It may be replaced: under conditions, or because a function may generate a property that replaces it.
    MayReplace,
    /// It is replaced.
    Replaces,
}

/// The verdict for a change at `keys` below the properties; `change` is the difference, if it is known.
///
/// A change above a property that replaces the resource counts only if one of the two values has that property.
pub(crate) fn verdict(schema: &TypeSchema, keys: &[&str], change: Option<&Change>) -> Verdict {
    let always = schema.create_only.iter().map(|path| (*path, Verdict::Replaces));
    let conditional = schema.conditional_create_only.iter().copied();
    let conditional = conditional.chain(corrections::documented(schema.type_name));
    always
        .chain(conditional.map(|path| (path, Verdict::MayReplace)))
        .filter_map(|(path, verdict)| {
            let is_certain = touch(path, keys, change)?;
            Some(if is_certain { verdict } else { Verdict::MayReplace })
        })
        .max()
        .unwrap_or(Verdict::InPlace)
}

/// Whether the change touches the property at `pattern`, and whether that is certain.
fn touch(pattern: &str, keys: &[&str], change: Option<&Change>) -> Option<bool> {
    let segments: Vec<&str> = pattern.split('.').collect();
    let is_related = segments
        .iter()
        .zip(keys)
        .all(|(segment, key)| *segment == "*" || segment == key);
    if !is_related {
        return None;
    }
    let Some(rest) = segments.get(keys.len()..).filter(|rest| !rest.is_empty()) else {
        return Some(true);
    };
    let Some(change) = change else {
        return Some(false);
    };
    let sides = [change.before(), change.after()].into_iter().flatten();
    sides.filter_map(|value| contains(value, rest)).max()
}

/// Whether the value has a property at the segments, and whether that is certain.
fn contains(value: &Json, segments: &[&str]) -> Option<bool> {
    let Some((first, rest)) = segments.split_first() else {
        return Some(true);
    };
    match value {
        Json::Object(entries) if is_function(entries) => Some(false),
        Json::Object(entries) => {
            let named = entries
                .iter()
                .filter(|(name, _)| *first == "*" || name == first)
                .filter_map(|(_, entry)| contains(entry, rest));
            // A loop or a macro may generate the property.
            let generated = entries
                .keys()
                .any(|name| name.starts_with("Fn::"))
                .then_some(false);
            named.max().max(generated)
        }
        Json::Array(items) if *first == "*" => items.iter().filter_map(|item| contains(item, rest)).max(),
        // Not the shape that the schema describes.
        _ => Some(false),
    }
}
