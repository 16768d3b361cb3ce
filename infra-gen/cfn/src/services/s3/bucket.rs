//! `AWS::S3::Bucket`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    names::BucketName,
    reference::{Arn, Id},
    resource,
    schema::{Attribute, Constraint, Object, Property, Reference, Shape, TypeSchema},
    tag::Tag,
    text_enum::text_enum,
    value::{Json, List, ObjectWriter, ToJson, Value},
};

/// The `AWS::S3::Bucket` resource creates an Amazon S3 bucket in the same AWS Region where you create the AWS
/// CloudFormation stack.
///
/// `AWS::S3::Bucket`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Bucket {
    /// The ABAC status of the general purpose bucket. When ABAC is enabled for the general purpose bucket,
    /// you can use tags to manage access to the general purpose buckets as well as for cost tracking
    /// purposes. When ABAC is disabled for the general purpose buckets, you can only use tags for cost
    /// tracking purposes. For more information, see [Using tags with S3 general purpose
    /// buckets](https://docs.aws.amazon.com/AmazonS3/latest/userguide/buckets-tagging.html).
    pub abac_status: Option<Value<AbacStatus>>,
    /// Configures the transfer acceleration state for an Amazon S3 bucket. For more information, see [Amazon
    /// S3 Transfer Acceleration](https://docs.aws.amazon.com/AmazonS3/latest/dev/transfer-acceleration.html)
    /// in the *Amazon S3 User Guide*.
    pub accelerate_configuration: Option<Value<AccelerateConfiguration>>,
    /// A canned access control list (ACL) that grants predefined permissions to the bucket. For more
    /// information about canned ACLs, see [Canned
    /// ACL](https://docs.aws.amazon.com/AmazonS3/latest/dev/acl-overview.html#canned-acl) in the *Amazon S3
    /// User Guide*.
    pub access_control: Option<Value<AccessControl>>,
    /// Specifies the configuration and any analyses for the analytics filter of an Amazon S3 bucket.
    pub analytics_configurations: Option<Value<List<AnalyticsConfiguration>>>,
    /// Specifies default encryption for a bucket using server-side encryption with Amazon S3-managed keys
    /// (SSE-S3), AWS KMS-managed keys (SSE-KMS), or dual-layer server-side encryption with KMS-managed keys
    /// (DSSE-KMS). For information about the Amazon S3 default encryption feature, see [Amazon S3 Default
    /// Encryption for S3 Buckets](https://docs.aws.amazon.com/AmazonS3/latest/dev/bucket-encryption.html) in
    /// the *Amazon S3 User Guide*.
    pub bucket_encryption: Option<Value<BucketEncryption>>,
    /// A name for the bucket. If you don't specify a name, AWS CloudFormation generates a unique ID and uses
    /// that ID for the bucket name. The bucket name must contain only lowercase letters, numbers, periods
    /// (.), and dashes (-) and must follow [Amazon S3 bucket restrictions and
    /// limitations](https://docs.aws.amazon.com/AmazonS3/latest/dev/BucketRestrictions.html). For more
    /// information, see [Rules for naming Amazon S3
    /// buckets](https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html) in the *Amazon
    /// S3 User Guide*.
    ///
    /// Update requires: replacement. Length: at most 63. Pattern: `^([a-z0-9][a-z0-9.-]*[a-z0-9])?$`.
    pub bucket_name: Option<Value<BucketName>>,
    /// `BucketNamePrefix`.
    ///
    /// Update requires: replacement.
    pub bucket_name_prefix: Option<Value<String>>,
    /// `BucketNamespace`.
    ///
    /// Update requires: replacement.
    pub bucket_namespace: Option<Value<BucketNamespace>>,
    /// Describes the cross-origin access configuration for objects in an Amazon S3 bucket. For more
    /// information, see [Enabling Cross-Origin Resource
    /// Sharing](https://docs.aws.amazon.com/AmazonS3/latest/dev/cors.html) in the *Amazon S3 User Guide*.
    pub cors_configuration: Option<Value<CorsConfiguration>>,
    /// Defines how Amazon S3 handles Intelligent-Tiering storage.
    pub intelligent_tiering_configurations: Option<Value<List<IntelligentTieringConfiguration>>>,
    /// Specifies the S3 Inventory configuration for an Amazon S3 bucket. For more information, see [GET
    /// Bucket inventory](https://docs.aws.amazon.com/AmazonS3/latest/API/RESTBucketGETInventoryConfig.html)
    /// in the *Amazon S3 API Reference*.
    pub inventory_configurations: Option<Value<List<InventoryConfiguration>>>,
    /// Specifies the lifecycle configuration for objects in an Amazon S3 bucket. For more information, see
    /// [Object Lifecycle
    /// Management](https://docs.aws.amazon.com/AmazonS3/latest/dev/object-lifecycle-mgmt.html) in the *Amazon
    /// S3 User Guide*.
    pub lifecycle_configuration: Option<Value<LifecycleConfiguration>>,
    /// Settings that define where logs are stored.
    pub logging_configuration: Option<Value<LoggingConfiguration>>,
    /// The S3 Metadata configuration for a general purpose bucket.
    pub metadata_configuration: Option<Value<MetadataConfiguration>>,
    /// The metadata table configuration of an Amazon S3 general purpose bucket.
    pub metadata_table_configuration: Option<Value<MetadataTableConfiguration>>,
    /// Specifies a metrics configuration for the CloudWatch request metrics (specified by the metrics
    /// configuration ID) from an Amazon S3 bucket. If you're updating an existing metrics configuration, note
    /// that this is a full replacement of the existing metrics configuration. If you don't include the
    /// elements you want to keep, they are erased. For more information, see
    /// [PutBucketMetricsConfiguration](https://docs.aws.amazon.com/AmazonS3/latest/API/RESTBucketPUTMetricConfiguration.html).
    pub metrics_configurations: Option<Value<List<MetricsConfiguration>>>,
    /// Configuration that defines how Amazon S3 handles bucket notifications.
    pub notification_configuration: Option<Value<NotificationConfiguration>>,
    /// Places an Object Lock configuration on the specified bucket. The rule specified in the Object Lock
    /// configuration will be applied by default to every new object placed in the specified bucket. For more
    /// information, see [Locking Objects](https://docs.aws.amazon.com/AmazonS3/latest/dev/object-lock.html).
    pub object_lock_configuration: Option<Value<ObjectLockConfiguration>>,
    /// Indicates whether this bucket has an Object Lock configuration enabled. Enable `ObjectLockEnabled`
    /// when you apply `ObjectLockConfiguration` to a bucket.
    pub object_lock_enabled: Option<Value<bool>>,
    /// Configuration that defines how Amazon S3 handles Object Ownership rules.
    pub ownership_controls: Option<Value<OwnershipControls>>,
    /// Configuration that defines how Amazon S3 handles public access.
    pub public_access_block_configuration: Option<Value<PublicAccessBlockConfiguration>>,
    /// Configuration for replicating objects in an S3 bucket. To enable replication, you must also enable
    /// versioning by using the `VersioningConfiguration` property.
    pub replication_configuration: Option<Value<ReplicationConfiguration>>,
    /// An arbitrary set of tags (key-value pairs) for this S3 bucket.
    pub tags: Option<Value<List<Tag>>>,
    /// Enables multiple versions of all objects in this bucket. You might enable versioning to prevent
    /// objects from being deleted or overwritten by mistake or to archive objects so that you can retrieve
    /// previous versions of them.
    pub versioning_configuration: Option<Value<VersioningConfiguration>>,
    /// Information used to configure the bucket as a static website. For more information, see [Hosting
    /// Websites on Amazon S3](https://docs.aws.amazon.com/AmazonS3/latest/dev/WebsiteHosting.html).
    pub website_configuration: Option<Value<WebsiteConfiguration>>,
}

impl Bucket {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for Bucket {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("AbacStatus", self.abac_status.as_ref());
        object.optional("AccelerateConfiguration", self.accelerate_configuration.as_ref());
        object.optional("AccessControl", self.access_control.as_ref());
        object.optional("AnalyticsConfigurations", self.analytics_configurations.as_ref());
        object.optional("BucketEncryption", self.bucket_encryption.as_ref());
        object.optional("BucketName", self.bucket_name.as_ref());
        object.optional("BucketNamePrefix", self.bucket_name_prefix.as_ref());
        object.optional("BucketNamespace", self.bucket_namespace.as_ref());
        object.optional("CorsConfiguration", self.cors_configuration.as_ref());
        object.optional(
            "IntelligentTieringConfigurations",
            self.intelligent_tiering_configurations.as_ref(),
        );
        object.optional("InventoryConfigurations", self.inventory_configurations.as_ref());
        object.optional("LifecycleConfiguration", self.lifecycle_configuration.as_ref());
        object.optional("LoggingConfiguration", self.logging_configuration.as_ref());
        object.optional("MetadataConfiguration", self.metadata_configuration.as_ref());
        object.optional(
            "MetadataTableConfiguration",
            self.metadata_table_configuration.as_ref(),
        );
        object.optional("MetricsConfigurations", self.metrics_configurations.as_ref());
        object.optional(
            "NotificationConfiguration",
            self.notification_configuration.as_ref(),
        );
        object.optional("ObjectLockConfiguration", self.object_lock_configuration.as_ref());
        object.optional("ObjectLockEnabled", self.object_lock_enabled.as_ref());
        object.optional("OwnershipControls", self.ownership_controls.as_ref());
        object.optional(
            "PublicAccessBlockConfiguration",
            self.public_access_block_configuration.as_ref(),
        );
        object.optional(
            "ReplicationConfiguration",
            self.replication_configuration.as_ref(),
        );
        object.optional("Tags", self.tags.as_ref());
        object.optional("VersioningConfiguration", self.versioning_configuration.as_ref());
        object.optional("WebsiteConfiguration", self.website_configuration.as_ref());
        object.finish()
    }
}

impl resource::Resource for Bucket {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::s3::Bucket;
    type Reference = Id<kind::s3::Bucket>;
}

impl Handle<Bucket> {
    /// Returns the Amazon Resource Name (ARN) of the specified bucket.
    ///
    /// `Fn::GetAtt` of `Arn`.
    pub fn arn(&self) -> Value<Arn<kind::s3::Bucket>> {
        self.attribute("Arn")
    }

    /// Returns the IPv4 DNS name of the specified bucket.
    ///
    /// `Fn::GetAtt` of `DomainName`.
    pub fn domain_name(&self) -> Value<String> {
        self.attribute("DomainName")
    }

    /// Returns the IPv6 DNS name of the specified bucket.
    ///
    /// `Fn::GetAtt` of `DualStackDomainName`.
    pub fn dual_stack_domain_name(&self) -> Value<String> {
        self.attribute("DualStackDomainName")
    }

    /// The Amazon Resource Name (ARN) for the annotation table.
    ///
    /// `Fn::GetAtt` of `MetadataConfiguration.AnnotationTableConfiguration.TableArn`.
    pub fn metadata_configuration_annotation_table_configuration_table_arn(&self) -> Value<String> {
        self.attribute("MetadataConfiguration.AnnotationTableConfiguration.TableArn")
    }

    /// The name of the annotation table.
    ///
    /// `Fn::GetAtt` of `MetadataConfiguration.AnnotationTableConfiguration.TableName`.
    pub fn metadata_configuration_annotation_table_configuration_table_name(&self) -> Value<String> {
        self.attribute("MetadataConfiguration.AnnotationTableConfiguration.TableName")
    }

    /// The destination information for the S3 Metadata configuration.
    ///
    /// `Fn::GetAtt` of `MetadataConfiguration.Destination`.
    pub fn metadata_configuration_destination(&self) -> Value<Json> {
        self.attribute("MetadataConfiguration.Destination")
    }

    /// The Amazon Resource Name (ARN) for the inventory table.
    ///
    /// `Fn::GetAtt` of `MetadataConfiguration.InventoryTableConfiguration.TableArn`.
    pub fn metadata_configuration_inventory_table_configuration_table_arn(&self) -> Value<String> {
        self.attribute("MetadataConfiguration.InventoryTableConfiguration.TableArn")
    }

    /// The name of the inventory table.
    ///
    /// `Fn::GetAtt` of `MetadataConfiguration.InventoryTableConfiguration.TableName`.
    pub fn metadata_configuration_inventory_table_configuration_table_name(&self) -> Value<String> {
        self.attribute("MetadataConfiguration.InventoryTableConfiguration.TableName")
    }

    /// The Amazon Resource Name (ARN) for the journal table.
    ///
    /// `Fn::GetAtt` of `MetadataConfiguration.JournalTableConfiguration.TableArn`.
    pub fn metadata_configuration_journal_table_configuration_table_arn(&self) -> Value<String> {
        self.attribute("MetadataConfiguration.JournalTableConfiguration.TableArn")
    }

    /// The name of the journal table.
    ///
    /// `Fn::GetAtt` of `MetadataConfiguration.JournalTableConfiguration.TableName`.
    pub fn metadata_configuration_journal_table_configuration_table_name(&self) -> Value<String> {
        self.attribute("MetadataConfiguration.JournalTableConfiguration.TableName")
    }

    /// The Amazon Resource Name (ARN) for the metadata table in the metadata table configuration. The
    /// specified metadata table name must be unique within the `aws_s3_metadata` namespace in the destination
    /// table bucket.
    ///
    /// `Fn::GetAtt` of `MetadataTableConfiguration.S3TablesDestination.TableArn`.
    pub fn metadata_table_configuration_s3_tables_destination_table_arn(&self) -> Value<String> {
        self.attribute("MetadataTableConfiguration.S3TablesDestination.TableArn")
    }

    /// The table bucket namespace for the metadata table in your metadata table configuration. This value is
    /// always `aws_s3_metadata`.
    ///
    /// `Fn::GetAtt` of `MetadataTableConfiguration.S3TablesDestination.TableNamespace`.
    pub fn metadata_table_configuration_s3_tables_destination_table_namespace(&self) -> Value<String> {
        self.attribute("MetadataTableConfiguration.S3TablesDestination.TableNamespace")
    }

    /// Returns the regional domain name of the specified bucket.
    ///
    /// `Fn::GetAtt` of `RegionalDomainName`.
    pub fn regional_domain_name(&self) -> Value<String> {
        self.attribute("RegionalDomainName")
    }

    /// Returns the Amazon S3 website endpoint for the specified bucket.
    ///
    /// `Fn::GetAtt` of `WebsiteURL`.
    pub fn website_url(&self) -> Value<String> {
        self.attribute("WebsiteURL")
    }
}

/// Specifies the days since the initiation of an incomplete multipart upload that Amazon S3 will wait before
/// permanently removing all parts of the upload. For more information, see [Stopping Incomplete Multipart
/// Uploads Using a Bucket Lifecycle
/// Policy](https://docs.aws.amazon.com/AmazonS3/latest/dev/mpuoverview.html#mpu-abort-incomplete-mpu-lifecycle-config)
/// in the *Amazon S3 User Guide*.
#[derive(Debug, Clone, PartialEq)]
pub struct AbortIncompleteMultipartUpload {
    /// Specifies the number of days after which Amazon S3 stops an incomplete multipart upload.
    ///
    /// Range: 0 or more.
    pub days_after_initiation: Value<i64>,
}

impl AbortIncompleteMultipartUpload {
    /// With the required properties only.
    pub fn new(days_after_initiation: impl Into<Value<i64>>) -> Self {
        Self {
            days_after_initiation: days_after_initiation.into(),
        }
    }
}

impl ToJson for AbortIncompleteMultipartUpload {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("DaysAfterInitiation", &self.days_after_initiation);
        object.finish()
    }
}

/// Configures the transfer acceleration state for an Amazon S3 bucket. For more information, see [Amazon S3
/// Transfer Acceleration](https://docs.aws.amazon.com/AmazonS3/latest/dev/transfer-acceleration.html) in the
/// *Amazon S3 User Guide*.
#[derive(Debug, Clone, PartialEq)]
pub struct AccelerateConfiguration {
    /// Specifies the transfer acceleration status of the bucket.
    pub acceleration_status: Value<AccelerationStatus>,
}

impl AccelerateConfiguration {
    /// With the required properties only.
    pub fn new(acceleration_status: impl Into<Value<AccelerationStatus>>) -> Self {
        Self {
            acceleration_status: acceleration_status.into(),
        }
    }
}

impl ToJson for AccelerateConfiguration {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("AccelerationStatus", &self.acceleration_status);
        object.finish()
    }
}

/// Specify this only in a cross-account scenario (where source and destination bucket owners are not the
/// same), and you want to change replica ownership to the AWS account that owns the destination bucket. If
/// this is not specified in the replication configuration, the replicas are owned by same AWS account that
/// owns the source object.
#[derive(Debug, Clone, PartialEq)]
pub struct AccessControlTranslation {
    /// Specifies the replica ownership. For default and valid values, see [PUT bucket
    /// replication](https://docs.aws.amazon.com/AmazonS3/latest/API/RESTBucketPUTreplication.html) in the
    /// *Amazon S3 API Reference*.
    pub owner: Value<Owner>,
}

impl AccessControlTranslation {
    /// With the required properties only.
    pub fn new(owner: impl Into<Value<Owner>>) -> Self {
        Self { owner: owner.into() }
    }
}

impl ToJson for AccessControlTranslation {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Owner", &self.owner);
        object.finish()
    }
}

/// Specifies the configuration and any analyses for the analytics filter of an Amazon S3 bucket.
#[derive(Debug, Clone, PartialEq)]
pub struct AnalyticsConfiguration {
    /// The ID that identifies the analytics configuration.
    pub id: Value<String>,
    /// The prefix that an object must have to be included in the analytics results.
    pub prefix: Option<Value<String>>,
    /// Contains data related to access patterns to be collected and made available to analyze the tradeoffs
    /// between different storage classes.
    pub storage_class_analysis: Value<StorageClassAnalysis>,
    /// The tags to use when evaluating an analytics filter.
    pub tag_filters: Option<Value<List<TagFilter>>>,
}

impl AnalyticsConfiguration {
    /// With the required properties only.
    pub fn new(
        id: impl Into<Value<String>>,
        storage_class_analysis: impl Into<Value<StorageClassAnalysis>>,
    ) -> Self {
        Self {
            id: id.into(),
            prefix: None,
            storage_class_analysis: storage_class_analysis.into(),
            tag_filters: None,
        }
    }
}

impl ToJson for AnalyticsConfiguration {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Id", &self.id);
        object.optional("Prefix", self.prefix.as_ref());
        object.required("StorageClassAnalysis", &self.storage_class_analysis);
        object.optional("TagFilters", self.tag_filters.as_ref());
        object.finish()
    }
}

/// The annotation table configuration for an S3 Metadata configuration. The annotation table tracks all
/// annotations on objects in your bucket so that you can query annotation data at scale. If you've disabled
/// your annotation table configuration and now want to re-enable it, you must first manually delete the old
/// annotation table from your AWS managed table bucket. Otherwise, the newly re-enabled annotation table
/// configuration will enter a failed state because the annotation table already exists in the table bucket.
#[derive(Debug, Clone, PartialEq)]
pub struct AnnotationTableConfiguration {
    /// Specifies whether the annotation table configuration is enabled or disabled.
    pub configuration_state: Value<ConfigurationState>,
    /// The encryption settings for an S3 Metadata journal table or inventory table configuration.
    pub encryption_configuration: Option<Value<MetadataTableEncryptionConfiguration>>,
    /// The ARN of the IAM role that grants Amazon S3 Metadata permission to read annotations from your
    /// bucket.
    pub role: Option<Value<String>>,
}

impl AnnotationTableConfiguration {
    /// With the required properties only.
    pub fn new(configuration_state: impl Into<Value<ConfigurationState>>) -> Self {
        Self {
            configuration_state: configuration_state.into(),
            encryption_configuration: None,
            role: None,
        }
    }
}

impl ToJson for AnnotationTableConfiguration {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("ConfigurationState", &self.configuration_state);
        object.optional("EncryptionConfiguration", self.encryption_configuration.as_ref());
        object.optional("Role", self.role.as_ref());
        object.finish()
    }
}

/// A bucket-level setting for Amazon S3 general purpose buckets used to prevent the upload of new objects
/// encrypted with the specified server-side encryption type. For example, blocking an encryption type will
/// block `PutObject`, `CopyObject`, `PostObject`, multipart upload, and replication requests to the bucket
/// for objects with the specified encryption type. However, you can continue to read and list any
/// pre-existing objects already encrypted with the specified encryption type.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct BlockedEncryptionTypes {
    /// The object encryption type that you want to block or unblock for an Amazon S3 general purpose bucket.
    pub encryption_type: Option<Value<List<BlockedEncryptionTypeList>>>,
}

impl BlockedEncryptionTypes {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for BlockedEncryptionTypes {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("EncryptionType", self.encryption_type.as_ref());
        object.finish()
    }
}

/// Specifies default encryption for a bucket using server-side encryption with Amazon S3-managed keys
/// (SSE-S3), AWS KMS-managed keys (SSE-KMS), or dual-layer server-side encryption with KMS-managed keys
/// (DSSE-KMS). For information about the Amazon S3 default encryption feature, see [Amazon S3 Default
/// Encryption for S3 Buckets](https://docs.aws.amazon.com/AmazonS3/latest/dev/bucket-encryption.html) in the
/// *Amazon S3 User Guide*.
#[derive(Debug, Clone, PartialEq)]
pub struct BucketEncryption {
    /// Specifies the default server-side-encryption configuration.
    pub server_side_encryption_configuration: Value<List<ServerSideEncryptionRule>>,
}

impl BucketEncryption {
    /// With the required properties only.
    pub fn new(
        server_side_encryption_configuration: impl Into<Value<List<ServerSideEncryptionRule>>>,
    ) -> Self {
        Self {
            server_side_encryption_configuration: server_side_encryption_configuration.into(),
        }
    }
}

impl ToJson for BucketEncryption {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required(
            "ServerSideEncryptionConfiguration",
            &self.server_side_encryption_configuration,
        );
        object.finish()
    }
}

/// Describes the cross-origin access configuration for objects in an Amazon S3 bucket. For more information,
/// see [Enabling Cross-Origin Resource Sharing](https://docs.aws.amazon.com/AmazonS3/latest/dev/cors.html) in
/// the *Amazon S3 User Guide*.
#[derive(Debug, Clone, PartialEq)]
pub struct CorsConfiguration {
    /// A set of origins and methods (cross-origin access that you want to allow). You can add up to 100 rules
    /// to the configuration.
    pub cors_rules: Value<List<CorsRule>>,
}

impl CorsConfiguration {
    /// With the required properties only.
    pub fn new(cors_rules: impl Into<Value<List<CorsRule>>>) -> Self {
        Self {
            cors_rules: cors_rules.into(),
        }
    }
}

impl ToJson for CorsConfiguration {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("CorsRules", &self.cors_rules);
        object.finish()
    }
}

/// Specifies a cross-origin access rule for an Amazon S3 bucket.
#[derive(Debug, Clone, PartialEq)]
pub struct CorsRule {
    /// Headers that are specified in the `Access-Control-Request-Headers` header. These headers are allowed
    /// in a preflight OPTIONS request. In response to any preflight OPTIONS request, Amazon S3 returns any
    /// requested headers that are allowed.
    pub allowed_headers: Option<Value<List<String>>>,
    /// An HTTP method that you allow the origin to run.
    pub allowed_methods: Value<List<AllowedMethod>>,
    /// One or more origins you want customers to be able to access the bucket from.
    pub allowed_origins: Value<List<String>>,
    /// One or more headers in the response that you want customers to be able to access from their
    /// applications (for example, from a JavaScript `XMLHttpRequest` object).
    pub exposed_headers: Option<Value<List<String>>>,
    /// A unique identifier for this rule. The value must be no more than 255 characters.
    ///
    /// Length: at most 255.
    pub id: Option<Value<String>>,
    /// The time in seconds that your browser is to cache the preflight response for the specified resource.
    ///
    /// Range: 0 or more.
    pub max_age: Option<Value<i64>>,
}

impl CorsRule {
    /// With the required properties only.
    pub fn new(
        allowed_methods: impl Into<Value<List<AllowedMethod>>>,
        allowed_origins: impl Into<Value<List<String>>>,
    ) -> Self {
        Self {
            allowed_headers: None,
            allowed_methods: allowed_methods.into(),
            allowed_origins: allowed_origins.into(),
            exposed_headers: None,
            id: None,
            max_age: None,
        }
    }
}

impl ToJson for CorsRule {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("AllowedHeaders", self.allowed_headers.as_ref());
        object.required("AllowedMethods", &self.allowed_methods);
        object.required("AllowedOrigins", &self.allowed_origins);
        object.optional("ExposedHeaders", self.exposed_headers.as_ref());
        object.optional("Id", self.id.as_ref());
        object.optional("MaxAge", self.max_age.as_ref());
        object.finish()
    }
}

/// Specifies how data related to the storage class analysis for an Amazon S3 bucket should be exported.
#[derive(Debug, Clone, PartialEq)]
pub struct DataExport {
    /// The place to store the data for an analysis.
    pub destination: Value<Destination>,
    /// The version of the output schema to use when exporting data. Must be `V_1`.
    pub output_schema_version: Value<OutputSchemaVersion>,
}

impl DataExport {
    /// With the required properties only.
    pub fn new(
        destination: impl Into<Value<Destination>>,
        output_schema_version: impl Into<Value<OutputSchemaVersion>>,
    ) -> Self {
        Self {
            destination: destination.into(),
            output_schema_version: output_schema_version.into(),
        }
    }
}

impl ToJson for DataExport {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Destination", &self.destination);
        object.required("OutputSchemaVersion", &self.output_schema_version);
        object.finish()
    }
}

/// `DefaultEventHold` of `AWS::S3::Bucket`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DefaultEventHold {
    /// `Days`.
    pub days: Option<Value<i64>>,
    /// `Years`.
    pub years: Option<Value<i64>>,
}

impl DefaultEventHold {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for DefaultEventHold {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("Days", self.days.as_ref());
        object.optional("Years", self.years.as_ref());
        object.finish()
    }
}

/// The container element for optionally specifying the default Object Lock retention settings for new objects
/// placed in the specified bucket.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DefaultRetention {
    /// The number of days that you want to specify for the default retention period. If Object Lock is turned
    /// on, you must specify `Mode` and specify either `Days` or `Years`.
    pub days: Option<Value<i64>>,
    /// `DefaultEventHold`.
    pub default_event_hold: Option<Value<DefaultEventHold>>,
    /// The default Object Lock retention mode you want to apply to new objects placed in the specified
    /// bucket. If Object Lock is turned on, you must specify `Mode` and specify either `Days` or `Years`.
    pub mode: Option<Value<DefaultRetentionMode>>,
    /// The number of years that you want to specify for the default retention period. If Object Lock is
    /// turned on, you must specify `Mode` and specify either `Days` or `Years`.
    pub years: Option<Value<i64>>,
}

impl DefaultRetention {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for DefaultRetention {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("Days", self.days.as_ref());
        object.optional("DefaultEventHold", self.default_event_hold.as_ref());
        object.optional("Mode", self.mode.as_ref());
        object.optional("Years", self.years.as_ref());
        object.finish()
    }
}

/// Specifies whether Amazon S3 replicates delete markers. If you specify a `Filter` in your replication
/// configuration, you must also include a `DeleteMarkerReplication` element. If your `Filter` includes a
/// `Tag` element, the `DeleteMarkerReplication` `Status` must be set to Disabled, because Amazon S3 does not
/// support replicating delete markers for tag-based rules. For an example configuration, see [Basic Rule
/// Configuration](https://docs.aws.amazon.com/AmazonS3/latest/dev/replication-add-config.html#replication-config-min-rule-config).
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DeleteMarkerReplication {
    /// Indicates whether to replicate delete markers.
    pub status: Option<Value<DeleteMarkerReplicationStatus>>,
}

impl DeleteMarkerReplication {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for DeleteMarkerReplication {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("Status", self.status.as_ref());
        object.finish()
    }
}

/// Specifies information about where to publish analysis or configuration results for an Amazon S3 bucket.
#[derive(Debug, Clone, PartialEq)]
pub struct Destination {
    /// The account ID that owns the destination S3 bucket. If no account ID is provided, the owner is not
    /// validated before exporting data.
    pub bucket_account_id: Option<Value<String>>,
    /// The Amazon Resource Name (ARN) of the bucket to which data is exported.
    pub bucket_arn: Value<Arn<kind::s3::Bucket>>,
    /// Specifies the file format used when exporting data to Amazon S3.
    pub format: Value<DestinationFormat>,
    /// The prefix to use when exporting data. The prefix is prepended to all results.
    pub prefix: Option<Value<String>>,
}

impl Destination {
    /// With the required properties only.
    pub fn new(
        bucket_arn: impl Into<Value<Arn<kind::s3::Bucket>>>,
        format: impl Into<Value<DestinationFormat>>,
    ) -> Self {
        Self {
            bucket_account_id: None,
            bucket_arn: bucket_arn.into(),
            format: format.into(),
            prefix: None,
        }
    }
}

impl ToJson for Destination {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("BucketAccountId", self.bucket_account_id.as_ref());
        object.required("BucketArn", &self.bucket_arn);
        object.required("Format", &self.format);
        object.optional("Prefix", self.prefix.as_ref());
        object.finish()
    }
}

/// Specifies encryption-related information for an Amazon S3 bucket that is a destination for replicated
/// objects.
#[derive(Debug, Clone, PartialEq)]
pub struct EncryptionConfiguration {
    /// Specifies the ID (Key ARN or Alias ARN) of the customer managed AWS KMS key stored in AWS Key
    /// Management Service (KMS) for the destination bucket. Amazon S3 uses this key to encrypt replica
    /// objects. Amazon S3 only supports symmetric encryption KMS keys. For more information, see [Asymmetric
    /// keys in AWS KMS](https://docs.aws.amazon.com//kms/latest/developerguide/symmetric-asymmetric.html) in
    /// the *AWS Key Management Service Developer Guide*.
    pub replica_kms_key_id: Value<Arn<kind::kms::Key>>,
}

impl EncryptionConfiguration {
    /// With the required properties only.
    pub fn new(replica_kms_key_id: impl Into<Value<Arn<kind::kms::Key>>>) -> Self {
        Self {
            replica_kms_key_id: replica_kms_key_id.into(),
        }
    }
}

impl ToJson for EncryptionConfiguration {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("ReplicaKmsKeyID", &self.replica_kms_key_id);
        object.finish()
    }
}

/// Amazon S3 can send events to Amazon EventBridge whenever certain events happen in your bucket, see [Using
/// EventBridge](https://docs.aws.amazon.com/AmazonS3/latest/userguide/EventBridge.html) in the *Amazon S3
/// User Guide*.
#[derive(Debug, Clone, PartialEq)]
pub struct EventBridgeConfiguration {
    /// Enables delivery of events to Amazon EventBridge.
    pub event_bridge_enabled: Value<bool>,
}

impl EventBridgeConfiguration {
    /// With the required properties only.
    pub fn new(event_bridge_enabled: impl Into<Value<bool>>) -> Self {
        Self {
            event_bridge_enabled: event_bridge_enabled.into(),
        }
    }
}

impl ToJson for EventBridgeConfiguration {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("EventBridgeEnabled", &self.event_bridge_enabled);
        object.finish()
    }
}

/// Specifies the Amazon S3 object key name to filter on. An object key name is the name assigned to an object
/// in your Amazon S3 bucket. You specify whether to filter on the suffix or prefix of the object key name. A
/// prefix is a specific string of characters at the beginning of an object key name, which you can use to
/// organize objects. For example, you can start the key names of related objects with a prefix, such as
/// `2023-` or `engineering/`.
#[derive(Debug, Clone, PartialEq)]
pub struct FilterRule {
    /// The object key name prefix or suffix identifying one or more objects to which the filtering rule
    /// applies. The maximum length is 1,024 characters. Overlapping prefixes and suffixes are not supported.
    /// For more information, see [Configuring Event
    /// Notifications](https://docs.aws.amazon.com/AmazonS3/latest/dev/NotificationHowTo.html) in the *Amazon
    /// S3 User Guide*.
    ///
    /// Length: at most 1024.
    pub name: Value<String>,
    /// The value that the filter searches for in object key names.
    pub value: Value<String>,
}

impl FilterRule {
    /// With the required properties only.
    pub fn new(name: impl Into<Value<String>>, value: impl Into<Value<String>>) -> Self {
        Self {
            name: name.into(),
            value: value.into(),
        }
    }
}

impl ToJson for FilterRule {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Name", &self.name);
        object.required("Value", &self.value);
        object.finish()
    }
}

/// Specifies the S3 Intelligent-Tiering configuration for an Amazon S3 bucket.
#[derive(Debug, Clone, PartialEq)]
pub struct IntelligentTieringConfiguration {
    /// The ID used to identify the S3 Intelligent-Tiering configuration.
    pub id: Value<String>,
    /// An object key name prefix that identifies the subset of objects to which the rule applies.
    pub prefix: Option<Value<String>>,
    /// Specifies the status of the configuration.
    pub status: Value<IntelligentTieringConfigurationStatus>,
    /// A container for a key-value pair.
    pub tag_filters: Option<Value<List<TagFilter>>>,
    /// Specifies a list of S3 Intelligent-Tiering storage class tiers in the configuration. At least one tier
    /// must be defined in the list. At most, you can specify two tiers in the list, one for each available
    /// AccessTier: `ARCHIVE_ACCESS` and `DEEP_ARCHIVE_ACCESS`.
    pub tierings: Value<List<Tiering>>,
}

impl IntelligentTieringConfiguration {
    /// With the required properties only.
    pub fn new(
        id: impl Into<Value<String>>,
        status: impl Into<Value<IntelligentTieringConfigurationStatus>>,
        tierings: impl Into<Value<List<Tiering>>>,
    ) -> Self {
        Self {
            id: id.into(),
            prefix: None,
            status: status.into(),
            tag_filters: None,
            tierings: tierings.into(),
        }
    }
}

impl ToJson for IntelligentTieringConfiguration {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Id", &self.id);
        object.optional("Prefix", self.prefix.as_ref());
        object.required("Status", &self.status);
        object.optional("TagFilters", self.tag_filters.as_ref());
        object.required("Tierings", &self.tierings);
        object.finish()
    }
}

/// Specifies the S3 Inventory configuration for an Amazon S3 bucket. For more information, see [GET Bucket
/// inventory](https://docs.aws.amazon.com/AmazonS3/latest/API/RESTBucketGETInventoryConfig.html) in the
/// *Amazon S3 API Reference*.
#[derive(Debug, Clone, PartialEq)]
pub struct InventoryConfiguration {
    /// Contains information about where to publish the inventory results.
    pub destination: Value<Destination>,
    /// Specifies whether the inventory is enabled or disabled. If set to `True`, an inventory list is
    /// generated. If set to `False`, no inventory list is generated.
    pub enabled: Value<bool>,
    /// The ID used to identify the inventory configuration.
    pub id: Value<String>,
    /// Object versions to include in the inventory list. If set to `All`, the list includes all the object
    /// versions, which adds the version-related fields `VersionId`, `IsLatest`, and `DeleteMarker` to the
    /// list. If set to `Current`, the list does not contain these version-related fields.
    pub included_object_versions: Value<IncludedObjectVersions>,
    /// Contains the optional fields that are included in the inventory results.
    pub optional_fields: Option<Value<List<OptionalField>>>,
    /// Specifies the inventory filter prefix.
    pub prefix: Option<Value<String>>,
    /// Specifies the schedule for generating inventory results.
    pub schedule_frequency: Value<ScheduleFrequency>,
}

impl InventoryConfiguration {
    /// With the required properties only.
    pub fn new(
        destination: impl Into<Value<Destination>>,
        enabled: impl Into<Value<bool>>,
        id: impl Into<Value<String>>,
        included_object_versions: impl Into<Value<IncludedObjectVersions>>,
        schedule_frequency: impl Into<Value<ScheduleFrequency>>,
    ) -> Self {
        Self {
            destination: destination.into(),
            enabled: enabled.into(),
            id: id.into(),
            included_object_versions: included_object_versions.into(),
            optional_fields: None,
            prefix: None,
            schedule_frequency: schedule_frequency.into(),
        }
    }
}

impl ToJson for InventoryConfiguration {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Destination", &self.destination);
        object.required("Enabled", &self.enabled);
        object.required("Id", &self.id);
        object.required("IncludedObjectVersions", &self.included_object_versions);
        object.optional("OptionalFields", self.optional_fields.as_ref());
        object.optional("Prefix", self.prefix.as_ref());
        object.required("ScheduleFrequency", &self.schedule_frequency);
        object.finish()
    }
}

/// The inventory table configuration for an S3 Metadata configuration.
#[derive(Debug, Clone, PartialEq)]
pub struct InventoryTableConfiguration {
    /// The configuration state of the inventory table, indicating whether the inventory table is enabled or
    /// disabled.
    pub configuration_state: Value<ConfigurationState>,
    /// The encryption configuration for the inventory table.
    pub encryption_configuration: Option<Value<MetadataTableEncryptionConfiguration>>,
}

impl InventoryTableConfiguration {
    /// With the required properties only.
    pub fn new(configuration_state: impl Into<Value<ConfigurationState>>) -> Self {
        Self {
            configuration_state: configuration_state.into(),
            encryption_configuration: None,
        }
    }
}

impl ToJson for InventoryTableConfiguration {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("ConfigurationState", &self.configuration_state);
        object.optional("EncryptionConfiguration", self.encryption_configuration.as_ref());
        object.finish()
    }
}

/// The journal table configuration for an S3 Metadata configuration.
#[derive(Debug, Clone, PartialEq)]
pub struct JournalTableConfiguration {
    /// The encryption configuration for the journal table.
    pub encryption_configuration: Option<Value<MetadataTableEncryptionConfiguration>>,
    /// The journal table record expiration settings for the journal table.
    pub record_expiration: Value<RecordExpiration>,
}

impl JournalTableConfiguration {
    /// With the required properties only.
    pub fn new(record_expiration: impl Into<Value<RecordExpiration>>) -> Self {
        Self {
            encryption_configuration: None,
            record_expiration: record_expiration.into(),
        }
    }
}

impl ToJson for JournalTableConfiguration {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("EncryptionConfiguration", self.encryption_configuration.as_ref());
        object.required("RecordExpiration", &self.record_expiration);
        object.finish()
    }
}

/// Describes the AWS Lambda functions to invoke and the events for which to invoke them.
#[derive(Debug, Clone, PartialEq)]
pub struct LambdaConfiguration {
    /// The Amazon S3 bucket event for which to invoke the AWS Lambda function. For more information, see
    /// [Supported Event Types](https://docs.aws.amazon.com/AmazonS3/latest/dev/NotificationHowTo.html) in the
    /// *Amazon S3 User Guide*.
    pub event: Value<String>,
    /// The filtering rules that determine which objects invoke the AWS Lambda function. For example, you can
    /// create a filter so that only image files with a `.jpg` extension invoke the function when they are
    /// added to the Amazon S3 bucket.
    pub filter: Option<Value<NotificationFilter>>,
    /// The Amazon Resource Name (ARN) of the AWS Lambda function that Amazon S3 invokes when the specified
    /// event type occurs.
    pub function: Value<Arn<kind::lambda::Function>>,
}

impl LambdaConfiguration {
    /// With the required properties only.
    pub fn new(
        event: impl Into<Value<String>>,
        function: impl Into<Value<Arn<kind::lambda::Function>>>,
    ) -> Self {
        Self {
            event: event.into(),
            filter: None,
            function: function.into(),
        }
    }
}

impl ToJson for LambdaConfiguration {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Event", &self.event);
        object.optional("Filter", self.filter.as_ref());
        object.required("Function", &self.function);
        object.finish()
    }
}

/// Specifies the lifecycle configuration for objects in an Amazon S3 bucket. For more information, see
/// [Object Lifecycle Management](https://docs.aws.amazon.com/AmazonS3/latest/dev/object-lifecycle-mgmt.html)
/// in the *Amazon S3 User Guide*.
#[derive(Debug, Clone, PartialEq)]
pub struct LifecycleConfiguration {
    /// A lifecycle rule for individual objects in an Amazon S3 bucket.
    pub rules: Value<List<Rule>>,
    /// Indicates which default minimum object size behavior is applied to the lifecycle configuration.
    pub transition_default_minimum_object_size: Option<Value<TransitionDefaultMinimumObjectSize>>,
}

impl LifecycleConfiguration {
    /// With the required properties only.
    pub fn new(rules: impl Into<Value<List<Rule>>>) -> Self {
        Self {
            rules: rules.into(),
            transition_default_minimum_object_size: None,
        }
    }
}

impl ToJson for LifecycleConfiguration {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Rules", &self.rules);
        object.optional(
            "TransitionDefaultMinimumObjectSize",
            self.transition_default_minimum_object_size.as_ref(),
        );
        object.finish()
    }
}

/// Describes where logs are stored and the prefix that Amazon S3 assigns to all log object keys for a bucket.
/// For examples and more information, see [PUT Bucket
/// logging](https://docs.aws.amazon.com/AmazonS3/latest/API/RESTBucketPUTlogging.html) in the *Amazon S3 API
/// Reference*.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct LoggingConfiguration {
    /// The name of the bucket where Amazon S3 should store server access log files. You can store log files
    /// in any bucket that you own. By default, logs are stored in the bucket where the `LoggingConfiguration`
    /// property is defined.
    pub destination_bucket_name: Option<Value<Id<kind::s3::Bucket>>>,
    /// A prefix for all log object keys. If you store log files from multiple Amazon S3 buckets in a single
    /// bucket, you can use a prefix to distinguish which log files came from which bucket.
    pub log_file_prefix: Option<Value<String>>,
    /// Amazon S3 key format for log objects. Only one format, either PartitionedPrefix or SimplePrefix, is
    /// allowed.
    pub target_object_key_format: Option<Value<TargetObjectKeyFormat>>,
}

impl LoggingConfiguration {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for LoggingConfiguration {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("DestinationBucketName", self.destination_bucket_name.as_ref());
        object.optional("LogFilePrefix", self.log_file_prefix.as_ref());
        object.optional("TargetObjectKeyFormat", self.target_object_key_format.as_ref());
        object.finish()
    }
}

/// Creates a V2 Amazon S3 Metadata configuration of a general purpose bucket. For more information, see
/// [Accelerating data discovery with S3
/// Metadata](https://docs.aws.amazon.com/AmazonS3/latest/userguide/metadata-tables-overview.html) in the
/// *Amazon S3 User Guide*.
#[derive(Debug, Clone, PartialEq)]
pub struct MetadataConfiguration {
    /// The annotation table configuration for an S3 Metadata configuration. The annotation table tracks all
    /// annotations on objects in your bucket so that you can query annotation data at scale. If you've
    /// disabled your annotation table configuration and now want to re-enable it, you must first manually
    /// delete the old annotation table from your AWS managed table bucket. Otherwise, the newly re-enabled
    /// annotation table configuration will enter a failed state because the annotation table already exists
    /// in the table bucket.
    pub annotation_table_configuration: Option<Value<AnnotationTableConfiguration>>,
    /// The inventory table configuration for a metadata configuration.
    pub inventory_table_configuration: Option<Value<InventoryTableConfiguration>>,
    /// The journal table configuration for a metadata configuration.
    pub journal_table_configuration: Value<JournalTableConfiguration>,
}

impl MetadataConfiguration {
    /// With the required properties only.
    pub fn new(journal_table_configuration: impl Into<Value<JournalTableConfiguration>>) -> Self {
        Self {
            annotation_table_configuration: None,
            inventory_table_configuration: None,
            journal_table_configuration: journal_table_configuration.into(),
        }
    }
}

impl ToJson for MetadataConfiguration {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional(
            "AnnotationTableConfiguration",
            self.annotation_table_configuration.as_ref(),
        );
        object.optional(
            "InventoryTableConfiguration",
            self.inventory_table_configuration.as_ref(),
        );
        object.required("JournalTableConfiguration", &self.journal_table_configuration);
        object.finish()
    }
}

/// Creates a V1 S3 Metadata configuration for a general purpose bucket. For more information, see
/// [Accelerating data discovery with S3
/// Metadata](https://docs.aws.amazon.com/AmazonS3/latest/userguide/metadata-tables-overview.html) in the
/// *Amazon S3 User Guide*.
#[derive(Debug, Clone, PartialEq)]
pub struct MetadataTableConfiguration {
    /// The destination information for the metadata table configuration. The destination table bucket must be
    /// in the same Region and AWS account as the general purpose bucket. The specified metadata table name
    /// must be unique within the `aws_s3_metadata` namespace in the destination table bucket.
    pub s3_tables_destination: Value<S3TablesDestination>,
}

impl MetadataTableConfiguration {
    /// With the required properties only.
    pub fn new(s3_tables_destination: impl Into<Value<S3TablesDestination>>) -> Self {
        Self {
            s3_tables_destination: s3_tables_destination.into(),
        }
    }
}

impl ToJson for MetadataTableConfiguration {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("S3TablesDestination", &self.s3_tables_destination);
        object.finish()
    }
}

/// The encryption settings for an S3 Metadata journal table or inventory table configuration.
#[derive(Debug, Clone, PartialEq)]
pub struct MetadataTableEncryptionConfiguration {
    /// If server-side encryption with AWS Key Management Service ( AWS) keys (SSE-KMS) is specified, you must
    /// also specify the KMS key Amazon Resource Name (ARN). You must specify a customer-managed KMS key
    /// that's located in the same Region as the general purpose bucket that corresponds to the metadata table
    /// configuration.
    pub kms_key_arn: Option<Value<Arn<kind::kms::Key>>>,
    /// The encryption type specified for a metadata table. To specify server-side encryption with AWS Key
    /// Management Service ( AWS) keys (SSE-KMS), use the `aws:kms` value. To specify server-side encryption
    /// with Amazon S3 managed keys (SSE-S3), use the `AES256` value.
    pub sse_algorithm: Value<SseAlgorithm>,
}

impl MetadataTableEncryptionConfiguration {
    /// With the required properties only.
    pub fn new(sse_algorithm: impl Into<Value<SseAlgorithm>>) -> Self {
        Self {
            kms_key_arn: None,
            sse_algorithm: sse_algorithm.into(),
        }
    }
}

impl ToJson for MetadataTableEncryptionConfiguration {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("KmsKeyArn", self.kms_key_arn.as_ref());
        object.required("SseAlgorithm", &self.sse_algorithm);
        object.finish()
    }
}

/// A container specifying replication metrics-related settings enabling replication metrics and events.
#[derive(Debug, Clone, PartialEq)]
pub struct Metrics {
    /// A container specifying the time threshold for emitting the `s3:Replication:OperationMissedThreshold`
    /// event.
    pub event_threshold: Option<Value<ReplicationTimeValue>>,
    /// Specifies whether the replication metrics are enabled.
    pub status: Value<MetricsStatus>,
}

impl Metrics {
    /// With the required properties only.
    pub fn new(status: impl Into<Value<MetricsStatus>>) -> Self {
        Self {
            event_threshold: None,
            status: status.into(),
        }
    }
}

impl ToJson for Metrics {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("EventThreshold", self.event_threshold.as_ref());
        object.required("Status", &self.status);
        object.finish()
    }
}

/// Specifies a metrics configuration for the CloudWatch request metrics (specified by the metrics
/// configuration ID) from an Amazon S3 bucket. If you're updating an existing metrics configuration, note
/// that this is a full replacement of the existing metrics configuration. If you don't include the elements
/// you want to keep, they are erased. For examples, see
/// [AWS::S3::Bucket](https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-s3-bucket.html#aws-properties-s3-bucket--examples).
#[derive(Debug, Clone, PartialEq)]
pub struct MetricsConfiguration {
    /// The access point that was used while performing operations on the object. The metrics configuration
    /// only includes objects that meet the filter's criteria.
    pub access_point_arn: Option<Value<String>>,
    /// The ID used to identify the metrics configuration. This can be any value you choose that helps you
    /// identify your metrics configuration.
    pub id: Value<String>,
    /// The prefix that an object must have to be included in the metrics results.
    pub prefix: Option<Value<String>>,
    /// Specifies a list of tag filters to use as a metrics configuration filter. The metrics configuration
    /// includes only objects that meet the filter's criteria.
    pub tag_filters: Option<Value<List<TagFilter>>>,
}

impl MetricsConfiguration {
    /// With the required properties only.
    pub fn new(id: impl Into<Value<String>>) -> Self {
        Self {
            access_point_arn: None,
            id: id.into(),
            prefix: None,
            tag_filters: None,
        }
    }
}

impl ToJson for MetricsConfiguration {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("AccessPointArn", self.access_point_arn.as_ref());
        object.required("Id", &self.id);
        object.optional("Prefix", self.prefix.as_ref());
        object.optional("TagFilters", self.tag_filters.as_ref());
        object.finish()
    }
}

/// Specifies when noncurrent object versions expire. Upon expiration, Amazon S3 permanently deletes the
/// noncurrent object versions. You set this lifecycle configuration action on a bucket that has versioning
/// enabled (or suspended) to request that Amazon S3 delete noncurrent object versions at a specific period in
/// the object's lifetime. For more information about setting a lifecycle rule configuration, see
/// [AWS::S3::Bucket
/// Rule](https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-s3-bucket-lifecycleconfig-rule.html).
#[derive(Debug, Clone, PartialEq)]
pub struct NoncurrentVersionExpiration {
    /// Specifies how many noncurrent versions Amazon S3 will retain. If there are this many more recent
    /// noncurrent versions, Amazon S3 will take the associated action. For more information about noncurrent
    /// versions, see [Lifecycle configuration
    /// elements](https://docs.aws.amazon.com/AmazonS3/latest/userguide/intro-lifecycle-rules.html) in the
    /// *Amazon S3 User Guide*.
    pub newer_noncurrent_versions: Option<Value<i64>>,
    /// Specifies the number of days an object is noncurrent before Amazon S3 can perform the associated
    /// action. For information about the noncurrent days calculations, see [How Amazon S3 Calculates When an
    /// Object Became
    /// Noncurrent](https://docs.aws.amazon.com/AmazonS3/latest/dev/intro-lifecycle-rules.html#non-current-days-calculations)
    /// in the *Amazon S3 User Guide*.
    pub noncurrent_days: Value<i64>,
}

impl NoncurrentVersionExpiration {
    /// With the required properties only.
    pub fn new(noncurrent_days: impl Into<Value<i64>>) -> Self {
        Self {
            newer_noncurrent_versions: None,
            noncurrent_days: noncurrent_days.into(),
        }
    }
}

impl ToJson for NoncurrentVersionExpiration {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("NewerNoncurrentVersions", self.newer_noncurrent_versions.as_ref());
        object.required("NoncurrentDays", &self.noncurrent_days);
        object.finish()
    }
}

/// Container for the transition rule that describes when noncurrent objects transition to the `STANDARD_IA`,
/// `ONEZONE_IA`, `INTELLIGENT_TIERING`, `GLACIER_IR`, `GLACIER`, or `DEEP_ARCHIVE` storage class. If your
/// bucket is versioning-enabled (or versioning is suspended), you can set this action to request that Amazon
/// S3 transition noncurrent object versions to the `STANDARD_IA`, `ONEZONE_IA`, `INTELLIGENT_TIERING`,
/// `GLACIER_IR`, `GLACIER`, or `DEEP_ARCHIVE` storage class at a specific period in the object's lifetime.
#[derive(Debug, Clone, PartialEq)]
pub struct NoncurrentVersionTransition {
    /// Specifies how many noncurrent versions Amazon S3 will retain. If there are this many more recent
    /// noncurrent versions, Amazon S3 will take the associated action. For more information about noncurrent
    /// versions, see [Lifecycle configuration
    /// elements](https://docs.aws.amazon.com/AmazonS3/latest/userguide/intro-lifecycle-rules.html) in the
    /// *Amazon S3 User Guide*.
    pub newer_noncurrent_versions: Option<Value<i64>>,
    /// The class of storage used to store the object.
    pub storage_class: Value<StorageClass>,
    /// Specifies the number of days an object is noncurrent before Amazon S3 can perform the associated
    /// action. For information about the noncurrent days calculations, see [How Amazon S3 Calculates How Long
    /// an Object Has Been
    /// Noncurrent](https://docs.aws.amazon.com/AmazonS3/latest/dev/intro-lifecycle-rules.html#non-current-days-calculations)
    /// in the *Amazon S3 User Guide*.
    pub transition_in_days: Value<i64>,
}

impl NoncurrentVersionTransition {
    /// With the required properties only.
    pub fn new(
        storage_class: impl Into<Value<StorageClass>>,
        transition_in_days: impl Into<Value<i64>>,
    ) -> Self {
        Self {
            newer_noncurrent_versions: None,
            storage_class: storage_class.into(),
            transition_in_days: transition_in_days.into(),
        }
    }
}

impl ToJson for NoncurrentVersionTransition {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("NewerNoncurrentVersions", self.newer_noncurrent_versions.as_ref());
        object.required("StorageClass", &self.storage_class);
        object.required("TransitionInDays", &self.transition_in_days);
        object.finish()
    }
}

/// Describes the notification configuration for an Amazon S3 bucket.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct NotificationConfiguration {
    /// Enables delivery of events to Amazon EventBridge.
    pub event_bridge_configuration: Option<Value<EventBridgeConfiguration>>,
    /// Describes the AWS Lambda functions to invoke and the events for which to invoke them.
    pub lambda_configurations: Option<Value<List<LambdaConfiguration>>>,
    /// The Amazon Simple Queue Service queues to publish messages to and the events for which to publish
    /// messages.
    pub queue_configurations: Option<Value<List<QueueConfiguration>>>,
    /// The topic to which notifications are sent and the events for which notifications are generated.
    pub topic_configurations: Option<Value<List<TopicConfiguration>>>,
}

impl NotificationConfiguration {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for NotificationConfiguration {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional(
            "EventBridgeConfiguration",
            self.event_bridge_configuration.as_ref(),
        );
        object.optional("LambdaConfigurations", self.lambda_configurations.as_ref());
        object.optional("QueueConfigurations", self.queue_configurations.as_ref());
        object.optional("TopicConfigurations", self.topic_configurations.as_ref());
        object.finish()
    }
}

/// Specifies object key name filtering rules. For information about key name filtering, see [Configuring
/// event notifications using object key name
/// filtering](https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-how-to-filtering.html) in
/// the *Amazon S3 User Guide*.
#[derive(Debug, Clone, PartialEq)]
pub struct NotificationFilter {
    /// A container for object key name prefix and suffix filtering rules.
    pub s3_key: Value<S3KeyFilter>,
}

impl NotificationFilter {
    /// With the required properties only.
    pub fn new(s3_key: impl Into<Value<S3KeyFilter>>) -> Self {
        Self {
            s3_key: s3_key.into(),
        }
    }
}

impl ToJson for NotificationFilter {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("S3Key", &self.s3_key);
        object.finish()
    }
}

/// Places an Object Lock configuration on the specified bucket. The rule specified in the Object Lock
/// configuration will be applied by default to every new object placed in the specified bucket. For more
/// information, see [Locking Objects](https://docs.aws.amazon.com/AmazonS3/latest/dev/object-lock.html).
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ObjectLockConfiguration {
    /// Indicates whether this bucket has an Object Lock configuration enabled. Enable `ObjectLockEnabled`
    /// when you apply `ObjectLockConfiguration` to a bucket.
    pub object_lock_enabled: Option<Value<ObjectLockEnabled>>,
    /// Specifies the Object Lock rule for the specified object. Enable this rule when you apply
    /// `ObjectLockConfiguration` to a bucket. If Object Lock is turned on, bucket settings require both
    /// `Mode` and a period of either `Days` or `Years`. You cannot specify `Days` and `Years` at the same
    /// time. For more information, see
    /// [ObjectLockRule](https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-s3-bucket-objectlockrule.html)
    /// and
    /// [DefaultRetention](https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-s3-bucket-defaultretention.html).
    pub rule: Option<Value<ObjectLockRule>>,
}

impl ObjectLockConfiguration {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for ObjectLockConfiguration {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("ObjectLockEnabled", self.object_lock_enabled.as_ref());
        object.optional("Rule", self.rule.as_ref());
        object.finish()
    }
}

/// Specifies the Object Lock rule for the specified object. Enable the this rule when you apply
/// `ObjectLockConfiguration` to a bucket.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ObjectLockRule {
    /// The default Object Lock retention mode and period that you want to apply to new objects placed in the
    /// specified bucket. If Object Lock is turned on, bucket settings require both `Mode` and a period of
    /// either `Days` or `Years`. You cannot specify `Days` and `Years` at the same time. For more information
    /// about allowable values for mode and period, see
    /// [DefaultRetention](https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-s3-bucket-defaultretention.html).
    pub default_retention: Option<Value<DefaultRetention>>,
}

impl ObjectLockRule {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for ObjectLockRule {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("DefaultRetention", self.default_retention.as_ref());
        object.finish()
    }
}

/// Specifies the container element for Object Ownership rules.
#[derive(Debug, Clone, PartialEq)]
pub struct OwnershipControls {
    /// Specifies the container element for Object Ownership rules.
    pub rules: Value<List<OwnershipControlsRule>>,
}

impl OwnershipControls {
    /// With the required properties only.
    pub fn new(rules: impl Into<Value<List<OwnershipControlsRule>>>) -> Self {
        Self { rules: rules.into() }
    }
}

impl ToJson for OwnershipControls {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Rules", &self.rules);
        object.finish()
    }
}

/// Specifies an Object Ownership rule.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct OwnershipControlsRule {
    /// Specifies an object ownership rule.
    pub object_ownership: Option<Value<ObjectOwnership>>,
}

impl OwnershipControlsRule {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for OwnershipControlsRule {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("ObjectOwnership", self.object_ownership.as_ref());
        object.finish()
    }
}

/// Amazon S3 keys for log objects are partitioned in the following format:
#[derive(Debug, Clone, Default, PartialEq)]
pub struct PartitionedPrefix {
    /// Specifies the partition date source for the partitioned prefix. `PartitionDateSource` can be
    /// `EventTime` or `DeliveryTime`.
    pub partition_date_source: Option<Value<PartitionDateSource>>,
}

impl PartitionedPrefix {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for PartitionedPrefix {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("PartitionDateSource", self.partition_date_source.as_ref());
        object.finish()
    }
}

/// The PublicAccessBlock configuration that you want to apply to this Amazon S3 bucket. You can enable the
/// configuration options in any combination. Bucket-level settings work alongside account-level settings
/// (which may inherit from organization-level policies). For more information about when Amazon S3 considers
/// a bucket or object public, see [The Meaning of
/// Public](https://docs.aws.amazon.com/AmazonS3/latest/dev/access-control-block-public-access.html#access-control-block-public-access-policy-status)
/// in the *Amazon S3 User Guide*.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct PublicAccessBlockConfiguration {
    /// Specifies whether Amazon S3 should block public access control lists (ACLs) for this bucket and
    /// objects in this bucket. Setting this element to `TRUE` causes the following behavior:
    pub block_public_acls: Option<Value<bool>>,
    /// Specifies whether Amazon S3 should block public bucket policies for this bucket. Setting this element
    /// to `TRUE` causes Amazon S3 to reject calls to PUT Bucket policy if the specified bucket policy allows
    /// public access.
    pub block_public_policy: Option<Value<bool>>,
    /// Specifies whether Amazon S3 should ignore public ACLs for this bucket and objects in this bucket.
    /// Setting this element to `TRUE` causes Amazon S3 to ignore all public ACLs on this bucket and objects
    /// in this bucket.
    pub ignore_public_acls: Option<Value<bool>>,
    /// Specifies whether Amazon S3 should restrict public bucket policies for this bucket. Setting this
    /// element to `TRUE` restricts access to this bucket to only AWS service principals and authorized users
    /// within this account if the bucket has a public policy.
    pub restrict_public_buckets: Option<Value<bool>>,
}

impl PublicAccessBlockConfiguration {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for PublicAccessBlockConfiguration {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("BlockPublicAcls", self.block_public_acls.as_ref());
        object.optional("BlockPublicPolicy", self.block_public_policy.as_ref());
        object.optional("IgnorePublicAcls", self.ignore_public_acls.as_ref());
        object.optional("RestrictPublicBuckets", self.restrict_public_buckets.as_ref());
        object.finish()
    }
}

/// Specifies the configuration for publishing messages to an Amazon Simple Queue Service (Amazon SQS) queue
/// when Amazon S3 detects specified events.
#[derive(Debug, Clone, PartialEq)]
pub struct QueueConfiguration {
    /// The Amazon S3 bucket event about which you want to publish messages to Amazon SQS. For more
    /// information, see [Supported Event
    /// Types](https://docs.aws.amazon.com/AmazonS3/latest/dev/NotificationHowTo.html) in the *Amazon S3 User
    /// Guide*.
    pub event: Value<String>,
    /// The filtering rules that determine which objects trigger notifications. For example, you can create a
    /// filter so that Amazon S3 sends notifications only when image files with a `.jpg` extension are added
    /// to the bucket. For more information, see [Configuring event notifications using object key name
    /// filtering](https://docs.aws.amazon.com/AmazonS3/latest/user-guide/notification-how-to-filtering.html)
    /// in the *Amazon S3 User Guide*.
    pub filter: Option<Value<NotificationFilter>>,
    /// The Amazon Resource Name (ARN) of the Amazon SQS queue to which Amazon S3 publishes a message when it
    /// detects events of the specified type. FIFO queues are not allowed when enabling an SQS queue as the
    /// event notification destination.
    pub queue: Value<Arn<kind::sqs::Queue>>,
}

impl QueueConfiguration {
    /// With the required properties only.
    pub fn new(event: impl Into<Value<String>>, queue: impl Into<Value<Arn<kind::sqs::Queue>>>) -> Self {
        Self {
            event: event.into(),
            filter: None,
            queue: queue.into(),
        }
    }
}

impl ToJson for QueueConfiguration {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Event", &self.event);
        object.optional("Filter", self.filter.as_ref());
        object.required("Queue", &self.queue);
        object.finish()
    }
}

/// The journal table record expiration settings for a journal table in an S3 Metadata configuration.
#[derive(Debug, Clone, PartialEq)]
pub struct RecordExpiration {
    /// If you enable journal table record expiration, you can set the number of days to retain your journal
    /// table records. Journal table records must be retained for a minimum of 7 days. To set this value,
    /// specify any whole number from `7` to `2147483647`. For example, to retain your journal table records
    /// for one year, set this value to `365`.
    pub days: Option<Value<i64>>,
    /// Specifies whether journal table record expiration is enabled or disabled.
    pub expiration: Value<Expiration>,
}

impl RecordExpiration {
    /// With the required properties only.
    pub fn new(expiration: impl Into<Value<Expiration>>) -> Self {
        Self {
            days: None,
            expiration: expiration.into(),
        }
    }
}

impl ToJson for RecordExpiration {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("Days", self.days.as_ref());
        object.required("Expiration", &self.expiration);
        object.finish()
    }
}

/// Specifies the redirect behavior of all requests to a website endpoint of an Amazon S3 bucket.
#[derive(Debug, Clone, PartialEq)]
pub struct RedirectAllRequestsTo {
    /// Name of the host where requests are redirected.
    pub host_name: Value<String>,
    /// Protocol to use when redirecting requests. The default is the protocol that is used in the original
    /// request.
    pub protocol: Option<Value<Protocol>>,
}

impl RedirectAllRequestsTo {
    /// With the required properties only.
    pub fn new(host_name: impl Into<Value<String>>) -> Self {
        Self {
            host_name: host_name.into(),
            protocol: None,
        }
    }
}

impl ToJson for RedirectAllRequestsTo {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("HostName", &self.host_name);
        object.optional("Protocol", self.protocol.as_ref());
        object.finish()
    }
}

/// Specifies how requests are redirected. In the event of an error, you can specify a different error code to
/// return.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct RedirectRule {
    /// The host name to use in the redirect request.
    pub host_name: Option<Value<String>>,
    /// The HTTP redirect code to use on the response. Not required if one of the siblings is present.
    pub http_redirect_code: Option<Value<String>>,
    /// Protocol to use when redirecting requests. The default is the protocol that is used in the original
    /// request.
    pub protocol: Option<Value<Protocol>>,
    /// The object key prefix to use in the redirect request. For example, to redirect requests for all pages
    /// with prefix `docs/` (objects in the `docs/` folder) to `documents/`, you can set a condition block
    /// with `KeyPrefixEquals` set to `docs/` and in the Redirect set `ReplaceKeyPrefixWith` to `/documents`.
    /// Not required if one of the siblings is present. Can be present only if `ReplaceKeyWith` is not
    /// provided.
    pub replace_key_prefix_with: Option<Value<String>>,
    /// The specific object key to use in the redirect request. For example, redirect request to `error.html`.
    /// Not required if one of the siblings is present. Can be present only if `ReplaceKeyPrefixWith` is not
    /// provided.
    pub replace_key_with: Option<Value<String>>,
}

impl RedirectRule {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for RedirectRule {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("HostName", self.host_name.as_ref());
        object.optional("HttpRedirectCode", self.http_redirect_code.as_ref());
        object.optional("Protocol", self.protocol.as_ref());
        object.optional("ReplaceKeyPrefixWith", self.replace_key_prefix_with.as_ref());
        object.optional("ReplaceKeyWith", self.replace_key_with.as_ref());
        object.finish()
    }
}

/// A filter that you can specify for selection for modifications on replicas.
#[derive(Debug, Clone, PartialEq)]
pub struct ReplicaModifications {
    /// Specifies whether Amazon S3 replicates modifications on replicas.
    pub status: Value<ReplicaModificationsStatus>,
}

impl ReplicaModifications {
    /// With the required properties only.
    pub fn new(status: impl Into<Value<ReplicaModificationsStatus>>) -> Self {
        Self {
            status: status.into(),
        }
    }
}

impl ToJson for ReplicaModifications {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Status", &self.status);
        object.finish()
    }
}

/// A container for replication rules. You can add up to 1,000 rules. The maximum size of a replication
/// configuration is 2 MB. The latest version of the replication configuration XML is V2. For more information
/// about XML V2 replication configurations, see [Replication
/// configuration](https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-add-config.html) in the
/// *Amazon S3 User Guide*.
#[derive(Debug, Clone, PartialEq)]
pub struct ReplicationConfiguration {
    /// The Amazon Resource Name (ARN) of the AWS Identity and Access Management (IAM) role that Amazon S3
    /// assumes when replicating objects. For more information, see [How to Set Up
    /// Replication](https://docs.aws.amazon.com/AmazonS3/latest/dev/replication-how-setup.html) in the
    /// *Amazon S3 User Guide*.
    pub role: Value<Arn<kind::iam::Role>>,
    /// A container for one or more replication rules. A replication configuration must have at least one rule
    /// and can contain a maximum of 1,000 rules.
    pub rules: Value<List<ReplicationRule>>,
}

impl ReplicationConfiguration {
    /// With the required properties only.
    pub fn new(
        role: impl Into<Value<Arn<kind::iam::Role>>>,
        rules: impl Into<Value<List<ReplicationRule>>>,
    ) -> Self {
        Self {
            role: role.into(),
            rules: rules.into(),
        }
    }
}

impl ToJson for ReplicationConfiguration {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Role", &self.role);
        object.required("Rules", &self.rules);
        object.finish()
    }
}

/// A container for information about the replication destination and its configurations including enabling
/// the S3 Replication Time Control (S3 RTC).
#[derive(Debug, Clone, PartialEq)]
pub struct ReplicationDestination {
    /// Specify this only in a cross-account scenario (where source and destination bucket owners are not the
    /// same), and you want to change replica ownership to the AWS account that owns the destination bucket.
    /// If this is not specified in the replication configuration, the replicas are owned by same AWS account
    /// that owns the source object.
    pub access_control_translation: Option<Value<AccessControlTranslation>>,
    /// Destination bucket owner account ID. In a cross-account scenario, if you direct Amazon S3 to change
    /// replica ownership to the AWS account that owns the destination bucket by specifying the
    /// `AccessControlTranslation` property, this is the account ID of the destination bucket owner. For more
    /// information, see [Cross-Region Replication Additional Configuration: Change Replica
    /// Owner](https://docs.aws.amazon.com/AmazonS3/latest/dev/crr-change-owner.html) in the *Amazon S3 User
    /// Guide*.
    pub account: Option<Value<String>>,
    /// The Amazon Resource Name (ARN) of the bucket where you want Amazon S3 to store the results.
    pub bucket: Value<Arn<kind::s3::Bucket>>,
    /// Specifies encryption-related information.
    pub encryption_configuration: Option<Value<EncryptionConfiguration>>,
    /// A container specifying replication metrics-related settings enabling replication metrics and events.
    pub metrics: Option<Value<Metrics>>,
    /// A container specifying S3 Replication Time Control (S3 RTC), including whether S3 RTC is enabled and
    /// the time when all objects and operations on objects must be replicated. Must be specified together
    /// with a `Metrics` block.
    pub replication_time: Option<Value<ReplicationTime>>,
    /// The storage class to use when replicating objects, such as S3 Standard or reduced redundancy. By
    /// default, Amazon S3 uses the storage class of the source object to create the object replica.
    pub storage_class: Option<Value<ReplicationDestinationStorageClass>>,
}

impl ReplicationDestination {
    /// With the required properties only.
    pub fn new(bucket: impl Into<Value<Arn<kind::s3::Bucket>>>) -> Self {
        Self {
            access_control_translation: None,
            account: None,
            bucket: bucket.into(),
            encryption_configuration: None,
            metrics: None,
            replication_time: None,
            storage_class: None,
        }
    }
}

impl ToJson for ReplicationDestination {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional(
            "AccessControlTranslation",
            self.access_control_translation.as_ref(),
        );
        object.optional("Account", self.account.as_ref());
        object.required("Bucket", &self.bucket);
        object.optional("EncryptionConfiguration", self.encryption_configuration.as_ref());
        object.optional("Metrics", self.metrics.as_ref());
        object.optional("ReplicationTime", self.replication_time.as_ref());
        object.optional("StorageClass", self.storage_class.as_ref());
        object.finish()
    }
}

/// Specifies which Amazon S3 objects to replicate and where to store the replicas.
#[derive(Debug, Clone, PartialEq)]
pub struct ReplicationRule {
    /// Specifies whether Amazon S3 replicates delete markers. If you specify a `Filter` in your replication
    /// configuration, you must also include a `DeleteMarkerReplication` element. If your `Filter` includes a
    /// `Tag` element, the `DeleteMarkerReplication` `Status` must be set to Disabled, because Amazon S3 does
    /// not support replicating delete markers for tag-based rules. For an example configuration, see [Basic
    /// Rule
    /// Configuration](https://docs.aws.amazon.com/AmazonS3/latest/dev/replication-add-config.html#replication-config-min-rule-config).
    pub delete_marker_replication: Option<Value<DeleteMarkerReplication>>,
    /// A container for information about the replication destination and its configurations including
    /// enabling the S3 Replication Time Control (S3 RTC).
    pub destination: Value<ReplicationDestination>,
    /// A filter that identifies the subset of objects to which the replication rule applies. A `Filter` must
    /// specify exactly one `Prefix`, `TagFilter`, or an `And` child element. The use of the filter field
    /// indicates that this is a V2 replication configuration. This field isn't supported in a V1 replication
    /// configuration.
    pub filter: Option<Value<ReplicationRuleFilter>>,
    /// A unique identifier for the rule. The maximum value is 255 characters. If you don't specify a value,
    /// AWS CloudFormation generates a random ID. When using a V2 replication configuration this property is
    /// capitalized as "ID".
    ///
    /// Length: at most 255.
    pub id: Option<Value<String>>,
    /// An object key name prefix that identifies the object or objects to which the rule applies. The maximum
    /// prefix length is 1,024 characters. To include all objects in a bucket, specify an empty string. To
    /// filter using a V1 replication configuration, add the `Prefix` directly as a child element of the
    /// `Rule` element.
    ///
    /// Length: at most 1024.
    pub prefix: Option<Value<String>>,
    /// The priority indicates which rule has precedence whenever two or more replication rules conflict.
    /// Amazon S3 will attempt to replicate objects according to all replication rules. However, if there are
    /// two or more rules with the same destination bucket, then objects will be replicated according to the
    /// rule with the highest priority. The higher the number, the higher the priority.
    pub priority: Option<Value<i64>>,
    /// A container that describes additional filters for identifying the source objects that you want to
    /// replicate. You can choose to enable or disable the replication of these objects.
    pub source_selection_criteria: Option<Value<SourceSelectionCriteria>>,
    /// Specifies whether the rule is enabled.
    pub status: Value<ReplicationRuleStatus>,
}

impl ReplicationRule {
    /// With the required properties only.
    pub fn new(
        destination: impl Into<Value<ReplicationDestination>>,
        status: impl Into<Value<ReplicationRuleStatus>>,
    ) -> Self {
        Self {
            delete_marker_replication: None,
            destination: destination.into(),
            filter: None,
            id: None,
            prefix: None,
            priority: None,
            source_selection_criteria: None,
            status: status.into(),
        }
    }
}

impl ToJson for ReplicationRule {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("DeleteMarkerReplication", self.delete_marker_replication.as_ref());
        object.required("Destination", &self.destination);
        object.optional("Filter", self.filter.as_ref());
        object.optional("Id", self.id.as_ref());
        object.optional("Prefix", self.prefix.as_ref());
        object.optional("Priority", self.priority.as_ref());
        object.optional("SourceSelectionCriteria", self.source_selection_criteria.as_ref());
        object.required("Status", &self.status);
        object.finish()
    }
}

/// A container for specifying rule filters. The filters determine the subset of objects to which the rule
/// applies. This element is required only if you specify more than one filter.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ReplicationRuleAndOperator {
    /// An object key name prefix that identifies the subset of objects to which the rule applies.
    pub prefix: Option<Value<String>>,
    /// An array of tags containing key and value pairs.
    pub tag_filters: Option<Value<List<TagFilter>>>,
}

impl ReplicationRuleAndOperator {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for ReplicationRuleAndOperator {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("Prefix", self.prefix.as_ref());
        object.optional("TagFilters", self.tag_filters.as_ref());
        object.finish()
    }
}

/// A filter that identifies the subset of objects to which the replication rule applies. A `Filter` must
/// specify exactly one `Prefix`, `TagFilter`, or an `And` child element.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ReplicationRuleFilter {
    /// A container for specifying rule filters. The filters determine the subset of objects to which the rule
    /// applies. This element is required only if you specify more than one filter. For example:
    pub and: Option<Value<ReplicationRuleAndOperator>>,
    /// An object key name prefix that identifies the subset of objects to which the rule applies.
    pub prefix: Option<Value<String>>,
    /// A container for specifying a tag key and value.
    pub tag_filter: Option<Value<TagFilter>>,
}

impl ReplicationRuleFilter {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for ReplicationRuleFilter {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("And", self.and.as_ref());
        object.optional("Prefix", self.prefix.as_ref());
        object.optional("TagFilter", self.tag_filter.as_ref());
        object.finish()
    }
}

/// A container specifying S3 Replication Time Control (S3 RTC) related information, including whether S3 RTC
/// is enabled and the time when all objects and operations on objects must be replicated. Must be specified
/// together with a `Metrics` block.
#[derive(Debug, Clone, PartialEq)]
pub struct ReplicationTime {
    /// Specifies whether the replication time is enabled.
    pub status: Value<ReplicationTimeStatus>,
    /// A container specifying the time by which replication should be complete for all objects and operations
    /// on objects.
    pub time: Value<ReplicationTimeValue>,
}

impl ReplicationTime {
    /// With the required properties only.
    pub fn new(
        status: impl Into<Value<ReplicationTimeStatus>>,
        time: impl Into<Value<ReplicationTimeValue>>,
    ) -> Self {
        Self {
            status: status.into(),
            time: time.into(),
        }
    }
}

impl ToJson for ReplicationTime {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Status", &self.status);
        object.required("Time", &self.time);
        object.finish()
    }
}

/// A container specifying the time value for S3 Replication Time Control (S3 RTC) and replication metrics
/// `EventThreshold`.
#[derive(Debug, Clone, PartialEq)]
pub struct ReplicationTimeValue {
    /// Contains an integer specifying time in minutes.
    pub minutes: Value<i64>,
}

impl ReplicationTimeValue {
    /// With the required properties only.
    pub fn new(minutes: impl Into<Value<i64>>) -> Self {
        Self {
            minutes: minutes.into(),
        }
    }
}

impl ToJson for ReplicationTimeValue {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Minutes", &self.minutes);
        object.finish()
    }
}

/// Specifies the redirect behavior and when a redirect is applied. For more information about routing rules,
/// see [Configuring advanced conditional
/// redirects](https://docs.aws.amazon.com/AmazonS3/latest/dev/how-to-page-redirect.html#advanced-conditional-redirects)
/// in the *Amazon S3 User Guide*.
#[derive(Debug, Clone, PartialEq)]
pub struct RoutingRule {
    /// Container for redirect information. You can redirect requests to another host, to another page, or
    /// with another protocol. In the event of an error, you can specify a different error code to return.
    pub redirect_rule: Value<RedirectRule>,
    /// A container for describing a condition that must be met for the specified redirect to apply. For
    /// example, 1. If request is for pages in the `/docs` folder, redirect to the `/documents` folder. 2. If
    /// request results in HTTP error 4xx, redirect request to another host where you might process the error.
    pub routing_rule_condition: Option<Value<RoutingRuleCondition>>,
}

impl RoutingRule {
    /// With the required properties only.
    pub fn new(redirect_rule: impl Into<Value<RedirectRule>>) -> Self {
        Self {
            redirect_rule: redirect_rule.into(),
            routing_rule_condition: None,
        }
    }
}

impl ToJson for RoutingRule {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("RedirectRule", &self.redirect_rule);
        object.optional("RoutingRuleCondition", self.routing_rule_condition.as_ref());
        object.finish()
    }
}

/// A container for describing a condition that must be met for the specified redirect to apply. For example, 1.
/// If request is for pages in the `/docs` folder, redirect to the `/documents` folder. 2. If request results
/// in HTTP error 4xx, redirect request to another host where you might process the error.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct RoutingRuleCondition {
    /// The HTTP error code when the redirect is applied. In the event of an error, if the error code equals
    /// this value, then the specified redirect is applied.
    pub http_error_code_returned_equals: Option<Value<String>>,
    /// The object key name prefix when the redirect is applied. For example, to redirect requests for
    /// `ExamplePage.html`, the key prefix will be `ExamplePage.html`. To redirect request for all pages with
    /// the prefix `docs/`, the key prefix will be `docs/`, which identifies all objects in the docs/ folder.
    pub key_prefix_equals: Option<Value<String>>,
}

impl RoutingRuleCondition {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for RoutingRuleCondition {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional(
            "HttpErrorCodeReturnedEquals",
            self.http_error_code_returned_equals.as_ref(),
        );
        object.optional("KeyPrefixEquals", self.key_prefix_equals.as_ref());
        object.finish()
    }
}

/// Specifies lifecycle rules for an Amazon S3 bucket. For more information, see [Put Bucket Lifecycle
/// Configuration](https://docs.aws.amazon.com/AmazonS3/latest/API/RESTBucketPUTlifecycle.html) in the *Amazon
/// S3 API Reference*.
#[derive(Debug, Clone, PartialEq)]
pub struct Rule {
    /// Specifies a lifecycle rule that stops incomplete multipart uploads to an Amazon S3 bucket.
    pub abort_incomplete_multipart_upload: Option<Value<AbortIncompleteMultipartUpload>>,
    /// Indicates when objects are deleted from Amazon S3 and Amazon S3 Glacier. The date value must be in ISO
    /// 8601 format. The time is always midnight UTC. If you specify an expiration and transition time, you
    /// must use the same time unit for both properties (either in days or by date). The expiration time must
    /// also be later than the transition time.
    pub expiration_date: Option<Value<String>>,
    /// Indicates the number of days after creation when objects are deleted from Amazon S3 and Amazon S3
    /// Glacier. If you specify an expiration and transition time, you must use the same time unit for both
    /// properties (either in days or by date). The expiration time must also be later than the transition
    /// time.
    pub expiration_in_days: Option<Value<i64>>,
    /// Indicates whether Amazon S3 will remove a delete marker without any noncurrent versions. If set to
    /// true, the delete marker will be removed if there are no noncurrent versions. This cannot be specified
    /// with `ExpirationInDays`, `ExpirationDate`, or `TagFilters`.
    pub expired_object_delete_marker: Option<Value<bool>>,
    /// Unique identifier for the rule. The value can't be longer than 255 characters.
    ///
    /// Length: at most 255.
    pub id: Option<Value<String>>,
    /// Specifies when noncurrent object versions expire. Upon expiration, Amazon S3 permanently deletes the
    /// noncurrent object versions. You set this lifecycle configuration action on a bucket that has
    /// versioning enabled (or suspended) to request that Amazon S3 delete noncurrent object versions at a
    /// specific period in the object's lifetime.
    pub noncurrent_version_expiration: Option<Value<NoncurrentVersionExpiration>>,
    /// (Deprecated.) For buckets with versioning enabled (or suspended), specifies the time, in days, between
    /// when a new version of the object is uploaded to the bucket and when old versions of the object expire.
    /// When object versions expire, Amazon S3 permanently deletes them. If you specify a transition and
    /// expiration time, the expiration time must be later than the transition time.
    pub noncurrent_version_expiration_in_days: Option<Value<i64>>,
    /// (Deprecated.) For buckets with versioning enabled (or suspended), specifies when non-current objects
    /// transition to a specified storage class. If you specify a transition and expiration time, the
    /// expiration time must be later than the transition time. If you specify this property, don't specify
    /// the `NoncurrentVersionTransitions` property.
    pub noncurrent_version_transition: Option<Value<NoncurrentVersionTransition>>,
    /// For buckets with versioning enabled (or suspended), one or more transition rules that specify when
    /// non-current objects transition to a specified storage class. If you specify a transition and
    /// expiration time, the expiration time must be later than the transition time. If you specify this
    /// property, don't specify the `NoncurrentVersionTransition` property.
    pub noncurrent_version_transitions: Option<Value<List<NoncurrentVersionTransition>>>,
    /// Specifies the minimum object size in bytes for this rule to apply to. Objects must be larger than this
    /// value in bytes. For more information about size based rules, see [Lifecycle configuration using
    /// size-based
    /// rules](https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-configuration-examples.html#lc-size-rules)
    /// in the *Amazon S3 User Guide*.
    ///
    /// Length: at most 20. Pattern: `[0-9]+`.
    pub object_size_greater_than: Option<Value<String>>,
    /// Specifies the maximum object size in bytes for this rule to apply to. Objects must be smaller than
    /// this value in bytes. For more information about sized based rules, see [Lifecycle configuration using
    /// size-based
    /// rules](https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-configuration-examples.html#lc-size-rules)
    /// in the *Amazon S3 User Guide*.
    ///
    /// Length: at most 20. Pattern: `[0-9]+`.
    pub object_size_less_than: Option<Value<String>>,
    /// Object key prefix that identifies one or more objects to which this rule applies.
    pub prefix: Option<Value<String>>,
    /// If `Enabled`, the rule is currently being applied. If `Disabled`, the rule is not currently being
    /// applied.
    pub status: Value<RuleStatus>,
    /// Tags to use to identify a subset of objects to which the lifecycle rule applies.
    pub tag_filters: Option<Value<List<TagFilter>>>,
    /// (Deprecated.) Specifies when an object transitions to a specified storage class. If you specify an
    /// expiration and transition time, you must use the same time unit for both properties (either in days or
    /// by date). The expiration time must also be later than the transition time. If you specify this
    /// property, don't specify the `Transitions` property.
    pub transition: Option<Value<Transition>>,
    /// One or more transition rules that specify when an object transitions to a specified storage class. If
    /// you specify an expiration and transition time, you must use the same time unit for both properties
    /// (either in days or by date). The expiration time must also be later than the transition time. If you
    /// specify this property, don't specify the `Transition` property.
    pub transitions: Option<Value<List<Transition>>>,
}

impl Rule {
    /// With the required properties only.
    pub fn new(status: impl Into<Value<RuleStatus>>) -> Self {
        Self {
            abort_incomplete_multipart_upload: None,
            expiration_date: None,
            expiration_in_days: None,
            expired_object_delete_marker: None,
            id: None,
            noncurrent_version_expiration: None,
            noncurrent_version_expiration_in_days: None,
            noncurrent_version_transition: None,
            noncurrent_version_transitions: None,
            object_size_greater_than: None,
            object_size_less_than: None,
            prefix: None,
            status: status.into(),
            tag_filters: None,
            transition: None,
            transitions: None,
        }
    }
}

impl ToJson for Rule {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional(
            "AbortIncompleteMultipartUpload",
            self.abort_incomplete_multipart_upload.as_ref(),
        );
        object.optional("ExpirationDate", self.expiration_date.as_ref());
        object.optional("ExpirationInDays", self.expiration_in_days.as_ref());
        object.optional(
            "ExpiredObjectDeleteMarker",
            self.expired_object_delete_marker.as_ref(),
        );
        object.optional("Id", self.id.as_ref());
        object.optional(
            "NoncurrentVersionExpiration",
            self.noncurrent_version_expiration.as_ref(),
        );
        object.optional(
            "NoncurrentVersionExpirationInDays",
            self.noncurrent_version_expiration_in_days.as_ref(),
        );
        object.optional(
            "NoncurrentVersionTransition",
            self.noncurrent_version_transition.as_ref(),
        );
        object.optional(
            "NoncurrentVersionTransitions",
            self.noncurrent_version_transitions.as_ref(),
        );
        object.optional("ObjectSizeGreaterThan", self.object_size_greater_than.as_ref());
        object.optional("ObjectSizeLessThan", self.object_size_less_than.as_ref());
        object.optional("Prefix", self.prefix.as_ref());
        object.required("Status", &self.status);
        object.optional("TagFilters", self.tag_filters.as_ref());
        object.optional("Transition", self.transition.as_ref());
        object.optional("Transitions", self.transitions.as_ref());
        object.finish()
    }
}

/// A container for object key name prefix and suffix filtering rules. For more information about object key
/// name filtering, see [Configuring event notifications using object key name
/// filtering](https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-how-to-filtering.html) in
/// the *Amazon S3 User Guide*.
#[derive(Debug, Clone, PartialEq)]
pub struct S3KeyFilter {
    /// A list of containers for the key-value pair that defines the criteria for the filter rule.
    pub rules: Value<List<FilterRule>>,
}

impl S3KeyFilter {
    /// With the required properties only.
    pub fn new(rules: impl Into<Value<List<FilterRule>>>) -> Self {
        Self { rules: rules.into() }
    }
}

impl ToJson for S3KeyFilter {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Rules", &self.rules);
        object.finish()
    }
}

/// The destination information for a V1 S3 Metadata configuration. The destination table bucket must be in
/// the same Region and AWS account as the general purpose bucket. The specified metadata table name must be
/// unique within the `aws_s3_metadata` namespace in the destination table bucket.
#[derive(Debug, Clone, PartialEq)]
pub struct S3TablesDestination {
    /// The Amazon Resource Name (ARN) for the table bucket that's specified as the destination in the
    /// metadata table configuration. The destination table bucket must be in the same Region and AWS account
    /// as the general purpose bucket.
    pub table_bucket_arn: Value<String>,
    /// The name for the metadata table in your metadata table configuration. The specified metadata table
    /// name must be unique within the `aws_s3_metadata` namespace in the destination table bucket.
    pub table_name: Value<String>,
}

impl S3TablesDestination {
    /// With the required properties only.
    pub fn new(table_bucket_arn: impl Into<Value<String>>, table_name: impl Into<Value<String>>) -> Self {
        Self {
            table_bucket_arn: table_bucket_arn.into(),
            table_name: table_name.into(),
        }
    }
}

impl ToJson for S3TablesDestination {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("TableBucketArn", &self.table_bucket_arn);
        object.required("TableName", &self.table_name);
        object.finish()
    }
}

/// Describes the default server-side encryption to apply to new objects in the bucket. If a PUT Object
/// request doesn't specify any server-side encryption, this default encryption will be applied. For more
/// information, see
/// [PutBucketEncryption](https://docs.aws.amazon.com/AmazonS3/latest/API/RESTBucketPUTencryption.html).
#[derive(Debug, Clone, PartialEq)]
pub struct ServerSideEncryptionByDefault {
    /// AWS Key Management Service (KMS) customer managed key ID to use for the default encryption.
    pub kms_master_key_id: Option<Value<String>>,
    /// Server-side encryption algorithm to use for the default encryption.
    pub sse_algorithm: Value<SSEAlgorithm>,
}

impl ServerSideEncryptionByDefault {
    /// With the required properties only.
    pub fn new(sse_algorithm: impl Into<Value<SSEAlgorithm>>) -> Self {
        Self {
            kms_master_key_id: None,
            sse_algorithm: sse_algorithm.into(),
        }
    }
}

impl ToJson for ServerSideEncryptionByDefault {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("KMSMasterKeyID", self.kms_master_key_id.as_ref());
        object.required("SSEAlgorithm", &self.sse_algorithm);
        object.finish()
    }
}

/// Specifies the default server-side encryption configuration.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ServerSideEncryptionRule {
    /// A bucket-level setting for Amazon S3 general purpose buckets used to prevent the upload of new objects
    /// encrypted with the specified server-side encryption type. For example, blocking an encryption type
    /// will block `PutObject`, `CopyObject`, `PostObject`, multipart upload, and replication requests to the
    /// bucket for objects with the specified encryption type. However, you can continue to read and list any
    /// pre-existing objects already encrypted with the specified encryption type.
    pub blocked_encryption_types: Option<Value<BlockedEncryptionTypes>>,
    /// Specifies whether Amazon S3 should use an S3 Bucket Key with server-side encryption using KMS
    /// (SSE-KMS) for new objects in the bucket. Existing objects are not affected. Setting the
    /// `BucketKeyEnabled` element to `true` causes Amazon S3 to use an S3 Bucket Key. By default, S3 Bucket
    /// Key is not enabled.
    pub bucket_key_enabled: Option<Value<bool>>,
    /// Specifies the default server-side encryption to apply to new objects in the bucket. If a PUT Object
    /// request doesn't specify any server-side encryption, this default encryption will be applied.
    pub server_side_encryption_by_default: Option<Value<ServerSideEncryptionByDefault>>,
}

impl ServerSideEncryptionRule {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for ServerSideEncryptionRule {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("BlockedEncryptionTypes", self.blocked_encryption_types.as_ref());
        object.optional("BucketKeyEnabled", self.bucket_key_enabled.as_ref());
        object.optional(
            "ServerSideEncryptionByDefault",
            self.server_side_encryption_by_default.as_ref(),
        );
        object.finish()
    }
}

/// A container that describes additional filters for identifying the source objects that you want to
/// replicate. You can choose to enable or disable the replication of these objects.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SourceSelectionCriteria {
    /// A filter that you can specify for selection for modifications on replicas.
    pub replica_modifications: Option<Value<ReplicaModifications>>,
    /// A container for filter information for the selection of Amazon S3 objects encrypted with AWS KMS.
    pub sse_kms_encrypted_objects: Option<Value<SseKmsEncryptedObjects>>,
}

impl SourceSelectionCriteria {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for SourceSelectionCriteria {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("ReplicaModifications", self.replica_modifications.as_ref());
        object.optional("SseKmsEncryptedObjects", self.sse_kms_encrypted_objects.as_ref());
        object.finish()
    }
}

/// A container for filter information for the selection of S3 objects encrypted with AWS KMS.
#[derive(Debug, Clone, PartialEq)]
pub struct SseKmsEncryptedObjects {
    /// Specifies whether Amazon S3 replicates objects created with server-side encryption using an AWS KMS
    /// key stored in AWS Key Management Service.
    pub status: Value<SseKmsEncryptedObjectsStatus>,
}

impl SseKmsEncryptedObjects {
    /// With the required properties only.
    pub fn new(status: impl Into<Value<SseKmsEncryptedObjectsStatus>>) -> Self {
        Self {
            status: status.into(),
        }
    }
}

impl ToJson for SseKmsEncryptedObjects {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Status", &self.status);
        object.finish()
    }
}

/// Specifies data related to access patterns to be collected and made available to analyze the tradeoffs
/// between different storage classes for an Amazon S3 bucket.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct StorageClassAnalysis {
    /// Specifies how data related to the storage class analysis for an Amazon S3 bucket should be exported.
    pub data_export: Option<Value<DataExport>>,
}

impl StorageClassAnalysis {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for StorageClassAnalysis {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("DataExport", self.data_export.as_ref());
        object.finish()
    }
}

/// Specifies tags to use to identify a subset of objects for an Amazon S3 bucket. For more information, see
/// [Categorizing your storage using
/// tags](https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-tagging.html) in the *Amazon Simple
/// Storage Service User Guide*.
#[derive(Debug, Clone, PartialEq)]
pub struct TagFilter {
    /// The tag key.
    pub key: Value<String>,
    /// The tag value.
    pub value: Value<String>,
}

impl TagFilter {
    /// With the required properties only.
    pub fn new(key: impl Into<Value<String>>, value: impl Into<Value<String>>) -> Self {
        Self {
            key: key.into(),
            value: value.into(),
        }
    }
}

impl ToJson for TagFilter {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Key", &self.key);
        object.required("Value", &self.value);
        object.finish()
    }
}

/// Amazon S3 key format for log objects. Only one format, PartitionedPrefix or SimplePrefix, is allowed.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct TargetObjectKeyFormat {
    /// Partitioned S3 key for log objects.
    pub partitioned_prefix: Option<Value<PartitionedPrefix>>,
    /// To use the simple format for S3 keys for log objects. To specify SimplePrefix format, set SimplePrefix
    /// to {}.
    pub simple_prefix: Option<Value<Json>>,
}

impl TargetObjectKeyFormat {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for TargetObjectKeyFormat {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("PartitionedPrefix", self.partitioned_prefix.as_ref());
        object.optional("SimplePrefix", self.simple_prefix.as_ref());
        object.finish()
    }
}

/// The S3 Intelligent-Tiering storage class is designed to optimize storage costs by automatically moving
/// data to the most cost-effective storage access tier, without additional operational overhead.
#[derive(Debug, Clone, PartialEq)]
pub struct Tiering {
    /// S3 Intelligent-Tiering access tier. See [Storage class for automatically optimizing frequently and
    /// infrequently accessed
    /// objects](https://docs.aws.amazon.com/AmazonS3/latest/dev/storage-class-intro.html#sc-dynamic-data-access)
    /// for a list of access tiers in the S3 Intelligent-Tiering storage class.
    pub access_tier: Value<AccessTier>,
    /// The number of consecutive days of no access after which an object will be eligible to be transitioned
    /// to the corresponding tier. The minimum number of days specified for Archive Access tier must be at
    /// least 90 days and Deep Archive Access tier must be at least 180 days. The maximum can be up to 2 years
    /// (730 days).
    pub days: Value<i64>,
}

impl Tiering {
    /// With the required properties only.
    pub fn new(access_tier: impl Into<Value<AccessTier>>, days: impl Into<Value<i64>>) -> Self {
        Self {
            access_tier: access_tier.into(),
            days: days.into(),
        }
    }
}

impl ToJson for Tiering {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("AccessTier", &self.access_tier);
        object.required("Days", &self.days);
        object.finish()
    }
}

/// A container for specifying the configuration for publication of messages to an Amazon Simple Notification
/// Service (Amazon SNS) topic when Amazon S3 detects specified events.
#[derive(Debug, Clone, PartialEq)]
pub struct TopicConfiguration {
    /// The Amazon S3 bucket event about which to send notifications. For more information, see [Supported
    /// Event Types](https://docs.aws.amazon.com/AmazonS3/latest/dev/NotificationHowTo.html) in the *Amazon S3
    /// User Guide*.
    pub event: Value<String>,
    /// The filtering rules that determine for which objects to send notifications. For example, you can
    /// create a filter so that Amazon S3 sends notifications only when image files with a `.jpg` extension
    /// are added to the bucket.
    pub filter: Option<Value<NotificationFilter>>,
    /// The Amazon Resource Name (ARN) of the Amazon SNS topic to which Amazon S3 publishes a message when it
    /// detects events of the specified type.
    pub topic: Value<Arn<kind::sns::Topic>>,
}

impl TopicConfiguration {
    /// With the required properties only.
    pub fn new(event: impl Into<Value<String>>, topic: impl Into<Value<Arn<kind::sns::Topic>>>) -> Self {
        Self {
            event: event.into(),
            filter: None,
            topic: topic.into(),
        }
    }
}

impl ToJson for TopicConfiguration {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Event", &self.event);
        object.optional("Filter", self.filter.as_ref());
        object.required("Topic", &self.topic);
        object.finish()
    }
}

/// Specifies when an object transitions to a specified storage class. For more information about Amazon S3
/// lifecycle configuration rules, see [Transitioning Objects Using Amazon S3
/// Lifecycle](https://docs.aws.amazon.com/AmazonS3/latest/dev/lifecycle-transition-general-considerations.html)
/// in the *Amazon S3 User Guide*.
#[derive(Debug, Clone, PartialEq)]
pub struct Transition {
    /// The storage class to which you want the object to transition.
    pub storage_class: Value<StorageClass>,
    /// Indicates when objects are transitioned to the specified storage class. The date value must be in ISO
    /// 8601 format. The time is always midnight UTC.
    pub transition_date: Option<Value<String>>,
    /// Indicates the number of days after creation when objects are transitioned to the specified storage
    /// class. If the specified storage class is `INTELLIGENT_TIERING`, `GLACIER_IR`, `GLACIER`, or
    /// `DEEP_ARCHIVE`, valid values are `0` or positive integers. If the specified storage class is
    /// `STANDARD_IA` or `ONEZONE_IA`, valid values are positive integers greater than `30`. Be aware that
    /// some storage classes have a minimum storage duration and that you're charged for transitioning objects
    /// before their minimum storage duration.
    pub transition_in_days: Option<Value<i64>>,
}

impl Transition {
    /// With the required properties only.
    pub fn new(storage_class: impl Into<Value<StorageClass>>) -> Self {
        Self {
            storage_class: storage_class.into(),
            transition_date: None,
            transition_in_days: None,
        }
    }
}

impl ToJson for Transition {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("StorageClass", &self.storage_class);
        object.optional("TransitionDate", self.transition_date.as_ref());
        object.optional("TransitionInDays", self.transition_in_days.as_ref());
        object.finish()
    }
}

/// Describes the versioning state of an Amazon S3 bucket. For more information, see [PUT Bucket
/// versioning](https://docs.aws.amazon.com/AmazonS3/latest/API/RESTBucketPUTVersioningStatus.html) in the
/// *Amazon S3 API Reference*.
#[derive(Debug, Clone, PartialEq)]
pub struct VersioningConfiguration {
    /// The versioning state of the bucket.
    pub status: Value<VersioningConfigurationStatus>,
}

impl VersioningConfiguration {
    /// With the required properties only.
    pub fn new(status: impl Into<Value<VersioningConfigurationStatus>>) -> Self {
        Self {
            status: status.into(),
        }
    }
}

impl ToJson for VersioningConfiguration {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Status", &self.status);
        object.finish()
    }
}

/// Specifies website configuration parameters for an Amazon S3 bucket.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct WebsiteConfiguration {
    /// The name of the error document for the website.
    pub error_document: Option<Value<String>>,
    /// The name of the index document for the website.
    pub index_document: Option<Value<String>>,
    /// The redirect behavior for every request to this bucket's website endpoint.
    pub redirect_all_requests_to: Option<Value<RedirectAllRequestsTo>>,
    /// Rules that define when a redirect is applied and the redirect behavior.
    pub routing_rules: Option<Value<List<RoutingRule>>>,
}

impl WebsiteConfiguration {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for WebsiteConfiguration {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("ErrorDocument", self.error_document.as_ref());
        object.optional("IndexDocument", self.index_document.as_ref());
        object.optional("RedirectAllRequestsTo", self.redirect_all_requests_to.as_ref());
        object.optional("RoutingRules", self.routing_rules.as_ref());
        object.finish()
    }
}

text_enum! {
    /// The values of `Bucket.AbacStatus`.
    AbacStatus {
        Enabled = "Enabled",
        Disabled = "Disabled",
    }
}

text_enum! {
    /// The values of `AccelerateConfiguration.AccelerationStatus`.
    AccelerationStatus {
        Enabled = "Enabled",
        Suspended = "Suspended",
    }
}

text_enum! {
    /// The values of `Bucket.AccessControl`.
    AccessControl {
        AuthenticatedRead = "AuthenticatedRead",
        AwsExecRead = "AwsExecRead",
        BucketOwnerFullControl = "BucketOwnerFullControl",
        BucketOwnerRead = "BucketOwnerRead",
        LogDeliveryWrite = "LogDeliveryWrite",
        Private = "Private",
        PublicRead = "PublicRead",
        PublicReadWrite = "PublicReadWrite",
    }
}

text_enum! {
    /// The values of `Tiering.AccessTier`.
    AccessTier {
        ArchiveAccess = "ARCHIVE_ACCESS",
        DeepArchiveAccess = "DEEP_ARCHIVE_ACCESS",
    }
}

text_enum! {
    /// The values of `CorsRule.AllowedMethod`.
    AllowedMethod {
        Get = "GET",
        Put = "PUT",
        Head = "HEAD",
        Post = "POST",
        Delete = "DELETE",
    }
}

text_enum! {
    /// The values of `BlockedEncryptionTypes.BlockedEncryptionTypeList`.
    BlockedEncryptionTypeList {
        None = "NONE",
        SseC = "SSE-C",
    }
}

text_enum! {
    /// The values of `Bucket.BucketNamespace`.
    BucketNamespace {
        Global = "global",
        AccountRegional = "account-regional",
    }
}

text_enum! {
    /// The values of `AnnotationTableConfiguration.ConfigurationState`,
    /// `InventoryTableConfiguration.ConfigurationState`.
    ConfigurationState {
        Enabled = "ENABLED",
        Disabled = "DISABLED",
    }
}

text_enum! {
    /// The values of `DefaultRetention.Mode`.
    DefaultRetentionMode {
        Compliance = "COMPLIANCE",
        Governance = "GOVERNANCE",
    }
}

text_enum! {
    /// The values of `DeleteMarkerReplication.Status`.
    DeleteMarkerReplicationStatus {
        Disabled = "Disabled",
        Enabled = "Enabled",
    }
}

text_enum! {
    /// The values of `Destination.Format`.
    DestinationFormat {
        Csv = "CSV",
        Orc = "ORC",
        Parquet = "Parquet",
    }
}

text_enum! {
    /// The values of `RecordExpiration.Expiration`.
    Expiration {
        Enabled = "ENABLED",
        Disabled = "DISABLED",
    }
}

text_enum! {
    /// The values of `InventoryConfiguration.IncludedObjectVersions`.
    IncludedObjectVersions {
        All = "All",
        Current = "Current",
    }
}

text_enum! {
    /// The values of `IntelligentTieringConfiguration.Status`.
    IntelligentTieringConfigurationStatus {
        Disabled = "Disabled",
        Enabled = "Enabled",
    }
}

text_enum! {
    /// The values of `Metrics.Status`.
    MetricsStatus {
        Disabled = "Disabled",
        Enabled = "Enabled",
    }
}

text_enum! {
    /// The values of `ObjectLockConfiguration.ObjectLockEnabled`.
    ObjectLockEnabled {
        Enabled = "Enabled",
    }
}

text_enum! {
    /// The values of `OwnershipControlsRule.ObjectOwnership`.
    ObjectOwnership {
        ObjectWriter = "ObjectWriter",
        BucketOwnerPreferred = "BucketOwnerPreferred",
        BucketOwnerEnforced = "BucketOwnerEnforced",
    }
}

text_enum! {
    /// The values of `InventoryConfiguration.OptionalField`.
    OptionalField {
        Size = "Size",
        LastModifiedDate = "LastModifiedDate",
        StorageClass = "StorageClass",
        ETag = "ETag",
        IsMultipartUploaded = "IsMultipartUploaded",
        ReplicationStatus = "ReplicationStatus",
        EncryptionStatus = "EncryptionStatus",
        ObjectLockRetainUntilDate = "ObjectLockRetainUntilDate",
        ObjectLockMode = "ObjectLockMode",
        ObjectLockLegalHoldStatus = "ObjectLockLegalHoldStatus",
        ObjectLockEventHoldStatus = "ObjectLockEventHoldStatus",
        ObjectLockEventHoldDuration = "ObjectLockEventHoldDuration",
        IntelligentTieringAccessTier = "IntelligentTieringAccessTier",
        BucketKeyStatus = "BucketKeyStatus",
        ChecksumAlgorithm = "ChecksumAlgorithm",
        ObjectAccessControlList = "ObjectAccessControlList",
        ObjectOwner = "ObjectOwner",
        LifecycleExpirationDate = "LifecycleExpirationDate",
        IntelligentTieringReferenceDate = "IntelligentTieringReferenceDate",
    }
}

text_enum! {
    /// The values of `DataExport.OutputSchemaVersion`.
    OutputSchemaVersion {
        V1 = "V_1",
    }
}

text_enum! {
    /// The values of `AccessControlTranslation.Owner`.
    Owner {
        Destination = "Destination",
    }
}

text_enum! {
    /// The values of `PartitionedPrefix.PartitionDateSource`.
    PartitionDateSource {
        EventTime = "EventTime",
        DeliveryTime = "DeliveryTime",
    }
}

text_enum! {
    /// The values of `RedirectAllRequestsTo.Protocol`, `RedirectRule.Protocol`.
    Protocol {
        Http = "http",
        Https = "https",
    }
}

text_enum! {
    /// The values of `ReplicaModifications.Status`.
    ReplicaModificationsStatus {
        Enabled = "Enabled",
        Disabled = "Disabled",
    }
}

text_enum! {
    /// The values of `ReplicationDestination.StorageClass`.
    ReplicationDestinationStorageClass {
        DeepArchive = "DEEP_ARCHIVE",
        Glacier = "GLACIER",
        GlacierIr = "GLACIER_IR",
        IntelligentTiering = "INTELLIGENT_TIERING",
        OnezoneIa = "ONEZONE_IA",
        ReducedRedundancy = "REDUCED_REDUNDANCY",
        Standard = "STANDARD",
        StandardIa = "STANDARD_IA",
    }
}

text_enum! {
    /// The values of `ReplicationRule.Status`.
    ReplicationRuleStatus {
        Disabled = "Disabled",
        Enabled = "Enabled",
    }
}

text_enum! {
    /// The values of `ReplicationTime.Status`.
    ReplicationTimeStatus {
        Disabled = "Disabled",
        Enabled = "Enabled",
    }
}

text_enum! {
    /// The values of `Rule.Status`.
    RuleStatus {
        Enabled = "Enabled",
        Disabled = "Disabled",
    }
}

text_enum! {
    /// The values of `ServerSideEncryptionByDefault.SSEAlgorithm`.
    SSEAlgorithm {
        AwsKms = "aws:kms",
        Aes256 = "AES256",
        AwsKmsDsse = "aws:kms:dsse",
    }
}

text_enum! {
    /// The values of `InventoryConfiguration.ScheduleFrequency`.
    ScheduleFrequency {
        Daily = "Daily",
        Weekly = "Weekly",
    }
}

text_enum! {
    /// The values of `MetadataTableEncryptionConfiguration.SseAlgorithm`.
    SseAlgorithm {
        AwsKms = "aws:kms",
        Aes256 = "AES256",
    }
}

text_enum! {
    /// The values of `SseKmsEncryptedObjects.Status`.
    SseKmsEncryptedObjectsStatus {
        Disabled = "Disabled",
        Enabled = "Enabled",
    }
}

text_enum! {
    /// The values of `NoncurrentVersionTransition.StorageClass`, `Transition.StorageClass`.
    StorageClass {
        DeepArchive = "DEEP_ARCHIVE",
        Glacier = "GLACIER",
        GlacierIr = "GLACIER_IR",
        IntelligentTiering = "INTELLIGENT_TIERING",
        OnezoneIa = "ONEZONE_IA",
        StandardIa = "STANDARD_IA",
    }
}

text_enum! {
    /// The values of `LifecycleConfiguration.TransitionDefaultMinimumObjectSize`.
    TransitionDefaultMinimumObjectSize {
        VariesByStorageClass = "varies_by_storage_class",
        AllStorageClasses128k = "all_storage_classes_128K",
    }
}

text_enum! {
    /// The values of `VersioningConfiguration.Status`.
    VersioningConfigurationStatus {
        Enabled = "Enabled",
        Suspended = "Suspended",
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::S3::Bucket",
    properties: &BUCKET,
    create_only: &["BucketName", "BucketNamePrefix", "BucketNamespace"],
    conditional_create_only: &[],
    read_only: &[
        "Arn",
        "DomainName",
        "DualStackDomainName",
        "MetadataConfiguration.AnnotationTableConfiguration.TableArn",
        "MetadataConfiguration.AnnotationTableConfiguration.TableName",
        "MetadataConfiguration.Destination",
        "MetadataConfiguration.InventoryTableConfiguration.TableArn",
        "MetadataConfiguration.InventoryTableConfiguration.TableName",
        "MetadataConfiguration.JournalTableConfiguration.TableArn",
        "MetadataConfiguration.JournalTableConfiguration.TableName",
        "MetadataTableConfiguration.S3TablesDestination.TableArn",
        "MetadataTableConfiguration.S3TablesDestination.TableNamespace",
        "RegionalDomainName",
        "WebsiteURL",
    ],
    write_only: &[
        "AccessControl",
        "BucketNamePrefix",
        "BucketNamespace",
        "LifecycleConfiguration.Rules.*.ExpiredObjectDeleteMarker",
        "LifecycleConfiguration.Rules.*.NoncurrentVersionExpirationInDays",
        "LifecycleConfiguration.Rules.*.NoncurrentVersionTransition",
        "LifecycleConfiguration.Rules.*.Transition",
        "MetadataConfiguration.AnnotationTableConfiguration.EncryptionConfiguration",
        "MetadataConfiguration.InventoryTableConfiguration.EncryptionConfiguration",
        "MetadataConfiguration.JournalTableConfiguration.EncryptionConfiguration",
        "ReplicationConfiguration.Rules.*.Prefix",
    ],
    primary_identifier: &["BucketName"],
    reference: Reference::Id,
    attributes: &[
        Attribute::scalar("Arn"),
        Attribute::scalar("DomainName"),
        Attribute::scalar("DualStackDomainName"),
        Attribute::scalar("MetadataConfiguration.AnnotationTableConfiguration.TableArn"),
        Attribute::scalar("MetadataConfiguration.AnnotationTableConfiguration.TableName"),
        Attribute::object("MetadataConfiguration.Destination"),
        Attribute::scalar("MetadataConfiguration.InventoryTableConfiguration.TableArn"),
        Attribute::scalar("MetadataConfiguration.InventoryTableConfiguration.TableName"),
        Attribute::scalar("MetadataConfiguration.JournalTableConfiguration.TableArn"),
        Attribute::scalar("MetadataConfiguration.JournalTableConfiguration.TableName"),
        Attribute::scalar("MetadataTableConfiguration.S3TablesDestination.TableArn"),
        Attribute::scalar("MetadataTableConfiguration.S3TablesDestination.TableNamespace"),
        Attribute::scalar("RegionalDomainName"),
        Attribute::scalar("WebsiteURL"),
    ],
    stateful: true,
};

static ABORT_INCOMPLETE_MULTIPART_UPLOAD: Object = Object {
    properties: &[Property::required("DaysAfterInitiation", Shape::INTEGER.min(0.0))],
    constraints: &[],
};

static ACCELERATE_CONFIGURATION: Object = Object {
    properties: &[Property::required(
        "AccelerationStatus",
        Shape::one_of(AccelerationStatus::VALUES),
    )],
    constraints: &[],
};

static ACCESS_CONTROL_TRANSLATION: Object = Object {
    properties: &[Property::required("Owner", Shape::one_of(Owner::VALUES))],
    constraints: &[],
};

static ANALYTICS_CONFIGURATION: Object = Object {
    properties: &[
        Property::required("Id", Shape::TEXT),
        Property::optional("Prefix", Shape::TEXT),
        Property::required("StorageClassAnalysis", Shape::Object(&STORAGE_CLASS_ANALYSIS)),
        Property::optional("TagFilters", Shape::list(&Shape::Object(&TAG_FILTER)).unique()),
    ],
    constraints: &[],
};

static ANNOTATION_TABLE_CONFIGURATION: Object = Object {
    properties: &[
        Property::required("ConfigurationState", Shape::one_of(ConfigurationState::VALUES)),
        Property::optional(
            "EncryptionConfiguration",
            Shape::Object(&METADATA_TABLE_ENCRYPTION_CONFIGURATION),
        ),
        Property::optional("Role", Shape::TEXT),
        Property::optional("TableArn", Shape::Json),
        Property::optional("TableName", Shape::Json),
    ],
    constraints: &[],
};

static BLOCKED_ENCRYPTION_TYPES: Object = Object {
    properties: &[Property::optional(
        "EncryptionType",
        Shape::list(&Shape::one_of(BlockedEncryptionTypeList::VALUES)).unique(),
    )],
    constraints: &[],
};

static BUCKET: Object = Object {
    properties: &[
        Property::optional("AbacStatus", Shape::one_of(AbacStatus::VALUES)),
        Property::optional(
            "AccelerateConfiguration",
            Shape::Object(&ACCELERATE_CONFIGURATION),
        ),
        Property::optional("AccessControl", Shape::one_of(AccessControl::VALUES)),
        Property::optional(
            "AnalyticsConfigurations",
            Shape::list(&Shape::Object(&ANALYTICS_CONFIGURATION)).unique(),
        ),
        Property::optional("Arn", Shape::Json),
        Property::optional("BucketEncryption", Shape::Object(&BUCKET_ENCRYPTION)),
        Property::optional(
            "BucketName",
            Shape::TEXT
                .pattern("^([a-z0-9][a-z0-9.-]*[a-z0-9])?$")
                .max_length(63),
        ),
        Property::optional("BucketNamePrefix", Shape::TEXT),
        Property::optional("BucketNamespace", Shape::one_of(BucketNamespace::VALUES)),
        Property::optional("CorsConfiguration", Shape::Object(&CORS_CONFIGURATION)),
        Property::optional("DomainName", Shape::Json),
        Property::optional("DualStackDomainName", Shape::Json),
        Property::optional(
            "IntelligentTieringConfigurations",
            Shape::list(&Shape::Object(&INTELLIGENT_TIERING_CONFIGURATION)).unique(),
        ),
        Property::optional(
            "InventoryConfigurations",
            Shape::list(&Shape::Object(&INVENTORY_CONFIGURATION)).unique(),
        ),
        Property::optional("LifecycleConfiguration", Shape::Object(&LIFECYCLE_CONFIGURATION)),
        Property::optional("LoggingConfiguration", Shape::Object(&LOGGING_CONFIGURATION)),
        Property::optional("MetadataConfiguration", Shape::Object(&METADATA_CONFIGURATION)),
        Property::optional(
            "MetadataTableConfiguration",
            Shape::Object(&METADATA_TABLE_CONFIGURATION),
        ),
        Property::optional(
            "MetricsConfigurations",
            Shape::list(&Shape::Object(&METRICS_CONFIGURATION)).unique(),
        ),
        Property::optional(
            "NotificationConfiguration",
            Shape::Object(&NOTIFICATION_CONFIGURATION),
        ),
        Property::optional(
            "ObjectLockConfiguration",
            Shape::Object(&OBJECT_LOCK_CONFIGURATION),
        ),
        Property::optional("ObjectLockEnabled", Shape::Boolean),
        Property::optional("OwnershipControls", Shape::Object(&OWNERSHIP_CONTROLS)),
        Property::optional(
            "PublicAccessBlockConfiguration",
            Shape::Object(&PUBLIC_ACCESS_BLOCK_CONFIGURATION),
        ),
        Property::optional("RegionalDomainName", Shape::Json),
        Property::optional(
            "ReplicationConfiguration",
            Shape::Object(&REPLICATION_CONFIGURATION),
        ),
        Property::optional("Tags", Shape::list(&Shape::Object(&TAG))),
        Property::optional(
            "VersioningConfiguration",
            Shape::Object(&VERSIONING_CONFIGURATION),
        ),
        Property::optional("WebsiteConfiguration", Shape::Object(&WEBSITE_CONFIGURATION)),
        Property::optional("WebsiteURL", Shape::Json),
    ],
    constraints: &[],
};

static BUCKET_ENCRYPTION: Object = Object {
    properties: &[Property::required(
        "ServerSideEncryptionConfiguration",
        Shape::list(&Shape::Object(&SERVER_SIDE_ENCRYPTION_RULE)).unique(),
    )],
    constraints: &[],
};

static CORS_CONFIGURATION: Object = Object {
    properties: &[Property::required(
        "CorsRules",
        Shape::list(&Shape::Object(&CORS_RULE)).unique(),
    )],
    constraints: &[],
};

static CORS_RULE: Object = Object {
    properties: &[
        Property::optional("AllowedHeaders", Shape::list(&Shape::TEXT).unique()),
        Property::required(
            "AllowedMethods",
            Shape::list(&Shape::one_of(AllowedMethod::VALUES)).unique(),
        ),
        Property::required("AllowedOrigins", Shape::list(&Shape::TEXT).unique()),
        Property::optional("ExposedHeaders", Shape::list(&Shape::TEXT).unique()),
        Property::optional("Id", Shape::TEXT.max_length(255)),
        Property::optional("MaxAge", Shape::INTEGER.min(0.0)),
    ],
    constraints: &[],
};

static DATA_EXPORT: Object = Object {
    properties: &[
        Property::required("Destination", Shape::Object(&DESTINATION)),
        Property::required("OutputSchemaVersion", Shape::one_of(OutputSchemaVersion::VALUES)),
    ],
    constraints: &[],
};

static DEFAULT_EVENT_HOLD: Object = Object {
    properties: &[
        Property::optional("Days", Shape::INTEGER),
        Property::optional("Years", Shape::INTEGER),
    ],
    constraints: &[],
};

static DEFAULT_RETENTION: Object = Object {
    properties: &[
        Property::optional("Days", Shape::INTEGER),
        Property::optional("DefaultEventHold", Shape::Object(&DEFAULT_EVENT_HOLD)),
        Property::optional("Mode", Shape::one_of(DefaultRetentionMode::VALUES)),
        Property::optional("Years", Shape::INTEGER),
    ],
    constraints: &[],
};

static DELETE_MARKER_REPLICATION: Object = Object {
    properties: &[Property::optional(
        "Status",
        Shape::one_of(DeleteMarkerReplicationStatus::VALUES),
    )],
    constraints: &[],
};

static DESTINATION: Object = Object {
    properties: &[
        Property::optional("BucketAccountId", Shape::TEXT),
        Property::required("BucketArn", Shape::TEXT),
        Property::required("Format", Shape::one_of(DestinationFormat::VALUES)),
        Property::optional("Prefix", Shape::TEXT),
    ],
    constraints: &[],
};

static ENCRYPTION_CONFIGURATION: Object = Object {
    properties: &[Property::required("ReplicaKmsKeyID", Shape::TEXT)],
    constraints: &[],
};

static EVENT_BRIDGE_CONFIGURATION: Object = Object {
    properties: &[Property::required("EventBridgeEnabled", Shape::Boolean)],
    constraints: &[],
};

static FILTER_RULE: Object = Object {
    properties: &[
        Property::required("Name", Shape::TEXT.max_length(1024)),
        Property::required("Value", Shape::TEXT),
    ],
    constraints: &[],
};

static INTELLIGENT_TIERING_CONFIGURATION: Object = Object {
    properties: &[
        Property::required("Id", Shape::TEXT),
        Property::optional("Prefix", Shape::TEXT),
        Property::required(
            "Status",
            Shape::one_of(IntelligentTieringConfigurationStatus::VALUES),
        ),
        Property::optional("TagFilters", Shape::list(&Shape::Object(&TAG_FILTER)).unique()),
        Property::required("Tierings", Shape::list(&Shape::Object(&TIERING)).unique()),
    ],
    constraints: &[],
};

static INVENTORY_CONFIGURATION: Object = Object {
    properties: &[
        Property::required("Destination", Shape::Object(&DESTINATION)),
        Property::required("Enabled", Shape::Boolean),
        Property::required("Id", Shape::TEXT),
        Property::required(
            "IncludedObjectVersions",
            Shape::one_of(IncludedObjectVersions::VALUES),
        ),
        Property::optional(
            "OptionalFields",
            Shape::list(&Shape::one_of(OptionalField::VALUES)).unique(),
        ),
        Property::optional("Prefix", Shape::TEXT),
        Property::required("ScheduleFrequency", Shape::one_of(ScheduleFrequency::VALUES)),
    ],
    constraints: &[],
};

static INVENTORY_TABLE_CONFIGURATION: Object = Object {
    properties: &[
        Property::required("ConfigurationState", Shape::one_of(ConfigurationState::VALUES)),
        Property::optional(
            "EncryptionConfiguration",
            Shape::Object(&METADATA_TABLE_ENCRYPTION_CONFIGURATION),
        ),
        Property::optional("TableArn", Shape::Json),
        Property::optional("TableName", Shape::Json),
    ],
    constraints: &[],
};

static JOURNAL_TABLE_CONFIGURATION: Object = Object {
    properties: &[
        Property::optional(
            "EncryptionConfiguration",
            Shape::Object(&METADATA_TABLE_ENCRYPTION_CONFIGURATION),
        ),
        Property::required("RecordExpiration", Shape::Object(&RECORD_EXPIRATION)),
        Property::optional("TableArn", Shape::Json),
        Property::optional("TableName", Shape::Json),
    ],
    constraints: &[],
};

static LAMBDA_CONFIGURATION: Object = Object {
    properties: &[
        Property::required("Event", Shape::TEXT),
        Property::optional("Filter", Shape::Object(&NOTIFICATION_FILTER)),
        Property::required("Function", Shape::TEXT),
    ],
    constraints: &[],
};

static LIFECYCLE_CONFIGURATION: Object = Object {
    properties: &[
        Property::required("Rules", Shape::list(&Shape::Object(&RULE)).unique()),
        Property::optional(
            "TransitionDefaultMinimumObjectSize",
            Shape::one_of(TransitionDefaultMinimumObjectSize::VALUES),
        ),
    ],
    constraints: &[],
};

static LOGGING_CONFIGURATION: Object = Object {
    properties: &[
        Property::optional("DestinationBucketName", Shape::TEXT),
        Property::optional("LogFilePrefix", Shape::TEXT),
        Property::optional("TargetObjectKeyFormat", Shape::Object(&TARGET_OBJECT_KEY_FORMAT)),
    ],
    constraints: &[],
};

static METADATA_CONFIGURATION: Object = Object {
    properties: &[
        Property::optional(
            "AnnotationTableConfiguration",
            Shape::Object(&ANNOTATION_TABLE_CONFIGURATION),
        ),
        Property::optional("Destination", Shape::Json),
        Property::optional(
            "InventoryTableConfiguration",
            Shape::Object(&INVENTORY_TABLE_CONFIGURATION),
        ),
        Property::required(
            "JournalTableConfiguration",
            Shape::Object(&JOURNAL_TABLE_CONFIGURATION),
        ),
    ],
    constraints: &[],
};

static METADATA_TABLE_CONFIGURATION: Object = Object {
    properties: &[Property::required(
        "S3TablesDestination",
        Shape::Object(&S3_TABLES_DESTINATION),
    )],
    constraints: &[],
};

static METADATA_TABLE_ENCRYPTION_CONFIGURATION: Object = Object {
    properties: &[
        Property::optional("KmsKeyArn", Shape::TEXT),
        Property::required("SseAlgorithm", Shape::one_of(SseAlgorithm::VALUES)),
    ],
    constraints: &[],
};

static METRICS: Object = Object {
    properties: &[
        Property::optional("EventThreshold", Shape::Object(&REPLICATION_TIME_VALUE)),
        Property::required("Status", Shape::one_of(MetricsStatus::VALUES)),
    ],
    constraints: &[],
};

static METRICS_CONFIGURATION: Object = Object {
    properties: &[
        Property::optional("AccessPointArn", Shape::TEXT),
        Property::required("Id", Shape::TEXT),
        Property::optional("Prefix", Shape::TEXT),
        Property::optional("TagFilters", Shape::list(&Shape::Object(&TAG_FILTER)).unique()),
    ],
    constraints: &[],
};

static NONCURRENT_VERSION_EXPIRATION: Object = Object {
    properties: &[
        Property::optional("NewerNoncurrentVersions", Shape::INTEGER),
        Property::required("NoncurrentDays", Shape::INTEGER),
    ],
    constraints: &[],
};

static NONCURRENT_VERSION_TRANSITION: Object = Object {
    properties: &[
        Property::optional("NewerNoncurrentVersions", Shape::INTEGER),
        Property::required(
            "StorageClass",
            Shape::one_of(&[
                "DEEP_ARCHIVE",
                "GLACIER",
                "Glacier",
                "GLACIER_IR",
                "INTELLIGENT_TIERING",
                "ONEZONE_IA",
                "STANDARD_IA",
            ]),
        ),
        Property::required("TransitionInDays", Shape::INTEGER),
    ],
    constraints: &[],
};

static NOTIFICATION_CONFIGURATION: Object = Object {
    properties: &[
        Property::optional(
            "EventBridgeConfiguration",
            Shape::Object(&EVENT_BRIDGE_CONFIGURATION),
        ),
        Property::optional(
            "LambdaConfigurations",
            Shape::list(&Shape::Object(&LAMBDA_CONFIGURATION)).unique(),
        ),
        Property::optional(
            "QueueConfigurations",
            Shape::list(&Shape::Object(&QUEUE_CONFIGURATION)).unique(),
        ),
        Property::optional(
            "TopicConfigurations",
            Shape::list(&Shape::Object(&TOPIC_CONFIGURATION)).unique(),
        ),
    ],
    constraints: &[],
};

static NOTIFICATION_FILTER: Object = Object {
    properties: &[Property::required("S3Key", Shape::Object(&S3_KEY_FILTER))],
    constraints: &[],
};

static OBJECT_LOCK_CONFIGURATION: Object = Object {
    properties: &[
        Property::optional("ObjectLockEnabled", Shape::one_of(ObjectLockEnabled::VALUES)),
        Property::optional("Rule", Shape::Object(&OBJECT_LOCK_RULE)),
    ],
    constraints: &[],
};

static OBJECT_LOCK_RULE: Object = Object {
    properties: &[Property::optional(
        "DefaultRetention",
        Shape::Object(&DEFAULT_RETENTION),
    )],
    constraints: &[],
};

static OWNERSHIP_CONTROLS: Object = Object {
    properties: &[Property::required(
        "Rules",
        Shape::list(&Shape::Object(&OWNERSHIP_CONTROLS_RULE)).unique(),
    )],
    constraints: &[],
};

static OWNERSHIP_CONTROLS_RULE: Object = Object {
    properties: &[Property::optional(
        "ObjectOwnership",
        Shape::one_of(ObjectOwnership::VALUES),
    )],
    constraints: &[],
};

static PARTITIONED_PREFIX: Object = Object {
    properties: &[Property::optional(
        "PartitionDateSource",
        Shape::one_of(PartitionDateSource::VALUES),
    )],
    constraints: &[],
};

static PUBLIC_ACCESS_BLOCK_CONFIGURATION: Object = Object {
    properties: &[
        Property::optional("BlockPublicAcls", Shape::Boolean),
        Property::optional("BlockPublicPolicy", Shape::Boolean),
        Property::optional("IgnorePublicAcls", Shape::Boolean),
        Property::optional("RestrictPublicBuckets", Shape::Boolean),
    ],
    constraints: &[],
};

static QUEUE_CONFIGURATION: Object = Object {
    properties: &[
        Property::required("Event", Shape::TEXT),
        Property::optional("Filter", Shape::Object(&NOTIFICATION_FILTER)),
        Property::required("Queue", Shape::TEXT),
    ],
    constraints: &[],
};

static RECORD_EXPIRATION: Object = Object {
    properties: &[
        Property::optional("Days", Shape::INTEGER),
        Property::required("Expiration", Shape::one_of(Expiration::VALUES)),
    ],
    constraints: &[],
};

static REDIRECT_ALL_REQUESTS_TO: Object = Object {
    properties: &[
        Property::required("HostName", Shape::TEXT),
        Property::optional("Protocol", Shape::one_of(Protocol::VALUES)),
    ],
    constraints: &[],
};

static REDIRECT_RULE: Object = Object {
    properties: &[
        Property::optional("HostName", Shape::TEXT),
        Property::optional("HttpRedirectCode", Shape::TEXT),
        Property::optional("Protocol", Shape::one_of(Protocol::VALUES)),
        Property::optional("ReplaceKeyPrefixWith", Shape::TEXT),
        Property::optional("ReplaceKeyWith", Shape::TEXT),
    ],
    constraints: &[],
};

static REPLICA_MODIFICATIONS: Object = Object {
    properties: &[Property::required(
        "Status",
        Shape::one_of(ReplicaModificationsStatus::VALUES),
    )],
    constraints: &[],
};

static REPLICATION_CONFIGURATION: Object = Object {
    properties: &[
        Property::required("Role", Shape::TEXT),
        Property::required("Rules", Shape::list(&Shape::Object(&REPLICATION_RULE)).unique()),
    ],
    constraints: &[],
};

static REPLICATION_DESTINATION: Object = Object {
    properties: &[
        Property::optional(
            "AccessControlTranslation",
            Shape::Object(&ACCESS_CONTROL_TRANSLATION),
        ),
        Property::optional("Account", Shape::TEXT),
        Property::required("Bucket", Shape::TEXT),
        Property::optional(
            "EncryptionConfiguration",
            Shape::Object(&ENCRYPTION_CONFIGURATION),
        ),
        Property::optional("Metrics", Shape::Object(&METRICS)),
        Property::optional("ReplicationTime", Shape::Object(&REPLICATION_TIME)),
        Property::optional(
            "StorageClass",
            Shape::one_of(ReplicationDestinationStorageClass::VALUES),
        ),
    ],
    constraints: &[],
};

static REPLICATION_RULE: Object = Object {
    properties: &[
        Property::optional(
            "DeleteMarkerReplication",
            Shape::Object(&DELETE_MARKER_REPLICATION),
        ),
        Property::required("Destination", Shape::Object(&REPLICATION_DESTINATION)),
        Property::optional("Filter", Shape::Object(&REPLICATION_RULE_FILTER)),
        Property::optional("Id", Shape::TEXT.max_length(255)),
        Property::optional("Prefix", Shape::TEXT.max_length(1024)),
        Property::optional("Priority", Shape::INTEGER),
        Property::optional(
            "SourceSelectionCriteria",
            Shape::Object(&SOURCE_SELECTION_CRITERIA),
        ),
        Property::required("Status", Shape::one_of(ReplicationRuleStatus::VALUES)),
    ],
    constraints: &[],
};

static REPLICATION_RULE_AND_OPERATOR: Object = Object {
    properties: &[
        Property::optional("Prefix", Shape::TEXT),
        Property::optional("TagFilters", Shape::list(&Shape::Object(&TAG_FILTER)).unique()),
    ],
    constraints: &[],
};

static REPLICATION_RULE_FILTER: Object = Object {
    properties: &[
        Property::optional("And", Shape::Object(&REPLICATION_RULE_AND_OPERATOR)),
        Property::optional("Prefix", Shape::TEXT),
        Property::optional("TagFilter", Shape::Object(&TAG_FILTER)),
    ],
    constraints: &[],
};

static REPLICATION_TIME: Object = Object {
    properties: &[
        Property::required("Status", Shape::one_of(ReplicationTimeStatus::VALUES)),
        Property::required("Time", Shape::Object(&REPLICATION_TIME_VALUE)),
    ],
    constraints: &[],
};

static REPLICATION_TIME_VALUE: Object = Object {
    properties: &[Property::required("Minutes", Shape::INTEGER)],
    constraints: &[],
};

static ROUTING_RULE: Object = Object {
    properties: &[
        Property::required("RedirectRule", Shape::Object(&REDIRECT_RULE)),
        Property::optional("RoutingRuleCondition", Shape::Object(&ROUTING_RULE_CONDITION)),
    ],
    constraints: &[],
};

static ROUTING_RULE_CONDITION: Object = Object {
    properties: &[
        Property::optional("HttpErrorCodeReturnedEquals", Shape::TEXT),
        Property::optional("KeyPrefixEquals", Shape::TEXT),
    ],
    constraints: &[Constraint::AtLeastOne(&[
        "HttpErrorCodeReturnedEquals",
        "KeyPrefixEquals",
    ])],
};

static RULE: Object = Object {
    properties: &[
        Property::optional(
            "AbortIncompleteMultipartUpload",
            Shape::Object(&ABORT_INCOMPLETE_MULTIPART_UPLOAD),
        ),
        Property::optional("ExpirationDate", Shape::TEXT.pattern(PATTERN_1)),
        Property::optional("ExpirationInDays", Shape::INTEGER),
        Property::optional("ExpiredObjectDeleteMarker", Shape::Boolean),
        Property::optional("Id", Shape::TEXT.max_length(255)),
        Property::optional(
            "NoncurrentVersionExpiration",
            Shape::Object(&NONCURRENT_VERSION_EXPIRATION),
        ),
        Property::optional("NoncurrentVersionExpirationInDays", Shape::INTEGER),
        Property::optional(
            "NoncurrentVersionTransition",
            Shape::Object(&NONCURRENT_VERSION_TRANSITION),
        ),
        Property::optional(
            "NoncurrentVersionTransitions",
            Shape::list(&Shape::Object(&NONCURRENT_VERSION_TRANSITION)).unique(),
        ),
        Property::optional(
            "ObjectSizeGreaterThan",
            Shape::TEXT.pattern("[0-9]+").max_length(20),
        ),
        Property::optional("ObjectSizeLessThan", Shape::TEXT.pattern("[0-9]+").max_length(20)),
        Property::optional("Prefix", Shape::TEXT),
        Property::required("Status", Shape::one_of(RuleStatus::VALUES)),
        Property::optional("TagFilters", Shape::list(&Shape::Object(&TAG_FILTER)).unique()),
        Property::optional("Transition", Shape::Object(&TRANSITION)),
        Property::optional("Transitions", Shape::list(&Shape::Object(&TRANSITION)).unique()),
    ],
    constraints: &[
        Constraint::Excludes("ObjectSizeGreaterThan", &["AbortIncompleteMultipartUpload"]),
        Constraint::Excludes("ObjectSizeLessThan", &["AbortIncompleteMultipartUpload"]),
    ],
};

static S3_KEY_FILTER: Object = Object {
    properties: &[Property::required(
        "Rules",
        Shape::list(&Shape::Object(&FILTER_RULE)).unique(),
    )],
    constraints: &[],
};

static S3_TABLES_DESTINATION: Object = Object {
    properties: &[
        Property::optional("TableArn", Shape::Json),
        Property::required("TableBucketArn", Shape::TEXT),
        Property::required("TableName", Shape::TEXT),
        Property::optional("TableNamespace", Shape::Json),
    ],
    constraints: &[],
};

static SERVER_SIDE_ENCRYPTION_BY_DEFAULT: Object = Object {
    properties: &[
        Property::optional("KMSMasterKeyID", Shape::TEXT),
        Property::required("SSEAlgorithm", Shape::one_of(SSEAlgorithm::VALUES)),
    ],
    constraints: &[],
};

static SERVER_SIDE_ENCRYPTION_RULE: Object = Object {
    properties: &[
        Property::optional("BlockedEncryptionTypes", Shape::Object(&BLOCKED_ENCRYPTION_TYPES)),
        Property::optional("BucketKeyEnabled", Shape::Boolean),
        Property::optional(
            "ServerSideEncryptionByDefault",
            Shape::Object(&SERVER_SIDE_ENCRYPTION_BY_DEFAULT),
        ),
    ],
    constraints: &[],
};

static SOURCE_SELECTION_CRITERIA: Object = Object {
    properties: &[
        Property::optional("ReplicaModifications", Shape::Object(&REPLICA_MODIFICATIONS)),
        Property::optional(
            "SseKmsEncryptedObjects",
            Shape::Object(&SSE_KMS_ENCRYPTED_OBJECTS),
        ),
    ],
    constraints: &[],
};

static SSE_KMS_ENCRYPTED_OBJECTS: Object = Object {
    properties: &[Property::required(
        "Status",
        Shape::one_of(SseKmsEncryptedObjectsStatus::VALUES),
    )],
    constraints: &[],
};

static STORAGE_CLASS_ANALYSIS: Object = Object {
    properties: &[Property::optional("DataExport", Shape::Object(&DATA_EXPORT))],
    constraints: &[],
};

static TAG: Object = Object {
    properties: &[
        Property::required("Key", Shape::TEXT.min_length(1).max_length(128)),
        Property::required("Value", Shape::TEXT.max_length(256)),
    ],
    constraints: &[],
};

static TAG_FILTER: Object = Object {
    properties: &[
        Property::required("Key", Shape::TEXT),
        Property::required("Value", Shape::TEXT),
    ],
    constraints: &[],
};

static TARGET_OBJECT_KEY_FORMAT: Object = Object {
    properties: &[
        Property::optional("PartitionedPrefix", Shape::Object(&PARTITIONED_PREFIX)),
        Property::optional("SimplePrefix", Shape::Json),
    ],
    constraints: &[Constraint::ExactlyOne(&["SimplePrefix", "PartitionedPrefix"])],
};

static TIERING: Object = Object {
    properties: &[
        Property::required("AccessTier", Shape::one_of(AccessTier::VALUES)),
        Property::required("Days", Shape::INTEGER),
    ],
    constraints: &[],
};

static TOPIC_CONFIGURATION: Object = Object {
    properties: &[
        Property::required("Event", Shape::TEXT),
        Property::optional("Filter", Shape::Object(&NOTIFICATION_FILTER)),
        Property::required("Topic", Shape::TEXT),
    ],
    constraints: &[],
};

static TRANSITION: Object = Object {
    properties: &[
        Property::required(
            "StorageClass",
            Shape::one_of(&[
                "DEEP_ARCHIVE",
                "GLACIER",
                "Glacier",
                "GLACIER_IR",
                "INTELLIGENT_TIERING",
                "ONEZONE_IA",
                "STANDARD_IA",
            ]),
        ),
        Property::optional("TransitionDate", Shape::TEXT.pattern(PATTERN_1)),
        Property::optional("TransitionInDays", Shape::INTEGER),
    ],
    constraints: &[],
};

static VERSIONING_CONFIGURATION: Object = Object {
    properties: &[Property::required(
        "Status",
        Shape::one_of(VersioningConfigurationStatus::VALUES),
    )],
    constraints: &[],
};

static WEBSITE_CONFIGURATION: Object = Object {
    properties: &[
        Property::optional("ErrorDocument", Shape::TEXT),
        Property::optional("IndexDocument", Shape::TEXT),
        Property::optional("RedirectAllRequestsTo", Shape::Object(&REDIRECT_ALL_REQUESTS_TO)),
        Property::optional("RoutingRules", Shape::list(&Shape::Object(&ROUTING_RULE))),
    ],
    constraints: &[],
};

const PATTERN_1: &str =
    r"^(\d{4})-(0[0-9]|1[0-2])-([0-2]\d|3[01])T([01]\d|2[0-4]):([0-5]\d):([0-6]\d)((\.\d{3})?)Z$";
