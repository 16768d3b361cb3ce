//! Returns the stock of an order's lines in the transaction that cancels the order.
//!
//! The transaction is atomic and conditional on the order's status, so the stock is returned exactly once.

use aws_sdk_dynamodb::{
    operation::transact_write_items::TransactWriteItemsError,
    types::{CancellationReason, TransactWriteItem, Update},
};
use shop_contract::{HistoryEntry, Order, OrderLine, OrderState, ProductId, Timestamp, table::products};
use shop_runtime::{
    StoreError,
    dynamo::{self, text},
};

use crate::{
    fulfilment::{Cancelled, ReturnStock},
    state_change::StateChange,
    stock::{CONTENDED, Stock},
};

impl ReturnStock for Stock {
    async fn cancel(
        &self,
        order: &Order,
        to: &OrderState,
        entry: &HistoryEntry,
        without: &[ProductId],
    ) -> Result<Cancelled, StoreError> {
        let lines = order
            .lines
            .iter()
            .filter(|line| !without.contains(&line.product_id));
        let lines: Vec<_> = lines.collect();
        let returned = lines.iter().map(|line| self.give_back(line, &entry.at));
        let change = StateChange::new(&order.id, order.state.status(), to).with_history(entry);
        let actions = returned.chain([self.change(&order.id, change)]);
        let written = self
            .client
            .transact_write_items()
            .set_transact_items(Some(actions.collect()))
            .send()
            .await;
        let Err(refused) = written else {
            return Ok(Cancelled::Now);
        };
        match refused.as_service_error() {
            Some(TransactWriteItemsError::TransactionCanceledException(canceled)) => {
                interpret(&lines, canceled.cancellation_reasons()).ok_or_else(|| refused.into())
            }
            Some(TransactWriteItemsError::TransactionInProgressException(_)) => Ok(Cancelled::Outdated),
            _ => Err(refused.into()),
        }
    }
}

impl Stock {
    fn give_back(&self, line: &OrderLine, at: &Timestamp) -> TransactWriteItem {
        let give_back = Update::builder()
            .table_name(&self.products)
            .key(products::ID, text(line.product_id.as_str()))
            .update_expression("SET #updatedAt = :at ADD #stock :quantity")
            // An update without a condition would create a product that has only a stock.
            .condition_expression("attribute_exists(#id)")
            .expression_attribute_names("#id", products::ID)
            .expression_attribute_names("#stock", products::STOCK)
            .expression_attribute_names("#updatedAt", products::UPDATED_AT)
            .expression_attribute_values(":quantity", dynamo::value(&line.quantity))
            .expression_attribute_values(":at", text(at.as_str()))
            .build()
            .expect("table, key and expression are given");
        TransactWriteItem::builder().update(give_back).build()
    }
}

/// Interprets a cancelled transaction, which has one reason per line and one for the order. None if it was cancelled for a
/// reason that a retry does not fix.
fn interpret(lines: &[&OrderLine], reasons: &[CancellationReason]) -> Option<Cancelled> {
    let (of_order, of_lines) = reasons.split_last()?;
    // Without one reason per action, the reasons cannot be matched to lines.
    if of_lines.len() != lines.len() {
        return None;
    }
    let mut unknown = Vec::new();
    let mut outdated = false;
    for (line, reason) in lines.iter().zip(of_lines) {
        match reason.code() {
            None | Some("None") => {}
            Some("ConditionalCheckFailed") => unknown.push(line.product_id.clone()),
            Some(code) if CONTENDED.contains(&code) => outdated = true,
            Some(_) => return None,
        }
    }
    match of_order.code() {
        None | Some("None") => {}
        Some("ConditionalCheckFailed") => return Some(Cancelled::Outdated),
        Some(code) if CONTENDED.contains(&code) => outdated = true,
        Some(_) => return None,
    }
    if !unknown.is_empty() {
        Some(Cancelled::WithoutProducts(unknown))
    } else if outdated {
        Some(Cancelled::Outdated)
    } else {
        None
    }
}
