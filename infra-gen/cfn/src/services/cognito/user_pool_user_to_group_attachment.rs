//! `AWS::Cognito::UserPoolUserToGroupAttachment`. Generated; see `generator/`.

use crate::{
    kind,
    reference::Id,
    resource,
    schema::{Object, Property, Reference, Shape, TypeSchema},
    value::{Json, ObjectWriter, ToJson, Value},
};

/// Adds a user to a group. A user who is in a group can present a preferred-role claim to an identity pool,
/// and populates a `cognito:groups` claim to their access and identity tokens.
///
/// `AWS::Cognito::UserPoolUserToGroupAttachment`.
#[derive(Debug, Clone, PartialEq)]
pub struct UserPoolUserToGroupAttachment {
    /// The name of the group that you want to add your user to.
    ///
    /// Update requires: replacement.
    pub group_name: Value<Id<kind::cognito::UserPoolGroup>>,
    /// The ID of the user pool that contains the group that you want to add the user to.
    ///
    /// Update requires: replacement.
    pub user_pool_id: Value<Id<kind::cognito::UserPool>>,
    /// The user's username.
    ///
    /// Update requires: replacement.
    pub username: Value<Id<kind::cognito::UserPoolUser>>,
}

impl UserPoolUserToGroupAttachment {
    /// With the required properties only.
    pub fn new(
        group_name: impl Into<Value<Id<kind::cognito::UserPoolGroup>>>,
        user_pool_id: impl Into<Value<Id<kind::cognito::UserPool>>>,
        username: impl Into<Value<Id<kind::cognito::UserPoolUser>>>,
    ) -> Self {
        Self {
            group_name: group_name.into(),
            user_pool_id: user_pool_id.into(),
            username: username.into(),
        }
    }
}

impl ToJson for UserPoolUserToGroupAttachment {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("GroupName", &self.group_name);
        object.required("UserPoolId", &self.user_pool_id);
        object.required("Username", &self.username);
        object.finish()
    }
}

impl resource::Resource for UserPoolUserToGroupAttachment {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::cognito::UserPoolUserToGroupAttachment;
    type Reference = Id<kind::cognito::UserPoolUserToGroupAttachment>;
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::Cognito::UserPoolUserToGroupAttachment",
    properties: &USER_POOL_USER_TO_GROUP_ATTACHMENT,
    create_only: &["GroupName", "UserPoolId", "Username"],
    conditional_create_only: &[],
    read_only: &[],
    write_only: &[],
    primary_identifier: &["UserPoolId", "GroupName", "Username"],
    reference: Reference::Id,
    attributes: &[],
    stateful: false,
};

static USER_POOL_USER_TO_GROUP_ATTACHMENT: Object = Object {
    properties: &[
        Property::required("GroupName", Shape::TEXT),
        Property::required("UserPoolId", Shape::TEXT),
        Property::required("Username", Shape::TEXT),
    ],
    constraints: &[],
};
