//! `AWS::DynamoDB::GlobalTable`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    names::TableName,
    policy::PolicyDocument,
    reference::{Arn, Id},
    resource,
    schema::{Attribute, Constraint, Object, Property, Reference, Shape, TypeSchema},
    tag::Tag,
    text_enum::text_enum,
    value::{Json, List, ObjectWriter, ToJson, Value},
};

/// The `AWS::DynamoDB::GlobalTable` resource enables you to create and manage a Version 2019.11.21 global
/// table. This resource cannot be used to create or manage a Version 2017.11.29 global table. For more
/// information, see [Global
/// tables](https://docs.aws.amazon.com//amazondynamodb/latest/developerguide/GlobalTables.html).
///
/// `AWS::DynamoDB::GlobalTable`.
#[derive(Debug, Clone, PartialEq)]
pub struct GlobalTable {
    /// A list of attributes that describe the key schema for the global table and indexes.
    ///
    /// Items: 1 or more.
    pub attribute_definitions: Option<Value<List<AttributeDefinition>>>,
    /// Specifies how you are charged for read and write throughput and how you manage capacity. Valid values
    /// are:
    pub billing_mode: Option<Value<BillingMode>>,
    /// Global secondary indexes to be created on the global table. You can create up to 20 global secondary
    /// indexes. Each replica in your global table will have the same global secondary index settings. You can
    /// only create or delete one global secondary index in a single stack operation.
    pub global_secondary_indexes: Option<Value<List<GlobalSecondaryIndex>>>,
    /// `GlobalTableSourceArn`.
    ///
    /// Update requires: replacement under some conditions. Length: 1 to 1024.
    pub global_table_source_arn: Option<Value<String>>,
    /// The list of witnesses of the MRSC global table. Only one witness Region can be configured per MRSC
    /// global table.
    ///
    /// Items: 1 to 1.
    pub global_table_witnesses: Option<Value<List<GlobalTableWitness>>>,
    /// Specifies the attributes that make up the primary key for the table. The attributes in the `KeySchema`
    /// property must also be defined in the `AttributeDefinitions` property.
    ///
    /// Update requires: replacement under some conditions.
    pub key_schema: Option<Value<List<KeySchema>>>,
    /// Local secondary indexes to be created on the table. You can create up to five local secondary indexes.
    /// Each index is scoped to a given hash key value. The size of each hash key can be up to 10 gigabytes.
    /// Each replica in your global table will have the same local secondary index settings.
    ///
    /// Update requires: replacement under some conditions.
    pub local_secondary_indexes: Option<Value<List<LocalSecondaryIndex>>>,
    /// Specifies the consistency mode for a new global table.
    pub multi_region_consistency: Option<Value<MultiRegionConsistency>>,
    /// `ReadOnDemandThroughputSettings`.
    pub read_on_demand_throughput_settings: Option<Value<ReadOnDemandThroughputSettings>>,
    /// `ReadProvisionedThroughputSettings`.
    pub read_provisioned_throughput_settings: Option<Value<GlobalReadProvisionedThroughputSettings>>,
    /// Specifies the list of replicas for your global table. The list must contain at least one element, the
    /// region where the stack defining the global table is deployed. For example, if you define your table in
    /// a stack deployed to us-east-1, you must have an entry in `Replicas` with the region us-east-1. You
    /// cannot remove the replica in the stack region.
    ///
    /// Items: 1 or more.
    pub replicas: Value<List<ReplicaSpecification>>,
    /// Specifies the settings to enable server-side encryption. These settings will be applied to all
    /// replicas. If you plan to use customer-managed KMS keys, you must provide a key for each replica using
    /// the `ReplicaSpecification.ReplicaSSESpecification` property.
    pub sse_specification: Option<Value<SSESpecification>>,
    /// Specifies the streams settings on your global table. You must provide a value for this property if
    /// your global table contains more than one replica. You can only change the streams settings if your
    /// global table has only one replica. For Multi-Region Strong Consistency (MRSC), you do not need to
    /// provide a value for this property and can change the settings at any time.
    pub stream_specification: Option<Value<StreamSpecification>>,
    /// A name for the global table. If you don't specify a name, AWS CloudFormation generates a unique ID and
    /// uses that ID as the table name. For more information, see [Name
    /// type](https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-name.html).
    ///
    /// Update requires: replacement. Length: 1 to 1024.
    pub table_name: Option<Value<TableName>>,
    /// `TableType`.
    pub table_type: Option<Value<TableType>>,
    /// Specifies the time to live (TTL) settings for the table. This setting will be applied to all replicas.
    pub time_to_live_specification: Option<Value<TimeToLiveSpecification>>,
    /// `VectorIndexes`.
    ///
    /// Items: 1 or more.
    pub vector_indexes: Option<Value<List<VectorIndex>>>,
    /// Provides visibility into the number of read and write operations your table or secondary index can
    /// instantaneously support. The settings can be modified using the `UpdateTable` operation to meet the
    /// throughput requirements of an upcoming peak event.
    pub warm_throughput: Option<Value<WarmThroughput>>,
    /// Sets the write request settings for a global table or a global secondary index. You can only specify
    /// this setting if your resource uses the `PAY_PER_REQUEST` `BillingMode`.
    pub write_on_demand_throughput_settings: Option<Value<WriteOnDemandThroughputSettings>>,
    /// Specifies an auto scaling policy for write capacity. This policy will be applied to all replicas. This
    /// setting must be specified if `BillingMode` is set to `PROVISIONED`.
    pub write_provisioned_throughput_settings: Option<Value<WriteProvisionedThroughputSettings>>,
}

impl GlobalTable {
    /// With the required properties only.
    pub fn new(replicas: impl Into<Value<List<ReplicaSpecification>>>) -> Self {
        Self {
            attribute_definitions: None,
            billing_mode: None,
            global_secondary_indexes: None,
            global_table_source_arn: None,
            global_table_witnesses: None,
            key_schema: None,
            local_secondary_indexes: None,
            multi_region_consistency: None,
            read_on_demand_throughput_settings: None,
            read_provisioned_throughput_settings: None,
            replicas: replicas.into(),
            sse_specification: None,
            stream_specification: None,
            table_name: None,
            table_type: None,
            time_to_live_specification: None,
            vector_indexes: None,
            warm_throughput: None,
            write_on_demand_throughput_settings: None,
            write_provisioned_throughput_settings: None,
        }
    }
}

impl ToJson for GlobalTable {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("AttributeDefinitions", self.attribute_definitions.as_ref());
        object.optional("BillingMode", self.billing_mode.as_ref());
        object.optional("GlobalSecondaryIndexes", self.global_secondary_indexes.as_ref());
        object.optional("GlobalTableSourceArn", self.global_table_source_arn.as_ref());
        object.optional("GlobalTableWitnesses", self.global_table_witnesses.as_ref());
        object.optional("KeySchema", self.key_schema.as_ref());
        object.optional("LocalSecondaryIndexes", self.local_secondary_indexes.as_ref());
        object.optional("MultiRegionConsistency", self.multi_region_consistency.as_ref());
        object.optional(
            "ReadOnDemandThroughputSettings",
            self.read_on_demand_throughput_settings.as_ref(),
        );
        object.optional(
            "ReadProvisionedThroughputSettings",
            self.read_provisioned_throughput_settings.as_ref(),
        );
        object.required("Replicas", &self.replicas);
        object.optional("SSESpecification", self.sse_specification.as_ref());
        object.optional("StreamSpecification", self.stream_specification.as_ref());
        object.optional("TableName", self.table_name.as_ref());
        object.optional("TableType", self.table_type.as_ref());
        object.optional(
            "TimeToLiveSpecification",
            self.time_to_live_specification.as_ref(),
        );
        object.optional("VectorIndexes", self.vector_indexes.as_ref());
        object.optional("WarmThroughput", self.warm_throughput.as_ref());
        object.optional(
            "WriteOnDemandThroughputSettings",
            self.write_on_demand_throughput_settings.as_ref(),
        );
        object.optional(
            "WriteProvisionedThroughputSettings",
            self.write_provisioned_throughput_settings.as_ref(),
        );
        object.finish()
    }
}

impl resource::Resource for GlobalTable {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::dynamodb::GlobalTable;
    type Reference = Id<kind::dynamodb::GlobalTable>;
}

impl Handle<GlobalTable> {
    /// The Amazon Resource Name (ARN) of the DynamoDB table, such as
    /// `arn:aws:dynamodb:us-east-2:123456789012:table/myDynamoDBTable`. The ARN returned is that of the
    /// replica in the region the stack is deployed to.
    ///
    /// `Fn::GetAtt` of `Arn`.
    pub fn arn(&self) -> Value<Arn<kind::dynamodb::GlobalTable>> {
        self.attribute("Arn")
    }

    /// The ARN of the DynamoDB stream, such as
    /// `arn:aws:dynamodb:us-east-1:123456789012:table/testddbstack-myDynamoDBTable-012A1SL7SMP5Q/stream/2015-11-30T20:10:00.000`.
    /// The `StreamArn` returned is that of the replica in the region the stack is deployed to.
    ///
    /// `Fn::GetAtt` of `StreamArn`.
    pub fn stream_arn(&self) -> Value<String> {
        self.attribute("StreamArn")
    }

    /// Unique identifier for the table, such as `a123b456-01ab-23cd-123a-111222aaabbb`. The `TableId`
    /// returned is that of the replica in the region the stack is deployed to.
    ///
    /// `Fn::GetAtt` of `TableId`.
    pub fn table_id(&self) -> Value<String> {
        self.attribute("TableId")
    }
}

/// Represents an attribute for describing the schema for the table and indexes.
#[derive(Debug, Clone, PartialEq)]
pub struct AttributeDefinition {
    /// A name for the attribute.
    ///
    /// Length: 1 to 255.
    pub attribute_name: Value<String>,
    /// The data type for the attribute, where:
    pub attribute_type: Value<AttributeType>,
}

impl AttributeDefinition {
    /// With the required properties only.
    pub fn new(
        attribute_name: impl Into<Value<String>>,
        attribute_type: impl Into<Value<AttributeType>>,
    ) -> Self {
        Self {
            attribute_name: attribute_name.into(),
            attribute_type: attribute_type.into(),
        }
    }
}

impl ToJson for AttributeDefinition {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("AttributeName", &self.attribute_name);
        object.required("AttributeType", &self.attribute_type);
        object.finish()
    }
}

/// Configures a scalable target and an autoscaling policy for a table or global secondary index's read or
/// write capacity.
#[derive(Debug, Clone, PartialEq)]
pub struct CapacityAutoScalingSettings {
    /// The maximum provisioned capacity units for the global table.
    ///
    /// Range: 1 or more.
    pub max_capacity: Value<i64>,
    /// The minimum provisioned capacity units for the global table.
    ///
    /// Range: 1 or more.
    pub min_capacity: Value<i64>,
    /// When switching billing mode from `PAY_PER_REQUEST` to `PROVISIONED`, DynamoDB requires you to specify
    /// read and write capacity unit values for the table and for each global secondary index. These values
    /// will be applied to all replicas. The table will use these provisioned values until CloudFormation
    /// creates the autoscaling policies you configured in your template. CloudFormation cannot determine what
    /// capacity the table and its global secondary indexes will require in this time period, since they are
    /// application-dependent.
    ///
    /// Range: 1 or more.
    pub seed_capacity: Option<Value<i64>>,
    /// Defines a target tracking scaling policy.
    pub target_tracking_scaling_policy_configuration: Value<TargetTrackingScalingPolicyConfiguration>,
}

impl CapacityAutoScalingSettings {
    /// With the required properties only.
    pub fn new(
        max_capacity: impl Into<Value<i64>>,
        min_capacity: impl Into<Value<i64>>,
        target_tracking_scaling_policy_configuration: impl Into<Value<TargetTrackingScalingPolicyConfiguration>>,
    ) -> Self {
        Self {
            max_capacity: max_capacity.into(),
            min_capacity: min_capacity.into(),
            seed_capacity: None,
            target_tracking_scaling_policy_configuration: target_tracking_scaling_policy_configuration.into(),
        }
    }
}

impl ToJson for CapacityAutoScalingSettings {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("MaxCapacity", &self.max_capacity);
        object.required("MinCapacity", &self.min_capacity);
        object.optional("SeedCapacity", self.seed_capacity.as_ref());
        object.required(
            "TargetTrackingScalingPolicyConfiguration",
            &self.target_tracking_scaling_policy_configuration,
        );
        object.finish()
    }
}

/// Configures contributor insights settings for a replica or one of its indexes.
#[derive(Debug, Clone, PartialEq)]
pub struct ContributorInsightsSpecification {
    /// Indicates whether CloudWatch Contributor Insights are to be enabled (true) or disabled (false).
    pub enabled: Value<bool>,
    /// Specifies the CloudWatch Contributor Insights mode for a global table. Valid values are
    /// `ACCESSED_AND_THROTTLED_KEYS` (tracks all access and throttled events) or `THROTTLED_KEYS` (tracks
    /// only throttled events). This setting determines what type of contributor insights data is collected
    /// for the global table.
    pub mode: Option<Value<ContributorInsightsSpecificationMode>>,
}

impl ContributorInsightsSpecification {
    /// With the required properties only.
    pub fn new(enabled: impl Into<Value<bool>>) -> Self {
        Self {
            enabled: enabled.into(),
            mode: None,
        }
    }
}

impl ToJson for ContributorInsightsSpecification {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Enabled", &self.enabled);
        object.optional("Mode", self.mode.as_ref());
        object.finish()
    }
}

/// `GlobalReadProvisionedThroughputSettings` of `AWS::DynamoDB::GlobalTable`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct GlobalReadProvisionedThroughputSettings {
    /// `ReadCapacityUnits`.
    ///
    /// Range: 1 or more.
    pub read_capacity_units: Option<Value<i64>>,
}

impl GlobalReadProvisionedThroughputSettings {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for GlobalReadProvisionedThroughputSettings {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("ReadCapacityUnits", self.read_capacity_units.as_ref());
        object.finish()
    }
}

/// Allows you to specify a global secondary index for the global table. The index will be defined on all
/// replicas.
#[derive(Debug, Clone, PartialEq)]
pub struct GlobalSecondaryIndex {
    /// The name of the global secondary index. The name must be unique among all other indexes on this table.
    ///
    /// Length: 3 to 255. Pattern: `^[a-zA-Z0-9_.-]+$`.
    pub index_name: Value<String>,
    /// The complete key schema for a global secondary index, which consists of one or more pairs of attribute
    /// names and key types:
    ///
    /// Items: 1 or more.
    pub key_schema: Value<List<KeySchema>>,
    /// Represents attributes that are copied (projected) from the table into the global secondary index.
    /// These are in addition to the primary key attributes and index key attributes, which are automatically
    /// projected.
    pub projection: Value<Projection>,
    /// `ReadOnDemandThroughputSettings`.
    pub read_on_demand_throughput_settings: Option<Value<ReadOnDemandThroughputSettings>>,
    /// `ReadProvisionedThroughputSettings`.
    pub read_provisioned_throughput_settings: Option<Value<GlobalReadProvisionedThroughputSettings>>,
    /// Represents the warm throughput value (in read units per second and write units per second) for the
    /// specified secondary index. If you use this parameter, you must specify `ReadUnitsPerSecond`,
    /// `WriteUnitsPerSecond`, or both.
    pub warm_throughput: Option<Value<WarmThroughput>>,
    /// Sets the write request settings for a global table or a global secondary index. You can only specify
    /// this setting if your resource uses the `PAY_PER_REQUEST` `BillingMode`.
    pub write_on_demand_throughput_settings: Option<Value<WriteOnDemandThroughputSettings>>,
    /// Defines write capacity settings for the global secondary index. You must specify a value for this
    /// property if the table's `BillingMode` is `PROVISIONED`. All replicas will have the same write capacity
    /// settings for this global secondary index.
    pub write_provisioned_throughput_settings: Option<Value<WriteProvisionedThroughputSettings>>,
}

impl GlobalSecondaryIndex {
    /// With the required properties only.
    pub fn new(
        index_name: impl Into<Value<String>>,
        key_schema: impl Into<Value<List<KeySchema>>>,
        projection: impl Into<Value<Projection>>,
    ) -> Self {
        Self {
            index_name: index_name.into(),
            key_schema: key_schema.into(),
            projection: projection.into(),
            read_on_demand_throughput_settings: None,
            read_provisioned_throughput_settings: None,
            warm_throughput: None,
            write_on_demand_throughput_settings: None,
            write_provisioned_throughput_settings: None,
        }
    }
}

impl ToJson for GlobalSecondaryIndex {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("IndexName", &self.index_name);
        object.required("KeySchema", &self.key_schema);
        object.required("Projection", &self.projection);
        object.optional(
            "ReadOnDemandThroughputSettings",
            self.read_on_demand_throughput_settings.as_ref(),
        );
        object.optional(
            "ReadProvisionedThroughputSettings",
            self.read_provisioned_throughput_settings.as_ref(),
        );
        object.optional("WarmThroughput", self.warm_throughput.as_ref());
        object.optional(
            "WriteOnDemandThroughputSettings",
            self.write_on_demand_throughput_settings.as_ref(),
        );
        object.optional(
            "WriteProvisionedThroughputSettings",
            self.write_provisioned_throughput_settings.as_ref(),
        );
        object.finish()
    }
}

/// The witness Region for the MRSC global table. A MRSC global table can be configured with either three
/// replicas, or with two replicas and one witness.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct GlobalTableWitness {
    /// The name of the AWS Region that serves as a witness for the MRSC global table.
    pub region: Option<Value<String>>,
}

impl GlobalTableWitness {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for GlobalTableWitness {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("Region", self.region.as_ref());
        object.finish()
    }
}

/// Represents *a single element* of a key schema. A key schema specifies the attributes that make up the
/// primary key of a table, or the key attributes of an index.
#[derive(Debug, Clone, PartialEq)]
pub struct KeySchema {
    /// The name of a key attribute.
    ///
    /// Length: 1 to 255.
    pub attribute_name: Value<String>,
    /// The role that this key attribute will assume:
    pub key_type: Value<KeyType>,
}

impl KeySchema {
    /// With the required properties only.
    pub fn new(attribute_name: impl Into<Value<String>>, key_type: impl Into<Value<KeyType>>) -> Self {
        Self {
            attribute_name: attribute_name.into(),
            key_type: key_type.into(),
        }
    }
}

impl ToJson for KeySchema {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("AttributeName", &self.attribute_name);
        object.required("KeyType", &self.key_type);
        object.finish()
    }
}

/// The Kinesis Data Streams configuration for the specified global table replica.
#[derive(Debug, Clone, PartialEq)]
pub struct KinesisStreamSpecification {
    /// The precision for the time and date that the stream was created.
    pub approximate_creation_date_time_precision: Option<Value<ApproximateCreationDateTimePrecision>>,
    /// The ARN for a specific Kinesis data stream.
    pub stream_arn: Value<String>,
}

impl KinesisStreamSpecification {
    /// With the required properties only.
    pub fn new(stream_arn: impl Into<Value<String>>) -> Self {
        Self {
            approximate_creation_date_time_precision: None,
            stream_arn: stream_arn.into(),
        }
    }
}

impl ToJson for KinesisStreamSpecification {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional(
            "ApproximateCreationDateTimePrecision",
            self.approximate_creation_date_time_precision.as_ref(),
        );
        object.required("StreamArn", &self.stream_arn);
        object.finish()
    }
}

/// Represents the properties of a local secondary index. A local secondary index can only be created when its
/// parent table is created.
#[derive(Debug, Clone, PartialEq)]
pub struct LocalSecondaryIndex {
    /// The name of the local secondary index. The name must be unique among all other indexes on this table.
    ///
    /// Length: 3 to 255. Pattern: `^[a-zA-Z0-9_.-]+$`.
    pub index_name: Value<String>,
    /// The complete key schema for the local secondary index, consisting of one or more pairs of attribute
    /// names and key types:
    pub key_schema: Value<List<KeySchema>>,
    /// Represents attributes that are copied (projected) from the table into the local secondary index. These
    /// are in addition to the primary key attributes and index key attributes, which are automatically
    /// projected.
    pub projection: Value<Projection>,
}

impl LocalSecondaryIndex {
    /// With the required properties only.
    pub fn new(
        index_name: impl Into<Value<String>>,
        key_schema: impl Into<Value<List<KeySchema>>>,
        projection: impl Into<Value<Projection>>,
    ) -> Self {
        Self {
            index_name: index_name.into(),
            key_schema: key_schema.into(),
            projection: projection.into(),
        }
    }
}

impl ToJson for LocalSecondaryIndex {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("IndexName", &self.index_name);
        object.required("KeySchema", &self.key_schema);
        object.required("Projection", &self.projection);
        object.finish()
    }
}

/// Represents the settings used to enable point in time recovery.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct PointInTimeRecoverySpecification {
    /// Indicates whether point in time recovery is enabled (true) or disabled (false) on the table.
    pub point_in_time_recovery_enabled: Option<Value<bool>>,
    /// The number of preceding days for which continuous backups are taken and maintained. Your table data is
    /// only recoverable to any point-in-time from within the configured recovery period. This parameter is
    /// optional. If no value is provided, the value will default to 35.
    ///
    /// Range: 1 to 35.
    pub recovery_period_in_days: Option<Value<i64>>,
}

impl PointInTimeRecoverySpecification {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for PointInTimeRecoverySpecification {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional(
            "PointInTimeRecoveryEnabled",
            self.point_in_time_recovery_enabled.as_ref(),
        );
        object.optional("RecoveryPeriodInDays", self.recovery_period_in_days.as_ref());
        object.finish()
    }
}

/// Represents attributes that are copied (projected) from the table into an index. These are in addition to
/// the primary key attributes and index key attributes, which are automatically projected.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Projection {
    /// Represents the non-key attribute names which will be projected into the index.
    ///
    /// Items: at most 20.
    pub non_key_attributes: Option<Value<List<String>>>,
    /// The set of attributes that are projected into the index:
    pub projection_type: Option<Value<ProjectionType>>,
}

impl Projection {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for Projection {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("NonKeyAttributes", self.non_key_attributes.as_ref());
        object.optional("ProjectionType", self.projection_type.as_ref());
        object.finish()
    }
}

/// Sets the read request settings for a replica table or a replica global secondary index. You can only
/// specify this setting if your resource uses the `PAY_PER_REQUEST` `BillingMode`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ReadOnDemandThroughputSettings {
    /// Maximum number of read request units for the specified replica of a global table.
    ///
    /// Range: 1 or more.
    pub max_read_request_units: Option<Value<i64>>,
}

impl ReadOnDemandThroughputSettings {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for ReadOnDemandThroughputSettings {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("MaxReadRequestUnits", self.max_read_request_units.as_ref());
        object.finish()
    }
}

/// Allows you to specify the read capacity settings for a replica table or a replica global secondary index
/// when the `BillingMode` is set to `PROVISIONED`. You must specify a value for either `ReadCapacityUnits` or
/// `ReadCapacityAutoScalingSettings`, but not both. You can switch between fixed capacity and auto scaling.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ReadProvisionedThroughputSettings {
    /// Specifies auto scaling settings for the replica table or global secondary index.
    pub read_capacity_auto_scaling_settings: Option<Value<CapacityAutoScalingSettings>>,
    /// Specifies a fixed read capacity for the replica table or global secondary index.
    ///
    /// Range: 1 or more.
    pub read_capacity_units: Option<Value<i64>>,
}

impl ReadProvisionedThroughputSettings {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for ReadProvisionedThroughputSettings {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional(
            "ReadCapacityAutoScalingSettings",
            self.read_capacity_auto_scaling_settings.as_ref(),
        );
        object.optional("ReadCapacityUnits", self.read_capacity_units.as_ref());
        object.finish()
    }
}

/// Represents the properties of a global secondary index that can be set on a per-replica basis.
#[derive(Debug, Clone, PartialEq)]
pub struct ReplicaGlobalSecondaryIndexSpecification {
    /// Updates the status for contributor insights for a specific table or index. CloudWatch Contributor
    /// Insights for DynamoDB graphs display the partition key and (if applicable) sort key of frequently
    /// accessed items and frequently throttled items in plaintext. If you require the use of AWS Key
    /// Management Service (KMS) to encrypt this table’s partition key and sort key data with an AWS managed
    /// key or customer managed key, you should not enable CloudWatch Contributor Insights for DynamoDB for
    /// this table.
    pub contributor_insights_specification: Option<Value<ContributorInsightsSpecification>>,
    /// The name of the global secondary index. The name must be unique among all other indexes on this table.
    ///
    /// Length: 3 to 255.
    pub index_name: Value<String>,
    /// Sets the read request settings for a replica global secondary index. You can only specify this setting
    /// if your resource uses the `PAY_PER_REQUEST` `BillingMode`.
    pub read_on_demand_throughput_settings: Option<Value<ReadOnDemandThroughputSettings>>,
    /// Allows you to specify the read capacity settings for a replica global secondary index when the
    /// `BillingMode` is set to `PROVISIONED`.
    pub read_provisioned_throughput_settings: Option<Value<ReadProvisionedThroughputSettings>>,
}

impl ReplicaGlobalSecondaryIndexSpecification {
    /// With the required properties only.
    pub fn new(index_name: impl Into<Value<String>>) -> Self {
        Self {
            contributor_insights_specification: None,
            index_name: index_name.into(),
            read_on_demand_throughput_settings: None,
            read_provisioned_throughput_settings: None,
        }
    }
}

impl ToJson for ReplicaGlobalSecondaryIndexSpecification {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional(
            "ContributorInsightsSpecification",
            self.contributor_insights_specification.as_ref(),
        );
        object.required("IndexName", &self.index_name);
        object.optional(
            "ReadOnDemandThroughputSettings",
            self.read_on_demand_throughput_settings.as_ref(),
        );
        object.optional(
            "ReadProvisionedThroughputSettings",
            self.read_provisioned_throughput_settings.as_ref(),
        );
        object.finish()
    }
}

/// Allows you to specify a KMS key identifier to be used for server-side encryption. The key can be specified
/// via ARN, key ID, or alias. The key must be created in the same region as the replica.
#[derive(Debug, Clone, PartialEq)]
pub struct ReplicaSSESpecification {
    /// The AWS key that should be used for the AWS encryption. To specify a key, use its key ID, Amazon
    /// Resource Name (ARN), alias name, or alias ARN. Note that you should only provide this parameter if the
    /// key is different from the default DynamoDB key `alias/aws/dynamodb`.
    pub kms_master_key_id: Value<String>,
}

impl ReplicaSSESpecification {
    /// With the required properties only.
    pub fn new(kms_master_key_id: impl Into<Value<String>>) -> Self {
        Self {
            kms_master_key_id: kms_master_key_id.into(),
        }
    }
}

impl ToJson for ReplicaSSESpecification {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("KMSMasterKeyId", &self.kms_master_key_id);
        object.finish()
    }
}

/// Defines settings specific to a single replica of a global table.
#[derive(Debug, Clone, PartialEq)]
pub struct ReplicaSpecification {
    /// The settings used to enable or disable CloudWatch Contributor Insights for the specified replica. When
    /// not specified, defaults to contributor insights disabled for the replica.
    pub contributor_insights_specification: Option<Value<ContributorInsightsSpecification>>,
    /// Determines if a replica is protected from deletion. When enabled, the table cannot be deleted by any
    /// user or process. This setting is disabled by default. For more information, see [Using deletion
    /// protection](https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/WorkingWithTables.Basics.html#WorkingWithTables.Basics.DeletionProtection)
    /// in the *Amazon DynamoDB Developer Guide*.
    pub deletion_protection_enabled: Option<Value<bool>>,
    /// `DisassociationProtectionEnabled`.
    pub disassociation_protection_enabled: Option<Value<bool>>,
    /// Defines additional settings for the global secondary indexes of this replica.
    pub global_secondary_indexes: Option<Value<List<ReplicaGlobalSecondaryIndexSpecification>>>,
    /// `GlobalTableSettingsReplicationMode`.
    pub global_table_settings_replication_mode: Option<Value<GlobalTableSettingsReplicationMode>>,
    /// Defines the Kinesis Data Streams configuration for the specified replica.
    pub kinesis_stream_specification: Option<Value<KinesisStreamSpecification>>,
    /// The settings used to enable point in time recovery. When not specified, defaults to point in time
    /// recovery disabled for the replica.
    pub point_in_time_recovery_specification: Option<Value<PointInTimeRecoverySpecification>>,
    /// Sets read request settings for the replica table.
    pub read_on_demand_throughput_settings: Option<Value<ReadOnDemandThroughputSettings>>,
    /// Defines read capacity settings for the replica table.
    pub read_provisioned_throughput_settings: Option<Value<ReadProvisionedThroughputSettings>>,
    /// The region in which this replica exists.
    pub region: Value<String>,
    /// Represents the DynamoDB Streams configuration for a global table replica.
    pub replica_stream_specification: Option<Value<ReplicaStreamSpecification>>,
    /// A resource-based policy document that contains permissions to add to the specified replica of a
    /// DynamoDB global table. Resource-based policies let you define access permissions by specifying who has
    /// access to each resource, and the actions they are allowed to perform on each resource.
    pub resource_policy: Option<Value<ResourcePolicy>>,
    /// Allows you to specify a customer-managed key for the replica. When using customer-managed keys for
    /// server-side encryption, this property must have a value in all replicas.
    pub sse_specification: Option<Value<ReplicaSSESpecification>>,
    /// The table class of the specified table. Valid values are `STANDARD` and `STANDARD_INFREQUENT_ACCESS`.
    pub table_class: Option<Value<String>>,
    /// An array of key-value pairs to apply to this replica.
    pub tags: Option<Value<List<Tag>>>,
}

impl ReplicaSpecification {
    /// With the required properties only.
    pub fn new(region: impl Into<Value<String>>) -> Self {
        Self {
            contributor_insights_specification: None,
            deletion_protection_enabled: None,
            disassociation_protection_enabled: None,
            global_secondary_indexes: None,
            global_table_settings_replication_mode: None,
            kinesis_stream_specification: None,
            point_in_time_recovery_specification: None,
            read_on_demand_throughput_settings: None,
            read_provisioned_throughput_settings: None,
            region: region.into(),
            replica_stream_specification: None,
            resource_policy: None,
            sse_specification: None,
            table_class: None,
            tags: None,
        }
    }
}

impl ToJson for ReplicaSpecification {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional(
            "ContributorInsightsSpecification",
            self.contributor_insights_specification.as_ref(),
        );
        object.optional(
            "DeletionProtectionEnabled",
            self.deletion_protection_enabled.as_ref(),
        );
        object.optional(
            "DisassociationProtectionEnabled",
            self.disassociation_protection_enabled.as_ref(),
        );
        object.optional("GlobalSecondaryIndexes", self.global_secondary_indexes.as_ref());
        object.optional(
            "GlobalTableSettingsReplicationMode",
            self.global_table_settings_replication_mode.as_ref(),
        );
        object.optional(
            "KinesisStreamSpecification",
            self.kinesis_stream_specification.as_ref(),
        );
        object.optional(
            "PointInTimeRecoverySpecification",
            self.point_in_time_recovery_specification.as_ref(),
        );
        object.optional(
            "ReadOnDemandThroughputSettings",
            self.read_on_demand_throughput_settings.as_ref(),
        );
        object.optional(
            "ReadProvisionedThroughputSettings",
            self.read_provisioned_throughput_settings.as_ref(),
        );
        object.required("Region", &self.region);
        object.optional(
            "ReplicaStreamSpecification",
            self.replica_stream_specification.as_ref(),
        );
        object.optional("ResourcePolicy", self.resource_policy.as_ref());
        object.optional("SSESpecification", self.sse_specification.as_ref());
        object.optional("TableClass", self.table_class.as_ref());
        object.optional("Tags", self.tags.as_ref());
        object.finish()
    }
}

/// Represents the DynamoDB Streams configuration for a global table replica.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ReplicaStreamSpecification {
    /// A resource-based policy document that contains the permissions for the specified stream of a DynamoDB
    /// global table replica. Resource-based policies let you define access permissions by specifying who has
    /// access to each resource, and the actions they are allowed to perform on each resource.
    pub resource_policy: Option<Value<ResourcePolicy>>,
    /// `Tags`.
    pub tags: Option<Value<List<Tag>>>,
}

impl ReplicaStreamSpecification {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for ReplicaStreamSpecification {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("ResourcePolicy", self.resource_policy.as_ref());
        object.optional("Tags", self.tags.as_ref());
        object.finish()
    }
}

/// Creates or updates a resource-based policy document that contains the permissions for DynamoDB resources,
/// such as a table, its indexes, and stream. Resource-based policies let you define access permissions by
/// specifying who has access to each resource, and the actions they are allowed to perform on each resource.
#[derive(Debug, Clone, PartialEq)]
pub struct ResourcePolicy {
    /// A resource-based policy document that contains permissions to add to the specified DynamoDB table, its
    /// indexes, and stream. In a CloudFormation template, you can provide the policy in JSON or YAML format
    /// because CloudFormation converts YAML to JSON before submitting it to DynamoDB. For more information
    /// about resource-based policies, see [Using resource-based policies for
    /// DynamoDB](https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/access-control-resource-based.html)
    /// and [Resource-based policy
    /// examples](https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/rbac-examples.html).
    pub policy_document: Value<PolicyDocument>,
}

impl ResourcePolicy {
    /// With the required properties only.
    pub fn new(policy_document: impl Into<Value<PolicyDocument>>) -> Self {
        Self {
            policy_document: policy_document.into(),
        }
    }
}

impl ToJson for ResourcePolicy {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("PolicyDocument", &self.policy_document);
        object.finish()
    }
}

/// Represents the settings used to enable server-side encryption.
#[derive(Debug, Clone, PartialEq)]
pub struct SSESpecification {
    /// Indicates whether server-side encryption is performed using an AWS managed key or an AWS owned key. If
    /// enabled (true), server-side encryption type is set to KMS and an AWS managed key is used ( AWS charges
    /// apply). If disabled (false) or not specified,server-side encryption is set to an AWS owned key. If you
    /// choose to use KMS encryption, you can also use customer managed KMS keys by specifying them in the
    /// `ReplicaSpecification.SSESpecification` object.
    pub sse_enabled: Value<bool>,
    /// Server-side encryption type. The only supported value is:
    pub sse_type: Option<Value<SSEType>>,
}

impl SSESpecification {
    /// With the required properties only.
    pub fn new(sse_enabled: impl Into<Value<bool>>) -> Self {
        Self {
            sse_enabled: sse_enabled.into(),
            sse_type: None,
        }
    }
}

impl ToJson for SSESpecification {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("SSEEnabled", &self.sse_enabled);
        object.optional("SSEType", self.sse_type.as_ref());
        object.finish()
    }
}

/// `SearchSchemaElement` of `AWS::DynamoDB::GlobalTable`.
#[derive(Debug, Clone, PartialEq)]
pub struct SearchSchemaElement {
    /// `AttributeName`.
    ///
    /// Length: at most 65535.
    pub attribute_name: Value<String>,
    /// `SearchSchemaElementType`.
    pub search_schema_element_type: Value<SearchSchemaElementType>,
}

impl SearchSchemaElement {
    /// With the required properties only.
    pub fn new(
        attribute_name: impl Into<Value<String>>,
        search_schema_element_type: impl Into<Value<SearchSchemaElementType>>,
    ) -> Self {
        Self {
            attribute_name: attribute_name.into(),
            search_schema_element_type: search_schema_element_type.into(),
        }
    }
}

impl ToJson for SearchSchemaElement {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("AttributeName", &self.attribute_name);
        object.required("SearchSchemaElementType", &self.search_schema_element_type);
        object.finish()
    }
}

/// Represents the DynamoDB Streams configuration for a table in DynamoDB.
#[derive(Debug, Clone, PartialEq)]
pub struct StreamSpecification {
    /// When an item in the table is modified, `StreamViewType` determines what information is written to the
    /// stream for this table. Valid values for `StreamViewType` are:
    pub stream_view_type: Value<StreamViewType>,
}

impl StreamSpecification {
    /// With the required properties only.
    pub fn new(stream_view_type: impl Into<Value<StreamViewType>>) -> Self {
        Self {
            stream_view_type: stream_view_type.into(),
        }
    }
}

impl ToJson for StreamSpecification {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("StreamViewType", &self.stream_view_type);
        object.finish()
    }
}

/// Defines a target tracking scaling policy.
#[derive(Debug, Clone, PartialEq)]
pub struct TargetTrackingScalingPolicyConfiguration {
    /// Indicates whether scale in by the target tracking scaling policy is disabled. The default value is
    /// `false`.
    pub disable_scale_in: Option<Value<bool>>,
    /// The amount of time, in seconds, after a scale-in activity completes before another scale-in activity
    /// can start.
    ///
    /// Range: 0 or more.
    pub scale_in_cooldown: Option<Value<i64>>,
    /// The amount of time, in seconds, after a scale-out activity completes before another scale-out activity
    /// can start.
    ///
    /// Range: 0 or more.
    pub scale_out_cooldown: Option<Value<i64>>,
    /// Defines a target value for the scaling policy.
    pub target_value: Value<f64>,
}

impl TargetTrackingScalingPolicyConfiguration {
    /// With the required properties only.
    pub fn new(target_value: impl Into<Value<f64>>) -> Self {
        Self {
            disable_scale_in: None,
            scale_in_cooldown: None,
            scale_out_cooldown: None,
            target_value: target_value.into(),
        }
    }
}

impl ToJson for TargetTrackingScalingPolicyConfiguration {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("DisableScaleIn", self.disable_scale_in.as_ref());
        object.optional("ScaleInCooldown", self.scale_in_cooldown.as_ref());
        object.optional("ScaleOutCooldown", self.scale_out_cooldown.as_ref());
        object.required("TargetValue", &self.target_value);
        object.finish()
    }
}

/// Represents the settings used to enable or disable Time to Live (TTL) for the specified table. All replicas
/// will have the same time to live configuration.
#[derive(Debug, Clone, PartialEq)]
pub struct TimeToLiveSpecification {
    /// The name of the attribute used to store the expiration time for items in the table.
    pub attribute_name: Option<Value<String>>,
    /// Indicates whether TTL is to be enabled (true) or disabled (false) on the table.
    pub enabled: Value<bool>,
}

impl TimeToLiveSpecification {
    /// With the required properties only.
    pub fn new(enabled: impl Into<Value<bool>>) -> Self {
        Self {
            attribute_name: None,
            enabled: enabled.into(),
        }
    }
}

impl ToJson for TimeToLiveSpecification {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("AttributeName", self.attribute_name.as_ref());
        object.required("Enabled", &self.enabled);
        object.finish()
    }
}

/// `VectorAttribute` of `AWS::DynamoDB::GlobalTable`.
#[derive(Debug, Clone, PartialEq)]
pub struct VectorAttribute {
    /// `AttributeName`.
    ///
    /// Length: 1 to 255.
    pub attribute_name: Value<String>,
}

impl VectorAttribute {
    /// With the required properties only.
    pub fn new(attribute_name: impl Into<Value<String>>) -> Self {
        Self {
            attribute_name: attribute_name.into(),
        }
    }
}

impl ToJson for VectorAttribute {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("AttributeName", &self.attribute_name);
        object.finish()
    }
}

/// `VectorIndex` of `AWS::DynamoDB::GlobalTable`.
#[derive(Debug, Clone, PartialEq)]
pub struct VectorIndex {
    /// `Dimensions`.
    ///
    /// Range: 1 to 4096.
    pub dimensions: Value<i64>,
    /// `DistanceFunction`.
    pub distance_function: Value<DistanceFunction>,
    /// `IndexName`.
    ///
    /// Length: 3 to 255. Pattern: `^[a-zA-Z0-9_.-]+$`.
    pub index_name: Value<String>,
    /// `Projection`.
    pub projection: Value<Projection>,
    /// `SearchSchema`.
    ///
    /// Items: 1 or more.
    pub search_schema: Option<Value<List<SearchSchemaElement>>>,
    /// `VectorAttribute`.
    pub vector_attribute: Value<VectorAttribute>,
}

impl VectorIndex {
    /// With the required properties only.
    pub fn new(
        dimensions: impl Into<Value<i64>>,
        distance_function: impl Into<Value<DistanceFunction>>,
        index_name: impl Into<Value<String>>,
        projection: impl Into<Value<Projection>>,
        vector_attribute: impl Into<Value<VectorAttribute>>,
    ) -> Self {
        Self {
            dimensions: dimensions.into(),
            distance_function: distance_function.into(),
            index_name: index_name.into(),
            projection: projection.into(),
            search_schema: None,
            vector_attribute: vector_attribute.into(),
        }
    }
}

impl ToJson for VectorIndex {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Dimensions", &self.dimensions);
        object.required("DistanceFunction", &self.distance_function);
        object.required("IndexName", &self.index_name);
        object.required("Projection", &self.projection);
        object.optional("SearchSchema", self.search_schema.as_ref());
        object.required("VectorAttribute", &self.vector_attribute);
        object.finish()
    }
}

/// Provides visibility into the number of read and write operations your table or secondary index can
/// instantaneously support. The settings can be modified using the `UpdateTable` operation to meet the
/// throughput requirements of an upcoming peak event.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct WarmThroughput {
    /// Represents the number of read operations your base table can instantaneously support.
    ///
    /// Range: 1 or more.
    pub read_units_per_second: Option<Value<i64>>,
    /// Represents the number of write operations your base table can instantaneously support.
    ///
    /// Range: 1 or more.
    pub write_units_per_second: Option<Value<i64>>,
}

impl WarmThroughput {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for WarmThroughput {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("ReadUnitsPerSecond", self.read_units_per_second.as_ref());
        object.optional("WriteUnitsPerSecond", self.write_units_per_second.as_ref());
        object.finish()
    }
}

/// Sets the write request settings for a global table or a global secondary index. You can only specify this
/// setting if your resource uses the `PAY_PER_REQUEST` `BillingMode`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct WriteOnDemandThroughputSettings {
    /// Maximum number of write request settings for the specified replica of a global table.
    ///
    /// Range: 1 or more.
    pub max_write_request_units: Option<Value<i64>>,
}

impl WriteOnDemandThroughputSettings {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for WriteOnDemandThroughputSettings {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("MaxWriteRequestUnits", self.max_write_request_units.as_ref());
        object.finish()
    }
}

/// Specifies an auto scaling policy for write capacity. This policy will be applied to all replicas. This
/// setting must be specified if `BillingMode` is set to `PROVISIONED`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct WriteProvisionedThroughputSettings {
    /// Specifies auto scaling settings for the replica table or global secondary index.
    pub write_capacity_auto_scaling_settings: Option<Value<CapacityAutoScalingSettings>>,
}

impl WriteProvisionedThroughputSettings {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for WriteProvisionedThroughputSettings {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional(
            "WriteCapacityAutoScalingSettings",
            self.write_capacity_auto_scaling_settings.as_ref(),
        );
        object.finish()
    }
}

text_enum! {
    /// The values of `KinesisStreamSpecification.ApproximateCreationDateTimePrecision`.
    ApproximateCreationDateTimePrecision {
        Microsecond = "MICROSECOND",
        Millisecond = "MILLISECOND",
    }
}

text_enum! {
    /// The values of `AttributeDefinition.AttributeType`.
    AttributeType {
        B = "B",
        N = "N",
        S = "S",
    }
}

text_enum! {
    /// The values of `GlobalTable.BillingMode`.
    BillingMode {
        PayPerRequest = "PAY_PER_REQUEST",
        Provisioned = "PROVISIONED",
    }
}

text_enum! {
    /// The values of `ContributorInsightsSpecification.Mode`.
    ContributorInsightsSpecificationMode {
        AccessedAndThrottledKeys = "ACCESSED_AND_THROTTLED_KEYS",
        ThrottledKeys = "THROTTLED_KEYS",
    }
}

text_enum! {
    /// The values of `VectorIndex.DistanceFunction`.
    DistanceFunction {
        Cosine = "COSINE",
        DotProduct = "DOT_PRODUCT",
        Euclidean = "EUCLIDEAN",
    }
}

text_enum! {
    /// The values of `ReplicaSpecification.GlobalTableSettingsReplicationMode`.
    GlobalTableSettingsReplicationMode {
        Enabled = "ENABLED",
        Disabled = "DISABLED",
    }
}

text_enum! {
    /// The values of `KeySchema.KeyType`.
    KeyType {
        Hash = "HASH",
        Range = "RANGE",
    }
}

text_enum! {
    /// The values of `GlobalTable.MultiRegionConsistency`.
    MultiRegionConsistency {
        Eventual = "EVENTUAL",
        Strong = "STRONG",
    }
}

text_enum! {
    /// The values of `Projection.ProjectionType`.
    ProjectionType {
        All = "ALL",
        Include = "INCLUDE",
        KeysOnly = "KEYS_ONLY",
    }
}

text_enum! {
    /// The values of `SSESpecification.SSEType`.
    SSEType {
        Kms = "KMS",
    }
}

text_enum! {
    /// The values of `SearchSchemaElement.SearchSchemaElementType`.
    SearchSchemaElementType {
        Hash = "HASH",
        InlineFilter = "INLINE_FILTER",
    }
}

text_enum! {
    /// The values of `StreamSpecification.StreamViewType`.
    StreamViewType {
        KeysOnly = "KEYS_ONLY",
        NewAndOldImages = "NEW_AND_OLD_IMAGES",
        NewImage = "NEW_IMAGE",
        OldImage = "OLD_IMAGE",
    }
}

text_enum! {
    /// The values of `GlobalTable.TableType`.
    TableType {
        GlobalTableReplica = "GlobalTableReplica",
        Regional = "Regional",
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::DynamoDB::GlobalTable",
    properties: &GLOBAL_TABLE,
    create_only: &["TableName"],
    conditional_create_only: &["GlobalTableSourceArn", "KeySchema", "LocalSecondaryIndexes"],
    read_only: &["Arn", "StreamArn", "TableId"],
    write_only: &[
        "GlobalSecondaryIndexes.*.WriteProvisionedThroughputSettings.WriteCapacityAutoScalingSettings.SeedCapacity",
        "GlobalTableSourceArn",
        "Replicas.*.GlobalSecondaryIndexes.*.ReadProvisionedThroughputSettings.ReadCapacityAutoScalingSettings.SeedCapacity",
        "Replicas.*.ReadProvisionedThroughputSettings.ReadCapacityAutoScalingSettings.SeedCapacity",
        "WriteProvisionedThroughputSettings.WriteCapacityAutoScalingSettings.SeedCapacity",
    ],
    primary_identifier: &["TableName"],
    reference: Reference::Id,
    attributes: &[
        Attribute::scalar("Arn"),
        Attribute::scalar("StreamArn"),
        Attribute::scalar("TableId"),
    ],
    stateful: true,
};

static ATTRIBUTE_DEFINITION: Object = Object {
    properties: &[
        Property::required("AttributeName", Shape::TEXT.min_length(1).max_length(255)),
        Property::required("AttributeType", Shape::one_of(AttributeType::VALUES)),
    ],
    constraints: &[],
};

static CAPACITY_AUTO_SCALING_SETTINGS: Object = Object {
    properties: &[
        Property::required("MaxCapacity", Shape::INTEGER.min(1.0)),
        Property::required("MinCapacity", Shape::INTEGER.min(1.0)),
        Property::optional("SeedCapacity", Shape::INTEGER.min(1.0)),
        Property::required(
            "TargetTrackingScalingPolicyConfiguration",
            Shape::Object(&TARGET_TRACKING_SCALING_POLICY_CONFIGURATION),
        ),
    ],
    constraints: &[],
};

static CONTRIBUTOR_INSIGHTS_SPECIFICATION: Object = Object {
    properties: &[
        Property::required("Enabled", Shape::Boolean),
        Property::optional(
            "Mode",
            Shape::one_of(ContributorInsightsSpecificationMode::VALUES),
        ),
    ],
    constraints: &[],
};

static GLOBAL_READ_PROVISIONED_THROUGHPUT_SETTINGS: Object = Object {
    properties: &[Property::optional("ReadCapacityUnits", Shape::INTEGER.min(1.0))],
    constraints: &[],
};

static GLOBAL_SECONDARY_INDEX: Object = Object {
    properties: &[
        Property::required(
            "IndexName",
            Shape::TEXT
                .pattern("^[a-zA-Z0-9_.-]+$")
                .min_length(3)
                .max_length(255),
        ),
        Property::required(
            "KeySchema",
            Shape::list(&Shape::Object(&KEY_SCHEMA)).min_length(1).unique(),
        ),
        Property::required("Projection", Shape::Object(&PROJECTION)),
        Property::optional(
            "ReadOnDemandThroughputSettings",
            Shape::Object(&READ_ON_DEMAND_THROUGHPUT_SETTINGS),
        ),
        Property::optional(
            "ReadProvisionedThroughputSettings",
            Shape::Object(&GLOBAL_READ_PROVISIONED_THROUGHPUT_SETTINGS),
        ),
        Property::optional("WarmThroughput", Shape::Object(&WARM_THROUGHPUT)),
        Property::optional(
            "WriteOnDemandThroughputSettings",
            Shape::Object(&WRITE_ON_DEMAND_THROUGHPUT_SETTINGS),
        ),
        Property::optional(
            "WriteProvisionedThroughputSettings",
            Shape::Object(&WRITE_PROVISIONED_THROUGHPUT_SETTINGS),
        ),
    ],
    constraints: &[],
};

static GLOBAL_TABLE: Object = Object {
    properties: &[
        Property::optional("Arn", Shape::Json),
        Property::optional(
            "AttributeDefinitions",
            Shape::list(&Shape::Object(&ATTRIBUTE_DEFINITION))
                .min_length(1)
                .unique(),
        ),
        Property::optional("BillingMode", Shape::one_of(BillingMode::VALUES)),
        Property::optional(
            "GlobalSecondaryIndexes",
            Shape::list(&Shape::Object(&GLOBAL_SECONDARY_INDEX)).unique(),
        ),
        Property::optional("GlobalTableSourceArn", Shape::TEXT.min_length(1).max_length(1024)),
        Property::optional(
            "GlobalTableWitnesses",
            Shape::list(&Shape::Object(&GLOBAL_TABLE_WITNESS))
                .min_length(1)
                .max_length(1)
                .unique(),
        ),
        Property::optional("KeySchema", Shape::list(&Shape::Object(&KEY_SCHEMA)).unique()),
        Property::optional(
            "LocalSecondaryIndexes",
            Shape::list(&Shape::Object(&LOCAL_SECONDARY_INDEX)).unique(),
        ),
        Property::optional(
            "MultiRegionConsistency",
            Shape::one_of(MultiRegionConsistency::VALUES),
        ),
        Property::optional(
            "ReadOnDemandThroughputSettings",
            Shape::Object(&READ_ON_DEMAND_THROUGHPUT_SETTINGS),
        ),
        Property::optional(
            "ReadProvisionedThroughputSettings",
            Shape::Object(&GLOBAL_READ_PROVISIONED_THROUGHPUT_SETTINGS),
        ),
        Property::required(
            "Replicas",
            Shape::list(&Shape::Object(&REPLICA_SPECIFICATION))
                .min_length(1)
                .unique(),
        ),
        Property::optional("SSESpecification", Shape::Object(&SSE_SPECIFICATION)),
        Property::optional("StreamArn", Shape::Json),
        Property::optional("StreamSpecification", Shape::Object(&STREAM_SPECIFICATION)),
        Property::optional("TableId", Shape::Json),
        Property::optional("TableName", Shape::TEXT.min_length(1).max_length(1024)),
        Property::optional("TableType", Shape::one_of(TableType::VALUES)),
        Property::optional(
            "TimeToLiveSpecification",
            Shape::Object(&TIME_TO_LIVE_SPECIFICATION),
        ),
        Property::optional(
            "VectorIndexes",
            Shape::list(&Shape::Object(&VECTOR_INDEX)).min_length(1).unique(),
        ),
        Property::optional("WarmThroughput", Shape::Object(&WARM_THROUGHPUT)),
        Property::optional(
            "WriteOnDemandThroughputSettings",
            Shape::Object(&WRITE_ON_DEMAND_THROUGHPUT_SETTINGS),
        ),
        Property::optional(
            "WriteProvisionedThroughputSettings",
            Shape::Object(&WRITE_PROVISIONED_THROUGHPUT_SETTINGS),
        ),
    ],
    constraints: &[],
};

static GLOBAL_TABLE_WITNESS: Object = Object {
    properties: &[Property::optional("Region", Shape::TEXT)],
    constraints: &[],
};

static KEY_SCHEMA: Object = Object {
    properties: &[
        Property::required("AttributeName", Shape::TEXT.min_length(1).max_length(255)),
        Property::required("KeyType", Shape::one_of(KeyType::VALUES)),
    ],
    constraints: &[],
};

static KINESIS_STREAM_SPECIFICATION: Object = Object {
    properties: &[
        Property::optional(
            "ApproximateCreationDateTimePrecision",
            Shape::one_of(ApproximateCreationDateTimePrecision::VALUES),
        ),
        Property::required("StreamArn", Shape::TEXT),
    ],
    constraints: &[],
};

static LOCAL_SECONDARY_INDEX: Object = Object {
    properties: &[
        Property::required(
            "IndexName",
            Shape::TEXT
                .pattern("^[a-zA-Z0-9_.-]+$")
                .min_length(3)
                .max_length(255),
        ),
        Property::required("KeySchema", Shape::list(&Shape::Object(&KEY_SCHEMA)).unique()),
        Property::required("Projection", Shape::Object(&PROJECTION)),
    ],
    constraints: &[],
};

static POINT_IN_TIME_RECOVERY_SPECIFICATION: Object = Object {
    properties: &[
        Property::optional("PointInTimeRecoveryEnabled", Shape::Boolean),
        Property::optional("RecoveryPeriodInDays", Shape::INTEGER.min(1.0).max(35.0)),
    ],
    constraints: &[Constraint::Requires(
        "RecoveryPeriodInDays",
        &["PointInTimeRecoveryEnabled"],
    )],
};

static PROJECTION: Object = Object {
    properties: &[
        Property::optional(
            "NonKeyAttributes",
            Shape::list(&Shape::TEXT.min_length(1).max_length(255))
                .max_length(20)
                .unique(),
        ),
        Property::optional("ProjectionType", Shape::one_of(ProjectionType::VALUES)),
    ],
    constraints: &[],
};

static READ_ON_DEMAND_THROUGHPUT_SETTINGS: Object = Object {
    properties: &[Property::optional("MaxReadRequestUnits", Shape::INTEGER.min(1.0))],
    constraints: &[],
};

static READ_PROVISIONED_THROUGHPUT_SETTINGS: Object = Object {
    properties: &[
        Property::optional(
            "ReadCapacityAutoScalingSettings",
            Shape::Object(&CAPACITY_AUTO_SCALING_SETTINGS),
        ),
        Property::optional("ReadCapacityUnits", Shape::INTEGER.min(1.0)),
    ],
    constraints: &[],
};

static REPLICA_GLOBAL_SECONDARY_INDEX_SPECIFICATION: Object = Object {
    properties: &[
        Property::optional(
            "ContributorInsightsSpecification",
            Shape::Object(&CONTRIBUTOR_INSIGHTS_SPECIFICATION),
        ),
        Property::required("IndexName", Shape::TEXT.min_length(3).max_length(255)),
        Property::optional(
            "ReadOnDemandThroughputSettings",
            Shape::Object(&READ_ON_DEMAND_THROUGHPUT_SETTINGS),
        ),
        Property::optional(
            "ReadProvisionedThroughputSettings",
            Shape::Object(&READ_PROVISIONED_THROUGHPUT_SETTINGS),
        ),
    ],
    constraints: &[],
};

static REPLICA_SSE_SPECIFICATION: Object = Object {
    properties: &[Property::required("KMSMasterKeyId", Shape::TEXT)],
    constraints: &[],
};

static REPLICA_SPECIFICATION: Object = Object {
    properties: &[
        Property::optional(
            "ContributorInsightsSpecification",
            Shape::Object(&CONTRIBUTOR_INSIGHTS_SPECIFICATION),
        ),
        Property::optional("DeletionProtectionEnabled", Shape::Boolean),
        Property::optional("DisassociationProtectionEnabled", Shape::Boolean),
        Property::optional(
            "GlobalSecondaryIndexes",
            Shape::list(&Shape::Object(&REPLICA_GLOBAL_SECONDARY_INDEX_SPECIFICATION)).unique(),
        ),
        Property::optional(
            "GlobalTableSettingsReplicationMode",
            Shape::one_of(GlobalTableSettingsReplicationMode::VALUES),
        ),
        Property::optional(
            "KinesisStreamSpecification",
            Shape::Object(&KINESIS_STREAM_SPECIFICATION),
        ),
        Property::optional(
            "PointInTimeRecoverySpecification",
            Shape::Object(&POINT_IN_TIME_RECOVERY_SPECIFICATION),
        ),
        Property::optional(
            "ReadOnDemandThroughputSettings",
            Shape::Object(&READ_ON_DEMAND_THROUGHPUT_SETTINGS),
        ),
        Property::optional(
            "ReadProvisionedThroughputSettings",
            Shape::Object(&READ_PROVISIONED_THROUGHPUT_SETTINGS),
        ),
        Property::required("Region", Shape::TEXT),
        Property::optional(
            "ReplicaStreamSpecification",
            Shape::Object(&REPLICA_STREAM_SPECIFICATION),
        ),
        Property::optional("ResourcePolicy", Shape::Object(&RESOURCE_POLICY)),
        Property::optional("SSESpecification", Shape::Object(&REPLICA_SSE_SPECIFICATION)),
        Property::optional("TableClass", Shape::TEXT),
        Property::optional("Tags", Shape::list(&Shape::Object(&TAG)).unique()),
    ],
    constraints: &[],
};

static REPLICA_STREAM_SPECIFICATION: Object = Object {
    properties: &[
        Property::optional("ResourcePolicy", Shape::Object(&RESOURCE_POLICY)),
        Property::optional("Tags", Shape::list(&Shape::Object(&TAG)).unique()),
    ],
    constraints: &[Constraint::AtLeastOne(&["ResourcePolicy", "Tags"])],
};

static RESOURCE_POLICY: Object = Object {
    properties: &[Property::required("PolicyDocument", Shape::Json)],
    constraints: &[],
};

static SSE_SPECIFICATION: Object = Object {
    properties: &[
        Property::required("SSEEnabled", Shape::Boolean),
        Property::optional("SSEType", Shape::one_of(SSEType::VALUES)),
    ],
    constraints: &[],
};

static SEARCH_SCHEMA_ELEMENT: Object = Object {
    properties: &[
        Property::required("AttributeName", Shape::TEXT.max_length(65535)),
        Property::required(
            "SearchSchemaElementType",
            Shape::one_of(SearchSchemaElementType::VALUES),
        ),
    ],
    constraints: &[],
};

static STREAM_SPECIFICATION: Object = Object {
    properties: &[Property::required(
        "StreamViewType",
        Shape::one_of(StreamViewType::VALUES),
    )],
    constraints: &[],
};

static TAG: Object = Object {
    properties: &[
        Property::required("Key", Shape::TEXT),
        Property::required("Value", Shape::TEXT),
    ],
    constraints: &[],
};

static TARGET_TRACKING_SCALING_POLICY_CONFIGURATION: Object = Object {
    properties: &[
        Property::optional("DisableScaleIn", Shape::Boolean),
        Property::optional("ScaleInCooldown", Shape::INTEGER.min(0.0)),
        Property::optional("ScaleOutCooldown", Shape::INTEGER.min(0.0)),
        Property::required("TargetValue", Shape::NUMBER),
    ],
    constraints: &[],
};

static TIME_TO_LIVE_SPECIFICATION: Object = Object {
    properties: &[
        Property::optional("AttributeName", Shape::TEXT),
        Property::required("Enabled", Shape::Boolean),
    ],
    constraints: &[],
};

static VECTOR_ATTRIBUTE: Object = Object {
    properties: &[Property::required(
        "AttributeName",
        Shape::TEXT.min_length(1).max_length(255),
    )],
    constraints: &[],
};

static VECTOR_INDEX: Object = Object {
    properties: &[
        Property::required("Dimensions", Shape::INTEGER.min(1.0).max(4096.0)),
        Property::required("DistanceFunction", Shape::one_of(DistanceFunction::VALUES)),
        Property::required(
            "IndexName",
            Shape::TEXT
                .pattern("^[a-zA-Z0-9_.-]+$")
                .min_length(3)
                .max_length(255),
        ),
        Property::required("Projection", Shape::Object(&PROJECTION)),
        Property::optional(
            "SearchSchema",
            Shape::list(&Shape::Object(&SEARCH_SCHEMA_ELEMENT))
                .min_length(1)
                .unique(),
        ),
        Property::required("VectorAttribute", Shape::Object(&VECTOR_ATTRIBUTE)),
    ],
    constraints: &[],
};

static WARM_THROUGHPUT: Object = Object {
    properties: &[
        Property::optional("ReadUnitsPerSecond", Shape::INTEGER.min(1.0)),
        Property::optional("WriteUnitsPerSecond", Shape::INTEGER.min(1.0)),
    ],
    constraints: &[Constraint::AtLeastOne(&[
        "ReadUnitsPerSecond",
        "WriteUnitsPerSecond",
    ])],
};

static WRITE_ON_DEMAND_THROUGHPUT_SETTINGS: Object = Object {
    properties: &[Property::optional(
        "MaxWriteRequestUnits",
        Shape::INTEGER.min(1.0),
    )],
    constraints: &[],
};

static WRITE_PROVISIONED_THROUGHPUT_SETTINGS: Object = Object {
    properties: &[Property::optional(
        "WriteCapacityAutoScalingSettings",
        Shape::Object(&CAPACITY_AUTO_SCALING_SETTINGS),
    )],
    constraints: &[],
};
