//! The request and the response of `POST /exchange-token`.
//!
//! The values are secrets, so they cannot be printed: the types have no `Display`, and their `Debug` shows only the type. Nothing
//! here reads the content of a token, because only code that verifies the signature may trust it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::text::secret_text;

/// A grant that is exchanged for tokens.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(
    tag = "grantType",
    rename_all = "snake_case",
    rename_all_fields = "camelCase",
    deny_unknown_fields
)]
pub enum ExchangeToken {
    /// The authorization code that the pool's sign-in page returned.
    AuthorizationCode {
        /// The code, which can be used once and expires within minutes.
        code: AuthorizationCode,
        /// The PKCE code verifier of the sign-in.
        code_verifier: CodeVerifier,
        /// The redirect URI of the sign-in request.
        redirect_uri: RedirectUri,
    },
    /// The refresh token that was issued with the expired tokens.
    RefreshToken {
        /// The refresh token.
        refresh_token: RefreshToken,
    },
}

/// The tokens that a grant is exchanged for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Tokens {
    /// The access token for the API.
    pub access_token: SignedToken,
    /// The ID token, which identifies the user to the site.
    pub id_token: SignedToken,
    /// The refresh token; absent if the previous one stays valid.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "RefreshToken")]
    pub refresh_token: Option<RefreshToken>,
    /// The type of the access token.
    pub token_type: TokenType,
    /// The lifetime of the access token in seconds.
    pub expires_in: u32,
}

/// The type of an access token.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub enum TokenType {
    /// A bearer token (RFC 6750).
    Bearer,
}

/// An authorization code: 1 to 2048 visible ASCII characters.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
#[schemars(extend("minLength" = 1, "maxLength" = 2048, "pattern" = "^[!-~]+$"))]
pub struct AuthorizationCode(String);

secret_text!(
    AuthorizationCode,
    |text| is_visible(text, 2048),
    expected "an authorization code of 1 to 2048 visible ASCII characters"
);

/// A PKCE code verifier (RFC 7636, section 4.1): 43 to 128 letters, digits, hyphens, dots, underscores and tildes.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
#[schemars(extend("minLength" = 43, "maxLength" = 128, "pattern" = "^[A-Za-z0-9._~-]+$"))]
pub struct CodeVerifier(String);

secret_text!(
    CodeVerifier,
    |text| {
        (43..=128).contains(&text.len())
            && text
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte))
    },
    expected "a code verifier of 43 to 128 letters, digits, hyphens, dots, underscores and tildes"
);

/// A redirect URI: an HTTP URL of at most 1024 visible ASCII characters.
///
/// It is not a secret, but it comes from a client and must not be logged.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
#[schemars(extend("maxLength" = 1024, "pattern" = "^https?://[!-~]+$"))]
pub struct RedirectUri(String);

secret_text!(
    RedirectUri,
    |text| {
        let rest = text
            .strip_prefix("https://")
            .or_else(|| text.strip_prefix("http://"));
        text.len() <= 1024 && rest.is_some_and(|rest| is_visible(rest, 1024))
    },
    expected "an `http` or `https` URL"
);

/// A refresh token: 1 to 8192 visible ASCII characters.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
#[schemars(extend("minLength" = 1, "maxLength" = 8192, "pattern" = "^[!-~]+$"))]
pub struct RefreshToken(String);

secret_text!(
    RefreshToken,
    |text| is_visible(text, 8192),
    expected "a refresh token of 1 to 8192 visible ASCII characters"
);

/// A signed JSON Web Token: at most 16384 characters, three base64url parts separated by dots.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
#[schemars(extend(
    "maxLength" = 16384,
    "pattern" = r"^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$"
))]
pub struct SignedToken(String);

secret_text!(SignedToken, is_signed_token, expected "a signed JSON Web Token");

fn is_signed_token(text: &str) -> bool {
    let is_part = |part: &str| {
        !part.is_empty()
            && part
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
    };
    text.len() <= 16384 && text.split('.').count() == 3 && text.split('.').all(is_part)
}

/// Visible ASCII characters: VSCHAR of RFC 6749 without the space.
fn is_visible(text: &str, max: usize) -> bool {
    (1..=max).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_graphic())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::{Value, json};

    use super::*;
    use crate::schema::TypeSchema;

    fn code_grant() -> Value {
        json!({
            "grantType": "authorization_code", "code": "the-code", "codeVerifier": "v".repeat(43),
            "redirectUri": "https://shop.example/sign-in/callback"
        })
    }

    #[track_caller]
    fn check_refused(change: impl FnOnce(&mut Value), rule: &str) {
        let mut grant = code_grant();
        change(&mut grant);
        let error = serde_json::from_value::<ExchangeToken>(grant).unwrap_err();
        assert!(error.to_string().contains(rule), "{error}");
    }

    #[test]
    fn the_grant_type_determines_the_fields() {
        let ExchangeToken::AuthorizationCode { code, .. } = serde_json::from_value(code_grant()).unwrap()
        else {
            panic!("it is a code")
        };
        assert_eq!(code.expose(), "the-code");
        let refresh = json!({ "grantType": "refresh_token", "refreshToken": "r" });
        assert_eq!(
            serde_json::to_value(serde_json::from_value::<ExchangeToken>(refresh.clone()).unwrap()).unwrap(),
            refresh
        );
    }

    #[test]
    fn a_grant_with_missing_invalid_or_unknown_fields_is_refused() {
        check_refused(
            |grant| grant["grantType"] = "password".into(),
            "unknown variant `password`",
        );
        check_refused(
            |grant| grant["codeVerifier"] = "v".repeat(42).into(),
            "43 to 128 letters",
        );
        check_refused(
            |grant| grant["codeVerifier"] = "v".repeat(129).into(),
            "43 to 128 letters",
        );
        check_refused(
            |grant| grant["code"] = "a b".into(),
            "expected an authorization code",
        );
        check_refused(
            |grant| grant["redirectUri"] = "javascript://%0a".into(),
            "an `http` or `https` URL",
        );
        check_refused(|grant| grant["refreshToken"] = "r".into(), "unknown field");
        check_refused(
            |grant| {
                grant.as_object_mut().unwrap().remove("redirectUri");
            },
            "missing field `redirectUri`",
        );
    }

    #[test]
    fn secrets_are_not_printed() {
        let token = SignedToken::parse("secret.secret.secret").unwrap();
        let tokens = Tokens {
            access_token: token.clone(),
            id_token: token,
            refresh_token: Some(RefreshToken::parse("secret").unwrap()),
            token_type: TokenType::Bearer,
            expires_in: 300,
        };
        let mut grant = code_grant();
        grant["code"] = "secret".into();
        grant["codeVerifier"] = "secret".repeat(10).into();
        let grant: ExchangeToken = serde_json::from_value(grant).unwrap();
        let printed = format!("{tokens:#?} {grant:?}");
        assert!(!printed.contains("secret"), "{printed}");
        assert!(printed.contains("RefreshToken(…)"), "{printed}");
    }

    #[test]
    fn an_error_does_not_contain_the_value() {
        let mut grant = code_grant();
        grant["code"] = "sec ret".into();
        let error = serde_json::from_value::<ExchangeToken>(grant).unwrap_err();
        assert!(!error.to_string().contains("sec ret"), "{error}");
    }

    #[test]
    fn the_request_model_has_one_closed_form_per_grant_type() {
        let model = TypeSchema::new::<ExchangeToken>().request_model();
        let forms = model["oneOf"].as_array().unwrap();
        let grants: Vec<_> = forms
            .iter()
            .map(|form| {
                assert_eq!(form["additionalProperties"], false, "{form}");
                &form["properties"]["grantType"]["enum"]
            })
            .collect();
        assert_eq!(
            grants,
            [&json!(["authorization_code"]), &json!(["refresh_token"])]
        );
        assert_eq!(forms[0]["properties"]["codeVerifier"]["maxLength"], 128);
        assert_eq!(
            forms[0]["required"],
            json!(["grantType", "code", "codeVerifier", "redirectUri"])
        );
    }

    /// Whether the published schema of `T` accepts the text.
    fn published<T: JsonSchema>(text: &str) -> bool {
        let model = TypeSchema::new::<T>().request_model();
        let length = text.chars().count();
        let bound = |name: &str| model[name].as_u64().map(|bound| usize::try_from(bound).unwrap());
        let pattern = regress::Regex::new(model["pattern"].as_str().unwrap()).unwrap();
        bound("minLength").is_none_or(|least| least <= length)
            && bound("maxLength").is_none_or(|most| length <= most)
            && pattern.find(text).is_some()
    }

    proptest! {
        #[test]
        fn the_gateway_and_the_handler_have_the_same_rules(
            text in prop_oneof![
                any::<String>(), "[A-Za-z0-9._~-]{40,130}", "https?://[ -~]{0,9}", "[a-z.]{0,9}", "[!-~]{8190,8194}"
            ]
        ) {
            prop_assert_eq!(published::<AuthorizationCode>(&text), AuthorizationCode::parse(&text).is_ok());
            prop_assert_eq!(published::<CodeVerifier>(&text), CodeVerifier::parse(&text).is_ok());
            prop_assert_eq!(published::<RedirectUri>(&text), RedirectUri::parse(&text).is_ok());
            prop_assert_eq!(published::<RefreshToken>(&text), RefreshToken::parse(&text).is_ok());
            prop_assert_eq!(published::<SignedToken>(&text), SignedToken::parse(&text).is_ok());
        }
    }
}
