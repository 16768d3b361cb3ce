//! Describes a state machine as a diagram: states by type and name, what a task calls, the conditions of choices,
//! caught errors, and branches and item processors as groups.

mod labels;

use infra_gen_graph::{Color, Diagram, Direction, Edge, Graph, Line, Node, Shape};

use self::labels::{arrows, caption, shorten, title};
use crate::model::{Kind, Machine, Scope, State};

pub(crate) fn diagram(machine: &Machine) -> Diagram {
    Diagram {
        label: machine
            .comment
            .clone()
            .unwrap_or_else(|| "State machine".to_owned()),
        heading: None,
        direction: Direction::Down,
        graph: Ids(0).graph(&machine.scope, true),
    }
}

/// Numbers the states: names may have any characters, and states in different scopes may share one.
struct Ids(usize);

impl Ids {
    /// The states of a scope, and the arrows between them. Only the outermost scope has a start and an end: in a group,
    /// the first state is the one without an arrow to it, and the last one has no arrow from it.
    fn graph(&mut self, scope: &Scope, outermost: bool) -> Graph {
        let mut graph = Graph::default();
        if outermost {
            graph
                .nodes
                .push(Node::new("start", "start", Shape::Start, Color::Gray));
        }
        let first = graph.nodes.len();
        let states = scope.states.iter().map(|(name, state)| self.node(name, state));
        graph.nodes.extend(states);
        let end = graph.nodes.len();
        if outermost {
            graph
                .nodes
                .push(Node::new("stop", "end", Shape::End, Color::Gray));
        }
        let position = |name: &str| scope.states.get_index_of(name).map(|index| first + index);
        if let Some(start_at) = position(&scope.start_at).filter(|_| outermost) {
            graph.edges.push(Edge::new(0, start_at));
        }
        for (state, from) in scope.states.values().zip(first..) {
            for arrow in arrows(state) {
                let to = arrow.to.map_or(outermost.then_some(end), position);
                let label = arrow.label.as_deref().map(shorten);
                graph.edges.extend(to.map(|to| Edge {
                    from,
                    to,
                    title: arrow.label.filter(|full| label.as_ref() != Some(full)),
                    label,
                    line: if arrow.caught { Line::Dashed } else { Line::Solid },
                }));
            }
        }
        graph
    }

    fn node(&mut self, name: &str, state: &State) -> Node {
        let id = format!("s{}", self.0);
        self.0 += 1;
        let (shape, color) = match &state.kind {
            Kind::Parallel(parallel) => {
                let branches = parallel
                    .branches
                    .iter()
                    .map(|branch| self.graph(&branch.scope, false));
                let shape = Shape::Group(branches.collect());
                return Node::new(id, title(name, state), shape, Color::Gray);
            }
            Kind::Map(map) => {
                let shape = Shape::Group(vec![self.graph(&map.processor.scope, false)]);
                return Node::new(id, title(name, state), shape, Color::Gray);
            }
            Kind::Choice(_) => (Shape::Decision, Color::Yellow),
            Kind::Wait(_) => (Shape::Pill, Color::Gray),
            Kind::Succeed => (Shape::Pill, Color::Green),
            Kind::Fail(_) => (Shape::Box, Color::Red),
            Kind::Task(_) => (Shape::Box, Color::Blue),
            Kind::Pass(_) => (Shape::Box, Color::Gray),
        };
        Node::new(id, name, shape, color).with_details(caption(state))
    }
}
