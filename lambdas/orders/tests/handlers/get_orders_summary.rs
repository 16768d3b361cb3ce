//! `GET /orders/summary`.

use std::collections::HashMap;

use aws_sdk_dynamodb::types::AttributeValue;
use futures_util::{StreamExt, stream};
use serde_json::{Value, json};
use shop_contract::{Order, table::orders};

use crate::shop::{ORDERS, Shop, basket};

const BERLIN: &str = "Europe/Berlin";

/// An order of 3.50 placed at this time.
fn order(number: usize, at: &str, status: &str) -> Order {
    costing(number, at, status, 350, "EUR")
}

fn costing(number: usize, at: &str, status: &str, amount: u64, currency: &str) -> Order {
    let total = json!({ "amount": amount, "currency": currency });
    let mut order = json!({
        "id": format!("01936e2a-7c00-7abc-8def-{number:012x}"),
        "createdAt": at,
        "customer": basket(&[])["customer"],
        "lines": [{ "productId": "oat", "name": "Oat", "price": total, "quantity": 1 }],
        "total": total,
        "status": status,
    });
    if status != "PENDING" {
        order["decidedAt"] = at.into();
    }
    match status {
        "REJECTED" => order["rejection"] = json!({ "reason": "NotProcessed" }),
        "SHIPPED" | "DELIVERED" => order["shipment"] = json!({ "carrier": "DHL" }),
        "CANCELLED" => order["cancellation"] = json!({ "reason": "The customer called" }),
        _ => {}
    }
    serde_json::from_value(order).expect("an order")
}

async fn with(found: impl IntoIterator<Item = Order>) -> Shop {
    let shop = Shop::selling(&[]).await;
    stream::iter(found)
        .for_each_concurrent(8, async |order| {
            shop.dynamo.put(ORDERS, orders::OrderItem::new(&order)).await;
        })
        .await;
    shop
}

/// The hours with orders, and the number of confirmed orders in each.
fn busy_hours(summary: &Value) -> Vec<(&str, u64)> {
    let hours = summary["hours"].as_array().expect("hours").iter();
    hours
        .map(|hour| {
            (
                hour["begins"].as_str().expect("a moment"),
                hour["orders"]["confirmed"].as_u64().expect("a count"),
            )
        })
        .filter(|(_, count)| *count > 0)
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_summary_includes_thousands_of_orders() {
    // Every 28 seconds of a day in Berlin, which starts at 23:00 in UTC.
    let count = 3_080;
    let placed = (0..count).map(|number| {
        let second = 23 * 3_600 + number * 28;
        let at = format!(
            "2026-11-{:02}T{:02}:{:02}:{:02}Z",
            21 + second / 86_400,
            second / 3_600 % 24,
            second / 60 % 60,
            second % 60
        );
        order(
            number,
            &at,
            ["CONFIRMED", "CONFIRMED", "PENDING", "REJECTED"][number % 4],
        )
    });
    let shop = with(placed).await;
    let answer = shop.summary(BERLIN, Some("2026-11-22")).await;
    assert_eq!(answer.status, 200, "{}", answer.body);
    assert_eq!(
        answer.body["orders"],
        json!({
            "pending": 770, "confirmed": 1540, "packed": 0, "shipped": 0, "delivered": 0, "cancelled": 0, "rejected": 770
        })
    );
    assert_eq!(
        answer.body["revenue"],
        json!([{ "orders": 1540, "total": { "amount": 1540 * 350, "currency": "EUR" } }])
    );
    let hours = answer.body["hours"].as_array().unwrap();
    assert_eq!(hours.len(), 24);
    let all = |hour: &Value| {
        let counts = hour["orders"].as_object().unwrap().values();
        counts.map(|count| count.as_u64().unwrap()).sum::<u64>()
    };
    assert_eq!(hours.iter().map(all).sum::<u64>(), 3_080);
    assert!(
        hours.iter().all(|hour| (122..=129).contains(&all(hour))),
        "{hours:?}"
    );
}

#[tokio::test]
async fn an_order_at_half_past_midnight_in_berlin_counts_for_the_new_day() {
    let shop = with([
        order(1, "2026-11-21T22:59:59Z", "CONFIRMED"),
        order(2, "2026-11-21T23:30:00Z", "CONFIRMED"),
        order(3, "2026-11-22T22:59:59Z", "CONFIRMED"),
        order(4, "2026-11-22T23:00:00Z", "CONFIRMED"),
    ])
    .await;
    let answer = shop.summary(BERLIN, Some("2026-11-22")).await.body;
    assert_eq!(answer["timeZone"], BERLIN);
    assert_eq!(answer["day"], "2026-11-22");
    assert_eq!(
        busy_hours(&answer),
        [("2026-11-21T23:00:00Z", 1), ("2026-11-22T22:00:00Z", 1)]
    );
}

#[tokio::test]
async fn the_hour_that_is_repeated_when_clocks_go_back_is_two_hours() {
    let shop = with([
        order(1, "2026-10-25T00:30:00Z", "CONFIRMED"),
        order(2, "2026-10-25T01:30:00Z", "CONFIRMED"),
    ])
    .await;
    let answer = shop.summary(BERLIN, Some("2026-10-25")).await.body;
    assert_eq!(answer["hours"].as_array().unwrap().len(), 25);
    assert_eq!(
        busy_hours(&answer),
        [("2026-10-25T00:00:00Z", 1), ("2026-10-25T01:00:00Z", 1)]
    );
    let spring = shop.summary(BERLIN, Some("2026-03-29")).await.body;
    assert_eq!(spring["hours"].as_array().unwrap().len(), 23);
}

#[tokio::test]
async fn orders_that_were_confirmed_and_not_cancelled_count_as_revenue_per_currency() {
    let shop = with([
        costing(1, "2026-11-22T10:00:00Z", "CONFIRMED", 100, "CHF"),
        costing(2, "2026-11-22T10:00:00Z", "CONFIRMED", 200, "EUR"),
        costing(3, "2026-11-22T10:00:00Z", "CONFIRMED", 300, "EUR"),
        costing(4, "2026-11-22T10:00:00Z", "PENDING", 1_000, "EUR"),
        costing(5, "2026-11-22T10:00:00Z", "REJECTED", 1_000, "EUR"),
        costing(6, "2026-11-22T10:00:00Z", "CANCELLED", 1_000, "EUR"),
        costing(7, "2026-11-22T10:00:00Z", "PACKED", 10, "EUR"),
        costing(8, "2026-11-22T10:00:00Z", "SHIPPED", 20, "EUR"),
        costing(9, "2026-11-22T10:00:00Z", "DELIVERED", 30, "EUR"),
    ])
    .await;
    let answer = shop.summary("UTC", Some("2026-11-22")).await.body;
    assert_eq!(
        answer["revenue"],
        json!([
            { "orders": 5, "total": { "amount": 560, "currency": "EUR" } },
            { "orders": 1, "total": { "amount": 100, "currency": "CHF" } },
        ])
    );
    assert_eq!(
        answer["orders"],
        json!({
            "pending": 1, "confirmed": 3, "packed": 1, "shipped": 1, "delivered": 1, "cancelled": 1, "rejected": 1
        })
    );
}

#[tokio::test]
async fn an_order_that_cannot_be_read_is_left_out_and_counted() {
    let shop = with([order(1, "2026-11-22T10:00:00Z", "CONFIRMED")]).await;
    let text = |text: &str| AttributeValue::S(text.to_owned());
    let broken = HashMap::from(
        [
            (orders::ID, "broken"),
            (orders::SHARD, "0"),
            (orders::POSITION, "2026-11-22T10:00:00Z#broken"),
            (orders::STATUS, "CONFIRMED"),
        ]
        .map(|(name, value)| (name.to_owned(), text(value))),
    );
    shop.dynamo.put_raw(ORDERS, broken).await;
    let answer = shop.summary("UTC", Some("2026-11-22")).await;
    assert_eq!(answer.status, 200);
    assert_eq!(
        (&answer.body["unreadable"], &answer.body["orders"]["confirmed"]),
        (&json!(1), &json!(1))
    );
}

#[tokio::test]
async fn the_day_defaults_to_today_and_an_invalid_day_is_refused() {
    let shop = with([]).await;
    let before = today();
    let answer = shop.summary("UTC", None).await;
    assert!(
        [before, today()].contains(&answer.body["day"].as_str().unwrap().to_owned()),
        "{}",
        answer.body
    );
    let refused = shop.summary("UTC", Some("2026-11-31")).await;
    assert_eq!(
        (refused.status, &refused.body["detail"]),
        (
            400,
            &json!("parameter `day`: expected a day, such as `2026-11-22`")
        )
    );
}

fn today() -> String {
    shop_runtime::ShopZone::new("UTC")
        .day_at(std::time::SystemTime::now())
        .to_string()
}
