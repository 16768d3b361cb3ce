//! The world outside a state machine, as its tasks see it: what is asked, and what comes back.

use std::{collections::BTreeMap, future::Future, pin::Pin, time::Duration};

use serde_json::json;

use crate::{
    model::{ErrorName, Json},
    run::failure::TaskError,
};

/// What a task asks.
#[derive(Debug, Clone, PartialEq)]
pub struct TaskCall {
    /// The state that asks.
    pub state: String,
    /// What it asks: the ARN in its `Resource`.
    pub resource: String,
    /// What it sends.
    pub arguments: Json,
    /// The token to return, where the task waits for it (`.waitForTaskToken`).
    pub token: Option<String>,
    /// How often the state was retried before.
    pub retries: u64,
    /// When, from the start of the execution.
    pub at: Duration,
}

impl TaskCall {
    /// The function that is invoked: its name, with or without the rest of an ARN around it in the definition.
    pub fn function(&self) -> Option<&str> {
        let name = if is_lambda_integration(&self.resource) {
            self.arguments.get("FunctionName")?.as_str()?
        } else {
            self.resource
                .contains(":lambda:")
                .then_some(self.resource.as_str())?
        };
        Some(function_name(name))
    }
}

/// `name` out of `arn:aws:lambda:region:account:function:name:alias`, `name:alias` or `${Name}`.
fn function_name(text: &str) -> &str {
    let name = text.split_once(":function:").map_or(text, |(_, name)| name);
    let name = name
        .strip_prefix("${")
        .and_then(|name| name.strip_suffix('}'))
        .unwrap_or(name);
    name.split(':').next().unwrap_or(name)
}

pub(super) fn is_lambda_integration(resource: &str) -> bool {
    resource.contains(":states:::lambda:invoke")
}

/// What comes back of a task, and after how long. A bare result comes back at once.
#[derive(Debug, Clone, PartialEq)]
pub struct TaskReply {
    /// The result or the error. What comes back of a lambda invocation is the function's own answer; the interpreter
    /// puts around it what the integration does.
    pub outcome: Result<Json, TaskError>,
    /// How long the task took, in the execution's own time.
    pub took: Duration,
    /// How often it gave a heartbeat meanwhile; never when `None`.
    pub heartbeat: Option<Duration>,
}

impl TaskReply {
    /// The same, after so long.
    #[must_use]
    pub fn after(self, took: Duration) -> Self {
        Self { took, ..self }
    }
}

impl From<Result<Json, TaskError>> for TaskReply {
    fn from(outcome: Result<Json, TaskError>) -> Self {
        Self {
            outcome,
            took: Duration::ZERO,
            heartbeat: None,
        }
    }
}

impl From<Json> for TaskReply {
    fn from(result: Json) -> Self {
        Ok(result).into()
    }
}

impl From<TaskError> for TaskReply {
    fn from(error: TaskError) -> Self {
        Err(error).into()
    }
}

/// Does what tasks ask. Calls are made one after the other, so that an execution is the same each time if this is.
pub trait TaskRunner {
    /// Does what `call` asks.
    fn run(&self, call: &TaskCall) -> impl Future<Output = TaskReply>;
}

/// Functions and service calls by name, for tests and for running a machine on this computer.
///
/// A task that asks for what is not here fails: with `Lambda.ResourceNotFoundException` for a function, with
/// `States.TaskFailed` otherwise.
#[derive(Default)]
pub struct Tasks<'a> {
    functions: BTreeMap<String, Handler<'a>>,
    services: BTreeMap<String, Handler<'a>>,
}

type Handler<'a> = Box<dyn Fn(TaskCall) -> Pin<Box<dyn Future<Output = TaskReply> + 'a>> + 'a>;

impl<'a> Tasks<'a> {
    /// No function and no service.
    pub fn new() -> Self {
        Self::default()
    }

    /// The function `name`: takes the payload, gives its answer.
    #[must_use]
    pub fn function<F, Fut, R>(mut self, name: &str, handler: F) -> Self
    where
        F: Fn(Json) -> Fut + 'a,
        Fut: Future<Output = R> + 'a,
        R: Into<TaskReply>,
    {
        let handler: Handler<'a> = Box::new(move |call: TaskCall| {
            let payload = if is_lambda_integration(&call.resource) {
                call.arguments
                    .get("Payload")
                    .cloned()
                    .unwrap_or_else(|| json!({}))
            } else {
                call.arguments
            };
            let answer = handler(payload);
            Box::pin(async move { answer.await.into() })
        });
        self.functions.insert(name.to_owned(), handler);
        self
    }

    /// The service call of tasks whose `Resource` ends in `action`, `sns:publish`; takes the whole call.
    #[must_use]
    pub fn service<F, Fut, R>(mut self, action: &str, handler: F) -> Self
    where
        F: Fn(TaskCall) -> Fut + 'a,
        Fut: Future<Output = R> + 'a,
        R: Into<TaskReply>,
    {
        let handler: Handler<'a> = Box::new(move |call| {
            let answer = handler(call);
            Box::pin(async move { answer.await.into() })
        });
        self.services.insert(action.to_owned(), handler);
        self
    }
}

impl TaskRunner for Tasks<'_> {
    async fn run(&self, call: &TaskCall) -> TaskReply {
        if let Some(name) = call.function() {
            return match self.functions.get(name) {
                Some(handler) => handler(call.clone()).await,
                None => TaskError::named(
                    "Lambda.ResourceNotFoundException",
                    format!("there is no function `{name}`; add it with `Tasks::function`"),
                )
                .into(),
            };
        }
        let service = self
            .services
            .iter()
            .find(|(action, _)| call.resource.ends_with(action.as_str()));
        match service {
            Some((_, handler)) => handler(call.clone()).await,
            None => TaskError::new(
                ErrorName::TASK_FAILED,
                format!("nothing does `{}`; add it with `Tasks::service`", call.resource),
            )
            .into(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_function_is_known_by_its_bare_name() {
        assert_eq!(
            function_name("arn:aws:lambda:eu-west-1:123456789012:function:trips:live"),
            "trips"
        );
        assert_eq!(function_name("trips:$LATEST"), "trips");
        assert_eq!(function_name("${Trips}"), "Trips");
    }
}
