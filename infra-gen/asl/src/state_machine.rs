//! A definition that passed every check, and its constructor from JSON.

use std::ops::Deref;

use infra_gen_graph::Diagram;

use crate::{
    check, diagram,
    model::Machine,
    problem::{Location, Problem, Problems},
    read,
};

/// A state machine whose definition passed every check: all targets exist, all states are reachable and reach an end, and
/// all paths and expressions are well-formed. Dereferences to [`Machine`].
#[derive(Debug, Clone, PartialEq)]
pub struct StateMachine(Machine);

impl StateMachine {
    /// Checks `machine`.
    ///
    /// # Errors
    /// All problems of the machine.
    pub fn new(machine: Machine) -> Result<Self, Problems> {
        // The model can represent some invalid definitions (a retrier without errors, a number out of range), so the written
        // definition is checked as if it had been read.
        let text = machine.to_json().to_string();
        validate(&text)?;
        Ok(Self(machine))
    }

    /// The definition as JSON on one line. The same machine gives the same bytes.
    pub fn definition(&self) -> String {
        self.to_json().to_string()
    }

    /// The definition as indented JSON.
    pub fn pretty(&self) -> String {
        format!("{:#}\n", self.to_json())
    }

    /// A diagram of the states and the transitions between them.
    pub fn diagram(&self) -> Diagram {
        diagram::diagram(self)
    }

    /// The unchecked machine, to change it.
    pub fn into_machine(self) -> Machine {
        self.0
    }
}

impl Deref for StateMachine {
    type Target = Machine;

    fn deref(&self) -> &Machine {
        &self.0
    }
}

/// Parses and checks a definition in Amazon States Language.
///
/// # Errors
/// All problems, each with its location and a fix, in the order of the states.
pub fn validate(json: &str) -> Result<StateMachine, Problems> {
    let (document, mut problems) = read::document(json).map_err(|problem| Problems(vec![problem]))?;
    if !document.is_object() {
        let problem = Problem::new(
            &Location::default(),
            "a state machine must be an object with `StartAt` and `States`",
        );
        return Err(Problems(vec![problem]));
    }
    let (machine, misread) = read::machine(document);
    problems.extend(misread);
    problems.extend(check::machine(&machine, json.len(), problems.is_empty()));
    if problems.is_empty() {
        Ok(StateMachine(machine))
    } else {
        Err(Problems(problems))
    }
}
