//! Conditions on values, for the rules that depend on more than one property.

use serde::{Deserialize, Serialize};

use crate::{Bounds, Format};

/// A rule for an object: what a valid one fulfils.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Rule {
    /// What the object fulfils.
    pub predicate: Predicate,
    /// Whether AWS refuses objects that do not fulfil it. Otherwise they are probably mistakes.
    pub is_enforced: bool,
}

/// A condition on a value. Conditions on one type of value hold for values of other types.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Predicate {
    /// Never holds: the value must be absent.
    Never,
    /// The object has all these properties.
    Present(Box<[&'static str]>),
    /// The property is absent, or its value fulfils the condition.
    Property(&'static str, Box<Predicate>),
    /// Every item of the list fulfils the condition.
    Items(Box<Predicate>),
    /// At least one item of the list fulfils the condition.
    Contains(Box<Predicate>),
    /// The value is a list.
    List,
    /// The value is an object.
    Object,
    /// The value is a string, a number or a boolean.
    Scalar,
    /// The value, as text, is one of these.
    Values(Box<[&'static str]>),
    /// An ECMAScript regular expression matches somewhere in the text.
    Pattern(&'static str),
    /// The number is between these bounds.
    Range(Bounds<f64>),
    /// The number is greater than this one.
    Above(f64),
    /// The number is a multiple of this one.
    MultipleOf(f64),
    /// The number of items of the list.
    Length(Bounds<u64>),
    /// The text has this form.
    Form(Format),
    /// The condition does not hold.
    Not(Box<Predicate>),
    /// All of the conditions hold.
    All(Box<[Predicate]>),
    /// At least one of the conditions holds.
    Any(Box<[Predicate]>),
    /// Exactly one of the conditions holds.
    One(Box<[Predicate]>),
    /// If the first condition holds, the second one does, otherwise the third one.
    If(Box<[Predicate; 3]>),
}

impl Predicate {
    /// A condition that always holds.
    pub fn always() -> Self {
        Self::All(Box::default())
    }
}
