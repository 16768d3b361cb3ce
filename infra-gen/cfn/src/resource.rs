//! What every resource type has, and what CloudFormation lets one say about any resource.

use std::any::Any;

use serde::{Deserialize, Serialize};

use crate::{
    condition::Condition,
    names::LogicalId,
    schema::TypeSchema,
    value::{Json, ToJson},
};

/// A resource type of the CloudFormation registry. Implemented by the generated structs.
pub trait Resource: ToJson + Any {
    /// What the registry's schema says of the type.
    const SCHEMA: &'static TypeSchema;
    /// The marker that ARNs and identifiers of this type carry.
    type Kind;
    /// What `Ref` yields.
    type Reference;
}

/// What happens to the physical resource when it leaves the stack or is replaced.
/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-deletionpolicy.html>
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum DeletionPolicy {
    /// It goes, with what it holds.
    Delete,
    /// It stays in the account, outside any stack.
    Retain,
    /// It stays, unless the very operation that created it fails.
    RetainExceptOnCreate,
    /// A snapshot stays; only for types that have snapshots.
    Snapshot,
}

/// The attributes of a resource beside its properties.
/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-product-attribute-reference.html>
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ResourceAttributes {
    /// The condition under which the resource exists.
    pub condition: Option<Condition>,
    /// Resources that must exist first and are not referred to.
    pub depends_on: Vec<LogicalId>,
    /// What deleting the resource from the stack does.
    pub deletion_policy: Option<DeletionPolicy>,
    /// What replacing the resource does with the old one.
    pub update_replace_policy: Option<DeletionPolicy>,
    /// Signals to wait for when the resource is created.
    pub creation_policy: Option<Json>,
    /// How an update rolls out.
    pub update_policy: Option<Json>,
    /// Free data about the resource.
    pub metadata: Option<Json>,
}
