//! Arbitrary orders and products, including malicious text.

use std::{collections::BTreeSet, ops::Range};

use proptest::{collection::vec, prelude::*};
use shop_contract::{Money, OrderId, ProductId, Quantity, Timestamp};
use shop_reports::report::{OrderRow, Outcome, ProductRow, RowLine, Sold};

use crate::data::currency;

/// Any text, including malicious text.
pub(crate) fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[ -~]{0,40}",
        "(<script>|</script|</title>|</td>|<!--|--!>|]]>|&lt;|&#0;|\u{0}|\u{202e}|\u{2069}|\u{feff}|\r\n|\t|'|\"|`|=|<|>|🍪|א|x){0,12}",
    ]
}

/// Any text as a customer name, because older versions had other rules.
pub(crate) fn customer() -> impl Strategy<Value = String> {
    prop_oneof![
        "\\PC{1,100}",
        "(<script>|</script|</td>|<!--|]]>|&lt;|\u{202e}|\u{2069}|'|\"|<|>|🍪|א|x){1,8}",
    ]
}

pub(crate) fn order() -> impl Strategy<Value = OrderRow> {
    (
        "[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}",
        moment(),
        customer(),
        "[A-Z]{2}",
        prop_oneof![
            3 => Just(Outcome::Confirmed),
            1 => Just(Outcome::Packed),
            1 => Just(Outcome::Shipped),
            1 => Just(Outcome::Delivered),
            1 => Just(Outcome::Cancelled),
            1 => Just(Outcome::Pending),
            1 => Just(Outcome::OutOfStock),
            1 => Just(Outcome::NotProcessed),
        ],
        amount(),
        prop_oneof!["EUR", "USD", "JPY"],
        vec(line(), 0..4),
    )
        .prop_map(
            |(id, at, customer, country, outcome, amount, code, lines)| OrderRow {
                id: OrderId::parse(&id).expect("an ID"),
                at,
                local: None,
                customer,
                country,
                outcome,
                amount,
                currency: currency(&code),
                lines,
            },
        )
}

/// A small range of days and seconds, so that orders share them.
fn moment() -> impl Strategy<Value = Timestamp> {
    (2024..2027_u32, 1..13_u32, 1..4_u32, 0..3_u32).prop_map(|(year, month, day, second)| {
        let text = format!("{year}-{month:02}-{day:02}T00:00:{second:02}Z");
        Timestamp::parse(&text).expect("a moment")
    })
}

fn amount() -> impl Strategy<Value = u64> {
    prop_oneof![0..10_000_u64, any::<u64>(), Just(u64::MAX)]
}

/// A small set of products, so that orders share them.
fn line() -> impl Strategy<Value = RowLine> {
    ("[a-c]", prop_oneof![text(), "[xy]"], 1..=99_u64, amount()).prop_map(|(id, name, quantity, price)| {
        RowLine {
            product_id: ProductId::parse(&id).expect("an ID"),
            name,
            quantity: Quantity::new(quantity).expect("a quantity"),
            price,
        }
    })
}

/// Products with distinct IDs.
pub(crate) fn products(count: Range<usize>) -> impl Strategy<Value = Vec<ProductRow>> {
    vec(product(), count).prop_map(|mut rows| {
        let mut known = BTreeSet::new();
        rows.retain(|row| known.insert(row.id.clone()));
        rows
    })
}

pub(crate) fn product() -> impl Strategy<Value = ProductRow> {
    (
        "[a-z]{1,3}",
        text(),
        amount(),
        prop_oneof![0..20_u32, any::<u32>()],
        0..50_u64,
    )
        .prop_map(|(id, name, amount, stock, pieces)| {
            let mut sold = Sold {
                orders: pieces,
                pieces,
                ..Sold::default()
            };
            if pieces > 0 {
                sold.revenue.add(&Money {
                    amount,
                    currency: currency("EUR"),
                });
            }
            ProductRow {
                id: ProductId::parse(&id).expect("an ID"),
                name,
                price: Money {
                    amount,
                    currency: currency("EUR"),
                },
                stock,
                sold,
            }
        })
}
