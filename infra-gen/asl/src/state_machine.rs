//! A definition that passed every check, and its constructor from JSON.

use std::ops::Deref;

use infra_gen_graph::Diagram;

use infra_gen_cfn::Findings;

use crate::{
    check, diagram,
    model::Machine,
    problem::{Location, problem},
    read,
    rules::WRONG_TYPE,
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
    pub fn new(machine: Machine) -> Result<Self, Findings> {
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
/// All findings, warnings included, in the order of the states. A workflow written in Rust must have none.
pub fn validate(json: &str) -> Result<StateMachine, Findings> {
    match check_definition(json) {
        (Some(machine), findings) if findings.0.is_empty() => Ok(machine),
        (_, findings) => Err(findings),
    }
}

/// Parses and checks a definition: the machine, if there is no error, and all findings in the order of the states.
pub fn check_definition(json: &str) -> (Option<StateMachine>, Findings) {
    let (document, mut found) = match read::document(json) {
        Ok(read) => read,
        Err(finding) => return (None, Findings(vec![*finding])),
    };
    if !document.is_object() {
        let message = "a state machine must be an object with `StartAt` and `States`";
        return (
            None,
            Findings(vec![problem(&WRONG_TYPE, &Location::default(), message)]),
        );
    }
    let (machine, misread) = read::machine(document);
    found.extend(misread);
    found.extend(check::machine(&machine, json.len(), found.is_empty()));
    let findings = Findings(found);
    let machine = (!findings.has_errors()).then_some(StateMachine(machine));
    (machine, findings)
}
