//! What happens when a state fails: retriers and catchers.

use std::fmt;

use serde_json::Number;

use crate::model::{Json, JsonObject, Nullable};

/// What a Task, Parallel or Map state does when it fails.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Recovery {
    /// Tried first, in order; each counts its own attempts.
    pub retry: Vec<Retrier>,
    /// Tried when no retrier takes the error, or takes it no more.
    pub catch: Vec<Catcher>,
}

/// Runs the state again when it fails with one of these errors.
#[derive(Debug, Clone, PartialEq)]
pub struct Retrier {
    /// The errors it takes.
    pub error_equals: Vec<ErrorName>,
    /// How long before the first retry; 1 when absent.
    pub interval_seconds: Option<u64>,
    /// How many retries; 3 when absent.
    pub max_attempts: Option<u64>,
    /// By what the interval grows with each retry; 2 when absent.
    pub backoff_rate: Option<Number>,
    /// What the interval never exceeds.
    pub max_delay_seconds: Option<u64>,
    /// Whether the interval is drawn at random below its length.
    pub jitter: Option<Jitter>,
    /// What it is for.
    pub comment: Option<String>,
}

impl Retrier {
    /// Takes `errors`, with the language's defaults: 3 retries after 1, 2 and 4 seconds.
    pub fn of(errors: impl IntoIterator<Item = ErrorName>) -> Self {
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
    /// `"FULL"`: any delay from nothing up to the interval.
    Full,
    /// `"NONE"`: the interval itself.
    None,
}

impl Jitter {
    /// As the definition writes it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Full => "FULL",
            Self::None => "NONE",
        }
    }
}

/// Goes on at another state when the state fails with one of these errors.
#[derive(Debug, Clone, PartialEq)]
pub struct Catcher {
    /// The errors it takes.
    pub error_equals: Vec<ErrorName>,
    /// The state to go on at.
    pub next: String,
    /// JSONPath: where in the state's input the error is put; in place of it when absent.
    pub result_path: Option<Nullable>,
    /// JSONata: what goes to the next state; the error when absent.
    pub output: Option<Json>,
    /// Variables to set.
    pub assign: Option<JsonObject>,
    /// What it is for.
    pub comment: Option<String>,
}

/// The name of an error: one of the language's (`States.Timeout`), or a task's own (`SoldOut`).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ErrorName(std::borrow::Cow<'static, str>);

impl ErrorName {
    /// Any error but [`Self::DATA_LIMIT_EXCEEDED`] and [`Self::RUNTIME`].
    pub const ALL: Self = Self::new("States.ALL");
    /// The state ran longer than it may, or gave no heartbeat.
    pub const TIMEOUT: Self = Self::new("States.Timeout");
    /// The state gave no heartbeat.
    pub const HEARTBEAT_TIMEOUT: Self = Self::new("States.HeartbeatTimeout");
    /// A task failed; any error but a timeout.
    pub const TASK_FAILED: Self = Self::new("States.TaskFailed");
    /// The role may not do what the task asks.
    pub const PERMISSIONS: Self = Self::new("States.Permissions");
    /// `ResultPath` does not fit the input.
    pub const RESULT_PATH_MATCH_FAILURE: Self = Self::new("States.ResultPathMatchFailure");
    /// A path finds nothing.
    pub const PARAMETER_PATH_FAILURE: Self = Self::new("States.ParameterPathFailure");
    /// A branch of a Parallel state failed.
    pub const BRANCH_FAILED: Self = Self::new("States.BranchFailed");
    /// No rule of a Choice state holds and it has no default.
    pub const NO_CHOICE_MATCHED: Self = Self::new("States.NoChoiceMatched");
    /// An intrinsic function failed.
    pub const INTRINSIC_FAILURE: Self = Self::new("States.IntrinsicFailure");
    /// More items of a Map state failed than it tolerates.
    pub const EXCEED_TOLERATED_FAILURE_THRESHOLD: Self = Self::new("States.ExceedToleratedFailureThreshold");
    /// A Map state could not read its items.
    pub const ITEM_READER_FAILED: Self = Self::new("States.ItemReaderFailed");
    /// A Map state could not write its results.
    pub const RESULT_WRITER_FAILED: Self = Self::new("States.ResultWriterFailed");
    /// A JSONata expression failed, or gave nothing, or something of the wrong type.
    pub const QUERY_EVALUATION_ERROR: Self = Self::new("States.QueryEvaluationError");
    /// A payload is larger than 256 KiB. Neither retried nor caught.
    pub const DATA_LIMIT_EXCEEDED: Self = Self::new("States.DataLimitExceeded");
    /// The definition asks for what cannot be. Neither retried nor caught.
    pub const RUNTIME: Self = Self::new("States.Runtime");
    /// An HTTP task's connection failed.
    pub const HTTP_SOCKET: Self = Self::new("States.Http.Socket");

    /// Every name that begins with `States.`.
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

    /// A literal name. In a `const`, an empty one does not compile.
    ///
    /// # Panics
    /// When the name is empty and this is not evaluated at compile time.
    #[must_use]
    pub const fn new(name: &'static str) -> Self {
        assert!(!name.is_empty(), "an error has a name");
        Self(std::borrow::Cow::Borrowed(name))
    }

    /// A name from elsewhere.
    pub fn from_text(name: &str) -> Self {
        Self(std::borrow::Cow::Owned(name.to_owned()))
    }

    /// The name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether a retrier or catcher that names `self` takes the error `raised`.
    pub fn takes(&self, raised: &Self) -> bool {
        // These two end the execution: what cannot be run or carried will not be mended by running it again.
        let terminal = *raised == Self::RUNTIME || *raised == Self::DATA_LIMIT_EXCEEDED;
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
    fn all_takes_what_a_task_throws_and_not_what_ends_the_execution() {
        assert!(ErrorName::ALL.takes(&ErrorName::new("SoldOut")));
        assert!(ErrorName::ALL.takes(&ErrorName::TIMEOUT));
        assert!(!ErrorName::ALL.takes(&ErrorName::RUNTIME));
        assert!(!ErrorName::ALL.takes(&ErrorName::DATA_LIMIT_EXCEEDED));
    }

    #[test]
    fn task_failed_takes_everything_but_timeouts() {
        assert!(ErrorName::TASK_FAILED.takes(&ErrorName::new("SoldOut")));
        assert!(!ErrorName::TASK_FAILED.takes(&ErrorName::TIMEOUT));
        assert!(!ErrorName::TASK_FAILED.takes(&ErrorName::HEARTBEAT_TIMEOUT));
    }

    #[test]
    fn timeout_takes_a_missed_heartbeat_too() {
        assert!(ErrorName::TIMEOUT.takes(&ErrorName::HEARTBEAT_TIMEOUT));
        assert!(!ErrorName::HEARTBEAT_TIMEOUT.takes(&ErrorName::TIMEOUT));
    }
}
