//! `GET /products/{id}`.

use std::collections::HashMap;

use aws_sdk_dynamodb::types::AttributeValue;
use serde_json::json;
use shop_contract::GetProductEnv;
use shop_products::get_product::GetProduct;
use shop_runtime::{Service, sdk_config};
use shop_testing::Event;

use crate::shop::{Shop, TABLE, cookie};

#[tokio::test]
async fn a_product_is_returned_as_in_the_contract() {
    let shop = Shop::selling([cookie("oat"), cookie("plum")]).await;
    let answer = shop.get_product("oat").await;
    assert_eq!(answer.status, 200);
    assert_eq!(answer.response.header("content-type"), Some("application/json"));
    assert_eq!(
        answer.body,
        json!({
            "id": "oat", "name": "Cookie oat", "description": "Crisp outside, soft inside.",
            "price": { "amount": 350, "currency": "EUR" }, "imageKey": "oat.svg", "stock": 12,
            "updatedAt": "2026-11-22T10:00:00Z"
        })
    );
}

#[tokio::test]
async fn an_unknown_product_is_a_problem_document_with_the_request_id() {
    let shop = Shop::selling([cookie("oat")]).await;
    let answer = shop.get_product("nope").await;
    assert_eq!(answer.status, 404);
    assert_eq!(
        answer.response.header("content-type"),
        Some("application/problem+json")
    );
    assert_eq!(
        answer.body,
        json!({
            "type": "/problems/not-found", "title": "Not found", "status": 404,
            "detail": "product not found", "instance": "/products/nope", "requestId": Event::REQUEST_ID
        })
    );
}

#[tokio::test]
async fn an_invalid_id_is_not_found() {
    let shop = Shop::selling([]).await;
    for id in ["", "Oat", "oat ", "o/a", "%6fat", "💥", &"a".repeat(3000)] {
        assert_eq!(shop.get_product(id).await.status, 404, "{id}");
    }
}

#[tokio::test]
async fn an_item_that_cannot_be_read_is_an_internal_error_without_details() {
    let shop = Shop::selling([]).await;
    let text = |text: &str| AttributeValue::S(text.to_owned());
    let item = HashMap::from([
        ("id".to_owned(), text("oat")),
        ("secretNote".to_owned(), text("hush")),
    ]);
    shop.dynamo.put_raw(TABLE, item).await;

    let answer = shop.get_product("oat").await;
    assert_eq!(answer.status, 500);
    assert_eq!(answer.body["type"], "/problems/internal");
    for leak in ["hush", "secretNote", "attribute", "name"] {
        assert!(
            !answer.body["detail"].as_str().unwrap().contains(leak),
            "{answer:?}"
        );
    }
}

#[tokio::test]
async fn a_missing_table_is_an_internal_error() {
    let shop = Shop::selling([]).await;
    let answer = shop.get_product_of("elsewhere", "oat").await;
    assert_eq!(
        (answer.status, &answer.body["type"]),
        (500, &json!("/problems/internal"))
    );
}

#[tokio::test]
async fn an_unreachable_store_can_be_retried() {
    // The port is bound and never listens: connections are refused, and no other process can take the port.
    let socket = tokio::net::TcpSocket::new_v4().unwrap();
    socket.bind("127.0.0.1:0".parse().unwrap()).unwrap();
    let nowhere = format!("http://{}", socket.local_addr().unwrap());

    let aws = sdk_config(|name| match name {
        "AWS_ENDPOINT_URL" => Some(nowhere.clone()),
        _ => Some("eu-central-1".to_owned()),
    });
    let env = GetProductEnv {
        products_table: TABLE.to_owned(),
        allowed_origins: String::new(),
    };
    let service = Service::<GetProduct>::start(env, &aws.unwrap()).await;
    let event = Event {
        path: "/products/oat",
        path_parameters: &[("id", "oat")],
        ..Event::default()
    };
    let response = service.respond(&event.get()).await.unwrap();
    assert_eq!(
        (response.status(), response.header("retry-after")),
        (503, Some("1"))
    );
}
