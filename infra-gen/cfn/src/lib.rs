#![doc = include_str!("../README.md")]

pub mod intrinsic;
pub mod kind;
pub mod policy;

mod check;
mod condition;
mod finding;
mod generated;
mod handle;
mod intrinsic_call;
mod limits;
mod literal;
mod names;
mod nest;
mod output;
mod parameter;
mod plain_traits;
mod reference;
mod resource;
mod stack;
mod substitution;
mod tag;
mod template;
mod text_enum;
mod value;

pub use check::{Coverage, Suppressed, Suppression, Unchecked, rules, suppress};
pub use condition::{Condition, ConditionTest, Mapping};
pub use finding::{
    Example, Finding, FindingPath, Findings, Rule, Scope, Segment, Severity, Unplaced, ValuePath,
};
pub use handle::Handle;
pub use names::{
    BucketName, FunctionName, InvalidName, LogicalId, RoleName, StateMachineName, TableName, TopicName,
};
pub use nest::{NESTED_TEMPLATES_PARAMETER, Nested};
pub use output::Output;
pub use parameter::{Parameter, ParameterType};
pub use reference::{Arn, Id};
pub use resource::{DeletionPolicy, Resource, ResourceAttributes};
pub use stack::Stack;
pub use tag::Tag;
pub use template::{Capability, FunctionSyntax, ParseError, ResourceBlock, SourceLocation, Template};
pub use value::{Json, List, Map, Textual, ToJson, Value};

// The modules of the enabled services.
include!(concat!(env!("OUT_DIR"), "/services.rs"));
