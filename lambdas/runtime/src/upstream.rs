//! An HTTP service outside AWS: one request and one response, with a timeout and a size limit.
//!
//! The HTTP client is the one of the AWS SDK, which is linked anyway. Deliberately absent: retries; redirects, which would send a
//! secret to another host; and persistent connections, because requests are rare, and a request on a connection that the
//! server has closed would be lost together with its secret.

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

/// The timeout of the first connection. The start of a function may take ten seconds in total.
const PRECONNECT_TIMEOUT: Duration = Duration::from_secs(2);
/// The maximum size of a response. The longest tokens need two thirds of it.
const MAX_BYTES: usize = 64 * 1024;

/// A service at a URL.
#[derive(Debug)]
pub struct Upstream {
    url: String,
    timeout: Duration,
    connector: Connector,
}

/// A response.
#[derive(Clone, PartialEq, Eq)]
pub struct UpstreamAnswer {
    /// The HTTP status.
    pub status: u16,
    /// The body.
    pub body: Vec<u8>,
}

/// Why a request failed. The errors contain nothing that was sent or received.
#[derive(Debug, thiserror::Error)]
pub enum UpstreamError {
    /// The connection failed, or broke before the response was complete.
    #[error("upstream is unreachable or closed the connection")]
    Unreachable(#[source] Box<dyn Error + Send + Sync>),
    /// The response is too long.
    #[error("the response of upstream has more than {max} bytes")]
    TooLong {
        /// The maximum size.
        max: usize,
    },
    /// The request timed out.
    #[error("upstream did not respond within {seconds} s")]
    TimedOut {
        /// The timeout.
        seconds: u64,
    },
}

impl Upstream {
    /// The service at this URL. The timeout is for the whole request, from the connection to the last byte.
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

    /// Sends a request without content, so that the first real request finds the name resolved and the code loaded. Any response
    /// is accepted.
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
        self.send(request).await
    }

    /// Sends a request with a bearer token.
    pub async fn get_as(&self, bearer: &SignedToken) -> Result<UpstreamAnswer, UpstreamError> {
        let mut request = self.request()?;
        let authorization = format!("Bearer {}", bearer.expose());
        request.headers_mut().insert("authorization", authorization);
        self.send(request).await
    }

    fn request(&self) -> Result<HttpRequest, UpstreamError> {
        let mut request = HttpRequest::new(SdkBody::empty());
        request.set_uri(self.url.as_str()).map_err(unreachable)?;
        request.headers_mut().insert("accept", "application/json");
        Ok(request)
    }

    async fn send(&self, request: HttpRequest) -> Result<UpstreamAnswer, UpstreamError> {
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
