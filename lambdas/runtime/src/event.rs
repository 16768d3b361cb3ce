//! The parts of the gateway's event that handlers read.
//!
//! Deliberately absent: repeated query parameters, of which the last one counts; the gateway's context, except for the request ID
//! and the authorizer's claims; and any way to print the headers, claims or body of a request, which may contain
//! secrets.

use std::{borrow::Cow, collections::BTreeMap, fmt};

use base64::{Engine, engine::general_purpose::STANDARD};
use serde::{Deserialize, Deserializer};
use serde_json::Value;
use shop_contract::SignedToken;

use crate::Failure;

/// A request (proxy integration of a REST API).
#[derive(Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Request {
    /// The HTTP method.
    #[serde(rename = "httpMethod")]
    pub method: String,
    /// The path below the stage, as the client sent it.
    pub path: String,
    /// The route that matched, with the names of its parameters instead of their values: `/orders/{id}`.
    #[serde(default)]
    resource: Option<String>,
    #[serde(default, deserialize_with = "null_is_empty")]
    headers: BTreeMap<String, String>,
    #[serde(default, rename = "queryStringParameters", deserialize_with = "null_is_empty")]
    query: BTreeMap<String, String>,
    #[serde(default, deserialize_with = "null_is_empty")]
    path_parameters: BTreeMap<String, String>,
    #[serde(rename = "requestContext")]
    context: RequestContext,
    #[serde(default)]
    body: Option<String>,
    #[serde(default)]
    is_base64_encoded: bool,
}

impl Request {
    /// Parses an event.
    pub fn parse(event: &str) -> Result<Self, MalformedEvent> {
        serde_json::from_str(event).map_err(MalformedEvent)
    }

    /// The ID of the request, which the client, the gateway and the log share.
    pub fn id(&self) -> &str {
        &self.context.request_id
    }

    /// The route, for the log. The path is not logged, because it may contain the ID that gives access to an order.
    pub(crate) fn route(&self) -> &str {
        self.resource.as_deref().unwrap_or("unknown")
    }

    /// A header by its name, which is case-insensitive.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers
            .iter()
            .find(|(header, _)| header.eq_ignore_ascii_case(name))
            .map(|(_, value)| value.as_str())
    }

    /// The body; empty if it is absent.
    pub(crate) fn body(&self) -> Result<Cow<'_, [u8]>, Failure> {
        let body = self.body.as_deref().unwrap_or_default();
        if !self.is_base64_encoded {
            return Ok(body.as_bytes().into());
        }
        let decoded = STANDARD
            .decode(body)
            .map_err(|_| Failure::invalid("the body is marked as base64 and is not valid base64"))?;
        Ok(decoded.into())
    }

    /// A parameter of the query string.
    pub fn query(&self, name: &str) -> Option<&str> {
        self.query.get(name).map(String::as_str)
    }

    /// A parameter of the path.
    pub fn path_parameter(&self, name: &str) -> Option<&str> {
        self.path_parameters.get(name).map(String::as_str)
    }

    /// The bearer token of the request, which is not verified.
    pub fn bearer_token(&self) -> Option<SignedToken> {
        let (scheme, token) = self.header("authorization")?.split_once(' ')?;
        let token = scheme.eq_ignore_ascii_case("bearer").then_some(token)?;
        SignedToken::parse(token.trim()).ok()
    }

    /// Whether the gateway's authorizer added claims.
    pub(crate) fn has_claims(&self) -> bool {
        !self.context.authorizer.claims.is_empty()
    }

    /// A claim of the token that the gateway's authorizer verified. A claim that is not a string is ignored.
    pub(crate) fn claim(&self, name: &str) -> Option<&str> {
        self.context.authorizer.claims.get(name)?.as_str()
    }
}

impl fmt::Debug for Request {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Request")
            .field("id", &self.id())
            .field("method", &self.method)
            .field("route", &self.route())
            .finish_non_exhaustive()
    }
}

/// The event is not a request.
#[derive(Debug)]
pub struct MalformedEvent(serde_json::Error);

impl fmt::Display for MalformedEvent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the event is not an API Gateway proxy request: {}", self.0)
    }
}

impl std::error::Error for MalformedEvent {}

impl From<MalformedEvent> for lambda_runtime::Diagnostic {
    fn from(error: MalformedEvent) -> Self {
        Self {
            error_type: "MalformedEvent".to_owned(),
            error_message: error.to_string(),
        }
    }
}

#[derive(Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
struct RequestContext {
    request_id: String,
    #[serde(default, deserialize_with = "null_is_empty")]
    authorizer: Authorizer,
}

/// The authorizer's context. A user pool authorizer adds the token's claims.
#[derive(Clone, Default, Deserialize)]
struct Authorizer {
    #[serde(default, deserialize_with = "null_is_empty")]
    claims: BTreeMap<String, Value>,
}

/// The gateway writes `null` for missing headers, query or path parameters.
fn null_is_empty<'de, D, T>(deserializer: D) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: Default + Deserialize<'de>,
{
    Option::deserialize(deserializer).map(Option::unwrap_or_default)
}

#[cfg(test)]
mod tests {
    use super::*;

    const EVENT: &str = r#"{
        "resource": "/products/{id}", "path": "/products/oat", "httpMethod": "GET",
        "headers": { "Origin": "https://shop.example", "x-lower": "1" }, "multiValueHeaders": null,
        "queryStringParameters": null, "pathParameters": { "id": "oat" }, "stageVariables": null,
        "requestContext": { "requestId": "r-1", "stage": "v1" }, "body": null, "isBase64Encoded": false
    }"#;

    #[test]
    fn a_header_is_found_in_any_case() {
        let request = Request::parse(EVENT).unwrap();
        assert_eq!(request.header("origin"), Some("https://shop.example"));
        assert_eq!(request.header("X-Lower"), Some("1"));
        assert_eq!(request.header("accept"), None);
    }

    #[test]
    fn null_is_read_as_empty() {
        let request = Request::parse(EVENT).unwrap();
        assert_eq!(request.query("limit"), None);
        assert_eq!(request.path_parameter("id"), Some("oat"));
        assert_eq!(request.id(), "r-1");
    }

    #[test]
    fn only_bearer_tokens_are_read() {
        let token = |header: &str| {
            let event = EVENT.replace("\"x-lower\": \"1\"", &format!("\"Authorization\": \"{header}\""));
            let token = Request::parse(&event).unwrap().bearer_token();
            token.map(|token| token.expose().to_owned())
        };
        for header in ["Bearer a.b.c", "bearer a.b.c", "Bearer  a.b.c "] {
            assert_eq!(token(header).as_deref(), Some("a.b.c"), "{header}");
        }
        for header in [
            "",
            "Bearer",
            "Bearer a.b",
            "Basic a.b.c",
            "a.b.c",
            "Bearer a.b.c, a.b.c",
        ] {
            assert_eq!(token(header), None, "{header}");
        }
    }

    #[test]
    fn a_request_is_printed_without_secrets() {
        let event = r#"{
            "resource": "/orders/{id}", "path": "/orders/secret", "httpMethod": "POST", "headers": { "authorization": "Bearer secret" },
            "queryStringParameters": { "code": "secret" }, "body": "secret",
            "requestContext": { "requestId": "r-1", "authorizer": { "claims": { "sub": "secret" } } }
        }"#;
        let printed = format!("{:?}", Request::parse(event).unwrap());
        assert_eq!(
            printed,
            r#"Request { id: "r-1", method: "POST", route: "/orders/{id}", .. }"#
        );
    }

    #[test]
    fn another_event_is_refused_with_the_missing_field() {
        let error = Request::parse(r#"{"Records":[]}"#).unwrap_err();
        assert!(
            error.to_string().contains("missing field `httpMethod`"),
            "{error}"
        );
    }
}
