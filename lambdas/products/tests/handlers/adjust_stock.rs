//! `POST /products/{id}/stock`, and its changes in `GET /products/{id}/history`.

use futures_util::future::join_all;
use serde_json::{Value, json};
use shop_contract::Product;
use shop_testing::{MANAGER, STAFF};

use crate::shop::{HISTORY, Shop, TABLE, cookie};

fn with_stock(stock: u32) -> Product {
    Product {
        stock,
        ..cookie("oat")
    }
}

/// The idempotency key with this number.
fn key(number: u32) -> String {
    format!("8e03978e-40d5-43e8-bc93-{number:012x}")
}

fn delivery(change: i64) -> Value {
    json!({ "change": change, "reason": "DELIVERY" })
}

#[tokio::test]
async fn an_adjustment_changes_the_stock_by_its_difference() {
    let shop = Shop::selling([with_stock(12)]).await;
    let delivered = shop.adjust_stock("oat", &key(1), &delivery(24)).await;
    assert_eq!(
        (delivered.status, &delivered.body["stock"]),
        (200, &json!(36)),
        "{delivered:?}"
    );
    let wasted = json!({ "change": -36, "reason": "WASTE", "note": "Broken in the oven." });
    let wasted = shop.adjust_stock("oat", &key(2), &wasted).await;
    assert_eq!(
        (wasted.status, &wasted.body["stock"]),
        (200, &json!(0)),
        "{wasted:?}"
    );
    assert_eq!(shop.get_product("oat").await.body["stock"], 0);
}

#[tokio::test]
async fn the_history_says_who_changed_what_and_why() {
    let shop = Shop::selling([with_stock(12)]).await;
    shop.adjust_stock("oat", &key(1), &delivery(24)).await;
    let wasted = json!({ "change": -1, "reason": "WASTE", "note": "Broken in the oven." });
    shop.adjust_stock("oat", &key(2), &wasted).await;
    let history = shop.history("oat", &[]).await;
    assert_eq!(history.status, 200, "{history:?}");
    let mut events: Vec<_> = history.body["items"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|entry| {
            assert_eq!(entry["by"], json!({ "sub": STAFF[0].1 }));
            entry["event"].clone()
        })
        .collect();
    // Both may be in the same second.
    events.sort_by_key(|event| event["change"].as_i64());
    assert_eq!(
        events,
        [
            json!({ "type": "STOCK_ADJUSTED", "change": -1, "reason": "WASTE", "note": "Broken in the oven." }),
            json!({ "type": "STOCK_ADJUSTED", "change": 24, "reason": "DELIVERY" }),
        ]
    );
}

#[tokio::test]
async fn a_repeated_request_changes_the_stock_once() {
    let shop = Shop::selling([with_stock(1)]).await;
    let taken = json!({ "change": -1, "reason": "WASTE" });
    let key = key(1);
    let answers = join_all((0..10).map(|_| shop.adjust_stock("oat", &key, &taken))).await;
    for answer in &answers {
        assert_eq!(
            (answer.status, &answer.body["stock"]),
            (200, &json!(0)),
            "{answer:?}"
        );
    }
    // Also in upper case, which is the same UUID.
    let again = shop.adjust_stock("oat", &key.to_uppercase(), &taken).await;
    assert_eq!(again.status, 200, "{again:?}");
    let history = shop.history("oat", &[]).await;
    assert_eq!(
        history.body["items"].as_array().map(Vec::len),
        Some(1),
        "{history:?}"
    );
}

#[tokio::test]
async fn a_key_of_another_adjustment_is_refused() {
    let shop = Shop::selling([with_stock(12)]).await;
    shop.adjust_stock("oat", &key(1), &delivery(1)).await;
    let other = shop.adjust_stock("oat", &key(1), &delivery(2)).await;
    assert_eq!(
        (other.status, &other.body["type"]),
        (422, &json!("/problems/idempotency-conflict"))
    );
    assert_eq!(shop.get_product("oat").await.body["stock"], 13);
}

#[tokio::test]
async fn the_stock_is_never_negative_and_never_too_large() {
    let shop = Shop::selling([with_stock(12)]).await;
    let refused = shop.adjust_stock("oat", &key(1), &delivery(-13)).await;
    assert_eq!(
        (refused.status, &refused.body["type"]),
        (409, &json!("/problems/stock-conflict"))
    );
    assert_eq!(
        refused.body["detail"],
        "the stock is 12, so it cannot be changed by this much; load it again"
    );
    let shop = Shop::selling([with_stock(u32::MAX - 1)]).await;
    assert_eq!(shop.adjust_stock("oat", &key(1), &delivery(2)).await.status, 409);
    assert_eq!(shop.adjust_stock("oat", &key(2), &delivery(1)).await.status, 200);
    assert_eq!(
        shop.dynamo.items(HISTORY).await.len(),
        2,
        "a change and its receipt"
    );
}

#[tokio::test]
async fn concurrent_adjustments_and_sales_lose_nothing() {
    let shop = Shop::selling([with_stock(100)]).await;
    let adjustments = join_all((0..50).map(async |number| {
        let change = if number % 2 == 0 { 3 } else { -1 };
        // A client repeats a request that conflicted too often.
        loop {
            let answer = shop.adjust_stock("oat", &key(number), &delivery(change)).await;
            match answer.status {
                200 => break,
                503 => {}
                _ => panic!("{answer:?}"),
            }
        }
    }));
    let sales = join_all((0..50).map(|_| shop.sell("oat")));
    tokio::join!(adjustments, sales);
    assert_eq!(
        shop.get_product("oat").await.body["stock"],
        100 + 25 * 3 - 25 - 50
    );
    let history = shop.history("oat", &[("limit", "100")]).await;
    assert_eq!(history.body["items"].as_array().map(Vec::len), Some(50));
}

#[tokio::test]
async fn a_product_that_was_written_before_the_index_joins_the_inventory() {
    let shop = Shop::selling([]).await;
    let mut old = item_of(&with_stock(12));
    old.remove("stockShard");
    shop.dynamo.put_raw(TABLE, old).await;
    assert_eq!(shop.get_inventory(&[]).await.body, json!({ "items": [] }));
    assert_eq!(shop.adjust_stock("oat", &key(1), &delivery(1)).await.status, 200);
    assert_eq!(shop.get_inventory(&[]).await.ids(), ["oat"]);
}

fn item_of(product: &Product) -> std::collections::HashMap<String, aws_sdk_dynamodb::types::AttributeValue> {
    shop_runtime::dynamo::item(&shop_contract::table::products::ProductItem::from(
        product.clone(),
    ))
}

#[tokio::test]
async fn an_unknown_product_has_no_stock_and_no_history() {
    let shop = Shop::selling([]).await;
    for id in ["oat", "No Slug"] {
        let answer = shop.adjust_stock(id, &key(1), &delivery(1)).await;
        assert_eq!(answer.status, 404, "{id}: {answer:?}");
        assert_eq!(shop.history(id, &[]).await.status, 404, "{id}");
    }
    assert!(shop.dynamo.items(HISTORY).await.is_empty());
    assert!(shop.dynamo.items(TABLE).await.is_empty());
}

#[tokio::test]
async fn an_invalid_request_changes_nothing() {
    let shop = Shop::selling([with_stock(12)]).await;
    for (key, body) in [
        (String::new(), delivery(1)),
        ("1".to_owned(), delivery(1)),
        (key(1), delivery(0)),
        (key(1), json!({ "change": 1 })),
        (key(1), json!({ "change": 1, "reason": "GIFT" })),
        (
            key(1),
            json!({ "change": 1, "reason": "COUNT", "note": "line\nbreak" }),
        ),
        (key(1), json!({ "change": 1, "reason": "COUNT", "stock": 5 })),
    ] {
        let answer = shop.adjust_stock("oat", &key, &body).await;
        assert_eq!(answer.status, 400, "{key} {body}: {answer:?}");
    }
    assert_eq!(shop.get_product("oat").await.body["stock"], 12);
    assert!(shop.dynamo.items(HISTORY).await.is_empty());
}

#[tokio::test]
async fn staff_and_managers_adjust_the_stock_and_others_do_not() {
    let shop = Shop::selling([with_stock(12)]).await;
    for (number, (claims, status)) in [(STAFF, 200), (MANAGER, 200), (&[], 401)].into_iter().enumerate() {
        let key = key(u32::try_from(number).expect("a small number"));
        let answer = shop.adjust_stock_as(claims, "oat", &key, &delivery(1)).await;
        assert_eq!(answer.status, status, "{answer:?}");
    }
    assert_eq!(shop.get_product("oat").await.body["stock"], 14);
}

#[tokio::test]
async fn the_history_is_read_page_by_page() {
    let shop = Shop::selling([with_stock(12)]).await;
    for number in 1..=5 {
        let answer = shop
            .adjust_stock("oat", &key(number), &delivery(number.into()))
            .await;
        assert_eq!(answer.status, 200, "{answer:?}");
    }
    let mut changes = Vec::new();
    let mut page = shop.history("oat", &[("limit", "2")]).await;
    let mut pages = 1;
    loop {
        let items = page.body["items"].as_array().expect("a list");
        changes.extend(items.iter().map(|entry| entry["event"]["change"].as_i64()));
        let Some(token) = page.next_token() else { break };
        page = shop.history("oat", &[("limit", "2"), ("nextToken", token)]).await;
        pages += 1;
    }
    changes.sort_unstable();
    assert_eq!(changes, [1, 2, 3, 4, 5].map(Some));
    assert_eq!(pages, 3, "no token leads to an empty page");
}
