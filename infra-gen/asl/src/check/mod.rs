//! Checks that the states of a [`Machine`] fit together. Reading or building has checked the fields of each.
//!
//! `graph` checks targets, reachability and ends; `state` the values of each state; `recovery` retriers and catchers; `data`
//! paths, expressions and templates; `integration` the resources of tasks; `variables` which scope sets a variable.

mod data;
mod graph;
mod integration;
mod recovery;
mod state;
mod variables;

use std::collections::{BTreeMap, BTreeSet};

use infra_gen_cfn::Finding;

use self::variables::Variables;
use crate::{
    model::{ExecutionType, Kind, Machine, ProcessorMode, Scope},
    problem::{Location, problem},
    rules::{DEFINITION_TOO_LARGE, STATE_NAME},
};

/// The service's limit for a definition, in bytes.
const MAX_DEFINITION: usize = 1024 * 1024;
/// The service's limit for a state's name, in characters.
const MAX_NAME: usize = 80;

/// The problems of `machine`, whose definition has `size` bytes. Without `is_well_formed`, unreachable states are not
/// reported: the transition to them may be the one that could not be read.
pub(crate) fn machine(
    machine: &Machine,
    execution_type: ExecutionType,
    size: usize,
    is_well_formed: bool,
) -> Vec<Finding> {
    let mut problems = Vec::new();
    if size > MAX_DEFINITION {
        let message = format!(
            "the definition has {size} bytes, but the limit is {MAX_DEFINITION}; move a part to another state machine"
        );
        problems.push(problem(&DEFINITION_TOO_LARGE, &Location::default(), message));
    }
    let mut checker = Checker {
        names: BTreeMap::new(),
        is_well_formed,
        problems,
    };
    let top = Enclosing {
        express: execution_type == ExecutionType::Express,
        variables: BTreeSet::new(),
    };
    checker.scope(&machine.scope, &top, &Location::default());
    checker.problems
}

/// What a scope has from the scopes around it.
struct Enclosing<'a> {
    /// Whether it is a part of an Express workflow.
    express: bool,
    /// The variables of the scopes around it.
    variables: BTreeSet<&'a str>,
}

/// Checks scopes and the scopes within them.
struct Checker<'a> {
    /// The location of every state so far. Names are unique in the definition, because the history identifies states by
    /// name.
    names: BTreeMap<&'a str, Location>,
    is_well_formed: bool,
    problems: Vec<Finding>,
}

impl<'a> Checker<'a> {
    fn scope(&mut self, scope: &'a Scope, enclosing: &Enclosing<'a>, location: &Location) {
        graph::scope(scope, location, self.is_well_formed, &mut self.problems);
        variables::outer(scope, &enclosing.variables, location, &mut self.problems);
        let own_variables = Variables::new(scope);
        let states = location.field("States");
        for (name, body) in &scope.states {
            let here = states.field(name);
            self.name(name, &here);
            state::state(body, enclosing.express, &here, &mut self.problems);
            match &body.kind {
                Kind::Parallel(parallel) => {
                    let inner = Enclosing {
                        express: enclosing.express,
                        variables: own_variables.before(name, &enclosing.variables),
                    };
                    let branches = here.field("Branches");
                    for (i, branch) in parallel.branches.iter().enumerate() {
                        self.scope(&branch.scope, &inner, &branches.index(i));
                    }
                }
                Kind::Map(map) => {
                    let processor = &map.processor;
                    let inner = match processor.mode {
                        // Child executions have variables of their own.
                        ProcessorMode::Distributed(execution_type) => Enclosing {
                            express: execution_type == ExecutionType::Express,
                            variables: BTreeSet::new(),
                        },
                        ProcessorMode::Inline | ProcessorMode::InlineDeclared => Enclosing {
                            express: enclosing.express,
                            variables: own_variables.before(name, &enclosing.variables),
                        },
                    };
                    self.scope(&processor.scope, &inner, &here.field(processor.field_name()));
                }
                _ => {}
            }
        }
    }

    fn name(&mut self, name: &'a str, location: &Location) {
        self::name(name, location, &mut self.problems);
        match self.names.get(name) {
            None => {
                self.names.insert(name, location.clone());
            }
            Some(there) => {
                let message = format!("{there} has the same name; names must be unique in the definition");
                self.problems.push(problem(&STATE_NAME, location, message));
            }
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
