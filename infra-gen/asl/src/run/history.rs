//! What happened, in the order it happened, by the names that AWS gives.

use std::time::Duration;

use crate::model::Json;

/// One thing that happened.
/// <https://docs.aws.amazon.com/step-functions/latest/apireference/API_HistoryEvent.html>
#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    /// Counts from 1.
    pub id: u64,
    /// The event that led to it; 0 for the first.
    pub previous: u64,
    /// When, from the start of the execution.
    pub at: Duration,
    /// `TaskStateEntered`, `TaskFailed` …
    pub event_type: String,
    /// The name of the state, its input, an error: what AWS puts into the event's details.
    pub details: Json,
}

impl Event {
    /// The state that the event names, if it names one.
    pub fn state(&self) -> Option<&str> {
        self.details.get("name")?.as_str()
    }
}
