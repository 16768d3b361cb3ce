//! The rules that checks enforce, as data: `infra-gen rules` lists them.

use std::{borrow::Cow, fmt};

/// A rule that a check enforces. Two rules with the same ID are the same rule.
#[derive(Debug)]
pub struct Rule {
    /// The ID, in kebab case: `unknown-property`. It does not change, because suppressions name it.
    pub id: &'static str,
    /// The severity of a finding.
    pub severity: Severity,
    /// The documents to which the rule applies.
    pub scope: Scope,
    /// What breaks the rule, in one line: a noun phrase.
    pub summary: &'static str,
    /// Why it matters: what AWS does, in complete sentences.
    pub explanation: &'static str,
    /// The page of AWS that states the rule.
    pub source: &'static str,
    /// A document that breaks the rule.
    pub bad: Example,
    /// A similar document without findings.
    pub good: &'static str,
}

impl PartialEq for Rule {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl Eq for Rule {}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id)
    }
}

/// How bad a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// AWS accepts the document, but it probably does not do what its author expects.
    Warning,
    /// CloudFormation or the service refuses the document, when it is deployed or before; or, for [`Scope::Stack`], this
    /// library does.
    Error,
}

impl Severity {
    /// `error` or `warning`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The documents to which a rule applies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scope {
    /// Any template.
    Template,
    /// Stacks written in Rust. AWS accepts what such a rule forbids, but the result does not work or grants too much. Other
    /// templates may have their reasons, or be one of several stacks. These rules are errors: a policy of this library.
    Stack,
    /// State machine definitions in Amazon States Language, in files and in templates.
    StateMachine,
}

/// A document that breaks a rule.
#[derive(Debug, Clone, Copy)]
pub enum Example {
    /// The text.
    Text(&'static str),
    /// A document that is too long to show.
    Built {
        /// What the document is: `a template with 201 parameters`.
        description: &'static str,
        /// Returns the text.
        build: fn() -> String,
    },
}

impl Example {
    /// The document.
    pub fn text(&self) -> Cow<'static, str> {
        match self {
            Self::Text(text) => Cow::Borrowed(text),
            Self::Built { build, .. } => Cow::Owned(build()),
        }
    }
}
