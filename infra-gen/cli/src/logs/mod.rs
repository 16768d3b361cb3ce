//! What functions log, made readable: a time, a name, a level and words instead of a JSON document.
//!
//! Nothing of an application's own format is known here. A line that is a JSON object is read by the names that loggers
//! commonly use; every other line is shown as it is.

use std::fmt::Write as _;
use std::time::Duration;

use infra_gen_local::logs::Event;
use serde_json::{Map, Value as Json};

use crate::terminal::Style;

/// How loggers call the level, the words and the things that say nothing beside them.
const LEVELS: [&str; 3] = ["level", "severity", "log_level"];
const WORDS: [&str; 3] = ["message", "msg", "event"];
const SILENT: [&str; 6] = ["timestamp", "time", "@timestamp", "target", "span", "spans"];

/// A span of time as it is typed: `90s`, `15m`, `2h`, `1d`.
pub(crate) fn span(text: &str) -> Result<Duration, String> {
    let wrong = || "write it like `30s`, `15m`, `2h` or `1d`".to_owned();
    let (number, unit) = text
        .split_at_checked(text.len().saturating_sub(1))
        .ok_or_else(wrong)?;
    let seconds = match unit {
        "s" => 1,
        "m" => 60,
        "h" => 60 * 60,
        "d" => 24 * 60 * 60,
        _ => return Err(wrong()),
    };
    let number: u64 = number.parse().map_err(|_| wrong())?;
    number
        .checked_mul(seconds)
        .map(Duration::from_secs)
        .ok_or_else(wrong)
}

/// An event on a line, or on several where the function wrote several. `width` is that of the longest name.
pub(crate) fn readable(event: &Event, width: usize) -> String {
    let (faint, name) = (Style::Faint.ansi(), &event.name);
    let time = clock(event.at);
    let lead = format!("{faint}{time}{faint:#} {name:<width$}");
    let mut text = String::new();
    for line in event.message.lines().filter(|line| !line.trim().is_empty()) {
        let said = match serde_json::from_str(line) {
            Ok(Json::Object(fields)) => document(fields),
            _ => format!("      {line}"),
        };
        let _ = writeln!(text, "{lead} {said}");
    }
    text
}

/// The time of day in UTC, `13:02:03.456`.
fn clock(at: i64) -> String {
    let milliseconds = at.rem_euclid(24 * 60 * 60 * 1_000);
    let (seconds, milliseconds) = (milliseconds / 1_000, milliseconds % 1_000);
    let (minutes, seconds) = (seconds / 60, seconds % 60);
    format!(
        "{:02}:{:02}:{seconds:02}.{milliseconds:03}",
        minutes / 60,
        minutes % 60
    )
}

/// Level, words, and the rest as `name=value`.
fn document(mut fields: Map<String, Json>) -> String {
    // Some loggers put what was said into an object of its own.
    if let Some(Json::Object(inner)) = fields.shift_remove("fields") {
        fields.extend(inner);
    }
    let level = take(&mut fields, &LEVELS).map(|level| level.to_uppercase());
    let words = take(&mut fields, &WORDS).unwrap_or_default();
    let style = match level.as_deref() {
        Some("ERROR" | "FATAL" | "CRITICAL") => Style::Error,
        Some("WARN" | "WARNING") => Style::Heading,
        Some("DEBUG" | "TRACE") => Style::Faint,
        _ => Style::Plain,
    };
    let style = style.ansi();
    let mut text = format!("{style}{:<5} {words}{style:#}", level.unwrap_or_default());
    let faint = Style::Faint.ansi();
    for (name, value) in fields.iter().filter(|(name, _)| !SILENT.contains(&name.as_str())) {
        let value = match value {
            Json::String(text) if !text.contains(char::is_whitespace) && !text.is_empty() => text.clone(),
            other => other.to_string(),
        };
        let _ = write!(text, " {faint}{name}={faint:#}{value}");
    }
    text
}

/// Takes the first of these names that has a text.
fn take(fields: &mut Map<String, Json>, names: &[&str]) -> Option<String> {
    let name = names
        .iter()
        .find(|name| fields.get(**name).is_some_and(Json::is_string))?;
    match fields.shift_remove(*name) {
        Some(Json::String(text)) => Some(text),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(message: &str, expected: &str) {
        let event = Event {
            name: "Search".to_owned(),
            at: 1_763_902_923_456,
            message: message.to_owned(),
        };
        let shown = readable(&event, 8);
        assert_eq!(anstream::adapter::strip_str(&shown).to_string(), expected);
    }

    #[test]
    fn a_document_is_told_in_words() {
        check(
            r#"{"timestamp":"2025-11-23T13:02:03Z","level":"INFO","fields":{"message":"found some","count":3,"for":"a b"},"target":"search"}"#,
            "13:02:03.456 Search   INFO  found some count=3 for=\"a b\"\n",
        );
        check(
            r#"{"level":"error","msg":"no","requestId":"r-1"}"#,
            "13:02:03.456 Search   ERROR no requestId=r-1\n",
        );
    }

    #[test]
    fn what_is_no_document_stays_as_it_is() {
        check(
            "first\n\nsecond [1]\n",
            "13:02:03.456 Search         first\n13:02:03.456 Search         second [1]\n",
        );
    }

    #[test]
    fn a_span_is_a_number_and_a_unit() {
        assert_eq!(span("90s"), Ok(Duration::from_secs(90)));
        assert_eq!(span("2h"), Ok(Duration::from_hours(2)));
        for wrong in [
            "",
            "h",
            "2",
            "2w",
            "-1m",
            "1.5h",
            "99999999999999999999d",
            "18446744073709551615d",
            "2ü",
        ] {
            assert_eq!(
                span(wrong),
                Err("write it like `30s`, `15m`, `2h` or `1d`".to_owned()),
                "{wrong}"
            );
        }
    }
}
