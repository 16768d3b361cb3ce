//! The handler of an HTTP operation, and the way from an event to its response.

use std::{error::Error, future::Future};

use aws_types::SdkConfig;
use shop_contract::{HttpEnvironment, api::Endpoint};

use crate::{AllowedOrigins, Authorize, Failure, MalformedEvent, Request, Response, logging};

/// The handler of one HTTP operation.
///
/// ```
/// # use shop_runtime::*;
/// use shop_contract::{GetOrderEnv, Order, api};
///
/// struct GetOrder;
///
/// impl Handler for GetOrder {
///     type Operation = api::GetOrder;
///
///     async fn start(_: GetOrderEnv<String>, _: &SdkConfig) -> Self {
///         Self
///     }
///
///     async fn handle(&self, request: &Request, _: Employee) -> Result<Order, Failure> {
///         Err(Failure::NotFound { detail: "no such order".to_owned() })
///     }
/// }
/// ```
///
/// The contract says that only staff may call this operation. A handler that would serve anyone does not compile:
///
/// ```compile_fail,E0053
/// # use shop_runtime::*;
/// use shop_contract::{GetOrderEnv, Order, api};
///
/// struct GetOrder;
///
/// impl Handler for GetOrder {
///     type Operation = api::GetOrder;
///
///     async fn start(_: GetOrderEnv<String>, _: &SdkConfig) -> Self {
///         Self
///     }
///
///     async fn handle(&self, request: &Request, _: Anyone) -> Result<Order, Failure> {
///         Err(Failure::NotFound { detail: "no such order".to_owned() })
///     }
/// }
/// ```
///
/// Nor does one that ignores its caller:
///
/// ```compile_fail,E0050
/// # use shop_runtime::*;
/// use shop_contract::{GetOrderEnv, Order, api};
///
/// struct GetOrder;
///
/// impl Handler for GetOrder {
///     type Operation = api::GetOrder;
///
///     async fn start(_: GetOrderEnv<String>, _: &SdkConfig) -> Self {
///         Self
///     }
///
///     async fn handle(&self, request: &Request) -> Result<Order, Failure> {
///         Err(Failure::NotFound { detail: "no such order".to_owned() })
///     }
/// }
/// ```
///
/// Nor does one that responds with another body than the contract declares:
///
/// ```compile_fail,E0053
/// # use shop_runtime::*;
/// use shop_contract::{GetOrderEnv, OrderPage, api};
///
/// struct GetOrder;
///
/// impl Handler for GetOrder {
///     type Operation = api::GetOrder;
///
///     async fn start(_: GetOrderEnv<String>, _: &SdkConfig) -> Self {
///         Self
///     }
///
///     async fn handle(&self, request: &Request, _: Employee) -> Result<OrderPage, Failure> {
///         Err(Failure::NotFound { detail: "no such order".to_owned() })
///     }
/// }
/// ```
///
/// And an [`Employee`](crate::Employee) cannot be made up, nor promoted:
///
/// ```compile_fail,E0451
/// use shop_runtime::{Employee, Role};
///
/// let employee = Employee { sub: String::new(), username: String::new(), role: Role::Staff };
/// ```
///
/// ```compile_fail,E0423
/// fn promote(employee: shop_runtime::Employee) -> shop_runtime::Manager {
///     shop_runtime::Manager(employee)
/// }
/// ```
pub trait Handler: Sized {
    /// The operation that it handles.
    type Operation: Endpoint<Access: Authorize<EnvironmentOf<Self>>>;

    /// Builds the handler, once per process.
    ///
    /// A handler creates its clients here, and makes one cheap call with each: see [`warm_up`].
    fn start(environment: EnvironmentOf<Self>, aws: &SdkConfig) -> impl Future<Output = Self>;

    /// Handles one request. The caller was checked before. The result becomes the response that the contract declares.
    fn handle(
        &self,
        request: &Request,
        caller: CallerOf<Self>,
    ) -> impl Future<Output = Result<SuccessOf<Self>, Failure>>;
}

/// The environment of a handler's function.
pub type EnvironmentOf<H> = <<H as Handler>::Operation as Endpoint>::Env;

/// The body of a handler's response to a request that succeeds.
pub type SuccessOf<H> = <<H as Handler>::Operation as Endpoint>::Success;

/// The caller that a handler receives.
pub type CallerOf<H> = <AccessOf<H> as Authorize<EnvironmentOf<H>>>::Caller;

type AccessOf<H> = <<H as Handler>::Operation as Endpoint>::Access;
type AccessSettings<H> = <AccessOf<H> as Authorize<EnvironmentOf<H>>>::Settings;

/// Makes a call for its side effect: the connection is open, and the code has run once, when the first request comes.
///
/// During its start a function has a full processor; during a request, the share that its memory buys. The function's
/// role must allow the call. A failure is only logged, because the first request may still succeed.
pub async fn warm_up<T, E: Error>(call: impl Future<Output = Result<T, E>>) {
    if let Err(error) = call.await {
        tracing::warn!(error = logging::chain(&error), "the warm-up call failed");
    }
}

/// A handler that was started, with what is the same for all its requests.
#[derive(Debug)]
pub struct Service<H: Handler> {
    handler: H,
    access: AccessSettings<H>,
    origins: AllowedOrigins,
}

impl<H: Handler> Service<H> {
    /// Starts the handler.
    pub async fn start(environment: EnvironmentOf<H>, aws: &SdkConfig) -> Self {
        Self {
            access: AccessOf::<H>::settings(&environment),
            origins: AllowedOrigins::parse(environment.allowed_origins()),
            handler: H::start(environment, aws).await,
        }
    }

    /// Responds to an event of the gateway: checks the caller, calls the handler, and adds the headers that every
    /// response has.
    ///
    /// The invocation fails only if the event is not a request, because then there is no client to respond to.
    pub async fn respond(&self, event: &str) -> Result<Response, MalformedEvent> {
        let request = Request::parse(event).inspect_err(|error| {
            tracing::error!(error = logging::chain(error), "the event cannot be read");
        })?;
        let (response, reason) = match self.handle(&request).await {
            Ok(body) => (Response::success(H::Operation::OPERATION.success, &body), None),
            Err(failure) => {
                let reason = failure.reason();
                (failure.respond(&request), Some(reason))
            }
        };
        let status = response.status();
        if !H::Operation::OPERATION.declares(status) {
            tracing::error!(status, reason, "the contract does not declare this status");
            debug_assert!(
                false,
                "the contract of {} does not declare the status {status}",
                request.route()
            );
        }
        tracing::info!(
            method = request.method,
            route = request.route(),
            status,
            reason,
            request_id = request.id(),
            "responded"
        );
        let headers = self.origins.headers(request.header("origin"));
        Ok(headers.fold(response, |response, (name, value)| {
            response.with_header(name, value)
        }))
    }

    async fn handle(&self, request: &Request) -> Result<SuccessOf<H>, Failure> {
        let caller = AccessOf::<H>::authorize(request, &self.access)?;
        self.handler.handle(request, caller).await
    }
}
