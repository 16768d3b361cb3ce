//! Forwards a request to the stack's distribution, with the distribution's host name.

use http_body_util::{BodyExt as _, Full};
use hyper::body::{Bytes, Incoming};
use hyper::header::{self, HeaderMap, HeaderName, HeaderValue};
use hyper::http::uri::{Authority, PathAndQuery, Scheme};
use hyper::{Request, Response, Uri};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;

use super::SiteError;

/// Hop-by-hop headers, which are not forwarded (RFC 9110, section 7.6.1).
const HOP_BY_HOP: [HeaderName; 5] = [
    header::CONNECTION,
    header::TRANSFER_ENCODING,
    header::UPGRADE,
    header::TE,
    HeaderName::from_static("keep-alive"),
];

/// Headers in which a browser names the page that sends a request.
const PAGE_HEADERS: [HeaderName; 5] = [
    header::ORIGIN,
    HeaderName::from_static("sec-fetch-dest"),
    HeaderName::from_static("sec-fetch-mode"),
    HeaderName::from_static("sec-fetch-site"),
    HeaderName::from_static("sec-fetch-user"),
];

/// A distribution and the endpoint that serves it.
#[derive(Debug, Clone)]
pub struct Distribution {
    endpoint: Authority,
    domain: HeaderValue,
}

impl Distribution {
    /// The distribution `domain` (`d111.cloudfront.net`) at `endpoint` (`http://127.0.0.1:4566`).
    pub fn new(endpoint: &str, domain: &str) -> Result<Self, SiteError> {
        let invalid = |address: &str| {
            let address = address.to_owned();
            move |source| SiteError::Address { address, source }
        };
        let host = endpoint
            .split_once("://")
            .map_or(endpoint, |(_, rest)| rest)
            .trim_end_matches('/');
        let endpoint = host.parse().map_err(invalid(endpoint))?;
        let domain: Authority = domain.parse().map_err(invalid(domain))?;
        let domain = HeaderValue::from_str(domain.as_str()).expect("an authority is printable ASCII");
        Ok(Self { endpoint, domain })
    }
}

pub(super) async fn forward(
    client: &Client<HttpConnector, Full<Bytes>>,
    distribution: &Distribution,
    request: Request<Incoming>,
) -> Result<Response<Bytes>, String> {
    let (mut parts, body) = request.into_parts();
    parts.uri = upstream_uri(distribution, parts.uri.path_and_query());
    remove_hop_by_hop(&mut parts.headers);
    parts.headers.remove(header::ACCEPT_ENCODING);
    // They were checked already, and the distribution does not know the local origin.
    for name in PAGE_HEADERS {
        parts.headers.remove(name);
    }
    parts.headers.insert(header::HOST, distribution.domain.clone());
    // The distribution redirects plain HTTP, so the request appears as HTTPS.
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
    remove_hop_by_hop(&mut parts.headers);
    let body = body
        .collect()
        .await
        .map_err(|error| error.to_string())?
        .to_bytes();
    Ok(Response::from_parts(parts, body))
}

fn upstream_uri(distribution: &Distribution, path: Option<&PathAndQuery>) -> Uri {
    Uri::builder()
        .scheme(Scheme::HTTP)
        .authority(distribution.endpoint.clone())
        .path_and_query(path.cloned().unwrap_or_else(|| PathAndQuery::from_static("/")))
        .build()
        .expect("scheme, authority and path make a URI")
}

fn remove_hop_by_hop(headers: &mut HeaderMap) {
    for name in HOP_BY_HOP {
        headers.remove(name);
    }
}
