//! The HTTP API: a route for each operation of the contract, and one that forwards to the user pool's token endpoint.

use infra_gen::{
    cfn::{LogicalId, Stack, Value},
    constructs::{
        AccessLog, Authorization, Cors, GatewayError, GatewayProblem, HttpMethod, QueryParameter,
        RequestModel, RestApi, RestApiAddress, RestApiAddressProps, RestApiProps, Route, Target, Throttle,
    },
};
use shop_contract::{
    ProblemKind,
    api::{Access, Method, OPERATIONS, Operation, STAGE},
};

use super::{
    auth::{SignIn, TOKEN_PATH},
    functions::{Functions, log_retention},
};
use crate::settings::Settings;

const API: LogicalId = LogicalId::new("Api");

/// The API before it has routes. A function needs its URL, and the routes need the functions.
pub(super) struct Api {
    /// The base URL, without a trailing slash.
    pub(super) url: Value<String>,
    /// The scheme and host of the base URL.
    pub(super) origin: Value<String>,
    address: RestApiAddress,
}

impl Api {
    pub(super) fn new(stack: &mut Stack, settings: &Settings) -> Self {
        let props = RestApiAddressProps {
            description: Some("The cookie shop's HTTP API".into()),
            stage_name: STAGE.into(),
        };
        let address = RestApiAddress::new(stack, API, props);
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
    ) -> RestApi {
        let routes = OPERATIONS
            .iter()
            .map(|operation| route(operation, functions, sign_in));
        // Public, like the pool's own endpoint: it accepts an authorization code with its verifier, or a refresh token.
        let token_endpoint = Route {
            authorization: Authorization::Open,
            operation: Some("token_endpoint".into()),
            ..Route::new(
                HttpMethod::Post,
                TOKEN_PATH,
                Target::Proxy(sign_in.token_endpoint()),
            )
        };
        let props = RestApiProps {
            cors: Some(Cors {
                request_headers: ["authorization", "content-type", "idempotency-key"]
                    .map(Into::into)
                    .into(),
                ..Cors::new(site_origin.clone())
            }),
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
            ..RestApiProps::new(routes.chain([token_endpoint]).collect())
        };
        RestApi::new(stack, self.address, props)
    }
}

/// The route of an operation.
fn route<'a>(operation: &Operation, functions: &'a Functions<'_>, sign_in: &'a SignIn) -> Route<'a> {
    Route {
        // The runtime checks the role, because a scope belongs to the client and not to the user.
        authorization: match operation.access {
            Access::Public => Authorization::Open,
            Access::Staff | Access::Manager => Authorization::Scope(&sign_in.employee),
        },
        operation: Some(operation.function.name().into()),
        query: operation
            .inputs
            .query_parameters()
            .into_iter()
            .map(|parameter| QueryParameter {
                required: parameter.required,
                ..QueryParameter::new(parameter.name)
            })
            .collect(),
        body: operation
            .inputs
            .body_schema()
            .map(|body| RequestModel::new(body.name(), body.request_model())),
        ..Route::new(
            http_method(operation.method),
            operation.path,
            Target::Function(functions.get(operation.function)),
        )
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

/// The gateway's errors use the problem types of the handlers.
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
    GatewayProblem::new(kind.status(), kind.type_uri(), kind.title())
}
