//! What travels to and from `sweep_orders`, which is started by a schedule and not by a workflow.

use serde::{Deserialize, Serialize};

/// The input of `sweep_orders`. A schedule's event is one too: its other fields are ignored.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SweepOrdersTask {
    /// How many minutes an order may be pending before it is looked at, where this run differs from the setting.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pending_minutes: Option<u16>,
}

/// What a run of `sweep_orders` did with the orders that were pending for too long.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SweptOrders {
    /// Rejected, because their execution has ended or does not exist.
    pub rejected: usize,
    /// Left alone, because their execution is running.
    pub running: usize,
    /// Found to be confirmed or rejected meanwhile, and left alone.
    pub decided: usize,
    /// Not looked at because a call failed; a later run looks at them.
    pub failed: usize,
    /// Left for a later run, because this one had enough to do.
    pub left: usize,
    /// Index entries that could not be read.
    pub unreadable: u32,
}
