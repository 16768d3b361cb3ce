//! Checks that a scope does not set the variables of the scopes around it, which it can only read.

use std::collections::{BTreeMap, BTreeSet};

use infra_gen_cfn::Finding;

use super::graph;
use crate::{
    model::{Json, JsonObject, Kind, QueryLanguage, Scope, State},
    problem::{Location, problem},
    rules::OUTER_VARIABLE,
};

/// The variables of a scope.
pub(super) struct Variables<'a> {
    /// The variables that each state sets; none without any.
    set: BTreeMap<&'a str, Vec<&'a str>>,
    /// The states with a transition to each state.
    leading_to: BTreeMap<&'a str, Vec<&'a str>>,
}

impl<'a> Variables<'a> {
    pub(super) fn new(scope: &'a Scope) -> Self {
        let mut set: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for (name, state) in &scope.states {
            for (variables, _) in assignments(state, &Location::default()) {
                let variables = names(variables, state.data.language()).map(|(variable, _)| variable);
                set.entry(name).or_default().extend(variables);
            }
        }
        let leading_to = if set.is_empty() {
            BTreeMap::new()
        } else {
            graph::leading_to(scope)
        };
        Self { set, leading_to }
    }

    /// The variables that exist when the state `name` starts its inner scopes: those of the scopes around it, and those that
    /// states before it set. The state itself sets its variables later.
    pub(super) fn before(&self, name: &str, outer: &BTreeSet<&'a str>) -> BTreeSet<&'a str> {
        let before = graph::states_before(&self.leading_to, name);
        let set = before.iter().filter_map(|state| self.set.get(state)).flatten();
        outer.iter().chain(set).copied().collect()
    }
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
