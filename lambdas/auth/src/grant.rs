//! The request to the pool's token endpoint: a grant in OAuth 2.0's form encoding (RFC 6749, 4.1.3 and 6; RFC 7636, 4.5).
//!
//! There is no client secret: the site is a public client, which cannot keep one.

use std::fmt;

use form_urlencoded::Serializer;
use shop_contract::{ExchangeToken, RedirectUri};

/// The site as a client of the user pool.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Client {
    id: String,
    redirect_uris: Vec<String>,
}

impl Client {
    /// The client with this ID. `redirect_uris` lists its redirect URIs, separated by commas.
    pub fn new(id: impl Into<String>, redirect_uris: &str) -> Self {
        Self {
            id: id.into(),
            redirect_uris: redirect_uris
                .split(',')
                .map(str::trim)
                .filter(|uri| !uri.is_empty())
                .map(str::to_owned)
                .collect(),
        }
    }

    /// The form that requests the tokens.
    pub fn ask(&self, grant: &ExchangeToken) -> Result<Form, ForeignRedirectUri> {
        let mut form = Serializer::new(String::new());
        form.append_pair("client_id", &self.id);
        match grant {
            ExchangeToken::AuthorizationCode {
                code,
                code_verifier,
                redirect_uri,
            } => {
                if !self.is_at_home(redirect_uri) {
                    return Err(ForeignRedirectUri);
                }
                form.append_pair("grant_type", "authorization_code")
                    .append_pair("code", code.expose())
                    .append_pair("code_verifier", code_verifier.expose())
                    .append_pair("redirect_uri", redirect_uri.expose());
            }
            ExchangeToken::RefreshToken { refresh_token } => {
                form.append_pair("grant_type", "refresh_token")
                    .append_pair("refresh_token", refresh_token.expose());
            }
        }
        Ok(Form(form.finish()))
    }

    /// Redirect URIs are compared byte by byte. A pattern could match a look-alike.
    fn is_at_home(&self, uri: &RedirectUri) -> bool {
        self.redirect_uris.iter().any(|known| known == uri.expose())
    }
}

/// The redirect URI does not belong to this environment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the redirect URI does not belong to this environment")]
pub struct ForeignRedirectUri;

/// An encoded form. It contains secrets, so it is not printed.
#[derive(Clone, PartialEq, Eq)]
pub struct Form(String);

impl Form {
    /// The encoded form.
    pub fn into_body(self) -> String {
        self.0
    }
}

impl fmt::Debug for Form {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Form(…)")
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;
    use shop_contract::{AuthorizationCode, CodeVerifier, RefreshToken};

    use super::*;

    const HOME: &str = "https://shop.example/sign-in/callback";

    fn client() -> Client {
        Client::new(
            "site",
            "https://shop.example/sign-in/callback, http://localhost:5173/sign-in/callback",
        )
    }

    fn code(code: &str, verifier: &str, redirect_uri: &str) -> ExchangeToken {
        ExchangeToken::AuthorizationCode {
            code: AuthorizationCode::parse(code).unwrap(),
            code_verifier: CodeVerifier::parse(verifier).unwrap(),
            redirect_uri: RedirectUri::parse(redirect_uri).unwrap(),
        }
    }

    fn fields(form: Form) -> BTreeMap<String, String> {
        form_urlencoded::parse(form.into_body().as_bytes())
            .into_owned()
            .collect()
    }

    #[test]
    fn only_configured_redirect_uris_are_accepted() {
        let verifier = "v".repeat(43);
        for uri in [HOME, "http://localhost:5173/sign-in/callback"] {
            assert!(client().ask(&code("c", &verifier, uri)).is_ok(), "{uri}");
        }
        for uri in [
            "https://shop.example/sign-in/callback/",
            "https://shop.example/sign-in/callback?next=//evil.test",
            "https://shop.example.evil.test/sign-in/callback",
            "https://SHOP.example/sign-in/callback",
            "http://shop.example/sign-in/callback",
            "https://shop.example/sign-in/callback,http://localhost:5173/sign-in/callback",
            "https://shop.example/sign-in/",
        ] {
            assert_eq!(
                client().ask(&code("c", &verifier, uri)),
                Err(ForeignRedirectUri),
                "{uri}"
            );
        }
        assert_eq!(
            Client::new("site", "").ask(&code("c", &verifier, HOME)),
            Err(ForeignRedirectUri)
        );
    }

    proptest! {
        #[test]
        fn values_are_encoded_and_cannot_add_parameters(
            code_text in "[!-~]{1,60}", verifier in "[A-Za-z0-9._~-]{43,128}", refresh in "[!-~]{1,60}"
        ) {
            let asked = fields(client().ask(&code(&code_text, &verifier, HOME)).unwrap());
            let meant = [
                ("client_id", "site"), ("grant_type", "authorization_code"), ("code", &code_text),
                ("code_verifier", &verifier), ("redirect_uri", HOME),
            ];
            prop_assert_eq!(asked, meant.into_iter().map(|(name, value)| (name.into(), value.into())).collect());

            let grant = ExchangeToken::RefreshToken { refresh_token: RefreshToken::parse(&refresh).unwrap() };
            let asked = fields(client().ask(&grant).unwrap());
            let meant = [("client_id", "site"), ("grant_type", "refresh_token"), ("refresh_token", refresh.as_str())];
            prop_assert_eq!(asked, meant.into_iter().map(|(name, value)| (name.into(), value.into())).collect());
        }
    }
}
