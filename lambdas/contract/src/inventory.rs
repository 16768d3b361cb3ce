//! The stock of the products, as employees see and adjust it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Number;

use crate::{
    Actor, IdempotencyKey, ImageKey, InvalidParameter, Malformed, Money, ProductId, TextLine, Timestamp,
    page::is_zero,
};

/// A product in the inventory.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct InventoryItem {
    /// The product's ID.
    pub id: ProductId,
    /// The product's name.
    pub name: String,
    /// The unit price.
    pub price: Money,
    /// The picture, at `/images/<imageKey>` of the site's origin.
    pub image_key: ImageKey,
    /// How many are in stock.
    pub stock: u32,
    /// Whether the catalogue lists the product.
    pub on_sale: bool,
    /// When the product last changed.
    pub updated_at: Timestamp,
}

/// A page of the inventory, the lowest stock first. A product whose stock changes between two pages may be on both or on neither.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct InventoryPage {
    /// The products.
    pub items: Vec<InventoryItem>,
    /// How many products of this page could not be read; absent if none.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub unreadable: u32,
    /// The token of the next page; absent on the last page. Clients must not interpret it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    pub next_token: Option<String>,
}

/// An adjustment of a product's stock, in addition to the sales.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct StockAdjustment {
    /// The difference to the current stock.
    pub change: StockDifference,
    /// Why the stock changes.
    pub reason: StockReason,
    /// A remark for other employees.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "TextLine")]
    pub note: Option<TextLine>,
}

/// Why a product's stock changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "UPPERCASE")]
pub enum StockReason {
    /// Baked or delivered.
    Delivery,
    /// Broken, expired or given away.
    Waste,
    /// Counted; the recorded stock was wrong.
    Count,
}

/// A difference of a stock: a whole number from -1,000,000 to 1,000,000, and not 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "Number", into = "i32")]
#[schemars(extend("type" = "integer", "minimum" = -1_000_000, "maximum" = 1_000_000))]
pub struct StockDifference(i32);

impl StockDifference {
    /// The largest difference in either direction.
    const MAX: i32 = 1_000_000;

    /// The difference of this number of pieces.
    pub fn new(pieces: i64) -> Result<Self, Malformed> {
        i32::try_from(pieces)
            .ok()
            .filter(|pieces| *pieces != 0 && (-Self::MAX..=Self::MAX).contains(pieces))
            .map(Self)
            .ok_or(Malformed {
                expected: "a whole number from -1000000 to 1000000, and not 0",
            })
    }

    /// The number of pieces.
    pub fn pieces(self) -> i32 {
        self.0
    }
}

impl TryFrom<Number> for StockDifference {
    type Error = Malformed;

    fn try_from(number: Number) -> Result<Self, Malformed> {
        // A fraction is read as zero, which is not a difference either.
        Self::new(number.as_i64().unwrap_or(0))
    }
}

impl From<StockDifference> for i32 {
    fn from(difference: StockDifference) -> Self {
        difference.0
    }
}

/// The headers of `POST /products/{id}/stock`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct AdjustStockHeaders {
    /// Makes the request safe to retry: requests with the same key adjust the stock once.
    #[serde(rename = "Idempotency-Key")]
    pub idempotency_key: IdempotencyKey,
}

impl AdjustStockHeaders {
    /// Reads the headers. The error names the invalid one.
    pub fn read<'a>(
        mut header: impl FnMut(&'static str) -> Option<&'a str>,
    ) -> Result<Self, InvalidParameter> {
        const KEY: &str = "Idempotency-Key";
        let key = IdempotencyKey::parse(header(KEY).unwrap_or_default());
        Ok(Self {
            idempotency_key: key.map_err(|reason| InvalidParameter { name: KEY, reason })?,
        })
    }
}

/// A change of a product by an employee.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct ProductHistoryEntry {
    /// When.
    pub at: Timestamp,
    /// Who.
    pub by: Actor,
    /// What.
    pub event: ProductEvent,
}

/// What an employee did with a product.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "type", rename_all = "SCREAMING_SNAKE_CASE")]
pub enum ProductEvent {
    /// Adjusted its stock.
    #[serde(rename_all = "camelCase")]
    StockAdjusted {
        /// The difference to the stock before.
        change: StockDifference,
        /// Why the stock changed.
        reason: StockReason,
        /// A remark for other employees.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[schemars(with = "String")]
        note: Option<String>,
    },
}

impl From<StockAdjustment> for ProductEvent {
    fn from(adjustment: StockAdjustment) -> Self {
        let StockAdjustment { change, reason, note } = adjustment;
        Self::StockAdjusted {
            change,
            reason,
            note: note.map(Into::into),
        }
    }
}

/// A page of a product's history, newest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct ProductHistoryPage {
    /// The changes.
    pub items: Vec<ProductHistoryEntry>,
    /// How many changes of this page could not be read; absent if none.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub unreadable: u32,
    /// The token of the next page; absent on the last page. Clients must not interpret it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    pub next_token: Option<String>,
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn difference(number: &Value) -> Result<StockDifference, serde_json::Error> {
        serde_json::from_value(number.clone())
    }

    #[test]
    fn a_difference_is_a_bounded_whole_number_other_than_zero() {
        for right in [1, -1, 1_000_000, -1_000_000] {
            assert_eq!(difference(&json!(right)).unwrap().pieces(), right);
        }
        for wrong in [
            json!(0),
            json!(1_000_001),
            json!(-1_000_001),
            json!(1.5),
            json!(4_294_967_297_i64),
            json!("1"),
            json!(null),
        ] {
            assert!(difference(&wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn an_adjustment_is_read_strictly() {
        let right = json!({ "change": -3, "reason": "WASTE", "note": "Broken in the oven." });
        let adjustment: StockAdjustment = serde_json::from_value(right.clone()).unwrap();
        assert_eq!(serde_json::to_value(&adjustment).unwrap(), right);
        for (field, value) in [
            ("addedLater", json!(1)),
            ("reason", json!("GIFT")),
            ("note", json!("")),
        ] {
            let mut wrong = right.clone();
            wrong[field] = value;
            assert!(
                serde_json::from_value::<StockAdjustment>(wrong).is_err(),
                "{field}"
            );
        }
    }

    #[test]
    fn an_event_names_its_type() {
        let adjustment = StockAdjustment {
            change: StockDifference::new(24).unwrap(),
            reason: StockReason::Delivery,
            note: None,
        };
        assert_eq!(
            serde_json::to_value(ProductEvent::from(adjustment)).unwrap(),
            json!({ "type": "STOCK_ADJUSTED", "change": 24, "reason": "DELIVERY" })
        );
    }

    #[test]
    fn the_key_is_required() {
        let key = "8e03978e-40d5-43e8-bc93-6894a57f9324";
        let headers = AdjustStockHeaders::read(|_| Some(key)).unwrap();
        assert_eq!(headers.idempotency_key.as_str(), key);
        let error = AdjustStockHeaders::read(|_| None).unwrap_err();
        let published = crate::schema::TypeSchema::new::<AdjustStockHeaders>().parameters();
        let names: Vec<_> = published
            .iter()
            .map(|header| (header.name.as_str(), header.required))
            .collect();
        assert_eq!(names, [(error.name, true)]);
    }
}
