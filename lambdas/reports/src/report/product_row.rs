//! What one product contributes to the report: what there is of it, and what was sold of it.

use serde::{Deserialize, Serialize};
use shop_contract::{Money, Product, ProductId};

use super::{Sales, Sold};

/// A product, as the report shows and counts it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProductRow {
    /// The product's ID.
    pub id: ProductId,
    /// What it is called.
    pub name: String,
    /// What one of it costs.
    pub price: Money,
    /// How many there are.
    pub stock: u32,
    /// What was sold of it.
    pub sold: Sold,
}

impl ProductRow {
    /// The row of a product, whose sales are taken out of all sales: what stays there is of products no longer sold.
    pub fn of(product: Product, sales: &mut Sales) -> Self {
        Self {
            sold: sales.take(&product.id),
            id: product.id,
            name: product.name,
            price: product.price,
            stock: product.stock,
        }
    }

    /// What the stock is worth at today's price, in minor units.
    pub fn value(&self) -> u128 {
        u128::from(self.price.amount) * u128::from(self.stock)
    }
}

/// Whether there is enough of a product.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum StockLevel {
    /// There is none.
    SoldOut,
    /// There are few.
    Low,
    /// There are more than few.
    Enough,
}

impl StockLevel {
    /// Every level, the most urgent first.
    pub const ALL: [Self; 3] = [Self::SoldOut, Self::Low, Self::Enough];

    /// The level of a stock, where `few` and less is low.
    pub const fn of(stock: u32, few: u32) -> Self {
        match stock {
            0 => Self::SoldOut,
            _ if stock <= few => Self::Low,
            _ => Self::Enough,
        }
    }

    /// What people read.
    pub const fn label(self) -> &'static str {
        match self {
            Self::SoldOut => "Sold out",
            Self::Low => "Low stock",
            Self::Enough => "In stock",
        }
    }
}
