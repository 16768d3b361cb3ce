//! Runs a Task state, with its timeouts.

use std::time::Duration;

use serde_json::json;

use crate::{
    model::{Amount, ErrorName, Json, State, Task},
    run::{
        context::Visit,
        data::amount,
        error::TaskError,
        runtime::Runtime,
        state::Frame,
        task_runner::{TaskCall, TaskReply, is_lambda_integration},
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
    let limit = |limit: &Option<Amount>, name: &str, frame: &Frame| {
        let limit = limit
            .as_ref()
            .map(|limit| amount(runtime, state, limit, name, input, visit, frame));
        limit.transpose().map(|seconds| seconds.map(Duration::from_secs))
    };
    let timeout = limit(&task.timeout, "TimeoutSeconds", frame)?;
    let heartbeat = limit(&task.heartbeat, "HeartbeatSeconds", frame)?;
    let names = EventNames::new(&task.resource);
    frame.record(
        runtime,
        names.scheduled,
        json!({ "resource": task.resource, "parameters": arguments }),
    );
    frame.record(runtime, names.started, json!({ "resource": task.resource }));
    let call = TaskCall {
        state: visit.name.to_owned(),
        resource: task.resource.clone(),
        arguments,
        token: visit.token.clone(),
        retries: visit.retries,
        at: runtime.now(),
    };
    let reply = runtime.call(call).await;
    let waits = task.resource.ends_with(".waitForTaskToken") || task.resource.contains(".sync");
    if waits {
        frame.record(runtime, "TaskSubmitted", json!({ "resource": task.resource }));
    }
    if let Some((after, error)) = timeout_of(&reply, timeout, heartbeat) {
        runtime.sleep(after).await;
        let cause = format!("`{}` did not respond within {} s", visit.name, after.as_secs());
        let error = TaskError::new(error, cause);
        frame.record(
            runtime,
            names.timed_out,
            json!({ "error": error.error.as_str(), "cause": error.cause }),
        );
        return Err(error);
    }
    runtime.sleep(reply.took).await;
    match reply.outcome {
        Ok(answer) => {
            let result = if is_lambda_integration(&task.resource) && !waits {
                invoke_result(&answer)
            } else {
                answer
            };
            frame.record(
                runtime,
                names.succeeded,
                json!({ "resource": task.resource, "output": result }),
            );
            Ok(result)
        }
        Err(error) => {
            frame.record(
                runtime,
                names.failed,
                json!({ "error": error.error.as_str(), "cause": error.cause }),
            );
            Err(error)
        }
    }
}

/// The time and name of the timeout error; `None` if the reply arrives in time.
fn timeout_of(
    reply: &TaskReply,
    timeout: Option<Duration>,
    heartbeat: Option<Duration>,
) -> Option<(Duration, ErrorName)> {
    // If the interval is too long, the first heartbeat is missed already.
    let silent = heartbeat.filter(|limit| {
        let quiet = reply.heartbeat.unwrap_or(Duration::MAX).min(reply.took);
        quiet > *limit
    });
    let late = timeout.filter(|limit| reply.took > *limit);
    match (silent, late) {
        (Some(silent), Some(late)) if late < silent => Some((late, ErrorName::TIMEOUT)),
        (Some(silent), _) => Some((silent, ErrorName::HEARTBEAT_TIMEOUT)),
        (None, Some(late)) => Some((late, ErrorName::TIMEOUT)),
        (None, None) => None,
    }
}

/// The result of the `lambda:invoke` integration for a function's response.
fn invoke_result(payload: &Json) -> Json {
    json!({ "ExecutedVersion": "$LATEST", "Payload": payload, "StatusCode": 200 })
}

/// The event types of a task. Functions and activities that are called by their own ARN have older names.
struct EventNames {
    scheduled: &'static str,
    started: &'static str,
    succeeded: &'static str,
    failed: &'static str,
    timed_out: &'static str,
}

impl EventNames {
    fn new(resource: &str) -> Self {
        if resource.contains(":lambda:") && !is_lambda_integration(resource) {
            Self {
                scheduled: "LambdaFunctionScheduled",
                started: "LambdaFunctionStarted",
                succeeded: "LambdaFunctionSucceeded",
                failed: "LambdaFunctionFailed",
                timed_out: "LambdaFunctionTimedOut",
            }
        } else if resource.contains(":activity:") {
            Self {
                scheduled: "ActivityScheduled",
                started: "ActivityStarted",
                succeeded: "ActivitySucceeded",
                failed: "ActivityFailed",
                timed_out: "ActivityTimedOut",
            }
        } else {
            Self {
                scheduled: "TaskScheduled",
                started: "TaskStarted",
                succeeded: "TaskSucceeded",
                failed: "TaskFailed",
                timed_out: "TaskTimedOut",
            }
        }
    }
}
