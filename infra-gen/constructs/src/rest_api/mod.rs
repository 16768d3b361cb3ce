//! A REST API of Amazon API Gateway: routes to functions and other servers, authorization, CORS, throttling, an access
//! log, and the gateway's own errors as problem documents (RFC 9457).
//!
//! Each route is one method with the permission to invoke exactly its function, so changing a route changes one method in
//! a diff. The deployment's logical ID contains a hash of everything that it serves, so CloudFormation replaces the
//! deployment exactly when that changes.

mod authorization;
mod cors;
mod deployment;
mod gateway_response;
mod route;
mod target;

use std::{borrow::Cow, collections::BTreeMap};

use infra_gen_cfn::{
    Handle, LogicalId, Stack, Value,
    apigateway::{self, rest_api},
    intrinsic::{concat, region, url_suffix},
};

pub use authorization::Authorization;
pub use cors::Cors;
pub use deployment::{AccessLog, Throttle};
pub use gateway_response::{GatewayError, GatewayProblem};
pub use route::{HttpMethod, QueryParameter, RequestModel, Route};
pub use target::{HttpProxy, Target};

use crate::metric::rest_api_name;

/// A REST API with one stage.
pub struct RestApi {
    /// The API's address.
    pub address: RestApiAddress,
    /// The stage that serves it.
    pub stage: Handle<apigateway::Stage>,
}

/// The address of an API. It is added to the stack before the API itself, because a function's environment may contain the
/// address of the API that invokes the function.
#[must_use = "nothing is served at an address without a `RestApi`"]
pub struct RestApiAddress {
    /// The API.
    pub api: Handle<apigateway::RestApi>,
    id: LogicalId,
    stage_name: Cow<'static, str>,
}

/// The options of a [`RestApiAddress`].
#[derive(Debug, Clone)]
pub struct RestApiAddressProps {
    /// What the API is for.
    pub description: Option<Cow<'static, str>>,
    /// The name of the stage, which is the first segment of every path; by default `v1`.
    pub stage_name: Cow<'static, str>,
}

impl Default for RestApiAddressProps {
    fn default() -> Self {
        Self {
            description: None,
            stage_name: "v1".into(),
        }
    }
}

/// The options of a [`RestApi`].
#[derive(Clone)]
pub struct RestApiProps<'a> {
    /// Every method of every path.
    pub routes: Vec<Route<'a>>,
    /// The site whose scripts may call the API; by default none.
    pub cors: Option<Cors>,
    /// The problem document for each of the gateway's own errors; by default [`GatewayError::problem`].
    pub problem: fn(GatewayError) -> GatewayProblem,
    /// How many requests the API accepts before it answers 429.
    pub throttle: Throttle,
    /// The log of requests.
    pub access_log: AccessLog,
    /// Whether X-Ray traces requests; by default not.
    pub tracing: bool,
}

impl<'a> RestApiProps<'a> {
    /// An API with these routes.
    pub fn new(routes: Vec<Route<'a>>) -> Self {
        Self {
            routes,
            cors: None,
            problem: GatewayError::problem,
            throttle: Throttle::default(),
            access_log: AccessLog::default(),
            tracing: false,
        }
    }
}

impl RestApi {
    /// Serves an API at `address`. The logical IDs of its resources start with the ID of the address.
    pub fn new(stack: &mut Stack, address: RestApiAddress, props: RestApiProps<'_>) -> Self {
        let RestApiAddress { api, id, .. } = &address;
        let stage = stack.within(id.as_str(), |stack| {
            let mut content = Content {
                served: vec![api.logical_id().clone()],
                waits_for: Vec::new(),
            };
            gateway_response::add_all(stack, id, api, &props, &mut content);
            let mut builder = route::Builder::new(&address);
            let mut methods: BTreeMap<&str, Vec<HttpMethod>> = BTreeMap::new();
            for route in &props.routes {
                if route.target.supports_cors() {
                    methods.entry(&route.path).or_default().push(route.method);
                }
                builder.add(stack, route, &mut content);
            }
            if let Some(cors) = &props.cors {
                for (path, methods) in methods {
                    builder.add_preflight(stack, path, &methods, cors, &mut content);
                }
            }
            deployment::add(stack, &address, &props, content)
        });
        Self { address, stage }
    }
}

impl RestApiAddress {
    /// Adds an API without routes to the stack, under `id`.
    pub fn new(stack: &mut Stack, id: LogicalId, props: RestApiAddressProps) -> Self {
        let endpoint = rest_api::EndpointConfiguration {
            types: Some(["REGIONAL"].into()),
            ..rest_api::EndpointConfiguration::new()
        };
        let resource = apigateway::RestApi {
            name: Some(rest_api_name(id.as_str())),
            description: props.description.map(Into::into),
            endpoint_configuration: Some(endpoint.into()),
            minimum_compression_size: Some(1024.into()),
            ..apigateway::RestApi::new()
        };
        let api = stack.within(id.as_str(), |stack| stack.add(id.clone(), resource));
        Self {
            api,
            id,
            stage_name: props.stage_name,
        }
    }

    /// The API's name: the stack's name and the ID.
    pub fn name(&self) -> Value<String> {
        rest_api_name(self.id.as_str())
    }

    /// The name of the stage.
    pub fn stage_name(&self) -> &Cow<'static, str> {
        &self.stage_name
    }

    /// The base URL of the API: `https://….execute-api.REGION.amazonaws.com/STAGE`, without a trailing slash.
    pub fn url(&self) -> Value<String> {
        concat([self.origin(), format!("/{}", self.stage_name).into()])
    }

    /// The base URL of the API on an AWS-compatible endpoint, which serves all services at one address.
    pub fn url_at(&self, endpoint: &str) -> Value<String> {
        concat([
            format!("{endpoint}/_aws/execute-api/").into(),
            self.api.reference().into(),
            format!("/{}", self.stage_name).into(),
        ])
    }

    /// The scheme and host of [`Self::url`].
    pub fn origin(&self) -> Value<String> {
        concat([
            "https://".into(),
            self.api.reference().into(),
            ".execute-api.".into(),
            region(),
            ".".into(),
            url_suffix(),
        ])
    }
}

/// The resources whose state a deployment captures.
struct Content {
    /// Resources whose change requires a new deployment.
    served: Vec<LogicalId>,
    /// Those of them that the deployment does not refer to and so must depend on explicitly.
    waits_for: Vec<LogicalId>,
}

impl Content {
    fn add(&mut self, id: &LogicalId) {
        self.served.push(id.clone());
    }

    fn add_awaited(&mut self, id: &LogicalId) {
        self.add(id);
        self.waits_for.push(id.clone());
    }
}
