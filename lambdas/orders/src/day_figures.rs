//! Summarizes the orders of one day, however many there are.
//!
//! The sixteen shards of the index are read concurrently, each page by page. Only a few numbers per hour are kept in memory.
//! The index lags about a second behind its table. An order that cannot be read is counted, left out and logged.

use std::{cell::RefCell, collections::BTreeMap, future::Future};

use futures_util::future::try_join_all;
use shop_contract::{
    Currency, Day, DaySummary, HourSummary, Money, Revenue, StatusCounts, Timestamp,
    table::orders::{OrderFigures, SHARDS},
};
use shop_runtime::{ShopZone, StoreError, dynamo::report_unreadable};

/// Reads the figures of orders.
pub trait EachFigures {
    /// Passes the figures of each order of a shard between two times, the second one excluded, to `add`, in any order. An order
    /// that cannot be read is passed as an error.
    fn each(
        &self,
        shard: &'static str,
        from: &Timestamp,
        before: &Timestamp,
        add: impl FnMut(Result<OrderFigures, StoreError>),
    ) -> impl Future<Output = Result<(), StoreError>>;
}

/// Summarizes the orders of a day.
pub async fn summary(store: &impl EachFigures, zone: &ShopZone, day: Day) -> Result<DaySummary, StoreError> {
    let (from, before) = (zone.start_of(&day), zone.end_of(&day));
    let sums = RefCell::new(Sums::new(zone.hours_of(&day)));
    let shards = SHARDS
        .into_iter()
        // On the heap, because sixteen concurrent queries are large for the stack.
        .map(|shard| Box::pin(store.each(shard, &from, &before, |read| sums.borrow_mut().add(read))));
    try_join_all(shards).await?;
    Ok(sums.into_inner().finish(day, zone))
}

/// The sums so far.
struct Sums {
    orders: StatusCounts,
    /// By currency: the number of sales and the sum of their totals in minor units.
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
        if order.status.is_sale() {
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
