//! Nested executions: state machines that other state machines start.

use std::{collections::BTreeMap, time::Duration};

use serde_json::json;

use crate::{
    model::{ErrorName, Json},
    run::{
        ExecutionSettings, Interpreter, NoFaults, Status,
        error::TaskError,
        history,
        task_runner::{ResultForm, TaskCall, TaskReply, TaskRunner},
    },
    state_machine::StateMachine,
};

/// Runs `startExecution` in the same process, and leaves all other tasks to another runner.
///
/// ```
/// # use infra_gen_asl::{run::{Interpreter, Nested, Status, Tasks}, validate};
/// # use serde_json::json;
/// let child = validate(r#"{ "StartAt": "Double", "QueryLanguage": "JSONata", "States": {
///     "Double": { "Type": "Pass", "Output": "{% $states.input * 2 %}", "End": true } } }"#)?;
/// let parent = validate(r#"{ "StartAt": "Start", "States": { "Start": {
///     "Type": "Task", "Resource": "arn:aws:states:::states:startExecution.sync:2",
///     "Parameters": { "StateMachineArn": "arn:aws:states:us-east-1:123456789012:stateMachine:double", "Input.$": "$" },
///     "OutputPath": "$.Output", "End": true } } }"#)?;
/// let tasks = Nested::new(Tasks::new()).machine("double", &child);
/// let execution = Interpreter::new(tasks).run_blocking(&parent, json!(21));
/// assert_eq!(execution.status, Status::Succeeded(json!(42)));
/// # Ok::<(), infra_gen_cfn::Findings>(())
/// ```
pub struct Nested<'a, R> {
    tasks: R,
    machines: BTreeMap<String, &'a StateMachine>,
}

impl<'a, R> Nested<'a, R> {
    /// Tasks, and no machines yet.
    pub fn new(tasks: R) -> Self {
        Self {
            tasks,
            machines: BTreeMap::new(),
        }
    }

    /// Adds the state machine `name`.
    #[must_use]
    pub fn machine(mut self, name: &str, machine: &'a StateMachine) -> Self {
        self.machines.insert(name.to_owned(), machine);
        self
    }

    fn started(&self, call: &TaskCall) -> Option<(&str, &'a StateMachine)> {
        if !call.resource.contains(":states:startExecution") {
            return None;
        }
        let arn = call.arguments.get("StateMachineArn")?.as_str()?;
        let name = arn.split_once(":stateMachine:").map_or(arn, |(_, name)| name);
        let name = name.split(':').next().unwrap_or(name);
        let (name, machine) = self.machines.get_key_value(name)?;
        Some((name, machine))
    }
}

impl<R: TaskRunner> TaskRunner for Nested<'_, R> {
    async fn run(&self, call: &TaskCall) -> TaskReply {
        let Some((name, machine)) = self.started(call) else {
            return self.tasks.run(call).await;
        };
        let interpreter = Interpreter {
            tasks: self,
            faults: NoFaults,
            settings: ExecutionSettings {
                machine_name: name.to_owned(),
                ..ExecutionSettings::default()
            },
        };
        let input = call.arguments.get("Input").cloned().unwrap_or_else(|| json!({}));
        // Nested executions can start others.
        let execution = Box::pin(interpreter.run(machine, input)).await;
        let arn = format!("arn:aws:states:us-east-1:123456789012:execution:{name}:execution");
        let submitted =
            json!({ "ExecutionArn": arn, "StartDate": history::timestamp(execution.start, Duration::ZERO) });
        if !call.resource.contains(".sync") {
            return submitted.into();
        }
        let failed = |status: &str, error: &str, cause: &str| {
            let cause: Json =
                json!({ "ExecutionArn": arn, "Status": status, "Error": error, "Cause": cause });
            Err(TaskError::new(ErrorName::TASK_FAILED, cause.to_string()))
        };
        let outcome = match execution.status {
            Status::Succeeded(output) => Ok(output),
            Status::Failed(error) => failed("FAILED", error.error.as_str(), &error.cause),
            Status::TimedOut => failed("TIMED_OUT", ErrorName::TIMEOUT.as_str(), ""),
            Status::Aborted | Status::Stopped { .. } => failed("ABORTED", "", ""),
        };
        TaskReply {
            form: ResultForm::NestedOutput,
            submitted: Some(submitted),
            took: execution.took,
            ..TaskReply::from(outcome)
        }
    }
}
