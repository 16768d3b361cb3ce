//! A definition that passed every check, and its constructor from JSON.

use std::ops::Deref;

use infra_gen_graph::Diagram;

use infra_gen_cfn::{Finding, Findings};

use crate::{
    check, diagram,
    model::{ExecutionType, Machine},
    problem::{Location, problem},
    read,
    rules::WRONG_TYPE,
    substitution::Substituted,
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
    let checked = read_and_check(json, DefinitionContext::default())?;
    if checked.found.is_empty() {
        Ok(StateMachine(checked.machine))
    } else {
        Err(Findings(checked.found))
    }
}

/// The facts about a definition that its text does not contain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DefinitionContext {
    /// Whether the machine is a Standard or an Express workflow.
    pub execution_type: ExecutionType,
    /// The syntax of the text.
    pub syntax: Syntax,
}

impl Default for DefinitionContext {
    /// The definition of a Standard workflow in JSON.
    fn default() -> Self {
        Self {
            execution_type: ExecutionType::Standard,
            syntax: Syntax::Json,
        }
    }
}

/// The syntax of a definition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Syntax {
    /// JSON, the only syntax that Step Functions accepts.
    Json,
    /// JSON or YAML, for files that a tool converts to JSON before deployment.
    JsonOrYaml,
    /// JSON that a template puts together. `${Name}` outside of strings can be any piece of it, not only a value. An error is
    /// reported only if no such piece explains it.
    AssembledJson,
}

/// Parses and checks the definition of a Standard workflow in JSON: the machine, if there is no error, and all findings in
/// the order of the states.
pub fn check_definition(json: &str) -> (Option<StateMachine>, Findings) {
    check_definition_in(json, DefinitionContext::default())
}

/// Parses and checks a definition: the machine, if there is no error, and all findings in the order of the states.
///
/// Findings about values that are substituted at deployment (`${Name}`) are left out. The machine has defaults in their place,
/// so use it only to count or draw states. [`check_executable`] reports these values.
pub fn check_definition_in(text: &str, context: DefinitionContext) -> (Option<StateMachine>, Findings) {
    match read_and_check(text, context) {
        Err(findings) => (None, findings),
        Ok(mut checked) => {
            checked.substituted.remove_guesses(&mut checked.found);
            let findings = Findings(checked.found);
            let machine = (!findings.has_errors()).then_some(StateMachine(checked.machine));
            (machine, findings)
        }
    }
}

/// Parses and checks a definition that is to be run: the machine, and the warnings. A value of another type than its field, such
/// as `"Seconds": ${Seconds}`, is an error.
///
/// # Errors
/// All findings, if one of them is an error.
pub fn check_executable(
    text: &str,
    context: DefinitionContext,
) -> Result<(StateMachine, Findings), Findings> {
    let checked = read_and_check(text, context)?;
    let findings = Findings(checked.found);
    if findings.has_errors() {
        return Err(findings);
    }
    Ok((StateMachine(checked.machine), findings))
}

/// A machine, and all findings in its definition.
struct Checked {
    machine: Machine,
    substituted: Substituted,
    found: Vec<Finding>,
}

fn read_and_check(text: &str, context: DefinitionContext) -> Result<Checked, Findings> {
    let (document, mut found) = read::document(text, context.syntax)
        .map_err(|finding| Findings(finding.into_iter().map(|finding| *finding).collect()))?;
    if !document.is_object() {
        let message = "a state machine must be an object with `StartAt` and `States`";
        return Err(Findings(vec![problem(
            &WRONG_TYPE,
            &Location::default(),
            message,
        )]));
    }
    let substituted = Substituted::new(&document);
    let (machine, misread) = read::machine(document);
    found.extend(misread);
    found.extend(check::machine(
        &machine,
        context.execution_type,
        text.len(),
        found.is_empty(),
    ));
    Ok(Checked {
        machine,
        substituted,
        found,
    })
}
