//! The events that the gateway sends.

use serde_json::{Map, Value, json};
use shop_contract::api::Method;

/// The claims of an employee's access token, made out to the client `site`.
pub const EMPLOYEE: &[(&str, &str)] = &[
    ("sub", "5e1b7c1e-0000-4000-8000-000000000001"),
    ("username", "5e1b7c1e-0000-4000-8000-000000000001"),
    ("token_use", "access"),
    ("client_id", CLIENT),
    ("cognito:groups", "employees"),
    ("scope", "openid shop/employee"),
];

/// The client that [`EMPLOYEE`] names.
pub const CLIENT: &str = "site";

/// A request, as the gateway writes it.
#[derive(Debug, Clone, Copy, Default)]
pub struct Event<'a> {
    /// The path below the stage.
    pub path: &'a str,
    /// The route that matched; empty if it is the path.
    pub route: &'a str,
    /// The parameters of the path.
    pub path_parameters: &'a [(&'a str, &'a str)],
    /// The parameters of the query string.
    pub query: &'a [(&'a str, &'a str)],
    /// The headers.
    pub headers: &'a [(&'a str, &'a str)],
    /// The claims of the token that the gateway's authorizer let through; without any, the route has no authorizer.
    pub claims: &'a [(&'a str, &'a str)],
}

impl Event<'_> {
    /// The ID that every such request has.
    pub const REQUEST_ID: &'static str = "c6af9ac6-7b61-11e6-9a41-93e8deadbeef";

    /// The event of a `GET`.
    pub fn get(self) -> String {
        self.with_method(Method::Get, None)
    }

    /// The event of a `POST` with this body.
    pub fn post(self, body: &str) -> String {
        self.with_method(Method::Post, Some(body))
    }

    /// The event of a request with this method and body.
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

/// The gateway writes `null` where there is nothing.
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
