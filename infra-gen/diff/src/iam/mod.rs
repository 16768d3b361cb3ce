//! Permissions: what a template lets whom do, before and after, whatever policies say it.
//!
//! Policies are taken apart into [grants](Grant), one an action and a resource, so that what moved from one statement or
//! policy to another is no difference. What is left is joined again for reading. Statements of which so much would come
//! that it does not fit into memory stay whole, in both templates alike: then the least change in one is told as another
//! statement in its place.

mod apart;
mod coverage;
mod grants;

use std::collections::{BTreeMap, BTreeSet};

use infra_gen_cfn::{Json, Template};
use serde::Serialize;

use crate::{references, rename::Renames};
use apart::{Apart, Grant, Words};
use coverage::Coverage;

pub(crate) use grants::{RESOURCE_POLICIES, shown};

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
    /// There is too much to compare it with: it may be allowed already, or not be denied.
    Uncompared,
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
            Self::Uncompared => "too much to compare: maybe more than before",
        }
    }
}

/// The permissions that differ. Both templates are in their one form.
pub(crate) fn compare(old: &Template, new: &Template, renames: &Renames) -> Vec<GrantChange> {
    let (old, new) = (grants::of(&with_new_names(old, renames)), grants::of(new));
    let words = Words::of(old.iter().chain(&new));
    let most = apart::largest(old.iter().chain(&new));
    let (old, new) = (Apart::of(&old, most, &words), Apart::of(&new, most, &words));
    let mut changes = differences(Given::Added, &new, &old, &words);
    changes.extend(differences(Given::Removed, &old, &new, &words));
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

/// What is here and not there, joined again where only the actions differ.
fn differences(given: Given, here: &Apart, there: &Apart, words: &Words<'_>) -> Vec<GrantChange> {
    let mut coverage = Coverage::of(&there.grants, words);
    let mut joined: BTreeMap<(Grant, Option<Broadening>), BTreeSet<u32>> = BTreeMap::new();
    for grant in here.grants.difference(&there.grants) {
        let broadens = match given {
            Given::Added => coverage.added(grant),
            Given::Removed => coverage.removed(grant),
        };
        let whole = Grant { action: 0, ..*grant };
        joined.entry((whole, broadens)).or_default().insert(grant.action);
    }
    let text = |word: u32| words.text(word).to_owned();
    let joined = joined
        .into_iter()
        .map(|((grant, broadens), actions)| GrantChange {
            change: given,
            principal: text(grant.principal),
            effect: grant.effect,
            actions: actions.into_iter().map(text).collect(),
            resource: text(grant.resource),
            condition: text(grant.condition),
            broadens,
        });
    let whole = here.whole.difference(&there.whole).map(|clause| GrantChange {
        change: given,
        principal: clause.principals.join(", "),
        effect: clause.effect,
        actions: clause.actions.clone(),
        resource: clause.resources.join(", "),
        condition: clause.condition.clone(),
        broadens: may_broaden(given, clause.effect).then_some(Broadening::Uncompared),
    });
    joined.chain(whole).collect()
}

/// Whether anybody may do more once that is given or taken.
fn may_broaden(given: Given, effect: GrantEffect) -> bool {
    match (given, effect) {
        (Given::Added, GrantEffect::Allow) | (Given::Removed, GrantEffect::Deny | GrantEffect::Bound) => true,
        (Given::Added, GrantEffect::Deny | GrantEffect::Bound) | (Given::Removed, GrantEffect::Allow) => {
            false
        }
    }
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
