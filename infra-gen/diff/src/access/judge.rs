//! Applies a [`Rule`] to a change of a resource.

use infra_gen_cfn::{Json, ResourceBlock};

use super::{
    levels::level,
    networks,
    places::{Found, collect, find_named, is_a_function, is_plain_object, items, networks_of},
    rule::{AccessEffect, Rule},
};
use crate::{
    display,
    model::{Change, Path, PropertyChange, Segment},
};

/// How a change broadens access.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Verdict {
    pub(super) path: Path,
    pub(super) what: String,
    pub(super) certain: bool,
}

/// A change of a resource that is in both templates, with the resource before and after.
pub(super) struct Update<'a> {
    pub(super) change: &'a PropertyChange,
    pub(super) before: Option<&'a ResourceBlock>,
    pub(super) after: Option<&'a ResourceBlock>,
}

/// Whether the change is at, above or below the place of the rule.
pub(super) fn covers(rule: &Rule, change: &PropertyChange) -> bool {
    let Some(keys) = change.path.below_properties() else {
        return false;
    };
    covers_keys(rule, &keys)
}

/// Whether the keys lead to the place of the rule, above or below it.
pub(super) fn covers_keys(rule: &Rule, keys: &[String]) -> bool {
    if let Some(name) = rule.name_at_any_depth() {
        return keys.last().is_some_and(|last| last == name);
    }
    let segments = rule.segments();
    !segments.is_empty()
        && segments
            .iter()
            .zip(keys)
            .all(|(segment, key)| *segment == "*" || segment == key)
}

/// How an update of a property broadens access according to the rule, if it does.
pub(super) fn update(rule: &Rule, update: &Update<'_>) -> Vec<Verdict> {
    let change = update.change;
    let Some(keys) = change.path.below_properties() else {
        return Vec::new();
    };
    let (before, after) = (change.change.before(), change.change.after());
    let is_uncertain = change.through.is_some() && before == after;
    if let Some(name) = rule.name_at_any_depth() {
        let change = NamedChange {
            path: &change.path,
            old: before,
            new: after,
            is_new: false,
            is_uncertain,
        };
        return named(rule, name, &change);
    }
    let segments = rule.segments();
    if keys.len() > segments.len() {
        return below(rule, update, keys.len() - segments.len());
    }
    let rest = &segments[keys.len()..];
    let new = collect(after, rest);
    let mut old = collect(before, rest);
    // A new item may replace one that was as open.
    let whole = update.before.map(|block| Json::Object(block.properties.clone()));
    if rest.contains(&"*") || (old.is_empty() && segments.contains(&"*")) {
        old = collect(whole.as_ref(), &segments);
    }
    let place = rest
        .iter()
        .fold(change.path.clone(), |path, segment| path.name(segment));
    let sides = Sides {
        old,
        new,
        is_new: false,
        is_uncertain,
        has_items: rest.contains(&"*") || is_item(&segments, &keys, &change.change),
    };
    let known = |block: Option<&ResourceBlock>| networks_of(block, &segments);
    judge(rule, &sides, &|| known(update.before), &place)
}

/// Whether the change adds or removes an item of a list or map, so that the other side has no default.
fn is_item(segments: &[&str], keys: &[String], change: &Change) -> bool {
    let is_whole = matches!(change, Change::Added { .. } | Change::Removed { .. });
    is_whole
        && keys
            .len()
            .checked_sub(1)
            .is_some_and(|last| segments.get(last) == Some(&"*"))
}

/// How a new resource broadens access according to the rule.
pub(super) fn creation(rule: &Rule, block: &ResourceBlock) -> Vec<Verdict> {
    let properties = Json::Object(block.properties.clone());
    let path = Path::default().name("Properties");
    if let Some(name) = rule.name_at_any_depth() {
        let change = NamedChange {
            path: &path,
            old: None,
            new: Some(&properties),
            is_new: true,
            is_uncertain: false,
        };
        return named(rule, name, &change);
    }
    let segments = rule.segments();
    let sides = Sides {
        old: Vec::new(),
        new: collect(Some(&properties), &segments),
        is_new: true,
        is_uncertain: false,
        has_items: segments.contains(&"*"),
    };
    let place = segments.iter().fold(path, |path, segment| path.name(segment));
    judge(rule, &sides, &Vec::new, &place)
}

/// The values of a property before and after.
pub(super) struct Sides<'a> {
    pub(super) old: Vec<Found<'a>>,
    pub(super) new: Vec<Found<'a>>,
    /// Whether the resource is new.
    pub(super) is_new: bool,
    /// Whether the value is written the same in both templates and may differ.
    pub(super) is_uncertain: bool,
    /// Whether the place is in a list or map, so that an absent value has no default.
    pub(super) has_items: bool,
}

fn judge(
    rule: &Rule,
    sides: &Sides<'_>,
    known_networks: &dyn Fn() -> Vec<String>,
    place: &Path,
) -> Vec<Verdict> {
    let verdict = |what: String, certain: bool| {
        vec![Verdict {
            path: place.clone(),
            what,
            certain,
        }]
    };
    match rule.effect {
        AccessEffect::Level {
            levels,
            absent,
            of_new,
        } => match level(sides, levels, absent, of_new) {
            Some((what, certain)) => verdict(what, certain),
            None => Vec::new(),
        },
        AccessEffect::Addresses { absent } => {
            let mut known = known_networks();
            if known.is_empty() && !absent.is_empty() && !sides.is_new {
                known.push(absent.to_owned());
            }
            let mut new: Vec<(String, bool)> = items(&sides.new)
                .map(|found| (display::value(found.value), !found.is_conditional))
                .collect();
            if new.is_empty() && !absent.is_empty() && (!sides.is_new || !sides.has_items) {
                new.push((absent.to_owned(), true));
            }
            let opened = new
                .iter()
                .find(|(network, _)| !known.iter().any(|known| networks::contains(known, network)));
            match opened {
                Some((network, certain)) => {
                    verdict(format!("allows {network}"), *certain && !sides.is_uncertain)
                }
                None if sides.is_uncertain => verdict("other networks may be allowed".to_owned(), false),
                None => Vec::new(),
            }
        }
        AccessEffect::Added => {
            let added = items(&sides.new).find(|new| !items(&sides.old).any(|old| old.value == new.value));
            let is_replaced = !sides.old.is_empty() && !sides.new.iter().any(|new| new.value.is_array());
            match added {
                Some(added) => verdict(
                    format!("grants access: {}", short(added.value)),
                    !added.is_conditional && !is_replaced,
                ),
                None if sides.is_uncertain => verdict("more may be granted".to_owned(), false),
                None => Vec::new(),
            }
        }
        AccessEffect::Removed | AccessEffect::RemovedOrMissing => {
            if sides.is_new {
                let is_public = rule.effect == AccessEffect::RemovedOrMissing && sides.new.is_empty();
                return if is_public {
                    verdict("without it, the resource is public".to_owned(), true)
                } else {
                    Vec::new()
                };
            }
            let removed = items(&sides.old).find(|old| !items(&sides.new).any(|new| new.value == old.value));
            let is_replaced = !sides.new.is_empty() && !sides.old.iter().any(|old| old.value.is_array());
            match removed {
                Some(_) if is_replaced => verdict("a restriction changes".to_owned(), false),
                Some(removed) => verdict(
                    format!("a restriction is removed: {}", short(removed.value)),
                    !removed.is_conditional,
                ),
                None if sides.is_uncertain => verdict("a restriction may change".to_owned(), false),
                None => Vec::new(),
            }
        }
        AccessEffect::Changed => {
            if sides.is_new || (sides.old == sides.new && !sides.is_uncertain) {
                return Vec::new();
            }
            verdict("the change may broaden access".to_owned(), false)
        }
        AccessEffect::Created | AccessEffect::Never => Vec::new(),
    }
}

/// A change inside the value of a rule, `depth` segments below its place.
fn below(rule: &Rule, update: &Update<'_>, depth: usize) -> Vec<Verdict> {
    let change = update.change;
    let is_item = depth == 1
        && matches!(
            change.path.segments().last(),
            Some(Segment::Index(_) | Segment::Item { .. })
        );
    let verdict = |what: String, certain: bool| {
        vec![Verdict {
            path: change.path.clone(),
            what,
            certain,
        }]
    };
    let (old, new) = (change.change.before(), change.change.after());
    match (rule.effect, &change.change) {
        (AccessEffect::Never, _)
        | (_, Change::Reordered { .. })
        | (AccessEffect::Added, Change::Removed { .. }) => Vec::new(),
        (AccessEffect::Addresses { absent }, _) => {
            let segments = rule.segments();
            let known = networks_of(update.before, &segments);
            let is_known = |network: &str| known.iter().any(|known| networks::contains(known, network));
            match new.map(display::value) {
                Some(network) if !is_known(&network) => {
                    verdict(format!("allows {network}"), !is_a_function(new))
                }
                None if !absent.is_empty() && networks_of(update.after, &segments).is_empty() => {
                    verdict(format!("allows {absent}"), true)
                }
                _ => Vec::new(),
            }
        }
        (AccessEffect::Added, Change::Added { .. }) => {
            let new = new.map(short).unwrap_or_default();
            verdict(format!("grants access: {new}"), true)
        }
        (AccessEffect::Removed | AccessEffect::RemovedOrMissing, Change::Added { .. }) if is_item => {
            Vec::new()
        }
        (AccessEffect::Removed | AccessEffect::RemovedOrMissing, Change::Removed { .. }) if is_item => {
            let old = old.map(short).unwrap_or_default();
            verdict(format!("a restriction is removed: {old}"), true)
        }
        (AccessEffect::Removed | AccessEffect::RemovedOrMissing, _) => {
            verdict("a restriction changes".to_owned(), false)
        }
        _ => verdict("the change may broaden access".to_owned(), false),
    }
}

/// A property of the rule's name at any depth of the old and the new value at `path`.
fn named(rule: &Rule, name: &str, change: &NamedChange<'_>) -> Vec<Verdict> {
    let is_itself = change.path.last_name() == Some(name);
    let find = |value: Option<&Json>| -> Vec<(Path, Json)> {
        let mut found = Vec::new();
        match value {
            Some(value) if is_itself => found.push((change.path.clone(), value.clone())),
            Some(value) => find_named(change.path, value, name, &mut found),
            None => {}
        }
        found
    };
    let old = find(change.old);
    let mut verdicts = Vec::new();
    for (path, value) in find(change.new) {
        let sides = Sides {
            old: old
                .iter()
                .filter(|(old, _)| *old == path)
                .flat_map(|(_, value)| collect(Some(value), &[]))
                .collect(),
            new: collect(Some(&value), &[]),
            is_new: change.is_new,
            is_uncertain: change.is_uncertain,
            has_items: true,
        };
        if !sides.new.iter().all(|found| is_plain_object(found.value)) {
            verdicts.extend(judge(rule, &sides, &Vec::new, &path));
        }
    }
    verdicts
}

struct NamedChange<'a> {
    path: &'a Path,
    old: Option<&'a Json>,
    new: Option<&'a Json>,
    is_new: bool,
    is_uncertain: bool,
}

/// A value in a sentence.
fn short(value: &Json) -> String {
    let text = display::value(value);
    if text.chars().count() <= 60 {
        return text;
    }
    let start: String = text.chars().take(59).collect();
    start + "…"
}
