//! The payloads of the workflow `new_order`.

use serde::{Deserialize, Serialize};

use crate::{Money, NewOrder, OrderCustomer, OrderId, ProductId, Quantity, Timestamp};

/// The input of an execution. The name of the execution is the order's ID.
///
/// It contains no time: the same order sent again is the same input, byte for byte.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct NewOrderExecution {
    /// The order's ID.
    pub order_id: OrderId,
    /// The customer and the lines.
    pub order: OrderRequest,
    /// The prices that the customer agreed to. Absent in executions that an older version started.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agreed: Option<AgreedPrices>,
}

/// The customer and the lines of an order.
///
/// The request was validated when it was accepted. The customer's fields are plain text here: a function of another
/// version, with other rules, must be able to read them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct OrderRequest {
    /// The customer.
    pub customer: OrderCustomer,
    /// The lines, each with a different product.
    pub lines: Vec<RequestedLine>,
}

impl From<NewOrder> for OrderRequest {
    /// Without `..`: a new field of a request does not compile until it is carried over, or left out on purpose.
    fn from(order: NewOrder) -> Self {
        let NewOrder {
            customer,
            lines,
            // `AgreedPrices` contains it.
            total: _,
        } = order;
        let lines = Vec::from(lines).into_iter().map(|line| RequestedLine {
            product_id: line.product_id,
            quantity: line.quantity,
        });
        Self {
            customer: customer.into(),
            lines: lines.collect(),
        }
    }
}

/// A product and its quantity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RequestedLine {
    /// The product.
    pub product_id: ProductId,
    /// The quantity.
    pub quantity: Quantity,
}

/// The prices that a customer agreed to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgreedPrices {
    /// The unit price of every line.
    pub lines: Vec<AgreedPrice>,
    /// The total.
    pub total: Money,
}

/// The agreed price of a product.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AgreedPrice {
    /// The product.
    pub product_id: ProductId,
    /// The unit price.
    pub price: Money,
}

/// The input of the task `new_order`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct NewOrderTask {
    /// The order's ID.
    pub order_id: OrderId,
    /// When the order was placed: the start of the execution, which is the same in every run of the task.
    pub created_at: Timestamp,
    /// The customer and the lines.
    pub order: OrderRequest,
    /// The prices that the customer agreed to. Absent in executions that an older version started.
    #[serde(default)]
    pub agreed: Option<AgreedPrices>,
}

/// The input of the task `update_inventory`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct UpdateInventoryTask {
    /// The order's ID.
    pub order_id: OrderId,
    /// When the order is decided: the time at which the state was entered, which is the same in every retry of the task.
    pub decided_at: Timestamp,
}

/// The output of both tasks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct OrderTaskOutput {
    /// The order's ID.
    pub order_id: OrderId,
}
