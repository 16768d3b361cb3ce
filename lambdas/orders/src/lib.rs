//! The orders microservice: from the request to the delivery. Each order is processed exactly once, the shop never
//! oversells, and the stock of a cancelled order is returned exactly once.
//!
//! The domain is in [`submission`], [`placing`], [`inventory`], [`listing`], [`day_figures`], [`sweep`] and [`fulfilment`]. The stores
//! are in [`orders_table`], [`order_changes`], [`stock`], [`returned_stock`] and [`workflow`]. Each handler has its own file.
//!
//! Nothing here moves money: a refund is a record.
//!
//! # What the workflow relies on
//!
//! The workflow `new_order` is in the crate `state-machines`. It runs the tasks [`new_order`] and [`update_inventory`], retries
//! transient errors, and rejects an order itself when no task decided it. It relies on these guarantees:
//!
//! - Each task may run twice, concurrently with itself, or stop at any point. Its input has the same times in every run, so a
//!   repeated write is the same write.
//! - Only `Busy` and `Conflict` ([`TaskErrorName::RETRIED`](shop_contract::workflow::TaskErrorName::RETRIED)) are transient and
//!   retried.
//! - `OrderIdTaken` means that another order has the ID. No run of the execution can write under it, and there is nothing to
//!   reject. After any other failure of `new_order`, a timed-out run may still write the order, because it may have read a
//!   product that the last run did not find. So the workflow waits until every such run must have finished.
//! - `OutOfStock` and `PriceChanged` mean that the order is rejected.
//! - Every decision is conditional on the order being pending, and writes what `state_change.rs` writes. This includes the
//!   workflow's own rejection.
//! - An execution fails with the error name and the cause of the failed task, unchanged, because [`submission::status`] reads
//!   them.

pub mod add_order_note;
pub mod check_order_submission;
pub mod create_order;
pub mod day_figures;
pub mod fulfilment;
pub mod get_order;
pub mod get_orders;
pub mod get_orders_summary;
pub mod inventory;
pub mod listing;
pub mod new_order;
pub mod order_changes;
pub mod order_id;
pub mod orders_table;
pub mod placing;
pub mod refund_order;
pub mod returned_stock;
pub mod stock;
pub mod submission;
pub mod sweep;
pub mod sweep_orders;
pub mod transition_order;
pub mod update_inventory;
pub mod workflow;

mod changing;
mod clock;
mod quiet;
mod state_change;

use shop_contract::Microservice;
use shop_runtime::{Entries, entry, task_entry};

/// The handlers of this binary.
pub const ENTRIES: Entries = Entries::new(
    Microservice::Orders,
    &[
        entry::<create_order::CreateOrder>(),
        entry::<check_order_submission::CheckOrderSubmission>(),
        entry::<get_orders::GetOrders>(),
        entry::<get_orders_summary::GetOrdersSummary>(),
        entry::<get_order::GetOrder>(),
        entry::<transition_order::TransitionOrder>(),
        entry::<refund_order::RefundOrder>(),
        entry::<add_order_note::AddOrderNote>(),
        task_entry::<new_order::NewOrder>(),
        task_entry::<update_inventory::UpdateInventory>(),
        task_entry::<sweep_orders::SweepOrders>(),
    ],
);
