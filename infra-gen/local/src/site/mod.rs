//! Serves the stack's own CloudFront distribution on `localhost`.
//!
//! The emulator serves the distribution like CloudFront: behaviors, origin access control and bucket policies, error pages,
//! response headers. But browsers cannot resolve its host name, and it does not compress. So this server forwards each request
//! with the distribution's host name, and compresses text in the response. There is no cache and no second description of the
//! site.
//!
//! - `access.rs`: which requests are accepted.
//! - `forward.rs`: forwards to the distribution.
//! - `compress.rs`: gzip.
//!
//! The server uses hyper directly: all requests go through one handler, so there is nothing to route, and axum with tower-http
//! would add eight crates to the build of `dev`.

use std::convert::Infallible;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};

use http_body_util::{BodyExt as _, Full, Limited};
use hyper::body::{Bytes, Incoming};
use hyper::header::{self, HeaderValue};
use hyper::http::uri::InvalidUri;
use hyper::service::service_fn;
use hyper::{Method, Request, Response, StatusCode};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::{TokioExecutor, TokioIo};
use tokio::net::TcpListener;

use crate::inbox::Inbox;

pub use self::forward::Distribution;

mod access;
mod compress;
mod forward;

/// In seconds.
const RETRY_AFTER: &str = "5";

/// Why the site cannot be served.
#[derive(Debug, thiserror::Error)]
pub enum SiteError {
    /// The port cannot be listened on.
    #[error("could not listen on port {port}")]
    Listen {
        /// The port.
        port: u16,
        /// The system's error.
        source: std::io::Error,
    },
    /// The address of the endpoint or the distribution is invalid.
    #[error("`{address}` is not a valid address to forward requests to")]
    Address {
        /// The address.
        address: String,
        /// Why it is invalid.
        source: InvalidUri,
    },
}

/// The site's port, bound before anything else is started.
#[derive(Debug)]
pub struct SiteServer {
    listener: TcpListener,
    port: u16,
    is_draining: Arc<AtomicBool>,
}

/// Makes a running server reject new requests.
#[derive(Debug, Clone)]
pub struct Drain(Arc<AtomicBool>);

impl Drain {
    /// From now on, requests get a 503. The inbox still accepts deliveries of topics.
    pub fn begin(&self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

impl SiteServer {
    /// Binds the port on 127.0.0.1.
    pub async fn bind(port: u16) -> Result<Self, SiteError> {
        let listener = TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, port)))
            .await
            .map_err(|source| SiteError::Listen { port, source })?;
        let port = listener
            .local_addr()
            .map_err(|source| SiteError::Listen { port, source })?
            .port();
        Ok(Self {
            listener,
            port,
            is_draining: Arc::default(),
        })
    }

    /// The bound port.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// A handle that drains the server while it runs.
    pub fn drain(&self) -> Drain {
        Drain(Arc::clone(&self.is_draining))
    }

    /// Serves the inbox, and everything else from the distribution as soon as it is known. Runs until it is dropped.
    pub async fn serve(self, inbox: Arc<Inbox>, distribution: Arc<OnceLock<Distribution>>) -> Infallible {
        let proxy = Arc::new(ProxyService {
            client: Client::builder(TokioExecutor::new()).build_http(),
            inbox,
            distribution,
            is_draining: self.is_draining,
        });
        loop {
            // A connection that failed before it was accepted only affects its client.
            let Ok((stream, _)) = self.listener.accept().await else {
                continue;
            };
            let proxy = Arc::clone(&proxy);
            tokio::spawn(async move {
                let service = service_fn(move |request| {
                    let proxy = Arc::clone(&proxy);
                    async move { Ok::<_, Infallible>(proxy.respond(request).await.map(Full::new)) }
                });
                // A browser that closes the connection early is not a failure of the site.
                let _ = hyper::server::conn::http1::Builder::new()
                    .serve_connection(TokioIo::new(stream), service)
                    .await;
            });
        }
    }
}

/// Responds to all requests of the port.
struct ProxyService {
    client: Client<HttpConnector, Full<Bytes>>,
    inbox: Arc<Inbox>,
    distribution: Arc<OnceLock<Distribution>>,
    is_draining: Arc<AtomicBool>,
}

impl ProxyService {
    async fn respond(&self, request: Request<Incoming>) -> Response<Bytes> {
        let is_inbox = Inbox::is_for(request.uri());
        if let Some(reason) = access::refusal(request.method(), request.headers(), is_inbox) {
            return problem(StatusCode::FORBIDDEN, reason);
        }
        let is_delivery = is_inbox && request.method() == Method::POST;
        if self.is_draining.load(Ordering::Relaxed) && !is_delivery {
            return unavailable("the local stack is stopping");
        }
        if is_inbox {
            let (parts, body) = request.into_parts();
            return match Limited::new(body, Inbox::max_body()).collect().await {
                Ok(body) => self.inbox.respond(&parts, &body.to_bytes()).await,
                Err(error) => problem(StatusCode::BAD_REQUEST, &error.to_string()),
            };
        }
        let Some(distribution) = self.distribution.get() else {
            return unavailable("the site is not deployed yet");
        };
        let accepts_gzip = compress::accepts_gzip(request.headers());
        match forward::forward(&self.client, distribution, request).await {
            Ok(response) if accepts_gzip && compress::is_compressible(&response) => {
                compress::compress(response)
            }
            Ok(response) => response,
            Err(error) => {
                let detail = format!("the local endpoint did not respond: {error}");
                problem(StatusCode::BAD_GATEWAY, &detail)
            }
        }
    }
}

fn unavailable(detail: &str) -> Response<Bytes> {
    let mut response = problem(StatusCode::SERVICE_UNAVAILABLE, detail);
    response
        .headers_mut()
        .insert(header::RETRY_AFTER, HeaderValue::from_static(RETRY_AFTER));
    response
}

/// A problem document (RFC 9457), like the errors of the API.
fn problem(status: StatusCode, detail: &str) -> Response<Bytes> {
    let document = serde_json::json!({
        "type": "about:blank",
        "title": status.canonical_reason(),
        "status": status.as_u16(),
        "detail": detail,
    });
    let mut response = Response::new(Bytes::from(document.to_string()));
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static("application/problem+json"),
    );
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::inbox::MessageOrigin;

    /// An inbox without messages.
    fn inbox(folder: &Path) -> Arc<Inbox> {
        let origin = MessageOrigin {
            endpoint: "127.0.0.1:9".parse().unwrap(),
            region: "eu-west-1".to_owned(),
        };
        Arc::new(Inbox::open(folder, origin).unwrap())
    }

    #[tokio::test]
    async fn requests_are_forwarded_with_the_host_of_the_distribution() {
        let endpoint = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = endpoint.local_addr().unwrap();
        tokio::spawn(async move {
            let (stream, _) = endpoint.accept().await.unwrap();
            let echo = service_fn(|request: Request<Incoming>| async move {
                let header = |name| request.headers()[name].to_str().unwrap().to_owned();
                let seen = format!(
                    "{} {} {}",
                    header("host"),
                    header("x-forwarded-proto"),
                    request.uri()
                );
                Ok::<_, Infallible>(Response::new(Full::<Bytes>::from(seen)))
            });
            hyper::server::conn::http1::Builder::new()
                .serve_connection(TokioIo::new(stream), echo)
                .await
        });
        let server = SiteServer::bind(0).await.unwrap();
        let port = server.port();
        let folder = tempfile::tempdir().unwrap();
        let distribution = Arc::new(OnceLock::new());
        tokio::spawn(server.serve(inbox(folder.path()), Arc::clone(&distribution)));

        let client: Client<HttpConnector, Full<Bytes>> = Client::builder(TokioExecutor::new()).build_http();
        let get = |path: &str| client.get(format!("http://127.0.0.1:{port}{path}").parse().unwrap());
        let answer = get("/a/b?c=d").await.unwrap();
        assert_eq!(
            answer.status(),
            StatusCode::SERVICE_UNAVAILABLE,
            "not deployed yet"
        );
        let upstream = Distribution::new(&format!("http://{address}/"), "d111.cloudfront.net").unwrap();
        distribution.set(upstream).unwrap();
        let answer = get("/a/b?c=d").await.unwrap();
        let body = answer.into_body().collect().await.unwrap().to_bytes();
        assert_eq!(body, "d111.cloudfront.net https /a/b?c=d");
        let answer = get("/_inbox.json").await.unwrap();
        let body = answer.into_body().collect().await.unwrap().to_bytes();
        assert_eq!(body, "[]\n", "the inbox responds itself");
    }

    #[tokio::test]
    async fn a_failing_endpoint_is_a_bad_gateway() {
        let server = SiteServer::bind(0).await.unwrap();
        let port = server.port();
        // No process listens on port 9: it is a privileged port.
        let distribution = Distribution::new("http://127.0.0.1:9", "d111.cloudfront.net").unwrap();
        let folder = tempfile::tempdir().unwrap();
        tokio::spawn(server.serve(inbox(folder.path()), Arc::new(OnceLock::from(distribution))));
        let client: Client<HttpConnector, Full<Bytes>> = Client::builder(TokioExecutor::new()).build_http();
        let answer = client
            .get(format!("http://127.0.0.1:{port}/").parse().unwrap())
            .await
            .unwrap();
        assert_eq!(answer.status(), StatusCode::BAD_GATEWAY);
    }

    #[tokio::test]
    async fn a_draining_site_responds_with_retry_after_and_still_accepts_deliveries() {
        let server = SiteServer::bind(0).await.unwrap();
        let (port, drain) = (server.port(), server.drain());
        let folder = tempfile::tempdir().unwrap();
        tokio::spawn(server.serve(inbox(folder.path()), Arc::default()));
        drain.begin();
        let client: Client<HttpConnector, Full<Bytes>> = Client::builder(TokioExecutor::new()).build_http();
        let answer = client
            .get(format!("http://127.0.0.1:{port}/").parse().unwrap())
            .await
            .unwrap();
        assert_eq!(answer.status(), StatusCode::SERVICE_UNAVAILABLE);
        assert_eq!(answer.headers()[header::RETRY_AFTER], "5");
        assert_eq!(answer.headers()[header::CONTENT_TYPE], "application/problem+json");
        let delivery = Request::post(format!("http://127.0.0.1:{port}/_inbox/guess"))
            .body(Full::default())
            .unwrap();
        let answer = client.request(delivery).await.unwrap();
        assert_eq!(answer.status(), StatusCode::NOT_FOUND, "the inbox responded");
    }
}
