//! The failures of a request. This module maps each one to a status and two messages: one for the client and one for the
//! log.

use std::error::Error;

use shop_contract::{
    InvalidParameter, InvalidValue, OrderStatus, PriceChange, ProblemKind, sign_in::full_employee_scope,
};

use crate::{Request, Response, StoreError, logging};

/// Why a request failed.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// The request is invalid.
    #[error("invalid request: {detail}")]
    Invalid {
        /// What is wrong and what is expected, for the client.
        detail: String,
        /// The invalid values of the body, for programs.
        errors: Vec<InvalidValue>,
    },
    /// The caller must sign in.
    #[error("unauthorized: {detail}")]
    Unauthorized {
        /// The authentication challenge.
        challenge: Challenge,
        /// What to do, for the client.
        detail: String,
    },
    /// The authorization code or the refresh token is not valid.
    #[error("invalid grant: {detail}")]
    InvalidGrant {
        /// What to do, for the client.
        detail: String,
    },
    /// The caller is not allowed to do this.
    #[error("forbidden: {detail}")]
    Forbidden {
        /// Who is allowed, for the client.
        detail: String,
    },
    /// The resource does not exist.
    #[error("not found: {detail}")]
    NotFound {
        /// What was not found, for the client.
        detail: String,
    },
    /// The prices differ from the agreed prices.
    #[error("prices changed: {detail}")]
    PriceChanged {
        /// What to do, for the client.
        detail: String,
        /// The agreed and the current prices.
        change: Box<PriceChange>,
    },
    /// The stock does not allow the change.
    #[error("stock conflict: {detail}")]
    StockConflict {
        /// The current stock, for the client.
        detail: String,
    },
    /// The status of the order does not allow the change.
    #[error("order conflict: {detail}")]
    OrderConflict {
        /// What is required, for the client.
        detail: String,
        /// The status of the order.
        status: OrderStatus,
    },
    /// The body is too large.
    #[error("body too large: {detail}")]
    TooLarge {
        /// The limit, for the client.
        detail: String,
    },
    /// The operation does not accept the media type of the body.
    #[error("unsupported media type: {detail}")]
    UnsupportedMediaType {
        /// The accepted media type, for the client.
        detail: String,
    },
    /// The idempotency key was used with another request.
    #[error("idempotency key already used: {detail}")]
    IdempotencyConflict {
        /// What to do, for the client.
        detail: String,
    },
    /// The data could not be read or written.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// An error of the shop, which a retry does not fix.
    #[error("internal error")]
    Internal {
        /// The error.
        #[source]
        source: Box<dyn Error + Send + Sync>,
    },
    /// An upstream service returned no response or an invalid one.
    #[error("upstream service failed")]
    BadGateway {
        /// The error.
        #[source]
        source: Box<dyn Error + Send + Sync>,
    },
    /// An upstream service timed out.
    #[error("upstream service timed out")]
    Timeout {
        /// The error.
        #[source]
        source: Box<dyn Error + Send + Sync>,
    },
}

/// The authentication challenge for an unauthenticated client (RFC 6750, section 3).
///
/// API Gateway renames the header to `x-amzn-remapped-www-authenticate`. So the `type` and the `detail` of the problem must be
/// sufficient for its clients.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Challenge {
    /// The request has no token.
    NoToken,
    /// The token is invalid.
    InvalidToken,
}

impl Challenge {
    fn header(self) -> String {
        let scope = full_employee_scope();
        match self {
            Self::NoToken => format!(r#"Bearer realm="shop", scope="{scope}""#),
            Self::InvalidToken => format!(r#"Bearer realm="shop", error="invalid_token", scope="{scope}""#),
        }
    }
}

impl Failure {
    /// An invalid request whose body values are not at fault.
    pub fn invalid(detail: impl Into<String>) -> Self {
        Self::Invalid {
            detail: detail.into(),
            errors: Vec::new(),
        }
    }

    /// An invalid parameter.
    pub fn invalid_parameter(name: &str, reason: &dyn Error) -> Self {
        Self::invalid(format!("parameter `{name}`: {reason}"))
    }

    /// The kind of the failure in one word, for the log.
    pub fn reason(&self) -> &'static str {
        match self {
            Self::Invalid { .. } => "Invalid",
            Self::Unauthorized { .. } => "Unauthorized",
            Self::InvalidGrant { .. } => "InvalidGrant",
            Self::Forbidden { .. } => "Forbidden",
            Self::NotFound { .. } => "NotFound",
            Self::PriceChanged { .. } => "PriceChanged",
            Self::StockConflict { .. } => "StockConflict",
            Self::OrderConflict { .. } => "OrderConflict",
            Self::TooLarge { .. } => "TooLarge",
            Self::UnsupportedMediaType { .. } => "UnsupportedMediaType",
            Self::IdempotencyConflict { .. } => "IdempotencyConflict",
            Self::Store(StoreError::Busy { .. }) => "StoreBusy",
            Self::Store(StoreError::Refused { .. }) => "StoreRefused",
            Self::Store(StoreError::Corrupt { .. }) => "StoreCorrupt",
            Self::Internal { .. } => "Internal",
            Self::BadGateway { .. } => "BadGateway",
            Self::Timeout { .. } => "Timeout",
        }
    }

    /// The response for the client. Errors of the shop are logged in full, and the client gets no details of them.
    pub fn respond(self, request: &Request) -> Response {
        match &self {
            Self::Invalid { detail, errors } => Response::invalid(detail, errors.clone(), request),
            Self::Unauthorized { challenge, detail } => {
                Response::problem(ProblemKind::Unauthorized, detail, request)
                    .with_header(WWW_AUTHENTICATE, challenge.header())
            }
            Self::InvalidGrant { detail } => Response::problem(ProblemKind::InvalidGrant, detail, request)
                .with_header(WWW_AUTHENTICATE, Challenge::NoToken.header()),
            Self::Forbidden { detail } => Response::problem(ProblemKind::Forbidden, detail, request),
            Self::NotFound { detail } => Response::problem(ProblemKind::NotFound, detail, request),
            Self::PriceChanged { detail, change } => Response::price_changed(detail, change, request),
            Self::StockConflict { detail } => Response::problem(ProblemKind::StockConflict, detail, request),
            Self::OrderConflict { detail, status } => Response::order_conflict(detail, *status, request),
            Self::TooLarge { detail } => Response::problem(ProblemKind::TooLarge, detail, request),
            Self::UnsupportedMediaType { detail } => {
                Response::problem(ProblemKind::UnsupportedMediaType, detail, request)
            }
            Self::IdempotencyConflict { detail } => {
                Response::problem(ProblemKind::IdempotencyConflict, detail, request)
            }
            Self::Store(StoreError::Busy { .. }) => {
                tracing::warn!(
                    error = logging::chain(&self),
                    request_id = request.id(),
                    "the store is busy or unreachable"
                );
                Response::problem(
                    ProblemKind::Unavailable,
                    "the shop is busy; try again in a moment",
                    request,
                )
                .with_header("retry-after", "1")
            }
            Self::BadGateway { .. } => {
                tracing::warn!(
                    error = logging::chain(&self),
                    request_id = request.id(),
                    "an upstream service failed"
                );
                let detail = "a service that the shop needs is not available; try again in a moment";
                Response::problem(ProblemKind::BadGateway, detail, request).with_header("retry-after", "2")
            }
            Self::Timeout { .. } => {
                tracing::warn!(
                    error = logging::chain(&self),
                    request_id = request.id(),
                    "an upstream service timed out"
                );
                let detail = "a service that the shop needs took too long; try again in a moment";
                Response::problem(ProblemKind::Timeout, detail, request)
            }
            Self::Store(StoreError::Corrupt { .. }) => {
                tracing::error!(
                    error = logging::chain(&self),
                    request_id = request.id(),
                    "an item cannot be read"
                );
                let detail = "the stored data cannot be read; contact us with the request ID";
                Response::problem(ProblemKind::Internal, detail, request)
            }
            Self::Store(StoreError::Refused { .. }) | Self::Internal { .. } => {
                tracing::error!(
                    error = logging::chain(&self),
                    request_id = request.id(),
                    "the request failed"
                );
                let detail = "an internal error occurred; contact us with the request ID";
                Response::problem(ProblemKind::Internal, detail, request)
            }
        }
    }
}

const WWW_AUTHENTICATE: &str = "www-authenticate";

impl From<InvalidParameter> for Failure {
    fn from(error: InvalidParameter) -> Self {
        Self::invalid_parameter(error.name, &error.reason)
    }
}

#[cfg(test)]
mod tests {
    use tracing::Level;

    use super::*;
    use crate::logging::captured::lines_of;

    const EVENT: &str =
        r#"{ "httpMethod": "GET", "path": "/products", "requestContext": { "requestId": "r-1" } }"#;

    #[track_caller]
    fn check(failure: Failure, status: u16, detail: &str) {
        let response = failure.respond(&Request::parse(EVENT).unwrap());
        let body: serde_json::Value = serde_json::from_str(response.body()).unwrap();
        assert_eq!((response.status(), &body["status"]), (status, &status.into()));
        assert_eq!(
            (&body["detail"], &body["requestId"]),
            (&detail.into(), &"r-1".into())
        );
        assert_eq!(response.header("content-type"), Some("application/problem+json"));
    }

    #[test]
    fn only_an_error_of_the_shop_is_logged_as_an_error() {
        let detail = || "why".to_owned();
        let source = || "why".into();
        let corrupt = StoreError::Corrupt {
            key: "oat".to_owned(),
            source: source(),
        };
        let challenge = Challenge::NoToken;
        for (failure, level) in [
            (Failure::invalid(detail()), None),
            (
                Failure::Unauthorized {
                    challenge,
                    detail: detail(),
                },
                None,
            ),
            (Failure::InvalidGrant { detail: detail() }, None),
            (Failure::Forbidden { detail: detail() }, None),
            (Failure::NotFound { detail: detail() }, None),
            (
                Failure::OrderConflict {
                    detail: detail(),
                    status: OrderStatus::Shipped,
                },
                None,
            ),
            (Failure::TooLarge { detail: detail() }, None),
            (Failure::UnsupportedMediaType { detail: detail() }, None),
            (Failure::IdempotencyConflict { detail: detail() }, None),
            (StoreError::Busy { source: source() }.into(), Some(Level::WARN)),
            (Failure::BadGateway { source: source() }, Some(Level::WARN)),
            (Failure::Timeout { source: source() }, Some(Level::WARN)),
            (
                StoreError::Refused { source: source() }.into(),
                Some(Level::ERROR),
            ),
            (corrupt.into(), Some(Level::ERROR)),
            (Failure::Internal { source: source() }, Some(Level::ERROR)),
        ] {
            let reason = failure.reason();
            let request = Request::parse(EVENT).unwrap();
            let lines = lines_of(|| drop(failure.respond(&request)));
            let levels: Vec<_> = lines.iter().map(|line| line.level).collect();
            assert_eq!(levels, level.into_iter().collect::<Vec<_>>(), "{reason}");
        }
    }

    #[test]
    fn a_client_error_says_how_to_fix_it() {
        let reason = shop_contract::PageLimit::parse("0").unwrap_err();
        let detail = "parameter `limit`: expected a whole number from 1 to 100";
        check(Failure::invalid_parameter("limit", &reason), 400, detail);
        check(
            Failure::NotFound {
                detail: "product not found".to_owned(),
            },
            404,
            "product not found",
        );
    }

    #[test]
    fn an_unauthenticated_client_gets_a_challenge() {
        let request = Request::parse(EVENT).unwrap();
        let detail = || "sign in".to_owned();
        let unauthorized = |challenge| {
            Failure::Unauthorized {
                challenge,
                detail: detail(),
            }
            .respond(&request)
        };
        let challenge_of = |response: &Response| response.header("www-authenticate").map(str::to_owned);
        assert_eq!(
            challenge_of(&unauthorized(Challenge::NoToken)).unwrap(),
            r#"Bearer realm="shop", scope="shop/employee""#
        );
        assert_eq!(
            challenge_of(&unauthorized(Challenge::InvalidToken)).unwrap(),
            r#"Bearer realm="shop", error="invalid_token", scope="shop/employee""#
        );
        let invalid_grant = Failure::InvalidGrant { detail: detail() }.respond(&request);
        assert!(challenge_of(&invalid_grant).unwrap().starts_with("Bearer "));
        check(Failure::InvalidGrant { detail: detail() }, 401, "sign in");
        check(Failure::Forbidden { detail: detail() }, 403, "sign in");
    }

    #[test]
    fn an_upstream_error_can_be_retried() {
        let source = || "https://secret.auth.example: connection refused".into();
        let again = "a service that the shop needs is not available; try again in a moment";
        check(Failure::BadGateway { source: source() }, 502, again);
        let response = Failure::BadGateway { source: source() }.respond(&Request::parse(EVENT).unwrap());
        assert_eq!(response.header("retry-after"), Some("2"));
        let later = "a service that the shop needs took too long; try again in a moment";
        check(Failure::Timeout { source: source() }, 504, later);
    }

    #[test]
    fn an_internal_error_has_no_details_for_the_client() {
        let source = || "arn:aws:dynamodb:…:table/Secret".into();
        let ours = "an internal error occurred; contact us with the request ID";
        check(StoreError::Refused { source: source() }.into(), 500, ours);
        check(Failure::Internal { source: source() }, 500, ours);
        check(
            StoreError::Corrupt {
                key: "oat".to_owned(),
                source: source(),
            }
            .into(),
            500,
            "the stored data cannot be read; contact us with the request ID",
        );
        check(
            StoreError::Busy { source: source() }.into(),
            503,
            "the shop is busy; try again in a moment",
        );
    }
}
