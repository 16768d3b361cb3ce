//! Follows a stack's events to the end of an operation, and finds the failure that the others followed from.

use std::collections::BTreeMap;
use std::fmt;
use std::time::{Duration, Instant};

use aws_sdk_cloudformation::types::{ResourceStatus, StackEvent};

use super::change_set::Pause;
use super::stack::{self, Stack};
use crate::aws::{Aws, AwsError};
use crate::terminal::{Elapsed, Terminal, Tone};

/// How often those that are still being worked on are told.
const REMINDER: Duration = Duration::from_secs(20);

/// The last event before an operation. What comes after it belongs to the operation.
#[derive(Debug)]
pub(crate) struct Bookmark(Option<String>);

impl Bookmark {
    pub(crate) async fn now(aws: &Aws, stack: &str) -> Result<Self, AwsError> {
        let events = page(aws, stack, None).await?.0;
        Ok(Self(events.into_iter().next().and_then(|event| event.event_id)))
    }
}

/// How an operation ended.
#[derive(Debug)]
pub(crate) struct End {
    pub(crate) status: String,
    pub(crate) failure: Option<Failure>,
}

/// A resource that failed by itself, not because another did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Failure {
    resource: String,
    kind: String,
    reason: String,
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` ({}): {}", self.resource, self.kind, self.reason)?;
        match usual_mend(&self.reason) {
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
    let mut progress = Progress::default();
    let mut pause = Pause::default();
    loop {
        // The status is read before the events, so that the last events are never missed.
        let description = Stack::new(aws, stack).describe().await?;
        let status = description
            .as_ref()
            .map_or_else(|| "DELETE_COMPLETE".to_owned(), stack::status);
        let events = newer(aws, stack, &since).await?;
        if let Some(last) = events.last() {
            since = Bookmark(last.event_id.clone());
            pause = Pause::default();
        }
        for event in events {
            progress.see(&event, terminal);
        }
        if !status.ends_with("_IN_PROGRESS") {
            return Ok(End {
                status,
                failure: progress.failure,
            });
        }
        progress.remind(terminal);
        pause.wait().await;
    }
}

/// What is known so far.
#[derive(Debug)]
struct Progress {
    started: BTreeMap<String, (Instant, String)>,
    failure: Option<Failure>,
    reminded: Instant,
}

impl Default for Progress {
    fn default() -> Self {
        Self {
            started: BTreeMap::new(),
            failure: None,
            reminded: Instant::now(),
        }
    }
}

impl Progress {
    fn see(&mut self, event: &StackEvent, terminal: Terminal) {
        let resource = event.logical_resource_id().unwrap_or_default();
        let kind = event.resource_type().unwrap_or_default();
        let status = event
            .resource_status()
            .map(ResourceStatus::as_str)
            .unwrap_or_default();
        // The stack's own events frame those of its resources, and the caller tells their end.
        let is_stack =
            event.physical_resource_id().is_some() && event.physical_resource_id() == event.stack_id();
        if status.ends_with("_IN_PROGRESS") {
            if !is_stack {
                self.started
                    .entry(resource.to_owned())
                    .or_insert_with(|| (Instant::now(), kind.to_owned()));
            }
            return;
        }
        let took = self.started.remove(resource).map(|(start, _)| start.elapsed());
        if is_stack {
            return;
        }
        let reason = event.resource_status_reason().unwrap_or_default();
        let line = Line {
            status,
            kind,
            resource,
            took,
            reason,
        };
        if status.ends_with("_FAILED") {
            terminal.line(Tone::Bad, format_args!("{line}"));
            if self.failure.is_none() && !is_consequence(reason) {
                self.failure = Some(Failure {
                    resource: resource.to_owned(),
                    kind: kind.to_owned(),
                    reason: reason.to_owned(),
                });
            }
        } else {
            terminal.line(Tone::Plain, format_args!("{line}"));
        }
    }

    fn remind(&mut self, terminal: Terminal) {
        if self.reminded.elapsed() < REMINDER || self.started.is_empty() {
            return;
        }
        self.reminded = Instant::now();
        let waiting: Vec<String> = self
            .started
            .iter()
            .map(|(resource, (start, kind))| format!("{resource} ({kind},{})", Elapsed(start.elapsed())))
            .collect();
        terminal.line(
            Tone::Faint,
            format_args!("still working on {}", waiting.join(", ")),
        );
    }
}

/// One line of progress.
struct Line<'a> {
    status: &'a str,
    kind: &'a str,
    resource: &'a str,
    took: Option<Duration>,
    reason: &'a str,
}

impl fmt::Display for Line<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:<18} {:<38} {}", self.status, self.kind, self.resource)?;
        if let Some(took) = self.took.filter(|took| took.as_millis() >= 500) {
            write!(f, " ({:.1}s)", took.as_secs_f64())?;
        }
        if self.status.ends_with("_FAILED") && !self.reason.is_empty() {
            write!(f, ": {}", self.reason)?;
        }
        Ok(())
    }
}

/// Whether a resource failed only because the operation was already lost.
fn is_consequence(reason: &str) -> bool {
    let reason = reason.to_ascii_lowercase();
    reason.contains("cancelled") || reason.contains("the following resource(s) failed")
}

/// What usually helps against a reason that CloudFormation gives.
fn usual_mend(reason: &str) -> Option<&'static str> {
    let reason = reason.to_ascii_lowercase();
    let says = |part: &str| reason.contains(part);
    if says("already exists") {
        Some(
            "a resource of that name lives outside this stack: remove it, import it, or let CloudFormation name it",
        )
    } else if says("not authorized to perform") || says("access denied") {
        Some("the credentials that deploy, or the service's own role, lack this permission")
    } else if says("limit") && says("exceeded") {
        Some("a quota of the account is used up: ask for more in Service Quotas, or deploy to another region")
    } else if says("cannot update a stack when a custom-named resource requires replacing") {
        Some("rename the resource in the same change")
    } else if says("bucket you tried to delete is not empty") {
        Some("empty the bucket, or retain it with a deletion policy")
    } else {
        None
    }
}

/// The events after the bookmark, oldest first.
async fn newer(aws: &Aws, stack: &str, since: &Bookmark) -> Result<Vec<StackEvent>, AwsError> {
    let mut found = Vec::new();
    let mut token = None;
    loop {
        let (events, next) = page(aws, stack, token).await?;
        for event in events {
            if event.event_id.is_some() && event.event_id == since.0 {
                found.reverse();
                return Ok(found);
            }
            found.push(event);
        }
        let Some(next) = next else {
            found.reverse();
            return Ok(found);
        };
        token = Some(next);
    }
}

async fn page(
    aws: &Aws,
    stack: &str,
    token: Option<String>,
) -> Result<(Vec<StackEvent>, Option<String>), AwsError> {
    let answer = aws
        .cloudformation
        .describe_stack_events()
        .stack_name(stack)
        .set_next_token(token)
        .send()
        .await;
    match answer {
        Ok(answer) => Ok((answer.stack_events.unwrap_or_default(), answer.next_token)),
        Err(error) => {
            let error = AwsError::new(format!("read the events of `{stack}`"), &error);
            // A stack that is gone has no events under its name any more.
            if error.message_contains("does not exist") {
                Ok((Vec::new(), None))
            } else {
                Err(error)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event(resource: &str, status: &str, reason: &str) -> StackEvent {
        StackEvent::builder()
            .stack_id("arn:stack")
            .event_id(format!("{resource}-{status}"))
            .stack_name("links-dev")
            .timestamp(std::time::SystemTime::UNIX_EPOCH.into())
            .logical_resource_id(resource)
            .resource_type("AWS::S3::Bucket")
            .resource_status(ResourceStatus::from(status))
            .resource_status_reason(reason)
            .build()
    }

    fn failure_of(events: &[StackEvent]) -> Option<String> {
        let mut progress = Progress::default();
        for event in events {
            progress.see(event, Terminal::new(true));
        }
        progress.failure.map(|failure| failure.to_string())
    }

    #[test]
    fn the_first_failure_is_the_one_that_nothing_else_caused() {
        let failure = failure_of(&[
            event("Table", "CREATE_FAILED", "Resource creation cancelled"),
            event("Bucket", "CREATE_FAILED", "links-web already exists"),
            event("Topic", "CREATE_FAILED", "some other reason"),
        ]);
        assert_eq!(
            failure.as_deref(),
            Some(
                "`Bucket` (AWS::S3::Bucket): links-web already exists\n  what helps: a resource of that name lives \
                 outside this stack: remove it, import it, or let CloudFormation name it"
            )
        );
    }

    #[test]
    fn a_stack_that_went_well_has_no_failure() {
        assert_eq!(failure_of(&[event("Bucket", "CREATE_COMPLETE", "")]), None);
    }

    #[test]
    fn a_line_names_status_kind_resource_and_time() {
        let line = Line {
            status: "CREATE_COMPLETE",
            kind: "AWS::S3::Bucket",
            resource: "Web",
            took: Some(Duration::from_millis(2340)),
            reason: "",
        };
        assert_eq!(
            line.to_string(),
            "CREATE_COMPLETE    AWS::S3::Bucket                        Web (2.3s)"
        );
    }
}
