//! The pool's token endpoint, over HTTP: one form there, one answer back, within a time and a size.
//!
//! The HTTP client is the one that the AWS SDK is made of, which the runtime links anyway. Absent: redirections, which
//! would take a code elsewhere; and connections that are kept, for sign-ins are far apart, and one that has died of old age
//! would take a code with it.

use std::{future::Future, time::Duration};

use aws_smithy_http_client::{
    Connector,
    tls::{self, rustls_provider::CryptoMode},
};
use aws_smithy_runtime_api::{
    client::{http::HttpConnector, orchestrator::HttpRequest},
    http::StatusCode,
};
use aws_smithy_types::body::SdkBody;
use http_body_util::{BodyExt, LengthLimitError, Limited};
use tokio::time::timeout;

use crate::{
    exchange::{Answer, AskForTokens, EndpointError},
    grant::Form,
};

/// How long an exchange may take, from the connection to the last byte: well under the 29 seconds that the gateway waits.
const ANSWER: Duration = Duration::from_secs(10);
/// How long the first call may take: the start of a function has ten seconds for everything.
const GREETING: Duration = Duration::from_secs(2);
/// The longest answer that is read. The longest tokens there can be have two thirds of it.
const MAX_BYTES: usize = 64 * 1024;

/// The token endpoint at an address.
#[derive(Debug)]
pub struct TokenEndpoint {
    url: String,
    connector: Connector,
}

impl TokenEndpoint {
    /// The endpoint at this address.
    pub fn new(url: String) -> Self {
        let connector = Connector::builder()
            .pool_max_idle_per_host(0)
            .tls_provider(tls::Provider::Rustls(CryptoMode::AwsLc))
            .build();
        Self { url, connector }
    }

    /// Asks for nothing, so that what a connection needs is in place when the first grant comes. Whatever is answered will
    /// do.
    pub async fn greet(&self) -> Result<StatusCode, EndpointError> {
        within(GREETING, async {
            let mut request = HttpRequest::new(SdkBody::empty());
            request.set_uri(self.url.as_str()).map_err(unreachable)?;
            let response = self.connector.call(request).await.map_err(unreachable)?;
            Ok(response.status())
        })
        .await
    }

    async fn send(&self, form: Form) -> Result<Answer, EndpointError> {
        let mut request = HttpRequest::new(SdkBody::from(form.into_body()));
        request.set_method("POST").map_err(unreachable)?;
        request.set_uri(self.url.as_str()).map_err(unreachable)?;
        request.headers_mut().insert("content-type", Form::MEDIA_TYPE);
        request.headers_mut().insert("accept", "application/json");

        let response = self.connector.call(request).await.map_err(unreachable)?;

        let status = response.status().as_u16();
        let body = Limited::new(response.into_body(), MAX_BYTES);
        let body = body.collect().await.map_err(|error| {
            if error.is::<LengthLimitError>() {
                EndpointError::TooLong { max: MAX_BYTES }
            } else {
                EndpointError::Unreachable(error)
            }
        })?;
        Ok(Answer {
            status,
            body: body.to_bytes().to_vec(),
        })
    }
}

impl AskForTokens for TokenEndpoint {
    async fn ask(&self, form: Form) -> Result<Answer, EndpointError> {
        within(ANSWER, self.send(form)).await
    }
}

async fn within<T>(
    limit: Duration,
    call: impl Future<Output = Result<T, EndpointError>>,
) -> Result<T, EndpointError> {
    timeout(limit, call).await.unwrap_or_else(|_| {
        Err(EndpointError::TimedOut {
            seconds: limit.as_secs(),
        })
    })
}

fn unreachable(error: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> EndpointError {
    EndpointError::Unreachable(error.into())
}
