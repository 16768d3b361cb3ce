//! One thing that is wrong with a template: where it is, what it is, and how to fix it.

use std::{collections::BTreeMap, fmt};

use crate::names::LogicalId;

/// One thing that is wrong, where it is and how to fix it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The construct's path, `shop/Api/ApiProductsGet`; the template's section where there is no construct.
    pub construct: String,
    /// The path within the resource, `Properties.KeySchema[0].KeyType`; empty for the resource as a whole.
    pub property: String,
    /// What is wrong, and how to fix it: a lower-case fragment.
    pub message: String,
}

impl Problem {
    /// A problem of the resource with this logical ID.
    pub(crate) fn resource(
        logical_id: &str,
        property: impl Into<String>,
        message: impl Into<String>,
    ) -> Self {
        Self::block("Resources", logical_id, property, message)
    }

    /// A problem of the block `name` of a section.
    pub(crate) fn block(
        section: &str,
        name: &str,
        property: impl Into<String>,
        message: impl Into<String>,
    ) -> Self {
        Self {
            construct: format!("{section}/{name}"),
            property: property.into(),
            message: message.into(),
        }
    }

    /// A problem of a section as a whole.
    pub(crate) fn section(section: &str, message: String) -> Self {
        Self {
            construct: section.to_owned(),
            property: String::new(),
            message,
        }
    }

    pub(crate) fn duplicate(construct: String, id: &LogicalId) -> Self {
        let message = format!("the logical ID `{id}` is taken; give one of the two another name");
        Self {
            construct,
            property: String::new(),
            message,
        }
    }

    /// Puts the construct's path where so far only its place in the template is known.
    pub(crate) fn locate(&mut self, stack: &str, paths: &BTreeMap<String, String>) {
        let Some(section) = self.construct.strip_prefix("Resources/") else {
            return;
        };
        self.construct = paths
            .get(section)
            .cloned()
            .unwrap_or_else(|| format!("{stack}/{section}"));
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.construct)?;
        if !self.property.is_empty() {
            write!(f, " at {}", self.property)?;
        }
        write!(f, ": {}", self.message)
    }
}

/// Everything that is wrong with a template; at least one problem.
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
