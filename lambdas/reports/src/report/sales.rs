//! Sales by product: those of orders that were confirmed and not cancelled, at the prices when they were placed.
//!
//! The products branch of the report calculates its own sales from the orders, so the branches run in parallel and neither
//! needs a file of the other. Reading a million orders again costs cents. A counter per product would have to be part of
//! the transaction that takes the stock.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use shop_contract::{ProductId, Timestamp};

use super::{Amounts, OrderRow, RowLine, Total};

/// The sales of all products. Its size depends on the catalogue, not on the orders.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Sales(BTreeMap<ProductId, ProductSales>);

impl Sales {
    /// Adds the lines of an order, if it is a sale.
    pub fn add(&mut self, row: &OrderRow) {
        if !row.outcome.status().is_sale() {
            return;
        }
        for line in &row.lines {
            // `entry` would clone the ID for each of a million lines.
            if let Some(sales) = self.0.get_mut(&line.product_id) {
                sales.add(row, line);
            } else {
                let mut sales = ProductSales::new(row, line);
                sales.add(row, line);
                self.0.insert(line.product_id.clone(), sales);
            }
        }
    }

    /// Adds other sales.
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

    /// Removes and returns the sales of a product; zero if there are none.
    pub fn take(&mut self, id: &ProductId) -> Sold {
        self.0.remove(id).map(|sales| sales.sold).unwrap_or_default()
    }

    /// The products with sales, by ID.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (&ProductId, &ProductSales)> {
        self.0.iter()
    }

    /// The best sellers, most pieces first.
    pub fn best(&self, count: usize) -> Vec<(&ProductId, &ProductSales)> {
        let mut best: Vec<_> = self.0.iter().collect();
        // The sort is stable, so products with equal sales are ordered by ID.
        best.sort_by_key(|(_, sales)| std::cmp::Reverse(sales.sold.pieces));
        best.truncate(count);
        best
    }
}

/// The sales of one product, and its latest name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProductSales {
    /// The name in the latest order.
    pub name: String,
    /// When that order was placed.
    named_at: Timestamp,
    /// The sales.
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

    // Compare the names too, so that the result is the same for two orders of the same second in any order.
    fn rename(&mut self, name: &str, at: &Timestamp) {
        if (at, name) > (&self.named_at, self.name.as_str()) {
            name.clone_into(&mut self.name);
            self.named_at = at.clone();
        }
    }
}

/// Quantities sold.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sold {
    /// The number of orders.
    pub orders: u64,
    /// The number of pieces.
    pub pieces: u64,
    /// The revenue.
    pub revenue: Amounts,
}

impl Sold {
    /// Adds other quantities.
    pub fn merge(&mut self, other: &Self) {
        self.orders += other.orders;
        self.pieces += other.pieces;
        self.revenue.merge(&other.revenue);
    }
}
