//! CORS headers of responses. The gateway responds to preflight requests.

/// The origins whose pages may read the responses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AllowedOrigins(Vec<String>);

impl AllowedOrigins {
    /// Parses origins that are separated by commas.
    pub fn parse(list: &str) -> Self {
        Self(
            list.split(',')
                .map(str::trim)
                .filter(|origin| !origin.is_empty())
                .map(str::to_owned)
                .collect(),
        )
    }

    /// The headers of the response to a request from `origin`.
    ///
    /// Origins are compared byte by byte, because a pattern could match a look-alike. Every response has `Vary`, because a cache must
    /// not return the response for one origin to another.
    pub(crate) fn headers(&self, origin: Option<&str>) -> impl Iterator<Item = (&'static str, String)> {
        let allowed = origin.filter(|origin| self.0.iter().any(|allowed| allowed == origin));
        let allow = allowed.map(|origin| ("access-control-allow-origin", origin.to_owned()));
        std::iter::once(("vary", "origin".to_owned())).chain(allow)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(origin: Option<&str>, allowed: Option<&str>) {
        let origins = AllowedOrigins::parse("https://shop.example, http://localhost:5173");
        let headers: Vec<_> = origins.headers(origin).collect();
        assert_eq!(headers[0], ("vary", "origin".to_owned()));
        assert_eq!(headers.get(1).map(|(_, value)| value.as_str()), allowed);
    }

    #[test]
    fn an_allowed_origin_is_echoed() {
        check(Some("https://shop.example"), Some("https://shop.example"));
        check(Some("http://localhost:5173"), Some("http://localhost:5173"));
    }

    #[test]
    fn an_unknown_origin_is_not_allowed() {
        for unknown in [
            "https://shop.example.evil.test",
            "http://shop.example",
            "https://SHOP.example",
            "null",
            "*",
            "",
        ] {
            check(Some(unknown), None);
        }
        check(None, None);
    }
}
