//! Indirect changes of resources: a property is unchanged, but a condition, mapping or parameter that it uses changes.
//!
//! If both values are known, the change is certain. If they depend on unknown parameters or on the account, it is possible.
//! The other way round, a property that is written differently and has the same value is not a change.

use std::{
    cell::RefCell,
    collections::{BTreeMap, BTreeSet},
};

use infra_gen_cfn::{Json, ResourceBlock, Template};
use serde_json::Map;

use crate::{
    compare::{self, is_function},
    evaluate::{Evaluator, call, is_no_value, scalar_text},
    model::{Change, Path, Segment},
    text,
    values::ParameterValues,
};

/// The changed parameters, mappings and conditions that can affect the resources of two templates.
pub(crate) struct IndirectChanges<'a> {
    old: Evaluator<'a>,
    new: Evaluator<'a>,
    parameters: BTreeSet<&'a str>,
    mappings: BTreeSet<&'a str>,
    /// The conditions that may have a different value than before.
    conditions: BTreeSet<&'a str>,
}

/// A value that is written the same in both templates and may differ.
pub(crate) struct IndirectChange {
    pub(crate) path: Path,
    pub(crate) change: Change,
    /// The cause as text: "mapping `Names`".
    pub(crate) through: String,
    pub(crate) is_certain: bool,
}

/// Whether a resource that is in both templates exists before and after the change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Existence {
    /// Its condition does not change whether it exists.
    Unchanged,
    /// It is removed.
    Removed,
    /// It may be removed or created, because of `through`.
    MayChange {
        through: String,
        may_be_removed: bool,
        may_be_created: bool,
    },
    /// It is created.
    Created,
}

impl<'a> IndirectChanges<'a> {
    /// The indirect changes between two templates in normal form.
    pub(crate) fn between(old: &'a Template, new: &'a Template, values: &ParameterValues) -> Self {
        let old_evaluator = Evaluator::new(old, &values.old);
        let new_evaluator = Evaluator::new(new, &values.new);
        let mut parameters = changed(&old.parameters, &new.parameters, |old, new| {
            let fields: &[&str] = match values.changed {
                Some(_) => &["Type"],
                None => &["Default", "Type"],
            };
            fields.iter().any(|field| old.get(field) != new.get(field))
        });
        if let Some(changed) = &values.changed {
            let names = new.parameters.keys().filter(|name| changed.contains(*name));
            parameters.extend(names.map(String::as_str));
        }
        for name in new.parameters.keys() {
            match (old_evaluator.parameter(name), new_evaluator.parameter(name)) {
                (Some(old), Some(new)) if old == new => parameters.remove(name.as_str()),
                (Some(_), Some(_)) => parameters.insert(name),
                _ => false,
            };
        }
        let mut indirect = Self {
            old: old_evaluator,
            new: new_evaluator,
            parameters,
            mappings: changed(&old.mappings, &new.mappings, |old, new| old != new),
            conditions: BTreeSet::new(),
        };
        let edited = changed(&old.conditions, &new.conditions, |old, new| {
            sorted_operands(old) != sorted_operands(new)
        });
        let uses: BTreeMap<&str, (bool, BTreeSet<String>)> = new
            .conditions
            .iter()
            .map(|(name, tested)| {
                let mut causes = BTreeSet::new();
                indirect.collect_causes(tested, &mut causes);
                let mut used = BTreeSet::new();
                collect_conditions(tested, &mut used);
                (name.as_str(), (!causes.is_empty(), used))
            })
            .collect();
        let seen = RefCell::new(BTreeMap::new());
        let changed: BTreeSet<&str> = new
            .conditions
            .keys()
            .map(String::as_str)
            .filter(|name| is_changed(name, &edited, &uses, &seen, MAX_DEPTH))
            .chain(edited.iter().copied())
            .filter(|name| {
                let holds = indirect.old.holds(name);
                holds.is_none() || holds != indirect.new.holds(name)
            })
            .collect();
        indirect.conditions = changed;
        indirect
    }

    /// Both templates with the values of their resources evaluated as far as possible, without the resources that certainly
    /// do not exist.
    pub(crate) fn resolved(&self) -> (Template, Template) {
        (self.old.resolve(), self.new.resolve())
    }

    /// The value in the old template, if it is known.
    pub(crate) fn old_value(&self, value: &Json) -> Option<Json> {
        self.old.value(value)
    }

    /// The value in the new template, if it is known.
    pub(crate) fn new_value(&self, value: &Json) -> Option<Json> {
        self.new.value(value)
    }

    /// Whether the difference is only one of notation: both values are known and equal.
    pub(crate) fn is_equal(&self, change: &Change) -> bool {
        match change {
            Change::Changed { old, new } => match (self.old.value(old), self.new.value(new)) {
                (Some(old), Some(new)) => {
                    old == new || scalar_text(&old).is_some_and(|old| Some(old) == scalar_text(&new))
                }
                _ => false,
            },
            Change::Added { new } => is_no_value(&self.new.fold(new)),
            Change::Removed { old } => is_no_value(&self.old.fold(old)),
            Change::Reordered { .. } => false,
        }
    }

    /// Whether a resource of the new template certainly does not exist.
    pub(crate) fn is_absent_after(&self, block: &ResourceBlock) -> bool {
        self.new.exists(block) == Some(false)
    }

    /// Whether a resource of the old template certainly does not exist.
    pub(crate) fn is_absent_before(&self, block: &ResourceBlock) -> bool {
        self.old.exists(block) == Some(false)
    }

    /// Whether there is nothing that can affect resources.
    pub(crate) fn is_empty(&self) -> bool {
        self.parameters.is_empty() && self.mappings.is_empty() && self.conditions.is_empty()
    }

    /// The indirect changes of a resource.
    pub(crate) fn of_resource(&self, before: &ResourceBlock, after: &ResourceBlock) -> Vec<IndirectChange> {
        let mut found = Vec::new();
        if !self.is_empty() {
            let path = Path::default().name("Properties");
            self.objects(&path, &before.properties, &after.properties, &mut found);
        }
        found
    }

    /// Whether the resource exists before and after, according to its condition.
    pub(crate) fn existence(&self, before: &ResourceBlock, after: &ResourceBlock) -> Existence {
        let condition = |block: &ResourceBlock| Some(block.attributes.get("Condition")?.as_str()?.to_owned());
        let (old, new) = (condition(before), condition(after));
        let is_same = old == new && new.as_deref().is_none_or(|name| !self.conditions.contains(name));
        if is_same {
            return Existence::Unchanged;
        }
        match (self.old.exists(before), self.new.exists(after)) {
            (Some(true), Some(true)) | (Some(false), Some(false)) => Existence::Unchanged,
            (Some(true), Some(false)) => Existence::Removed,
            (Some(false), Some(true)) => Existence::Created,
            (before, after) => Existence::MayChange {
                through: format!("condition `{}`", new.or(old).unwrap_or_default()),
                may_be_removed: before != Some(false) && after != Some(true),
                may_be_created: before != Some(true) && after != Some(false),
            },
        }
    }

    /// The changed parameters, mappings and conditions that the value depends on, as text, or `None` if there are none.
    pub(crate) fn causes(&self, value: &Json) -> Option<String> {
        let mut causes = BTreeSet::new();
        self.collect_causes(value, &mut causes);
        (!causes.is_empty()).then(|| causes.into_iter().collect::<Vec<_>>().join(", "))
    }

    fn objects(
        &self,
        path: &Path,
        old: &Map<String, Json>,
        new: &Map<String, Json>,
        found: &mut Vec<IndirectChange>,
    ) {
        for (name, new) in new {
            if let Some(old) = old.get(name) {
                self.values(&path.name(name), old, new, found);
            }
        }
    }

    fn values(&self, path: &Path, old: &Json, new: &Json, found: &mut Vec<IndirectChange>) {
        match (old, new) {
            (Json::Object(old), Json::Object(new)) if !is_function(old) && !is_function(new) => {
                self.objects(path, old, new, found);
            }
            (Json::Array(old), Json::Array(items)) => {
                for (index, item) in items.iter().enumerate() {
                    // An item in one list only is reported as added or removed.
                    let at_same_index = old.get(index).filter(|old| *old == item);
                    if let Some(old) = at_same_index.or_else(|| old.iter().find(|old| *old == item)) {
                        self.values(&path.then(Segment::Index(index)), old, item, found);
                    }
                }
            }
            (old, new) if old == new => found.extend(self.value(path, new)),
            _ => {}
        }
    }

    fn value(&self, path: &Path, value: &Json) -> Option<IndirectChange> {
        let through = self.causes(value)?;
        let (old, new) = (self.old.fold(value), self.new.fold(value));
        let (is_certain, change) = match (self.old.value(value), self.new.value(value)) {
            (Some(old), Some(new)) if old == new => return None,
            (Some(old), Some(new)) => (true, Change::Changed { old, new }),
            _ => match (is_no_value(&old), is_no_value(&new)) {
                (true, true) => return None,
                (true, false) => (self.new.value(value).is_some(), Change::Added { new }),
                (false, true) => (self.old.value(value).is_some(), Change::Removed { old }),
                // The known part is the same, and the rest does not change.
                (false, false) if old == new && self.causes(&new).is_none() => return None,
                (false, false) => {
                    let (old, new) = (value.clone(), value.clone());
                    (false, Change::Changed { old, new })
                }
            },
        };
        Some(IndirectChange {
            path: path.clone(),
            change,
            through,
            is_certain,
        })
    }

    fn collect_causes(&self, value: &Json, causes: &mut BTreeSet<String>) {
        let add_parameter = |name: &str, causes: &mut BTreeSet<String>| {
            if self.parameters.contains(name) {
                causes.insert(format!("parameter `{name}`"));
            }
        };
        match call(value) {
            Some(("Ref", Json::String(name))) => add_parameter(name, causes),
            Some(("Fn::Sub", argument)) => {
                let text = argument.as_str().or_else(|| argument.get(0)?.as_str());
                for name in text.into_iter().flat_map(text::references) {
                    add_parameter(&name, causes);
                }
                if let Some(values) = argument.get(1) {
                    self.collect_causes(values, causes);
                }
            }
            Some(("Fn::FindInMap", Json::Array(keys))) => {
                if self.lookup_may_change(keys) {
                    let name = keys.first().and_then(Json::as_str).unwrap_or("(computed)");
                    causes.insert(format!("mapping `{name}`"));
                }
                for key in keys {
                    self.collect_causes(key, causes);
                }
            }
            Some(("Fn::If", Json::Array(parts))) => {
                if let Some(name) = parts.first().and_then(Json::as_str)
                    && self.conditions.contains(name)
                {
                    causes.insert(format!("condition `{name}`"));
                }
                for part in parts {
                    self.collect_causes(part, causes);
                }
            }
            Some(("Condition", Json::String(name))) if self.conditions.contains(name.as_str()) => {
                causes.insert(format!("condition `{name}`"));
            }
            _ => match value {
                Json::Array(items) => items.iter().for_each(|item| self.collect_causes(item, causes)),
                Json::Object(entries) => entries
                    .values()
                    .for_each(|entry| self.collect_causes(entry, causes)),
                _ => {}
            },
        }
    }

    /// Whether `Fn::FindInMap` with these arguments may return a different value than before.
    fn lookup_may_change(&self, keys: &[Json]) -> bool {
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

/// The names of the blocks that differ, or are in one section only.
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

/// The maximum nesting of conditions. A deeper condition may have changed.
const MAX_DEPTH: usize = 200;

fn is_changed<'a>(
    name: &'a str,
    edited: &BTreeSet<&str>,
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
    let changed = edited.contains(name)
        || uses.get(name).is_some_and(|(has_cause, used)| {
            *has_cause || used.iter().any(|used| is_changed(used, edited, uses, seen, left))
        });
    seen.borrow_mut().insert(name, changed);
    changed
}

/// Collects the names of the conditions that a test uses.
fn collect_conditions(tested: &Json, names: &mut BTreeSet<String>) {
    match call(tested) {
        Some(("Condition", Json::String(name))) => {
            names.insert(name.clone());
        }
        _ => match tested {
            Json::Array(items) => items.iter().for_each(|item| collect_conditions(item, names)),
            Json::Object(entries) => entries
                .values()
                .for_each(|entry| collect_conditions(entry, names)),
            _ => {}
        },
    }
}

/// The test with its operands sorted, because their order is not significant.
fn sorted_operands(tested: &Json) -> Json {
    match tested {
        Json::Object(entries) => entries
            .iter()
            .map(|(name, entry)| {
                let mut entry = sorted_operands(entry);
                if let (true, Json::Array(operands)) = (
                    matches!(name.as_str(), "Fn::And" | "Fn::Or" | "Fn::Equals"),
                    &mut entry,
                ) {
                    operands.sort_by_cached_key(Json::to_string);
                }
                (name.clone(), entry)
            })
            .collect(),
        Json::Array(items) => items.iter().map(sorted_operands).collect(),
        scalar => scalar.clone(),
    }
}

/// Whether a direct difference at the path, or above it, is reported already.
pub(crate) fn is_reported(found: &[compare::Difference], path: &Path) -> bool {
    found
        .iter()
        .any(|(reported, _)| path.segments().starts_with(reported.segments()))
}
