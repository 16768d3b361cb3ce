//! Circles: resources that wait for each other, conditions that are defined by each other.
//!
//! References that never hold together make no circle: where two conditional references want a condition true
//! and false, CloudFormation sees only one of them.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::Problem;

/// One thing needs another.
#[derive(Debug)]
pub(super) struct Edge<'a> {
    pub(super) from: &'a str,
    pub(super) to: &'a str,
    /// Where in `from` it says so.
    pub(super) path: String,
    /// The conditions under which it does.
    pub(super) when: Vec<(&'a str, bool)>,
}

/// The circles among resources, each with the way round and how to break it.
pub(super) fn resources<'e>(edges: impl Iterator<Item = &'e Edge<'e>>) -> Vec<Problem> {
    let mend = "take one of these references out, or move it to a resource of its own (a policy, permission or rule)";
    problems(edges, "Resources", mend)
}

/// The circles among conditions.
pub(super) fn conditions(edges: &[Edge<'_>]) -> Vec<Problem> {
    problems(edges.iter(), "Conditions", "define one of them without the other")
}

fn problems<'e>(edges: impl Iterator<Item = &'e Edge<'e>>, section: &str, mend: &str) -> Vec<Problem> {
    let mut remaining: Vec<&Edge<'_>> = edges.collect();
    let mut problems = Vec::new();
    loop {
        remaining = prune(remaining);
        let Some(circle) = find(&remaining) else {
            return problems;
        };
        let first = circle[0];
        let names: Vec<&str> = circle.iter().map(|edge| edge.from).chain([first.from]).collect();
        let steps: Vec<String> = circle
            .iter()
            .map(|edge| format!("`{}` uses `{}` at {}", edge.from, edge.to, edge.path))
            .collect();
        problems.push(Problem {
            construct: format!("{section}/{}", first.from),
            property: first.path.clone(),
            message: format!(
                "circular dependency `{}`: {}; {mend}",
                names.join(" → "),
                steps.join(", ")
            ),
        });
        // One circle a knot: what hangs together is usually mended in one place.
        let told: BTreeSet<&str> = circle.iter().map(|edge| edge.from).collect();
        remaining.retain(|edge| !told.contains(edge.from) && !told.contains(edge.to));
    }
}

/// Takes away, again and again, what nothing leads to or what leads nowhere; what remains lies on or between circles.
fn prune<'e, 'a>(mut edges: Vec<&'e Edge<'a>>) -> Vec<&'e Edge<'a>> {
    loop {
        let before = edges.len();
        edges = without_dead_ends(edges, |edge| edge.from, |edge| edge.to);
        edges = without_dead_ends(edges, |edge| edge.to, |edge| edge.from);
        if edges.len() == before {
            return edges;
        }
    }
}

/// Takes away the edges whose `end` leads on to nothing, and those that lead only to such, in one pass over the graph.
fn without_dead_ends<'e, 'a>(
    edges: Vec<&'e Edge<'a>>,
    start: impl Fn(&Edge<'a>) -> &'a str,
    end: impl Fn(&Edge<'a>) -> &'a str,
) -> Vec<&'e Edge<'a>> {
    let mut ways_on: BTreeMap<&str, usize> = BTreeMap::new();
    let mut arriving: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for edge in &edges {
        *ways_on.entry(start(edge)).or_default() += 1;
        ways_on.entry(end(edge)).or_default();
        arriving.entry(end(edge)).or_default().push(start(edge));
    }
    let mut dead: Vec<&str> = ways_on
        .iter()
        .filter(|(_, ways)| **ways == 0)
        .map(|(node, _)| *node)
        .collect();
    let mut gone: BTreeSet<&str> = BTreeSet::new();
    while let Some(node) = dead.pop() {
        gone.insert(node);
        for before in arriving.get(node).into_iter().flatten() {
            if let Some(ways) = ways_on.get_mut(before) {
                *ways -= 1;
                if *ways == 0 {
                    dead.push(before);
                }
            }
        }
    }
    edges
        .into_iter()
        .filter(|edge| !gone.contains(end(edge)))
        .collect()
}

/// The shortest circle through the first name that lies on one, if the conditions let any exist.
fn find<'e, 'a>(edges: &[&'e Edge<'a>]) -> Option<Vec<&'e Edge<'a>>> {
    // Beyond so many conditions in one knot, their combinations are too many to try, and any circle counts.
    const MOST_CONDITIONS: usize = 8;
    let conditions: BTreeSet<&str> = edges
        .iter()
        .flat_map(|edge| &edge.when)
        .map(|(name, _)| *name)
        .collect();
    if conditions.len() > MOST_CONDITIONS {
        return shortest(edges);
    }
    (0..1_usize << conditions.len()).find_map(|world| {
        let holds = |name: &str| {
            conditions
                .iter()
                .position(|known| *known == name)
                .is_some_and(|i| world >> i & 1 == 1)
        };
        let there = |edge: &&&Edge<'a>| edge.when.iter().all(|(name, wanted)| holds(name) == *wanted);
        shortest(&edges.iter().filter(there).copied().collect::<Vec<_>>())
    })
}

fn shortest<'e, 'a>(edges: &[&'e Edge<'a>]) -> Option<Vec<&'e Edge<'a>>> {
    let edges = prune(edges.to_vec());
    let mut from: BTreeMap<&str, Vec<&'e Edge<'a>>> = BTreeMap::new();
    for edge in &edges {
        from.entry(edge.from).or_default().push(edge);
    }
    from.keys().find_map(|start| way_back(start, &from))
}

/// The shortest way from `start` to itself.
fn way_back<'e, 'a>(start: &str, from: &BTreeMap<&str, Vec<&'e Edge<'a>>>) -> Option<Vec<&'e Edge<'a>>> {
    let mut reached_by: BTreeMap<&str, &'e Edge<'a>> = BTreeMap::new();
    let mut queue = VecDeque::from([start]);
    while let Some(node) = queue.pop_front() {
        for edge in from.get(node).into_iter().flatten() {
            if edge.to == start {
                let mut circle = vec![*edge];
                let mut at = edge.from;
                while at != start {
                    let edge = reached_by[at];
                    circle.push(edge);
                    at = edge.from;
                }
                circle.reverse();
                return Some(circle);
            }
            if !reached_by.contains_key(edge.to) {
                reached_by.insert(edge.to, edge);
                queue.push_back(edge.to);
            }
        }
    }
    None
}
