//! What the generator has understood, and what it writes from.

use std::collections::BTreeMap;

/// A service and its resource types.
pub(crate) struct Service {
    /// CloudFormation's name, `DynamoDB`.
    pub(crate) name: &'static str,
    /// What it is called in a sentence.
    pub(crate) title: &'static str,
    /// The module's and feature's name, `dynamodb`.
    pub(crate) module: String,
    /// Sorted by type name.
    pub(crate) resources: Vec<Resource>,
}

/// A resource type.
pub(crate) struct Resource {
    /// `AWS::DynamoDB::Table`.
    pub(crate) type_name: String,
    /// `Table`.
    pub(crate) name: String,
    /// `table`.
    pub(crate) module: String,
    /// The type itself and every object within it, by name.
    pub(crate) objects: BTreeMap<String, Object>,
    /// By name.
    pub(crate) enums: BTreeMap<String, Enum>,
    pub(crate) attributes: Vec<Attribute>,
    pub(crate) kind: Kind,
    /// Whether `Ref` yields the ARN.
    pub(crate) refers_by_arn: bool,
    pub(crate) create_only: Vec<String>,
    pub(crate) conditional_create_only: Vec<String>,
    pub(crate) read_only: Vec<String>,
    pub(crate) write_only: Vec<String>,
    pub(crate) primary_identifier: Vec<String>,
    pub(crate) stateful: bool,
}

/// The marker of a resource type, `dynamodb::Table`.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Kind {
    pub(crate) module: String,
    pub(crate) name: String,
}

/// A struct: a resource type, or an object within one.
pub(crate) struct Object {
    pub(crate) documentation: String,
    /// Every property, read-only ones included, sorted by name.
    pub(crate) properties: Vec<Property>,
    pub(crate) rules: Vec<Rule>,
}

/// A property of an object.
pub(crate) struct Property {
    /// The name as the template has it.
    pub(crate) name: String,
    /// The field's name.
    pub(crate) field: String,
    pub(crate) documentation: String,
    pub(crate) presence: Presence,
    pub(crate) shape: Shape,
    pub(crate) update: Update,
    pub(crate) deprecated: bool,
    /// Whether the field would make its struct hold itself.
    pub(crate) boxed: bool,
}

impl Property {
    pub(crate) fn is_required(&self) -> bool {
        self.presence == Presence::Required
    }
}

/// Whether a property is there.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Presence {
    Required,
    Optional,
    /// Only the service sets it, so it is no field.
    ReadOnly,
}

/// What changing a property does to the resource.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Update {
    InPlace,
    SometimesReplaces,
    Replaces,
}

/// A rule between an object's properties.
#[derive(PartialEq, Eq)]
pub(crate) enum Rule {
    ExactlyOne(Vec<String>),
    AtLeastOne(Vec<String>),
    Requires(String, Vec<String>),
    Excludes(String, Vec<String>),
    /// Property, value, and what must be there when it has another or none.
    Unless(String, String, Vec<String>),
}

/// What a value may be.
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
}

#[derive(Clone, Default)]
pub(crate) struct Text {
    pub(crate) meaning: Meaning,
    pub(crate) pattern: Option<String>,
    pub(crate) min_length: Option<u64>,
    pub(crate) max_length: Option<u64>,
    /// The only values that will do; empty when any will.
    pub(crate) values: Vec<String>,
}

/// What a text stands for, and so the Rust type that holds it.
#[derive(Clone, Default)]
pub(crate) enum Meaning {
    #[default]
    Plain,
    /// One of the resource's [`Resource::enums`].
    Enum(String),
    /// A type of `names.rs`.
    Name(&'static str),
    Arn(Kind),
    Id(Kind),
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

/// An enum with a text a variant.
pub(crate) struct Enum {
    /// The properties that have it.
    pub(crate) users: Vec<String>,
    /// Every text that the schema allows.
    pub(crate) values: Vec<String>,
    /// Variant and text.
    pub(crate) variants: Vec<(String, String)>,
}

/// An attribute of `Fn::GetAtt`.
pub(crate) struct Attribute {
    pub(crate) name: String,
    pub(crate) method: String,
    pub(crate) documentation: String,
    /// Absent where the schema lists a name but no property or text describes it.
    pub(crate) shape: Shape,
    /// Whether a method is written: properties that can also be read back need none.
    pub(crate) has_method: bool,
}
