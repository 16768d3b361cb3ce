//! `AWS::CloudFront::StreamingDistribution`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    reference::Id,
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    tag::Tag,
    value::{Json, List, ObjectWriter, ToJson, Value},
};

/// This resource is deprecated. Amazon CloudFront is deprecating real-time messaging protocol (RTMP)
/// distributions on December 31, 2020. For more information, [read the
/// announcement](https://docs.aws.amazon.com/ann.jspa?annID=7356) on the Amazon CloudFront discussion forum.
///
/// `AWS::CloudFront::StreamingDistribution`.
#[derive(Debug, Clone, PartialEq)]
pub struct StreamingDistribution {
    /// The current configuration information for the RTMP distribution.
    pub streaming_distribution_config: Value<StreamingDistributionConfig>,
    /// A complex type that contains zero or more `Tag` elements.
    pub tags: Value<List<Tag>>,
}

impl StreamingDistribution {
    /// With the required properties only.
    pub fn new(
        streaming_distribution_config: impl Into<Value<StreamingDistributionConfig>>,
        tags: impl Into<Value<List<Tag>>>,
    ) -> Self {
        Self {
            streaming_distribution_config: streaming_distribution_config.into(),
            tags: tags.into(),
        }
    }
}

impl ToJson for StreamingDistribution {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("StreamingDistributionConfig", &self.streaming_distribution_config);
        object.required("Tags", &self.tags);
        object.finish()
    }
}

impl resource::Resource for StreamingDistribution {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::cloudfront::StreamingDistribution;
    type Reference = Id<kind::cloudfront::StreamingDistribution>;
}

impl Handle<StreamingDistribution> {
    /// The domain name of the resource, such as `d111111abcdef8.cloudfront.net`.
    ///
    /// `Fn::GetAtt` of `DomainName`.
    pub fn domain_name(&self) -> Value<String> {
        self.attribute("DomainName")
    }

    /// `Fn::GetAtt` of `Id`.
    pub fn id(&self) -> Value<Id<kind::cloudfront::StreamingDistribution>> {
        self.attribute("Id")
    }
}

/// A complex type that controls whether access logs are written for the streaming distribution.
#[derive(Debug, Clone, PartialEq)]
pub struct Logging {
    /// The Amazon S3 bucket to store the access logs in, for example, `amzn-s3-demo-bucket.s3.amazonaws.com`.
    pub bucket: Value<String>,
    /// Specifies whether you want CloudFront to save access logs to an Amazon S3 bucket. If you don't want to
    /// enable logging when you create a streaming distribution or if you want to disable logging for an
    /// existing streaming distribution, specify `false` for `Enabled`, and specify `empty Bucket` and
    /// `Prefix` elements. If you specify `false` for `Enabled` but you specify values for `Bucket` and
    /// `Prefix`, the values are automatically deleted.
    pub enabled: Value<bool>,
    /// An optional string that you want CloudFront to prefix to the access log filenames for this streaming
    /// distribution, for example, `myprefix/`. If you want to enable logging, but you don't want to specify a
    /// prefix, you still must include an empty `Prefix` element in the `Logging` element.
    pub prefix: Value<String>,
}

impl Logging {
    /// With the required properties only.
    pub fn new(
        bucket: impl Into<Value<String>>,
        enabled: impl Into<Value<bool>>,
        prefix: impl Into<Value<String>>,
    ) -> Self {
        Self {
            bucket: bucket.into(),
            enabled: enabled.into(),
            prefix: prefix.into(),
        }
    }
}

impl ToJson for Logging {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Bucket", &self.bucket);
        object.required("Enabled", &self.enabled);
        object.required("Prefix", &self.prefix);
        object.finish()
    }
}

/// A complex type that contains information about the Amazon S3 bucket from which you want CloudFront to get
/// your media files for distribution.
#[derive(Debug, Clone, PartialEq)]
pub struct S3Origin {
    /// The DNS name of the Amazon S3 origin.
    pub domain_name: Value<String>,
    /// The CloudFront origin access identity to associate with the distribution. Use an origin access
    /// identity to configure the distribution so that end users can only access objects in an Amazon S3
    /// bucket through CloudFront.
    pub origin_access_identity: Value<String>,
}

impl S3Origin {
    /// With the required properties only.
    pub fn new(
        domain_name: impl Into<Value<String>>,
        origin_access_identity: impl Into<Value<String>>,
    ) -> Self {
        Self {
            domain_name: domain_name.into(),
            origin_access_identity: origin_access_identity.into(),
        }
    }
}

impl ToJson for S3Origin {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("DomainName", &self.domain_name);
        object.required("OriginAccessIdentity", &self.origin_access_identity);
        object.finish()
    }
}

/// The RTMP distribution's configuration information.
#[derive(Debug, Clone, PartialEq)]
pub struct StreamingDistributionConfig {
    /// A complex type that contains information about CNAMEs (alternate domain names), if any, for this
    /// streaming distribution.
    pub aliases: Option<Value<List<String>>>,
    /// Any comments you want to include about the streaming distribution.
    pub comment: Value<String>,
    /// Whether the streaming distribution is enabled to accept user requests for content.
    pub enabled: Value<bool>,
    /// A complex type that controls whether access logs are written for the streaming distribution.
    pub logging: Option<Value<Logging>>,
    /// A complex type that contains information about price class for this streaming distribution.
    pub price_class: Option<Value<String>>,
    /// A complex type that contains information about the Amazon S3 bucket from which you want CloudFront to
    /// get your media files for distribution.
    pub s3_origin: Value<S3Origin>,
    /// A complex type that specifies any AWS accounts that you want to permit to create signed URLs for
    /// private content. If you want the distribution to use signed URLs, include this element; if you want
    /// the distribution to use public URLs, remove this element. For more information, see [Serving Private
    /// Content through
    /// CloudFront](https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/PrivateContent.html) in
    /// the *Amazon CloudFront Developer Guide*.
    pub trusted_signers: Value<TrustedSigners>,
}

impl StreamingDistributionConfig {
    /// With the required properties only.
    pub fn new(
        comment: impl Into<Value<String>>,
        enabled: impl Into<Value<bool>>,
        s3_origin: impl Into<Value<S3Origin>>,
        trusted_signers: impl Into<Value<TrustedSigners>>,
    ) -> Self {
        Self {
            aliases: None,
            comment: comment.into(),
            enabled: enabled.into(),
            logging: None,
            price_class: None,
            s3_origin: s3_origin.into(),
            trusted_signers: trusted_signers.into(),
        }
    }
}

impl ToJson for StreamingDistributionConfig {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("Aliases", self.aliases.as_ref());
        object.required("Comment", &self.comment);
        object.required("Enabled", &self.enabled);
        object.optional("Logging", self.logging.as_ref());
        object.optional("PriceClass", self.price_class.as_ref());
        object.required("S3Origin", &self.s3_origin);
        object.required("TrustedSigners", &self.trusted_signers);
        object.finish()
    }
}

/// A list of AWS accounts whose public keys CloudFront can use to verify the signatures of signed URLs and
/// signed cookies.
#[derive(Debug, Clone, PartialEq)]
pub struct TrustedSigners {
    /// An AWS account number that contains active CloudFront key pairs that CloudFront can use to verify the
    /// signatures of signed URLs and signed cookies. If the AWS account that owns the key pairs is the same
    /// account that owns the CloudFront distribution, the value of this field is `self`.
    pub aws_account_numbers: Option<Value<List<String>>>,
    /// This field is `true` if any of the AWS accounts in the list are configured as trusted signers. If not,
    /// this field is `false`.
    pub enabled: Value<bool>,
}

impl TrustedSigners {
    /// With the required properties only.
    pub fn new(enabled: impl Into<Value<bool>>) -> Self {
        Self {
            aws_account_numbers: None,
            enabled: enabled.into(),
        }
    }
}

impl ToJson for TrustedSigners {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("AwsAccountNumbers", self.aws_account_numbers.as_ref());
        object.required("Enabled", &self.enabled);
        object.finish()
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::CloudFront::StreamingDistribution",
    properties: &STREAMING_DISTRIBUTION,
    create_only: &[],
    conditional_create_only: &[],
    read_only: &["DomainName", "Id"],
    write_only: &[],
    primary_identifier: &["Id"],
    reference: Reference::Id,
    attributes: &[Attribute::scalar("DomainName"), Attribute::scalar("Id")],
    stateful: false,
};

static LOGGING: Object = Object {
    properties: &[
        Property::required("Bucket", Shape::TEXT),
        Property::required("Enabled", Shape::Boolean),
        Property::required("Prefix", Shape::TEXT),
    ],
    constraints: &[],
};

static S3_ORIGIN: Object = Object {
    properties: &[
        Property::required("DomainName", Shape::TEXT),
        Property::required("OriginAccessIdentity", Shape::TEXT),
    ],
    constraints: &[],
};

static STREAMING_DISTRIBUTION: Object = Object {
    properties: &[
        Property::optional("DomainName", Shape::Json),
        Property::optional("Id", Shape::Json),
        Property::required(
            "StreamingDistributionConfig",
            Shape::Object(&STREAMING_DISTRIBUTION_CONFIG),
        ),
        Property::required("Tags", Shape::list(&Shape::Object(&TAG))),
    ],
    constraints: &[],
};

static STREAMING_DISTRIBUTION_CONFIG: Object = Object {
    properties: &[
        Property::optional("Aliases", Shape::list(&Shape::TEXT)),
        Property::required("Comment", Shape::TEXT),
        Property::required("Enabled", Shape::Boolean),
        Property::optional("Logging", Shape::Object(&LOGGING)),
        Property::optional("PriceClass", Shape::TEXT),
        Property::required("S3Origin", Shape::Object(&S3_ORIGIN)),
        Property::required("TrustedSigners", Shape::Object(&TRUSTED_SIGNERS)),
    ],
    constraints: &[],
};

static TAG: Object = Object {
    properties: &[
        Property::required("Key", Shape::TEXT),
        Property::required("Value", Shape::TEXT),
    ],
    constraints: &[],
};

static TRUSTED_SIGNERS: Object = Object {
    properties: &[
        Property::optional("AwsAccountNumbers", Shape::list(&Shape::TEXT)),
        Property::required("Enabled", Shape::Boolean),
    ],
    constraints: &[],
};
