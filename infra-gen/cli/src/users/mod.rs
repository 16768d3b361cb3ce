//! The people who may sign in to an application whose stack keeps them: a group of a Cognito user pool.
//!
//! Nobody signs up; somebody with the right to do so adds people here. A password is never on a command line, and none
//! is shown: Cognito mails the first one to whom it belongs. Deleting people is absent on purpose, since what they did
//! stays in the records; who is not to sign in any more is disabled.

use std::collections::BTreeMap;

use aws_sdk_s3::primitives::{DateTime, DateTimeFormat};
use infra_gen_local::rpc::{self, Client};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use crate::app::Users;
use crate::aws::{Aws, AwsError};
use crate::program;

pub use email::{Email, NotAnEmail};
pub(crate) use password::{Password, PasswordError};

pub(crate) mod dev_user;
mod email;
mod password;

/// A user pool and the group of it that is managed.
#[derive(Debug)]
pub(crate) struct Pool<'a> {
    client: Client,
    id: &'a str,
    group: &'static str,
}

/// Why something about users failed.
#[derive(Debug, thiserror::Error)]
pub(crate) enum UserError {
    #[error("the application keeps no users; give its `App` `users`")]
    NoUsers,
    #[error("the stack has no output `{0}`, which names its user pool; deploy the template that has it")]
    NoPool(&'static str),
    #[error("there is no user `{0}`; `{program} user list` shows who there is", program = program::name())]
    Nobody(Email),
    #[error("the user pool refuses the password: {0}")]
    Policy(String),
    #[error(transparent)]
    Email(#[from] NotAnEmail),
    #[error(transparent)]
    Password(#[from] PasswordError),
    #[error(transparent)]
    PasswordFile(#[from] dev_user::PasswordFileError),
    #[error(transparent)]
    Aws(#[from] AwsError),
}

/// How somebody new gets a first password.
#[derive(Debug)]
pub(crate) enum InitialCredential {
    /// Cognito makes a temporary one and mails it; the first sign-in replaces it.
    Invitation,
    /// It is known to them already.
    Password(Password),
}

/// What adding somebody came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Added {
    New,
    /// There was such a user, who is in the group now, whatever was before.
    Already(State),
}

/// Whether somebody can sign in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum State {
    /// Has a password of their own.
    Active,
    /// Has not used the temporary password yet.
    Invited,
    /// Must choose a new password first, or has to do something else about theirs.
    Pending,
    /// Must not sign in.
    Disabled,
}

impl State {
    fn of(enabled: bool, status: Option<&str>) -> Self {
        match status {
            _ if !enabled => Self::Disabled,
            Some("CONFIRMED" | "EXTERNAL_PROVIDER") => Self::Active,
            Some("FORCE_CHANGE_PASSWORD") => Self::Invited,
            _ => Self::Pending,
        }
    }

    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Invited => "invited",
            Self::Pending => "pending",
            Self::Disabled => "disabled",
        }
    }
}

/// Somebody in the pool.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Person {
    pub(crate) email: String,
    pub(crate) state: State,
    /// Whether they are in the managed group; who is not can sign in and do nothing.
    pub(crate) in_group: bool,
    /// RFC 3339, in UTC.
    pub(crate) created_at: Option<String>,
}

impl<'a> Pool<'a> {
    /// The pool that a deployed stack's outputs name.
    pub(crate) fn of(
        aws: &Aws,
        users: Users,
        outputs: &'a BTreeMap<String, String>,
    ) -> Result<Self, UserError> {
        let output = users.pool_output;
        let id = outputs.get(output).ok_or(UserError::NoPool(output))?;
        Ok(Self {
            client: Client::new(&aws.config, rpc::USER_POOLS),
            id,
            group: users.group,
        })
    }

    /// Adds somebody to the pool and the group. Who is there already keeps state and password.
    pub(crate) async fn add(
        &self,
        email: &Email,
        credential: &InitialCredential,
    ) -> Result<Added, UserError> {
        let mut input = json!({
            "UserAttributes": [
                { "Name": "email", "Value": email.as_str() },
                // Whoever adds them vouches for the address, so that a forgotten password can be reset.
                { "Name": "email_verified", "Value": "true" },
            ],
        });
        match credential {
            InitialCredential::Invitation => input["DesiredDeliveryMediums"] = json!(["EMAIL"]),
            // Tried as the temporary one, so that a password which the policy refuses leaves no user behind.
            InitialCredential::Password(password) => {
                input["MessageAction"] = json!("SUPPRESS");
                input["TemporaryPassword"] = json!(password.reveal());
            }
        }
        let added = match self.call::<Nothing>("AdminCreateUser", email, input).await {
            Ok(_) => Added::New,
            Err(error) => {
                let error = AwsError::new(format!("add `{email}`"), &error);
                if !error.is("UsernameExistsException") {
                    return Err(explain(email, error));
                }
                Added::Already(self.state(email).await?)
            }
        };
        self.join(email).await?;
        if let (Added::New, InitialCredential::Password(password)) = (added, credential) {
            self.set_password(email, password).await?;
        }
        Ok(added)
    }

    /// Mails a new temporary password to somebody who has not used the last one.
    pub(crate) async fn invite_again(&self, email: &Email) -> Result<(), UserError> {
        self.call::<Nothing>(
            "AdminCreateUser",
            email,
            json!({ "MessageAction": "RESEND", "DesiredDeliveryMediums": ["EMAIL"] }),
        )
        .await
        .map_err(|error| explain(email, AwsError::new(format!("invite `{email}` again"), &error)))?;
        Ok(())
    }

    /// Keeps somebody from signing in, and ends the sessions that are open.
    pub(crate) async fn disable(&self, email: &Email) -> Result<(), UserError> {
        self.call::<Nothing>("AdminDisableUser", email, json!({}))
            .await
            .map_err(|error| explain(email, AwsError::new(format!("disable `{email}`"), &error)))?;
        // In this order: who is signed out first could sign in again before being disabled.
        self.call::<Nothing>("AdminUserGlobalSignOut", email, json!({}))
            .await
            .map_err(|error| explain(email, AwsError::new(format!("sign `{email}` out"), &error)))?;
        Ok(())
    }

    /// Lets somebody sign in again.
    pub(crate) async fn enable(&self, email: &Email) -> Result<(), UserError> {
        self.call::<Nothing>("AdminEnableUser", email, json!({}))
            .await
            .map_err(|error| explain(email, AwsError::new(format!("enable `{email}`"), &error)))?;
        Ok(())
    }

    /// Gives somebody a password that they need not change.
    pub(crate) async fn set_password(&self, email: &Email, password: &Password) -> Result<(), UserError> {
        self.call::<Nothing>(
            "AdminSetUserPassword",
            email,
            json!({ "Password": password.reveal(), "Permanent": true }),
        )
        .await
        .map_err(|error| {
            explain(
                email,
                AwsError::new(format!("set the password of `{email}`"), &error),
            )
        })?;
        Ok(())
    }

    /// Everybody in the pool, by address.
    pub(crate) async fn list(&self) -> Result<Vec<Person>, UserError> {
        let action = format!("list the users in group `{}`", self.group);
        let group = json!({ "UserPoolId": self.id, "GroupName": self.group });
        let members = self.pages("ListUsersInGroup", "NextToken", group).await;
        let members: Vec<String> = members
            .map_err(|error| AwsError::new(action, &error))?
            .into_iter()
            .filter_map(|user| user.username)
            .collect();
        let users = self
            .pages("ListUsers", "PaginationToken", json!({ "UserPoolId": self.id }))
            .await;
        let users = users.map_err(|error| AwsError::new("list the users", &error))?;
        let mut people: Vec<Person> = users.iter().map(|user| person(user, &members)).collect();
        people.sort_by(|one, other| one.email.cmp(&other.email));
        Ok(people)
    }

    async fn state(&self, email: &Email) -> Result<State, UserError> {
        let user: User = self
            .call("AdminGetUser", email, json!({}))
            .await
            .map_err(|error| explain(email, AwsError::new(format!("look up `{email}`"), &error)))?;
        Ok(State::of(user.enabled, user.status.as_deref()))
    }

    /// Calls an operation on somebody in the pool.
    async fn call<O>(
        &self,
        operation: &'static str,
        email: &Email,
        mut input: Value,
    ) -> Result<O, rpc::CallError>
    where
        O: for<'de> Deserialize<'de> + std::fmt::Debug + Send + Sync + 'static,
    {
        input["UserPoolId"] = json!(self.id);
        input["Username"] = json!(email.as_str());
        self.client.call(operation, &input).await
    }

    /// All users that an operation lists; `token` is what it calls the key of the next page.
    async fn pages(
        &self,
        operation: &'static str,
        token: &'static str,
        mut input: Value,
    ) -> Result<Vec<User>, rpc::CallError> {
        let mut users = Vec::new();
        loop {
            let mut page: Map<String, Value> = self.client.call(operation, &input).await?;
            let listed = page.remove("Users").unwrap_or_else(|| json!([]));
            let listed: Vec<User> =
                serde_json::from_value(listed).map_err(rpc::CallError::construction_failure)?;
            users.extend(listed);
            match page.remove(token) {
                Some(next @ Value::String(_)) => input[token] = next,
                _ => return Ok(users),
            }
        }
    }

    async fn join(&self, email: &Email) -> Result<(), UserError> {
        self.call::<Nothing>("AdminAddUserToGroup", email, json!({ "GroupName": self.group }))
            .await
            .map_err(|error| {
                explain(
                    email,
                    AwsError::new(format!("add `{email}` to group `{}`", self.group), &error),
                )
            })?;
        Ok(())
    }
}

/// What a refusal about somebody means.
fn explain(email: &Email, error: AwsError) -> UserError {
    if error.is("UserNotFoundException") {
        UserError::Nobody(email.clone())
    } else if error.is("InvalidPasswordException") {
        UserError::Policy(error.said().unwrap_or_default().to_owned())
    } else {
        error.into()
    }
}

/// A user, as Cognito describes them. `AdminGetUser` calls the attributes otherwise; nobody reads them there.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
struct User {
    username: Option<String>,
    #[serde(default)]
    attributes: Vec<Attribute>,
    #[serde(default)]
    enabled: bool,
    #[serde(rename = "UserStatus")]
    status: Option<String>,
    /// In seconds since 1970.
    #[serde(rename = "UserCreateDate")]
    created: Option<f64>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Attribute {
    name: String,
    value: Option<String>,
}

/// A result that nobody reads.
#[derive(Debug, Deserialize)]
struct Nothing {}

fn person(user: &User, members: &[String]) -> Person {
    let username = user.username.as_deref().unwrap_or_default();
    let email = user
        .attributes
        .iter()
        .find(|attribute| attribute.name == "email")
        .and_then(|attribute| attribute.value.as_deref())
        .unwrap_or(username);
    Person {
        email: email.to_owned(),
        state: State::of(user.enabled, user.status.as_deref()),
        in_group: members.iter().any(|member| member == username),
        created_at: user.created.and_then(instant),
    }
}

/// To the second.
fn instant(seconds: f64) -> Option<String> {
    let whole = DateTime::from_secs_f64(seconds).secs();
    DateTime::from_secs(whole).fmt(DateTimeFormat::DateTime).ok()
}
