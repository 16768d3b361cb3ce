//! Compares lists. Items are matched by an identifying property if they have one, otherwise by content, so that an item that
//! only moved is not a difference.

use std::collections::{BTreeMap, BTreeSet};

use infra_gen_cfn::Json;

use crate::{
    compare::{self, Difference},
    list_diff::ListDiff,
    model::{Change, Path, Segment},
};

/// The properties that identify items, by precedence, and whether the order of such items is significant.
const IDENTIFIERS: [(&str, bool); 14] = [
    ("Sid", false),
    ("Id", false),
    ("ID", false),
    ("AttributeName", false),
    ("IndexName", false),
    ("PolicyName", false),
    ("Key", false),
    // The first pattern that matches applies.
    ("PathPattern", true),
    ("ErrorCode", false),
    ("StatusCode", false),
    ("Name", false),
    ("VirtualName", false),
    ("DeviceName", false),
    ("Region", false),
];

/// The properties whose value is a list without a significant order.
const UNORDERED: [&str; 14] = [
    "Action",
    "Aliases",
    "AllowedOAuthFlows",
    "AllowedOAuthScopes",
    "CallbackURLs",
    "DependsOn",
    "LogoutURLs",
    "ManagedPolicyArns",
    "NotAction",
    "NotResource",
    "Resource",
    "SecurityGroupIds",
    "Statement",
    "SubnetIds",
];

/// The differences between two lists.
pub(crate) fn lists(path: &Path, old: &[Json], new: &[Json], found: &mut Vec<Difference>) {
    for (identifier, ordered) in IDENTIFIERS {
        if let (Some(old_names), Some(new_names)) = (names(old, identifier), names(new, identifier)) {
            named(path, (old, &old_names), (new, &new_names), ordered, found);
            return;
        }
    }
    let ordered = path.last_name().is_none_or(|name| !UNORDERED.contains(&name));
    unnamed(path, old, new, ordered, found);
}

/// The values of the identifying property, if each item has a distinct one.
fn names(items: &[Json], identifier: &str) -> Option<Vec<String>> {
    let names: Vec<String> = items
        .iter()
        .map(|item| match item.get(identifier)? {
            Json::String(name) => Some(name.clone()),
            Json::Number(number) => Some(number.to_string()),
            _ => None,
        })
        .collect::<Option<_>>()?;
    let distinct: BTreeSet<&str> = names.iter().map(String::as_str).collect();
    (distinct.len() == names.len()).then_some(names)
}

fn named(
    path: &Path,
    (old, old_names): (&[Json], &[String]),
    (new, new_names): (&[Json], &[String]),
    ordered: bool,
    found: &mut Vec<Difference>,
) {
    let item = |index: usize, name: &str| {
        path.then(Segment::Item {
            index,
            name: name.to_owned(),
        })
    };
    let (old_indexes, new_indexes) = (indexes(old_names), indexes(new_names));
    for (index, (name, value)) in old_names.iter().zip(old).enumerate() {
        if !new_indexes.contains_key(name.as_str()) {
            found.push((item(index, name), Change::Removed { old: value.clone() }));
        }
    }
    for (index, (name, value)) in new_names.iter().zip(new).enumerate() {
        match old_indexes.get(name.as_str()) {
            Some(old_index) => compare::values(&item(index, name), &old[*old_index], value, found),
            None => found.push((item(index, name), Change::Added { new: value.clone() })),
        }
    }
    if ordered {
        let common = |names: &[String], other: &BTreeMap<&str, usize>| -> Vec<Json> {
            names
                .iter()
                .filter(|name| other.contains_key(name.as_str()))
                .map(|name| Json::from(name.as_str()))
                .collect()
        };
        reordered(
            path,
            common(old_names, &new_indexes),
            common(new_names, &old_indexes),
            found,
        );
    }
}

fn indexes(names: &[String]) -> BTreeMap<&str, usize> {
    names
        .iter()
        .enumerate()
        .map(|(index, name)| (name.as_str(), index))
        .collect()
}

fn reordered(path: &Path, old: Vec<Json>, new: Vec<Json>, found: &mut Vec<Difference>) {
    if old != new {
        let (old, new) = (Json::Array(old), Json::Array(new));
        found.push((path.clone(), Change::Reordered { old, new }));
    }
}

fn unnamed(path: &Path, old: &[Json], new: &[Json], ordered: bool, found: &mut Vec<Difference>) {
    let ListDiff {
        removed,
        added,
        moved,
    } = ListDiff::between(old, new);
    if moved && ordered {
        if removed.is_empty() && added.is_empty() {
            reordered(path, old.to_vec(), new.to_vec(), found);
            return;
        }
        // With other differences, too, only the whole lists show the new order.
        let (old, new) = (old.to_vec().into(), new.to_vec().into());
        found.push((path.clone(), Change::Changed { old, new }));
        return;
    }
    // The first removed item is compared with the first added one, and so on, while they have something in common.
    let mut paired = 0;
    while let (Some(&old_index), Some(&new_index)) = (removed.get(paired), added.get(paired)) {
        let (before, after) = (&old[old_index], &new[new_index]);
        let are_last = removed.len() == paired + 1 && added.len() == paired + 1;
        let are_last_scalars = !before.is_object() && !before.is_array() && are_last;
        if !are_last_scalars && !have_common_entry(before, after) {
            break;
        }
        compare::values(&path.then(Segment::Index(new_index)), before, after, found);
        paired += 1;
    }
    for &index in &removed[paired..] {
        let old = old[index].clone();
        found.push((path.then(Segment::Index(index)), Change::Removed { old }));
    }
    for &index in &added[paired..] {
        let new = new[index].clone();
        found.push((path.then(Segment::Index(index)), Change::Added { new }));
    }
}

/// Whether two objects have an equal entry, so that one may be a changed version of the other.
fn have_common_entry(old: &Json, new: &Json) -> bool {
    match (old, new) {
        (Json::Object(old), Json::Object(new)) => {
            !compare::is_function(old)
                && !compare::is_function(new)
                && old.iter().any(|(name, value)| new.get(name) == Some(value))
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use infra_gen_cfn::Json;
    use serde_json::json;

    use super::lists;
    use crate::model::Path;

    #[track_caller]
    fn check(list: &str, old: &Json, new: &Json, expected: &[&str]) {
        let mut found = Vec::new();
        let (old, new) = (old.as_array().unwrap(), new.as_array().unwrap());
        lists(&Path::default().name(list), old, new, &mut found);
        let seen: Vec<String> = found
            .iter()
            .map(|(path, change)| {
                let side = |value: Option<&Json>| value.map_or_else(|| "-".to_owned(), Json::to_string);
                format!("{path}: {} -> {}", side(change.before()), side(change.after()))
            })
            .collect();
        assert_eq!(seen, expected);
    }

    #[test]
    fn the_order_of_named_items_is_ignored() {
        check(
            "Tags",
            &json!([{ "Key": "a", "Value": "1" }, { "Key": "b", "Value": "2" }]),
            &json!([{ "Key": "b", "Value": "3" }, { "Key": "a", "Value": "1" }]),
            &["Tags[b].Value: \"2\" -> \"3\""],
        );
    }

    #[test]
    fn the_order_of_path_patterns_is_significant() {
        check(
            "CacheBehaviors",
            &json!([{ "PathPattern": "/a" }, { "PathPattern": "/b" }]),
            &json!([{ "PathPattern": "/b" }, { "PathPattern": "/a" }]),
            &["CacheBehaviors: [\"/a\",\"/b\"] -> [\"/b\",\"/a\"]"],
        );
    }

    #[test]
    fn a_moved_statement_is_not_a_difference() {
        let (a, b, c) = (json!({ "x": 1 }), json!({ "x": 2 }), json!({ "x": 3 }));
        check(
            "Statement",
            &json!([a, b]),
            &json!([b, c, a]),
            &["Statement[1]: - -> {\"x\":3}"],
        );
    }

    #[test]
    fn an_inserted_item_does_not_change_the_items_after_it() {
        check(
            "Layers",
            &json!(["a", "b"]),
            &json!(["a", "x", "b"]),
            &["Layers[1]: - -> \"x\""],
        );
    }

    #[test]
    fn a_replaced_item_is_one_difference() {
        check(
            "Layers",
            &json!(["a", "b"]),
            &json!(["a", "x"]),
            &["Layers[1]: \"b\" -> \"x\""],
        );
    }
}
