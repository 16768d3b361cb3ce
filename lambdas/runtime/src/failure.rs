//! What can go wrong with a request, and the one place where that becomes a status and two texts: one for the client,
//! one for the log.

use shop_contract::{InvalidParameter, ProblemKind};

use crate::{Request, Response, StoreError, logging};

/// Why a request is not answered as it hoped.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// The request is not one that the operation understands.
    #[error("invalid request: {detail}")]
    Invalid {
        /// What is wrong with it and what would be right; the client reads it.
        detail: String,
    },
    /// There is no such thing.
    #[error("not found: {detail}")]
    NotFound {
        /// What there is none of; the client reads it.
        detail: String,
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
}

impl Failure {
    /// A parameter that is not what it should be.
    pub fn invalid_parameter(name: &str, reason: &dyn std::error::Error) -> Self {
        Self::Invalid {
            detail: format!("parameter `{name}`: {reason}"),
        }
    }

    /// The answer for the client. What is not the client's doing is logged in full, and told without any of it.
    pub fn respond(self, request: &Request) -> Response {
        match &self {
            Self::Invalid { detail } => Response::problem(ProblemKind::InvalidRequest, detail, request),
            Self::NotFound { detail } => Response::problem(ProblemKind::NotFound, detail, request),
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
            Self::Store(StoreError::Refused { .. } | StoreError::Corrupt { .. }) => {
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

impl From<InvalidParameter> for Failure {
    fn from(error: InvalidParameter) -> Self {
        Self::invalid_parameter(error.name, &error.reason)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
    fn what_we_did_wrong_is_told_without_a_word_of_it() {
        let source = || "arn:aws:dynamodb:…:table/Secret".into();
        let ours = "something is wrong on our side; tell us the request ID and we will find it";
        check(StoreError::Refused { source: source() }.into(), 500, ours);
        check(
            StoreError::Corrupt {
                key: "oat".to_owned(),
                source: source(),
            }
            .into(),
            500,
            ours,
        );
        check(
            StoreError::Busy { source: source() }.into(),
            503,
            "the shop is busy; try again in a moment",
        );
    }
}
