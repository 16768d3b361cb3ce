//! Writes workflows: states as typed handles, and the ways between them.
//!
//! A workflow is defined in two parts that read from top to bottom: first the states, each with what it does; then the
//! ways, each from its start to its end. A state's handle knows the type that it takes and the type that it gives, so
//! that connecting two that do not fit does not compile, and it belongs to its own scope, so that no way leads into or
//! out of a branch. What types cannot say (a state that nothing leads to, one without a way on) is refused when the
//! workflow is defined, by the state's name.
//!
//! Workflows are written in JSONata. A state in JSONPath comes in as a whole, with [`Flow::state`].

mod branches;
mod flow;
mod path;
mod props;
mod reference;
mod service;
mod workflow;

pub use branches::{Branch, Branches};
pub use flow::{Failure, Flow};
pub use path::{Ending, Fork, Path, Rule, Step, Target};
pub use props::{Catch, ErrorOutput, Fail, Map, Parallel, Task, WaitFor};
pub use reference::{ActivityRef, FunctionRef, MachineRef, QueueRef, SenderRef, TableRef, TopicRef};
pub use service::{Call, ItemAction, MailText, TASK_TOKEN};
pub use workflow::{Use, Workflow};
