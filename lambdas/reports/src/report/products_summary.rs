//! The totals of all products. As for orders, they do not depend on the order of merging.

use std::cmp::Reverse;

use serde::{Deserialize, Serialize};
use shop_contract::ProductId;

use super::{Amounts, ProductRow, Sales, StockLevel, Total};

/// The number of products in the lists of scarce products and of best sellers.
const LISTED: usize = 20;

/// The totals of all products. Its size does not depend on the number of products.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ProductsSummary {
    /// The largest stock that counts as low.
    pub few: u32,
    /// The number of products.
    pub products: u64,
    /// The number of products that are sold out.
    pub sold_out: u64,
    /// The number of products with low stock.
    pub low: u64,
    /// The total stock.
    pub pieces: u64,
    /// The value of the stock at current prices.
    pub value: Amounts,
    /// The sales of these products.
    pub sold: SoldInAll,
    /// The sales of products that are no longer in the catalogue.
    pub discontinued: SoldInAll,
    /// The products that are sold out or low in stock, lowest stock first; at most 20.
    pub scarce: Vec<ScarceProduct>,
    /// The best sellers, most pieces first; at most 20.
    pub best: Vec<BestSeller>,
    /// The number of products that could not be read. They are not included in the other figures.
    #[serde(default)]
    pub unreadable: u64,
    /// The number of orders that could not be read. Their sales are not included.
    #[serde(default)]
    pub unreadable_orders: u64,
}

impl ProductsSummary {
    /// The summary of no products. A stock of at most `few` counts as low.
    pub fn new(few: u32) -> Self {
        Self {
            few,
            products: 0,
            sold_out: 0,
            low: 0,
            pieces: 0,
            value: Amounts::default(),
            sold: SoldInAll::default(),
            discontinued: SoldInAll::default(),
            scarce: Vec::new(),
            best: Vec::new(),
            unreadable: 0,
            unreadable_orders: 0,
        }
    }

    /// Adds a product.
    pub fn add(&mut self, row: &ProductRow) {
        self.products += 1;
        self.pieces += u64::from(row.stock);
        self.value.add_total(&row.price.currency, Total(row.value()));
        self.sold.add(row.sold.pieces, &row.sold.revenue);
        match StockLevel::of(row.stock, self.few) {
            StockLevel::SoldOut => self.sold_out += 1,
            StockLevel::Low => self.low += 1,
            StockLevel::Enough => {}
        }
        if row.stock <= self.few {
            self.scarce.push(ScarceProduct::of(row));
        }
        if row.sold.pieces > 0 {
            self.best.push(BestSeller::of(row));
        }
        self.shorten();
    }

    /// Adds the sales that remain after each product has taken its own: those of products that are no longer in the catalogue.
    pub fn add_discontinued(&mut self, rest: &Sales) {
        for (_, sales) in rest.iter() {
            self.discontinued.add(sales.sold.pieces, &sales.sold.revenue);
        }
    }

    /// Adds another summary, which must have the same `few`.
    pub fn merge(&mut self, other: Self) {
        self.products += other.products;
        self.sold_out += other.sold_out;
        self.low += other.low;
        self.pieces += other.pieces;
        self.value.merge(&other.value);
        self.sold.merge(&other.sold);
        self.discontinued.merge(&other.discontinued);
        self.scarce.extend(other.scarce);
        self.best.extend(other.best);
        self.unreadable += other.unreadable;
        self.unreadable_orders += other.unreadable_orders;
        self.shorten();
    }

    /// The number of products on this level.
    pub fn of(&self, level: StockLevel) -> u64 {
        match level {
            StockLevel::SoldOut => self.sold_out,
            StockLevel::Low => self.low,
            StockLevel::Enough => self.products - self.sold_out - self.low,
        }
    }

    fn shorten(&mut self) {
        self.scarce.sort_unstable();
        self.scarce.truncate(LISTED);
        self.best
            .sort_unstable_by(|one, other| one.rank().cmp(&other.rank()));
        self.best.truncate(LISTED);
    }
}

/// The sales of several products.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SoldInAll {
    /// The number of products with sales.
    pub products: u64,
    /// The number of pieces.
    pub pieces: u64,
    /// The revenue.
    pub revenue: Amounts,
}

impl SoldInAll {
    fn add(&mut self, pieces: u64, revenue: &Amounts) {
        self.products += u64::from(pieces > 0);
        self.pieces += pieces;
        self.revenue.merge(revenue);
    }

    fn merge(&mut self, other: &Self) {
        self.products += other.products;
        self.pieces += other.pieces;
        self.revenue.merge(&other.revenue);
    }
}

/// A product that is sold out or low in stock.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct ScarceProduct {
    /// Its stock.
    pub stock: u32,
    /// Its name.
    pub name: String,
    /// Its ID.
    pub id: ProductId,
    /// The number of pieces sold, to show which product to restock first.
    pub sold: u64,
}

impl ScarceProduct {
    fn of(row: &ProductRow) -> Self {
        Self {
            stock: row.stock,
            name: row.name.clone(),
            id: row.id.clone(),
            sold: row.sold.pieces,
        }
    }
}

/// A best seller.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BestSeller {
    /// Its ID.
    pub id: ProductId,
    /// Its name.
    pub name: String,
    /// The number of pieces sold.
    pub pieces: u64,
    /// The revenue.
    pub revenue: Amounts,
}

impl BestSeller {
    fn of(row: &ProductRow) -> Self {
        Self {
            id: row.id.clone(),
            name: row.name.clone(),
            pieces: row.sold.pieces,
            revenue: row.sold.revenue.clone(),
        }
    }

    fn rank(&self) -> (Reverse<u64>, &ProductId) {
        (Reverse(self.pieces), &self.id)
    }
}
