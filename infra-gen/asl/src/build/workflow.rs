//! A workflow that was defined and checked: its state machine, and what it uses of the stack.

use std::{collections::BTreeMap, fmt, marker::PhantomData};

use infra_gen_cfn::{
    LogicalId, Value,
    policy::{PolicyDocument, Statement},
};

use super::{
    flow::{self, Flow, Parts},
    reference::Need,
};
use crate::{
    model::Machine,
    problem::{Place, Problem, Problems},
    state_machine::StateMachine,
};

/// A state machine that takes `In` and gives `Out`, and what it uses.
pub struct Workflow<In, Out> {
    machine: StateMachine,
    substitutions: BTreeMap<LogicalId, Value<String>>,
    uses: Vec<Use>,
    types: PhantomData<fn(In) -> Out>,
}

/// What one state uses: a resource, and what the machine's role must be allowed for it.
#[derive(Debug, Clone, PartialEq)]
pub struct Use {
    /// The state's name.
    pub state: String,
    /// The resource's name in the definition.
    pub resource: LogicalId,
    /// What the role must be allowed: exact actions on exact ARNs.
    pub statements: Vec<Statement>,
}

impl<In, Out> Workflow<In, Out> {
    /// The workflow that `define` declares and connects.
    ///
    /// # Errors
    /// Everything that is wrong with it: states that nothing leads to or that have no way on, malformed expressions, names
    /// that mean two things.
    pub fn define(
        comment: &str,
        define: impl for<'s> FnOnce(&mut Flow<'s, In, Out>),
    ) -> Result<Self, Problems> {
        let mut flow = Flow::new();
        define(&mut flow);
        let Parts {
            mut scope,
            needs,
            mut problems,
        } = flow.into_parts();
        let query_language = flow::settle_languages(&mut scope);
        let (substitutions, uses) = bind(needs, &mut problems);
        let comment = (!comment.is_empty()).then(|| comment.to_owned());
        let machine = Machine {
            comment,
            version: None,
            query_language,
            timeout_seconds: None,
            scope,
        };
        // What the checks would say of a state that was never connected is known already.
        if !problems.is_empty() {
            return Err(Problems(problems));
        }
        let machine = StateMachine::new(machine)?;
        Ok(Self {
            machine,
            substitutions,
            uses,
            types: PhantomData,
        })
    }

    /// The same workflow, whose executions end after so many seconds at the latest, done or not: as
    /// [`ErrorName::TIMEOUT`](crate::model::ErrorName::TIMEOUT), which nothing catches.
    ///
    /// # Errors
    /// That Step Functions takes no such time.
    pub fn ending_within(self, seconds: u32) -> Result<Self, Problems> {
        let machine = Machine {
            timeout_seconds: Some(seconds.into()),
            ..self.machine.into_machine()
        };
        Ok(Self {
            machine: StateMachine::new(machine)?,
            ..self
        })
    }

    /// The state machine.
    pub fn machine(&self) -> &StateMachine {
        &self.machine
    }

    /// What to put in place of each `${Name}` in the definition, `DefinitionSubstitutions`.
    pub fn substitutions(&self) -> &BTreeMap<LogicalId, Value<String>> {
        &self.substitutions
    }

    /// What each state uses, in the order of the states.
    pub fn uses(&self) -> &[Use] {
        &self.uses
    }

    /// What the machine's role must be allowed, and nothing more.
    pub fn permissions(&self) -> PolicyDocument {
        let mut document = PolicyDocument::default();
        for statement in self.uses.iter().flat_map(|use_| &use_.statements) {
            document.add(statement.clone());
        }
        document
    }
}

impl<In, Out> fmt::Debug for Workflow<In, Out> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Workflow")
            .field("machine", &self.machine)
            .field("uses", &self.uses)
            .finish_non_exhaustive()
    }
}

fn bind(
    needs: Vec<(String, Need)>,
    problems: &mut Vec<Problem>,
) -> (BTreeMap<LogicalId, Value<String>>, Vec<Use>) {
    let mut substitutions: BTreeMap<LogicalId, Value<String>> = BTreeMap::new();
    let mut uses = Vec::new();
    for (state, Need { reference, grants }) in needs {
        if reference.value.literal().is_none() {
            let known = substitutions
                .entry(reference.name.clone())
                .or_insert_with(|| reference.value.clone());
            if *known != reference.value {
                let message = format!(
                    "`${{{}}}` stands for two different resources; give one another name",
                    reference.name
                );
                problems.push(Problem::new(
                    &Place::default().field("States").field(&state),
                    message,
                ));
            }
        }
        let statements = grants
            .into_iter()
            .map(|(actions, resource)| Statement::allow(actions, [resource]));
        uses.push(Use {
            state,
            resource: reference.name,
            statements: statements.collect(),
        });
    }
    (substitutions, uses)
}
