//! Reads and follows the log groups of a stack's functions in CloudWatch Logs.
//!
//! The platform's own lines for each invocation are omitted; the lines of the functions are unchanged.

use std::collections::{BTreeMap, BTreeSet};
use std::convert::Infallible;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use aws_smithy_types::error::display::DisplayErrorContext;
use aws_smithy_types::error::metadata::ProvideErrorMetadata as _;
use serde::{Deserialize, Serialize};
use tokio::time::{MissedTickBehavior, interval};

use crate::rpc::{CallError, Client};

/// The polling interval per log group.
const POLL_INTERVAL: Duration = Duration::from_millis(700);

/// Why the logs cannot be followed.
#[derive(Debug, thiserror::Error)]
#[error("could not read log group `{group}`: {reason}")]
pub struct LogsError {
    group: String,
    reason: String,
}

/// A log event of a function.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// The name of its log group in the report.
    pub name: String,
    /// The time in milliseconds since 1970.
    pub at: i64,
    /// The message, of one or more lines.
    pub message: String,
}

/// Reads log groups, starting at a point in time.
#[derive(Debug)]
pub struct Reader<'a> {
    client: &'a Client,
    /// Name, log group, position.
    groups: Vec<(&'a str, &'a str, Position)>,
}

impl<'a> Reader<'a> {
    /// Starts at `since`. `groups` maps names to log groups.
    pub fn new(client: &'a Client, groups: &'a BTreeMap<String, String>, since: SystemTime) -> Self {
        let since = since.duration_since(UNIX_EPOCH).unwrap_or_default();
        let start = i64::try_from(since.as_millis()).unwrap_or_default();
        let groups = groups
            .iter()
            .map(|(name, group)| (name.as_str(), group.as_str(), Position::from(start)))
            .collect();
        Self { client, groups }
    }

    /// The events since the last call, in order of time.
    pub async fn next(&mut self) -> Result<Vec<Event>, LogsError> {
        let mut events = Vec::new();
        for (name, group, position) in &mut self.groups {
            read(self.client, name, group, position, &mut events).await?;
        }
        // The sort is stable: events of a function within the same millisecond keep their order.
        events.sort_by_key(|event| event.at);
        Ok(events)
    }
}

/// Calls `on_event` for every event after `since`, until it is dropped or fails. `groups` maps names to log groups.
pub async fn follow(
    client: &Client,
    groups: &BTreeMap<String, String>,
    since: SystemTime,
    mut on_event: impl FnMut(&Event),
) -> Result<Infallible, LogsError> {
    let mut reader = Reader::new(client, groups, since);
    let mut tick = interval(POLL_INTERVAL);
    tick.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        tick.tick().await;
        reader.next().await?.iter().for_each(&mut on_event);
    }
}

/// The position up to which a group was read.
#[derive(Debug)]
struct Position {
    since: i64,
    /// The events read of the millisecond `since`, of which more may follow.
    seen: BTreeSet<String>,
}

impl From<i64> for Position {
    fn from(since: i64) -> Self {
        Self {
            since,
            seen: BTreeSet::new(),
        }
    }
}

impl Position {
    /// Whether an event is new.
    fn advance(&mut self, timestamp: i64, id: &str) -> bool {
        if timestamp < self.since || self.seen.contains(id) {
            return false;
        }
        if timestamp > self.since {
            self.since = timestamp;
            self.seen.clear();
        }
        self.seen.insert(id.to_owned());
        true
    }
}

async fn read(
    client: &Client,
    name: &str,
    group: &str,
    position: &mut Position,
    events: &mut Vec<Event>,
) -> Result<(), LogsError> {
    let mut token = None;
    loop {
        let request = FilterLogEvents {
            log_group_name: group,
            start_time: position.since,
            next_token: token,
        };
        let page: Page = match client.call("FilterLogEvents", &request).await {
            Ok(page) => page,
            Err(error) if is_missing(&error) => return Ok(()),
            Err(error) => {
                let reason = DisplayErrorContext(&error).to_string();
                return Err(LogsError {
                    group: group.to_owned(),
                    reason,
                });
            }
        };
        for event in page.events {
            let message = event.message.unwrap_or_default();
            // Not every endpoint returns event IDs.
            let id = event
                .event_id
                .unwrap_or_else(|| format!("{:?} {message}", event.log_stream_name));
            let at = event.timestamp.unwrap_or_default();
            if position.advance(at, &id) && !is_platform_line(&message) && !message.trim().is_empty() {
                events.push(Event {
                    name: name.to_owned(),
                    at,
                    message,
                });
            }
        }
        token = page.next_token;
        if token.is_none() {
            return Ok(());
        }
    }
}

/// A function without invocations may have no log group yet.
fn is_missing(error: &CallError) -> bool {
    error.code() == Some("ResourceNotFoundException")
}

/// The request of `FilterLogEvents`.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct FilterLogEvents<'a> {
    log_group_name: &'a str,
    start_time: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    next_token: Option<String>,
}

/// A page of events.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Page {
    #[serde(default)]
    events: Vec<Line>,
    next_token: Option<String>,
}

/// An event as the service returns it.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Line {
    event_id: Option<String>,
    log_stream_name: Option<String>,
    timestamp: Option<i64>,
    message: Option<String>,
}

/// Whether the platform wrote the message for an invocation.
fn is_platform_line(message: &str) -> bool {
    [
        "START RequestId:",
        "END RequestId:",
        "REPORT RequestId:",
        "INIT_START ",
    ]
    .iter()
    .any(|prefix| message.starts_with(prefix))
        || message.contains(r#""type":"platform."#)
        || message.contains(r#""type": "platform."#)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_event_is_reported_once_even_within_the_same_millisecond() {
        let mut position = Position::from(100);
        assert!(position.advance(100, "a"));
        assert!(position.advance(100, "b"));
        assert!(!position.advance(100, "a"));
        assert!(position.advance(101, "c"));
        assert!(!position.advance(100, "late"));
    }

    #[test]
    fn the_lines_of_the_platform_are_omitted() {
        assert!(is_platform_line("START RequestId: 1 Version: $LATEST"));
        assert!(is_platform_line(r#"{"time":"…","type":"platform.report"}"#));
        assert!(!is_platform_line("listed 14 items"));
    }
}
