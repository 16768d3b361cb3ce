//! Why an operation failed: the failures that nothing else caused.
//!
//! Of what failed in a nested stack the stack around it says one sentence, "Embedded stack … was not successfully
//! created", and names no more than the resource. The nested stack's own events say why, so they are read, however deep
//! the nesting; where they cannot be, the sentence stays.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use aws_sdk_cloudformation::primitives::DateTime;
use aws_sdk_cloudformation::types::StackEvent;
use serde::Serialize;

use super::events;
use super::mend;
use super::stack::NESTED_STACK;
use crate::aws::Aws;

/// Something that failed by itself, not because something else did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Failure {
    /// After the nested stacks that it is in: `Inner/Orders`.
    pub(crate) resource: String,
    #[serde(rename = "type")]
    pub(crate) kind: String,
    pub(crate) reason: String,
    /// Why no more is known of a nested stack: its own events could not be read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) unread: Option<String>,
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` ({}): {}", self.resource, self.kind, self.reason)?;
        if let Some(mend) = mend::usual(&self.reason) {
            write!(f, "\n  what helps: {mend}")?;
        }
        match &self.unread {
            Some(why) => write!(f, "\n  no more is known of it: {why}"),
            None => Ok(()),
        }
    }
}

/// The events of an operation that tell such a failure, as they come in, oldest first.
#[derive(Debug, Default)]
pub(crate) struct Causes {
    found: Vec<Cause>,
    /// When what is being worked on was begun.
    begun: BTreeMap<String, DateTime>,
}

/// An event that tells a failure, and when the work began that failed.
#[derive(Debug, Clone)]
pub(crate) struct Cause {
    event: StackEvent,
    begun: Option<DateTime>,
}

impl Causes {
    /// Takes an event in; whether it tells a failure that nothing else caused.
    pub(crate) fn see(&mut self, event: &StackEvent) -> Option<&Cause> {
        let status = events::status(event);
        let resource = event.logical_resource_id().unwrap_or_default();
        let failed = status.ends_with("_FAILED") || status.ends_with("ROLLBACK_IN_PROGRESS");
        let mut begun = None;
        if !events::is_stack(event) {
            if status.ends_with("_IN_PROGRESS") {
                if let Some(at) = event.timestamp() {
                    self.begun.entry(resource.to_owned()).or_insert(*at);
                }
            } else {
                begun = self.begun.remove(resource);
            }
        }
        // Once a resource failed, the stack says nothing of its own.
        let is_said = events::is_stack(event) && !self.found.is_empty();
        if !failed || is_said || is_consequence(event) {
            return None;
        }
        let event = event.clone();
        self.found.push(Cause { event, begun });
        self.found.last()
    }

    /// The failures, in the order in which they happened, with those in nested stacks for theirs.
    pub(crate) async fn failures(&self, aws: &Aws) -> Vec<Failure> {
        failures(aws, self.found.clone()).await
    }
}

impl Cause {
    /// What failed within the nested stack that this failure is of; nothing where it is of something else.
    pub(crate) async fn inside(&self, aws: &Aws) -> Vec<Failure> {
        match nested(&self.event) {
            Some(_) => failures(aws, vec![self.clone()])
                .await
                .into_iter()
                .filter(|failure| failure.resource.contains(BETWEEN) || failure.unread.is_some())
                .collect(),
            None => Vec::new(),
        }
    }

    fn failure(self, within: &str) -> Failure {
        Failure {
            resource: within.to_owned() + self.event.logical_resource_id().unwrap_or_default(),
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

/// What stands between the names of stacks and what is in them.
const BETWEEN: char = '/';

/// The failures that these events tell, those of nested stacks taken from the stacks' own events.
async fn failures(aws: &Aws, causes: Vec<Cause>) -> Vec<Failure> {
    let mut found = Vec::new();
    let mut read = BTreeSet::new();
    // The last is looked at first.
    let mut open: Vec<(String, Cause)> = within("", causes).collect();
    while let Some((place, cause)) = open.pop() {
        let Some(stack) = nested(&cause.event).filter(|stack| read.insert((*stack).to_owned())) else {
            found.push(cause.failure(&place));
            continue;
        };
        match events::of_operation(aws, stack, cause.begun).await {
            Ok(inner) => {
                let mut causes = Causes::default();
                for event in &inner {
                    causes.see(event);
                }
                if causes.found.is_empty() {
                    found.push(cause.failure(&place));
                } else {
                    let stack = cause.event.logical_resource_id().unwrap_or_default();
                    open.extend(within(&format!("{place}{stack}{BETWEEN}"), causes.found));
                }
            }
            Err(error) => {
                let mut failure = cause.failure(&place);
                failure.unread = Some(error.to_string());
                found.push(failure);
            }
        }
    }
    found
}

fn within(place: &str, causes: Vec<Cause>) -> impl Iterator<Item = (String, Cause)> {
    let place = place.to_owned();
    causes.into_iter().rev().map(move |cause| (place.clone(), cause))
}

/// The nested stack that an event of the stack around it is about.
fn nested(event: &StackEvent) -> Option<&str> {
    let is_nested = event.resource_type() == Some(NESTED_STACK) && !events::is_stack(event);
    event
        .physical_resource_id()
        .filter(|stack| is_nested && !stack.is_empty())
}

/// Whether something failed only because the operation was already lost, or says nothing of why.
fn is_consequence(event: &StackEvent) -> bool {
    let reason = event
        .resource_status_reason()
        .unwrap_or_default()
        .to_ascii_lowercase();
    reason.trim().is_empty()
        || reason.contains("cancelled")
        || reason.contains("rollback requested by user")
        // What failed is in the nested stack, and nothing of this one's tells it.
        || (reason.contains("the following resource(s) failed") && nested(event).is_none())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::deploy::events::tests::event;

    fn failures_of(events: &[StackEvent]) -> Vec<String> {
        let mut causes = Causes::default();
        for event in events {
            causes.see(event);
        }
        let failures = causes.found.into_iter().map(|cause| cause.failure(""));
        failures.map(|failure| failure.to_string()).collect()
    }

    #[test]
    fn the_first_failure_is_the_one_that_nothing_else_caused() {
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
                "`Bucket` (AWS::S3::Bucket): links-web already exists\n  what helps: a resource of that name lives \
                 outside this stack: remove it, import it, or let CloudFormation name it",
                "`Topic` (AWS::S3::Bucket): some other reason"
            ]
        );
    }

    #[test]
    fn what_the_stack_says_of_its_resources_failure_is_no_second_one() {
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
    fn a_failure_of_the_stack_itself_is_told() {
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
    fn a_stack_that_went_well_has_no_failure() {
        assert!(failures_of(&[event(0, "Bucket", "CREATE_COMPLETE", "")]).is_empty());
    }
}
