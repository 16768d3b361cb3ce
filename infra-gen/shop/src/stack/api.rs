//! The HTTP API: a route for each operation of the contract.

use infra_gen::{
    cfn::{LogicalId, Stack, Value},
    constructs::{
        AccessLog, Authorization, Cors, GatewayError, GatewayProblem, HttpMethod, QueryParameter,
        RequestModel, RestApi, RestApiProps, Route, Throttle,
    },
};
use shop_contract::{
    ProblemKind,
    api::{Access, Method, OPERATIONS, Operation, STAGE},
};

use super::functions::{Functions, log_retention};
use crate::settings::Settings;

const API: LogicalId = LogicalId::new("Api");

/// Where the API is reached.
pub(super) struct Api {
    /// Its address, without a final slash.
    pub(super) url: Value<String>,
    /// Scheme and host of the address.
    pub(super) origin: Value<String>,
}

impl Api {
    pub(super) fn new(
        stack: &mut Stack,
        settings: &Settings,
        functions: &Functions<'_>,
        site_origin: &Value<String>,
    ) -> Self {
        let parameters: Vec<Vec<_>> = OPERATIONS.iter().map(Operation::query_parameters).collect();
        let routes = OPERATIONS
            .iter()
            .zip(&parameters)
            .map(|(operation, query)| Route {
                method: match operation.method {
                    Method::Get => HttpMethod::Get,
                    Method::Post => HttpMethod::Post,
                },
                path: operation.path,
                operation: operation.function.name(),
                function: functions.get(operation.function),
                authorization: authorization(operation.access),
                query: query
                    .iter()
                    .map(|parameter| QueryParameter {
                        name: &parameter.name,
                        required: parameter.required,
                    })
                    .collect(),
                body: operation.body.map(|body| RequestModel {
                    name: body.name(),
                    schema: body.request_model(),
                }),
            });
        let props = RestApiProps {
            description: "The cookie shop's HTTP API",
            stage_name: STAGE,
            routes: routes.collect(),
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
        let api = RestApi::new(stack, &API, &props);
        match &settings.stack.endpoint {
            None => Self {
                url: api.url(),
                origin: api.origin(),
            },
            Some(endpoint) => Self {
                url: api.url_at(endpoint),
                origin: endpoint.as_str().into(),
            },
        }
    }
}

/// Employees do not sign in yet, so what is theirs is closed to the world: only a signed call of the account gets through.
fn authorization(access: Access) -> Authorization {
    match access {
        Access::Public => Authorization::Open,
        Access::Employee => Authorization::Iam,
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
