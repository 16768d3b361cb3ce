//! Typed handles of resources, which make references.

use std::marker::PhantomData;

use serde_json::json;

use crate::{names::LogicalId, resource::Resource, value::Value};

/// A resource of type `R` in a stack. Only [`crate::Stack::add`] returns one, so a reference always has a resource.
///
/// The generated resource types add one method per attribute: `table.arn()`, `pool.provider_name()`.
pub struct Handle<R> {
    id: LogicalId,
    resource: PhantomData<fn() -> R>,
}

impl<R: Resource> Handle<R> {
    pub(crate) fn new(id: LogicalId) -> Self {
        Self {
            id,
            resource: PhantomData,
        }
    }

    /// The logical ID of the resource.
    pub fn logical_id(&self) -> &LogicalId {
        &self.id
    }

    /// `Ref`: the name, ID or ARN of the resource, depending on its type.
    pub fn reference(&self) -> Value<R::Reference> {
        Value::intrinsic(json!({ "Ref": self.id.as_str() }))
    }

    /// `Fn::GetAtt`. The generated methods call it with the type of the attribute.
    #[allow(dead_code, reason = "a program may enable no service")]
    pub(crate) fn attribute<T>(&self, name: &str) -> Value<T> {
        Value::intrinsic(json!({ "Fn::GetAtt": [self.id.as_str(), name] }))
    }
}

impl<R> Clone for Handle<R> {
    fn clone(&self) -> Self {
        Self {
            id: self.id.clone(),
            resource: PhantomData,
        }
    }
}
