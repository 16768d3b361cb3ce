//! Writes a diagram as SVG.

use std::fmt::Write as _;

use crate::{
    Color, Diagram, Direction, Edge, Graph, Line, Node, Shape,
    layout::{self, Layout, Link, Point, Size},
    text,
};

/// The size and line height of a node's name.
const NAME: (i32, i32) = (14, 18);
/// The size and line height of its details, and of the labels of edges.
const SMALL: (i32, i32) = (12, 16);
const TITLE: i32 = 13;
const HEADING: i32 = 40;
/// Around the drawing.
const MARGIN: i32 = 20;
/// Within groups.
const PADDING: i32 = 16;
/// Below the title of a group.
const TITLE_BAR: i32 = 28;
/// Text in a node breaks at this width.
const WIDEST: i32 = 250;
const NARROWEST: i32 = 110;

/// Everything but the colors.
const STYLE: &str = "\
svg{color-scheme:light dark}\
text{font:14px system-ui,-apple-system,'Segoe UI',Helvetica,Arial,sans-serif;text-anchor:middle}\
.small{font-size:12px}.title{font-size:13px;font-weight:600;text-anchor:start}\
.heading{font-size:18px;font-weight:600;text-anchor:start}\
.lane{fill:none;stroke-dasharray:2 4}\
.edge{fill:none;stroke-width:1.4}.dashed{stroke-dasharray:5 4}.ring{fill:none;stroke-width:1.4}";

/// The colors on a light or a dark background.
struct Scheme {
    ink: &'static str,
    faint: &'static str,
    paper: &'static str,
    /// Fill and stroke of nodes.
    nodes: fn(Color) -> (&'static str, &'static str),
}

const LIGHT: Scheme = Scheme {
    ink: "#1f2328",
    faint: "#59636e",
    paper: "#fff",
    nodes: Color::light,
};

const DARK: Scheme = Scheme {
    ink: "#e6edf3",
    faint: "#9198a1",
    paper: "#0d1117",
    nodes: Color::dark,
};

impl Scheme {
    /// The rules for all colored classes. No variables, because librsvg and other converters do not know them.
    fn rules(&self) -> String {
        let Self {
            ink,
            faint,
            paper,
            nodes,
        } = self;
        let (gray, red) = (nodes(Color::Gray).1, nodes(Color::Red).1);
        let mut rules = format!(
            "text{{fill:{ink}}}.small,.title,.dot,.head{{fill:{faint}}}.paper{{fill:{paper}}}.lane{{stroke:{gray}}}\
             .edge,.ring{{stroke:{faint}}}.dashed{{stroke:{red}}}.dashed-head{{fill:{red}}}"
        );
        for color in Color::ALL {
            let (name, (fill, stroke)) = (color.name(), nodes(color));
            // Writing to a `String` does not fail.
            let _ = write!(rules, ".{name}{{fill:{fill};stroke:{stroke}}}");
        }
        rules
    }
}

pub(crate) fn write(diagram: &Diagram) -> String {
    let drawing = Drawing::new(&diagram.graph, diagram.direction);
    let top = MARGIN + diagram.heading.as_ref().map_or(0, |_| HEADING);
    let width = drawing.layout.size.width + 2 * MARGIN;
    let height = drawing.layout.size.height + top + MARGIN;
    let mut out = Svg(String::new());
    out.line(format_args!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" role=\"img\" aria-label=\"{}\">",
        escape(&diagram.label)
    ));
    out.line(format_args!("<style>{}</style>", style()));
    out.line(format_args!(
        "<defs>{}{}</defs>",
        marker("head"),
        marker("dashed-head")
    ));
    out.line(format_args!(
        "<rect class=\"paper\" width=\"{width}\" height=\"{height}\" rx=\"8\"/>"
    ));
    if let Some(heading) = &diagram.heading {
        out.text(
            "heading",
            Point {
                x: MARGIN,
                y: MARGIN + 16,
            },
            heading,
        );
    }
    drawing.write(&mut out, Point { x: MARGIN, y: top });
    out.0 + "</svg>\n"
}

fn style() -> String {
    format!(
        "{STYLE}{}@media(prefers-color-scheme:dark){{{}}}",
        LIGHT.rules(),
        DARK.rules()
    )
}

fn marker(name: &str) -> String {
    format!(
        "<marker id=\"{name}\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"7\" markerHeight=\"7\" orient=\"auto\">\
         <path class=\"{name}\" d=\"M0 0 8 4 0 8z\"/></marker>"
    )
}

/// A graph with a position for everything in it.
struct Drawing<'a> {
    nodes: Vec<Sized<'a>>,
    edges: &'a [Edge],
    layout: Layout,
    direction: Direction,
}

/// A node with its text broken into lines, or its graphs laid out.
struct Sized<'a> {
    node: &'a Node,
    name: Vec<String>,
    details: Vec<String>,
    lanes: Vec<Drawing<'a>>,
    size: Size,
}

impl<'a> Drawing<'a> {
    fn new(graph: &'a Graph, direction: Direction) -> Self {
        let mut nodes: Vec<Sized<'_>> = graph
            .nodes
            .iter()
            .map(|node| Sized::new(node, direction))
            .collect();
        if direction == Direction::Right {
            let widest = nodes.iter().map(|node| node.size.width).max().unwrap_or_default();
            for node in &mut nodes {
                node.size.width = widest;
            }
        }
        let sizes: Vec<Size> = nodes.iter().map(|node| node.size).collect();
        let links = graph.edges.iter().map(|edge| Link {
            from: edge.from,
            to: edge.to,
            label: edge.label.as_deref().map(|label| Size {
                width: text::width(label, SMALL.0) + 8,
                height: SMALL.1,
            }),
        });
        let links: Vec<Link> = links.collect();
        Self {
            layout: layout::layout(&sizes, &links, direction),
            nodes,
            edges: &graph.edges,
            direction,
        }
    }

    fn write(&self, out: &mut Svg, at: Point) {
        for (node, corner) in self.nodes.iter().zip(&self.layout.corners) {
            node.write(out, at.plus(*corner));
        }
        for (edge, route) in self.edges.iter().zip(&self.layout.routes) {
            let (class, head) = match edge.line {
                Line::Solid => ("edge", "head"),
                Line::Dashed => ("edge dashed", "dashed-head"),
            };
            let path = if edge.from == edge.to {
                let (corner, size) = (self.layout.corners[edge.from], self.nodes[edge.from].size);
                let (x, y) = (at.x + corner.x + size.width, at.y + corner.y + size.height / 2);
                format!(
                    "M{x} {}C{} {} {} {} {x} {}",
                    y - 8,
                    x + 34,
                    y - 14,
                    x + 34,
                    y + 14,
                    y + 8
                )
            } else {
                self.curve(route, at)
            };
            out.line(format_args!(
                "<path class=\"{class}\" marker-end=\"url(#{head})\" d=\"{path}\"{}",
                edge.title
                    .as_deref()
                    .map_or_else(|| "/>".to_owned(), |text| format!(">{}</path>", title(text)))
            ));
        }
        for (edge, center) in self.edges.iter().zip(&self.layout.labels) {
            if let (Some(label), Some(center)) = (&edge.label, center) {
                let Point { x, y } = at.plus(*center);
                let (width, height) = (text::width(label, SMALL.0) + 4, SMALL.1);
                let (left, top) = (x - width / 2, y - height / 2);
                out.line(format_args!(
                    "<rect class=\"paper\" x=\"{left}\" y=\"{top}\" width=\"{width}\" height=\"{height}\" rx=\"3\"/>"
                ));
                let title = edge.title.as_deref().map(title).unwrap_or_default();
                out.line(format_args!(
                    "<text class=\"small\" x=\"{x}\" y=\"{}\">{title}{}</text>",
                    y + 4,
                    escape(label)
                ));
            }
        }
    }

    /// A smooth line through `route` that passes each point in the direction of the diagram.
    fn curve(&self, route: &[Point], at: Point) -> String {
        let mut path = String::new();
        let mut last: Option<Point> = None;
        for point in route {
            let Point { x, y } = at.plus(*point);
            let _ = match (last, self.direction) {
                (None, _) => write!(path, "M{x} {y}"),
                (Some(last), _) if last.x == x => write!(path, "V{y}"),
                (Some(last), _) if last.y == y => write!(path, "H{x}"),
                (Some(last), Direction::Down) => {
                    let middle = i32::midpoint(last.y, y);
                    write!(path, "C{} {middle} {x} {middle} {x} {y}", last.x)
                }
                (Some(last), Direction::Right) => {
                    let middle = i32::midpoint(last.x, x);
                    write!(path, "C{middle} {} {middle} {y} {x} {y}", last.y)
                }
            };
            last = Some(Point { x, y });
        }
        path
    }
}

impl<'a> Sized<'a> {
    fn new(node: &'a Node, direction: Direction) -> Self {
        let lanes: Vec<Drawing<'_>> = match &node.shape {
            Shape::Group(graphs) => graphs
                .iter()
                .map(|graph| Drawing::new(graph, direction))
                .collect(),
            _ => Vec::new(),
        };
        let details = node
            .details
            .iter()
            .flat_map(|detail| text::lines(detail, SMALL.0, WIDEST));
        let mut sized = Self {
            node,
            name: text::lines(&node.label, NAME.0, WIDEST),
            details: details.collect(),
            lanes,
            size: Size::default(),
        };
        sized.size = match &node.shape {
            Shape::Start | Shape::End => Size {
                width: 18,
                height: 18,
            },
            Shape::Group(_) => sized.group_size(),
            shape => {
                let names = sized.name.iter().map(|line| text::width(line, NAME.0));
                let details = sized.details.iter().map(|line| text::width(line, SMALL.0));
                let widest = names.chain(details).max().unwrap_or_default();
                // The sides of a hexagon slant.
                let sides = if *shape == Shape::Decision { 52 } else { 28 };
                Size {
                    width: (widest + sides).max(NARROWEST),
                    height: to_i32(sized.name.len()) * NAME.1 + to_i32(sized.details.len()) * SMALL.1 + 18,
                }
            }
        };
        sized
    }

    fn group_size(&self) -> Size {
        let lanes = self.lanes.iter().map(|lane| lane.layout.size);
        let width: i32 = lanes.clone().map(|lane| lane.width + 3 * PADDING).sum();
        let height = lanes.map(|lane| lane.height).max().unwrap_or_default();
        Size {
            width: (width + PADDING).max(text::width(&self.node.label, TITLE) + 3 * PADDING),
            height: TITLE_BAR + height + 3 * PADDING,
        }
    }

    fn write(&self, out: &mut Svg, at: Point) {
        let Size { width, height } = self.size;
        let Point { x: left, y: top } = at;
        let color = self.node.color.name();
        let mut rect = |radius: i32| {
            out.line(format_args!(
                "<rect class=\"{color}\" x=\"{left}\" y=\"{top}\" width=\"{width}\" height=\"{height}\" rx=\"{radius}\"/>"
            ));
        };
        match &self.node.shape {
            Shape::Start | Shape::End => {
                let (x, y) = (left + 9, top + 9);
                if self.node.shape == Shape::Start {
                    out.line(format_args!(
                        "<circle class=\"dot\" cx=\"{x}\" cy=\"{y}\" r=\"8\"/>"
                    ));
                } else {
                    out.line(format_args!(
                        "<circle class=\"ring\" cx=\"{x}\" cy=\"{y}\" r=\"8\"/><circle class=\"dot\" cx=\"{x}\" cy=\"{y}\" r=\"4\"/>"
                    ));
                }
                return;
            }
            Shape::Group(_) => {
                rect(10);
                self.write_lanes(out, at);
                return;
            }
            Shape::Box => rect(6),
            Shape::Pill => rect(height / 2),
            Shape::Decision => {
                let (right, bottom, middle) = (left + width, top + height, top + height / 2);
                let (inner_left, inner_right) = (left + 16, right - 16);
                out.line(format_args!(
                    "<path class=\"{color}\" d=\"M{inner_left} {top}H{inner_right}L{right} {middle} {inner_right} {bottom}H{inner_left}L{left} {middle}z\"/>"
                ));
            }
        }
        let x = left + width / 2;
        let mut y = top + 22;
        for line in &self.name {
            out.text("", Point { x, y }, line);
            y += NAME.1;
        }
        y -= 2;
        for line in &self.details {
            out.text("small", Point { x, y }, line);
            y += SMALL.1;
        }
    }

    /// The title of a group, and its graphs from left to right.
    fn write_lanes(&self, out: &mut Svg, at: Point) {
        let title = at.plus(Point { x: PADDING, y: 20 });
        out.text("title", title, &self.node.label);
        let lanes_width: i32 = self
            .lanes
            .iter()
            .map(|lane| lane.layout.size.width + 3 * PADDING)
            .sum();
        let height = self.size.height - TITLE_BAR - PADDING;
        let mut left = at.x + i32::midpoint(self.size.width - lanes_width, PADDING);
        let top = at.y + TITLE_BAR;
        for lane in &self.lanes {
            let width = lane.layout.size.width + 2 * PADDING;
            if self.lanes.len() > 1 {
                out.line(format_args!(
                    "<rect class=\"lane\" x=\"{left}\" y=\"{top}\" width=\"{width}\" height=\"{height}\" rx=\"8\"/>"
                ));
            }
            lane.write(
                out,
                Point {
                    x: left + PADDING,
                    y: top + PADDING,
                },
            );
            left += width + PADDING;
        }
    }
}

impl Point {
    const fn plus(self, other: Self) -> Self {
        Self {
            x: self.x + other.x,
            y: self.y + other.y,
        }
    }
}

struct Svg(String);

impl Svg {
    fn line(&mut self, line: std::fmt::Arguments<'_>) {
        let _ = writeln!(self.0, "{line}");
    }

    fn text(&mut self, class: &str, Point { x, y }: Point, text: &str) {
        let class = if class.is_empty() {
            String::new()
        } else {
            format!(" class=\"{class}\"")
        };
        self.line(format_args!(
            "<text{class} x=\"{x}\" y=\"{y}\">{}</text>",
            escape(text)
        ));
    }
}

/// A tooltip.
fn title(text: &str) -> String {
    format!("<title>{}</title>", escape(text))
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

fn to_i32(count: usize) -> i32 {
    i32::try_from(count).unwrap_or(i32::MAX)
}
