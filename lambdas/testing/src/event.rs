//! Events as API Gateway sends them.

use serde_json::{Map, Value, json};
use shop_contract::api::Method;

/// The claims of an access token of one of the staff, issued to the client `site`.
pub const STAFF: &[(&str, &str)] = &[
    ("sub", "5e1b7c1e-0000-4000-8000-000000000001"),
    ("username", "5e1b7c1e-0000-4000-8000-000000000001"),
    ("token_use", "access"),
    ("client_id", CLIENT),
    ("cognito:groups", "staff"),
    ("scope", "openid shop/employee"),
];

/// The claims of a manager's access token, issued to the client `site`.
pub const MANAGER: &[(&str, &str)] = &[
    ("sub", "5e1b7c1e-0000-4000-8000-000000000002"),
    ("username", "5e1b7c1e-0000-4000-8000-000000000002"),
    ("token_use", "access"),
    ("client_id", CLIENT),
    ("cognito:groups", "manager"),
    ("scope", "openid shop/employee"),
];

/// The client in [`STAFF`] and [`MANAGER`].
pub const CLIENT: &str = "site";

/// A request in API Gateway's format.
#[derive(Debug, Clone, Copy, Default)]
pub struct Event<'a> {
    /// The path below the stage.
    pub path: &'a str,
    /// The matched route; empty if it equals the path.
    pub route: &'a str,
    /// The path parameters.
    pub path_parameters: &'a [(&'a str, &'a str)],
    /// The query parameters.
    pub query: &'a [(&'a str, &'a str)],
    /// The headers.
    pub headers: &'a [(&'a str, &'a str)],
    /// The claims from the authorizer. Without claims, the route has no authorizer.
    pub claims: &'a [(&'a str, &'a str)],
}

impl Event<'_> {
    /// The request ID of all events.
    pub const REQUEST_ID: &'static str = "c6af9ac6-7b61-11e6-9a41-93e8deadbeef";

    /// A `GET` event.
    pub fn get(self) -> String {
        self.with_method(Method::Get, None)
    }

    /// A `POST` event with this body.
    pub fn post(self, body: &str) -> String {
        self.with_method(Method::Post, Some(body))
    }

    /// An event with this method and body.
    pub fn with_method(self, method: Method, body: Option<&str>) -> String {
        let method = method.as_str();
        let mut context = json!({ "requestId": Self::REQUEST_ID, "stage": "v1", "httpMethod": method });
        if !self.claims.is_empty() {
            context["authorizer"] = json!({ "claims": or_null(self.claims) });
        }
        json!({
            "resource": if self.route.is_empty() { self.path } else { self.route },
            "path": self.path,
            "httpMethod": method,
            "headers": or_null(self.headers),
            "multiValueHeaders": null,
            "queryStringParameters": or_null(self.query),
            "multiValueQueryStringParameters": null,
            "pathParameters": or_null(self.path_parameters),
            "stageVariables": null,
            "requestContext": context,
            "body": body,
            "isBase64Encoded": false
        })
        .to_string()
    }
}

/// API Gateway sends `null` for empty maps.
fn or_null(pairs: &[(&str, &str)]) -> Value {
    if pairs.is_empty() {
        return Value::Null;
    }
    pairs
        .iter()
        .map(|(name, value)| ((*name).to_owned(), json!(value)))
        .collect::<Map<_, _>>()
        .into()
}
