//! The model of resource types while they are resolved.

use std::collections::BTreeMap;

use infra_gen_schema::{Format, LifecycleStatus, Update};

/// A resource type.
pub(crate) struct Resource {
    /// `AWS::DynamoDB::Table`.
    pub(crate) type_name: String,
    /// `Table`.
    pub(crate) name: String,
    /// The type itself and all its objects, by name.
    pub(crate) objects: BTreeMap<String, Object>,
    /// By name.
    pub(crate) enums: BTreeMap<String, Enum>,
    pub(crate) attributes: Vec<Attribute>,
    /// Whether `Ref` returns the ARN.
    pub(crate) refers_by_arn: bool,
    pub(crate) create_only: Vec<String>,
    pub(crate) conditional_create_only: Vec<String>,
    pub(crate) read_only: Vec<String>,
    pub(crate) write_only: Vec<String>,
    pub(crate) primary_identifier: Vec<String>,
    pub(crate) holds_data: bool,
    pub(crate) arn_template: Option<String>,
    pub(crate) lifecycle: Option<(LifecycleStatus, Option<String>)>,
    pub(crate) regions: Vec<bool>,
}

/// A struct: a resource type, or an object in one of its properties.
pub(crate) struct Object {
    pub(crate) documentation: String,
    /// All properties, including read-only ones, sorted by name.
    pub(crate) properties: Vec<Property>,
    pub(crate) rules: Vec<Rule>,
    /// The rules that depend on values.
    pub(crate) predicates: Vec<infra_gen_schema::Rule>,
    /// Whether other properties are allowed.
    pub(crate) open: bool,
}

/// A property of an object.
pub(crate) struct Property {
    /// The name in the template.
    pub(crate) name: String,
    pub(crate) documentation: String,
    pub(crate) presence: Presence,
    pub(crate) shape: Shape,
    pub(crate) update: Update,
    pub(crate) deprecated: bool,
    /// Whether the field must be boxed because its struct is recursive.
    pub(crate) boxed: bool,
}

/// Whether a property is required.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Presence {
    Required,
    Optional,
    /// Only the service sets it, so it is not a field.
    ReadOnly,
}

/// A constraint between the properties of an object.
#[derive(PartialEq, Eq)]
pub(crate) enum Rule {
    ExactlyOne(Vec<String>),
    AtLeastOne(Vec<String>),
    Requires(String, Vec<String>),
    Excludes(String, Vec<String>),
    /// Property, value, and the properties that are required unless the property has that value.
    Unless(String, String, Vec<String>),
}

/// The allowed values of a property.
#[derive(Clone)]
pub(crate) enum Shape {
    Text(Text),
    Integer(Number),
    Number(Number),
    Boolean,
    Json,
    Policy,
    List(List),
    Map(Box<Shape>),
    /// An object of the resource's [`Resource::objects`].
    Object(String),
    /// One of several shapes.
    OneOf(Vec<Shape>),
}

#[derive(Clone, Default)]
pub(crate) struct Text {
    pub(crate) meaning: Meaning,
    pub(crate) pattern: Option<String>,
    pub(crate) formats: Vec<Format>,
    pub(crate) min_length: Option<u64>,
    pub(crate) max_length: Option<u64>,
}

/// The meaning of a string, which decides its Rust type.
#[derive(Clone, Default, PartialEq, Eq)]
pub(crate) enum Meaning {
    #[default]
    Plain,
    /// One of the resource's [`Resource::enums`].
    Enum(String),
    /// A type of `names.rs`.
    Name(&'static str),
    /// The ARN of a resource of this type.
    Arn(String),
    /// What `Ref` returns for a resource of this type.
    Id(String),
}

#[derive(Clone, Default)]
pub(crate) struct Number {
    pub(crate) min: Option<f64>,
    pub(crate) max: Option<f64>,
    pub(crate) values: Vec<i64>,
}

#[derive(Clone)]
pub(crate) struct List {
    pub(crate) item: Box<Shape>,
    pub(crate) min_items: Option<u64>,
    pub(crate) max_items: Option<u64>,
    pub(crate) unique: bool,
}

/// A list of values that properties share.
pub(crate) struct Enum {
    pub(crate) values: Vec<String>,
    pub(crate) ignore_case: bool,
}

/// An attribute for `Fn::GetAtt`.
#[derive(Clone)]
pub(crate) struct Attribute {
    pub(crate) name: String,
    pub(crate) documentation: String,
    pub(crate) shape: Shape,
    /// Whether the handle gets a method for it. Properties that can be read need none.
    pub(crate) has_method: bool,
}
