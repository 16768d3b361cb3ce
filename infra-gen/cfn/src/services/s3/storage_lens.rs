//! `AWS::S3::StorageLens`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    reference::{Arn, Id},
    resource,
    schema::{Attribute, Constraint, Object, Property, Reference, Shape, TypeSchema},
    tag::Tag,
    text_enum::text_enum,
    value::{Json, List, ObjectWriter, ToJson, Value},
};

/// The AWS::S3::StorageLens resource creates an Amazon S3 Storage Lens configuration.
///
/// `AWS::S3::StorageLens`.
#[derive(Debug, Clone, PartialEq)]
pub struct StorageLens {
    /// This resource contains the details Amazon S3 Storage Lens configuration.
    pub storage_lens_configuration: Value<StorageLensConfiguration>,
    /// A set of tags (key–value pairs) to associate with the Storage Lens configuration.
    ///
    /// Items: at most 50.
    pub tags: Option<Value<List<Tag>>>,
}

impl StorageLens {
    /// With the required properties only.
    pub fn new(storage_lens_configuration: impl Into<Value<StorageLensConfiguration>>) -> Self {
        Self {
            storage_lens_configuration: storage_lens_configuration.into(),
            tags: None,
        }
    }
}

impl ToJson for StorageLens {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("StorageLensConfiguration", &self.storage_lens_configuration);
        object.optional("Tags", self.tags.as_ref());
        object.finish()
    }
}

impl resource::Resource for StorageLens {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::s3::StorageLens;
    type Reference = Id<kind::s3::StorageLens>;
}

impl Handle<StorageLens> {
    /// This property contains the details of the ARN of the S3 Storage Lens configuration. This property is
    /// read-only.
    ///
    /// `Fn::GetAtt` of `StorageLensConfiguration.StorageLensArn`.
    pub fn storage_lens_configuration_storage_lens_arn(&self) -> Value<String> {
        self.attribute("StorageLensConfiguration.StorageLensArn")
    }
}

/// This resource contains the details of the account-level metrics for Amazon S3 Storage Lens.
#[derive(Debug, Clone, PartialEq)]
pub struct AccountLevel {
    /// This property contains the details of account-level activity metrics for S3 Storage Lens.
    pub activity_metrics: Option<Value<ActivityMetrics>>,
    /// This property contains the details of account-level advanced cost optimization metrics for S3 Storage
    /// Lens.
    pub advanced_cost_optimization_metrics: Option<Value<AdvancedCostOptimizationMetrics>>,
    /// This property contains the details of account-level advanced data protection metrics for S3 Storage
    /// Lens.
    pub advanced_data_protection_metrics: Option<Value<AdvancedDataProtectionMetrics>>,
    /// This property contains the account-level details for S3 Storage Lens advanced performance metrics.
    pub advanced_performance_metrics: Option<Value<AdvancedPerformanceMetrics>>,
    /// This property contains the details of the account-level bucket-level configurations for Amazon S3
    /// Storage Lens. To enable bucket-level configurations, make sure to also set the same metrics at the
    /// account level.
    pub bucket_level: Value<BucketLevel>,
    /// This property contains the details of account-level detailed status code metrics for S3 Storage Lens.
    pub detailed_status_codes_metrics: Option<Value<DetailedStatusCodesMetrics>>,
    /// This property determines the scope of Storage Lens group data that is displayed in the Storage Lens
    /// dashboard.
    pub storage_lens_group_level: Option<Value<StorageLensGroupLevel>>,
}

impl AccountLevel {
    /// With the required properties only.
    pub fn new(bucket_level: impl Into<Value<BucketLevel>>) -> Self {
        Self {
            activity_metrics: None,
            advanced_cost_optimization_metrics: None,
            advanced_data_protection_metrics: None,
            advanced_performance_metrics: None,
            bucket_level: bucket_level.into(),
            detailed_status_codes_metrics: None,
            storage_lens_group_level: None,
        }
    }
}

impl ToJson for AccountLevel {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("ActivityMetrics", self.activity_metrics.as_ref());
        object.optional(
            "AdvancedCostOptimizationMetrics",
            self.advanced_cost_optimization_metrics.as_ref(),
        );
        object.optional(
            "AdvancedDataProtectionMetrics",
            self.advanced_data_protection_metrics.as_ref(),
        );
        object.optional(
            "AdvancedPerformanceMetrics",
            self.advanced_performance_metrics.as_ref(),
        );
        object.required("BucketLevel", &self.bucket_level);
        object.optional(
            "DetailedStatusCodesMetrics",
            self.detailed_status_codes_metrics.as_ref(),
        );
        object.optional("StorageLensGroupLevel", self.storage_lens_group_level.as_ref());
        object.finish()
    }
}

/// This resource enables Amazon S3 Storage Lens activity metrics. Activity metrics show details about how
/// your storage is requested, such as requests (for example, All requests, Get requests, Put requests), bytes
/// uploaded or downloaded, and errors.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ActivityMetrics {
    /// A property that indicates whether the activity metrics is enabled.
    pub is_enabled: Option<Value<bool>>,
}

impl ActivityMetrics {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for ActivityMetrics {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("IsEnabled", self.is_enabled.as_ref());
        object.finish()
    }
}

/// This resource enables Amazon S3 Storage Lens advanced cost optimization metrics. Advanced cost
/// optimization metrics provide insights that you can use to manage and optimize your storage costs, for
/// example, lifecycle rule counts for transitions, expirations, and incomplete multipart uploads.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AdvancedCostOptimizationMetrics {
    /// Indicates whether advanced cost optimization metrics are enabled.
    pub is_enabled: Option<Value<bool>>,
}

impl AdvancedCostOptimizationMetrics {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for AdvancedCostOptimizationMetrics {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("IsEnabled", self.is_enabled.as_ref());
        object.finish()
    }
}

/// This resource enables Amazon S3 Storage Lens advanced data protection metrics. Advanced data protection
/// metrics provide insights that you can use to perform audits and protect your data, for example replication
/// rule counts within and across Regions.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AdvancedDataProtectionMetrics {
    /// Indicates whether advanced data protection metrics are enabled.
    pub is_enabled: Option<Value<bool>>,
}

impl AdvancedDataProtectionMetrics {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for AdvancedDataProtectionMetrics {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("IsEnabled", self.is_enabled.as_ref());
        object.finish()
    }
}

/// A property for S3 Storage Lens advanced performance metrics. Advanced performance metrics provide insights
/// into application performance such as access patterns and network originality metrics.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AdvancedPerformanceMetrics {
    /// This property indicates whether the advanced performance metrics are enabled.
    pub is_enabled: Option<Value<bool>>,
}

impl AdvancedPerformanceMetrics {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for AdvancedPerformanceMetrics {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("IsEnabled", self.is_enabled.as_ref());
        object.finish()
    }
}

/// This resource contains the details of the AWS Organization for Amazon S3 Storage Lens.
#[derive(Debug, Clone, PartialEq)]
pub struct AwsOrg {
    /// This resource contains the ARN of the AWS Organization.
    pub arn: Value<String>,
}

impl AwsOrg {
    /// With the required properties only.
    pub fn new(arn: impl Into<Value<String>>) -> Self {
        Self { arn: arn.into() }
    }
}

impl ToJson for AwsOrg {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Arn", &self.arn);
        object.finish()
    }
}

/// A property for the bucket-level storage metrics for Amazon S3 Storage Lens.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct BucketLevel {
    /// A property for bucket-level activity metrics for S3 Storage Lens.
    pub activity_metrics: Option<Value<ActivityMetrics>>,
    /// A property for bucket-level advanced cost optimization metrics for S3 Storage Lens.
    pub advanced_cost_optimization_metrics: Option<Value<AdvancedCostOptimizationMetrics>>,
    /// A property for bucket-level advanced data protection metrics for S3 Storage Lens.
    pub advanced_data_protection_metrics: Option<Value<AdvancedDataProtectionMetrics>>,
    /// A property for bucket-level advanced performance metrics for S3 Storage Lens.
    pub advanced_performance_metrics: Option<Value<AdvancedPerformanceMetrics>>,
    /// A property for bucket-level detailed status code metrics for S3 Storage Lens.
    pub detailed_status_codes_metrics: Option<Value<DetailedStatusCodesMetrics>>,
    /// A property for bucket-level prefix-level storage metrics for S3 Storage Lens.
    pub prefix_level: Option<Value<PrefixLevel>>,
}

impl BucketLevel {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for BucketLevel {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("ActivityMetrics", self.activity_metrics.as_ref());
        object.optional(
            "AdvancedCostOptimizationMetrics",
            self.advanced_cost_optimization_metrics.as_ref(),
        );
        object.optional(
            "AdvancedDataProtectionMetrics",
            self.advanced_data_protection_metrics.as_ref(),
        );
        object.optional(
            "AdvancedPerformanceMetrics",
            self.advanced_performance_metrics.as_ref(),
        );
        object.optional(
            "DetailedStatusCodesMetrics",
            self.detailed_status_codes_metrics.as_ref(),
        );
        object.optional("PrefixLevel", self.prefix_level.as_ref());
        object.finish()
    }
}

/// This resource contains the details of the buckets and Regions for the Amazon S3 Storage Lens
/// configuration.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct BucketsAndRegions {
    /// This property contains the details of the buckets for the Amazon S3 Storage Lens configuration. This
    /// should be the bucket Amazon Resource Name(ARN). For valid values, see [Buckets ARN format
    /// here](https://docs.aws.amazon.com/AmazonS3/latest/API/API_control_Include.html#API_control_Include_Contents)
    /// in the *Amazon S3 API Reference*.
    pub buckets: Option<Value<List<String>>>,
    /// This property contains the details of the Regions for the S3 Storage Lens configuration.
    pub regions: Option<Value<List<String>>>,
}

impl BucketsAndRegions {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for BucketsAndRegions {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("Buckets", self.buckets.as_ref());
        object.optional("Regions", self.regions.as_ref());
        object.finish()
    }
}

/// This resource enables the Amazon CloudWatch publishing option for Amazon S3 Storage Lens metrics.
#[derive(Debug, Clone, PartialEq)]
pub struct CloudWatchMetrics {
    /// This property identifies whether the CloudWatch publishing option for S3 Storage Lens is enabled.
    pub is_enabled: Value<bool>,
}

impl CloudWatchMetrics {
    /// With the required properties only.
    pub fn new(is_enabled: impl Into<Value<bool>>) -> Self {
        Self {
            is_enabled: is_enabled.into(),
        }
    }
}

impl ToJson for CloudWatchMetrics {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("IsEnabled", &self.is_enabled);
        object.finish()
    }
}

/// This resource contains the details of the Amazon S3 Storage Lens metrics export.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DataExport {
    /// This property enables the Amazon CloudWatch publishing option for S3 Storage Lens metrics.
    pub cloud_watch_metrics: Option<Value<CloudWatchMetrics>>,
    /// This property contains the details of the bucket where the S3 Storage Lens metrics export will be
    /// placed.
    pub s3_bucket_destination: Option<Value<S3BucketDestination>>,
    /// This property contains the details of the S3 table bucket where the S3 Storage Lens default metrics
    /// report will be placed. This property enables you to store your Storage Lens metrics in read-only S3
    /// Tables.
    pub storage_lens_table_destination: Option<Value<StorageLensTableDestination>>,
}

impl DataExport {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for DataExport {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("CloudWatchMetrics", self.cloud_watch_metrics.as_ref());
        object.optional("S3BucketDestination", self.s3_bucket_destination.as_ref());
        object.optional(
            "StorageLensTableDestination",
            self.storage_lens_table_destination.as_ref(),
        );
        object.finish()
    }
}

/// This resource enables Amazon S3 Storage Lens detailed status code metrics. Detailed status code metrics
/// generate metrics for HTTP status codes, such as `200 OK`, `403 Forbidden`, `503 Service Unavailable` and
/// others.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DetailedStatusCodesMetrics {
    /// Indicates whether detailed status code metrics are enabled.
    pub is_enabled: Option<Value<bool>>,
}

impl DetailedStatusCodesMetrics {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for DetailedStatusCodesMetrics {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("IsEnabled", self.is_enabled.as_ref());
        object.finish()
    }
}

/// This resource contains the type of server-side encryption used to encrypt an Amazon S3 Storage Lens
/// metrics export. For valid values, see the
/// [StorageLensDataExportEncryption](https://docs.aws.amazon.com/AmazonS3/latest/API/API_control_StorageLensDataExportEncryption.html)
/// in the *Amazon S3 API Reference*.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Encryption {
    /// Specifies the use of AWS Key Management Service keys (SSE-KMS) to encrypt the S3 Storage Lens metrics
    /// export file.
    pub ssekms: Option<Value<SSEKMS>>,
    /// Specifies the use of an Amazon S3-managed key (SSE-S3) to encrypt the S3 Storage Lens metrics export
    /// file.
    pub sses3: Option<Value<Json>>,
}

impl Encryption {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for Encryption {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("SSEKMS", self.ssekms.as_ref());
        object.optional("SSES3", self.sses3.as_ref());
        object.finish()
    }
}

/// This resource contains the details of the prefix-level of the Amazon S3 Storage Lens.
#[derive(Debug, Clone, PartialEq)]
pub struct PrefixLevel {
    /// A property for the prefix-level storage metrics for Amazon S3 Storage Lens.
    pub storage_metrics: Value<PrefixLevelStorageMetrics>,
}

impl PrefixLevel {
    /// With the required properties only.
    pub fn new(storage_metrics: impl Into<Value<PrefixLevelStorageMetrics>>) -> Self {
        Self {
            storage_metrics: storage_metrics.into(),
        }
    }
}

impl ToJson for PrefixLevel {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("StorageMetrics", &self.storage_metrics);
        object.finish()
    }
}

/// This resource contains the details of the prefix-level storage metrics for Amazon S3 Storage Lens.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct PrefixLevelStorageMetrics {
    /// This property identifies whether the details of the prefix-level storage metrics for S3 Storage Lens
    /// are enabled.
    pub is_enabled: Option<Value<bool>>,
    /// This property identifies whether the details of the prefix-level storage metrics for S3 Storage Lens
    /// are enabled.
    pub selection_criteria: Option<Value<SelectionCriteria>>,
}

impl PrefixLevelStorageMetrics {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for PrefixLevelStorageMetrics {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("IsEnabled", self.is_enabled.as_ref());
        object.optional("SelectionCriteria", self.selection_criteria.as_ref());
        object.finish()
    }
}

/// This resource contains the details of the bucket where the Amazon S3 Storage Lens metrics export will be
/// placed.
#[derive(Debug, Clone, PartialEq)]
pub struct S3BucketDestination {
    /// This property contains the details of the AWS account ID of the S3 Storage Lens export bucket
    /// destination.
    pub account_id: Value<String>,
    /// This property contains the details of the ARN of the bucket destination of the S3 Storage Lens export.
    pub arn: Value<Arn<kind::s3::Bucket>>,
    /// This property contains the details of the encryption of the bucket destination of the Amazon S3
    /// Storage Lens metrics export.
    pub encryption: Option<Value<Encryption>>,
    /// This property contains the details of the format of the S3 Storage Lens export bucket destination.
    pub format: Value<S3BucketDestinationFormat>,
    /// This property contains the details of the output schema version of the S3 Storage Lens export bucket
    /// destination.
    pub output_schema_version: Value<OutputSchemaVersion>,
    /// This property contains the details of the prefix of the bucket destination of the S3 Storage Lens
    /// export.
    pub prefix: Option<Value<String>>,
}

impl S3BucketDestination {
    /// With the required properties only.
    pub fn new(
        account_id: impl Into<Value<String>>,
        arn: impl Into<Value<Arn<kind::s3::Bucket>>>,
        format: impl Into<Value<S3BucketDestinationFormat>>,
        output_schema_version: impl Into<Value<OutputSchemaVersion>>,
    ) -> Self {
        Self {
            account_id: account_id.into(),
            arn: arn.into(),
            encryption: None,
            format: format.into(),
            output_schema_version: output_schema_version.into(),
            prefix: None,
        }
    }
}

impl ToJson for S3BucketDestination {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("AccountId", &self.account_id);
        object.required("Arn", &self.arn);
        object.optional("Encryption", self.encryption.as_ref());
        object.required("Format", &self.format);
        object.required("OutputSchemaVersion", &self.output_schema_version);
        object.optional("Prefix", self.prefix.as_ref());
        object.finish()
    }
}

/// Specifies the use of server-side encryption using an AWS Key Management Service key (SSE-KMS) to encrypt
/// the delivered S3 Storage Lens metrics export file.
#[derive(Debug, Clone, PartialEq)]
pub struct SSEKMS {
    /// Specifies the Amazon Resource Name (ARN) of the customer managed AWS key to use for encrypting the S3
    /// Storage Lens metrics export file. Amazon S3 only supports symmetric encryption keys. For more
    /// information, see [Special-purpose
    /// keys](https://docs.aws.amazon.com/kms/latest/developerguide/key-types.html) in the *AWS Key Management
    /// Service Developer Guide*.
    pub key_id: Value<String>,
}

impl SSEKMS {
    /// With the required properties only.
    pub fn new(key_id: impl Into<Value<String>>) -> Self {
        Self {
            key_id: key_id.into(),
        }
    }
}

impl ToJson for SSEKMS {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("KeyId", &self.key_id);
        object.finish()
    }
}

/// This resource contains the details of the Amazon S3 Storage Lens selection criteria.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SelectionCriteria {
    /// This property contains the details of the S3 Storage Lens delimiter being used.
    pub delimiter: Option<Value<String>>,
    /// This property contains the details of the max depth that S3 Storage Lens will collect metrics up to.
    pub max_depth: Option<Value<i64>>,
    /// This property contains the details of the minimum storage bytes percentage threshold that S3 Storage
    /// Lens will collect metrics up to.
    pub min_storage_bytes_percentage: Option<Value<f64>>,
}

impl SelectionCriteria {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for SelectionCriteria {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("Delimiter", self.delimiter.as_ref());
        object.optional("MaxDepth", self.max_depth.as_ref());
        object.optional(
            "MinStorageBytesPercentage",
            self.min_storage_bytes_percentage.as_ref(),
        );
        object.finish()
    }
}

/// This is the property of the Amazon S3 Storage Lens configuration.
#[derive(Debug, Clone, PartialEq)]
pub struct StorageLensConfiguration {
    /// This property contains the details of the account-level metrics for Amazon S3 Storage Lens
    /// configuration.
    pub account_level: Value<AccountLevel>,
    /// This property contains the details of the AWS Organization for the S3 Storage Lens configuration.
    pub aws_org: Option<Value<AwsOrg>>,
    /// This property contains the details of this S3 Storage Lens configuration's metrics export.
    pub data_export: Option<Value<DataExport>>,
    /// This property contains the details of the bucket and or Regions excluded for Amazon S3 Storage Lens
    /// configuration.
    pub exclude: Option<Value<BucketsAndRegions>>,
    /// This property configures your S3 Storage Lens expanded prefixes metrics report.
    pub expanded_prefixes_data_export: Option<Value<StorageLensExpandedPrefixesDataExport>>,
    /// This property contains the details of the ID of the S3 Storage Lens configuration.
    ///
    /// Update requires: replacement. Length: 1 to 64. Pattern: `^[a-zA-Z0-9\-_.]+$`.
    pub id: Value<String>,
    /// This property contains the details of the bucket and or Regions included for Amazon S3 Storage Lens
    /// configuration.
    pub include: Option<Value<BucketsAndRegions>>,
    /// This property contains the details of whether the Amazon S3 Storage Lens configuration is enabled.
    pub is_enabled: Value<bool>,
    /// The delimiter to divide S3 key into hierarchy of prefixes.
    pub prefix_delimiter: Option<Value<String>>,
}

impl StorageLensConfiguration {
    /// With the required properties only.
    pub fn new(
        account_level: impl Into<Value<AccountLevel>>,
        id: impl Into<Value<String>>,
        is_enabled: impl Into<Value<bool>>,
    ) -> Self {
        Self {
            account_level: account_level.into(),
            aws_org: None,
            data_export: None,
            exclude: None,
            expanded_prefixes_data_export: None,
            id: id.into(),
            include: None,
            is_enabled: is_enabled.into(),
            prefix_delimiter: None,
        }
    }
}

impl ToJson for StorageLensConfiguration {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("AccountLevel", &self.account_level);
        object.optional("AwsOrg", self.aws_org.as_ref());
        object.optional("DataExport", self.data_export.as_ref());
        object.optional("Exclude", self.exclude.as_ref());
        object.optional(
            "ExpandedPrefixesDataExport",
            self.expanded_prefixes_data_export.as_ref(),
        );
        object.required("Id", &self.id);
        object.optional("Include", self.include.as_ref());
        object.required("IsEnabled", &self.is_enabled);
        object.optional("PrefixDelimiter", self.prefix_delimiter.as_ref());
        object.finish()
    }
}

/// This resource specifies the properties of your S3 Storage Lens Expanded Prefixes metrics export.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct StorageLensExpandedPrefixesDataExport {
    /// This property specifies the general purpose bucket where the S3 Storage Lens Expanded Prefixes metrics
    /// export files are located. At least one export destination must be specified.
    pub s3_bucket_destination: Option<Value<S3BucketDestination>>,
    /// This property configures S3 Storage Lens Expanded Prefixes metrics report to read-only S3 table
    /// buckets.
    pub storage_lens_table_destination: Option<Value<StorageLensTableDestination>>,
}

impl StorageLensExpandedPrefixesDataExport {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for StorageLensExpandedPrefixesDataExport {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("S3BucketDestination", self.s3_bucket_destination.as_ref());
        object.optional(
            "StorageLensTableDestination",
            self.storage_lens_table_destination.as_ref(),
        );
        object.finish()
    }
}

/// This resource determines the scope of Storage Lens group data that is displayed in the Storage Lens
/// dashboard.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct StorageLensGroupLevel {
    /// This property indicates which Storage Lens group ARNs to include or exclude in the Storage Lens group
    /// aggregation. If this value is left null, then all Storage Lens groups are selected.
    pub storage_lens_group_selection_criteria: Option<Value<StorageLensGroupSelectionCriteria>>,
}

impl StorageLensGroupLevel {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for StorageLensGroupLevel {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional(
            "StorageLensGroupSelectionCriteria",
            self.storage_lens_group_selection_criteria.as_ref(),
        );
        object.finish()
    }
}

/// This resource indicates which Storage Lens group ARNs to include or exclude in the Storage Lens group
/// aggregation. You can only attach Storage Lens groups to your dashboard if they're included in your Storage
/// Lens group aggregation. If this value is left null, then all Storage Lens groups are selected.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct StorageLensGroupSelectionCriteria {
    /// This property indicates which Storage Lens group ARNs to exclude from the Storage Lens group
    /// aggregation.
    pub exclude: Option<Value<List<String>>>,
    /// This property indicates which Storage Lens group ARNs to include in the Storage Lens group
    /// aggregation.
    pub include: Option<Value<List<String>>>,
}

impl StorageLensGroupSelectionCriteria {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for StorageLensGroupSelectionCriteria {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("Exclude", self.exclude.as_ref());
        object.optional("Include", self.include.as_ref());
        object.finish()
    }
}

/// This resource configures your S3 Storage Lens reports to export to read-only S3 table buckets. With this
/// resource, you can store your Storage Lens metrics in S3 Tables that are created in a read-only S3 table
/// bucket called aws-s3.
#[derive(Debug, Clone, PartialEq)]
pub struct StorageLensTableDestination {
    /// This resource configures your data encryption settings for Storage Lens metrics in read-only S3 table
    /// buckets.
    pub encryption: Option<Value<Encryption>>,
    /// This property indicates whether the export to read-only S3 table buckets is enabled for your S3
    /// Storage Lens configuration. When set to true, Storage Lens reports are automatically exported to
    /// tables in addition to other configured destinations.
    pub is_enabled: Value<bool>,
}

impl StorageLensTableDestination {
    /// With the required properties only.
    pub fn new(is_enabled: impl Into<Value<bool>>) -> Self {
        Self {
            encryption: None,
            is_enabled: is_enabled.into(),
        }
    }
}

impl ToJson for StorageLensTableDestination {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("Encryption", self.encryption.as_ref());
        object.required("IsEnabled", &self.is_enabled);
        object.finish()
    }
}

text_enum! {
    /// The values of `S3BucketDestination.OutputSchemaVersion`.
    OutputSchemaVersion {
        V1 = "V_1",
    }
}

text_enum! {
    /// The values of `S3BucketDestination.Format`.
    S3BucketDestinationFormat {
        Csv = "CSV",
        Parquet = "Parquet",
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::S3::StorageLens",
    properties: &STORAGE_LENS,
    create_only: &["StorageLensConfiguration.Id"],
    conditional_create_only: &[],
    read_only: &["StorageLensConfiguration.StorageLensArn"],
    write_only: &[],
    primary_identifier: &["StorageLensConfiguration.Id"],
    reference: Reference::Id,
    attributes: &[Attribute::scalar("StorageLensConfiguration.StorageLensArn")],
    stateful: false,
};

static ACCOUNT_LEVEL: Object = Object {
    properties: &[
        Property::optional("ActivityMetrics", Shape::Object(&ACTIVITY_METRICS)),
        Property::optional(
            "AdvancedCostOptimizationMetrics",
            Shape::Object(&ADVANCED_COST_OPTIMIZATION_METRICS),
        ),
        Property::optional(
            "AdvancedDataProtectionMetrics",
            Shape::Object(&ADVANCED_DATA_PROTECTION_METRICS),
        ),
        Property::optional(
            "AdvancedPerformanceMetrics",
            Shape::Object(&ADVANCED_PERFORMANCE_METRICS),
        ),
        Property::required("BucketLevel", Shape::Object(&BUCKET_LEVEL)),
        Property::optional(
            "DetailedStatusCodesMetrics",
            Shape::Object(&DETAILED_STATUS_CODES_METRICS),
        ),
        Property::optional("StorageLensGroupLevel", Shape::Object(&STORAGE_LENS_GROUP_LEVEL)),
    ],
    constraints: &[],
};

static ACTIVITY_METRICS: Object = Object {
    properties: &[Property::optional("IsEnabled", Shape::Boolean)],
    constraints: &[],
};

static ADVANCED_COST_OPTIMIZATION_METRICS: Object = Object {
    properties: &[Property::optional("IsEnabled", Shape::Boolean)],
    constraints: &[],
};

static ADVANCED_DATA_PROTECTION_METRICS: Object = Object {
    properties: &[Property::optional("IsEnabled", Shape::Boolean)],
    constraints: &[],
};

static ADVANCED_PERFORMANCE_METRICS: Object = Object {
    properties: &[Property::optional("IsEnabled", Shape::Boolean)],
    constraints: &[],
};

static AWS_ORG: Object = Object {
    properties: &[Property::required("Arn", Shape::TEXT)],
    constraints: &[],
};

static BUCKET_LEVEL: Object = Object {
    properties: &[
        Property::optional("ActivityMetrics", Shape::Object(&ACTIVITY_METRICS)),
        Property::optional(
            "AdvancedCostOptimizationMetrics",
            Shape::Object(&ADVANCED_COST_OPTIMIZATION_METRICS),
        ),
        Property::optional(
            "AdvancedDataProtectionMetrics",
            Shape::Object(&ADVANCED_DATA_PROTECTION_METRICS),
        ),
        Property::optional(
            "AdvancedPerformanceMetrics",
            Shape::Object(&ADVANCED_PERFORMANCE_METRICS),
        ),
        Property::optional(
            "DetailedStatusCodesMetrics",
            Shape::Object(&DETAILED_STATUS_CODES_METRICS),
        ),
        Property::optional("PrefixLevel", Shape::Object(&PREFIX_LEVEL)),
    ],
    constraints: &[],
};

static BUCKETS_AND_REGIONS: Object = Object {
    properties: &[
        Property::optional("Buckets", Shape::list(&Shape::TEXT).unique()),
        Property::optional("Regions", Shape::list(&Shape::TEXT).unique()),
    ],
    constraints: &[],
};

static CLOUD_WATCH_METRICS: Object = Object {
    properties: &[Property::required("IsEnabled", Shape::Boolean)],
    constraints: &[],
};

static DATA_EXPORT: Object = Object {
    properties: &[
        Property::optional("CloudWatchMetrics", Shape::Object(&CLOUD_WATCH_METRICS)),
        Property::optional("S3BucketDestination", Shape::Object(&S3_BUCKET_DESTINATION)),
        Property::optional(
            "StorageLensTableDestination",
            Shape::Object(&STORAGE_LENS_TABLE_DESTINATION),
        ),
    ],
    constraints: &[],
};

static DETAILED_STATUS_CODES_METRICS: Object = Object {
    properties: &[Property::optional("IsEnabled", Shape::Boolean)],
    constraints: &[],
};

static ENCRYPTION: Object = Object {
    properties: &[
        Property::optional("SSEKMS", Shape::Object(&SSEKMS)),
        Property::optional("SSES3", Shape::Json),
    ],
    constraints: &[Constraint::ExactlyOne(&["SSES3", "SSEKMS"])],
};

static PREFIX_LEVEL: Object = Object {
    properties: &[Property::required(
        "StorageMetrics",
        Shape::Object(&PREFIX_LEVEL_STORAGE_METRICS),
    )],
    constraints: &[],
};

static PREFIX_LEVEL_STORAGE_METRICS: Object = Object {
    properties: &[
        Property::optional("IsEnabled", Shape::Boolean),
        Property::optional("SelectionCriteria", Shape::Object(&SELECTION_CRITERIA)),
    ],
    constraints: &[],
};

static S3_BUCKET_DESTINATION: Object = Object {
    properties: &[
        Property::required("AccountId", Shape::TEXT),
        Property::required("Arn", Shape::TEXT),
        Property::optional("Encryption", Shape::Object(&ENCRYPTION)),
        Property::required("Format", Shape::one_of(S3BucketDestinationFormat::VALUES)),
        Property::required("OutputSchemaVersion", Shape::one_of(OutputSchemaVersion::VALUES)),
        Property::optional("Prefix", Shape::TEXT),
    ],
    constraints: &[],
};

static SSEKMS: Object = Object {
    properties: &[Property::required("KeyId", Shape::TEXT)],
    constraints: &[],
};

static SELECTION_CRITERIA: Object = Object {
    properties: &[
        Property::optional("Delimiter", Shape::TEXT),
        Property::optional("MaxDepth", Shape::INTEGER),
        Property::optional("MinStorageBytesPercentage", Shape::NUMBER),
    ],
    constraints: &[],
};

static STORAGE_LENS: Object = Object {
    properties: &[
        Property::required(
            "StorageLensConfiguration",
            Shape::Object(&STORAGE_LENS_CONFIGURATION),
        ),
        Property::optional("Tags", Shape::list(&Shape::Object(&TAG)).max_length(50).unique()),
    ],
    constraints: &[],
};

static STORAGE_LENS_CONFIGURATION: Object = Object {
    properties: &[
        Property::required("AccountLevel", Shape::Object(&ACCOUNT_LEVEL)),
        Property::optional("AwsOrg", Shape::Object(&AWS_ORG)),
        Property::optional("DataExport", Shape::Object(&DATA_EXPORT)),
        Property::optional("Exclude", Shape::Object(&BUCKETS_AND_REGIONS)),
        Property::optional(
            "ExpandedPrefixesDataExport",
            Shape::Object(&STORAGE_LENS_EXPANDED_PREFIXES_DATA_EXPORT),
        ),
        Property::required(
            "Id",
            Shape::TEXT
                .pattern(r"^[a-zA-Z0-9\-_.]+$")
                .min_length(1)
                .max_length(64),
        ),
        Property::optional("Include", Shape::Object(&BUCKETS_AND_REGIONS)),
        Property::required("IsEnabled", Shape::Boolean),
        Property::optional("PrefixDelimiter", Shape::TEXT),
        Property::optional("StorageLensArn", Shape::Json),
    ],
    constraints: &[],
};

static STORAGE_LENS_EXPANDED_PREFIXES_DATA_EXPORT: Object = Object {
    properties: &[
        Property::optional("S3BucketDestination", Shape::Object(&S3_BUCKET_DESTINATION)),
        Property::optional(
            "StorageLensTableDestination",
            Shape::Object(&STORAGE_LENS_TABLE_DESTINATION),
        ),
    ],
    constraints: &[],
};

static STORAGE_LENS_GROUP_LEVEL: Object = Object {
    properties: &[Property::optional(
        "StorageLensGroupSelectionCriteria",
        Shape::Object(&STORAGE_LENS_GROUP_SELECTION_CRITERIA),
    )],
    constraints: &[],
};

static STORAGE_LENS_GROUP_SELECTION_CRITERIA: Object = Object {
    properties: &[
        Property::optional("Exclude", Shape::list(&Shape::TEXT).unique()),
        Property::optional("Include", Shape::list(&Shape::TEXT).unique()),
    ],
    constraints: &[],
};

static STORAGE_LENS_TABLE_DESTINATION: Object = Object {
    properties: &[
        Property::optional("Encryption", Shape::Object(&ENCRYPTION)),
        Property::required("IsEnabled", Shape::Boolean),
    ],
    constraints: &[],
};

static TAG: Object = Object {
    properties: &[
        Property::required(
            "Key",
            Shape::TEXT
                .pattern(r"^(?!aws:.*)[a-zA-Z0-9\s\_\.\/\=\+\-\@\:]+$")
                .min_length(1)
                .max_length(127),
        ),
        Property::required(
            "Value",
            Shape::TEXT
                .pattern(r"^(?!aws:.*)[a-zA-Z0-9\s\_\.\/\=\+\-\@\:]+$")
                .min_length(1)
                .max_length(255),
        ),
    ],
    constraints: &[],
};
