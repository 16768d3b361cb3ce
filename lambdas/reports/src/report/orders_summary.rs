//! The totals of all orders. They do not depend on how the orders are split or in which order the parts are merged, so shards
//! can be read in parallel.
//!
//! *Revenue* is the total of sales, at the prices when they were placed. A sale is an order that was confirmed and not
//! cancelled, whether or not it is delivered yet. A pending order may still be rejected, and a rejected or cancelled order brings
//! no revenue, so none of them counts. Refunds are not deducted, and taxes are part of the price.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use shop_contract::{Currency, Day, OrderId, Timestamp};

use super::{Amounts, OrderRow, Outcome, Sales, Total};

/// The totals of all orders. Its size depends on days, products and currencies, not on orders.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct OrdersSummary {
    /// The number of orders by outcome.
    pub outcomes: OutcomeCounts,
    /// The revenue.
    pub revenue: Amounts,
    /// The number of sales by currency.
    pub paid_in: BTreeMap<Currency, u64>,
    /// The sale with the largest total in each currency.
    pub largest: BTreeMap<Currency, LargestOrder>,
    /// When the first order was placed.
    pub first: Option<Timestamp>,
    /// When the last order was placed.
    pub last: Option<Timestamp>,
    /// The totals by the day on which the orders were placed, in the shop's time zone. Days without orders are absent.
    pub days: BTreeMap<Day, DayFigures>,
    /// The sales of each product.
    pub sales: Sales,
    /// The number of orders that could not be read. They are not included in the other figures.
    #[serde(default)]
    pub unreadable: u64,
}

impl OrdersSummary {
    /// Adds an order.
    pub fn add(&mut self, row: &OrderRow) {
        self.outcomes.count(row.outcome);
        self.span(&row.at, &row.at);
        let day = row.day();
        let figures = self.days.entry(day).or_default();
        figures.outcomes.count(row.outcome);
        if !row.outcome.status().is_sale() {
            return;
        }
        let total = row.total();
        figures.revenue.add(&total);
        self.revenue.add(&total);
        *self.paid_in.entry(total.currency.clone()).or_default() += 1;
        self.sales.add(row);
        let order = LargestOrder {
            amount: row.amount,
            id: row.id.clone(),
        };
        self.challenge(total.currency, order);
    }

    /// Adds another summary.
    pub fn merge(&mut self, other: Self) {
        self.outcomes.merge(&other.outcomes);
        self.revenue.merge(&other.revenue);
        for (currency, count) in other.paid_in {
            *self.paid_in.entry(currency).or_default() += count;
        }
        for (currency, order) in other.largest {
            self.challenge(currency, order);
        }
        if let (Some(first), Some(last)) = (&other.first, &other.last) {
            self.span(first, last);
        }
        for (day, more) in other.days {
            self.days.entry(day).or_default().merge(&more);
        }
        self.sales.merge(other.sales);
        self.unreadable += other.unreadable;
    }

    /// The average sale in a currency, rounded to the nearest minor unit, or none without orders.
    pub fn average(&self, currency: &Currency) -> Option<Total> {
        let count = u128::from(*self.paid_in.get(currency)?);
        let sum = self.revenue.of(currency).0;
        (count > 0).then(|| Total((sum + count / 2) / count))
    }

    fn span(&mut self, first: &Timestamp, last: &Timestamp) {
        if self.first.as_ref().is_none_or(|known| first < known) {
            self.first = Some(first.clone());
        }
        if self.last.as_ref().is_none_or(|known| last > known) {
            self.last = Some(last.clone());
        }
    }

    fn challenge(&mut self, currency: Currency, order: LargestOrder) {
        let largest = self.largest.entry(currency).or_insert_with(|| order.clone());
        if order > *largest {
            *largest = order;
        }
    }
}

/// The order with the largest total. If several have the same total, the one with the highest ID, so that the result is unique.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct LargestOrder {
    /// Its total in minor units.
    pub amount: u64,
    /// Its ID.
    pub id: OrderId,
}

/// The totals of one day.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayFigures {
    /// The number of orders by outcome.
    pub outcomes: OutcomeCounts,
    /// The revenue.
    pub revenue: Amounts,
}

impl DayFigures {
    /// Adds another day.
    pub fn merge(&mut self, other: &Self) {
        self.outcomes.merge(&other.outcomes);
        self.revenue.merge(&other.revenue);
    }
}

/// The number of orders by outcome.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct OutcomeCounts {
    /// Not decided yet.
    pub pending: u64,
    /// Confirmed, and not packed yet.
    pub confirmed: u64,
    /// Packed, and not shipped yet. Absent in files from older versions, like the three after it.
    #[serde(default)]
    pub packed: u64,
    /// Shipped, and not delivered yet.
    #[serde(default)]
    pub shipped: u64,
    /// Delivered.
    #[serde(default)]
    pub delivered: u64,
    /// Cancelled after their confirmation.
    #[serde(default)]
    pub cancelled: u64,
    /// Rejected: out of stock.
    pub out_of_stock: u64,
    /// Rejected: prices changed. Absent in files from older versions.
    #[serde(default)]
    pub price_changed: u64,
    /// Rejected: the shop failed to process them.
    pub not_processed: u64,
}

impl OutcomeCounts {
    /// The number with this outcome.
    pub const fn of(&self, outcome: Outcome) -> u64 {
        match outcome {
            Outcome::Pending => self.pending,
            Outcome::Confirmed => self.confirmed,
            Outcome::Packed => self.packed,
            Outcome::Shipped => self.shipped,
            Outcome::Delivered => self.delivered,
            Outcome::Cancelled => self.cancelled,
            Outcome::OutOfStock => self.out_of_stock,
            Outcome::PriceChanged => self.price_changed,
            Outcome::NotProcessed => self.not_processed,
        }
    }

    /// The number of all orders.
    pub const fn all(&self) -> u64 {
        self.pending + self.sold() + self.cancelled + self.rejected()
    }

    /// The number of sales: the orders that were confirmed and not cancelled.
    pub const fn sold(&self) -> u64 {
        self.confirmed + self.packed + self.shipped + self.delivered
    }

    /// The number of rejected orders, for any reason.
    pub const fn rejected(&self) -> u64 {
        self.out_of_stock + self.price_changed + self.not_processed
    }

    fn count(&mut self, outcome: Outcome) {
        let count = match outcome {
            Outcome::Pending => &mut self.pending,
            Outcome::Confirmed => &mut self.confirmed,
            Outcome::Packed => &mut self.packed,
            Outcome::Shipped => &mut self.shipped,
            Outcome::Delivered => &mut self.delivered,
            Outcome::Cancelled => &mut self.cancelled,
            Outcome::OutOfStock => &mut self.out_of_stock,
            Outcome::PriceChanged => &mut self.price_changed,
            Outcome::NotProcessed => &mut self.not_processed,
        };
        *count += 1;
    }

    fn merge(&mut self, other: &Self) {
        self.pending += other.pending;
        self.confirmed += other.confirmed;
        self.packed += other.packed;
        self.shipped += other.shipped;
        self.delivered += other.delivered;
        self.cancelled += other.cancelled;
        self.out_of_stock += other.out_of_stock;
        self.price_changed += other.price_changed;
        self.not_processed += other.not_processed;
    }
}
