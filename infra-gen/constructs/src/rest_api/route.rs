//! The routes: a resource per path segment, a method per route, request models and a validator.

use std::{borrow::Cow, collections::BTreeMap};

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
    /// The path after the stage: `/links/{id}`.
    pub path: Cow<'static, str>,
    /// What answers the requests.
    pub target: Target<'a>,
    /// Who may call it.
    pub authorization: Authorization<'a>,
    /// The name of the operation, like OpenAPI's `operationId`.
    pub operation: Option<Cow<'static, str>>,
    /// The query parameters that it reads.
    pub query: Vec<QueryParameter>,
    /// The model of the request's body. The gateway checks a body before it calls the target.
    pub body: Option<RequestModel>,
}

impl<'a> Route<'a> {
    /// A route without query parameters and body that only signed requests may call ([`Authorization::Iam`]).
    pub fn new(method: HttpMethod, path: impl Into<Cow<'static, str>>, target: Target<'a>) -> Self {
        Self {
            method,
            path: path.into(),
            target,
            authorization: Authorization::default(),
            operation: None,
            query: Vec::new(),
            body: None,
        }
    }
}

/// A query parameter of a route.
#[derive(Debug, Clone)]
pub struct QueryParameter {
    /// The parameter's name.
    pub name: Cow<'static, str>,
    /// Whether the gateway rejects a request without it; by default not.
    pub required: bool,
}

impl QueryParameter {
    /// An optional parameter.
    pub fn new(name: impl Into<Cow<'static, str>>) -> Self {
        Self {
            name: name.into(),
            required: false,
        }
    }
}

/// A JSON Schema (draft 4, the version that API Gateway supports) for the body of a request.
#[derive(Debug, Clone)]
pub struct RequestModel {
    /// The model's name: letters and digits.
    pub name: Cow<'static, str>,
    /// The schema, including its definitions.
    pub schema: Json,
}

impl RequestModel {
    /// A model with this name and schema.
    pub fn new(name: impl Into<Cow<'static, str>>, schema: Json) -> Self {
        Self {
            name: name.into(),
            schema,
        }
    }
}

/// An HTTP method of a route. The gateway itself answers `OPTIONS`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum HttpMethod {
    /// `GET`
    Get,
    /// `POST`
    Post,
    /// `PUT`
    Put,
    /// `PATCH`
    Patch,
    /// `DELETE`
    Delete,
}

impl HttpMethod {
    /// The method as it appears in a request.
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

/// Adds routes to one API and keeps the resources that they share.
pub(super) struct Builder<'a> {
    address: &'a RestApiAddress,
    authorizers: Authorizers<'a>,
    resources: BTreeMap<String, Handle<apigateway::Resource>>,
    models: BTreeMap<Cow<'static, str>, Handle<apigateway::Model>>,
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
        let resource = self.resource(stack, &route.path, content);
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
            operation_name: route.operation.clone().map(Into::into),
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
            let permission = self.address.permission(route.method, &route.path, function);
            stack.add(id.join("Permission"), permission);
        }
    }

    /// Adds the gateway's answer to a browser's preflight request for `path`.
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

    /// The ID of the resource at `path`. Adds the resource and its parents if they are missing.
    fn resource(&mut self, stack: &mut Stack, path: &str, content: &mut Content) -> ResourceId {
        let Some((parent, part)) = path.rsplit_once('/') else {
            return self.address.api.root_resource_id();
        };
        if part.is_empty() {
            return self.address.api.root_resource_id();
        }
        if let Some(existing) = self.resources.get(path) {
            return existing.reference();
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
                name: Some(model.name.clone().into()),
                content_type: Some("application/json".into()),
                schema: Some(without_descriptions(&model.schema).into()),
                ..apigateway::Model::new(self.address.api.reference())
            };
            stack.add(self.address.id.join(&model.name).join("Model"), resource)
        });
        content.add(handle.logical_id());
        handle.reference().into()
    }

    /// The validator that all routes share. It checks the body and the parameters that a route declares.
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

/// The schema without its descriptions, which only make the template longer.
fn without_descriptions(schema: &Json) -> Json {
    match schema {
        Json::Object(keywords) => keywords
            .iter()
            .filter(|(keyword, value)| !(*keyword == "description" && value.is_string()))
            .map(|(keyword, value)| match (keyword.as_str(), value) {
                // The keys of these are names that the schema's author chose, possibly `description`.
                ("definitions" | "patternProperties" | "properties", Json::Object(named)) => {
                    let named = named
                        .iter()
                        .map(|(name, schema)| (name.clone(), without_descriptions(schema)));
                    (keyword.clone(), Json::Object(named.collect()))
                }
                // These contain values, not schemas.
                ("default" | "enum", values) => (keyword.clone(), values.clone()),
                _ => (keyword.clone(), without_descriptions(value)),
            })
            .collect(),
        Json::Array(schemas) => schemas.iter().map(without_descriptions).collect(),
        other => other.clone(),
    }
}

/// The parameters of path and query, and whether each is required.
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
