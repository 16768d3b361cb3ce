//! Takes the stock of an order's lines in the transaction that confirms the order.
//!
//! The stock of a line is taken on the condition that the product still has the price of the order. So no order is confirmed at
//! prices that its customer did not agree to.
//!
//! The transaction has at most 99 lines and the order, because DynamoDB allows a hundred actions. It is atomic: stock is taken if
//! and only if the order is confirmed.

use aws_sdk_dynamodb::{
    Client,
    operation::transact_write_items::TransactWriteItemsError,
    types::{CancellationReason, ReturnValuesOnConditionCheckFailure, TransactWriteItem, Update},
};
use shop_contract::{
    Currency, Money, Order, OrderId, OrderLine, OrderState, Shortfall, Timestamp, table::products,
};
use shop_runtime::{
    SdkConfig, StoreError,
    dynamo::{self, Item, text},
};

use crate::{
    inventory::{Confirmation, Obstacles, TakeStock},
    orders_table,
    state_change::StateChange,
};

/// The products table and the orders table.
#[derive(Debug, Clone)]
pub struct Stock {
    pub(crate) client: Client,
    pub(crate) products: String,
    orders: String,
}

impl Stock {
    /// The tables with these names.
    pub fn new(aws: &SdkConfig, products: String, orders: String) -> Self {
        Self {
            client: Client::new(aws),
            products,
            orders,
        }
    }

    fn take(&self, line: &OrderLine, at: &Timestamp) -> TransactWriteItem {
        let take = Update::builder()
            .table_name(&self.products)
            .key(products::ID, text(line.product_id.as_str()))
            .update_expression("SET #stock = #stock - :quantity, #updatedAt = :at, #stockShard = :shard")
            .condition_expression("#stock >= :quantity AND #price = :price AND #currency = :currency")
            .expression_attribute_names("#stock", products::STOCK)
            .expression_attribute_names("#price", products::PRICE)
            .expression_attribute_names("#currency", products::CURRENCY)
            .expression_attribute_names("#updatedAt", products::UPDATED_AT)
            .expression_attribute_names("#stockShard", products::STOCK_SHARD)
            .expression_attribute_values(":quantity", dynamo::value(&line.quantity))
            .expression_attribute_values(":price", dynamo::value(&line.price.amount))
            .expression_attribute_values(":currency", text(line.price.currency.as_str()))
            .expression_attribute_values(":at", text(at.as_str()))
            .expression_attribute_values(":shard", text(products::stock_shard(&line.product_id)))
            .return_values_on_condition_check_failure(ReturnValuesOnConditionCheckFailure::AllOld)
            .build()
            .expect("table, key and expression are given");
        TransactWriteItem::builder().update(take).build()
    }

    fn confirm(&self, order: &Order, at: &Timestamp) -> TransactWriteItem {
        let state = OrderState::Confirmed {
            decided_at: at.clone(),
        };
        self.change(&order.id, StateChange::decision(&order.id, &state))
    }

    /// The change of an order's state as part of a transaction.
    pub(crate) fn change(&self, id: &OrderId, change: StateChange) -> TransactWriteItem {
        let update = Update::builder()
            .table_name(&self.orders)
            .set_key(Some(orders_table::key(id)))
            .update_expression(change.expression())
            .condition_expression(StateChange::CONDITION)
            .set_expression_attribute_names(Some(change.names))
            .set_expression_attribute_values(Some(change.values))
            .build()
            .expect("table, key and expression are given");
        TransactWriteItem::builder().update(update).build()
    }
}

impl TakeStock for Stock {
    async fn confirm(&self, order: &Order, decided_at: &Timestamp) -> Result<Confirmation, StoreError> {
        let taken = order.lines.iter().map(|line| self.take(line, decided_at));
        let actions = taken.chain([self.confirm(order, decided_at)]);
        let written = self
            .client
            .transact_write_items()
            .set_transact_items(Some(actions.collect()))
            // The same order with the same time is the same transaction: within ten minutes DynamoDB returns the result of
            // the first request again. A UUID has the maximum length of a token.
            .client_request_token(order.id.as_str())
            .send()
            .await;
        let Err(refused) = written else {
            return Ok(Confirmation::Confirmed);
        };
        match refused.as_service_error() {
            Some(TransactWriteItemsError::TransactionCanceledException(canceled)) => {
                interpret(order, canceled.cancellation_reasons()).ok_or_else(|| refused.into())
            }
            // Another run of this task confirmed the order at another time, and its result was lost.
            Some(TransactWriteItemsError::IdempotentParameterMismatchException(_)) => {
                Ok(Confirmation::DecidedBefore)
            }
            Some(TransactWriteItemsError::TransactionInProgressException(_)) => {
                Ok(Confirmation::Contended(Obstacles::default()))
            }
            _ => Err(refused.into()),
        }
    }
}

/// Interprets a cancelled transaction, which has one reason per line and one for the order. None if it was cancelled for a
/// reason that a retry does not fix.
fn interpret(order: &Order, reasons: &[CancellationReason]) -> Option<Confirmation> {
    let mut contended = false;
    let mut obstacles = Obstacles::default();
    // Without one reason per action, the reasons cannot be matched to lines.
    let (of_order, of_lines) = reasons.split_last()?;
    if of_lines.len() != order.lines.len() {
        return None;
    }
    for (line, reason) in order.lines.iter().zip(of_lines) {
        match reason.code() {
            None | Some("None") => {}
            Some("ConditionalCheckFailed") => add_obstacle(&mut obstacles, line, reason.item())?,
            Some(code) if CONTENDED.contains(&code) => contended = true,
            Some(_) => return None,
        }
    }
    match of_order.code() {
        None | Some("None") => {}
        Some("ConditionalCheckFailed") => return Some(Confirmation::DecidedBefore),
        Some(code) if CONTENDED.contains(&code) => contended = true,
        Some(_) => return None,
    }
    if contended {
        Some(Confirmation::Contended(obstacles))
    } else if obstacles.is_empty() {
        None
    } else {
        Some(Confirmation::Unmet(obstacles))
    }
}

/// Adds the obstacles of a line, given its current product. None if there are none, or the price cannot be read.
fn add_obstacle(obstacles: &mut Obstacles, line: &OrderLine, product: Option<&Item>) -> Option<()> {
    // A deleted product has no stock and no price.
    let available = product.and_then(stock_of).unwrap_or(0);
    let price = match product {
        Some(product) => price_of(product)?,
        None => line.price.clone(),
    };
    let (is_short, is_repriced) = (available < line.quantity.count(), price != line.price);
    if is_short {
        obstacles.shortfalls.push(Shortfall {
            product_id: line.product_id.clone(),
            requested: line.quantity,
            available,
        });
    }
    if is_repriced {
        obstacles.prices.insert(line.product_id.clone(), price);
    }
    (is_short || is_repriced).then_some(())
}

fn price_of(item: &Item) -> Option<Money> {
    Some(Money {
        amount: item.get(products::PRICE)?.as_n().ok()?.parse().ok()?,
        currency: Currency::parse(item.get(products::CURRENCY)?.as_s().ok()?).ok()?,
    })
}

/// The stock of a product; none if it has no such attribute.
fn stock_of(item: &Item) -> Option<u32> {
    item.get(products::STOCK)?.as_n().ok()?.parse().ok()
}

/// The reasons of a temporary conflict.
pub(crate) const CONTENDED: [&str; 3] = [
    "TransactionConflict",
    "ThrottlingError",
    "ProvisionedThroughputExceeded",
];
