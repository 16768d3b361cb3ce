//! `GET /orders/status/{executionArn}`.

use serde_json::{Value, json};

use crate::{
    shop::{EXECUTION, ORDERS, Shop, basket, execution},
    tasks::{decide_order, number_of},
};

const ID: &str = "01936e2a-7c00-7abc-8def-0123456789ae";

/// Orders two of `oat`, and returns the ID.
async fn submit(shop: &Shop) -> Value {
    let created = shop.order(None, &basket(&[("oat", 2)])).await;
    assert_eq!(created.status, 202, "{created:?}");
    created.body["orderId"].clone()
}

/// Runs the first task of the execution.
async fn write(shop: &Shop, id: &Value) {
    let executions = shop.executions.executions();
    let mut task: Value = serde_json::from_str(&executions[&execution(id)].input).expect("an input is JSON");
    task["createdAt"] = "2026-11-22T10:00:00Z".into();
    shop.new_order(&task).await.expect("the order is written");
}

fn receipt(id: &str) -> Value {
    let money = |amount: u32| json!({ "amount": amount, "currency": "EUR" });
    json!({
        "number": number_of(id),
        "createdAt": "2026-11-22T10:00:00Z",
        "name": "Ann Other",
        "address": { "street": "1 Main St", "postalCode": "10115", "city": "Berlin", "country": "DE" },
        "lines": [{ "productId": "oat", "name": "Cookie oat", "price": money(350), "quantity": 2 }],
        "total": money(700),
    })
}

fn confirmed(id: &str) -> Value {
    json!({
        "status": "SUCCEEDED", "orderId": id, "order": receipt(id), "fulfilment": { "status": "CONFIRMED" },
    })
}

#[tokio::test]
async fn an_order_can_be_read_by_its_id_from_the_request_to_the_confirmation() {
    let shop = Shop::selling(&[("oat", 5)]).await;
    let id = submit(&shop).await;
    let link = id.as_str().unwrap();
    let answer = shop.check(link).await;
    assert_eq!(answer.status, 200);
    assert_eq!(answer.body, json!({ "status": "RUNNING", "orderId": id }));

    write(&shop, &id).await;
    assert_eq!(
        shop.check(link).await.body,
        json!({ "status": "RUNNING", "orderId": id, "order": receipt(link) })
    );

    shop.update_inventory(&decide_order(link)).await.unwrap();
    let answer = shop.check(link).await;
    assert_eq!(answer.body, confirmed(link));
    assert_eq!(answer.response.header("cache-control"), Some("no-store"));
    assert_eq!(answer.response.header("referrer-policy"), Some("no-referrer"));
    // The ARN of the execution, which older links have, returns the same.
    for arn in [execution(&id), execution(&id).replace(':', "%3A")] {
        assert_eq!(shop.check(&arn).await.body, answer.body);
    }
}

#[tokio::test]
async fn a_confirmed_order_stays_confirmed_if_its_execution_fails() {
    let shop = Shop::selling(&[("oat", 5)]).await;
    let id = submit(&shop).await;
    write(&shop, &id).await;
    let link = id.as_str().unwrap();
    shop.update_inventory(&decide_order(link)).await.unwrap();
    for status in ["ABORTED", "TIMED_OUT", "FAILED"] {
        shop.executions.end(&execution(&id), status, None);
        assert_eq!(shop.check(link).await.body["status"], "SUCCEEDED", "{status}");
    }
}

#[tokio::test]
async fn an_order_outlives_its_execution() {
    let shop = Shop::selling(&[("oat", 5)]).await;
    let task = json!({
        "orderId": ID, "createdAt": "2026-11-22T10:00:00Z", "order": basket(&[("oat", 2)]),
    });
    shop.new_order(&task).await.unwrap();
    shop.update_inventory(&decide_order(ID)).await.unwrap();
    assert!(shop.executions.executions().is_empty());
    for link in [ID.to_owned(), format!("{EXECUTION}:{ID}")] {
        assert_eq!(shop.check(&link).await.body, confirmed(ID));
    }
}

#[tokio::test]
async fn an_order_whose_execution_was_stopped_is_pending() {
    let shop = Shop::selling(&[("oat", 5)]).await;
    let id = submit(&shop).await;
    write(&shop, &id).await;
    shop.executions.end(&execution(&id), "ABORTED", None);
    // Only a decision makes it failed, not the end of the execution.
    assert_eq!(shop.check(id.as_str().unwrap()).await.body["status"], "RUNNING");
}

#[tokio::test]
async fn a_rejected_order_has_its_shortfalls() {
    let shop = Shop::selling(&[("oat", 1)]).await;
    let id = submit(&shop).await;
    write(&shop, &id).await;
    shop.update_inventory(&decide_order(id.as_str().unwrap()))
        .await
        .unwrap_err();
    let shortfalls = json!([{ "productId": "oat", "requested": 2, "available": 1 }]);
    assert_eq!(
        shop.check(id.as_str().unwrap()).await.body,
        json!({
            "status": "FAILED", "orderId": id, "order": receipt(id.as_str().unwrap()),
            "error": { "code": "OutOfStock", "shortfalls": shortfalls },
        })
    );
}

#[tokio::test]
async fn a_rejected_order_has_the_old_and_new_prices() {
    let shop = Shop::selling(&[("oat", 5)]).await;
    let id = submit(&shop).await;
    write(&shop, &id).await;
    shop.reprice("oat", 360).await;
    shop.update_inventory(&decide_order(id.as_str().unwrap()))
        .await
        .unwrap_err();
    let body = shop.check(id.as_str().unwrap()).await.body;
    let error = &body["error"];
    assert_eq!(
        (&body["status"], &error["code"]),
        (&json!("FAILED"), &json!("PriceChanged"))
    );
    assert_eq!(error["priceChange"]["agreedTotal"]["amount"], 700);
    assert_eq!(error["priceChange"]["total"]["amount"], 720);
}

#[tokio::test]
async fn an_execution_that_ended_without_an_order_failed() {
    let shop = Shop::selling(&[("oat", 5)]).await;
    let id = submit(&shop).await;
    let told = json!({ "code": "UnknownProduct", "productIds": ["oat"] });
    let cause = json!({ "errorType": "UnknownProduct", "errorMessage": told.to_string() }).to_string();
    let internal = json!({ "code": "Internal" });
    for (status, failure, error) in [
        ("FAILED", Some(("UnknownProduct", &*cause)), &told),
        (
            "FAILED",
            Some(("Broken", r#"{"errorMessage":"arn:aws:dynamodb:…"}"#)),
            &internal,
        ),
        ("TIMED_OUT", None, &internal),
        ("ABORTED", None, &internal),
        ("SUCCEEDED", None, &internal),
    ] {
        shop.executions.end(&execution(&id), status, failure);
        assert_eq!(
            shop.check(id.as_str().unwrap()).await.body,
            json!({ "status": "FAILED", "orderId": id, "error": error })
        );
    }
}

#[tokio::test]
async fn a_link_shows_only_the_name_and_the_address_of_the_customer() {
    let shop = Shop::selling(&[("oat", 5)]).await;
    let id = submit(&shop).await;
    write(&shop, &id).await;
    let shown = shop.check(id.as_str().unwrap()).await.body.to_string();
    for secret in ["ann@example.com", "1234-56"] {
        assert!(
            shop.dynamo.items(ORDERS).await.len() == 1 && !shown.contains(secret),
            "{shown}"
        );
    }
}

#[tokio::test]
async fn an_order_that_was_never_submitted_is_not_found() {
    let shop = Shop::selling(&[]).await;
    for link in [ID.to_owned(), format!("{EXECUTION}:{ID}")] {
        let answer = shop.check(&link).await;
        assert_eq!(
            (answer.status, &answer.body["type"]),
            (404, &json!("/problems/not-found"))
        );
    }
}

#[tokio::test]
async fn an_invalid_reference_is_refused_without_a_look_up() {
    let shop = Shop::selling(&[]).await;
    for arn in [
        "",
        "nonsense",
        &ID.to_uppercase(),
        &format!("{EXECUTION}:not-an-order"),
        &format!("arn:aws:states:eu-central-1:000000000000:execution:generate_report:{ID}"),
        &format!("arn:aws:states:eu-central-1:111111111111:execution:new_order:{ID}"),
        &format!("arn:aws:states:eu-west-1:000000000000:execution:new_order:{ID}"),
        "arn:aws:states:eu-central-1:000000000000:stateMachine:new_order",
    ] {
        let answer = shop.check(arn).await;
        assert_eq!(
            (answer.status, &answer.body["type"]),
            (400, &json!("/problems/invalid-request")),
            "{arn}"
        );
    }
}
