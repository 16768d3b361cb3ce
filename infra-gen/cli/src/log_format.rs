//! Formats log events for people: time, name, level and message instead of a JSON document.
//!
//! The format is not specific to an application: a JSON object is read by the field names that loggers commonly use. Any
//! other line is shown unchanged.

use std::fmt::Write as _;

use infra_gen_local::logs::Event;
use jiff::Timestamp;
use serde_json::{Map, Value as Json};

use crate::terminal::Style;

/// The names of fields with the level and the message, and of fields that are not shown.
const LEVELS: [&str; 3] = ["level", "severity", "log_level"];
const MESSAGES: [&str; 3] = ["message", "msg", "event"];
const HIDDEN: [&str; 6] = ["timestamp", "time", "@timestamp", "target", "span", "spans"];

/// Formats an event; it has as many lines as the function wrote. `width` is the width of the longest name.
pub(crate) fn format_event(event: &Event, width: usize) -> String {
    let (faint, name) = (Style::Faint.ansi(), &event.name);
    let time = time_of_day(event.at);
    let lead = format!("{faint}{time}{faint:#} {name:<width$}");
    let mut text = String::new();
    for line in event.message.lines().filter(|line| !line.trim().is_empty()) {
        let formatted = match serde_json::from_str(line) {
            Ok(Json::Object(fields)) => document(fields),
            _ => format!("      {line}"),
        };
        let _ = writeln!(text, "{lead} {formatted}");
    }
    text
}

/// The time of day in UTC, `13:02:03.456`.
fn time_of_day(milliseconds: i64) -> String {
    // Out of range only thousands of years from now; the line is shown all the same.
    let at = Timestamp::from_millisecond(milliseconds).unwrap_or_default();
    at.strftime("%H:%M:%S%.3f").to_string()
}

/// Level, message, and the other fields as `name=value`.
fn document(mut fields: Map<String, Json>) -> String {
    // `tracing` puts the message and the fields into an object of their own.
    if let Some(Json::Object(inner)) = fields.shift_remove("fields") {
        fields.extend(inner);
    }
    let level = take(&mut fields, &LEVELS).map(|level| level.to_uppercase());
    let message = take(&mut fields, &MESSAGES).unwrap_or_default();
    let style = match level.as_deref() {
        Some("ERROR" | "FATAL" | "CRITICAL") => Style::Error,
        Some("WARN" | "WARNING") => Style::Heading,
        Some("DEBUG" | "TRACE") => Style::Faint,
        _ => Style::Plain,
    };
    let style = style.ansi();
    let mut text = format!("{style}{:<5} {message}{style:#}", level.unwrap_or_default());
    let faint = Style::Faint.ansi();
    for (name, value) in fields.iter().filter(|(name, _)| !HIDDEN.contains(&name.as_str())) {
        let value = match value {
            Json::String(text) if !text.contains(char::is_whitespace) && !text.is_empty() => text.clone(),
            other => other.to_string(),
        };
        let _ = write!(text, " {faint}{name}={faint:#}{value}");
    }
    text
}

/// Removes the first of these fields that is a string.
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
        let shown = format_event(&event, 8);
        assert_eq!(anstream::adapter::strip_str(&shown).to_string(), expected);
    }

    #[test]
    fn a_json_object_is_shown_as_level_message_and_fields() {
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
    fn a_line_without_json_is_shown_unchanged() {
        check(
            "first\n\nsecond [1]\n",
            "13:02:03.456 Search         first\n13:02:03.456 Search         second [1]\n",
        );
    }
}
