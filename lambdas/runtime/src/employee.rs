//! The employee who sent a request.
//!
//! The gateway's authorizer has already checked the token: signature, issuer, expiry and scope. This module checks the claims
//! that the authorizer does not check: the client, the use of the token, and the group of the user.
//! It never reads the token itself: a request without the authorizer's claims is unauthenticated.

use std::ops::Deref;

use shop_contract::sign_in::{EMPLOYEES_GROUP, MANAGER_GROUP, STAFF_GROUP};

use crate::{Challenge, Failure, Request};

/// A signed-in employee: staff or a manager. A value exists only for a request whose claims were checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Employee {
    sub: String,
    username: String,
    role: Role,
}

/// What an employee may do. Each role may do everything that the roles before it may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// Runs the shop day by day.
    Staff,
    /// Also sets prices and texts and gives refunds.
    Manager,
}

impl Role {
    /// The highest role of a member of these groups.
    fn of(groups: &str) -> Option<Self> {
        if contains(groups, MANAGER_GROUP) {
            Some(Self::Manager)
        } else if contains(groups, STAFF_GROUP) || contains(groups, EMPLOYEES_GROUP) {
            Some(Self::Staff)
        } else {
            None
        }
    }

    /// The group whose members have this role.
    const fn group(self) -> &'static str {
        match self {
            Self::Staff => STAFF_GROUP,
            Self::Manager => MANAGER_GROUP,
        }
    }
}

impl Employee {
    /// Checks the claims that the authorizer added to a request.
    pub(crate) fn from_request(request: &Request, client: &UserPoolClient) -> Result<Self, Failure> {
        Self::with_role(Role::Staff, request, client)
    }

    /// The same, for an employee who must have at least this role.
    fn with_role(required: Role, request: &Request, client: &UserPoolClient) -> Result<Self, Failure> {
        if !request.has_claims() {
            return Err(Failure::Unauthorized {
                challenge: Challenge::NoToken,
                detail: "sign in as an employee, and send the access token as `Authorization: Bearer …`"
                    .to_owned(),
            });
        }
        let claim = |name: &'static str| request.claim(name).filter(|text| !text.is_empty());
        if claim("token_use") != Some("access") {
            return Err(invalid_token(
                "the token is not an access token; send the access token",
            ));
        }
        if claim("client_id") != Some(&client.0) {
            return Err(invalid_token(
                "the token was issued to another client; sign in to this site",
            ));
        }
        let (Some(sub), Some(username)) = (claim("sub"), claim("username")) else {
            return Err(invalid_token(
                "the token has no subject or no username; sign in again",
            ));
        };
        let role = claim("cognito:groups").and_then(Role::of);
        let Some(role) = role.filter(|role| *role >= required) else {
            return Err(Failure::Forbidden {
                detail: format!(
                    "only members of the group `{}` may do this; ask an administrator to add you",
                    required.group()
                ),
            });
        };
        Ok(Self {
            sub: sub.to_owned(),
            username: username.to_owned(),
            role,
        })
    }

    /// The user's ID, unique in the user pool.
    pub fn sub(&self) -> &str {
        &self.sub
    }

    /// The username; none where users sign in with an email address. Then the username is the user's ID, and the address is
    /// not in the access token: the pool's `userInfo` endpoint returns it.
    /// <https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html>
    pub fn name(&self) -> Option<&str> {
        (self.username != self.sub).then_some(self.username.as_str())
    }

    /// What the employee may do.
    pub fn role(&self) -> Role {
        self.role
    }
}

/// A signed-in manager. A value exists only for a request whose claims were checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Manager(Employee);

impl Manager {
    /// Checks the claims that the authorizer added to a request.
    pub(crate) fn from_request(request: &Request, client: &UserPoolClient) -> Result<Self, Failure> {
        Employee::with_role(Role::Manager, request, client).map(Self)
    }
}

/// A manager may do everything that staff may do.
impl Deref for Manager {
    type Target = Employee;

    fn deref(&self) -> &Employee {
        &self.0
    }
}

/// The user pool client that an employee's token must be issued to.
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

/// Whether a list of groups contains a group.
///
/// The token has a JSON list. The authorizer of a REST API converts it to text, with or without brackets, and with commas or
/// spaces between the names. A group's name has no spaces. A name with a comma would be read as two, so the administrator
/// of the pool must not create one.
fn contains(groups: &str, group: &str) -> bool {
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
            "cognito:groups": "staff", "scope": "openid shop/employee"
        })
    }

    fn request(authorizer: &Value) -> Request {
        let event = json!({
            "httpMethod": "GET", "path": "/orders",
            "requestContext": { "requestId": "r-1", "authorizer": authorizer }
        });
        Request::parse(&event.to_string()).unwrap()
    }

    fn read(authorizer: &Value) -> Result<Employee, Failure> {
        Employee::from_request(&request(authorizer), &UserPoolClient::new("site"))
    }

    fn read_manager(groups: &str) -> Result<Manager, Failure> {
        let mut claims = claims();
        claims["cognito:groups"] = groups.into();
        let authorizer = json!({ "claims": claims });
        Manager::from_request(&request(&authorizer), &UserPoolClient::new("site"))
    }

    #[track_caller]
    fn check_forbidden(failure: &Failure, group: &str) {
        let Failure::Forbidden { detail } = failure else {
            panic!("{failure:?}")
        };
        let expected =
            format!("only members of the group `{group}` may do this; ask an administrator to add you");
        assert_eq!(*detail, expected);
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
    fn an_employees_access_token_is_accepted() {
        let employee = read(&json!({ "claims": claims() })).unwrap();
        assert_eq!((employee.sub(), employee.name()), ("5e1b", Some("ann")));
    }

    #[test]
    fn a_request_without_claims_is_unauthorized() {
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
    fn a_token_of_another_use_or_client_is_refused() {
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
    fn an_id_token_of_the_client_is_refused() {
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
    fn groups_are_read_in_every_format_of_the_gateway() {
        for groups in [
            "staff",
            "[staff]",
            "admins,staff",
            "admins, staff",
            "admins staff",
            "[admins staff]",
            "[staff, admins]",
        ] {
            check("cognito:groups", &json!(groups), 200);
        }
        for groups in ["", "[]", "staff2", "ex-staff", "Staff", "[staff", "admins"] {
            check("cognito:groups", &json!(groups), 403);
        }
        check("cognito:groups", &Value::Null, 403);
    }

    #[test]
    fn members_of_the_former_group_are_staff() {
        let mut claims = claims();
        claims["cognito:groups"] = "employees".into();
        assert_eq!(read(&json!({ "claims": claims })).unwrap().role(), Role::Staff);
    }

    #[test]
    fn a_manager_may_do_everything_that_staff_may_do() {
        for groups in ["manager", "staff,manager", "[employees manager]"] {
            let mut claims = claims();
            claims["cognito:groups"] = groups.into();
            let employee = read(&json!({ "claims": claims })).unwrap();
            assert_eq!(employee.role(), Role::Manager, "{groups}");
            assert_eq!(*read_manager(groups).unwrap(), employee, "{groups}");
        }
    }

    #[test]
    fn staff_are_not_managers() {
        for groups in ["staff", "employees", "managers", "admins"] {
            check_forbidden(&read_manager(groups).unwrap_err(), "manager");
        }
    }

    #[test]
    fn the_refusal_names_the_missing_group() {
        let mut claims = claims();
        claims["cognito:groups"] = "admins".into();
        check_forbidden(&read(&json!({ "claims": claims })).unwrap_err(), "staff");
    }

    proptest! {
        #[test]
        fn only_the_exact_groups_make_a_user_an_employee(
            groups in proptest::collection::vec("staff|employees|manager|[a-z-]{1,9}|staff[a-z]", 0..5), bracketed: bool
        ) {
            let has = |name: &str| groups.iter().any(|group| group == name);
            let expected = if has("manager") {
                Some(Role::Manager)
            } else if has("staff") || has("employees") {
                Some(Role::Staff)
            } else {
                None
            };
            for separator in [",", ", ", " "] {
                let list = groups.join(separator);
                let list = if bracketed { format!("[{list}]") } else { list };
                prop_assert_eq!(Role::of(&list), expected, "{}", list);
            }
        }
    }
}
