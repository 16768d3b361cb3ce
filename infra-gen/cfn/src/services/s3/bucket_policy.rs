//! `AWS::S3::BucketPolicy`. Generated; see `generator/`.

use crate::{
    kind,
    policy::PolicyDocument,
    reference::Id,
    resource,
    schema::{Object, Property, Reference, Shape, TypeSchema},
    value::{Json, ObjectWriter, ToJson, Value},
};

/// Applies an Amazon S3 bucket policy to an Amazon S3 bucket. If you are using an identity other than the
/// root user of the AWS account that owns the bucket, the calling identity must have the `PutBucketPolicy`
/// permissions on the specified bucket and belong to the bucket owner's account in order to use this
/// operation.
///
/// `AWS::S3::BucketPolicy`.
#[derive(Debug, Clone, PartialEq)]
pub struct BucketPolicy {
    /// The name of the Amazon S3 bucket to which the policy applies.
    ///
    /// Update requires: replacement.
    pub bucket: Value<Id<kind::s3::Bucket>>,
    /// A policy document containing permissions to add to the specified bucket. In IAM, you must provide
    /// policy documents in JSON format. However, in CloudFormation you can provide the policy in JSON or YAML
    /// format because CloudFormation converts YAML to JSON before submitting it to IAM. For more information,
    /// see the AWS::IAM::Policy
    /// [PolicyDocument](https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-iam-policy.html#cfn-iam-policy-policydocument)
    /// resource description in this guide and [Access Policy Language
    /// Overview](https://docs.aws.amazon.com/AmazonS3/latest/dev/access-policy-language-overview.html) in the
    /// *Amazon S3 User Guide*.
    pub policy_document: Value<PolicyDocument>,
}

impl BucketPolicy {
    /// With the required properties only.
    pub fn new(
        bucket: impl Into<Value<Id<kind::s3::Bucket>>>,
        policy_document: impl Into<Value<PolicyDocument>>,
    ) -> Self {
        Self {
            bucket: bucket.into(),
            policy_document: policy_document.into(),
        }
    }
}

impl ToJson for BucketPolicy {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Bucket", &self.bucket);
        object.required("PolicyDocument", &self.policy_document);
        object.finish()
    }
}

impl resource::Resource for BucketPolicy {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::s3::BucketPolicy;
    type Reference = Id<kind::s3::BucketPolicy>;
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::S3::BucketPolicy",
    properties: &BUCKET_POLICY,
    create_only: &["Bucket"],
    conditional_create_only: &[],
    read_only: &[],
    write_only: &[],
    primary_identifier: &["Bucket"],
    reference: Reference::Id,
    attributes: &[],
    stateful: false,
};

static BUCKET_POLICY: Object = Object {
    properties: &[
        Property::required("Bucket", Shape::TEXT),
        Property::required("PolicyDocument", Shape::Json),
    ],
    constraints: &[],
};
