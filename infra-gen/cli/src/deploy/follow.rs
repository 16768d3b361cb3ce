//! Follows a stack to the end of an operation: what happens to each resource, and the failures that nothing else caused.

use std::collections::BTreeMap;
use std::fmt;
use std::time::{Duration, Instant};

use aws_sdk_cloudformation::types::StackEvent;

use super::events::{self, Bookmark};
use super::live::Live;
use super::mend;
use super::pause::Pause;
use super::stack::{self, Stack};
use crate::aws::{Aws, AwsError};
use crate::terminal::{Elapsed, Terminal, Tone};

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

/// Something that failed by itself, not because something else did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Failure {
    resource: String,
    kind: String,
    reason: String,
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` ({}): {}", self.resource, self.kind, self.reason)?;
        match mend::usual(&self.reason) {
            Some(mend) => write!(f, "\n  what helps: {mend}"),
            None => Ok(()),
        }
    }
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
                failures: progress.failures,
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
    failures: Vec<Failure>,
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
            failures: Vec::new(),
            reminded: Instant::now(),
        }
    }

    fn see(&mut self, event: StackEvent) {
        if events::is_stack(&event) {
            // The stack's own events frame those of its resources, and the caller tells their end.
            self.note_failure(&event);
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
        let tone = if failed { Tone::Bad } else { Tone::Plain };
        self.live.line(tone, format_args!("{line}"));
        self.done += 1;
        self.note_failure(&event);
    }

    /// Keeps a failure, unless it only followed from another.
    fn note_failure(&mut self, event: &StackEvent) {
        let status = events::status(event);
        let reason = event.resource_status_reason().unwrap_or_default();
        let failed = status.ends_with("_FAILED") || status.ends_with("ROLLBACK_IN_PROGRESS");
        if !failed || reason.is_empty() || is_consequence(reason) {
            return;
        }
        // Once a resource failed, the stack says nothing of its own.
        if events::is_stack(event) && !self.failures.is_empty() {
            return;
        }
        self.failures.push(Failure {
            resource: event.logical_resource_id().unwrap_or_default().to_owned(),
            kind: event.resource_type().unwrap_or_default().to_owned(),
            reason: reason.to_owned(),
        });
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
            Tone::Faint,
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

/// Whether something failed only because the operation was already lost.
pub(crate) fn is_consequence(reason: &str) -> bool {
    let reason = reason.to_ascii_lowercase();
    reason.contains("cancelled")
        || reason.contains("the following resource(s) failed")
        || reason.contains("rollback requested by user")
}

#[cfg(test)]
mod tests {
    use aws_sdk_cloudformation::types::ResourceStatus;

    use super::*;

    fn event(resource: &str, status: &str, reason: &str) -> StackEvent {
        let physical = if resource == "links-dev" {
            "arn:stack"
        } else {
            resource
        };
        StackEvent::builder()
            .stack_id("arn:stack")
            .event_id(format!("{resource}-{status}"))
            .stack_name("links-dev")
            .timestamp(std::time::SystemTime::UNIX_EPOCH.into())
            .logical_resource_id(resource)
            .physical_resource_id(physical)
            .resource_type("AWS::S3::Bucket")
            .resource_status(ResourceStatus::from(status))
            .resource_status_reason(reason)
            .build()
    }

    fn failures_of(events: &[StackEvent]) -> Vec<String> {
        let mut progress = Progress::new(Terminal::new(true));
        for event in events {
            progress.see(event.clone());
        }
        progress.failures.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn the_first_failure_is_the_one_that_nothing_else_caused() {
        let failures = failures_of(&[
            event("Table", "CREATE_FAILED", "Resource creation cancelled"),
            event("Bucket", "CREATE_FAILED", "links-web already exists"),
            event("Topic", "CREATE_FAILED", "some other reason"),
            event(
                "links-dev",
                "ROLLBACK_IN_PROGRESS",
                "The following resource(s) failed to create: [Bucket, Topic]. Rollback requested by user.",
            ),
        ]);
        assert_eq!(
            failures,
            [
                "`Bucket` (AWS::S3::Bucket): links-web already exists\n  what helps: a resource of that name lives \
                 outside this stack: remove it, import it, or let CloudFormation name it",
                "`Topic` (AWS::S3::Bucket): some other reason"
            ]
        );
    }

    #[test]
    fn what_the_stack_says_of_its_resources_failure_is_no_second_one() {
        let failures = failures_of(&[
            event("Bucket", "CREATE_FAILED", "no such colour"),
            event(
                "links-dev",
                "ROLLBACK_IN_PROGRESS",
                "Resource Bucket failed: no such colour",
            ),
        ]);
        assert_eq!(failures, ["`Bucket` (AWS::S3::Bucket): no such colour"]);
    }

    #[test]
    fn a_failure_of_the_stack_itself_is_told() {
        let failures = failures_of(&[event(
            "links-dev",
            "UPDATE_ROLLBACK_IN_PROGRESS",
            "Template error: output Url has no value",
        )]);
        assert_eq!(
            failures,
            ["`links-dev` (AWS::S3::Bucket): Template error: output Url has no value"]
        );
    }

    #[test]
    fn a_stack_that_went_well_has_no_failure() {
        assert!(failures_of(&[event("Bucket", "CREATE_COMPLETE", "")]).is_empty());
    }

    #[test]
    fn a_line_names_status_kind_resource_and_time() {
        let done = event("Web", "CREATE_COMPLETE", "");
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
