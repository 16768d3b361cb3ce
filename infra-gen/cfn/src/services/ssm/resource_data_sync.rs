//! `AWS::SSM::ResourceDataSync`. Generated; see `generator/`.

use crate::{
    kind,
    reference::{Arn, Id},
    resource,
    schema::{Object, Property, Reference, Shape, TypeSchema},
    text_enum::text_enum,
    value::{Json, List, ObjectWriter, ToJson, Value},
};

/// The `AWS::SSM::ResourceDataSync` resource creates, updates, or deletes a resource data sync for AWS
/// Systems Manager. A resource data sync helps you view data from multiple sources in a single location.
/// Systems Manager offers two types of resource data sync: `SyncToDestination` and `SyncFromSource`.
///
/// `AWS::SSM::ResourceDataSync`.
#[derive(Debug, Clone, PartialEq)]
pub struct ResourceDataSync {
    /// The name of the S3 bucket where the aggregated data is stored.
    ///
    /// Update requires: replacement. Length: 1 to 2048.
    pub bucket_name: Option<Value<Id<kind::s3::Bucket>>>,
    /// An Amazon S3 prefix for the bucket.
    ///
    /// Update requires: replacement. Length: at most 64.
    pub bucket_prefix: Option<Value<String>>,
    /// The AWS Region with the S3 bucket targeted by the resource data sync.
    ///
    /// Update requires: replacement. Length: 1 to 64.
    pub bucket_region: Option<Value<String>>,
    /// The Amazon Resource Name (ARN) of an encryption key for a destination in Amazon S3. You can use a KMS
    /// key to encrypt inventory data in Amazon S3. You must specify a key that exist in the same AWS Region
    /// as the destination Amazon S3 bucket.
    ///
    /// Update requires: replacement. Length: at most 512.
    pub kms_key_arn: Option<Value<Arn<kind::kms::Key>>>,
    /// Configuration information for the target S3 bucket.
    ///
    /// Update requires: replacement.
    pub s3_destination: Option<Value<S3Destination>>,
    /// A supported sync format. The following format is currently supported: JsonSerDe
    ///
    /// Update requires: replacement. Length: at most 1024.
    pub sync_format: Option<Value<String>>,
    /// A name for the resource data sync.
    ///
    /// Update requires: replacement. Length: 1 to 64.
    pub sync_name: Value<String>,
    /// Information about the source where the data was synchronized.
    pub sync_source: Option<Value<SyncSource>>,
    /// The type of resource data sync. If `SyncType` is `SyncToDestination`, then the resource data sync
    /// synchronizes data to an S3 bucket. If the `SyncType` is `SyncFromSource` then the resource data sync
    /// synchronizes data from AWS Organizations or from multiple AWS Regions.
    ///
    /// Update requires: replacement. Length: 1 to 64.
    pub sync_type: Option<Value<String>>,
}

impl ResourceDataSync {
    /// With the required properties only.
    pub fn new(sync_name: impl Into<Value<String>>) -> Self {
        Self {
            bucket_name: None,
            bucket_prefix: None,
            bucket_region: None,
            kms_key_arn: None,
            s3_destination: None,
            sync_format: None,
            sync_name: sync_name.into(),
            sync_source: None,
            sync_type: None,
        }
    }
}

impl ToJson for ResourceDataSync {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("BucketName", self.bucket_name.as_ref());
        object.optional("BucketPrefix", self.bucket_prefix.as_ref());
        object.optional("BucketRegion", self.bucket_region.as_ref());
        object.optional("KMSKeyArn", self.kms_key_arn.as_ref());
        object.optional("S3Destination", self.s3_destination.as_ref());
        object.optional("SyncFormat", self.sync_format.as_ref());
        object.required("SyncName", &self.sync_name);
        object.optional("SyncSource", self.sync_source.as_ref());
        object.optional("SyncType", self.sync_type.as_ref());
        object.finish()
    }
}

impl resource::Resource for ResourceDataSync {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::ssm::ResourceDataSync;
    type Reference = Id<kind::ssm::ResourceDataSync>;
}

/// Information about the `AwsOrganizationsSource` resource data sync source. A sync source of this type can
/// synchronize data from AWS Organizations or, if an AWS organization isn't present, from multiple AWS
/// Regions.
#[derive(Debug, Clone, PartialEq)]
pub struct AwsOrganizationsSource {
    /// If an AWS organization is present, this is either `OrganizationalUnits` or `EntireOrganization`. For
    /// `OrganizationalUnits`, the data is aggregated from a set of organization units. For
    /// `EntireOrganization`, the data is aggregated from the entire AWS organization.
    ///
    /// Length: 1 to 64.
    pub organization_source_type: Value<String>,
    /// The AWS Organizations organization units included in the sync.
    ///
    /// Items: 1 to 1000.
    pub organizational_units: Option<Value<List<String>>>,
}

impl AwsOrganizationsSource {
    /// With the required properties only.
    pub fn new(organization_source_type: impl Into<Value<String>>) -> Self {
        Self {
            organization_source_type: organization_source_type.into(),
            organizational_units: None,
        }
    }
}

impl ToJson for AwsOrganizationsSource {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("OrganizationSourceType", &self.organization_source_type);
        object.optional("OrganizationalUnits", self.organizational_units.as_ref());
        object.finish()
    }
}

/// Information about the target S3 bucket for the resource data sync.
#[derive(Debug, Clone, PartialEq)]
pub struct S3Destination {
    /// The name of the S3 bucket where the aggregated data is stored.
    ///
    /// Length: 1 to 2048.
    pub bucket_name: Value<Id<kind::s3::Bucket>>,
    /// An Amazon S3 prefix for the bucket.
    ///
    /// Length: 1 to 256.
    pub bucket_prefix: Option<Value<String>>,
    /// The AWS Region with the S3 bucket targeted by the resource data sync.
    ///
    /// Length: 1 to 64.
    pub bucket_region: Value<String>,
    /// The ARN of an encryption key for a destination in Amazon S3. Must belong to the same Region as the
    /// destination S3 bucket.
    ///
    /// Length: 1 to 512.
    pub kms_key_arn: Option<Value<Arn<kind::kms::Key>>>,
    /// A supported sync format. The following format is currently supported: JsonSerDe
    ///
    /// Length: 1 to 1024.
    pub sync_format: Value<SyncFormat>,
}

impl S3Destination {
    /// With the required properties only.
    pub fn new(
        bucket_name: impl Into<Value<Id<kind::s3::Bucket>>>,
        bucket_region: impl Into<Value<String>>,
        sync_format: impl Into<Value<SyncFormat>>,
    ) -> Self {
        Self {
            bucket_name: bucket_name.into(),
            bucket_prefix: None,
            bucket_region: bucket_region.into(),
            kms_key_arn: None,
            sync_format: sync_format.into(),
        }
    }
}

impl ToJson for S3Destination {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("BucketName", &self.bucket_name);
        object.optional("BucketPrefix", self.bucket_prefix.as_ref());
        object.required("BucketRegion", &self.bucket_region);
        object.optional("KMSKeyArn", self.kms_key_arn.as_ref());
        object.required("SyncFormat", &self.sync_format);
        object.finish()
    }
}

/// Information about the source of the data included in the resource data sync.
#[derive(Debug, Clone, PartialEq)]
pub struct SyncSource {
    /// Information about the AwsOrganizationsSource resource data sync source. A sync source of this type can
    /// synchronize data from AWS Organizations.
    pub aws_organizations_source: Option<Value<AwsOrganizationsSource>>,
    /// Whether to automatically synchronize and aggregate data from new AWS Regions when those Regions come
    /// online.
    pub include_future_regions: Option<Value<bool>>,
    /// The `SyncSource` AWS Regions included in the resource data sync.
    pub source_regions: Value<List<String>>,
    /// The type of data source for the resource data sync. `SourceType` is either `AwsOrganizations` (if an
    /// organization is present in AWS Organizations) or `SingleAccountMultiRegions`.
    ///
    /// Length: 1 to 64.
    pub source_type: Value<String>,
}

impl SyncSource {
    /// With the required properties only.
    pub fn new(
        source_regions: impl Into<Value<List<String>>>,
        source_type: impl Into<Value<String>>,
    ) -> Self {
        Self {
            aws_organizations_source: None,
            include_future_regions: None,
            source_regions: source_regions.into(),
            source_type: source_type.into(),
        }
    }
}

impl ToJson for SyncSource {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("AwsOrganizationsSource", self.aws_organizations_source.as_ref());
        object.optional("IncludeFutureRegions", self.include_future_regions.as_ref());
        object.required("SourceRegions", &self.source_regions);
        object.required("SourceType", &self.source_type);
        object.finish()
    }
}

text_enum! {
    /// The values of `S3Destination.SyncFormat`.
    SyncFormat {
        JsonSerDe = "JsonSerDe",
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::SSM::ResourceDataSync",
    properties: &RESOURCE_DATA_SYNC,
    create_only: &[
        "BucketName",
        "BucketPrefix",
        "BucketRegion",
        "KMSKeyArn",
        "S3Destination",
        "SyncFormat",
        "SyncName",
        "SyncType",
    ],
    conditional_create_only: &[],
    read_only: &[],
    write_only: &[],
    primary_identifier: &["SyncName"],
    reference: Reference::Id,
    attributes: &[],
    stateful: false,
};

static AWS_ORGANIZATIONS_SOURCE: Object = Object {
    properties: &[
        Property::required("OrganizationSourceType", Shape::TEXT.min_length(1).max_length(64)),
        Property::optional(
            "OrganizationalUnits",
            Shape::list(&Shape::TEXT).min_length(1).max_length(1000),
        ),
    ],
    constraints: &[],
};

static RESOURCE_DATA_SYNC: Object = Object {
    properties: &[
        Property::optional("BucketName", Shape::TEXT.min_length(1).max_length(2048)),
        Property::optional("BucketPrefix", Shape::TEXT.max_length(64)),
        Property::optional("BucketRegion", Shape::TEXT.min_length(1).max_length(64)),
        Property::optional("KMSKeyArn", Shape::TEXT.max_length(512)),
        Property::optional("S3Destination", Shape::Object(&S3_DESTINATION)),
        Property::optional("SyncFormat", Shape::TEXT.max_length(1024)),
        Property::required("SyncName", Shape::TEXT.min_length(1).max_length(64)),
        Property::optional("SyncSource", Shape::Object(&SYNC_SOURCE)),
        Property::optional("SyncType", Shape::TEXT.min_length(1).max_length(64)),
    ],
    constraints: &[],
};

static S3_DESTINATION: Object = Object {
    properties: &[
        Property::required("BucketName", Shape::TEXT.min_length(1).max_length(2048)),
        Property::optional("BucketPrefix", Shape::TEXT.min_length(1).max_length(256)),
        Property::required("BucketRegion", Shape::TEXT.min_length(1).max_length(64)),
        Property::optional("KMSKeyArn", Shape::TEXT.min_length(1).max_length(512)),
        Property::required(
            "SyncFormat",
            Shape::one_of(SyncFormat::VALUES).min_length(1).max_length(1024),
        ),
    ],
    constraints: &[],
};

static SYNC_SOURCE: Object = Object {
    properties: &[
        Property::optional("AwsOrganizationsSource", Shape::Object(&AWS_ORGANIZATIONS_SOURCE)),
        Property::optional("IncludeFutureRegions", Shape::Boolean),
        Property::required(
            "SourceRegions",
            Shape::list(&Shape::TEXT.min_length(1).max_length(64)),
        ),
        Property::required("SourceType", Shape::TEXT.min_length(1).max_length(64)),
    ],
    constraints: &[],
};
