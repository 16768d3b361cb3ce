//! The HTTP API: a route for each operation of the contract, and the one that leads to the user pool.

use infra_gen::{
    cfn::{LogicalId, Stack, Value},
    constructs::{
        AccessLog, Authorization, Cors, GatewayError, GatewayProblem, HttpMethod, QueryParameter,
        RequestModel, RestApi, RestApiAddress, RestApiProps, Route, Target, Throttle,
    },
};
use shop_contract::{
    ProblemKind,
    api::{Access, Method, OPERATIONS, STAGE},
};

use super::{
    auth::{SignIn, TOKEN_PATH},
    functions::{Functions, log_retention},
};
use crate::settings::Settings;

const API: LogicalId = LogicalId::new("Api");

/// The API, which has an address before it serves anything: a function is told it, and the API answers by functions.
pub(super) struct Api {
    /// Its address, without a final slash.
    pub(super) url: Value<String>,
    /// Scheme and host of the address.
    pub(super) origin: Value<String>,
    address: RestApiAddress,
}

impl Api {
    pub(super) fn reserve(stack: &mut Stack, settings: &Settings) -> Self {
        let address = RestApiAddress::reserve(stack, API, "The cookie shop's HTTP API", STAGE);
        let (url, origin) = match &settings.stack.endpoint {
            None => (address.url(), address.origin()),
            Some(endpoint) => (address.url_at(endpoint), endpoint.as_str().into()),
        };
        Self { url, origin, address }
    }

    pub(super) fn serve(
        self,
        stack: &mut Stack,
        settings: &Settings,
        functions: &Functions<'_>,
        sign_in: &SignIn,
        site_origin: &Value<String>,
    ) {
        let parameters: Vec<Vec<_>> = OPERATIONS
            .iter()
            .map(|operation| operation.inputs.query_parameters())
            .collect();
        let routes = OPERATIONS
            .iter()
            .zip(&parameters)
            .map(|(operation, query)| Route {
                method: http_method(operation.method),
                path: operation.path,
                operation: operation.function.name(),
                target: Target::Function(functions.get(operation.function)),
                authorization: match operation.access {
                    Access::Public => Authorization::Open,
                    Access::Employee => Authorization::Scope(&sign_in.employee),
                },
                query: query
                    .iter()
                    .map(|parameter| QueryParameter {
                        name: &parameter.name,
                        required: parameter.required,
                    })
                    .collect(),
                body: operation.inputs.body_schema().map(|body| RequestModel {
                    name: body.name(),
                    schema: body.request_model(),
                }),
            });
        // Open, as the pool's own endpoint is: what it takes is a code and its verifier, or a refresh token.
        let token_endpoint = Route {
            method: HttpMethod::Post,
            path: TOKEN_PATH,
            operation: "token_endpoint",
            target: Target::Proxy(sign_in.token_endpoint()),
            authorization: Authorization::Open,
            query: Vec::new(),
            body: None,
        };
        let props = RestApiProps {
            routes: routes.chain([token_endpoint]).collect(),
            cors: Cors {
                origin: site_origin.clone(),
                request_headers: vec!["authorization", "content-type", "idempotency-key"],
                max_age_seconds: 600,
            },
            problem,
            throttle: Throttle {
                rate: settings.api.rate,
                burst: settings.api.burst,
            },
            access_log: AccessLog {
                retention: log_retention(settings),
                sets_account_role: settings.api.sets_account_role,
            },
            tracing: settings.functions.tracing,
        };
        RestApi::new(stack, self.address, &props);
    }
}

fn http_method(method: Method) -> HttpMethod {
    match method {
        Method::Get => HttpMethod::Get,
        Method::Post => HttpMethod::Post,
        Method::Put => HttpMethod::Put,
        Method::Patch => HttpMethod::Patch,
        Method::Delete => HttpMethod::Delete,
    }
}

/// The gateway's errors are of the same kinds as the handlers'.
fn problem(error: GatewayError) -> GatewayProblem {
    let kind = match error {
        GatewayError::InvalidBody | GatewayError::InvalidParameters => ProblemKind::InvalidRequest,
        GatewayError::NoSuchRoute => ProblemKind::NotFound,
        GatewayError::Unauthorized => ProblemKind::Unauthorized,
        GatewayError::Forbidden => ProblemKind::Forbidden,
        GatewayError::BodyTooLarge => ProblemKind::TooLarge,
        GatewayError::UnsupportedMediaType => ProblemKind::UnsupportedMediaType,
        GatewayError::Throttled => ProblemKind::TooManyRequests,
        GatewayError::IntegrationFailed => ProblemKind::Unavailable,
        GatewayError::IntegrationTimeout => ProblemKind::Timeout,
        GatewayError::Internal => ProblemKind::Internal,
    };
    GatewayProblem {
        status: kind.status(),
        problem_type: kind.type_uri(),
        title: kind.title(),
    }
}
