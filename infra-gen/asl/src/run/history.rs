//! The events of an execution, with the names and fields that AWS uses.

use std::time::Duration;

use jiff::{SignedDuration, Timestamp};

use crate::{
    model::{Json, JsonObject},
    run::error::TaskError,
};

/// One event.
/// <https://docs.aws.amazon.com/step-functions/latest/apireference/API_HistoryEvent.html>
#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    /// The ID, from 1.
    pub id: u64,
    /// The ID of the event that caused it; 0 for the first two events.
    pub previous: u64,
    /// The virtual time since the start of the execution.
    pub at: Duration,
    /// `TaskStateEntered`, `TaskFailed` …
    pub event_type: String,
    /// The event details of AWS: the name of the state, its input, an error. Payloads are JSON here, not text.
    pub details: Json,
}

impl Event {
    /// The name of the event's state, if it has one.
    pub fn state(&self) -> Option<&str> {
        self.details.get("name")?.as_str()
    }

    /// The event as `GetExecutionHistory` returns it, for an execution that started at `start`.
    pub fn to_json(&self, start: Timestamp) -> Json {
        /// Fields that AWS returns as text.
        const PAYLOADS: [&str; 3] = ["input", "output", "parameters"];
        let mut event = JsonObject::new();
        event.insert("timestamp".to_owned(), timestamp(start, self.at).into());
        event.insert("type".to_owned(), self.event_type.as_str().into());
        event.insert("id".to_owned(), self.id.into());
        event.insert("previousEventId".to_owned(), self.previous.into());
        let details = self.details.as_object().filter(|details| !details.is_empty());
        if let Some(details) = details {
            let details = details.iter().map(|(name, value)| {
                let value = match value {
                    payload if PAYLOADS.contains(&name.as_str()) => payload.to_string().into(),
                    Json::Object(variables) if name == "assignedVariables" => variables
                        .iter()
                        .map(|(name, value)| (name.clone(), Json::from(value.to_string())))
                        .collect::<JsonObject>()
                        .into(),
                    other => other.clone(),
                };
                (name.clone(), value)
            });
            event.insert(self.details_name(), Json::Object(details.collect()));
        }
        Json::Object(event)
    }

    /// `stateEnteredEventDetails`, `taskFailedEventDetails` …
    fn details_name(&self) -> String {
        for suffix in ["StateEntered", "StateExited"] {
            if self.event_type.ends_with(suffix) {
                return format!("s{}EventDetails", &suffix[1..]);
            }
        }
        let (first, rest) = self.event_type.split_at(1);
        format!("{}{rest}EventDetails", first.to_lowercase())
    }
}

/// The time `elapsed` after `start` with milliseconds, as AWS writes it.
pub(super) fn timestamp(start: Timestamp, elapsed: Duration) -> String {
    let elapsed = SignedDuration::try_from(elapsed).unwrap_or(SignedDuration::MAX);
    let at = start.saturating_add(elapsed).unwrap_or(Timestamp::MAX);
    format!("{at:.3}")
}

/// The event details of a failure: its error and cause, without empty ones.
pub(super) fn failure(error: &TaskError) -> Json {
    let fields = [("error", error.error.as_str()), ("cause", error.cause.as_str())];
    let present = fields.into_iter().filter(|(_, text)| !text.is_empty());
    Json::Object(
        present
            .map(|(name, text)| (name.to_owned(), Json::from(text)))
            .collect(),
    )
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn an_event_has_the_fields_and_texts_of_aws() {
        let event = Event {
            id: 2,
            previous: 0,
            at: Duration::from_millis(1500),
            event_type: "PassStateEntered".to_owned(),
            details: json!({ "name": "A", "input": { "x": 1 } }),
        };
        assert_eq!(
            event.to_json(Timestamp::UNIX_EPOCH),
            json!({
                "timestamp": "1970-01-01T00:00:01.500Z", "type": "PassStateEntered", "id": 2, "previousEventId": 0,
                "stateEnteredEventDetails": { "name": "A", "input": "{\"x\":1}" },
            })
        );
    }
}
