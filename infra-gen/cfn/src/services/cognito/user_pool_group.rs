//! `AWS::Cognito::UserPoolGroup`. Generated; see `generator/`.

use crate::{
    kind,
    reference::{Arn, Id},
    resource,
    schema::{Object, Property, Reference, Shape, TypeSchema},
    value::{Json, ObjectWriter, ToJson, Value},
};

/// A user pool group. Contains details about the group and the way that it contributes to IAM role decisions
/// with identity pools. Identity pools can make decisions about the IAM role to assign based on groups: users
/// get credentials for the role associated with their highest-priority group.
///
/// `AWS::Cognito::UserPoolGroup`.
#[derive(Debug, Clone, PartialEq)]
pub struct UserPoolGroup {
    /// A description of the group that you're creating.
    ///
    /// Length: at most 2048.
    pub description: Option<Value<String>>,
    /// A name for the group. This name must be unique in your user pool.
    ///
    /// Update requires: replacement. Length: 1 to 128. Pattern: `^[\p{L}\p{M}\p{S}\p{N}\p{P}]+$`.
    pub group_name: Option<Value<String>>,
    /// A non-negative integer value that specifies the precedence of this group relative to the other groups
    /// that a user can belong to in the user pool. Zero is the highest precedence value. Groups with lower
    /// `Precedence` values take precedence over groups with higher or null `Precedence` values. If a user
    /// belongs to two or more groups, it is the group with the lowest precedence value whose role ARN is
    /// given in the user's tokens for the `cognito:roles` and `cognito:preferred_role` claims.
    ///
    /// Range: 0 or more.
    pub precedence: Option<Value<i64>>,
    /// The Amazon Resource Name (ARN) for the IAM role that you want to associate with the group. A group
    /// role primarily declares a preferred role for the credentials that you get from an identity pool.
    /// Amazon Cognito ID tokens have a `cognito:preferred_role` claim that presents the highest-precedence
    /// group that a user belongs to. Both ID and access tokens also contain a `cognito:groups` claim that
    /// list all the groups that a user is a member of.
    ///
    /// Length: 20 to 2048.
    pub role_arn: Option<Value<Arn<kind::iam::Role>>>,
    /// The ID of the user pool where you want to create a user group.
    ///
    /// Update requires: replacement. Length: 1 to 55. Pattern: `^[\w-]+_[0-9a-zA-Z]+$`.
    pub user_pool_id: Value<Id<kind::cognito::UserPool>>,
}

impl UserPoolGroup {
    /// With the required properties only.
    pub fn new(user_pool_id: impl Into<Value<Id<kind::cognito::UserPool>>>) -> Self {
        Self {
            description: None,
            group_name: None,
            precedence: None,
            role_arn: None,
            user_pool_id: user_pool_id.into(),
        }
    }
}

impl ToJson for UserPoolGroup {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("Description", self.description.as_ref());
        object.optional("GroupName", self.group_name.as_ref());
        object.optional("Precedence", self.precedence.as_ref());
        object.optional("RoleArn", self.role_arn.as_ref());
        object.required("UserPoolId", &self.user_pool_id);
        object.finish()
    }
}

impl resource::Resource for UserPoolGroup {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::cognito::UserPoolGroup;
    type Reference = Id<kind::cognito::UserPoolGroup>;
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::Cognito::UserPoolGroup",
    properties: &USER_POOL_GROUP,
    create_only: &["GroupName", "UserPoolId"],
    conditional_create_only: &[],
    read_only: &[],
    write_only: &[],
    primary_identifier: &["UserPoolId", "GroupName"],
    reference: Reference::Id,
    attributes: &[],
    stateful: false,
};

static USER_POOL_GROUP: Object = Object {
    properties: &[
        Property::optional("Description", Shape::TEXT.max_length(2048)),
        Property::optional(
            "GroupName",
            Shape::TEXT
                .pattern(r"^[\p{L}\p{M}\p{S}\p{N}\p{P}]+$")
                .min_length(1)
                .max_length(128),
        ),
        Property::optional("Precedence", Shape::INTEGER.min(0.0)),
        Property::optional(
            "RoleArn",
            Shape::TEXT.pattern(PATTERN_1).min_length(20).max_length(2048),
        ),
        Property::required(
            "UserPoolId",
            Shape::TEXT
                .pattern(r"^[\w-]+_[0-9a-zA-Z]+$")
                .min_length(1)
                .max_length(55),
        ),
    ],
    constraints: &[],
};

const PATTERN_1: &str =
    r"^arn:[\w+=/,.@-]+:[\w+=/,.@-]+:([\w+=/,.@-]*)?:[0-9]+:[\w+=/,.@-]+(:[\w+=/,.@-]+)?(:[\w+=/,.@-]+)?$";
