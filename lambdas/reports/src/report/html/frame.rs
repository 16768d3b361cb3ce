//! The common start and end of both pages: head with policy, heading, footer.

use std::io::{self, Write};

use base64::{Engine as _, prelude::BASE64_STANDARD};
use maud::{Markup, PreEscaped, html};
use sha2::{Digest, Sha256};
use shop_contract::{Timestamp, workflow::generate_report::ReportPeriod};
use shop_runtime::ShopZone;

use super::text::visible;
use crate::report::figures;

const STYLE: &str = include_str!("report.css");
const SCRIPT: &str = include_str!("report.js");

/// Facts about the report itself.
#[derive(Debug, Clone, Copy)]
pub struct Meta<'a> {
    /// When the report was requested. It does not contain later orders.
    pub generated_at: &'a Timestamp,
    /// The employee who requested it.
    pub asked_by: &'a str,
    /// The name of the environment.
    pub environment: &'a str,
    /// The time zone of days and times.
    pub zone: &'a ShopZone,
    /// The period that it covers; all orders if absent.
    pub period: Option<&'a ReportPeriod>,
}

/// Writes the part before the first section.
pub(super) fn begin(out: &mut impl Write, title: &str, covers: &str, meta: &Meta<'_>) -> io::Result<()> {
    let at = figures::moment(meta.generated_at, meta.zone);
    out.write_all(b"<!DOCTYPE html>\n<html lang=\"en\">\n")?;
    let period = meta.period.map(figures::period);
    write(out, &head(title, period.as_deref().unwrap_or(&at)))?;
    out.write_all(b"<body>\n")?;
    write(
        out,
        &html! {
            header {
                p.shop { "Quarter Past" }
                h1 { (title) }
                p.lead { (covers) }
                dl.about {
                    @if let Some(period) = &period {
                        div { dt { "Period" } dd { (period) } }
                    }
                    div { dt { "As of" } dd { time datetime=(meta.generated_at) { (at) } } }
                    div { dt { "Requested by" } dd { bdi { (visible(meta.asked_by)) } } }
                    div { dt { "Environment" } dd { bdi { (visible(meta.environment)) } } }
                }
            }
        },
    )?;
    out.write_all(b"<main>\n")
}

/// Writes the part after the last section. `notes` explain how the figures are calculated.
pub(super) fn finish(out: &mut impl Write, zone: &str, notes: &[&str]) -> io::Result<()> {
    out.write_all(b"</main>\n")?;
    write(
        out,
        &html! {
            footer {
                h2 { "Notes" }
                ul {
                    li { "All dates and times are in the " (zone) " time zone." }
                    @for note in notes { li { (note) } }
                }
            }
            script { (PreEscaped(SCRIPT)) }
        },
    )?;
    out.write_all(b"</body>\n</html>\n")
}

/// Writes an element and a line break.
pub(super) fn write(out: &mut impl Write, part: &Markup) -> io::Result<()> {
    out.write_all(part.0.as_bytes())?;
    out.write_all(b"\n")
}

/// `what` is the period, or the time of a report on all orders.
fn head(title: &str, what: &str) -> Markup {
    html! {
        head {
            meta charset="utf-8";
            // First, so that it applies to everything after it.
            meta http-equiv="Content-Security-Policy" content=(policy());
            meta name="viewport" content="width=device-width, initial-scale=1";
            meta name="color-scheme" content="light dark";
            meta name="referrer" content="no-referrer";
            meta name="robots" content="noindex";
            title { (title) " · " (what) " · Quarter Past" }
            style { (PreEscaped(STYLE)) }
        }
    }
}

fn policy() -> String {
    format!(
        "default-src 'none'; style-src '{}'; script-src '{}'; base-uri 'none'; form-action 'none'",
        source(STYLE),
        source(SCRIPT)
    )
}

/// The hash by which the policy allows an element.
fn source(text: &str) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(text)))
}
