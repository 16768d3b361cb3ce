//! A definition that passed every check, and the way to one from JSON.

use std::ops::Deref;

use infra_gen_graph::Diagram;

use crate::{
    check, diagram,
    model::Machine,
    problem::{Place, Problem, Problems},
    read,
};

/// A state machine whose definition passed every check: each target exists, each state is reached and can end, each
/// path and expression is well-formed. It reads like the [`Machine`] that it is.
#[derive(Debug, Clone, PartialEq)]
pub struct StateMachine(Machine);

impl StateMachine {
    /// Checks `machine`.
    ///
    /// # Errors
    /// Everything that is wrong with it.
    pub fn new(machine: Machine) -> Result<Self, Problems> {
        // The model can say some things that no definition may (a retrier without errors, a number out of range): what
        // is written is judged as if it had been read.
        let text = machine.to_json().to_string();
        validate(&text)?;
        Ok(Self(machine))
    }

    /// The definition as Step Functions takes it, on one line. The same machine gives the same bytes.
    pub fn definition(&self) -> String {
        self.to_json().to_string()
    }

    /// The definition for people to read.
    pub fn pretty(&self) -> String {
        format!("{:#}\n", self.to_json())
    }

    /// A diagram of the states and the transitions between them.
    pub fn diagram(&self) -> Diagram {
        diagram::diagram(self)
    }

    /// Gives up the knowledge that it was checked, to change it.
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

/// Checks the definition in `json`, Amazon States Language.
///
/// # Errors
/// Everything that is wrong with it, each problem with its place and the way to mend it, in the order of the document's
/// states where it has one.
pub fn validate(json: &str) -> Result<StateMachine, Problems> {
    let (document, mut problems) = read::document(json).map_err(|problem| Problems(vec![problem]))?;
    if !document.is_object() {
        let problem = Problem::new(
            &Place::default(),
            "a state machine is an object with `StartAt` and `States`",
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
