//! A document before it is known to be a template: values with the place where each was written.
//!
//! Both readers make it, so that the shape of a template is judged once, and each complaint has a line and a column.

use std::fmt;

use indexmap::IndexMap;

use crate::value::Json;

/// How deep a document may nest; deeper ones are refused before they can exhaust the stack.
pub(super) const MAX_DEPTH: usize = 128;

/// A place in a text, counted from 1. Columns are characters in YAML and bytes in JSON, as `serde_json` counts them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The line.
    pub line: usize,
    /// The column within the line.
    pub column: usize,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}, column {}", self.line, self.column)
    }
}

/// A value and where it was written.
#[derive(Debug, Clone)]
pub(super) struct Node {
    /// None in a document that came without places.
    pub(super) at: Option<Place>,
    pub(super) content: Content,
}

/// What a value is.
#[derive(Debug, Clone)]
pub(super) enum Content {
    Scalar(Json),
    List(Vec<Node>),
    Map(IndexMap<String, Node>),
}

impl Node {
    /// A document that came without places.
    pub(super) fn from_json(document: Json) -> Self {
        let content = match document {
            Json::Array(items) => Content::List(items.into_iter().map(Self::from_json).collect()),
            Json::Object(entries) => Content::Map(
                entries
                    .into_iter()
                    .map(|(key, value)| (key, Self::from_json(value)))
                    .collect(),
            ),
            scalar => Content::Scalar(scalar),
        };
        Self { at: None, content }
    }

    /// What the value is, for messages.
    pub(super) fn kind(&self) -> &'static str {
        match &self.content {
            Content::Scalar(scalar) => kind_of(scalar),
            Content::List(_) => "a list",
            Content::Map(_) => "a map",
        }
    }

    /// The value without its places.
    pub(super) fn into_json(self) -> Json {
        match self.content {
            Content::Scalar(scalar) => scalar,
            Content::List(items) => items.into_iter().map(Node::into_json).collect(),
            Content::Map(entries) => Json::Object(into_section(entries)),
        }
    }
}

/// The entries without their places.
pub(super) fn into_section(entries: IndexMap<String, Node>) -> serde_json::Map<String, Json> {
    entries
        .into_iter()
        .map(|(key, node)| (key, node.into_json()))
        .collect()
}

/// What `value` is, for messages.
pub(crate) fn kind_of(value: &Json) -> &'static str {
    match value {
        Json::Null => "null",
        Json::Bool(_) => "a boolean",
        Json::Number(_) => "a number",
        Json::String(_) => "a text",
        Json::Array(_) => "a list",
        Json::Object(_) => "a map",
    }
}

/// The number nearest to a decimal text; none where it is none or beyond 64 bits. The standard library rounds right,
/// `serde_json` is off by one in the last digit now and then.
pub(super) fn nearest_number(text: &str) -> Option<serde_json::Number> {
    let integer = text
        .parse::<i64>()
        .map(Into::into)
        .or_else(|_| text.parse::<u64>().map(Into::into));
    match integer {
        Ok(integer) if text != "-0" => Some(integer),
        _ => serde_json::Number::from_f64(text.parse().ok()?),
    }
}
