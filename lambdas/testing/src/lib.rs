//! What the tests and benchmarks of the handlers share: DynamoDB in process, Lambda around a bootstrap, the gateway's
//! events, and a bridge on which requests get lost.
//!
//! Next to nothing here imitates a service's answers: four calls of Step Functions do, and one of STS. DynamoDB and S3 are
//! implementations of their own (dynoxide, s3s), asked over HTTP by the SDK clients that the handlers use; the Runtime
//! API is the protocol's four calls around the real binary.
//! Nothing here is linked into a handler.

mod bootstrap;
mod bridge;
mod crossing;
mod dynamo;
mod endpoint;
mod event;
mod http;
mod iam;
mod invoke;
mod s3;
mod step_functions;
mod sts;

pub use bootstrap::{Bootstrap, Outcome};
pub use bridge::{Answer, Ruling, bridged};
pub use dynamo::Dynamo;
pub use endpoint::{Asked, Endpoint, Says};
pub use event::{CLIENT, EMPLOYEE, Event};
pub use iam::{ACCOUNT, Permission, REGION, guarded};
pub use invoke::{Answered, ask, run_task};
pub use s3::{S3, Trouble, s3_at};
pub use step_functions::{Execution, StepFunctions};
pub use sts::Sts;
