//! `events`: the stack's CloudFormation events. The failure that caused the others is marked.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use aws_sdk_cloudformation::primitives::DateTimeFormat;
use aws_sdk_cloudformation::types::StackEvent;
use clap::ValueEnum;
use serde::Serialize;

use super::{CommandError, connect, describe_stack, print, print_styled};
use crate::app::Project;
use crate::aws::Aws;
use crate::deploy::poll_backoff::PollBackoff;
use crate::deploy::progress::events::{self, EventCursor};
use crate::deploy::progress::failures::{self, RootCause, RootCauses};
use crate::deploy::progress::hints;
use crate::deploy::stack::{self, Stack};
use crate::exit::Outcome;
use crate::global_args::GlobalArgs;
use crate::terminal::{Elapsed, Style, Terminal};

/// Show what happened to the stack and which failure caused the others
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Shows the last operation from its start; times are relative to it. With `--follow`,
the exit code is 1 if the operation fails.

Examples:
  infra-gen events --env dev                      the last deployment
  infra-gen events --env dev --follow             until the operation ends
  infra-gen events --env dev --all --format json | jq 'select(.firstFailure)'")]
pub(crate) struct Args {
    /// Keep following until the operation ends
    #[arg(long, short)]
    follow: bool,
    /// Show all recorded events, not only the last operation
    #[arg(long)]
    all: bool,
    /// Output format; JSON is one document per line
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Text,
    Json,
}

pub(crate) async fn run(
    project: &Project,
    global: &GlobalArgs,
    args: &Args,
    terminal: Terminal,
) -> Result<Outcome, CommandError> {
    let (loaded, aws) = connect(project, global).await?;
    aws.expected_account(&loaded.settings).await?;
    let name = &loaded.stack_name;
    describe_stack(&aws, name).await?;
    let mut since = if args.all {
        EventCursor::beginning()
    } else {
        EventCursor::before_last_operation(&aws, name).await?.0
    };
    let mut log = EventLog::default();
    let mut backoff = PollBackoff::default();
    loop {
        // The status is read before the events, so that the last events are never missed.
        let status = status(&aws, name).await?;
        let new_events = events::after(&aws, name, &since).await?;
        if !new_events.is_empty() {
            since.advance(&new_events);
            backoff = PollBackoff::default();
        }
        for event in new_events {
            let line = log.record(event, &aws).await;
            match args.format {
                Format::Text => print_styled(&line.to_string())?,
                Format::Json => print(&line.json())?,
            }
        }
        let is_idle = status
            .as_ref()
            .is_none_or(|status| !status.ends_with("_IN_PROGRESS"));
        if args.follow && !is_idle {
            backoff.wait().await;
            continue;
        }
        return Ok(match status {
            Some(status) if is_idle => {
                let succeeded = stack::succeeded(&status);
                let style = if succeeded { Style::Success } else { Style::Error };
                terminal.line(style, format_args!("stack `{name}` is {status}"));
                if args.follow && !succeeded {
                    Outcome::CheckFailed
                } else {
                    Outcome::Done
                }
            }
            Some(status) => {
                terminal.info(format_args!(
                    "stack `{name}` is {status}; `--follow` waits until the operation ends"
                ));
                Outcome::Done
            }
            None => {
                terminal.line(Style::Success, format_args!("stack `{name}` was deleted"));
                Outcome::Done
            }
        });
    }
}

async fn status(aws: &Aws, stack: &str) -> Result<Option<String>, CommandError> {
    let description = Stack::new(aws, stack).describe().await?;
    Ok(description.as_ref().map(stack::status))
}

/// The state of the current operation: when it started, and whether its first failure was seen. Times are relative to the
/// start.
#[derive(Debug, Default)]
struct EventLog {
    start: Option<StackEvent>,
    causes: RootCauses,
    has_failed: bool,
}

impl EventLog {
    /// Adds an event. For the failure of a nested stack, the line includes the failures inside.
    async fn record(&mut self, event: StackEvent, aws: &Aws) -> EventLine {
        let (mut line, cause) = self.classify(event);
        if let Some(cause) = cause {
            line.inside = cause.inside(aws).await;
        }
        line
    }

    fn classify(&mut self, event: StackEvent) -> (EventLine, Option<RootCause>) {
        let is_stack = events::is_stack(&event);
        let status = events::status(&event).to_owned();
        // A rollback and a cleanup belong to the operation before them.
        if is_stack
            && status.ends_with("_IN_PROGRESS")
            && !status.contains("ROLLBACK")
            && !status.contains("CLEANUP")
        {
            *self = Self::default();
        }
        let start = self.start.get_or_insert_with(|| event.clone());
        let reason = event
            .resource_status_reason()
            .unwrap_or_default()
            .trim()
            .to_owned();
        let cause = self.causes.record(&event).cloned();
        let first_failure = cause.is_some() && !self.has_failed;
        self.has_failed |= first_failure;
        let line = EventLine {
            at: event
                .timestamp
                .and_then(|at| at.fmt(DateTimeFormat::DateTime).ok())
                .unwrap_or_default(),
            elapsed_seconds: events::between(start, &event).unwrap_or_default().as_secs_f64(),
            resource: event.logical_resource_id.unwrap_or_default(),
            kind: event.resource_type.unwrap_or_default(),
            status,
            reason,
            first_failure,
            inside: Vec::new(),
            is_stack,
        };
        (line, cause)
    }
}

/// An event as it is printed.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct EventLine {
    at: String,
    elapsed_seconds: f64,
    resource: String,
    #[serde(rename = "type")]
    kind: String,
    status: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    reason: String,
    /// Whether this failure caused the ones after it.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    first_failure: bool,
    /// For a nested stack: the failures inside that no other failure caused.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    inside: Vec<failures::Failure>,
    #[serde(skip)]
    is_stack: bool,
}

impl EventLine {
    /// One document per line, so that a script can follow line by line.
    fn json(&self) -> String {
        serde_json::to_string(self).expect("strings and numbers serialize to JSON") + "\n"
    }

    fn style(&self) -> Style {
        match () {
            () if self.first_failure || self.status.ends_with("_FAILED") => Style::Error,
            () if self.is_stack => Style::Heading,
            () if self.status.ends_with("_IN_PROGRESS") => Style::Faint,
            () => Style::Plain,
        }
    }
}

impl std::fmt::Display for EventLine {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let style = self.style().ansi();
        let mark = if self.first_failure { "▶" } else { " " };
        let elapsed = Elapsed(std::time::Duration::from_secs_f64(self.elapsed_seconds));
        let mut line = format!(
            "{elapsed} {mark} {:<28} {:<34} {}",
            self.status, self.kind, self.resource
        );
        if !self.reason.is_empty() {
            let _ = write!(line, ": {}", self.reason);
        }
        writeln!(f, "{style}{line}{style:#}")?;
        let mut reasons = vec![&self.reason];
        for failure in &self.inside {
            let failures::Failure {
                resource,
                kind,
                reason,
                unread,
            } = failure;
            let line = match unread {
                Some(why) => format!("the cause is unknown: {why}"),
                None => format!("inside: {resource} ({kind}): {reason}"),
            };
            writeln!(f, "            {style}{line}{style:#}")?;
            reasons.push(reason);
        }
        let hints: BTreeSet<&str> = reasons
            .into_iter()
            .filter_map(|reason| hints::for_reason(reason))
            .collect();
        for hint in hints.iter().filter(|_| self.first_failure) {
            writeln!(f, "            hint: {hint}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::deploy::progress::events::tests::event;

    #[test]
    fn times_are_relative_to_the_operation_and_its_first_failure_is_marked() {
        let mut log = EventLog::default();
        let lines: Vec<(f64, bool)> = [
            event(10, "links-dev", "CREATE_IN_PROGRESS", "User Initiated"),
            event(12, "Table", "CREATE_FAILED", "Resource creation cancelled"),
            event(13, "Bucket", "CREATE_FAILED", "no such colour"),
            event(
                14,
                "links-dev",
                "ROLLBACK_IN_PROGRESS",
                "The following resource(s) failed to create: [Bucket]",
            ),
            event(15, "Bucket", "DELETE_COMPLETE", ""),
            event(90, "links-dev", "UPDATE_IN_PROGRESS", ""),
            event(91, "Topic", "UPDATE_FAILED", "no such topic"),
        ]
        .into_iter()
        .map(|event| log.classify(event).0)
        .map(|line| (line.elapsed_seconds, line.first_failure))
        .collect();
        assert_eq!(
            lines,
            [
                (0.0, false),
                (2.0, false),
                (3.0, true),
                (4.0, false),
                (5.0, false),
                (0.0, false),
                (1.0, true)
            ]
        );
    }
}
