//! What the tests and benchmarks of the handlers share: DynamoDB in process, Lambda around a bootstrap, the gateway's
//! events, and a bridge on which requests get lost.
//!
//! Next to nothing here imitates a service's answers: two calls of Step Functions do. DynamoDB is an implementation of its own (dynoxide), asked over HTTP by the
//! SDK client that the handlers use; the Runtime API is the protocol's four calls around the real binary.
//! Nothing here is linked into a handler.

mod bootstrap;
mod bridge;
mod dynamo;
mod event;
mod http;
mod step_functions;

pub use bootstrap::{Bootstrap, Outcome};
pub use bridge::{Answer, Ruling, bridged};
pub use dynamo::Dynamo;
pub use event::{CLIENT, EMPLOYEE, Event};
pub use step_functions::{Execution, StepFunctions};
