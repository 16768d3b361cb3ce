//! An SVG that needs nothing else: no script, no font, no image. It follows the reader's light or dark setting.

use std::fmt::Write as _;

use super::{
    labels::{arrows, caption, title},
    layout::{self, Edge, Graph, Layout, Point, Size},
    text,
};
use crate::{
    model::{Kind, Scope, State},
    state_machine::StateMachine,
};

const NAME: i32 = 14;
const SMALL: i32 = 11;
const MARGIN: i32 = 16;
const PADDING: i32 = 16;
const WIDEST: i32 = 210;
const LINE: i32 = 18;

const STYLE: &str = "\
svg{color-scheme:light dark;--ink:#1f2328;--faint:#59636e;--paper:#fff;--box:#f6f8fa;--task:#ddf4ff;--task-line:#0969da;\
--choice:#fff8c5;--choice-line:#9a6700;--good:#dafbe1;--good-line:#1a7f37;--bad:#ffebe9;--bad-line:#cf222e;--plain:#f6f8fa;--plain-line:#8c959f}\
@media(prefers-color-scheme:dark){svg{--ink:#e6edf3;--faint:#9198a1;--paper:#0d1117;--box:#151b23;--task:#121d2f;--task-line:#4493f8;\
--choice:#272115;--choice-line:#d29922;--good:#12261e;--good-line:#3fb950;--bad:#25171c;--bad-line:#f85149;--plain:#212830;--plain-line:#656c76}}\
text{font:14px system-ui,-apple-system,'Segoe UI',Helvetica,Arial,sans-serif;fill:var(--ink);text-anchor:middle}\
.small{font-size:11px;fill:var(--faint)}.title{font-size:12px;font-weight:600;fill:var(--faint);text-anchor:start}\
.paper{fill:var(--paper)}.box{fill:var(--box);stroke:var(--plain-line)}.lane{fill:none;stroke:var(--plain-line);stroke-dasharray:2 4}\
.task{fill:var(--task);stroke:var(--task-line)}.choice{fill:var(--choice);stroke:var(--choice-line)}\
.good{fill:var(--good);stroke:var(--good-line)}.bad{fill:var(--bad);stroke:var(--bad-line)}.plain{fill:var(--plain);stroke:var(--plain-line)}\
.arrow{fill:none;stroke:var(--faint);stroke-width:1.4}.caught{stroke:var(--bad-line);stroke-dasharray:5 4}\
.dot{fill:var(--ink)}.ring{fill:none;stroke:var(--ink);stroke-width:1.4}.head{fill:var(--faint)}.bad-head{fill:var(--bad-line)}";

/// The machine as an SVG document.
pub fn svg(machine: &StateMachine) -> String {
    let drawing = Drawing::of(&machine.scope, true);
    let width = drawing.size.width + 2 * MARGIN;
    let height = drawing.size.height + 2 * MARGIN;
    let label = machine.comment.as_deref().unwrap_or("State machine");
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" role=\"img\" aria-label=\"{}\">\n\
         <style>{STYLE}</style>\n\
         <defs>{}{}</defs>\n\
         <rect class=\"paper\" width=\"{width}\" height=\"{height}\" rx=\"8\"/>\n",
        escaped(label),
        marker("head", "head"),
        marker("bad-head", "bad-head"),
    );
    drawing.write(&mut out, Point { x: MARGIN, y: MARGIN });
    out.push_str("</svg>\n");
    out
}

fn marker(id: &str, class: &str) -> String {
    format!(
        "<marker id=\"{id}\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"7\" markerHeight=\"7\" orient=\"auto-start-reverse\">\
         <path class=\"{class}\" d=\"M0 0 8 4 0 8z\"/></marker>"
    )
}

/// A scope, laid out.
struct Drawing<'a> {
    nodes: Vec<Node<'a>>,
    arrows: Vec<Drawn>,
    layout: Layout,
    size: Size,
}

struct Drawn {
    label: Option<String>,
    caught: bool,
}

enum Node<'a> {
    Start,
    End,
    State {
        state: &'a State,
        lines: Vec<String>,
        caption: Option<String>,
    },
    Group {
        title: String,
        lanes: Vec<Drawing<'a>>,
    },
}

impl<'a> Drawing<'a> {
    /// `outermost`: with a dot where the scope starts and a ring where it ends.
    fn of(scope: &'a Scope, outermost: bool) -> Self {
        let mut nodes = Vec::new();
        if outermost {
            nodes.push(Node::Start);
        }
        let first = nodes.len();
        nodes.extend(scope.states.iter().map(|(name, state)| Node::of(name, state)));
        let end = nodes.len();
        if outermost {
            nodes.push(Node::End);
        }
        let mut edges = Vec::new();
        let mut drawn = Vec::new();
        if let (true, Some(start)) = (outermost, scope.states.get_index_of(&scope.start_at)) {
            edges.push(Edge {
                from: 0,
                to: first + start,
                label: None,
            });
            drawn.push(Drawn {
                label: None,
                caught: false,
            });
        }
        for (index, (_, state)) in scope.states.iter().enumerate() {
            for arrow in arrows(state) {
                let to = match arrow.to {
                    Some(name) => scope.states.get_index_of(name).map(|to| first + to),
                    None => outermost.then_some(end),
                };
                let Some(to) = to else { continue };
                let label = arrow.label.as_deref().map(|label| Size {
                    width: text::width(label, SMALL) + 8,
                    height: 16,
                });
                edges.push(Edge {
                    from: first + index,
                    to,
                    label,
                });
                drawn.push(Drawn {
                    label: arrow.label,
                    caught: arrow.caught,
                });
            }
        }
        let graph = Graph {
            nodes: nodes.iter().map(Node::size).collect(),
            edges,
        };
        let layout = layout::layout(&graph);
        Self {
            nodes,
            arrows: drawn,
            size: layout.size,
            layout,
        }
    }

    fn write(&self, out: &mut String, at: Point) {
        for (node, place) in self.nodes.iter().zip(&self.layout.places) {
            node.write(
                out,
                Point {
                    x: at.x + place.x,
                    y: at.y + place.y,
                },
            );
        }
        for (arrow, route) in self.arrows.iter().zip(&self.layout.routes) {
            let (class, head) = if arrow.caught {
                ("arrow caught", "bad-head")
            } else {
                ("arrow", "head")
            };
            put(
                out,
                format_args!(
                    "<path class=\"{class}\" marker-end=\"url(#{head})\" d=\"{}\"/>\n",
                    curve(route, at)
                ),
            );
        }
        for (arrow, middle) in self.arrows.iter().zip(&self.layout.labels) {
            if let (Some(label), Some(middle)) = (&arrow.label, middle) {
                let (x, y) = (at.x + middle.x, at.y + middle.y);
                let width = text::width(label, SMALL) + 4;
                put(
                    out,
                    format_args!(
                        "<rect class=\"paper\" x=\"{}\" y=\"{}\" width=\"{width}\" height=\"16\" rx=\"3\"/>",
                        x - width / 2,
                        y - 8
                    ),
                );
                words(out, "small", Point { x, y: y + 4 }, label);
            }
        }
    }
}

impl<'a> Node<'a> {
    fn of(name: &str, state: &'a State) -> Self {
        let scopes: Vec<&Scope> = match &state.kind {
            Kind::Parallel(parallel) => parallel.branches.iter().map(|branch| &branch.scope).collect(),
            Kind::Map(map) => vec![&map.processor.scope],
            _ => {
                let caption = caption(state);
                return Self::State {
                    state,
                    lines: text::lines(name, NAME, WIDEST),
                    caption,
                };
            }
        };
        let lanes = scopes
            .into_iter()
            .map(|scope| Drawing::of(scope, false))
            .collect();
        Self::Group {
            title: title(name, state),
            lanes,
        }
    }

    fn size(&self) -> Size {
        match self {
            Self::Start => Size {
                width: 16,
                height: 16,
            },
            Self::End => Size {
                width: 18,
                height: 18,
            },
            Self::State {
                state,
                lines,
                caption,
            } => {
                let widest = lines
                    .iter()
                    .map(|line| text::width(line, NAME))
                    .max()
                    .unwrap_or_default();
                let caption_width = caption
                    .as_deref()
                    .map_or(0, |caption| text::width(caption, SMALL));
                // The sides of a choice slant.
                let slant = if matches!(state.kind, Kind::Choice(_)) {
                    24
                } else {
                    0
                };
                let count = i32::try_from(lines.len()).unwrap_or(1);
                let height = count * LINE + if caption.is_some() { 15 } else { 0 } + 18;
                Size {
                    width: (widest.max(caption_width) + 28 + slant).max(110),
                    height,
                }
            }
            Self::Group { title, lanes } => {
                let lanes_width: i32 = lanes.iter().map(|lane| lane.size.width + 2 * PADDING).sum();
                let gaps = i32::try_from(lanes.len()).unwrap_or(1) * PADDING;
                let height = lanes
                    .iter()
                    .map(|lane| lane.size.height)
                    .max()
                    .unwrap_or_default();
                Size {
                    width: (lanes_width + gaps + PADDING).max(text::width(title, 12) + 3 * PADDING),
                    height: height + 2 * PADDING + 28 + PADDING,
                }
            }
        }
    }

    fn write(&self, out: &mut String, at: Point) {
        let Size { width, height } = self.size();
        match self {
            Self::Start => put(
                out,
                format_args!(
                    "<circle class=\"dot\" cx=\"{}\" cy=\"{}\" r=\"7\"/>\n",
                    at.x + 8,
                    at.y + 8
                ),
            ),
            Self::End => {
                let (x, y) = (at.x + 9, at.y + 9);
                put(
                    out,
                    format_args!(
                        "<circle class=\"ring\" cx=\"{x}\" cy=\"{y}\" r=\"8\"/><circle class=\"dot\" cx=\"{x}\" cy=\"{y}\" r=\"4\"/>\n"
                    ),
                );
            }
            Self::State {
                state,
                lines,
                caption,
            } => {
                shape(out, state, at, Size { width, height });
                let x = at.x + width / 2;
                let mut y = at.y + 9 + 13;
                for line in lines {
                    words(out, "", Point { x, y }, line);
                    y += LINE;
                }
                if let Some(caption) = caption {
                    words(out, "small", Point { x, y: y - 2 }, caption);
                }
            }
            Self::Group { title, lanes } => {
                put(
                    out,
                    format_args!(
                        "<rect class=\"box\" x=\"{}\" y=\"{}\" width=\"{width}\" height=\"{height}\" rx=\"10\"/>\n",
                        at.x, at.y
                    ),
                );
                words(
                    out,
                    "title",
                    Point {
                        x: at.x + PADDING,
                        y: at.y + 20,
                    },
                    title,
                );
                let inner: i32 = lanes.iter().map(|lane| lane.size.width + 2 * PADDING).sum();
                let gaps = i32::try_from(lanes.len().saturating_sub(1)).unwrap_or_default() * PADDING;
                let mut x = at.x + (width - inner - gaps) / 2;
                for lane in lanes {
                    let lane_width = lane.size.width + 2 * PADDING;
                    let y = at.y + 28;
                    if lanes.len() > 1 {
                        let lane_height = height - 28 - PADDING;
                        put(
                            out,
                            format_args!(
                                "<rect class=\"lane\" x=\"{x}\" y=\"{y}\" width=\"{lane_width}\" height=\"{lane_height}\" rx=\"8\"/>\n"
                            ),
                        );
                    }
                    lane.write(
                        out,
                        Point {
                            x: x + PADDING,
                            y: y + PADDING,
                        },
                    );
                    x += lane_width + PADDING;
                }
            }
        }
    }
}

fn shape(out: &mut String, state: &State, at: Point, size: Size) {
    let Size { width, height } = size;
    let (class, radius) = match &state.kind {
        Kind::Choice(_) => {
            let (left, right, top, bottom) = (at.x, at.x + width, at.y, at.y + height);
            let middle = at.y + height / 2;
            put(
                out,
                format_args!(
                    "<path class=\"choice\" d=\"M{} {top}H{}L{right} {middle} {} {bottom}H{}L{left} {middle}z\"/>\n",
                    left + 16,
                    right - 16,
                    right - 16,
                    left + 16
                ),
            );
            return;
        }
        Kind::Task(_) => ("task", 6),
        Kind::Succeed => ("good", height / 2),
        Kind::Fail(_) => ("bad", 6),
        Kind::Wait(_) => ("plain", height / 2),
        Kind::Pass(_) | Kind::Parallel(_) | Kind::Map(_) => ("plain", 6),
    };
    put(
        out,
        format_args!(
            "<rect class=\"{class}\" x=\"{}\" y=\"{}\" width=\"{width}\" height=\"{height}\" rx=\"{radius}\"/>\n",
            at.x, at.y
        ),
    );
}

/// A smooth line through `route`: it leaves and enters each point upright.
fn curve(route: &[Point], at: Point) -> String {
    let mut path = String::new();
    let mut points = route.iter().map(|point| Point {
        x: at.x + point.x,
        y: at.y + point.y,
    });
    let Some(mut last) = points.next() else {
        return path;
    };
    put(&mut path, format_args!("M{} {}", last.x, last.y));
    // A loop has both ends on the same side of its node.
    if let [one, two] = route
        && one.x == two.x
        && (one.y - two.y).abs() == 16
    {
        let x = last.x + 34;
        put(
            &mut path,
            format_args!(
                "C{x} {} {x} {} {} {}",
                last.y - 6,
                last.y + 22,
                last.x,
                last.y + 16
            ),
        );
        return path;
    }
    for point in points {
        if point.x == last.x {
            put(&mut path, format_args!("V{}", point.y));
        } else {
            let middle = i32::midpoint(last.y, point.y);
            put(
                &mut path,
                format_args!(
                    "C{} {middle} {} {middle} {} {}",
                    last.x, point.x, point.x, point.y
                ),
            );
        }
        last = point;
    }
    path
}

fn words(out: &mut String, class: &str, at: Point, text: &str) {
    let class = if class.is_empty() {
        String::new()
    } else {
        format!(" class=\"{class}\"")
    };
    put(
        out,
        format_args!(
            "<text{class} x=\"{}\" y=\"{}\">{}</text>\n",
            at.x,
            at.y,
            escaped(text)
        ),
    );
}

fn put(out: &mut String, text: std::fmt::Arguments<'_>) {
    // Writing to a text does not fail.
    let _ = out.write_fmt(text);
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}
