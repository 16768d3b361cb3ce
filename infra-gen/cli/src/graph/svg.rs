//! The picture as an SVG that needs nothing else: no script, no font, no image. It follows the reader's light or dark
//! setting.

use std::fmt::Write as _;

use super::groups::{Group, Member, Picture};
use super::layers::{self, Graph, Layout, Measures, Point};

const MARGIN: i32 = 24;
const TITLE: i32 = 44;
const PADDING: i32 = 12;
const LINE: i32 = 16;
/// How wide a box is at least.
const NARROWEST: i32 = 250;
/// How wide a character of a name is at most, on the average: fonts differ.
const CHARACTER: i32 = 9;
/// How many characters of small text fit into the narrowest box.
const FITS: usize = 36;
const GAP: i32 = 14;
const AISLE: i32 = 70;
/// Boxes without arrows stand below the others, this many in a row.
const LOOSE_IN_A_ROW: usize = 4;

const STYLE: &str = "\
svg{color-scheme:light dark;--ink:#1f2328;--faint:#59636e;--paper:#fff;--door:#ddf4ff;--door-line:#0969da;--work:#fff8c5;--work-line:#9a6700;\
--flow:#fbefff;--flow-line:#8250df;--data:#dafbe1;--data-line:#1a7f37;--guard:#ffebe9;--guard-line:#cf222e;--other:#f6f8fa;--other-line:#8c959f}\
@media(prefers-color-scheme:dark){svg{--ink:#e6edf3;--faint:#9198a1;--paper:#0d1117;--door:#121d2f;--door-line:#4493f8;--work:#272115;--work-line:#d29922;\
--flow:#1e1630;--flow-line:#ab7df8;--data:#12261e;--data-line:#3fb950;--guard:#25171c;--guard-line:#f85149;--other:#212830;--other-line:#656c76}}\
text{font:600 14px system-ui,-apple-system,'Segoe UI',Helvetica,Arial,sans-serif;fill:var(--ink)}\
.kind,.part{font-weight:400;font-size:12px;fill:var(--faint)}.title{font-size:18px}\
.paper{fill:var(--paper)}.door{fill:var(--door);stroke:var(--door-line)}.work{fill:var(--work);stroke:var(--work-line)}\
.flow{fill:var(--flow);stroke:var(--flow-line)}.data{fill:var(--data);stroke:var(--data-line)}\
.guard{fill:var(--guard);stroke:var(--guard-line)}.other{fill:var(--other);stroke:var(--other-line)}\
.arrow{fill:none;stroke:var(--faint);stroke-width:1.2;stroke-opacity:.75}.head{fill:var(--faint)}";

pub(crate) fn svg(picture: &Picture) -> String {
    let boxes: Vec<Vec<(&'static str, String)>> = picture
        .groups
        .iter()
        .map(|group| lines(group, picture.all))
        .collect();
    let measures = Measures {
        box_width: box_width(picture),
        aisle: AISLE,
        gap: GAP,
    };
    let placed = place(picture, &boxes, measures);
    let (width, height) = (placed.width + 2 * MARGIN, placed.height + 2 * MARGIN + TITLE);
    let title = escaped(&picture.title);
    let mut text = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" role=\"img\" \
         aria-label=\"The resources of {title}\">\n\
         <style>{STYLE}</style>\n\
         <defs><marker id=\"head\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"7\" markerHeight=\"7\" orient=\"auto\">\
         <path class=\"head\" d=\"M0 0 8 4 0 8z\"/></marker></defs>\n\
         <rect class=\"paper\" width=\"{width}\" height=\"{height}\" rx=\"8\"/>\n\
         <text class=\"title\" x=\"{MARGIN}\" y=\"{}\">{title}</text>\n\
         <g transform=\"translate({MARGIN} {})\">\n",
        MARGIN + 16,
        MARGIN + TITLE
    );
    for way in &placed.ways {
        let _ = writeln!(
            text,
            "<path class=\"arrow\" marker-end=\"url(#head)\" d=\"{}\"/>",
            curve(way)
        );
    }
    for ((group, lines), corner) in picture.groups.iter().zip(&boxes).zip(&placed.boxes) {
        draw(&mut text, &group.owner, lines, *corner, measures.box_width);
    }
    text + "</g>\n</svg>\n"
}

/// All boxes are as wide as the longest name wants.
fn box_width(picture: &Picture) -> i32 {
    let longest = picture.groups.iter().map(|group| group.owner.id.len()).max();
    let longest = i32::try_from(longest.unwrap_or_default()).unwrap_or_default();
    NARROWEST.max(longest * CHARACTER + 2 * PADDING)
}

/// What stands in a box.
fn lines(group: &Group, all: bool) -> Vec<(&'static str, String)> {
    let mut lines = vec![
        ("name", group.owner.id.clone()),
        ("kind", group.owner.kind_in_words()),
    ];
    if all {
        lines.extend(group.parts.iter().map(|part| ("part", format!("· {}", part.id))));
    } else if !group.parts.is_empty() {
        lines.extend(
            folded(&group.parts_in_words())
                .into_iter()
                .map(|line| ("part", line)),
        );
    }
    lines
}

/// The text in lines that fit, broken after commas.
fn folded(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(", ") {
        match lines.last_mut() {
            Some(line) if line.len() + 2 + word.len() <= FITS => {
                line.push_str(", ");
                line.push_str(word);
            }
            Some(line) => {
                line.push(',');
                lines.push(word.to_owned());
            }
            None => lines.push(format!("+ {word}")),
        }
    }
    lines
}

fn height(lines: &[(&'static str, String)]) -> i32 {
    i32::try_from(lines.len()).unwrap_or_default() * LINE + 2 * PADDING - 4
}

/// Those with arrows in columns, the others in rows below.
fn place(picture: &Picture, boxes: &[Vec<(&'static str, String)>], measures: Measures) -> Layout {
    let is_tied = |place: usize| {
        picture
            .arrows
            .iter()
            .any(|(from, to)| *from == place || *to == place)
    };
    let (tied, loose): (Vec<usize>, Vec<usize>) = (0..boxes.len()).partition(|place| is_tied(*place));
    let new_place = |old: usize| tied.iter().position(|place| *place == old).unwrap_or_default();
    let graph = Graph {
        heights: tied.iter().map(|place| height(&boxes[*place])).collect(),
        arrows: picture
            .arrows
            .iter()
            .map(|(from, to)| (new_place(*from), new_place(*to)))
            .collect(),
    };
    let layout = layers::layout(&graph, measures);
    let mut corners = vec![Point { x: 0, y: 0 }; boxes.len()];
    for (new, old) in tied.iter().enumerate() {
        corners[*old] = layout.boxes[new];
    }
    let (mut width, mut below) = (layout.width, layout.height);
    for row in loose.chunks(LOOSE_IN_A_ROW) {
        let y = if below == 0 { 0 } else { below + 2 * measures.gap };
        let mut x = 0;
        for place in row {
            corners[*place] = Point { x, y };
            below = below.max(y + height(&boxes[*place]));
            width = width.max(x + measures.box_width);
            x += measures.box_width + measures.gap;
        }
    }
    Layout {
        boxes: corners,
        ways: layout.ways,
        width,
        height: below,
    }
}

/// Straight through a column, bent between two.
fn curve(way: &[Point]) -> String {
    let mut path = String::new();
    for (place, point) in way.iter().enumerate() {
        let Point { x, y } = *point;
        match place {
            0 => {
                let _ = write!(path, "M{x} {y}");
            }
            // Every other stretch leads through a column.
            place if place % 2 == 0 => {
                let _ = write!(path, "L{x} {y}");
            }
            place => {
                let from = way[place - 1];
                let middle = i32::midpoint(from.x, x);
                let _ = write!(path, "C{middle} {} {middle} {y} {x} {y}", from.y);
            }
        }
    }
    path
}

fn draw(text: &mut String, owner: &Member, lines: &[(&'static str, String)], corner: Point, width: i32) {
    let Point { x, y } = corner;
    let (height, role) = (height(lines), owner.role().as_str());
    let _ = writeln!(
        text,
        "<g><rect class=\"{role}\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" rx=\"6\"/>"
    );
    for (place, (class, line)) in lines.iter().enumerate() {
        let baseline = y + PADDING + 11 + i32::try_from(place).unwrap_or_default() * LINE;
        let _ = writeln!(
            text,
            "<text class=\"{class}\" x=\"{}\" y=\"{baseline}\">{}</text>",
            x + PADDING,
            escaped(line)
        );
    }
    text.push_str("</g>\n");
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}
