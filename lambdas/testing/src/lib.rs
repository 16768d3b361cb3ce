//! What the tests and benchmarks of the handlers share: DynamoDB in process, Lambda around a bootstrap, and the
//! gateway's events.
//!
//! Nothing here imitates a service's answers. DynamoDB is an implementation of its own (dynoxide), asked over HTTP by the
//! SDK client that the handlers use; the Runtime API is the protocol's four calls around the real binary.
//! Nothing here is linked into a handler.

mod bootstrap;
mod dynamo;
mod event;
mod http;

pub use bootstrap::{Bootstrap, Outcome};
pub use dynamo::Dynamo;
pub use event::Event;
