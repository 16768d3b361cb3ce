//! Checks that a scope does not set the variables of the scopes around it, which it can only read.

use std::collections::BTreeSet;

use infra_gen_cfn::Finding;

use super::graph;
use crate::{
    model::{Json, JsonObject, Kind, QueryLanguage, Scope, State},
    problem::{Location, problem},
    rules::OUTER_VARIABLE,
};

/// The variables that exist when the state `name` of `scope` starts its inner scopes: those of the scopes around it, and those
/// that states before it set. The state itself sets its variables later.
pub(super) fn before<'a>(scope: &'a Scope, name: &str, outer: &BTreeSet<&'a str>) -> BTreeSet<&'a str> {
    let set = graph::states_before(scope, name).into_iter().flat_map(|state| {
        let assignments = assignments(state, &Location::default());
        assignments
            .into_iter()
            .flat_map(|(variables, _)| names(variables, state.data.language()))
            .map(|(name, _)| name)
    });
    outer.iter().copied().chain(set).collect()
}

/// Reports each assignment in `scope` to a variable in `outer`.
pub(super) fn outer(scope: &Scope, outer: &BTreeSet<&str>, location: &Location, problems: &mut Vec<Finding>) {
    if outer.is_empty() {
        return;
    }
    let states = location.field("States");
    for (name, state) in &scope.states {
        for (variables, here) in assignments(state, &states.field(name)) {
            for (variable, key) in names(variables, state.data.language()) {
                if outer.contains(variable) {
                    let message = format!(
                        "`{variable}` is a variable of an outer scope, which this scope can only read; rename it"
                    );
                    problems.push(problem(&OUTER_VARIABLE, &here.field(key), message));
                }
            }
        }
    }
}

/// All fields `Assign` of a state.
fn assignments<'a>(state: &'a State, location: &Location) -> Vec<(&'a JsonObject, Location)> {
    let own = state
        .assign
        .iter()
        .map(|variables| (variables, location.field("Assign")));
    let rules = match &state.kind {
        Kind::Choice(choice) => choice.rules.as_slice(),
        _ => &[],
    };
    let rules = rules.iter().enumerate().filter_map(|(i, rule)| {
        let here = location.field("Choices").index(i).field("Assign");
        Some((rule.assign.as_ref()?, here))
    });
    let catchers = state.kind.recovery().map_or(&[][..], |recovery| &recovery.catch);
    let catchers = catchers.iter().enumerate().filter_map(|(i, catcher)| {
        let here = location.field("Catch").index(i).field("Assign");
        Some((catcher.assign.as_ref()?, here))
    });
    own.chain(rules).chain(catchers).collect()
}

/// The variables and the keys that set them.
fn names(variables: &JsonObject, language: QueryLanguage) -> impl Iterator<Item = (&str, &str)> {
    variables.iter().map(move |(key, _): (&String, &Json)| {
        let name = match language {
            QueryLanguage::JsonPath => key.strip_suffix(".$").unwrap_or(key),
            QueryLanguage::Jsonata => key,
        };
        (name, key.as_str())
    })
}
