//! What AWS's registry schemas say of a resource type, as static data: the checks read it, and whoever compares two
//! templates asks it whether a change replaces the resource.
//!
//! Only the types of the enabled features have a schema. Nothing is parsed or allocated at start-up; references
//! between statics make recursive types possible. Of every other type of AWS the catalog knows less: see [`is_known`],
//! [`holds_data`] and [`replacement`].

mod catalog;
mod path;
mod shape;

pub use catalog::{holds_data, is_custom, is_known, known_types, replacement};
pub use path::Replacement;
pub use shape::{Bounds, Constraint, ListShape, NumberShape, Object, Property, Shape, TextShape};

/// What the registry's schema says of one resource type.
#[derive(Debug)]
pub struct TypeSchema {
    /// `AWS::Service::Type`.
    pub type_name: &'static str,
    /// The properties and their rules.
    pub properties: &'static Object,
    /// Paths of properties whose change replaces the resource: `KeySchema`, `Rules.*.Name`.
    pub create_only: &'static [&'static str],
    /// Paths of properties whose change replaces the resource under some conditions.
    pub conditional_create_only: &'static [&'static str],
    /// Paths of properties that the service sets and a template must not.
    pub read_only: &'static [&'static str],
    /// Paths of properties that the service never gives back, secrets mostly.
    pub write_only: &'static [&'static str],
    /// Paths of the properties that together identify a resource.
    pub primary_identifier: &'static [&'static str],
    /// What `Ref` yields.
    pub reference: Reference,
    /// What `Fn::GetAtt` yields, by name.
    pub attributes: &'static [Attribute],
    /// Whether the resource holds data that is lost with it.
    pub stateful: bool,
}

/// What `Ref` yields for a resource type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reference {
    /// The resource's ARN.
    Arn,
    /// A name or another identifier.
    Id,
}

/// An attribute that `Fn::GetAtt` takes.
#[derive(Debug, Clone, Copy)]
pub struct Attribute {
    /// The name, `Arn` or `Endpoint.Address`.
    pub name: &'static str,
    /// What it yields.
    pub yields: Yields,
}

/// The type of an attribute's value, as far as it decides where the attribute may stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Yields {
    /// Text, a number or a boolean: CloudFormation turns each into the other.
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

/// The schema of `type_name`, if the type is one of an enabled feature.
pub fn lookup(type_name: &str) -> Option<&'static TypeSchema> {
    let of_service = of_service(type_name)?;
    let place = of_service
        .binary_search_by(|schema| schema.type_name.cmp(type_name))
        .ok()?;
    Some(of_service[place])
}

/// The schemas of the service that a type is of, sorted by type name.
pub(crate) fn of_service(type_name: &str) -> Option<&'static [&'static TypeSchema]> {
    let service = type_name.strip_prefix("AWS::")?.split("::").next()?;
    Some(crate::services::schemas_of(service))
}

/// The schemas of every enabled feature, by service and type name.
pub fn all() -> impl Iterator<Item = &'static TypeSchema> {
    crate::services::SERVICES
        .iter()
        .flat_map(|service| crate::services::schemas_of(service))
        .copied()
}
