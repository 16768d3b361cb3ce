//! `AWS::S3::MultiRegionAccessPointPolicy`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    policy::PolicyDocument,
    reference::Id,
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    value::{Json, ObjectWriter, ToJson, Value},
};

/// Applies an Amazon S3 access policy to an Amazon S3 Multi-Region Access Point.
///
/// `AWS::S3::MultiRegionAccessPointPolicy`.
#[derive(Debug, Clone, PartialEq)]
pub struct MultiRegionAccessPointPolicy {
    /// The name of the Multi-Region Access Point.
    ///
    /// Update requires: replacement. Length: 3 to 50. Pattern: `^[a-z0-9][-a-z0-9]{1,48}[a-z0-9]$`.
    pub mrap_name: Value<String>,
    /// The access policy associated with the Multi-Region Access Point.
    pub policy: Value<PolicyDocument>,
}

impl MultiRegionAccessPointPolicy {
    /// With the required properties only.
    pub fn new(mrap_name: impl Into<Value<String>>, policy: impl Into<Value<PolicyDocument>>) -> Self {
        Self {
            mrap_name: mrap_name.into(),
            policy: policy.into(),
        }
    }
}

impl ToJson for MultiRegionAccessPointPolicy {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("MrapName", &self.mrap_name);
        object.required("Policy", &self.policy);
        object.finish()
    }
}

impl resource::Resource for MultiRegionAccessPointPolicy {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::s3::MultiRegionAccessPointPolicy;
    type Reference = Id<kind::s3::MultiRegionAccessPointPolicy>;
}

impl Handle<MultiRegionAccessPointPolicy> {
    /// The Policy Status associated with this Multi Region Access Point
    ///
    /// `Fn::GetAtt` of `PolicyStatus`.
    pub fn policy_status(&self) -> Value<Json> {
        self.attribute("PolicyStatus")
    }

    /// Specifies whether the policy is public or not.
    ///
    /// `Fn::GetAtt` of `PolicyStatus.IsPublic`.
    pub fn policy_status_is_public(&self) -> Value<String> {
        self.attribute("PolicyStatus.IsPublic")
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::S3::MultiRegionAccessPointPolicy",
    properties: &MULTI_REGION_ACCESS_POINT_POLICY,
    create_only: &["MrapName"],
    conditional_create_only: &[],
    read_only: &["PolicyStatus", "PolicyStatus.IsPublic"],
    write_only: &[],
    primary_identifier: &["MrapName"],
    reference: Reference::Id,
    attributes: &[
        Attribute::object("PolicyStatus"),
        Attribute::scalar("PolicyStatus.IsPublic"),
    ],
    stateful: false,
};

static MULTI_REGION_ACCESS_POINT_POLICY: Object = Object {
    properties: &[
        Property::required(
            "MrapName",
            Shape::TEXT
                .pattern("^[a-z0-9][-a-z0-9]{1,48}[a-z0-9]$")
                .min_length(3)
                .max_length(50),
        ),
        Property::required("Policy", Shape::Json),
        Property::optional("PolicyStatus", Shape::Json),
    ],
    constraints: &[],
};
