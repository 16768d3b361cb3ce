//! The progress that employees see, read from Step Functions' history.

use serde_json::{Value, json};
use shop_testing::STAFF;

use crate::shop::{EXECUTION, Shop};

/// A history, as pairs of event type and state name.
fn history(events: &[(&str, &str)]) -> Vec<Value> {
    let mut told: Vec<Value> = Vec::new();
    for (index, (kind, state)) in events.iter().enumerate() {
        // The previous event of an event within a state is the last one of that state.
        let previous = events[..index].iter().rposition(|(_, other)| other == state);
        let mut event = json!({
            "id": index + 1, "previousEventId": previous.map_or(0, |place| place + 1), "type": kind,
            "timestamp": 1_795_341_600,
        });
        if kind.ends_with("StateEntered") {
            event["stateEnteredEventDetails"] = json!({ "name": state });
        } else if kind.ends_with("StateExited") {
            event["stateExitedEventDetails"] = json!({ "name": state });
        } else if *kind == "TaskFailed" {
            event["taskFailedEventDetails"] = json!({ "resourceType": "lambda", "resource": "invoke", "error": "Broken", "cause": "arn:aws:secret" });
        }
        told.push(event);
    }
    told
}

async fn started(shop: &Shop) -> String {
    let answer = shop.create_report(STAFF).await;
    answer.body["executionArn"].as_str().expect("an ARN").to_owned()
}

fn states(body: &Value) -> Vec<&str> {
    let steps = body["steps"].as_array().expect("steps");
    steps
        .iter()
        .map(|step| step["state"].as_str().expect("a state"))
        .collect()
}

#[tokio::test]
async fn a_new_report_waits_at_all_steps() {
    let shop = Shop::open().await;
    let arn = started(&shop).await;
    let answer = shop.check(&arn).await;
    assert_eq!((answer.status, &answer.body["status"]), (200, &json!("RUNNING")));
    assert_eq!(states(&answer.body), ["WAITING"; 6]);
    assert_eq!(answer.body["steps"][0]["step"], "prepareOrdersData");
}

#[tokio::test]
async fn steps_are_read_from_the_history() {
    let shop = Shop::open().await;
    let arn = started(&shop).await;
    let events = history(&[
        ("ParallelStateEntered", "Prepare"),
        ("TaskStateEntered", "PrepareOrdersData"),
        ("TaskStateEntered", "PrepareProductsData"),
        ("TaskScheduled", "PrepareOrdersData"),
        ("TaskSucceeded", "PrepareOrdersData"),
        ("TaskStateExited", "PrepareOrdersData"),
        ("TaskStateEntered", "PrepareOrdersHtml"),
    ]);
    shop.executions.tell(&arn, events);
    let answer = shop.check(&arn).await;
    assert_eq!(
        states(&answer.body),
        ["DONE", "RUNNING", "RUNNING", "WAITING", "WAITING", "WAITING"]
    );
}

#[tokio::test]
async fn a_failure_names_the_step_without_internals() {
    let shop = Shop::open().await;
    let arn = started(&shop).await;
    let events = history(&[
        ("TaskStateEntered", "PrepareOrdersData"),
        ("TaskStateEntered", "PrepareProductsData"),
        ("TaskScheduled", "PrepareProductsData"),
        ("TaskFailed", "PrepareProductsData"),
    ]);
    shop.executions.tell(&arn, events);
    shop.executions
        .end(&arn, "FAILED", Some(("Broken", "arn:aws:secret")));
    let answer = shop.check(&arn).await;
    assert_eq!(answer.status, 200);
    assert_eq!(answer.body["status"], "FAILED");
    assert_eq!(answer.body["error"]["code"], "Internal");
    assert_eq!(answer.body["error"]["step"], "prepareProductsData");
    assert!(!answer.body.to_string().contains("secret"));
}

#[tokio::test]
async fn a_finished_report_names_its_recipients_and_expiry() {
    let shop = Shop::open().await;
    let arn = started(&shop).await;
    let output = json!({ "recipients": ["ann@example.com"], "linksExpireAt": "2026-11-23T08:45:00Z" });
    shop.executions.succeed(&arn, &output);
    let answer = shop.check(&arn).await;
    assert_eq!(answer.body["status"], "SUCCEEDED");
    assert_eq!(answer.body["recipients"], json!(["ann@example.com"]));
    assert_eq!(answer.body["linksExpireAt"], "2026-11-23T08:45:00Z");
    assert_eq!(states(&answer.body), ["DONE"; 6]);
}

#[tokio::test]
async fn only_executions_of_this_workflow_are_described() {
    let shop = Shop::open().await;
    let arn = started(&shop).await;
    let other = arn.replace(":generate_report:", ":new_order:");
    for unknown in [format!("{EXECUTION}:unknown"), other] {
        let answer = shop.check(&unknown).await;
        assert_eq!(answer.status, 404, "{unknown}");
        assert_eq!(answer.body["detail"], "report not found");
    }
    for malformed in ["", "nonsense", "arn:aws:s3:::bucket"] {
        assert_eq!(shop.check(malformed).await.status, 400, "{malformed}");
    }
    assert_eq!(shop.check_as(&[], &arn).await.status, 401);
}
