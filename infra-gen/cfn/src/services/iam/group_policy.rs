//! `AWS::IAM::GroupPolicy`. Generated; see `generator/`.

use crate::{
    kind,
    policy::PolicyDocument,
    reference::Id,
    resource,
    schema::{Object, Property, Reference, Shape, TypeSchema},
    value::{Json, ObjectWriter, ToJson, Value},
};

/// Adds or updates an inline policy document that is embedded in the specified IAM group.
///
/// `AWS::IAM::GroupPolicy`.
#[derive(Debug, Clone, PartialEq)]
pub struct GroupPolicy {
    /// The name of the group to associate the policy with.
    ///
    /// Update requires: replacement. Length: 1 to 128. Pattern: `^[\w+=,.@-]+$`.
    pub group_name: Value<Id<kind::iam::Group>>,
    /// The policy document.
    pub policy_document: Option<Value<PolicyDocument>>,
    /// The name of the policy document.
    ///
    /// Update requires: replacement. Length: 1 to 128. Pattern: `^[\w+=,.@-]+$`.
    pub policy_name: Value<String>,
}

impl GroupPolicy {
    /// With the required properties only.
    pub fn new(
        group_name: impl Into<Value<Id<kind::iam::Group>>>,
        policy_name: impl Into<Value<String>>,
    ) -> Self {
        Self {
            group_name: group_name.into(),
            policy_document: None,
            policy_name: policy_name.into(),
        }
    }
}

impl ToJson for GroupPolicy {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("GroupName", &self.group_name);
        object.optional("PolicyDocument", self.policy_document.as_ref());
        object.required("PolicyName", &self.policy_name);
        object.finish()
    }
}

impl resource::Resource for GroupPolicy {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::iam::GroupPolicy;
    type Reference = Id<kind::iam::GroupPolicy>;
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::IAM::GroupPolicy",
    properties: &GROUP_POLICY,
    create_only: &["GroupName", "PolicyName"],
    conditional_create_only: &[],
    read_only: &[],
    write_only: &[],
    primary_identifier: &["PolicyName", "GroupName"],
    reference: Reference::Id,
    attributes: &[],
    stateful: false,
};

static GROUP_POLICY: Object = Object {
    properties: &[
        Property::required(
            "GroupName",
            Shape::TEXT
                .pattern(r"^[\w+=,.@-]+$")
                .min_length(1)
                .max_length(128),
        ),
        Property::optional("PolicyDocument", Shape::Json),
        Property::required(
            "PolicyName",
            Shape::TEXT
                .pattern(r"^[\w+=,.@-]+$")
                .min_length(1)
                .max_length(128),
        ),
    ],
    constraints: &[],
};
