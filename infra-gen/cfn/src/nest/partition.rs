//! Decides which resource goes to which stack.
//!
//! The resources outside the root are ordered so that each comes after its dependencies, and the order is cut into parts.
//! So a part depends on earlier parts only. A cut is made at certain names, not after a certain number of resources: adding
//! or removing a resource changes the end of one part at most, and the later parts keep their resources.

use std::{collections::BTreeSet, hash::Hasher as _};

use fnv::FnvHasher;

use super::graph::Graph;
use crate::template::Template;

/// The resources of a template by stack.
pub(super) struct Partition<'a> {
    /// The resources that stay in the root.
    pub(super) root: BTreeSet<&'a str>,
    /// The resources of each nested stack. A part depends on the root and on earlier parts only.
    pub(super) nested: Vec<Vec<&'a str>>,
}

/// Divides the resources into stacks of at most `max`.
pub(super) fn partition(template: &Template, max: usize) -> Partition<'_> {
    let graph = Graph::new(template);
    let root = graph.root();
    let mut nested = Vec::new();
    let mut part: Vec<&str> = Vec::new();
    for id in graph.others(&root) {
        // Parts need not be full. On average half of the space is left, so that a part can grow.
        let may_end = part.len() >= max / 4 && is_boundary(id, max);
        if may_end || part.len() >= max {
            nested.push(std::mem::take(&mut part));
        }
        part.push(id);
    }
    if !part.is_empty() {
        nested.push(part);
    }
    Partition { root, nested }
}

/// Whether a part ends before this resource. On average, one in `max / 4` resources is such a boundary.
fn is_boundary(id: &str, max: usize) -> bool {
    let every = (max / 4).max(1) as u64;
    // FNV-1a is the same on every machine and in every version of Rust.
    let mut hasher = FnvHasher::default();
    hasher.write(id.as_bytes());
    hasher.finish().is_multiple_of(every)
}
