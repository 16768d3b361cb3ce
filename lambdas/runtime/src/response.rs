//! An answer, in the form the gateway takes.

use std::collections::BTreeMap;

use serde::Serialize;
use shop_contract::{InvalidValue, PriceChange, Problem, ProblemKind};

use crate::Request;

/// An answer to a [`Request`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Response {
    #[serde(rename = "statusCode")]
    status: u16,
    headers: BTreeMap<&'static str, String>,
    body: String,
}

impl Response {
    /// The value as JSON.
    pub fn json(status: u16, value: &impl Serialize) -> Self {
        Self::new(status, "application/json", value)
    }

    /// A problem document about the request.
    pub fn problem(kind: ProblemKind, detail: impl Into<String>, request: &Request) -> Self {
        Self::told(&kind.problem(detail, Some(request.path.clone()), request.id()))
    }

    /// A problem document about a request that is not understood, and the values that are wrong with it.
    pub(crate) fn invalid(detail: impl Into<String>, errors: Vec<InvalidValue>, request: &Request) -> Self {
        let kind = ProblemKind::InvalidRequest;
        Self::told(&Problem {
            errors,
            ..kind.problem(detail, Some(request.path.clone()), request.id())
        })
    }

    /// A problem document about prices that changed, with the old and the new ones.
    pub(crate) fn price_changed(detail: impl Into<String>, change: &PriceChange, request: &Request) -> Self {
        let kind = ProblemKind::PriceChanged;
        Self::told(&Problem {
            price_change: Some(change.clone()),
            ..kind.problem(detail, Some(request.path.clone()), request.id())
        })
    }

    /// The same answer with one header more.
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

    /// The body.
    pub fn body(&self) -> &str {
        &self.body
    }

    fn told(problem: &Problem) -> Self {
        Self::new(problem.status, Problem::MEDIA_TYPE, problem)
    }

    fn new(status: u16, media_type: &str, value: &impl Serialize) -> Self {
        let body = serde_json::to_string(value).expect("the contract's types are maps with string keys");
        // Stock and orders change by the second. The address of an order is a secret that no other site may learn. And
        // an answer must not be read as another media type.
        let headers = BTreeMap::from([
            ("cache-control", "no-store".to_owned()),
            ("content-type", media_type.to_owned()),
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
