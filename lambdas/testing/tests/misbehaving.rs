//! What Lambda and the log receive when a handler panics.
//!
//! The binary of a test unwinds. The deployed one aborts, and Lambda reports the exit; the log line is the same.

use shop_contract::{Environment, ExchangeTokensEnv, Function};
use shop_testing::{Bootstrap, Event, Outcome};

#[test]
fn a_panic_fails_the_invocation_and_is_one_line_of_the_log() {
    let environment = ExchangeTokensEnv {
        token_endpoint: "https://pool.example/oauth2/token",
        user_pool_client: "site",
        redirect_uris: "https://shop.example/sign-in/callback",
        allowed_origins: "https://shop.example",
    };
    let handler = Function::ExchangeTokens.name();
    let mut function = Bootstrap::start(env!("CARGO_BIN_EXE_misbehaving"), handler, environment.entries());
    function.ready();

    let (outcome, _) = function.invoke(
        Event {
            path: "/exchange-token",
            ..Event::default()
        }
        .post("{}"),
    );
    let Outcome::Failure(failure) = outcome else {
        panic!("{outcome:?}")
    };
    assert_eq!(
        failure["errorMessage"],
        "Lambda panicked: cannot handle /exchange-token"
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
        error.contains("cannot handle /exchange-token") && error.contains("misbehaving.rs"),
        "{error}"
    );
}
