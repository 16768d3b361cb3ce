//! A whole definition, and the scopes in it.

use indexmap::IndexMap;

use crate::model::{Kind, QueryLanguage, State};

/// A state machine's definition.
#[derive(Debug, Clone, PartialEq)]
pub struct Machine {
    /// A comment.
    pub comment: Option<String>,
    /// The language's version; `1.0` is the only one.
    pub version: Option<String>,
    /// The query language of states that do not set their own; default: JSONPath.
    pub query_language: Option<QueryLanguage>,
    /// The timeout of an execution.
    pub timeout_seconds: Option<u64>,
    /// Its states.
    pub scope: Scope,
}

impl Machine {
    /// The query language of states that do not set their own.
    pub fn language(&self) -> QueryLanguage {
        self.query_language.unwrap_or_default()
    }

    /// The state with this name, also in a branch or an item processor.
    pub fn state(&self, name: &str) -> Option<&State> {
        self.scope.find(name).map(|(_, state)| state)
    }
}

/// States that can refer to each other, and the first of them. Each branch of a Parallel state and each item processor of a
/// Map state is a separate scope.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Scope {
    /// The name of the first state.
    pub start_at: String,
    /// The states by name, in the order of the definition.
    pub states: IndexMap<String, State>,
}

impl Scope {
    /// The state with this name, here or in a nested scope.
    pub(crate) fn find(&self, name: &str) -> Option<(&str, &State)> {
        if let Some((name, state)) = self.states.get_key_value(name) {
            return Some((name, state));
        }
        self.states.values().find_map(|state| match &state.kind {
            Kind::Parallel(parallel) => parallel
                .branches
                .iter()
                .find_map(|branch| branch.scope.find(name)),
            Kind::Map(map) => map.processor.scope.find(name),
            _ => None,
        })
    }
}

/// One branch of a Parallel state.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Branch {
    /// A comment.
    pub comment: Option<String>,
    /// Its states.
    pub scope: Scope,
}
