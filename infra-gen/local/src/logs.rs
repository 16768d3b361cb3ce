//! Follows the log groups of a stack's functions, as CloudWatch Logs gives them.
//!
//! Lines that the platform writes around every call are left out; what a
//! function says is passed on as it is.

use std::collections::{BTreeMap, BTreeSet};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use aws_sdk_cloudwatchlogs::Client;
use aws_sdk_cloudwatchlogs::error::{DisplayErrorContext, SdkError};
use aws_sdk_cloudwatchlogs::operation::filter_log_events::FilterLogEventsError;
use tokio::time::{MissedTickBehavior, interval};

/// How often each log group is asked. The service offers no way to be told.
const EVERY: Duration = Duration::from_millis(700);

/// Why the logs cannot be followed.
#[derive(Debug, thiserror::Error)]
#[error("could not read log group `{group}`: {complaint}")]
pub struct LogsError {
    group: String,
    complaint: String,
}

/// Tells `told(name, line)` every line that the groups (name → log group) get after `since`, until it is dropped or
/// fails.
pub async fn follow(
    client: &Client,
    groups: &BTreeMap<String, String>,
    since: SystemTime,
    mut told: impl FnMut(&str, &str),
) -> Result<(), LogsError> {
    let since = since.duration_since(UNIX_EPOCH).unwrap_or_default();
    let start = i64::try_from(since.as_millis()).unwrap_or_default();
    let mut positions: BTreeMap<&str, Position> = groups
        .keys()
        .map(|name| (name.as_str(), Position::from(start)))
        .collect();
    let mut tick = interval(EVERY);
    tick.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        tick.tick().await;
        for (name, group) in groups {
            let Some(position) = positions.get_mut(name.as_str()) else {
                continue;
            };
            for line in read(client, group, position).await? {
                told(name, &line);
            }
        }
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

async fn read(client: &Client, group: &str, position: &mut Position) -> Result<Vec<String>, LogsError> {
    let mut lines = Vec::new();
    let mut token = None;
    loop {
        let answer = client
            .filter_log_events()
            .log_group_name(group)
            .start_time(position.since)
            .set_next_token(token)
            .send()
            .await;
        let page = match answer {
            Ok(page) => page,
            Err(error) if is_missing(&error) => return Ok(lines),
            Err(error) => {
                let complaint = DisplayErrorContext(&error).to_string();
                return Err(LogsError {
                    group: group.to_owned(),
                    complaint,
                });
            }
        };
        for event in page.events.unwrap_or_default() {
            let message = event.message.unwrap_or_default();
            // Not every endpoint numbers its events.
            let id = event
                .event_id
                .unwrap_or_else(|| format!("{:?} {message}", event.log_stream_name));
            if position.advance(event.timestamp.unwrap_or_default(), &id) && !is_frame(&message) {
                lines.extend(
                    message
                        .lines()
                        .filter(|line| !line.trim().is_empty())
                        .map(str::to_owned),
                );
            }
        }
        token = page.next_token;
        if token.is_none() {
            return Ok(lines);
        }
    }
}

/// A function that was never called may have no log group yet.
fn is_missing<R>(error: &SdkError<FilterLogEventsError, R>) -> bool {
    error
        .as_service_error()
        .is_some_and(FilterLogEventsError::is_resource_not_found_exception)
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
