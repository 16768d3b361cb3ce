//! `AWS::WAFv2::WebACLAssociation`. Generated; see `generator/`.

use crate::{
    kind,
    reference::{Arn, Id},
    resource,
    schema::{Object, Property, Reference, Shape, TypeSchema},
    value::{Json, ObjectWriter, ToJson, Value},
};

/// Use a web ACL association to define an association between a web ACL and a regional application resource,
/// to protect the resource. A regional application can be an Application Load Balancer (ALB), an REST API, an
/// AWS AppSync GraphQL API, an Amazon Cognito user pool, an AWS App Runner service, an AWS Amplify
/// application, or an AWS Verified Access instance.
///
/// `AWS::WAFv2::WebACLAssociation`.
#[derive(Debug, Clone, PartialEq)]
pub struct WebACLAssociation {
    /// The Amazon Resource Name (ARN) of the resource to associate with the web ACL.
    ///
    /// Update requires: replacement. Length: 20 to 2048. Pattern: `\S`.
    pub resource_arn: Value<String>,
    /// The Amazon Resource Name (ARN) of the web ACL that you want to associate with the resource.
    ///
    /// Update requires: replacement. Length: 20 to 2048. Pattern: `\S`.
    pub web_acl_arn: Value<Arn<kind::wafv2::WebACL>>,
}

impl WebACLAssociation {
    /// With the required properties only.
    pub fn new(
        resource_arn: impl Into<Value<String>>,
        web_acl_arn: impl Into<Value<Arn<kind::wafv2::WebACL>>>,
    ) -> Self {
        Self {
            resource_arn: resource_arn.into(),
            web_acl_arn: web_acl_arn.into(),
        }
    }
}

impl ToJson for WebACLAssociation {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("ResourceArn", &self.resource_arn);
        object.required("WebACLArn", &self.web_acl_arn);
        object.finish()
    }
}

impl resource::Resource for WebACLAssociation {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::wafv2::WebACLAssociation;
    type Reference = Id<kind::wafv2::WebACLAssociation>;
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::WAFv2::WebACLAssociation",
    properties: &WEB_ACL_ASSOCIATION,
    create_only: &["ResourceArn", "WebACLArn"],
    conditional_create_only: &[],
    read_only: &[],
    write_only: &[],
    primary_identifier: &["ResourceArn", "WebACLArn"],
    reference: Reference::Id,
    attributes: &[],
    stateful: false,
};

static WEB_ACL_ASSOCIATION: Object = Object {
    properties: &[
        Property::required(
            "ResourceArn",
            Shape::TEXT.pattern(r"\S").min_length(20).max_length(2048),
        ),
        Property::required(
            "WebACLArn",
            Shape::TEXT.pattern(r"\S").min_length(20).max_length(2048),
        ),
    ],
    constraints: &[],
};
