//! Compares permissions: the grants of all policies in a template together, whichever policy they are in.
//!
//! Policy statements are expanded into [grants](Grant), one per principal, action and resource, so that moving an action to
//! a different statement or policy is not a difference. Differing grants are merged again for the report. Statements that
//! are too large to expand are compared as a whole, in both templates alike; any change then replaces the entire statement.

mod coverage;
mod expand;
mod statements;

use std::collections::{BTreeMap, BTreeSet};

use infra_gen_cfn::{Json, Template};

use crate::{
    model::{Broadening, ChangeKind, GrantChange, GrantEffect},
    references,
    rename::Renames,
};
use coverage::Coverage;
use expand::{ExpandedGrants, Grant, SymbolTable};

pub(crate) use statements::RESOURCE_POLICIES;

/// The permissions that differ. Both templates are in normal form.
pub(crate) fn compare(old: &Template, new: &Template, renames: &Renames) -> Vec<GrantChange> {
    let (old, new) = (
        statements::collect(&with_new_ids(old, renames)),
        statements::collect(new),
    );
    let symbols = SymbolTable::new(old.iter().chain(&new));
    let max_size = expand::max_statement_size(old.iter().chain(&new));
    let (old, new) = (
        ExpandedGrants::new(&old, max_size, &symbols),
        ExpandedGrants::new(&new, max_size, &symbols),
    );
    let mut changes = differences(ChangeKind::Added, &new, &old, &symbols);
    changes.extend(differences(ChangeKind::Removed, &old, &new, &symbols));
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

/// The grants that are only in `here`, merged if they differ in their actions only.
fn differences(
    kind: ChangeKind,
    here: &ExpandedGrants,
    there: &ExpandedGrants,
    symbols: &SymbolTable<'_>,
) -> Vec<GrantChange> {
    let mut coverage = Coverage::new(&there.grants, symbols);
    let mut merged: BTreeMap<(Grant, Option<Broadening>), BTreeSet<u32>> = BTreeMap::new();
    for grant in here.grants.difference(&there.grants) {
        let broadens = match kind {
            ChangeKind::Added => coverage.broadening_if_added(grant),
            ChangeKind::Removed => coverage.broadening_if_removed(grant),
        };
        let any_action = Grant { action: 0, ..*grant };
        merged
            .entry((any_action, broadens))
            .or_default()
            .insert(grant.action);
    }
    let text = |symbol: u32| symbols.text(symbol).to_owned();
    let merged = merged
        .into_iter()
        .map(|((grant, broadens), actions)| GrantChange {
            change: kind,
            principal: text(grant.principal),
            effect: grant.effect,
            actions: actions.into_iter().map(text).collect(),
            resource: text(grant.resource),
            condition: text(grant.condition),
            broadens,
        });
    let unexpanded = here.unexpanded.difference(&there.unexpanded);
    let unexpanded = unexpanded.map(|statement| GrantChange {
        change: kind,
        principal: statement.principals.join(", "),
        effect: statement.effect,
        actions: statement.actions.clone(),
        resource: statement.resources.join(", "),
        condition: statement.condition.clone(),
        broadens: may_broaden(kind, statement.effect).then_some(Broadening::Uncompared),
    });
    merged.chain(unexpanded).collect()
}

/// Whether the change may allow more than before.
fn may_broaden(kind: ChangeKind, effect: GrantEffect) -> bool {
    match (kind, effect) {
        (_, GrantEffect::Computed)
        | (ChangeKind::Added, GrantEffect::Allow)
        | (ChangeKind::Removed, GrantEffect::Deny | GrantEffect::Bound) => true,
        (ChangeKind::Added, GrantEffect::Deny | GrantEffect::Bound)
        | (ChangeKind::Removed, GrantEffect::Allow) => false,
    }
}

/// The template with the renamed resources under their new logical IDs.
fn with_new_ids(template: &Template, renames: &Renames) -> Template {
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
