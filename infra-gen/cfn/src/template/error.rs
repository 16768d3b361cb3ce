//! Why a text is not a template.

use std::fmt;

use crate::{
    check::catalog::document::INVALID_DOCUMENT,
    finding::{Finding, FindingPath, Rule, Unplaced, ValuePath},
    template::{json::Lines, node::SourceLocation, without_byte_order_mark},
};

/// Why a text is not a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParseError {
    /// The rule that is broken.
    pub rule: &'static Rule,
    /// The location in the text; `None` if the document was not read from text.
    pub location: Option<SourceLocation>,
    /// The path in the document, `Resources.Orders.Type`; empty for the whole document.
    pub path: String,
    /// What is wrong: a lower-case fragment.
    pub message: String,
    /// How to fix it: a lower-case fragment.
    pub hint: Option<String>,
}

impl ParseError {
    pub(super) fn new(location: impl Into<Option<SourceLocation>>, message: impl Into<String>) -> Self {
        Self {
            rule: &INVALID_DOCUMENT,
            location: location.into(),
            path: String::new(),
            message: message.into(),
            hint: None,
        }
    }

    /// What does not stop the reader.
    pub(super) fn remark(found: Unplaced, location: Option<SourceLocation>, path: String) -> Self {
        let finding = Finding::new(FindingPath::default(), found);
        Self {
            rule: finding.rule,
            location,
            path,
            message: finding.message,
            hint: finding.hint,
        }
    }

    /// The same error with a hint.
    pub(super) fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// Whether the text does not follow the syntax of JSON.
    pub(super) fn is_json_syntax(&self) -> bool {
        self.rule == &INVALID_DOCUMENT && self.message.starts_with("invalid JSON")
    }

    /// Changes the column, which counts bytes of `text`, to count characters.
    pub(super) fn count_characters(&mut self, text: &str) {
        let lines = Lines::new(without_byte_order_mark(text));
        self.location = self.location.map(|location| lines.in_characters(location));
    }

    /// The same error as a violation of another rule.
    pub(super) fn rule(mut self, rule: &'static Rule) -> Self {
        self.rule = rule;
        self
    }

    /// The same error with a path in the document.
    pub(super) fn within(mut self, path: &str) -> Self {
        path.clone_into(&mut self.path);
        self
    }
}

impl fmt::Display for ParseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(location) = self.location {
            write!(f, "{location}: ")?;
        }
        if !self.path.is_empty() {
            write!(f, "{}: ", self.path)?;
        }
        f.write_str(&self.message)?;
        if let Some(hint) = &self.hint {
            write!(f, "\n  hint: {hint}")?;
        }
        Ok(())
    }
}

impl std::error::Error for ParseError {}

impl From<ParseError> for Finding {
    fn from(error: ParseError) -> Self {
        let (section, block) = match error.path.split_once('.') {
            Some((section, block)) => (section, Some(block)),
            None => (error.path.as_str(), None),
        };
        let value_of = |block: &str| block.find(['.', '[']).unwrap_or(block.len());
        let path = FindingPath {
            construct: None,
            section: (!section.is_empty()).then(|| section.to_owned()),
            name: block.map(|block| block[..value_of(block)].to_owned()),
            value: block.map_or_else(ValuePath::default, |block| block[value_of(block)..].into()),
        };
        Self {
            rule: error.rule,
            severity: error.rule.severity,
            path,
            location: error.location,
            message: error.message,
            hint: error.hint,
        }
    }
}
