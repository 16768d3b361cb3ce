//! Circular dependencies: resources that depend on each other, conditions that are defined by each other.
//!
//! References that never exist at the same time form no cycle: one in the `then` branch and one in the `otherwise` branch
//! of the same condition.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use petgraph::{algo::kosaraju_scc, graphmap::DiGraphMap};

use crate::{
    check::catalog::references::CIRCULAR_DEPENDENCY,
    finding::{Finding, Step, ValuePath},
};

/// A reference from one resource or condition to another.
#[derive(Debug)]
pub(super) struct Edge<'a> {
    pub(super) from: &'a str,
    pub(super) to: &'a str,
    /// The path of the reference within `from`.
    pub(super) path: Vec<Step<'a>>,
    /// The conditions under which the reference exists: name, and whether it must be true or false.
    pub(super) when: Vec<(&'a str, bool)>,
}

/// The cycles among resources.
pub(super) fn resources<'e>(edges: impl Iterator<Item = &'e Edge<'e>>) -> Vec<Finding> {
    let hint =
        "remove one of these references, or move it to a resource of its own (a policy, permission or rule)";
    findings(edges, "Resources", hint)
}

/// The cycles among conditions.
pub(super) fn conditions(edges: &[Edge<'_>]) -> Vec<Finding> {
    findings(edges.iter(), "Conditions", "define one of them without the other")
}

/// The most cycles that are reported for one template.
const MAX_REPORTED: usize = 20;

fn findings<'e>(edges: impl Iterator<Item = &'e Edge<'e>>, section: &str, hint: &str) -> Vec<Finding> {
    let mut components = components(distinct(edges));
    let mut findings = Vec::new();
    while let Some((first, mut component)) = components.pop_first() {
        let Some(cycle) = first_cycle(first, &component) else {
            continue;
        };
        if findings.len() == MAX_REPORTED {
            let message = format!("there are more than {MAX_REPORTED} circular dependencies");
            findings.push(Finding::section(
                section,
                CIRCULAR_DEPENDENCY.found(message, "fix these first"),
            ));
            break;
        }
        let first = cycle[0];
        let names: Vec<&str> = cycle.iter().map(|edge| edge.from).chain([first.from]).collect();
        let steps: Vec<String> = cycle
            .iter()
            .map(|edge| {
                let path = ValuePath::from(edge.path.as_slice());
                format!("`{}` uses `{}` at {path}", edge.from, edge.to)
            })
            .collect();
        let message = format!(
            "circular dependency `{}`: {}",
            names.join(" → "),
            steps.join(", ")
        );
        findings.push(Finding::block(
            section,
            first.from,
            first.path.as_slice(),
            CIRCULAR_DEPENDENCY.found(message, hint),
        ));
        // The component without the reported cycle may still contain others.
        let reported: BTreeSet<&str> = cycle.iter().map(|edge| edge.from).collect();
        component.retain(|edge| !reported.contains(edge.from) && !reported.contains(edge.to));
        components.extend(self::components(component));
    }
    findings
}

/// The edges without repetitions of the same ends and conditions.
fn distinct<'e>(edges: impl Iterator<Item = &'e Edge<'e>>) -> Vec<&'e Edge<'e>> {
    let mut seen = BTreeSet::new();
    edges
        .filter(|edge| seen.insert((edge.from, edge.to, &edge.when)))
        .collect()
}

/// The edges within each strongly connected component, by the first name in the component.
type Components<'e, 'a> = BTreeMap<&'a str, Vec<&'e Edge<'a>>>;

/// Splits a graph into its strongly connected components. Conditions are ignored here.
fn components<'e, 'a>(edges: Vec<&'e Edge<'a>>) -> Components<'e, 'a> {
    let graph: DiGraphMap<&str, ()> = edges.iter().map(|edge| (edge.from, edge.to)).collect();
    let mut first_of = BTreeMap::new();
    // Kosaraju's algorithm, because petgraph's `tarjan_scc` recurses, and a chain of resources may be as long as the template.
    for component in kosaraju_scc(&graph) {
        if let Some(first) = component.iter().min() {
            first_of.extend(component.iter().map(|name| (*name, *first)));
        }
    }
    let mut components = Components::new();
    for edge in edges {
        let first = first_of[edge.from];
        if first == first_of[edge.to] {
            components.entry(first).or_default().push(edge);
        }
    }
    components
}

/// The shortest cycle through the first name of a component that is on a cycle; `None` if the conditions rule out every
/// cycle. Without conditions, `first` is that name.
fn first_cycle<'e, 'a>(first: &str, edges: &[&'e Edge<'a>]) -> Option<Vec<&'e Edge<'a>>> {
    // Every combination of the conditions is tried on every edge. Above these limits that takes too long, and the conditions
    // are ignored.
    const MAX_CONDITIONS: usize = 8;
    const MAX_STEPS: usize = 1 << 22;
    let conditions: BTreeSet<&str> = edges
        .iter()
        .flat_map(|edge| &edge.when)
        .map(|(name, _)| *name)
        .collect();
    let too_many = conditions.len() > MAX_CONDITIONS || edges.len() << conditions.len() > MAX_STEPS;
    if conditions.is_empty() || too_many {
        return shortest_cycle(first, edges);
    }
    (0..1_usize << conditions.len()).find_map(|combination| {
        let is_true = |name: &str| {
            conditions
                .iter()
                .position(|known| *known == name)
                .is_some_and(|i| combination >> i & 1 == 1)
        };
        let exists = |edge: &&&Edge<'a>| {
            edge.when
                .iter()
                .all(|(name, expected)| is_true(name) == *expected)
        };
        let (first, edges) = components(edges.iter().filter(exists).copied().collect()).pop_first()?;
        shortest_cycle(first, &edges)
    })
}

/// The shortest path from `start` back to itself, by breadth-first search.
fn shortest_cycle<'e, 'a>(start: &str, edges: &[&'e Edge<'a>]) -> Option<Vec<&'e Edge<'a>>> {
    let mut outgoing: BTreeMap<&str, Vec<&'e Edge<'a>>> = BTreeMap::new();
    for edge in edges {
        outgoing.entry(edge.from).or_default().push(edge);
    }
    let mut reached_by: BTreeMap<&str, &'e Edge<'a>> = BTreeMap::new();
    let mut queue = VecDeque::from([start]);
    while let Some(node) = queue.pop_front() {
        for edge in outgoing.get(node).into_iter().flatten() {
            if edge.to == start {
                let mut cycle = vec![*edge];
                let mut at = edge.from;
                while at != start {
                    let edge = reached_by[at];
                    cycle.push(edge);
                    at = edge.from;
                }
                cycle.reverse();
                return Some(cycle);
            }
            if !reached_by.contains_key(edge.to) {
                reached_by.insert(edge.to, edge);
                queue.push_back(edge.to);
            }
        }
    }
    None
}
