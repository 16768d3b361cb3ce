//! Permissions: what a template lets whom do, before and after, whatever policies say it.
//!
//! Policies are taken apart into [grants](Grant), one an action and a resource, so that what moved from one statement or
//! policy to another is no difference. What is left is joined again for reading.

mod coverage;
mod grants;

use std::collections::{BTreeMap, BTreeSet};

use infra_gen_cfn::{Json, Template};
use serde::Serialize;

use crate::{references, rename::Renames};

pub(crate) use grants::shown;

/// One thing that somebody may or must not do.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Grant {
    pub(crate) principal: String,
    pub(crate) effect: GrantEffect,
    pub(crate) action: String,
    pub(crate) resource: String,
    pub(crate) condition: String,
}

/// What a grant does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum GrantEffect {
    /// Allows.
    Allow,
    /// Denies, whatever else allows.
    Deny,
    /// Bounds what other policies can allow.
    Bound,
}

/// Permissions that are given or taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct GrantChange {
    /// Given, or taken.
    pub change: Given,
    /// Who.
    pub principal: String,
    /// What they do.
    pub effect: GrantEffect,
    /// What may be done.
    pub actions: Vec<String>,
    /// On what.
    pub resource: String,
    /// When; empty for always.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub condition: String,
    /// Why more is allowed than before; none where it is not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub broadens: Option<Broadening>,
}

/// Whether a grant is new or gone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Given {
    /// It is new.
    Added,
    /// It is gone.
    Removed,
}

/// Why more is allowed than before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Broadening {
    /// Something is allowed that was not.
    Allowed,
    /// It was allowed under a condition, or under another one.
    ConditionDropped,
    /// A wildcard takes in what was allowed, and more.
    WildcardWider,
    /// It was denied, and is not any more.
    DenyLifted,
    /// A permissions boundary is gone or is another.
    BoundaryLifted,
}

impl Broadening {
    /// In words, for people.
    pub fn describe(self) -> &'static str {
        match self {
            Self::Allowed => "newly allowed",
            Self::ConditionDropped => "condition dropped or changed",
            Self::WildcardWider => "wider wildcard",
            Self::DenyLifted => "no longer denied",
            Self::BoundaryLifted => "boundary lifted or changed",
        }
    }
}

/// The permissions that differ. Both templates are in their one form.
pub(crate) fn compare(old: &Template, new: &Template, renames: &Renames) -> Vec<GrantChange> {
    let old = grants::of(&with_new_names(old, renames));
    let new = grants::of(new);
    let mut joined: BTreeMap<(Given, Grant, Option<Broadening>), BTreeSet<String>> = BTreeMap::new();
    let sides = [(Given::Added, &new, &old), (Given::Removed, &old, &new)];
    for (given, here, there) in sides {
        for grant in here.difference(there) {
            let broadens = match given {
                Given::Added => coverage::added(grant, &old),
                Given::Removed => coverage::removed(grant, &new),
            };
            let action = grant.action.clone();
            let whole = Grant {
                action: String::new(),
                ..grant.clone()
            };
            joined.entry((given, whole, broadens)).or_default().insert(action);
        }
    }
    let mut changes: Vec<GrantChange> = joined
        .into_iter()
        .map(|((change, grant, broadens), actions)| GrantChange {
            change,
            principal: grant.principal,
            effect: grant.effect,
            actions: actions.into_iter().collect(),
            resource: grant.resource,
            condition: grant.condition,
            broadens,
        })
        .collect();
    changes.sort_by(|one, other| {
        (&one.principal, &one.resource, one.effect, one.change).cmp(&(
            &other.principal,
            &other.resource,
            other.effect,
            other.change,
        ))
    });
    changes
}

/// The template as it would be if the renamed resources had had their new logical IDs already.
fn with_new_names(template: &Template, renames: &Renames) -> Template {
    if renames.is_empty() {
        return template.clone();
    }
    let mut with_new = template.clone();
    with_new.resources = template
        .resources
        .iter()
        .map(|(id, block)| {
            let mut block = block.clone();
            let properties = Json::Object(block.properties);
            block.properties = match references::renamed(&properties, &|id| renames.get(id).cloned()) {
                Json::Object(properties) => properties,
                _ => unreachable!("renaming keeps an object an object"),
            };
            (renames.get(id).unwrap_or(id).clone(), block)
        })
        .collect();
    with_new
}
