//! `GET /orders` and `GET /orders/{id}`.

use aws_sdk_dynamodb::types::AttributeValue;
use proptest::{collection::vec, prelude::*};
use serde_json::{Value, json};
use shop_contract::{Order, OrderState, OrderStatus, table::orders};
use shop_testing::{Answered, STAFF};

use crate::shop::{ORDERS, Shop, basket};

/// An order placed on a day in November, at a second of its first minute.
fn order(number: usize, day: u8, second: u8, status: &str) -> Order {
    let mut order = json!({
        // The last digit of the number selects the shard.
        "id": format!("01936e2a-7c00-7abc-8def-{number:012x}"),
        "createdAt": format!("2026-11-{day:02}T00:00:{second:02}Z"),
        "customer": basket(&[])["customer"],
        "lines": [{ "productId": "oat", "name": "Oat", "price": { "amount": 350, "currency": "EUR" }, "quantity": 1 }],
        "total": { "amount": 350, "currency": "EUR" },
        "status": status,
    });
    if status != "PENDING" {
        order["decidedAt"] = "2026-11-30T00:00:00Z".into();
    }
    match status {
        "REJECTED" => order["rejection"] = json!({ "reason": "NotProcessed" }),
        "SHIPPED" | "DELIVERED" => order["shipment"] = json!({ "carrier": "DHL" }),
        "CANCELLED" => order["cancellation"] = json!({ "reason": "The customer called" }),
        _ => {}
    }
    serde_json::from_value(order).expect("an order")
}

async fn with(found: &[Order]) -> Shop {
    let shop = Shop::selling(&[]).await;
    for order in found {
        shop.dynamo.put(ORDERS, orders::OrderItem::new(order)).await;
    }
    shop
}

fn ids(answer: &Answered) -> Vec<String> {
    answer.ids().into_iter().map(str::to_owned).collect()
}

/// The IDs of the selected orders, newest first.
fn expected(orders: &[Order], is_meant: impl Fn(&Order) -> bool) -> Vec<String> {
    let mut meant: Vec<_> = orders
        .iter()
        .filter(|order| is_meant(order))
        .map(|order| (order.created_at.as_str(), order.id.as_str()))
        .collect();
    meant.sort_unstable_by(|a, b| b.cmp(a));
    meant.into_iter().map(|(_, id)| id.to_owned()).collect()
}

/// Reads all pages of a listing, and checks that each except the last is full.
async fn walk(shop: &Shop, limit: usize, filter: &[(&str, &str)]) -> Vec<String> {
    let limit_text = limit.to_string();
    let mut seen = Vec::new();
    let mut token: Option<String> = None;
    loop {
        let mut query = vec![("limit", limit_text.as_str())];
        query.extend(filter);
        query.extend(token.as_deref().map(|token| ("nextToken", token)));
        let page = shop.get_orders(&query).await;
        let found = ids(&page);
        seen.extend(found.iter().cloned());
        match &page.body["nextToken"] {
            Value::String(next) => token = Some(next.clone()),
            _ => return seen,
        }
        assert_eq!(found.len(), limit, "a page that is not the last is full");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_order_is_shown_once_and_newest_first(
        placed in vec((1_u8..6, 0_u8..4, 0_usize..7), 0..60), limit in 1_usize..30, from in 1_u8..6, to in 1_u8..6
    ) {
        let statuses = OrderStatus::ALL.map(OrderStatus::as_str);
        let placed: Vec<_> = placed
            .into_iter()
            .enumerate()
            .map(|(number, (day, second, status))| order(number * 7, day, second, statuses[status]))
            .collect();
        let executor = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("an executor");
        executor.block_on(async {
            let shop = with(&placed).await;
            prop_assert_eq!(walk(&shop, limit, &[]).await, expected(&placed, |_| true));
            for status in statuses {
                let meant = expected(&placed, |order| order.state.status().as_str() == status);
                prop_assert_eq!(walk(&shop, limit, &[("status", status)]).await, meant);
            }
            let (from, to) = (from.min(to), from.max(to));
            let days = [format!("2026-11-{from:02}"), format!("2026-11-{to:02}")];
            let filter = [("from", days[0].as_str()), ("to", days[1].as_str()), ("status", "CONFIRMED")];
            let meant = expected(&placed, |order| {
                let day = &order.created_at.as_str()[..10];
                (days[0].as_str()..=days[1].as_str()).contains(&day)
                    && matches!(order.state, OrderState::Confirmed { .. })
            });
            prop_assert_eq!(walk(&shop, limit, &filter).await, meant);
            Ok(())
        })?;
    }
}

#[tokio::test]
async fn new_orders_do_not_shift_pages() {
    let early: Vec<_> = (0..10).map(|number| order(number, 1, 0, "CONFIRMED")).collect();
    let shop = with(&early).await;
    let first = shop.get_orders(&[("limit", "4")]).await;
    let token = first.body["nextToken"].as_str().unwrap();
    for number in 10..20 {
        shop.dynamo
            .put(ORDERS, orders::OrderItem::new(&order(number, 2, 0, "PENDING")))
            .await;
    }
    let second = shop.get_orders(&[("limit", "6"), ("nextToken", token)]).await;
    assert_eq!([ids(&first), ids(&second)].concat(), expected(&early, |_| true));
    assert!(second.body.get("nextToken").is_none());
}

#[tokio::test]
async fn days_are_in_the_shops_time_zone() {
    // 00:30 in Berlin is 23:30 of the previous day in UTC.
    let at = |number, at: &str| {
        let mut order = order(number, 1, 0, "PENDING");
        order.created_at = at.parse().unwrap();
        order
    };
    let placed = [
        at(1, "2026-11-21T22:59:59Z"),
        at(2, "2026-11-21T23:30:00Z"),
        at(3, "2026-11-22T22:59:59Z"),
        at(4, "2026-11-22T23:00:00Z"),
    ];
    let shop = with(&placed).await;
    let query = [("from", "2026-11-22"), ("to", "2026-11-22")];
    let page = shop.get_orders_in("Europe/Berlin", STAFF, &query).await;
    assert_eq!(ids(&page), [placed[2].id.as_str(), placed[1].id.as_str()]);
}

#[tokio::test]
async fn an_empty_table_is_an_empty_page() {
    let shop = with(&[]).await;
    assert_eq!(shop.get_orders(&[]).await.body, json!({ "items": [] }));
    // A token beyond the requested days is the end of the listing.
    let shop = with(&[order(1, 1, 0, "PENDING"), order(2, 1, 1, "PENDING")]).await;
    let page = shop.get_orders(&[("limit", "1")]).await;
    let token = page.body["nextToken"].as_str().unwrap();
    let page = shop
        .get_orders(&[("from", "2026-11-02"), ("nextToken", token)])
        .await;
    assert_eq!(page.body, json!({ "items": [] }));
}

#[tokio::test]
async fn an_invalid_parameter_is_refused_with_the_rule() {
    let shop = with(&[]).await;
    for (query, detail) in [
        (
            &[("limit", "0")][..],
            "parameter `limit`: expected a whole number from 1 to 100",
        ),
        (
            &[("status", "pending")],
            "parameter `status`: expected `PENDING`, `CONFIRMED`, `PACKED`, `SHIPPED`, `DELIVERED`, `CANCELLED` or `REJECTED`",
        ),
        (
            &[("from", "yesterday")],
            "parameter `from`: expected a day, such as `2026-11-22`",
        ),
        (
            &[("to", "2026-11-31")],
            "parameter `to`: expected a day, such as `2026-11-22`",
        ),
        (
            &[("from", "2026-11-02"), ("to", "2026-11-01")],
            "parameter `from`: expected a day that is not after `to`",
        ),
        (
            &[("nextToken", "garbage")],
            "parameter `nextToken`: not a token of this listing; request the first page without a token",
        ),
    ] {
        let answer = shop.get_orders(query).await;
        assert_eq!((answer.status, &answer.body["detail"]), (400, &json!(detail)));
    }
}

#[tokio::test]
async fn an_order_is_found_only_by_its_id() {
    let known = order(1, 1, 0, "REJECTED");
    let shop = with(std::slice::from_ref(&known)).await;
    let answer = shop.get_order(known.id.as_str()).await;
    assert_eq!(
        (answer.status, answer.body),
        (200, serde_json::to_value(&known).unwrap())
    );
    for id in [
        "",
        "1",
        "01936e2a-7c00-7abc-8def-00000000000f",
        "01936E2A-7C00-7ABC-8DEF-000000000001",
    ] {
        assert_eq!(shop.get_order(id).await.status, 404, "{id}");
    }
}

#[tokio::test]
async fn an_order_that_cannot_be_read_is_left_out_and_counted() {
    let found: Vec<_> = (0..6).map(|number| order(number, 1, 0, "CONFIRMED")).collect();
    let shop = with(&found).await;
    let broken = found[2].id.as_str();
    let items = shop.dynamo.items(ORDERS).await;
    let mut item = items
        .into_iter()
        .find(|item| item[orders::ID].as_s().is_ok_and(|id| id == broken))
        .unwrap();
    item.remove("total");
    shop.dynamo.put_raw(ORDERS, item).await;

    let readable = expected(&found, |order| order.id.as_str() != broken);
    for filter in [&[][..], &[("status", "CONFIRMED")]] {
        let page = shop.get_orders(filter).await;
        assert_eq!(ids(&page), readable);
        assert_eq!(page.body["unreadable"], 1);
    }
    // The next order takes its place, so the page is still full.
    assert_eq!(walk(&shop, 2, &[]).await, readable);

    let answer = shop.get_order(broken).await;
    assert_eq!(
        (answer.status, answer.body["type"].as_str()),
        (500, Some("/problems/internal"))
    );
    assert!(
        answer.body["detail"].as_str().unwrap().contains("cannot be read"),
        "{answer:?}"
    );
    assert_eq!(shop.get_order(found[3].id.as_str()).await.status, 200);
}

#[tokio::test]
async fn an_index_entry_that_cannot_be_read_is_left_out_and_counted() {
    let found: Vec<_> = (0..3).map(|number| order(number, 1, 0, "PENDING")).collect();
    let shop = with(&found).await;
    let mut item = shop.dynamo.items(ORDERS).await.pop().unwrap();
    item.insert(orders::ID.to_owned(), AttributeValue::S("?".to_owned()));
    item.insert(
        orders::POSITION.to_owned(),
        AttributeValue::S("2026-11-01T00:00:00Z#?".to_owned()),
    );
    shop.dynamo.put_raw(ORDERS, item).await;
    let page = shop.get_orders(&[]).await;
    assert_eq!(ids(&page), expected(&found, |_| true));
    assert_eq!(page.body["unreadable"], 1);
}

#[tokio::test]
async fn an_order_placed_under_older_rules_is_returned_as_it_was_stored() {
    let shop = with(&[order(1, 1, 0, "CONFIRMED")]).await;
    let mut item = shop.dynamo.items(ORDERS).await.pop().unwrap();
    let AttributeValue::M(customer) = item.get_mut("customer").unwrap() else {
        panic!("a customer is a map")
    };
    let name = "Ann\u{fff9} \u{202e}Lee ";
    customer.insert("name".to_owned(), AttributeValue::S(name.to_owned()));
    customer.insert("phone".to_owned(), AttributeValue::S("call me".to_owned()));
    let id = item[orders::ID].as_s().unwrap().clone();
    shop.dynamo.put_raw(ORDERS, item).await;
    let shown = shop.get_order(&id).await.body;
    assert_eq!(shown["customer"]["name"], name);
    assert_eq!(shown["customer"]["phone"], "call me");
    assert_eq!(ids(&shop.get_orders(&[]).await), [id]);
}
