//! A whole definition, and the scopes within it: states that name one another.

use indexmap::IndexMap;

use crate::model::{QueryLanguage, State};

/// A state machine's definition.
#[derive(Debug, Clone, PartialEq)]
pub struct Machine {
    /// What it is for.
    pub comment: Option<String>,
    /// The language's version; `1.0` is the only one.
    pub version: Option<String>,
    /// How its states handle data, unless one says otherwise; JSONPath when absent.
    pub query_language: Option<QueryLanguage>,
    /// How long an execution may take as a whole.
    pub timeout_seconds: Option<u64>,
    /// Its states.
    pub scope: Scope,
}

impl Machine {
    /// The query language of the states that do not name their own.
    pub fn language(&self) -> QueryLanguage {
        self.query_language.unwrap_or_default()
    }
}

/// States that may name one another, and the one that runs first. A branch of a Parallel state and the processor of a
/// Map state are scopes of their own.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Scope {
    /// The name of the first state.
    pub start_at: String,
    /// The states by name, in the order they were written.
    pub states: IndexMap<String, State>,
}

/// One branch of a Parallel state.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Branch {
    /// What it is for.
    pub comment: Option<String>,
    /// Its states.
    pub scope: Scope,
}
