//! A token endpoint for one test, and the site's requests to it.
//!
//! There is no user pool here. The browser tests cover its behaviour.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use shop_auth::exchange_tokens::ExchangeTokens;
use shop_contract::ExchangeTokensEnv;
use shop_runtime::{Response, SdkConfig};
use shop_testing::{CLIENT, Endpoint, Event, Says, ask};

pub(crate) const ORIGIN: &str = "https://shop.example";
pub(crate) const HOME: &str = "https://shop.example/sign-in/callback";

/// An error of OAuth 2.0.
pub(crate) fn error(status: u16, name: &str) -> Says {
    Says::json(
        status,
        &json!({ "error": name, "error_description": "hush-description" }),
    )
}

/// Tokens. Each starts with `hush`, so that tests can search for them.
pub(crate) fn tokens() -> Says {
    let tokens = json!({
        "access_token": "hush-a.a.a", "id_token": "hush-i.i.i", "refresh_token": "hush-r", "token_type": "Bearer",
        "expires_in": 300
    });
    Says::json(200, &tokens)
}

/// A form that was received.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Form {
    pub(crate) media_type: String,
    pub(crate) fields: BTreeMap<String, String>,
}

pub(crate) struct Pool(Endpoint);

impl Pool {
    pub(crate) async fn that_says(says: Says) -> Self {
        Self(Endpoint::that_says(says).await)
    }

    /// An endpoint that refuses connections.
    pub(crate) fn gone() -> Self {
        Self(Endpoint::gone())
    }

    /// The forms that were received.
    pub(crate) fn asked(&self) -> Vec<Form> {
        let asked = self.0.asked().into_iter();
        asked
            .map(|asked| Form {
                media_type: asked.headers["content-type"].clone(),
                fields: form_urlencoded::parse(&asked.body).into_owned().collect(),
            })
            .collect()
    }

    pub(crate) fn env(&self) -> ExchangeTokensEnv<String> {
        ExchangeTokensEnv {
            token_endpoint: format!("{}/oauth2/token", self.0.origin),
            user_pool_client: CLIENT.to_owned(),
            redirect_uris: HOME.to_owned(),
            allowed_origins: ORIGIN.to_owned(),
        }
    }

    /// Calls the handler with a body, as a browser does.
    pub(crate) async fn exchange(&self, body: &Value) -> Response {
        self.ask("application/json", &body.to_string()).await
    }

    pub(crate) async fn ask(&self, media_type: &str, body: &str) -> Response {
        let aws = SdkConfig::builder().build();
        let answered = ask::<ExchangeTokens>(self.env(), &aws, &event(media_type, body)).await;
        answered.response
    }
}

pub(crate) fn event(media_type: &str, body: &str) -> String {
    let event = Event {
        path: "/exchange-token",
        headers: &[("content-type", media_type), ("origin", ORIGIN)],
        ..Event::default()
    };
    event.post(body)
}

/// The body that the site sends after a sign-in. Its secrets start with `hush`.
pub(crate) fn code_grant() -> Value {
    json!({
        "grantType": "authorization_code", "code": "hush-code", "codeVerifier": format!("hush-verifier{}", "v".repeat(40)),
        "redirectUri": HOME
    })
}

pub(crate) fn refresh_grant() -> Value {
    json!({ "grantType": "refresh_token", "refreshToken": "hush-refresh" })
}
