//! The people who may sign in to an application whose stack keeps them: a group of a Cognito user pool.
//!
//! Nobody signs up; somebody with the right to do so adds people here. A password is never on a command line, and none
//! is shown: Cognito mails the first one to whom it belongs. Deleting people is absent on purpose, since what they did
//! stays in the records; who is not to sign in any more is disabled.

use std::collections::BTreeMap;

use aws_sdk_cognitoidentityprovider::Client;
use aws_sdk_cognitoidentityprovider::primitives::{DateTime, DateTimeFormat};
use aws_sdk_cognitoidentityprovider::types::{
    AttributeType, DeliveryMediumType, MessageActionType, UserStatusType, UserType,
};
use serde::Serialize;

use crate::app::Users;
use crate::aws::{Aws, AwsError};

pub(crate) use email::{Email, NotAnEmail};
pub(crate) use password::{Password, PasswordError};

mod email;
mod password;
pub(crate) mod resident;

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
    #[error("there is no user `{0}`; `infra-gen user list` shows who there is")]
    Nobody(Email),
    #[error("the user pool refuses the password: {0}")]
    Policy(String),
    #[error(transparent)]
    Email(#[from] NotAnEmail),
    #[error(transparent)]
    Password(#[from] PasswordError),
    #[error(transparent)]
    Keep(#[from] resident::KeepError),
    #[error(transparent)]
    Aws(#[from] AwsError),
}

/// How somebody new gets a first password.
#[derive(Debug)]
pub(crate) enum Welcome {
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
    fn of(enabled: bool, status: Option<&UserStatusType>) -> Self {
        match status {
            _ if !enabled => Self::Disabled,
            Some(UserStatusType::Confirmed | UserStatusType::ExternalProvider) => Self::Active,
            Some(UserStatusType::ForceChangePassword) => Self::Invited,
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
            client: Client::new(&aws.config),
            id,
            group: users.group,
        })
    }

    /// Adds somebody to the pool and the group. Who is there already keeps state and password.
    pub(crate) async fn add(&self, email: &Email, welcome: &Welcome) -> Result<Added, UserError> {
        let request = self
            .client
            .admin_create_user()
            .user_pool_id(self.id)
            .username(email.as_str())
            .user_attributes(attribute("email", email.as_str()))
            // Whoever adds them vouches for the address, so that a forgotten password can be mended.
            .user_attributes(attribute("email_verified", "true"));
        let request = match welcome {
            Welcome::Invitation => request.desired_delivery_mediums(DeliveryMediumType::Email),
            // Tried as the temporary one, so that a password which the policy refuses leaves no user behind.
            Welcome::Password(password) => request
                .message_action(MessageActionType::Suppress)
                .temporary_password(password.reveal()),
        };
        let added = match request.send().await {
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
        if let (Added::New, Welcome::Password(password)) = (added, welcome) {
            self.set_password(email, password).await?;
        }
        Ok(added)
    }

    /// Mails a new temporary password to somebody who has not used the last one.
    pub(crate) async fn invite_again(&self, email: &Email) -> Result<(), UserError> {
        self.client
            .admin_create_user()
            .user_pool_id(self.id)
            .username(email.as_str())
            .message_action(MessageActionType::Resend)
            .desired_delivery_mediums(DeliveryMediumType::Email)
            .send()
            .await
            .map_err(|error| explain(email, AwsError::new(format!("invite `{email}` again"), &error)))?;
        Ok(())
    }

    /// Keeps somebody from signing in, and ends the sessions that are open.
    pub(crate) async fn disable(&self, email: &Email) -> Result<(), UserError> {
        self.client
            .admin_disable_user()
            .user_pool_id(self.id)
            .username(email.as_str())
            .send()
            .await
            .map_err(|error| explain(email, AwsError::new(format!("disable `{email}`"), &error)))?;
        // In this order: who is signed out first could sign in again before being disabled.
        self.client
            .admin_user_global_sign_out()
            .user_pool_id(self.id)
            .username(email.as_str())
            .send()
            .await
            .map_err(|error| explain(email, AwsError::new(format!("sign `{email}` out"), &error)))?;
        Ok(())
    }

    /// Lets somebody sign in again.
    pub(crate) async fn enable(&self, email: &Email) -> Result<(), UserError> {
        self.client
            .admin_enable_user()
            .user_pool_id(self.id)
            .username(email.as_str())
            .send()
            .await
            .map_err(|error| explain(email, AwsError::new(format!("enable `{email}`"), &error)))?;
        Ok(())
    }

    /// Gives somebody a password that they need not change.
    pub(crate) async fn set_password(&self, email: &Email, password: &Password) -> Result<(), UserError> {
        self.client
            .admin_set_user_password()
            .user_pool_id(self.id)
            .username(email.as_str())
            .password(password.reveal())
            .permanent(true)
            .send()
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
        let mut members = Vec::new();
        let mut pages = self
            .client
            .list_users_in_group()
            .user_pool_id(self.id)
            .group_name(self.group)
            .into_paginator()
            .items()
            .send();
        while let Some(user) = pages.next().await {
            let user = user.map_err(|error| {
                AwsError::new(format!("list the users in group `{}`", self.group), &error)
            })?;
            members.extend(user.username);
        }
        let mut people = Vec::new();
        let mut pages = self
            .client
            .list_users()
            .user_pool_id(self.id)
            .into_paginator()
            .items()
            .send();
        while let Some(user) = pages.next().await {
            let user = user.map_err(|error| AwsError::new("list the users", &error))?;
            people.push(person(&user, &members));
        }
        people.sort_by(|one, other| one.email.cmp(&other.email));
        Ok(people)
    }

    async fn state(&self, email: &Email) -> Result<State, UserError> {
        let user = self
            .client
            .admin_get_user()
            .user_pool_id(self.id)
            .username(email.as_str())
            .send()
            .await
            .map_err(|error| explain(email, AwsError::new(format!("look up `{email}`"), &error)))?;
        Ok(State::of(user.enabled, user.user_status.as_ref()))
    }

    async fn join(&self, email: &Email) -> Result<(), UserError> {
        self.client
            .admin_add_user_to_group()
            .user_pool_id(self.id)
            .username(email.as_str())
            .group_name(self.group)
            .send()
            .await
            .map_err(|error| {
                let action = format!("add `{email}` to group `{}`", self.group);
                explain(email, AwsError::new(action, &error))
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

fn attribute(name: &str, value: &str) -> AttributeType {
    AttributeType::builder()
        .name(name)
        .value(value)
        .build()
        .expect("an attribute with a name is complete")
}

fn person(user: &UserType, members: &[String]) -> Person {
    let username = user.username().unwrap_or_default();
    let email = user
        .attributes()
        .iter()
        .find(|attribute| attribute.name() == "email")
        .and_then(AttributeType::value)
        .unwrap_or(username);
    Person {
        email: email.to_owned(),
        state: State::of(user.enabled, user.user_status.as_ref()),
        in_group: members.iter().any(|member| member == username),
        created_at: user.user_create_date.as_ref().and_then(instant),
    }
}

fn instant(date: &DateTime) -> Option<String> {
    DateTime::from_secs(date.secs())
        .fmt(DateTimeFormat::DateTime)
        .ok()
}
