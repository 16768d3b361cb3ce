//! A message of the inbox.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// Something that was sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Message {
    /// What the sender calls it. A topic that delivers twice uses the same one.
    pub(super) id: String,
    /// When it was sent, RFC 3339 in UTC to the second, so that texts sort like times.
    pub(super) at: String,
    /// The topic's name, or the address it comes from.
    pub(super) from: String,
    /// To whom it went; a topic's subscribers are its own affair.
    pub(super) to: Vec<String>,
    pub(super) subject: String,
    pub(super) text: String,
}

/// The instant as messages tell it.
pub(super) fn instant(at: Timestamp) -> String {
    let seconds = Timestamp::from_second(at.as_second()).unwrap_or(at);
    seconds.to_string()
}

/// What tests read.
pub(super) fn json(messages: &[Message]) -> String {
    serde_json::to_string_pretty(messages).expect("messages are texts, which are always JSON") + "\n"
}
