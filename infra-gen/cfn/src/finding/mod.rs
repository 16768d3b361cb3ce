//! What a check reports: the rule that is broken, where, how, and how to fix it.
//!
//! The checks of templates and those of state machines (`infra-gen-asl`) share these types.

mod path;
mod rule;

use std::{collections::BTreeMap, fmt};

use crate::{check::catalog::document::DUPLICATE_KEY, names::LogicalId, template::SourceLocation};

pub(crate) use path::Step;
pub use path::{FindingPath, Segment, ValuePath};
pub use rule::{Example, Rule, Scope, Severity};

/// One place where a document breaks a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The rule that is broken.
    pub rule: &'static Rule,
    /// The severity; by default that of the rule.
    pub severity: Severity,
    /// The value that breaks the rule.
    pub path: FindingPath,
    /// The location of that value in the text; `None` unless the document was read from text.
    pub location: Option<SourceLocation>,
    /// What is wrong: a lower-case fragment.
    pub message: String,
    /// How to fix it: a lower-case fragment.
    pub hint: Option<String>,
}

impl Finding {
    /// A finding at `path`.
    pub fn new(path: FindingPath, found: Unplaced) -> Self {
        let Unplaced { rule, message, hint } = found;
        Self {
            rule,
            severity: rule.severity,
            path,
            location: None,
            message,
            hint,
        }
    }

    /// A finding in the resource with this logical ID.
    pub fn resource(logical_id: &str, path: impl Into<ValuePath>, found: Unplaced) -> Self {
        Self::block("Resources", logical_id, path, found)
    }

    /// A finding in the block `name` of a section.
    pub fn block(section: &str, name: &str, path: impl Into<ValuePath>, found: Unplaced) -> Self {
        Self::new(FindingPath::block(section, name, path), found)
    }

    /// A finding about a section as a whole.
    pub fn section(section: &str, found: Unplaced) -> Self {
        Self::new(FindingPath::section(section), found)
    }

    /// The logical ID `id` is declared a second time, by `construct`.
    pub(crate) fn duplicate_id(construct: String, id: &LogicalId) -> Self {
        let message = format!("the logical ID `{id}` is already in use");
        let found = DUPLICATE_KEY.found(message, "rename one of the two constructs");
        let mut finding = Self::resource(id.as_str(), "", found);
        finding.path.construct = Some(construct);
        finding
    }

    /// Sets the path of the construct that declared the resource.
    pub(crate) fn locate(&mut self, stack: &str, paths: &BTreeMap<String, String>) {
        let path = &mut self.path;
        let (Some("Resources"), Some(id), None) = (path.section.as_deref(), &path.name, &path.construct)
        else {
            return;
        };
        path.construct = Some(paths.get(id).cloned().unwrap_or_else(|| format!("{stack}/{id}")));
    }
}

impl fmt::Display for Finding {
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

/// The findings of a document.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[must_use]
pub struct Findings(pub Vec<Finding>);

impl Findings {
    /// Whether at least one finding is an error.
    pub fn has_errors(&self) -> bool {
        self.0.iter().any(|finding| finding.severity == Severity::Error)
    }

    /// # Errors
    /// All findings, warnings included, if at least one of them is an error.
    pub fn into_result(self) -> Result<(), Self> {
        if self.has_errors() { Err(self) } else { Ok(()) }
    }
}

impl fmt::Display for Findings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, finding) in self.0.iter().enumerate() {
            if i > 0 {
                writeln!(f)?;
            }
            finding.fmt(f)?;
        }
        Ok(())
    }
}

impl std::error::Error for Findings {}

/// A finding whose place is not known yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unplaced {
    rule: &'static Rule,
    message: String,
    hint: Option<String>,
}

impl Rule {
    /// The rule is broken: what is wrong, and how to fix it.
    pub fn found(&'static self, message: impl Into<String>, hint: impl Into<String>) -> Unplaced {
        Unplaced {
            rule: self,
            message: message.into(),
            hint: Some(hint.into()),
        }
    }

    /// The rule is broken, and the message says how to fix it.
    pub fn found_without_hint(&'static self, message: impl Into<String>) -> Unplaced {
        Unplaced {
            rule: self,
            message: message.into(),
            hint: None,
        }
    }
}
