//! CloudFormation's own verdict on a change, beside ours: what a change set says that our difference does not, and the
//! other way round.
//!
//! Neither is always right. CloudFormation knows the account and the values of parameters, and says `Conditional` to
//! whatever depends on a reference; our difference knows when AWS's reference says more than the schema.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use aws_sdk_cloudformation::types::{
    ChangeAction, PolicyAction, Replacement, ResourceAttribute, ResourceChange,
};
use infra_gen_diff::{Action, Diff, Effect};
use serde::{Serialize, Serializer};

use super::stack::NESTED_STACK;

/// What a change set does to one resource.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Planned {
    /// After those of the nested stacks that it is in: `Inner/Orders`.
    #[serde(rename = "logicalId")]
    pub(crate) logical: String,
    #[serde(rename = "type")]
    pub(crate) kind: String,
    #[serde(rename = "action")]
    pub(crate) doing: Doing,
    /// Whether the old one stays in the account when it leaves the stack.
    pub(crate) retained: bool,
    /// What in it changes, as CloudFormation names it: `KeySchema`, `Tags`.
    pub(crate) targets: Vec<String>,
}

/// What is done, the least grave first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Doing {
    /// It is in a nested stack that changes, and CloudFormation does not say how.
    Untold,
    Change(Replacing),
    Add,
    Remove,
}

/// Whether a resource that changes becomes another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Replacing {
    No,
    Perhaps,
    Yes,
}

impl Serialize for Doing {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // The words of `docs/DIFF.md`.
        serializer.serialize_str(match self {
            Self::Untold => "untold",
            Self::Add => "add",
            Self::Remove => "remove",
            Self::Change(Replacing::No) => "change",
            Self::Change(Replacing::Perhaps) => "mayReplace",
            Self::Change(Replacing::Yes) => "replace",
        })
    }
}

impl fmt::Display for Doing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Untold => "nothing",
            Self::Add => "add",
            Self::Remove => "remove",
            Self::Change(Replacing::No) => "change in place",
            Self::Change(Replacing::Perhaps) => "perhaps replace",
            Self::Change(Replacing::Yes) => "replace",
        })
    }
}

impl Planned {
    pub(super) fn read(change: &ResourceChange) -> Option<Self> {
        let doing = match change.action.as_ref()? {
            ChangeAction::Add | ChangeAction::Import => Doing::Add,
            ChangeAction::Remove => Doing::Remove,
            _ => Doing::Change(match change.replacement {
                Some(Replacement::True) => Replacing::Yes,
                Some(Replacement::Conditional) => Replacing::Perhaps,
                _ => Replacing::No,
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
            doing,
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
    pub(super) fn of(planned: &[Planned]) -> Self {
        let mut counts = Self::default();
        for planned in planned {
            *match planned.doing {
                // The stack that it is in is counted.
                Doing::Untold => continue,
                Doing::Add => &mut counts.add,
                Doing::Remove => &mut counts.remove,
                Doing::Change(Replacing::Yes) => &mut counts.replace,
                Doing::Change(_) => &mut counts.change,
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
        .map(|(count, what)| format!("{count} {what}"))
        .collect();
        if parts.is_empty() {
            f.write_str("outputs or tags only")
        } else {
            f.write_str(&parts.join(", "))
        }
    }
}

/// A resource on which the two verdicts differ.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Disagreement {
    #[serde(rename = "logicalId")]
    logical: String,
    ours: Option<Doing>,
    theirs: Option<Doing>,
    targets: Vec<String>,
}

impl fmt::Display for Disagreement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let word =
            |doing: Option<Doing>| doing.map_or_else(|| "leave alone".to_owned(), |doing| doing.to_string());
        write!(f, "{}: ", self.logical)?;
        if self.logical.contains('/') {
            f.write_str("this program does not look into nested stacks")?;
        } else {
            write!(f, "this program says {}", word(self.ours))?;
        }
        write!(f, ", CloudFormation says {}", word(self.theirs))?;
        if !self.targets.is_empty() {
            write!(f, " ({})", self.targets.join(", "))?;
        }
        Ok(())
    }
}

/// What is in nested stacks that change in a way that CloudFormation does not tell.
pub(crate) fn untold(theirs: &[Planned]) -> Vec<&str> {
    let untold = theirs.iter().filter(|planned| planned.doing == Doing::Untold);
    untold.map(|planned| planned.logical.as_str()).collect()
}

/// Where the two verdicts differ, by logical ID.
pub(crate) fn compare(ours: &Diff, theirs: &[Planned]) -> Vec<Disagreement> {
    // A condition decides it, and CloudFormation knows what it comes to: either answer is the same as ours.
    let may_remove: BTreeSet<&str> = ours
        .resources
        .iter()
        .filter(|resource| resource.action == Action::MayRemove)
        .map(|resource| resource.logical_id.as_str())
        .collect();
    let ours = as_planned(ours);
    let theirs: BTreeMap<&str, &Planned> = theirs
        .iter()
        .map(|planned| (planned.logical.as_str(), planned))
        .collect();
    let ids: BTreeSet<&str> = ours
        .keys()
        .map(String::as_str)
        .chain(theirs.keys().copied())
        .collect();
    ids.into_iter()
        .filter_map(|logical| {
            let our_doing = ours.get(logical).copied();
            let planned = theirs.get(logical).copied();
            let their_doing = planned.map(|planned| planned.doing);
            // A nested stack changes when something in it does, and that has an entry of its own.
            let is_no_more = planned.is_some_and(|planned| planned.kind == NESTED_STACK)
                && our_doing.is_none()
                && matches!(
                    their_doing,
                    Some(Doing::Change(Replacing::No | Replacing::Perhaps))
                );
            let is_either = may_remove.contains(logical) && matches!(their_doing, None | Some(Doing::Remove));
            let is_same = our_doing == their_doing || their_doing == Some(Doing::Untold) || is_either;
            (!is_same && !is_no_more).then(|| Disagreement {
                logical: logical.to_owned(),
                ours: our_doing,
                theirs: their_doing,
                targets: planned.map(|planned| planned.targets.clone()).unwrap_or_default(),
            })
        })
        .collect()
}

/// Our difference in CloudFormation's terms: a resource under a new logical ID is one to add and one to remove, and
/// whatever refers to a replaced one changes too.
fn as_planned(diff: &Diff) -> BTreeMap<String, Doing> {
    let mut doing = BTreeMap::new();
    for resource in &diff.resources {
        let id = resource.logical_id.clone();
        match &resource.action {
            Action::Remove | Action::MayRemove => doing.insert(id, Doing::Remove),
            Action::Add => doing.insert(id, Doing::Add),
            Action::Replace => doing.insert(id, Doing::Change(Replacing::Yes)),
            Action::MayReplace => doing.insert(id, Doing::Change(Replacing::Perhaps)),
            Action::Change => doing.insert(id, Doing::Change(Replacing::No)),
            Action::Recreate { from } | Action::Redeploy { from } => {
                doing.insert(from.clone(), Doing::Remove);
                doing.insert(id, Doing::Add)
            }
        };
    }
    let dependents = diff.resources.iter().flat_map(|resource| &resource.impact);
    for dependent in dependents.filter(|dependent| dependent.section == "Resources") {
        let replacing = match dependent.effect {
            Effect::Replaces => Replacing::Yes,
            Effect::MayReplace | Effect::Unknown => Replacing::Perhaps,
            Effect::InPlace | Effect::Refused | Effect::None => Replacing::No,
        };
        let known = doing
            .entry(dependent.name.clone())
            .or_insert(Doing::Change(replacing));
        *known = (*known).max(Doing::Change(replacing));
    }
    doing
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changes_are_told_in_words() {
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
