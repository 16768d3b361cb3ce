//! Builds workflows from typed states.
//!
//! A workflow is defined in two parts: first the states, then the transitions between them, as chains from a first to a
//! last state. The handle of a state has its input and output types, so connecting two states that do not fit is a compile
//! error. It also belongs to its scope, so no transition leads into or out of a branch. What types cannot express (an
//! unreachable state, a state without a next state) is an error with the name of the state when the workflow is defined.
//!
//! Workflows are written in JSONata. A JSONPath state can be added as a whole with [`Flow::state`].

mod branches;
mod chain;
mod flow;
mod props;
mod reference;
mod service;
mod workflow;

pub use branches::{Branch, Branches};
pub use chain::{Chain, ChoiceStep, Rule, Step, SucceedStep, Target};
pub use flow::{FailStep, Flow};
pub use props::{Catch, ErrorOutput, Fail, Map, Parallel, Task, WaitFor};
pub use reference::{ActivityRef, FunctionRef, MachineRef, QueueRef, SenderRef, TableRef, TopicRef};
pub use service::{Call, ItemAction, MailText, TASK_TOKEN};
pub use workflow::{ResourceUse, Workflow};
