//! Judges whether the states of a [`Machine`] fit together. The shape of each was judged when it was read or built.

mod data;
mod graph;
mod recovery;
mod state;

use std::collections::BTreeMap;

use crate::{
    model::{Kind, Machine, Scope},
    problem::{Place, Problem},
};

/// The service's limit for a definition, in bytes.
const MAX_DEFINITION: usize = 1024 * 1024;
/// The service's limit for a state's name, in characters.
const MAX_NAME: usize = 80;

/// What is wrong with `machine`, written as a definition of `size` bytes. `well_read`: nothing was wrong with its shape;
/// otherwise a state may seem cut off only because its way was not understood, and that is not told.
pub(crate) fn machine(machine: &Machine, size: usize, well_read: bool) -> Vec<Problem> {
    let mut problems = Vec::new();
    if size > MAX_DEFINITION {
        let message = format!(
            "the definition has {size} bytes, and Step Functions takes {MAX_DEFINITION}; move a part into a state machine of its own"
        );
        problems.push(Problem::new(&Place::default(), message));
    }
    let mut names = BTreeMap::new();
    scope(
        &machine.scope,
        &Place::default(),
        well_read,
        &mut names,
        &mut problems,
    );
    problems
}

/// Judges a scope and those within it. `names` knows the place of every state so far: names are unique in the whole
/// definition, because the history tells states apart by nothing else.
fn scope<'a>(
    scope_: &'a Scope,
    place: &Place,
    well_read: bool,
    names: &mut BTreeMap<&'a str, Place>,
    problems: &mut Vec<Problem>,
) {
    graph::scope(scope_, place, well_read, problems);
    let states = place.field("States");
    for (name, body) in &scope_.states {
        let here = states.field(name);
        self::name(name, &here, problems);
        match names.get(name.as_str()) {
            None => {
                names.insert(name, here.clone());
            }
            Some(there) => {
                let message =
                    format!("the name is taken by {there}; names are unique in the whole definition");
                problems.push(Problem::new(&here, message));
            }
        }
        state::state(body, &here, problems);
        match &body.kind {
            Kind::Parallel(parallel) => {
                for (i, branch) in parallel.branches.iter().enumerate() {
                    scope(
                        &branch.scope,
                        &here.field("Branches").index(i),
                        well_read,
                        names,
                        problems,
                    );
                }
            }
            Kind::Map(map) => scope(
                &map.processor.scope,
                &here.field("ItemProcessor"),
                well_read,
                names,
                problems,
            ),
            _ => {}
        }
    }
}

fn name(name: &str, place: &Place, problems: &mut Vec<Problem>) {
    let length = name.chars().count();
    if length == 0 || length > MAX_NAME {
        let message = format!("a state's name has 1 to {MAX_NAME} characters, and this has {length}");
        problems.push(Problem::new(place, message));
    }
    if name.chars().any(char::is_control) {
        problems.push(Problem::new(place, "a state's name has no control characters"));
    }
}
