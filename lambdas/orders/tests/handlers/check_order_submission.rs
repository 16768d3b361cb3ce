//! `GET /orders/status/{executionArn}`.

use serde_json::json;

use crate::shop::{EXECUTION, Shop, basket};

const ID: &str = "01936e2a-7c00-7abc-8def-0123456789ae";

#[tokio::test]
async fn a_submission_runs_until_it_has_ended() {
    let shop = Shop::selling(&[("oat", 5)]).await;
    let created = shop.order(None, &basket(&[("oat", 1)])).await.body;
    let arn = created["executionArn"].as_str().unwrap();
    let answer = shop.check(arn).await;
    assert_eq!(answer.status, 200);
    assert_eq!(
        answer.body,
        json!({ "status": "RUNNING", "orderId": created["orderId"] })
    );

    shop.executions.end(arn, "SUCCEEDED", None);
    let answer = shop.check(&arn.replace(':', "%3A")).await;
    assert_eq!(
        answer.body,
        json!({ "status": "SUCCEEDED", "orderId": created["orderId"] })
    );
}

#[tokio::test]
async fn a_failure_names_what_fell_short_and_nothing_of_our_insides() {
    let shop = Shop::selling(&[("oat", 5)]).await;
    let created = shop.order(None, &basket(&[("oat", 1)])).await.body;
    let arn = created["executionArn"].as_str().unwrap();

    let shortfalls = json!([{ "productId": "oat", "requested": 2, "available": 1 }]);
    let told = json!({ "code": "OutOfStock", "shortfalls": shortfalls });
    let cause = json!({ "errorType": "OutOfStock", "errorMessage": told.to_string() }).to_string();
    shop.executions.end(arn, "FAILED", Some(("OutOfStock", &cause)));
    assert_eq!(
        shop.check(arn).await.body,
        json!({ "status": "FAILED", "orderId": created["orderId"], "error": told })
    );

    for (status, failure) in [
        (
            "FAILED",
            Some(("Broken", r#"{"errorMessage":"arn:aws:dynamodb:…"}"#)),
        ),
        ("TIMED_OUT", None),
        ("ABORTED", None),
    ] {
        shop.executions.end(arn, status, failure);
        assert_eq!(
            shop.check(arn).await.body,
            json!({ "status": "FAILED", "orderId": created["orderId"], "error": { "code": "Internal" } })
        );
    }
}

#[tokio::test]
async fn an_execution_that_was_never_started_is_not_found() {
    let shop = Shop::selling(&[]).await;
    assert_eq!(shop.check(&format!("{EXECUTION}:{ID}")).await.status, 404);
}

#[tokio::test]
async fn what_is_no_execution_of_an_order_is_refused_unasked() {
    let shop = Shop::selling(&[]).await;
    for arn in [
        "",
        "nonsense",
        ID,
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
