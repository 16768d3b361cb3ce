//! Writes a diagram as a Mermaid flowchart.

use std::fmt::Write as _;

use crate::{Color, Diagram, Direction, Graph, Line, Node, Shape};

pub(crate) fn write(diagram: &Diagram) -> String {
    let direction = match diagram.direction {
        Direction::Down => "TD",
        Direction::Right => "LR",
    };
    let mut out = Flowchart {
        text: format!("flowchart {direction}\n"),
        colors: Vec::new(),
    };
    out.graph(&diagram.graph, 1);
    out.colors.sort_unstable();
    out.colors.dedup();
    for color in std::mem::take(&mut out.colors) {
        let (fill, stroke) = color.light();
        out.line(
            1,
            &format!(
                "classDef {} fill:{fill},stroke:{stroke},color:#1f2328",
                color.name()
            ),
        );
    }
    out.text
}

struct Flowchart {
    text: String,
    /// The colors of the nodes so far.
    colors: Vec<Color>,
}

impl Flowchart {
    fn graph(&mut self, graph: &Graph, depth: usize) {
        for node in &graph.nodes {
            self.node(node, depth);
        }
        for edge in &graph.edges {
            let (from, to) = (id(&graph.nodes[edge.from]), id(&graph.nodes[edge.to]));
            let arrow = match edge.line {
                Line::Solid => "-->",
                Line::Dashed => "-.->",
            };
            let label = edge
                .label
                .as_deref()
                .map(|label| format!("|\"{}\"|", escape(label)));
            self.line(
                depth,
                &format!("{from} {arrow}{} {to}", label.unwrap_or_default()),
            );
        }
    }

    fn node(&mut self, node: &Node, depth: usize) {
        let mut label = escape(&node.label);
        if !node.details.is_empty() {
            let details: Vec<String> = node.details.iter().map(|detail| escape(detail)).collect();
            let _ = write!(label, "<br><small>{}</small>", details.join("<br>"));
        }
        let (open, close) = match &node.shape {
            Shape::Group(graphs) => return self.group(node, graphs, depth),
            Shape::Start => ("((", "))"),
            Shape::End => ("(((", ")))"),
            Shape::Box => ("[", "]"),
            Shape::Pill => ("([", "])"),
            Shape::Decision => ("{{", "}}"),
        };
        self.colors.push(node.color);
        let color = node.color.name();
        self.line(depth, &format!("{}{open}\"{label}\"{close}:::{color}", id(node)));
    }

    fn group(&mut self, node: &Node, graphs: &[Graph], depth: usize) {
        self.line(
            depth,
            &format!("subgraph {} [\"{}\"]", id(node), escape(&node.label)),
        );
        // Without this, Mermaid turns the group and stacks its graphs.
        self.line(depth + 1, "direction TB");
        for (index, graph) in graphs.iter().enumerate() {
            if graphs.len() > 1 {
                self.line(depth + 1, &format!("subgraph {}_{index} [\" \"]", id(node)));
                self.line(depth + 2, "direction TB");
                self.graph(graph, depth + 2);
                self.line(depth + 1, "end");
            } else {
                self.graph(graph, depth + 1);
            }
        }
        self.line(depth, "end");
    }

    fn line(&mut self, depth: usize, line: &str) {
        // Writing to a `String` does not fail.
        let _ = writeln!(self.text, "{:width$}{line}", "", width = depth * 2);
    }
}

/// The node's ID; with an underscore if Mermaid reads the word as a keyword.
fn id(node: &Node) -> String {
    const KEYWORDS: [&str; 9] = [
        "call",
        "class",
        "click",
        "default",
        "end",
        "flowchart",
        "graph",
        "style",
        "subgraph",
    ];
    let id = &node.id;
    if KEYWORDS.contains(&id.as_str()) {
        format!("{id}_")
    } else {
        id.clone()
    }
}

/// Mermaid reads HTML and Markdown in labels. HTML entities keep both out; on edges, Mermaid shows its own kind
/// (`#gt;`) undecoded.
fn escape(text: &str) -> String {
    let mut escaped = String::new();
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '"' => escaped.push_str("&quot;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '#' => escaped.push_str("&num;"),
            '`' => escaped.push_str("&grave;"),
            '*' => escaped.push_str("&ast;"),
            '_' => escaped.push_str("&lowbar;"),
            c => escaped.push(c),
        }
    }
    escaped
}
