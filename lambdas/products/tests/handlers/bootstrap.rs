//! The binary, started as Lambda starts it.

use serde_json::{Value, json};
use shop_contract::{Environment, GetProductEnv, GetProductsEnv};
use shop_testing::{Bootstrap, Dynamo, Event, Outcome};

use crate::shop::{ORIGIN, Shop, TABLE, cookie, environment};

const BINARY: &str = env!("CARGO_BIN_EXE_products");

fn get_products_env() -> GetProductsEnv<String> {
    GetProductsEnv {
        products_table: TABLE.to_owned(),
        allowed_origins: ORIGIN.to_owned(),
    }
}

fn get_product_env() -> GetProductEnv<String> {
    GetProductEnv {
        products_table: TABLE.to_owned(),
        allowed_origins: ORIGIN.to_owned(),
    }
}

fn start<E: Environment<Value = String>>(env: E, dynamo: &Dynamo) -> Bootstrap {
    Bootstrap::start(BINARY, E::FUNCTION.name(), environment(env, dynamo))
}

/// Runs a conversation with a bootstrap on another thread, because the executor serves DynamoDB meanwhile.
async fn beside<T: Send + 'static>(conversation: impl FnOnce() -> T + Send + 'static) -> T {
    tokio::task::spawn_blocking(conversation)
        .await
        .expect("the conversation does not panic")
}

#[track_caller]
fn answered(outcome: Outcome) -> (u64, Value) {
    let Outcome::Answer(answer) = outcome else {
        panic!("{outcome:?}")
    };
    let body = serde_json::from_str(answer["body"].as_str().expect("a body")).expect("JSON");
    (answer["statusCode"].as_u64().expect("a status"), body)
}

#[tokio::test]
async fn one_binary_has_the_handlers_of_all_functions() {
    let shop = Shop::selling([cookie("oat"), cookie("plum")]).await;
    let mut list = start(get_products_env(), &shop.dynamo);
    let mut one = start(get_product_env(), &shop.dynamo);
    beside(move || {
        list.ready();
        one.ready();
        let page = list
            .invoke(
                Event {
                    path: "/products",
                    ..Event::default()
                }
                .get(),
            )
            .0;
        let (status, body) = answered(page);
        assert_eq!((status, body["items"].as_array().map(Vec::len)), (200, Some(2)));

        let oat = Event {
            path: "/products/oat",
            path_parameters: &[("id", "oat")],
            ..Event::default()
        };
        let (status, body) = answered(one.invoke(oat.get()).0);
        assert_eq!((status, &body["id"]), (200, &json!("oat")));
    })
    .await;
}

#[tokio::test]
async fn an_event_that_is_not_a_request_fails_only_the_invocation() {
    let shop = Shop::selling([cookie("oat")]).await;
    let mut function = start(get_products_env(), &shop.dynamo);
    beside(move || {
        function.ready();
        for event in [r#"{"Records":[]}"#, "null", "{}", r#""GET""#] {
            let (outcome, _) = function.invoke(event);
            let Outcome::Failure(failure) = outcome else {
                panic!("{outcome:?}")
            };
            assert_eq!(failure["errorType"], "MalformedEvent");
            assert!(
                failure["errorMessage"]
                    .as_str()
                    .unwrap()
                    .contains("API Gateway proxy"),
                "{failure}"
            );
        }
        let (status, _) = answered(
            function
                .invoke(
                    Event {
                        path: "/products",
                        ..Event::default()
                    }
                    .get(),
                )
                .0,
        );
        assert_eq!(status, 200);
    })
    .await;
}

#[tokio::test]
async fn a_log_line_is_one_json_object_with_the_request_id() {
    let shop = Shop::selling([]).await;
    let mut function = start(get_product_env(), &shop.dynamo);
    let log = beside(move || {
        function.ready();
        let nope = Event {
            path: "/products/nope",
            route: "/products/{id}",
            path_parameters: &[("id", "nope")],
            ..Event::default()
        };
        function.invoke(nope.get());
        function.stop()
    })
    .await;
    let answered = log
        .iter()
        .find(|line| line["message"] == "responded")
        .unwrap_or_else(|| panic!("{log:?}"));
    assert_eq!(
        (&answered["level"], &answered["status"]),
        (&json!("INFO"), &json!(404))
    );
    assert_eq!(
        (&answered["method"], &answered["route"]),
        (&json!("GET"), &json!("/products/{id}"))
    );
    assert_eq!(answered["request_id"], Event::REQUEST_ID);
    assert!(
        answered["span"]["requestId"].is_string(),
        "Lambda's own request ID: {answered}"
    );
}

#[tokio::test]
async fn internal_errors_are_only_in_the_log() {
    let shop = Shop::selling([]).await;
    let mut function = start(
        GetProductEnv {
            products_table: "elsewhere".to_owned(),
            allowed_origins: ORIGIN.to_owned(),
        },
        &shop.dynamo,
    );
    let log = beside(move || {
        function.ready();
        let oat = Event {
            path: "/products/oat",
            path_parameters: &[("id", "oat")],
            ..Event::default()
        };
        assert_eq!(answered(function.invoke(oat.get()).0).0, 500);
        function.stop()
    })
    .await;
    let failed = |message: &str| {
        let line = log
            .iter()
            .find(|line| line["message"] == message)
            .unwrap_or_else(|| panic!("{log:?}"));
        line["error"].as_str().expect("the chain of causes").to_owned()
    };
    assert!(failed("the warm-up call failed").contains("ResourceNotFoundException"));
    assert!(failed("the request failed").contains("ResourceNotFoundException"));
}

#[test]
fn an_unknown_handler_fails_the_start_and_lists_the_known_ones() {
    check_start_fails(
        "get_prodcts",
        &[],
        "unknown handler `get_prodcts`; configure the function with one of `get_products`, `get_product`, `get_inventory`, `adjust_stock`, \
         `get_product_history`",
    );
}

#[test]
fn an_error_names_all_missing_variables() {
    check_start_fails(
        "get_products",
        // A forgotten value is deployed as an empty string.
        &[("ALLOWED_ORIGINS", "")],
        "function `get_products` needs `PRODUCTS_TABLE`, `ALLOWED_ORIGINS` in its environment; \
         set them where it is deployed",
    );
}

#[test]
fn a_start_outside_lambda_names_the_missing_variables() {
    check_start_fails(
        "get_product",
        &[
            ("PRODUCTS_TABLE", TABLE),
            ("ALLOWED_ORIGINS", ORIGIN),
            ("AWS_REGION", ""),
            ("AWS_SECRET_ACCESS_KEY", ""),
            ("AWS_LAMBDA_FUNCTION_VERSION", ""),
        ],
        "`AWS_REGION`, `AWS_SECRET_ACCESS_KEY`, `AWS_LAMBDA_FUNCTION_VERSION` are not set; set them when you start \
         the binary outside Lambda",
    );
}

#[track_caller]
fn check_start_fails(handler: &str, environment: &[(&'static str, &str)], reason: &str) {
    let (status, log) = Bootstrap::start(BINARY, handler, environment.iter().copied()).ended();
    assert_eq!(status.code(), Some(1));
    let [line] = log.as_slice() else { panic!("{log:?}") };
    assert_eq!(
        (&line["level"], &line["message"]),
        (&json!("ERROR"), &json!("the function cannot start"))
    );
    assert_eq!(line["error"], reason);
}
