//! Follows a stack to the end of an operation: what happens to each resource, and the failures that nothing else caused.

use std::collections::BTreeMap;
use std::fmt;
use std::time::{Duration, Instant};

use aws_sdk_cloudformation::types::StackEvent;

use super::events::{self, Bookmark};
use super::failures::{Causes, Failure};
use super::live::Live;
use super::pause::Pause;
use super::stack::{self, Stack};
use crate::aws::{Aws, AwsError};
use crate::terminal::{Elapsed, Style, Terminal};

/// How often those that are still being worked on are told where no line can change.
const REMINDER: Duration = Duration::from_secs(20);
/// How often the changing line is written anew.
const TICK: Duration = Duration::from_millis(500);

/// How an operation ended.
#[derive(Debug)]
pub(crate) struct End {
    pub(crate) status: String,
    /// The failures that were no consequence of others, in the order in which they happened.
    pub(crate) failures: Vec<Failure>,
}

/// Shows what happens until the stack comes to rest. `stack` may be a name or, for a deletion, the stack's ID.
pub(crate) async fn follow(
    aws: &Aws,
    stack: &str,
    mut since: Bookmark,
    terminal: Terminal,
) -> Result<End, AwsError> {
    let mut progress = Progress::new(terminal);
    let mut pause = Pause::default();
    loop {
        // The status is read before the events, so that the last events are never missed.
        let description = Stack::new(aws, stack).describe().await?;
        let status = description
            .as_ref()
            .map_or_else(|| "DELETE_COMPLETE".to_owned(), stack::status);
        let events = events::newer(aws, stack, &since).await?;
        if !events.is_empty() {
            since.pass(&events);
            pause = Pause::default();
        }
        for event in events {
            progress.see(event);
        }
        if !status.ends_with("_IN_PROGRESS") {
            return Ok(End {
                status,
                failures: progress.causes.failures(aws).await,
            });
        }
        let asking = pause.wait();
        tokio::pin!(asking);
        loop {
            progress.remind(&status);
            tokio::select! {
                () = &mut asking => break,
                () = tokio::time::sleep(TICK) => {}
            }
        }
    }
}

/// What is known so far.
#[derive(Debug)]
struct Progress {
    live: Live,
    started: BTreeMap<String, Work>,
    done: usize,
    causes: Causes,
    reminded: Instant,
}

/// A resource that is being worked on.
#[derive(Debug)]
struct Work {
    event: StackEvent,
    seen: Instant,
}

impl Progress {
    fn new(terminal: Terminal) -> Self {
        Self {
            live: Live::new(terminal),
            started: BTreeMap::new(),
            done: 0,
            causes: Causes::default(),
            reminded: Instant::now(),
        }
    }

    fn see(&mut self, event: StackEvent) {
        self.causes.see(&event);
        if events::is_stack(&event) {
            // The stack's own events frame those of its resources, and the caller tells their end.
            return;
        }
        let resource = event.logical_resource_id().unwrap_or_default().to_owned();
        if events::status(&event).ends_with("_IN_PROGRESS") {
            let seen = Instant::now();
            self.started.entry(resource).or_insert(Work { event, seen });
            return;
        }
        let line = Line {
            took: self
                .started
                .remove(&resource)
                .and_then(|work| events::between(&work.event, &event)),
            event: &event,
        };
        let failed = line.failed();
        let style = if failed { Style::Error } else { Style::Plain };
        self.live.line(style, format_args!("{line}"));
        self.done += 1;
    }

    /// Tells what is being worked on: in the changing line or, where there is none, now and then.
    fn remind(&mut self, status: &str) {
        if self.live.is_possible() {
            let text = format!("{status}, {} done{}", self.done, self.waiting());
            self.live.show(&text);
            return;
        }
        if self.reminded.elapsed() < REMINDER || self.started.is_empty() {
            return;
        }
        self.reminded = Instant::now();
        let waiting = self.waiting();
        self.live.line(
            Style::Faint,
            format_args!("still {status}, {} done{waiting}", self.done),
        );
    }

    /// Those that are being worked on, the longest first.
    fn waiting(&self) -> String {
        let mut waiting: Vec<_> = self.started.iter().collect();
        waiting.sort_by_key(|(_, work)| work.seen);
        let mut between = "; ";
        waiting.into_iter().fold(String::new(), |text, (resource, work)| {
            let (separator, elapsed) = (std::mem::replace(&mut between, ", "), work.seen.elapsed());
            let elapsed = Elapsed(elapsed).to_string();
            format!("{text}{separator}{resource} {}", elapsed.trim_start())
        })
    }
}

/// One line of progress.
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
    use crate::deploy::events::tests::event;

    #[test]
    fn a_line_names_status_kind_resource_and_time() {
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
