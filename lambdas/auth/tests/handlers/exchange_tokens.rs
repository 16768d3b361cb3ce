//! `POST /exchange-token` with a working endpoint.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use shop_runtime::Response;
use shop_testing::{CLIENT, Says};

use crate::pool::{HOME, ORIGIN, Pool, code_grant, error, refresh_grant, tokens};

fn body(response: &Response) -> Value {
    serde_json::from_str(response.body()).expect("every answer is JSON")
}

fn fields(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
    pairs
        .iter()
        .map(|&(name, value)| (name.to_owned(), value.to_owned()))
        .collect()
}

#[tokio::test]
async fn a_code_is_exchanged_and_the_response_is_not_cached() {
    let pool = Pool::that_says(tokens()).await;
    let response = pool.exchange(&code_grant()).await;
    assert_eq!(
        (response.status(), body(&response)),
        (
            200,
            json!({
                "accessToken": "hush-a.a.a", "idToken": "hush-i.i.i", "refreshToken": "hush-r",
                "tokenType": "Bearer", "expiresIn": 300
            })
        )
    );
    assert_eq!(response.header("cache-control"), Some("no-store"));
    assert_eq!(response.header("access-control-allow-origin"), Some(ORIGIN));
    let [asked] = pool.asked().try_into().expect("one form");
    assert_eq!(asked.media_type, "application/x-www-form-urlencoded");
    let verifier = code_grant()["codeVerifier"].as_str().expect("a text").to_owned();
    assert_eq!(
        asked.fields,
        fields(&[
            ("grant_type", "authorization_code"),
            ("client_id", CLIENT),
            ("code", "hush-code"),
            ("code_verifier", &verifier),
            ("redirect_uri", HOME),
        ])
    );
}

#[tokio::test]
async fn a_refresh_token_is_exchanged_for_tokens() {
    let says =
        json!({ "access_token": "a.a.a", "id_token": "i.i.i", "token_type": "Bearer", "expires_in": 300 });
    let pool = Pool::that_says(Says::json(200, &says)).await;
    let response = pool.exchange(&refresh_grant()).await;
    assert_eq!(response.status(), 200);
    assert_eq!(body(&response).get("refreshToken"), None);
    assert_eq!(
        pool.asked()[0].fields,
        fields(&[
            ("grant_type", "refresh_token"),
            ("client_id", CLIENT),
            ("refresh_token", "hush-refresh"),
        ])
    );
}

#[tokio::test]
async fn a_rejected_grant_requires_a_new_sign_in() {
    let pool = Pool::that_says(error(400, "invalid_grant")).await;
    for grant in [code_grant(), refresh_grant()] {
        let response = pool.exchange(&grant).await;
        let body = body(&response);
        assert_eq!(
            (response.status(), &body["type"]),
            (401, &json!("/problems/invalid-grant"))
        );
        assert_eq!(
            body["detail"],
            "the sign-in was used before, expired or was revoked; sign in again"
        );
        assert!(
            response
                .header("www-authenticate")
                .is_some_and(|ask| ask.starts_with("Bearer "))
        );
        assert_eq!(response.header("cache-control"), Some("no-store"));
    }
}

#[tokio::test]
async fn a_code_for_another_redirect_uri_is_not_sent() {
    let pool = Pool::that_says(tokens()).await;
    for uri in [
        "https://evil.test/sign-in/callback",
        "https://shop.example/sign-in/callback?",
        "https://shop.example/sign-in/callback/../callback",
    ] {
        let mut grant = code_grant();
        grant["redirectUri"] = uri.into();
        let response = pool.exchange(&grant).await;
        let body = body(&response);
        assert_eq!(
            (response.status(), &body["detail"]),
            (
                400,
                &json!("body, `redirectUri`: not a redirect URI of this site's sign-in")
            ),
            "{uri}"
        );
        assert_eq!(body["errors"][0]["pointer"], "#/redirectUri");
    }
    assert_eq!(pool.asked(), []);
}

#[tokio::test]
async fn an_invalid_grant_is_rejected_without_a_request() {
    let pool = Pool::that_says(tokens()).await;
    let change = |change: fn(&mut Value)| {
        let mut grant = code_grant();
        change(&mut grant);
        grant.to_string()
    };
    for body in [
        String::new(),
        "null".to_owned(),
        "[]".to_owned(),
        "{}".to_owned(),
        json!(["refresh_token", { "refreshToken": "hush-refresh" }]).to_string(),
        change(|grant| grant["grantType"] = "client_credentials".into()),
        change(|grant| grant["grantType"] = "refresh_token".into()),
        change(|grant| grant["clientId"] = "another".into()),
        change(|grant| grant["code"] = "".into()),
        change(|grant| grant["code"] = "c&client_id=another\n".into()),
        change(|grant| grant["code"] = Value::Null),
        change(|grant| grant["codeVerifier"] = "short".into()),
        change(|grant| grant["codeVerifier"] = "é".repeat(43).into()),
    ] {
        let response = pool.ask("application/json", &body).await;
        assert_eq!(response.status(), 400, "{body}: {}", response.body());
    }
    let form = "grant_type=authorization_code&code=c";
    let response = pool.ask("application/x-www-form-urlencoded", form).await;
    assert_eq!(response.status(), 415);
    let response = pool.ask("application/json", &"[".repeat(100_000)).await;
    assert_eq!(response.status(), 413);
    assert_eq!(pool.asked(), []);
}

#[tokio::test]
async fn values_cannot_add_parameters_to_the_form() {
    let pool = Pool::that_says(tokens()).await;
    let mut grant = code_grant();
    grant["code"] = "c&client_id=another&redirect_uri=https://evil.test/%26+".into();
    assert_eq!(pool.exchange(&grant).await.status(), 200);
    let asked = &pool.asked()[0].fields;
    assert_eq!(
        (asked["client_id"].as_str(), asked["redirect_uri"].as_str()),
        (CLIENT, HOME)
    );
    assert_eq!(asked["code"], grant["code"].as_str().expect("a text"));
}
