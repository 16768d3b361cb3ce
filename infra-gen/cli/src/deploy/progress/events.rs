//! Reads the events of a stack: where an operation starts, and what has happened since.

use std::time::{Duration, SystemTime};

use aws_sdk_cloudformation::primitives::DateTime;
use aws_sdk_cloudformation::types::{ResourceStatus, StackEvent};

use crate::aws::{Aws, AwsError};

/// A position in the events: the ID of the last event that was read, or `None` before the first one.
#[derive(Debug, Clone)]
pub(crate) struct EventCursor(Option<String>);

impl EventCursor {
    /// Before all events that CloudFormation still has.
    pub(crate) fn beginning() -> Self {
        Self(None)
    }

    /// After the latest event.
    pub(crate) async fn now(aws: &Aws, stack: &str) -> Result<Self, AwsError> {
        let events = page(aws, stack, None).await?.0;
        Ok(Self(events.into_iter().next().and_then(|event| event.event_id)))
    }

    /// Before the first event of the last operation, and who started that operation.
    pub(crate) async fn before_last_operation(aws: &Aws, stack: &str) -> Result<(Self, Initiator), AwsError> {
        let mut token = None;
        let mut initiator = None;
        loop {
            let (events, next) = page(aws, stack, token).await?;
            for event in events {
                if let Some(initiator) = initiator {
                    return Ok((Self(event.event_id), initiator));
                }
                if starts_operation(&event) {
                    initiator = Some(Initiator::from_event(&event));
                }
            }
            match next {
                Some(next) => token = Some(next),
                // The stack has no earlier operation.
                None => return Ok((Self(None), initiator.unwrap_or(Initiator::Other))),
            }
        }
    }

    /// Moves after these events.
    pub(crate) fn advance(&mut self, events: &[StackEvent]) {
        if let Some(last) = events.last() {
            self.0.clone_from(&last.event_id);
        }
    }
}

/// The prefix of this program's client request tokens, which CloudFormation repeats in the events.
pub(crate) const TOKEN_PREFIX: &str = "infra-gen-";

/// Who started an operation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Initiator {
    /// A run of this program.
    ThisProgram,
    /// Another tool, or a person in the console.
    Other,
}

impl Initiator {
    fn from_event(event: &StackEvent) -> Self {
        if event
            .client_request_token()
            .is_some_and(|token| token.starts_with(TOKEN_PREFIX))
        {
            Self::ThisProgram
        } else {
            Self::Other
        }
    }
}

/// Whether an event is about the stack itself, not about one of its resources.
pub(crate) fn is_stack(event: &StackEvent) -> bool {
    event.physical_resource_id().is_some() && event.physical_resource_id() == event.stack_id()
}

/// The status in an event, `CREATE_COMPLETE`.
pub(crate) fn status(event: &StackEvent) -> &str {
    event
        .resource_status()
        .map(ResourceStatus::as_str)
        .unwrap_or_default()
}

/// The time between two events, by CloudFormation's clock.
pub(crate) fn between(start: &StackEvent, end: &StackEvent) -> Option<Duration> {
    let time = |event: &StackEvent| SystemTime::try_from(*event.timestamp()?).ok();
    time(end)?.duration_since(time(start)?).ok()
}

/// The events after the cursor, oldest first.
pub(crate) async fn after(aws: &Aws, stack: &str, cursor: &EventCursor) -> Result<Vec<StackEvent>, AwsError> {
    let mut found = Vec::new();
    let mut token = None;
    loop {
        let (events, next) = page(aws, stack, token).await?;
        for event in events {
            if event.event_id.is_some() && event.event_id == cursor.0 {
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

/// The events from `start` on, oldest first; without a time, those of the last operation.
pub(crate) async fn from_time(
    aws: &Aws,
    stack: &str,
    start: Option<DateTime>,
) -> Result<Vec<StackEvent>, AwsError> {
    let Some(start) = start else {
        let cursor = EventCursor::before_last_operation(aws, stack).await?.0;
        return after(aws, stack, &cursor).await;
    };
    let mut events = after(aws, stack, &EventCursor::beginning()).await?;
    events.retain(|event| event.timestamp().is_none_or(|time| *time >= start));
    Ok(events)
}

/// Whether this is the first event of an operation. A rollback or clean-up belongs to the operation before it.
fn starts_operation(event: &StackEvent) -> bool {
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
            let error = AwsError::new(format!("read the events of stack `{stack}`"), &error);
            // The events of a deleted stack cannot be found by its name.
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
