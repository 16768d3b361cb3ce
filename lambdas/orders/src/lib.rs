//! The orders microservice: from the request to the confirmation, exactly once, never oversold.
//!
//! [`submission`], [`placing`], [`inventory`], [`listing`], [`day_figures`] and [`sweep`] are what the shop means by an order;
//! [`orders_table`],
//! [`products_table`], [`stock`] and [`workflow`] are where that is kept and run; each handler has a file of its own.
//!
//! Absent: anything that cancels or delivers an order, and anything that gives stock back, for a rejected order never had
//! it.
//!
//! # What the workflow relies on
//!
//! The workflow `new_order` is in the crate `state-machines`. It runs the tasks [`new_order`] and [`update_inventory`], repeats
//! what fails in passing, and rejects an order itself when nothing else does. For that it takes their word:
//!
//! - Each task may run twice, beside itself, or stop anywhere. What it is told of time is the same for every run, so a
//!   repeated write is the same write.
//! - `Busy` and `Conflict` ([`TaskErrorName::RETRIED`](shop_contract::workflow::TaskErrorName::RETRIED)) pass; nothing else
//!   that a task says does.
//! - `OrderIdTaken` is said only when another order has the ID: no run of the execution can write under it, and there is
//!   nothing to reject. After any other failure of `new_order` a run that was given up may still write the order, for it may
//!   have read a product that the last run did not find; so the workflow waits for as long as a run can last before it looks.
//! - `OutOfStock` and `PriceChanged` are said only when the order is rejected.
//! - Whoever decides an order, does it on the condition that it is pending, and writes what `decision.rs` writes: the
//!   workflow too.
//! - An execution ends by the name and the cause that a task failed by, unchanged, for [`submission::status`] reads them.

pub mod check_order_submission;
pub mod create_order;
pub mod day_figures;
pub mod get_order;
pub mod get_orders;
pub mod get_orders_summary;
pub mod inventory;
pub mod listing;
pub mod new_order;
pub mod order_id;
pub mod orders_table;
pub mod placing;
pub mod stock;
pub mod submission;
pub mod sweep;
pub mod sweep_orders;
pub mod update_inventory;
pub mod workflow;

mod decision;

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
        task_entry::<new_order::NewOrder>(),
        task_entry::<update_inventory::UpdateInventory>(),
        task_entry::<sweep_orders::SweepOrders>(),
    ],
);
