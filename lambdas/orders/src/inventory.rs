//! Deciding an order: its stock is taken and it is confirmed at the agreed prices, both or neither; or it is rejected.
//!
//! The order's own status is the one truth. Whoever decides does it on the condition that nobody has before, so the
//! function may be run twice, beside itself, or stop anywhere, and the order ends in one state.

use std::{collections::BTreeMap, future::Future, time::Duration};

use shop_contract::{
    Money, Order, OrderId, OrderState, PriceChange, ProductId, Rejection, Shortfall, Timestamp,
};
use shop_runtime::StoreError;

use crate::placing::{self, ReadOrder, TotalError};

/// Takes stock for orders.
pub trait TakeStock {
    /// Takes the stock of all the order's lines and confirms the order, if it is pending, there is enough of everything
    /// and every price is the order's; changes nothing otherwise.
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
    /// It cannot be confirmed as it is.
    Unmet(Obstacles),
    /// Others wanted the same at the same moment. What is known to stand in the way may not be all.
    Contended(Obstacles),
}

/// What keeps an order from being confirmed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Obstacles {
    /// The lines for which there is not enough.
    pub shortfalls: Vec<Shortfall>,
    /// The new prices of the products whose price is not the order's.
    pub prices: BTreeMap<ProductId, Money>,
}

impl Obstacles {
    /// Whether nothing is known to stand in the way.
    pub fn is_empty(&self) -> bool {
        self.shortfalls.is_empty() && self.prices.is_empty()
    }

    /// Why the order is rejected. What there is not enough of cannot be had at any price, so it comes first.
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
    /// It is rejected, for the prices are not those that were agreed.
    #[error("the prices changed after they were agreed to")]
    PriceChanged(PriceChange),
    /// The new prices have no sum.
    #[error(transparent)]
    Total(#[from] TotalError),
    /// It was rejected before, for another reason.
    #[error("the order was rejected before: {0:?}")]
    AlreadyRejected(Rejection),
    /// There is no such order.
    #[error("there is no such order")]
    UnknownOrder(OrderId),
    /// Others wanted the same stock, or decided the same order, again and again.
    #[error("others had the order or its stock in hand {ATTEMPTS} times in a row")]
    Contended,
    /// The store did not do its part.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Confirms the order, or rejects it because stock is short or prices changed. An order that is decided stays as it is.
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
                    Rejection::PriceChanged { price_change } => InventoryError::PriceChanged(price_change),
                    Rejection::NotProcessed => InventoryError::AlreadyRejected(rejection),
                });
            }
        }
        let obstacles = match stock.confirm(&order, decided_at).await? {
            Confirmation::Confirmed => return Ok(()),
            // The next round finds how the order was decided. And what is known to stand in the way may not be all: the
            // customer wants to hear it at once.
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
            panic!("nothing is known to stand in the way")
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
