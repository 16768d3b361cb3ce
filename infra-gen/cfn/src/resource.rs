//! Resource types, and the attributes of any resource.

use std::any::Any;

use serde::{Deserialize, Serialize};

use crate::{
    condition::Condition,
    names::LogicalId,
    value::{Json, ToJson},
};

/// A resource type of the CloudFormation registry. The generated structs implement it.
pub trait Resource: ToJson + Any {
    /// `AWS::Service::Type`.
    const TYPE_NAME: &'static str;
    /// The marker of ARNs and identifiers of this type.
    type Kind;
    /// The type that `Ref` returns.
    type Reference;
}

/// What happens to a resource when it is removed from the stack or replaced.
/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-deletionpolicy.html>
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum DeletionPolicy {
    /// The resource is deleted, with its data.
    Delete,
    /// The resource stays in the account, outside any stack.
    Retain,
    /// The resource stays, unless the operation that creates it fails.
    RetainExceptOnCreate,
    /// A snapshot is taken before deletion; only for types that support snapshots.
    Snapshot,
}

/// The attributes of a resource besides its properties.
/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-product-attribute-reference.html>
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ResourceAttributes {
    /// The condition under which the resource exists.
    pub condition: Option<Condition>,
    /// Resources that must be created first but are not referenced.
    pub depends_on: Vec<LogicalId>,
    /// What happens when the resource is removed from the stack.
    pub deletion_policy: Option<DeletionPolicy>,
    /// What happens to the old resource when it is replaced.
    pub update_replace_policy: Option<DeletionPolicy>,
    /// The signals to wait for when the resource is created.
    pub creation_policy: Option<Json>,
    /// How updates are rolled out.
    pub update_policy: Option<Json>,
    /// Arbitrary data about the resource.
    pub metadata: Option<Json>,
}
