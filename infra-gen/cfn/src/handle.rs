//! The typed key under which a stack keeps a resource, and the references it gives.

use std::marker::PhantomData;

use serde_json::json;

use crate::{names::LogicalId, resource::Resource, value::Value};

/// Stands for a resource of type `R` that was added to a stack. Only [`crate::Stack::add`] makes one.
///
/// The generated resource modules add one method an attribute: `table.arn()`, `pool.provider_name()`.
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

    /// The logical ID within the template.
    pub fn logical_id(&self) -> &LogicalId {
        &self.id
    }

    /// `Ref`: the resource's name, ID or ARN, by its type.
    pub fn reference(&self) -> Value<R::Reference> {
        Value::intrinsic(json!({ "Ref": self.id.as_str() }))
    }

    /// `Fn::GetAtt`. The generated methods call it with the type that the schema gives the attribute.
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
