//! Which states, choice rules, catchers and retriers of a machine its executions used.

use std::collections::BTreeSet;

use crate::{
    model::{Kind, Scope},
    run::Execution,
    state_machine::StateMachine,
};

/// A way out of a state.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Taken {
    /// The name of the state.
    pub state: String,
    /// The way.
    pub way: Way,
}

/// How an execution entered or left a state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Way {
    /// It entered the state.
    Entered,
    /// A rule of the Choice state matched, by its index.
    Rule(usize),
    /// No rule of the Choice state matched, and it has a default.
    Default,
    /// A retrier of the state matched, by its index.
    Retrier(usize),
    /// A catcher of the state matched, by its index.
    Catcher(usize),
}

/// Collects what executions of a machine used.
///
/// ```
/// # use infra_gen_asl::{run::{Coverage, Interpreter, Tasks}, validate};
/// # use serde_json::json;
/// # let machine = validate(r#"{ "StartAt": "Large?", "States": {
/// #     "Large?": { "Type": "Choice", "Choices": [{ "Variable": "$.n", "NumericGreaterThan": 9, "Next": "Yes" }], "Default": "No" },
/// #     "Yes": { "Type": "Succeed" }, "No": { "Type": "Succeed" }
/// # } }"#)?;
/// let mut coverage = Coverage::new(&machine);
/// coverage.add(&Interpreter::new(Tasks::new()).run_blocking(&machine, json!({ "n": 10 })));
/// let missed: Vec<String> = coverage.missed().iter().map(ToString::to_string).collect();
/// assert_eq!(missed, ["default of `Large?`", "state `No`"]);
/// # Ok::<(), infra_gen_cfn::Findings>(())
/// ```
#[derive(Debug, Clone)]
pub struct Coverage {
    all: Vec<Taken>,
    taken: BTreeSet<Taken>,
}

impl Coverage {
    /// No executions of `machine` yet.
    pub fn new(machine: &StateMachine) -> Self {
        let mut all = Vec::new();
        collect(&machine.scope, &mut all);
        Self {
            all,
            taken: BTreeSet::new(),
        }
    }

    /// Adds what `execution` used.
    pub fn add(&mut self, execution: &Execution) {
        self.taken.extend(execution.taken.iter().cloned());
    }

    /// What no execution used, in the order of the definition.
    pub fn missed(&self) -> Vec<&Taken> {
        self.all
            .iter()
            .filter(|part| !self.taken.contains(part))
            .collect()
    }
}

impl std::fmt::Display for Taken {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let state = &self.state;
        match self.way {
            Way::Entered => write!(f, "state `{state}`"),
            Way::Rule(index) => write!(f, "rule {} of `{state}`", index + 1),
            Way::Default => write!(f, "default of `{state}`"),
            Way::Retrier(index) => write!(f, "retrier {} of `{state}`", index + 1),
            Way::Catcher(index) => write!(f, "catcher {} of `{state}`", index + 1),
        }
    }
}

fn collect(scope: &Scope, all: &mut Vec<Taken>) {
    for (name, state) in &scope.states {
        let mut add = |way| {
            all.push(Taken {
                state: name.clone(),
                way,
            });
        };
        add(Way::Entered);
        if let Some(recovery) = state.kind.recovery() {
            (0..recovery.retry.len()).for_each(|index| add(Way::Retrier(index)));
            (0..recovery.catch.len()).for_each(|index| add(Way::Catcher(index)));
        }
        match &state.kind {
            Kind::Choice(choice) => {
                (0..choice.rules.len()).for_each(|index| add(Way::Rule(index)));
                if choice.default.is_some() {
                    add(Way::Default);
                }
            }
            Kind::Parallel(parallel) => parallel
                .branches
                .iter()
                .for_each(|branch| collect(&branch.scope, all)),
            Kind::Map(map) => collect(&map.processor.scope, all),
            Kind::Task(_) | Kind::Wait(_) | Kind::Pass(_) | Kind::Succeed | Kind::Fail(_) => {}
        }
    }
}
