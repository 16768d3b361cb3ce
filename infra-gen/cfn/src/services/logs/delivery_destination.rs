//! `AWS::Logs::DeliveryDestination`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    reference::{Arn, Id},
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    tag::Tag,
    value::{Json, List, ObjectWriter, ToJson, Value},
};

/// This structure contains information about one *delivery destination* in your account. A delivery
/// destination is an AWS resource that represents an AWS service that logs can be sent to. CloudWatch Logs,
/// Amazon S3, Firehose, and X-Ray are supported as delivery destinations.
///
/// `AWS::Logs::DeliveryDestination`.
#[derive(Debug, Clone, PartialEq)]
pub struct DeliveryDestination {
    /// An IAM policy that grants permissions to CloudWatch Logs to deliver logs cross-account to a specified
    /// destination in this account. For examples of this policy, see
    /// [Examples](https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutDeliveryDestinationPolicy.html#API_PutDeliveryDestinationPolicy_Examples)
    /// in the CloudWatch Logs API Reference.
    pub delivery_destination_policy: Option<Value<DestinationPolicy>>,
    /// Displays whether this delivery destination is CloudWatch Logs, Amazon S3, Firehose, or X-Ray.
    ///
    /// Update requires: replacement. Length: 1 to 12. Pattern: `^[0-9A-Za-z]+$`.
    pub delivery_destination_type: Option<Value<String>>,
    /// The ARN of the AWS destination that this delivery destination represents. That AWS destination can be
    /// a log group in CloudWatch Logs, an Amazon S3 bucket, or a Firehose stream.
    ///
    /// Update requires: replacement. Length: 16 to 2048. Pattern: `[\w#+=/:,.@-]*\*?`.
    pub destination_resource_arn: Option<Value<String>>,
    /// The name of this delivery destination.
    ///
    /// Update requires: replacement. Length: 1 to 60. Pattern: `[\w-]*$`.
    pub name: Value<String>,
    /// The format of the logs that are sent to this delivery destination.
    ///
    /// Update requires: replacement. Length: 1 to 12. Pattern: `^[0-9A-Za-z]+$`.
    pub output_format: Option<Value<String>>,
    /// An array of key-value pairs to apply to the delivery destination.
    pub tags: Option<Value<List<Tag>>>,
}

impl DeliveryDestination {
    /// With the required properties only.
    pub fn new(name: impl Into<Value<String>>) -> Self {
        Self {
            delivery_destination_policy: None,
            delivery_destination_type: None,
            destination_resource_arn: None,
            name: name.into(),
            output_format: None,
            tags: None,
        }
    }
}

impl ToJson for DeliveryDestination {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional(
            "DeliveryDestinationPolicy",
            self.delivery_destination_policy.as_ref(),
        );
        object.optional("DeliveryDestinationType", self.delivery_destination_type.as_ref());
        object.optional("DestinationResourceArn", self.destination_resource_arn.as_ref());
        object.required("Name", &self.name);
        object.optional("OutputFormat", self.output_format.as_ref());
        object.optional("Tags", self.tags.as_ref());
        object.finish()
    }
}

impl resource::Resource for DeliveryDestination {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::logs::DeliveryDestination;
    type Reference = Id<kind::logs::DeliveryDestination>;
}

impl Handle<DeliveryDestination> {
    /// The Amazon Resource Name (ARN) that uniquely identifies this delivery destination.
    ///
    /// `Fn::GetAtt` of `Arn`.
    pub fn arn(&self) -> Value<Arn<kind::logs::DeliveryDestination>> {
        self.attribute("Arn")
    }
}

/// An IAM policy that grants permissions to CloudWatch Logs to deliver logs cross-account to a specified
/// destination in this account.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DestinationPolicy {
    /// A name for an existing destination.
    ///
    /// Length: 1 to 60.
    pub delivery_destination_name: Option<Value<String>>,
    /// Creates or updates an access policy associated with an existing destination. An access policy is an
    /// [IAM policy document](https://docs.aws.amazon.com/IAM/latest/UserGuide/policies_overview.html) that is
    /// used to authorize claims to register a subscription filter against a given destination.
    pub delivery_destination_policy: Option<Value<Json>>,
}

impl DestinationPolicy {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for DestinationPolicy {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("DeliveryDestinationName", self.delivery_destination_name.as_ref());
        object.optional(
            "DeliveryDestinationPolicy",
            self.delivery_destination_policy.as_ref(),
        );
        object.finish()
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::Logs::DeliveryDestination",
    properties: &DELIVERY_DESTINATION,
    create_only: &[
        "DeliveryDestinationType",
        "DestinationResourceArn",
        "Name",
        "OutputFormat",
    ],
    conditional_create_only: &[],
    read_only: &["Arn"],
    write_only: &["DeliveryDestinationPolicy"],
    primary_identifier: &["Name"],
    reference: Reference::Id,
    attributes: &[Attribute::scalar("Arn")],
    stateful: false,
};

static DELIVERY_DESTINATION: Object = Object {
    properties: &[
        Property::optional("Arn", Shape::Json),
        Property::optional("DeliveryDestinationPolicy", Shape::Object(&DESTINATION_POLICY)),
        Property::optional(
            "DeliveryDestinationType",
            Shape::TEXT.pattern("^[0-9A-Za-z]+$").min_length(1).max_length(12),
        ),
        Property::optional(
            "DestinationResourceArn",
            Shape::TEXT
                .pattern(r"[\w#+=/:,.@-]*\*?")
                .min_length(16)
                .max_length(2048),
        ),
        Property::required(
            "Name",
            Shape::TEXT.pattern(r"[\w-]*$").min_length(1).max_length(60),
        ),
        Property::optional(
            "OutputFormat",
            Shape::TEXT.pattern("^[0-9A-Za-z]+$").min_length(1).max_length(12),
        ),
        Property::optional("Tags", Shape::list(&Shape::Object(&TAG)).unique()),
    ],
    constraints: &[],
};

static DESTINATION_POLICY: Object = Object {
    properties: &[
        Property::optional(
            "DeliveryDestinationName",
            Shape::TEXT.min_length(1).max_length(60),
        ),
        Property::optional("DeliveryDestinationPolicy", Shape::Json),
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
