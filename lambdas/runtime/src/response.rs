//! A response, in the format of the gateway.

use std::collections::BTreeMap;

use serde::Serialize;
use shop_contract::{InvalidValue, OrderStatus, PriceChange, Problem, ProblemKind, api::Success};

use crate::Request;

/// A response to a [`Request`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Response {
    #[serde(rename = "statusCode")]
    status: u16,
    headers: BTreeMap<&'static str, String>,
    body: String,
}

impl Response {
    /// The response that the contract declares for a request that succeeds: with `body` as JSON, or without a body.
    pub fn success(declared: Success, body: &impl Serialize) -> Self {
        match declared.body() {
            Some(_) => Self::with_json(declared.status(), "application/json", body),
            None => Self::new(declared.status(), String::new()),
        }
    }

    /// A problem document about the request.
    pub fn problem(kind: ProblemKind, detail: impl Into<String>, request: &Request) -> Self {
        Self::problem_json(&kind.problem(detail, Some(request.path.clone()), request.id()))
    }

    /// A problem document about an invalid request, with the invalid values.
    pub(crate) fn invalid(detail: impl Into<String>, errors: Vec<InvalidValue>, request: &Request) -> Self {
        let kind = ProblemKind::InvalidRequest;
        Self::problem_json(&Problem {
            errors,
            ..kind.problem(detail, Some(request.path.clone()), request.id())
        })
    }

    /// A problem document about changed prices, with the old and the new prices.
    pub(crate) fn price_changed(detail: impl Into<String>, change: &PriceChange, request: &Request) -> Self {
        let kind = ProblemKind::PriceChanged;
        Self::problem_json(&Problem {
            price_change: Some(change.clone()),
            ..kind.problem(detail, Some(request.path.clone()), request.id())
        })
    }

    /// A problem document about an order whose status does not allow the change.
    pub(crate) fn order_conflict(detail: impl Into<String>, status: OrderStatus, request: &Request) -> Self {
        let kind = ProblemKind::OrderConflict;
        Self::problem_json(&Problem {
            order_status: Some(status),
            ..kind.problem(detail, Some(request.path.clone()), request.id())
        })
    }

    /// The same response with one more header.
    #[must_use]
    pub fn with_header(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.insert(name, value.into());
        self
    }

    /// The HTTP status.
    pub fn status(&self) -> u16 {
        self.status
    }

    /// The value of a header; names are lower-case.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).map(String::as_str)
    }

    /// The body; empty if there is none.
    pub fn body(&self) -> &str {
        &self.body
    }

    fn problem_json(problem: &Problem) -> Self {
        Self::with_json(problem.status, Problem::MEDIA_TYPE, problem)
    }

    fn with_json(status: u16, media_type: &str, value: &impl Serialize) -> Self {
        let body = serde_json::to_string(value).expect("the contract's types are maps with string keys");
        Self::new(status, body).with_header("content-type", media_type)
    }

    fn new(status: u16, body: String) -> Self {
        // Stock and orders change by the second. The URL of an order is a secret that no other site may learn. And a browser
        // must not guess another media type.
        let headers = BTreeMap::from([
            ("cache-control", "no-store".to_owned()),
            ("referrer-policy", "no-referrer".to_owned()),
            ("x-content-type-options", "nosniff".to_owned()),
        ]);
        Self {
            status,
            headers,
            body,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_response_without_content_has_neither_body_nor_media_type() {
        let response = Response::success(Success::no_content("Deleted"), &()).with_header("vary", "origin");
        assert_eq!((response.status(), response.body()), (204, ""));
        assert_eq!(response.header("content-type"), None);
        assert_eq!(response.header("cache-control"), Some("no-store"));
        let for_gateway = serde_json::to_value(response).unwrap();
        assert_eq!(
            (&for_gateway["statusCode"], &for_gateway["body"]),
            (&204.into(), &"".into())
        );
    }
}
