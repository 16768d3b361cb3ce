//! The list of orders for employees: newest first, one page at a time.
//!
//! The index has a list per shard, sorted by time. A page merges them: it reads a few positions of each shard, repeatedly takes
//! the newest one, and reads more of a shard when its positions are used up. A page starts after a position and not at a number, so
//! new orders do not shift the pages: every order that existed when the first page was read is listed once.

use std::{collections::VecDeque, future::Future};

use futures_util::future::try_join_all;
use serde::{Deserialize, Serialize};
use shop_contract::{
    Order, OrderId, OrderStatus, PageLimit, Timestamp,
    table::orders::{Position, SHARDS},
};
use shop_runtime::{Listing, Page, StoreError, dynamo::Readable, page};

/// Lists the orders of a shard.
pub trait ListOrders {
    /// The next `limit` positions of a shard that the filter selects, newest first, before a position or from the newest one;
    /// fewer only at the end of the shard. A position that cannot be read is counted and replaced by the next one.
    fn list(
        &self,
        shard: &'static str,
        filter: &Filter,
        before: Option<&OrderPosition>,
        limit: usize,
    ) -> impl Future<Output = Result<Readable<OrderPosition>, StoreError>>;
}

/// Reads orders by their IDs.
pub trait ReadOrders {
    /// The orders with these IDs that exist, as they were last written, in any order. At most [`PageLimit::MAX`] IDs, without
    /// duplicates.
    fn read(&self, ids: &[OrderId]) -> impl Future<Output = Result<Readable<Order>, StoreError>>;
}

/// Selects orders.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Only orders with this status.
    pub status: Option<OrderStatus>,
    /// Only orders placed at this time or later.
    pub from: Option<Timestamp>,
    /// Only orders placed before this time.
    pub before: Option<Timestamp>,
}

/// The position of an order in a listing: by time, and by ID within a second. Tokens contain it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct OrderPosition {
    /// When the order was placed.
    pub created_at: Timestamp,
    /// The order's ID.
    pub id: OrderId,
}

impl From<Position> for OrderPosition {
    fn from(Position { created_at, id }: Position) -> Self {
        Self { created_at, id }
    }
}

impl From<OrderPosition> for Position {
    fn from(OrderPosition { created_at, id }: OrderPosition) -> Self {
        Self { created_at, id }
    }
}

/// One page of the orders.
pub type OrdersPage = Page<Order, OrderPosition>;

/// Reads the page after a position, or the first page.
pub async fn read_page<S>(
    store: &S,
    filter: &Filter,
    limit: PageLimit,
    after: Option<OrderPosition>,
) -> Result<OrdersPage, StoreError>
where
    S: ListOrders + ReadOrders,
{
    page(&Filtered { store, filter }, limit, after).await
}

/// The orders that a filter selects, newest first.
struct Filtered<'a, S> {
    store: &'a S,
    filter: &'a Filter,
}

impl<S: ListOrders + ReadOrders> Listing for Filtered<'_, S> {
    type Position = OrderPosition;
    type Id = OrderId;
    type Item = Order;

    async fn list(
        &self,
        after: Option<&OrderPosition>,
        limit: usize,
    ) -> Result<Readable<OrderPosition>, StoreError> {
        newest(self.store, self.filter, after, limit).await
    }

    async fn read(&self, ids: &[OrderId]) -> Result<Readable<Order>, StoreError> {
        self.store.read(ids).await
    }

    fn id_at(position: &OrderPosition) -> &OrderId {
        &position.id
    }

    fn id_of(order: &Order) -> &OrderId {
        &order.id
    }

    /// An order that was decided a moment ago may still be listed under its old status.
    fn includes(&self, order: &Order) -> bool {
        self.filter
            .status
            .is_none_or(|status| order.state.status() == status)
    }
}

/// The position of the newest order, if there is one.
pub(crate) async fn newest_position(
    store: &impl ListOrders,
    filter: &Filter,
) -> Result<Option<OrderPosition>, StoreError> {
    let newest = newest(store, filter, None, 1).await?;
    Ok(newest.read.into_iter().next())
}

/// The newest `count` positions of all shards before one, newest first; fewer only at the end.
async fn newest(
    store: &impl ListOrders,
    filter: &Filter,
    before: Option<&OrderPosition>,
    count: usize,
) -> Result<Readable<OrderPosition>, StoreError> {
    // A shard's share of the page and a few more, so that most pages take one read per shard.
    let portion = (count.div_ceil(SHARDS.len()) + 3).min(count);
    let mut shards = SHARDS.map(|name| Shard {
        name,
        ahead: VecDeque::new(),
        last: before.cloned(),
        ended: false,
        unreadable: 0,
    });
    let mut newest = Vec::with_capacity(count);
    while newest.len() < count {
        let empty = shards
            .iter_mut()
            .filter(|shard| shard.ahead.is_empty() && !shard.ended);
        try_join_all(empty.map(|shard| shard.read_more(store, filter, portion))).await?;
        let first = shards
            .iter_mut()
            .filter_map(|shard| Some((shard.ahead.front()?.clone(), shard)))
            .max_by(|(a, _), (b, _)| a.cmp(b));
        let Some((position, shard)) = first else { break };
        shard.ahead.pop_front();
        newest.push(position);
    }
    Ok(Readable {
        read: newest,
        unreadable: shards.iter().map(|shard| shard.unreadable).sum(),
    })
}

/// The progress of reading one shard.
struct Shard {
    name: &'static str,
    /// The positions that were read and not taken yet, newest first.
    ahead: VecDeque<OrderPosition>,
    /// The last position that was read.
    last: Option<OrderPosition>,
    ended: bool,
    unreadable: u32,
}

impl Shard {
    async fn read_more(
        &mut self,
        store: &impl ListOrders,
        filter: &Filter,
        limit: usize,
    ) -> Result<(), StoreError> {
        let listed = store.list(self.name, filter, self.last.as_ref(), limit).await?;
        self.unreadable += listed.unreadable;
        let positions = listed.read;
        self.ended = positions.len() < limit;
        if let Some(last) = positions.last() {
            self.last = Some(last.clone());
        }
        self.ahead.extend(positions);
        Ok(())
    }
}
