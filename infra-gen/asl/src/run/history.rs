//! The events of an execution, with the names that AWS uses.

use std::time::Duration;

use crate::model::Json;

/// One event.
/// <https://docs.aws.amazon.com/step-functions/latest/apireference/API_HistoryEvent.html>
#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    /// The ID, from 1.
    pub id: u64,
    /// The ID of the event that caused it; 0 for the first event.
    pub previous: u64,
    /// The virtual time since the start of the execution.
    pub at: Duration,
    /// `TaskStateEntered`, `TaskFailed` …
    pub event_type: String,
    /// The event details of AWS: the name of the state, its input, an error.
    pub details: Json,
}

impl Event {
    /// The name of the event's state, if it has one.
    pub fn state(&self) -> Option<&str> {
        self.details.get("name")?.as_str()
    }
}
