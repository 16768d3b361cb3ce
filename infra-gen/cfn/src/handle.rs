//! Typed handles of resources, which make references.

use std::marker::PhantomData;

use serde_json::json;

use crate::{
    custom::{Attribute, Custom, CustomResource},
    names::LogicalId,
    raw::Raw,
    resource::{Resource, StackResource},
    value::Value,
};

/// A resource of type `R` in a stack. Only [`crate::Stack::add`] returns one, so a reference always has a resource.
///
/// The generated resource types add one method per attribute: `table.arn()`, `pool.provider_name()`. In a loop, see
/// [`crate::Stack::for_each`], the handle stands for the resource of the current item.
pub struct Handle<R> {
    id: LogicalId,
    resource: PhantomData<fn() -> R>,
}

impl<R: StackResource> Handle<R> {
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
        Value::intrinsic(json!({ "Ref": self.id.to_reference() }))
    }

    fn get_att<T>(&self, name: &str) -> Value<T> {
        Value::intrinsic(json!({ "Fn::GetAtt": [self.id.to_reference(), name] }))
    }
}

impl<R: Resource> Handle<R> {
    /// `Fn::GetAtt`. The generated methods call it with the type of the attribute.
    #[allow(dead_code, reason = "a program may enable no service")]
    pub(crate) fn attribute<T>(&self, name: &str) -> Value<T> {
        self.get_att(name)
    }
}

impl Handle<Raw> {
    /// `Fn::GetAtt`. The type of the attribute is not checked.
    pub fn attribute<T>(&self, name: &str) -> Value<T> {
        self.get_att(name)
    }
}

impl<C: CustomResource> Handle<Custom<C>> {
    /// `Fn::GetAtt`: a value that the handler returns in `Data`.
    pub fn get<T>(&self, attribute: Attribute<C, T>) -> Value<T> {
        self.get_att(attribute.name())
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
