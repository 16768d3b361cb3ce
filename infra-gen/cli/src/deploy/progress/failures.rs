//! Why an operation failed: the root causes among its failures.
//!
//! For a failure in a nested stack, the parent's events say only "Embedded stack … was not successfully created" and name
//! the resource. The nested stack's own events give the reason, so they are read at any depth. If they cannot be read, the
//! parent's sentence remains.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use aws_sdk_cloudformation::primitives::DateTime;
use aws_sdk_cloudformation::types::StackEvent;
use serde::Serialize;

use super::events;
use super::hints;
use crate::aws::Aws;
use crate::deploy::stack::NESTED_STACK;

/// A root cause: a resource that failed by itself, not because of another failure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Failure {
    /// Starts with the nested stacks that it is in: `Inner/Orders`.
    pub(crate) resource: String,
    #[serde(rename = "type")]
    pub(crate) kind: String,
    pub(crate) reason: String,
    /// For a nested stack whose events could not be read: the reason.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) unread: Option<String>,
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` ({}): {}", self.resource, self.kind, self.reason)?;
        if let Some(hint) = hints::for_reason(&self.reason) {
            write!(f, "\n  hint: {hint}")?;
        }
        match &self.unread {
            Some(why) => write!(f, "\n  details are missing: {why}"),
            None => Ok(()),
        }
    }
}

/// Finds the root causes among an operation's events, which are recorded oldest first.
#[derive(Debug, Default)]
pub(crate) struct RootCauses {
    found: Vec<RootCause>,
    /// When the operation on each unfinished resource started.
    started: BTreeMap<String, DateTime>,
}

/// The event of a failure, and when the failed operation on the resource started.
#[derive(Debug, Clone)]
pub(crate) struct RootCause {
    event: StackEvent,
    started: Option<DateTime>,
}

impl RootCauses {
    /// Records an event; returns it if it is a root cause.
    pub(crate) fn record(&mut self, event: &StackEvent) -> Option<&RootCause> {
        let status = events::status(event);
        let resource = event.logical_resource_id().unwrap_or_default();
        let failed = status.ends_with("_FAILED") || status.ends_with("ROLLBACK_IN_PROGRESS");
        let mut started = None;
        if !events::is_stack(event) {
            if status.ends_with("_IN_PROGRESS") {
                if let Some(at) = event.timestamp() {
                    self.started.entry(resource.to_owned()).or_insert(*at);
                }
            } else {
                started = self.started.remove(resource);
            }
        }
        // Once a resource has failed, the stack's own reason only repeats that.
        let is_repetition = events::is_stack(event) && !self.found.is_empty();
        if !failed || is_repetition || is_consequence(event) {
            return None;
        }
        let event = event.clone();
        self.found.push(RootCause { event, started });
        self.found.last()
    }

    /// The failures, in the order in which they happened. A nested stack's failure is replaced by those inside it.
    pub(crate) async fn failures(&self, aws: &Aws) -> Vec<Failure> {
        failures(aws, self.found.clone()).await
    }
}

impl RootCause {
    /// The failures inside the nested stack that failed; empty for another resource.
    pub(crate) async fn inside(&self, aws: &Aws) -> Vec<Failure> {
        match nested(&self.event) {
            Some(_) => failures(aws, vec![self.clone()])
                .await
                .into_iter()
                .filter(|failure| failure.resource.contains(SEPARATOR) || failure.unread.is_some())
                .collect(),
            None => Vec::new(),
        }
    }

    fn failure(self, prefix: &str) -> Failure {
        Failure {
            resource: prefix.to_owned() + self.event.logical_resource_id().unwrap_or_default(),
            kind: self.event.resource_type().unwrap_or_default().to_owned(),
            reason: self
                .event
                .resource_status_reason()
                .unwrap_or_default()
                .trim()
                .to_owned(),
            unread: None,
        }
    }
}

/// Separates the nested stacks and the resource in a name.
const SEPARATOR: char = '/';

/// The failures of these events; those of nested stacks come from the nested stacks' own events.
async fn failures(aws: &Aws, causes: Vec<RootCause>) -> Vec<Failure> {
    let mut found = Vec::new();
    let mut read = BTreeSet::new();
    // A stack: the last item is processed first.
    let mut open: Vec<(String, RootCause)> = with_prefix("", causes).collect();
    while let Some((prefix, cause)) = open.pop() {
        let Some(stack) = nested(&cause.event).filter(|stack| read.insert((*stack).to_owned())) else {
            found.push(cause.failure(&prefix));
            continue;
        };
        match events::from_time(aws, stack, cause.started).await {
            Ok(inner) => {
                let mut causes = RootCauses::default();
                for event in &inner {
                    causes.record(event);
                }
                if causes.found.is_empty() {
                    found.push(cause.failure(&prefix));
                } else {
                    let stack = cause.event.logical_resource_id().unwrap_or_default();
                    open.extend(with_prefix(&format!("{prefix}{stack}{SEPARATOR}"), causes.found));
                }
            }
            Err(error) => {
                let mut failure = cause.failure(&prefix);
                failure.unread = Some(error.problem().to_owned());
                found.push(failure);
            }
        }
    }
    found
}

/// In reverse, so that the first cause is popped first.
fn with_prefix(prefix: &str, causes: Vec<RootCause>) -> impl Iterator<Item = (String, RootCause)> {
    let prefix = prefix.to_owned();
    causes.into_iter().rev().map(move |cause| (prefix.clone(), cause))
}

/// The ID of the nested stack that an event of its parent is about.
fn nested(event: &StackEvent) -> Option<&str> {
    let is_nested = event.resource_type() == Some(NESTED_STACK) && !events::is_stack(event);
    event
        .physical_resource_id()
        .filter(|stack| is_nested && !stack.is_empty())
}

/// Whether a failure is only a consequence of another one, or gives no reason.
fn is_consequence(event: &StackEvent) -> bool {
    let reason = event
        .resource_status_reason()
        .unwrap_or_default()
        .to_ascii_lowercase();
    reason.trim().is_empty()
        || reason.contains("cancelled")
        || reason.contains("rollback requested by user")
        // In the event of a nested stack, this reason is the only trace of the failure inside it.
        || (reason.contains("the following resource(s) failed") && nested(event).is_none())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::deploy::progress::events::tests::event;

    fn failures_of(events: &[StackEvent]) -> Vec<String> {
        let mut causes = RootCauses::default();
        for event in events {
            causes.record(event);
        }
        let failures = causes.found.into_iter().map(|cause| cause.failure(""));
        failures.map(|failure| failure.to_string()).collect()
    }

    #[test]
    fn cancelled_resources_are_not_root_causes() {
        let failures = failures_of(&[
            event(0, "Table", "CREATE_FAILED", "Resource creation cancelled"),
            event(0, "Bucket", "CREATE_FAILED", "links-web already exists"),
            event(0, "Topic", "CREATE_FAILED", "some other reason"),
            event(
                0,
                "links-dev",
                "ROLLBACK_IN_PROGRESS",
                "The following resource(s) failed to create: [Bucket, Topic]. Rollback requested by user.",
            ),
        ]);
        assert_eq!(
            failures,
            [
                "`Bucket` (AWS::S3::Bucket): links-web already exists\n  hint: a resource with this name exists \
                 outside the stack: delete it, import it, or let CloudFormation generate the name",
                "`Topic` (AWS::S3::Bucket): some other reason"
            ]
        );
    }

    #[test]
    fn the_stacks_repetition_of_a_failure_is_not_a_second_one() {
        let failures = failures_of(&[
            event(0, "Bucket", "CREATE_FAILED", "no such colour"),
            event(
                0,
                "links-dev",
                "ROLLBACK_IN_PROGRESS",
                "Resource Bucket failed: no such colour",
            ),
        ]);
        assert_eq!(failures, ["`Bucket` (AWS::S3::Bucket): no such colour"]);
    }

    #[test]
    fn a_failure_of_the_stack_itself_is_reported() {
        let failures = failures_of(&[event(
            0,
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
    fn a_successful_operation_has_no_failures() {
        assert!(failures_of(&[event(0, "Bucket", "CREATE_COMPLETE", "")]).is_empty());
    }
}
