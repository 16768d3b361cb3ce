//! The gateway's event, as far as handlers read it.
//!
//! Absent: repeated query parameters, of which the last counts; the gateway's own context apart from the request's ID and
//! what its authorizer found; and any way to print a request's headers, claims and body, for there are secrets among them.

use std::{borrow::Cow, collections::BTreeMap, fmt};

use base64::{Engine, engine::general_purpose::STANDARD};
use serde::{Deserialize, Deserializer};
use serde_json::Value;
use shop_contract::SignedToken;

use crate::Failure;

/// A request, as the gateway hands it over (proxy integration of a REST API).
#[derive(Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Request {
    /// The HTTP method.
    #[serde(rename = "httpMethod")]
    pub method: String,
    /// The path below the stage, as the client wrote it.
    pub path: String,
    /// The route that matched, with the names of its parameters and without their values: `/orders/{id}`.
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
    /// Reads the event that Lambda delivers.
    pub fn parse(event: &str) -> Result<Self, MalformedEvent> {
        serde_json::from_str(event).map_err(MalformedEvent)
    }

    /// The request's ID, which client, gateway and log share.
    pub fn id(&self) -> &str {
        &self.context.request_id
    }

    /// The route, for the log. A path may hold the identifier that opens an order, so it is not logged.
    pub(crate) fn route(&self) -> &str {
        self.resource.as_deref().unwrap_or("unknown")
    }

    /// A header by its name, in whatever case it was sent.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers
            .iter()
            .find(|(header, _)| header.eq_ignore_ascii_case(name))
            .map(|(_, value)| value.as_str())
    }

    /// The body; one that is absent is empty.
    pub(crate) fn body(&self) -> Result<Cow<'_, [u8]>, Failure> {
        let body = self.body.as_deref().unwrap_or_default();
        if !self.is_base64_encoded {
            return Ok(body.as_bytes().into());
        }
        let decoded = STANDARD
            .decode(body)
            .map_err(|_| Failure::invalid("the body is marked as base64 and is not"))?;
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

    /// The token that came with the request, whatever it is worth.
    pub fn bearer_token(&self) -> Option<SignedToken> {
        let (scheme, token) = self.header("authorization")?.split_once(' ')?;
        let token = scheme.eq_ignore_ascii_case("bearer").then_some(token)?;
        SignedToken::parse(token.trim()).ok()
    }

    /// Whether the gateway's authorizer found anything in a token.
    pub(crate) fn has_claims(&self) -> bool {
        !self.context.authorizer.claims.is_empty()
    }

    /// A claim of the token that the gateway's authorizer checked. One that is no text is none.
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

/// The event is not one of the gateway's.
#[derive(Debug)]
pub struct MalformedEvent(serde_json::Error);

impl fmt::Display for MalformedEvent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "the event is not a request of an API Gateway proxy integration: {}",
            self.0
        )
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

/// What an authorizer adds; one of a user pool adds the token's claims.
#[derive(Clone, Default, Deserialize)]
struct Authorizer {
    #[serde(default, deserialize_with = "null_is_empty")]
    claims: BTreeMap<String, Value>,
}

/// The gateway writes `null` for a request without headers, query or path parameters.
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
    fn what_the_gateway_leaves_null_is_empty() {
        let request = Request::parse(EVENT).unwrap();
        assert_eq!(request.query("limit"), None);
        assert_eq!(request.path_parameter("id"), Some("oat"));
        assert_eq!(request.id(), "r-1");
    }

    #[test]
    fn a_bearers_token_is_read_and_no_other_credentials_are() {
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
    fn a_request_is_printed_without_what_may_be_secret() {
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
    fn another_event_is_refused_with_what_it_lacks() {
        let error = Request::parse(r#"{"Records":[]}"#).unwrap_err();
        assert!(
            error.to_string().contains("missing field `httpMethod`"),
            "{error}"
        );
    }
}
