//! Events of functions and state machines that the AWS SAM transform turns into routes.
//! <https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/serverless-controlling-access-to-apis.html>

use infra_gen_cfn::{Json, ResourceBlock, Template};

use super::{Authorization, Callers, Routes, Target};
use crate::{compare::is_function, display};

/// Adds the routes of the events of a function or state machine.
pub(super) fn events(template: &Template, id: &str, block: &ResourceBlock, routes: &mut Routes<'_>) {
    let Some(events) = block.properties.get("Events") else {
        return;
    };
    let Some(events) = events.as_object().filter(|events| !is_function(events)) else {
        let target = Target {
            callers: Callers::by(Authorization::Unknown(display::value(events))),
            handler: routes.renamed(id),
            is_mock: false,
        };
        routes.insert(routes.renamed(id), "Events".to_owned(), "ANY".to_owned(), target);
        return;
    };
    for event in events.values() {
        let (parent, implicit) = match event.get("Type").and_then(Json::as_str) {
            Some("Api") => ("RestApiId", "ServerlessRestApi"),
            Some("HttpApi") => ("ApiId", "ServerlessHttpApi"),
            _ => continue,
        };
        let properties = event.get("Properties");
        let property = |name: &str| properties.and_then(|properties| properties.get(name));
        let api = property(parent);
        let authorization = authorization(template, api, implicit, property("Auth"));
        let scopes = match property("Auth").and_then(|auth| auth.get("AuthorizationScopes")) {
            Some(Json::Array(scopes)) => scopes.iter().map(display::value).collect(),
            _ => Vec::new(),
        };
        let requires_key =
            property("Auth").and_then(|auth| auth.get("ApiKeyRequired")) == Some(&Json::Bool(true));
        let text =
            |name: &str, default: &str| property(name).map_or_else(|| default.to_owned(), display::value);
        let target = Target {
            callers: Callers {
                authorization,
                requires_key,
                scopes,
            },
            handler: routes.renamed(id),
            is_mock: false,
        };
        let api = match api {
            Some(api) => routes.name(Some(api)),
            None => implicit.to_owned(),
        };
        routes.insert(
            api,
            text("Path", "$default"),
            text("Method", "ANY").to_uppercase(),
            target,
        );
    }
}

/// How a request is authorized: by the event, or by the default of its API.
fn authorization(
    template: &Template,
    api: Option<&Json>,
    implicit: &str,
    auth: Option<&Json>,
) -> Authorization {
    let named = |name: &Json| match name {
        Json::String(name) => match name.as_str() {
            "NONE" => Authorization::Public,
            "AWS_IAM" => Authorization::Iam,
            name => Authorization::By(name.to_owned()),
        },
        function => Authorization::Unknown(display::value(function)),
    };
    match auth {
        Some(auth) if auth.as_object().is_none_or(is_function) => {
            return Authorization::Unknown(display::value(auth));
        }
        Some(auth) => {
            if let Some(authorizer) = auth.get("Authorizer") {
                return named(authorizer);
            }
        }
        None => {}
    }
    let api_auth = if let Some(api) = api {
        let text = display::value(api);
        match template.resources.get(display::referenced_id(&text)) {
            Some(block) => block.properties.get("Auth").cloned(),
            // An API of another template.
            None => return Authorization::Unknown(format!("the default of {text}")),
        }
    } else {
        // The API that the transform generates.
        let kind = if implicit == "ServerlessRestApi" {
            "Api"
        } else {
            "HttpApi"
        };
        let globals = template.other.get("Globals");
        globals
            .and_then(|globals| globals.get(kind)?.get("Auth"))
            .cloned()
    };
    match api_auth {
        None => Authorization::Public,
        Some(auth) => match auth.get("DefaultAuthorizer") {
            Some(authorizer) => named(authorizer),
            None if auth.as_object().is_some_and(is_function) => {
                Authorization::Unknown(display::value(&auth))
            }
            None => Authorization::Public,
        },
    }
}
