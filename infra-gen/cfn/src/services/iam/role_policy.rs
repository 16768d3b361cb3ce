//! `AWS::IAM::RolePolicy`. Generated; see `generator/`.

use crate::{
    kind,
    policy::PolicyDocument,
    reference::Id,
    resource,
    schema::{Object, Property, Reference, Shape, TypeSchema},
    value::{Json, ObjectWriter, ToJson, Value},
};

/// Adds or updates an inline policy document that is embedded in the specified IAM role.
///
/// `AWS::IAM::RolePolicy`.
#[derive(Debug, Clone, PartialEq)]
pub struct RolePolicy {
    /// The policy document.
    pub policy_document: Option<Value<PolicyDocument>>,
    /// The name of the policy document.
    ///
    /// Update requires: replacement. Length: 1 to 128. Pattern: `^[\w+=,.@-]+$`.
    pub policy_name: Value<String>,
    /// The name of the role to associate the policy with.
    ///
    /// Update requires: replacement. Length: 1 to 64. Pattern: `^[\w+=,.@-]+$`.
    pub role_name: Value<Id<kind::iam::Role>>,
}

impl RolePolicy {
    /// With the required properties only.
    pub fn new(
        policy_name: impl Into<Value<String>>,
        role_name: impl Into<Value<Id<kind::iam::Role>>>,
    ) -> Self {
        Self {
            policy_document: None,
            policy_name: policy_name.into(),
            role_name: role_name.into(),
        }
    }
}

impl ToJson for RolePolicy {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("PolicyDocument", self.policy_document.as_ref());
        object.required("PolicyName", &self.policy_name);
        object.required("RoleName", &self.role_name);
        object.finish()
    }
}

impl resource::Resource for RolePolicy {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::iam::RolePolicy;
    type Reference = Id<kind::iam::RolePolicy>;
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::IAM::RolePolicy",
    properties: &ROLE_POLICY,
    create_only: &["PolicyName", "RoleName"],
    conditional_create_only: &[],
    read_only: &[],
    write_only: &[],
    primary_identifier: &["PolicyName", "RoleName"],
    reference: Reference::Id,
    attributes: &[],
    stateful: false,
};

static ROLE_POLICY: Object = Object {
    properties: &[
        Property::optional("PolicyDocument", Shape::Json),
        Property::required(
            "PolicyName",
            Shape::TEXT
                .pattern(r"^[\w+=,.@-]+$")
                .min_length(1)
                .max_length(128),
        ),
        Property::required(
            "RoleName",
            Shape::TEXT.pattern(r"^[\w+=,.@-]+$").min_length(1).max_length(64),
        ),
    ],
    constraints: &[],
};
