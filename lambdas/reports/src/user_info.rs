//! What people call an employee: their e-mail address, which the pool tells whoever comes with the employee's own token
//! (OIDC Core 1.0, 5.3). An access token has no address in it, and where people sign in by one, the pool's own name
//! for them is an ID.
//!
//! Absent: anything that hangs on it. Who may have a report is what the token's claims say, and a report is made for
//! somebody whose address is not known as well.

use std::time::Duration;

use serde::Deserialize;
use shop_contract::{Email, SignedToken};
use shop_runtime::{Employee, Request, Upstream, UpstreamAnswer, UpstreamError, chain};

/// How long the pool may take. The employee waits meanwhile, and would rather have a report without their name.
const TIMEOUT: Duration = Duration::from_secs(3);

/// The pool, where it tells who somebody is.
#[derive(Debug)]
pub struct UserInfo(Upstream);

impl UserInfo {
    /// The pool that answers at this address.
    pub fn new(url: String) -> Self {
        Self(Upstream::new(url, TIMEOUT))
    }

    /// Asks for nothing, so that what a connection needs is in place when the first employee comes.
    pub async fn preconnect(&self) -> Result<(), UpstreamError> {
        self.0.preconnect().await.map(drop)
    }

    /// What is known of the employee who sent a request. Where the pool does not tell, the log has the reason.
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

/// What is known of an employee.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Profile {
    /// What people call them: the name in their token, or their e-mail address.
    pub name: Option<String>,
    /// Their e-mail address, if the pool has verified it.
    pub email: Option<Email>,
}

/// An e-mail address, as the pool tells it.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Address {
    email: Email,
    verified: bool,
}

/// Why the pool does not tell.
#[derive(Debug, thiserror::Error)]
enum UserInfoError {
    /// It does not answer.
    #[error("the pool does not say who asks")]
    Upstream(#[from] UpstreamError),
    /// It does not want to.
    #[error("the pool answers with status {0} when it is asked who asks")]
    Refused(u16),
    /// What it answers is not what it should be. None of it is repeated.
    #[error("what the pool answers when it is asked who asks cannot be read")]
    Malformed,
    /// It tells of somebody else, which must not be believed.
    #[error("the pool tells of another user than the one who asks")]
    SomebodyElse,
}

/// The address of the user whose ID this is; none if the pool has none, or none that mail could go to.
fn read(answer: &UpstreamAnswer, sub: &str) -> Result<Option<Address>, UserInfoError> {
    #[derive(Deserialize)]
    struct Claims {
        sub: String,
        email: Option<String>,
        /// Cognito writes it as a text.
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
    fn an_employee_is_called_by_their_address() {
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
    fn somebody_without_an_address_has_no_name() {
        for body in [
            r#"{"sub":"5e1b"}"#,
            r#"{"sub":"5e1b","email":null}"#,
            r#"{"sub":"5e1b","email":"<b>ann</b>"}"#,
        ] {
            assert_eq!(told(200, body).unwrap(), None, "{body}");
        }
    }

    #[test]
    fn what_is_told_of_somebody_else_is_not_believed() {
        let body = r#"{"sub":"0b0b","email":"bob@example.com"}"#;
        assert!(matches!(told(200, body), Err(UserInfoError::SomebodyElse)));
    }

    #[test]
    fn an_answer_that_tells_nothing_is_not_repeated() {
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
