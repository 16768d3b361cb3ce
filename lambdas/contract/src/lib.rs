//! What the shop's parts agree on: the types that travel, the operations of the HTTP API, the functions and
//! the environment each is started with, and how the tables are keyed.
//!
//! The stack (`infra-gen/shop`) builds routes, tables and functions from it, the handlers (`lambdas/*`) answer
//! with it, and the web app's types come from the OpenAPI document that [`openapi::document`] makes of it. What one
//! side changes therefore fails to compile, or fails a test, on the other.
//!
//! Deliberately absent: anything of AWS, anything asynchronous, and any reading of the clock, the environment or
//! a random source. It is a handful of types, so that the stack can depend on it without building an SDK.

mod environment;
mod function;
mod image_key;
mod money;
mod page;
mod problem;
mod product;
mod text;
mod timestamp;

pub mod api;
pub mod openapi;
pub mod schema;
pub mod table;

pub use environment::{Environment, GetProductEnv, GetProductsEnv, MissingVariables};
pub use function::{Function, Microservice};
pub use image_key::ImageKey;
pub use money::{Currency, Money};
pub use page::{ListProductsQuery, PageLimit};
pub use problem::{Problem, ProblemKind};
pub use product::{GetProductPath, Product, ProductId, ProductPage};
pub use text::{InvalidParameter, Malformed};
pub use timestamp::Timestamp;
