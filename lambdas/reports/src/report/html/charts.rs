//! Bar charts over time, as inline SVG. The drawing stretches to the available width, so it contains no text. Labels are HTML
//! around it and keep their size on a phone.
//!
//! For screen readers, the drawing has a title, a one-sentence summary and a table of its figures.

use maud::{Markup, html};

use super::parts::Tone;

/// A bar chart over time.
pub(super) struct Chart<'a> {
    /// An ID that is unique on the page.
    pub(super) id: &'a str,
    /// For example "Orders per day".
    pub(super) title: String,
    /// A one-sentence summary.
    pub(super) summary: String,
    /// The parts of a bar, from the bottom.
    pub(super) parts: &'a [(Tone, &'static str)],
    /// The bars, in chronological order.
    pub(super) bars: Vec<Bar>,
    /// Formats a figure.
    pub(super) written: &'a dyn Fn(u128) -> String,
    /// The smallest step of the scale: one unit of what is counted.
    pub(super) unit: u128,
}

/// A bar.
pub(super) struct Bar {
    pub(super) label: String,
    /// One figure per part of the chart.
    pub(super) figures: Vec<u128>,
}

impl Bar {
    fn height(&self) -> u128 {
        self.figures.iter().sum()
    }
}

/// The width of a bar and of the gap after it, in units of the drawing.
const BAR: usize = 8;
const GAP: usize = 2;
/// The height of the drawing.
const HEIGHT: u128 = 1_000;

impl Chart<'_> {
    pub(super) fn draw(&self) -> Markup {
        let highest = self.bars.iter().map(Bar::height).max().unwrap_or(0);
        let top = ceiling(highest, self.unit);
        let (title, desc) = (format!("{}-title", self.id), format!("{}-desc", self.id));
        let written = self.written;
        html! {
            figure.chart {
                figcaption {
                    strong { (self.title) }
                    @if self.parts.len() > 1 {
                        ul.legend aria-hidden="true" {
                            @for (tone, name) in self.parts { li { span class={ "key " (tone.class()) } {} (name) } }
                        }
                    }
                }
                div.plot {
                    div.scale aria-hidden="true" {
                        span { (written(top)) }
                        span { (written(top / 2)) }
                        span { (written(0)) }
                    }
                    (self.svg(top, &title, &desc))
                }
                div.axis aria-hidden="true" {
                    @for bar in ends(&self.bars) { span { (bar.label) } }
                }
                (self.table())
            }
        }
    }

    fn svg(&self, top: u128, title: &str, desc: &str) -> Markup {
        let width = self.bars.len() * (BAR + GAP);
        let middle = HEIGHT / 2;
        html! {
            svg viewBox={ "0 0 " (width) " " (HEIGHT) } preserveAspectRatio="none" role="img"
                aria-labelledby={ (title) " " (desc) } {
                title id=(title) { (self.title) }
                desc id=(desc) { (self.summary) }
                path.grid d={ "M0 0H" (width) "M0 " (middle) "H" (width) "M0 " (HEIGHT) "H" (width) } {}
                @for (index, bar) in self.bars.iter().enumerate() {
                    g {
                        title { (bar.label) ": " (self.told(bar)) }
                        // As high as the drawing, so that the tooltip of a low bar is easy to reach.
                        rect.target x=(index * (BAR + GAP)) y="0" width=(BAR + GAP) height=(HEIGHT) {}
                        (self.column(bar, index * (BAR + GAP) + GAP / 2, top))
                    }
                }
            }
        }
    }

    fn column(&self, bar: &Bar, x: usize, top: u128) -> Markup {
        let mut sum = 0;
        html! {
            @for ((tone, _), figure) in self.parts.iter().zip(&bar.figures) {
                @if *figure > 0 {
                    @let from = level(sum, top);
                    @let to = { sum += figure; level(sum, top) };
                    rect class=(tone.class()) x=(x) y=(HEIGHT - to) width=(BAR) height=(to - from) {}
                }
            }
        }
    }

    fn told(&self, bar: &Bar) -> String {
        let written = self.written;
        if self.parts.len() == 1 {
            return written(bar.height());
        }
        let parts = self.parts.iter().zip(&bar.figures);
        let parts: Vec<_> = parts
            .filter(|(_, figure)| **figure > 0)
            .map(|((_, name), figure)| format!("{} {}", written(*figure), name.to_lowercase()))
            .collect();
        if parts.is_empty() {
            written(0)
        } else {
            parts.join(", ")
        }
    }

    fn table(&self) -> Markup {
        let written = self.written;
        html! {
            details {
                summary { "Show data" }
                div.scroll role="group" tabindex="0" aria-label=(self.title) {
                    table {
                        caption { (self.title) }
                        thead { tr {
                            th scope="col" { "Date" }
                            @for (_, name) in self.parts { th.number scope="col" { (name) } }
                        } }
                        tbody {
                            @for bar in &self.bars {
                                tr {
                                    th scope="row" { (bar.label) }
                                    @for figure in &bar.figures { td.number { (written(*figure)) } }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The bars whose labels are below the drawing: the first and, if different, the last.
fn ends(bars: &[Bar]) -> impl Iterator<Item = &Bar> {
    let last = bars.last().filter(|_| bars.len() > 1);
    bars.first().into_iter().chain(last)
}

/// The height of the figure in the drawing.
fn level(figure: u128, top: u128) -> u128 {
    // If the multiplication overflows, divide first. The rounding error is invisible.
    match figure.checked_mul(HEIGHT) {
        Some(product) => product / top,
        None => figure / (top / HEIGHT),
    }
    .min(HEIGHT)
}

/// The smallest round number that is at least the figure: an even number of units, so that its half is a whole number too.
fn ceiling(figure: u128, unit: u128) -> u128 {
    let mut step = unit;
    loop {
        for factor in [2, 4, 6, 10] {
            match step.checked_mul(factor) {
                Some(top) if top < figure => {}
                Some(top) => return top,
                None => return u128::MAX,
            }
        }
        let Some(next) = step.checked_mul(10) else {
            return u128::MAX;
        };
        step = next;
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_scale_ends_at_a_round_number() {
        for (figure, unit, expected) in [
            (0, 1, 2),
            (2, 1, 2),
            (3, 1, 4),
            (11, 1, 20),
            (41, 1, 60),
            (61, 1, 100),
            (4_100, 100, 6_000),
            (u128::MAX, 1, u128::MAX),
        ] {
            assert_eq!(ceiling(figure, unit), expected, "{figure} of {unit}");
        }
    }

    proptest! {
        #[test]
        fn no_bar_exceeds_the_drawing(figure: u128, unit in 1..10_000_u128) {
            prop_assert!(level(figure, ceiling(figure, unit)) <= HEIGHT);
        }
    }
}
