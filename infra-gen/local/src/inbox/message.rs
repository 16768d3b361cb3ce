//! A message of the inbox.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// A message of a topic or a user pool.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Message {
    /// The sender's ID. A topic that delivers a message twice uses the same ID.
    pub(super) id: String,
    /// The time of sending: RFC 3339 in UTC to the second, so that it sorts as text.
    pub(super) at: String,
    /// The topic's name, or the sender's address.
    pub(super) from: String,
    /// The recipients; empty for a topic.
    pub(super) to: Vec<String>,
    pub(super) subject: String,
    pub(super) text: String,
}

/// The time in the format of [`Message::at`].
pub(super) fn timestamp(at: Timestamp) -> String {
    let seconds = Timestamp::from_second(at.as_second()).unwrap_or(at);
    seconds.to_string()
}

/// The messages as JSON, for tests.
pub(super) fn json(messages: &[Message]) -> String {
    serde_json::to_string_pretty(messages).expect("messages are always valid JSON") + "\n"
}
