//! Clauses taken apart into grants, one a principal, an action and a resource.
//!
//! A clause of a hundred actions on a hundred resources is ten thousand grants, so a grant holds numbers of
//! [words](Words) and no text.

use std::collections::BTreeSet;

use super::{GrantEffect, grants::Clause};

/// The most grants of both templates together. IAM takes some ten thousand characters of policies for a role, which say
/// far less.
const MOST_GRANTS: usize = 400_000;

/// One thing that somebody may or must not do, by the numbers of the words that say it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Grant {
    pub(super) principal: u32,
    pub(super) effect: GrantEffect,
    pub(super) action: u32,
    pub(super) resource: u32,
    pub(super) condition: u32,
}

/// What a template lets be done.
pub(super) struct Apart {
    pub(super) grants: BTreeSet<Grant>,
    /// The clauses that are too large to be taken apart.
    pub(super) whole: BTreeSet<Clause>,
}

impl Apart {
    /// Takes apart the clauses of `most` grants at most.
    pub(super) fn of(clauses: &[Clause], most: usize, words: &Words<'_>) -> Self {
        let mut apart = Self {
            grants: BTreeSet::new(),
            whole: BTreeSet::new(),
        };
        for clause in clauses {
            if size(clause) > most {
                apart.whole.insert(in_order(clause));
                continue;
            }
            let numbers =
                |said: &[String]| -> Vec<u32> { said.iter().map(|word| words.number(word)).collect() };
            let (actions, resources) = (numbers(&clause.actions), numbers(&clause.resources));
            let condition = words.number(&clause.condition);
            for principal in numbers(&clause.principals) {
                for &action in &actions {
                    apart.grants.extend(resources.iter().map(|&resource| Grant {
                        principal,
                        effect: clause.effect,
                        action,
                        resource,
                        condition,
                    }));
                }
            }
        }
        apart
    }
}

/// The size up to which clauses are taken apart, the same for the old and the new ones, so that what is equal stays so.
pub(super) fn largest<'a>(clauses: impl Iterator<Item = &'a Clause>) -> usize {
    let mut sizes: Vec<usize> = clauses.map(size).collect();
    sizes.sort_unstable();
    let mut sum = 0_usize;
    for size in sizes {
        sum = sum.saturating_add(size);
        if sum > MOST_GRANTS {
            // What is one grant is none the larger for being taken apart.
            return (size - 1).max(1);
        }
    }
    usize::MAX
}

fn size(clause: &Clause) -> usize {
    [&clause.principals, &clause.actions, &clause.resources]
        .iter()
        .fold(1, |size: usize, said| size.saturating_mul(said.len()))
}

/// The clause in one order: none of its lists has one that says anything.
fn in_order(clause: &Clause) -> Clause {
    let mut clause = clause.clone();
    for said in [&mut clause.principals, &mut clause.actions, &mut clause.resources] {
        said.sort_unstable();
        said.dedup();
    }
    clause
}

/// Everything that clauses say, numbered in the order of the alphabet.
pub(super) struct Words<'a>(Vec<&'a str>);

impl<'a> Words<'a> {
    pub(super) fn of(clauses: impl Iterator<Item = &'a Clause>) -> Self {
        let mut words: Vec<&str> = vec![EVERYONE, NO_CONDITION];
        for clause in clauses {
            let lists = [&clause.principals, &clause.actions, &clause.resources];
            words.extend(lists.into_iter().flatten().map(String::as_str));
            words.push(&clause.condition);
        }
        words.sort_unstable();
        words.dedup();
        Self(words)
    }

    pub(super) fn text(&self, number: u32) -> &'a str {
        self.0[number as usize]
    }

    /// The number of a word that some clause says, or of one that is always there.
    pub(super) fn number(&self, word: &str) -> u32 {
        let place = self.0.binary_search(&word).expect("every word was collected");
        u32::try_from(place).expect("a template has fewer words than that")
    }
}

/// The principal that is anybody.
pub(super) const EVERYONE: &str = "everyone";

/// The condition of what holds always.
pub(super) const NO_CONDITION: &str = "";

#[cfg(test)]
mod tests {
    use super::{Apart, Clause, GrantEffect, MOST_GRANTS, Words, largest};

    fn clause(actions: usize, resources: usize) -> Clause {
        let words = |word: &str, of| (0..of).map(|number| format!("{word}{number}")).collect();
        Clause {
            principals: vec!["Role".to_owned()],
            effect: GrantEffect::Allow,
            actions: words("s3:Get", actions),
            resources: words("bucket", resources),
            condition: String::new(),
        }
    }

    #[track_caller]
    fn check(clauses: &[Clause], grants: usize, whole: usize) {
        let words = Words::of(clauses.iter());
        let apart = Apart::of(clauses, largest(clauses.iter()), &words);
        assert_eq!((apart.grants.len(), apart.whole.len()), (grants, whole));
    }

    #[test]
    fn what_policies_say_is_taken_apart() {
        check(&[clause(3, 4), clause(1, 1)], 12, 0);
    }

    #[test]
    fn only_what_is_too_large_stays_whole() {
        check(&[clause(3, 4), clause(MOST_GRANTS, 2)], 12, 1);
        // However much else there is.
        check(
            &[clause(1, 1), clause(MOST_GRANTS, 1), clause(1, MOST_GRANTS)],
            1,
            2,
        );
    }
}
