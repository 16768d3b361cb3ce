//! `AWS::Cognito::UserPoolReplica`. Generated; see `generator/`.

use crate::{
    kind,
    reference::Id,
    resource,
    schema::{Object, Property, Reference, Shape, TypeSchema},
    value::{Json, Map, ObjectWriter, ToJson, Value},
};

/// Resource Type definition for AWS::Cognito::UserPoolReplica
///
/// `AWS::Cognito::UserPoolReplica`.
#[derive(Debug, Clone, PartialEq)]
pub struct UserPoolReplica {
    /// `RegionName`.
    ///
    /// Update requires: replacement. Length: 5 to 32.
    pub region_name: Value<String>,
    /// `UserPoolId`.
    ///
    /// Update requires: replacement. Length: 1 to 55. Pattern: `^[\w-]+_[0-9a-zA-Z]+$`.
    pub user_pool_id: Value<Id<kind::cognito::UserPool>>,
    /// `UserPoolTagsAtCreate`.
    ///
    /// Update requires: replacement.
    pub user_pool_tags_at_create: Option<Value<Map<String>>>,
}

impl UserPoolReplica {
    /// With the required properties only.
    pub fn new(
        region_name: impl Into<Value<String>>,
        user_pool_id: impl Into<Value<Id<kind::cognito::UserPool>>>,
    ) -> Self {
        Self {
            region_name: region_name.into(),
            user_pool_id: user_pool_id.into(),
            user_pool_tags_at_create: None,
        }
    }
}

impl ToJson for UserPoolReplica {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("RegionName", &self.region_name);
        object.required("UserPoolId", &self.user_pool_id);
        object.optional("UserPoolTagsAtCreate", self.user_pool_tags_at_create.as_ref());
        object.finish()
    }
}

impl resource::Resource for UserPoolReplica {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::cognito::UserPoolReplica;
    type Reference = Id<kind::cognito::UserPoolReplica>;
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::Cognito::UserPoolReplica",
    properties: &USER_POOL_REPLICA,
    create_only: &["RegionName", "UserPoolId", "UserPoolTagsAtCreate"],
    conditional_create_only: &[],
    read_only: &[],
    write_only: &[],
    primary_identifier: &["UserPoolId", "RegionName"],
    reference: Reference::Id,
    attributes: &[],
    stateful: false,
};

static USER_POOL_REPLICA: Object = Object {
    properties: &[
        Property::required("RegionName", Shape::TEXT.min_length(5).max_length(32)),
        Property::required(
            "UserPoolId",
            Shape::TEXT
                .pattern(r"^[\w-]+_[0-9a-zA-Z]+$")
                .min_length(1)
                .max_length(55),
        ),
        Property::optional("UserPoolTagsAtCreate", Shape::Map(&Shape::TEXT)),
    ],
    constraints: &[],
};
