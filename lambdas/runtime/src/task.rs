//! The handler of a workflow's task: JSON in, JSON out, and a failure with the error name that the workflow matches.

use std::{fmt, future::Future};

use aws_types::SdkConfig;
use serde::{Serialize, de::DeserializeOwned};
use shop_contract::{Environment, workflow::TaskErrorName};

use crate::{StoreError, logging};

/// The handler of one task of a workflow.
pub trait Task: Sized {
    /// Its environment.
    type Env: Environment<Value = String>;
    /// Its input.
    type Input: DeserializeOwned;
    /// Its output.
    type Output: Serialize;

    /// Builds the handler, once per process; see [`crate::Handler::start`].
    fn start(environment: Self::Env, aws: &SdkConfig) -> impl Future<Output = Self>;

    /// Runs the task. The workflow may run it any number of times, even concurrently.
    fn run(&self, input: Self::Input) -> impl Future<Output = Result<Self::Output, TaskFailure>>;
}

/// The failure of a task.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaskFailure {
    /// The error name that the workflow matches.
    pub name: TaskErrorName,
    /// The message, which is in the execution's history: text for the log, or JSON for some error names.
    pub message: String,
}

impl TaskFailure {
    /// A failure whose message is JSON, for the reader of the execution's cause.
    pub fn with_json(name: TaskErrorName, message: &impl Serialize) -> Self {
        Self {
            name,
            message: serde_json::to_string(message).expect("the contract's types are maps with string keys"),
        }
    }
}

/// Runs the task with the input in the event.
pub async fn perform<T: Task>(task: &T, event: &str) -> Result<T::Output, TaskFailure> {
    let performed = match serde_json::from_str(event) {
        Ok(input) => task.run(input).await,
        Err(error) => Err(TaskFailure {
            name: TaskErrorName::MalformedInput,
            message: format!("the event is not the input of this task: {error}"),
        }),
    };
    match &performed {
        Ok(_) => tracing::info!("done"),
        Err(failure) => failure.log(),
    }
    performed
}

impl TaskFailure {
    fn log(&self) {
        let (reason, error) = (self.name.as_str(), &self.message);
        match self.name {
            TaskErrorName::OutOfStock
            | TaskErrorName::PriceChanged
            | TaskErrorName::UnknownProduct
            | TaskErrorName::AlreadyRejected => {
                tracing::info!(reason, detail = error, "ended without success");
            }
            TaskErrorName::Conflict | TaskErrorName::Busy => {
                tracing::warn!(reason, error, "failed, and will be retried");
            }
            TaskErrorName::NoTotal
            | TaskErrorName::OrderIdTaken
            | TaskErrorName::UnknownOrder
            | TaskErrorName::Broken
            | TaskErrorName::MalformedInput => tracing::error!(reason, error, "failed"),
        }
    }
}

impl fmt::Display for TaskFailure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.name.as_str(), self.message)
    }
}

impl std::error::Error for TaskFailure {}

impl From<StoreError> for TaskFailure {
    fn from(error: StoreError) -> Self {
        let name = match error {
            StoreError::Busy { .. } => TaskErrorName::Busy,
            StoreError::Refused { .. } | StoreError::Corrupt { .. } => TaskErrorName::Broken,
        };
        Self {
            name,
            message: logging::chain(&error),
        }
    }
}

impl From<TaskFailure> for lambda_runtime::Diagnostic {
    fn from(failure: TaskFailure) -> Self {
        Self {
            error_type: failure.name.as_str().to_owned(),
            error_message: failure.message,
        }
    }
}

#[cfg(test)]
mod tests {
    use tracing::Level;

    use super::*;
    use crate::logging::captured::lines_of;

    #[test]
    fn only_an_error_of_the_shop_is_logged_as_an_error() {
        for name in TaskErrorName::ALL {
            let failure = TaskFailure {
                name,
                message: "why".to_owned(),
            };
            let lines = lines_of(|| failure.log());
            let expected = match name.as_str() {
                "OutOfStock" | "PriceChanged" | "UnknownProduct" | "AlreadyRejected" => Level::INFO,
                "Busy" | "Conflict" => Level::WARN,
                _ => Level::ERROR,
            };
            let [line] = lines.as_slice() else {
                panic!("one line for `{}`, not {lines:?}", name.as_str())
            };
            assert_eq!(line.level, expected, "{}", name.as_str());
            assert!(
                line.fields.contains(&format!("reason=\"{}\"", name.as_str())),
                "{line:?}"
            );
        }
    }

    #[test]
    fn only_a_busy_store_is_retried() {
        let source = || "no answer in 2 s".into();
        let busy = TaskFailure::from(StoreError::Busy { source: source() });
        assert_eq!(
            busy.to_string(),
            "Busy: the store is busy or unreachable: no answer in 2 s"
        );
        assert!(TaskErrorName::RETRIED.contains(&busy.name));
        for broken in [
            StoreError::Refused { source: source() },
            StoreError::Corrupt {
                key: "o-1".to_owned(),
                source: source(),
            },
        ] {
            assert_eq!(TaskFailure::from(broken).name, TaskErrorName::Broken);
        }
    }
}
