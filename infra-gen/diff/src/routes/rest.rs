//! Methods of REST APIs and routes of HTTP and WebSocket APIs.

use infra_gen_cfn::{Json, ResourceBlock, Template};

use super::{Authorization, Callers, Routes, Target};
use crate::display;

const MOCK: &str = "a mock integration";

/// The maximum number of parts of a path. A URL has no room for more, and a cycle of parents would not end.
const MAX_PARTS: usize = 200;

/// A method of a REST API.
pub(super) fn method(template: &Template, block: &ResourceBlock, routes: &mut Routes<'_>) {
    let property = |name: &str| block.properties.get(name);
    let integration = property("Integration");
    let integration_property = |name: &str| integration.and_then(|integration| integration.get(name));
    let uri = integration_property("Uri")
        .map(display::value)
        .unwrap_or_default();
    let is_mock = matches!(
        integration_property("Type").and_then(Json::as_str),
        Some("MOCK") | None
    );
    let target = if is_mock {
        MOCK.to_owned()
    } else {
        function(&uri).map_or_else(
            || uri.clone(),
            |function| routes.name(Some(&Json::from(function))),
        )
    };
    let callers = Callers {
        authorization: authorization(
            property("AuthorizationType"),
            routes.name(property("AuthorizerId")),
        ),
        requires_key: property("ApiKeyRequired") == Some(&Json::Bool(true)),
        scopes: scopes(property("AuthorizationScopes")),
    };
    routes.insert(
        routes.name(property("RestApiId")),
        path(template, property("ResourceId")),
        property("HttpMethod").map(display::value).unwrap_or_default(),
        Target {
            callers,
            handler: target,
            is_mock,
        },
    );
}

/// The function in the address of an integration, which has the function's ARN between two fixed parts.
pub(super) fn function(uri: &str) -> Option<&str> {
    let (_, rest) = uri.split_once("/functions/")?;
    Some(rest.split_once("/invocations")?.0)
}

/// A route of an HTTP or a WebSocket API.
pub(super) fn route(block: &ResourceBlock, routes: &mut Routes<'_>) {
    let property = |name: &str| block.properties.get(name);
    let key = property("RouteKey").map(display::value).unwrap_or_default();
    let (method, path) = key.split_once(' ').unwrap_or(("", &key));
    let callers = Callers {
        authorization: authorization(
            property("AuthorizationType"),
            routes.name(property("AuthorizerId")),
        ),
        requires_key: property("ApiKeyRequired") == Some(&Json::Bool(true)),
        scopes: scopes(property("AuthorizationScopes")),
    };
    let target = Target {
        callers,
        handler: property("Target").map(display::value).unwrap_or_default(),
        is_mock: false,
    };
    routes.insert(
        routes.name(property("ApiId")),
        path.to_owned(),
        method.to_owned(),
        target,
    );
}

/// The public route that an HTTP API creates for its own `Target`.
/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigatewayv2-api.html>
pub(super) fn quick_route(id: &str, block: &ResourceBlock, routes: &mut Routes<'_>) {
    if let Some(target) = block.properties.get("Target") {
        let key = block
            .properties
            .get("RouteKey")
            .map_or_else(|| "$default".to_owned(), display::value);
        let (method, path) = key.split_once(' ').unwrap_or(("", &key));
        let target = Target {
            callers: Callers::public(),
            handler: routes.name(Some(target)),
            is_mock: false,
        };
        routes.insert(routes.renamed(id), path.to_owned(), method.to_owned(), target);
    }
}

fn authorization(kind: Option<&Json>, authorizer: String) -> Authorization {
    match kind {
        None => Authorization::Public,
        Some(Json::String(kind)) => match kind.as_str() {
            "NONE" => Authorization::Public,
            "AWS_IAM" => Authorization::Iam,
            _ if !authorizer.is_empty() => Authorization::By(authorizer),
            other => Authorization::By(other.to_owned()),
        },
        Some(function) => Authorization::Unknown(display::value(function)),
    }
}

fn scopes(scopes: Option<&Json>) -> Vec<String> {
    match scopes {
        Some(Json::Array(scopes)) => scopes.iter().map(display::value).collect(),
        Some(function) => vec![display::value(function)],
        None => Vec::new(),
    }
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
