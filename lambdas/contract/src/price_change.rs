//! The prices of an order that changed after the customer agreed to its total.
//!
//! A refused request and a rejected order have the same document, so that a page can display both in the same way.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Money, ProductId, Quantity};

/// The agreed prices and the current prices.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct PriceChange {
    /// Every line of the order, including those with an unchanged price.
    pub lines: Vec<RepricedLine>,
    /// The total that the customer agreed to.
    pub agreed_total: Money,
    /// The total at the current prices.
    pub total: Money,
}

/// A line with its agreed and its current price.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct RepricedLine {
    /// The product.
    pub product_id: ProductId,
    /// The product's name.
    pub name: String,
    /// The quantity.
    pub quantity: Quantity,
    /// The agreed unit price; absent if the request had only the total.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Money")]
    pub agreed_price: Option<Money>,
    /// The current unit price.
    pub price: Money,
}
