//! Which resources are created before which.

use std::collections::{BTreeMap, BTreeSet};

use super::cycles::Edge;

/// The direct dependencies of each resource: by a reference or by `DependsOn`.
pub(super) struct Dependencies<'a>(BTreeMap<&'a str, BTreeSet<&'a str>>);

impl<'a> Dependencies<'a> {
    pub(super) fn new(edges: &[Edge<'a>]) -> Self {
        let mut direct: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for edge in edges {
            direct.entry(edge.from).or_default().insert(edge.to);
        }
        Self(direct)
    }

    /// Every resource that is created before `id`: its dependencies, their dependencies, and so on.
    pub(super) fn transitive(&self, id: &str) -> BTreeSet<&'a str> {
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
