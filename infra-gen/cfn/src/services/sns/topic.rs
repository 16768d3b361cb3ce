//! `AWS::SNS::Topic`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    names::TopicName,
    reference::Arn,
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    tag::Tag,
    text_enum::text_enum,
    value::{Json, List, ObjectWriter, ToJson, Value},
};

/// The `AWS::SNS::Topic` resource creates a topic to which notifications can be published.
///
/// `AWS::SNS::Topic`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Topic {
    /// The `ArchivePolicy` determines the number of days Amazon retains messages in FIFO topics. You can set
    /// a retention period ranging from 1 to 365 days. This property is only applicable to FIFO topics;
    /// attempting to use it with standard topics will result in a creation failure.
    pub archive_policy: Option<Value<Json>>,
    /// `ContentBasedDeduplication` enables deduplication of messages based on their content for FIFO topics.
    /// By default, this property is set to false. If you create a FIFO topic with `ContentBasedDeduplication`
    /// set to false, you must provide a `MessageDeduplicationId` for each `Publish` action. When set to true,
    /// Amazon automatically generates a `MessageDeduplicationId` using a SHA-256 hash of the message body
    /// (excluding message attributes).
    pub content_based_deduplication: Option<Value<bool>>,
    /// The body of the policy document you want to use for this topic.
    pub data_protection_policy: Option<Value<Json>>,
    /// The `DeliveryStatusLogging` configuration enables you to log the delivery status of messages sent from
    /// your Amazon SNS topic to subscribed endpoints with the following supported delivery protocols:
    pub delivery_status_logging: Option<Value<List<LoggingConfig>>>,
    /// The display name to use for an Amazon topic with SMS subscriptions. The display name must be maximum
    /// 100 characters long, including hyphens (-), underscores (_), spaces, and tabs.
    pub display_name: Option<Value<String>>,
    /// Specifies the throughput quota and deduplication behavior to apply for the FIFO topic. Valid values
    /// are `Topic` or `MessageGroup`.
    pub fifo_throughput_scope: Option<Value<String>>,
    /// Set to true to create a FIFO topic.
    ///
    /// Update requires: replacement.
    pub fifo_topic: Option<Value<bool>>,
    /// The ID of an AWS managed customer master key (CMK) for Amazon or a custom CMK. For more information,
    /// see [Key
    /// terms](https://docs.aws.amazon.com/sns/latest/dg/sns-server-side-encryption.html#sse-key-terms). For
    /// more examples, see
    /// `[KeyId](https://docs.aws.amazon.com/kms/latest/APIReference/API_DescribeKey.html#API_DescribeKey_RequestParameters)`
    /// in the *AWS Key Management Service API Reference*.
    pub kms_master_key_id: Option<Value<String>>,
    /// `MaximumMessageSize`.
    ///
    /// Range: 1024 to 1048576.
    pub maximum_message_size: Option<Value<i64>>,
    /// The signature version corresponds to the hashing algorithm used while creating the signature of the
    /// notifications, subscription confirmations, or unsubscribe confirmation messages sent by Amazon SNS. By
    /// default, `SignatureVersion` is set to `1`.
    pub signature_version: Option<Value<String>>,
    /// The Amazon subscriptions (endpoints) for this topic.
    pub subscription: Option<Value<List<Subscription>>>,
    /// The list of tags to add to a new topic.
    pub tags: Option<Value<List<Tag>>>,
    /// The name of the topic you want to create. Topic names must include only uppercase and lowercase ASCII
    /// letters, numbers, underscores, and hyphens, and must be between 1 and 256 characters long. FIFO topic
    /// names must end with `.fifo`.
    ///
    /// Update requires: replacement. Length: at most 256.
    pub topic_name: Option<Value<TopicName>>,
    /// Tracing mode of an Amazon topic. By default `TracingConfig` is set to `PassThrough`, and the topic
    /// passes through the tracing header it receives from an Amazon publisher to its subscriptions. If set to
    /// `Active`, Amazon will vend X-Ray segment data to topic owner account if the sampled flag in the
    /// tracing header is true.
    pub tracing_config: Option<Value<String>>,
}

impl Topic {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for Topic {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("ArchivePolicy", self.archive_policy.as_ref());
        object.optional(
            "ContentBasedDeduplication",
            self.content_based_deduplication.as_ref(),
        );
        object.optional("DataProtectionPolicy", self.data_protection_policy.as_ref());
        object.optional("DeliveryStatusLogging", self.delivery_status_logging.as_ref());
        object.optional("DisplayName", self.display_name.as_ref());
        object.optional("FifoThroughputScope", self.fifo_throughput_scope.as_ref());
        object.optional("FifoTopic", self.fifo_topic.as_ref());
        object.optional("KmsMasterKeyId", self.kms_master_key_id.as_ref());
        object.optional("MaximumMessageSize", self.maximum_message_size.as_ref());
        object.optional("SignatureVersion", self.signature_version.as_ref());
        object.optional("Subscription", self.subscription.as_ref());
        object.optional("Tags", self.tags.as_ref());
        object.optional("TopicName", self.topic_name.as_ref());
        object.optional("TracingConfig", self.tracing_config.as_ref());
        object.finish()
    }
}

impl resource::Resource for Topic {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::sns::Topic;
    type Reference = Arn<kind::sns::Topic>;
}

impl Handle<Topic> {
    /// Returns the ARN of an Amazon topic.
    ///
    /// `Fn::GetAtt` of `TopicArn`.
    pub fn topic_arn(&self) -> Value<Arn<kind::sns::Topic>> {
        self.attribute("TopicArn")
    }

    /// Returns the name of an Amazon topic.
    ///
    /// `Fn::GetAtt` of `TopicName`.
    pub fn topic_name(&self) -> Value<String> {
        self.attribute("TopicName")
    }
}

/// The `LoggingConfig` property type specifies the `Delivery` status logging configuration for an
/// [`AWS::SNS::Topic`](https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-sns-topic.html).
#[derive(Debug, Clone, PartialEq)]
pub struct LoggingConfig {
    /// The IAM role ARN to be used when logging failed message deliveries in Amazon CloudWatch.
    pub failure_feedback_role_arn: Option<Value<Arn<kind::iam::Role>>>,
    /// Indicates one of the supported protocols for the Amazon SNS topic.
    pub protocol: Value<Protocol>,
    /// The IAM role ARN to be used when logging successful message deliveries in Amazon CloudWatch.
    pub success_feedback_role_arn: Option<Value<Arn<kind::iam::Role>>>,
    /// The percentage of successful message deliveries to be logged in Amazon CloudWatch. Valid percentage
    /// values range from 0 to 100.
    pub success_feedback_sample_rate: Option<Value<String>>,
}

impl LoggingConfig {
    /// With the required properties only.
    pub fn new(protocol: impl Into<Value<Protocol>>) -> Self {
        Self {
            failure_feedback_role_arn: None,
            protocol: protocol.into(),
            success_feedback_role_arn: None,
            success_feedback_sample_rate: None,
        }
    }
}

impl ToJson for LoggingConfig {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("FailureFeedbackRoleArn", self.failure_feedback_role_arn.as_ref());
        object.required("Protocol", &self.protocol);
        object.optional("SuccessFeedbackRoleArn", self.success_feedback_role_arn.as_ref());
        object.optional(
            "SuccessFeedbackSampleRate",
            self.success_feedback_sample_rate.as_ref(),
        );
        object.finish()
    }
}

/// `Subscription` is an embedded property that describes the subscription endpoints of an Amazon topic.
#[derive(Debug, Clone, PartialEq)]
pub struct Subscription {
    /// The endpoint that receives notifications from the Amazon topic. The endpoint value depends on the
    /// protocol that you specify. For more information, see the `Endpoint` parameter of the
    /// `[Subscribe](https://docs.aws.amazon.com/sns/latest/api/API_Subscribe.html)` action in the *Amazon API
    /// Reference*.
    pub endpoint: Value<String>,
    /// The subscription's protocol. For more information, see the `Protocol` parameter of the
    /// `[Subscribe](https://docs.aws.amazon.com/sns/latest/api/API_Subscribe.html)` action in the *Amazon API
    /// Reference*.
    pub protocol: Value<String>,
}

impl Subscription {
    /// With the required properties only.
    pub fn new(endpoint: impl Into<Value<String>>, protocol: impl Into<Value<String>>) -> Self {
        Self {
            endpoint: endpoint.into(),
            protocol: protocol.into(),
        }
    }
}

impl ToJson for Subscription {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Endpoint", &self.endpoint);
        object.required("Protocol", &self.protocol);
        object.finish()
    }
}

text_enum! {
    /// The values of `LoggingConfig.Protocol`.
    Protocol {
        HttpS = "http/s",
        Sqs = "sqs",
        Lambda = "lambda",
        Firehose = "firehose",
        Application = "application",
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::SNS::Topic",
    properties: &TOPIC,
    create_only: &["FifoTopic", "TopicName"],
    conditional_create_only: &[],
    read_only: &["TopicArn"],
    write_only: &[],
    primary_identifier: &["TopicArn"],
    reference: Reference::Arn,
    attributes: &[
        Attribute::scalar("ContentBasedDeduplication"),
        Attribute::list("DeliveryStatusLogging"),
        Attribute::scalar("DisplayName"),
        Attribute::scalar("FifoThroughputScope"),
        Attribute::scalar("FifoTopic"),
        Attribute::scalar("KmsMasterKeyId"),
        Attribute::scalar("MaximumMessageSize"),
        Attribute::scalar("SignatureVersion"),
        Attribute::list("Subscription"),
        Attribute::list("Tags"),
        Attribute::scalar("TopicArn"),
        Attribute::scalar("TopicName"),
        Attribute::scalar("TracingConfig"),
    ],
    stateful: false,
};

static LOGGING_CONFIG: Object = Object {
    properties: &[
        Property::optional("FailureFeedbackRoleArn", Shape::TEXT),
        Property::required("Protocol", Shape::one_of(Protocol::VALUES)),
        Property::optional("SuccessFeedbackRoleArn", Shape::TEXT),
        Property::optional("SuccessFeedbackSampleRate", Shape::TEXT),
    ],
    constraints: &[],
};

static SUBSCRIPTION: Object = Object {
    properties: &[
        Property::required("Endpoint", Shape::TEXT),
        Property::required("Protocol", Shape::TEXT),
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

static TOPIC: Object = Object {
    properties: &[
        Property::optional("ArchivePolicy", Shape::Json),
        Property::optional("ContentBasedDeduplication", Shape::Boolean),
        Property::optional("DataProtectionPolicy", Shape::Json),
        Property::optional(
            "DeliveryStatusLogging",
            Shape::list(&Shape::Object(&LOGGING_CONFIG)).unique(),
        ),
        Property::optional("DisplayName", Shape::TEXT),
        Property::optional("FifoThroughputScope", Shape::TEXT),
        Property::optional("FifoTopic", Shape::Boolean),
        Property::optional("KmsMasterKeyId", Shape::TEXT),
        Property::optional("MaximumMessageSize", Shape::INTEGER.min(1024.0).max(1_048_576.0)),
        Property::optional("SignatureVersion", Shape::TEXT),
        Property::optional("Subscription", Shape::list(&Shape::Object(&SUBSCRIPTION))),
        Property::optional("Tags", Shape::list(&Shape::Object(&TAG))),
        Property::optional("TopicArn", Shape::Json),
        Property::optional("TopicName", Shape::TEXT.max_length(256)),
        Property::optional("TracingConfig", Shape::TEXT),
    ],
    constraints: &[],
};
