//! Which resource is there before which.

use std::collections::{BTreeMap, BTreeSet};

use super::circles::Edge;

/// What each resource needs: what it refers to, and what it waits for.
pub(super) struct Needs<'a>(BTreeMap<&'a str, BTreeSet<&'a str>>);

impl<'a> Needs<'a> {
    pub(super) fn of(edges: &[Edge<'a>]) -> Self {
        let mut needs: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for edge in edges {
            needs.entry(edge.from).or_default().insert(edge.to);
        }
        Self(needs)
    }

    /// All that is there before the resource is made.
    pub(super) fn all_of(&self, id: &str) -> BTreeSet<&'a str> {
        let direct = |id: &str| self.0.get(id).into_iter().flatten().copied();
        let mut all = BTreeSet::new();
        let mut open: Vec<&str> = direct(id).collect();
        while let Some(next) = open.pop() {
            if all.insert(next) {
                open.extend(direct(next));
            }
        }
        all
    }
}
