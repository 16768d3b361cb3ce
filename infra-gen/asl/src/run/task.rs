//! Runs a Task state, with its timeouts.

use std::time::Duration;

use serde_json::json;

use crate::{
    model::{Amount, ErrorName, ExecutionType, Json, State, Task},
    run::{
        context::Visit,
        data::{expect_small_result, time_limit},
        error::TaskError,
        history, lambda,
        runtime::Runtime,
        state::Frame,
        task_runner::{ResultForm, TaskCall, TaskReply, is_function, is_lambda_integration},
    },
};

pub(super) async fn task(
    runtime: &Runtime<'_>,
    task: &Task,
    state: &State,
    input: &Json,
    arguments: Json,
    visit: &Visit<'_>,
    frame: &mut Frame,
) -> Result<Json, TaskError> {
    let limit = |limit: &Option<Amount>, name: &'static str, frame: &Frame| {
        let limit = limit
            .as_ref()
            .map(|limit| time_limit(runtime, state, limit, name, input, visit, frame));
        limit.transpose()
    };
    let timeout = limit(&task.timeout, "TimeoutSeconds", frame)?;
    let heartbeat = limit(&task.heartbeat, "HeartbeatSeconds", frame)?;
    let names = EventNames::new(&task.resource);
    let waits = waits(&task.resource);
    if waits && runtime.settings.execution_type == ExecutionType::Express {
        return Err(TaskError::runtime(format!(
            "an Express workflow cannot wait for a job or a task token: `{}`",
            task.resource
        )));
    }
    frame.record(
        runtime,
        names.scheduled,
        names.schedule(&task.resource, &arguments, timeout, heartbeat),
    );
    let call = TaskCall {
        state: visit.name.to_owned(),
        resource: task.resource.clone(),
        arguments,
        token: visit.token.clone(),
        retries: visit.retries,
        at: runtime.now(),
    };
    let reply = runtime.call(call.clone()).await;
    // AWS shows the request and the response of HTTP tasks only.
    if task.resource.contains(":http:invoke") {
        runtime.inspect("request", &call.arguments);
        if let Ok(response) = &reply.outcome {
            runtime.inspect("response", response);
        }
    }
    frame.record(runtime, names.started, names.details(&task.resource));
    if waits {
        let submitted = reply.submitted.clone().unwrap_or_else(|| json!({}));
        if let Some(error) = lambda::function_error(&task.resource, &submitted) {
            return Err(names.fail(runtime, &task.resource, error, frame));
        }
        let mut details = names.details(&task.resource);
        details["output"] = submitted;
        frame.record(runtime, "TaskSubmitted", details);
    }
    if let Some(after) = timeout_of(&reply, timeout, heartbeat) {
        runtime.sleep(after).await;
        let error = TaskError::new(ErrorName::TIMEOUT, "");
        let details = names.failure(&task.resource, &error);
        frame.record(runtime, names.timed_out, details);
        return Err(error);
    }
    runtime.sleep(reply.took).await;
    let outcome = reply.outcome.map_err(|error| sent(&task.resource, error));
    let outcome = outcome.and_then(|result| {
        let is_response = reply.form == ResultForm::Response && !waits;
        if is_response && let Some(error) = lambda::function_error(&task.resource, &result) {
            return Err(error);
        }
        let result = in_form(runtime, reply.form, result, &call, waits);
        expect_small_result(&result, names.task(&task.resource)).map(|()| result)
    });
    match outcome {
        Ok(result) => {
            let mut details = names.details(&task.resource);
            details["output"] = result.clone();
            frame.record(runtime, names.succeeded, details);
            Ok(result)
        }
        Err(error) => Err(names.fail(runtime, &task.resource, error, frame)),
    }
}

/// The error that a worker sends. `SendTaskFailure` rejects one that is too long, and the task would wait on.
/// <https://docs.aws.amazon.com/step-functions/latest/apireference/API_SendTaskFailure.html>
fn sent(resource: &str, error: TaskError) -> TaskError {
    const MAX_ERROR: usize = 256;
    const MAX_CAUSE: usize = 32_768;
    let is_worker = resource.ends_with(".waitForTaskToken") || resource.contains(":activity:");
    let (name, cause) = (error.error.as_str().chars().count(), error.cause.chars().count());
    if is_worker && (name > MAX_ERROR || cause > MAX_CAUSE) {
        return TaskError::runtime(format!(
            "`SendTaskFailure` accepts an error of {MAX_ERROR} characters and a cause of {MAX_CAUSE}, not of {name} and {cause}"
        ));
    }
    error
}

/// Whether the task waits for a job or for a task token.
pub(super) fn waits(resource: &str) -> bool {
    resource.ends_with(".waitForTaskToken") || resource.contains(".sync")
}

/// The result as the integration returns it.
fn in_form(runtime: &Runtime<'_>, form: ResultForm, result: Json, call: &TaskCall, waits: bool) -> Json {
    match form {
        ResultForm::Payload if is_lambda_integration(&call.resource) && !waits => {
            lambda::invoke_result(runtime, &result)
        }
        ResultForm::NestedOutput => nested_result(runtime, &result, call),
        ResultForm::Payload | ResultForm::Response => result,
    }
}

/// The result of `startExecution.sync` for the output of the nested execution. `.sync` has the payloads as text, `.sync:2` as
/// JSON.
fn nested_result(runtime: &Runtime<'_>, output: &Json, call: &TaskCall) -> Json {
    let payload = |payload: &Json| {
        if call.resource.ends_with(".sync:2") {
            payload.clone()
        } else {
            payload.to_string().into()
        }
    };
    let argument = |name: &str| call.arguments.get(name).cloned();
    let machine = argument("StateMachineArn").unwrap_or_default();
    let name = argument("Name").unwrap_or_else(|| runtime.random.borrow_mut().uuid().into());
    let execution = format!(
        "{}:{}",
        machine
            .as_str()
            .unwrap_or_default()
            .replacen(":stateMachine:", ":execution:", 1),
        name.as_str().unwrap_or_default()
    );
    let now = history::timestamp(runtime.settings.start, runtime.now());
    json!({
        "ExecutionArn": execution,
        "Input": payload(&argument("Input").unwrap_or_else(|| json!({}))),
        "InputDetails": { "Included": true },
        "Name": name,
        "Output": payload(output),
        "OutputDetails": { "Included": true },
        "StartDate": history::timestamp(runtime.settings.start, call.at),
        "StateMachineArn": machine,
        "Status": "SUCCEEDED",
        "StopDate": now,
    })
}

/// The time after which the task times out; `None` if the reply arrives in time. A missed heartbeat is a timeout, too.
fn timeout_of(reply: &TaskReply, timeout: Option<Duration>, heartbeat: Option<Duration>) -> Option<Duration> {
    // If the interval is too long, the first heartbeat is missed already.
    let silent = heartbeat.filter(|limit| {
        let quiet = reply.heartbeat.unwrap_or(Duration::MAX).min(reply.took);
        quiet > *limit
    });
    let late = timeout.filter(|limit| reply.took > *limit);
    silent.into_iter().chain(late).min()
}

/// The event types and details of a task. Functions and activities that are called by their own ARN have older names.
struct EventNames {
    kind: CallKind,
    scheduled: &'static str,
    started: &'static str,
    succeeded: &'static str,
    failed: &'static str,
    timed_out: &'static str,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum CallKind {
    Function,
    Activity,
    Service,
}

impl EventNames {
    fn new(resource: &str) -> Self {
        if is_function(resource) {
            Self {
                kind: CallKind::Function,
                scheduled: "LambdaFunctionScheduled",
                started: "LambdaFunctionStarted",
                succeeded: "LambdaFunctionSucceeded",
                failed: "LambdaFunctionFailed",
                timed_out: "LambdaFunctionTimedOut",
            }
        } else if resource.contains(":activity:") {
            Self {
                kind: CallKind::Activity,
                scheduled: "ActivityScheduled",
                started: "ActivityStarted",
                succeeded: "ActivitySucceeded",
                failed: "ActivityFailed",
                timed_out: "ActivityTimedOut",
            }
        } else {
            Self {
                kind: CallKind::Service,
                scheduled: "TaskScheduled",
                started: "TaskStarted",
                succeeded: "TaskSucceeded",
                failed: "TaskFailed",
                timed_out: "TaskTimedOut",
            }
        }
    }

    /// The details of the first event.
    fn schedule(
        &self,
        resource: &str,
        arguments: &Json,
        timeout: Option<Duration>,
        heartbeat: Option<Duration>,
    ) -> Json {
        let mut details = match self.kind {
            CallKind::Service => self.details(resource),
            CallKind::Function | CallKind::Activity => json!({ "resource": resource }),
        };
        if self.kind == CallKind::Service {
            details["region"] = "us-east-1".into();
            details["parameters"] = arguments.clone();
        } else {
            details["input"] = arguments.clone();
        }
        let limits = [("timeoutInSeconds", timeout), ("heartbeatInSeconds", heartbeat)];
        for (name, limit) in limits {
            if let Some(limit) = limit {
                details[name] = limit.as_secs().into();
            }
        }
        details
    }

    /// The details that all events of a service call have: `arn:aws:states:::sqs:sendMessage` calls the resource
    /// `sendMessage` of the type `sqs`.
    fn details(&self, resource: &str) -> Json {
        if self.kind != CallKind::Service {
            return json!({});
        }
        let (service, action) = split_action(resource);
        json!({ "resourceType": service, "resource": action })
    }

    /// What AWS calls the task in a cause.
    fn task<'r>(&self, resource: &'r str) -> &'r str {
        match self.kind {
            CallKind::Service => split_action(resource).0,
            CallKind::Function | CallKind::Activity => resource,
        }
    }

    /// Records that the task failed. Its event reports the error.
    fn fail(
        &self,
        runtime: &Runtime<'_>,
        resource: &str,
        mut error: TaskError,
        frame: &mut Frame,
    ) -> TaskError {
        error.take_report();
        frame.record(runtime, self.failed, self.failure(resource, &error));
        error
    }

    fn failure(&self, resource: &str, error: &TaskError) -> Json {
        let mut details = self.details(resource);
        if let (Json::Object(details), Json::Object(failure)) = (&mut details, history::failure(error)) {
            details.extend(failure);
        }
        details
    }
}

/// The service and the action: `sqs` and `sendMessage` out of `arn:aws:states:::sqs:sendMessage`.
fn split_action(resource: &str) -> (&str, &str) {
    let action = resource.split_once(":::").map_or(resource, |(_, action)| action);
    // The version of `.sync:2` belongs to the action.
    let split = match action.strip_suffix(":2") {
        Some(unversioned) => unversioned.rfind(':'),
        None => action.rfind(':'),
    };
    split.map_or(("", action), |at| (&action[..at], &action[at + 1..]))
}
