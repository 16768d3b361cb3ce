//! `AWS::IAM::UserPolicy`. Generated; see `generator/`.

use crate::{
    kind,
    policy::PolicyDocument,
    reference::Id,
    resource,
    schema::{Object, Property, Reference, Shape, TypeSchema},
    value::{Json, ObjectWriter, ToJson, Value},
};

/// Adds or updates an inline policy document that is embedded in the specified IAM user.
///
/// `AWS::IAM::UserPolicy`.
#[derive(Debug, Clone, PartialEq)]
pub struct UserPolicy {
    /// The policy document.
    pub policy_document: Option<Value<PolicyDocument>>,
    /// The name of the policy document.
    ///
    /// Update requires: replacement. Length: 1 to 128. Pattern: `^[\w+=,.@-]+$`.
    pub policy_name: Value<String>,
    /// The name of the user to associate the policy with.
    ///
    /// Update requires: replacement. Length: 1 to 128. Pattern: `^[\w+=,.@-]+$`.
    pub user_name: Value<Id<kind::iam::User>>,
}

impl UserPolicy {
    /// With the required properties only.
    pub fn new(
        policy_name: impl Into<Value<String>>,
        user_name: impl Into<Value<Id<kind::iam::User>>>,
    ) -> Self {
        Self {
            policy_document: None,
            policy_name: policy_name.into(),
            user_name: user_name.into(),
        }
    }
}

impl ToJson for UserPolicy {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("PolicyDocument", self.policy_document.as_ref());
        object.required("PolicyName", &self.policy_name);
        object.required("UserName", &self.user_name);
        object.finish()
    }
}

impl resource::Resource for UserPolicy {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::iam::UserPolicy;
    type Reference = Id<kind::iam::UserPolicy>;
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::IAM::UserPolicy",
    properties: &USER_POLICY,
    create_only: &["PolicyName", "UserName"],
    conditional_create_only: &[],
    read_only: &[],
    write_only: &[],
    primary_identifier: &["PolicyName", "UserName"],
    reference: Reference::Id,
    attributes: &[],
    stateful: false,
};

static USER_POLICY: Object = Object {
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
            "UserName",
            Shape::TEXT
                .pattern(r"^[\w+=,.@-]+$")
                .min_length(1)
                .max_length(128),
        ),
    ],
    constraints: &[],
};
