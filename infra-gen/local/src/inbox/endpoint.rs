//! The HTTP client for the endpoint of the stack.

use std::time::Duration;

use http_body_util::{BodyExt as _, Empty, Limited};
use hyper::body::Bytes;
use hyper::header::HeaderMap;
use hyper::http::uri::{Authority, PathAndQuery, Scheme};
use hyper::{Request, StatusCode, Uri};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use tokio::time::timeout;

const TIMEOUT: Duration = Duration::from_secs(5);
/// The maximum size of a response.
const MAX_RESPONSE: usize = 8 << 20;

/// The endpoint of the stack.
#[derive(Debug)]
pub(super) struct Endpoint {
    client: Client<HttpConnector, Empty<Bytes>>,
    authority: Authority,
}

impl Endpoint {
    pub(super) fn new(authority: Authority) -> Self {
        Self {
            client: Client::builder(TokioExecutor::new()).build_http(),
            authority,
        }
    }

    /// Sends a GET request. The error is a description of the failure.
    pub(super) async fn get(
        &self,
        path: PathAndQuery,
        headers: HeaderMap,
    ) -> Result<(StatusCode, Bytes), String> {
        let uri = Uri::builder()
            .scheme(Scheme::HTTP)
            .authority(self.authority.clone())
            .path_and_query(path)
            .build()
            .expect("scheme, authority and path make a URI");
        let mut request = Request::new(Empty::new());
        *request.uri_mut() = uri;
        *request.headers_mut() = headers;
        let exchange = async {
            let response = self
                .client
                .request(request)
                .await
                .map_err(|error| error.to_string())?;
            let status = response.status();
            let body = Limited::new(response.into_body(), MAX_RESPONSE).collect().await;
            Ok((status, body.map_err(|error| error.to_string())?.to_bytes()))
        };
        timeout(TIMEOUT, exchange)
            .await
            .unwrap_or_else(|_| Err(format!("no response within {} s", TIMEOUT.as_secs())))
    }
}
