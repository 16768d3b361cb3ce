//! What the API answers when it cannot answer: RFC 9457 problem documents.
//!
//! The handlers and the gateway's own answers (no such route, throttled, refused by a validator) use the same
//! kinds, so that a client meets one shape. The text for a problem's `detail` belongs to whoever raises it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::PriceChange;

/// A problem document, `application/problem+json`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Problem {
    /// Which kind of problem: a stable reference that a program can compare.
    #[serde(rename = "type")]
    #[schemars(extend("format" = "uri-reference"))]
    pub kind: String,
    /// The kind, for people; the same for every problem of the kind.
    pub title: String,
    /// The HTTP status, again.
    pub status: u16,
    /// What went wrong this time, and what would mend it.
    pub detail: String,
    /// What it went wrong with: the path of the request.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    pub instance: Option<String>,
    /// The request, as the logs know it.
    pub request_id: String,
    /// What of the body is wrong, value by value, where that is known.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<InvalidValue>,
    /// The old and the new prices, if the problem is that they changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "PriceChange")]
    pub price_change: Option<PriceChange>,
}

/// A value in the body of a request that is not what it should be (RFC 9457, 3).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct InvalidValue {
    /// What is wrong with it.
    pub detail: String,
    /// Where it is: a JSON Pointer as a fragment (RFC 6901, 6), `#/lines/0/quantity`.
    #[schemars(extend("format" = "uri-reference"))]
    pub pointer: String,
}

impl Problem {
    /// The media type that goes with the document.
    pub const MEDIA_TYPE: &'static str = "application/problem+json";
}

/// The kinds of problems; each is one `type`, `title` and status.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProblemKind {
    /// The request is not one that the operation understands.
    InvalidRequest,
    /// The operation wants a signed-in caller.
    Unauthorized,
    /// What was to be exchanged for tokens is used, expired, revoked or somebody else's.
    InvalidGrant,
    /// The caller may not do this.
    Forbidden,
    /// There is nothing at this address.
    NotFound,
    /// The prices are not those that the customer agreed to.
    PriceChanged,
    /// The body is larger than the gateway takes.
    TooLarge,
    /// The body is of a media type that the operation does not read.
    UnsupportedMediaType,
    /// The idempotency key came before, with another request.
    IdempotencyConflict,
    /// The caller asks faster than allowed.
    TooManyRequests,
    /// Our fault, and asking again will not help.
    Internal,
    /// Somebody whom we ask answered nothing, or nothing that we understand; asking again may help.
    BadGateway,
    /// Our fault, and asking again may help.
    Unavailable,
    /// The answer took longer than the gateway waits.
    Timeout,
}

impl ProblemKind {
    /// Every kind.
    pub const ALL: [Self; 14] = [
        Self::InvalidRequest,
        Self::Unauthorized,
        Self::InvalidGrant,
        Self::Forbidden,
        Self::NotFound,
        Self::PriceChanged,
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

    /// The stable reference that names the kind.
    pub const fn type_uri(self) -> &'static str {
        self.row().1
    }

    /// The kind, for people.
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
            Self::TooLarge => (413, "/problems/too-large", "Request too large"),
            Self::UnsupportedMediaType => (415, "/problems/unsupported-media-type", "Unsupported media type"),
            Self::IdempotencyConflict => (
                422,
                "/problems/idempotency-conflict",
                "Idempotency key used before",
            ),
            Self::TooManyRequests => (429, "/problems/too-many-requests", "Too many requests"),
            Self::Internal => (500, "/problems/internal", "Internal error"),
            Self::BadGateway => (502, "/problems/bad-gateway", "No answer from upstream"),
            Self::Unavailable => (503, "/problems/unavailable", "Temporarily unavailable"),
            Self::Timeout => (504, "/problems/timeout", "Timed out"),
        }
    }

    /// The problem document of this kind.
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
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_kind_has_a_type_of_its_own() {
        let types: BTreeSet<_> = ProblemKind::ALL.iter().map(|kind| kind.type_uri()).collect();
        assert_eq!(types.len(), ProblemKind::ALL.len());
    }

    #[test]
    fn a_problem_repeats_its_status_and_names_the_request() {
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
