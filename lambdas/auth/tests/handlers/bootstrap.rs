//! The binary, started in the same way as on Lambda. It responds, and its log contains no secrets even at the highest log level.

use serde_json::{Value, json};
use shop_contract::Environment;
use shop_testing::{Bootstrap, Outcome, Says};

use crate::pool::{Pool, code_grant, error, event, refresh_grant, tokens};

/// Exchanges both grants with the highest log level. Returns the statuses and the log.
async fn exchange(pool: &Pool) -> (Vec<Value>, Vec<Value>) {
    let mut environment = pool.env().entries();
    environment.push(("AWS_LAMBDA_LOG_LEVEL", "TRACE".to_owned()));
    // On a separate thread, because the executor serves the endpoint.
    let conversation = tokio::task::spawn_blocking(move || {
        let mut bootstrap = Bootstrap::start(env!("CARGO_BIN_EXE_auth"), "exchange_tokens", environment);
        bootstrap.ready();
        let mut statuses = Vec::new();
        for grant in [code_grant(), refresh_grant()] {
            let event = event("application/json", &grant.to_string());
            let (Outcome::Answer(answer), _) = bootstrap.invoke(event) else {
                panic!("a request is answered, whatever happens")
            };
            statuses.push(answer["statusCode"].clone());
        }
        (statuses, bootstrap.stop())
    });
    conversation.await.expect("the test server finishes")
}

async fn check(says: Says, status: u16) {
    let pool = Pool::that_says(says.clone()).await;
    let (statuses, log) = exchange(&pool).await;
    assert_eq!(statuses, [json!(status), json!(status)], "{log:?}");
    assert!(!log.is_empty(), "every request leaves a line");
    for line in &log {
        assert!(!line.to_string().contains("hush"), "{says:?}: {line}");
    }
}

#[tokio::test]
async fn a_successful_exchange_logs_no_secrets() {
    check(tokens(), 200).await;
}

#[tokio::test]
async fn a_rejected_exchange_logs_no_secrets() {
    check(error(400, "invalid_grant"), 401).await;
    check(error(400, "invalid_client"), 500).await;
    check(error(400, "hush"), 500).await;
}

#[tokio::test]
async fn an_invalid_response_logs_no_secrets() {
    let almost = json!({
        "access_token": "hush-a.a.a", "id_token": "hush-i.i.i", "refresh_token": "hush-r",
        "token_type": "hush", "expires_in": "hush"
    });
    check(Says::json(200, &almost), 502).await;
    check(Says::Answer(500, "", "hush".to_owned()), 502).await;
    check(Says::Raw("hush hush\r\n\r\n".to_owned()), 502).await;
    check(Says::Nothing, 502).await;
}

#[tokio::test]
async fn a_function_starts_while_its_token_endpoint_is_down() {
    let (statuses, log) = exchange(&Pool::gone()).await;
    assert_eq!(statuses, [json!(502), json!(502)], "{log:?}");
    assert!(
        log.iter()
            .any(|line| line["message"] == "the warm-up call failed"),
        "{log:?}"
    );
}

#[test]
fn a_function_names_all_missing_variables() {
    let (status, log) = Bootstrap::start::<&str>(env!("CARGO_BIN_EXE_auth"), "exchange_tokens", []).ended();
    assert!(!status.success());
    assert_eq!(
        log[0]["error"],
        "function `exchange_tokens` needs `TOKEN_ENDPOINT`, `USER_POOL_CLIENT`, `REDIRECT_URIS`, `ALLOWED_ORIGINS` \
         in its environment; set them where it is deployed"
    );
}
