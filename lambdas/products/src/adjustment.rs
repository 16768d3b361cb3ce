//! Adjusts the stock of a product, and writes the change to the product's history in the same transaction.
//!
//! The stock is added to and never set, so concurrent adjustments and sales do not overwrite each other. A receipt with the
//! idempotency key makes a repeated request change nothing.

use std::{future::Future, time::Duration};

use shop_contract::{IdempotencyKey, ProductHistoryEntry, ProductId, StockAdjustment};
use shop_runtime::StoreError;

/// Adjusts stocks.
pub trait AdjustStock {
    /// Adjusts the stock and writes the change to the history, if the product exists, its stock stays in range and the key is
    /// new. Changes nothing otherwise.
    fn adjust(&self, change: &Change) -> impl Future<Output = Result<Adjusted, StoreError>>;
}

/// An adjustment by an employee.
#[derive(Debug, Clone)]
pub struct Change {
    /// The product.
    pub product_id: ProductId,
    /// The idempotency key of the request.
    pub key: IdempotencyKey,
    /// The request.
    pub adjustment: StockAdjustment,
    /// The change, as the history shows it.
    pub entry: ProductHistoryEntry,
}

/// The result of an adjustment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Adjusted {
    /// The stock changed.
    Now,
    /// A request with this key changed the stock before.
    Before(StockAdjustment),
    /// The product does not exist.
    UnknownProduct,
    /// The stock would be negative, or too large to be stored.
    OutOfRange {
        /// The current stock.
        stock: u32,
    },
    /// A concurrent write conflicted.
    Contended,
}

/// Why a stock was not adjusted.
#[derive(Debug, thiserror::Error)]
pub enum AdjustError {
    /// The product does not exist.
    #[error("the product does not exist")]
    UnknownProduct,
    /// The stock would be negative, or too large to be stored.
    #[error("the stock is {stock}")]
    OutOfRange {
        /// The current stock.
        stock: u32,
    },
    /// The key was used with another adjustment.
    #[error("the idempotency key was used with another adjustment")]
    KeyReused,
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Adjusts a stock once per key.
pub async fn adjust(stock: &impl AdjustStock, change: &Change) -> Result<(), AdjustError> {
    let mut attempt = 1;
    loop {
        match stock.adjust(change).await? {
            Adjusted::Now => return Ok(()),
            Adjusted::Before(adjustment) if adjustment == change.adjustment => return Ok(()),
            Adjusted::Before(_) => return Err(AdjustError::KeyReused),
            Adjusted::UnknownProduct => return Err(AdjustError::UnknownProduct),
            Adjusted::OutOfRange { stock } => return Err(AdjustError::OutOfRange { stock }),
            Adjusted::Contended if attempt < ATTEMPTS => {
                tokio::time::sleep(pause(attempt)).await;
                attempt += 1;
            }
            Adjusted::Contended => {
                let source =
                    format!("concurrent writes of the product conflicted in {ATTEMPTS} attempts").into();
                return Err(StoreError::Busy { source }.into());
            }
        }
    }
}

/// The number of attempts before the client has to retry the request.
const ATTEMPTS: u32 = 8;

/// The pause after an attempt: random, at most 25 ms at first, and at most twice as long each time. Random, so that concurrent
/// requests do not conflict again.
fn pause(attempt: u32) -> Duration {
    Duration::from_millis(25).mul_f64(fastrand::f64() * f64::from(1 << attempt) / 2.0)
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use serde_json::json;

    use super::*;

    /// A store in which every write conflicts.
    struct Contended(Cell<u32>);

    impl AdjustStock for Contended {
        async fn adjust(&self, _: &Change) -> Result<Adjusted, StoreError> {
            self.0.set(self.0.get() + 1);
            Ok(Adjusted::Contended)
        }
    }

    #[tokio::test(start_paused = true)]
    async fn a_client_retries_after_many_conflicts() {
        let adjustment: StockAdjustment =
            serde_json::from_value(json!({ "change": 1, "reason": "COUNT" })).unwrap();
        let entry = json!({
            "at": "2026-11-22T10:00:00Z", "by": { "sub": "5e1b" },
            "event": { "type": "STOCK_ADJUSTED", "change": 1, "reason": "COUNT" },
        });
        let change = Change {
            product_id: ProductId::parse("oat").unwrap(),
            key: IdempotencyKey::parse("8e03978e-40d5-43e8-bc93-6894a57f9324").unwrap(),
            adjustment,
            entry: serde_json::from_value(entry).unwrap(),
        };
        let store = Contended(Cell::new(0));
        let adjusted = adjust(&store, &change).await;
        assert!(
            matches!(adjusted, Err(AdjustError::Store(StoreError::Busy { .. }))),
            "{adjusted:?}"
        );
        assert_eq!(store.0.get(), ATTEMPTS);
    }
}
