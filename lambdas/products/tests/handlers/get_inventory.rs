//! `GET /inventory`.

use serde_json::json;
use shop_contract::{Product, table::products};

use crate::shop::{Shop, TABLE, cookie};

fn with_stock(id: &str, stock: u32) -> Product {
    Product { stock, ..cookie(id) }
}

#[tokio::test]
async fn the_lowest_stock_comes_first() {
    let shop = Shop::selling([
        with_stock("plum", 7),
        with_stock("oat", 12),
        with_stock("almond", 0),
    ])
    .await;
    let answer = shop.get_inventory(&[]).await;
    assert_eq!(answer.status, 200, "{answer:?}");
    assert_eq!(answer.ids(), ["almond", "plum", "oat"]);
    assert_eq!(
        answer.body["items"][1],
        json!({
            "id": "plum", "name": "Cookie plum", "price": { "amount": 350, "currency": "EUR" }, "imageKey": "plum.svg",
            "stock": 7, "onSale": true, "updatedAt": "2026-11-22T10:00:00Z",
        })
    );
}

#[tokio::test]
async fn products_that_are_not_on_sale_are_listed() {
    let shop = Shop::selling([with_stock("oat", 1)]).await;
    let hidden = products::ProductItem {
        listing: None,
        ..with_stock("hidden", 2).into()
    };
    shop.dynamo.put(TABLE, hidden).await;
    let answer = shop.get_inventory(&[]).await;
    assert_eq!(answer.ids(), ["oat", "hidden"]);
    assert_eq!(answer.body["items"][1]["onSale"], false);
}

#[tokio::test]
async fn pages_list_every_product_once_although_many_have_the_same_stock() {
    let cookies = (0..30).map(|number| with_stock(&format!("c-{number:03}"), number / 12));
    let expected: Vec<_> = cookies.clone().map(|product| product.id.to_string()).collect();
    let shop = Shop::selling(cookies).await;
    for limit in ["1", "7", "12", "29", "30"] {
        let mut seen: Vec<String> = Vec::new();
        let mut page = shop.get_inventory(&[("limit", limit)]).await;
        loop {
            seen.extend(page.ids().into_iter().map(str::to_owned));
            let Some(token) = page.next_token() else { break };
            page = shop
                .get_inventory(&[("limit", limit), ("nextToken", token)])
                .await;
        }
        assert_eq!(seen, expected, "limit {limit}");
    }
}

#[tokio::test]
async fn a_token_of_another_listing_is_refused() {
    let shop = Shop::selling([cookie("a"), cookie("b")]).await;
    let catalogue = shop.get_products(&[("limit", "1")]).await;
    let token = catalogue.next_token().expect("a second page");
    assert_eq!(shop.get_inventory(&[("nextToken", token)]).await.status, 400);
}

#[tokio::test]
async fn only_employees_see_the_inventory() {
    let shop = Shop::selling([cookie("oat")]).await;
    let answer = shop.get_inventory_as(&[], &[]).await;
    assert_eq!(answer.status, 401, "{answer:?}");
    assert!(answer.body.get("items").is_none());
}
