//! `AWS::Logs::ResourcePolicy`. Generated; see `generator/`.

use crate::{
    kind,
    policy::PolicyDocument,
    reference::Id,
    resource,
    schema::{Object, Property, Reference, Shape, TypeSchema},
    value::{Json, ObjectWriter, ToJson, Value},
};

/// Creates or updates a resource policy that allows other AWS services to put log events to this account. An
/// account can have up to 10 resource policies per AWS Region.
///
/// `AWS::Logs::ResourcePolicy`.
#[derive(Debug, Clone, PartialEq)]
pub struct ResourcePolicy {
    /// The details of the policy. It must be formatted in JSON, and you must use backslashes to escape
    /// characters that need to be escaped in JSON strings, such as double quote marks.
    pub policy_document: Value<PolicyDocument>,
    /// The name of the resource policy.
    ///
    /// Update requires: replacement. Length: 1 to 255. Pattern: `^([^:*\/]+\/?)*[^:*\/]+$`.
    pub policy_name: Value<String>,
}

impl ResourcePolicy {
    /// With the required properties only.
    pub fn new(
        policy_document: impl Into<Value<PolicyDocument>>,
        policy_name: impl Into<Value<String>>,
    ) -> Self {
        Self {
            policy_document: policy_document.into(),
            policy_name: policy_name.into(),
        }
    }
}

impl ToJson for ResourcePolicy {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("PolicyDocument", &self.policy_document);
        object.required("PolicyName", &self.policy_name);
        object.finish()
    }
}

impl resource::Resource for ResourcePolicy {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::logs::ResourcePolicy;
    type Reference = Id<kind::logs::ResourcePolicy>;
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::Logs::ResourcePolicy",
    properties: &RESOURCE_POLICY,
    create_only: &["PolicyName"],
    conditional_create_only: &[],
    read_only: &[],
    write_only: &[],
    primary_identifier: &["PolicyName"],
    reference: Reference::Id,
    attributes: &[],
    stateful: false,
};

static RESOURCE_POLICY: Object = Object {
    properties: &[
        Property::required("PolicyDocument", Shape::Json),
        Property::required(
            "PolicyName",
            Shape::TEXT
                .pattern(r"^([^:*\/]+\/?)*[^:*\/]+$")
                .min_length(1)
                .max_length(255),
        ),
    ],
    constraints: &[],
};
