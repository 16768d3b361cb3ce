//! Differences that reach a resource without standing in it: a condition that changes, a mapping, a parameter's default.
//!
//! Where the template alone decides both values, the difference is certain. Where parameters or the account do, it is
//! possible: a deployed stack may have a value for which it matters.

use std::{
    cell::RefCell,
    collections::{BTreeMap, BTreeSet},
};

use infra_gen_cfn::{Json, ResourceBlock, Template};
use serde_json::Map;

use crate::{
    compare::{self, is_function},
    evaluate::{Evaluator, call},
    model::Change,
    path::{Path, Segment},
    text,
};

/// What differs outside of the resources of two templates and can reach into them.
pub(crate) struct Reach<'a> {
    old: Evaluator<'a>,
    new: Evaluator<'a>,
    parameters: BTreeSet<&'a str>,
    mappings: BTreeSet<&'a str>,
    /// The conditions that may have another value than before.
    conditions: BTreeSet<&'a str>,
}

/// A value that is written the same in both templates and may be another.
pub(crate) struct Reached {
    pub(crate) path: Path,
    pub(crate) change: Change,
    /// What it depends on, in words.
    pub(crate) through: String,
    pub(crate) is_certain: bool,
}

/// Whether a resource that is in both templates exists before and after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Existence {
    /// As before, as far as conditions decide it.
    Same,
    /// It is removed.
    Ends,
    /// It may be removed, or made: in words, on account of what.
    MayDiffer { through: String, may_end: bool },
    /// It is made.
    Begins,
}

impl<'a> Reach<'a> {
    /// `values` are the parameters that get another value, where a deployment decides them; without it another default may be
    /// another value.
    pub(crate) fn between(old: &'a Template, new: &'a Template, values: Option<&BTreeSet<String>>) -> Self {
        let parts: &[&str] = if values.is_some() {
            &["Type"]
        } else {
            &["Default", "Type"]
        };
        let mut reach = Self {
            old: Evaluator::of(old),
            new: Evaluator::of(new),
            parameters: changed(&old.parameters, &new.parameters, |old, new| {
                parts.iter().any(|part| old.get(part) != new.get(part))
            }),
            mappings: changed(&old.mappings, &new.mappings, |old, new| old != new),
            conditions: BTreeSet::new(),
        };
        let given = new
            .parameters
            .keys()
            .filter(|name| values.is_some_and(|values| values.contains(*name)));
        reach.parameters.extend(given.map(String::as_str));
        let written = changed(&old.conditions, &new.conditions, |old, new| {
            in_order(old) != in_order(new)
        });
        let uses: BTreeMap<&str, (bool, BTreeSet<String>)> = new
            .conditions
            .iter()
            .map(|(name, tested)| {
                let mut through = BTreeSet::new();
                reach.collect(tested, &mut through);
                let mut used = BTreeSet::new();
                conditions_in(tested, &mut used);
                (name.as_str(), (!through.is_empty(), used))
            })
            .collect();
        let seen = RefCell::new(BTreeMap::new());
        let changed: BTreeSet<&str> = new
            .conditions
            .keys()
            .map(String::as_str)
            .filter(|name| is_changed(name, &written, &uses, &seen, DEEPEST))
            .chain(written.iter().copied())
            .filter(|name| {
                let holds = reach.old.holds(name);
                holds.is_none() || holds != reach.new.holds(name)
            })
            .collect();
        reach.conditions = changed;
        reach
    }

    /// Whether nothing outside of the resources can reach into them.
    pub(crate) fn is_empty(&self) -> bool {
        self.parameters.is_empty() && self.mappings.is_empty() && self.conditions.is_empty()
    }

    /// What may differ within a resource although it is written the same.
    pub(crate) fn within(&self, before: &ResourceBlock, after: &ResourceBlock) -> Vec<Reached> {
        let mut found = Vec::new();
        if !self.is_empty() {
            let path = Path::default().name("Properties");
            self.objects(&path, &before.properties, &after.properties, &mut found);
        }
        found
    }

    /// What becomes of a resource by its condition.
    pub(crate) fn existence(&self, before: &ResourceBlock, after: &ResourceBlock) -> Existence {
        let condition = |block: &ResourceBlock| {
            block
                .attributes
                .get("Condition")
                .and_then(Json::as_str)
                .map(str::to_owned)
        };
        let (old, new) = (condition(before), condition(after));
        let is_same = old == new && new.as_deref().is_none_or(|name| !self.conditions.contains(name));
        if is_same {
            return Existence::Same;
        }
        let exists = |evaluator: &Evaluator<'_>, name: &Option<String>| match name {
            None => Some(true),
            Some(name) => evaluator.holds(name),
        };
        match (exists(&self.old, &old), exists(&self.new, &new)) {
            (Some(true), Some(true)) | (Some(false), Some(false)) => Existence::Same,
            (Some(true), Some(false)) => Existence::Ends,
            (Some(false), Some(true)) => Existence::Begins,
            (before, after) => Existence::MayDiffer {
                through: format!("condition `{}`", new.or(old).unwrap_or_default()),
                may_end: before != Some(false) && after != Some(true),
            },
        }
    }

    /// In words, what a value depends on that differs; none where it depends on nothing of the kind.
    pub(crate) fn through(&self, value: &Json) -> Option<String> {
        let mut through = BTreeSet::new();
        self.collect(value, &mut through);
        (!through.is_empty()).then(|| through.into_iter().collect::<Vec<_>>().join(", "))
    }

    fn objects(
        &self,
        path: &Path,
        old: &Map<String, Json>,
        new: &Map<String, Json>,
        found: &mut Vec<Reached>,
    ) {
        for (name, new) in new {
            if let Some(old) = old.get(name) {
                self.values(&path.name(name), old, new, found);
            }
        }
    }

    fn values(&self, path: &Path, old: &Json, new: &Json, found: &mut Vec<Reached>) {
        match (old, new) {
            (Json::Object(old), Json::Object(new)) if !is_function(old) && !is_function(new) => {
                self.objects(path, old, new, found);
            }
            (Json::Array(old), Json::Array(items)) => {
                for (index, item) in items.iter().enumerate() {
                    // An item that is not in both is told as one that is added or removed.
                    let same_place = old.get(index).filter(|old| *old == item);
                    if let Some(old) = same_place.or_else(|| old.iter().find(|old| *old == item)) {
                        self.values(&path.then(Segment::Index(index)), old, item, found);
                    }
                }
            }
            (old, new) if old == new => found.extend(self.one(path, new)),
            _ => {}
        }
    }

    fn one(&self, path: &Path, value: &Json) -> Option<Reached> {
        let through = self.through(value)?;
        let (old, new) = (self.old.value(value), self.new.value(value));
        let (is_certain, old, new) = match (old, new) {
            (Some(old), Some(new)) if old == new => return None,
            (Some(old), Some(new)) => (true, old, new),
            _ => (false, value.clone(), value.clone()),
        };
        Some(Reached {
            path: path.clone(),
            change: Change::Changed { old, new },
            through,
            is_certain,
        })
    }

    fn collect(&self, value: &Json, through: &mut BTreeSet<String>) {
        let parameter = |name: &str, through: &mut BTreeSet<String>| {
            if self.parameters.contains(name) {
                through.insert(format!("parameter `{name}`"));
            }
        };
        match call(value) {
            Some(("Ref", Json::String(name))) => parameter(name, through),
            Some(("Fn::Sub", argument)) => {
                let written = argument.as_str().or_else(|| argument.get(0)?.as_str());
                for name in written.into_iter().flat_map(text::references) {
                    parameter(&name, through);
                }
                if let Some(values) = argument.get(1) {
                    self.collect(values, through);
                }
            }
            Some(("Fn::FindInMap", Json::Array(keys))) => {
                if self.finds_another(keys) {
                    let name = keys.first().and_then(Json::as_str).unwrap_or("(computed)");
                    through.insert(format!("mapping `{name}`"));
                }
                for key in keys {
                    self.collect(key, through);
                }
            }
            Some(("Fn::If", Json::Array(parts))) => {
                if let Some(name) = parts.first().and_then(Json::as_str)
                    && self.conditions.contains(name)
                {
                    through.insert(format!("condition `{name}`"));
                }
                for part in parts {
                    self.collect(part, through);
                }
            }
            Some(("Condition", Json::String(name))) if self.conditions.contains(name.as_str()) => {
                through.insert(format!("condition `{name}`"));
            }
            _ => match value {
                Json::Array(items) => items.iter().for_each(|item| self.collect(item, through)),
                Json::Object(entries) => entries.values().for_each(|entry| self.collect(entry, through)),
                _ => {}
            },
        }
    }

    /// Whether `Fn::FindInMap` with these arguments may yield another value than before.
    fn finds_another(&self, keys: &[Json]) -> bool {
        match keys.first().and_then(Json::as_str) {
            Some(mapping) if !self.mappings.contains(mapping) => false,
            _ if self.mappings.is_empty() => false,
            _ => match (self.old.candidates(keys), self.new.candidates(keys)) {
                (Some(old), Some(new)) => old != new,
                _ => true,
            },
        }
    }
}

/// The blocks that are in both sections and differ, and those that are in one only.
fn changed<'a>(
    old: &'a Map<String, Json>,
    new: &'a Map<String, Json>,
    differ: impl Fn(&Json, &Json) -> bool,
) -> BTreeSet<&'a str> {
    let missing = old.keys().filter(|name| !new.contains_key(*name));
    new.iter()
        .filter(|(name, new)| old.get(*name).is_none_or(|old| differ(old, new)))
        .map(|(name, _)| name)
        .chain(missing)
        .map(String::as_str)
        .collect()
}

/// How many conditions may be made of one another. One that is deeper may have changed.
const DEEPEST: usize = 200;

fn is_changed<'a>(
    name: &'a str,
    written: &BTreeSet<&str>,
    uses: &'a BTreeMap<&str, (bool, BTreeSet<String>)>,
    seen: &RefCell<BTreeMap<&'a str, bool>>,
    left: usize,
) -> bool {
    let Some(left) = left.checked_sub(1) else {
        return true;
    };
    if let Some(known) = seen.borrow().get(name) {
        return *known;
    }
    seen.borrow_mut().insert(name, false);
    let is = written.contains(name)
        || uses.get(name).is_some_and(|(reached, used)| {
            *reached
                || used
                    .iter()
                    .any(|used| is_changed(used, written, uses, seen, left))
        });
    seen.borrow_mut().insert(name, is);
    is
}

/// The names of the conditions that a test is made of.
fn conditions_in(tested: &Json, names: &mut BTreeSet<String>) {
    match call(tested) {
        Some(("Condition", Json::String(name))) => {
            names.insert(name.clone());
        }
        _ => match tested {
            Json::Array(items) => items.iter().for_each(|item| conditions_in(item, names)),
            Json::Object(entries) => entries.values().for_each(|entry| conditions_in(entry, names)),
            _ => {}
        },
    }
}

/// A test in which the order of operands is always the same: it says nothing.
fn in_order(tested: &Json) -> Json {
    match tested {
        Json::Object(entries) => entries
            .iter()
            .map(|(name, entry)| {
                let mut entry = in_order(entry);
                if let (true, Json::Array(operands)) = (
                    matches!(name.as_str(), "Fn::And" | "Fn::Or" | "Fn::Equals"),
                    &mut entry,
                ) {
                    operands.sort_by_cached_key(Json::to_string);
                }
                (name.clone(), entry)
            })
            .collect(),
        Json::Array(items) => items.iter().map(in_order).collect(),
        scalar => scalar.clone(),
    }
}

/// Whether a difference that is told already says as much.
pub(crate) fn is_told(found: &[compare::Found], path: &Path) -> bool {
    found
        .iter()
        .any(|(told, _)| path.segments().starts_with(told.segments()))
}
