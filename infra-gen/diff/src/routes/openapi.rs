//! The routes of an `OpenAPI` document.
//!
//! Who may call an operation is decided by `security`, of the operation or of the document, or by
//! `x-amazon-apigateway-auth`.
//! <https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions.html>

use infra_gen_cfn::Json;
use serde_json::Map;

use super::{Authorization, Callers, Routes, Target, rest};
use crate::{compare::is_function, display};

const METHODS: [&str; 8] = [
    "delete",
    "get",
    "head",
    "options",
    "patch",
    "post",
    "put",
    "x-amazon-apigateway-any-method",
];

/// Adds the routes of a document. One that is known at deployment only is a single route with unknown callers.
pub(super) fn routes(id: &str, document: &Json, routes: &mut Routes<'_>) {
    let api = routes.renamed(id);
    let entries = document.as_object().filter(|entries| !is_function(entries));
    let Some(entries) = entries else {
        let text = display::value(document);
        let target = Target {
            callers: Callers::by(Authorization::Unknown(text)),
            handler: "a computed document".to_owned(),
            is_mock: false,
        };
        routes.insert(api, "/".to_owned(), "ANY".to_owned(), target);
        return;
    };
    for (path, operations) in entries
        .get("paths")
        .and_then(Json::as_object)
        .into_iter()
        .flatten()
    {
        let Some(operations) = operations
            .as_object()
            .filter(|operations| !is_function(operations))
        else {
            let target = Target {
                callers: Callers::by(Authorization::Unknown(display::value(operations))),
                handler: "computed operations".to_owned(),
                is_mock: false,
            };
            routes.insert(api.clone(), path.clone(), "ANY".to_owned(), target);
            continue;
        };
        for (method, operation) in operations {
            if METHODS.contains(&method.to_lowercase().as_str()) {
                let method = match method.as_str() {
                    "x-amazon-apigateway-any-method" => "ANY".to_owned(),
                    method => method.to_uppercase(),
                };
                let target = target(entries, operation, routes);
                routes.insert(api.clone(), path.clone(), method, target);
            }
        }
    }
}

fn target(document: &Map<String, Json>, operation: &Json, routes: &Routes<'_>) -> Target {
    let integration = operation.get("x-amazon-apigateway-integration");
    let text = |name: &str| {
        integration
            .and_then(|integration| integration.get(name))
            .map(display::value)
    };
    let is_mock = text("type").is_some_and(|kind| kind.eq_ignore_ascii_case("mock"));
    let uri = text("uri").unwrap_or_default();
    let handler = rest::function(&uri).map_or_else(
        || uri.clone(),
        |function| routes.name(Some(&Json::from(function))),
    );
    Target {
        callers: callers(document, operation),
        handler: if is_mock {
            "a mock integration".to_owned()
        } else {
            handler
        },
        is_mock,
    }
}

fn callers(document: &Map<String, Json>, operation: &Json) -> Callers {
    let auth = ["x-amazon-apigateway-auth", "X-Amazon-Apigateway-Auth"]
        .iter()
        .find_map(|name| operation.get(*name))
        .and_then(|auth| auth.get("type"))
        .map(display::value);
    if auth.is_some_and(|kind| kind.eq_ignore_ascii_case("AWS_IAM")) {
        return Callers::by(Authorization::Iam);
    }
    let security = operation.get("security").or_else(|| document.get("security"));
    let requirements = match security {
        None => return Callers::public(),
        Some(Json::Array(requirements)) => requirements,
        Some(function) => return Callers::by(Authorization::Unknown(display::value(function))),
    };
    // One of the requirements is sufficient; an empty one needs no credentials.
    let is_open = |requirement: &Json| requirement.as_object().is_some_and(Map::is_empty);
    if requirements.is_empty() || requirements.iter().any(is_open) {
        return Callers::public();
    }
    let mut names = Vec::new();
    let mut scopes = Vec::new();
    let mut requires_key = false;
    for (name, required) in requirements.iter().filter_map(Json::as_object).flatten() {
        if is_api_key(document, name) {
            requires_key = true;
        } else {
            names.push(name.clone());
        }
        scopes.extend(required.as_array().into_iter().flatten().map(display::value));
    }
    let authorization = match names.as_slice() {
        [] => Authorization::Public,
        [only] if is_iam(document, only) => Authorization::Iam,
        names => Authorization::By(names.join(" or ")),
    };
    Callers {
        authorization,
        requires_key,
        scopes,
    }
}

fn scheme<'a>(document: &'a Map<String, Json>, name: &str) -> Option<&'a Json> {
    let schemes = document
        .get("securityDefinitions")
        .or_else(|| document.get("components")?.get("securitySchemes"))?;
    schemes.get(name)
}

/// Whether the scheme is an API key of a usage plan, without an authorizer.
fn is_api_key(document: &Map<String, Json>, name: &str) -> bool {
    scheme(document, name).is_some_and(|scheme| {
        scheme.get("type").and_then(Json::as_str) == Some("apiKey")
            && scheme.get("x-amazon-apigateway-authtype").is_none()
            && scheme.get("x-amazon-apigateway-authorizer").is_none()
    })
}

fn is_iam(document: &Map<String, Json>, name: &str) -> bool {
    scheme(document, name).is_some_and(|scheme| {
        scheme
            .get("x-amazon-apigateway-authtype")
            .and_then(Json::as_str)
            .is_some_and(|kind| kind.eq_ignore_ascii_case("awsSigv4"))
    })
}
