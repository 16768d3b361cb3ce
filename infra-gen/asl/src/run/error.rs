//! The error of a state.

use std::fmt;

use crate::model::{ErrorName, Json};

/// An error with its cause: of a task, a state or an execution.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaskError {
    /// Its name, which retriers and catchers match. Empty if a Fail state sets none.
    pub error: ErrorName,
    /// A description.
    pub cause: String,
}

impl TaskError {
    /// An error with this name and cause.
    pub fn new(error: ErrorName, cause: impl Into<String>) -> Self {
        Self {
            error,
            cause: cause.into(),
        }
    }

    /// An error with a custom name such as `SoldOut`.
    pub fn named(error: &str, cause: impl Into<String>) -> Self {
        Self::new(ErrorName::from_text(error), cause)
    }

    /// `States.Runtime`: the definition cannot be executed on this data. No catcher matches it.
    pub(super) fn runtime(cause: impl Into<String>) -> Self {
        Self::new(ErrorName::RUNTIME, cause)
    }

    pub(super) fn query(cause: impl Into<String>) -> Self {
        Self::new(ErrorName::QUERY_EVALUATION_ERROR, cause)
    }

    /// The error output that a catcher receives.
    pub(super) fn to_json(&self) -> Json {
        serde_json::json!({ "Error": self.error.as_str(), "Cause": self.cause })
    }
}

impl fmt::Display for TaskError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.error, self.cause)
    }
}

impl std::error::Error for TaskError {}
