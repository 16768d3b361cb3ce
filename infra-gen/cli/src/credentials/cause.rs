//! Explains errors of the SDK's credential providers.
//!
//! A network failure is reported as such, never as missing credentials.

use std::error::Error;

use aws_credential_types::provider::error::CredentialsError;
use aws_smithy_runtime_api::client::result::ConnectorError;
use aws_smithy_types::error::ErrorMetadata;

use super::report::Answer;

pub(super) const CHECK_NETWORK: &str =
    "check the network connection, DNS and the proxy settings (HTTPS_PROXY)";

/// Explains a provider's error. `service` is the service that the provider called.
pub(super) fn explain(error: &CredentialsError, service: &str) -> Answer {
    if let Some(network) = network(error) {
        return network.answer(service).because(error);
    }
    Answer::failed_without_hint(text_with_service(error, service)).because(error)
}

/// A network failure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Network {
    TimedOut,
    Failed(String),
}

impl Network {
    pub(super) fn answer(&self, service: &str) -> Answer {
        let text = match self {
            Self::TimedOut => format!("no response from {service}: the connection timed out"),
            Self::Failed(why) => format!("no connection to {service} ({why})"),
        };
        Answer::failed(text, CHECK_NETWORK)
    }
}

/// The network failure inside an error, if there is one.
pub(super) fn network(error: &(dyn Error + 'static)) -> Option<Network> {
    let connector = find::<ConnectorError>(error)?;
    if connector.is_timeout() {
        Some(Network::TimedOut)
    } else {
        let is_network = connector.is_io();
        is_network.then(|| Network::Failed(root(connector).to_string()))
    }
}

/// [`text`], with the name of the service if it returned an error.
fn text_with_service(error: &(dyn Error + 'static), service: &str) -> String {
    service_error(error).map_or_else(
        || root(error).to_string(),
        |service_error| format!("{service} returned {service_error}"),
    )
}

/// The code and message of the service, or the innermost error of the SDK.
pub(super) fn text(error: &(dyn Error + 'static)) -> String {
    service_error(error).unwrap_or_else(|| root(error).to_string())
}

/// The code and message of an error that the service returned.
fn service_error(error: &(dyn Error + 'static)) -> Option<String> {
    let metadata = find::<ErrorMetadata>(error)?;
    let message = metadata.message().unwrap_or_default();
    Some(format!("`{}` ({message})", metadata.code()?))
}

/// The innermost cause.
pub(super) fn root<'a>(error: &'a (dyn Error + 'static)) -> &'a (dyn Error + 'static) {
    let mut error = error;
    while let Some(source) = error.source() {
        error = source;
    }
    error
}

/// The first cause of type `E`.
pub(super) fn find<'a, E: Error + 'static>(error: &'a (dyn Error + 'static)) -> Option<&'a E> {
    let mut cause = Some(error);
    while let Some(error) = cause {
        if let Some(found) = error.downcast_ref() {
            return Some(found);
        }
        cause = error.source();
    }
    None
}
