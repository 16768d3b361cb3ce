//! `AWS::Route53::TrafficPolicy`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    reference::Arn,
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    value::{Json, ObjectWriter, ToJson, Value},
};

/// Resource Type definition for AWS::Route53::TrafficPolicy. Creates a Route 53 traffic policy, a JSON
/// document that describes how Route 53 responds to DNS queries for a domain name.
///
/// `AWS::Route53::TrafficPolicy`.
#[derive(Debug, Clone, PartialEq)]
pub struct TrafficPolicy {
    /// Any comments to include about the traffic policy.
    ///
    /// Length: at most 1024.
    pub comment: Option<Value<String>>,
    /// The definition of the traffic policy in JSON format.
    ///
    /// Update requires: replacement. Length: at most 102400.
    pub document: Value<String>,
    /// The name of the traffic policy.
    ///
    /// Update requires: replacement. Length: at most 512.
    pub name: Value<String>,
}

impl TrafficPolicy {
    /// With the required properties only.
    pub fn new(document: impl Into<Value<String>>, name: impl Into<Value<String>>) -> Self {
        Self {
            comment: None,
            document: document.into(),
            name: name.into(),
        }
    }
}

impl ToJson for TrafficPolicy {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("Comment", self.comment.as_ref());
        object.required("Document", &self.document);
        object.required("Name", &self.name);
        object.finish()
    }
}

impl resource::Resource for TrafficPolicy {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::route53::TrafficPolicy;
    type Reference = Arn<kind::route53::TrafficPolicy>;
}

impl Handle<TrafficPolicy> {
    /// The Amazon Resource Name (ARN) of the traffic policy.
    ///
    /// `Fn::GetAtt` of `Arn`.
    pub fn arn(&self) -> Value<Arn<kind::route53::TrafficPolicy>> {
        self.attribute("Arn")
    }

    /// The ID that Amazon Route 53 assigned to the traffic policy when it was created.
    ///
    /// `Fn::GetAtt` of `Id`.
    pub fn id(&self) -> Value<String> {
        self.attribute("Id")
    }

    /// The DNS type of the resource record sets that Amazon Route 53 creates when the traffic policy is used
    /// to create a traffic policy instance.
    ///
    /// `Fn::GetAtt` of `Type`.
    pub fn r#type(&self) -> Value<String> {
        self.attribute("Type")
    }

    /// The version number that Amazon Route 53 assigned to the traffic policy.
    ///
    /// `Fn::GetAtt` of `Version`.
    pub fn version(&self) -> Value<i64> {
        self.attribute("Version")
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::Route53::TrafficPolicy",
    properties: &TRAFFIC_POLICY,
    create_only: &["Document", "Name"],
    conditional_create_only: &[],
    read_only: &["Arn", "Id", "Type", "Version"],
    write_only: &[],
    primary_identifier: &["Arn"],
    reference: Reference::Arn,
    attributes: &[
        Attribute::scalar("Arn"),
        Attribute::scalar("Id"),
        Attribute::scalar("Type"),
        Attribute::scalar("Version"),
    ],
    stateful: false,
};

static TRAFFIC_POLICY: Object = Object {
    properties: &[
        Property::optional("Arn", Shape::Json),
        Property::optional("Comment", Shape::TEXT.max_length(1024)),
        Property::required("Document", Shape::TEXT.max_length(102_400)),
        Property::optional("Id", Shape::Json),
        Property::required("Name", Shape::TEXT.max_length(512)),
        Property::optional("Type", Shape::Json),
        Property::optional("Version", Shape::Json),
    ],
    constraints: &[],
};
