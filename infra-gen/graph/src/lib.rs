//! Diagrams of nodes and edges, written as SVG, Mermaid or DOT.
//!
//! A [`Diagram`] says what to draw; its three methods write it. The crate does not know what the nodes stand for:
//! workflows and stacks are described as diagrams in their own crates.
//!
//! ```
//! use infra_gen_graph::{Color, Diagram, Direction, Edge, Graph, Node, Shape};
//!
//! let diagram = Diagram {
//!     label: "Orders".to_owned(),
//!     heading: None,
//!     direction: Direction::Right,
//!     graph: Graph {
//!         nodes: vec![
//!             Node::new("create", "create_order", Shape::Box, Color::Yellow),
//!             Node::new("orders", "orders", Shape::Box, Color::Green).with_details(["DynamoDB Table"]),
//!         ],
//!         edges: vec![Edge::new(0, 1).with_label("writes")],
//!     },
//! };
//! assert!(diagram.to_mermaid().contains(r#"create -->|"writes"| orders"#));
//! assert!(diagram.to_dot().contains(r#""create" -> "orders" [label="writes"]"#));
//! assert!(diagram.to_svg().starts_with("<svg "));
//! ```
//!
//! The output depends on nothing but the diagram, so a drawing can be checked in and compared. The writers use no font
//! metrics, no clock and no floating-point numbers.

mod dot;
mod layout;
mod mermaid;
mod svg;
mod text;

/// What to draw.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagram {
    /// The name for screen readers in SVG, and the name of the graph in DOT.
    pub label: String,
    /// A title above the drawing. Only SVG shows it.
    pub heading: Option<String>,
    /// Where edges lead.
    pub direction: Direction,
    /// The nodes and edges.
    pub graph: Graph,
}

/// Where most edges of a diagram lead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// From top to bottom.
    Down,
    /// From left to right. All nodes get the same width.
    Right,
}

/// Nodes and the edges between them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Graph {
    /// The nodes. Edges refer to them by position.
    pub nodes: Vec<Node>,
    /// The edges. Both ends are nodes of this graph.
    pub edges: Vec<Edge>,
}

/// A node.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// ASCII letters, digits and underscores; unique in the diagram. SVG does not show it.
    pub id: String,
    /// The name in the node.
    pub label: String,
    /// Smaller lines below the name.
    pub details: Vec<String>,
    /// Its outline.
    pub shape: Shape,
    /// Its color.
    pub color: Color,
}

/// The outline of a node.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shape {
    /// A dot. SVG does not show the label.
    Start,
    /// A ring. SVG does not show the label.
    End,
    /// A rectangle.
    Box,
    /// A rectangle with round ends.
    Pill,
    /// A hexagon.
    Decision,
    /// A frame around graphs that stand side by side.
    Group(Vec<Graph>),
}

/// The color of a node. Each has a light and a dark variant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Color {
    /// Gray.
    Gray,
    /// Blue.
    Blue,
    /// Yellow.
    Yellow,
    /// Purple.
    Purple,
    /// Green.
    Green,
    /// Red.
    Red,
}

/// An edge between two nodes of a graph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edge {
    /// The position of the first node.
    pub from: usize,
    /// The position of the second node.
    pub to: usize,
    /// The text on the edge.
    pub label: Option<String>,
    /// A longer text, which SVG shows as a tooltip.
    pub title: Option<String>,
    /// How the edge is drawn.
    pub line: Line,
}

/// How an edge is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Line {
    /// A solid line.
    Solid,
    /// A dashed line; red in SVG and DOT.
    Dashed,
}

impl Diagram {
    /// A self-contained SVG document: no script, no font, no image. Its colors follow the reader's light or dark
    /// setting.
    pub fn to_svg(&self) -> String {
        svg::write(self)
    }

    /// A Mermaid flowchart, which GitHub draws in a fenced block of the language `mermaid`.
    pub fn to_mermaid(&self) -> String {
        mermaid::write(self)
    }

    /// A graph in DOT, the language of Graphviz.
    pub fn to_dot(&self) -> String {
        dot::write(self)
    }
}

impl Node {
    /// A node without details.
    pub fn new(id: impl Into<String>, label: impl Into<String>, shape: Shape, color: Color) -> Self {
        Self {
            id: id.into(),
            label: label.into(),
            details: Vec::new(),
            shape,
            color,
        }
    }

    /// Adds smaller lines below the name.
    #[must_use]
    pub fn with_details(mut self, details: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.details.extend(details.into_iter().map(Into::into));
        self
    }
}

impl Edge {
    /// A solid edge without a label.
    pub const fn new(from: usize, to: usize) -> Self {
        Self {
            from,
            to,
            label: None,
            title: None,
            line: Line::Solid,
        }
    }

    /// Puts a text on the edge.
    #[must_use]
    pub fn with_label(mut self, label: impl Into<String>) -> Self {
        self.label = Some(label.into());
        self
    }
}

impl Color {
    const ALL: [Self; 6] = [
        Self::Gray,
        Self::Blue,
        Self::Yellow,
        Self::Purple,
        Self::Green,
        Self::Red,
    ];

    const fn name(self) -> &'static str {
        match self {
            Self::Gray => "gray",
            Self::Blue => "blue",
            Self::Yellow => "yellow",
            Self::Purple => "purple",
            Self::Green => "green",
            Self::Red => "red",
        }
    }

    /// Fill and stroke on a light background.
    const fn light(self) -> (&'static str, &'static str) {
        match self {
            Self::Gray => ("#f6f8fa", "#8c959f"),
            Self::Blue => ("#ddf4ff", "#0969da"),
            Self::Yellow => ("#fff8c5", "#9a6700"),
            Self::Purple => ("#fbefff", "#8250df"),
            Self::Green => ("#dafbe1", "#1a7f37"),
            Self::Red => ("#ffebe9", "#cf222e"),
        }
    }

    /// Fill and stroke on a dark background.
    const fn dark(self) -> (&'static str, &'static str) {
        match self {
            Self::Gray => ("#212830", "#656c76"),
            Self::Blue => ("#121d2f", "#4493f8"),
            Self::Yellow => ("#272115", "#d29922"),
            Self::Purple => ("#1e1630", "#ab7df8"),
            Self::Green => ("#12261e", "#3fb950"),
            Self::Red => ("#25171c", "#f85149"),
        }
    }
}

#[cfg(test)]
mod tests;
