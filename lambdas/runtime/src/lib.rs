//! The little that every handler needs: starting the process, reading the gateway's event or a workflow's, telling
//! who may ask, turning failures into problem documents or named errors, and logging.
//!
//! A microservice is one binary with several handlers. Its `main` names them, and [`run`] starts the one that the function
//! is configured with:
//!
//! ```no_run
//! # use shop_runtime::{Entry, run};
//! const ENTRIES: &[Entry] = &[];
//!
//! fn main() -> std::process::ExitCode {
//!     run(ENTRIES)
//! }
//! ```
//!
//! What only some microservices need is a feature: `dynamodb`, items of the contract's tables, and `upstream`, questions over
//! HTTP to somebody who is no service of AWS, and `zone`, days and times of the shop's time zone.
//!
//! Deliberately absent:
//!
//! - routing, and the answer to a CORS preflight: both are the gateway's;
//! - `aws-config` and its chain of credential sources: Lambda hands credentials and region over in the
//!   environment, and everything else in the chain would be built, linked and asked for nothing;
//! - the X-Ray SDK: the function's own tracing draws the segment;
//! - a multi-threaded executor: an execution environment answers one request at a time.

#[cfg(feature = "dynamodb")]
pub mod dynamo;

mod aws;
mod body;
mod cors;
mod employee;
mod event;
mod failure;
mod handler;
mod logging;
mod objects;
mod page_token;
mod response;
mod start;
mod store;
mod task;
mod unique;
#[cfg(feature = "upstream")]
mod upstream;
#[cfg(feature = "zone")]
mod zone;

pub use aws_types::SdkConfig;

pub use aws::sdk_config;
pub use cors::AllowedOrigins;
pub use employee::{Employee, UserPoolClient};
pub use event::{MalformedEvent, Request};
pub use failure::{Challenge, Failure};
pub use handler::{Handler, answer, warm_up};
pub use logging::chain;
pub use page_token::{InvalidPageToken, PageToken};
pub use response::Response;
pub use start::{Entry, StartError, entry, run, task_entry};
pub use store::StoreError;
pub use task::{Task, TaskFailure, perform};
#[cfg(feature = "upstream")]
pub use upstream::{Upstream, UpstreamAnswer, UpstreamError};
#[cfg(feature = "zone")]
pub use zone::{LocalTime, ShopZone};
