//! Rows between the two steps, and their totals.

use proptest::{collection::vec, prelude::*};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::json;
use shop_contract::Order;
use shop_reports::report::{
    OrderRow, OrdersSummary, ProductRow, ProductsSummary, Sales, Total,
    lines::{read_row, write_row},
};

use crate::{
    data::{self, currency},
    strategies,
};

fn summary<'a>(rows: impl IntoIterator<Item = &'a OrderRow>) -> OrdersSummary {
    let mut summary = OrdersSummary::default();
    for row in rows {
        summary.add(row);
    }
    summary
}

fn products_summary<'a>(rows: impl IntoIterator<Item = &'a ProductRow>) -> ProductsSummary {
    let mut summary = ProductsSummary::new(10);
    for row in rows {
        summary.add(row);
    }
    summary
}

/// Writes rows and reads them back.
fn there_and_back<T: Serialize + DeserializeOwned>(rows: &[T]) -> Vec<T> {
    let mut file = Vec::new();
    for row in rows {
        write_row(&mut file, row).expect("memory");
    }
    let lines = file.split_inclusive(|byte| *byte == b'\n');
    lines.map(|line| read_row(line).expect("a row")).collect()
}

proptest! {
    #[test]
    fn rows_round_trip(rows in vec(strategies::order(), 0..5), products in vec(strategies::product(), 0..5)) {
        prop_assert_eq!(there_and_back(&rows), rows);
        prop_assert_eq!(there_and_back(&products), products);
    }

    #[test]
    fn order_totals_do_not_depend_on_the_split(
        parts in vec(vec(strategies::order(), 0..6), 0..5),
        backwards: bool,
    ) {
        let whole = summary(parts.iter().flatten());
        let mut merged = OrdersSummary::default();
        let mut summaries: Vec<_> = parts.iter().map(summary).collect();
        if backwards {
            summaries.reverse();
        }
        // Merge one half first, to vary the order of merging.
        let rest = summaries.split_off(summaries.len() / 2);
        let mut second = OrdersSummary::default();
        for part in rest {
            second.merge(part);
        }
        for part in summaries {
            merged.merge(part);
        }
        merged.merge(second);
        prop_assert_eq!(&merged, &whole);

        let stored = serde_json::to_string(&whole).unwrap();
        prop_assert_eq!(serde_json::from_str::<OrdersSummary>(&stored).unwrap(), whole);
    }

    #[test]
    fn product_totals_do_not_depend_on_the_split(
        products in strategies::products(0..60),
        split in any::<proptest::sample::Index>(),
    ) {
        let whole = products_summary(&products);
        let (one, other) = products.split_at(split.index(products.len() + 1));
        let mut merged = products_summary(other);
        merged.merge(products_summary(one));
        prop_assert_eq!(&merged, &whole);

        let stored = serde_json::to_string(&whole).unwrap();
        prop_assert_eq!(serde_json::from_str::<ProductsSummary>(&stored).unwrap(), whole);
    }

    #[test]
    fn both_branches_have_the_same_sales(rows in vec(strategies::order(), 0..10)) {
        let orders = summary(&rows);
        let mut sales = Sales::default();
        for row in &rows {
            sales.add(row);
        }
        prop_assert_eq!(&sales, &orders.sales);

        let sold: u64 = sales.iter().map(|(_, sales)| sales.sold.pieces).sum();
        let (products, rest) = data::products(sales);
        let mut summary = products_summary(&products);
        summary.add_discontinued(&rest);
        prop_assert_eq!(summary.sold.pieces + summary.discontinued.pieces, sold);
    }
}

#[test]
fn only_orders_that_were_confirmed_and_not_cancelled_have_revenue() {
    let rows: Vec<_> = data::orders(200).collect();
    let summary = summary(&rows);
    let mut expected = (0_u128, 0_u64);
    for row in &rows {
        let is_sale = ["Confirmed", "Packed", "Shipped", "Delivered"].contains(&row.outcome.label());
        if is_sale && row.currency.as_str() == "EUR" {
            expected = (expected.0 + u128::from(row.amount), expected.1 + 1);
        }
    }
    let euro = currency("EUR");
    assert_eq!(summary.revenue.of(&euro), Total(expected.0));
    assert_eq!(summary.paid_in[&euro], expected.1);
    assert_eq!(summary.outcomes.all(), 200);
    assert!(summary.outcomes.cancelled > 0);
    assert_eq!(summary.average(&currency("USD")), None);
}

#[test]
fn a_row_has_only_the_customers_name_and_country() {
    let order: Order = serde_json::from_value(json!({
        "id": "01936e2a-7c00-7abc-8def-0123456789ae",
        "createdAt": "2026-11-22T10:00:00Z",
        "customer": {
            "name": "Ann", "email": "ann@example.com", "phone": "+49 30 1234-56",
            "address": { "street": "1 Main St", "postalCode": "10115", "city": "Berlin", "country": "DE" }
        },
        "lines": [{ "productId": "oat", "name": "Oat", "price": { "amount": 350, "currency": "EUR" }, "quantity": 2 }],
        "total": { "amount": 700, "currency": "EUR" },
        "status": "REJECTED",
        "decidedAt": "2026-11-22T10:00:01Z",
        "rejection": { "reason": "OutOfStock", "shortfalls": [] }
    }))
    .unwrap();
    let mut line = Vec::new();
    write_row(&mut line, &OrderRow::from(order)).unwrap();
    insta::assert_snapshot!(
        String::from_utf8(line).unwrap().trim_end(),
        @r#"{"id":"01936e2a-7c00-7abc-8def-0123456789ae","at":"2026-11-22T10:00:00Z","customer":"Ann","country":"DE","outcome":"OutOfStock","amount":700,"currency":"EUR","lines":[["oat","Oat",2,350]]}"#
    );
}
