//! Decides an order: either takes its stock and confirms it at the agreed prices, in one transaction, or rejects it.
//!
//! The order's status is the source of truth. Every decision is conditional on the order being pending. So the function may run
//! twice, concurrently, or stop at any point, and the order still ends in one state.

use std::{collections::BTreeMap, future::Future, time::Duration};

use shop_contract::{
    Money, Order, OrderId, OrderState, PriceChange, ProductId, Rejection, Shortfall, Timestamp,
};
use shop_runtime::StoreError;

use crate::placing::{self, ReadOrder, TotalError};

/// Takes stock for orders.
pub trait TakeStock {
    /// Takes the stock of all lines and confirms the order, if the order is pending, all lines are in stock, and all prices are
    /// those of the order. Changes nothing otherwise.
    fn confirm(
        &self,
        order: &Order,
        decided_at: &Timestamp,
    ) -> impl Future<Output = Result<Confirmation, StoreError>>;
}

/// The result of confirming an order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Confirmation {
    /// It was confirmed.
    Confirmed,
    /// It is not pending.
    DecidedBefore,
    /// It cannot be confirmed.
    Unmet(Obstacles),
    /// A concurrent write conflicted. The known obstacles may be incomplete.
    Contended(Obstacles),
}

/// Why an order cannot be confirmed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Obstacles {
    /// The lines with too little stock.
    pub shortfalls: Vec<Shortfall>,
    /// The current prices of the products whose price differs from the order.
    pub prices: BTreeMap<ProductId, Money>,
}

impl Obstacles {
    /// Whether no obstacle is known.
    pub fn is_empty(&self) -> bool {
        self.shortfalls.is_empty() && self.prices.is_empty()
    }

    /// The rejection. Too little stock comes first, because it cannot be solved at any price.
    fn rejection(self, order: &Order) -> Result<Rejection, TotalError> {
        if !self.shortfalls.is_empty() {
            return Ok(Rejection::OutOfStock {
                shortfalls: self.shortfalls,
            });
        }
        Ok(Rejection::PriceChanged {
            price_change: placing::price_change(order, &self.prices)?,
        })
    }
}

/// Rejects orders.
pub trait RejectOrder {
    /// Rejects the order, unless it is already decided.
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
    /// It was pending, and is now rejected.
    Now,
    /// It is not pending, or does not exist. Nothing changed.
    DecidedBefore,
}

/// Why an order was not confirmed.
#[derive(Debug, thiserror::Error)]
pub enum InventoryError {
    /// It is rejected, because these lines have too little stock.
    #[error("too little stock for {} lines", .0.len())]
    OutOfStock(Vec<Shortfall>),
    /// It is rejected, because the prices changed.
    #[error("the prices changed after the customer agreed to them")]
    PriceChanged(PriceChange),
    /// The new prices have no total.
    #[error(transparent)]
    Total(#[from] TotalError),
    /// It was already rejected, for another reason.
    #[error("the order was already rejected: {0:?}")]
    AlreadyRejected(Rejection),
    /// The order does not exist.
    #[error("the order does not exist")]
    UnknownOrder(OrderId),
    /// Concurrent writes of the order or of its stock conflicted in every attempt.
    #[error("concurrent writes of the order or of its stock conflicted in {ATTEMPTS} attempts")]
    Contended,
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Confirms the order, or rejects it because of too little stock or changed prices. A decided order stays as it is.
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
            // Employees may have worked on it since it was confirmed.
            OrderState::Confirmed { .. }
            | OrderState::Packed { .. }
            | OrderState::Shipped { .. }
            | OrderState::Delivered { .. }
            | OrderState::Cancelled { .. } => return Ok(()),
            OrderState::Rejected { rejection, .. } => {
                return Err(match rejection {
                    Rejection::OutOfStock { shortfalls } => InventoryError::OutOfStock(shortfalls),
                    Rejection::PriceChanged { price_change } => InventoryError::PriceChanged(price_change),
                    Rejection::NotProcessed => InventoryError::AlreadyRejected(rejection),
                });
            }
        }
        let obstacles = match stock.confirm(&order, decided_at).await? {
            Confirmation::Confirmed => return Ok(()),
            // The next attempt finds how the order was decided, and all obstacles: the customer should see them all at
            // once.
            Confirmation::DecidedBefore | Confirmation::Contended(_) if attempt < ATTEMPTS => {
                tokio::time::sleep(pause(attempt)).await;
                attempt += 1;
                continue;
            }
            Confirmation::DecidedBefore => return Err(InventoryError::Contended),
            Confirmation::Contended(known) if known.is_empty() => return Err(InventoryError::Contended),
            Confirmation::Contended(known) | Confirmation::Unmet(known) => known,
        };
        let rejection = obstacles.rejection(&order)?;
        // The next attempt finds the order rejected, or decided by a concurrent run.
        orders.reject(id, &rejection, decided_at).await?;
    }
}

/// The number of attempts before the workflow retries the task.
const ATTEMPTS: u32 = 6;

/// The pause after an attempt: random, at most 25 ms at first, and at most twice as long each time. Random, so that concurrent runs do
/// not conflict again.
fn pause(attempt: u32) -> Duration {
    Duration::from_millis(25).mul_f64(fastrand::f64() * f64::from(1 << attempt) / 2.0)
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use serde_json::json;

    use super::*;

    /// A store that contradicts itself: a decision fails because the order is decided, and a read finds the order pending.
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
            panic!("no obstacle is known")
        }
    }

    #[tokio::test(start_paused = true)]
    async fn a_contradictory_store_is_retried_later() {
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
