//! A REST API of Amazon API Gateway: routes to functions and to other servers, who may call them, CORS, throttling, an
//! access log, and errors of its own as problem documents (RFC 9457).
//!
//! A path is a tree of resources and each route a method with the permission to call exactly its function, so a change
//! of one route is a change of one method in a diff. The deployment's logical ID follows the content of the
//! API: it is replaced exactly when something that it serves has changed.

mod authorization;
mod cors;
mod deployment;
mod gateway_response;
mod route;
mod target;

use std::collections::BTreeMap;

use infra_gen_cfn::{
    Handle, LogicalId, Stack, Value,
    apigateway::{self, rest_api},
    intrinsic::{concat, region, stack_name, url_suffix},
};

pub use authorization::Authorization;
pub use cors::Cors;
pub use deployment::{AccessLog, Throttle};
pub use gateway_response::{GatewayError, GatewayProblem};
pub use route::{HttpMethod, QueryParameter, RequestModel, Route};
pub use target::{HttpProxy, Target};

/// A REST API with one stage.
pub struct RestApi {
    /// Where it is reached.
    pub address: RestApiAddress,
    /// The stage that serves it.
    pub stage: Handle<apigateway::Stage>,
}

/// Where an API is reached. It is reserved before there is anything to serve, so that a function can be told the address
/// of the very API that it answers for.
#[must_use = "nothing is served at an address until an API is made there"]
pub struct RestApiAddress {
    /// The API.
    pub api: Handle<apigateway::RestApi>,
    id: LogicalId,
    stage_name: &'static str,
}

/// What an API needs.
pub struct RestApiProps<'a> {
    /// Every method of every path.
    pub routes: Vec<Route<'a>>,
    /// Which site may call it from a browser.
    pub cors: Cors,
    /// What the gateway's own errors are called in the API's problem documents; [`GatewayError::problem`] has words for all.
    pub problem: fn(GatewayError) -> GatewayProblem,
    /// How many requests it takes before it answers 429.
    pub throttle: Throttle,
    /// The log of who called what.
    pub access_log: AccessLog,
    /// Whether X-Ray traces requests from the gateway on.
    pub tracing: bool,
}

impl RestApi {
    /// Serves `props` at `address`; all it consists of has a logical ID that begins with the address's.
    pub fn new(stack: &mut Stack, address: RestApiAddress, props: &RestApiProps<'_>) -> Self {
        let RestApiAddress { api, id, .. } = &address;
        let stage = stack.within(id.as_str(), |stack| {
            let mut content = Content {
                served: vec![api.logical_id().clone()],
                waits_for: Vec::new(),
            };
            gateway_response::add_all(stack, id, api, props, &mut content);
            let mut builder = route::Builder::new(&address);
            let mut methods: BTreeMap<&str, Vec<HttpMethod>> = BTreeMap::new();
            for route in &props.routes {
                if route.target.answers_browsers() {
                    methods.entry(route.path).or_default().push(route.method);
                }
                builder.add(stack, route, &mut content);
            }
            for (path, methods) in methods {
                builder.add_preflight(stack, path, &methods, &props.cors, &mut content);
            }
            deployment::add(stack, &address, props, content)
        });
        Self { address, stage }
    }
}

impl RestApiAddress {
    /// Adds an API without routes to the stack. The stage's name is the first part of every path.
    pub fn reserve(stack: &mut Stack, id: LogicalId, description: &str, stage_name: &'static str) -> Self {
        let endpoint = rest_api::EndpointConfiguration {
            types: Some(["REGIONAL"].into()),
            ..rest_api::EndpointConfiguration::new()
        };
        let resource = apigateway::RestApi {
            name: Some(concat([stack_name(), format!("-{id}").into()])),
            description: Some(description.into()),
            endpoint_configuration: Some(endpoint.into()),
            minimum_compression_size: Some(1024.into()),
            ..apigateway::RestApi::new()
        };
        let api = stack.within(id.as_str(), |stack| stack.add(id.clone(), resource));
        Self { api, id, stage_name }
    }

    /// Where the API is served: `https://….execute-api.REGION.amazonaws.com/STAGE`, without a final slash.
    pub fn url(&self) -> Value<String> {
        concat([self.origin(), format!("/{}", self.stage_name).into()])
    }

    /// Where an AWS-compatible endpoint, which serves every service at one address, serves the API.
    pub fn url_at(&self, endpoint: &str) -> Value<String> {
        concat([
            format!("{endpoint}/_aws/execute-api/").into(),
            self.api.reference().into(),
            format!("/{}", self.stage_name).into(),
        ])
    }

    /// Scheme and host of [`Self::url`].
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

/// What a deployment of the API is a picture of.
struct Content {
    /// Resources whose change is a change of the API.
    served: Vec<LogicalId>,
    /// Those of them that must exist before the picture is taken and that no reference leads to.
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
