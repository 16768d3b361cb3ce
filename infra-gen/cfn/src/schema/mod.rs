//! The schemas of resource types as static data, generated from the CloudFormation registry. [`crate::registry`] finds the
//! schema of a type.
//!
//! Nothing is parsed or allocated at start-up. References between statics make recursive types possible.

mod path;
mod shape;

pub use path::Replacement;
pub(crate) use path::touches;
pub use shape::{Bounds, Constraint, ListShape, NumberShape, Object, Property, Shape, TextShape};

/// The schema of a resource type.
#[derive(Debug)]
pub struct TypeSchema {
    /// `AWS::Service::Type`.
    pub type_name: &'static str,
    /// The properties and the constraints between them.
    pub properties: &'static Object,
    /// Paths of properties whose change replaces the resource: `KeySchema`, `Rules.*.Name`.
    pub create_only: &'static [&'static str],
    /// Paths of properties whose change may replace the resource.
    pub conditional_create_only: &'static [&'static str],
    /// Paths of properties that only the service sets.
    pub read_only: &'static [&'static str],
    /// Paths of properties that the service never returns, mostly secrets.
    pub write_only: &'static [&'static str],
    /// Paths of the properties that together identify a resource.
    pub primary_identifier: &'static [&'static str],
    /// What `Ref` returns.
    pub reference: Reference,
    /// The attributes for `Fn::GetAtt`, sorted by name.
    pub attributes: &'static [Attribute],
    /// Whether deleting the resource deletes data.
    pub stateful: bool,
}

/// What `Ref` returns for a resource type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reference {
    /// The resource's ARN.
    Arn,
    /// A name or another identifier.
    Id,
}

/// An attribute for `Fn::GetAtt`.
#[derive(Debug, Clone, Copy)]
pub struct Attribute {
    /// The name, `Arn` or `Endpoint.Address`.
    pub name: &'static str,
    /// The type of its value.
    pub yields: Yields,
}

/// The type of an attribute's value, as far as it decides where the attribute can be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Yields {
    /// A string, a number or a boolean. CloudFormation converts each to the other.
    Scalar,
    /// A list.
    List,
    /// An object or a map.
    Object,
}

impl Attribute {
    pub(crate) const fn scalar(name: &'static str) -> Self {
        Self {
            name,
            yields: Yields::Scalar,
        }
    }

    pub(crate) const fn list(name: &'static str) -> Self {
        Self {
            name,
            yields: Yields::List,
        }
    }

    pub(crate) const fn object(name: &'static str) -> Self {
        Self {
            name,
            yields: Yields::Object,
        }
    }
}

impl TypeSchema {
    /// The attribute of this name.
    pub fn attribute(&self, name: &str) -> Option<&'static Attribute> {
        self.attributes.iter().find(|attribute| attribute.name == name)
    }
}
