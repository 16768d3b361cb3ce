//! What employees do with an order: pack, ship, deliver and cancel it, refund it, and add notes.
//!
//! Each change reads the order, decides, and writes on the condition that nothing that it depends on has changed since. So
//! concurrent changes happen one after the other, a repeated request changes nothing, and the stock of a cancelled order is
//! returned once. A change that loses against another one is decided again.

use std::{future::Future, time::Duration};

use shop_contract::{
    Actor, HistoryEntry, IdempotencyKey, NewNote, NewRefund, Note, Order, OrderId, OrderState, OrderStatus,
    ProductId, Refund, Step, Timestamp, Transition,
};
use shop_runtime::StoreError;

use crate::placing::ReadOrder;

/// Changes the state of orders.
pub trait AdvanceOrder {
    /// Gives the order this state and adds the entry to its history, if it still has the given status.
    fn advance(
        &self,
        id: &OrderId,
        from: OrderStatus,
        to: &OrderState,
        entry: &HistoryEntry,
    ) -> impl Future<Output = Result<Written, StoreError>>;
}

/// Cancels orders.
pub trait ReturnStock {
    /// The same as [`AdvanceOrder::advance`], and returns the stock of the lines in the same transaction. Lines of the products in
    /// `without` are left out.
    fn cancel(
        &self,
        order: &Order,
        to: &OrderState,
        entry: &HistoryEntry,
        without: &[ProductId],
    ) -> impl Future<Output = Result<Cancelled, StoreError>>;
}

/// Adds refunds and notes to orders.
pub trait AppendToOrder {
    /// Adds the refund to an order that has this many refunds.
    fn add_refund(
        &self,
        id: &OrderId,
        existing: usize,
        refund: &Refund,
    ) -> impl Future<Output = Result<Written, StoreError>>;

    /// Adds the note to an order that has this many notes.
    fn add_note(
        &self,
        id: &OrderId,
        existing: usize,
        note: &Note,
    ) -> impl Future<Output = Result<Written, StoreError>>;
}

/// Whether a conditional write was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Written {
    /// It was made.
    Now,
    /// The order has changed since it was read. Nothing was written.
    Outdated,
}

/// Whether an order was cancelled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cancelled {
    /// It was cancelled, and its stock was returned.
    Now,
    /// The order has changed since it was read, or a concurrent write conflicted. Nothing was written.
    Outdated,
    /// These products do not exist anymore. Nothing was written.
    WithoutProducts(Vec<ProductId>),
}

/// Why an order was not changed.
#[derive(Debug, thiserror::Error)]
pub enum ChangeError {
    /// The order does not exist.
    #[error("the order does not exist")]
    UnknownOrder,
    /// The order's status does not allow it.
    #[error("the order is {}; {reason}", .status.as_str())]
    Conflict {
        /// The order's status.
        status: OrderStatus,
        /// What is required.
        reason: &'static str,
    },
    /// The amount of a refund is zero, or in another currency.
    #[error("{0}")]
    InvalidAmount(&'static str),
    /// The key was used with another refund or note.
    #[error("the key was used with another request")]
    KeyReused,
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// The maximum number of refunds of an order.
///
/// A page of the listing has a hundred orders with their refunds and notes, and a response of Lambda at most 6 MB.
pub const MAX_REFUNDS: usize = 10;

/// The maximum number of notes of an order.
pub const MAX_NOTES: usize = 20;

/// Makes a transition of an order, and returns the order.
pub async fn advance(
    orders: &(impl ReadOrder + AdvanceOrder),
    stock: &impl ReturnStock,
    id: &OrderId,
    transition: &Transition,
    by: Actor,
    at: Timestamp,
) -> Result<Order, ChangeError> {
    let entry = HistoryEntry {
        at,
        by,
        event: transition.event(),
    };
    let mut missing = Vec::new();
    let mut attempts = Attempts::default();
    loop {
        let order = orders.find(id).await?.ok_or(ChangeError::UnknownOrder)?;
        let status = order.state.status();
        let to = match transition.step(&order.state) {
            Step::To(state) => state,
            Step::Made => return Ok(order),
            Step::Impossible => {
                return Err(ChangeError::Conflict {
                    status,
                    reason: requirement(transition),
                });
            }
        };
        let written = if let OrderState::Cancelled { .. } = to {
            match stock.cancel(&order, &to, &entry, &missing).await? {
                Cancelled::Now => Written::Now,
                Cancelled::Outdated => Written::Outdated,
                // Each attempt leaves out more of the lines, so this ends.
                Cancelled::WithoutProducts(unknown) => {
                    missing.extend(unknown);
                    continue;
                }
            }
        } else {
            orders.advance(id, status, &to, &entry).await?
        };
        match written {
            Written::Now => return Ok(with_state(order, to, entry)),
            Written::Outdated => attempts.pause().await?,
        }
    }
}

/// Records a refund of an order, and returns the order.
pub async fn refund(
    orders: &(impl ReadOrder + AppendToOrder),
    id: &OrderId,
    key: &IdempotencyKey,
    new: NewRefund,
    by: Actor,
    at: Timestamp,
) -> Result<Order, ChangeError> {
    let refund = Refund {
        id: key.to_string(),
        at,
        by,
        amount: new.amount,
        reason: new.reason.to_string(),
    };
    let mut attempts = Attempts::default();
    loop {
        let mut order = orders.find(id).await?.ok_or(ChangeError::UnknownOrder)?;
        if let Some(first) = order.refunds.iter().find(|first| first.id == refund.id) {
            let is_same = (&first.amount, &first.reason) == (&refund.amount, &refund.reason);
            return if is_same {
                Ok(order)
            } else {
                Err(ChangeError::KeyReused)
            };
        }
        check_refund(&order, &refund)?;
        match orders.add_refund(id, order.refunds.len(), &refund).await? {
            Written::Now => {
                order.refunds.push(refund);
                return Ok(order);
            }
            Written::Outdated => attempts.pause().await?,
        }
    }
}

/// Adds a note to an order, and returns the order.
pub async fn add_note(
    orders: &(impl ReadOrder + AppendToOrder),
    id: &OrderId,
    key: &IdempotencyKey,
    new: NewNote,
    by: Actor,
    at: Timestamp,
) -> Result<Order, ChangeError> {
    let note = Note {
        id: key.to_string(),
        at,
        by,
        text: new.text.to_string(),
    };
    let mut attempts = Attempts::default();
    loop {
        let mut order = orders.find(id).await?.ok_or(ChangeError::UnknownOrder)?;
        if let Some(first) = order.notes.iter().find(|first| first.id == note.id) {
            return if first.text == note.text {
                Ok(order)
            } else {
                Err(ChangeError::KeyReused)
            };
        }
        if order.notes.len() >= MAX_NOTES {
            return Err(ChangeError::Conflict {
                status: order.state.status(),
                reason: "an order has at most 20 notes",
            });
        }
        match orders.add_note(id, order.notes.len(), &note).await? {
            Written::Now => {
                order.notes.push(note);
                return Ok(order);
            }
            Written::Outdated => attempts.pause().await?,
        }
    }
}

fn check_refund(order: &Order, refund: &Refund) -> Result<(), ChangeError> {
    if refund.amount.currency != order.total.currency {
        return Err(ChangeError::InvalidAmount(
            "expected an amount in the currency of the order",
        ));
    }
    if refund.amount.amount == 0 {
        return Err(ChangeError::InvalidAmount("expected an amount above zero"));
    }
    let conflict = |reason| ChangeError::Conflict {
        status: order.state.status(),
        reason,
    };
    match order.state.status() {
        OrderStatus::Cancelled | OrderStatus::Shipped | OrderStatus::Delivered => {}
        OrderStatus::Pending | OrderStatus::Confirmed | OrderStatus::Packed | OrderStatus::Rejected => {
            return Err(conflict(
                "only a cancelled, shipped or delivered order can be refunded",
            ));
        }
    }
    if order.refunds.len() >= MAX_REFUNDS {
        return Err(conflict("an order has at most 10 refunds"));
    }
    let all = order.refunds.iter().chain([refund]);
    let sum = all.fold(0, |sum: u64, refund| sum.saturating_add(refund.amount.amount));
    if sum > order.total.amount {
        return Err(conflict(
            "the refunds must not be more than the total of the order",
        ));
    }
    Ok(())
}

/// The status that a transition requires.
fn requirement(transition: &Transition) -> &'static str {
    match transition {
        Transition::Packed {} => "only a confirmed order can be packed",
        Transition::Shipped { .. } => "only a packed order can be shipped",
        Transition::Delivered {} => "only a shipped order can be delivered",
        Transition::Cancelled { .. } => "only a confirmed or packed order can be cancelled",
    }
}

fn with_state(mut order: Order, state: OrderState, entry: HistoryEntry) -> Order {
    order.state = state;
    order.history.push(entry);
    order
}

/// The attempts of a change that lost against another one.
#[derive(Default)]
struct Attempts {
    made: u32,
}

impl Attempts {
    /// As many as fifty changes of one order at the same time need.
    const MAX: u32 = 12;

    /// Waits for a random time, so that concurrent changes do not conflict again: at most 10 ms at first, and at most 320 ms later.
    async fn pause(&mut self) -> Result<(), StoreError> {
        self.made += 1;
        if self.made == Self::MAX {
            return Err(StoreError::Busy {
                source: "concurrent changes of the order conflicted in every attempt".into(),
            });
        }
        let longest = Duration::from_millis(10 << self.made.min(5));
        tokio::time::sleep(longest.mul_f64(fastrand::f64())).await;
        Ok(())
    }
}
