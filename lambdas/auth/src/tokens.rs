//! The response of the token endpoint: tokens, or an error code (RFC 6749, 5).
//!
//! Errors never contain text of the response, which may contain tokens. They name only the position of the fault.

use std::fmt;

use serde::Deserialize;
use shop_contract::{RefreshToken, SignedToken, TokenType, Tokens};
use shop_runtime::UpstreamAnswer;

/// Reads the tokens or the error.
pub fn read(answer: &UpstreamAnswer) -> Result<Tokens, Refusal> {
    match answer.status {
        200 => read_tokens(&answer.body).map_err(Refusal::Malformed),
        // The gateway in front of the pool has a shorter timeout than this client.
        504 => Err(Refusal::TimedOut),
        429 | 500.. => Err(Refusal::Unavailable {
            status: answer.status,
        }),
        status @ 400..500 => Err(match read_error(&answer.body) {
            OAuthError::InvalidGrant => Refusal::InvalidGrant,
            OAuthError::ServerError | OAuthError::TemporarilyUnavailable => Refusal::Unavailable { status },
            error => Refusal::Misunderstood { status, error },
        }),
        status => Err(Refusal::Unexpected { status }),
    }
}

/// Why a response contains no tokens.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The code or refresh token was used, has expired, was revoked, or was never issued to this client. The pool does not say which.
    #[error("the user pool rejected the grant")]
    InvalidGrant,
    /// The pool rejects the request of this client regardless of the grant.
    #[error(
        "the pool refuses the request with status {status} and `{error}`; \
         look at the pool's client and at the function's `TOKEN_ENDPOINT` and `USER_POOL_CLIENT`"
    )]
    Misunderstood {
        /// The HTTP status.
        status: u16,
        /// The error code.
        error: OAuthError,
    },
    /// The pool is busy or failing.
    #[error("the user pool returned status {status}")]
    Unavailable {
        /// The HTTP status.
        status: u16,
    },
    /// The gateway in front of the pool timed out.
    #[error("the gateway in front of the user pool timed out")]
    TimedOut,
    /// A status that OAuth 2.0 does not define for this request, including redirects: a code is never sent to another address.
    #[error("the token endpoint returned the unexpected status {status}")]
    Unexpected {
        /// The HTTP status.
        status: u16,
    },
    /// The body of a successful response is invalid.
    #[error("could not parse the response of the token endpoint")]
    Malformed(#[source] Place),
}

/// The error codes that OAuth 2.0 defines for a grant. Any other code becomes `Unknown` and is not logged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OAuthError {
    /// A parameter is missing, unknown, repeated or malformed.
    InvalidRequest,
    /// The client is unknown, or requires a secret.
    InvalidClient,
    /// The grant is invalid, expired or revoked.
    InvalidGrant,
    /// The client may not use this grant type.
    UnauthorizedClient,
    /// The grant type is not supported.
    UnsupportedGrantType,
    /// The scope exceeds what was granted.
    InvalidScope,
    /// The pool failed.
    ServerError,
    /// The pool is busy.
    TemporarilyUnavailable,
    /// Any other code.
    #[serde(other)]
    Unknown,
}

impl OAuthError {
    fn name(self) -> &'static str {
        match self {
            Self::InvalidRequest => "invalid_request",
            Self::InvalidClient => "invalid_client",
            Self::InvalidGrant => "invalid_grant",
            Self::UnauthorizedClient => "unauthorized_client",
            Self::UnsupportedGrantType => "unsupported_grant_type",
            Self::InvalidScope => "invalid_scope",
            Self::ServerError => "server_error",
            Self::TemporarilyUnavailable => "temporarily_unavailable",
            Self::Unknown => "an error without a known name",
        }
    }
}

impl fmt::Display for OAuthError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// The position at which a response is invalid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{what} at line {line}, column {column}")]
pub struct Place {
    what: &'static str,
    line: usize,
    column: usize,
}

impl From<serde_json::Error> for Place {
    fn from(error: serde_json::Error) -> Self {
        let what = match error.classify() {
            serde_json::error::Category::Io | serde_json::error::Category::Syntax => "no JSON",
            serde_json::error::Category::Eof => "the end came too soon",
            serde_json::error::Category::Data => "a field is missing or not what it should be",
        };
        Self {
            what,
            line: error.line(),
            column: error.column(),
        }
    }
}

/// The tokens in the pool's format.
#[derive(Deserialize)]
struct Written {
    access_token: SignedToken,
    id_token: SignedToken,
    #[serde(default)]
    refresh_token: Option<RefreshToken>,
    token_type: WrittenType,
    expires_in: u32,
}

/// The token type is case-insensitive (RFC 6749, 5.1).
#[derive(Deserialize)]
#[serde(try_from = "String")]
struct WrittenType(TokenType);

impl TryFrom<String> for WrittenType {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        if text.eq_ignore_ascii_case("bearer") {
            Ok(Self(TokenType::Bearer))
        } else {
            Err("another type than Bearer")
        }
    }
}

fn read_tokens(body: &[u8]) -> Result<Tokens, Place> {
    let Written {
        access_token,
        id_token,
        refresh_token,
        token_type: WrittenType(token_type),
        expires_in,
    } = serde_json::from_slice(body)?;
    Ok(Tokens {
        access_token,
        id_token,
        refresh_token,
        token_type,
        expires_in,
    })
}

fn read_error(body: &[u8]) -> OAuthError {
    #[derive(Deserialize)]
    struct Written {
        error: OAuthError,
    }
    serde_json::from_slice(body).map_or(OAuthError::Unknown, |Written { error }| error)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::{Value, json};

    use super::*;

    fn answer(status: u16, body: &str) -> Result<Tokens, Refusal> {
        read(&UpstreamAnswer {
            status,
            body: body.as_bytes().to_vec(),
        })
    }

    fn good() -> Value {
        json!({
            "access_token": "a.a.a", "id_token": "i.i.i", "refresh_token": "secret", "token_type": "Bearer",
            "expires_in": 300
        })
    }

    #[track_caller]
    fn check_malformed(change: impl FnOnce(&mut Value)) {
        let mut body = good();
        change(&mut body);
        let error = answer(200, &body.to_string()).unwrap_err();
        let Refusal::Malformed(place) = error else {
            panic!("{body}: {error:?}")
        };
        assert!(!place.to_string().contains("secret"), "{place}");
    }

    #[test]
    fn the_refresh_token_is_optional() {
        let tokens = answer(200, &good().to_string()).unwrap();
        assert_eq!(
            serde_json::to_value(&tokens).unwrap(),
            json!({
                "accessToken": "a.a.a", "idToken": "i.i.i", "refreshToken": "secret", "tokenType": "Bearer",
                "expiresIn": 300
            })
        );
        let mut refreshed = good();
        refreshed.as_object_mut().unwrap().remove("refresh_token");
        refreshed["token_type"] = "bearer".into();
        refreshed["scope"] = "openid".into();
        let tokens = answer(200, &refreshed.to_string()).unwrap();
        assert_eq!(
            (tokens.refresh_token, tokens.token_type),
            (None, TokenType::Bearer)
        );
    }

    #[test]
    fn a_truncated_response_is_an_error_without_its_text() {
        check_malformed(|body| body["access_token"] = "secret".into());
        check_malformed(|body| body["id_token"] = Value::Null);
        check_malformed(|body| body["token_type"] = "secret".into());
        check_malformed(|body| body["expires_in"] = "secret".into());
        check_malformed(|body| body["expires_in"] = (-1).into());
        check_malformed(|body| *body = json!({ "error": "invalid_grant" }));
        check_malformed(|body| *body = json!(["secret"]));
        for body in ["", "<html>secret</html>", r#"{"access_token":"secret"#] {
            let error = answer(200, body).unwrap_err();
            assert!(matches!(error, Refusal::Malformed(_)), "{body}: {error:?}");
        }
    }

    #[test]
    fn errors_are_classified_by_their_origin() {
        let refusal = |status, error: &str| {
            answer(
                status,
                &json!({ "error": error, "error_description": "secret" }).to_string(),
            )
            .unwrap_err()
        };
        for status in [400, 401, 403] {
            assert_eq!(refusal(status, "invalid_grant"), Refusal::InvalidGrant);
        }
        for (name, error) in [
            ("invalid_client", OAuthError::InvalidClient),
            ("unauthorized_client", OAuthError::UnauthorizedClient),
            ("invalid_request", OAuthError::InvalidRequest),
            ("secret", OAuthError::Unknown),
        ] {
            let refused = refusal(400, name);
            assert_eq!(refused, Refusal::Misunderstood { status: 400, error });
            assert!(!refused.to_string().contains("secret"), "{refused}");
        }
        assert_eq!(
            refusal(400, "temporarily_unavailable"),
            Refusal::Unavailable { status: 400 }
        );
        assert_eq!(
            refusal(500, "invalid_grant"),
            Refusal::Unavailable { status: 500 }
        );
    }

    #[test]
    fn gateway_errors_are_recognized() {
        let problem = r#"{"type":"/problems/not-found","status":404}"#;
        assert!(matches!(
            answer(404, problem),
            Err(Refusal::Misunderstood { status: 404, .. })
        ));
        assert_eq!(answer(429, ""), Err(Refusal::Unavailable { status: 429 }));
        assert_eq!(answer(503, ""), Err(Refusal::Unavailable { status: 503 }));
        assert_eq!(answer(504, ""), Err(Refusal::TimedOut));
        assert_eq!(answer(302, ""), Err(Refusal::Unexpected { status: 302 }));
    }

    proptest! {
        #[test]
        fn there_are_tokens_in_an_answer_of_200_and_in_no_other(status in 100_u16..600) {
            prop_assert_eq!(answer(status, &good().to_string()).is_ok(), status == 200);
        }

        #[test]
        fn no_response_causes_a_panic(
            status in 100_u16..600, body in proptest::collection::vec(any::<u8>(), 0..200)
        ) {
            let read = read(&UpstreamAnswer { status, body });
            prop_assert!(read.is_err());
        }
    }
}
