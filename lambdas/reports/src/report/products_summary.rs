//! What all products add up to. Like the orders', it is the same in whatever order they come.

use std::cmp::Reverse;

use serde::{Deserialize, Serialize};
use shop_contract::ProductId;

use super::{Amounts, ProductRow, Sales, StockLevel, Total};

/// How many products the lists of the scarcest and of the best sold hold.
const LISTED: usize = 20;

/// What all products add up to. It does not grow with them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ProductsSummary {
    /// Up to how many pieces a stock is low.
    pub few: u32,
    /// How many products there are.
    pub products: u64,
    /// Of how many there is none.
    pub sold_out: u64,
    /// Of how many there are few.
    pub low: u64,
    /// How many pieces there are of all together.
    pub pieces: u64,
    /// What they are worth at today's prices.
    pub value: Amounts,
    /// What was sold of these products.
    pub sold: SoldInAll,
    /// What was sold of products that are no longer in the catalogue.
    pub discontinued: SoldInAll,
    /// The products of which there are none or few, the scarcest first; the first 20 of them.
    pub scarce: Vec<ScarceProduct>,
    /// The products of which most was sold, most first; the first 20 of them.
    pub best: Vec<BestSeller>,
    /// How many more products there are that could not be read; nothing of them is counted above.
    #[serde(default)]
    pub unreadable: u64,
    /// How many orders could not be read; what they sold is not counted above.
    #[serde(default)]
    pub unreadable_orders: u64,
}

impl ProductsSummary {
    /// The summary of no products, where `few` pieces and less are a low stock.
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

    /// Adds what was sold of products that are in the catalogue no more: what is left when each product took its sales.
    pub fn add_discontinued(&mut self, rest: &Sales) {
        for (_, sales) in rest.iter() {
            self.discontinued.add(sales.sold.pieces, &sales.sold.revenue);
        }
    }

    /// Adds all of the other's, which has the same idea of few.
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

    /// How many products are on this level.
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

/// What was sold of several products.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SoldInAll {
    /// Of how many products anything was.
    pub products: u64,
    /// How many pieces.
    pub pieces: u64,
    /// For how much.
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

/// A product of which there are none or few.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct ScarceProduct {
    /// How many there are.
    pub stock: u32,
    /// What it is called.
    pub name: String,
    /// Which it is.
    pub id: ProductId,
    /// How many were sold: what there are none of and nobody wants can wait.
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

/// A product of which much was sold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BestSeller {
    /// Which it is.
    pub id: ProductId,
    /// What it is called.
    pub name: String,
    /// How many pieces were sold.
    pub pieces: u64,
    /// For how much.
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
