//! What a check reports: what is wrong, where, and how to fix it.

use std::{collections::BTreeMap, fmt};

use crate::names::LogicalId;

/// One problem of a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The construct's path, `shop/Api/ApiProductsGet`; or the section and name in the template, `Resources/Orders`.
    pub construct: String,
    /// The path within the construct, `Properties.KeySchema[0].KeyType`; empty for the construct as a whole.
    pub property: String,
    /// What is wrong: a lower-case fragment.
    pub message: String,
    /// How to fix it: a lower-case fragment.
    pub hint: Option<String>,
}

impl Problem {
    /// A problem of the resource with this logical ID.
    pub(crate) fn resource(
        logical_id: &str,
        property: impl Into<String>,
        finding: impl Into<Finding>,
    ) -> Self {
        Self::block("Resources", logical_id, property, finding)
    }

    /// A problem of the block `name` of a section.
    pub(crate) fn block(
        section: &str,
        name: &str,
        property: impl Into<String>,
        finding: impl Into<Finding>,
    ) -> Self {
        Self::new(format!("{section}/{name}"), property, finding)
    }

    /// A problem of a section as a whole.
    pub(crate) fn section(section: &str, finding: impl Into<Finding>) -> Self {
        Self::new(section, "", finding)
    }

    /// The logical ID `id` is declared a second time, by `construct`.
    pub(crate) fn duplicate_id(construct: String, id: &LogicalId) -> Self {
        let message = format!("the logical ID `{id}` is already in use");
        Self::new(
            construct,
            "",
            Finding::new(message, "rename one of the two constructs"),
        )
    }

    fn new(construct: impl Into<String>, property: impl Into<String>, finding: impl Into<Finding>) -> Self {
        let Finding { message, hint } = finding.into();
        Self {
            construct: construct.into(),
            property: property.into(),
            message,
            hint,
        }
    }

    /// Replaces the place in the template by the path of the construct that declared the resource.
    pub(crate) fn locate(&mut self, stack: &str, paths: &BTreeMap<String, String>) {
        let Some(id) = self.construct.strip_prefix("Resources/") else {
            return;
        };
        self.construct = paths.get(id).cloned().unwrap_or_else(|| format!("{stack}/{id}"));
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.construct)?;
        if !self.property.is_empty() {
            write!(f, " at {}", self.property)?;
        }
        write!(f, ": {}", self.message)?;
        if let Some(hint) = &self.hint {
            write!(f, "\n  hint: {hint}")?;
        }
        Ok(())
    }
}

/// The problems of a template; at least one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problems(pub Vec<Problem>);

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, problem) in self.0.iter().enumerate() {
            if i > 0 {
                writeln!(f)?;
            }
            problem.fmt(f)?;
        }
        Ok(())
    }
}

impl std::error::Error for Problems {}

/// A problem whose place is not known yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Finding {
    message: String,
    hint: Option<String>,
}

impl Finding {
    pub(crate) fn new(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self {
            message: message.into(),
            hint: Some(hint.into()),
        }
    }
}

/// A finding whose message says how to fix it.
impl From<String> for Finding {
    fn from(message: String) -> Self {
        Self { message, hint: None }
    }
}
