//! Error handling: retriers, catchers and error names.

use std::fmt;

use serde_json::Number;

use crate::model::{Json, JsonObject, Nullable};

/// The error handling of a Task, Parallel or Map state.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Recovery {
    /// Tried first, in order. Each counts its own attempts.
    pub retry: Vec<Retrier>,
    /// Tried if no retrier matches the error or its attempts are used up.
    pub catch: Vec<Catcher>,
}

/// Runs the state again after certain errors.
#[derive(Debug, Clone, PartialEq)]
pub struct Retrier {
    /// The errors it matches.
    pub error_equals: Vec<ErrorName>,
    /// The delay before the first retry; default: 1.
    pub interval_seconds: Option<u64>,
    /// The maximum number of retries; default: 3.
    pub max_attempts: Option<u64>,
    /// The factor by which the delay grows with each retry; default: 2.
    pub backoff_rate: Option<Number>,
    /// The maximum delay.
    pub max_delay_seconds: Option<u64>,
    /// Whether the delay is random.
    pub jitter: Option<Jitter>,
    /// A comment.
    pub comment: Option<String>,
}

impl Retrier {
    /// A retrier for `errors` with the defaults of the language: 3 retries after 1, 2 and 4 seconds.
    pub fn new(errors: impl IntoIterator<Item = ErrorName>) -> Self {
        Self {
            error_equals: errors.into_iter().collect(),
            interval_seconds: None,
            max_attempts: None,
            backoff_rate: None,
            max_delay_seconds: None,
            jitter: None,
            comment: None,
        }
    }
}

/// `JitterStrategy`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Jitter {
    /// `"FULL"`: a random delay between zero and the interval.
    Full,
    /// `"NONE"`: exactly the interval.
    None,
}

impl Jitter {
    /// The value in a definition.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Full => "FULL",
            Self::None => "NONE",
        }
    }
}

/// Goes to another state after certain errors.
#[derive(Debug, Clone, PartialEq)]
pub struct Catcher {
    /// The errors it matches.
    pub error_equals: Vec<ErrorName>,
    /// The next state.
    pub next: String,
    /// JSONPath: where to write the error in the state's input; by default, it replaces the input.
    pub result_path: Option<Nullable>,
    /// JSONata: the input of the next state; default: the error.
    pub output: Option<Json>,
    /// Variables to set.
    pub assign: Option<JsonObject>,
    /// A comment.
    pub comment: Option<String>,
}

/// The name of an error: predefined (`States.Timeout`) or custom (`SoldOut`).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ErrorName(std::borrow::Cow<'static, str>);

impl ErrorName {
    /// Any error but [`Self::RUNTIME`].
    pub const ALL: Self = Self::new("States.ALL");
    /// The state exceeded its timeout, or sent no heartbeat.
    pub const TIMEOUT: Self = Self::new("States.Timeout");
    /// The state sent no heartbeat in time.
    pub const HEARTBEAT_TIMEOUT: Self = Self::new("States.HeartbeatTimeout");
    /// A task failed. Matches any error but a timeout.
    pub const TASK_FAILED: Self = Self::new("States.TaskFailed");
    /// The role lacks a permission that the task needs.
    pub const PERMISSIONS: Self = Self::new("States.Permissions");
    /// `ResultPath` cannot be applied to the input.
    pub const RESULT_PATH_MATCH_FAILURE: Self = Self::new("States.ResultPathMatchFailure");
    /// A path finds nothing.
    pub const PARAMETER_PATH_FAILURE: Self = Self::new("States.ParameterPathFailure");
    /// A branch of a Parallel state failed.
    pub const BRANCH_FAILED: Self = Self::new("States.BranchFailed");
    /// No rule of a Choice state matches, and it has no default.
    pub const NO_CHOICE_MATCHED: Self = Self::new("States.NoChoiceMatched");
    /// An intrinsic function failed.
    pub const INTRINSIC_FAILURE: Self = Self::new("States.IntrinsicFailure");
    /// More items of a Map state failed than it tolerates.
    pub const EXCEED_TOLERATED_FAILURE_THRESHOLD: Self = Self::new("States.ExceedToleratedFailureThreshold");
    /// A Map state could not read its items.
    pub const ITEM_READER_FAILED: Self = Self::new("States.ItemReaderFailed");
    /// A Map state could not write its results.
    pub const RESULT_WRITER_FAILED: Self = Self::new("States.ResultWriterFailed");
    /// A JSONata expression failed, or its result is undefined or has the wrong type.
    pub const QUERY_EVALUATION_ERROR: Self = Self::new("States.QueryEvaluationError");
    /// A payload is larger than 256 KiB.
    pub const DATA_LIMIT_EXCEEDED: Self = Self::new("States.DataLimitExceeded");
    /// The definition cannot be executed on this data. Neither retried nor caught.
    pub const RUNTIME: Self = Self::new("States.Runtime");
    /// An HTTP task's connection failed.
    pub const HTTP_SOCKET: Self = Self::new("States.Http.Socket");

    /// All predefined names.
    pub const RESERVED: &'static [Self] = &[
        Self::ALL,
        Self::BRANCH_FAILED,
        Self::DATA_LIMIT_EXCEEDED,
        Self::EXCEED_TOLERATED_FAILURE_THRESHOLD,
        Self::HEARTBEAT_TIMEOUT,
        Self::HTTP_SOCKET,
        Self::INTRINSIC_FAILURE,
        Self::ITEM_READER_FAILED,
        Self::NO_CHOICE_MATCHED,
        Self::PARAMETER_PATH_FAILURE,
        Self::PERMISSIONS,
        Self::QUERY_EVALUATION_ERROR,
        Self::RESULT_PATH_MATCH_FAILURE,
        Self::RESULT_WRITER_FAILED,
        Self::RUNTIME,
        Self::TASK_FAILED,
        Self::TIMEOUT,
    ];

    /// A literal name. An empty name in a `const` does not compile.
    ///
    /// # Panics
    /// If the name is empty and this is not evaluated at compile time.
    #[must_use]
    pub const fn new(name: &'static str) -> Self {
        assert!(!name.is_empty(), "an error name must not be empty");
        Self(std::borrow::Cow::Borrowed(name))
    }

    /// A name that is known at run time.
    pub fn from_text(name: &str) -> Self {
        Self(std::borrow::Cow::Owned(name.to_owned()))
    }

    /// The name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether a retrier or catcher that lists `self` matches the error `raised`.
    pub fn matches(&self, raised: &Self) -> bool {
        // It ends the execution: running the state again cannot help.
        let terminal = *raised == Self::RUNTIME;
        let is_timeout = *raised == Self::TIMEOUT || *raised == Self::HEARTBEAT_TIMEOUT;
        if *self == Self::ALL {
            !terminal
        } else if *self == Self::TASK_FAILED {
            !terminal && !is_timeout
        } else if *self == Self::TIMEOUT {
            is_timeout
        } else {
            self == raised && !terminal
        }
    }
}

impl fmt::Display for ErrorName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_matches_everything_but_runtime_errors() {
        assert!(ErrorName::ALL.matches(&ErrorName::new("SoldOut")));
        assert!(ErrorName::ALL.matches(&ErrorName::TIMEOUT));
        assert!(!ErrorName::ALL.matches(&ErrorName::RUNTIME));
        assert!(ErrorName::ALL.matches(&ErrorName::DATA_LIMIT_EXCEEDED));
    }

    #[test]
    fn task_failed_matches_everything_but_timeouts() {
        assert!(ErrorName::TASK_FAILED.matches(&ErrorName::new("SoldOut")));
        assert!(!ErrorName::TASK_FAILED.matches(&ErrorName::TIMEOUT));
        assert!(!ErrorName::TASK_FAILED.matches(&ErrorName::HEARTBEAT_TIMEOUT));
    }

    #[test]
    fn timeout_also_matches_a_missed_heartbeat() {
        assert!(ErrorName::TIMEOUT.matches(&ErrorName::HEARTBEAT_TIMEOUT));
        assert!(!ErrorName::HEARTBEAT_TIMEOUT.matches(&ErrorName::TIMEOUT));
    }
}
