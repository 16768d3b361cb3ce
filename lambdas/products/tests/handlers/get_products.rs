//! `GET /products`.

use std::collections::HashMap;

use aws_sdk_dynamodb::types::AttributeValue;
use serde_json::json;
use shop_contract::{Product, table::products};
use shop_runtime::PageToken;
use shop_testing::Answered;

use crate::shop::{ORIGIN, Shop, TABLE, cookie};

fn cookies(count: usize) -> impl Iterator<Item = Product> {
    (0..count).map(|number| cookie(&format!("c-{number:03}")))
}

fn ids(range: std::ops::Range<usize>) -> Vec<String> {
    range.map(|number| format!("c-{number:03}")).collect()
}

#[tokio::test]
async fn a_small_catalogue_is_one_page_by_name() {
    let shop = Shop::selling([cookie("plum"), cookie("almond"), cookie("oat")]).await;
    let answer = shop.get_products(&[]).await;
    assert_eq!(answer.status, 200);
    assert_eq!(answer.ids(), ["almond", "oat", "plum"]);
    assert!(answer.body.get("nextToken").is_none(), "{answer:?}");
}

#[tokio::test]
async fn an_empty_catalogue_is_an_empty_page() {
    let answer = Shop::selling([]).await.get_products(&[]).await;
    assert_eq!(answer.body, json!({ "items": [] }));
}

#[tokio::test]
async fn a_page_holds_24_products_unless_asked_for_another_number() {
    let shop = Shop::selling(cookies(30)).await;
    assert_eq!(shop.get_products(&[]).await.ids(), ids(0..24));
    assert_eq!(shop.get_products(&[("limit", "7")]).await.ids(), ids(0..7));
    assert_eq!(shop.get_products(&[("limit", "100")]).await.ids(), ids(0..30));
}

#[tokio::test]
async fn pages_have_no_gaps_and_no_duplicates() {
    let shop = Shop::selling(cookies(30)).await;
    for limit in ["1", "7", "10", "15", "29", "30"] {
        let mut seen = Vec::new();
        let mut page = shop.get_products(&[("limit", limit)]).await;
        loop {
            seen.extend(page.ids().into_iter().map(str::to_owned));
            let Some(token) = page.next_token() else { break };
            assert_eq!(
                page.ids().len().to_string(),
                limit,
                "a page that is not the last is full"
            );
            page = shop.get_products(&[("limit", limit), ("nextToken", token)]).await;
            assert!(!page.ids().is_empty(), "no token leads to an empty page");
        }
        assert_eq!(seen, ids(0..30), "limit {limit}");
    }
}

#[tokio::test]
async fn products_with_the_same_name_are_all_listed() {
    let namesakes = cookies(5).map(|product| Product {
        name: "Cookie".to_owned(),
        ..product
    });
    let shop = Shop::selling(namesakes).await;
    let first = shop.get_products(&[("limit", "3")]).await;
    let second = shop
        .get_products(&[("limit", "3"), ("nextToken", first.next_token().unwrap())])
        .await;
    let mut seen = [first.ids(), second.ids()].concat();
    seen.sort_unstable();
    assert_eq!(seen, ids(0..5));
}

#[tokio::test]
async fn a_product_without_a_listing_is_not_listed() {
    let shop = Shop::selling([cookie("oat")]).await;
    let hidden = products::ProductItem {
        listing: None,
        ..cookie("hidden").into()
    };
    shop.dynamo.put(TABLE, hidden).await;
    assert_eq!(shop.get_products(&[]).await.ids(), ["oat"]);
    assert_eq!(shop.get_product("hidden").await.status, 200);
}

#[track_caller]
fn check_refused(answer: &Answered, detail: &str) {
    assert_eq!(
        (answer.status, answer.response.header("content-type")),
        (400, Some("application/problem+json"))
    );
    assert_eq!(answer.body["type"], "/problems/invalid-request");
    assert_eq!(answer.body["detail"], detail);
}

#[tokio::test]
async fn an_invalid_limit_is_refused_with_the_rule() {
    let shop = Shop::selling(cookies(3)).await;
    for limit in ["0", "101", "-1", "ten", "", "1.5", "99999999999999999999"] {
        let answer = shop.get_products(&[("limit", limit)]).await;
        check_refused(
            &answer,
            "parameter `limit`: expected a whole number from 1 to 100",
        );
    }
}

#[tokio::test]
async fn an_invalid_token_is_refused_with_a_hint() {
    let shop = Shop::selling(cookies(3)).await;
    let page = shop.get_products(&[("limit", "1")]).await;
    let token = page.next_token().unwrap();
    let other = if token.ends_with('A') { "B" } else { "A" };
    let tampered = format!("{}{other}", &token[..token.len() - 1]);
    for token in [
        "",
        "garbage",
        "%%%",
        tampered.as_str(),
        &token[1..],
        &format!("{token}="),
    ] {
        let answer = shop.get_products(&[("nextToken", token)]).await;
        check_refused(
            &answer,
            "parameter `nextToken`: not a token of this listing; request the first page without a token",
        );
    }
}

#[tokio::test]
async fn a_forged_token_is_a_client_error() {
    let shop = Shop::selling(cookies(3)).await;
    for (name, id) in [
        ("", "oat"),
        (&*"x".repeat(1025), "oat"),
        ("Oat", ""),
        ("Oat", "No Slug"),
    ] {
        let token = PageToken::new("products").write(&json!({ "name": name, "id": id }));
        assert_eq!(
            shop.get_products(&[("nextToken", &token)]).await.status,
            400,
            "{name:.9} {id}"
        );
    }
    // A well-formed position is accepted, whether or not the product exists.
    for (name, rest) in [("Cookie c-000x", ids(1..3)), (&*"x".repeat(1024), ids(0..0))] {
        let token = PageToken::new("products").write(&json!({ "name": name, "id": "oat" }));
        assert_eq!(shop.get_products(&[("nextToken", &token)]).await.ids(), rest);
    }
}

#[tokio::test]
async fn an_unknown_parameter_is_ignored() {
    let shop = Shop::selling(cookies(3)).await;
    assert_eq!(
        shop.get_products(&[("utm_source", "mail"), ("limit", "2")])
            .await
            .ids(),
        ids(0..2)
    );
}

#[tokio::test]
async fn a_page_may_need_more_than_one_batch() {
    // A batch reads at most 16 MB. 45 of these items have 17.5 MB.
    let long = "x".repeat(390_000);
    let shop = Shop::selling(cookies(45).map(|product| Product {
        description: long.clone(),
        ..product
    }))
    .await;
    assert_eq!(shop.get_products(&[("limit", "45")]).await.ids(), ids(0..45));
}

#[tokio::test]
async fn an_item_that_cannot_be_read_is_left_out_and_counted() {
    let shop = Shop::selling(cookies(3)).await;
    let text = |text: &str| AttributeValue::S(text.to_owned());
    // One item has no price, and one has an invalid ID.
    for (id, name) in [("broken", "Aaa"), ("No Slug", "Cookie c-000x")] {
        let item = HashMap::from([
            (products::ID.to_owned(), text(id)),
            (products::LISTING.to_owned(), text(products::CATALOGUE)),
            (products::NAME.to_owned(), text(name)),
        ]);
        shop.dynamo.put_raw(TABLE, item).await;
    }
    let answer = shop.get_products(&[]).await;
    assert_eq!(answer.ids(), ids(0..3));
    assert_eq!(answer.body["unreadable"], 2);
    assert!(!answer.response.body().contains("broken"), "{answer:?}");

    // The next product takes its place, so the page is still full.
    let first = shop.get_products(&[("limit", "2")]).await;
    assert_eq!(first.ids(), ids(0..2));
    let second = shop
        .get_products(&[("limit", "2"), ("nextToken", first.next_token().unwrap())])
        .await;
    assert_eq!(second.ids(), ids(2..3));
    assert_eq!(second.next_token(), None);
    assert!(second.body.get("unreadable").is_none(), "{second:?}");
}

#[tokio::test]
async fn every_response_has_the_common_headers() {
    let shop = Shop::selling(cookies(1)).await;
    for query in [&[][..], &[("limit", "0")]] {
        let answer = shop.get_products(query).await;
        assert_eq!(answer.response.header("cache-control"), Some("no-store"));
        assert_eq!(answer.response.header("x-content-type-options"), Some("nosniff"));
        assert_eq!(
            answer.response.header("access-control-allow-origin"),
            Some(ORIGIN)
        );
        assert_eq!(answer.response.header("vary"), Some("origin"));
    }
}
