//! Error responses: problem documents (RFC 9457).
//!
//! The handlers and the gateway's own errors (unknown route, throttled, refused by a validator) use the same kinds, so that
//! all errors have one format. The code that returns a problem writes its `detail`.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{OrderStatus, PriceChange};

/// A problem document, `application/problem+json`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Problem {
    /// The kind of the problem: a stable identifier for programs.
    #[serde(rename = "type")]
    #[schemars(extend("format" = "uri-reference"))]
    pub kind: String,
    /// The human-readable name of the kind.
    pub title: String,
    /// The HTTP status.
    pub status: u16,
    /// What went wrong and how to fix it.
    pub detail: String,
    /// The path of the request.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    pub instance: Option<String>,
    /// The ID of the request, which is also in the logs.
    pub request_id: String,
    /// The invalid values of the body, if they are known.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<InvalidValue>,
    /// The agreed and the current prices, if they differ.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "PriceChange")]
    pub price_change: Option<PriceChange>,
    /// The status of the order, if it does not allow the change.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "OrderStatus")]
    pub order_status: Option<OrderStatus>,
}

/// An invalid value in the body of a request (RFC 9457, section 3).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct InvalidValue {
    /// What is wrong with it.
    pub detail: String,
    /// Its location: a JSON Pointer as a URI fragment (RFC 6901, section 6), such as `#/lines/0/quantity`.
    #[schemars(extend("format" = "uri-reference"))]
    pub pointer: String,
}

impl Problem {
    /// The media type of the document.
    pub const MEDIA_TYPE: &'static str = "application/problem+json";
}

/// The kinds of problems. Each has one `type`, `title` and status.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProblemKind {
    /// The request is invalid.
    InvalidRequest,
    /// The caller must sign in.
    Unauthorized,
    /// The authorization code or refresh token is used, expired, revoked or of another client.
    InvalidGrant,
    /// The caller is not allowed to do this.
    Forbidden,
    /// The resource does not exist.
    NotFound,
    /// The prices differ from the agreed prices.
    PriceChanged,
    /// The stock does not allow the change.
    StockConflict,
    /// The status of the order does not allow the change.
    OrderConflict,
    /// The body is too large.
    TooLarge,
    /// The operation does not accept the media type of the body.
    UnsupportedMediaType,
    /// The idempotency key was used with another request.
    IdempotencyConflict,
    /// The caller sends more requests than allowed.
    TooManyRequests,
    /// An error of the shop. A retry does not help.
    Internal,
    /// An upstream service returned no response or an invalid one. A retry may help.
    BadGateway,
    /// The shop is temporarily unavailable. A retry may help.
    Unavailable,
    /// The response took too long.
    Timeout,
}

impl ProblemKind {
    /// Every kind.
    pub const ALL: [Self; 16] = [
        Self::InvalidRequest,
        Self::Unauthorized,
        Self::InvalidGrant,
        Self::Forbidden,
        Self::NotFound,
        Self::PriceChanged,
        Self::StockConflict,
        Self::OrderConflict,
        Self::TooLarge,
        Self::UnsupportedMediaType,
        Self::IdempotencyConflict,
        Self::TooManyRequests,
        Self::Internal,
        Self::BadGateway,
        Self::Unavailable,
        Self::Timeout,
    ];

    /// The HTTP status.
    pub const fn status(self) -> u16 {
        self.row().0
    }

    /// The stable identifier of the kind.
    pub const fn type_uri(self) -> &'static str {
        self.row().1
    }

    /// The title.
    pub const fn title(self) -> &'static str {
        self.row().2
    }

    const fn row(self) -> (u16, &'static str, &'static str) {
        match self {
            Self::InvalidRequest => (400, "/problems/invalid-request", "Invalid request"),
            Self::Unauthorized => (401, "/problems/unauthorized", "Sign-in required"),
            Self::InvalidGrant => (401, "/problems/invalid-grant", "Sign-in no longer valid"),
            Self::Forbidden => (403, "/problems/forbidden", "Not allowed"),
            Self::NotFound => (404, "/problems/not-found", "Not found"),
            Self::PriceChanged => (409, "/problems/price-changed", "Prices have changed"),
            Self::StockConflict => (409, "/problems/stock-conflict", "Stock has changed"),
            Self::OrderConflict => (
                409,
                "/problems/order-conflict",
                "Not possible in the order's status",
            ),
            Self::TooLarge => (413, "/problems/too-large", "Request too large"),
            Self::UnsupportedMediaType => (415, "/problems/unsupported-media-type", "Unsupported media type"),
            Self::IdempotencyConflict => (
                422,
                "/problems/idempotency-conflict",
                "Idempotency key already used",
            ),
            Self::TooManyRequests => (429, "/problems/too-many-requests", "Too many requests"),
            Self::Internal => (500, "/problems/internal", "Internal error"),
            Self::BadGateway => (502, "/problems/bad-gateway", "Upstream service failed"),
            Self::Unavailable => (503, "/problems/unavailable", "Temporarily unavailable"),
            Self::Timeout => (504, "/problems/timeout", "Timed out"),
        }
    }

    /// A problem document of this kind.
    pub fn problem(
        self,
        detail: impl Into<String>,
        instance: Option<String>,
        request_id: impl Into<String>,
    ) -> Problem {
        Problem {
            kind: self.type_uri().to_owned(),
            title: self.title().to_owned(),
            status: self.status(),
            detail: detail.into(),
            instance,
            request_id: request_id.into(),
            errors: Vec::new(),
            price_change: None,
            order_status: None,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_kind_has_its_own_type() {
        let types: BTreeSet<_> = ProblemKind::ALL.iter().map(|kind| kind.type_uri()).collect();
        assert_eq!(types.len(), ProblemKind::ALL.len());
    }

    #[test]
    fn a_problem_has_its_status_and_the_request_id() {
        let problem =
            ProblemKind::NotFound.problem("no product `nope`", Some("/products/nope".into()), "r-1");
        assert_eq!(
            serde_json::to_value(problem).unwrap(),
            serde_json::json!({
                "type": "/problems/not-found", "title": "Not found", "status": 404, "detail": "no product `nope`",
                "instance": "/products/nope", "requestId": "r-1"
            })
        );
    }
}
