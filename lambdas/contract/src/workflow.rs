//! What travels between the tasks of the workflow `new_order`, and the names by which the tasks of every workflow fail;
//! what travels in `generate_report` has a module of its own.
//!
//! The handlers read and write these, the state machine is typed by them. Payloads are the tasks' own: how an
//! execution's input becomes a task's is the state machine's matter.

use serde::{Deserialize, Serialize};

use crate::{Customer, Money, NewOrder, OrderId, ProductId, Quantity, Timestamp};

pub mod generate_report;

/// What an execution of `new_order` is started with. Its name is the order's ID.
///
/// There is no time in it: the same order sent again is the same input, to the byte. Readers ignore fields that they do
/// not know, for during a deployment an old function may meet a new input.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct NewOrderExecution {
    /// The order's ID.
    pub order_id: OrderId,
    /// Who orders what.
    pub order: OrderRequest,
    /// The prices that the customer agreed to. Absent in executions that an older version started.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agreed: Option<AgreedPrices>,
}

/// Who orders what.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderRequest {
    /// Who orders.
    pub customer: Customer,
    /// What they order, each line of another product.
    pub lines: Vec<RequestedLine>,
}

impl From<NewOrder> for OrderRequest {
    fn from(order: NewOrder) -> Self {
        let lines = Vec::from(order.lines).into_iter().map(|line| RequestedLine {
            product_id: line.product_id,
            quantity: line.quantity,
        });
        Self {
            customer: order.customer,
            lines: lines.collect(),
        }
    }
}

/// One product and how many of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RequestedLine {
    /// Which product.
    pub product_id: ProductId,
    /// How many of it.
    pub quantity: Quantity,
}

/// The prices that a customer agreed to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgreedPrices {
    /// The price of one, for every line.
    pub lines: Vec<AgreedPrice>,
    /// The sum of all lines.
    pub total: Money,
}

/// The price of one product.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AgreedPrice {
    /// Which product.
    pub product_id: ProductId,
    /// The price of one.
    pub price: Money,
}

/// What the task `new_order` is given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct NewOrderTask {
    /// The order's ID.
    pub order_id: OrderId,
    /// When the order came in: the start of the execution, which is the same however often the task runs.
    pub created_at: Timestamp,
    /// Who orders what.
    pub order: OrderRequest,
    /// The prices that the customer agreed to. Absent in executions that an older version started.
    #[serde(default)]
    pub agreed: Option<AgreedPrices>,
}

/// What the task `update_inventory` is given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct UpdateInventoryTask {
    /// The order's ID.
    pub order_id: OrderId,
    /// When the order is decided: the moment its state was entered, which is the same however often the task is retried.
    pub decided_at: Timestamp,
}

/// What both tasks answer: the order they are done with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct OrderTaskOutput {
    /// The order's ID.
    pub order_id: OrderId,
}

/// The names by which the tasks fail: the `Error` that a state machine's `Retry` and `Catch` go by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TaskErrorName {
    /// Not enough in stock. The order is rejected, and the message is a [`crate::SubmissionError`] as JSON.
    OutOfStock,
    /// The prices are not those that the customer agreed to. The order is rejected, and the message is a
    /// [`crate::SubmissionError`] as JSON.
    PriceChanged,
    /// A product that is not sold. This run wrote no order, and the message is a [`crate::SubmissionError`] as JSON.
    UnknownProduct,
    /// The order has no total: its prices are of several currencies, or too large to add up. This run wrote no
    /// order.
    NoTotal,
    /// Another order has this ID.
    OrderIdTaken,
    /// There is no order of this ID.
    UnknownOrder,
    /// The order was rejected before, for another reason than its stock.
    AlreadyRejected,
    /// Other orders wanted the same stock at the same moment; worth a retry.
    Conflict,
    /// The store is busy or cannot be reached; worth a retry.
    Busy,
    /// The store refuses, or holds something that is not what it should be.
    Broken,
    /// The input is not the task's.
    MalformedInput,
}

impl TaskErrorName {
    /// Every name.
    pub const ALL: [Self; 11] = [
        Self::OutOfStock,
        Self::PriceChanged,
        Self::UnknownProduct,
        Self::NoTotal,
        Self::OrderIdTaken,
        Self::UnknownOrder,
        Self::AlreadyRejected,
        Self::Conflict,
        Self::Busy,
        Self::Broken,
        Self::MalformedInput,
    ];

    /// The names that a retry may mend. Beside them, what Lambda itself says in passing is worth one too.
    pub const RETRIED: [Self; 2] = [Self::Conflict, Self::Busy];

    /// The name as the workflow knows it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::OutOfStock => "OutOfStock",
            Self::PriceChanged => "PriceChanged",
            Self::UnknownProduct => "UnknownProduct",
            Self::NoTotal => "NoTotal",
            Self::OrderIdTaken => "OrderIdTaken",
            Self::UnknownOrder => "UnknownOrder",
            Self::AlreadyRejected => "AlreadyRejected",
            Self::Conflict => "Conflict",
            Self::Busy => "Busy",
            Self::Broken => "Broken",
            Self::MalformedInput => "MalformedInput",
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_name_is_its_own() {
        let names: BTreeSet<_> = TaskErrorName::ALL.iter().map(|name| name.as_str()).collect();
        assert_eq!(names.len(), TaskErrorName::ALL.len());
    }
}
