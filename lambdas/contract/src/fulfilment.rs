//! What happens to an order after its confirmation, as the order and its item contain it.
//!
//! The texts are plain strings: they were validated when they were entered, and a later version may allow others.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Actor, Money, Timestamp};

/// A parcel.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Shipment {
    /// The carrier's name.
    pub carrier: String,
    /// The carrier's page about the parcel, if it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    pub tracking_url: Option<String>,
}

/// A cancellation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Cancellation {
    /// The reason, for employees.
    pub reason: String,
}

/// A change of an order's status by an employee.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct HistoryEntry {
    /// When.
    pub at: Timestamp,
    /// Who.
    pub by: Actor,
    /// What.
    pub event: OrderEvent,
}

/// What an employee did with an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "UPPERCASE")]
pub enum OrderEvent {
    /// Packed it.
    Packed,
    /// Shipped it.
    Shipped,
    /// Marked it as delivered.
    Delivered,
    /// Cancelled it.
    Cancelled,
}

/// A note about an order, for employees.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Note {
    /// The `Idempotency-Key` of the request that added it.
    pub id: String,
    /// When it was added.
    pub at: Timestamp,
    /// Who added it.
    pub by: Actor,
    /// The text.
    pub text: String,
}

/// A refund. It is a record: the shop does not move the money.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Refund {
    /// The `Idempotency-Key` of the request that recorded it.
    pub id: String,
    /// When it was recorded.
    pub at: Timestamp,
    /// Who recorded it.
    pub by: Actor,
    /// The amount.
    pub amount: Money,
    /// The reason, for employees.
    pub reason: String,
}
