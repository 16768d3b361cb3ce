//! `AWS::Lambda::EventSourceMapping`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    reference::{Arn, Id},
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    tag::Tag,
    text_enum::text_enum,
    value::{Json, List, ObjectWriter, ToJson, Value},
};

/// The `AWS::Lambda::EventSourceMapping` resource creates a mapping between an event source and an AWS Lambda
/// function. Lambda reads items from the event source and triggers the function.
///
/// `AWS::Lambda::EventSourceMapping`.
#[derive(Debug, Clone, PartialEq)]
pub struct EventSourceMapping {
    /// Specific configuration settings for an Amazon Managed Streaming for Apache Kafka (Amazon MSK) event
    /// source.
    pub amazon_managed_kafka_event_source_config: Option<Value<AmazonManagedKafkaEventSourceConfig>>,
    /// The maximum number of records in each batch that Lambda pulls from your stream or queue and sends to
    /// your function. Lambda passes all of the records in the batch to the function in a single call, up to
    /// the payload limit for synchronous invocation (6 MB).
    ///
    /// Range: 1 to 10000.
    pub batch_size: Option<Value<i64>>,
    /// (Kinesis and DynamoDB Streams only) If the function returns an error, split the batch in two and
    /// retry. The default value is false.
    pub bisect_batch_on_function_error: Option<Value<bool>>,
    /// (Kinesis, DynamoDB Streams, Amazon MSK, and self-managed Apache Kafka) A configuration object that
    /// specifies the destination of an event after Lambda processes it.
    pub destination_config: Option<Value<DestinationConfig>>,
    /// Specific configuration settings for a DocumentDB event source.
    pub document_db_event_source_config: Option<Value<DocumentDBEventSourceConfig>>,
    /// When true, the event source mapping is active. When false, Lambda pauses polling and invocation.
    pub enabled: Option<Value<bool>>,
    /// The Amazon Resource Name (ARN) of the event source.
    ///
    /// Update requires: replacement. Length: 12 to 1024.
    pub event_source_arn: Option<Value<String>>,
    /// An object that defines the filter criteria that determine whether Lambda should process an event. For
    /// more information, see [Lambda event
    /// filtering](https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventfiltering.html).
    pub filter_criteria: Option<Value<FilterCriteria>>,
    /// The name or ARN of the Lambda function.
    ///
    /// Length: 1 to 140.
    pub function_name: Value<String>,
    /// (Kinesis, DynamoDB Streams, and SQS) A list of current response type enums applied to the event source
    /// mapping.
    ///
    /// Items: at most 1.
    pub function_response_types: Option<Value<List<FunctionResponseType>>>,
    /// The ARN of the AWS Key Management Service ( AWS) customer managed key that Lambda uses to encrypt your
    /// function's [filter
    /// criteria](https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventfiltering.html#filtering-basics).
    ///
    /// Length: 12 to 2048. Pattern: `(arn:(aws[a-zA-Z-]*)?:[a-z0-9-.]+:.*)|()`.
    pub kms_key_arn: Option<Value<Arn<kind::kms::Key>>>,
    /// The function's Amazon CloudWatch Logs configuration settings.
    pub logging_config: Option<Value<LoggingConfig>>,
    /// The maximum amount of time, in seconds, that Lambda spends gathering records before invoking the
    /// function.
    ///
    /// Range: 0 to 300.
    pub maximum_batching_window_in_seconds: Option<Value<i64>>,
    /// (Kinesis, DynamoDB Streams, Amazon MSK, and self-managed Apache Kafka) Discard records older than the
    /// specified age. The default value is -1, which sets the maximum age to infinite. When the value is set
    /// to infinite, Lambda never discards old records.
    ///
    /// Range: -1 to 604800.
    pub maximum_record_age_in_seconds: Option<Value<i64>>,
    /// (Kinesis, DynamoDB Streams, Amazon MSK, and self-managed Apache Kafka) Discard records after the
    /// specified number of retries. The default value is -1, which sets the maximum number of retries to
    /// infinite. When MaximumRetryAttempts is infinite, Lambda retries failed records until the record
    /// expires in the event source.
    ///
    /// Range: -1 to 10000.
    pub maximum_retry_attempts: Option<Value<i64>>,
    /// The metrics configuration for your event source. For more information, see [Event source mapping
    /// metrics](https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html#event-source-mapping-metrics).
    pub metrics_config: Option<Value<MetricsConfig>>,
    /// (Kinesis and DynamoDB Streams only) The number of batches to process concurrently from each shard. The
    /// default value is 1.
    ///
    /// Range: 1 to 10.
    pub parallelization_factor: Option<Value<i64>>,
    /// (Amazon SQS, Amazon MSK, and self-managed Apache Kafka only) The provisioned mode configuration for
    /// the event source. For more information, see [provisioned
    /// mode](https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventsourcemapping.html#invocation-eventsourcemapping-provisioned-mode).
    pub provisioned_poller_config: Option<Value<ProvisionedPollerConfig>>,
    /// (Amazon MQ) The name of the Amazon MQ broker destination queue to consume.
    ///
    /// Items: 1 to 1.
    pub queues: Option<Value<List<String>>>,
    /// This property is for Amazon SQS event sources only. You cannot use `ProvisionedPollerConfig` while
    /// using `ScalingConfig`. These options are mutually exclusive. To remove the scaling configuration, pass
    /// an empty value.
    pub scaling_config: Option<Value<ScalingConfig>>,
    /// The self-managed Apache Kafka cluster for your event source.
    ///
    /// Update requires: replacement.
    pub self_managed_event_source: Option<Value<SelfManagedEventSource>>,
    /// Specific configuration settings for a self-managed Apache Kafka event source.
    pub self_managed_kafka_event_source_config: Option<Value<SelfManagedKafkaEventSourceConfig>>,
    /// An array of the authentication protocol, VPC components, or virtual host to secure and define your
    /// event source.
    ///
    /// Items: 1 to 29.
    pub source_access_configurations: Option<Value<List<SourceAccessConfiguration>>>,
    /// The position in a stream from which to start reading. Required for Amazon Kinesis and Amazon DynamoDB.
    ///
    /// Update requires: replacement. Length: 6 to 12. Pattern: `(LATEST|TRIM_HORIZON|AT_TIMESTAMP)+`.
    pub starting_position: Option<Value<String>>,
    /// With `StartingPosition` set to `AT_TIMESTAMP`, the time from which to start reading, in Unix time
    /// seconds. `StartingPositionTimestamp` cannot be in the future.
    ///
    /// Update requires: replacement.
    pub starting_position_timestamp: Option<Value<f64>>,
    /// A list of tags to add to the event source mapping.
    pub tags: Option<Value<List<Tag>>>,
    /// The name of the Kafka topic.
    ///
    /// Items: 1 to 1.
    pub topics: Option<Value<List<String>>>,
    /// (Kinesis and DynamoDB Streams only) The duration in seconds of a processing window for DynamoDB and
    /// Kinesis Streams event sources. A value of 0 seconds indicates no tumbling window.
    ///
    /// Range: 0 to 900.
    pub tumbling_window_in_seconds: Option<Value<i64>>,
}

impl EventSourceMapping {
    /// With the required properties only.
    pub fn new(function_name: impl Into<Value<String>>) -> Self {
        Self {
            amazon_managed_kafka_event_source_config: None,
            batch_size: None,
            bisect_batch_on_function_error: None,
            destination_config: None,
            document_db_event_source_config: None,
            enabled: None,
            event_source_arn: None,
            filter_criteria: None,
            function_name: function_name.into(),
            function_response_types: None,
            kms_key_arn: None,
            logging_config: None,
            maximum_batching_window_in_seconds: None,
            maximum_record_age_in_seconds: None,
            maximum_retry_attempts: None,
            metrics_config: None,
            parallelization_factor: None,
            provisioned_poller_config: None,
            queues: None,
            scaling_config: None,
            self_managed_event_source: None,
            self_managed_kafka_event_source_config: None,
            source_access_configurations: None,
            starting_position: None,
            starting_position_timestamp: None,
            tags: None,
            topics: None,
            tumbling_window_in_seconds: None,
        }
    }
}

impl ToJson for EventSourceMapping {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional(
            "AmazonManagedKafkaEventSourceConfig",
            self.amazon_managed_kafka_event_source_config.as_ref(),
        );
        object.optional("BatchSize", self.batch_size.as_ref());
        object.optional(
            "BisectBatchOnFunctionError",
            self.bisect_batch_on_function_error.as_ref(),
        );
        object.optional("DestinationConfig", self.destination_config.as_ref());
        object.optional(
            "DocumentDBEventSourceConfig",
            self.document_db_event_source_config.as_ref(),
        );
        object.optional("Enabled", self.enabled.as_ref());
        object.optional("EventSourceArn", self.event_source_arn.as_ref());
        object.optional("FilterCriteria", self.filter_criteria.as_ref());
        object.required("FunctionName", &self.function_name);
        object.optional("FunctionResponseTypes", self.function_response_types.as_ref());
        object.optional("KmsKeyArn", self.kms_key_arn.as_ref());
        object.optional("LoggingConfig", self.logging_config.as_ref());
        object.optional(
            "MaximumBatchingWindowInSeconds",
            self.maximum_batching_window_in_seconds.as_ref(),
        );
        object.optional(
            "MaximumRecordAgeInSeconds",
            self.maximum_record_age_in_seconds.as_ref(),
        );
        object.optional("MaximumRetryAttempts", self.maximum_retry_attempts.as_ref());
        object.optional("MetricsConfig", self.metrics_config.as_ref());
        object.optional("ParallelizationFactor", self.parallelization_factor.as_ref());
        object.optional("ProvisionedPollerConfig", self.provisioned_poller_config.as_ref());
        object.optional("Queues", self.queues.as_ref());
        object.optional("ScalingConfig", self.scaling_config.as_ref());
        object.optional("SelfManagedEventSource", self.self_managed_event_source.as_ref());
        object.optional(
            "SelfManagedKafkaEventSourceConfig",
            self.self_managed_kafka_event_source_config.as_ref(),
        );
        object.optional(
            "SourceAccessConfigurations",
            self.source_access_configurations.as_ref(),
        );
        object.optional("StartingPosition", self.starting_position.as_ref());
        object.optional(
            "StartingPositionTimestamp",
            self.starting_position_timestamp.as_ref(),
        );
        object.optional("Tags", self.tags.as_ref());
        object.optional("Topics", self.topics.as_ref());
        object.optional(
            "TumblingWindowInSeconds",
            self.tumbling_window_in_seconds.as_ref(),
        );
        object.finish()
    }
}

impl resource::Resource for EventSourceMapping {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::lambda::EventSourceMapping;
    type Reference = Id<kind::lambda::EventSourceMapping>;
}

impl Handle<EventSourceMapping> {
    /// The Amazon Resource Name (ARN) of the event source mapping.
    ///
    /// `Fn::GetAtt` of `EventSourceMappingArn`.
    pub fn event_source_mapping_arn(&self) -> Value<Arn<kind::lambda::EventSourceMapping>> {
        self.attribute("EventSourceMappingArn")
    }

    /// The event source mapping's ID.
    ///
    /// `Fn::GetAtt` of `Id`.
    pub fn id(&self) -> Value<Id<kind::lambda::EventSourceMapping>> {
        self.attribute("Id")
    }
}

/// Specific configuration settings for an Amazon Managed Streaming for Apache Kafka (Amazon MSK) event
/// source.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AmazonManagedKafkaEventSourceConfig {
    /// The identifier for the Kafka consumer group to join. The consumer group ID must be unique among all
    /// your Kafka event sources. After creating a Kafka event source mapping with the consumer group ID
    /// specified, you cannot update this value. For more information, see [Customizable consumer group
    /// ID](https://docs.aws.amazon.com/lambda/latest/dg/with-msk.html#services-msk-consumer-group-id).
    ///
    /// Length: 1 to 200. Pattern: `[a-zA-Z0-9-\/*:_+=.@-]*`.
    pub consumer_group_id: Option<Value<String>>,
    /// Specific configuration settings for a Kafka schema registry.
    pub schema_registry_config: Option<Value<SchemaRegistryConfig>>,
}

impl AmazonManagedKafkaEventSourceConfig {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for AmazonManagedKafkaEventSourceConfig {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("ConsumerGroupId", self.consumer_group_id.as_ref());
        object.optional("SchemaRegistryConfig", self.schema_registry_config.as_ref());
        object.finish()
    }
}

/// A configuration object that specifies the destination of an event after Lambda processes it. For more
/// information, see [Adding a
/// destination](https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html#invocation-async-destinations).
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DestinationConfig {
    /// The destination configuration for failed invocations.
    pub on_failure: Option<Value<OnFailure>>,
}

impl DestinationConfig {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for DestinationConfig {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("OnFailure", self.on_failure.as_ref());
        object.finish()
    }
}

/// Specific configuration settings for a DocumentDB event source.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DocumentDBEventSourceConfig {
    /// The name of the collection to consume within the database. If you do not specify a collection, Lambda
    /// consumes all collections.
    ///
    /// Length: 1 to 57. Pattern: `^(^(?!(system\x2e)))(^[_a-zA-Z0-9])([^$]*)$`.
    pub collection_name: Option<Value<String>>,
    /// The name of the database to consume within the DocumentDB cluster.
    ///
    /// Length: 1 to 63. Pattern: `^[^ /\.$\x22]*$`.
    pub database_name: Option<Value<String>>,
    /// Determines what DocumentDB sends to your event stream during document update operations. If set to
    /// UpdateLookup, DocumentDB sends a delta describing the changes, along with a copy of the entire
    /// document. Otherwise, DocumentDB sends only a partial document that contains the changes.
    pub full_document: Option<Value<FullDocument>>,
}

impl DocumentDBEventSourceConfig {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for DocumentDBEventSourceConfig {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("CollectionName", self.collection_name.as_ref());
        object.optional("DatabaseName", self.database_name.as_ref());
        object.optional("FullDocument", self.full_document.as_ref());
        object.finish()
    }
}

/// The list of bootstrap servers for your Kafka brokers in the following format: `"KafkaBootstrapServers":
/// ["abc.xyz.com:xxxx","abc2.xyz.com:xxxx"]`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Endpoints {
    /// The list of bootstrap servers for your Kafka brokers in the following format:
    /// `"KafkaBootstrapServers": ["abc.xyz.com:xxxx","abc2.xyz.com:xxxx"]`.
    ///
    /// Items: 1 to 10.
    pub kafka_bootstrap_servers: Option<Value<List<String>>>,
}

impl Endpoints {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for Endpoints {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("KafkaBootstrapServers", self.kafka_bootstrap_servers.as_ref());
        object.finish()
    }
}

/// A structure within a `FilterCriteria` object that defines an event filtering pattern.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Filter {
    /// A filter pattern. For more information on the syntax of a filter pattern, see [Filter rule
    /// syntax](https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventfiltering.html#filtering-syntax).
    ///
    /// Length: at most 4096. Pattern: `.*`.
    pub pattern: Option<Value<String>>,
}

impl Filter {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for Filter {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("Pattern", self.pattern.as_ref());
        object.finish()
    }
}

/// An object that contains the filters for an event source.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct FilterCriteria {
    /// A list of filters.
    ///
    /// Items: 1 to 20.
    pub filters: Option<Value<List<Filter>>>,
}

impl FilterCriteria {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for FilterCriteria {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("Filters", self.filters.as_ref());
        object.finish()
    }
}

/// The function's Amazon CloudWatch Logs configuration settings.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct LoggingConfig {
    /// Set this property to filter the system logs for your function that Lambda sends to CloudWatch. Lambda
    /// only sends system logs at the selected level of detail and lower, where `DEBUG` is the highest level
    /// and `WARN` is the lowest.
    pub system_log_level: Option<Value<SystemLogLevel>>,
}

impl LoggingConfig {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for LoggingConfig {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("SystemLogLevel", self.system_log_level.as_ref());
        object.finish()
    }
}

/// The metrics configuration for your event source. Use this configuration object to define which metrics you
/// want your event source mapping to produce.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct MetricsConfig {
    /// The metrics you want your event source mapping to produce. Include `EventCount` to receive event
    /// source mapping metrics related to the number of events processed by your event source mapping. For
    /// more information about these metrics, see [Event source mapping
    /// metrics](https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html#event-source-mapping-metrics).
    ///
    /// Items: at most 3.
    pub metrics: Option<Value<List<Metric>>>,
}

impl MetricsConfig {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for MetricsConfig {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("Metrics", self.metrics.as_ref());
        object.finish()
    }
}

/// A destination for events that failed processing. For more information, see [Adding a
/// destination](https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html#invocation-async-destinations).
#[derive(Debug, Clone, Default, PartialEq)]
pub struct OnFailure {
    /// The Amazon Resource Name (ARN) of the destination resource.
    ///
    /// Length: 12 to 1024.
    pub destination: Option<Value<String>>,
}

impl OnFailure {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for OnFailure {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("Destination", self.destination.as_ref());
        object.finish()
    }
}

/// The [provisioned
/// mode](https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventsourcemapping.html#invocation-eventsourcemapping-provisioned-mode)
/// configuration for the event source. Use Provisioned Mode to customize the minimum and maximum number of
/// event pollers for your event source.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ProvisionedPollerConfig {
    /// The maximum number of event pollers this event source can scale up to. For Amazon SQS events source
    /// mappings, default is 200, and minimum value allowed is 2. For Amazon MSK and self-managed Apache Kafka
    /// event source mappings, default is 200, and minimum value allowed is 1.
    ///
    /// Range: 1 to 10000.
    pub maximum_pollers: Option<Value<i64>>,
    /// The minimum number of event pollers this event source can scale down to. For Amazon SQS events source
    /// mappings, default is 2, and minimum 2 required. For Amazon MSK and self-managed Apache Kafka event
    /// source mappings, default is 1.
    ///
    /// Range: 1 to 200.
    pub minimum_pollers: Option<Value<i64>>,
    /// (Amazon MSK and self-managed Apache Kafka) The name of the provisioned poller group. Use this option
    /// to group multiple ESMs within the event source's VPC to share Event Poller Unit (EPU) capacity. You
    /// can use this option to optimize Provisioned mode costs for your ESMs. You can group up to 100 ESMs per
    /// poller group and aggregate maximum pollers across all ESMs in a group cannot exceed 2000.
    ///
    /// Length: at most 128. Pattern: `^[a-zA-Z0-9-_]*$`.
    pub poller_group_name: Option<Value<String>>,
}

impl ProvisionedPollerConfig {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for ProvisionedPollerConfig {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("MaximumPollers", self.maximum_pollers.as_ref());
        object.optional("MinimumPollers", self.minimum_pollers.as_ref());
        object.optional("PollerGroupName", self.poller_group_name.as_ref());
        object.finish()
    }
}

/// (Amazon SQS only) The scaling configuration for the event source. To remove the configuration, pass an
/// empty value.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ScalingConfig {
    /// Limits the number of concurrent instances that the Amazon SQS event source can invoke.
    ///
    /// Range: 2 to 1000.
    pub maximum_concurrency: Option<Value<i64>>,
}

impl ScalingConfig {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for ScalingConfig {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("MaximumConcurrency", self.maximum_concurrency.as_ref());
        object.finish()
    }
}

/// Specific access configuration settings that tell Lambda how to authenticate with your schema registry.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SchemaRegistryAccessConfig {
    /// The type of authentication Lambda uses to access your schema registry.
    pub r#type: Option<Value<SchemaRegistryAccessConfigType>>,
    /// The URI of the secret (Secrets Manager secret ARN) to authenticate with your schema registry.
    ///
    /// Length: 1 to 10000.
    pub uri: Option<Value<String>>,
}

impl SchemaRegistryAccessConfig {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for SchemaRegistryAccessConfig {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("Type", self.r#type.as_ref());
        object.optional("URI", self.uri.as_ref());
        object.finish()
    }
}

/// Specific configuration settings for a Kafka schema registry.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SchemaRegistryConfig {
    /// An array of access configuration objects that tell Lambda how to authenticate with your schema
    /// registry.
    ///
    /// Items: at most 2.
    pub access_configs: Option<Value<List<SchemaRegistryAccessConfig>>>,
    /// The record format that Lambda delivers to your function after schema validation.
    pub event_record_format: Option<Value<EventRecordFormat>>,
    /// The URI for your schema registry. The correct URI format depends on the type of schema registry you're
    /// using.
    ///
    /// Length: 1 to 10000. Pattern: `[a-zA-Z0-9-/*:_+=.@-]*`.
    pub schema_registry_uri: Option<Value<String>>,
    /// An array of schema validation configuration objects, which tell Lambda the message attributes you want
    /// to validate and filter using your schema registry.
    ///
    /// Items: 1 to 2.
    pub schema_validation_configs: Option<Value<List<SchemaValidationConfig>>>,
}

impl SchemaRegistryConfig {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for SchemaRegistryConfig {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("AccessConfigs", self.access_configs.as_ref());
        object.optional("EventRecordFormat", self.event_record_format.as_ref());
        object.optional("SchemaRegistryURI", self.schema_registry_uri.as_ref());
        object.optional("SchemaValidationConfigs", self.schema_validation_configs.as_ref());
        object.finish()
    }
}

/// Specific schema validation configuration settings that tell Lambda the message attributes you want to
/// validate and filter using your schema registry.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SchemaValidationConfig {
    /// The attributes you want your schema registry to validate and filter for. If you selected `JSON` as the
    /// `EventRecordFormat`, Lambda also deserializes the selected message attributes.
    pub attribute: Option<Value<SchemaValidationConfigAttribute>>,
}

impl SchemaValidationConfig {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for SchemaValidationConfig {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("Attribute", self.attribute.as_ref());
        object.finish()
    }
}

/// The self-managed Apache Kafka cluster for your event source.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SelfManagedEventSource {
    /// The list of bootstrap servers for your Kafka brokers in the following format:
    /// `"KafkaBootstrapServers": ["abc.xyz.com:xxxx","abc2.xyz.com:xxxx"]`.
    pub endpoints: Option<Value<Endpoints>>,
}

impl SelfManagedEventSource {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for SelfManagedEventSource {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("Endpoints", self.endpoints.as_ref());
        object.finish()
    }
}

/// Specific configuration settings for a self-managed Apache Kafka event source.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SelfManagedKafkaEventSourceConfig {
    /// The identifier for the Kafka consumer group to join. The consumer group ID must be unique among all
    /// your Kafka event sources. After creating a Kafka event source mapping with the consumer group ID
    /// specified, you cannot update this value. For more information, see [Customizable consumer group
    /// ID](https://docs.aws.amazon.com/lambda/latest/dg/with-kafka-process.html#services-smaa-topic-add).
    ///
    /// Length: 1 to 200. Pattern: `[a-zA-Z0-9-\/*:_+=.@-]*`.
    pub consumer_group_id: Option<Value<String>>,
    /// The mode that determines how Lambda reads from a Kafka topic. Use Stream for ordered processing or
    /// Queue for higher throughput when ordering is not required.
    pub consumption_mode: Option<Value<ConsumptionMode>>,
    /// Specific configuration settings for a Kafka schema registry.
    pub schema_registry_config: Option<Value<SchemaRegistryConfig>>,
}

impl SelfManagedKafkaEventSourceConfig {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for SelfManagedKafkaEventSourceConfig {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("ConsumerGroupId", self.consumer_group_id.as_ref());
        object.optional("ConsumptionMode", self.consumption_mode.as_ref());
        object.optional("SchemaRegistryConfig", self.schema_registry_config.as_ref());
        object.finish()
    }
}

/// An array of the authentication protocol, VPC components, or virtual host to secure and define your event
/// source.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SourceAccessConfiguration {
    /// The type of authentication protocol, VPC components, or virtual host for your event source. For
    /// example: `"Type":"SASL_SCRAM_512_AUTH"`.
    pub r#type: Option<Value<SourceAccessConfigurationType>>,
    /// The value for your chosen configuration in `Type`. For example: `"URI":
    /// "arn:aws:secretsmanager:us-east-1:01234567890:secret:MyBrokerSecretName"`.
    ///
    /// Length: 1 to 200. Pattern: `[a-zA-Z0-9-\/*:_+=.@-]*`.
    pub uri: Option<Value<String>>,
}

impl SourceAccessConfiguration {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for SourceAccessConfiguration {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("Type", self.r#type.as_ref());
        object.optional("URI", self.uri.as_ref());
        object.finish()
    }
}

text_enum! {
    /// The values of `SelfManagedKafkaEventSourceConfig.ConsumptionMode`.
    ConsumptionMode {
        Stream = "Stream",
        Queue = "Queue",
    }
}

text_enum! {
    /// The values of `SchemaRegistryConfig.EventRecordFormat`.
    EventRecordFormat {
        Json = "JSON",
        Source = "SOURCE",
    }
}

text_enum! {
    /// The values of `DocumentDBEventSourceConfig.FullDocument`.
    FullDocument {
        UpdateLookup = "UpdateLookup",
        Default = "Default",
    }
}

text_enum! {
    /// The values of `EventSourceMapping.FunctionResponseType`.
    FunctionResponseType {
        ReportBatchItemFailures = "ReportBatchItemFailures",
    }
}

text_enum! {
    /// The values of `MetricsConfig.Metric`.
    Metric {
        EventCount = "EventCount",
        ErrorCount = "ErrorCount",
        KafkaMetrics = "KafkaMetrics",
    }
}

text_enum! {
    /// The values of `SchemaRegistryAccessConfig.Type`.
    SchemaRegistryAccessConfigType {
        BasicAuth = "BASIC_AUTH",
        ClientCertificateTlsAuth = "CLIENT_CERTIFICATE_TLS_AUTH",
        ServerRootCaCertificate = "SERVER_ROOT_CA_CERTIFICATE",
        OauthbearerAuth = "OAUTHBEARER_AUTH",
    }
}

text_enum! {
    /// The values of `SchemaValidationConfig.Attribute`.
    SchemaValidationConfigAttribute {
        Key = "KEY",
        Value = "VALUE",
    }
}

text_enum! {
    /// The values of `SourceAccessConfiguration.Type`.
    SourceAccessConfigurationType {
        BasicAuth = "BASIC_AUTH",
        VpcSubnet = "VPC_SUBNET",
        VpcSecurityGroup = "VPC_SECURITY_GROUP",
        SaslScram512Auth = "SASL_SCRAM_512_AUTH",
        SaslScram256Auth = "SASL_SCRAM_256_AUTH",
        VirtualHost = "VIRTUAL_HOST",
        ClientCertificateTlsAuth = "CLIENT_CERTIFICATE_TLS_AUTH",
        ServerRootCaCertificate = "SERVER_ROOT_CA_CERTIFICATE",
        OauthbearerAuth = "OAUTHBEARER_AUTH",
        OauthbearerScope = "OAUTHBEARER_SCOPE",
        OauthbearerAudience = "OAUTHBEARER_AUDIENCE",
        OauthbearerLogicalCluster = "OAUTHBEARER_LOGICAL_CLUSTER",
        OauthbearerIdentityPool = "OAUTHBEARER_IDENTITY_POOL",
        IamAuth = "IAM_AUTH",
        IamOauthbearerAuth = "IAM_OAUTHBEARER_AUTH",
    }
}

text_enum! {
    /// The values of `LoggingConfig.SystemLogLevel`.
    SystemLogLevel {
        Debug = "DEBUG",
        Info = "INFO",
        Warn = "WARN",
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::Lambda::EventSourceMapping",
    properties: &EVENT_SOURCE_MAPPING,
    create_only: &[
        "EventSourceArn",
        "SelfManagedEventSource",
        "StartingPosition",
        "StartingPositionTimestamp",
    ],
    conditional_create_only: &[],
    read_only: &["EventSourceMappingArn", "Id"],
    write_only: &[],
    primary_identifier: &["Id"],
    reference: Reference::Id,
    attributes: &[
        Attribute::scalar("EventSourceMappingArn"),
        Attribute::scalar("Id"),
    ],
    stateful: false,
};

static AMAZON_MANAGED_KAFKA_EVENT_SOURCE_CONFIG: Object = Object {
    properties: &[
        Property::optional(
            "ConsumerGroupId",
            Shape::TEXT
                .pattern(r"[a-zA-Z0-9-\/*:_+=.@-]*")
                .min_length(1)
                .max_length(200),
        ),
        Property::optional("SchemaRegistryConfig", Shape::Object(&SCHEMA_REGISTRY_CONFIG)),
    ],
    constraints: &[],
};

static DESTINATION_CONFIG: Object = Object {
    properties: &[Property::optional("OnFailure", Shape::Object(&ON_FAILURE))],
    constraints: &[],
};

static DOCUMENT_DB_EVENT_SOURCE_CONFIG: Object = Object {
    properties: &[
        Property::optional(
            "CollectionName",
            Shape::TEXT
                .pattern(r"^(^(?!(system\x2e)))(^[_a-zA-Z0-9])([^$]*)$")
                .min_length(1)
                .max_length(57),
        ),
        Property::optional(
            "DatabaseName",
            Shape::TEXT
                .pattern(r"^[^ /\.$\x22]*$")
                .min_length(1)
                .max_length(63),
        ),
        Property::optional("FullDocument", Shape::one_of(FullDocument::VALUES)),
    ],
    constraints: &[],
};

static ENDPOINTS: Object = Object {
    properties: &[Property::optional(
        "KafkaBootstrapServers",
        Shape::list(&Shape::TEXT.pattern(PATTERN_1).min_length(1).max_length(300))
            .min_length(1)
            .max_length(10)
            .unique(),
    )],
    constraints: &[],
};

static EVENT_SOURCE_MAPPING: Object = Object {
    properties: &[
        Property::optional(
            "AmazonManagedKafkaEventSourceConfig",
            Shape::Object(&AMAZON_MANAGED_KAFKA_EVENT_SOURCE_CONFIG),
        ),
        Property::optional("BatchSize", Shape::INTEGER.min(1.0).max(10000.0)),
        Property::optional("BisectBatchOnFunctionError", Shape::Boolean),
        Property::optional("DestinationConfig", Shape::Object(&DESTINATION_CONFIG)),
        Property::optional(
            "DocumentDBEventSourceConfig",
            Shape::Object(&DOCUMENT_DB_EVENT_SOURCE_CONFIG),
        ),
        Property::optional("Enabled", Shape::Boolean),
        Property::optional(
            "EventSourceArn",
            Shape::TEXT.pattern(PATTERN_2).min_length(12).max_length(1024),
        ),
        Property::optional("EventSourceMappingArn", Shape::Json),
        Property::optional("FilterCriteria", Shape::Object(&FILTER_CRITERIA)),
        Property::required(
            "FunctionName",
            Shape::TEXT.pattern(PATTERN_3).min_length(1).max_length(140),
        ),
        Property::optional(
            "FunctionResponseTypes",
            Shape::list(&Shape::one_of(FunctionResponseType::VALUES))
                .max_length(1)
                .unique(),
        ),
        Property::optional("Id", Shape::Json),
        Property::optional(
            "KmsKeyArn",
            Shape::TEXT
                .pattern("(arn:(aws[a-zA-Z-]*)?:[a-z0-9-.]+:.*)|()")
                .min_length(12)
                .max_length(2048),
        ),
        Property::optional("LoggingConfig", Shape::Object(&LOGGING_CONFIG)),
        Property::optional(
            "MaximumBatchingWindowInSeconds",
            Shape::INTEGER.min(0.0).max(300.0),
        ),
        Property::optional(
            "MaximumRecordAgeInSeconds",
            Shape::INTEGER.min(-1.0).max(604_800.0),
        ),
        Property::optional("MaximumRetryAttempts", Shape::INTEGER.min(-1.0).max(10000.0)),
        Property::optional("MetricsConfig", Shape::Object(&METRICS_CONFIG)),
        Property::optional("ParallelizationFactor", Shape::INTEGER.min(1.0).max(10.0)),
        Property::optional(
            "ProvisionedPollerConfig",
            Shape::Object(&PROVISIONED_POLLER_CONFIG),
        ),
        Property::optional(
            "Queues",
            Shape::list(&Shape::TEXT.pattern(r"[\s\S]*").min_length(1).max_length(1000))
                .min_length(1)
                .max_length(1)
                .unique(),
        ),
        Property::optional("ScalingConfig", Shape::Object(&SCALING_CONFIG)),
        Property::optional(
            "SelfManagedEventSource",
            Shape::Object(&SELF_MANAGED_EVENT_SOURCE),
        ),
        Property::optional(
            "SelfManagedKafkaEventSourceConfig",
            Shape::Object(&SELF_MANAGED_KAFKA_EVENT_SOURCE_CONFIG),
        ),
        Property::optional(
            "SourceAccessConfigurations",
            Shape::list(&Shape::Object(&SOURCE_ACCESS_CONFIGURATION))
                .min_length(1)
                .max_length(29)
                .unique(),
        ),
        Property::optional(
            "StartingPosition",
            Shape::TEXT
                .pattern("(LATEST|TRIM_HORIZON|AT_TIMESTAMP)+")
                .min_length(6)
                .max_length(12),
        ),
        Property::optional("StartingPositionTimestamp", Shape::NUMBER),
        Property::optional("Tags", Shape::list(&Shape::Object(&TAG)).unique()),
        Property::optional(
            "Topics",
            Shape::list(
                &Shape::TEXT
                    .pattern(r"^[^.]([a-zA-Z0-9\-_.]+)")
                    .min_length(1)
                    .max_length(249),
            )
            .min_length(1)
            .max_length(1)
            .unique(),
        ),
        Property::optional("TumblingWindowInSeconds", Shape::INTEGER.min(0.0).max(900.0)),
    ],
    constraints: &[],
};

static FILTER: Object = Object {
    properties: &[Property::optional(
        "Pattern",
        Shape::TEXT.pattern(".*").max_length(4096),
    )],
    constraints: &[],
};

static FILTER_CRITERIA: Object = Object {
    properties: &[Property::optional(
        "Filters",
        Shape::list(&Shape::Object(&FILTER))
            .min_length(1)
            .max_length(20)
            .unique(),
    )],
    constraints: &[],
};

static LOGGING_CONFIG: Object = Object {
    properties: &[Property::optional(
        "SystemLogLevel",
        Shape::one_of(SystemLogLevel::VALUES),
    )],
    constraints: &[],
};

static METRICS_CONFIG: Object = Object {
    properties: &[Property::optional(
        "Metrics",
        Shape::list(&Shape::one_of(Metric::VALUES)).max_length(3).unique(),
    )],
    constraints: &[],
};

static ON_FAILURE: Object = Object {
    properties: &[Property::optional(
        "Destination",
        Shape::TEXT.pattern(PATTERN_4).min_length(12).max_length(1024),
    )],
    constraints: &[],
};

static PROVISIONED_POLLER_CONFIG: Object = Object {
    properties: &[
        Property::optional("MaximumPollers", Shape::INTEGER.min(1.0).max(10000.0)),
        Property::optional("MinimumPollers", Shape::INTEGER.min(1.0).max(200.0)),
        Property::optional(
            "PollerGroupName",
            Shape::TEXT.pattern("^[a-zA-Z0-9-_]*$").max_length(128),
        ),
    ],
    constraints: &[],
};

static SCALING_CONFIG: Object = Object {
    properties: &[Property::optional(
        "MaximumConcurrency",
        Shape::INTEGER.min(2.0).max(1000.0),
    )],
    constraints: &[],
};

static SCHEMA_REGISTRY_ACCESS_CONFIG: Object = Object {
    properties: &[
        Property::optional("Type", Shape::one_of(SchemaRegistryAccessConfigType::VALUES)),
        Property::optional(
            "URI",
            Shape::TEXT.pattern(PATTERN_2).min_length(1).max_length(10000),
        ),
    ],
    constraints: &[],
};

static SCHEMA_REGISTRY_CONFIG: Object = Object {
    properties: &[
        Property::optional(
            "AccessConfigs",
            Shape::list(&Shape::Object(&SCHEMA_REGISTRY_ACCESS_CONFIG))
                .max_length(2)
                .unique(),
        ),
        Property::optional("EventRecordFormat", Shape::one_of(EventRecordFormat::VALUES)),
        Property::optional(
            "SchemaRegistryURI",
            Shape::TEXT
                .pattern("[a-zA-Z0-9-/*:_+=.@-]*")
                .min_length(1)
                .max_length(10000),
        ),
        Property::optional(
            "SchemaValidationConfigs",
            Shape::list(&Shape::Object(&SCHEMA_VALIDATION_CONFIG))
                .min_length(1)
                .max_length(2)
                .unique(),
        ),
    ],
    constraints: &[],
};

static SCHEMA_VALIDATION_CONFIG: Object = Object {
    properties: &[Property::optional(
        "Attribute",
        Shape::one_of(SchemaValidationConfigAttribute::VALUES),
    )],
    constraints: &[],
};

static SELF_MANAGED_EVENT_SOURCE: Object = Object {
    properties: &[Property::optional("Endpoints", Shape::Object(&ENDPOINTS))],
    constraints: &[],
};

static SELF_MANAGED_KAFKA_EVENT_SOURCE_CONFIG: Object = Object {
    properties: &[
        Property::optional(
            "ConsumerGroupId",
            Shape::TEXT
                .pattern(r"[a-zA-Z0-9-\/*:_+=.@-]*")
                .min_length(1)
                .max_length(200),
        ),
        Property::optional("ConsumptionMode", Shape::one_of(ConsumptionMode::VALUES)),
        Property::optional("SchemaRegistryConfig", Shape::Object(&SCHEMA_REGISTRY_CONFIG)),
    ],
    constraints: &[],
};

static SOURCE_ACCESS_CONFIGURATION: Object = Object {
    properties: &[
        Property::optional("Type", Shape::one_of(SourceAccessConfigurationType::VALUES)),
        Property::optional(
            "URI",
            Shape::TEXT
                .pattern(r"[a-zA-Z0-9-\/*:_+=.@-]*")
                .min_length(1)
                .max_length(200),
        ),
    ],
    constraints: &[],
};

static TAG: Object = Object {
    properties: &[
        Property::required("Key", Shape::TEXT.min_length(1).max_length(128)),
        Property::optional("Value", Shape::TEXT.max_length(256)),
    ],
    constraints: &[],
};

const PATTERN_1: &str = r"^(([a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9\-]*[a-zA-Z0-9])\.)*([A-Za-z0-9]|[A-Za-z0-9][A-Za-z0-9\-]*[A-Za-z0-9]):[0-9]{1,5}";
const PATTERN_2: &str = r"arn:(aws[a-zA-Z0-9-]*):([a-zA-Z0-9\-])+:((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\d{1})?:(\d{12})?:(.*)";
const PATTERN_3: &str = r"(arn:(aws[a-zA-Z-]*)?:lambda:)?((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\d{1}:)?(\d{12}:)?(function:)?([a-zA-Z0-9-_]+)(:(\$LATEST(\.PUBLISHED)?|[a-zA-Z0-9-_]+))?";
const PATTERN_4: &str = r"^$|kafka://([^.]([a-zA-Z0-9\-_.]{0,248}))|arn:(aws[a-zA-Z0-9-]*):([a-zA-Z0-9\-])+:((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\d{1})?:(\d{12})?:(.*)";
