//! The error of a state.

use std::fmt;

use crate::model::{ErrorName, Json};

/// An error with its cause: of a task, a state or an execution.
///
/// Errors are equal if they have the same name and cause, wherever they were raised.
#[derive(Debug, Clone)]
pub struct TaskError {
    /// Its name, which retriers and catchers match. Empty if a Fail state sets none.
    pub error: ErrorName,
    /// A description.
    pub cause: String,
    origin: Origin,
    state: Option<String>,
    field: Option<&'static str>,
}

/// Where an error comes from, until the state that raised it has reported it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Origin {
    /// A task, a Fail state, or a state that has reported it.
    Reported,
    /// The interpretation of the state itself.
    State,
    /// A JSONata expression in this field of the state.
    Evaluation(&'static str),
}

/// How the state that raised an error reports it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Report {
    /// Not at all: it was reported already.
    None,
    /// With its location, in the cause.
    Cause,
    /// With its location and an event `EvaluationFailed` for this field.
    Evaluation(&'static str),
}

impl TaskError {
    /// An error with this name and cause.
    pub fn new(error: ErrorName, cause: impl Into<String>) -> Self {
        Self {
            error,
            cause: cause.into(),
            origin: Origin::Reported,
            state: None,
            field: None,
        }
    }

    /// An error with a custom name such as `SoldOut`.
    pub fn named(error: &str, cause: impl Into<String>) -> Self {
        Self::new(ErrorName::from_text(error), cause)
    }

    /// An error of the state itself: its data does not fit its definition.
    pub(super) fn of_state(error: ErrorName, cause: impl Into<String>) -> Self {
        Self {
            origin: Origin::State,
            ..Self::new(error, cause)
        }
    }

    /// `States.Runtime`: the definition cannot be executed on this data. No catcher matches it.
    pub(super) fn runtime(cause: impl Into<String>) -> Self {
        Self::of_state(ErrorName::RUNTIME, cause)
    }

    /// A JSONata expression failed. [`Self::in_field`] names the field.
    pub(super) fn query(cause: impl Into<String>) -> Self {
        Self {
            origin: Origin::Evaluation(""),
            ..Self::new(ErrorName::QUERY_EVALUATION_ERROR, cause)
        }
    }

    /// The name of the state that raised the error in an execution.
    pub fn state(&self) -> Option<&str> {
        self.state.as_deref()
    }

    /// The field whose value raised the error, if it is known.
    pub fn field(&self) -> Option<&'static str> {
        self.field
    }

    /// The same error, raised by the state `name` unless a state inside of it raised it.
    #[must_use]
    pub(super) fn in_state(mut self, name: &str) -> Self {
        self.state.get_or_insert_with(|| name.to_owned());
        self
    }

    /// The same error of the value in the field `name`.
    #[must_use]
    pub(super) fn in_field(mut self, name: &'static str) -> Self {
        if self.origin != Origin::Reported {
            self.field.get_or_insert(name);
        }
        if self.origin == Origin::Evaluation("") {
            self.origin = Origin::Evaluation(name);
        }
        self
    }

    /// How to report the error; afterwards it counts as reported.
    pub(super) fn take_report(&mut self) -> Report {
        match std::mem::replace(&mut self.origin, Origin::Reported) {
            Origin::Reported => Report::None,
            Origin::State => Report::Cause,
            Origin::Evaluation(field) => Report::Evaluation(field),
        }
    }

    /// The error output that a catcher receives. A failure without error and cause has `null` for both.
    pub(super) fn to_json(&self) -> Json {
        let text = |text: &str| {
            if self.error.as_str().is_empty() && text.is_empty() {
                Json::Null
            } else {
                Json::from(text)
            }
        };
        serde_json::json!({ "Error": text(self.error.as_str()), "Cause": text(&self.cause) })
    }
}

impl PartialEq for TaskError {
    fn eq(&self, other: &Self) -> bool {
        (&self.error, &self.cause) == (&other.error, &other.cause)
    }
}

impl Eq for TaskError {}

impl fmt::Display for TaskError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.error, self.cause)
    }
}

impl std::error::Error for TaskError {}
