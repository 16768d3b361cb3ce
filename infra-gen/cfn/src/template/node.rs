//! A parsed document: values with their locations in the text.
//!
//! The JSON and the YAML reader both produce it, so the structure of a template is checked in one place, and errors have a
//! line and a column.

use std::fmt;

use indexmap::IndexMap;

use crate::value::Json;

/// The maximum nesting depth. Deeper documents could exhaust the stack.
pub(super) const MAX_DEPTH: usize = 128;

/// A location in a text, counted from 1. Columns count characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct SourceLocation {
    /// The line.
    pub line: u32,
    /// The column within the line.
    pub column: u32,
}

impl SourceLocation {
    /// The location of the byte `offset` of a text.
    pub fn at(text: &str, offset: usize) -> Self {
        let before = &text[..text.floor_char_boundary(offset)];
        let line = before.rsplit('\n').next().unwrap_or_default();
        Self::new(before.matches('\n').count() + 1, line.chars().count() + 1)
    }

    /// The offset of the byte at this location; `None` if the text has no such line.
    pub fn offset_in(self, text: &str) -> Option<usize> {
        let index = |number: u32| usize::try_from(number).unwrap_or(usize::MAX).saturating_sub(1);
        let mut lines = text.split_inclusive('\n');
        let start: usize = lines.by_ref().take(index(self.line)).map(str::len).sum();
        let line = lines.next().unwrap_or_default();
        let column = line.char_indices().nth(index(self.column));
        (Self::at(text, start).line == self.line)
            .then(|| start + column.map_or(line.len(), |(offset, _)| offset))
    }

    /// A location. No text has so many lines or columns that they do not fit.
    pub(super) fn new(line: usize, column: usize) -> Self {
        let fit = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        Self {
            line: fit(line),
            column: fit(column),
        }
    }
}

impl fmt::Display for SourceLocation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}, column {}", self.line, self.column)
    }
}

/// A value and its location.
#[derive(Debug, Clone)]
pub(super) struct Node {
    /// `None` if the document was not read from text.
    pub(super) at: Option<SourceLocation>,
    /// The location of the key of this value. `None` if it has none, and in JSON unless locations of keys were requested.
    pub(super) key: Option<SourceLocation>,
    pub(super) content: Content,
}

/// The content of a value.
#[derive(Debug, Clone)]
pub(super) enum Content {
    Scalar(Json),
    List(Vec<Node>),
    Map(IndexMap<String, Node>),
}

impl Node {
    pub(super) fn new(at: Option<SourceLocation>, content: Content) -> Self {
        Self {
            at,
            key: None,
            content,
        }
    }

    /// A document without locations.
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
        Self::new(None, content)
    }

    /// The type of the value, for messages.
    pub(super) fn kind(&self) -> &'static str {
        match &self.content {
            Content::Scalar(scalar) => kind_of(scalar),
            Content::List(_) => "a list",
            Content::Map(_) => "a map",
        }
    }

    /// The value without locations.
    pub(super) fn into_json(self) -> Json {
        match self.content {
            Content::Scalar(scalar) => scalar,
            Content::List(items) => items.into_iter().map(Node::into_json).collect(),
            Content::Map(entries) => Json::Object(into_section(entries)),
        }
    }
}

/// The entries without locations.
pub(super) fn into_section(entries: IndexMap<String, Node>) -> serde_json::Map<String, Json> {
    entries
        .into_iter()
        .map(|(key, node)| (key, node.into_json()))
        .collect()
}

/// The type of `value`, for messages.
pub(crate) fn kind_of(value: &Json) -> &'static str {
    match value {
        Json::Null => "null",
        Json::Bool(_) => "a boolean",
        Json::Number(_) => "a number",
        Json::String(_) => "a string",
        Json::Array(_) => "a list",
        Json::Object(_) => "a map",
    }
}

/// The nearest number to a decimal text; `None` if it is not a number or does not fit in 64 bits. The standard library rounds
/// correctly, whereas `serde_json` is sometimes off by one in the last digit.
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

#[cfg(test)]
mod tests {
    use super::SourceLocation;

    #[test]
    fn a_location_and_its_offset_belong_together() {
        let text = "ä\nbcö\n";
        for (offset, line, column) in [(0, 1, 1), (2, 1, 2), (3, 2, 1), (5, 2, 3), (7, 2, 4), (8, 3, 1)] {
            let location = SourceLocation { line, column };
            assert_eq!(SourceLocation::at(text, offset), location);
            assert_eq!(location.offset_in(text), Some(offset));
        }
        assert_eq!(SourceLocation { line: 4, column: 1 }.offset_in(text), None);
    }
}
