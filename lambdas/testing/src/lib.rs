//! Shared by the tests and benchmarks of the handlers: DynamoDB and S3 in process, Lambda around a bootstrap, gateway events, and
//! request interception.
//!
//! Almost nothing here is a mock: only four calls of Step Functions and one of STS. DynamoDB and S3 are independent
//! implementations (dynoxide, s3s), called over HTTP by the same SDK clients that the handlers use. The Runtime API implements
//! the protocol's four calls around the real binary.
//! Handlers do not link this crate.

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
pub use event::{CLIENT, Event, MANAGER, STAFF};
pub use iam::{ACCOUNT, Permission, REGION, guarded};
pub use invoke::{Answered, ask, run_task};
pub use s3::{S3, Trouble, s3_at};
pub use step_functions::{Execution, StepFunctions};
pub use sts::Sts;
