//! Compares routes: the methods and paths of an API, who may call them, and what handles the requests.

use std::collections::BTreeMap;

use infra_gen_cfn::{Json, Template};

use crate::{
    display,
    model::{Route, RouteChange},
    rename::Renames,
};

const PUBLIC: &str = "public";
const MOCK: &str = "a mock integration";

/// The maximum number of parts of a path. A URL has no room for more, and a cycle of parents would not end.
const MAX_PARTS: usize = 200;

/// The routes that differ. Both templates are in normal form.
pub(crate) fn compare(old: &Template, new: &Template, renames: &Renames) -> Vec<RouteChange> {
    let mut old = routes(old, renames);
    let mut changes = Vec::new();
    for (key, route) in routes(new, &Renames::new()) {
        let before = old.remove(&key);
        if before.as_ref() != Some(&route) {
            changes.push(change(key, before, Some(route)));
        }
    }
    changes.extend(old.into_iter().map(|(key, route)| change(key, Some(route), None)));
    changes.sort_by(|one, other| {
        (&one.api, &one.path, &one.method).cmp(&(&other.api, &other.path, &other.method))
    });
    changes
}

fn change((api, path, method): Key, old: Option<Route>, new: Option<Route>) -> RouteChange {
    let broadens = match (&old, &new) {
        // A preflight request does not reach the application.
        (None, Some(new)) => new.callers == PUBLIC && new.target != MOCK,
        (Some(old), Some(new)) => {
            old.callers != new.callers && (new.callers == PUBLIC || !new.callers.starts_with(&old.callers))
        }
        _ => false,
    };
    RouteChange {
        api,
        method,
        path,
        old,
        new,
        broadens,
    }
}

/// API, path, method.
type Key = (String, String, String);

fn routes(template: &Template, renames: &Renames) -> BTreeMap<Key, Route> {
    let name = |value: Option<&Json>| -> String {
        let text = value.map(display::value).unwrap_or_default();
        let id = display::referenced_id(&text);
        renames.get(id).cloned().unwrap_or_else(|| id.to_owned())
    };
    let mut routes = BTreeMap::new();
    for block in template.resources.values() {
        let property = |name: &str| block.properties.get(name);
        match block.type_name.as_str() {
            "AWS::ApiGateway::Method" => {
                let key = (
                    name(property("RestApiId")),
                    path(template, property("ResourceId")),
                    property("HttpMethod").map(display::value).unwrap_or_default(),
                );
                routes.insert(key, rest_route(&block.properties, &name));
            }
            "AWS::ApiGatewayV2::Route" => {
                let route_key = property("RouteKey").map(display::value).unwrap_or_default();
                let (method, path) = route_key.split_once(' ').unwrap_or(("", &route_key));
                let key = (name(property("ApiId")), path.to_owned(), method.to_owned());
                let route = Route {
                    callers: callers(
                        property("AuthorizationType"),
                        name(property("AuthorizerId")),
                        None,
                        false,
                    ),
                    target: property("Target").map(display::value).unwrap_or_default(),
                };
                routes.insert(key, route);
            }
            _ => {}
        }
    }
    routes
}

fn rest_route(properties: &serde_json::Map<String, Json>, name: &impl Fn(Option<&Json>) -> String) -> Route {
    let integration = properties.get("Integration");
    let integration_property = |name: &str| integration.and_then(|integration| integration.get(name));
    let uri = integration_property("Uri")
        .map(display::value)
        .unwrap_or_default();
    let target = match integration_property("Type").and_then(Json::as_str) {
        Some("MOCK") | None => MOCK.to_owned(),
        // The URI contains the function's ARN between two fixed parts of a path.
        _ => match uri
            .split_once("/functions/")
            .and_then(|(_, rest)| rest.split_once("/invocations"))
        {
            Some((function, _)) => name(Some(&Json::from(function))),
            None => uri,
        },
    };
    Route {
        callers: callers(
            properties.get("AuthorizationType"),
            name(properties.get("AuthorizerId")),
            properties.get("AuthorizationScopes"),
            properties.get("ApiKeyRequired") == Some(&Json::Bool(true)),
        ),
        target,
    }
}

fn callers(kind: Option<&Json>, authorizer: String, scopes: Option<&Json>, requires_key: bool) -> String {
    let mut callers = match kind.and_then(Json::as_str) {
        Some("NONE") | None => PUBLIC.to_owned(),
        Some("AWS_IAM") => "IAM".to_owned(),
        Some(_) if !authorizer.is_empty() => authorizer,
        Some(other) => other.to_owned(),
    };
    if requires_key {
        callers = if callers == PUBLIC {
            "with an API key".to_owned()
        } else {
            callers + " with an API key"
        };
    }
    if let Some(Json::Array(scopes)) = scopes
        && !scopes.is_empty()
    {
        let scopes: Vec<String> = scopes.iter().map(display::value).collect();
        callers = format!("{callers} ({})", scopes.join(", "));
    }
    callers
}

/// The path of an API resource, through its parents. A parent outside the template, or one beyond the limit, is shown as a
/// reference.
fn path(template: &Template, resource: Option<&Json>) -> String {
    let mut parts: Vec<String> = Vec::new();
    let mut at = resource;
    while let Some(value) = at {
        if value
            .get("Fn::GetAtt")
            .and_then(|parts| parts.get(1))
            .and_then(Json::as_str)
            == Some("RootResourceId")
        {
            break;
        }
        let block = value
            .get("Ref")
            .or_else(|| value.get("Fn::GetAtt").and_then(|parts| parts.get(0)))
            .and_then(Json::as_str)
            .and_then(|id| template.resources.get(id))
            .filter(|_| parts.len() < MAX_PARTS);
        let Some(block) = block else {
            parts.push(display::value(value));
            break;
        };
        parts.push(
            block
                .properties
                .get("PathPart")
                .map(display::value)
                .unwrap_or_default(),
        );
        at = block.properties.get("ParentId");
    }
    parts.reverse();
    format!("/{}", parts.join("/"))
}
