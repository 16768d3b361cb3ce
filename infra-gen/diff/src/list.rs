//! Two lists: items with names are found by their names, others by their content, so that what moved has not changed.

use std::collections::{BTreeMap, BTreeSet};

use infra_gen_cfn::Json;

use crate::{
    compare::{self, Found},
    model::Change,
    path::{Path, Segment},
    sequence::{self, Left},
};

/// What items are known by, in the order of trying. With each: whether the order of such items says something.
const IDENTITIES: [(&str, bool); 14] = [
    ("Sid", false),
    ("Id", false),
    ("ID", false),
    ("AttributeName", false),
    ("IndexName", false),
    ("PolicyName", false),
    ("Key", false),
    // The first pattern that fits decides.
    ("PathPattern", true),
    ("ErrorCode", false),
    ("StatusCode", false),
    ("Name", false),
    ("VirtualName", false),
    ("DeviceName", false),
    ("Region", false),
];

/// Lists whose order says nothing, by the name of the property that holds them.
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
pub(crate) fn lists(path: &Path, old: &[Json], new: &[Json], found: &mut Vec<Found>) {
    for (identity, ordered) in IDENTITIES {
        if let (Some(old_names), Some(new_names)) = (names(old, identity), names(new, identity)) {
            named(path, (old, &old_names), (new, &new_names), ordered, found);
            return;
        }
    }
    let ordered = path.last_name().is_none_or(|name| !UNORDERED.contains(&name));
    unnamed(path, old, new, ordered, found);
}

/// The names of the items, if each has one of its own.
fn names(items: &[Json], identity: &str) -> Option<Vec<String>> {
    let names: Vec<String> = items
        .iter()
        .map(|item| match item.get(identity)? {
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
    found: &mut Vec<Found>,
) {
    let item = |index: usize, name: &str| {
        path.then(Segment::Item {
            index,
            name: name.to_owned(),
        })
    };
    let (old_places, new_places) = (places(old_names), places(new_names));
    for (index, (name, value)) in old_names.iter().zip(old).enumerate() {
        if !new_places.contains_key(name.as_str()) {
            found.push((item(index, name), Change::Removed { old: value.clone() }));
        }
    }
    for (index, (name, value)) in new_names.iter().zip(new).enumerate() {
        match old_places.get(name.as_str()) {
            Some(place) => compare::values(&item(index, name), &old[*place], value, found),
            None => found.push((item(index, name), Change::Added { new: value.clone() })),
        }
    }
    if ordered {
        let common = |of: &[String], other: &BTreeMap<&str, usize>| -> Vec<Json> {
            of.iter()
                .filter(|name| other.contains_key(name.as_str()))
                .map(|name| Json::from(name.as_str()))
                .collect()
        };
        reordered(
            path,
            common(old_names, &new_places),
            common(new_names, &old_places),
            found,
        );
    }
}

fn places(names: &[String]) -> BTreeMap<&str, usize> {
    names
        .iter()
        .enumerate()
        .map(|(place, name)| (name.as_str(), place))
        .collect()
}

fn reordered(path: &Path, old: Vec<Json>, new: Vec<Json>, found: &mut Vec<Found>) {
    if old != new {
        let (old, new) = (Json::Array(old), Json::Array(new));
        found.push((path.clone(), Change::Reordered { old, new }));
    }
}

fn unnamed(path: &Path, old: &[Json], new: &[Json], ordered: bool, found: &mut Vec<Found>) {
    let Left { gone, come, moved } = sequence::left(old, new);
    if moved && ordered {
        if gone.is_empty() && come.is_empty() {
            reordered(path, old.to_vec(), new.to_vec(), found);
            return;
        }
        // Beside other differences only the whole lists tell it.
        let (old, new) = (old.to_vec().into(), new.to_vec().into());
        found.push((path.clone(), Change::Changed { old, new }));
        return;
    }
    // The first that is gone became the first that has come, if they are alike enough to have parts in common.
    let mut paired = 0;
    while let (Some(&place), Some(&other)) = (gone.get(paired), come.get(paired)) {
        let (before, after) = (&old[place], &new[other]);
        let are_last = gone.len() == paired + 1 && come.len() == paired + 1;
        let scalars = !before.is_object() && !before.is_array() && are_last;
        if !scalars && !alike(before, after) {
            break;
        }
        compare::values(&path.then(Segment::Index(other)), before, after, found);
        paired += 1;
    }
    for &place in &gone[paired..] {
        let old = old[place].clone();
        found.push((path.then(Segment::Index(place)), Change::Removed { old }));
    }
    for &place in &come[paired..] {
        let new = new[place].clone();
        found.push((path.then(Segment::Index(place)), Change::Added { new }));
    }
}

/// Whether two objects have an entry in common: then one may be the other, changed.
fn alike(old: &Json, new: &Json) -> bool {
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
    use crate::path::Path;

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
    fn named_items_may_stand_anywhere() {
        check(
            "Tags",
            &json!([{ "Key": "a", "Value": "1" }, { "Key": "b", "Value": "2" }]),
            &json!([{ "Key": "b", "Value": "3" }, { "Key": "a", "Value": "1" }]),
            &["Tags[b].Value: \"2\" -> \"3\""],
        );
    }

    #[test]
    fn the_order_of_path_patterns_says_something() {
        check(
            "CacheBehaviors",
            &json!([{ "PathPattern": "/a" }, { "PathPattern": "/b" }]),
            &json!([{ "PathPattern": "/b" }, { "PathPattern": "/a" }]),
            &["CacheBehaviors: [\"/a\",\"/b\"] -> [\"/b\",\"/a\"]"],
        );
    }

    #[test]
    fn a_statement_that_moved_has_not_changed() {
        let (a, b, c) = (json!({ "x": 1 }), json!({ "x": 2 }), json!({ "x": 3 }));
        check(
            "Statement",
            &json!([a, b]),
            &json!([b, c, a]),
            &["Statement[1]: - -> {\"x\":3}"],
        );
    }

    #[test]
    fn what_is_put_in_the_middle_shifts_nothing() {
        check(
            "Layers",
            &json!(["a", "b"]),
            &json!(["a", "x", "b"]),
            &["Layers[1]: - -> \"x\""],
        );
    }

    #[test]
    fn one_item_of_several_becomes_another() {
        check(
            "Layers",
            &json!(["a", "b"]),
            &json!(["a", "x"]),
            &["Layers[1]: \"b\" -> \"x\""],
        );
    }
}
