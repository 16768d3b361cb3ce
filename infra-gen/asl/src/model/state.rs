//! A state: what all kinds share, and what each kind adds.

use serde_json::Number;

use crate::model::{Branch, Choice, Data, Json, JsonObject, Map, QueryLanguage, Recovery};

/// A state.
#[derive(Debug, Clone, PartialEq)]
pub struct State {
    /// What it is for.
    pub comment: Option<String>,
    /// The query language, where the state names one.
    pub query_language: Option<QueryLanguage>,
    /// How data enters and leaves.
    pub data: Data,
    /// Variables to set when it is done.
    pub assign: Option<JsonObject>,
    /// What it does.
    pub kind: Kind,
}

/// What a state does, `Type`.
#[derive(Debug, Clone, PartialEq)]
pub enum Kind {
    /// Asks something outside to work.
    Task(Task),
    /// Runs branches at the same time.
    Parallel(Parallel),
    /// Runs its processor once for each item.
    Map(Box<Map>),
    /// Goes on where a rule says.
    Choice(Choice),
    /// Waits.
    Wait(Wait),
    /// Passes its input on, changed or not.
    Pass(Pass),
    /// Ends the scope well.
    Succeed,
    /// Ends the execution badly.
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

    /// Where the state goes on when all is well; none for a Choice state, which has rules, and for Succeed and Fail.
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

    /// What the state does when it fails; none for kinds that cannot recover.
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

/// Where a state goes on.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Transition {
    /// `Next`: at this state.
    Next(String),
    /// `End`: nowhere, its scope is done.
    #[default]
    End,
}

/// Asks something outside to work.
#[derive(Debug, Clone, PartialEq)]
pub struct Task {
    /// What is asked: an ARN, `arn:aws:states:::lambda:invoke`.
    pub resource: String,
    /// How long it may take.
    pub timeout: Option<Amount>,
    /// How long it may be silent.
    pub heartbeat: Option<Amount>,
    /// The role to assume for it.
    pub credentials: Option<Json>,
    /// What happens when it fails.
    pub recovery: Recovery,
    /// Where it goes on.
    pub transition: Transition,
}

/// Runs branches at the same time; the result is the list of their outputs.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Parallel {
    /// The branches.
    pub branches: Vec<Branch>,
    /// What happens when one fails.
    pub recovery: Recovery,
    /// Where it goes on.
    pub transition: Transition,
}

/// Waits.
#[derive(Debug, Clone, PartialEq)]
pub enum Wait {
    /// For so many seconds.
    Seconds(Amount, Transition),
    /// Until a point in time, RFC 3339.
    Timestamp(Text, Transition),
}

impl Wait {
    /// Where it goes on.
    pub fn transition(&self) -> &Transition {
        match self {
            Self::Seconds(_, transition) | Self::Timestamp(_, transition) => transition,
        }
    }
}

/// Passes its input on.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Pass {
    /// JSONPath: what is passed on in place of the input.
    pub result: Option<Json>,
    /// Where it goes on.
    pub transition: Transition,
}

/// Ends the execution badly.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Fail {
    /// The error's name.
    pub error: Option<Text>,
    /// What is to be known about it.
    pub cause: Option<Text>,
}

/// A number, or where it comes from.
#[derive(Debug, Clone, PartialEq)]
pub enum Amount {
    /// The number itself.
    Number(Number),
    /// JSONata: an expression with its delimiters.
    Expression(String),
    /// JSONPath: a path, in the field whose name ends in `Path`.
    Path(String),
}

impl From<u32> for Amount {
    fn from(number: u32) -> Self {
        Self::Number(number.into())
    }
}

/// A text, or where it comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Text {
    /// The text itself; in a JSONata state possibly an expression with its delimiters.
    Value(String),
    /// JSONPath: a path (or, in a Fail state, an intrinsic function), in the field whose name ends in `Path`.
    Path(String),
}
