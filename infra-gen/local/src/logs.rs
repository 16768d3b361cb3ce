//! Reads and follows the log groups of a stack's functions, as CloudWatch Logs gives them.
//!
//! Lines that the platform writes around every call are left out; what a function says is passed on as it is.

use std::collections::{BTreeMap, BTreeSet};
use std::convert::Infallible;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use aws_smithy_types::error::display::DisplayErrorContext;
use aws_smithy_types::error::metadata::ProvideErrorMetadata as _;
use serde::{Deserialize, Serialize};
use tokio::time::{MissedTickBehavior, interval};

use crate::rpc::{CallError, Client};

/// How often each log group is asked. The service offers no way to be told.
const EVERY: Duration = Duration::from_millis(700);

/// Why the logs cannot be followed.
#[derive(Debug, thiserror::Error)]
#[error("could not read log group `{group}`: {complaint}")]
pub struct LogsError {
    group: String,
    complaint: String,
}

/// Something that a function has said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// The name that its log group goes by.
    pub name: String,
    /// When it was said, in milliseconds since 1970.
    pub at: i64,
    /// What was said, of one line or more.
    pub message: String,
}

/// Reads log groups from a point in time on.
#[derive(Debug)]
pub struct Reader<'a> {
    client: &'a Client,
    /// Name → log group, and how far it has been read.
    groups: Vec<(&'a str, &'a str, Position)>,
}

impl<'a> Reader<'a> {
    /// Starts at `since`, in the groups (name → log group).
    pub fn new(client: &'a Client, groups: &'a BTreeMap<String, String>, since: SystemTime) -> Self {
        let since = since.duration_since(UNIX_EPOCH).unwrap_or_default();
        let start = i64::try_from(since.as_millis()).unwrap_or_default();
        let groups = groups
            .iter()
            .map(|(name, group)| (name.as_str(), group.as_str(), Position::from(start)))
            .collect();
        Self { client, groups }
    }

    /// What has come since the last time, in the order in which it was said.
    pub async fn next(&mut self) -> Result<Vec<Event>, LogsError> {
        let mut events = Vec::new();
        for (name, group, position) in &mut self.groups {
            read(self.client, name, group, position, &mut events).await?;
        }
        // Stable: what one function said within a millisecond keeps its order.
        events.sort_by_key(|event| event.at);
        Ok(events)
    }
}

/// Tells every event that the groups (name → log group) get after `since`, until it is dropped or fails.
pub async fn follow(
    client: &Client,
    groups: &BTreeMap<String, String>,
    since: SystemTime,
    mut told: impl FnMut(&Event),
) -> Result<Infallible, LogsError> {
    let mut reader = Reader::new(client, groups, since);
    let mut tick = interval(EVERY);
    tick.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        tick.tick().await;
        reader.next().await?.iter().for_each(&mut told);
    }
}

/// How far a group has been read.
#[derive(Debug)]
struct Position {
    since: i64,
    /// The events of the millisecond `since`: more may still come of the same one.
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
    /// Whether an event is new; what has been told once is not told again.
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
                let complaint = DisplayErrorContext(&error).to_string();
                return Err(LogsError {
                    group: group.to_owned(),
                    complaint,
                });
            }
        };
        for event in page.events {
            let message = event.message.unwrap_or_default();
            // Not every endpoint numbers its events.
            let id = event
                .event_id
                .unwrap_or_else(|| format!("{:?} {message}", event.log_stream_name));
            let at = event.timestamp.unwrap_or_default();
            if position.advance(at, &id) && !is_frame(&message) && !message.trim().is_empty() {
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

/// A function that was never called may have no log group yet.
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

/// An event, as the service tells it.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Line {
    event_id: Option<String>,
    log_stream_name: Option<String>,
    timestamp: Option<i64>,
    message: Option<String>,
}

/// What the platform writes around every call.
fn is_frame(message: &str) -> bool {
    [
        "START RequestId:",
        "END RequestId:",
        "REPORT RequestId:",
        "INIT_START ",
    ]
    .iter()
    .any(|frame| message.starts_with(frame))
        || message.contains(r#""type":"platform."#)
        || message.contains(r#""type": "platform."#)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_event_is_told_once_even_within_the_same_millisecond() {
        let mut position = Position::from(100);
        assert!(position.advance(100, "a"));
        assert!(position.advance(100, "b"));
        assert!(!position.advance(100, "a"));
        assert!(position.advance(101, "c"));
        assert!(!position.advance(100, "late"));
    }

    #[test]
    fn the_platforms_own_lines_are_left_out() {
        assert!(is_frame("START RequestId: 1 Version: $LATEST"));
        assert!(is_frame(r#"{"time":"…","type":"platform.report"}"#));
        assert!(!is_frame("listed 14 items"));
    }
}
