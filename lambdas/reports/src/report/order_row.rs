//! The part of an order that a report contains. Of the customer it has only the name and the country: the report is linked in
//! a mail and printed, so it contains no more personal data than is needed to recognize the order.

use serde::{Deserialize, Serialize};
use shop_contract::{Currency, Money, OrderAddress, OrderCustomer, OrderLine};
use shop_contract::{
    Day, Order, OrderId, OrderState, OrderStatus, ProductId, Quantity, Rejection, Timestamp,
};
use shop_runtime::ShopZone;

/// An order, as the report shows and counts it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderRow {
    /// The order's ID.
    pub id: OrderId,
    /// When it was placed.
    pub at: Timestamp,
    /// The same time in the shop's time zone: `2026-11-22 00:30:00`. Absent in rows of a shop in UTC.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub local: Option<String>,
    /// The customer's name.
    pub customer: String,
    /// The country of the delivery address.
    pub country: String,
    /// Its outcome.
    pub outcome: Outcome,
    /// The total in minor units.
    pub amount: u64,
    /// The currency of all amounts.
    pub currency: Currency,
    /// Its lines.
    pub lines: Vec<RowLine>,
}

impl OrderRow {
    /// The total.
    pub fn total(&self) -> Money {
        Money {
            amount: self.amount,
            currency: self.currency.clone(),
        }
    }

    /// The row of an order, with its time in the given zone.
    pub fn in_zone(order: Order, zone: &ShopZone) -> Self {
        let local = zone.local(&order.created_at);
        Self {
            local: Some(format!("{} {}", local.day, local.time)),
            ..order.into()
        }
    }

    /// When it was placed, in the shop's time zone: `2026-11-22 00:30:00`.
    pub fn local_time(&self) -> String {
        let utc = || format!("{} {}", &self.at.as_str()[..10], &self.at.as_str()[11..19]);
        self.local.clone().unwrap_or_else(utc)
    }

    /// The day on which it was placed, in the shop's time zone.
    pub fn day(&self) -> Day {
        let text = self.local.as_deref().unwrap_or(self.at.as_str());
        Day::parse(text.get(..10).unwrap_or_default())
            .unwrap_or_else(|_| Day::parse(&self.at.as_str()[..10]).expect("a moment begins with its day"))
    }

    /// The total quantity of all lines.
    pub fn pieces(&self) -> u64 {
        self.lines
            .iter()
            .map(|line| u64::from(line.quantity.count()))
            .sum()
    }
}

impl From<Order> for OrderRow {
    fn from(order: Order) -> Self {
        // Without `..`: whether a new field is in the report has to be decided here.
        let Order {
            id,
            number: _,
            created_at,
            customer,
            lines,
            total: Money { amount, currency },
            state,
            // These name employees and are written for them.
            history: _,
            notes: _,
            refunds: _,
        } = order;
        let OrderCustomer {
            name,
            email: _,
            address,
            phone: _,
        } = customer;
        let OrderAddress {
            street: _,
            postal_code: _,
            city: _,
            country,
        } = address;
        Self {
            outcome: Outcome::of(&state),
            id,
            at: created_at,
            local: None,
            customer: name,
            country,
            amount,
            currency,
            lines: lines.into_iter().map(RowLine::from).collect(),
        }
    }
}

/// One line of an order.
///
/// Its currency is that of the order: the shop rejects orders with prices in several currencies.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "WrittenLine", into = "WrittenLine")]
pub struct RowLine {
    /// The product's ID.
    pub product_id: ProductId,
    /// The product's name at that time.
    pub name: String,
    /// The quantity.
    pub quantity: Quantity,
    /// The unit price in minor units.
    pub price: u64,
}

impl RowLine {
    /// The price of the line in minor units.
    pub fn amount(&self) -> u128 {
        u128::from(self.price) * u128::from(self.quantity.count())
    }
}

impl From<OrderLine> for RowLine {
    fn from(line: OrderLine) -> Self {
        let OrderLine {
            product_id,
            name,
            price: Money { amount, currency: _ },
            quantity,
        } = line;
        Self {
            product_id,
            name,
            quantity,
            price: amount,
        }
    }
}

/// A line as an array, because field names would be most of the bytes of a million orders.
type WrittenLine = (ProductId, String, Quantity, u64);

impl From<WrittenLine> for RowLine {
    fn from((product_id, name, quantity, price): WrittenLine) -> Self {
        Self {
            product_id,
            name,
            quantity,
            price,
        }
    }
}

impl From<RowLine> for WrittenLine {
    fn from(line: RowLine) -> Self {
        (line.product_id, line.name, line.quantity, line.price)
    }
}

/// The outcome of an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Outcome {
    /// Not decided yet.
    Pending,
    /// Confirmed, and not packed yet.
    Confirmed,
    /// Packed, and not shipped yet.
    Packed,
    /// Shipped, and not delivered yet.
    Shipped,
    /// Delivered.
    Delivered,
    /// Cancelled after its confirmation.
    Cancelled,
    /// Rejected: out of stock.
    OutOfStock,
    /// Rejected: prices changed after the customer agreed to them.
    PriceChanged,
    /// Rejected: the shop failed to process it.
    NotProcessed,
}

impl Outcome {
    /// Every outcome.
    pub const ALL: [Self; 9] = [
        Self::Confirmed,
        Self::Packed,
        Self::Shipped,
        Self::Delivered,
        Self::Pending,
        Self::Cancelled,
        Self::OutOfStock,
        Self::PriceChanged,
        Self::NotProcessed,
    ];

    /// The order's status, without the reason.
    pub const fn status(self) -> OrderStatus {
        match self {
            Self::Pending => OrderStatus::Pending,
            Self::Confirmed => OrderStatus::Confirmed,
            Self::Packed => OrderStatus::Packed,
            Self::Shipped => OrderStatus::Shipped,
            Self::Delivered => OrderStatus::Delivered,
            Self::Cancelled => OrderStatus::Cancelled,
            Self::OutOfStock | Self::PriceChanged | Self::NotProcessed => OrderStatus::Rejected,
        }
    }

    /// The text in the report.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Pending => "Pending",
            Self::Confirmed => "Confirmed",
            Self::Packed => "Packed",
            Self::Shipped => "Shipped",
            Self::Delivered => "Delivered",
            Self::Cancelled => "Cancelled",
            Self::OutOfStock => "Rejected: out of stock",
            Self::PriceChanged => "Rejected: prices changed",
            Self::NotProcessed => "Rejected: not processed",
        }
    }

    fn of(state: &OrderState) -> Self {
        match state {
            OrderState::Pending => Self::Pending,
            OrderState::Confirmed { .. } => Self::Confirmed,
            OrderState::Packed { .. } => Self::Packed,
            OrderState::Shipped { .. } => Self::Shipped,
            OrderState::Delivered { .. } => Self::Delivered,
            OrderState::Cancelled { .. } => Self::Cancelled,
            OrderState::Rejected { rejection, .. } => match rejection {
                Rejection::OutOfStock { .. } => Self::OutOfStock,
                Rejection::PriceChanged { .. } => Self::PriceChanged,
                Rejection::NotProcessed => Self::NotProcessed,
            },
        }
    }
}
