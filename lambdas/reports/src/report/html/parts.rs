//! Elements that both pages use: headline figures, tags, bars.

use maud::{Markup, html};

use crate::report::{Outcome, StockLevel};

/// The meaning of a colour. Text always accompanies it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tone {
    Good,
    Wait,
    Bad,
    Fault,
}

impl Tone {
    pub(super) const fn class(self) -> &'static str {
        match self {
            Self::Good => "good",
            Self::Wait => "wait",
            Self::Bad => "bad",
            Self::Fault => "fault",
        }
    }
}

impl From<Outcome> for Tone {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Confirmed | Outcome::Packed | Outcome::Shipped | Outcome::Delivered => Self::Good,
            Outcome::Pending => Self::Wait,
            Outcome::Cancelled | Outcome::OutOfStock | Outcome::PriceChanged => Self::Bad,
            Outcome::NotProcessed => Self::Fault,
        }
    }
}

impl From<StockLevel> for Tone {
    fn from(level: StockLevel) -> Self {
        match level {
            StockLevel::SoldOut => Self::Bad,
            StockLevel::Low => Self::Wait,
            StockLevel::Enough => Self::Good,
        }
    }
}

/// A word with its colour.
pub(super) fn tag(tone: Tone, text: &str) -> Markup {
    html! { span class={ "tag " (tone.class()) } { (text) } }
}

/// A figure at the top of the page.
pub(super) struct Headline {
    pub(super) label: &'static str,
    pub(super) figure: String,
    /// An explanation of the figure.
    pub(super) remark: String,
}

pub(super) fn headlines(headlines: &[Headline]) -> Markup {
    html! {
        section aria-labelledby="glance" {
            h2 id="glance" { "At a glance" }
            dl.headlines {
                @for headline in headlines {
                    div {
                        dt { (headline.label) }
                        dd {
                            span.figure { (headline.figure) }
                            span.remark { (headline.remark) }
                        }
                    }
                }
            }
        }
    }
}

/// One part of a whole.
pub(super) struct Part {
    pub(super) tone: Tone,
    pub(super) label: &'static str,
    pub(super) count: u64,
}

/// The parts of a whole as one stacked bar. Screen readers skip it, because the table below it has the same figures.
pub(super) fn split(parts: &[Part]) -> Markup {
    let whole: u64 = parts.iter().map(|part| part.count).sum();
    let mut left = 0;
    let placed = parts.iter().map(|part| {
        let (x, width) = (left, permyriad(part.count, whole));
        left += width;
        (part.tone.class(), x, width)
    });
    html! {
        svg.split viewBox="0 0 10000 1" preserveAspectRatio="none" aria-hidden="true" {
            @for (class, x, width) in placed { rect class=(class) x=(x) y="0" width=(width) height="1" {} }
        }
    }
}

/// A bar in a table, relative to the largest value.
pub(super) fn bar(value: u64, most: u64) -> Markup {
    html! {
        svg.bar viewBox="0 0 10000 1" preserveAspectRatio="none" aria-hidden="true" {
            rect.good x="0" y="0" width=(permyriad(value, most)) height="1" {}
        }
    }
}

/// The share of the whole in ten-thousandths.
fn permyriad(part: u64, whole: u64) -> u128 {
    u128::from(part) * 10_000 / u128::from(whole.max(1))
}
