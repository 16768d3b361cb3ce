//! The input and the output of `sweep_orders`, which a schedule starts.

use serde::{Deserialize, Serialize};

/// The input of `sweep_orders`. The schedule's event is a valid input: its fields are ignored.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SweepOrdersTask {
    /// How many minutes an order may be pending before it is checked; the configured value by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pending_minutes: Option<u16>,
}

/// What a run of `sweep_orders` did with the orders that were pending for too long.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SweptOrders {
    /// Rejected, because their execution has ended or does not exist.
    pub rejected: usize,
    /// Skipped, because their execution is running.
    pub running: usize,
    /// Skipped, because they were confirmed or rejected in the meantime.
    pub decided: usize,
    /// Not checked, because a call failed. A later run checks them.
    pub failed: usize,
    /// Left for a later run, because this run reached its limit.
    pub left: usize,
    /// Index entries that could not be read.
    pub unreadable: u32,
}
