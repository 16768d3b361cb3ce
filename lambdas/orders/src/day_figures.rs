//! What the orders of one day add up to, however many there are.
//!
//! The sixteen shards of the index are read at once, each page after page to the end of the day; what is kept is a few
//! numbers per hour. The index follows its table within a second or so. An order that cannot be read is counted and
//! left out, and the log names it.

use std::{cell::RefCell, collections::BTreeMap, future::Future};

use futures_util::future::try_join_all;
use shop_contract::{
    Currency, Day, DaySummary, HourSummary, Money, OrderStatus, Revenue, StatusCounts, Timestamp,
    table::orders::{OrderFigures, SHARDS},
};
use shop_runtime::{ShopZone, StoreError, dynamo::report_unreadable};

/// Reads what of each order counts in the figures of its day.
pub trait EachFigures {
    /// Hands over the figures of each order of a shard between two moments, the second one excluded, in any order. An order
    /// that cannot be read is handed over as the error.
    fn each(
        &self,
        shard: &'static str,
        from: &Timestamp,
        before: &Timestamp,
        add: impl FnMut(Result<OrderFigures, StoreError>),
    ) -> impl Future<Output = Result<(), StoreError>>;
}

/// Adds up the orders of a day.
pub async fn summary(store: &impl EachFigures, zone: &ShopZone, day: Day) -> Result<DaySummary, StoreError> {
    let (from, before) = (zone.start_of(&day), zone.end_of(&day));
    let sums = RefCell::new(Sums::new(zone.hours_of(&day)));
    let shards = SHARDS
        .into_iter()
        // On the heap: sixteen queries at once are a lot for a stack.
        .map(|shard| Box::pin(store.each(shard, &from, &before, |read| sums.borrow_mut().add(read))));
    try_join_all(shards).await?;
    Ok(sums.into_inner().finish(day, zone))
}

/// What was added up so far.
struct Sums {
    orders: StatusCounts,
    /// By currency: how many confirmed orders, and the sum of their totals in minor units.
    revenue: BTreeMap<Currency, (u64, u64)>,
    hours: Vec<HourSummary>,
    unreadable: u64,
}

impl Sums {
    fn new(hours: Vec<Timestamp>) -> Self {
        let hours = hours.into_iter().map(|begins| HourSummary {
            begins,
            orders: StatusCounts::default(),
        });
        Self {
            orders: StatusCounts::default(),
            revenue: BTreeMap::new(),
            hours: hours.collect(),
            unreadable: 0,
        }
    }

    fn add(&mut self, read: Result<OrderFigures, StoreError>) {
        let order = match read {
            Ok(order) => order,
            Err(error) => {
                report_unreadable(&error);
                self.unreadable += 1;
                return;
            }
        };
        self.orders.count(order.status);
        let after = self
            .hours
            .partition_point(|hour| hour.begins <= order.position.created_at);
        if let Some(hour) = after.checked_sub(1).and_then(|index| self.hours.get_mut(index)) {
            hour.orders.count(order.status);
        }
        if order.status == OrderStatus::Confirmed {
            let (orders, sum) = self.revenue.entry(order.total.currency).or_default();
            *orders += 1;
            *sum = sum.saturating_add(order.total.amount);
        }
    }

    fn finish(self, day: Day, zone: &ShopZone) -> DaySummary {
        let mut revenue: Vec<_> = self
            .revenue
            .into_iter()
            .map(|(currency, (orders, amount))| Revenue {
                orders,
                total: Money { amount, currency },
            })
            .collect();
        revenue.sort_by_key(|revenue| std::cmp::Reverse(revenue.orders));
        DaySummary {
            day,
            time_zone: zone.name().to_owned(),
            orders: self.orders,
            revenue,
            hours: self.hours,
            unreadable: self.unreadable,
        }
    }
}
