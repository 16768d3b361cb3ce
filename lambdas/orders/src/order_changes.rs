//! The writes of employees to the orders table.

use aws_sdk_dynamodb::operation::update_item::{UpdateItemError, builders::UpdateItemFluentBuilder};
use serde::Serialize;
use shop_contract::{HistoryEntry, Note, OrderId, OrderState, OrderStatus, Refund, table::orders};
use shop_runtime::{StoreError, dynamo};

use crate::{
    fulfilment::{AdvanceOrder, AppendToOrder, Written},
    orders_table::{OrdersTable, key},
    state_change::StateChange,
};

impl AdvanceOrder for OrdersTable {
    async fn advance(
        &self,
        id: &OrderId,
        from: OrderStatus,
        to: &OrderState,
        entry: &HistoryEntry,
    ) -> Result<Written, StoreError> {
        let change = StateChange::new(id, from, to).with_history(entry);
        let update = self
            .update(id)
            .update_expression(change.expression())
            .condition_expression(StateChange::CONDITION)
            .set_expression_attribute_names(Some(change.names))
            .set_expression_attribute_values(Some(change.values));
        write(update).await
    }
}

impl AppendToOrder for OrdersTable {
    async fn add_refund(
        &self,
        id: &OrderId,
        existing: usize,
        refund: &Refund,
    ) -> Result<Written, StoreError> {
        write(append(self.update(id), orders::REFUNDS, existing, refund)).await
    }

    async fn add_note(&self, id: &OrderId, existing: usize, note: &Note) -> Result<Written, StoreError> {
        write(append(self.update(id), orders::NOTES, existing, note)).await
    }
}

impl OrdersTable {
    fn update(&self, id: &OrderId) -> UpdateItemFluentBuilder {
        self.client
            .update_item()
            .table_name(&self.name)
            .set_key(Some(key(id)))
    }
}

/// Adds an entry to a list of this length. The list only grows, so its length identifies its content.
fn append(
    update: UpdateItemFluentBuilder,
    list: &str,
    existing: usize,
    entry: &impl Serialize,
) -> UpdateItemFluentBuilder {
    let update = update
        .update_expression("SET #list = list_append(if_not_exists(#list, :none), :entry)")
        .expression_attribute_names("#list", list)
        .expression_attribute_values(":none", dynamo::value(&[(); 0]))
        .expression_attribute_values(":entry", dynamo::value(&[entry]));
    if existing == 0 {
        update
            .condition_expression("attribute_exists(#id) AND attribute_not_exists(#list)")
            .expression_attribute_names("#id", orders::ID)
    } else {
        update
            .condition_expression("size(#list) = :existing")
            .expression_attribute_values(":existing", dynamo::value(&existing))
    }
}

async fn write(update: UpdateItemFluentBuilder) -> Result<Written, StoreError> {
    match update.send().await {
        Ok(_) => Ok(Written::Now),
        Err(refused)
            if refused
                .as_service_error()
                .is_some_and(UpdateItemError::is_conditional_check_failed_exception) =>
        {
            Ok(Written::Outdated)
        }
        Err(refused) => Err(refused.into()),
    }
}
