//! Deciding an order: its stock is taken and it is confirmed, both or neither; or it is rejected.
//!
//! The order's own status is the one truth. Whoever decides does it on the condition that nobody has before, so the
//! function may be run twice, beside itself, or stop anywhere, and the order ends in one state.

use std::{future::Future, time::Duration};

use shop_contract::{Order, OrderId, OrderState, Rejection, Shortfall, Timestamp};
use shop_runtime::StoreError;

use crate::placing::ReadOrder;

/// Takes stock for orders.
pub trait TakeStock {
    /// Takes the stock of all the order's lines and confirms the order, if it is pending and there is enough of
    /// everything; changes nothing otherwise.
    fn confirm(
        &self,
        order: &Order,
        decided_at: &Timestamp,
    ) -> impl Future<Output = Result<Confirmation, StoreError>>;
}

/// What became of an order that was to be confirmed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Confirmation {
    /// It is confirmed.
    Confirmed,
    /// It is not pending, or perhaps not any more.
    DecidedBefore,
    /// There is not enough of these.
    Short(Vec<Shortfall>),
    /// Others wanted the same at the same moment. Of these it is known that there is not enough.
    Contended(Vec<Shortfall>),
}

/// Rejects orders.
pub trait RejectOrder {
    /// Rejects the order, unless it is decided already; then it stays as it is.
    fn reject(
        &self,
        id: &OrderId,
        rejection: &Rejection,
        decided_at: &Timestamp,
    ) -> impl Future<Output = Result<Rejected, StoreError>>;
}

/// Whether an order was rejected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rejected {
    /// It was pending, and is rejected now.
    Now,
    /// It is not pending, or there is no such order; nothing has changed.
    DecidedBefore,
}

/// Why an order is not confirmed.
#[derive(Debug, thiserror::Error)]
pub enum InventoryError {
    /// It is rejected, for there is not enough of these.
    #[error("there is not enough of {} of its lines", .0.len())]
    OutOfStock(Vec<Shortfall>),
    /// It was rejected before, for another reason.
    #[error("the order was rejected before: {0:?}")]
    AlreadyRejected(Rejection),
    /// There is no such order.
    #[error("there is no order `{0}`")]
    UnknownOrder(OrderId),
    /// Others wanted the same stock, or decided the same order, again and again.
    #[error("others had the order or its stock in hand {ATTEMPTS} times in a row")]
    Contended,
    /// The store did not do its part.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Confirms the order, or rejects it for want of stock. An order that is decided stays as it is.
pub async fn decide(
    orders: &(impl ReadOrder + RejectOrder),
    stock: &impl TakeStock,
    id: &OrderId,
    decided_at: &Timestamp,
) -> Result<(), InventoryError> {
    let mut attempt = 1;
    loop {
        let order = orders.find(id).await?;
        let order = order.ok_or_else(|| InventoryError::UnknownOrder(id.clone()))?;
        match order.state {
            OrderState::Pending => {}
            OrderState::Confirmed { .. } => return Ok(()),
            OrderState::Rejected { rejection, .. } => {
                return Err(match rejection {
                    Rejection::OutOfStock { shortfalls } => InventoryError::OutOfStock(shortfalls),
                    Rejection::NotProcessed => InventoryError::AlreadyRejected(rejection),
                });
            }
        }
        let shortfalls = match stock.confirm(&order, decided_at).await? {
            Confirmation::Confirmed => return Ok(()),
            // The next round finds how the order was decided. And what is known to be short may not be all that is: the
            // customer wants to hear it at once.
            Confirmation::DecidedBefore | Confirmation::Contended(_) if attempt < ATTEMPTS => {
                tokio::time::sleep(pause(attempt)).await;
                attempt += 1;
                continue;
            }
            Confirmation::DecidedBefore => return Err(InventoryError::Contended),
            Confirmation::Contended(known) if known.is_empty() => return Err(InventoryError::Contended),
            Confirmation::Contended(known) | Confirmation::Short(known) => known,
        };
        let rejection = Rejection::OutOfStock { shortfalls };
        // The next round finds the order rejected, or however somebody else decided it in between.
        orders.reject(id, &rejection, decided_at).await?;
    }
}

/// How often the stock is asked for before the workflow is left to try later.
const ATTEMPTS: u32 = 6;

/// How long to wait after an attempt: anything up to 25 ms at first, then up to twice as long each time. At random, for
/// those who wanted the same at one moment must not want it at the next.
fn pause(attempt: u32) -> Duration {
    Duration::from_millis(25).mul_f64(fastrand::f64() * f64::from(1 << attempt) / 2.0)
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use serde_json::json;

    use super::*;

    /// A store that contradicts itself: whoever would decide the order is told that it was decided before, and whoever reads
    /// it finds it pending.
    struct Contradiction {
        order: Order,
        asked: Cell<u32>,
    }

    impl ReadOrder for Contradiction {
        async fn find(&self, _: &OrderId) -> Result<Option<Order>, StoreError> {
            Ok(Some(self.order.clone()))
        }
    }

    impl TakeStock for Contradiction {
        async fn confirm(&self, _: &Order, _: &Timestamp) -> Result<Confirmation, StoreError> {
            self.asked.set(self.asked.get() + 1);
            Ok(Confirmation::DecidedBefore)
        }
    }

    impl RejectOrder for Contradiction {
        async fn reject(&self, _: &OrderId, _: &Rejection, _: &Timestamp) -> Result<Rejected, StoreError> {
            panic!("nothing is known to be short")
        }
    }

    #[tokio::test(start_paused = true)]
    async fn a_decision_that_nobody_can_find_is_left_for_later() {
        let order = json!({
            "id": "01936e2a-7c00-7abc-8def-0123456789ae",
            "createdAt": "2026-11-22T10:00:00Z",
            "customer": {
                "name": "Ann", "email": "ann@example.com",
                "address": { "street": "1 Main St", "postalCode": "10115", "city": "Berlin", "country": "DE" }
            },
            "lines": [{
                "productId": "oat", "name": "Oat", "price": { "amount": 350, "currency": "EUR" }, "quantity": 2
            }],
            "total": { "amount": 700, "currency": "EUR" },
            "status": "PENDING",
        });
        let store = Contradiction {
            order: serde_json::from_value(order).unwrap(),
            asked: Cell::new(0),
        };
        let at = Timestamp::parse("2026-11-22T10:00:01Z").unwrap();
        let decided = decide(&store, &store, &store.order.id, &at).await;
        assert!(matches!(decided, Err(InventoryError::Contended)), "{decided:?}");
        assert_eq!(store.asked.get(), ATTEMPTS);
    }
}
