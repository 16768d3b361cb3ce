//! The employee's name and e-mail address, from the pool's `userInfo` endpoint (OIDC Core 1.0, 5.3). It is called with the
//! employee's own access token, which does not contain the address. In a pool where people sign in with their address, the user
//! name is an ID.
//!
//! Nothing depends on it. The token's claims decide who may request a report, and a report is also made when the address is
//! unknown.

use std::time::Duration;

use serde::Deserialize;
use shop_contract::{Email, SignedToken};
use shop_runtime::{Employee, Request, Upstream, UpstreamAnswer, UpstreamError, chain};

/// The timeout. The employee is waiting, so a report without a name is better than a slow response.
const TIMEOUT: Duration = Duration::from_secs(3);

/// The `userInfo` endpoint.
#[derive(Debug)]
pub struct UserInfo(Upstream);

impl UserInfo {
    /// The endpoint with this URL.
    pub fn new(url: String) -> Self {
        Self(Upstream::new(url, TIMEOUT))
    }

    /// Opens a connection before the first employee needs it.
    pub async fn preconnect(&self) -> Result<(), UpstreamError> {
        self.0.preconnect().await.map(drop)
    }

    /// The employee who sent a request. If the endpoint fails, the reason is logged.
    pub async fn profile_of(&self, employee: &Employee, request: &Request) -> Profile {
        let told = match request.bearer_token() {
            Some(token) => self.address_of(employee.sub(), &token).await,
            None => Ok(None),
        };
        let address = told.unwrap_or_else(|error| {
            tracing::warn!(
                error = chain(&error),
                request_id = request.id(),
                "the address of the employee is not known, so the report is not mailed to them"
            );
            None
        });
        let own = employee.name().map(str::to_owned);
        Profile {
            name: own.or_else(|| address.as_ref().map(|address| address.email.to_string())),
            email: address
                .filter(|address| address.verified)
                .map(|address| address.email),
        }
    }

    async fn address_of(&self, sub: &str, token: &SignedToken) -> Result<Option<Address>, UserInfoError> {
        read(&self.0.get_as(token).await?, sub)
    }
}

/// An employee, as far as known.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Profile {
    /// The display name: the name in the token, or the e-mail address.
    pub name: Option<String>,
    /// The e-mail address, if the pool has verified it.
    pub email: Option<Email>,
}

/// The response of the endpoint.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Address {
    email: Email,
    verified: bool,
}

/// Why the endpoint returned no employee.
#[derive(Debug, thiserror::Error)]
enum UserInfoError {
    /// It did not respond.
    #[error("the `userInfo` endpoint did not respond")]
    Upstream(#[from] UpstreamError),
    /// It rejected the request.
    #[error("the `userInfo` endpoint returned status {0}")]
    Refused(u16),
    /// Its response is invalid. The response is not logged.
    #[error("could not parse the response of the `userInfo` endpoint")]
    Malformed,
    /// Its response is about another user and must not be used.
    #[error("the `userInfo` endpoint returned another user")]
    SomebodyElse,
}

/// The user's address, or none if there is none or it is not a valid address. The response must be about this user ID.
fn read(answer: &UpstreamAnswer, sub: &str) -> Result<Option<Address>, UserInfoError> {
    #[derive(Deserialize)]
    struct Claims {
        sub: String,
        email: Option<String>,
        /// Cognito sends it as a string.
        #[serde(default)]
        email_verified: serde_json::Value,
    }

    if answer.status != 200 {
        return Err(UserInfoError::Refused(answer.status));
    }
    let claims: Claims = serde_json::from_slice(&answer.body).map_err(|_| UserInfoError::Malformed)?;
    if claims.sub != sub {
        return Err(UserInfoError::SomebodyElse);
    }
    let verified = claims.email_verified == true || claims.email_verified == "true";
    let email = claims.email.and_then(|email| Email::parse(&email).ok());
    Ok(email.map(|email| Address { email, verified }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(status: u16, body: &str) -> Result<Option<Address>, UserInfoError> {
        let answer = UpstreamAnswer {
            status,
            body: body.as_bytes().to_vec(),
        };
        read(&answer, "5e1b")
    }

    #[test]
    fn an_employee_is_named_by_their_address() {
        let body = r#"{"sub":"5e1b","email_verified":"true","email":"ann@example.com","username":"5e1b"}"#;
        let address = |verified| Address {
            email: "ann@example.com".parse().unwrap(),
            verified,
        };
        assert_eq!(told(200, body).unwrap(), Some(address(true)));
        for (written, verified) in [
            ("true", true),
            ("false", false),
            (r#""false""#, false),
            ("null", false),
        ] {
            let body = format!(r#"{{"sub":"5e1b","email":"ann@example.com","email_verified":{written}}}"#);
            assert_eq!(told(200, &body).unwrap(), Some(address(verified)), "{body}");
        }
    }

    #[test]
    fn an_employee_without_an_address_has_no_name() {
        for body in [
            r#"{"sub":"5e1b"}"#,
            r#"{"sub":"5e1b","email":null}"#,
            r#"{"sub":"5e1b","email":"<b>ann</b>"}"#,
        ] {
            assert_eq!(told(200, body).unwrap(), None, "{body}");
        }
    }

    #[test]
    fn a_response_about_another_user_is_rejected() {
        let body = r#"{"sub":"0b0b","email":"bob@example.com"}"#;
        assert!(matches!(told(200, body), Err(UserInfoError::SomebodyElse)));
    }

    #[test]
    fn an_invalid_response_is_not_logged() {
        for body in [
            "",
            "hush",
            "[]",
            r#"{"email":"hush@example.com"}"#,
            r#"{"sub":5,"hush":1}"#,
        ] {
            let error = told(200, body).unwrap_err();
            assert!(matches!(error, UserInfoError::Malformed), "{body}");
            assert!(!error.to_string().contains("hush"), "{error}");
        }
        assert!(matches!(told(401, "{}"), Err(UserInfoError::Refused(401))));
    }
}
