//! The table of the products' history: one item per change by an employee. The partition key is the product, and the sort key is
//! the time and the idempotency key of the change.
//!
//! A second item per change has the idempotency key alone as its sort key. It is written in the same transaction, on the
//! condition that it does not exist. So a repeated request finds it, whatever the time is, and changes nothing.

use serde::{Deserialize, Serialize};

use super::TableSchema;
use crate::{
    Actor, IdempotencyKey, ProductEvent, ProductHistoryEntry, ProductId, StockAdjustment, Timestamp,
};

/// The table's keys.
pub const SCHEMA: TableSchema = TableSchema {
    key: PRODUCT_ID,
    sort_key: Some(POSITION),
    indexes: &[],
};

/// The product's ID.
pub const PRODUCT_ID: &str = "productId";

/// The position in the product's history.
pub const POSITION: &str = "position";

/// A position after all changes, and before all receipts.
pub const END: &str = "a";

/// Whether a text may be the position of a change.
pub fn is_position(text: &str) -> bool {
    ("0"..END).contains(&text) && text.len() <= 100
}

/// The item of a change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct HistoryItem {
    /// The product's ID.
    pub product_id: ProductId,
    /// The time and the idempotency key of the change.
    pub position: String,
    /// When.
    pub at: Timestamp,
    /// Who.
    pub by: Actor,
    /// What.
    pub event: ProductEvent,
}

impl HistoryItem {
    /// The item of a change with this key.
    pub fn new(
        product_id: ProductId,
        key: &IdempotencyKey,
        ProductHistoryEntry { at, by, event }: ProductHistoryEntry,
    ) -> Self {
        Self {
            product_id,
            position: format!("{at}#{key}"),
            at,
            by,
            event,
        }
    }
}

impl From<HistoryItem> for ProductHistoryEntry {
    fn from(item: HistoryItem) -> Self {
        let HistoryItem {
            product_id: _,
            position: _,
            at,
            by,
            event,
        } = item;
        Self { at, by, event }
    }
}

/// The item that a repeated request finds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ReceiptItem {
    /// The product's ID.
    pub product_id: ProductId,
    /// The idempotency key.
    pub position: String,
    /// The request with this key.
    pub adjustment: StockAdjustment,
}

impl ReceiptItem {
    /// The item of a request with this key.
    pub fn new(product_id: ProductId, key: &IdempotencyKey, adjustment: StockAdjustment) -> Self {
        Self {
            product_id,
            // A UUID is the same in upper and lower case.
            position: format!("key#{}", key.as_str().to_lowercase()),
            adjustment,
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn key() -> IdempotencyKey {
        IdempotencyKey::parse("8E03978E-40d5-43e8-bc93-6894a57f9324").unwrap()
    }

    fn adjustment() -> StockAdjustment {
        serde_json::from_value(json!({ "change": 24, "reason": "DELIVERY" })).unwrap()
    }

    fn product_id() -> ProductId {
        ProductId::parse("oat").unwrap()
    }

    #[test]
    fn changes_are_sorted_by_time_and_receipts_come_after_them() {
        let entry = ProductHistoryEntry {
            at: Timestamp::parse("2026-11-22T10:00:00Z").unwrap(),
            by: Actor {
                sub: "5e1b".to_owned(),
                name: None,
            },
            event: adjustment().into(),
        };
        let item = HistoryItem::new(product_id(), &key(), entry.clone());
        assert!(item.position.starts_with("2026-11-22T10:00:00Z#"));
        assert!(is_position(&item.position), "{}", item.position);
        for other in ["", "a", "key#8e03978e", &"2".repeat(101)] {
            assert!(!is_position(other), "{other}");
        }
        assert!(
            ReceiptItem::new(product_id(), &key(), adjustment())
                .position
                .as_str()
                > END
        );
        let stored = serde_json::to_value(&item).unwrap();
        assert_eq!(stored[POSITION], item.position);
        assert_eq!(stored[PRODUCT_ID], "oat");
        assert_eq!(ProductHistoryEntry::from(item), entry);
    }

    #[test]
    fn a_receipt_is_found_by_the_key_in_any_case() {
        let lower = IdempotencyKey::parse(&key().as_str().to_lowercase()).unwrap();
        assert_eq!(
            ReceiptItem::new(product_id(), &key(), adjustment()),
            ReceiptItem::new(product_id(), &lower, adjustment())
        );
    }
}
