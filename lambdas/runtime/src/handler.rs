//! What a handler of an HTTP operation is, and how it comes to its answer.

use std::{error::Error, future::Future};

use aws_types::SdkConfig;
use shop_contract::Environment;

use crate::{AllowedOrigins, Failure, MalformedEvent, Request, Response, logging};

/// The handler of one HTTP operation.
pub trait Handler: Sized {
    /// The environment it is started with.
    type Env: Environment<Value = String>;

    /// The origins whose pages may read its answers, with commas between them.
    fn allowed_origins(environment: &Self::Env) -> &str;

    /// Builds the handler, once a process.
    ///
    /// A handler makes its clients here, and one cheap call with each: see [`warm_up`].
    fn start(environment: Self::Env, aws: &SdkConfig) -> impl Future<Output = Self>;

    /// Answers one request.
    fn handle(&self, request: &Request) -> impl Future<Output = Result<Response, Failure>>;
}

/// Makes a call for its side effect: a connection that is open and code that has run once when the first request comes.
///
/// The start of a function has a whole processor, a request the share that its memory buys. The call must be one that the
/// function's role allows. If it fails, that is logged and no more: the first request may find the other side well.
pub async fn warm_up<T, E: Error>(call: impl Future<Output = Result<T, E>>) {
    if let Err(error) = call.await {
        tracing::warn!(error = logging::chain(&error), "the first call failed");
    }
}

/// Answers the gateway's event: what the handler says, or what its failure becomes, with the headers that every
/// answer has.
///
/// Only an event that is no request fails the invocation: then there is nobody to send a problem document to.
pub async fn answer<H: Handler>(
    handler: &H,
    origins: &AllowedOrigins,
    event: &str,
) -> Result<Response, MalformedEvent> {
    let request = Request::parse(event)
        .inspect_err(|error| tracing::error!(error = logging::chain(error), "the event cannot be read"))?;
    let (response, reason) = match handler.handle(&request).await {
        Ok(response) => (response, None),
        Err(failure) => {
            let reason = failure.reason();
            (failure.respond(&request), Some(reason))
        }
    };
    tracing::info!(
        method = request.method,
        route = request.route(),
        status = response.status(),
        reason,
        request_id = request.id(),
        "answered"
    );
    let headers = origins.headers(request.header("origin"));
    Ok(headers.fold(response, |response, (name, value)| {
        response.with_header(name, value)
    }))
}
