//! The binary, started as Lambda starts it, with the tasks of the workflow.

use serde_json::{Value, json};
use shop_contract::{CheckOrderSubmissionEnv, Environment, NewOrderEnv, UpdateInventoryEnv};
use shop_testing::{Bootstrap, Dynamo, Event, Outcome};

use crate::{
    shop::{EXECUTION, ORDERS, ORIGIN, PRODUCTS, Shop, WORKFLOW},
    tasks::{decide, id, place},
};

fn start<E: Environment<Value = String>>(env: E, dynamo: &Dynamo) -> Bootstrap {
    let mut entries = env.entries();
    entries.push(("AWS_ENDPOINT_URL", dynamo.endpoint()));
    Bootstrap::start(env!("CARGO_BIN_EXE_orders"), E::FUNCTION.name(), entries)
}

#[tokio::test]
async fn a_task_returns_json_and_fails_with_its_error_name() {
    let shop = Shop::selling(&[("oat", 2)]).await;
    let (products_table, orders_table) = (PRODUCTS.to_owned(), ORDERS.to_owned());
    let mut new_order = start(
        NewOrderEnv {
            products_table: products_table.clone(),
            orders_table: orders_table.clone(),
        },
        &shop.dynamo,
    );
    let mut update_inventory = start(
        UpdateInventoryEnv {
            products_table,
            orders_table,
        },
        &shop.dynamo,
    );
    // On another thread, because the executor serves DynamoDB meanwhile.
    let conversation = tokio::task::spawn_blocking(move || {
        new_order.ready();
        update_inventory.ready();
        let mut run = |number, quantity| {
            let (placed, _) = new_order.invoke(place(number, &[("oat", quantity)]).to_string());
            assert_eq!(placed, Outcome::Answer(json!({ "orderId": id(number) })));
            update_inventory.invoke(decide(number).to_string()).0
        };
        assert_eq!(run(1, 2), Outcome::Answer(json!({ "orderId": id(1) })));

        let Outcome::Failure(failure) = run(2, 1) else {
            panic!("sold out, and sold")
        };
        assert_eq!(failure["errorType"], "OutOfStock");
        let told: Value = serde_json::from_str(failure["errorMessage"].as_str().unwrap()).unwrap();
        let shortfalls = json!([{ "productId": "oat", "requested": 1, "available": 0 }]);
        assert_eq!(told, json!({ "code": "OutOfStock", "shortfalls": shortfalls }));

        let (outcome, _) = new_order.invoke("{}");
        assert!(matches!(outcome, Outcome::Failure(failure) if failure["errorType"] == "MalformedInput"));

        // The log distinguishes an expected outcome, such as out of stock, from an invalid input, which is an error.
        let (sold_out, broken) = (update_inventory.stop(), new_order.stop());
        let reasons = |log: &[Value], level: &str| -> Vec<Value> {
            let lines = log.iter().filter(|line| line["level"] == level);
            lines.map(|line| line["reason"].clone()).collect()
        };
        assert_eq!(reasons(&sold_out, "ERROR"), [] as [Value; 0], "{sold_out:?}");
        assert!(
            reasons(&sold_out, "INFO").contains(&json!("OutOfStock")),
            "{sold_out:?}"
        );
        assert_eq!(reasons(&broken, "ERROR"), ["MalformedInput"], "{broken:?}");
    });
    conversation.await.unwrap();
}

#[tokio::test]
async fn no_log_contains_the_id_of_an_order() {
    let shop = Shop::selling(&[("oat", 2)]).await;
    shop.new_order(&place(1, &[("oat", 1)])).await.unwrap();
    let env = CheckOrderSubmissionEnv {
        orders_table: ORDERS.to_owned(),
        new_order_workflow: WORKFLOW.to_owned(),
        allowed_origins: ORIGIN.to_owned(),
    };
    let mut function = start(env, &shop.dynamo);
    let references = [id(1), format!("{EXECUTION}:{}", id(1)), "nonsense".to_owned()];
    let conversation = tokio::task::spawn_blocking(move || {
        function.ready();
        let statuses = references.map(|reference| {
            let event = Event {
                path: &format!("/orders/status/{reference}"),
                route: "/orders/status/{executionArn}",
                path_parameters: &[("executionArn", &reference)],
                ..Event::default()
            };
            let (Outcome::Answer(answer), _) = function.invoke(event.get()) else {
                panic!("the event is a request")
            };
            answer["statusCode"].clone()
        });
        assert_eq!(statuses, [json!(200), json!(200), json!(400)]);
        function.stop()
    });
    let log = conversation.await.unwrap();
    let answered = log.iter().filter(|entry| entry["message"] == "responded");
    assert!(
        answered
            .clone()
            .all(|entry| entry["route"] == "/orders/status/{executionArn}")
    );
    assert_eq!(answered.count(), 3, "{log:?}");
    let text = Value::from(log).to_string();
    for secret in [&*id(1), "nonsense"] {
        assert!(!text.contains(secret), "{text}");
    }
}
