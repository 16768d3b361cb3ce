//! `AWS::XRay::ResourcePolicy`. Generated; see `generator/`.

use crate::{
    kind,
    reference::Id,
    resource,
    schema::{Object, Property, Reference, Shape, TypeSchema},
    value::{Json, ObjectWriter, ToJson, Value},
};

/// Use `AWS::XRay::ResourcePolicy` to specify an X-Ray resource-based policy, which grants one or more AWS
/// services and accounts permissions to access X-Ray. Each resource-based policy is associated with a
/// specific AWS account.
///
/// `AWS::XRay::ResourcePolicy`.
#[derive(Debug, Clone, PartialEq)]
pub struct ResourcePolicy {
    /// A flag to indicate whether to bypass the resource-based policy lockout safety check.
    pub bypass_policy_lockout_check: Option<Value<bool>>,
    /// The resource-based policy document, which can be up to 5kb in size.
    ///
    /// Length: 1 to 5120.
    pub policy_document: Value<String>,
    /// The name of the resource-based policy. Must be unique within a specific AWS account.
    ///
    /// Update requires: replacement. Length: 1 to 128. Pattern: `[\w+=,.@-]+`.
    pub policy_name: Value<String>,
}

impl ResourcePolicy {
    /// With the required properties only.
    pub fn new(policy_document: impl Into<Value<String>>, policy_name: impl Into<Value<String>>) -> Self {
        Self {
            bypass_policy_lockout_check: None,
            policy_document: policy_document.into(),
            policy_name: policy_name.into(),
        }
    }
}

impl ToJson for ResourcePolicy {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional(
            "BypassPolicyLockoutCheck",
            self.bypass_policy_lockout_check.as_ref(),
        );
        object.required("PolicyDocument", &self.policy_document);
        object.required("PolicyName", &self.policy_name);
        object.finish()
    }
}

impl resource::Resource for ResourcePolicy {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::xray::ResourcePolicy;
    type Reference = Id<kind::xray::ResourcePolicy>;
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::XRay::ResourcePolicy",
    properties: &RESOURCE_POLICY,
    create_only: &["PolicyName"],
    conditional_create_only: &[],
    read_only: &[],
    write_only: &["BypassPolicyLockoutCheck"],
    primary_identifier: &["PolicyName"],
    reference: Reference::Id,
    attributes: &[],
    stateful: false,
};

static RESOURCE_POLICY: Object = Object {
    properties: &[
        Property::optional("BypassPolicyLockoutCheck", Shape::Boolean),
        Property::required("PolicyDocument", Shape::TEXT.min_length(1).max_length(5120)),
        Property::required(
            "PolicyName",
            Shape::TEXT.pattern(r"[\w+=,.@-]+").min_length(1).max_length(128),
        ),
    ],
    constraints: &[],
};
