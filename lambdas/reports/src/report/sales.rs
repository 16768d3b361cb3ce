//! What was sold, by product: of confirmed orders, at the prices at which they came in.
//!
//! The products' half of the report adds up its own, from the orders, and does not wait for the orders' half: the
//! two run side by side and neither needs the other's file. Reading the orders once more costs cents at a million,
//! while a counter kept with each product would put the report into the transaction that takes the stock.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use shop_contract::{OrderStatus, ProductId, Timestamp};

use super::{Amounts, OrderRow, RowLine, Total};

/// What was sold of every product. It grows with the catalogue and not with the orders.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Sales(BTreeMap<ProductId, ProductSales>);

impl Sales {
    /// Adds the lines of an order, if it is confirmed.
    pub fn add(&mut self, row: &OrderRow) {
        if row.outcome.status() != OrderStatus::Confirmed {
            return;
        }
        for line in &row.lines {
            // Looked up first: an entry would want a copy of the ID for each of a million lines.
            if let Some(sales) = self.0.get_mut(&line.product_id) {
                sales.add(row, line);
            } else {
                let mut sales = ProductSales::new(row, line);
                sales.add(row, line);
                self.0.insert(line.product_id.clone(), sales);
            }
        }
    }

    /// Adds all of the other's.
    pub fn merge(&mut self, other: Self) {
        for (id, more) in other.0 {
            match self.0.get_mut(&id) {
                Some(sales) => sales.merge(&more),
                None => {
                    self.0.insert(id, more);
                }
            }
        }
    }

    /// Takes out what was sold of a product; nothing, if none was.
    pub fn take(&mut self, id: &ProductId) -> Sold {
        self.0.remove(id).map(|sales| sales.sold).unwrap_or_default()
    }

    /// The products of which something was sold, by their ID.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (&ProductId, &ProductSales)> {
        self.0.iter()
    }

    /// The products of which most pieces were sold, most first.
    pub fn best(&self, count: usize) -> Vec<(&ProductId, &ProductSales)> {
        let mut best: Vec<_> = self.0.iter().collect();
        // Stable: products of equal sales stand in the order of their IDs.
        best.sort_by_key(|(_, sales)| std::cmp::Reverse(sales.sold.pieces));
        best.truncate(count);
        best
    }
}

/// What was sold of one product, and what it was called last.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProductSales {
    /// What the latest of the orders calls it.
    pub name: String,
    /// When that order came in.
    named_at: Timestamp,
    /// How much was sold.
    #[serde(flatten)]
    pub sold: Sold,
}

impl ProductSales {
    fn new(row: &OrderRow, line: &RowLine) -> Self {
        Self {
            name: line.name.clone(),
            named_at: row.at.clone(),
            sold: Sold::default(),
        }
    }

    fn add(&mut self, row: &OrderRow, line: &RowLine) {
        self.rename(&line.name, &row.at);
        self.sold.orders += 1;
        self.sold.pieces += u64::from(line.quantity.count());
        self.sold.revenue.add_total(&row.currency, Total(line.amount()));
    }

    fn merge(&mut self, other: &Self) {
        self.rename(&other.name, &other.named_at);
        self.sold.merge(&other.sold);
    }

    // By the name too: of two orders of one second the same one must win, whichever comes first.
    fn rename(&mut self, name: &str, at: &Timestamp) {
        if (at, name) > (&self.named_at, self.name.as_str()) {
            name.clone_into(&mut self.name);
            self.named_at = at.clone();
        }
    }
}

/// How much was sold.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sold {
    /// In how many confirmed orders.
    pub orders: u64,
    /// How many pieces.
    pub pieces: u64,
    /// For how much.
    pub revenue: Amounts,
}

impl Sold {
    /// Adds all of the other's.
    pub fn merge(&mut self, other: &Self) {
        self.orders += other.orders;
        self.pieces += other.pieces;
        self.revenue.merge(&other.revenue);
    }
}
