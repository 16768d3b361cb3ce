//! `AWS::SQS::Queue`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    reference::{Arn, Id},
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    tag::Tag,
    value::{Json, List, ObjectWriter, ToJson, Value},
};

/// The `AWS::SQS::Queue` resource creates an Amazon SQS standard or FIFO queue.
///
/// `AWS::SQS::Queue`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Queue {
    /// For first-in-first-out (FIFO) queues, specifies whether to enable content-based deduplication. During
    /// the deduplication interval, Amazon SQS treats messages that are sent with identical content as
    /// duplicates and delivers only one copy of the message. For more information, see the
    /// `ContentBasedDeduplication` attribute for the
    /// `[CreateQueue](https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_CreateQueue.html)`
    /// action in the *Amazon SQS API Reference*.
    pub content_based_deduplication: Option<Value<bool>>,
    /// For high throughput for FIFO queues, specifies whether message deduplication occurs at the message
    /// group or queue level. Valid values are `messageGroup` and `queue`.
    pub deduplication_scope: Option<Value<String>>,
    /// The time in seconds for which the delivery of all messages in the queue is delayed. You can specify an
    /// integer value of `0` to `900` (15 minutes). The default value is `0`.
    ///
    /// Range: 0 to 900.
    pub delay_seconds: Option<Value<i64>>,
    /// If set to true, creates a FIFO queue. If you don't specify this property, Amazon SQS creates a
    /// standard queue. For more information, see [Amazon SQS FIFO
    /// queues](https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-fifo-queues.html)
    /// in the *Amazon SQS Developer Guide*.
    ///
    /// Update requires: replacement.
    pub fifo_queue: Option<Value<bool>>,
    /// For high throughput for FIFO queues, specifies whether the FIFO queue throughput quota applies to the
    /// entire queue or per message group. Valid values are `perQueue` and `perMessageGroupId`.
    pub fifo_throughput_limit: Option<Value<String>>,
    /// The length of time in seconds for which Amazon SQS can reuse a data key to encrypt or decrypt messages
    /// before calling AWS again. The value must be an integer between 60 (1 minute) and 86,400 (24 hours).
    /// The default is 300 (5 minutes).
    ///
    /// Range: 60 to 86400.
    pub kms_data_key_reuse_period_seconds: Option<Value<i64>>,
    /// The ID of an AWS Key Management Service (KMS) for Amazon SQS, or a custom KMS. To use the AWS managed
    /// KMS for Amazon SQS, specify a (default) alias ARN, alias name (for example `alias/aws/sqs` ), key ARN,
    /// or key ID. For more information, see the following:
    pub kms_master_key_id: Option<Value<String>>,
    /// The limit of how many bytes that a message can contain before Amazon SQS rejects it. You can specify
    /// an integer from 1,024 bytes (1 KiB) to 1,048,576 bytes (1 MiB). Default: 1,048,576 bytes (1 MiB).
    ///
    /// Range: 1024 to 1048576.
    pub maximum_message_size: Option<Value<i64>>,
    /// The number of seconds that Amazon SQS retains a message. You can specify an integer value from `60`
    /// seconds (1 minute) to `1,209,600` seconds (14 days). The default value is `345,600` seconds (4 days).
    ///
    /// Range: 60 to 1209600.
    pub message_retention_period: Option<Value<i64>>,
    /// A name for the queue. To create a FIFO queue, the name of your FIFO queue must end with the `.fifo`
    /// suffix. For more information, see [Amazon SQS FIFO
    /// queues](https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-fifo-queues.html)
    /// in the *Amazon SQS Developer Guide*.
    ///
    /// Update requires: replacement.
    pub queue_name: Option<Value<String>>,
    /// Specifies the duration, in seconds, that the ReceiveMessage action call waits until a message is in
    /// the queue in order to include it in the response, rather than returning an empty response if a message
    /// isn't yet available. You can specify an integer from 1 to 20. Short polling is used as the default or
    /// when you specify 0 for this property. For more information, see [Consuming messages using long
    /// polling](https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-short-and-long-polling.html#sqs-long-polling)
    /// in the *Amazon SQS Developer Guide*.
    ///
    /// Range: 0 to 20.
    pub receive_message_wait_time_seconds: Option<Value<i64>>,
    /// The string that includes the parameters for the permissions for the dead-letter queue redrive
    /// permission and which source queues can specify dead-letter queues as a JSON object. The parameters are
    /// as follows:
    pub redrive_allow_policy: Option<Value<Json>>,
    /// The string that includes the parameters for the dead-letter queue functionality of the source queue as
    /// a JSON object. The parameters are as follows:
    pub redrive_policy: Option<Value<RedrivePolicy>>,
    /// Enables server-side queue encryption using SQS owned encryption keys. Only one server-side encryption
    /// option is supported per queue (for example,
    /// [SSE-KMS](https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-configure-sse-existing-queue.html)
    /// or
    /// [SSE-SQS](https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-configure-sqs-sse-queue.html)
    /// ). When `SqsManagedSseEnabled` is not defined, `SSE-SQS` encryption is enabled by default.
    pub sqs_managed_sse_enabled: Option<Value<bool>>,
    /// The tags that you attach to this queue. For more information, see [Resource
    /// tag](https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-resource-tags.html)
    /// in the *CloudFormation User Guide*.
    pub tags: Option<Value<List<Tag>>>,
    /// The length of time during which a message will be unavailable after a message is delivered from the
    /// queue. This blocks other components from receiving the same message and gives the initial component
    /// time to process and delete the message from the queue.
    ///
    /// Range: 0 to 43200.
    pub visibility_timeout: Option<Value<i64>>,
}

impl Queue {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for Queue {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional(
            "ContentBasedDeduplication",
            self.content_based_deduplication.as_ref(),
        );
        object.optional("DeduplicationScope", self.deduplication_scope.as_ref());
        object.optional("DelaySeconds", self.delay_seconds.as_ref());
        object.optional("FifoQueue", self.fifo_queue.as_ref());
        object.optional("FifoThroughputLimit", self.fifo_throughput_limit.as_ref());
        object.optional(
            "KmsDataKeyReusePeriodSeconds",
            self.kms_data_key_reuse_period_seconds.as_ref(),
        );
        object.optional("KmsMasterKeyId", self.kms_master_key_id.as_ref());
        object.optional("MaximumMessageSize", self.maximum_message_size.as_ref());
        object.optional("MessageRetentionPeriod", self.message_retention_period.as_ref());
        object.optional("QueueName", self.queue_name.as_ref());
        object.optional(
            "ReceiveMessageWaitTimeSeconds",
            self.receive_message_wait_time_seconds.as_ref(),
        );
        object.optional("RedriveAllowPolicy", self.redrive_allow_policy.as_ref());
        object.optional("RedrivePolicy", self.redrive_policy.as_ref());
        object.optional("SqsManagedSseEnabled", self.sqs_managed_sse_enabled.as_ref());
        object.optional("Tags", self.tags.as_ref());
        object.optional("VisibilityTimeout", self.visibility_timeout.as_ref());
        object.finish()
    }
}

impl resource::Resource for Queue {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::sqs::Queue;
    type Reference = Id<kind::sqs::Queue>;
}

impl Handle<Queue> {
    /// Returns the Amazon Resource Name (ARN) of the queue. For example:
    /// `arn:aws:sqs:us-east-2:123456789012:mystack-myqueue-15PG5C2FC1CW8`.
    ///
    /// `Fn::GetAtt` of `Arn`.
    pub fn arn(&self) -> Value<Arn<kind::sqs::Queue>> {
        self.attribute("Arn")
    }

    /// Returns the queue name. For example: `mystack-myqueue-1VF9BKQH5BJVI`.
    ///
    /// `Fn::GetAtt` of `QueueName`.
    pub fn queue_name(&self) -> Value<String> {
        self.attribute("QueueName")
    }

    /// Returns the URLs of the queues from the policy.
    ///
    /// `Fn::GetAtt` of `QueueUrl`.
    pub fn queue_url(&self) -> Value<Id<kind::sqs::Queue>> {
        self.attribute("QueueUrl")
    }
}

/// `RedrivePolicy` of `AWS::SQS::Queue`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct RedrivePolicy {
    /// `deadLetterTargetArn`.
    pub dead_letter_target_arn: Option<Value<Arn<kind::sqs::Queue>>>,
    /// `maxReceiveCount`.
    pub max_receive_count: Option<Value<i64>>,
}

impl RedrivePolicy {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for RedrivePolicy {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("deadLetterTargetArn", self.dead_letter_target_arn.as_ref());
        object.optional("maxReceiveCount", self.max_receive_count.as_ref());
        object.finish()
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::SQS::Queue",
    properties: &QUEUE,
    create_only: &["FifoQueue", "QueueName"],
    conditional_create_only: &[],
    read_only: &["Arn", "QueueUrl"],
    write_only: &[],
    primary_identifier: &["QueueUrl"],
    reference: Reference::Id,
    attributes: &[
        Attribute::scalar("Arn"),
        Attribute::scalar("ContentBasedDeduplication"),
        Attribute::scalar("DeduplicationScope"),
        Attribute::scalar("DelaySeconds"),
        Attribute::scalar("FifoQueue"),
        Attribute::scalar("FifoThroughputLimit"),
        Attribute::scalar("KmsDataKeyReusePeriodSeconds"),
        Attribute::scalar("KmsMasterKeyId"),
        Attribute::scalar("MaximumMessageSize"),
        Attribute::scalar("MessageRetentionPeriod"),
        Attribute::scalar("QueueName"),
        Attribute::scalar("QueueUrl"),
        Attribute::scalar("ReceiveMessageWaitTimeSeconds"),
        Attribute::scalar("RedrivePolicy.deadLetterTargetArn"),
        Attribute::scalar("RedrivePolicy.maxReceiveCount"),
        Attribute::scalar("SqsManagedSseEnabled"),
        Attribute::list("Tags"),
        Attribute::scalar("VisibilityTimeout"),
    ],
    stateful: true,
};

static QUEUE: Object = Object {
    properties: &[
        Property::optional("Arn", Shape::Json),
        Property::optional("ContentBasedDeduplication", Shape::Boolean),
        Property::optional("DeduplicationScope", Shape::TEXT),
        Property::optional("DelaySeconds", Shape::INTEGER.min(0.0).max(900.0)),
        Property::optional("FifoQueue", Shape::Boolean),
        Property::optional("FifoThroughputLimit", Shape::TEXT),
        Property::optional(
            "KmsDataKeyReusePeriodSeconds",
            Shape::INTEGER.min(60.0).max(86400.0),
        ),
        Property::optional("KmsMasterKeyId", Shape::TEXT),
        Property::optional("MaximumMessageSize", Shape::INTEGER.min(1024.0).max(1_048_576.0)),
        Property::optional(
            "MessageRetentionPeriod",
            Shape::INTEGER.min(60.0).max(1_209_600.0),
        ),
        Property::optional("QueueName", Shape::TEXT),
        Property::optional("QueueUrl", Shape::Json),
        Property::optional("ReceiveMessageWaitTimeSeconds", Shape::INTEGER.min(0.0).max(20.0)),
        Property::optional("RedriveAllowPolicy", Shape::Json),
        Property::optional("RedrivePolicy", Shape::Object(&REDRIVE_POLICY)),
        Property::optional("SqsManagedSseEnabled", Shape::Boolean),
        Property::optional("Tags", Shape::list(&Shape::Object(&TAG))),
        Property::optional("VisibilityTimeout", Shape::INTEGER.min(0.0).max(43200.0)),
    ],
    constraints: &[],
};

static REDRIVE_POLICY: Object = Object {
    properties: &[
        Property::optional("deadLetterTargetArn", Shape::TEXT),
        Property::optional("maxReceiveCount", Shape::INTEGER),
    ],
    constraints: &[],
};

static TAG: Object = Object {
    properties: &[
        Property::required(
            "Key",
            Shape::TEXT
                .pattern(r"^([\p{L}\p{Z}\p{N}_.:/=+\-@]*)$")
                .min_length(1)
                .max_length(128),
        ),
        Property::required(
            "Value",
            Shape::TEXT
                .pattern(r"^([\p{L}\p{Z}\p{N}_.:/=+\-@]*)$")
                .max_length(256),
        ),
    ],
    constraints: &[],
};
