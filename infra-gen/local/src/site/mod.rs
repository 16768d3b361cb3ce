//! Serves the stack's own CloudFront distribution on `localhost`.
//!
//! The emulator serves the distribution as CloudFront does: behaviours, origin access control and bucket policies, error
//! pages, response headers. But browsers cannot reach it under its name, and it compresses nothing. So every request is
//! forwarded under the distribution's host name, and text is compressed on the way back. There is no cache and no second
//! description of the site.
//!
//! - `access.rs`: which requests are accepted.
//! - `forward.rs`: the way to the distribution.
//! - `compress.rs`: gzip.

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

/// When a browser may try again, in seconds.
const RETRY_AFTER: &str = "5";

/// Why the site cannot be served.
#[derive(Debug, thiserror::Error)]
pub enum SiteError {
    /// The port cannot be listened on.
    #[error("could not listen on port {port}")]
    Listen {
        /// The port.
        port: u16,
        /// What the system says.
        source: std::io::Error,
    },
    /// The endpoint or the distribution has no usable address.
    #[error("`{address}` is not an address that requests can be passed on to")]
    Address {
        /// What was given.
        address: String,
        /// What is wrong with it.
        source: InvalidUri,
    },
}

/// The site's port, taken before anything else is started.
#[derive(Debug)]
pub struct SiteServer {
    listener: TcpListener,
    port: u16,
    is_draining: Arc<AtomicBool>,
}

/// Makes a running site reject new requests.
#[derive(Debug, Clone)]
pub struct Drain(Arc<AtomicBool>);

impl Drain {
    /// From now on, visitors get a 503. The inbox still takes what topics deliver.
    pub fn begin(&self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

impl SiteServer {
    /// Takes the port on 127.0.0.1.
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

    /// The port that was taken.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// The way to drain it while it serves.
    pub fn drain(&self) -> Drain {
        Drain(Arc::clone(&self.is_draining))
    }

    /// Serves until it is dropped: the inbox itself, everything else from the distribution, as soon as there is one.
    pub async fn serve(self, inbox: Arc<Inbox>, distribution: Arc<OnceLock<Distribution>>) -> Infallible {
        let proxy = Arc::new(ProxyService {
            client: Client::builder(TokioExecutor::new()).build_http(),
            inbox,
            distribution,
            is_draining: self.is_draining,
        });
        loop {
            // A connection that broke before it was accepted concerns only that visitor.
            let Ok((stream, _)) = self.listener.accept().await else {
                continue;
            };
            let proxy = Arc::clone(&proxy);
            tokio::spawn(async move {
                let service = service_fn(move |request| {
                    let proxy = Arc::clone(&proxy);
                    async move { Ok::<_, Infallible>(proxy.answer(request).await.map(Full::new)) }
                });
                // A browser that closes the connection early is not a failure of the site.
                let _ = hyper::server::conn::http1::Builder::new()
                    .serve_connection(TokioIo::new(stream), service)
                    .await;
            });
        }
    }
}

/// Answers the requests of the port.
struct ProxyService {
    client: Client<HttpConnector, Full<Bytes>>,
    inbox: Arc<Inbox>,
    distribution: Arc<OnceLock<Distribution>>,
    is_draining: Arc<AtomicBool>,
}

impl ProxyService {
    async fn answer(&self, request: Request<Incoming>) -> Response<Bytes> {
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
            return match Limited::new(body, Inbox::largest()).collect().await {
                Ok(body) => self.inbox.answer(&parts, &body.to_bytes()).await,
                Err(complaint) => problem(StatusCode::BAD_REQUEST, &complaint.to_string()),
            };
        }
        let Some(distribution) = self.distribution.get() else {
            return unavailable("the site is not up yet");
        };
        let takes_gzip = compress::accepts_gzip(request.headers());
        match forward::forward(&self.client, distribution, request).await {
            Ok(response) if takes_gzip && compress::is_worth_compressing(&response) => {
                compress::compress(response)
            }
            Ok(response) => response,
            Err(complaint) => {
                let detail = format!("the local endpoint did not answer for the site: {complaint}");
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

/// A problem document (RFC 9457), as the API's errors are.
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
    use crate::inbox::Home;

    /// One that nothing is ever sent to.
    fn inbox(folder: &Path) -> Arc<Inbox> {
        let home = Home {
            endpoint: "127.0.0.1:9".parse().unwrap(),
            region: "eu-west-1".to_owned(),
        };
        Arc::new(Inbox::open(folder, home).unwrap())
    }

    #[tokio::test]
    async fn the_distribution_is_asked_under_its_own_name() {
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
        assert_eq!(answer.status(), StatusCode::SERVICE_UNAVAILABLE, "not up yet");
        let upstream = Distribution::new(&format!("http://{address}/"), "d111.cloudfront.net").unwrap();
        distribution.set(upstream).unwrap();
        let answer = get("/a/b?c=d").await.unwrap();
        let body = answer.into_body().collect().await.unwrap().to_bytes();
        assert_eq!(body, "d111.cloudfront.net https /a/b?c=d");
        let answer = get("/_inbox.json").await.unwrap();
        let body = answer.into_body().collect().await.unwrap().to_bytes();
        assert_eq!(body, "[]\n", "the server answers for the inbox itself");
    }

    #[tokio::test]
    async fn a_dead_endpoint_is_reported_to_the_visitor() {
        let server = SiteServer::bind(0).await.unwrap();
        let port = server.port();
        // Port 9 is never listened on here: it is below those that a user's process may take.
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
    async fn a_draining_site_answers_with_a_retry_and_still_takes_what_topics_deliver() {
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
        assert_eq!(
            answer.status(),
            StatusCode::NOT_FOUND,
            "the inbox itself has answered"
        );
    }
}
