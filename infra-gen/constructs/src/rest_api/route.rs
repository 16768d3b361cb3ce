//! The routes: resources by path, a method each, request models and a validator.

use std::collections::BTreeMap;

use infra_gen_cfn::{Handle, Id, Json, Map, Stack, Value, apigateway, kind};

use super::{
    Authorization, Content, Cors, RestApiAddress, Target,
    authorization::{self, Authorizers},
};

/// One method of one path.
#[derive(Clone)]
pub struct Route<'a> {
    /// The method.
    pub method: HttpMethod,
    /// The path below the stage: `/links/{id}`.
    pub path: &'a str,
    /// What it does, as OpenAPI's `operationId`.
    pub operation: &'a str,
    /// Who answers.
    pub target: Target<'a>,
    /// Who may call it.
    pub authorization: Authorization<'a>,
    /// The query parameters that it reads.
    pub query: Vec<QueryParameter<'a>>,
    /// What a request's body must look like, checked before the target is called.
    pub body: Option<RequestModel>,
}

/// A query parameter of a route.
#[derive(Debug, Clone, Copy)]
pub struct QueryParameter<'a> {
    /// Its name.
    pub name: &'a str,
    /// Whether a request without it is refused by the gateway.
    pub required: bool,
}

/// A JSON Schema (draft 4, as API Gateway reads it) that a request's body must fit.
#[derive(Debug, Clone)]
pub struct RequestModel {
    /// Its name: letters and digits.
    pub name: String,
    /// The schema, with its definitions inside.
    pub schema: Json,
}

/// A method of HTTP that a route can answer; `OPTIONS` is answered by the gateway.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum HttpMethod {
    /// Reads.
    Get,
    /// Creates, or does.
    Post,
    /// Replaces.
    Put,
    /// Changes a part.
    Patch,
    /// Removes.
    Delete,
}

impl HttpMethod {
    /// The method as it stands in a request.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Put => "PUT",
            Self::Patch => "PATCH",
            Self::Delete => "DELETE",
        }
    }
}

type ResourceId = Value<Id<kind::apigateway::Resource>>;

/// Adds routes to one API and remembers what they share.
pub(super) struct Builder<'a> {
    address: &'a RestApiAddress,
    authorizers: Authorizers<'a>,
    resources: BTreeMap<String, Handle<apigateway::Resource>>,
    models: BTreeMap<String, Handle<apigateway::Model>>,
    validator: Option<Handle<apigateway::RequestValidator>>,
}

impl<'a> Builder<'a> {
    pub(super) fn new(address: &'a RestApiAddress) -> Self {
        let (resources, models, validator) = Default::default();
        Self {
            address,
            authorizers: Authorizers::new(address),
            resources,
            models,
            validator,
        }
    }

    pub(super) fn add(&mut self, stack: &mut Stack, route: &Route<'_>, content: &mut Content) {
        let name = format!("{} {}", route.path, route.method.as_str().to_ascii_lowercase());
        let resource = self.resource(stack, route.path, content);
        let checked = route.body.is_some() || route.query.iter().any(|parameter| parameter.required);
        let validator = checked.then(|| self.validator(stack, content));
        let model = route.body.as_ref().map(|model| self.model(stack, model, content));
        let parameters = request_parameters(route);
        let authorization::Settings {
            kind,
            authorizer,
            scopes,
        } = self.authorizers.settings(stack, &route.authorization, content);
        let method = apigateway::Method {
            operation_name: Some(route.operation.into()),
            authorization_type: Some(kind.into()),
            authorizer_id: authorizer,
            authorization_scopes: scopes,
            request_parameters: (!parameters.0.is_empty()).then(|| parameters.into()),
            request_validator_id: validator,
            request_models: model.map(|model| [("application/json", model)].into()),
            integration: Some(route.target.integration(route.method).into()),
            ..apigateway::Method::new(route.method.as_str(), resource, self.address.api.reference())
        };
        let id = self.address.id.join(&name);
        let method = stack.add(id.join("Method"), method);
        content.add_awaited(method.logical_id());
        if let Target::Function(function) = &route.target {
            let permission = self.address.permission(route.method, route.path, function);
            stack.add(id.join("Permission"), permission);
        }
    }

    /// The gateway's own answer to a browser's question whether the site may call `path`.
    pub(super) fn add_preflight(
        &mut self,
        stack: &mut Stack,
        path: &str,
        methods: &[HttpMethod],
        cors: &Cors,
        content: &mut Content,
    ) {
        let resource = self.resource(stack, path, content);
        let preflight = cors.preflight(methods, resource, self.address.api.reference());
        let method = stack.add(self.address.id.join(path).join("OptionsMethod"), preflight);
        content.add_awaited(method.logical_id());
    }

    /// The ID of the resource at `path`; adds it and the ones above it where they are missing.
    fn resource(&mut self, stack: &mut Stack, path: &str, content: &mut Content) -> ResourceId {
        let Some((parent, part)) = path.rsplit_once('/') else {
            return self.address.api.root_resource_id();
        };
        if part.is_empty() {
            return self.address.api.root_resource_id();
        }
        if let Some(present) = self.resources.get(path) {
            return present.reference();
        }
        let parent = self.resource(stack, parent, content);
        let resource = apigateway::Resource::new(parent, part, self.address.api.reference());
        let resource = stack.add(self.address.id.join(path).join("Resource"), resource);
        content.add(resource.logical_id());
        let reference = resource.reference();
        self.resources.insert(path.to_owned(), resource);
        reference
    }

    fn model(&mut self, stack: &mut Stack, model: &RequestModel, content: &mut Content) -> Value<String> {
        let handle = self.models.entry(model.name.clone()).or_insert_with(|| {
            let resource = apigateway::Model {
                name: Some(model.name.as_str().into()),
                content_type: Some("application/json".into()),
                schema: Some(rules(&model.schema).into()),
                ..apigateway::Model::new(self.address.api.reference())
            };
            stack.add(self.address.id.join(&model.name).join("Model"), resource)
        });
        content.add(handle.logical_id());
        handle.reference().into()
    }

    /// The one validator there is: it checks what a route asks for, and nothing where that is nothing.
    fn validator(
        &mut self,
        stack: &mut Stack,
        content: &mut Content,
    ) -> Value<Id<kind::apigateway::RequestValidator>> {
        let handle = self.validator.get_or_insert_with(|| {
            let resource = apigateway::RequestValidator {
                name: Some("RequestValidator".into()),
                validate_request_body: Some(true.into()),
                validate_request_parameters: Some(true.into()),
                ..apigateway::RequestValidator::new(self.address.api.reference())
            };
            stack.add(self.address.id.join("RequestValidator"), resource)
        });
        content.add(handle.logical_id());
        handle.reference()
    }
}

/// A schema without what it says to people: the gateway reads the rules, and a template has to be short.
fn rules(schema: &Json) -> Json {
    match schema {
        Json::Object(keywords) => keywords
            .iter()
            .filter(|(keyword, value)| !(*keyword == "description" && value.is_string()))
            .map(|(keyword, value)| match (keyword.as_str(), value) {
                // Below these stand names that the schema's author chose, `description` perhaps among them.
                ("definitions" | "patternProperties" | "properties", Json::Object(named)) => {
                    let named = named.iter().map(|(name, schema)| (name.clone(), rules(schema)));
                    (keyword.clone(), Json::Object(named.collect()))
                }
                // And these hold values, not schemas.
                ("default" | "enum", values) => (keyword.clone(), values.clone()),
                _ => (keyword.clone(), rules(value)),
            })
            .collect(),
        Json::Array(schemas) => schemas.iter().map(rules).collect(),
        other => other.clone(),
    }
}

/// The path's and the query's parameters, and whether each is required.
fn request_parameters(route: &Route<'_>) -> Map<bool> {
    let path = route
        .path
        .split('/')
        .filter_map(|part| part.strip_prefix('{')?.strip_suffix('}'));
    let path = path.map(|name| (format!("method.request.path.{name}"), true));
    let query = route.query.iter().map(|parameter| {
        (
            format!("method.request.querystring.{}", parameter.name),
            parameter.required,
        )
    });
    path.chain(query).collect()
}
