//! The interface to tasks: calls, replies, and the functions that handle them.

use std::{collections::BTreeMap, future::Future, pin::Pin, time::Duration};

use serde_json::json;

use crate::{
    model::{ErrorName, Json},
    run::error::TaskError,
};

/// A call of a task.
#[derive(Debug, Clone, PartialEq)]
pub struct TaskCall {
    /// The name of the state.
    pub state: String,
    /// The ARN in `Resource`.
    pub resource: String,
    /// The arguments.
    pub arguments: Json,
    /// The task token, with `.waitForTaskToken`.
    pub token: Option<String>,
    /// The number of earlier retries of the state.
    pub retries: u64,
    /// The virtual time since the start of the execution.
    pub at: Duration,
}

impl TaskCall {
    /// The name of the invoked function; the definition may have an ARN or a name.
    pub fn function(&self) -> Option<&str> {
        let name = if is_lambda_integration(&self.resource) {
            self.arguments.get("FunctionName")?.as_str()?
        } else {
            is_function(&self.resource).then_some(self.resource.as_str())?
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

/// Whether the resource is a function itself: `arn:aws:lambda:region:account:function:name`.
pub(super) fn is_function(resource: &str) -> bool {
    resource.split(':').nth(2) == Some("lambda")
}

/// Whether the resource is the optimized integration of Lambda. The integration of the SDK differs.
pub(super) fn is_lambda_integration(resource: &str) -> bool {
    resource.contains(":states:::lambda:invoke")
}

/// The reply to a call. A reply made from a result or an error takes no time.
#[derive(Debug, Clone, PartialEq)]
pub struct TaskReply {
    /// The result or the error. For `lambda:invoke`, the result is the function's response; the interpreter wraps it as
    /// the integration does.
    pub outcome: Result<Json, TaskError>,
    /// The duration of the task in virtual time.
    pub took: Duration,
    /// The interval between heartbeats; `None` if there are none.
    pub heartbeat: Option<Duration>,
    /// The form of a result.
    pub form: ResultForm,
    /// The response to the call of a task that waits (`.sync`, `.waitForTaskToken`).
    pub submitted: Option<Json>,
}

/// The form in which a reply has its result.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum ResultForm {
    /// For `lambda:invoke`, the function's response, which the interpreter wraps as the integration does. For all other
    /// calls, the whole response.
    #[default]
    Payload,
    /// The whole response of the integration.
    Response,
    /// For `startExecution.sync`, the output of the nested execution, which the interpreter wraps as the integration does.
    NestedOutput,
}

impl TaskReply {
    /// The same reply after this duration.
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
            form: ResultForm::Payload,
            submitted: None,
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

/// Runs tasks. The interpreter makes one call at a time, so an execution is deterministic if the runner is.
pub trait TaskRunner {
    /// Handles `call`.
    fn run(&self, call: &TaskCall) -> impl Future<Output = TaskReply>;
}

/// Task functions by name, for tests and local runs.
///
/// Unknown functions fail with `Lambda.ResourceNotFoundException`, unknown service calls with `States.TaskFailed`.
#[derive(Default)]
pub struct Tasks<'a> {
    functions: BTreeMap<String, Handler<'a>>,
    services: BTreeMap<String, Handler<'a>>,
}

type Handler<'a> = Box<dyn Fn(TaskCall) -> Pin<Box<dyn Future<Output = TaskReply> + 'a>> + 'a>;

impl<'a> Tasks<'a> {
    /// No functions and no service calls.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds the Lambda function `name`. The handler maps the payload to the response.
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

    /// Adds a service call: the handler receives calls whose `Resource` ends in `action`, such as `sns:publish`.
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
                    format!("unknown function `{name}`; add it with `Tasks::function`"),
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
                format!(
                    "unknown service call `{}`; add it with `Tasks::service`",
                    call.resource
                ),
            )
            .into(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_function_name_is_extracted_from_arns_and_references() {
        assert_eq!(
            function_name("arn:aws:lambda:eu-west-1:123456789012:function:trips:live"),
            "trips"
        );
        assert_eq!(function_name("trips:$LATEST"), "trips");
        assert_eq!(function_name("${Trips}"), "Trips");
    }
}
