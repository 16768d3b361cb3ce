//! The users who can sign in to an application: groups of the stack's Cognito user pool.
//!
//! There is no self-registration; users are added here. A password is never a command-line argument and is never printed:
//! Cognito emails the temporary one to the user. There is deliberately no way to delete a user, because records may refer
//! to them; a user who must not sign in any more is disabled.

use std::collections::{BTreeMap, BTreeSet};

use aws_sdk_s3::primitives::{DateTime, DateTimeFormat};
use infra_gen_local::rpc::{self, Client};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use crate::app::{UserGroup, Users};
use crate::aws::{Aws, AwsError};
use crate::email::{Email, InvalidEmail};
use crate::program;

pub(crate) use password::{Password, PasswordError};

pub(crate) mod dev_user;
mod password;

/// A user pool and its managed groups.
#[derive(Debug)]
pub(crate) struct Pool<'a> {
    client: Client,
    id: &'a str,
    users: Users,
}

/// Why an operation on users failed.
#[derive(Debug, thiserror::Error)]
pub(crate) enum UserError {
    #[error("the application has no user pool\n  hint: set `users` in its `App`")]
    NoUsers,
    #[error(
        "the stack has no output `{0}` with its user pool\n  hint: add the output to the template and deploy it"
    )]
    NoPool(&'static str),
    #[error("unknown group `{name}`\n  hint: the groups are {known}")]
    NoGroup { name: String, known: String },
    #[error("unknown user `{0}`\n  hint: `{program} user list` shows all users", program = program::name())]
    NotFound(Email),
    #[error("the user pool rejected the password: {0}")]
    Policy(String),
    #[error(transparent)]
    Email(#[from] InvalidEmail),
    #[error(transparent)]
    Password(#[from] PasswordError),
    #[error(transparent)]
    PasswordFile(#[from] dev_user::PasswordFileError),
    #[error(transparent)]
    Aws(#[from] AwsError),
}

/// How a new user gets a password.
#[derive(Debug)]
pub(crate) enum InitialCredential {
    /// Cognito emails a temporary password, which the user replaces at the first sign-in.
    Invitation,
    /// The user knows this password already.
    Password(Password),
}

/// The result of adding a user.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Added {
    New,
    /// The user existed. They are in the group now, and in the groups that they were in before.
    Existing(UserState),
}

/// Whether a user can sign in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum UserState {
    /// Has set a password.
    Active,
    /// Has not replaced the temporary password yet.
    Invited,
    /// Must reset the password or complete another step first.
    Pending,
    /// Cannot sign in.
    Disabled,
}

impl UserState {
    fn new(enabled: bool, status: Option<&str>) -> Self {
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

/// A user of the pool.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct User {
    pub(crate) email: String,
    pub(crate) state: UserState,
    /// The managed groups that the user is in. A user in none can sign in but has no permissions.
    pub(crate) groups: Vec<&'static str>,
    /// RFC 3339, in UTC.
    pub(crate) created_at: Option<String>,
}

impl<'a> Pool<'a> {
    /// The pool named in the outputs of a deployed stack.
    pub(crate) fn new(
        aws: &Aws,
        users: Users,
        outputs: &'a BTreeMap<String, String>,
    ) -> Result<Self, UserError> {
        let output = users.pool_output;
        let id = outputs.get(output).ok_or(UserError::NoPool(output))?;
        Ok(Self {
            client: Client::new(&aws.config, rpc::USER_POOLS),
            id,
            users,
        })
    }

    /// The managed group with this name; without a name, the default group.
    pub(crate) fn group(&self, name: Option<&str>) -> Result<UserGroup, UserError> {
        let Some(name) = name else {
            return Ok(self.users.default_group);
        };
        let mut groups = self.users.groups();
        groups.find(|group| group.name == name).ok_or_else(|| {
            let known: Vec<_> = self
                .users
                .groups()
                .map(|group| format!("`{}`", group.name))
                .collect();
            UserError::NoGroup {
                name: name.to_owned(),
                known: known.join(", "),
            }
        })
    }

    /// Adds a user to the pool and to a group. An existing user keeps their state and password.
    pub(crate) async fn add(
        &self,
        email: &Email,
        group: UserGroup,
        credential: &InitialCredential,
    ) -> Result<Added, UserError> {
        let mut input = json!({
            "UserAttributes": [
                { "Name": "email", "Value": email.as_str() },
                // The administrator vouches for the address. A password can be reset only through a verified one.
                { "Name": "email_verified", "Value": "true" },
            ],
        });
        match credential {
            InitialCredential::Invitation => input["DesiredDeliveryMediums"] = json!(["EMAIL"]),
            // First set as the temporary password, so that no user is created if the policy rejects it.
            InitialCredential::Password(password) => {
                input["MessageAction"] = json!("SUPPRESS");
                input["TemporaryPassword"] = json!(password.reveal());
            }
        }
        let added = match self.call::<EmptyResponse>("AdminCreateUser", email, input).await {
            Ok(_) => Added::New,
            Err(error) => {
                let error = AwsError::new(format!("add `{email}`"), &error);
                if !error.is("UsernameExistsException") {
                    return Err(explain(email, error));
                }
                Added::Existing(self.state(email).await?)
            }
        };
        self.add_to_group(email, group).await?;
        if let (Added::New, InitialCredential::Password(password)) = (added, credential) {
            self.set_password(email, password).await?;
        }
        Ok(added)
    }

    /// Emails a new temporary password to a user who has not replaced the last one.
    pub(crate) async fn invite_again(&self, email: &Email) -> Result<(), UserError> {
        self.call::<EmptyResponse>(
            "AdminCreateUser",
            email,
            json!({ "MessageAction": "RESEND", "DesiredDeliveryMediums": ["EMAIL"] }),
        )
        .await
        .map_err(|error| explain(email, AwsError::new(format!("invite `{email}` again"), &error)))?;
        Ok(())
    }

    /// Disables a user and revokes their refresh tokens.
    pub(crate) async fn disable(&self, email: &Email) -> Result<(), UserError> {
        self.call::<EmptyResponse>("AdminDisableUser", email, json!({}))
            .await
            .map_err(|error| explain(email, AwsError::new(format!("disable `{email}`"), &error)))?;
        // In this order: after a sign-out, the user could sign in again before being disabled.
        self.call::<EmptyResponse>("AdminUserGlobalSignOut", email, json!({}))
            .await
            .map_err(|error| explain(email, AwsError::new(format!("sign `{email}` out"), &error)))?;
        Ok(())
    }

    /// Enables a disabled user.
    pub(crate) async fn enable(&self, email: &Email) -> Result<(), UserError> {
        self.call::<EmptyResponse>("AdminEnableUser", email, json!({}))
            .await
            .map_err(|error| explain(email, AwsError::new(format!("enable `{email}`"), &error)))?;
        Ok(())
    }

    /// Sets a permanent password.
    pub(crate) async fn set_password(&self, email: &Email, password: &Password) -> Result<(), UserError> {
        self.call::<EmptyResponse>(
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

    /// All users of the pool, sorted by address.
    pub(crate) async fn list(&self) -> Result<Vec<User>, UserError> {
        let mut members = Vec::new();
        for group in self.users.groups() {
            members.push((group.name, self.members(group).await?));
        }
        let users = self
            .pages("ListUsers", "PaginationToken", json!({ "UserPoolId": self.id }))
            .await;
        let users = users.map_err(|error| AwsError::new("list the users", &error))?;
        let mut users: Vec<User> = users.iter().map(|user| user.summary(&members)).collect();
        users.sort_by(|one, other| one.email.cmp(&other.email));
        Ok(users)
    }

    /// The user names of a group's members.
    async fn members(&self, group: UserGroup) -> Result<BTreeSet<String>, UserError> {
        let action = format!("list the users in group `{}`", group.name);
        let input = json!({ "UserPoolId": self.id, "GroupName": group.name });
        let users = self.pages("ListUsersInGroup", "NextToken", input).await;
        let users = users.map_err(|error| AwsError::new(action, &error))?;
        Ok(users.into_iter().filter_map(|user| user.username).collect())
    }

    async fn state(&self, email: &Email) -> Result<UserState, UserError> {
        let user: CognitoUser = self
            .call("AdminGetUser", email, json!({}))
            .await
            .map_err(|error| explain(email, AwsError::new(format!("look up `{email}`"), &error)))?;
        Ok(UserState::new(user.enabled, user.status.as_deref()))
    }

    /// Calls an operation on one user.
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

    /// All pages of an operation that lists users. `token` is the operation's name for the next page's token.
    async fn pages(
        &self,
        operation: &'static str,
        token: &'static str,
        mut input: Value,
    ) -> Result<Vec<CognitoUser>, rpc::CallError> {
        let mut users = Vec::new();
        loop {
            let mut page: Map<String, Value> = self.client.call(operation, &input).await?;
            let listed = page.remove("Users").unwrap_or_else(|| json!([]));
            let listed: Vec<CognitoUser> =
                serde_json::from_value(listed).map_err(rpc::CallError::construction_failure)?;
            users.extend(listed);
            match page.remove(token) {
                Some(next @ Value::String(_)) => input[token] = next,
                _ => return Ok(users),
            }
        }
    }

    async fn add_to_group(&self, email: &Email, group: UserGroup) -> Result<(), UserError> {
        let name = group.name;
        self.call::<EmptyResponse>("AdminAddUserToGroup", email, json!({ "GroupName": name }))
            .await
            .map_err(|error| {
                explain(
                    email,
                    AwsError::new(format!("add `{email}` to group `{name}`"), &error),
                )
            })?;
        Ok(())
    }
}

/// Translates an error of an operation on one user.
fn explain(email: &Email, error: AwsError) -> UserError {
    if error.is("UserNotFoundException") {
        UserError::NotFound(email.clone())
    } else if error.is("InvalidPasswordException") {
        UserError::Policy(error.message().unwrap_or_default().to_owned())
    } else {
        error.into()
    }
}

/// A user in the responses of Cognito. (`AdminGetUser` has other attribute names, which are not read.)
#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
struct CognitoUser {
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

/// A response without content.
#[derive(Debug, Deserialize)]
struct EmptyResponse {}

impl CognitoUser {
    /// `members` are the names of the users in each managed group.
    fn summary(&self, members: &[(&'static str, BTreeSet<String>)]) -> User {
        let username = self.username.as_deref().unwrap_or_default();
        let email = self
            .attributes
            .iter()
            .find(|attribute| attribute.name == "email")
            .and_then(|attribute| attribute.value.as_deref())
            .unwrap_or(username);
        User {
            email: email.to_owned(),
            state: UserState::new(self.enabled, self.status.as_deref()),
            groups: members
                .iter()
                .filter(|(_, members)| members.contains(username))
                .map(|(group, _)| *group)
                .collect(),
            created_at: self.created.and_then(timestamp),
        }
    }
}

/// RFC 3339, without fractions of a second.
fn timestamp(seconds: f64) -> Option<String> {
    let whole = DateTime::from_secs_f64(seconds).secs();
    DateTime::from_secs(whole).fmt(DateTimeFormat::DateTime).ok()
}
