//! What CloudFormation plans to do to each resource, and where that differs from our own difference.
//!
//! Neither of the two is always right. CloudFormation knows the account and the values of parameters, but reports
//! `Conditional` for everything that depends on a reference. Our difference knows where the AWS reference documentation
//! says more than the schema.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use aws_sdk_cloudformation::types::{self, ChangeAction, PolicyAction, ResourceAttribute, ResourceChange};
use infra_gen_diff::{Action, Diff, Effect};
use serde::{Serialize, Serializer};

use crate::deploy::stack::NESTED_STACK;

/// What a change set does to one resource.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PlannedChange {
    /// Starts with the nested stacks that the resource is in: `Inner/Orders`.
    #[serde(rename = "logicalId")]
    pub(crate) logical: String,
    #[serde(rename = "type")]
    pub(crate) kind: String,
    pub(crate) action: PlannedAction,
    /// Whether the old resource stays in the account when it leaves the stack.
    pub(crate) retained: bool,
    /// The properties and attributes that change: `KeySchema`, `Tags`.
    pub(crate) targets: Vec<String>,
}

/// What happens to a resource, the least severe first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum PlannedAction {
    /// The resource is in a nested stack whose changes CloudFormation does not report.
    Unknown,
    Change(Replacement),
    Add,
    Remove,
}

/// Whether a change replaces the resource.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Replacement {
    No,
    Maybe,
    Yes,
}

impl Serialize for PlannedAction {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // The words of `docs/DIFF.md`.
        serializer.serialize_str(match self {
            Self::Unknown => "unknown",
            Self::Add => "add",
            Self::Remove => "remove",
            Self::Change(Replacement::No) => "change",
            Self::Change(Replacement::Maybe) => "mayReplace",
            Self::Change(Replacement::Yes) => "replace",
        })
    }
}

impl fmt::Display for PlannedAction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Unknown => "unknown effect on",
            Self::Add => "add",
            Self::Remove => "remove",
            Self::Change(Replacement::No) => "change in place",
            Self::Change(Replacement::Maybe) => "may replace",
            Self::Change(Replacement::Yes) => "replace",
        })
    }
}

impl PlannedChange {
    pub(super) fn read(change: &ResourceChange) -> Option<Self> {
        let action = match change.action.as_ref()? {
            ChangeAction::Add | ChangeAction::Import => PlannedAction::Add,
            ChangeAction::Remove => PlannedAction::Remove,
            _ => PlannedAction::Change(match change.replacement {
                Some(types::Replacement::True) => Replacement::Yes,
                Some(types::Replacement::Conditional) => Replacement::Maybe,
                _ => Replacement::No,
            }),
        };
        let targets: BTreeSet<&str> = change
            .details()
            .iter()
            .filter_map(|detail| detail.target.as_ref())
            .filter_map(|target| {
                let attribute = || target.attribute.as_ref().map(ResourceAttribute::as_str);
                target.name.as_deref().or_else(attribute)
            })
            .collect();
        Some(Self {
            logical: change.logical_resource_id.clone()?,
            kind: change.resource_type.clone().unwrap_or_default(),
            action,
            retained: matches!(
                change.policy_action,
                Some(PolicyAction::Retain | PolicyAction::ReplaceAndRetain)
            ),
            targets: targets.into_iter().map(str::to_owned).collect(),
        })
    }
}

/// How many resources change, and how.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    add: usize,
    change: usize,
    replace: usize,
    remove: usize,
}

impl Counts {
    pub(in crate::deploy) fn new(changes: &[PlannedChange]) -> Self {
        let mut counts = Self::default();
        for change in changes {
            *match change.action {
                // Its nested stack is counted instead.
                PlannedAction::Unknown => continue,
                PlannedAction::Add => &mut counts.add,
                PlannedAction::Remove => &mut counts.remove,
                PlannedAction::Change(Replacement::Yes) => &mut counts.replace,
                PlannedAction::Change(_) => &mut counts.change,
            } += 1;
        }
        counts
    }
}

impl fmt::Display for Counts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let parts: Vec<String> = [
            (self.add, "to add"),
            (self.change, "to change"),
            (self.replace, "to replace"),
            (self.remove, "to remove"),
        ]
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, verb)| format!("{count} {verb}"))
        .collect();
        if parts.is_empty() {
            f.write_str("outputs or tags only")
        } else {
            f.write_str(&parts.join(", "))
        }
    }
}

/// A resource on which the difference and the change set disagree.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Mismatch {
    #[serde(rename = "logicalId")]
    logical: String,
    ours: Option<PlannedAction>,
    theirs: Option<PlannedAction>,
    targets: Vec<String>,
    /// Whether the difference covers the nested stack that the resource is in.
    #[serde(skip)]
    is_compared: bool,
}

impl fmt::Display for Mismatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = |action: Option<PlannedAction>| {
            action.map_or_else(|| "no change".to_owned(), |action| action.to_string())
        };
        write!(f, "{}: ", self.logical)?;
        if self.logical.contains('/') && !self.is_compared {
            f.write_str("the difference does not cover this nested stack")?;
        } else {
            write!(f, "the difference says {}", text(self.ours))?;
        }
        write!(f, ", CloudFormation says {}", text(self.theirs))?;
        if !self.targets.is_empty() {
            write!(f, " ({})", self.targets.join(", "))?;
        }
        Ok(())
    }
}

/// The resources in nested stacks for which CloudFormation reports no effect.
pub(crate) fn unknown_effects(changes: &[PlannedChange]) -> Vec<&str> {
    let unknown = changes
        .iter()
        .filter(|change| change.action == PlannedAction::Unknown);
    unknown.map(|change| change.logical.as_str()).collect()
}

/// Compares the difference with the change set, by logical ID.
pub(crate) fn mismatches(ours: &Diff, theirs: &[PlannedChange]) -> Vec<Mismatch> {
    // A condition decides these. CloudFormation knows its value, and either result agrees with ours.
    let may_remove: BTreeSet<String> = ours
        .all_resources()
        .into_iter()
        .filter(|(_, resource)| resource.action == Action::MayRemove)
        .map(|(id, _)| id)
        .collect();
    let compared = compared_stacks("", ours);
    let ours = planned_actions(ours);
    let theirs: BTreeMap<&str, &PlannedChange> = theirs
        .iter()
        .map(|change| (change.logical.as_str(), change))
        .collect();
    let ids: BTreeSet<&str> = ours
        .keys()
        .map(String::as_str)
        .chain(theirs.keys().copied())
        .collect();
    ids.into_iter()
        .filter_map(|logical| {
            let our_action = ours.get(logical).copied();
            let change = theirs.get(logical).copied();
            let their_action = change.map(|change| change.action);
            // A nested stack changes when a resource in it does, and that resource has its own entry.
            let is_only_parent = change.is_some_and(|change| change.kind == NESTED_STACK)
                && our_action.is_none()
                && matches!(
                    their_action,
                    Some(PlannedAction::Change(Replacement::No | Replacement::Maybe))
                );
            let is_either =
                may_remove.contains(logical) && matches!(their_action, None | Some(PlannedAction::Remove));
            let is_same =
                our_action == their_action || their_action == Some(PlannedAction::Unknown) || is_either;
            (!is_same && !is_only_parent).then(|| Mismatch {
                logical: logical.to_owned(),
                ours: our_action,
                theirs: their_action,
                targets: change.map(|change| change.targets.clone()).unwrap_or_default(),
                is_compared: logical
                    .rsplit_once('/')
                    .is_some_and(|(stack, _)| compared.contains(stack)),
            })
        })
        .collect()
}

/// The nested stacks that the difference covers: `Inner`, `Inner/Deep`.
fn compared_stacks(prefix: &str, diff: &Diff) -> BTreeSet<String> {
    diff.nested
        .iter()
        .flat_map(|nested| {
            let stack = format!("{prefix}{}", nested.logical_id);
            let mut stacks = compared_stacks(&format!("{stack}/"), &nested.diff);
            stacks.insert(stack);
            stacks
        })
        .collect()
}

/// Our difference in CloudFormation's terms: a resource with a new logical ID is added under that and removed under the old
/// one, and a resource that refers to a replaced one changes, too.
fn planned_actions(diff: &Diff) -> BTreeMap<String, PlannedAction> {
    let mut actions = BTreeMap::new();
    add_planned_actions("", diff, &mut actions);
    actions
}

fn add_planned_actions(prefix: &str, diff: &Diff, actions: &mut BTreeMap<String, PlannedAction>) {
    let qualified = |id: &str| format!("{prefix}{id}");
    for resource in diff.resources.iter().filter(|resource| !resource.absent) {
        let id = qualified(&resource.logical_id);
        match &resource.action {
            Action::Remove | Action::MayRemove => actions.insert(id, PlannedAction::Remove),
            Action::Add => actions.insert(id, PlannedAction::Add),
            Action::Replace => actions.insert(id, PlannedAction::Change(Replacement::Yes)),
            Action::MayReplace => actions.insert(id, PlannedAction::Change(Replacement::Maybe)),
            Action::Change => actions.insert(id, PlannedAction::Change(Replacement::No)),
            Action::Recreate { from } | Action::Redeploy { from } => {
                actions.insert(qualified(from), PlannedAction::Remove);
                actions.insert(id, PlannedAction::Add)
            }
        };
    }
    let dependents = diff.resources.iter().flat_map(|resource| &resource.impact);
    for dependent in dependents.filter(|dependent| dependent.section == "Resources") {
        let replacement = match dependent.effect {
            Effect::Replaces => Replacement::Yes,
            Effect::MayReplace | Effect::Unknown => Replacement::Maybe,
            Effect::InPlace | Effect::Refused | Effect::None => Replacement::No,
        };
        let known = actions
            .entry(qualified(&dependent.name))
            .or_insert(PlannedAction::Change(replacement));
        *known = (*known).max(PlannedAction::Change(replacement));
    }
    for nested in &diff.nested {
        add_planned_actions(&format!("{prefix}{}/", nested.logical_id), &nested.diff, actions);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_leave_out_zeros() {
        let counts = Counts {
            add: 3,
            change: 0,
            replace: 1,
            remove: 0,
        };
        assert_eq!(counts.to_string(), "3 to add, 1 to replace");
        assert_eq!(Counts::default().to_string(), "outputs or tags only");
    }
}
