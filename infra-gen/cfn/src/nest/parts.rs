//! Where the seams are.
//!
//! The resources beside the root's are put in an order in which each comes after what it needs, so that a stack only
//! needs those before it, and cut into runs. A cut is where a resource's name says so, not after so many resources: one
//! that is added or taken away shifts its own run's end at most, and the runs after it start where they did.

use std::collections::BTreeSet;

use super::graph::Graph;
use crate::template::Template;

/// The resources of a template, divided.
pub(super) struct Parts<'a> {
    /// What stays in the root.
    pub(super) root: BTreeSet<&'a str>,
    /// The nested stacks' resources; a part needs the root's and those of parts before it.
    pub(super) nested: Vec<Vec<&'a str>>,
}

/// Divides the resources into stacks of `most` at most.
pub(super) fn divide(template: &Template, most: usize) -> Parts<'_> {
    let graph = Graph::of(template);
    let root = graph.root();
    let mut nested = Vec::new();
    let mut part: Vec<&str> = Vec::new();
    for id in graph.others(&root) {
        // A part needs to be neither full nor small: half of the room is left for it to grow in.
        let may_end = part.len() >= most / 4 && ends_a_part(id, most);
        if may_end || part.len() >= most {
            nested.push(std::mem::take(&mut part));
        }
        part.push(id);
    }
    if !part.is_empty() {
        nested.push(part);
    }
    Parts { root, nested }
}

/// Whether a part ends before this resource: of the resources that may end one, one in a quarter of a stack's does.
fn ends_a_part(id: &str, most: usize) -> bool {
    let every = (most / 4).max(1) as u64;
    fnv_1a(id.as_bytes()).is_multiple_of(every)
}

/// A hash that is the same on every machine and in every version of Rust.
/// <https://datatracker.ietf.org/doc/html/draft-eastlake-fnv>
fn fnv_1a(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    })
}
