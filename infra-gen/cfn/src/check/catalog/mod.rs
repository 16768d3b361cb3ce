//! The rules that the checks enforce: a table of rules per check, with the same name as the check's module.
//!
//! A rule says what it refuses, why, and where AWS says so, and has two examples. The tests of this module check that the
//! first one breaks the rule and that the second has no findings.

pub(crate) mod document;
pub(super) mod duplicate_names;
pub(super) mod dynamic_references;
pub(super) mod limits;
pub(super) mod nested_parameters;
pub(super) mod parameters;
pub(super) mod policies;
pub(super) mod properties;
pub(super) mod references;
pub(super) mod sections;
pub(super) mod serverless;
pub(super) mod services;
pub(super) mod stack;
pub(super) mod suppressions;
pub(super) mod types;
pub(super) mod unknown_keys;

#[cfg(test)]
mod tests;

use crate::finding::Rule;

static TABLES: [&[&Rule]; 15] = [
    &document::RULES,
    &limits::RULES,
    &parameters::RULES,
    &unknown_keys::RULES,
    &types::RULES,
    &references::RULES,
    &sections::RULES,
    &properties::RULES,
    &policies::RULES,
    &duplicate_names::RULES,
    &dynamic_references::RULES,
    &serverless::RULES,
    &nested_parameters::RULES,
    &stack::RULES,
    &suppressions::RULES,
];

/// The rules for templates and stacks, sorted by ID. Those for state machines are in `infra-gen-asl`.
pub fn rules() -> Vec<&'static Rule> {
    let tables = TABLES.iter().chain(&services::RULES);
    let mut rules: Vec<&Rule> = tables.flat_map(|table| table.iter().copied()).collect();
    rules.sort_by_key(|rule| rule.id);
    rules
}
