//! `AWS::S3::MultiRegionAccessPoint`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    reference::Id,
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    value::{Json, List, ObjectWriter, ToJson, Value},
};

/// The `AWS::S3::MultiRegionAccessPoint` resource creates an Amazon S3 Multi-Region Access Point. To learn
/// more about Multi-Region Access Points, see [Multi-Region Access Points in Amazon
/// S3](https://docs.aws.amazon.com/AmazonS3/latest/userguide/MultiRegionAccessPoints.html) in the in the
/// *Amazon S3 User Guide*.
///
/// `AWS::S3::MultiRegionAccessPoint`.
#[derive(Debug, Clone, PartialEq)]
pub struct MultiRegionAccessPoint {
    /// The name of the Multi-Region Access Point.
    ///
    /// Update requires: replacement. Length: 3 to 50. Pattern: `^[a-z0-9][-a-z0-9]{1,48}[a-z0-9]$`.
    pub name: Option<Value<String>>,
    /// The PublicAccessBlock configuration that you want to apply to this Multi-Region Access Point. You can
    /// enable the configuration options in any combination. For more information about when Amazon S3
    /// considers an object public, see [The Meaning of
    /// Public](https://docs.aws.amazon.com/AmazonS3/latest/dev/access-control-block-public-access.html#access-control-block-public-access-policy-status)
    /// in the *Amazon S3 User Guide*.
    ///
    /// Update requires: replacement.
    pub public_access_block_configuration: Option<Value<PublicAccessBlockConfiguration>>,
    /// A collection of the Regions and buckets associated with the Multi-Region Access Point.
    ///
    /// Update requires: replacement. Items: 1 or more.
    pub regions: Value<List<Region>>,
}

impl MultiRegionAccessPoint {
    /// With the required properties only.
    pub fn new(regions: impl Into<Value<List<Region>>>) -> Self {
        Self {
            name: None,
            public_access_block_configuration: None,
            regions: regions.into(),
        }
    }
}

impl ToJson for MultiRegionAccessPoint {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("Name", self.name.as_ref());
        object.optional(
            "PublicAccessBlockConfiguration",
            self.public_access_block_configuration.as_ref(),
        );
        object.required("Regions", &self.regions);
        object.finish()
    }
}

impl resource::Resource for MultiRegionAccessPoint {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::s3::MultiRegionAccessPoint;
    type Reference = Id<kind::s3::MultiRegionAccessPoint>;
}

impl Handle<MultiRegionAccessPoint> {
    /// The alias for the Multi-Region Access Point. For more information about the distinction between the
    /// name and the alias of an Multi-Region Access Point, see [Managing Multi-Region Access
    /// Points](https://docs.aws.amazon.com/AmazonS3/latest/userguide/CreatingMultiRegionAccessPoints.html#multi-region-access-point-naming)
    /// in the *Amazon S3 User Guide*.
    ///
    /// `Fn::GetAtt` of `Alias`.
    pub fn alias(&self) -> Value<String> {
        self.attribute("Alias")
    }

    /// The timestamp of when the Multi-Region Access Point is created.
    ///
    /// `Fn::GetAtt` of `CreatedAt`.
    pub fn created_at(&self) -> Value<String> {
        self.attribute("CreatedAt")
    }
}

/// The PublicAccessBlock configuration that you want to apply to this Amazon S3 Multi-Region Access Point.
/// You can enable the configuration options in any combination. For more information about when Amazon S3
/// considers an object public, see [The Meaning of
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

/// A bucket associated with a specific Region when creating Multi-Region Access Points.
#[derive(Debug, Clone, PartialEq)]
pub struct Region {
    /// The name of the associated bucket for the Region.
    ///
    /// Length: 3 to 63. Pattern: `^[a-z0-9][a-z0-9//.//-]*[a-z0-9]$`.
    pub bucket: Value<String>,
    /// The AWS account ID that owns the Amazon S3 bucket that's associated with this Multi-Region Access
    /// Point.
    ///
    /// Length: 12 to 12. Pattern: `^[0-9]{12}$`.
    pub bucket_account_id: Option<Value<String>>,
}

impl Region {
    /// With the required properties only.
    pub fn new(bucket: impl Into<Value<String>>) -> Self {
        Self {
            bucket: bucket.into(),
            bucket_account_id: None,
        }
    }
}

impl ToJson for Region {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Bucket", &self.bucket);
        object.optional("BucketAccountId", self.bucket_account_id.as_ref());
        object.finish()
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::S3::MultiRegionAccessPoint",
    properties: &MULTI_REGION_ACCESS_POINT,
    create_only: &["Name", "PublicAccessBlockConfiguration", "Regions"],
    conditional_create_only: &[],
    read_only: &["Alias", "CreatedAt"],
    write_only: &[],
    primary_identifier: &["Name"],
    reference: Reference::Id,
    attributes: &[Attribute::scalar("Alias"), Attribute::scalar("CreatedAt")],
    stateful: false,
};

static MULTI_REGION_ACCESS_POINT: Object = Object {
    properties: &[
        Property::optional("Alias", Shape::Json),
        Property::optional("CreatedAt", Shape::Json),
        Property::optional(
            "Name",
            Shape::TEXT
                .pattern("^[a-z0-9][-a-z0-9]{1,48}[a-z0-9]$")
                .min_length(3)
                .max_length(50),
        ),
        Property::optional(
            "PublicAccessBlockConfiguration",
            Shape::Object(&PUBLIC_ACCESS_BLOCK_CONFIGURATION),
        ),
        Property::required(
            "Regions",
            Shape::list(&Shape::Object(&REGION)).min_length(1).unique(),
        ),
    ],
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

static REGION: Object = Object {
    properties: &[
        Property::required(
            "Bucket",
            Shape::TEXT
                .pattern("^[a-z0-9][a-z0-9//.//-]*[a-z0-9]$")
                .min_length(3)
                .max_length(63),
        ),
        Property::optional(
            "BucketAccountId",
            Shape::TEXT.pattern("^[0-9]{12}$").min_length(12).max_length(12),
        ),
    ],
    constraints: &[],
};
