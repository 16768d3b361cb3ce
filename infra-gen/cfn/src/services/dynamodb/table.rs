//! `AWS::DynamoDB::Table`. Generated; see `generator/`.

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

/// The `AWS::DynamoDB::Table` resource creates a DynamoDB table. For more information, see
/// [CreateTable](https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_CreateTable.html) in the
/// *Amazon DynamoDB API Reference*.
///
/// `AWS::DynamoDB::Table`.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// A list of attributes that describe the key schema for the table and indexes.
    pub attribute_definitions: Option<Value<List<AttributeDefinition>>>,
    /// Specify how you are charged for read and write throughput and how you manage capacity.
    pub billing_mode: Option<Value<BillingMode>>,
    /// The settings used to specify whether to enable CloudWatch Contributor Insights for the table and
    /// define which events to monitor.
    pub contributor_insights_specification: Option<Value<ContributorInsightsSpecification>>,
    /// Determines if a table is protected from deletion. When enabled, the table cannot be deleted by any
    /// user or process. This setting is disabled by default. For more information, see [Using deletion
    /// protection](https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/WorkingWithTables.Basics.html#WorkingWithTables.Basics.DeletionProtection)
    /// in the *Amazon DynamoDB Developer Guide*.
    pub deletion_protection_enabled: Option<Value<bool>>,
    /// Global secondary indexes to be created on the table. You can create up to 20 global secondary indexes.
    pub global_secondary_indexes: Option<Value<List<GlobalSecondaryIndex>>>,
    /// Specifies the properties of data being imported from the S3 bucket source to the" table.
    ///
    /// Update requires: replacement.
    pub import_source_specification: Option<Value<ImportSourceSpecification>>,
    /// Specifies the attributes that make up the primary key for the table. The attributes in the `KeySchema`
    /// property must also be defined in the `AttributeDefinitions` property.
    ///
    /// Update requires: replacement under some conditions. Items: 1 or more.
    pub key_schema: Value<List<KeySchema>>,
    /// The Kinesis Data Streams configuration for the specified table.
    pub kinesis_stream_specification: Option<Value<KinesisStreamSpecification>>,
    /// Local secondary indexes to be created on the table. You can create up to 5 local secondary indexes.
    /// Each index is scoped to a given hash key value. The size of each hash key can be up to 10 gigabytes.
    pub local_secondary_indexes: Option<Value<List<LocalSecondaryIndex>>>,
    /// Sets the maximum number of read and write units for the specified on-demand table. If you use this
    /// property, you must specify `MaxReadRequestUnits`, `MaxWriteRequestUnits`, or both.
    pub on_demand_throughput: Option<Value<OnDemandThroughput>>,
    /// The settings used to enable point in time recovery.
    pub point_in_time_recovery_specification: Option<Value<PointInTimeRecoverySpecification>>,
    /// Throughput for the specified table, which consists of values for `ReadCapacityUnits` and
    /// `WriteCapacityUnits`. For more information about the contents of a provisioned throughput structure,
    /// see [Amazon DynamoDB Table
    /// ProvisionedThroughput](https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_ProvisionedThroughput.html).
    pub provisioned_throughput: Option<Value<ProvisionedThroughput>>,
    /// An AWS resource-based policy document in JSON format that will be attached to the table.
    pub resource_policy: Option<Value<ResourcePolicy>>,
    /// Specifies the settings to enable server-side encryption.
    pub sse_specification: Option<Value<SSESpecification>>,
    /// The settings for the DynamoDB table stream, which captures changes to items stored in the table.
    /// Including this property in your AWS CloudFormation template automatically enables streaming.
    pub stream_specification: Option<Value<StreamSpecification>>,
    /// The table class of the new table. Valid values are `STANDARD` and `STANDARD_INFREQUENT_ACCESS`.
    pub table_class: Option<Value<TableClass>>,
    /// A name for the table. If you don't specify a name, AWS CloudFormation generates a unique physical ID
    /// and uses that ID for the table name. For more information, see [Name
    /// Type](https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-name.html).
    ///
    /// Update requires: replacement. Length: 1 to 1024.
    pub table_name: Option<Value<TableName>>,
    /// An array of key-value pairs to apply to this resource.
    pub tags: Option<Value<List<Tag>>>,
    /// Specifies the Time to Live (TTL) settings for the table.
    pub time_to_live_specification: Option<Value<TimeToLiveSpecification>>,
    /// `VectorIndexes`.
    ///
    /// Items: 1 or more.
    pub vector_indexes: Option<Value<List<VectorIndex>>>,
    /// Represents the warm throughput (in read units per second and write units per second) for creating a
    /// table.
    pub warm_throughput: Option<Value<WarmThroughput>>,
}

impl Table {
    /// With the required properties only.
    pub fn new(key_schema: impl Into<Value<List<KeySchema>>>) -> Self {
        Self {
            attribute_definitions: None,
            billing_mode: None,
            contributor_insights_specification: None,
            deletion_protection_enabled: None,
            global_secondary_indexes: None,
            import_source_specification: None,
            key_schema: key_schema.into(),
            kinesis_stream_specification: None,
            local_secondary_indexes: None,
            on_demand_throughput: None,
            point_in_time_recovery_specification: None,
            provisioned_throughput: None,
            resource_policy: None,
            sse_specification: None,
            stream_specification: None,
            table_class: None,
            table_name: None,
            tags: None,
            time_to_live_specification: None,
            vector_indexes: None,
            warm_throughput: None,
        }
    }
}

impl ToJson for Table {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("AttributeDefinitions", self.attribute_definitions.as_ref());
        object.optional("BillingMode", self.billing_mode.as_ref());
        object.optional(
            "ContributorInsightsSpecification",
            self.contributor_insights_specification.as_ref(),
        );
        object.optional(
            "DeletionProtectionEnabled",
            self.deletion_protection_enabled.as_ref(),
        );
        object.optional("GlobalSecondaryIndexes", self.global_secondary_indexes.as_ref());
        object.optional(
            "ImportSourceSpecification",
            self.import_source_specification.as_ref(),
        );
        object.required("KeySchema", &self.key_schema);
        object.optional(
            "KinesisStreamSpecification",
            self.kinesis_stream_specification.as_ref(),
        );
        object.optional("LocalSecondaryIndexes", self.local_secondary_indexes.as_ref());
        object.optional("OnDemandThroughput", self.on_demand_throughput.as_ref());
        object.optional(
            "PointInTimeRecoverySpecification",
            self.point_in_time_recovery_specification.as_ref(),
        );
        object.optional("ProvisionedThroughput", self.provisioned_throughput.as_ref());
        object.optional("ResourcePolicy", self.resource_policy.as_ref());
        object.optional("SSESpecification", self.sse_specification.as_ref());
        object.optional("StreamSpecification", self.stream_specification.as_ref());
        object.optional("TableClass", self.table_class.as_ref());
        object.optional("TableName", self.table_name.as_ref());
        object.optional("Tags", self.tags.as_ref());
        object.optional(
            "TimeToLiveSpecification",
            self.time_to_live_specification.as_ref(),
        );
        object.optional("VectorIndexes", self.vector_indexes.as_ref());
        object.optional("WarmThroughput", self.warm_throughput.as_ref());
        object.finish()
    }
}

impl resource::Resource for Table {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::dynamodb::Table;
    type Reference = Id<kind::dynamodb::Table>;
}

impl Handle<Table> {
    /// The Amazon Resource Name (ARN) of the DynamoDB table, such as
    /// `arn:aws:dynamodb:us-east-2:123456789012:table/myDynamoDBTable`.
    ///
    /// `Fn::GetAtt` of `Arn`.
    pub fn arn(&self) -> Value<Arn<kind::dynamodb::Table>> {
        self.attribute("Arn")
    }

    /// The ARN of the DynamoDB stream, such as
    /// `arn:aws:dynamodb:us-east-1:123456789012:table/testddbstack-myDynamoDBTable-012A1SL7SMP5Q/stream/2015-11-30T20:10:00.000`.
    ///
    /// `Fn::GetAtt` of `StreamArn`.
    pub fn stream_arn(&self) -> Value<String> {
        self.attribute("StreamArn")
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

/// Configures contributor insights settings for a table or one of its indexes.
#[derive(Debug, Clone, PartialEq)]
pub struct ContributorInsightsSpecification {
    /// Indicates whether CloudWatch Contributor Insights are to be enabled (true) or disabled (false).
    pub enabled: Value<bool>,
    /// Specifies the CloudWatch Contributor Insights mode for a table. Valid values are
    /// `ACCESSED_AND_THROTTLED_KEYS` (tracks all access and throttled events) or `THROTTLED_KEYS` (tracks
    /// only throttled events). This setting determines what type of contributor insights data is collected
    /// for the table.
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

/// The options for imported source files in CSV format. The values are Delimiter and HeaderList.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Csv {
    /// The delimiter used for separating items in the CSV file being imported.
    pub delimiter: Option<Value<String>>,
    /// List of the headers used to specify a common header for all source CSV files being imported. If this
    /// field is specified then the first line of each CSV file is treated as data instead of the header. If
    /// this field is not specified the the first line of each CSV file is treated as the header.
    pub header_list: Option<Value<List<String>>>,
}

impl Csv {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for Csv {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("Delimiter", self.delimiter.as_ref());
        object.optional("HeaderList", self.header_list.as_ref());
        object.finish()
    }
}

/// Represents the properties of a global secondary index.
#[derive(Debug, Clone, PartialEq)]
pub struct GlobalSecondaryIndex {
    /// The settings used to specify whether to enable CloudWatch Contributor Insights for the global table
    /// and define which events to monitor.
    pub contributor_insights_specification: Option<Value<ContributorInsightsSpecification>>,
    /// The name of the global secondary index. The name must be unique among all other indexes on this table.
    ///
    /// Length: 3 to 255. Pattern: `^[a-zA-Z0-9_.-]+$`.
    pub index_name: Value<String>,
    /// The complete key schema for a global secondary index, which consists of one or more pairs of attribute
    /// names and key types:
    ///
    /// Items: 1 or more.
    pub key_schema: Value<List<KeySchema>>,
    /// The maximum number of read and write units for the specified global secondary index. If you use this
    /// parameter, you must specify `MaxReadRequestUnits`, `MaxWriteRequestUnits`, or both. You must use
    /// either `OnDemandThroughput` or `ProvisionedThroughput` based on your table's capacity mode.
    pub on_demand_throughput: Option<Value<OnDemandThroughput>>,
    /// Represents attributes that are copied (projected) from the table into the global secondary index.
    /// These are in addition to the primary key attributes and index key attributes, which are automatically
    /// projected.
    pub projection: Value<Projection>,
    /// Represents the provisioned throughput settings for the specified global secondary index. You must use
    /// either `OnDemandThroughput` or `ProvisionedThroughput` based on your table's capacity mode.
    pub provisioned_throughput: Option<Value<ProvisionedThroughput>>,
    /// Represents the warm throughput value (in read units per second and write units per second) for the
    /// specified secondary index. If you use this parameter, you must specify `ReadUnitsPerSecond`,
    /// `WriteUnitsPerSecond`, or both.
    pub warm_throughput: Option<Value<WarmThroughput>>,
}

impl GlobalSecondaryIndex {
    /// With the required properties only.
    pub fn new(
        index_name: impl Into<Value<String>>,
        key_schema: impl Into<Value<List<KeySchema>>>,
        projection: impl Into<Value<Projection>>,
    ) -> Self {
        Self {
            contributor_insights_specification: None,
            index_name: index_name.into(),
            key_schema: key_schema.into(),
            on_demand_throughput: None,
            projection: projection.into(),
            provisioned_throughput: None,
            warm_throughput: None,
        }
    }
}

impl ToJson for GlobalSecondaryIndex {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional(
            "ContributorInsightsSpecification",
            self.contributor_insights_specification.as_ref(),
        );
        object.required("IndexName", &self.index_name);
        object.required("KeySchema", &self.key_schema);
        object.optional("OnDemandThroughput", self.on_demand_throughput.as_ref());
        object.required("Projection", &self.projection);
        object.optional("ProvisionedThroughput", self.provisioned_throughput.as_ref());
        object.optional("WarmThroughput", self.warm_throughput.as_ref());
        object.finish()
    }
}

/// Specifies the properties of data being imported from the S3 bucket source to the table.
#[derive(Debug, Clone, PartialEq)]
pub struct ImportSourceSpecification {
    /// Type of compression to be used on the input coming from the imported table.
    pub input_compression_type: Option<Value<String>>,
    /// The format of the source data. Valid values for `ImportFormat` are `CSV`, `DYNAMODB_JSON` or `ION`.
    pub input_format: Value<String>,
    /// Additional properties that specify how the input is formatted,
    pub input_format_options: Option<Value<InputFormatOptions>>,
    /// The S3 bucket that provides the source for the import.
    pub s3_bucket_source: Value<S3BucketSource>,
}

impl ImportSourceSpecification {
    /// With the required properties only.
    pub fn new(
        input_format: impl Into<Value<String>>,
        s3_bucket_source: impl Into<Value<S3BucketSource>>,
    ) -> Self {
        Self {
            input_compression_type: None,
            input_format: input_format.into(),
            input_format_options: None,
            s3_bucket_source: s3_bucket_source.into(),
        }
    }
}

impl ToJson for ImportSourceSpecification {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("InputCompressionType", self.input_compression_type.as_ref());
        object.required("InputFormat", &self.input_format);
        object.optional("InputFormatOptions", self.input_format_options.as_ref());
        object.required("S3BucketSource", &self.s3_bucket_source);
        object.finish()
    }
}

/// The format options for the data that was imported into the target table. There is one value, CsvOption.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct InputFormatOptions {
    /// The options for imported source files in CSV format. The values are Delimiter and HeaderList.
    pub csv: Option<Value<Csv>>,
}

impl InputFormatOptions {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for InputFormatOptions {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("Csv", self.csv.as_ref());
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

/// The Kinesis Data Streams configuration for the specified table.
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

/// Sets the maximum number of read and write units for the specified on-demand table. If you use this
/// property, you must specify `MaxReadRequestUnits`, `MaxWriteRequestUnits`, or both.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct OnDemandThroughput {
    /// Maximum number of read request units for the specified table.
    ///
    /// Range: 1 or more.
    pub max_read_request_units: Option<Value<i64>>,
    /// Maximum number of write request units for the specified table.
    ///
    /// Range: 1 or more.
    pub max_write_request_units: Option<Value<i64>>,
}

impl OnDemandThroughput {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for OnDemandThroughput {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("MaxReadRequestUnits", self.max_read_request_units.as_ref());
        object.optional("MaxWriteRequestUnits", self.max_write_request_units.as_ref());
        object.finish()
    }
}

/// The settings used to enable point in time recovery.
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

/// Throughput for the specified table, which consists of values for `ReadCapacityUnits` and
/// `WriteCapacityUnits`. For more information about the contents of a provisioned throughput structure, see
/// [Amazon DynamoDB Table
/// ProvisionedThroughput](https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_ProvisionedThroughput.html).
#[derive(Debug, Clone, PartialEq)]
pub struct ProvisionedThroughput {
    /// The maximum number of strongly consistent reads consumed per second before DynamoDB returns a
    /// `ThrottlingException`. For more information, see [Specifying Read and Write
    /// Requirements](https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ProvisionedThroughput.html)
    /// in the *Amazon DynamoDB Developer Guide*.
    ///
    /// Range: 0 or more.
    pub read_capacity_units: Value<i64>,
    /// The maximum number of writes consumed per second before DynamoDB returns a `ThrottlingException`. For
    /// more information, see [Specifying Read and Write
    /// Requirements](https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ProvisionedThroughput.html)
    /// in the *Amazon DynamoDB Developer Guide*.
    ///
    /// Range: 0 or more.
    pub write_capacity_units: Value<i64>,
}

impl ProvisionedThroughput {
    /// With the required properties only.
    pub fn new(
        read_capacity_units: impl Into<Value<i64>>,
        write_capacity_units: impl Into<Value<i64>>,
    ) -> Self {
        Self {
            read_capacity_units: read_capacity_units.into(),
            write_capacity_units: write_capacity_units.into(),
        }
    }
}

impl ToJson for ProvisionedThroughput {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("ReadCapacityUnits", &self.read_capacity_units);
        object.required("WriteCapacityUnits", &self.write_capacity_units);
        object.finish()
    }
}

/// Creates or updates a resource-based policy document that contains the permissions for DynamoDB resources,
/// such as a table, its indexes, and stream. Resource-based policies let you define access permissions by
/// specifying who has access to each resource, and the actions they are allowed to perform on each resource.
#[derive(Debug, Clone, PartialEq)]
pub struct ResourcePolicy {
    /// A resource-based policy document that contains permissions to add to the specified DynamoDB table,
    /// index, or both. In a CloudFormation template, you can provide the policy in JSON or YAML format
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

/// The S3 bucket that is being imported from.
#[derive(Debug, Clone, PartialEq)]
pub struct S3BucketSource {
    /// The S3 bucket that is being imported from.
    pub s3_bucket: Value<String>,
    /// The account number of the S3 bucket that is being imported from. If the bucket is owned by the
    /// requester this is optional.
    pub s3_bucket_owner: Option<Value<String>>,
    /// The key prefix shared by all S3 Objects that are being imported.
    pub s3_key_prefix: Option<Value<String>>,
}

impl S3BucketSource {
    /// With the required properties only.
    pub fn new(s3_bucket: impl Into<Value<String>>) -> Self {
        Self {
            s3_bucket: s3_bucket.into(),
            s3_bucket_owner: None,
            s3_key_prefix: None,
        }
    }
}

impl ToJson for S3BucketSource {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("S3Bucket", &self.s3_bucket);
        object.optional("S3BucketOwner", self.s3_bucket_owner.as_ref());
        object.optional("S3KeyPrefix", self.s3_key_prefix.as_ref());
        object.finish()
    }
}

/// Represents the settings used to enable server-side encryption.
#[derive(Debug, Clone, PartialEq)]
pub struct SSESpecification {
    /// The AWS key that should be used for the AWS encryption. To specify a key, use its key ID, Amazon
    /// Resource Name (ARN), alias name, or alias ARN. Note that you should only provide this parameter if the
    /// key is different from the default DynamoDB key `alias/aws/dynamodb`.
    pub kms_master_key_id: Option<Value<String>>,
    /// Indicates whether server-side encryption is done using an AWS managed key or an AWS owned key. If
    /// enabled (true), server-side encryption type is set to `KMS` and an AWS managed key is used ( AWS
    /// charges apply). If disabled (false) or not specified, server-side encryption is set to AWS owned key.
    pub sse_enabled: Value<bool>,
    /// Server-side encryption type. The only supported value is:
    pub sse_type: Option<Value<SSEType>>,
}

impl SSESpecification {
    /// With the required properties only.
    pub fn new(sse_enabled: impl Into<Value<bool>>) -> Self {
        Self {
            kms_master_key_id: None,
            sse_enabled: sse_enabled.into(),
            sse_type: None,
        }
    }
}

impl ToJson for SSESpecification {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("KMSMasterKeyId", self.kms_master_key_id.as_ref());
        object.required("SSEEnabled", &self.sse_enabled);
        object.optional("SSEType", self.sse_type.as_ref());
        object.finish()
    }
}

/// `SearchSchemaElement` of `AWS::DynamoDB::Table`.
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
    /// Creates or updates a resource-based policy document that contains the permissions for DynamoDB
    /// resources, such as a table's streams. Resource-based policies let you define access permissions by
    /// specifying who has access to each resource, and the actions they are allowed to perform on each
    /// resource.
    pub resource_policy: Option<Value<ResourcePolicy>>,
    /// When an item in the table is modified, `StreamViewType` determines what information is written to the
    /// stream for this table. Valid values for `StreamViewType` are:
    pub stream_view_type: Value<StreamViewType>,
    /// `Tags`.
    pub tags: Option<Value<List<Tag>>>,
}

impl StreamSpecification {
    /// With the required properties only.
    pub fn new(stream_view_type: impl Into<Value<StreamViewType>>) -> Self {
        Self {
            resource_policy: None,
            stream_view_type: stream_view_type.into(),
            tags: None,
        }
    }
}

impl ToJson for StreamSpecification {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("ResourcePolicy", self.resource_policy.as_ref());
        object.required("StreamViewType", &self.stream_view_type);
        object.optional("Tags", self.tags.as_ref());
        object.finish()
    }
}

/// Represents the settings used to enable or disable Time to Live (TTL) for the specified table.
#[derive(Debug, Clone, PartialEq)]
pub struct TimeToLiveSpecification {
    /// The name of the TTL attribute used to store the expiration time for items in the table.
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

/// `VectorAttribute` of `AWS::DynamoDB::Table`.
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

/// `VectorIndex` of `AWS::DynamoDB::Table`.
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
    /// Represents attributes that are copied (projected) from the table into an index. These are in addition
    /// to the primary key attributes and index key attributes, which are automatically projected.
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
    /// The values of `Table.BillingMode`.
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
    /// The values of `KeySchema.KeyType`.
    KeyType {
        Hash = "HASH",
        Range = "RANGE",
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
    /// The values of `Table.TableClass`.
    TableClass {
        Standard = "STANDARD",
        StandardInfrequentAccess = "STANDARD_INFREQUENT_ACCESS",
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::DynamoDB::Table",
    properties: &TABLE,
    create_only: &["ImportSourceSpecification", "TableName"],
    conditional_create_only: &["KeySchema"],
    read_only: &["Arn", "StreamArn"],
    write_only: &["ImportSourceSpecification"],
    primary_identifier: &["TableName"],
    reference: Reference::Id,
    attributes: &[Attribute::scalar("Arn"), Attribute::scalar("StreamArn")],
    stateful: true,
};

static ATTRIBUTE_DEFINITION: Object = Object {
    properties: &[
        Property::required("AttributeName", Shape::TEXT.min_length(1).max_length(255)),
        Property::required("AttributeType", Shape::one_of(AttributeType::VALUES)),
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

static CSV: Object = Object {
    properties: &[
        Property::optional("Delimiter", Shape::TEXT),
        Property::optional("HeaderList", Shape::list(&Shape::TEXT).unique()),
    ],
    constraints: &[],
};

static GLOBAL_SECONDARY_INDEX: Object = Object {
    properties: &[
        Property::optional(
            "ContributorInsightsSpecification",
            Shape::Object(&CONTRIBUTOR_INSIGHTS_SPECIFICATION),
        ),
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
        Property::optional("OnDemandThroughput", Shape::Object(&ON_DEMAND_THROUGHPUT)),
        Property::required("Projection", Shape::Object(&PROJECTION)),
        Property::optional("ProvisionedThroughput", Shape::Object(&PROVISIONED_THROUGHPUT)),
        Property::optional("WarmThroughput", Shape::Object(&WARM_THROUGHPUT)),
    ],
    constraints: &[],
};

static IMPORT_SOURCE_SPECIFICATION: Object = Object {
    properties: &[
        Property::optional("InputCompressionType", Shape::TEXT),
        Property::required("InputFormat", Shape::TEXT),
        Property::optional("InputFormatOptions", Shape::Object(&INPUT_FORMAT_OPTIONS)),
        Property::required("S3BucketSource", Shape::Object(&S3_BUCKET_SOURCE)),
    ],
    constraints: &[],
};

static INPUT_FORMAT_OPTIONS: Object = Object {
    properties: &[Property::optional("Csv", Shape::Object(&CSV))],
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

static ON_DEMAND_THROUGHPUT: Object = Object {
    properties: &[
        Property::optional("MaxReadRequestUnits", Shape::INTEGER.min(1.0)),
        Property::optional("MaxWriteRequestUnits", Shape::INTEGER.min(1.0)),
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
            Shape::list(&Shape::TEXT.min_length(1).max_length(255)),
        ),
        Property::optional("ProjectionType", Shape::one_of(ProjectionType::VALUES)),
    ],
    constraints: &[],
};

static PROVISIONED_THROUGHPUT: Object = Object {
    properties: &[
        Property::required("ReadCapacityUnits", Shape::INTEGER.min(0.0)),
        Property::required("WriteCapacityUnits", Shape::INTEGER.min(0.0)),
    ],
    constraints: &[],
};

static RESOURCE_POLICY: Object = Object {
    properties: &[Property::required("PolicyDocument", Shape::Json)],
    constraints: &[],
};

static S3_BUCKET_SOURCE: Object = Object {
    properties: &[
        Property::required("S3Bucket", Shape::TEXT),
        Property::optional("S3BucketOwner", Shape::TEXT),
        Property::optional("S3KeyPrefix", Shape::TEXT),
    ],
    constraints: &[],
};

static SSE_SPECIFICATION: Object = Object {
    properties: &[
        Property::optional("KMSMasterKeyId", Shape::TEXT),
        Property::required("SSEEnabled", Shape::Boolean),
        Property::optional("SSEType", Shape::one_of(SSEType::VALUES)),
    ],
    constraints: &[Constraint::Requires("KMSMasterKeyId", &["SSEType"])],
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
    properties: &[
        Property::optional("ResourcePolicy", Shape::Object(&RESOURCE_POLICY)),
        Property::required("StreamViewType", Shape::one_of(StreamViewType::VALUES)),
        Property::optional("Tags", Shape::list(&Shape::Object(&TAG)).unique()),
    ],
    constraints: &[],
};

static TABLE: Object = Object {
    properties: &[
        Property::optional("Arn", Shape::Json),
        Property::optional(
            "AttributeDefinitions",
            Shape::list(&Shape::Object(&ATTRIBUTE_DEFINITION)).unique(),
        ),
        Property::optional("BillingMode", Shape::one_of(BillingMode::VALUES)),
        Property::optional(
            "ContributorInsightsSpecification",
            Shape::Object(&CONTRIBUTOR_INSIGHTS_SPECIFICATION),
        ),
        Property::optional("DeletionProtectionEnabled", Shape::Boolean),
        Property::optional(
            "GlobalSecondaryIndexes",
            Shape::list(&Shape::Object(&GLOBAL_SECONDARY_INDEX)),
        ),
        Property::optional(
            "ImportSourceSpecification",
            Shape::Object(&IMPORT_SOURCE_SPECIFICATION),
        ),
        Property::required(
            "KeySchema",
            Shape::list(&Shape::Object(&KEY_SCHEMA)).min_length(1).unique(),
        ),
        Property::optional(
            "KinesisStreamSpecification",
            Shape::Object(&KINESIS_STREAM_SPECIFICATION),
        ),
        Property::optional(
            "LocalSecondaryIndexes",
            Shape::list(&Shape::Object(&LOCAL_SECONDARY_INDEX)),
        ),
        Property::optional("OnDemandThroughput", Shape::Object(&ON_DEMAND_THROUGHPUT)),
        Property::optional(
            "PointInTimeRecoverySpecification",
            Shape::Object(&POINT_IN_TIME_RECOVERY_SPECIFICATION),
        ),
        Property::optional("ProvisionedThroughput", Shape::Object(&PROVISIONED_THROUGHPUT)),
        Property::optional("ResourcePolicy", Shape::Object(&RESOURCE_POLICY)),
        Property::optional("SSESpecification", Shape::Object(&SSE_SPECIFICATION)),
        Property::optional("StreamArn", Shape::Json),
        Property::optional("StreamSpecification", Shape::Object(&STREAM_SPECIFICATION)),
        Property::optional("TableClass", Shape::one_of(TableClass::VALUES)),
        Property::optional("TableName", Shape::TEXT.min_length(1).max_length(1024)),
        Property::optional("Tags", Shape::list(&Shape::Object(&TAG))),
        Property::optional(
            "TimeToLiveSpecification",
            Shape::Object(&TIME_TO_LIVE_SPECIFICATION),
        ),
        Property::optional(
            "VectorIndexes",
            Shape::list(&Shape::Object(&VECTOR_INDEX)).min_length(1).unique(),
        ),
        Property::optional("WarmThroughput", Shape::Object(&WARM_THROUGHPUT)),
    ],
    constraints: &[Constraint::Unless(
        "BillingMode",
        "PAY_PER_REQUEST",
        &["ProvisionedThroughput"],
    )],
};

static TAG: Object = Object {
    properties: &[
        Property::required("Key", Shape::TEXT.min_length(1).max_length(128)),
        Property::required("Value", Shape::TEXT.max_length(256)),
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
