//! The routes: resources by path, a method and a permission each, request models and validators.

use std::collections::BTreeMap;

use infra_gen_cfn::{
    Handle, Id, Json, LogicalId, Map, Stack, Value,
    apigateway::{self, method},
    intrinsic::{account_id, concat, partition, region},
    kind, lambda,
};

use super::{Content, Cors};
use crate::function::Function;

/// One method of one path, answered by one function.
pub struct Route<'a> {
    /// The method.
    pub method: HttpMethod,
    /// The path below the stage: `/links/{id}`.
    pub path: &'a str,
    /// What it does, as OpenAPI's `operationId`.
    pub operation: &'a str,
    /// The function that answers.
    pub function: &'a Function,
    /// Who may call it.
    pub authorization: Authorization,
    /// The query parameters that it reads.
    pub query: Vec<QueryParameter<'a>>,
    /// What a request's body must look like, checked before the function is called.
    pub body: Option<RequestModel>,
}

/// Who may call a route.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Authorization {
    /// Anyone.
    Open,
    /// Callers of the account whose role or user is allowed `execute-api:Invoke`, by a signature (Signature Version 4).
    Iam,
}

impl Authorization {
    fn as_str(self) -> &'static str {
        match self {
            Self::Open => "NONE",
            Self::Iam => "AWS_IAM",
        }
    }
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
    id: &'a LogicalId,
    api: &'a Handle<apigateway::RestApi>,
    stage_name: &'a str,
    resources: BTreeMap<String, Handle<apigateway::Resource>>,
    models: BTreeMap<String, Handle<apigateway::Model>>,
    validators: BTreeMap<&'static str, Handle<apigateway::RequestValidator>>,
}

impl<'a> Builder<'a> {
    pub(super) fn new(id: &'a LogicalId, api: &'a Handle<apigateway::RestApi>, stage_name: &'a str) -> Self {
        let (resources, models, validators) = Default::default();
        Self {
            id,
            api,
            stage_name,
            resources,
            models,
            validators,
        }
    }

    pub(super) fn add(&mut self, stack: &mut Stack, route: &Route<'_>, content: &mut Content) {
        let name = format!("{} {}", route.path, route.method.as_str().to_ascii_lowercase());
        let resource = self.resource(stack, route.path, content);
        let required_query = route.query.iter().any(|parameter| parameter.required);
        let validator = match (&route.body, required_query) {
            (None, false) => None,
            (Some(_), false) => Some(self.validator(stack, "BodyValidator", true, false, content)),
            (None, true) => Some(self.validator(stack, "ParametersValidator", false, true, content)),
            (Some(_), true) => Some(self.validator(stack, "RequestValidator", true, true, content)),
        };
        let model = route.body.as_ref().map(|model| self.model(stack, model, content));
        let parameters = request_parameters(route);
        let method = apigateway::Method {
            operation_name: Some(route.operation.into()),
            authorization_type: Some(route.authorization.as_str().into()),
            request_parameters: (!parameters.0.is_empty()).then(|| parameters.into()),
            request_validator_id: validator,
            request_models: model.map(|model| [("application/json", model)].into()),
            integration: Some(integration(route.function).into()),
            ..apigateway::Method::new(route.method.as_str(), resource, self.api.reference())
        };
        let method = stack.add(self.id.join(&name).join("Method"), method);
        content.add_awaited(method.logical_id());
        stack.add(self.id.join(&name).join("Permission"), self.permission(route));
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
        let preflight = cors.preflight(methods, resource, self.api.reference());
        let method = stack.add(self.id.join(path).join("OptionsMethod"), preflight);
        content.add_awaited(method.logical_id());
    }

    /// The ID of the resource at `path`; adds it and the ones above it where they are missing.
    fn resource(&mut self, stack: &mut Stack, path: &str, content: &mut Content) -> ResourceId {
        let Some((parent, part)) = path.rsplit_once('/') else {
            return self.api.root_resource_id();
        };
        if part.is_empty() {
            return self.api.root_resource_id();
        }
        if let Some(present) = self.resources.get(path) {
            return present.reference();
        }
        let parent = self.resource(stack, parent, content);
        let resource = apigateway::Resource::new(parent, part, self.api.reference());
        let resource = stack.add(self.id.join(path).join("Resource"), resource);
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
                schema: Some(model.schema.clone().into()),
                ..apigateway::Model::new(self.api.reference())
            };
            stack.add(self.id.join(&model.name).join("Model"), resource)
        });
        content.add(handle.logical_id());
        handle.reference().into()
    }

    fn validator(
        &mut self,
        stack: &mut Stack,
        name: &'static str,
        body: bool,
        parameters: bool,
        content: &mut Content,
    ) -> Value<Id<kind::apigateway::RequestValidator>> {
        let handle = self.validators.entry(name).or_insert_with(|| {
            let resource = apigateway::RequestValidator {
                name: Some(name.into()),
                validate_request_body: Some(body.into()),
                validate_request_parameters: Some(parameters.into()),
                ..apigateway::RequestValidator::new(self.api.reference())
            };
            stack.add(self.id.join(name), resource)
        });
        content.add(handle.logical_id());
        handle.reference()
    }

    /// Lets this one method of this one stage call the function. A path parameter stands for any text.
    fn permission(&self, route: &Route<'_>) -> lambda::Permission {
        let path: Vec<&str> = route
            .path
            .split('/')
            .map(|part| if part.starts_with('{') { "*" } else { part })
            .collect();
        let source = concat([
            "arn:".into(),
            partition(),
            ":execute-api:".into(),
            region(),
            ":".into(),
            account_id(),
            ":".into(),
            self.api.reference().into(),
            format!("/{}/{}{}", self.stage_name, route.method.as_str(), path.join("/")).into(),
        ]);
        lambda::Permission {
            source_arn: Some(source),
            ..lambda::Permission::new(
                "lambda:InvokeFunction",
                route.function.arn(),
                "apigateway.amazonaws.com",
            )
        }
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

/// The function gets the whole request and gives the whole answer.
fn integration(function: &Function) -> method::Integration {
    let uri = concat([
        "arn:".into(),
        partition(),
        ":apigateway:".into(),
        region(),
        ":lambda:path/2015-03-31/functions/".into(),
        function.arn().into(),
        "/invocations".into(),
    ]);
    method::Integration {
        // Lambda's own API is called with POST, whatever the route's method.
        integration_http_method: Some("POST".into()),
        uri: Some(uri),
        ..method::Integration::new(method::IntegrationType::AwsProxy)
    }
}
