//! What all orders add up to. It is the same however the orders are split and in whatever order the parts are merged,
//! so that they can be read side by side.
//!
//! *Revenue* is the sum of the totals of confirmed orders, in the prices at which they came in. An order that is
//! pending may still be rejected, and one that was rejected brings nothing: neither counts. There are no returns,
//! and no taxes that stand apart from the price.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use shop_contract::{Currency, Day, OrderId, OrderStatus, Timestamp};

use super::{Amounts, OrderRow, Outcome, Sales, Total};

/// What all orders add up to. It grows with days, products and currencies, not with orders.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct OrdersSummary {
    /// How many orders met which fate.
    pub outcomes: OutcomeCounts,
    /// What the confirmed ones brought.
    pub revenue: Amounts,
    /// How many confirmed orders there are in a currency.
    pub paid_in: BTreeMap<Currency, u64>,
    /// The confirmed order of the largest total, one a currency.
    pub largest: BTreeMap<Currency, LargestOrder>,
    /// When the first order came in.
    pub first: Option<Timestamp>,
    /// When the last one came in.
    pub last: Option<Timestamp>,
    /// The same by the day on which they came in, in the shop's time zone. A day without orders is absent.
    pub days: BTreeMap<Day, DayFigures>,
    /// What was sold of which product.
    pub sales: Sales,
    /// How many more orders there are that could not be read; nothing of them is counted above.
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
        if row.outcome.status() != OrderStatus::Confirmed {
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

    /// Adds all of the other's.
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

    /// What a confirmed order in a currency costs on average, rounded to the nearest minor unit; none, if there is none.
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

/// The order of the largest total. Of several, the one of the highest ID, so that it is always the same one.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct LargestOrder {
    /// What it costs, in minor units.
    pub amount: u64,
    /// Which it is.
    pub id: OrderId,
}

/// What the orders of one day add up to.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayFigures {
    /// How many orders met which fate.
    pub outcomes: OutcomeCounts,
    /// What the confirmed ones brought.
    pub revenue: Amounts,
}

impl DayFigures {
    /// Adds all of the other's.
    pub fn merge(&mut self, other: &Self) {
        self.outcomes.merge(&other.outcomes);
        self.revenue.merge(&other.revenue);
    }
}

/// How many orders met which fate.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct OutcomeCounts {
    /// Not decided yet.
    pub pending: u64,
    /// To be delivered.
    pub confirmed: u64,
    /// Rejected for want of stock.
    pub out_of_stock: u64,
    /// Rejected because prices changed. Absent in files that an older version wrote.
    #[serde(default)]
    pub price_changed: u64,
    /// Rejected because the shop could not work on them.
    pub not_processed: u64,
}

impl OutcomeCounts {
    /// How many met this fate.
    pub const fn of(&self, outcome: Outcome) -> u64 {
        match outcome {
            Outcome::Pending => self.pending,
            Outcome::Confirmed => self.confirmed,
            Outcome::OutOfStock => self.out_of_stock,
            Outcome::PriceChanged => self.price_changed,
            Outcome::NotProcessed => self.not_processed,
        }
    }

    /// How many there are.
    pub const fn all(&self) -> u64 {
        self.pending + self.confirmed + self.rejected()
    }

    /// How many were rejected, for whatever reason.
    pub const fn rejected(&self) -> u64 {
        self.out_of_stock + self.price_changed + self.not_processed
    }

    fn count(&mut self, outcome: Outcome) {
        let count = match outcome {
            Outcome::Pending => &mut self.pending,
            Outcome::Confirmed => &mut self.confirmed,
            Outcome::OutOfStock => &mut self.out_of_stock,
            Outcome::PriceChanged => &mut self.price_changed,
            Outcome::NotProcessed => &mut self.not_processed,
        };
        *count += 1;
    }

    fn merge(&mut self, other: &Self) {
        self.pending += other.pending;
        self.confirmed += other.confirmed;
        self.out_of_stock += other.out_of_stock;
        self.price_changed += other.price_changed;
        self.not_processed += other.not_processed;
    }
}
