//! Why a text is no template: where, what, and how to fix it.

use std::fmt;

use crate::template::node::Place;

/// Why a text is no template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParseError {
    /// Where in the text; none where the document came without one.
    pub place: Option<Place>,
    /// Where in the document, `Resources.Orders.Type`; empty for the whole.
    pub path: String,
    /// What is wrong, and how to fix it: a lower-case fragment.
    pub message: String,
}

impl ParseError {
    pub(super) fn new(place: impl Into<Option<Place>>, message: impl Into<String>) -> Self {
        Self {
            place: place.into(),
            path: String::new(),
            message: message.into(),
        }
    }

    /// The same error of the entry at `path`.
    pub(super) fn within(mut self, path: &str) -> Self {
        path.clone_into(&mut self.path);
        self
    }
}

impl fmt::Display for ParseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(place) = self.place {
            write!(f, "{place}: ")?;
        }
        if !self.path.is_empty() {
            write!(f, "{}: ", self.path)?;
        }
        f.write_str(&self.message)
    }
}

impl std::error::Error for ParseError {}
