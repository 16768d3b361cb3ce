//! The shapes of property values.
//!
//! Objects may contain themselves, so shapes refer to objects by number; [`crate::TypeSchema::object`] resolves them.

use serde::{Deserialize, Serialize};

use crate::{Format, Rule};

/// The properties of a resource type, or of an object in a property.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Object {
    /// The name of the definition; for the resource itself, the last part of its type name.
    pub name: &'static str,
    /// The properties, sorted by name.
    pub properties: Box<[Property]>,
    /// The constraints between them.
    pub constraints: Box<[Constraint]>,
    /// The rules that depend on values or on the properties of inner objects.
    pub rules: Box<[Rule]>,
    /// Whether other properties are allowed.
    pub open: bool,
}

impl Object {
    /// The property of this name.
    pub fn property(&self, name: &str) -> Option<&Property> {
        let place = self
            .properties
            .binary_search_by(|property| property.name.cmp(name))
            .ok()?;
        Some(&self.properties[place])
    }
}

/// The number of an object in its [`crate::TypeSchema`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ObjectId(pub u16);

/// The number of an enum in its [`crate::TypeSchema`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct EnumId(pub u16);

/// A list of values that properties share.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Enum {
    /// The name in Rust.
    pub name: &'static str,
    /// All values that the schema allows.
    pub values: Box<[&'static str]>,
    /// Whether upper and lower case are equal.
    pub ignore_case: bool,
}

impl Enum {
    /// Whether `text` is one of the values.
    pub fn contains(&self, text: &str) -> bool {
        if self.ignore_case {
            self.values.iter().any(|value| value.eq_ignore_ascii_case(text))
        } else {
            self.values.contains(&text)
        }
    }
}

/// One property of an object.
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Property {
    /// The name in the template.
    pub name: &'static str,
    /// Whether it is required.
    pub required: bool,
    /// Whether only the service sets it.
    pub read_only: bool,
    /// Whether AWS discourages its use.
    pub deprecated: bool,
    /// Whether a Rust struct must box it, because the struct would contain itself.
    pub boxed: bool,
    /// What a change does to the resource, as far as the path of the property decides it.
    pub update: Update,
    /// The shape of its value.
    pub shape: Shape,
}

/// What a change of a property does to the resource.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Update {
    /// The resource is updated in place.
    InPlace,
    /// The resource is replaced under some conditions.
    SometimesReplaces,
    /// The resource is replaced.
    Replaces,
}

/// A constraint between the properties of one object.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Constraint {
    /// Exactly one of these must be present.
    ExactlyOne(Box<[&'static str]>),
    /// At least one of these must be present.
    AtLeastOne(Box<[&'static str]>),
    /// If the first is present, the others must be present.
    Requires(&'static str, Box<[&'static str]>),
    /// If the first is present, the others must not be present.
    Excludes(&'static str, Box<[&'static str]>),
    /// Unless the first has this value, the others must be present.
    Unless(&'static str, &'static str, Box<[&'static str]>),
}

/// The allowed values of a property.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub enum Shape {
    /// A string.
    Text(TextShape),
    /// A whole number.
    Integer(NumberShape),
    /// A number.
    Number(NumberShape),
    /// `true` or `false`.
    Boolean,
    /// Any JSON: the schema does not specify more.
    Json,
    /// An IAM policy document.
    Policy,
    /// A list.
    List(ListShape),
    /// A map with arbitrary keys.
    Map(Box<Shape>),
    /// An object with named properties.
    Object(ObjectId),
    /// A value with one of these shapes.
    OneOf(Box<[Shape]>),
}

/// The rules for a string.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct TextShape {
    /// What the string identifies.
    pub meaning: Meaning,
    /// An ECMAScript regular expression that must match somewhere in it.
    pub pattern: Option<&'static str>,
    /// The number of characters.
    pub length: Bounds<u64>,
    /// The allowed values; `None` if any value is allowed.
    pub values: Option<EnumId>,
    /// The forms of which it must have one; empty if it may have any form.
    pub formats: Vec<Format>,
}

impl TextShape {
    /// Any string.
    pub const ANY: Self = Self {
        meaning: Meaning::Plain,
        pattern: None,
        length: Bounds { min: None, max: None },
        values: None,
        formats: Vec::new(),
    };
}

/// What a string identifies.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Meaning {
    /// Nothing, several types, or something that is not a resource.
    #[default]
    Plain,
    /// The name of the resource itself, for which the DSL has a type of this name.
    Name(&'static str),
    /// The ARN of a resource of this type.
    Arn(&'static str),
    /// What `Ref` returns for a resource of this type.
    Id(&'static str),
}

/// The rules for a number.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct NumberShape {
    /// The minimum and maximum.
    pub range: Bounds<f64>,
    /// The allowed values; empty if any value is allowed.
    pub values: Box<[i64]>,
}

/// The rules for a list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct ListShape {
    /// The shape of each item.
    pub item: Box<Shape>,
    /// The number of items.
    pub length: Bounds<u64>,
    /// Whether all items must be different.
    pub unique: bool,
}

/// An inclusive lower and upper bound.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
pub struct Bounds<N> {
    /// The lower bound.
    pub min: Option<N>,
    /// The upper bound.
    pub max: Option<N>,
}
