//! `AWS::ApiGateway::VpcLink`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    reference::Id,
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    tag::Tag,
    value::{Json, List, ObjectWriter, ToJson, Value},
};

/// The `AWS::ApiGateway::VpcLink` resource creates an API Gateway VPC link for a REST API to access resources
/// in an Amazon Virtual Private Cloud (VPC). For more information, see
/// [vpclink:create](https://docs.aws.amazon.com/apigateway/latest/api/API_CreateVpcLink.html) in the `Amazon
/// API Gateway REST API Reference`.
///
/// `AWS::ApiGateway::VpcLink`.
#[derive(Debug, Clone, PartialEq)]
pub struct VpcLink {
    /// The description of the VPC link.
    pub description: Option<Value<String>>,
    /// The name used to label and identify the VPC link.
    pub name: Value<String>,
    /// An array of arbitrary tags (key-value pairs) to associate with the VPC link.
    pub tags: Option<Value<List<Tag>>>,
    /// The ARN of the network load balancer of the VPC targeted by the VPC link. The network load balancer
    /// must be owned by the same AWS account of the API owner.
    ///
    /// Update requires: replacement.
    pub target_arns: Value<List<String>>,
}

impl VpcLink {
    /// With the required properties only.
    pub fn new(name: impl Into<Value<String>>, target_arns: impl Into<Value<List<String>>>) -> Self {
        Self {
            description: None,
            name: name.into(),
            tags: None,
            target_arns: target_arns.into(),
        }
    }
}

impl ToJson for VpcLink {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("Description", self.description.as_ref());
        object.required("Name", &self.name);
        object.optional("Tags", self.tags.as_ref());
        object.required("TargetArns", &self.target_arns);
        object.finish()
    }
}

impl resource::Resource for VpcLink {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::apigateway::VpcLink;
    type Reference = Id<kind::apigateway::VpcLink>;
}

impl Handle<VpcLink> {
    /// The ID for the VPC link. For example: `abc123`.
    ///
    /// `Fn::GetAtt` of `VpcLinkId`.
    pub fn vpc_link_id(&self) -> Value<Id<kind::apigateway::VpcLink>> {
        self.attribute("VpcLinkId")
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::ApiGateway::VpcLink",
    properties: &VPC_LINK,
    create_only: &["TargetArns"],
    conditional_create_only: &[],
    read_only: &["VpcLinkId"],
    write_only: &[],
    primary_identifier: &["VpcLinkId"],
    reference: Reference::Id,
    attributes: &[Attribute::scalar("VpcLinkId")],
    stateful: false,
};

static TAG: Object = Object {
    properties: &[
        Property::required("Key", Shape::TEXT),
        Property::required("Value", Shape::TEXT),
    ],
    constraints: &[],
};

static VPC_LINK: Object = Object {
    properties: &[
        Property::optional("Description", Shape::TEXT),
        Property::required("Name", Shape::TEXT),
        Property::optional("Tags", Shape::list(&Shape::Object(&TAG)).unique()),
        Property::required("TargetArns", Shape::list(&Shape::TEXT)),
        Property::optional("VpcLinkId", Shape::Json),
    ],
    constraints: &[],
};
