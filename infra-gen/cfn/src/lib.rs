#![doc = include_str!("../README.md")]

pub mod intrinsic;
pub mod kind;
pub mod policy;
pub mod substitution;

mod check;
mod condition;
mod custom;
mod finding;
mod generated;
mod handle;
mod intrinsic_call;
mod limits;
mod literal;
mod loops;
mod mapping;
mod names;
mod nest;
mod output;
mod overrides;
mod parameter;
mod plain_traits;
mod raw;
mod reference;
mod resource;
mod rule;
mod stack;
mod tag;
mod template;
mod text_enum;
mod transforms;
mod value;

pub use check::{
    Coverage, NestedTemplate, Suppressed, Suppression, Unchecked, did_you_mean, rules, suppress,
};
pub use condition::{Condition, ConditionTest};
pub use custom::{Attribute, Custom, CustomResource, CustomTypeName, ServiceToken};
pub use finding::{
    Example, Finding, FindingPath, Findings, Rule, Scope, Segment, Severity, Unplaced, ValuePath,
};
pub use handle::Handle;
pub use intrinsic_call::intrinsic_call;
pub use loops::{Loop, LoopItem, map_for_each};
pub use mapping::{Mapping, MappingValue};
pub use names::{
    BucketName, FunctionName, InvalidName, LogicalId, RoleName, StateMachineName, TableName, TopicName,
};
pub use nest::{NESTED_TEMPLATES_PARAMETER, Nested};
pub use output::Output;
pub use parameter::{
    Bounds, ItemPattern, NumberBounds, Parameter, ParameterBlock, ParameterDefault, ParameterType,
    ParameterValue, SsmParameter, TextBounds, Unbounded,
};
pub use raw::Raw;
pub use reference::{Arn, Id};
pub use resource::{DeletionPolicy, Resource, ResourceAttributes, StackResource};
pub use rule::{
    ParameterRule, RuleAttribute, RuleList, RuleResource, RuleTest, RuleText, SecurityGroupAttribute,
    SubnetAttribute, VpcAttribute,
};
pub use stack::Stack;
pub use tag::Tag;
pub use template::{
    Capability, FunctionSyntax, ParseError, ResourceBlock, SourceLocation, SourceMap, Template,
};
pub use transforms::Transform;
pub use value::{Json, List, Map, Scalar, Textual, ToJson, Value};

// The modules of the enabled services.
include!(concat!(env!("OUT_DIR"), "/services.rs"));
