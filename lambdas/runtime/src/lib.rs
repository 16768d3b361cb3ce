//! What every handler needs: it starts the process, reads the event of the gateway or of a workflow, checks the caller, turns
//! failures into problem documents or named errors, and logs.
//!
//! A microservice is one binary with several handlers. Its `main` passes them to [`run`] as [`Entries`], and `run` starts the
//! handler that the function is configured with.
//!
//! The features are what only some microservices need: `dynamodb` for items of the contract's tables, `step-functions` for workflows, `upstream` for HTTP
//! requests to services outside AWS, and `zone` for days and times in the shop's time zone.
//!
//! Deliberately absent:
//!
//! - routing and CORS preflight responses, which are the gateway's work;
//! - `aws-config` and its chain of credential sources, because Lambda passes credentials and region in the environment;
//! - the X-Ray SDK, because Lambda's active tracing records the segment;
//! - a multi-threaded executor, because an execution environment handles one request at a time.

#[cfg(feature = "dynamodb")]
pub mod dynamo;
pub mod metrics;
#[cfg(feature = "dynamodb")]
pub mod products_table;

mod aws;
mod body;
mod caller;
mod cors;
mod employee;
mod event;
mod failure;
mod handler;
mod logging;
mod objects;
mod page_token;
#[cfg(feature = "dynamodb")]
mod paging;
mod response;
mod start;
#[cfg(feature = "step-functions")]
mod state_machine;
mod store;
mod task;
mod unique;
#[cfg(feature = "upstream")]
mod upstream;
#[cfg(feature = "zone")]
mod zone;

pub use aws_types::SdkConfig;

pub use aws::sdk_config;
pub use caller::{Anyone, Authorize};
pub use cors::AllowedOrigins;
pub use employee::{Employee, Manager, Role, UserPoolClient};
pub use event::{MalformedEvent, Request};
pub use failure::{Challenge, Failure};
pub use handler::{CallerOf, EnvironmentOf, Handler, Service, SuccessOf, warm_up};
pub use logging::chain;
pub use page_token::{InvalidPageToken, PageToken};
#[cfg(feature = "dynamodb")]
pub use paging::{Listing, Page, page};
#[cfg(feature = "dynamodb")]
pub use products_table::ProductsTable;
pub use response::Response;
pub use start::{Entries, Entry, StartError, entry, run, task_entry};
#[cfg(feature = "step-functions")]
pub use state_machine::{Started, StateMachine};
pub use store::StoreError;
pub use task::{Task, TaskFailure, perform};
#[cfg(feature = "upstream")]
pub use upstream::{Upstream, UpstreamAnswer, UpstreamError};
#[cfg(feature = "zone")]
pub use zone::{LocalTime, ShopZone};
