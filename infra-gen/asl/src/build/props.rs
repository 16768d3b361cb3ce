//! What each kind of state is told when it is declared.

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
    /// What it asks.
    pub call: Call<In, Out>,
    /// What it is for.
    pub comment: Option<&'static str>,
    /// How long it may take, in seconds.
    pub timeout_seconds: Option<u32>,
    /// How long it may be silent, in seconds; less than the timeout.
    pub heartbeat_seconds: Option<u32>,
    /// When it is tried again.
    pub retry: Vec<Retrier>,
    /// Variables to set when it is done.
    pub assign: Vec<(&'static str, Json)>,
}

impl<In, Out> Task<In, Out> {
    /// Asks `call`, once and for as long as it takes.
    pub fn of(call: Call<In, Out>) -> Self {
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

/// A Parallel state: every branch gets its input, and it gives all their outputs.
pub struct Parallel<B> {
    /// The branches.
    pub branches: B,
    /// What it is for.
    pub comment: Option<&'static str>,
    /// When all of it is tried again.
    pub retry: Vec<Retrier>,
}

impl<B> Parallel<B> {
    /// Runs `branches`: a tuple, whose outputs may differ, or a `Vec`, whose outputs are of one type.
    pub fn of<In>(branches: B) -> Self
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

/// A Map state: its processor runs once for each item, and it gives the list of their outputs.
pub struct Map<Item, Out> {
    /// The items, an expression over `$states.input`. That it is a list of what the processor takes is the author's word,
    /// unless `selector` makes it so.
    pub items: Jsonata,
    /// What the processor gets in place of the bare item; `$states.context.Map.Item.Value` is that.
    pub selector: Option<Json>,
    /// What runs for each item.
    pub processor: Branch<Item, Out>,
    /// How many items at the same time; 0 is as many as there are.
    pub max_concurrency: u32,
    /// Whether each item runs in an execution of its own.
    pub distributed: Option<ExecutionType>,
    /// What it is for.
    pub comment: Option<&'static str>,
    /// When all of it is tried again.
    pub retry: Vec<Retrier>,
}

impl<Item, Out> Map<Item, Out> {
    /// Runs `processor` for each of `items`, in this execution, as many at the same time as there are.
    pub fn of(items: Jsonata, processor: Branch<Item, Out>) -> Self {
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
    /// So many seconds.
    Seconds(u32),
    /// As many seconds as the expression says.
    SecondsOf(Jsonata),
    /// Until the point in time that the expression gives, RFC 3339.
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
    /// What is to be known about it.
    pub cause: Json,
}

impl Fail {
    /// Fails with this error and cause.
    pub fn of(error: impl Into<Json>, cause: impl Into<Json>) -> Self {
        Self {
            error: error.into(),
            cause: cause.into(),
        }
    }
}

/// What catches some errors of a state: it gives a `T` to where it leads.
pub struct Catch<T> {
    /// The errors it takes.
    pub errors: Vec<ErrorName>,
    /// Variables to set.
    pub assign: Vec<(&'static str, Json)>,
    /// What it gives; the error when `None`.
    pub output: Option<Json>,
    /// The type of that, and nothing more.
    pub payload: PhantomData<fn() -> T>,
}

impl Catch<ErrorOutput> {
    /// Takes `errors`, and gives the error.
    pub fn of(errors: impl IntoIterator<Item = ErrorName>) -> Self {
        Self {
            errors: errors.into_iter().collect(),
            assign: Vec::new(),
            output: None,
            payload: PhantomData,
        }
    }
}

impl<T> Catch<T> {
    /// Takes `errors`, and gives `output`, which may look at `$states.input` and `$states.errorOutput`. That it is a `T`
    /// is the author's word.
    pub fn giving(errors: impl IntoIterator<Item = ErrorName>, output: impl Into<Json>) -> Self {
        Self {
            errors: errors.into_iter().collect(),
            assign: Vec::new(),
            output: Some(output.into()),
            payload: PhantomData,
        }
    }
}

/// What Step Functions says about an error.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct ErrorOutput {
    /// The error's name.
    pub error: String,
    /// What is to be known about it.
    #[serde(default)]
    pub cause: String,
}
