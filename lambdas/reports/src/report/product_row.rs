//! The part of a product that a report contains: its stock and its sales.

use serde::{Deserialize, Serialize};
use shop_contract::{Money, Product, ProductId};

use super::{Sales, Sold};

/// A product, as the report shows and counts it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProductRow {
    /// The product's ID.
    pub id: ProductId,
    /// Its name.
    pub name: String,
    /// Its price.
    pub price: Money,
    /// Its stock.
    pub stock: u32,
    /// Its sales.
    pub sold: Sold,
}

impl ProductRow {
    /// The row of a product. Removes its sales from `sales`; what remains belongs to products that are no longer sold.
    pub fn of(product: Product, sales: &mut Sales) -> Self {
        Self {
            sold: sales.take(&product.id),
            id: product.id,
            name: product.name,
            price: product.price,
            stock: product.stock,
        }
    }

    /// The value of the stock at the current price, in minor units.
    pub fn value(&self) -> u128 {
        u128::from(self.price.amount) * u128::from(self.stock)
    }
}

/// The stock level of a product.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum StockLevel {
    /// No stock.
    SoldOut,
    /// Low stock.
    Low,
    /// Enough stock.
    Enough,
}

impl StockLevel {
    /// Every level, the most urgent first.
    pub const ALL: [Self; 3] = [Self::SoldOut, Self::Low, Self::Enough];

    /// The level of a stock. At most `few` pieces are low.
    pub const fn of(stock: u32, few: u32) -> Self {
        match stock {
            0 => Self::SoldOut,
            _ if stock <= few => Self::Low,
            _ => Self::Enough,
        }
    }

    /// The text in the report.
    pub const fn label(self) -> &'static str {
        match self {
            Self::SoldOut => "Sold out",
            Self::Low => "Low stock",
            Self::Enough => "In stock",
        }
    }
}
