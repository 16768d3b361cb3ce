//! Typed CloudFormation.
//!
//! A [`Stack`] takes typed resources and hands out a [`Handle`] for each; references, attributes and
//! [intrinsic functions](intrinsic) are [`Value`]s made from handles, so a reference to something that was never
//! added cannot be written. [`Stack::finish`] checks the whole against AWS's registry schemas and the service's
//! limits and gives a [`Template`], which is the plain document that CloudFormation takes.
//!
//! ```
//! use infra_gen_cfn::{LogicalId, Stack, sns::Topic};
//!
//! const ALERTS: LogicalId = LogicalId::new("Alerts");
//!
//! let mut stack = Stack::new("alerts");
//! let alerts = stack.add(ALERTS, Topic { display_name: Some("Alerts".into()), ..Topic::new() });
//! stack.output(LogicalId::new("AlertsArn"), alerts.topic_arn());
//! let template = stack.finish()?;
//! # Ok::<(), infra_gen_cfn::Problems>(())
//! ```
//!
//! Nothing here reads the clock, the environment, the network or a random source: the same calls give the same bytes.
//! There is no macro to write resources with and no global registry: a stack is a value.

#![cfg_attr(
    not(feature = "any-service"),
    expect(
        dead_code,
        unused_imports,
        unused_macros,
        reason = "used by typed resources only"
    )
)]

pub mod intrinsic;
pub mod kind;
pub mod policy;
pub mod registry;
pub mod schema;

mod check;
mod condition;
mod handle;
mod intrinsic_call;
mod limits;
mod names;
mod nest;
mod output;
mod parameter;
mod problem;
mod reference;
mod resource;
mod services;
mod stack;
mod substitution;
mod tag;
mod template;
mod text_enum;
mod value;

pub use check::{Coverage, Unchecked};
pub use condition::{Condition, ConditionTest, Mapping};
pub use handle::Handle;
pub use names::{BucketName, FunctionName, LogicalId, RoleName, StateMachineName, TableName, TopicName};
pub use nest::{NESTED_TEMPLATES_PARAMETER, Nested};
pub use output::Output;
pub use parameter::{Parameter, ParameterType};
pub use problem::{Problem, Problems};
pub use reference::{Arn, Id};
pub use resource::{DeletionPolicy, Resource, ResourceAttributes};
#[cfg(feature = "any-service")]
pub use services::*;
pub use stack::Stack;
pub use tag::Tag;
pub use template::{Capability, FunctionSyntax, ParseError, ResourceBlock, SourceLocation, Template};
pub use value::{Json, List, Map, Textual, ToJson, Value};
