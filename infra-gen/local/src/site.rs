//! A door on `localhost` to the stack's own CloudFront distribution.
//!
//! The emulator serves the distribution as CloudFront does: behaviours, origin access control and bucket policies,
//! error pages, response headers. Only its address is one that no browser finds, and it sends nothing compressed. So
//! every request is passed on with the distribution's host name, and text is compressed on the way back, where the
//! distribution's behaviours would. There is no cache and no second description of the site.

use std::convert::Infallible;
use std::io::Write as _;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::{Arc, OnceLock};

use flate2::Compression;
use flate2::write::GzEncoder;
use http_body_util::{BodyExt as _, Full, Limited};
use hyper::body::{Bytes, Incoming};
use hyper::header::{self, HeaderMap, HeaderName, HeaderValue};
use hyper::http::uri::{Authority, InvalidUri, PathAndQuery, Scheme};
use hyper::service::service_fn;
use hyper::{Request, Response, StatusCode, Uri};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::{TokioExecutor, TokioIo};
use tokio::net::TcpListener;

use crate::inbox::{Inbox, is_loopback};

/// Below this size, CloudFront does not compress either.
const WORTH_COMPRESSING: usize = 1_000;

/// Kinds of text that are not called so.
const TEXT: [&str; 4] = [
    "application/json",
    "application/javascript",
    "application/manifest+json",
    "image/svg+xml",
];

/// Headers that belong to one connection and are never passed on.
const OF_THE_CONNECTION: [HeaderName; 5] = [
    header::CONNECTION,
    header::TRANSFER_ENCODING,
    header::UPGRADE,
    header::TE,
    HeaderName::from_static("keep-alive"),
];

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

/// A distribution and the endpoint that serves it.
#[derive(Debug, Clone)]
pub struct Distribution {
    endpoint: Authority,
    domain: HeaderValue,
}

impl Distribution {
    /// The distribution `domain` (`d111.cloudfront.net`) at `endpoint` (`http://127.0.0.1:4566`).
    pub fn new(endpoint: &str, domain: &str) -> Result<Self, SiteError> {
        let wrong = |address: &str| {
            let address = address.to_owned();
            move |source| SiteError::Address { address, source }
        };
        let host = endpoint
            .split_once("://")
            .map_or(endpoint, |(_, rest)| rest)
            .trim_end_matches('/');
        let endpoint = host.parse().map_err(wrong(endpoint))?;
        let domain: Authority = domain.parse().map_err(wrong(domain))?;
        let domain = HeaderValue::from_str(domain.as_str()).expect("an authority is printable ASCII");
        Ok(Self { endpoint, domain })
    }
}

/// The site's own port, taken before anything else is started.
#[derive(Debug)]
pub struct Door {
    listener: TcpListener,
    port: u16,
}

impl Door {
    /// Takes the port on 127.0.0.1.
    pub async fn open(port: u16) -> Result<Self, SiteError> {
        let listener = TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, port)))
            .await
            .map_err(|source| SiteError::Listen { port, source })?;
        let port = listener
            .local_addr()
            .map_err(|source| SiteError::Listen { port, source })?
            .port();
        Ok(Self { listener, port })
    }

    /// The port that was taken.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// Passes requests on until it is dropped: the inbox's to the inbox, all others to the distribution, as soon as
    /// there is one.
    pub async fn serve(self, inbox: Arc<Inbox>, distribution: Arc<OnceLock<Distribution>>) -> Infallible {
        let house = Arc::new(House {
            client: Client::builder(TokioExecutor::new()).build_http(),
            inbox,
            distribution,
        });
        loop {
            // A connection that broke before it was accepted is that visitor's affair.
            let Ok((stream, _)) = self.listener.accept().await else {
                continue;
            };
            let house = Arc::clone(&house);
            tokio::spawn(async move {
                let service = service_fn(move |request| {
                    let house = Arc::clone(&house);
                    async move { Ok::<_, Infallible>(house.answer(request).await.map(Full::new)) }
                });
                // A browser that closes the connection early is no failure of the site.
                let _ = hyper::server::conn::http1::Builder::new()
                    .serve_connection(TokioIo::new(stream), service)
                    .await;
            });
        }
    }
}

/// What is behind the door.
struct House {
    client: Client<HttpConnector, Full<Bytes>>,
    inbox: Arc<Inbox>,
    distribution: Arc<OnceLock<Distribution>>,
}

impl House {
    async fn answer(&self, request: Request<Incoming>) -> Response<Bytes> {
        if !asks_for_this_machine(request.headers()) {
            return failure(StatusCode::FORBIDDEN, "this is for localhost only");
        }
        if Inbox::is_for(request.uri()) {
            let (parts, body) = request.into_parts();
            return match Limited::new(body, Inbox::largest()).collect().await {
                Ok(body) => self.inbox.answer(&parts, &body.to_bytes()).await,
                Err(complaint) => failure(StatusCode::BAD_REQUEST, &complaint.to_string()),
            };
        }
        let Some(distribution) = self.distribution.get() else {
            return failure(StatusCode::SERVICE_UNAVAILABLE, "the site is not up yet");
        };
        let takes_gzip = accepts_gzip(request.headers());
        match pass_on(&self.client, distribution, request).await {
            Ok(response) if takes_gzip && is_worth_compressing(&response) => compress(response),
            Ok(response) => response,
            Err(complaint) => {
                let text = format!("the local endpoint did not answer for the site: {complaint}");
                failure(StatusCode::BAD_GATEWAY, &text)
            }
        }
    }
}

/// Whether the visitor asked for this machine by name. A page elsewhere that points its own name here did not, and would
/// else read mail and whatever the endpoint tells of itself.
fn asks_for_this_machine(headers: &HeaderMap) -> bool {
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok());
    let authority: Option<Authority> = host.and_then(|host| host.parse().ok());
    authority.is_some_and(|authority| is_loopback(authority.host()))
}

fn failure(status: StatusCode, text: &str) -> Response<Bytes> {
    let mut response = Response::new(Bytes::from(format!("{text}\n")));
    *response.status_mut() = status;
    response
}

async fn pass_on(
    client: &Client<HttpConnector, Full<Bytes>>,
    distribution: &Distribution,
    request: Request<Incoming>,
) -> Result<Response<Bytes>, String> {
    let (mut parts, body) = request.into_parts();
    parts.uri = upstream(distribution, parts.uri.path_and_query());
    without_connection(&mut parts.headers);
    parts.headers.remove(header::ACCEPT_ENCODING);
    parts.headers.insert(header::HOST, distribution.domain.clone());
    // The distribution sends plain HTTP elsewhere; here, as for every visitor of the real site, it is HTTPS to it.
    parts
        .headers
        .insert("x-forwarded-proto", HeaderValue::from_static("https"));
    let body = body
        .collect()
        .await
        .map_err(|error| error.to_string())?
        .to_bytes();
    let response = client
        .request(Request::from_parts(parts, Full::new(body)))
        .await
        .map_err(|error| error.to_string())?;
    let (mut parts, body) = response.into_parts();
    without_connection(&mut parts.headers);
    let body = body
        .collect()
        .await
        .map_err(|error| error.to_string())?
        .to_bytes();
    Ok(Response::from_parts(parts, body))
}

fn upstream(distribution: &Distribution, path: Option<&PathAndQuery>) -> Uri {
    Uri::builder()
        .scheme(Scheme::HTTP)
        .authority(distribution.endpoint.clone())
        .path_and_query(path.cloned().unwrap_or_else(|| PathAndQuery::from_static("/")))
        .build()
        .expect("scheme, authority and path make an address")
}

fn without_connection(headers: &mut HeaderMap) {
    for name in OF_THE_CONNECTION {
        headers.remove(name);
    }
}

fn accepts_gzip(headers: &HeaderMap) -> bool {
    headers
        .get_all(header::ACCEPT_ENCODING)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .any(|coding| {
            let mut parts = coding.split(';').map(str::trim);
            parts.next() == Some("gzip") && !parts.any(|part| part == "q=0")
        })
}

fn is_worth_compressing(response: &Response<Bytes>) -> bool {
    let headers = response.headers();
    let kind = headers
        .get(header::CONTENT_TYPE)
        .and_then(|kind| kind.to_str().ok())
        .unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default().trim();
    let is_text = kind.starts_with("text/") || TEXT.contains(&kind);
    is_text && response.body().len() >= WORTH_COMPRESSING && !headers.contains_key(header::CONTENT_ENCODING)
}

fn compress(response: Response<Bytes>) -> Response<Bytes> {
    let (mut parts, plain) = response.into_parts();
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(&plain).expect("memory takes every byte");
    let packed = encoder.finish().expect("memory takes every byte");
    parts
        .headers
        .insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
    parts
        .headers
        .insert(header::VARY, HeaderValue::from_static("Accept-Encoding"));
    parts
        .headers
        .insert(header::CONTENT_LENGTH, HeaderValue::from(packed.len()));
    Response::from_parts(parts, Bytes::from(packed))
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;
    use std::path::Path;

    use super::*;
    use crate::inbox::Home;

    fn headers(accept: &'static str) -> HeaderMap {
        HeaderMap::from_iter([(header::ACCEPT_ENCODING, HeaderValue::from_static(accept))])
    }

    fn response(kind: &'static str, size: usize) -> Response<Bytes> {
        let mut response = Response::new(Bytes::from(vec![b'x'; size]));
        response
            .headers_mut()
            .insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
        response
    }

    /// One that nothing is ever sent to.
    fn inbox(folder: &Path) -> Arc<Inbox> {
        let home = Home {
            endpoint: "127.0.0.1:9".parse().unwrap(),
            region: "eu-west-1".to_owned(),
        };
        Arc::new(Inbox::open(folder, home).unwrap())
    }

    #[test]
    fn gzip_is_sent_to_those_who_take_it() {
        assert!(accepts_gzip(&headers("br, gzip;q=0.8")));
        assert!(!accepts_gzip(&headers("br")));
        assert!(!accepts_gzip(&headers("gzip;q=0")));
    }

    #[test]
    fn a_page_that_points_its_own_name_here_gets_nothing() {
        let asks = |host: &str| {
            let host = HeaderValue::from_str(host).unwrap();
            asks_for_this_machine(&HeaderMap::from_iter([(header::HOST, host)]))
        };
        for ours in ["localhost:5173", "127.0.0.1:5173", "[::1]:5173", "localhost"] {
            assert!(asks(ours), "{ours}");
        }
        for other in [
            "evil.example",
            "localhost.evil.example:5173",
            "localhost:5173@evil.example",
            "127.0.0.1.evil.example",
            "",
        ] {
            assert!(!asks(other), "{other}");
        }
        assert!(!asks_for_this_machine(&HeaderMap::new()));
    }

    #[test]
    fn only_text_of_some_size_is_compressed() {
        assert!(is_worth_compressing(&response("text/html; charset=utf-8", 2_000)));
        assert!(is_worth_compressing(&response("image/svg+xml", 2_000)));
        assert!(!is_worth_compressing(&response("image/webp", 2_000)));
        assert!(!is_worth_compressing(&response("text/html", 20)));
    }

    #[test]
    fn what_is_compressed_comes_out_as_it_went_in() {
        let packed = compress(response("text/html", 2_000));
        let mut plain = String::new();
        flate2::read::GzDecoder::new(&packed.body()[..])
            .read_to_string(&mut plain)
            .unwrap();
        assert_eq!(plain, "x".repeat(2_000));
        assert_eq!(packed.headers()[header::CONTENT_ENCODING], "gzip");
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
        let door = Door::open(0).await.unwrap();
        let port = door.port();
        let folder = tempfile::tempdir().unwrap();
        let distribution = Arc::new(OnceLock::new());
        tokio::spawn(door.serve(inbox(folder.path()), Arc::clone(&distribution)));

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
        assert_eq!(body, "[]\n", "the inbox is the door's own");
    }

    #[tokio::test]
    async fn a_dead_endpoint_is_told_to_the_visitor() {
        let door = Door::open(0).await.unwrap();
        let port = door.port();
        // Port 9 is never listened on here: it is below those that a user's process may take.
        let distribution = Distribution::new("http://127.0.0.1:9", "d111.cloudfront.net").unwrap();
        let folder = tempfile::tempdir().unwrap();
        tokio::spawn(door.serve(inbox(folder.path()), Arc::new(OnceLock::from(distribution))));
        let client: Client<HttpConnector, Full<Bytes>> = Client::builder(TokioExecutor::new()).build_http();
        let answer = client
            .get(format!("http://127.0.0.1:{port}/").parse().unwrap())
            .await
            .unwrap();
        assert_eq!(answer.status(), StatusCode::BAD_GATEWAY);
    }
}
