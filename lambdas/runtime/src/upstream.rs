//! Somebody who is asked over HTTP and is no service of AWS: one request there, one answer back, within a time and a size.
//!
//! The HTTP client is the one that the AWS SDK is made of, which is linked anyway. Absent: a second try; redirections, which
//! would take a secret elsewhere; and connections that are kept, for such questions are far apart, and a connection that has
//! died of old age would take a secret with it.

use std::{error::Error, future::Future, time::Duration};

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
use shop_contract::SignedToken;
use tokio::time;

use crate::Failure;

/// How long the first call may take: the start of a function has ten seconds for everything.
const PRECONNECT_TIMEOUT: Duration = Duration::from_secs(2);
/// The longest answer that is read. The longest tokens there can be have two thirds of it.
const MAX_BYTES: usize = 64 * 1024;

/// Somebody at an address.
#[derive(Debug)]
pub struct Upstream {
    url: String,
    timeout: Duration,
    connector: Connector,
}

/// What was answered.
#[derive(Clone, PartialEq, Eq)]
pub struct UpstreamAnswer {
    /// The HTTP status.
    pub status: u16,
    /// The body.
    pub body: Vec<u8>,
}

/// Why nothing was answered. None of it holds what was sent or received.
#[derive(Debug, thiserror::Error)]
pub enum UpstreamError {
    /// There is no connection, or it broke before a whole answer came.
    #[error("upstream cannot be reached, or broke off")]
    Unreachable(#[source] Box<dyn Error + Send + Sync>),
    /// It answers more than there is to say.
    #[error("upstream answered more than {max} bytes")]
    TooLong {
        /// How many are read.
        max: usize,
    },
    /// It took too long.
    #[error("upstream did not answer within {seconds} s")]
    TimedOut {
        /// How long it was waited.
        seconds: u64,
    },
}

impl Upstream {
    /// Whoever is at this address, and how long an answer may take, from the connection to the last byte.
    pub fn new(url: String, timeout: Duration) -> Self {
        let connector = Connector::builder()
            .pool_max_idle_per_host(0)
            .tls_provider(tls::Provider::Rustls(CryptoMode::AwsLc))
            .build();
        Self {
            url,
            timeout,
            connector,
        }
    }

    /// Asks for nothing, so that what a connection needs is in place when the first question comes. Whatever is answered
    /// will do.
    pub async fn preconnect(&self) -> Result<StatusCode, UpstreamError> {
        within(PRECONNECT_TIMEOUT, async {
            let response = self.connector.call(self.request()?).await.map_err(unreachable)?;
            Ok(response.status())
        })
        .await
    }

    /// Sends a form.
    pub async fn post_form(&self, form: String) -> Result<UpstreamAnswer, UpstreamError> {
        let mut request = self.request()?;
        request.set_method("POST").map_err(unreachable)?;
        let headers = request.headers_mut();
        headers.insert("content-type", "application/x-www-form-urlencoded");
        *request.body_mut() = SdkBody::from(form);
        self.ask(request).await
    }

    /// Asks on behalf of whoever the token was made out to.
    pub async fn get_as(&self, bearer: &SignedToken) -> Result<UpstreamAnswer, UpstreamError> {
        let mut request = self.request()?;
        let authorization = format!("Bearer {}", bearer.expose());
        request.headers_mut().insert("authorization", authorization);
        self.ask(request).await
    }

    fn request(&self) -> Result<HttpRequest, UpstreamError> {
        let mut request = HttpRequest::new(SdkBody::empty());
        request.set_uri(self.url.as_str()).map_err(unreachable)?;
        request.headers_mut().insert("accept", "application/json");
        Ok(request)
    }

    async fn ask(&self, request: HttpRequest) -> Result<UpstreamAnswer, UpstreamError> {
        within(self.timeout, async {
            let response = self.connector.call(request).await.map_err(unreachable)?;
            let status = response.status().as_u16();
            let body = Limited::new(response.into_body(), MAX_BYTES);
            let body = body.collect().await.map_err(|error| {
                if error.is::<LengthLimitError>() {
                    UpstreamError::TooLong { max: MAX_BYTES }
                } else {
                    UpstreamError::Unreachable(error)
                }
            })?;
            Ok(UpstreamAnswer {
                status,
                body: body.to_bytes().to_vec(),
            })
        })
        .await
    }
}

impl From<UpstreamError> for Failure {
    fn from(error: UpstreamError) -> Self {
        let source = Box::new(error);
        match *source {
            UpstreamError::TimedOut { .. } => Self::Timeout { source },
            UpstreamError::Unreachable(_) | UpstreamError::TooLong { .. } => Self::BadGateway { source },
        }
    }
}

async fn within<T>(
    limit: Duration,
    call: impl Future<Output = Result<T, UpstreamError>>,
) -> Result<T, UpstreamError> {
    time::timeout(limit, call).await.unwrap_or_else(|_| {
        Err(UpstreamError::TimedOut {
            seconds: limit.as_secs(),
        })
    })
}

fn unreachable(error: impl Into<Box<dyn Error + Send + Sync>>) -> UpstreamError {
    UpstreamError::Unreachable(error.into())
}
