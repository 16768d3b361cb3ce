//! A stack's events, as CloudFormation keeps them: where an operation begins, and what has happened since.

use std::time::{Duration, SystemTime};

use aws_sdk_cloudformation::primitives::DateTime;
use aws_sdk_cloudformation::types::{ResourceStatus, StackEvent};

use crate::aws::{Aws, AwsError};

/// The last event before an operation. What comes after it belongs to the operation.
#[derive(Debug, Clone)]
pub(crate) struct Bookmark(Option<String>);

impl Bookmark {
    /// Before everything that is remembered.
    pub(crate) fn beginning() -> Self {
        Self(None)
    }

    /// Everything up to now is the past.
    pub(crate) async fn now(aws: &Aws, stack: &str) -> Result<Self, AwsError> {
        let events = page(aws, stack, None).await?.0;
        Ok(Self(events.into_iter().next().and_then(|event| event.event_id)))
    }

    /// Just before the operation that began last, and who began it.
    pub(crate) async fn before_current(aws: &Aws, stack: &str) -> Result<(Self, Began), AwsError> {
        let mut token = None;
        let mut began = None;
        loop {
            let (events, next) = page(aws, stack, token).await?;
            for event in events {
                if let Some(began) = began {
                    return Ok((Self(event.event_id), began));
                }
                if begins(&event) {
                    began = Some(Began::of(&event));
                }
            }
            match next {
                Some(next) => token = Some(next),
                // The stack's own beginning.
                None => return Ok((Self(None), began.unwrap_or(Began::Elsewhere))),
            }
        }
    }
}

/// What the token of a request by this program begins with.
pub(crate) const TOKEN: &str = "infra-gen-";

/// Who began an operation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Began {
    /// A run of this program.
    Here,
    /// Anybody and anything else.
    Elsewhere,
}

impl Began {
    fn of(event: &StackEvent) -> Self {
        if event
            .client_request_token()
            .is_some_and(|token| token.starts_with(TOKEN))
        {
            Self::Here
        } else {
            Self::Elsewhere
        }
    }
}

/// Whether an event is the stack's own rather than one of its resources'.
pub(crate) fn is_stack(event: &StackEvent) -> bool {
    event.physical_resource_id().is_some() && event.physical_resource_id() == event.stack_id()
}

/// The status that an event tells, `CREATE_COMPLETE`.
pub(crate) fn status(event: &StackEvent) -> &str {
    event
        .resource_status()
        .map(ResourceStatus::as_str)
        .unwrap_or_default()
}

/// How long it took from one event to another, by CloudFormation's own clock.
pub(crate) fn between(start: &StackEvent, end: &StackEvent) -> Option<Duration> {
    let time = |event: &StackEvent| SystemTime::try_from(*event.timestamp()?).ok();
    time(end)?.duration_since(time(start)?).ok()
}

/// The events after the bookmark, oldest first.
pub(crate) async fn newer(aws: &Aws, stack: &str, since: &Bookmark) -> Result<Vec<StackEvent>, AwsError> {
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

/// The events of the operation that was under way at a time, and of what followed; of the last one, where no time is given.
/// Oldest first.
pub(crate) async fn of_operation(
    aws: &Aws,
    stack: &str,
    at: Option<DateTime>,
) -> Result<Vec<StackEvent>, AwsError> {
    let Some(at) = at else {
        let since = Bookmark::before_current(aws, stack).await?.0;
        return newer(aws, stack, &since).await;
    };
    let mut events = newer(aws, stack, &Bookmark::beginning()).await?;
    events.retain(|event| event.timestamp().is_none_or(|time| *time >= at));
    Ok(events)
}

impl Bookmark {
    /// Moves behind these events.
    pub(crate) fn pass(&mut self, events: &[StackEvent]) {
        if let Some(last) = events.last() {
            self.0.clone_from(&last.event_id);
        }
    }
}

/// The stack's own event that an operation begins with; rollbacks and clean-ups are parts of one.
fn begins(event: &StackEvent) -> bool {
    is_stack(event)
        && matches!(
            status(event),
            "CREATE_IN_PROGRESS" | "UPDATE_IN_PROGRESS" | "DELETE_IN_PROGRESS" | "IMPORT_IN_PROGRESS"
        )
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
pub(crate) mod tests {
    use super::*;

    /// An event of the stack `links-dev`: its own, or of a bucket in it.
    pub(crate) fn event(second: i64, resource: &str, status: &str, reason: &str) -> StackEvent {
        const STACK: &str = "arn:stack";
        let physical = if resource == "links-dev" { STACK } else { resource };
        StackEvent::builder()
            .stack_id(STACK)
            .event_id(format!("{second}-{resource}-{status}"))
            .stack_name("links-dev")
            .timestamp(DateTime::from_secs(second))
            .logical_resource_id(resource)
            .physical_resource_id(physical)
            .resource_type("AWS::S3::Bucket")
            .resource_status(ResourceStatus::from(status))
            .resource_status_reason(reason)
            .build()
    }
}
