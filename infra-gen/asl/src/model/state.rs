//! States: the common fields, and those of each type.

use serde_json::Number;

use crate::model::{Branch, Choice, Data, Json, JsonObject, Map, QueryLanguage, Recovery};

/// A state.
#[derive(Debug, Clone, PartialEq)]
pub struct State {
    /// A comment.
    pub comment: Option<String>,
    /// The query language, if the state sets one.
    pub query_language: Option<QueryLanguage>,
    /// Input and output fields.
    pub data: Data,
    /// Variables to set.
    pub assign: Option<JsonObject>,
    /// The type, with its fields.
    pub kind: Kind,
}

/// The `Type` of a state, with its fields.
#[derive(Debug, Clone, PartialEq)]
pub enum Kind {
    /// Calls a service.
    Task(Task),
    /// Runs branches concurrently.
    Parallel(Parallel),
    /// Runs a processor once per item.
    Map(Box<Map>),
    /// Selects the next state with rules.
    Choice(Choice),
    /// Waits.
    Wait(Wait),
    /// Passes on its input, possibly changed.
    Pass(Pass),
    /// Ends the scope successfully.
    Succeed,
    /// Fails the execution.
    Fail(Fail),
}

impl Kind {
    /// Every value of `Type`.
    pub const NAMES: &'static [&'static str] = &[
        "Task", "Parallel", "Map", "Choice", "Wait", "Pass", "Succeed", "Fail",
    ];

    /// The value of `Type`.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Task(_) => "Task",
            Self::Parallel(_) => "Parallel",
            Self::Map(_) => "Map",
            Self::Choice(_) => "Choice",
            Self::Wait(_) => "Wait",
            Self::Pass(_) => "Pass",
            Self::Succeed => "Succeed",
            Self::Fail(_) => "Fail",
        }
    }

    /// The transition after success; none for Choice, Succeed and Fail states.
    pub fn transition(&self) -> Option<&Transition> {
        match self {
            Self::Task(task) => Some(&task.transition),
            Self::Parallel(parallel) => Some(&parallel.transition),
            Self::Map(map) => Some(&map.transition),
            Self::Wait(wait) => Some(wait.transition()),
            Self::Pass(pass) => Some(&pass.transition),
            Self::Choice(_) | Self::Succeed | Self::Fail(_) => None,
        }
    }

    pub(crate) fn transition_mut(&mut self) -> Option<&mut Transition> {
        match self {
            Self::Task(task) => Some(&mut task.transition),
            Self::Parallel(parallel) => Some(&mut parallel.transition),
            Self::Map(map) => Some(&mut map.transition),
            Self::Wait(Wait::Seconds(_, transition) | Wait::Timestamp(_, transition)) => Some(transition),
            Self::Pass(pass) => Some(&mut pass.transition),
            Self::Choice(_) | Self::Succeed | Self::Fail(_) => None,
        }
    }

    /// The error handling, for the types that have it.
    pub fn recovery(&self) -> Option<&Recovery> {
        match self {
            Self::Task(task) => Some(&task.recovery),
            Self::Parallel(parallel) => Some(&parallel.recovery),
            Self::Map(map) => Some(&map.recovery),
            Self::Choice(_) | Self::Wait(_) | Self::Pass(_) | Self::Succeed | Self::Fail(_) => None,
        }
    }

    pub(crate) fn recovery_mut(&mut self) -> Option<&mut Recovery> {
        match self {
            Self::Task(task) => Some(&mut task.recovery),
            Self::Parallel(parallel) => Some(&mut parallel.recovery),
            Self::Map(map) => Some(&mut map.recovery),
            Self::Choice(_) | Self::Wait(_) | Self::Pass(_) | Self::Succeed | Self::Fail(_) => None,
        }
    }
}

/// The transition to the next state.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Transition {
    /// `Next`: to this state.
    Next(String),
    /// `End`: the scope ends.
    #[default]
    End,
}

/// Calls a service.
#[derive(Debug, Clone, PartialEq)]
pub struct Task {
    /// The ARN of the call, `arn:aws:states:::lambda:invoke`.
    pub resource: String,
    /// `TimeoutSeconds`.
    pub timeout: Option<Amount>,
    /// `HeartbeatSeconds`.
    pub heartbeat: Option<Amount>,
    /// The role to assume for the call.
    pub credentials: Option<Json>,
    /// Error handling.
    pub recovery: Recovery,
    /// The transition to the next state.
    pub transition: Transition,
}

/// Runs branches concurrently. The result is the array of their outputs.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Parallel {
    /// The branches.
    pub branches: Vec<Branch>,
    /// Error handling.
    pub recovery: Recovery,
    /// The transition to the next state.
    pub transition: Transition,
}

/// Waits.
#[derive(Debug, Clone, PartialEq)]
pub enum Wait {
    /// For a number of seconds.
    Seconds(Amount, Transition),
    /// Until a point in time, RFC 3339.
    Timestamp(Text, Transition),
}

impl Wait {
    /// The transition to the next state.
    pub fn transition(&self) -> &Transition {
        match self {
            Self::Seconds(_, transition) | Self::Timestamp(_, transition) => transition,
        }
    }
}

/// Passes on its input.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Pass {
    /// JSONPath: the value to pass on instead of the input.
    pub result: Option<Json>,
    /// The transition to the next state.
    pub transition: Transition,
}

/// Fails the execution.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Fail {
    /// The error's name.
    pub error: Option<Text>,
    /// A description.
    pub cause: Option<Text>,
}

/// A number, or its source.
#[derive(Debug, Clone, PartialEq)]
pub enum Amount {
    /// The number itself.
    Number(Number),
    /// JSONata: an expression with its delimiters.
    Expression(String),
    /// JSONPath: a path, in the field with the suffix `Path`.
    Path(String),
}

impl From<u32> for Amount {
    fn from(number: u32) -> Self {
        Self::Number(number.into())
    }
}

/// A string, or its source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Text {
    /// The string itself. In a JSONata state, it may be an expression with its delimiters.
    Value(String),
    /// JSONPath: a path (in a Fail state also an intrinsic function), in the field with the suffix `Path`.
    Path(String),
}
