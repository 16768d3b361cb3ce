//! An exchange: sends the grant to the pool's token endpoint and reads the response.
//!
//! There is no retry. A code can be used once, so a retry after a lost response would be rejected. The browser starts the
//! sign-in again.

use std::future::Future;

use shop_contract::{ExchangeToken, Tokens};
use shop_runtime::{Upstream, UpstreamAnswer, UpstreamError};

use crate::{
    grant::{Client, ForeignRedirectUri, Form},
    tokens::{self, Refusal},
};

/// The pool's token endpoint.
pub trait AskForTokens {
    /// Sends the form and waits for the response, up to a timeout.
    fn ask(&self, form: Form) -> impl Future<Output = Result<UpstreamAnswer, UpstreamError>>;
}

impl AskForTokens for Upstream {
    async fn ask(&self, form: Form) -> Result<UpstreamAnswer, UpstreamError> {
        self.post_form(form.into_body()).await
    }
}

/// Exchanges a grant for tokens.
pub async fn exchange(
    endpoint: &impl AskForTokens,
    client: &Client,
    grant: &ExchangeToken,
) -> Result<Tokens, ExchangeError> {
    let form = client.ask(grant)?;
    let answer = endpoint.ask(form).await?;
    Ok(tokens::read(&answer)?)
}

/// Why an exchange failed.
#[derive(Debug, thiserror::Error)]
pub enum ExchangeError {
    /// The grant is not for this site.
    #[error(transparent)]
    Foreign(#[from] ForeignRedirectUri),
    /// The endpoint did not respond.
    #[error("the token endpoint did not respond")]
    Endpoint(#[from] UpstreamError),
    /// The endpoint returned no tokens.
    #[error(transparent)]
    Refusal(#[from] Refusal),
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;

    use serde_json::json;

    use super::*;

    /// A fake endpoint that records the request and returns a fixed response.
    #[derive(Default)]
    struct Memory {
        asked: Mutex<Vec<String>>,
    }

    impl AskForTokens for Memory {
        async fn ask(&self, form: Form) -> Result<UpstreamAnswer, UpstreamError> {
            self.asked.lock().unwrap().push(form.into_body());
            let body = json!({
                "access_token": "a.a.a", "id_token": "i.i.i", "refresh_token": "r", "token_type": "Bearer",
                "expires_in": 300
            });
            Ok(UpstreamAnswer {
                status: 200,
                body: body.to_string().into_bytes(),
            })
        }
    }

    fn grant(redirect_uri: &str) -> ExchangeToken {
        serde_json::from_value(json!({
            "grantType": "authorization_code", "code": "c", "codeVerifier": "v".repeat(43),
            "redirectUri": redirect_uri
        }))
        .unwrap()
    }

    #[tokio::test]
    async fn a_code_is_exchanged_for_tokens() {
        let endpoint = Memory::default();
        let client = Client::new("site", "https://shop.example/");
        let tokens = exchange(&endpoint, &client, &grant("https://shop.example/"))
            .await
            .unwrap();
        assert_eq!(tokens.access_token.expose(), "a.a.a");
        assert_eq!(endpoint.asked.lock().unwrap().len(), 1);
    }

    #[tokio::test]
    async fn a_code_for_another_redirect_uri_is_not_sent() {
        let endpoint = Memory::default();
        let client = Client::new("site", "https://shop.example/");
        let error = exchange(&endpoint, &client, &grant("https://evil.test/")).await;
        assert!(
            matches!(error, Err(ExchangeError::Foreign(ForeignRedirectUri))),
            "{error:?}"
        );
        assert!(endpoint.asked.lock().unwrap().is_empty());
    }
}
