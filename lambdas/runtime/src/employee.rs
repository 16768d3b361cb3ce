//! Who a request comes from, where only employees may come.
//!
//! The gateway's authorizer has checked the token: signature, issuer, expiry and scope. Here its claims are asked what the
//! authorizer does not ask: for whom the token was made out, what for, and whether its bearer is an employee.
//! Absent: the token itself. Without the authorizer's claims nobody is anybody.

use shop_contract::sign_in::EMPLOYEES_GROUP;

use crate::{Challenge, Failure, Request};

/// A signed-in employee. There is one only where a request's claims said so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Employee {
    sub: String,
    username: String,
}

impl Employee {
    /// Reads the employee from the claims of a request that came through the authorizer.
    pub fn of(request: &Request, client: &UserPoolClient) -> Result<Self, Failure> {
        if !request.has_claims() {
            return Err(Failure::Unauthorized {
                challenge: Challenge::NoToken,
                detail: "sign in as an employee, and send the access token as `Authorization: Bearer …`"
                    .to_owned(),
            });
        }
        let claim = |name: &'static str| request.claim(name).filter(|text| !text.is_empty());
        if claim("token_use") != Some("access") {
            return Err(invalid_token("the token is not an access token; send that one"));
        }
        if claim("client_id") != Some(&client.0) {
            return Err(invalid_token(
                "the token was made out to another client; sign in here",
            ));
        }
        let (Some(sub), Some(username)) = (claim("sub"), claim("username")) else {
            return Err(invalid_token("the token does not say whose it is; sign in again"));
        };
        if !claim("cognito:groups").is_some_and(|groups| holds(groups, EMPLOYEES_GROUP)) {
            return Err(Failure::Forbidden {
                detail: format!("this is for members of the group `{EMPLOYEES_GROUP}`; ask to become one"),
            });
        }
        Ok(Self {
            sub: sub.to_owned(),
            username: username.to_owned(),
        })
    }

    /// The user's ID, which no other user of the pool ever has.
    pub fn sub(&self) -> &str {
        &self.sub
    }

    /// The user's name in the pool; none where people sign in with an e-mail address, for there the pool calls them by
    /// their ID, and the address is not in an access token: whoever wants it asks the pool's `userInfo` endpoint.
    /// <https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html>
    pub fn name(&self) -> Option<&str> {
        (self.username != self.sub).then_some(self.username.as_str())
    }
}

/// The client of the user pool that an employee's token has to be made out to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UserPoolClient(String);

impl UserPoolClient {
    /// The client of this ID.
    pub fn new(id: impl Into<String>) -> Self {
        Self(id.into())
    }
}

fn invalid_token(detail: &str) -> Failure {
    Failure::Unauthorized {
        challenge: Challenge::InvalidToken,
        detail: detail.to_owned(),
    }
}

/// Whether a list of groups holds one.
///
/// In the token it is a list; the authorizer of a REST API writes it as text, with or without brackets, and with commas or
/// spaces between the names. A group's name has no space in it; one with a comma is read as two, so that the pool's
/// administrator, who alone makes groups, must not make one.
fn holds(groups: &str, group: &str) -> bool {
    let bare = groups
        .strip_prefix('[')
        .and_then(|rest| rest.strip_suffix(']'))
        .unwrap_or(groups);
    bare.split([',', ' ']).any(|name| name == group)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::{Value, json};

    use super::*;

    fn claims() -> Value {
        json!({
            "sub": "5e1b", "username": "ann", "token_use": "access", "client_id": "site",
            "cognito:groups": "employees", "scope": "openid shop/employee"
        })
    }

    fn read(authorizer: &Value) -> Result<Employee, Failure> {
        let event = json!({
            "httpMethod": "GET", "path": "/orders",
            "requestContext": { "requestId": "r-1", "authorizer": authorizer }
        });
        let request = Request::parse(&event.to_string()).unwrap();
        Employee::of(&request, &UserPoolClient::new("site"))
    }

    #[track_caller]
    fn check(claim: &str, value: &Value, status: u16) {
        let mut claims = claims();
        claims[claim] = value.clone();
        let answered = match read(&json!({ "claims": claims })) {
            Ok(_) => 200,
            Err(Failure::Unauthorized {
                challenge: Challenge::InvalidToken,
                ..
            }) => 401,
            Err(Failure::Forbidden { .. }) => 403,
            Err(other) => panic!("{other:?}"),
        };
        assert_eq!(answered, status, "`{claim}` = {value}");
    }

    #[test]
    fn an_employees_access_token_is_believed() {
        let employee = read(&json!({ "claims": claims() })).unwrap();
        assert_eq!((employee.sub(), employee.name()), ("5e1b", Some("ann")));
    }

    #[test]
    fn without_claims_nobody_is_an_employee() {
        for authorizer in [
            Value::Null,
            json!({}),
            json!({ "claims": null }),
            json!({ "claims": {} }),
            json!({ "principalId": "ann" }),
        ] {
            let failure = read(&authorizer).unwrap_err();
            assert!(
                matches!(
                    failure,
                    Failure::Unauthorized {
                        challenge: Challenge::NoToken,
                        ..
                    }
                ),
                "{authorizer}: {failure:?}"
            );
        }
    }

    #[test]
    fn a_token_for_something_else_is_refused() {
        check("token_use", &json!("id"), 401);
        check("token_use", &json!("Access"), 401);
        check("token_use", &Value::Null, 401);
        check("client_id", &json!("another"), 401);
        check("client_id", &json!("site2"), 401);
        check("client_id", &Value::Null, 401);
        check("client_id", &json!(["site"]), 401);
        check("sub", &json!(""), 401);
        check("username", &Value::Null, 401);
    }

    #[test]
    fn an_id_token_is_refused_although_it_names_the_client_as_its_audience() {
        let mut claims = claims();
        let id_token = claims.as_object_mut().unwrap();
        id_token.remove("client_id");
        id_token.insert("aud".to_owned(), "site".into());
        id_token.insert("token_use".to_owned(), "id".into());
        assert!(matches!(
            read(&json!({ "claims": claims })),
            Err(Failure::Unauthorized { .. })
        ));
    }

    #[test]
    fn groups_are_read_however_the_gateway_writes_them() {
        for groups in [
            "employees",
            "[employees]",
            "admins,employees",
            "admins, employees",
            "admins employees",
            "[admins employees]",
            "[employees, admins]",
        ] {
            check("cognito:groups", &json!(groups), 200);
        }
        for groups in [
            "",
            "[]",
            "employees2",
            "ex-employees",
            "Employees",
            "[employees",
            "admins",
        ] {
            check("cognito:groups", &json!(groups), 403);
        }
        check("cognito:groups", &Value::Null, 403);
    }

    proptest! {
        #[test]
        fn one_is_an_employee_by_exactly_one_of_ones_groups(
            groups in proptest::collection::vec("employees|[a-z-]{1,9}|employees[a-z]", 0..5), bracketed: bool
        ) {
            for separator in [",", ", ", " "] {
                let list = groups.join(separator);
                let list = if bracketed { format!("[{list}]") } else { list };
                prop_assert_eq!(holds(&list, "employees"), groups.iter().any(|group| group == "employees"), "{}", list);
            }
        }
    }
}
