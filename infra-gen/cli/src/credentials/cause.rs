//! What an error of the SDK's credential providers means.
//!
//! A failure of the network is reported as one, never as missing credentials.

use std::error::Error;

use aws_credential_types::provider::error::CredentialsError;
use aws_smithy_runtime_api::client::result::ConnectorError;
use aws_smithy_types::error::ErrorMetadata;

use super::report::Answer;

pub(super) const CHECK_NETWORK: &str =
    "check the network connection, DNS and the proxy settings (HTTPS_PROXY)";

/// Puts a provider's error into words. `service` is what the provider called.
pub(super) fn explain(error: &CredentialsError, service: &str) -> Answer {
    if let Some(network) = network(error) {
        return network.answer(service).because(error);
    }
    Answer::failed_plainly(said(error, service)).because(error)
}

/// What went wrong with a connection.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Network {
    TimedOut,
    Failed(String),
}

impl Network {
    pub(super) fn answer(&self, service: &str) -> Answer {
        let said = match self {
            Self::TimedOut => format!("no answer from {service}: the connection timed out"),
            Self::Failed(why) => format!("no connection to {service} ({why})"),
        };
        Answer::failed(said, CHECK_NETWORK)
    }
}

/// What went wrong with the connection, if anything did.
pub(super) fn network(error: &(dyn Error + 'static)) -> Option<Network> {
    let connector = find::<ConnectorError>(error)?;
    if connector.is_timeout() {
        Some(Network::TimedOut)
    } else {
        let is_network = connector.is_io();
        is_network.then(|| Network::Failed(root(connector).to_string()))
    }
}

/// What a service or the SDK says of its own accord.
fn said(error: &(dyn Error + 'static), service: &str) -> String {
    refusal(error).map_or_else(
        || root(error).to_string(),
        |refusal| format!("{service} answered {refusal}"),
    )
}

/// The innermost text: a service's code and message, or what the SDK says.
pub(super) fn text(error: &(dyn Error + 'static)) -> String {
    refusal(error).unwrap_or_else(|| root(error).to_string())
}

/// The code and the message of a service that refused.
fn refusal(error: &(dyn Error + 'static)) -> Option<String> {
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

/// The cause of this type.
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
