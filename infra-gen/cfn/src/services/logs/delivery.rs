//! `AWS::Logs::Delivery`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    reference::{Arn, Id},
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    tag::Tag,
    value::{Json, List, ObjectWriter, ToJson, Value},
};

/// This structure contains information about one *delivery* in your account.
///
/// `AWS::Logs::Delivery`.
#[derive(Debug, Clone, PartialEq)]
pub struct Delivery {
    /// The ARN of the delivery destination that is associated with this delivery.
    ///
    /// Update requires: replacement. Length: 16 to 2048. Pattern: `[\w#+=/:,.@-]*\*?`.
    pub delivery_destination_arn: Value<String>,
    /// The name of the delivery source that is associated with this delivery.
    ///
    /// Update requires: replacement. Length: 1 to 60. Pattern: `[\w-]*$`.
    pub delivery_source_name: Value<String>,
    /// The field delimiter that is used between record fields when the final output format of a delivery is
    /// in `Plain`, `W3C`, or `Raw` format.
    ///
    /// Length: 1 to 5.
    pub field_delimiter: Option<Value<String>>,
    /// The list of record fields to be delivered to the destination, in order. If the delivery's log source
    /// has mandatory fields, they must be included in this list.
    ///
    /// Items: at most 128.
    pub record_fields: Option<Value<List<String>>>,
    /// Use this parameter to cause the S3 objects that contain delivered logs to use a prefix structure that
    /// allows for integration with Apache Hive.
    pub s3_enable_hive_compatible_path: Option<Value<bool>>,
    /// Use this to reconfigure the S3 object prefix to contain either static or variable sections. The valid
    /// variables to use in the suffix path will vary by each log source. To find the values supported for the
    /// suffix path for each log source, use the
    /// [DescribeConfigurationTemplates](https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DescribeConfigurationTemplates.html)
    /// operation and check the `allowedSuffixPathFields` field in the response.
    ///
    /// Length: at most 256.
    pub s3_suffix_path: Option<Value<String>>,
    /// An array of key-value pairs to apply to the delivery.
    pub tags: Option<Value<List<Tag>>>,
}

impl Delivery {
    /// With the required properties only.
    pub fn new(
        delivery_destination_arn: impl Into<Value<String>>,
        delivery_source_name: impl Into<Value<String>>,
    ) -> Self {
        Self {
            delivery_destination_arn: delivery_destination_arn.into(),
            delivery_source_name: delivery_source_name.into(),
            field_delimiter: None,
            record_fields: None,
            s3_enable_hive_compatible_path: None,
            s3_suffix_path: None,
            tags: None,
        }
    }
}

impl ToJson for Delivery {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("DeliveryDestinationArn", &self.delivery_destination_arn);
        object.required("DeliverySourceName", &self.delivery_source_name);
        object.optional("FieldDelimiter", self.field_delimiter.as_ref());
        object.optional("RecordFields", self.record_fields.as_ref());
        object.optional(
            "S3EnableHiveCompatiblePath",
            self.s3_enable_hive_compatible_path.as_ref(),
        );
        object.optional("S3SuffixPath", self.s3_suffix_path.as_ref());
        object.optional("Tags", self.tags.as_ref());
        object.finish()
    }
}

impl resource::Resource for Delivery {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::logs::Delivery;
    type Reference = Id<kind::logs::Delivery>;
}

impl Handle<Delivery> {
    /// The Amazon Resource Name (ARN) that uniquely identifies this delivery.
    ///
    /// `Fn::GetAtt` of `Arn`.
    pub fn arn(&self) -> Value<Arn<kind::logs::Delivery>> {
        self.attribute("Arn")
    }

    /// Displays whether the delivery destination associated with this delivery is CloudWatch Logs, Amazon S3,
    /// or Firehose.
    ///
    /// `Fn::GetAtt` of `DeliveryDestinationType`.
    pub fn delivery_destination_type(&self) -> Value<String> {
        self.attribute("DeliveryDestinationType")
    }

    /// The unique ID that identifies this delivery in your account.
    ///
    /// `Fn::GetAtt` of `DeliveryId`.
    pub fn delivery_id(&self) -> Value<Id<kind::logs::Delivery>> {
        self.attribute("DeliveryId")
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::Logs::Delivery",
    properties: &DELIVERY,
    create_only: &["DeliveryDestinationArn", "DeliverySourceName"],
    conditional_create_only: &[],
    read_only: &["Arn", "DeliveryDestinationType", "DeliveryId"],
    write_only: &[],
    primary_identifier: &["DeliveryId"],
    reference: Reference::Id,
    attributes: &[
        Attribute::scalar("Arn"),
        Attribute::scalar("DeliveryDestinationType"),
        Attribute::scalar("DeliveryId"),
    ],
    stateful: false,
};

static DELIVERY: Object = Object {
    properties: &[
        Property::optional("Arn", Shape::Json),
        Property::required(
            "DeliveryDestinationArn",
            Shape::TEXT
                .pattern(r"[\w#+=/:,.@-]*\*?")
                .min_length(16)
                .max_length(2048),
        ),
        Property::optional("DeliveryDestinationType", Shape::Json),
        Property::optional("DeliveryId", Shape::Json),
        Property::required(
            "DeliverySourceName",
            Shape::TEXT.pattern(r"[\w-]*$").min_length(1).max_length(60),
        ),
        Property::optional("FieldDelimiter", Shape::TEXT.min_length(1).max_length(5)),
        Property::optional(
            "RecordFields",
            Shape::list(&Shape::TEXT.min_length(1).max_length(50)).max_length(128),
        ),
        Property::optional("S3EnableHiveCompatiblePath", Shape::Boolean),
        Property::optional("S3SuffixPath", Shape::TEXT.max_length(256)),
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
