//! What a stack can contain: generated resources, [`Raw`](crate::Raw) and [`Custom`](crate::Custom); and the attributes of any
//! resource.

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

/// A resource that a stack can contain: one of a generated type, a [`Raw`](crate::Raw) or a [`Custom`](crate::Custom).
pub trait StackResource: Any {
    /// The type that `Ref` returns.
    type Reference;

    /// The type in the template.
    fn type_name(&self) -> &str;

    /// The properties.
    ///
    /// # Errors
    /// If they cannot be written as the properties of a resource.
    fn properties(&self) -> Result<serde_json::Map<String, Json>, String>;
}

impl<R: Resource> StackResource for R {
    type Reference = R::Reference;

    fn type_name(&self) -> &str {
        R::TYPE_NAME
    }

    fn properties(&self) -> Result<serde_json::Map<String, Json>, String> {
        into_properties(self.to_json())
    }
}

/// The properties of a resource, which must be an object.
pub(crate) fn into_properties(json: Json) -> Result<serde_json::Map<String, Json>, String> {
    match json {
        Json::Object(properties) => Ok(properties),
        other => Err(format!(
            "the properties of a resource must be an object; found `{other}`"
        )),
    }
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
