//! What can go wrong with a request, and the one place where that becomes a status and two texts: one for the client,
//! one for the log.

use std::error::Error;

use shop_contract::{InvalidParameter, InvalidValue, PriceChange, ProblemKind, sign_in::full_employee_scope};

use crate::{Request, Response, StoreError, logging};

/// Why a request is not answered as it hoped.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// The request is not one that the operation understands.
    #[error("invalid request: {detail}")]
    Invalid {
        /// What is wrong with it and what would be right; the client reads it.
        detail: String,
        /// The same, value by value, for a program; none where it is not a value of the body.
        errors: Vec<InvalidValue>,
    },
    /// The operation is for somebody who has signed in.
    #[error("unauthorized: {detail}")]
    Unauthorized {
        /// What the client is asked for.
        challenge: Challenge,
        /// What would be right; the client reads it.
        detail: String,
    },
    /// What was to be exchanged for tokens is good no more, or never was.
    #[error("invalid grant: {detail}")]
    InvalidGrant {
        /// What to do about it; the client reads it.
        detail: String,
    },
    /// Whoever signed in may not do this.
    #[error("forbidden: {detail}")]
    Forbidden {
        /// Who may; the client reads it.
        detail: String,
    },
    /// There is no such thing.
    #[error("not found: {detail}")]
    NotFound {
        /// What there is none of; the client reads it.
        detail: String,
    },
    /// The prices are not those that the customer agreed to.
    #[error("prices changed: {detail}")]
    PriceChanged {
        /// What to do about it; the client reads it.
        detail: String,
        /// The old and the new prices.
        change: Box<PriceChange>,
    },
    /// The body is larger than is read.
    #[error("body too large: {detail}")]
    TooLarge {
        /// How large it may be; the client reads it.
        detail: String,
    },
    /// The body is of a media type that the operation does not read.
    #[error("unsupported media type: {detail}")]
    UnsupportedMediaType {
        /// What it reads; the client reads this.
        detail: String,
    },
    /// The idempotency key came before, with another request.
    #[error("idempotency key used before: {detail}")]
    IdempotencyConflict {
        /// What to do about it; the client reads it.
        detail: String,
    },
    /// The data could not be read or written.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Our fault, and the next request will meet it too.
    #[error("it is set up wrongly")]
    Internal {
        /// What is wrong.
        #[source]
        source: Box<dyn Error + Send + Sync>,
    },
    /// Somebody whom the handler asks answered nothing, or nothing that it understands.
    #[error("no answer from upstream")]
    BadGateway {
        /// What there was instead.
        #[source]
        source: Box<dyn Error + Send + Sync>,
    },
    /// Somebody whom the handler asks did not answer in time.
    #[error("timed out")]
    Timeout {
        /// Who, and how long it was waited.
        #[source]
        source: Box<dyn Error + Send + Sync>,
    },
}

/// What a client that is not let in is asked for (RFC 6750, 3).
///
/// API Gateway hands the header on as `x-amzn-remapped-www-authenticate`, so that the problem's `type` and `detail` have to
/// do for whoever comes by way of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Challenge {
    /// It sent no token.
    NoToken,
    /// It sent one that is of no use.
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
    /// A request of which no value of the body is wrong, but something else.
    pub fn invalid(detail: impl Into<String>) -> Self {
        Self::Invalid {
            detail: detail.into(),
            errors: Vec::new(),
        }
    }

    /// A parameter that is not what it should be.
    pub fn invalid_parameter(name: &str, reason: &dyn Error) -> Self {
        Self::invalid(format!("parameter `{name}`: {reason}"))
    }

    /// The kind of problem in one word, for the log.
    pub fn reason(&self) -> &'static str {
        match self {
            Self::Invalid { .. } => "Invalid",
            Self::Unauthorized { .. } => "Unauthorized",
            Self::InvalidGrant { .. } => "InvalidGrant",
            Self::Forbidden { .. } => "Forbidden",
            Self::NotFound { .. } => "NotFound",
            Self::PriceChanged { .. } => "PriceChanged",
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

    /// The answer for the client. What is not the client's doing is logged in full, and told without any of it.
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
                    "the store did not answer"
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
                    "upstream did not answer as agreed"
                );
                let detail = "a service that this needs does not answer; try again in a moment";
                Response::problem(ProblemKind::BadGateway, detail, request).with_header("retry-after", "2")
            }
            Self::Timeout { .. } => {
                tracing::warn!(
                    error = logging::chain(&self),
                    request_id = request.id(),
                    "upstream did not answer in time"
                );
                let detail = "a service that this needs takes too long; try again in a moment";
                Response::problem(ProblemKind::Timeout, detail, request)
            }
            Self::Store(StoreError::Corrupt { .. }) => {
                tracing::error!(
                    error = logging::chain(&self),
                    request_id = request.id(),
                    "an item cannot be read"
                );
                let detail =
                    "what is stored here cannot be read; tell us the request ID and we will repair it";
                Response::problem(ProblemKind::Internal, detail, request)
            }
            Self::Store(StoreError::Refused { .. }) | Self::Internal { .. } => {
                tracing::error!(
                    error = logging::chain(&self),
                    request_id = request.id(),
                    "the request failed"
                );
                let detail = "something is wrong on our side; tell us the request ID and we will find it";
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
    fn only_our_own_fault_is_logged_as_an_error() {
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
    fn what_the_client_did_wrong_is_told_with_the_mend() {
        let reason = shop_contract::PageLimit::parse("0").unwrap_err();
        let detail = "parameter `limit`: expected a whole number from 1 to 100";
        check(Failure::invalid_parameter("limit", &reason), 400, detail);
        check(
            Failure::NotFound {
                detail: "there is no such product".to_owned(),
            },
            404,
            "there is no such product",
        );
    }

    #[test]
    fn who_is_not_let_in_is_told_what_to_come_with() {
        let request = Request::parse(EVENT).unwrap();
        let detail = || "sign in".to_owned();
        let unauthorized = |challenge| {
            Failure::Unauthorized {
                challenge,
                detail: detail(),
            }
            .respond(&request)
        };
        let asked_for = |response: &Response| response.header("www-authenticate").map(str::to_owned);
        assert_eq!(
            asked_for(&unauthorized(Challenge::NoToken)).unwrap(),
            r#"Bearer realm="shop", scope="shop/employee""#
        );
        assert_eq!(
            asked_for(&unauthorized(Challenge::InvalidToken)).unwrap(),
            r#"Bearer realm="shop", error="invalid_token", scope="shop/employee""#
        );
        let invalid_grant = Failure::InvalidGrant { detail: detail() }.respond(&request);
        assert!(asked_for(&invalid_grant).unwrap().starts_with("Bearer "));
        check(Failure::InvalidGrant { detail: detail() }, 401, "sign in");
        check(Failure::Forbidden { detail: detail() }, 403, "sign in");
    }

    #[test]
    fn what_somebody_else_did_wrong_is_worth_another_try() {
        let source = || "https://secret.auth.example: connection refused".into();
        let again = "a service that this needs does not answer; try again in a moment";
        check(Failure::BadGateway { source: source() }, 502, again);
        let response = Failure::BadGateway { source: source() }.respond(&Request::parse(EVENT).unwrap());
        assert_eq!(response.header("retry-after"), Some("2"));
        let later = "a service that this needs takes too long; try again in a moment";
        check(Failure::Timeout { source: source() }, 504, later);
    }

    #[test]
    fn what_we_did_wrong_is_told_without_a_word_of_it() {
        let source = || "arn:aws:dynamodb:…:table/Secret".into();
        let ours = "something is wrong on our side; tell us the request ID and we will find it";
        check(StoreError::Refused { source: source() }.into(), 500, ours);
        check(Failure::Internal { source: source() }, 500, ours);
        check(
            StoreError::Corrupt {
                key: "oat".to_owned(),
                source: source(),
            }
            .into(),
            500,
            "what is stored here cannot be read; tell us the request ID and we will repair it",
        );
        check(
            StoreError::Busy { source: source() }.into(),
            503,
            "the shop is busy; try again in a moment",
        );
    }
}
