//! `POST /exchange-token` with an endpoint that fails or rejects the request.

use serde_json::{Value, json};
use shop_runtime::Response;
use shop_testing::Says;

use crate::pool::{Pool, code_grant, error};

#[track_caller]
fn check(response: &Response, status: u16, problem: &str) {
    let body: Value = serde_json::from_str(response.body()).expect("every answer is JSON");
    assert_eq!(
        (response.status(), &body["type"]),
        (status, &json!(format!("/problems/{problem}"))),
        "{body}"
    );
    assert!(!response.body().contains("hush"), "{body}");
    assert!(!response.body().contains("127.0.0.1"), "{body}");
    assert_eq!(response.header("retry-after").is_some(), status == 502);
}

async fn check_upstream(says: Says) {
    let pool = Pool::that_says(says.clone()).await;
    let response = pool.exchange(&code_grant()).await;
    check(&response, 502, "bad-gateway");
    assert_eq!(pool.asked().len(), 1, "{says:?}: a code is sent once");
}

#[tokio::test]
async fn an_unreachable_pool_is_a_transient_error() {
    let response = Pool::gone().exchange(&code_grant()).await;
    check(&response, 502, "bad-gateway");
}

#[tokio::test]
async fn a_failing_pool_is_a_transient_error() {
    check_upstream(Says::Answer(
        500,
        "",
        "<html>hush: internal error</html>".to_owned(),
    ))
    .await;
    check_upstream(Says::Answer(503, "", String::new())).await;
    check_upstream(Says::json(429, &json!({ "message": "hush" }))).await;
    check_upstream(error(400, "temporarily_unavailable")).await;
}

#[tokio::test]
async fn a_broken_connection_is_a_transient_error() {
    check_upstream(Says::Nothing).await;
    check_upstream(Says::Raw("hush, this is not HTTP\r\n\r\n".to_owned())).await;
    check_upstream(Says::Raw("HTTP/1.1 200 OK\r\ncontent-le".to_owned())).await;
    let cut_off = "HTTP/1.1 200 OK\r\ncontent-length: 500\r\n\r\n{\"access_token\":\"hush";
    check_upstream(Says::Raw(cut_off.to_owned())).await;
}

#[tokio::test]
async fn an_invalid_response_is_never_forwarded() {
    check_upstream(Says::Answer(200, "", "<html>hush</html>".to_owned())).await;
    check_upstream(Says::Answer(200, "", String::new())).await;
    check_upstream(Says::json(
        200,
        &json!({ "access_token": "hush", "token_type": "mac" }),
    ))
    .await;
    check_upstream(Says::json(
        200,
        &json!({
            "access_token": "hush-a.a.a", "id_token": "hush-i.i.i", "token_type": "Bearer", "expires_in": "hush"
        }),
    ))
    .await;
}

#[tokio::test]
async fn a_response_is_read_up_to_a_limit() {
    let long = " ".repeat(64 * 1024 + 1);
    check_upstream(Says::Answer(200, "", long.clone())).await;
    let chunk = format!("{:x}\r\n{long}\r\n", long.len());
    let endless = format!(
        "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n{}",
        chunk.repeat(20)
    );
    check_upstream(Says::Raw(endless)).await;
}

#[tokio::test]
async fn redirects_are_not_followed() {
    check_upstream(Says::Answer(302, "location: /oauth2/token\r\n", String::new())).await;
    check_upstream(Says::Answer(307, "location: /oauth2/token\r\n", String::new())).await;
}

#[tokio::test]
async fn an_unknown_client_is_an_internal_error() {
    for says in [
        error(400, "invalid_client"),
        error(401, "invalid_client"),
        error(400, "unauthorized_client"),
        error(400, "invalid_request"),
        error(405, "hush"),
        Says::json(404, &json!({ "message": "hush" })),
        Says::Answer(403, "", "hush".to_owned()),
    ] {
        let pool = Pool::that_says(says).await;
        check(&pool.exchange(&code_grant()).await, 500, "internal");
    }
}

#[tokio::test(start_paused = true)]
async fn a_pool_that_does_not_respond_times_out() {
    for says in [Says::Silence, Says::Drip] {
        let pool = Pool::that_says(says.clone()).await;
        let asked = tokio::time::Instant::now();
        let response = pool.exchange(&code_grant()).await;
        check(&response, 504, "timeout");
        let waited = asked.elapsed().as_secs();
        assert!((10..=13).contains(&waited), "{says:?}: {waited} s");
    }
    let gateway = Pool::that_says(Says::Answer(504, "", String::new())).await;
    check(&gateway.exchange(&code_grant()).await, 504, "timeout");
}
