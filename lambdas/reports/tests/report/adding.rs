//! Rows between the two steps, and what they add up to.

use proptest::{collection::vec, prelude::*};
use serde_json::json;
use shop_contract::Order;
use shop_reports::report::{
    OrderRow, OrdersSummary, ProductRow, ProductsSummary, Sales, Total,
    lines::{RowError, read_rows, write_row},
};

use crate::{
    data::{self, currency},
    strategies,
};

fn summary<'a>(rows: impl IntoIterator<Item = &'a OrderRow>) -> OrdersSummary {
    let mut summary = OrdersSummary::default();
    rows.into_iter().for_each(|row| summary.add(row));
    summary
}

fn products_summary<'a>(rows: impl IntoIterator<Item = &'a ProductRow>) -> ProductsSummary {
    let mut summary = ProductsSummary::new(10);
    rows.into_iter().for_each(|row| summary.add(row));
    summary
}

proptest! {
    #[test]
    fn what_is_written_reads_back(rows in vec(strategies::order(), 0..5), products in vec(strategies::product(), 0..5)) {
        let mut file = Vec::new();
        for row in &rows {
            write_row(&mut file, row).unwrap();
        }
        let read: Result<Vec<OrderRow>, _> = read_rows(file.as_slice()).collect();
        prop_assert_eq!(read.unwrap(), rows);
        let mut file = Vec::new();
        for row in &products {
            write_row(&mut file, row).unwrap();
        }
        let read: Result<Vec<ProductRow>, _> = read_rows(file.as_slice()).collect();
        prop_assert_eq!(read.unwrap(), products);
    }

    #[test]
    fn however_the_orders_are_split_they_add_up_to_the_same(
        parts in vec(vec(strategies::order(), 0..6), 0..5),
        backwards: bool,
    ) {
        let whole = summary(parts.iter().flatten());
        let mut merged = OrdersSummary::default();
        let mut summaries: Vec<_> = parts.iter().map(summary).collect();
        if backwards {
            summaries.reverse();
        }
        // Half of them are merged first, so that the parentheses move too.
        let rest = summaries.split_off(summaries.len() / 2);
        let mut second = OrdersSummary::default();
        rest.into_iter().for_each(|part| second.merge(part));
        summaries.into_iter().for_each(|part| merged.merge(part));
        merged.merge(second);
        prop_assert_eq!(&merged, &whole);

        let stored = serde_json::to_string(&whole).unwrap();
        prop_assert_eq!(serde_json::from_str::<OrdersSummary>(&stored).unwrap(), whole);
    }

    #[test]
    fn however_the_products_are_split_they_add_up_to_the_same(
        one in vec(strategies::product(), 0..30),
        other in vec(strategies::product(), 0..30),
    ) {
        let whole = products_summary(one.iter().chain(&other));
        let mut merged = products_summary(&other);
        merged.merge(products_summary(&one));
        prop_assert_eq!(&merged, &whole);

        let stored = serde_json::to_string(&whole).unwrap();
        prop_assert_eq!(serde_json::from_str::<ProductsSummary>(&stored).unwrap(), whole);
    }

    #[test]
    fn both_halves_of_the_report_tell_the_same_sales(rows in vec(strategies::order(), 0..10)) {
        let orders = summary(&rows);
        let mut sales = Sales::default();
        rows.iter().for_each(|row| sales.add(row));
        prop_assert_eq!(&sales, &orders.sales);

        let sold: u64 = sales.iter().map(|(_, sales)| sales.sold.pieces).sum();
        let (products, rest) = data::products(sales);
        let mut summary = products_summary(&products);
        summary.add_discontinued(&rest);
        prop_assert_eq!(summary.sold.pieces + summary.discontinued.pieces, sold);
    }
}

#[test]
fn only_confirmed_orders_bring_revenue() {
    let rows: Vec<_> = data::orders(200).collect();
    let summary = summary(&rows);
    let mut expected = (0_u128, 0_u64);
    for row in &rows {
        if row.outcome.label() == "Confirmed" && row.currency.as_str() == "EUR" {
            expected = (expected.0 + u128::from(row.amount), expected.1 + 1);
        }
    }
    let euro = currency("EUR");
    assert_eq!(summary.revenue.of(&euro), Total(expected.0));
    assert_eq!(summary.paid_in[&euro], expected.1);
    assert_eq!(summary.outcomes.all(), 200);
    assert_eq!(summary.average(&currency("USD")), None);
}

#[test]
fn an_order_becomes_a_row_that_says_no_more_of_the_customer_than_name_and_country() {
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

#[test]
fn a_line_that_is_no_row_is_named_and_ends_the_reading() {
    let mut file = Vec::new();
    for row in data::orders(2) {
        write_row(&mut file, &row).unwrap();
    }
    file.extend(b"{\"id\":\"cut off");
    let rows: Vec<Result<OrderRow, _>> = read_rows(file.as_slice()).collect();
    assert_eq!(rows.len(), 3);
    assert!(
        matches!(rows[2], Err(RowError::Malformed { number: 3, .. })),
        "{:?}",
        rows[2]
    );
}
