//! Asks what a Task state asks, and waits no longer for it than the state says.

use std::time::Duration;

use serde_json::json;

use crate::{
    model::{Amount, ErrorName, Json, State, Task},
    run::{
        context::Visit,
        data::amount,
        failure::TaskError,
        state::Frame,
        tasks::{TaskCall, TaskReply, is_lambda_integration},
        world::World,
    },
};

pub(super) async fn task(
    world: &World<'_>,
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
            .map(|limit| amount(world, state, limit, name, input, visit, frame));
        limit.transpose().map(|seconds| seconds.map(Duration::from_secs))
    };
    let timeout = limit(&task.timeout, "TimeoutSeconds", frame)?;
    let heartbeat = limit(&task.heartbeat, "HeartbeatSeconds", frame)?;
    let names = Names::of(&task.resource);
    frame.record(
        world,
        names.scheduled,
        json!({ "resource": task.resource, "parameters": arguments }),
    );
    frame.record(world, names.started, json!({ "resource": task.resource }));
    let call = TaskCall {
        state: visit.name.to_owned(),
        resource: task.resource.clone(),
        arguments,
        token: visit.token.clone(),
        retries: visit.retries,
        at: world.now(),
    };
    let reply = world.ask(call).await;
    let waits = task.resource.ends_with(".waitForTaskToken") || task.resource.contains(".sync");
    if waits {
        frame.record(world, "TaskSubmitted", json!({ "resource": task.resource }));
    }
    if let Some((after, error)) = given_up(&reply, timeout, heartbeat) {
        world.sleep(after).await;
        let cause = format!("`{}` gave no answer for {} s", visit.name, after.as_secs());
        let error = TaskError::new(error, cause);
        frame.record(
            world,
            names.timed_out,
            json!({ "error": error.error.as_str(), "cause": error.cause }),
        );
        return Err(error);
    }
    world.sleep(reply.took).await;
    match reply.outcome {
        Ok(answer) => {
            let result = if is_lambda_integration(&task.resource) && !waits {
                invoked(&answer)
            } else {
                answer
            };
            frame.record(
                world,
                names.succeeded,
                json!({ "resource": task.resource, "output": result }),
            );
            Ok(result)
        }
        Err(error) => {
            frame.record(
                world,
                names.failed,
                json!({ "error": error.error.as_str(), "cause": error.cause }),
            );
            Err(error)
        }
    }
}

/// When the state gives up on `reply`, and why; `None` when the reply is in time.
fn given_up(
    reply: &TaskReply,
    timeout: Option<Duration>,
    heartbeat: Option<Duration>,
) -> Option<(Duration, ErrorName)> {
    // A heartbeat that comes too late is missed the first time already; one that comes in time is never missed.
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

/// What the `lambda:invoke` integration makes of a function's answer.
fn invoked(payload: &Json) -> Json {
    json!({ "ExecutedVersion": "$LATEST", "Payload": payload, "StatusCode": 200 })
}

/// The events of a task, which have older names for functions and activities that are asked by their own ARN.
struct Names {
    scheduled: &'static str,
    started: &'static str,
    succeeded: &'static str,
    failed: &'static str,
    timed_out: &'static str,
}

impl Names {
    fn of(resource: &str) -> Self {
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
