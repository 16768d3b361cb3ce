//! Groups of a pool's users.

use std::borrow::Cow;

use infra_gen_cfn::{Handle, LogicalId, Stack, cognito};

use super::UserPool;

/// A group of a pool's users. Tokens contain the names of a user's groups.
pub struct UserPoolGroup {
    /// The group.
    pub group: Handle<cognito::UserPoolGroup>,
}

/// The options of a [`UserPoolGroup`].
#[derive(Clone)]
pub struct UserPoolGroupProps<'a> {
    /// The pool.
    pub pool: &'a UserPool,
    /// The group's name.
    pub name: Cow<'static, str>,
    /// What the group is for.
    pub description: Option<Cow<'static, str>>,
}

impl<'a> UserPoolGroupProps<'a> {
    /// A group of `pool` with this name.
    pub fn new(pool: &'a UserPool, name: impl Into<Cow<'static, str>>) -> Self {
        Self {
            pool,
            name: name.into(),
            description: None,
        }
    }
}

impl UserPoolGroup {
    /// Adds a group to the stack: `<id>Group`.
    pub fn new(stack: &mut Stack, id: LogicalId, props: UserPoolGroupProps<'_>) -> Self {
        let group = cognito::UserPoolGroup {
            group_name: Some(props.name.into()),
            description: props.description.map(Into::into),
            ..cognito::UserPoolGroup::new(props.pool.id())
        };
        Self {
            group: stack.add(id.join("Group"), group),
        }
    }
}
