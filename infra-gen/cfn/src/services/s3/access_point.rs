//! `AWS::S3::AccessPoint`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    policy::PolicyDocument,
    reference::{Arn, Id},
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    tag::Tag,
    value::{Json, List, ObjectWriter, ToJson, Value},
};

/// The AWS::S3::AccessPoint resource is an Amazon S3 resource type that you can use to access buckets.
///
/// `AWS::S3::AccessPoint`.
#[derive(Debug, Clone, PartialEq)]
pub struct AccessPoint {
    /// The name of the bucket associated with this access point.
    ///
    /// Update requires: replacement. Length: 3 to 255.
    pub bucket: Value<Id<kind::s3::Bucket>>,
    /// The AWS account ID associated with the S3 bucket associated with this access point.
    ///
    /// Update requires: replacement. Length: at most 64. Pattern: `^\d{12}$`.
    pub bucket_account_id: Option<Value<String>>,
    /// The name of this access point. If you don't specify a name, AWS CloudFormation generates a unique ID
    /// and uses that ID for the access point name.
    ///
    /// Update requires: replacement. Length: 3 to 50. Pattern: `^[a-z0-9]([a-z0-9\-]*[a-z0-9])?$`.
    pub name: Option<Value<String>>,
    /// The access point policy associated with this access point.
    pub policy: Option<Value<PolicyDocument>>,
    /// The PublicAccessBlock configuration that you want to apply to this Amazon S3 bucket. You can enable
    /// the configuration options in any combination. For more information about when Amazon S3 considers a
    /// bucket or object public, see [The Meaning of
    /// Public](https://docs.aws.amazon.com/AmazonS3/latest/dev/access-control-block-public-access.html#access-control-block-public-access-policy-status)
    /// in the *Amazon S3 User Guide*.
    pub public_access_block_configuration: Option<Value<PublicAccessBlockConfiguration>>,
    /// An array of tags that you can apply to access points. Tags are key-value pairs of metadata used to
    /// categorize your access points and control access. For more information, see [Using tags for
    /// attribute-based access control
    /// (ABAC)](https://docs.aws.amazon.com/AmazonS3/latest/userguide/tagging.html#using-tags-for-abac).
    pub tags: Option<Value<List<Tag>>>,
    /// The Virtual Private Cloud (VPC) configuration for this access point, if one exists.
    ///
    /// Update requires: replacement.
    pub vpc_configuration: Option<Value<VpcConfiguration>>,
}

impl AccessPoint {
    /// With the required properties only.
    pub fn new(bucket: impl Into<Value<Id<kind::s3::Bucket>>>) -> Self {
        Self {
            bucket: bucket.into(),
            bucket_account_id: None,
            name: None,
            policy: None,
            public_access_block_configuration: None,
            tags: None,
            vpc_configuration: None,
        }
    }
}

impl ToJson for AccessPoint {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Bucket", &self.bucket);
        object.optional("BucketAccountId", self.bucket_account_id.as_ref());
        object.optional("Name", self.name.as_ref());
        object.optional("Policy", self.policy.as_ref());
        object.optional(
            "PublicAccessBlockConfiguration",
            self.public_access_block_configuration.as_ref(),
        );
        object.optional("Tags", self.tags.as_ref());
        object.optional("VpcConfiguration", self.vpc_configuration.as_ref());
        object.finish()
    }
}

impl resource::Resource for AccessPoint {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::s3::AccessPoint;
    type Reference = Id<kind::s3::AccessPoint>;
}

impl Handle<AccessPoint> {
    /// The alias for this access point.
    ///
    /// `Fn::GetAtt` of `Alias`.
    pub fn alias(&self) -> Value<String> {
        self.attribute("Alias")
    }

    /// This property contains the details of the ARN for the access point.
    ///
    /// `Fn::GetAtt` of `Arn`.
    pub fn arn(&self) -> Value<Arn<kind::s3::AccessPoint>> {
        self.attribute("Arn")
    }

    /// The name of this access point.
    ///
    /// `Fn::GetAtt` of `Name`.
    pub fn name(&self) -> Value<Id<kind::s3::AccessPoint>> {
        self.attribute("Name")
    }

    /// Indicates whether this access point allows access from the internet. If `VpcConfiguration` is
    /// specified for this access point, then `NetworkOrigin` is `VPC`, and the access point doesn't allow
    /// access from the internet. Otherwise, `NetworkOrigin` is `Internet`, and the access point allows access
    /// from the internet, subject to the access point and bucket access policies.
    ///
    /// `Fn::GetAtt` of `NetworkOrigin`.
    pub fn network_origin(&self) -> Value<String> {
        self.attribute("NetworkOrigin")
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

/// The Virtual Private Cloud (VPC) configuration for this access point.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct VpcConfiguration {
    /// If this field is specified, the access point will only allow connections from the specified VPC ID.
    ///
    /// Length: 1 to 1024.
    pub vpc_id: Option<Value<String>>,
}

impl VpcConfiguration {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for VpcConfiguration {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("VpcId", self.vpc_id.as_ref());
        object.finish()
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::S3::AccessPoint",
    properties: &ACCESS_POINT,
    create_only: &["Bucket", "BucketAccountId", "Name", "VpcConfiguration"],
    conditional_create_only: &[],
    read_only: &["Alias", "Arn", "NetworkOrigin"],
    write_only: &[],
    primary_identifier: &["Name"],
    reference: Reference::Id,
    attributes: &[
        Attribute::scalar("Alias"),
        Attribute::scalar("Arn"),
        Attribute::scalar("Bucket"),
        Attribute::scalar("BucketAccountId"),
        Attribute::scalar("Name"),
        Attribute::scalar("NetworkOrigin"),
        Attribute::scalar("PublicAccessBlockConfiguration.BlockPublicAcls"),
        Attribute::scalar("PublicAccessBlockConfiguration.BlockPublicPolicy"),
        Attribute::scalar("PublicAccessBlockConfiguration.IgnorePublicAcls"),
        Attribute::scalar("PublicAccessBlockConfiguration.RestrictPublicBuckets"),
        Attribute::list("Tags"),
        Attribute::scalar("VpcConfiguration.VpcId"),
    ],
    stateful: false,
};

static ACCESS_POINT: Object = Object {
    properties: &[
        Property::optional("Alias", Shape::Json),
        Property::optional("Arn", Shape::Json),
        Property::required("Bucket", Shape::TEXT.min_length(3).max_length(255)),
        Property::optional("BucketAccountId", Shape::TEXT.pattern(r"^\d{12}$").max_length(64)),
        Property::optional(
            "Name",
            Shape::TEXT
                .pattern(r"^[a-z0-9]([a-z0-9\-]*[a-z0-9])?$")
                .min_length(3)
                .max_length(50),
        ),
        Property::optional("NetworkOrigin", Shape::Json),
        Property::optional("Policy", Shape::Json),
        Property::optional(
            "PublicAccessBlockConfiguration",
            Shape::Object(&PUBLIC_ACCESS_BLOCK_CONFIGURATION),
        ),
        Property::optional("Tags", Shape::list(&Shape::Object(&TAG))),
        Property::optional("VpcConfiguration", Shape::Object(&VPC_CONFIGURATION)),
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

static TAG: Object = Object {
    properties: &[
        Property::required("Key", Shape::TEXT.min_length(1).max_length(128)),
        Property::required("Value", Shape::TEXT.max_length(256)),
    ],
    constraints: &[],
};

static VPC_CONFIGURATION: Object = Object {
    properties: &[Property::optional(
        "VpcId",
        Shape::TEXT.min_length(1).max_length(1024),
    )],
    constraints: &[],
};
