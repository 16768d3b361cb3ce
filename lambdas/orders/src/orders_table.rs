//! The orders table and its indexes.

use aws_sdk_dynamodb::{Client, operation::update_item::UpdateItemError};
use shop_contract::{
    Order, OrderId, OrderState, OrderStatus, Rejection, Timestamp, WarmUpKey,
    table::orders::{self, IndexEntry, OrderFigures, OrderItem, Position},
};
use shop_runtime::{
    SdkConfig, StoreError,
    dynamo::{self, Item, Readable, text},
};

use crate::{
    day_figures::EachFigures,
    inventory::{RejectOrder, Rejected},
    listing::{Filter, ListOrders, OrderPosition, ReadOrders},
    placing::{AddOrder, Added, ReadOrder},
    state_change::StateChange,
    sweep::{ListPending, Pending},
};

/// The orders table.
#[derive(Debug, Clone)]
pub struct OrdersTable {
    pub(crate) client: Client,
    pub(crate) name: String,
}

impl OrdersTable {
    /// The table with this name.
    pub fn new(aws: &SdkConfig, name: String) -> Self {
        Self {
            client: Client::new(aws),
            name,
        }
    }

    /// Gets an order that does not exist.
    pub async fn warm_up(&self, key: WarmUpKey) -> Result<(), StoreError> {
        self.item(key.as_str()).await.map(drop)
    }

    async fn item(&self, id: &str) -> Result<Option<Item>, StoreError> {
        let answer = self
            .client
            .get_item()
            .table_name(&self.name)
            .key(orders::ID, text(id))
            .consistent_read(true)
            .send()
            .await?;
        Ok(answer.item)
    }
}

impl ReadOrder for OrdersTable {
    async fn find(&self, id: &OrderId) -> Result<Option<Order>, StoreError> {
        self.item(id.as_str()).await?.map(order).transpose()
    }
}

impl ReadOrders for OrdersTable {
    async fn read(&self, ids: &[OrderId]) -> Result<Readable<Order>, StoreError> {
        let keys = ids.iter().map(key).collect();
        // Consistent: an index may have an order before every copy of the table has it.
        let items = dynamo::batch_get(&self.client, &self.name, keys, true).await?;
        Ok(dynamo::read_each(items, order))
    }
}

impl AddOrder for OrdersTable {
    async fn add(&self, new: &Order) -> Result<Added, StoreError> {
        let added = self
            .client
            .put_item()
            .table_name(&self.name)
            .set_item(Some(dynamo::item(&OrderItem::new(new))))
            .condition_expression("attribute_not_exists(#id)")
            .expression_attribute_names("#id", orders::ID)
            .send()
            .await;
        let Err(refused) = added else {
            return Ok(Added::Written);
        };
        match refused.as_service_error() {
            Some(error) if error.is_conditional_check_failed_exception() => {
                let existing = self.find(&new.id).await?;
                let existing = existing.ok_or_else(|| StoreError::Busy {
                    source: "an existing order was deleted".into(),
                })?;
                Ok(Added::Existing(Box::new(existing)))
            }
            _ => Err(refused.into()),
        }
    }
}

impl RejectOrder for OrdersTable {
    async fn reject(
        &self,
        id: &OrderId,
        rejection: &Rejection,
        decided_at: &Timestamp,
    ) -> Result<Rejected, StoreError> {
        let state = OrderState::Rejected {
            decided_at: decided_at.clone(),
            rejection: rejection.clone(),
        };
        let rejected = StateChange::decision(id, &state);
        let update = self
            .client
            .update_item()
            .table_name(&self.name)
            .set_key(Some(key(id)))
            .update_expression(rejected.expression())
            .condition_expression(StateChange::CONDITION)
            .set_expression_attribute_names(Some(rejected.names))
            .set_expression_attribute_values(Some(rejected.values));
        match update.send().await {
            Ok(_) => Ok(Rejected::Now),
            Err(refused)
                if refused
                    .as_service_error()
                    .is_some_and(UpdateItemError::is_conditional_check_failed_exception) =>
            {
                Ok(Rejected::DecidedBefore)
            }
            Err(refused) => Err(refused.into()),
        }
    }
}

impl ListOrders for OrdersTable {
    async fn list(
        &self,
        shard: &'static str,
        filter: &Filter,
        before: Option<&OrderPosition>,
        limit: usize,
    ) -> Result<Readable<OrderPosition>, StoreError> {
        let mut positions = Vec::with_capacity(limit);
        let mut unreadable = 0;
        let Some((from, to)) = bounds(filter, before) else {
            return Ok(Readable {
                read: positions,
                unreadable,
            });
        };
        let (index, partition) = match filter.status {
            None => (orders::BY_TIME, shard.to_owned()),
            Some(status) => (orders::BY_STATUS, orders::status_shard(status, shard)),
        };
        let mut start = None;
        // A query ends at the limit or at 1 MB, and returns where it ended.
        loop {
            // The bounds are inclusive, so the results may contain the position before which the page starts.
            let room =
                i32::try_from(limit - positions.len() + 1).expect("a page has at most a hundred items");
            let answer = self
                .client
                .query()
                .table_name(&self.name)
                .index_name(index.name)
                .key_condition_expression("#partition = :partition AND #position BETWEEN :from AND :to")
                .expression_attribute_names("#partition", index.partition_key)
                .expression_attribute_names("#position", index.sort_key)
                .expression_attribute_values(":partition", text(&*partition))
                .expression_attribute_values(":from", text(&*from))
                .expression_attribute_values(":to", text(&*to))
                .scan_index_forward(false)
                .set_exclusive_start_key(start)
                .limit(room)
                .send()
                .await?;
            let found = dynamo::read_each(answer.items.into_iter().flatten(), position);
            unreadable += found.unreadable;
            positions.extend(found.read.into_iter().filter(|position| Some(position) != before));
            start = answer.last_evaluated_key;
            if start.is_none() || positions.len() >= limit {
                positions.truncate(limit);
                return Ok(Readable {
                    read: positions,
                    unreadable,
                });
            }
        }
    }
}

impl EachFigures for OrdersTable {
    async fn each(
        &self,
        shard: &'static str,
        from: &Timestamp,
        before: &Timestamp,
        mut add: impl FnMut(Result<OrderFigures, StoreError>),
    ) -> Result<(), StoreError> {
        let mut start = None;
        loop {
            let answer = self
                .client
                .query()
                .table_name(&self.name)
                .index_name(orders::FIGURES.name)
                .key_condition_expression("#shard = :shard AND #position BETWEEN :from AND :before")
                .expression_attribute_names("#shard", orders::FIGURES.partition_key)
                .expression_attribute_names("#position", orders::FIGURES.sort_key)
                .expression_attribute_values(":shard", text(shard))
                .expression_attribute_values(":from", text(from.as_str()))
                // A position is never only a time, so the end is excluded.
                .expression_attribute_values(":before", text(before.as_str()))
                .set_exclusive_start_key(start)
                .send()
                .await?;
            for item in answer.items.into_iter().flatten() {
                add(dynamo::read(item, orders::ID));
            }
            start = answer.last_evaluated_key;
            if start.is_none() {
                return Ok(());
            }
        }
    }
}

impl ListPending for OrdersTable {
    async fn pending(
        &self,
        shard: &'static str,
        created_before: &Timestamp,
        limit: usize,
    ) -> Result<Pending, StoreError> {
        let mut pending = Pending::default();
        let mut start = None;
        loop {
            let room = limit - pending.ids.len();
            let answer = self
                .client
                .query()
                .table_name(&self.name)
                .index_name(orders::BY_STATUS.name)
                .key_condition_expression("#partition = :partition AND #position < :before")
                .expression_attribute_names("#partition", orders::BY_STATUS.partition_key)
                .expression_attribute_names("#position", orders::BY_STATUS.sort_key)
                .expression_attribute_values(
                    ":partition",
                    text(orders::status_shard(OrderStatus::Pending, shard)),
                )
                .expression_attribute_values(":before", text(created_before.as_str()))
                .set_exclusive_start_key(start)
                .limit(i32::try_from(room).unwrap_or(i32::MAX))
                .send()
                .await?;
            let found = dynamo::read_each(answer.items.into_iter().flatten(), position);
            pending.unreadable += found.unreadable;
            pending
                .ids
                .extend(found.read.into_iter().map(|position| position.id));
            start = answer.last_evaluated_key;
            if start.is_none() || pending.ids.len() >= limit {
                return Ok(pending);
            }
        }
    }
}

/// The first and the last position of a listing; none if the listing is empty.
fn bounds(filter: &Filter, before: Option<&OrderPosition>) -> Option<(String, String)> {
    // A position is the time, `#` and the ID. Only the time sorts before every position in its second.
    let from = filter.from.as_ref().map_or("0".to_owned(), Timestamp::to_string);
    let to = filter
        .before
        .as_ref()
        .map_or("~".to_owned(), Timestamp::to_string);
    let to = match before {
        Some(position) => to.min(Position::from(position.clone()).to_string()),
        None => to,
    };
    (from <= to).then_some((from, to))
}

fn order(item: Item) -> Result<Order, StoreError> {
    dynamo::read(item, orders::ID)
}

fn position(item: Item) -> Result<OrderPosition, StoreError> {
    let entry: IndexEntry = dynamo::read(item, orders::ID)?;
    Ok(entry.position.into())
}

/// The key of an order's item.
pub(crate) fn key(id: &OrderId) -> Item {
    Item::from([(orders::ID.to_owned(), text(id.as_str()))])
}
