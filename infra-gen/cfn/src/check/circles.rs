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
    let hint = "take one of these references out, or move it to a resource of its own (a policy, permission or rule)";
    problems(edges, "Resources", hint)
}

/// The circles among conditions.
pub(super) fn conditions(edges: &[Edge<'_>]) -> Vec<Problem> {
    problems(edges.iter(), "Conditions", "define one of them without the other")
}

/// The most circles reported at once.
const MOST_TOLD: usize = 20;

fn problems<'e>(edges: impl Iterator<Item = &'e Edge<'e>>, section: &str, hint: &str) -> Vec<Problem> {
    let mut knots = knots(distinct(edges));
    let mut problems = Vec::new();
    while let Some((first, mut knot)) = knots.pop_first() {
        let Some(circle) = find(first, &knot) else {
            continue;
        };
        if problems.len() == MOST_TOLD {
            let message =
                format!("there are more circular dependencies than these {MOST_TOLD}; fix these first");
            problems.push(Problem::section(section, message));
            break;
        }
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
                "circular dependency `{}`: {}; {hint}",
                names.join(" → "),
                steps.join(", ")
            ),
        });
        // What is left of the knot without these may be one still, or several.
        let told: BTreeSet<&str> = circle.iter().map(|edge| edge.from).collect();
        knot.retain(|edge| !told.contains(edge.from) && !told.contains(edge.to));
        knots.extend(self::knots(knot));
    }
    problems
}

/// The edges, the first of those that say the same.
fn distinct<'e>(edges: impl Iterator<Item = &'e Edge<'e>>) -> Vec<&'e Edge<'e>> {
    let mut seen = BTreeSet::new();
    edges
        .filter(|edge| seen.insert((edge.from, edge.to, &edge.when)))
        .collect()
}

/// Edges that hang together, by the first of their names: from each of these names a way leads to each other, and back.
type Knots<'e, 'a> = BTreeMap<&'a str, Vec<&'e Edge<'a>>>;

/// The knots in a graph, conditions aside. The way of finding them is Kosaraju's, without recursion: a chain of resources
/// may be as long as the template.
fn knots<'e, 'a>(edges: Vec<&'e Edge<'a>>) -> Knots<'e, 'a> {
    let ends = edges.iter().flat_map(|edge| [edge.from, edge.to]);
    let names: Vec<&str> = ends.collect::<BTreeSet<&str>>().into_iter().collect();
    let numbers: BTreeMap<&str, usize> = names
        .iter()
        .enumerate()
        .map(|(number, name)| (*name, number))
        .collect();
    let ends: Vec<(usize, usize)> = edges
        .iter()
        .map(|edge| (numbers[edge.from], numbers[edge.to]))
        .collect();
    let (mut ways, mut back) = (vec![Vec::new(); names.len()], vec![Vec::new(); names.len()]);
    for (from, to) in &ends {
        ways[*from].push(*to);
        back[*to].push(*from);
    }
    let mut seen = vec![false; names.len()];
    let mut finished = Vec::new();
    for start in 0..names.len() {
        visit(start, &ways, &mut seen, &mut finished);
    }
    let mut seen = vec![false; names.len()];
    let mut first_of_knot = vec![0; names.len()];
    for start in finished.into_iter().rev() {
        let mut knot = Vec::new();
        visit(start, &back, &mut seen, &mut knot);
        if let Some(first) = knot.iter().min().copied() {
            for member in knot {
                first_of_knot[member] = first;
            }
        }
    }
    let mut knots = Knots::new();
    for (edge, (from, to)) in edges.into_iter().zip(ends) {
        let first = first_of_knot[from];
        if first == first_of_knot[to] {
            knots.entry(names[first]).or_default().push(edge);
        }
    }
    knots
}

/// Adds what can be reached from `start` and was not seen before, each after those that it leads to.
fn visit(start: usize, ways: &[Vec<usize>], seen: &mut [bool], finished: &mut Vec<usize>) {
    if std::mem::replace(&mut seen[start], true) {
        return;
    }
    let mut path = vec![(start, ways[start].iter())];
    while let Some((node, ways_on)) = path.last_mut() {
        let node = *node;
        if let Some(next) = ways_on.find(|next| !std::mem::replace(&mut seen[**next], true)) {
            path.push((*next, ways[*next].iter()));
        } else {
            finished.push(node);
            path.pop();
        }
    }
}

/// The shortest circle through the first name in a knot that lies on one, if the conditions let any exist. `first` is the
/// first name where there are none.
fn find<'e, 'a>(first: &str, edges: &[&'e Edge<'a>]) -> Option<Vec<&'e Edge<'a>>> {
    // Beyond so many conditions in one knot, or so many edges looked at with each of their combinations, it is too much to
    // try, and any circle counts.
    const MOST_CONDITIONS: usize = 8;
    const MOST_EDGES: usize = 1 << 22;
    let conditions: BTreeSet<&str> = edges
        .iter()
        .flat_map(|edge| &edge.when)
        .map(|(name, _)| *name)
        .collect();
    let too_many = conditions.len() > MOST_CONDITIONS || edges.len() << conditions.len() > MOST_EDGES;
    if conditions.is_empty() || too_many {
        return way_back(first, edges);
    }
    (0..1_usize << conditions.len()).find_map(|world| {
        let holds = |name: &str| {
            conditions
                .iter()
                .position(|known| *known == name)
                .is_some_and(|i| world >> i & 1 == 1)
        };
        let there = |edge: &&&Edge<'a>| edge.when.iter().all(|(name, wanted)| holds(name) == *wanted);
        let (first, edges) = knots(edges.iter().filter(there).copied().collect()).pop_first()?;
        way_back(first, &edges)
    })
}

/// The shortest way from `start` to itself.
fn way_back<'e, 'a>(start: &str, edges: &[&'e Edge<'a>]) -> Option<Vec<&'e Edge<'a>>> {
    let mut from: BTreeMap<&str, Vec<&'e Edge<'a>>> = BTreeMap::new();
    for edge in edges {
        from.entry(edge.from).or_default().push(edge);
    }
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
