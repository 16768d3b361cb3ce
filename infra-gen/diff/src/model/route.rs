//! Changes of API routes.

use serde::Serialize;

/// A route that is added, removed or changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RouteChange {
    /// The API's logical ID.
    pub api: String,
    /// `GET`, `ANY`, …
    pub method: String,
    /// `/products/{id}`.
    pub path: String,
    /// The route in the old template.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub old: Option<Route>,
    /// The route in the new template.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub new: Option<Route>,
    /// Whether it has callers that it did not have before.
    pub broadens: bool,
}

/// The callers and the target of a route.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Route {
    /// Who may call the route: `public`, `IAM`, an authorizer.
    pub callers: String,
    /// What handles the request.
    pub target: String,
}
