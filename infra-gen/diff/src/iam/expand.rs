//! Expands policy statements into grants, one per principal, action and resource.
//!
//! A statement with a hundred actions on a hundred resources is ten thousand grants, so a grant consists of interned
//! [symbols](SymbolTable), not of text.

use std::collections::BTreeSet;

use super::statements::PolicyStatement;
use crate::model::GrantEffect;

/// The maximum number of grants of both templates together. IAM accepts about ten thousand characters of policies per role,
/// which are far fewer grants.
const MAX_GRANTS: usize = 400_000;

/// A single permission; its parts are symbols.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Grant {
    pub(super) principal: u32,
    pub(super) effect: GrantEffect,
    pub(super) action: u32,
    pub(super) resource: u32,
    pub(super) condition: u32,
}

/// The permissions of a template.
pub(super) struct ExpandedGrants {
    pub(super) grants: BTreeSet<Grant>,
    /// The statements that are too large to expand.
    pub(super) unexpanded: BTreeSet<PolicyStatement>,
}

impl ExpandedGrants {
    /// Expands the statements of at most `max_size` grants.
    pub(super) fn new(statements: &[PolicyStatement], max_size: usize, symbols: &SymbolTable<'_>) -> Self {
        let mut expanded = Self {
            grants: BTreeSet::new(),
            unexpanded: BTreeSet::new(),
        };
        for statement in statements {
            if size(statement) > max_size {
                expanded.unexpanded.insert(sorted(statement));
                continue;
            }
            let intern =
                |texts: &[String]| -> Vec<u32> { texts.iter().map(|text| symbols.symbol(text)).collect() };
            let (actions, resources) = (intern(&statement.actions), intern(&statement.resources));
            let condition = symbols.symbol(&statement.condition);
            for principal in intern(&statement.principals) {
                for &action in &actions {
                    expanded.grants.extend(resources.iter().map(|&resource| Grant {
                        principal,
                        effect: statement.effect,
                        action,
                        resource,
                        condition,
                    }));
                }
            }
        }
        expanded
    }
}

/// The size up to which statements are expanded. It is the same for the old and the new statements, so that equal ones
/// stay equal.
pub(super) fn max_statement_size<'a>(statements: impl Iterator<Item = &'a PolicyStatement>) -> usize {
    let mut sizes: Vec<usize> = statements.map(size).collect();
    sizes.sort_unstable();
    let mut sum = 0_usize;
    for size in sizes {
        sum = sum.saturating_add(size);
        if sum > MAX_GRANTS {
            // A single grant is always expanded.
            return (size - 1).max(1);
        }
    }
    usize::MAX
}

fn size(statement: &PolicyStatement) -> usize {
    [&statement.principals, &statement.actions, &statement.resources]
        .iter()
        .fold(1, |size: usize, list| size.saturating_mul(list.len()))
}

/// The statement with its lists sorted, because their order is not significant.
fn sorted(statement: &PolicyStatement) -> PolicyStatement {
    let mut statement = statement.clone();
    for list in [
        &mut statement.principals,
        &mut statement.actions,
        &mut statement.resources,
    ] {
        list.sort_unstable();
        list.dedup();
    }
    statement
}

/// The texts of all statements. A symbol is the index of a text in alphabetical order.
pub(super) struct SymbolTable<'a>(Vec<&'a str>);

impl<'a> SymbolTable<'a> {
    pub(super) fn new(statements: impl Iterator<Item = &'a PolicyStatement>) -> Self {
        let mut texts: Vec<&str> = vec![EVERYONE, NO_CONDITION];
        for statement in statements {
            let lists = [&statement.principals, &statement.actions, &statement.resources];
            texts.extend(lists.into_iter().flatten().map(String::as_str));
            texts.push(&statement.condition);
        }
        texts.sort_unstable();
        texts.dedup();
        Self(texts)
    }

    pub(super) fn text(&self, symbol: u32) -> &'a str {
        self.0[symbol as usize]
    }

    /// The symbol of a text of a statement, or of a predefined text.
    pub(super) fn symbol(&self, text: &str) -> u32 {
        let index = self.0.binary_search(&text).expect("every text was collected");
        u32::try_from(index).expect("a template has fewer texts than that")
    }
}

/// The principal `*`.
pub(super) const EVERYONE: &str = "everyone";

/// The condition of an unconditional grant.
pub(super) const NO_CONDITION: &str = "";

#[cfg(test)]
mod tests {
    use super::{ExpandedGrants, GrantEffect, MAX_GRANTS, PolicyStatement, SymbolTable, max_statement_size};

    fn statement(actions: usize, resources: usize) -> PolicyStatement {
        let texts = |prefix: &str, count| (0..count).map(|number| format!("{prefix}{number}")).collect();
        PolicyStatement {
            principals: vec!["Role".to_owned()],
            effect: GrantEffect::Allow,
            actions: texts("s3:Get", actions),
            resources: texts("bucket", resources),
            condition: String::new(),
        }
    }

    #[track_caller]
    fn check(statements: &[PolicyStatement], grants: usize, unexpanded: usize) {
        let symbols = SymbolTable::new(statements.iter());
        let max_size = max_statement_size(statements.iter());
        let expanded = ExpandedGrants::new(statements, max_size, &symbols);
        assert_eq!(
            (expanded.grants.len(), expanded.unexpanded.len()),
            (grants, unexpanded)
        );
    }

    #[test]
    fn statements_are_expanded() {
        check(&[statement(3, 4), statement(1, 1)], 12, 0);
    }

    #[test]
    fn only_statements_that_are_too_large_are_not_expanded() {
        check(&[statement(3, 4), statement(MAX_GRANTS, 2)], 12, 1);
        // Small statements are expanded even if the others are too large.
        check(
            &[
                statement(1, 1),
                statement(MAX_GRANTS, 1),
                statement(1, MAX_GRANTS),
            ],
            1,
            2,
        );
    }
}
