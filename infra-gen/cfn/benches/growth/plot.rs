//! Draws the results: milliseconds by number of resources, in this process and in a child process.
//!
//! The same results give the same bytes. The colours follow the light or dark mode of the reader.

use std::fmt::Write as _;

use super::{Measured, milliseconds};

const WIDTH: f64 = 720.0;
const HEIGHT: f64 = 420.0;
const LEFT: f64 = 72.0;
const RIGHT: f64 = 696.0;
const TOP: f64 = 64.0;
const BOTTOM: f64 = 356.0;

/// Plain colors, because librsvg and other converters do not know variables.
const STYLE: &str = "svg{color-scheme:light dark}text{font:13px system-ui,-apple-system,'Segoe UI',Helvetica,Arial,\
    sans-serif;fill:#59636e}.title{font-size:15px;font-weight:600;fill:#1f2328}.right{text-anchor:end}\
    .middle{text-anchor:middle}.paper{fill:#fff}.grid{stroke:#d1d9e0;stroke-dasharray:2 4}.axis{stroke:#59636e}\
    .line{fill:none;stroke-width:2}.one{stroke:#0969da}.two{stroke:#bc4c00}.one-dot{fill:#0969da}.two-dot{fill:#bc4c00}\
    @media(prefers-color-scheme:dark){text{fill:#9198a1}.title{fill:#e6edf3}.paper{fill:#0d1117}.grid{stroke:#3d444d}\
    .axis{stroke:#9198a1}.one{stroke:#4493f8}.two{stroke:#f0883e}.one-dot{fill:#4493f8}.two-dot{fill:#f0883e}}";

/// A curve in the diagram.
struct Curve {
    class: &'static str,
    name: &'static str,
    /// The value of a row.
    value: fn(&Measured) -> f64,
}

const CURVES: [Curve; 2] = [
    Curve {
        class: "one",
        name: "in a child process",
        value: |row| milliseconds(row.child_process.lowest),
    },
    Curve {
        class: "two",
        name: "in process",
        value: |row| milliseconds(row.in_process.lowest),
    },
];

/// Draws the rows; there must be at least one.
pub(super) fn draw(rows: &[Measured]) -> String {
    let scale = Scale::new(rows);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" width=\"{WIDTH}\" height=\"{HEIGHT}\" \
         role=\"img\" aria-label=\"Milliseconds of synthesis over the number of resources\">\n<style>{STYLE}</style>\n\
         <rect class=\"paper\" width=\"{WIDTH}\" height=\"{HEIGHT}\"/>\n\
         <text class=\"title\" x=\"{LEFT}\" y=\"26\">Synthesis: build, check, split and write, in milliseconds</text>\n"
    );
    axes(&mut svg, &scale);
    for (place, Curve { class, name, value }) in (0_u8..).zip(CURVES) {
        let points: Vec<(f64, f64)> = rows.iter().map(|row| scale.point(row, value)).collect();
        let line: Vec<String> = points.iter().map(|(x, y)| format!("{x:.1},{y:.1}")).collect();
        let _ = writeln!(
            svg,
            "<polyline class=\"line {class}\" points=\"{}\"/>",
            line.join(" ")
        );
        for (x, y) in points {
            let _ = writeln!(
                svg,
                "<circle class=\"{class}-dot\" cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"3.5\"/>"
            );
        }
        let x = LEFT + 12.0 + f64::from(place) * 200.0;
        let _ = writeln!(
            svg,
            "<circle class=\"{class}-dot\" cx=\"{x}\" cy=\"46\" r=\"4\"/><text x=\"{}\" y=\"50\">{name}</text>",
            x + 10.0
        );
    }
    svg.push_str("</svg>\n");
    svg
}

fn axes(svg: &mut String, scale: &Scale) {
    for tick in ticks(scale.milliseconds) {
        let y = scale.y(tick);
        let _ = writeln!(
            svg,
            "<path class=\"grid\" d=\"M{LEFT} {y:.1}H{RIGHT}\"/><text class=\"right\" x=\"{}\" y=\"{:.1}\">{tick} ms</text>",
            LEFT - 8.0,
            y + 4.0
        );
    }
    for tick in ticks(scale.resources) {
        let x = scale.x(tick);
        let _ = writeln!(
            svg,
            "<path class=\"axis\" d=\"M{x:.1} {BOTTOM}v5\"/><text class=\"middle\" x=\"{x:.1}\" y=\"{}\">{tick}</text>",
            BOTTOM + 20.0
        );
    }
    let _ = writeln!(
        svg,
        "<path class=\"axis\" d=\"M{LEFT} {BOTTOM}H{RIGHT}\"/>\
         <text class=\"middle\" x=\"{}\" y=\"{}\">resources</text>",
        f64::midpoint(LEFT, RIGHT),
        BOTTOM + 44.0
    );
}

/// Both axes start at 0. The vertical axis ends slightly above the largest value.
struct Scale {
    resources: f64,
    milliseconds: f64,
}

impl Scale {
    fn new(rows: &[Measured]) -> Self {
        let largest = |value: &dyn Fn(&Measured) -> f64| rows.iter().map(value).fold(1.0, f64::max);
        Self {
            resources: largest(&count),
            milliseconds: 1.05
                * largest(&|row| CURVES.iter().map(|curve| (curve.value)(row)).fold(0.0, f64::max)),
        }
    }

    fn x(&self, resources: f64) -> f64 {
        LEFT + (RIGHT - LEFT) * resources / self.resources
    }

    fn y(&self, milliseconds: f64) -> f64 {
        BOTTOM - (BOTTOM - TOP) * milliseconds / self.milliseconds
    }

    fn point(&self, row: &Measured, value: fn(&Measured) -> f64) -> (f64, f64) {
        (self.x(count(row)), self.y(value(row)))
    }
}

fn count(row: &Measured) -> f64 {
    // The number of resources fits in a `u32`.
    f64::from(u32::try_from(row.resources).unwrap_or(u32::MAX))
}

/// Round values from 0 to `max`, in at most five steps.
fn ticks(max: f64) -> Vec<f64> {
    let magnitude = 10_f64.powf((max / 5.0).log10().floor());
    let step = [1.0, 2.0, 5.0, 10.0]
        .map(|factor| factor * magnitude)
        .into_iter()
        .find(|step| max / step <= 5.0)
        .unwrap_or(max);
    std::iter::successors(Some(0.0), |tick| Some(tick + step))
        .take_while(|tick| *tick <= max)
        .collect()
}
