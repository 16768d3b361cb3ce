//! `AWS::CloudFront::CloudFrontOriginAccessIdentity`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    reference::Id,
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    value::{Json, ObjectWriter, ToJson, Value},
};

/// The request to create a new origin access identity (OAI). An origin access identity is a special
/// CloudFront user that you can associate with Amazon S3 origins, so that you can secure all or just some of
/// your Amazon S3 content. For more information, see [Restricting Access to Amazon S3 Content by Using an
/// Origin Access
/// Identity](https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html)
/// in the *Amazon CloudFront Developer Guide*.
///
/// `AWS::CloudFront::CloudFrontOriginAccessIdentity`.
#[derive(Debug, Clone, PartialEq)]
pub struct CloudFrontOriginAccessIdentity {
    /// The current configuration information for the identity.
    pub cloud_front_origin_access_identity_config: Value<CloudFrontOriginAccessIdentityConfig>,
}

impl CloudFrontOriginAccessIdentity {
    /// With the required properties only.
    pub fn new(
        cloud_front_origin_access_identity_config: impl Into<Value<CloudFrontOriginAccessIdentityConfig>>,
    ) -> Self {
        Self {
            cloud_front_origin_access_identity_config: cloud_front_origin_access_identity_config.into(),
        }
    }
}

impl ToJson for CloudFrontOriginAccessIdentity {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required(
            "CloudFrontOriginAccessIdentityConfig",
            &self.cloud_front_origin_access_identity_config,
        );
        object.finish()
    }
}

impl resource::Resource for CloudFrontOriginAccessIdentity {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::cloudfront::CloudFrontOriginAccessIdentity;
    type Reference = Id<kind::cloudfront::CloudFrontOriginAccessIdentity>;
}

impl Handle<CloudFrontOriginAccessIdentity> {
    /// The ID for the origin access identity, for example, `E74FTE3AJFJ256A`.
    ///
    /// `Fn::GetAtt` of `Id`.
    pub fn id(&self) -> Value<Id<kind::cloudfront::CloudFrontOriginAccessIdentity>> {
        self.attribute("Id")
    }

    /// The Amazon S3 canonical user ID for the origin access identity, used when giving the origin access
    /// identity read permission to an object in Amazon S3. For example:
    /// `b970b42360b81c8ddbd79d2f5df0069ba9033c8a79655752abe380cd6d63ba8bcf23384d568fcf89fc49700b5e11a0fd`.
    ///
    /// `Fn::GetAtt` of `S3CanonicalUserId`.
    pub fn s3_canonical_user_id(&self) -> Value<String> {
        self.attribute("S3CanonicalUserId")
    }
}

/// Origin access identity configuration. Send a `GET` request to the `/ *CloudFront API version*
/// /CloudFront/identity ID/config` resource.
#[derive(Debug, Clone, PartialEq)]
pub struct CloudFrontOriginAccessIdentityConfig {
    /// A comment to describe the origin access identity. The comment cannot be longer than 128 characters.
    pub comment: Value<String>,
}

impl CloudFrontOriginAccessIdentityConfig {
    /// With the required properties only.
    pub fn new(comment: impl Into<Value<String>>) -> Self {
        Self {
            comment: comment.into(),
        }
    }
}

impl ToJson for CloudFrontOriginAccessIdentityConfig {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Comment", &self.comment);
        object.finish()
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::CloudFront::CloudFrontOriginAccessIdentity",
    properties: &CLOUD_FRONT_ORIGIN_ACCESS_IDENTITY,
    create_only: &[],
    conditional_create_only: &[],
    read_only: &["Id", "S3CanonicalUserId"],
    write_only: &[],
    primary_identifier: &["Id"],
    reference: Reference::Id,
    attributes: &[Attribute::scalar("Id"), Attribute::scalar("S3CanonicalUserId")],
    stateful: false,
};

static CLOUD_FRONT_ORIGIN_ACCESS_IDENTITY: Object = Object {
    properties: &[
        Property::required(
            "CloudFrontOriginAccessIdentityConfig",
            Shape::Object(&CLOUD_FRONT_ORIGIN_ACCESS_IDENTITY_CONFIG),
        ),
        Property::optional("Id", Shape::Json),
        Property::optional("S3CanonicalUserId", Shape::Json),
    ],
    constraints: &[],
};

static CLOUD_FRONT_ORIGIN_ACCESS_IDENTITY_CONFIG: Object = Object {
    properties: &[Property::required("Comment", Shape::TEXT)],
    constraints: &[],
};
