//! Compresses text responses, as CloudFront does.

use std::io::Write as _;

use flate2::Compression;
use flate2::write::GzEncoder;
use hyper::Response;
use hyper::body::Bytes;
use hyper::header::{self, HeaderMap, HeaderValue};

/// The minimum size, the same as in CloudFront.
const MIN_SIZE: usize = 1_000;

/// Text types other than `text/*`.
const TEXT_TYPES: [&str; 4] = [
    "application/json",
    "application/javascript",
    "application/manifest+json",
    "image/svg+xml",
];

pub(super) fn accepts_gzip(headers: &HeaderMap) -> bool {
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

pub(super) fn is_compressible(response: &Response<Bytes>) -> bool {
    let headers = response.headers();
    let kind = headers
        .get(header::CONTENT_TYPE)
        .and_then(|kind| kind.to_str().ok())
        .unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default().trim();
    let is_text = kind.starts_with("text/") || TEXT_TYPES.contains(&kind);
    is_text && response.body().len() >= MIN_SIZE && !headers.contains_key(header::CONTENT_ENCODING)
}

pub(super) fn compress(response: Response<Bytes>) -> Response<Bytes> {
    let (mut parts, plain) = response.into_parts();
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder
        .write_all(&plain)
        .expect("writing to memory does not fail");
    let compressed = encoder.finish().expect("writing to memory does not fail");
    parts
        .headers
        .insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
    parts
        .headers
        .insert(header::VARY, HeaderValue::from_static("Accept-Encoding"));
    parts
        .headers
        .insert(header::CONTENT_LENGTH, HeaderValue::from(compressed.len()));
    Response::from_parts(parts, Bytes::from(compressed))
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use super::*;

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

    #[test]
    fn gzip_is_used_if_the_client_accepts_it() {
        assert!(accepts_gzip(&headers("br, gzip;q=0.8")));
        assert!(!accepts_gzip(&headers("br")));
        assert!(!accepts_gzip(&headers("gzip;q=0")));
    }

    #[test]
    fn only_text_above_the_minimum_size_is_compressed() {
        assert!(is_compressible(&response("text/html; charset=utf-8", 2_000)));
        assert!(is_compressible(&response("image/svg+xml", 2_000)));
        assert!(!is_compressible(&response("image/webp", 2_000)));
        assert!(!is_compressible(&response("text/html", 20)));
    }

    #[test]
    fn a_compressed_response_decompresses_to_the_original() {
        let compressed = compress(response("text/html", 2_000));
        let mut plain = String::new();
        flate2::read::GzDecoder::new(&compressed.body()[..])
            .read_to_string(&mut plain)
            .unwrap();
        assert_eq!(plain, "x".repeat(2_000));
        assert_eq!(compressed.headers()[header::CONTENT_ENCODING], "gzip");
    }
}
