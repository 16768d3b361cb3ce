//! What a state fails with.

use std::fmt;

use crate::model::{ErrorName, Json};

/// An error and what is to be known about it: how a task fails, and how an execution ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaskError {
    /// Its name, which retriers and catchers go by. Empty where a Fail state gives none.
    pub error: ErrorName,
    /// What is to be known about it.
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

    /// The error of a task, by a name of its own: `SoldOut`.
    pub fn named(error: &str, cause: impl Into<String>) -> Self {
        Self::new(ErrorName::from_text(error), cause)
    }

    /// The definition asks for what cannot be; nothing catches it.
    pub(super) fn runtime(cause: impl Into<String>) -> Self {
        Self::new(ErrorName::RUNTIME, cause)
    }

    pub(super) fn query(cause: impl Into<String>) -> Self {
        Self::new(ErrorName::QUERY_EVALUATION_ERROR, cause)
    }

    /// What a catcher sees.
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
