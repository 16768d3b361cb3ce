//! What an exchange is: ask the pool's token endpoint with the grant, and read what it says.
//!
//! Absent: a second try. A code is good once, so whoever asks again after an answer that got lost is refused, and
//! the one who can start over is the browser.

use std::future::Future;

use shop_contract::{ExchangeToken, Tokens};
use shop_runtime::{Upstream, UpstreamAnswer, UpstreamError};

use crate::{
    grant::{Client, ForeignRedirectUri, Form},
    tokens::{self, Refusal},
};

/// The endpoint at which the pool answers grants.
pub trait AskForTokens {
    /// Sends the form and waits for the answer, but not for ever.
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

/// Why there are no tokens.
#[derive(Debug, thiserror::Error)]
pub enum ExchangeError {
    /// The grant was not made for this site.
    #[error(transparent)]
    Foreign(#[from] ForeignRedirectUri),
    /// The endpoint did not answer.
    #[error("the token endpoint does not answer")]
    Endpoint(#[from] UpstreamError),
    /// It answered something else.
    #[error(transparent)]
    Refusal(#[from] Refusal),
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;

    use serde_json::json;

    use super::*;

    /// An endpoint in memory: what it is asked, and what it answers.
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
    async fn a_code_that_came_back_elsewhere_is_never_sent_on() {
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
