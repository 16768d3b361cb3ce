//! What an exchange is: ask the pool's token endpoint with the grant, and read what it says.
//!
//! Absent: a second try. A code is good once, so whoever asks again after an answer that got lost is refused, and
//! the one who can start over is the browser.

use std::future::Future;

use shop_contract::{ExchangeToken, Tokens};

use crate::{
    grant::{Client, ForeignRedirectUri, Form},
    tokens::{self, Refusal},
};

/// The endpoint at which the pool answers grants.
pub trait AskForTokens {
    /// Sends the form and waits for the answer, but not for ever.
    fn ask(&self, form: Form) -> impl Future<Output = Result<Answer, EndpointError>> + Send;
}

/// What the endpoint answered.
#[derive(Clone, PartialEq, Eq)]
pub struct Answer {
    /// The HTTP status.
    pub status: u16,
    /// The body: tokens, or an error's name.
    pub body: Vec<u8>,
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
    #[error(transparent)]
    Endpoint(#[from] EndpointError),
    /// It answered something else.
    #[error(transparent)]
    Refusal(#[from] Refusal),
}

/// Why the endpoint did not answer. None of it holds what was sent or received.
#[derive(Debug, thiserror::Error)]
pub enum EndpointError {
    /// There is no connection, or it broke before a whole answer came.
    #[error("the token endpoint cannot be reached, or broke off")]
    Unreachable(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// It answers more than tokens can be.
    #[error("the token endpoint answered more than {max} bytes")]
    TooLong {
        /// How many are read.
        max: usize,
    },
    /// It took too long.
    #[error("the token endpoint did not answer within {seconds} s")]
    TimedOut {
        /// How long it was waited.
        seconds: u64,
    },
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
        async fn ask(&self, form: Form) -> Result<Answer, EndpointError> {
            self.asked.lock().unwrap().push(form.into_body());
            let body = json!({
                "access_token": "a.a.a", "id_token": "i.i.i", "refresh_token": "r", "token_type": "Bearer",
                "expires_in": 300
            });
            Ok(Answer {
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
