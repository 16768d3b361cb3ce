//! What employees see: orders, newest first, a page at a time.
//!
//! Orders stand in shards, each in the order of time. A page merges them: it reads a little of each shard, takes the
//! newest place, and again, and reads on wherever a shard runs dry. A page starts below a place and not at a number,
//! so orders that come in meanwhile shift nothing: what was there when the first page was read is shown once.

use std::{
    collections::{BTreeMap, VecDeque},
    future::Future,
};

use futures_util::future::try_join_all;
use serde::{Deserialize, Serialize};
use shop_contract::{
    Order, OrderId, OrderStatus, PageLimit, Timestamp,
    table::orders::{Position, SHARDS},
};
use shop_runtime::{StoreError, dynamo::Readable};

/// Knows the order of the orders.
pub trait ListOrders {
    /// The next `limit` places of a shard that the filter lets through, newest first, before one or from the newest;
    /// fewer only where the shard ends. A place that cannot be read is counted and replaced by the next.
    fn list(
        &self,
        shard: &'static str,
        filter: &Filter,
        before: Option<&Place>,
        limit: usize,
    ) -> impl Future<Output = Result<Readable<Place>, StoreError>>;
}

/// Finds orders by their IDs.
pub trait ReadOrders {
    /// The orders that there are of these as they were last written, in any order. At most [`PageLimit::MAX`] IDs, each once.
    fn read(&self, ids: &[OrderId]) -> impl Future<Output = Result<Readable<Order>, StoreError>>;
}

/// Which orders are meant.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Those of this status; all of them without one.
    pub status: Option<OrderStatus>,
    /// Those that came in at this moment or later.
    pub from: Option<Timestamp>,
    /// Those that came in before this moment.
    pub before: Option<Timestamp>,
}

/// An order's place in time, and among those of one second by its ID.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Place {
    /// When the order came in.
    pub created_at: Timestamp,
    /// The order.
    pub id: OrderId,
}

impl From<Position> for Place {
    fn from(Position { created_at, id }: Position) -> Self {
        Self { created_at, id }
    }
}

impl From<Place> for Position {
    fn from(Place { created_at, id }: Place) -> Self {
        Self { created_at, id }
    }
}

/// One page of the orders.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// The orders.
    pub orders: Vec<Order>,
    /// How many more there would be, if they could be read.
    pub unreadable: u32,
    /// The place after which the next page starts; none on the last page.
    pub next: Option<Place>,
}

/// Reads the page that starts after a place, or the first one. It is full unless it is the last: an order that cannot be
/// read makes room for the next.
pub async fn page<S>(
    store: &S,
    filter: &Filter,
    limit: PageLimit,
    mut after: Option<Place>,
) -> Result<Page, StoreError>
where
    S: ListOrders + ReadOrders,
{
    let mut orders = Vec::new();
    let mut unreadable = 0;
    loop {
        let room = limit.items() - orders.len();
        // One more than there is room for, to learn whether there is more.
        let listed = newest(store, filter, after.as_ref(), room + 1).await?;
        unreadable += listed.unreadable;
        let mut places = listed.read;
        let more = places.len() > room;
        places.truncate(room);

        let ids: Vec<_> = places.iter().map(|place| place.id.clone()).collect();
        if !ids.is_empty() {
            let found = store.read(&ids).await?;
            unreadable += found.unreadable;
            orders.extend(in_order(&ids, found.read).filter(|order| is_meant(order, filter)));
        }
        if !more {
            return Ok(Page {
                orders,
                unreadable,
                next: None,
            });
        }
        after = places.pop().or(after);
        if orders.len() == limit.items() {
            return Ok(Page {
                orders,
                unreadable,
                next: after,
            });
        }
    }
}

/// An index lags behind the table: an order that was decided a moment ago is still listed under its old status.
fn is_meant(order: &Order, filter: &Filter) -> bool {
    filter.status.is_none_or(|status| order.state.status() == status)
}

fn in_order(ids: &[OrderId], orders: Vec<Order>) -> impl Iterator<Item = Order> {
    let mut by_id: BTreeMap<_, _> = orders
        .into_iter()
        .map(|order| (order.id.clone(), order))
        .collect();
    ids.iter().filter_map(move |id| by_id.remove(id))
}

/// The newest `count` places of all shards before one, newest first; fewer only where there are no more.
async fn newest(
    store: &impl ListOrders,
    filter: &Filter,
    before: Option<&Place>,
    count: usize,
) -> Result<Readable<Place>, StoreError> {
    // A shard's share of the page, and a little for chance: most pages are made of one read a shard.
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
        let dry = shards
            .iter_mut()
            .filter(|shard| shard.ahead.is_empty() && !shard.ended);
        try_join_all(dry.map(|shard| shard.read_on(store, filter, portion))).await?;
        let first = shards
            .iter_mut()
            .filter_map(|shard| Some((shard.ahead.front()?.clone(), shard)))
            .max_by(|(a, _), (b, _)| a.cmp(b));
        let Some((place, shard)) = first else { break };
        shard.ahead.pop_front();
        newest.push(place);
    }
    Ok(Readable {
        read: newest,
        unreadable: shards.iter().map(|shard| shard.unreadable).sum(),
    })
}

/// How far one shard has been read.
struct Shard {
    name: &'static str,
    /// What was read and not taken yet, newest first.
    ahead: VecDeque<Place>,
    /// What was read last.
    last: Option<Place>,
    ended: bool,
    unreadable: u32,
}

impl Shard {
    async fn read_on(
        &mut self,
        store: &impl ListOrders,
        filter: &Filter,
        limit: usize,
    ) -> Result<(), StoreError> {
        let listed = store.list(self.name, filter, self.last.as_ref(), limit).await?;
        self.unreadable += listed.unreadable;
        let places = listed.read;
        self.ended = places.len() < limit;
        if let Some(last) = places.last() {
            self.last = Some(last.clone());
        }
        self.ahead.extend(places);
        Ok(())
    }
}
