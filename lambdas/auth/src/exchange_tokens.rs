//! `POST /exchange-token`: exchanges an authorization code or a refresh token for tokens.

use std::time::Duration;

use shop_contract::{ExchangeToken, ExchangeTokensEnv, InvalidValue, Tokens, api};
use shop_runtime::{Anyone, Failure, Handler, Request, SdkConfig, Upstream, warm_up};

use crate::{
    exchange::{self, ExchangeError},
    grant::{Client, ForeignRedirectUri},
    tokens::Refusal,
};

/// The timeout of an exchange, well below the gateway's 29 seconds.
const TIMEOUT: Duration = Duration::from_secs(10);

/// The handler of `POST /exchange-token`.
#[derive(Debug)]
pub struct ExchangeTokens {
    client: Client,
    endpoint: Upstream,
}

impl Handler for ExchangeTokens {
    type Operation = api::ExchangeTokens;

    async fn start(environment: ExchangeTokensEnv<String>, _: &SdkConfig) -> Self {
        let client = Client::new(environment.user_pool_client, &environment.redirect_uris);
        let endpoint = Upstream::new(environment.token_endpoint, TIMEOUT);
        warm_up(endpoint.preconnect()).await;
        Self { client, endpoint }
    }

    async fn handle(&self, request: &Request, _: Anyone) -> Result<Tokens, Failure> {
        let grant: ExchangeToken = request.json()?;

        let tokens = exchange::exchange(&self.endpoint, &self.client, &grant).await?;

        Ok(tokens)
    }
}

impl From<ExchangeError> for Failure {
    fn from(error: ExchangeError) -> Self {
        match error {
            ExchangeError::Foreign(ForeignRedirectUri) => {
                let detail = "not a redirect URI of this site's sign-in";
                Self::Invalid {
                    detail: format!("body, `redirectUri`: {detail}"),
                    errors: vec![InvalidValue {
                        detail: detail.to_owned(),
                        pointer: "#/redirectUri".to_owned(),
                    }],
                }
            }
            ExchangeError::Refusal(Refusal::InvalidGrant) => Self::InvalidGrant {
                detail: "the sign-in was used before, expired or was revoked; sign in again".to_owned(),
            },
            ExchangeError::Refusal(refusal @ Refusal::Misunderstood { .. }) => Self::Internal {
                source: Box::new(refusal),
            },
            ExchangeError::Refusal(refusal @ Refusal::TimedOut) => Self::Timeout {
                source: Box::new(refusal),
            },
            ExchangeError::Refusal(
                refusal @ (Refusal::Unavailable { .. } | Refusal::Unexpected { .. } | Refusal::Malformed(_)),
            ) => Self::BadGateway {
                source: Box::new(refusal),
            },
            ExchangeError::Endpoint(error) => error.into(),
        }
    }
}
