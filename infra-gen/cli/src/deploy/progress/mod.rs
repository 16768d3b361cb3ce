//! Watches an operation on a stack until it ends, and shows what happens to each resource.
//!
//! - [`events`]: reads a stack's events
//! - [`failures`]: the root causes among the failures
//! - [`hints`]: what usually helps against a known reason
//! - [`status_line`]: the line that changes while the operation is in progress

use std::collections::BTreeMap;
use std::fmt;
use std::time::{Duration, Instant};

use aws_sdk_cloudformation::types::StackEvent;

use super::poll_backoff::PollBackoff;
use super::stack::{self, Stack};
use crate::aws::{Aws, AwsError};
use crate::terminal::{Elapsed, Style, Terminal};

use events::EventCursor;
use failures::{Failure, RootCauses};
use status_line::StatusLine;

pub(crate) mod events;
pub(crate) mod failures;
pub(crate) mod hints;
mod status_line;

/// How often the unfinished resources are listed where there is no status line.
const REMINDER: Duration = Duration::from_secs(20);
/// How often the status line is rewritten.
const REFRESH: Duration = Duration::from_millis(500);

/// How an operation ended.
#[derive(Debug)]
pub(crate) struct OperationOutcome {
    pub(crate) status: String,
    /// The root causes, in the order in which they happened.
    pub(crate) failures: Vec<Failure>,
}

/// Shows the events after `since` until no operation is in progress. `stack` is a name or, for a deletion, the stack's ID.
pub(crate) async fn watch(
    aws: &Aws,
    stack: &str,
    mut since: EventCursor,
    terminal: Terminal,
) -> Result<OperationOutcome, AwsError> {
    let mut progress = Progress::new(terminal);
    let mut backoff = PollBackoff::default();
    loop {
        // The status is read first, so that the last events are never missed.
        let description = Stack::new(aws, stack).describe().await?;
        let status = description
            .as_ref()
            .map_or_else(|| "DELETE_COMPLETE".to_owned(), stack::status);
        let events = events::after(aws, stack, &since).await?;
        if !events.is_empty() {
            since.advance(&events);
            backoff = PollBackoff::default();
        }
        for event in events {
            progress.record(event);
        }
        if !status.ends_with("_IN_PROGRESS") {
            return Ok(OperationOutcome {
                status,
                failures: progress.causes.failures(aws).await,
            });
        }
        let waiting = backoff.wait();
        tokio::pin!(waiting);
        loop {
            progress.remind(&status);
            tokio::select! {
                () = &mut waiting => break,
                () = tokio::time::sleep(REFRESH) => {}
            }
        }
    }
}

/// The progress so far.
#[derive(Debug)]
struct Progress {
    status_line: StatusLine,
    /// The unfinished resources, by logical ID.
    unfinished: BTreeMap<String, Started>,
    done: usize,
    causes: RootCauses,
    reminded: Instant,
}

/// The first event of an unfinished resource.
#[derive(Debug)]
struct Started {
    event: StackEvent,
    at: Instant,
}

impl Progress {
    fn new(terminal: Terminal) -> Self {
        Self {
            status_line: StatusLine::new(terminal),
            unfinished: BTreeMap::new(),
            done: 0,
            causes: RootCauses::default(),
            reminded: Instant::now(),
        }
    }

    fn record(&mut self, event: StackEvent) {
        self.causes.record(&event);
        if events::is_stack(&event) {
            // The caller reports the status of the stack itself.
            return;
        }
        let resource = event.logical_resource_id().unwrap_or_default().to_owned();
        if events::status(&event).ends_with("_IN_PROGRESS") {
            let at = Instant::now();
            self.unfinished.entry(resource).or_insert(Started { event, at });
            return;
        }
        let line = Line {
            took: self
                .unfinished
                .remove(&resource)
                .and_then(|started| events::between(&started.event, &event)),
            event: &event,
        };
        let failed = line.failed();
        let style = if failed { Style::Error } else { Style::Plain };
        self.status_line.line(style, format_args!("{line}"));
        self.done += 1;
    }

    /// Shows the unfinished resources: in the status line or, where there is none, every [`REMINDER`].
    fn remind(&mut self, status: &str) {
        if self.status_line.is_supported() {
            let text = format!("{status}, {} done{}", self.done, self.unfinished_text());
            self.status_line.show(&text);
            return;
        }
        if self.reminded.elapsed() < REMINDER || self.unfinished.is_empty() {
            return;
        }
        self.reminded = Instant::now();
        let unfinished = self.unfinished_text();
        self.status_line.line(
            Style::Faint,
            format_args!("still {status}, {} done{unfinished}", self.done),
        );
    }

    /// The unfinished resources with their times, the longest first.
    fn unfinished_text(&self) -> String {
        let mut unfinished: Vec<_> = self.unfinished.iter().collect();
        unfinished.sort_by_key(|(_, started)| started.at);
        let mut separator = "; ";
        unfinished
            .into_iter()
            .fold(String::new(), |text, (resource, started)| {
                let separator = std::mem::replace(&mut separator, ", ");
                let elapsed = Elapsed(started.at.elapsed()).to_string();
                format!("{text}{separator}{resource} {}", elapsed.trim_start())
            })
    }
}

/// The line of a finished resource.
struct Line<'a> {
    event: &'a StackEvent,
    took: Option<Duration>,
}

impl Line<'_> {
    fn failed(&self) -> bool {
        events::status(self.event).ends_with("_FAILED")
    }
}

impl fmt::Display for Line<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = self.event.resource_type().unwrap_or_default();
        let resource = self.event.logical_resource_id().unwrap_or_default();
        write!(f, "{:<18} {kind:<38} {resource}", events::status(self.event))?;
        if let Some(took) = self.took.filter(|took| took.as_millis() >= 500) {
            write!(f, " ({})", Elapsed(took).to_string().trim_start())?;
        }
        match self.event.resource_status_reason() {
            Some(reason) if self.failed() && !reason.is_empty() => write!(f, ": {reason}"),
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::deploy::progress::events::tests::event;

    #[test]
    fn a_line_shows_status_type_resource_and_time() {
        let done = event(0, "Web", "CREATE_COMPLETE", "");
        let line = Line {
            took: Some(Duration::from_millis(2340)),
            event: &done,
        };
        assert_eq!(
            line.to_string(),
            "CREATE_COMPLETE    AWS::S3::Bucket                        Web (2.3s)"
        );
    }
}
