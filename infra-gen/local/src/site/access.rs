//! Decides which requests the site's port accepts: requests to a loopback host, from the site's own pages or from a link.
//!
//! The decision depends on the headers alone. `emulator/python/dev_emulator/admission.py` is the equivalent for the
//! emulator's port.

use hyper::Method;
use hyper::header::{self, HeaderMap, HeaderName};
use hyper::http::uri::Authority;

use crate::inbox::is_loopback;

const FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");
const FETCH_MODE: HeaderName = HeaderName::from_static("sec-fetch-mode");
const FETCH_DEST: HeaderName = HeaderName::from_static("sec-fetch-dest");

/// The reason why a request is rejected, or `None` if it is accepted. A link on another site may open the site, but not the
/// inbox.
pub(super) fn refusal(method: &Method, headers: &HeaderMap, is_inbox: bool) -> Option<&'static str> {
    // Prevents DNS rebinding: a page whose host name resolves to 127.0.0.1 would be same-origin, under that name.
    let Some(host) = loopback_host(headers) else {
        return Some("this port is for localhost only");
    };
    let mut origins = headers.get_all(header::ORIGIN).iter();
    match (origins.next(), origins.next()) {
        (None, _) => {}
        (Some(origin), None) if origin.as_bytes() == format!("http://{host}").as_bytes() => return None,
        (Some(_), _) => return Some("only the site's own pages may use this port"),
    }
    let has = |name: HeaderName, value: &str| headers.get(name).is_some_and(|found| found == value);
    if !headers.contains_key(FETCH_SITE) || has(FETCH_SITE, "none") || has(FETCH_SITE, "same-origin") {
        return None;
    }
    let is_link = (method == Method::GET || method == Method::HEAD)
        && has(FETCH_MODE, "navigate")
        && has(FETCH_DEST, "document");
    if is_link && !is_inbox {
        None
    } else {
        Some("only the site's own pages may use this port")
    }
}

/// The `Host` header, if there is exactly one and it is loopback.
fn loopback_host(headers: &HeaderMap) -> Option<&str> {
    let mut hosts = headers.get_all(header::HOST).iter();
    let host = hosts.next()?.to_str().ok()?;
    let authority: Authority = host.parse().ok()?;
    // An authority may contain a user before `@`; a host must not.
    let is_host = hosts.next().is_none() && !host.contains('@');
    (is_host && is_loopback(authority.host())).then_some(host)
}

#[cfg(test)]
mod tests {
    use hyper::header::HeaderValue;

    use super::*;

    fn headers(pairs: &[(&'static str, &'static str)]) -> HeaderMap {
        pairs
            .iter()
            .map(|(name, value)| (HeaderName::from_static(name), HeaderValue::from_static(value)))
            .collect()
    }

    fn accepts(method: &Method, more: &[(&'static str, &'static str)]) -> bool {
        let pairs = [&[("host", "localhost:5173")], more].concat();
        refusal(method, &headers(&pairs), false).is_none()
    }

    #[test]
    fn only_loopback_hosts_are_accepted() {
        for ours in ["localhost:5173", "127.0.0.1:5173", "[::1]:5173", "localhost"] {
            assert_eq!(
                refusal(&Method::GET, &headers(&[("host", ours)]), false),
                None,
                "{ours}"
            );
        }
        for other in [
            "evil.example",
            "attacker.localhost:5173",
            "localhost.evil.example:5173",
            "localhost:5173@evil.example",
            "evil.example@localhost:5173",
            "127.0.0.1.evil.example",
            "",
        ] {
            assert!(
                refusal(&Method::GET, &headers(&[("host", other)]), false).is_some(),
                "{other}"
            );
        }
        assert!(refusal(&Method::GET, &HeaderMap::new(), false).is_some());
    }

    #[test]
    fn the_sites_own_pages_and_programs_are_accepted() {
        assert!(accepts(&Method::POST, &[]));
        assert!(accepts(
            &Method::POST,
            &[
                ("origin", "http://localhost:5173"),
                ("sec-fetch-site", "same-origin")
            ]
        ));
        assert!(accepts(
            &Method::GET,
            &[("sec-fetch-site", "same-origin"), ("sec-fetch-mode", "no-cors")]
        ));
        assert!(accepts(
            &Method::GET,
            &[("sec-fetch-site", "none"), ("sec-fetch-mode", "navigate")]
        ));
    }

    #[test]
    fn pages_of_another_origin_are_rejected() {
        for origin in [
            "http://localhost:9999",
            "http://127.0.0.1:5173",
            "http://evil.example",
            "null",
        ] {
            assert!(!accepts(&Method::POST, &[("origin", origin)]), "{origin}");
            assert!(!accepts(&Method::OPTIONS, &[("origin", origin)]), "{origin}");
        }
        for site in ["cross-site", "same-site"] {
            let image = [
                ("sec-fetch-site", site),
                ("sec-fetch-mode", "no-cors"),
                ("sec-fetch-dest", "image"),
            ];
            assert!(!accepts(&Method::GET, &image), "{site}");
            let form = [
                ("sec-fetch-site", site),
                ("sec-fetch-mode", "navigate"),
                ("sec-fetch-dest", "document"),
            ];
            assert!(!accepts(&Method::POST, &form), "{site}");
        }
    }

    #[test]
    fn a_link_may_open_a_page_of_the_site_but_neither_a_frame_nor_the_inbox() {
        let link = [
            ("host", "localhost:5173"),
            ("sec-fetch-site", "cross-site"),
            ("sec-fetch-mode", "navigate"),
            ("sec-fetch-dest", "document"),
        ];
        assert_eq!(refusal(&Method::GET, &headers(&link), false), None);
        assert!(refusal(&Method::GET, &headers(&link), true).is_some());
        let frame = [&link[..3], &[("sec-fetch-dest", "iframe")]].concat();
        assert!(refusal(&Method::GET, &headers(&frame), false).is_some());
    }
}
