//! `AWS::SSM::ResourcePolicy`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    policy::PolicyDocument,
    reference::Id,
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    value::{Json, ObjectWriter, ToJson, Value},
};

/// Creates or updates a Systems Manager resource policy. A resource policy helps you to define the IAM entity
/// (for example, an AWS account) that can manage your Systems Manager resources. Currently, `OpsItemGroup` is
/// the only resource that supports Systems Manager resource policies. The resource policy for `OpsItemGroup`
/// enables AWS accounts to view and interact with OpsCenter operational work items (OpsItems).
///
/// `AWS::SSM::ResourcePolicy`.
#[derive(Debug, Clone, PartialEq)]
pub struct ResourcePolicy {
    /// A policy you want to associate with a resource.
    pub policy: Value<PolicyDocument>,
    /// The Amazon Resource Name (ARN) of the resource to which you want to attach a policy.
    ///
    /// Update requires: replacement. Length: 20 to 2048.
    pub resource_arn: Value<String>,
}

impl ResourcePolicy {
    /// With the required properties only.
    pub fn new(policy: impl Into<Value<PolicyDocument>>, resource_arn: impl Into<Value<String>>) -> Self {
        Self {
            policy: policy.into(),
            resource_arn: resource_arn.into(),
        }
    }
}

impl ToJson for ResourcePolicy {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Policy", &self.policy);
        object.required("ResourceArn", &self.resource_arn);
        object.finish()
    }
}

impl resource::Resource for ResourcePolicy {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::ssm::ResourcePolicy;
    type Reference = Id<kind::ssm::ResourcePolicy>;
}

impl Handle<ResourcePolicy> {
    /// ID of the current policy version. The hash helps to prevent a situation where multiple users attempt
    /// to overwrite a policy. You must provide this hash and the policy ID when updating or deleting a
    /// policy.
    ///
    /// `Fn::GetAtt` of `PolicyHash`.
    pub fn policy_hash(&self) -> Value<String> {
        self.attribute("PolicyHash")
    }

    /// ID of the current policy version.
    ///
    /// `Fn::GetAtt` of `PolicyId`.
    pub fn policy_id(&self) -> Value<String> {
        self.attribute("PolicyId")
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::SSM::ResourcePolicy",
    properties: &RESOURCE_POLICY,
    create_only: &["ResourceArn"],
    conditional_create_only: &[],
    read_only: &["PolicyHash", "PolicyId"],
    write_only: &[],
    primary_identifier: &["PolicyId", "ResourceArn"],
    reference: Reference::Id,
    attributes: &[Attribute::scalar("PolicyHash"), Attribute::scalar("PolicyId")],
    stateful: false,
};

static RESOURCE_POLICY: Object = Object {
    properties: &[
        Property::required("Policy", Shape::Json),
        Property::optional("PolicyHash", Shape::Json),
        Property::optional("PolicyId", Shape::Json),
        Property::required("ResourceArn", Shape::TEXT.min_length(20).max_length(2048)),
    ],
    constraints: &[],
};
