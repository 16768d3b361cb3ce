//! The schema of one resource type.

use serde::{Deserialize, Serialize};

use crate::shape::{Enum, EnumId, Object, ObjectId, Shape, TextShape};

/// The schema of a resource type.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TypeSchema {
    /// `AWS::Service::Type`.
    pub type_name: &'static str,
    /// The resource itself, which is the first, and the objects in its properties.
    pub objects: Box<[Object]>,
    /// The enums of its properties.
    pub enums: Box<[Enum]>,
    /// Paths of properties whose change replaces the resource: `KeySchema`, `Rules.*.Name`.
    pub create_only: Box<[&'static str]>,
    /// Paths of properties whose change may replace the resource.
    pub conditional_create_only: Box<[&'static str]>,
    /// Paths of properties that only the service sets.
    pub read_only: Box<[&'static str]>,
    /// Paths of properties that the service never returns, mostly secrets.
    pub write_only: Box<[&'static str]>,
    /// Paths of the properties that together identify a resource.
    pub primary_identifier: Box<[&'static str]>,
    /// What `Ref` returns.
    pub reference: Reference,
    /// The attributes for `Fn::GetAtt`, sorted by name.
    pub attributes: Box<[Attribute]>,
    /// The ARN of a resource, with variables: `arn:${Partition}:sqs:${Region}:${Account}:${QueueName}`.
    pub arn_template: Option<&'static str>,
    /// Whether deleting the resource deletes data.
    pub holds_data: bool,
    /// The end of the service or type, if AWS has announced one.
    pub lifecycle: Option<Lifecycle>,
    /// The regions that have the type: one bit for each of [`crate::regions`]; 0 if this is not known.
    pub regions: u64,
}

impl TypeSchema {
    /// The properties of the resource itself.
    pub fn root(&self) -> &Object {
        &self.objects[0]
    }

    /// The object of this number.
    pub fn object(&self, id: ObjectId) -> &Object {
        &self.objects[usize::from(id.0)]
    }

    /// The enum of this number.
    pub fn values(&self, id: EnumId) -> &Enum {
        &self.enums[usize::from(id.0)]
    }

    /// The attribute of this name. Nested stacks have one for each output, `Outputs.Name`; custom resources have any.
    pub fn attribute(&self, name: &str) -> Option<&Attribute> {
        static OUTPUT: Attribute = Attribute {
            name: "Outputs.*",
            shape: Shape::Text(TextShape::ANY),
            read_only: true,
        };
        static OF_CUSTOM_RESOURCE: Attribute = Attribute {
            name: "*",
            shape: Shape::Json,
            read_only: true,
        };
        let declared = self.attributes.iter().find(|attribute| attribute.name == name);
        declared.or_else(|| match self.type_name {
            "AWS::CloudFormation::CustomResource" => Some(&OF_CUSTOM_RESOURCE),
            "AWS::CloudFormation::Stack"
            | "AWS::Serverless::Application"
            | "AWS::ServiceCatalog::CloudFormationProvisionedProduct" => {
                name.starts_with("Outputs.").then_some(&OUTPUT)
            }
            _ => None,
        })
    }

    /// The service, as CloudFormation names it: `DynamoDB`.
    pub fn service(&self) -> &'static str {
        self.type_name.split("::").nth(1).unwrap_or_default()
    }

    /// The last part of the type name: `Table`.
    pub fn name(&self) -> &'static str {
        self.type_name.rsplit("::").next().unwrap_or_default()
    }
}

/// What `Ref` returns for a resource type.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Reference {
    /// The resource's ARN.
    Arn,
    /// A name or another identifier.
    Id,
}

/// An attribute for `Fn::GetAtt`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Attribute {
    /// The name, `Arn` or `Endpoint.Address`.
    pub name: &'static str,
    /// The shape of its value, without rules.
    pub shape: Shape,
    /// Whether it is only an attribute, and not a property that can be read.
    pub read_only: bool,
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
    /// The type of the value.
    pub fn yields(&self) -> Yields {
        match self.shape {
            Shape::List(_) => Yields::List,
            Shape::Map(_) | Shape::Object(_) | Shape::Json | Shape::Policy | Shape::OneOf(_) => {
                Yields::Object
            }
            _ => Yields::Scalar,
        }
    }
}

/// The announced end of a service or type.
/// <https://docs.aws.amazon.com/general/latest/gr/service-lifecycle.html>
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lifecycle {
    /// What AWS announced.
    pub status: LifecycleStatus,
    /// From when, as `YYYY-MM-DD`.
    pub date: Option<&'static str>,
}

/// The stages of a service that ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum LifecycleStatus {
    /// Not for new customers.
    Maintenance,
    /// The end of support is announced.
    Sunset,
    /// No longer available.
    Shutdown,
}
