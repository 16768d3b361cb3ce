//! A checked workflow: its state machine, and the resources it uses.

use std::{collections::BTreeMap, fmt, marker::PhantomData};

use infra_gen_cfn::{
    LogicalId, Value,
    policy::{PolicyDocument, Statement},
};

use super::{
    flow::{self, Flow, Parts},
    reference::Need,
};
use infra_gen_cfn::{Finding, Findings};

use crate::{
    model::Machine,
    problem::{Location, problem},
    rules::DUPLICATE_KEY,
    state_machine::StateMachine,
};

/// A state machine with input `In` and output `Out`, and the resources it uses.
pub struct Workflow<In, Out> {
    machine: StateMachine,
    substitutions: BTreeMap<LogicalId, Value<String>>,
    uses: Vec<ResourceUse>,
    types: PhantomData<fn(In) -> Out>,
}

/// A resource that a state uses, with the permissions that the role needs for it.
#[derive(Debug, Clone, PartialEq)]
pub struct ResourceUse {
    /// The state's name.
    pub state: String,
    /// The resource's name in the definition.
    pub resource: LogicalId,
    /// The permissions: exact actions on exact ARNs.
    pub statements: Vec<Statement>,
}

impl<In, Out> Workflow<In, Out> {
    /// The workflow with the states and transitions of `define`.
    ///
    /// # Errors
    /// All problems: unreachable states, states without a next state, malformed expressions, duplicate names.
    pub fn define(
        comment: &str,
        define: impl for<'s> FnOnce(&mut Flow<'s, In, Out>),
    ) -> Result<Self, Findings> {
        let mut flow = Flow::new();
        define(&mut flow);
        let Parts {
            mut scope,
            needs,
            mut problems,
        } = flow.into_parts();
        let query_language = flow::set_query_languages(&mut scope);
        let (substitutions, uses) = bind(needs, &mut problems);
        let comment = (!comment.is_empty()).then(|| comment.to_owned());
        let machine = Machine {
            comment,
            version: None,
            query_language,
            timeout_seconds: None,
            scope,
        };
        // The checks would only report the same states again.
        if !problems.is_empty() {
            return Err(Findings(problems));
        }
        let machine = StateMachine::new(machine)?;
        Ok(Self {
            machine,
            substitutions,
            uses,
            types: PhantomData,
        })
    }

    /// Sets the timeout of executions: they end with [`ErrorName::TIMEOUT`](crate::model::ErrorName::TIMEOUT), which cannot
    /// be caught.
    ///
    /// # Errors
    /// If Step Functions does not allow this timeout.
    pub fn with_timeout(self, seconds: u32) -> Result<Self, Findings> {
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

    /// The value of each `${Name}` in the definition, for `DefinitionSubstitutions`.
    pub fn substitutions(&self) -> &BTreeMap<LogicalId, Value<String>> {
        &self.substitutions
    }

    /// The resources that states use, in the order of the states.
    pub fn uses(&self) -> &[ResourceUse] {
        &self.uses
    }

    /// The permissions that the role of the state machine needs, and no others.
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
    problems: &mut Vec<Finding>,
) -> (BTreeMap<LogicalId, Value<String>>, Vec<ResourceUse>) {
    let mut substitutions: BTreeMap<LogicalId, Value<String>> = BTreeMap::new();
    let mut uses = Vec::new();
    for (state, Need { reference, grants }) in needs {
        if reference.value.literal().is_none() {
            let known = substitutions
                .entry(reference.name.clone())
                .or_insert_with(|| reference.value.clone());
            if *known != reference.value {
                let message = format!(
                    "`${{{}}}` refers to two different resources; rename one of them",
                    reference.name
                );
                problems.push(problem(
                    &DUPLICATE_KEY,
                    &Location::default().field("States").field(&state),
                    message,
                ));
            }
        }
        let statements = grants
            .into_iter()
            .map(|(actions, resource)| Statement::allow(actions, [resource]));
        uses.push(ResourceUse {
            state,
            resource: reference.name,
            statements: statements.collect(),
        });
    }
    (substitutions, uses)
}
