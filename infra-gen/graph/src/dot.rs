//! Writes a diagram in DOT.

use std::fmt::Write as _;

use crate::{Color, Diagram, Direction, Graph, Line, Node, Shape};

pub(crate) fn write(diagram: &Diagram) -> String {
    let direction = match diagram.direction {
        Direction::Down => "TB",
        Direction::Right => "LR",
    };
    let mut out = Dot(String::new());
    out.line(0, &format!("digraph {} {{", quote(&diagram.label)));
    // `compound` ends edges at the border of a group.
    out.line(
        1,
        &format!(
            "graph [rankdir={direction}, compound=true, style=rounded, fontname=\"Helvetica\", fontsize=11];"
        ),
    );
    out.line(
        1,
        "node [shape=box, style=\"rounded,filled\", fontname=\"Helvetica\", fontsize=11];",
    );
    out.line(
        1,
        "edge [color=\"#59636e\", fontname=\"Helvetica\", fontsize=10];",
    );
    out.graph(&diagram.graph, 1);
    out.line(0, "}");
    out.0
}

struct Dot(String);

impl Dot {
    fn graph(&mut self, graph: &Graph, depth: usize) {
        for node in &graph.nodes {
            self.node(node, depth);
        }
        for edge in &graph.edges {
            let (from, to) = (&graph.nodes[edge.from], &graph.nodes[edge.to]);
            let mut attributes = Vec::new();
            if let Some(label) = &edge.label {
                attributes.push(format!("label={}", quote(label)));
            }
            if edge.line == Line::Dashed {
                attributes.push(format!("style=dashed, color=\"{}\"", Color::Red.light().1));
            }
            for (attribute, node) in [("ltail", from), ("lhead", to)] {
                if matches!(node.shape, Shape::Group(_)) {
                    attributes.push(format!("{attribute}={}", cluster(&node.id)));
                }
            }
            let attributes = match attributes.as_slice() {
                [] => String::new(),
                some => format!(" [{}]", some.join(", ")),
            };
            self.line(
                depth,
                &format!("{} -> {}{attributes};", quote(&from.id), quote(&to.id)),
            );
        }
    }

    fn node(&mut self, node: &Node, depth: usize) {
        let label = [std::slice::from_ref(&node.label), node.details.as_slice()]
            .concat()
            .join("\n");
        let (id, label) = (quote(&node.id), quote(&label));
        let (fill, stroke) = node.color.light();
        let shape = match &node.shape {
            Shape::Group(graphs) => return self.group(node, graphs, depth),
            Shape::Start => "shape=circle, ",
            Shape::End => "shape=doublecircle, ",
            Shape::Box => "",
            Shape::Pill => "shape=oval, ",
            Shape::Decision => "shape=hexagon, ",
        };
        self.line(
            depth,
            &format!("{id} [{shape}label={label}, fillcolor=\"{fill}\", color=\"{stroke}\"];"),
        );
    }

    fn group(&mut self, node: &Node, graphs: &[Graph], depth: usize) {
        self.line(depth, &format!("subgraph {} {{", cluster(&node.id)));
        self.line(depth + 1, &format!("label={};", quote(&node.label)));
        // Edges need a node to start from and lead to.
        self.line(
            depth + 1,
            &format!("{} [shape=point, style=invis];", quote(&node.id)),
        );
        for (index, graph) in graphs.iter().enumerate() {
            if graphs.len() > 1 {
                self.line(
                    depth + 1,
                    &format!("subgraph {} {{", cluster(&format!("{}_{index}", node.id))),
                );
                self.line(depth + 2, "label=\"\";");
                self.graph(graph, depth + 2);
                self.line(depth + 1, "}");
            } else {
                self.graph(graph, depth + 1);
            }
        }
        self.line(depth, "}");
    }

    fn line(&mut self, depth: usize, line: &str) {
        // Writing to a `String` does not fail.
        let _ = writeln!(self.0, "{:width$}{line}", "", width = depth * 2);
    }
}

/// Graphviz frames subgraphs whose names start with `cluster`.
fn cluster(id: &str) -> String {
    quote(&format!("cluster_{id}"))
}

fn quote(text: &str) -> String {
    format!(
        "\"{}\"",
        text.replace('\\', "\\\\")
            .replace('"', "\\\"")
            .replace('\n', "\\n")
    )
}
