//! What Lambda and the log learn of a handler that panics.
//!
//! The binary of a test unwinds. What ships aborts, and Lambda reports the exit; the log line is the same.

use shop_contract::{Environment, Function, GetProductEnv};
use shop_testing::{Bootstrap, Event, Outcome};

#[test]
fn a_panic_fails_the_invocation_and_is_one_line_of_the_log() {
    let environment = GetProductEnv {
        products_table: "products",
        allowed_origins: "https://shop.example",
    };
    let handler = Function::GetProduct.name();
    let mut function = Bootstrap::start(env!("CARGO_BIN_EXE_misbehaving"), handler, environment.entries());
    function.ready();

    let (outcome, _) = function.invoke(
        Event {
            path: "/products/oat",
            ..Event::default()
        }
        .get(),
    );
    let Outcome::Failure(failure) = outcome else {
        panic!("{outcome:?}")
    };
    assert_eq!(
        failure["errorMessage"],
        "Lambda panicked: cannot stand /products/oat"
    );

    let log = function.stop();
    let panics: Vec<_> = log
        .iter()
        .filter(|line| line["message"] == "the handler panicked")
        .collect();
    let [panic] = panics.as_slice() else {
        panic!("{log:?}")
    };
    let error = panic["error"].as_str().expect("a text");
    assert!(
        error.contains("cannot stand /products/oat") && error.contains("misbehaving.rs"),
        "{error}"
    );
}
