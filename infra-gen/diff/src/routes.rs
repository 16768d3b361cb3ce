//! Compares routes: the methods and paths of an API, who may call them, and what handles the requests.
//!
//! - [`rest`]: methods and routes that are resources of their own.
//! - [`openapi`]: the routes of an `OpenAPI` document in an API.
//! - [`serverless`]: the events of functions that the AWS SAM transform turns into routes.

mod openapi;
mod rest;
mod serverless;

use std::collections::BTreeMap;

use infra_gen_cfn::{Json, Template};

use crate::{
    display,
    model::{Route, RouteChange},
    rename::Renames,
};

/// The routes that differ. Both templates are in normal form, with their values evaluated.
pub(crate) fn compare(old: &Template, new: &Template, renames: &Renames) -> Vec<RouteChange> {
    let mut old = Routes::read(old, renames).0;
    let mut changes = Vec::new();
    for (key, route) in Routes::read(new, &Renames::new()).0 {
        let before = old.remove(&key);
        if before.as_ref().map(Target::route) != Some(route.route()) {
            changes.push(change(key, before.as_ref(), Some(&route)));
        }
    }
    changes.extend(
        old.into_iter()
            .map(|(key, route)| change(key, Some(&route), None)),
    );
    changes.sort_by(|one, other| {
        (&one.api, &one.path, &one.method).cmp(&(&other.api, &other.path, &other.method))
    });
    changes
}

fn change((api, path, method): Key, old: Option<&Target>, new: Option<&Target>) -> RouteChange {
    let broadens = match (old, new) {
        // A preflight request does not reach the application.
        (None, Some(new)) => new.callers.may_be_public() && !new.is_mock,
        (Some(old), Some(new)) => !old.callers.include(&new.callers),
        _ => false,
    };
    RouteChange {
        api,
        method,
        path,
        old: old.map(Target::route),
        new: new.map(Target::route),
        broadens,
    }
}

/// API, path, method.
type Key = (String, String, String);

/// The routes of a template.
struct Routes<'a>(BTreeMap<Key, Target>, &'a Renames);

impl<'a> Routes<'a> {
    fn read(template: &Template, renames: &'a Renames) -> Self {
        let mut routes = Self(BTreeMap::new(), renames);
        for (id, block) in &template.resources {
            match block.type_name.as_str() {
                "AWS::ApiGateway::Method" => rest::method(template, block, &mut routes),
                "AWS::ApiGatewayV2::Route" => rest::route(block, &mut routes),
                "AWS::ApiGateway::RestApi" | "AWS::ApiGatewayV2::Api" => {
                    rest::quick_route(id, block, &mut routes);
                    if let Some(body) = block.properties.get("Body") {
                        openapi::routes(id, body, &mut routes);
                    }
                }
                "AWS::Serverless::Api" | "AWS::Serverless::HttpApi" => {
                    if let Some(body) = block.properties.get("DefinitionBody") {
                        openapi::routes(id, body, &mut routes);
                    }
                }
                "AWS::Serverless::Function" | "AWS::Serverless::StateMachine" => {
                    serverless::events(template, id, block, &mut routes);
                }
                _ => {}
            }
        }
        routes
    }

    /// The name of a resource in the new template, or the value as text.
    fn name(&self, value: Option<&Json>) -> String {
        let text = value.map(display::value).unwrap_or_default();
        self.renamed(display::referenced_id(&text))
    }

    fn renamed(&self, id: &str) -> String {
        self.1.get(id).cloned().unwrap_or_else(|| id.to_owned())
    }

    fn insert(&mut self, api: String, path: String, method: String, target: Target) {
        self.0.insert((api, path, method), target);
    }
}

/// Who may call a route, and what handles its requests.
struct Target {
    callers: Callers,
    handler: String,
    is_mock: bool,
}

impl Target {
    fn route(&self) -> Route {
        Route {
            callers: self.callers.to_string(),
            target: self.handler.clone(),
        }
    }
}

/// Who may call a route.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Callers {
    authorization: Authorization,
    requires_key: bool,
    /// A token needs one of these, if there are any.
    scopes: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Authorization {
    Public,
    Iam,
    /// An authorizer, or another kind of authorization.
    By(String),
    /// A function decides it at deployment.
    Unknown(String),
}

impl Callers {
    fn public() -> Self {
        Self::by(Authorization::Public)
    }

    fn by(authorization: Authorization) -> Self {
        Self {
            authorization,
            requires_key: false,
            scopes: Vec::new(),
        }
    }

    fn may_be_public(&self) -> bool {
        matches!(
            self.authorization,
            Authorization::Public | Authorization::Unknown(_)
        )
    }

    /// Whether all of `others` are among these callers, with certainty.
    fn include(&self, others: &Self) -> bool {
        if self == others {
            return true;
        }
        let authorization = match (&self.authorization, &others.authorization) {
            (Authorization::Public, _) => true,
            (one, other) => one == other,
        };
        let key = !self.requires_key || others.requires_key;
        let scopes = self.scopes.is_empty()
            || (!others.scopes.is_empty() && others.scopes.iter().all(|scope| self.scopes.contains(scope)));
        authorization && key && scopes
    }
}

impl std::fmt::Display for Callers {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let by = match &self.authorization {
            Authorization::Public if self.requires_key => "with an API key",
            Authorization::Public => "public",
            Authorization::Iam => "IAM",
            Authorization::By(name) | Authorization::Unknown(name) => name,
        };
        f.write_str(by)?;
        if self.requires_key && self.authorization != Authorization::Public {
            f.write_str(" with an API key")?;
        }
        if self.scopes.is_empty() {
            return Ok(());
        }
        write!(f, " ({})", self.scopes.join(", "))
    }
}
