//! CloudFormation's own verdict on a change, beside ours: what a change set says that our difference does not, and the
//! other way round.
//!
//! Neither is always right. CloudFormation knows the account and the values of parameters, and says `Conditional` to
//! whatever depends on a reference; our difference knows when AWS's reference says more than the schema.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use aws_sdk_cloudformation::types::{Change, ChangeAction, PolicyAction, Replacement};
use infra_gen_diff::{Action, Diff, Effect};
use serde::{Serialize, Serializer};

/// What a change set does to one resource.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Planned {
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
            Self::Add => "add",
            Self::Remove => "remove",
            Self::Change(Replacing::No) => "change in place",
            Self::Change(Replacing::Perhaps) => "perhaps replace",
            Self::Change(Replacing::Yes) => "replace",
        })
    }
}

/// The changes of a page of a change set.
pub(super) fn read(changes: Vec<Change>) -> Vec<Planned> {
    changes
        .into_iter()
        .filter_map(|change| change.resource_change)
        .filter_map(|change| {
            let doing = match change.action? {
                ChangeAction::Add | ChangeAction::Import => Doing::Add,
                ChangeAction::Remove => Doing::Remove,
                _ => Doing::Change(match change.replacement {
                    Some(Replacement::True) => Replacing::Yes,
                    Some(Replacement::Conditional) => Replacing::Perhaps,
                    _ => Replacing::No,
                }),
            };
            let mut targets: Vec<String> = change
                .details
                .unwrap_or_default()
                .into_iter()
                .filter_map(|detail| detail.target)
                .filter_map(|target| {
                    target
                        .name
                        .or_else(|| Some(target.attribute?.as_str().to_owned()))
                })
                .collect();
            targets.sort();
            targets.dedup();
            Some(Planned {
                logical: change.logical_resource_id?,
                kind: change.resource_type.unwrap_or_default(),
                doing,
                retained: matches!(
                    change.policy_action,
                    Some(PolicyAction::Retain | PolicyAction::ReplaceAndRetain)
                ),
                targets,
            })
        })
        .collect()
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
        write!(
            f,
            "{}: this program says {}, CloudFormation says {}",
            self.logical,
            word(self.ours),
            word(self.theirs)
        )?;
        if !self.targets.is_empty() {
            write!(f, " ({})", self.targets.join(", "))?;
        }
        Ok(())
    }
}

/// Where the two verdicts differ, by logical ID.
pub(crate) fn compare(ours: &Diff, theirs: &[Planned]) -> Vec<Disagreement> {
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
            let planned = theirs.get(logical);
            let their_doing = planned.map(|planned| planned.doing);
            (our_doing != their_doing).then(|| Disagreement {
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
            Action::Remove => doing.insert(id, Doing::Remove),
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
    let reached = diff.resources.iter().flat_map(|resource| &resource.ripple);
    for reached in reached.filter(|reached| reached.section == "Resources") {
        let replacing = match reached.effect {
            Effect::Replaces => Replacing::Yes,
            Effect::MayReplace | Effect::Unknown => Replacing::Perhaps,
            Effect::InPlace | Effect::Refused | Effect::None => Replacing::No,
        };
        let known = doing
            .entry(reached.name.clone())
            .or_insert(Doing::Change(replacing));
        *known = (*known).max(Doing::Change(replacing));
    }
    doing
}
