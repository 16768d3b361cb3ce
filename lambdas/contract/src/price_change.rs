//! The prices of an order that changed after the customer agreed to its total.
//!
//! The refusal of a request and the rejection of an order carry the same document, so that a page shows both alike.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Money, ProductId, Quantity};

/// What the customer agreed to, and what the shop asks now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct PriceChange {
    /// Every line of the order, also those whose price is the same.
    pub lines: Vec<RepricedLine>,
    /// The total that the customer agreed to.
    pub agreed_total: Money,
    /// The total at the new prices.
    pub total: Money,
}

/// One line with its price then and now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct RepricedLine {
    /// Which product.
    pub product_id: ProductId,
    /// The product's name.
    pub name: String,
    /// How many of it.
    pub quantity: Quantity,
    /// The price of one that the customer agreed to; absent if the request named only the total.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Money")]
    pub agreed_price: Option<Money>,
    /// The price of one now.
    pub price: Money,
}
