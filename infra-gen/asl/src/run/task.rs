//! Runs a Task state, with its timeouts.

use std::time::Duration;

use serde_json::json;

use crate::{
    model::{Amount, ErrorName, ExecutionType, Json, State, Task},
    run::{
        context::Visit,
        data::{amount, expect_small_result},
        error::TaskError,
        history,
        runtime::Runtime,
        state::Frame,
        task_runner::{ResultForm, TaskCall, TaskReply, is_lambda_integration},
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
            .map(|limit| amount(runtime, state, limit, name, input, visit, frame));
        limit.transpose().map(|seconds| seconds.map(Duration::from_secs))
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
        let mut details = names.details(&task.resource);
        details["output"] = reply.submitted.clone().unwrap_or_else(|| json!({}));
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
    let outcome = reply.outcome.and_then(|result| {
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
        Err(mut error) => {
            // The event of the task reports the error.
            error.take_report();
            let details = names.failure(&task.resource, &error);
            frame.record(runtime, names.failed, details);
            Err(error)
        }
    }
}

/// Whether the task waits for a job or for a task token.
pub(super) fn waits(resource: &str) -> bool {
    resource.ends_with(".waitForTaskToken") || resource.contains(".sync")
}

/// The result as the integration returns it.
fn in_form(runtime: &Runtime<'_>, form: ResultForm, result: Json, call: &TaskCall, waits: bool) -> Json {
    match form {
        ResultForm::Payload if is_lambda_integration(&call.resource) && !waits => {
            invoke_result(runtime, &result)
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

/// The result of the `lambda:invoke` integration for a function's response.
fn invoke_result(runtime: &Runtime<'_>, payload: &Json) -> Json {
    let length = payload.to_string().len().to_string();
    let request = runtime.random.borrow_mut().uuid();
    json!({
        "ExecutedVersion": "$LATEST",
        "Payload": payload,
        "SdkHttpMetadata": {
            "AllHttpHeaders": {
                "X-Amz-Executed-Version": ["$LATEST"],
                "x-amzn-RequestId": [request],
                "Content-Length": [length],
                "Content-Type": ["application/json"],
            },
            "HttpHeaders": {
                "Content-Length": length,
                "Content-Type": "application/json",
                "X-Amz-Executed-Version": "$LATEST",
                "x-amzn-RequestId": request,
            },
            "HttpStatusCode": 200,
        },
        "SdkResponseMetadata": { "RequestId": request },
        "StatusCode": 200,
    })
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
        if resource.contains(":lambda:") && !is_lambda_integration(resource) {
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
