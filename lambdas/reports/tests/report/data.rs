//! A fixed set of orders and products.

use shop_contract::{Currency, ImageKey, Money, OrderId, Product, ProductId, Quantity, Timestamp};
use shop_reports::report::{OrderRow, Outcome, ProductRow, RowLine, Sales, html::Meta};
use shop_runtime::ShopZone;

pub(crate) const CATALOGUE: [(&str, &str, u64, u32); 7] = [
    ("double-chocolate", "Double Chocolate", 350, 48),
    ("earl-grey-shortbread", "Earl Grey Shortbread", 290, 0),
    ("gift-box", "Gift Box <12 pieces> & card", 3_900, 2),
    ("oat-raisin", "Oat & Raisin", 280, 120),
    ("pistachio", "Pistachio", 420, 9),
    ("raspberry-linzer", "Raspberry Linzer", 380, 3),
    ("sea-salt", "Chocolate Chip & Sea Salt", 320, 64),
];

const CUSTOMERS: [(&str, &str); 6] = [
    ("Ada Adler", "DE"),
    ("<script>alert(1)</script>", "AT"),
    ("نور الدين", "DE"),
    ("Søren \"Sø\" O'Neil", "NL"),
    ("李小龍 🍪", "CH"),
    ("R&D </td></table>", "LU"),
];

pub(crate) fn meta() -> Meta<'static> {
    static AT: std::sync::LazyLock<Timestamp> = std::sync::LazyLock::new(|| moment("2026-11-23T08:15:00Z"));
    static ZONE: std::sync::LazyLock<ShopZone> = std::sync::LazyLock::new(|| ShopZone::new("UTC"));
    Meta {
        generated_at: &AT,
        asked_by: "ann@example.com",
        environment: "dev",
        zone: &ZONE,
        period: None,
    }
}

pub(crate) fn moment(text: &str) -> Timestamp {
    Timestamp::parse(text).expect("a moment")
}

pub(crate) fn currency(code: &str) -> Currency {
    Currency::parse(code).expect("a currency")
}

/// A number of orders, newest first, a few per day.
pub(crate) fn orders(count: u32) -> impl Iterator<Item = OrderRow> {
    (0..count).map(order)
}

/// An order. Higher numbers are older.
fn order(number: u32) -> OrderRow {
    let (customer, country) = CUSTOMERS[number as usize % CUSTOMERS.len()];
    let lines: Vec<_> = (0..=(number % 6)).map(|index| line(number, index)).collect();
    let amount: u128 = lines.iter().map(RowLine::amount).sum();
    // 302 days in months of 28, and 8 hours: 23 November, shortly before the report.
    let minute = (302 * 24 + 8) * 60 - number * 5 * 60 - (number % 7) * 11;
    OrderRow {
        id: OrderId::parse(&format!(
            "01936e2a-7c00-7abc-8def-{:012x}",
            u64::from(number) * 7_919
        ))
        .expect("an ID"),
        at: before(minute),
        local: None,
        customer: customer.to_owned(),
        country: country.to_owned(),
        outcome: match number % 20 {
            0 => Outcome::Pending,
            3 => Outcome::Packed,
            4 => Outcome::Shipped,
            5 | 6 => Outcome::Delivered,
            9 => Outcome::Cancelled,
            7 | 13 => Outcome::OutOfStock,
            19 => Outcome::NotProcessed,
            _ => Outcome::Confirmed,
        },
        amount: u64::try_from(amount).expect("a small amount"),
        currency: currency(if number % 11 == 5 { "CHF" } else { "EUR" }),
        lines,
    }
}

fn line(number: u32, index: u32) -> RowLine {
    let (id, name, price, _) = CATALOGUE[(number * 3 + index) as usize % CATALOGUE.len()];
    RowLine {
        product_id: ProductId::parse(id).expect("an ID"),
        name: name.to_owned(),
        quantity: Quantity::new(u64::from((number + index) % 5 + 1)).expect("a quantity"),
        price,
    }
}

/// The time this many minutes into 2026, if its months had 28 days.
fn before(minute: u32) -> Timestamp {
    let days = minute / (24 * 60);
    let (month, day) = (days / 28 + 1, days % 28 + 1);
    let (hour, minute) = (minute / 60 % 24, minute % 60);
    moment(&format!("2026-{month:02}-{day:02}T{hour:02}:{minute:02}:05Z"))
}

/// The catalogue with its sales.
pub(crate) fn products(mut sales: Sales) -> (Vec<ProductRow>, Sales) {
    let rows = CATALOGUE.iter().map(|(id, name, amount, stock)| {
        let product = Product {
            id: ProductId::parse(id).expect("an ID"),
            name: (*name).to_owned(),
            description: String::new(),
            price: Money {
                amount: *amount,
                currency: currency("EUR"),
            },
            image_key: ImageKey::parse("cookie.svg").expect("a file name"),
            stock: *stock,
            updated_at: moment("2026-11-22T10:00:00Z"),
        };
        ProductRow::of(product, &mut sales)
    });
    (rows.collect(), sales)
}
