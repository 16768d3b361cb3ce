//! `AWS::Logs::DeliverySource`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    reference::{Arn, Id},
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    tag::Tag,
    value::{Json, List, Map, ObjectWriter, ToJson, Value},
};

/// Creates or updates one *delivery source* in your account. A delivery source is an AWS resource that sends
/// logs to an AWS destination. The destination can be CloudWatch Logs, Amazon S3, or Firehose.
///
/// `AWS::Logs::DeliverySource`.
#[derive(Debug, Clone, PartialEq)]
pub struct DeliverySource {
    /// A map of key-value pairs to configure the delivery source. Both keys and values must be between 1 and
    /// 255 characters in length.
    pub delivery_source_configuration: Option<Value<Map<String>>>,
    /// The type of log that the source is sending. For valid values for this parameter, see the documentation
    /// for the source service.
    ///
    /// Length: 1 to 255. Pattern: `[\w-]*$`.
    pub log_type: Option<Value<String>>,
    /// The unique name of the delivery source.
    ///
    /// Update requires: replacement. Length: 1 to 60. Pattern: `[\w-]*$`.
    pub name: Value<String>,
    /// The ARN of the AWS resource that is generating and sending logs. For example,
    /// `arn:aws:workmail:us-east-1:123456789012:organization/m-1234EXAMPLEabcd1234abcd1234abcd1234`
    ///
    /// Length: 16 to 2048. Pattern: `[\w#+=/:,.@-]*\*?`.
    pub resource_arn: Option<Value<String>>,
    /// An array of key-value pairs to apply to the delivery source.
    pub tags: Option<Value<List<Tag>>>,
}

impl DeliverySource {
    /// With the required properties only.
    pub fn new(name: impl Into<Value<String>>) -> Self {
        Self {
            delivery_source_configuration: None,
            log_type: None,
            name: name.into(),
            resource_arn: None,
            tags: None,
        }
    }
}

impl ToJson for DeliverySource {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional(
            "DeliverySourceConfiguration",
            self.delivery_source_configuration.as_ref(),
        );
        object.optional("LogType", self.log_type.as_ref());
        object.required("Name", &self.name);
        object.optional("ResourceArn", self.resource_arn.as_ref());
        object.optional("Tags", self.tags.as_ref());
        object.finish()
    }
}

impl resource::Resource for DeliverySource {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::logs::DeliverySource;
    type Reference = Id<kind::logs::DeliverySource>;
}

impl Handle<DeliverySource> {
    /// The Amazon Resource Name (ARN) that uniquely identifies this delivery source.
    ///
    /// `Fn::GetAtt` of `Arn`.
    pub fn arn(&self) -> Value<Arn<kind::logs::DeliverySource>> {
        self.attribute("Arn")
    }

    /// This array contains the ARN of the AWS resource that sends logs and is represented by this delivery
    /// source. Currently, only one ARN can be in the array.
    ///
    /// `Fn::GetAtt` of `ResourceArns`.
    pub fn resource_arns(&self) -> Value<List<String>> {
        self.attribute("ResourceArns")
    }

    /// The AWS service that is sending logs.
    ///
    /// `Fn::GetAtt` of `Service`.
    pub fn service(&self) -> Value<String> {
        self.attribute("Service")
    }

    /// The status of this delivery source. The value can be ACTIVE or INACTIVE.
    ///
    /// `Fn::GetAtt` of `Status`.
    pub fn status(&self) -> Value<String> {
        self.attribute("Status")
    }

    /// The reason for the status of this delivery source, such as RESOURCE_DELETED.
    ///
    /// `Fn::GetAtt` of `StatusReason`.
    pub fn status_reason(&self) -> Value<String> {
        self.attribute("StatusReason")
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::Logs::DeliverySource",
    properties: &DELIVERY_SOURCE,
    create_only: &["Name"],
    conditional_create_only: &[],
    read_only: &["Arn", "ResourceArns", "Service", "Status", "StatusReason"],
    write_only: &["ResourceArn"],
    primary_identifier: &["Name"],
    reference: Reference::Id,
    attributes: &[
        Attribute::scalar("Arn"),
        Attribute::list("ResourceArns"),
        Attribute::scalar("Service"),
        Attribute::scalar("Status"),
        Attribute::scalar("StatusReason"),
    ],
    stateful: false,
};

static DELIVERY_SOURCE: Object = Object {
    properties: &[
        Property::optional("Arn", Shape::Json),
        Property::optional(
            "DeliverySourceConfiguration",
            Shape::Map(&Shape::TEXT.min_length(1).max_length(255)),
        ),
        Property::optional(
            "LogType",
            Shape::TEXT.pattern(r"[\w-]*$").min_length(1).max_length(255),
        ),
        Property::required(
            "Name",
            Shape::TEXT.pattern(r"[\w-]*$").min_length(1).max_length(60),
        ),
        Property::optional(
            "ResourceArn",
            Shape::TEXT
                .pattern(r"[\w#+=/:,.@-]*\*?")
                .min_length(16)
                .max_length(2048),
        ),
        Property::optional("ResourceArns", Shape::Json),
        Property::optional("Service", Shape::Json),
        Property::optional("Status", Shape::Json),
        Property::optional("StatusReason", Shape::Json),
        Property::optional("Tags", Shape::list(&Shape::Object(&TAG)).unique()),
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
