//! Property values: a literal, or an intrinsic function that returns the same type.
//!
//! Only [`crate::intrinsic`] and [`crate::Handle`] make a [`Value<T>`] from a function, because they know the type of its
//! result. JSON cannot be converted to a `Value<T>`, except for `T = Json`, where the schema allows any JSON.
//!
//! A `Value<T>` can be serialized, so `json!` and derived serializers write it as the template has it.

use std::{borrow::Cow, collections::BTreeMap};

use serde::{Serialize, Serializer};

/// A JSON value, which may contain intrinsic functions.
pub type Json = serde_json::Value;

/// Converts a typed value to the JSON of the template.
pub trait ToJson {
    /// Converts the value to JSON.
    fn to_json(&self) -> Json;
}

/// A literal `T`, or an intrinsic function that returns one at deployment.
#[derive(Debug, Clone, PartialEq)]
pub struct Value<T>(Repr<T>);

#[derive(Debug, Clone, PartialEq)]
enum Repr<T> {
    Literal(T),
    Intrinsic(Json),
}

impl<T> Value<T> {
    /// The result of an intrinsic function.
    pub(crate) fn intrinsic(expression: Json) -> Self {
        Self(Repr::Intrinsic(expression))
    }

    /// The literal; `None` for a function.
    pub fn literal(&self) -> Option<&T> {
        match &self.0 {
            Repr::Literal(literal) => Some(literal),
            Repr::Intrinsic(_) => None,
        }
    }

    /// The literal, to change it in place; `None` for a function.
    pub fn literal_mut(&mut self) -> Option<&mut T> {
        match &mut self.0 {
            Repr::Literal(literal) => Some(literal),
            Repr::Intrinsic(_) => None,
        }
    }
}

impl<T: ToJson> Value<T> {
    /// The same value as a plain string. An ARN, a name, an enum or a number converts to a string, but not the other way
    /// round.
    pub fn to_text(&self) -> Value<String>
    where
        T: Scalar,
    {
        match &self.0 {
            Repr::Literal(literal) => match literal.to_json() {
                Json::String(text) => Value(Repr::Literal(text)),
                other => Value(Repr::Literal(other.to_string())),
            },
            Repr::Intrinsic(expression) => Value::intrinsic(expression.clone()),
        }
    }
}

impl<T: Scalar + ToJson> Value<List<T>> {
    /// The same list with its items as plain strings.
    pub fn to_texts(&self) -> Value<List<String>> {
        match &self.0 {
            Repr::Literal(List(items)) => items.iter().map(Value::to_text).collect::<Vec<_>>().into(),
            Repr::Intrinsic(expression) => Value::intrinsic(expression.clone()),
        }
    }
}

impl Value<String> {
    /// The same value as another type that is written as a string.
    pub(crate) fn map_text<T: Textual>(&self, literal: impl FnOnce(String) -> T) -> Value<T> {
        match &self.0 {
            Repr::Literal(text) => Value(Repr::Literal(literal(text.clone()))),
            Repr::Intrinsic(expression) => Value::intrinsic(expression.clone()),
        }
    }
}

/// A type that is written as a string in the template.
pub trait Textual {}

impl Textual for String {}

/// A type that CloudFormation converts to a string where it needs one: strings, numbers and booleans.
pub trait Scalar {}

impl<T: Textual> Scalar for T {}
impl Scalar for i64 {}
impl Scalar for f64 {}
impl Scalar for bool {}

impl<T: ToJson> ToJson for Value<T> {
    fn to_json(&self) -> Json {
        match &self.0 {
            Repr::Literal(literal) => literal.to_json(),
            Repr::Intrinsic(expression) => expression.clone(),
        }
    }
}

impl<T: ToJson> Serialize for Value<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.to_json().serialize(serializer)
    }
}

impl<T> From<T> for Value<T> {
    fn from(literal: T) -> Self {
        Self(Repr::Literal(literal))
    }
}

/// Recursive types box their inner value; this conversion does it.
impl<T> From<T> for Value<Box<T>> {
    fn from(literal: T) -> Self {
        Self(Repr::Literal(Box::new(literal)))
    }
}

impl From<&str> for Value<String> {
    fn from(literal: &str) -> Self {
        Self(Repr::Literal(literal.to_owned()))
    }
}

impl From<Cow<'_, str>> for Value<String> {
    fn from(literal: Cow<'_, str>) -> Self {
        Self(Repr::Literal(literal.into_owned()))
    }
}

/// A list whose items may be literals or functions. The whole list may also be a function: `Value<List<T>>`.
#[derive(Debug, Clone, PartialEq)]
pub struct List<T>(pub Vec<Value<T>>);

impl<T> Default for List<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T, I: Into<Value<T>>> FromIterator<I> for List<T> {
    fn from_iter<Items: IntoIterator<Item = I>>(items: Items) -> Self {
        Self(items.into_iter().map(Into::into).collect())
    }
}

impl<T, I: Into<Value<T>>> From<Vec<I>> for Value<List<T>> {
    fn from(items: Vec<I>) -> Self {
        Value(Repr::Literal(items.into_iter().collect()))
    }
}

impl<T, I: Into<Value<T>>, const N: usize> From<[I; N]> for Value<List<T>> {
    fn from(items: [I; N]) -> Self {
        Value(Repr::Literal(items.into_iter().collect()))
    }
}

impl<T: ToJson> ToJson for List<T> {
    fn to_json(&self) -> Json {
        self.0.iter().map(ToJson::to_json).collect()
    }
}

/// A map with arbitrary keys, sorted.
#[derive(Debug, Clone, PartialEq)]
pub struct Map<T>(pub BTreeMap<String, Value<T>>);

impl<T> Default for Map<T> {
    fn default() -> Self {
        Self(BTreeMap::new())
    }
}

impl<T, K: Into<String>, V: Into<Value<T>>> FromIterator<(K, V)> for Map<T> {
    fn from_iter<Entries: IntoIterator<Item = (K, V)>>(entries: Entries) -> Self {
        Self(
            entries
                .into_iter()
                .map(|(name, value)| (name.into(), value.into()))
                .collect(),
        )
    }
}

impl<T, K: Into<String>, V: Into<Value<T>>, const N: usize> From<[(K, V); N]> for Map<T> {
    fn from(entries: [(K, V); N]) -> Self {
        entries.into_iter().collect()
    }
}

impl<T, K: Into<String>, V: Into<Value<T>>, const N: usize> From<[(K, V); N]> for Value<Map<T>> {
    fn from(entries: [(K, V); N]) -> Self {
        Value(Repr::Literal(entries.into_iter().collect()))
    }
}

impl<T: ToJson> ToJson for Map<T> {
    fn to_json(&self) -> Json {
        Json::Object(
            self.0
                .iter()
                .map(|(name, value)| (name.clone(), value.to_json()))
                .collect(),
        )
    }
}

impl<T: ToJson> ToJson for Box<T> {
    fn to_json(&self) -> Json {
        T::to_json(self)
    }
}

impl ToJson for Json {
    fn to_json(&self) -> Json {
        self.clone()
    }
}

impl ToJson for String {
    fn to_json(&self) -> Json {
        Json::from(self.as_str())
    }
}

impl ToJson for bool {
    fn to_json(&self) -> Json {
        Json::from(*self)
    }
}

impl ToJson for i64 {
    fn to_json(&self) -> Json {
        Json::from(*self)
    }
}

impl ToJson for f64 {
    // A whole number is written without a fraction.
    #[expect(
        clippy::cast_possible_truncation,
        reason = "guarded: whole and within the exact range of `f64`"
    )]
    fn to_json(&self) -> Json {
        const EXACT: f64 = 9_007_199_254_740_992.0;
        if self.fract() == 0.0 && self.abs() < EXACT {
            Json::from(*self as i64)
        } else {
            Json::from(*self)
        }
    }
}

/// Collects the properties that are set. Used by the generated resources.
#[derive(Default)]
pub(crate) struct ObjectWriter(serde_json::Map<String, Json>);

impl ObjectWriter {
    pub(crate) fn required(&mut self, name: &str, value: &impl ToJson) {
        self.0.insert(name.to_owned(), value.to_json());
    }

    #[allow(dead_code, reason = "a program may enable no service")]
    pub(crate) fn optional(&mut self, name: &str, value: Option<&impl ToJson>) {
        if let Some(value) = value {
            self.required(name, value);
        }
    }

    pub(crate) fn finish(self) -> Json {
        Json::Object(self.0)
    }
}
