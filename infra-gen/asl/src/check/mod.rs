//! Checks that the states of a [`Machine`] fit together. Reading or building has checked the fields of each.
//!
//! `graph` checks targets, reachability and ends; `state` the values of each state; `recovery` retriers and catchers; `data`
//! paths, expressions and templates.

mod data;
mod graph;
mod recovery;
mod state;

use std::collections::BTreeMap;

use infra_gen_cfn::Finding;

use crate::{
    model::{Kind, Machine, Scope},
    problem::{Location, problem},
    rules::{DEFINITION_TOO_LARGE, STATE_NAME},
};

/// The service's limit for a definition, in bytes.
const MAX_DEFINITION: usize = 1024 * 1024;
/// The service's limit for a state's name, in characters.
const MAX_NAME: usize = 80;

/// The problems of `machine`, whose definition has `size` bytes. Without `is_well_formed`, unreachable states are not
/// reported: the transition to them may be the one that could not be read.
pub(crate) fn machine(machine: &Machine, size: usize, is_well_formed: bool) -> Vec<Finding> {
    let mut problems = Vec::new();
    if size > MAX_DEFINITION {
        let message = format!(
            "the definition has {size} bytes, but the limit is {MAX_DEFINITION}; move a part to another state machine"
        );
        problems.push(problem(&DEFINITION_TOO_LARGE, &Location::default(), message));
    }
    let mut names = BTreeMap::new();
    scope(
        &machine.scope,
        &Location::default(),
        is_well_formed,
        &mut names,
        &mut problems,
    );
    problems
}

/// Checks a scope and its nested scopes. `names` has the location of every state so far: names must be unique in the
/// definition, because the history identifies states by name.
fn scope<'a>(
    scope_: &'a Scope,
    location: &Location,
    is_well_formed: bool,
    names: &mut BTreeMap<&'a str, Location>,
    problems: &mut Vec<Finding>,
) {
    graph::scope(scope_, location, is_well_formed, problems);
    let states = location.field("States");
    for (name, body) in &scope_.states {
        let here = states.field(name);
        self::name(name, &here, problems);
        match names.get(name.as_str()) {
            None => {
                names.insert(name, here.clone());
            }
            Some(there) => {
                let message = format!("{there} has the same name; names must be unique in the definition");
                problems.push(problem(&STATE_NAME, &here, message));
            }
        }
        state::state(body, &here, problems);
        match &body.kind {
            Kind::Parallel(parallel) => {
                for (i, branch) in parallel.branches.iter().enumerate() {
                    scope(
                        &branch.scope,
                        &here.field("Branches").index(i),
                        is_well_formed,
                        names,
                        problems,
                    );
                }
            }
            Kind::Map(map) => scope(
                &map.processor.scope,
                &here.field("ItemProcessor"),
                is_well_formed,
                names,
                problems,
            ),
            _ => {}
        }
    }
}

fn name(name: &str, location: &Location, problems: &mut Vec<Finding>) {
    let length = name.chars().count();
    if length == 0 || length > MAX_NAME {
        let message = format!("a state name must have 1 to {MAX_NAME} characters, not {length}");
        problems.push(problem(&STATE_NAME, location, message));
    }
    if name.chars().any(char::is_control) {
        problems.push(problem(
            &STATE_NAME,
            location,
            "a state name must not contain control characters",
        ));
    }
}
