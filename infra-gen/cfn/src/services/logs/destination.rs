//! `AWS::Logs::Destination`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    reference::{Arn, Id},
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    tag::Tag,
    value::{Json, List, ObjectWriter, ToJson, Value},
};

/// The AWS::Logs::Destination resource specifies a CloudWatch Logs destination. A destination encapsulates a
/// physical resource (such as an Amazon Kinesis data stream) and enables you to subscribe that resource to a
/// stream of log events.
///
/// `AWS::Logs::Destination`.
#[derive(Debug, Clone, PartialEq)]
pub struct Destination {
    /// The name of the destination.
    ///
    /// Update requires: replacement. Length: 1 to 512. Pattern: `^[^:*]{1,512}$`.
    pub destination_name: Value<String>,
    /// An IAM policy document that governs which AWS accounts can create subscription filters against this
    /// destination.
    ///
    /// Length: 1 or more.
    pub destination_policy: Option<Value<String>>,
    /// The ARN of an IAM role that permits CloudWatch Logs to send data to the specified AWS resource.
    ///
    /// Length: 1 or more.
    pub role_arn: Value<Arn<kind::iam::Role>>,
    /// The tags that have been assigned to this delivery destination.
    pub tags: Option<Value<List<Tag>>>,
    /// The Amazon Resource Name (ARN) of the physical target where the log events are delivered (for example,
    /// a Kinesis stream).
    ///
    /// Length: 1 or more.
    pub target_arn: Value<String>,
}

impl Destination {
    /// With the required properties only.
    pub fn new(
        destination_name: impl Into<Value<String>>,
        role_arn: impl Into<Value<Arn<kind::iam::Role>>>,
        target_arn: impl Into<Value<String>>,
    ) -> Self {
        Self {
            destination_name: destination_name.into(),
            destination_policy: None,
            role_arn: role_arn.into(),
            tags: None,
            target_arn: target_arn.into(),
        }
    }
}

impl ToJson for Destination {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("DestinationName", &self.destination_name);
        object.optional("DestinationPolicy", self.destination_policy.as_ref());
        object.required("RoleArn", &self.role_arn);
        object.optional("Tags", self.tags.as_ref());
        object.required("TargetArn", &self.target_arn);
        object.finish()
    }
}

impl resource::Resource for Destination {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::logs::Destination;
    type Reference = Id<kind::logs::Destination>;
}

impl Handle<Destination> {
    /// The ARN of the CloudWatch Logs destination, such as
    /// `arn:aws:logs:us-west-1:123456789012:destination:MyDestination`.
    ///
    /// `Fn::GetAtt` of `Arn`.
    pub fn arn(&self) -> Value<Arn<kind::logs::Destination>> {
        self.attribute("Arn")
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::Logs::Destination",
    properties: &DESTINATION,
    create_only: &["DestinationName"],
    conditional_create_only: &[],
    read_only: &["Arn"],
    write_only: &[],
    primary_identifier: &["DestinationName"],
    reference: Reference::Id,
    attributes: &[Attribute::scalar("Arn")],
    stateful: false,
};

static DESTINATION: Object = Object {
    properties: &[
        Property::optional("Arn", Shape::Json),
        Property::required(
            "DestinationName",
            Shape::TEXT
                .pattern("^[^:*]{1,512}$")
                .min_length(1)
                .max_length(512),
        ),
        Property::optional("DestinationPolicy", Shape::TEXT.min_length(1)),
        Property::required("RoleArn", Shape::TEXT.min_length(1)),
        Property::optional("Tags", Shape::list(&Shape::Object(&TAG)).unique()),
        Property::required("TargetArn", Shape::TEXT.min_length(1)),
    ],
    constraints: &[],
};

static TAG: Object = Object {
    properties: &[
        Property::required("Key", Shape::TEXT.min_length(1).max_length(128)),
        Property::required("Value", Shape::TEXT.max_length(256)),
    ],
    constraints: &[],
};
