//! The properties of each state type.

use std::marker::PhantomData;

use serde::{Deserialize, Serialize};

use super::{
    branches::{Branch, Branches},
    service::Call,
};
use crate::{
    model::{Amount, ErrorName, ExecutionType, Json, Retrier, Text},
    query::Jsonata,
};

/// A Task state.
pub struct Task<In, Out> {
    /// The call.
    pub call: Call<In, Out>,
    /// A comment.
    pub comment: Option<&'static str>,
    /// The timeout in seconds.
    pub timeout_seconds: Option<u32>,
    /// The maximum time between heartbeats in seconds, less than the timeout.
    pub heartbeat_seconds: Option<u32>,
    /// The retriers.
    pub retry: Vec<Retrier>,
    /// Variables to set.
    pub assign: Vec<(&'static str, Json)>,
}

impl<In, Out> Task<In, Out> {
    /// Makes `call`, without retries or a timeout.
    pub fn new(call: Call<In, Out>) -> Self {
        Self {
            call,
            comment: None,
            timeout_seconds: None,
            heartbeat_seconds: None,
            retry: Vec::new(),
            assign: Vec::new(),
        }
    }
}

/// A Parallel state: all branches get its input, and its output is all their outputs.
pub struct Parallel<B> {
    /// The branches.
    pub branches: B,
    /// A comment.
    pub comment: Option<&'static str>,
    /// The retriers of the state as a whole.
    pub retry: Vec<Retrier>,
}

impl<B> Parallel<B> {
    /// Runs `branches`: a tuple with outputs of different types, or a `Vec` with outputs of one type.
    pub fn new<In>(branches: B) -> Self
    where
        B: Branches<In>,
    {
        Self {
            branches,
            comment: None,
            retry: Vec::new(),
        }
    }
}

/// A Map state: its processor runs once per item, and its output is the array of their outputs.
pub struct Map<Item, Out> {
    /// The items: an expression on `$states.input`. That its items have the input type of the processor is not checked.
    pub items: Jsonata,
    /// A template for the input of the processor; `$states.context.Map.Item.Value` is the item. Default: the item.
    pub selector: Option<Json>,
    /// The states that run for each item.
    pub processor: Branch<Item, Out>,
    /// How many items run at the same time; 0 means no limit.
    pub max_concurrency: u32,
    /// The type of the child executions, if each item runs in one.
    pub distributed: Option<ExecutionType>,
    /// A comment.
    pub comment: Option<&'static str>,
    /// The retriers of the state as a whole.
    pub retry: Vec<Retrier>,
}

impl<Item, Out> Map<Item, Out> {
    /// Runs `processor` for each of `items`, in this execution, without a limit of concurrency.
    pub fn new(items: Jsonata, processor: Branch<Item, Out>) -> Self {
        Self {
            items,
            selector: None,
            processor,
            max_concurrency: 0,
            distributed: None,
            comment: None,
            retry: Vec::new(),
        }
    }
}

/// How long a Wait state waits.
pub enum WaitFor {
    /// A number of seconds.
    Seconds(u32),
    /// The number of seconds that the expression returns.
    SecondsOf(Jsonata),
    /// Until the RFC 3339 timestamp that the expression returns.
    Until(Jsonata),
}

impl WaitFor {
    pub(super) fn into_model(self) -> crate::model::Wait {
        use crate::model::{Transition, Wait};
        match self {
            Self::Seconds(seconds) => Wait::Seconds(seconds.into(), Transition::End),
            Self::SecondsOf(expression) => {
                Wait::Seconds(Amount::Expression(expression.to_string()), Transition::End)
            }
            Self::Until(expression) => Wait::Timestamp(Text::Value(expression.to_string()), Transition::End),
        }
    }
}

/// A Fail state. Error and cause may each be an expression.
pub struct Fail {
    /// The error's name.
    pub error: Json,
    /// A description.
    pub cause: Json,
}

impl Fail {
    /// Fails with this error and cause.
    pub fn new(error: impl Into<Json>, cause: impl Into<Json>) -> Self {
        Self {
            error: error.into(),
            cause: cause.into(),
        }
    }
}

/// A catcher for some errors of a state, with output `T`.
pub struct Catch<T> {
    /// The errors it matches.
    pub errors: Vec<ErrorName>,
    /// Variables to set.
    pub assign: Vec<(&'static str, Json)>,
    /// The output; default: the error.
    pub output: Option<Json>,
    /// The type of the output.
    pub payload: PhantomData<fn() -> T>,
}

impl Catch<ErrorOutput> {
    /// Catches `errors`. The output is the error.
    pub fn new(errors: impl IntoIterator<Item = ErrorName>) -> Self {
        Self {
            errors: errors.into_iter().collect(),
            assign: Vec::new(),
            output: None,
            payload: PhantomData,
        }
    }
}

impl<T> Catch<T> {
    /// Catches `errors`, with an output that can use `$states.input` and `$states.errorOutput`. Its type `T` is not checked.
    pub fn with_output(errors: impl IntoIterator<Item = ErrorName>, output: impl Into<Json>) -> Self {
        Self {
            errors: errors.into_iter().collect(),
            assign: Vec::new(),
            output: Some(output.into()),
            payload: PhantomData,
        }
    }
}

/// The error output of Step Functions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct ErrorOutput {
    /// The error's name.
    pub error: String,
    /// A description.
    #[serde(default)]
    pub cause: String,
}
