//! `AWS::CloudFront::Distribution`. Generated; see `generator/`.

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

/// A distribution tells CloudFront where you want content to be delivered from, and the details about how to
/// track and manage content delivery.
///
/// `AWS::CloudFront::Distribution`.
#[derive(Debug, Clone, PartialEq)]
pub struct Distribution {
    /// The distribution's configuration.
    pub distribution_config: Value<DistributionConfig>,
    /// A complex type that contains zero or more `Tag` elements.
    pub tags: Option<Value<List<Tag>>>,
}

impl Distribution {
    /// With the required properties only.
    pub fn new(distribution_config: impl Into<Value<DistributionConfig>>) -> Self {
        Self {
            distribution_config: distribution_config.into(),
            tags: None,
        }
    }
}

impl ToJson for Distribution {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("DistributionConfig", &self.distribution_config);
        object.optional("Tags", self.tags.as_ref());
        object.finish()
    }
}

impl resource::Resource for Distribution {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::cloudfront::Distribution;
    type Reference = Id<kind::cloudfront::Distribution>;
}

impl Handle<Distribution> {
    /// The domain name of the resource, such as `d111111abcdef8.cloudfront.net`.
    ///
    /// `Fn::GetAtt` of `DomainName`.
    pub fn domain_name(&self) -> Value<String> {
        self.attribute("DomainName")
    }

    /// The distribution's identifier. For example: `E1U5RQF7T870K0`.
    ///
    /// `Fn::GetAtt` of `Id`.
    pub fn id(&self) -> Value<Id<kind::cloudfront::Distribution>> {
        self.attribute("Id")
    }
}

/// A complex type that describes how CloudFront processes requests.
#[derive(Debug, Clone, PartialEq)]
pub struct CacheBehavior {
    /// A complex type that controls which HTTP methods CloudFront processes and forwards to your Amazon S3
    /// bucket or your custom origin. There are three choices:
    pub allowed_methods: Option<Value<List<String>>>,
    /// The unique identifier of the cache policy that is attached to this cache behavior. For more
    /// information, see [Creating cache
    /// policies](https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/controlling-the-cache-key.html#cache-key-create-cache-policy)
    /// or [Using the managed cache
    /// policies](https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-cache-policies.html)
    /// in the *Amazon CloudFront Developer Guide*.
    pub cache_policy_id: Option<Value<Id<kind::cloudfront::CachePolicy>>>,
    /// A complex type that controls whether CloudFront caches the response to requests using the specified
    /// HTTP methods. There are two choices:
    pub cached_methods: Option<Value<List<String>>>,
    /// Whether you want CloudFront to automatically compress certain files for this cache behavior. If so,
    /// specify true; if not, specify false. For more information, see [Serving Compressed
    /// Files](https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/ServingCompressedFiles.html)
    /// in the *Amazon CloudFront Developer Guide*.
    pub compress: Option<Value<bool>>,
    /// This field is deprecated. We recommend that you use the `DefaultTTL` field in a cache policy instead
    /// of this field. For more information, see [Creating cache
    /// policies](https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/controlling-the-cache-key.html#cache-key-create-cache-policy)
    /// or [Using the managed cache
    /// policies](https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-cache-policies.html)
    /// in the *Amazon CloudFront Developer Guide*.
    pub default_ttl: Option<Value<f64>>,
    /// The value of `ID` for the field-level encryption configuration that you want CloudFront to use for
    /// encrypting specific fields of data for this cache behavior.
    pub field_level_encryption_id: Option<Value<String>>,
    /// This field is deprecated. We recommend that you use a cache policy or an origin request policy instead
    /// of this field. For more information, see [Working with
    /// policies](https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/working-with-policies.html)
    /// in the *Amazon CloudFront Developer Guide*.
    pub forwarded_values: Option<Value<ForwardedValues>>,
    /// A list of CloudFront functions that are associated with this cache behavior. CloudFront functions must
    /// be published to the `LIVE` stage to associate them with a cache behavior.
    pub function_associations: Option<Value<List<FunctionAssociation>>>,
    /// The gRPC configuration for your cache behavior.
    pub grpc_config: Option<Value<GrpcConfig>>,
    /// A complex type that contains zero or more Lambda@Edge function associations for a cache behavior.
    pub lambda_function_associations: Option<Value<List<LambdaFunctionAssociation>>>,
    /// This field is deprecated. We recommend that you use the `MaxTTL` field in a cache policy instead of
    /// this field. For more information, see [Creating cache
    /// policies](https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/controlling-the-cache-key.html#cache-key-create-cache-policy)
    /// or [Using the managed cache
    /// policies](https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-cache-policies.html)
    /// in the *Amazon CloudFront Developer Guide*.
    pub max_ttl: Option<Value<f64>>,
    /// This field is deprecated. We recommend that you use the `MinTTL` field in a cache policy instead of
    /// this field. For more information, see [Creating cache
    /// policies](https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/controlling-the-cache-key.html#cache-key-create-cache-policy)
    /// or [Using the managed cache
    /// policies](https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-cache-policies.html)
    /// in the *Amazon CloudFront Developer Guide*.
    pub min_ttl: Option<Value<f64>>,
    /// The unique identifier of the origin request policy that is attached to this cache behavior. For more
    /// information, see [Creating origin request
    /// policies](https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/controlling-origin-requests.html#origin-request-create-origin-request-policy)
    /// or [Using the managed origin request
    /// policies](https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-origin-request-policies.html)
    /// in the *Amazon CloudFront Developer Guide*.
    pub origin_request_policy_id: Option<Value<Id<kind::cloudfront::OriginRequestPolicy>>>,
    /// The pattern (for example, `images/*.jpg`) that specifies which requests to apply the behavior to. When
    /// CloudFront receives a viewer request, the requested path is compared with path patterns in the order
    /// in which cache behaviors are listed in the distribution.
    pub path_pattern: Value<String>,
    /// The Amazon Resource Name (ARN) of the real-time log configuration that is attached to this cache
    /// behavior. For more information, see [Real-time
    /// logs](https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/real-time-logs.html) in the
    /// *Amazon CloudFront Developer Guide*.
    pub realtime_log_config_arn: Option<Value<String>>,
    /// The identifier for a response headers policy.
    pub response_headers_policy_id: Option<Value<Id<kind::cloudfront::ResponseHeadersPolicy>>>,
    /// Indicates whether you want to distribute media files in the Microsoft Smooth Streaming format using
    /// the origin that is associated with this cache behavior. If so, specify `true`; if not, specify
    /// `false`. If you specify `true` for `SmoothStreaming`, you can still distribute other content using
    /// this cache behavior if the content matches the value of `PathPattern`.
    pub smooth_streaming: Option<Value<bool>>,
    /// The value of `ID` for the origin that you want CloudFront to route requests to when they match this
    /// cache behavior.
    pub target_origin_id: Value<String>,
    /// A list of key groups that CloudFront can use to validate signed URLs or signed cookies.
    pub trusted_key_groups: Option<Value<List<Id<kind::cloudfront::KeyGroup>>>>,
    /// A list of AWS account IDs whose public keys CloudFront can use to validate signed URLs or signed
    /// cookies.
    pub trusted_signers: Option<Value<List<String>>>,
    /// The protocol that viewers can use to access the files in the origin specified by `TargetOriginId` when
    /// a request matches the path pattern in `PathPattern`. You can specify the following options:
    pub viewer_protocol_policy: Value<String>,
}

impl CacheBehavior {
    /// With the required properties only.
    pub fn new(
        path_pattern: impl Into<Value<String>>,
        target_origin_id: impl Into<Value<String>>,
        viewer_protocol_policy: impl Into<Value<String>>,
    ) -> Self {
        Self {
            allowed_methods: None,
            cache_policy_id: None,
            cached_methods: None,
            compress: None,
            default_ttl: None,
            field_level_encryption_id: None,
            forwarded_values: None,
            function_associations: None,
            grpc_config: None,
            lambda_function_associations: None,
            max_ttl: None,
            min_ttl: None,
            origin_request_policy_id: None,
            path_pattern: path_pattern.into(),
            realtime_log_config_arn: None,
            response_headers_policy_id: None,
            smooth_streaming: None,
            target_origin_id: target_origin_id.into(),
            trusted_key_groups: None,
            trusted_signers: None,
            viewer_protocol_policy: viewer_protocol_policy.into(),
        }
    }
}

impl ToJson for CacheBehavior {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("AllowedMethods", self.allowed_methods.as_ref());
        object.optional("CachePolicyId", self.cache_policy_id.as_ref());
        object.optional("CachedMethods", self.cached_methods.as_ref());
        object.optional("Compress", self.compress.as_ref());
        object.optional("DefaultTTL", self.default_ttl.as_ref());
        object.optional("FieldLevelEncryptionId", self.field_level_encryption_id.as_ref());
        object.optional("ForwardedValues", self.forwarded_values.as_ref());
        object.optional("FunctionAssociations", self.function_associations.as_ref());
        object.optional("GrpcConfig", self.grpc_config.as_ref());
        object.optional(
            "LambdaFunctionAssociations",
            self.lambda_function_associations.as_ref(),
        );
        object.optional("MaxTTL", self.max_ttl.as_ref());
        object.optional("MinTTL", self.min_ttl.as_ref());
        object.optional("OriginRequestPolicyId", self.origin_request_policy_id.as_ref());
        object.required("PathPattern", &self.path_pattern);
        object.optional("RealtimeLogConfigArn", self.realtime_log_config_arn.as_ref());
        object.optional(
            "ResponseHeadersPolicyId",
            self.response_headers_policy_id.as_ref(),
        );
        object.optional("SmoothStreaming", self.smooth_streaming.as_ref());
        object.required("TargetOriginId", &self.target_origin_id);
        object.optional("TrustedKeyGroups", self.trusted_key_groups.as_ref());
        object.optional("TrustedSigners", self.trusted_signers.as_ref());
        object.required("ViewerProtocolPolicy", &self.viewer_protocol_policy);
        object.finish()
    }
}

/// A complex type that specifies the HTTP header name from which CloudFront extracts cache tags from origin
/// responses. When you add `CacheTagConfig` to a distribution, CloudFront reads the specified header from
/// origin responses, parses the comma-separated tag values, and stores them with the cached object. You can
/// then invalidate cached objects by tag using the `CreateInvalidation` API.
#[derive(Debug, Clone, PartialEq)]
pub struct CacheTagConfig {
    /// The name of the HTTP header that your origin includes in responses. CloudFront uses this header to
    /// extract cache tags. The header value must contain comma-separated tag values (for example,
    /// `product:electronics, category:tv, brand:example`).
    pub header_name: Value<String>,
}

impl CacheTagConfig {
    /// With the required properties only.
    pub fn new(header_name: impl Into<Value<String>>) -> Self {
        Self {
            header_name: header_name.into(),
        }
    }
}

impl ToJson for CacheTagConfig {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("HeaderName", &self.header_name);
        object.finish()
    }
}

/// A connection function association.
#[derive(Debug, Clone, PartialEq)]
pub struct ConnectionFunctionAssociation {
    /// The association's ID.
    ///
    /// Length: 1 to 64.
    pub id: Value<String>,
}

impl ConnectionFunctionAssociation {
    /// With the required properties only.
    pub fn new(id: impl Into<Value<String>>) -> Self {
        Self { id: id.into() }
    }
}

impl ToJson for ConnectionFunctionAssociation {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Id", &self.id);
        object.finish()
    }
}

/// This field is deprecated. We recommend that you use a cache policy or an origin request policy instead of
/// this field.
#[derive(Debug, Clone, PartialEq)]
pub struct Cookies {
    /// This field is deprecated. We recommend that you use a cache policy or an origin request policy instead
    /// of this field.
    pub forward: Value<String>,
    /// This field is deprecated. We recommend that you use a cache policy or an origin request policy instead
    /// of this field.
    pub whitelisted_names: Option<Value<List<String>>>,
}

impl Cookies {
    /// With the required properties only.
    pub fn new(forward: impl Into<Value<String>>) -> Self {
        Self {
            forward: forward.into(),
            whitelisted_names: None,
        }
    }
}

impl ToJson for Cookies {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Forward", &self.forward);
        object.optional("WhitelistedNames", self.whitelisted_names.as_ref());
        object.finish()
    }
}

/// A complex type that controls:
#[derive(Debug, Clone, PartialEq)]
pub struct CustomErrorResponse {
    /// The minimum amount of time, in seconds, that you want CloudFront to cache the HTTP status code
    /// specified in `ErrorCode`. When this time period has elapsed, CloudFront queries your origin to see
    /// whether the problem that caused the error has been resolved and the requested object is now available.
    pub error_caching_min_ttl: Option<Value<f64>>,
    /// The HTTP status code for which you want to specify a custom error page and/or a caching duration.
    ///
    /// One of 400, 403, 404, 405, 414, 416, 500, 501, 502, 503, 504.
    pub error_code: Value<i64>,
    /// The HTTP status code that you want CloudFront to return to the viewer along with the custom error
    /// page. There are a variety of reasons that you might want CloudFront to return a status code different
    /// from the status code that your origin returned to CloudFront, for example:
    ///
    /// One of 200, 400, 403, 404, 405, 414, 416, 500, 501, 502, 503, 504.
    pub response_code: Option<Value<i64>>,
    /// The path to the custom error page that you want CloudFront to return to a viewer when your origin
    /// returns the HTTP status code specified by `ErrorCode`, for example, `/4xx-errors/403-forbidden.html`.
    /// If you want to store your objects and your custom error pages in different locations, your
    /// distribution must include a cache behavior for which the following is true:
    pub response_page_path: Option<Value<String>>,
}

impl CustomErrorResponse {
    /// With the required properties only.
    pub fn new(error_code: impl Into<Value<i64>>) -> Self {
        Self {
            error_caching_min_ttl: None,
            error_code: error_code.into(),
            response_code: None,
            response_page_path: None,
        }
    }
}

impl ToJson for CustomErrorResponse {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("ErrorCachingMinTTL", self.error_caching_min_ttl.as_ref());
        object.required("ErrorCode", &self.error_code);
        object.optional("ResponseCode", self.response_code.as_ref());
        object.optional("ResponsePagePath", self.response_page_path.as_ref());
        object.finish()
    }
}

/// A custom origin. A custom origin is any origin that is *not* an Amazon S3 bucket, with one exception. An
/// Amazon S3 bucket that is [configured with static website
/// hosting](https://docs.aws.amazon.com/AmazonS3/latest/dev/WebsiteHosting.html) *is* a custom origin.
#[derive(Debug, Clone, PartialEq)]
pub struct CustomOriginConfig {
    /// The HTTP port that CloudFront uses to connect to the origin. Specify the HTTP port that the origin
    /// listens on.
    pub http_port: Option<Value<i64>>,
    /// The HTTPS port that CloudFront uses to connect to the origin. Specify the HTTPS port that the origin
    /// listens on.
    pub https_port: Option<Value<i64>>,
    /// Specifies which IP protocol CloudFront uses when connecting to your origin. If your origin uses both
    /// IPv4 and IPv6 protocols, you can choose `dualstack` to help optimize reliability.
    pub ip_address_type: Option<Value<IpAddressType>>,
    /// Specifies how long, in seconds, CloudFront persists its connection to the origin. The minimum timeout
    /// is 1 second, the maximum is 120 seconds, and the default (if you don't specify otherwise) is 5
    /// seconds.
    pub origin_keepalive_timeout: Option<Value<i64>>,
    /// Configures mutual TLS authentication between CloudFront and your origin server.
    pub origin_mtls_config: Option<Value<OriginMtlsConfig>>,
    /// Specifies the protocol (HTTP or HTTPS) that CloudFront uses to connect to the origin. Valid values
    /// are:
    pub origin_protocol_policy: Value<String>,
    /// Specifies how long, in seconds, CloudFront waits for a response from the origin. This is also known as
    /// the *origin response timeout*. The minimum timeout is 1 second, the maximum is 120 seconds, and the
    /// default (if you don't specify otherwise) is 30 seconds.
    pub origin_read_timeout: Option<Value<i64>>,
    /// Specifies the minimum SSL/TLS protocol that CloudFront uses when connecting to your origin over HTTPS.
    /// Valid values include `SSLv3`, `TLSv1`, `TLSv1.1`, and `TLSv1.2`.
    pub origin_ssl_protocols: Option<Value<List<String>>>,
}

impl CustomOriginConfig {
    /// With the required properties only.
    pub fn new(origin_protocol_policy: impl Into<Value<String>>) -> Self {
        Self {
            http_port: None,
            https_port: None,
            ip_address_type: None,
            origin_keepalive_timeout: None,
            origin_mtls_config: None,
            origin_protocol_policy: origin_protocol_policy.into(),
            origin_read_timeout: None,
            origin_ssl_protocols: None,
        }
    }
}

impl ToJson for CustomOriginConfig {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("HTTPPort", self.http_port.as_ref());
        object.optional("HTTPSPort", self.https_port.as_ref());
        object.optional("IpAddressType", self.ip_address_type.as_ref());
        object.optional("OriginKeepaliveTimeout", self.origin_keepalive_timeout.as_ref());
        object.optional("OriginMtlsConfig", self.origin_mtls_config.as_ref());
        object.required("OriginProtocolPolicy", &self.origin_protocol_policy);
        object.optional("OriginReadTimeout", self.origin_read_timeout.as_ref());
        object.optional("OriginSSLProtocols", self.origin_ssl_protocols.as_ref());
        object.finish()
    }
}

/// A complex type that describes the default cache behavior if you don't specify a `CacheBehavior` element or
/// if request URLs don't match any of the values of `PathPattern` in `CacheBehavior` elements. You must
/// create exactly one default cache behavior.
#[derive(Debug, Clone, PartialEq)]
pub struct DefaultCacheBehavior {
    /// A complex type that controls which HTTP methods CloudFront processes and forwards to your Amazon S3
    /// bucket or your custom origin. There are three choices:
    pub allowed_methods: Option<Value<List<String>>>,
    /// The unique identifier of the cache policy that is attached to the default cache behavior. For more
    /// information, see [Creating cache
    /// policies](https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/controlling-the-cache-key.html#cache-key-create-cache-policy)
    /// or [Using the managed cache
    /// policies](https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-cache-policies.html)
    /// in the *Amazon CloudFront Developer Guide*.
    pub cache_policy_id: Option<Value<Id<kind::cloudfront::CachePolicy>>>,
    /// A complex type that controls whether CloudFront caches the response to requests using the specified
    /// HTTP methods. There are two choices:
    pub cached_methods: Option<Value<List<String>>>,
    /// Whether you want CloudFront to automatically compress certain files for this cache behavior. If so,
    /// specify `true`; if not, specify `false`. For more information, see [Serving Compressed
    /// Files](https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/ServingCompressedFiles.html)
    /// in the *Amazon CloudFront Developer Guide*.
    pub compress: Option<Value<bool>>,
    /// This field is deprecated. We recommend that you use the `DefaultTTL` field in a cache policy instead
    /// of this field. For more information, see [Creating cache
    /// policies](https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/controlling-the-cache-key.html#cache-key-create-cache-policy)
    /// or [Using the managed cache
    /// policies](https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-cache-policies.html)
    /// in the *Amazon CloudFront Developer Guide*.
    pub default_ttl: Option<Value<f64>>,
    /// The value of `ID` for the field-level encryption configuration that you want CloudFront to use for
    /// encrypting specific fields of data for the default cache behavior.
    pub field_level_encryption_id: Option<Value<String>>,
    /// This field is deprecated. We recommend that you use a cache policy or an origin request policy instead
    /// of this field. For more information, see [Working with
    /// policies](https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/working-with-policies.html)
    /// in the *Amazon CloudFront Developer Guide*.
    pub forwarded_values: Option<Value<ForwardedValues>>,
    /// A list of CloudFront functions that are associated with this cache behavior. Your functions must be
    /// published to the `LIVE` stage to associate them with a cache behavior.
    pub function_associations: Option<Value<List<FunctionAssociation>>>,
    /// The gRPC configuration for your cache behavior.
    pub grpc_config: Option<Value<GrpcConfig>>,
    /// A complex type that contains zero or more Lambda@Edge function associations for a cache behavior.
    pub lambda_function_associations: Option<Value<List<LambdaFunctionAssociation>>>,
    /// This field is deprecated. We recommend that you use the `MaxTTL` field in a cache policy instead of
    /// this field. For more information, see [Creating cache
    /// policies](https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/controlling-the-cache-key.html#cache-key-create-cache-policy)
    /// or [Using the managed cache
    /// policies](https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-cache-policies.html)
    /// in the *Amazon CloudFront Developer Guide*.
    pub max_ttl: Option<Value<f64>>,
    /// This field is deprecated. We recommend that you use the `MinTTL` field in a cache policy instead of
    /// this field. For more information, see [Creating cache
    /// policies](https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/controlling-the-cache-key.html#cache-key-create-cache-policy)
    /// or [Using the managed cache
    /// policies](https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-cache-policies.html)
    /// in the *Amazon CloudFront Developer Guide*.
    pub min_ttl: Option<Value<f64>>,
    /// The unique identifier of the origin request policy that is attached to the default cache behavior. For
    /// more information, see [Creating origin request
    /// policies](https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/controlling-origin-requests.html#origin-request-create-origin-request-policy)
    /// or [Using the managed origin request
    /// policies](https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-origin-request-policies.html)
    /// in the *Amazon CloudFront Developer Guide*.
    pub origin_request_policy_id: Option<Value<Id<kind::cloudfront::OriginRequestPolicy>>>,
    /// The Amazon Resource Name (ARN) of the real-time log configuration that is attached to this cache
    /// behavior. For more information, see [Real-time
    /// logs](https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/real-time-logs.html) in the
    /// *Amazon CloudFront Developer Guide*.
    pub realtime_log_config_arn: Option<Value<Arn<kind::cloudfront::RealtimeLogConfig>>>,
    /// The identifier for a response headers policy.
    pub response_headers_policy_id: Option<Value<Id<kind::cloudfront::ResponseHeadersPolicy>>>,
    /// Indicates whether you want to distribute media files in the Microsoft Smooth Streaming format using
    /// the origin that is associated with this cache behavior. If so, specify `true`; if not, specify
    /// `false`. If you specify `true` for `SmoothStreaming`, you can still distribute other content using
    /// this cache behavior if the content matches the value of `PathPattern`.
    pub smooth_streaming: Option<Value<bool>>,
    /// The value of `ID` for the origin that you want CloudFront to route requests to when they use the
    /// default cache behavior.
    pub target_origin_id: Value<String>,
    /// A list of key groups that CloudFront can use to validate signed URLs or signed cookies.
    pub trusted_key_groups: Option<Value<List<Id<kind::cloudfront::KeyGroup>>>>,
    /// A list of AWS account IDs whose public keys CloudFront can use to validate signed URLs or signed
    /// cookies.
    pub trusted_signers: Option<Value<List<String>>>,
    /// The protocol that viewers can use to access the files in the origin specified by `TargetOriginId` when
    /// a request matches the path pattern in `PathPattern`. You can specify the following options:
    pub viewer_protocol_policy: Value<ViewerProtocolPolicy>,
}

impl DefaultCacheBehavior {
    /// With the required properties only.
    pub fn new(
        target_origin_id: impl Into<Value<String>>,
        viewer_protocol_policy: impl Into<Value<ViewerProtocolPolicy>>,
    ) -> Self {
        Self {
            allowed_methods: None,
            cache_policy_id: None,
            cached_methods: None,
            compress: None,
            default_ttl: None,
            field_level_encryption_id: None,
            forwarded_values: None,
            function_associations: None,
            grpc_config: None,
            lambda_function_associations: None,
            max_ttl: None,
            min_ttl: None,
            origin_request_policy_id: None,
            realtime_log_config_arn: None,
            response_headers_policy_id: None,
            smooth_streaming: None,
            target_origin_id: target_origin_id.into(),
            trusted_key_groups: None,
            trusted_signers: None,
            viewer_protocol_policy: viewer_protocol_policy.into(),
        }
    }
}

impl ToJson for DefaultCacheBehavior {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("AllowedMethods", self.allowed_methods.as_ref());
        object.optional("CachePolicyId", self.cache_policy_id.as_ref());
        object.optional("CachedMethods", self.cached_methods.as_ref());
        object.optional("Compress", self.compress.as_ref());
        object.optional("DefaultTTL", self.default_ttl.as_ref());
        object.optional("FieldLevelEncryptionId", self.field_level_encryption_id.as_ref());
        object.optional("ForwardedValues", self.forwarded_values.as_ref());
        object.optional("FunctionAssociations", self.function_associations.as_ref());
        object.optional("GrpcConfig", self.grpc_config.as_ref());
        object.optional(
            "LambdaFunctionAssociations",
            self.lambda_function_associations.as_ref(),
        );
        object.optional("MaxTTL", self.max_ttl.as_ref());
        object.optional("MinTTL", self.min_ttl.as_ref());
        object.optional("OriginRequestPolicyId", self.origin_request_policy_id.as_ref());
        object.optional("RealtimeLogConfigArn", self.realtime_log_config_arn.as_ref());
        object.optional(
            "ResponseHeadersPolicyId",
            self.response_headers_policy_id.as_ref(),
        );
        object.optional("SmoothStreaming", self.smooth_streaming.as_ref());
        object.required("TargetOriginId", &self.target_origin_id);
        object.optional("TrustedKeyGroups", self.trusted_key_groups.as_ref());
        object.optional("TrustedSigners", self.trusted_signers.as_ref());
        object.required("ViewerProtocolPolicy", &self.viewer_protocol_policy);
        object.finish()
    }
}

/// The value that you assigned to the parameter.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Definition {
    /// `StringSchema`.
    pub string_schema: Option<Value<StringSchema>>,
}

impl Definition {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for Definition {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("StringSchema", self.string_schema.as_ref());
        object.finish()
    }
}

/// A distribution configuration.
#[derive(Debug, Clone, PartialEq)]
pub struct DistributionConfig {
    /// A complex type that contains information about CNAMEs (alternate domain names), if any, for this
    /// distribution.
    pub aliases: Option<Value<List<String>>>,
    /// ID of the Anycast static IP list that is associated with the distribution.
    pub anycast_ip_list_id: Option<Value<String>>,
    /// An alias for the CloudFront distribution's domain name.
    pub cnames: Option<Value<List<String>>>,
    /// A complex type that contains zero or more `CacheBehavior` elements.
    pub cache_behaviors: Option<Value<List<CacheBehavior>>>,
    /// A complex type that specifies the HTTP header name from which CloudFront extracts cache tags from
    /// origin responses. When you add `CacheTagConfig` to a distribution, CloudFront reads the specified
    /// header from origin responses, parses the comma-separated tag values, and stores them with the cached
    /// object. You can then invalidate cached objects by tag using the `CreateInvalidation` API.
    pub cache_tag_config: Option<Value<CacheTagConfig>>,
    /// A comment to describe the distribution. The comment cannot be longer than 128 characters.
    pub comment: Option<Value<String>>,
    /// The distribution's connection function association.
    pub connection_function_association: Option<Value<ConnectionFunctionAssociation>>,
    /// This field specifies whether the connection mode is through a standard distribution (direct) or a
    /// multi-tenant distribution with distribution tenants (tenant-only).
    pub connection_mode: Option<Value<ConnectionMode>>,
    /// The identifier of a continuous deployment policy. For more information, see
    /// `CreateContinuousDeploymentPolicy`.
    pub continuous_deployment_policy_id: Option<Value<Id<kind::cloudfront::ContinuousDeploymentPolicy>>>,
    /// A complex type that controls the following:
    pub custom_error_responses: Option<Value<List<CustomErrorResponse>>>,
    /// The user-defined HTTP server that serves as the origin for content that CloudFront distributes.
    ///
    /// Deprecated.
    pub custom_origin: Option<Value<LegacyCustomOrigin>>,
    /// A complex type that describes the default cache behavior if you don't specify a `CacheBehavior`
    /// element or if files don't match any of the values of `PathPattern` in `CacheBehavior` elements. You
    /// must create exactly one default cache behavior.
    pub default_cache_behavior: Value<DefaultCacheBehavior>,
    /// When a viewer requests the root URL for your distribution, the default root object is the object that
    /// you want CloudFront to request from your origin. For example, if your root URL is
    /// `https://www.example.com`, you can specify CloudFront to return the `index.html` file as the default
    /// root object. You can specify a default root object so that viewers see a specific file or object,
    /// instead of another object in your distribution (for example,
    /// `https://www.example.com/product-description.html` ).
    pub default_root_object: Option<Value<String>>,
    /// From this field, you can enable or disable the selected distribution.
    pub enabled: Value<bool>,
    /// (Optional) Specify the HTTP version(s) that you want viewers to use to communicate with CloudFront.
    /// The default value for new distributions is `http1.1`.
    pub http_version: Option<Value<HttpVersion>>,
    /// If you want CloudFront to respond to IPv6 DNS requests with an IPv6 address for your distribution,
    /// specify `true`. If you specify `false`, CloudFront responds to IPv6 DNS requests with the DNS response
    /// code `NOERROR` and with no IP addresses. This allows viewers to submit a second request, for an IPv4
    /// address for your distribution.
    pub ipv6_enabled: Option<Value<bool>>,
    /// A complex type that controls whether access logs are written for the distribution.
    pub logging: Option<Value<Logging>>,
    /// A complex type that contains information about origin groups for this distribution.
    pub origin_groups: Option<Value<OriginGroups>>,
    /// A complex type that contains information about origins for this distribution.
    pub origins: Option<Value<List<Origin>>>,
    /// The price class that corresponds with the maximum price that you want to pay for CloudFront service.
    /// If you specify `PriceClass_All`, CloudFront responds to requests for your objects from all CloudFront
    /// edge locations.
    pub price_class: Option<Value<PriceClass>>,
    /// A complex type that identifies ways in which you want to restrict distribution of your content.
    pub restrictions: Option<Value<Restrictions>>,
    /// The origin as an Amazon S3 bucket.
    ///
    /// Deprecated.
    pub s3_origin: Option<Value<LegacyS3Origin>>,
    /// A Boolean that indicates whether this is a staging distribution. When this value is `true`, this is a
    /// staging distribution. When this value is `false`, this is not a staging distribution.
    pub staging: Option<Value<bool>>,
    /// A distribution tenant configuration.
    pub tenant_config: Option<Value<TenantConfig>>,
    /// A complex type that determines the distribution's SSL/TLS configuration for communicating with
    /// viewers.
    pub viewer_certificate: Option<Value<ViewerCertificate>>,
    /// The distribution's viewer mTLS configuration.
    pub viewer_mtls_config: Option<Value<ViewerMtlsConfig>>,
    /// A unique identifier that specifies the AWS WAF web ACL, if any, to associate with this distribution.
    /// To specify a web ACL created using the latest version of AWS WAF, use the ACL ARN, for example
    /// `arn:aws:wafv2:us-east-1:123456789012:global/webacl/ExampleWebACL/a1b2c3d4-5678-90ab-cdef-EXAMPLE11111`.
    /// To specify a web ACL created using AWS WAF Classic, use the ACL ID, for example
    /// `a1b2c3d4-5678-90ab-cdef-EXAMPLE11111`.
    pub web_acl_id: Option<Value<Arn<kind::wafv2::WebACL>>>,
}

impl DistributionConfig {
    /// With the required properties only.
    pub fn new(
        default_cache_behavior: impl Into<Value<DefaultCacheBehavior>>,
        enabled: impl Into<Value<bool>>,
    ) -> Self {
        Self {
            aliases: None,
            anycast_ip_list_id: None,
            cnames: None,
            cache_behaviors: None,
            cache_tag_config: None,
            comment: None,
            connection_function_association: None,
            connection_mode: None,
            continuous_deployment_policy_id: None,
            custom_error_responses: None,
            custom_origin: None,
            default_cache_behavior: default_cache_behavior.into(),
            default_root_object: None,
            enabled: enabled.into(),
            http_version: None,
            ipv6_enabled: None,
            logging: None,
            origin_groups: None,
            origins: None,
            price_class: None,
            restrictions: None,
            s3_origin: None,
            staging: None,
            tenant_config: None,
            viewer_certificate: None,
            viewer_mtls_config: None,
            web_acl_id: None,
        }
    }
}

impl ToJson for DistributionConfig {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("Aliases", self.aliases.as_ref());
        object.optional("AnycastIpListId", self.anycast_ip_list_id.as_ref());
        object.optional("CNAMEs", self.cnames.as_ref());
        object.optional("CacheBehaviors", self.cache_behaviors.as_ref());
        object.optional("CacheTagConfig", self.cache_tag_config.as_ref());
        object.optional("Comment", self.comment.as_ref());
        object.optional(
            "ConnectionFunctionAssociation",
            self.connection_function_association.as_ref(),
        );
        object.optional("ConnectionMode", self.connection_mode.as_ref());
        object.optional(
            "ContinuousDeploymentPolicyId",
            self.continuous_deployment_policy_id.as_ref(),
        );
        object.optional("CustomErrorResponses", self.custom_error_responses.as_ref());
        object.optional("CustomOrigin", self.custom_origin.as_ref());
        object.required("DefaultCacheBehavior", &self.default_cache_behavior);
        object.optional("DefaultRootObject", self.default_root_object.as_ref());
        object.required("Enabled", &self.enabled);
        object.optional("HttpVersion", self.http_version.as_ref());
        object.optional("IPV6Enabled", self.ipv6_enabled.as_ref());
        object.optional("Logging", self.logging.as_ref());
        object.optional("OriginGroups", self.origin_groups.as_ref());
        object.optional("Origins", self.origins.as_ref());
        object.optional("PriceClass", self.price_class.as_ref());
        object.optional("Restrictions", self.restrictions.as_ref());
        object.optional("S3Origin", self.s3_origin.as_ref());
        object.optional("Staging", self.staging.as_ref());
        object.optional("TenantConfig", self.tenant_config.as_ref());
        object.optional("ViewerCertificate", self.viewer_certificate.as_ref());
        object.optional("ViewerMtlsConfig", self.viewer_mtls_config.as_ref());
        object.optional("WebACLId", self.web_acl_id.as_ref());
        object.finish()
    }
}

/// This field is deprecated. We recommend that you use a cache policy or an origin request policy instead of
/// this field.
#[derive(Debug, Clone, PartialEq)]
pub struct ForwardedValues {
    /// This field is deprecated. We recommend that you use a cache policy or an origin request policy instead
    /// of this field.
    pub cookies: Option<Value<Cookies>>,
    /// This field is deprecated. We recommend that you use a cache policy or an origin request policy instead
    /// of this field.
    pub headers: Option<Value<List<String>>>,
    /// This field is deprecated. We recommend that you use a cache policy or an origin request policy instead
    /// of this field.
    pub query_string: Value<bool>,
    /// This field is deprecated. We recommend that you use a cache policy or an origin request policy instead
    /// of this field.
    pub query_string_cache_keys: Option<Value<List<String>>>,
}

impl ForwardedValues {
    /// With the required properties only.
    pub fn new(query_string: impl Into<Value<bool>>) -> Self {
        Self {
            cookies: None,
            headers: None,
            query_string: query_string.into(),
            query_string_cache_keys: None,
        }
    }
}

impl ToJson for ForwardedValues {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("Cookies", self.cookies.as_ref());
        object.optional("Headers", self.headers.as_ref());
        object.required("QueryString", &self.query_string);
        object.optional("QueryStringCacheKeys", self.query_string_cache_keys.as_ref());
        object.finish()
    }
}

/// A CloudFront function that is associated with a cache behavior in a CloudFront distribution.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct FunctionAssociation {
    /// The event type of the function, either `viewer-request` or `viewer-response`. You cannot use
    /// origin-facing event types ( `origin-request` and `origin-response`) with a CloudFront function.
    pub event_type: Option<Value<String>>,
    /// The Amazon Resource Name (ARN) of the function.
    pub function_arn: Option<Value<Arn<kind::cloudfront::Function>>>,
}

impl FunctionAssociation {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for FunctionAssociation {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("EventType", self.event_type.as_ref());
        object.optional("FunctionARN", self.function_arn.as_ref());
        object.finish()
    }
}

/// A complex type that controls the countries in which your content is distributed. CloudFront determines the
/// location of your users using `MaxMind` GeoIP databases. To disable geo restriction, remove the
/// [Restrictions](https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-cloudfront-distribution-distributionconfig.html#cfn-cloudfront-distribution-distributionconfig-restrictions)
/// property from your stack template.
#[derive(Debug, Clone, PartialEq)]
pub struct GeoRestriction {
    /// A complex type that contains a `Location` element for each country in which you want CloudFront either
    /// to distribute your content ( `whitelist`) or not distribute your content ( `blacklist` ).
    pub locations: Option<Value<List<Location>>>,
    /// The method that you want to use to restrict distribution of your content by country:
    pub restriction_type: Value<RestrictionType>,
}

impl GeoRestriction {
    /// With the required properties only.
    pub fn new(restriction_type: impl Into<Value<RestrictionType>>) -> Self {
        Self {
            locations: None,
            restriction_type: restriction_type.into(),
        }
    }
}

impl ToJson for GeoRestriction {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("Locations", self.locations.as_ref());
        object.required("RestrictionType", &self.restriction_type);
        object.finish()
    }
}

/// Amazon CloudFront supports gRPC, an open-source remote procedure call (RPC) framework built on HTTP/2.
/// gRPC offers bi-directional streaming and binary protocol that buffers payloads, making it suitable for
/// applications that require low latency communications.
#[derive(Debug, Clone, PartialEq)]
pub struct GrpcConfig {
    /// Enables your CloudFront distribution to receive gRPC requests and to proxy them directly to your
    /// origins.
    pub enabled: Value<bool>,
}

impl GrpcConfig {
    /// With the required properties only.
    pub fn new(enabled: impl Into<Value<bool>>) -> Self {
        Self {
            enabled: enabled.into(),
        }
    }
}

impl ToJson for GrpcConfig {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Enabled", &self.enabled);
        object.finish()
    }
}

/// A complex type that contains a Lambda@Edge function association.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct LambdaFunctionAssociation {
    /// Specifies the event type that triggers a Lambda@Edge function invocation. You can specify the
    /// following values:
    pub event_type: Option<Value<String>>,
    /// A flag that allows a Lambda@Edge function to have read access to the body content. For more
    /// information, see [Accessing the Request Body by Choosing the Include Body
    /// Option](https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-include-body-access.html)
    /// in the Amazon CloudFront Developer Guide.
    pub include_body: Option<Value<bool>>,
    /// The ARN of the Lambda@Edge function. You must specify the ARN of a function version; you can't specify
    /// an alias or $LATEST.
    pub lambda_function_arn: Option<Value<Arn<kind::lambda::Version>>>,
}

impl LambdaFunctionAssociation {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for LambdaFunctionAssociation {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("EventType", self.event_type.as_ref());
        object.optional("IncludeBody", self.include_body.as_ref());
        object.optional("LambdaFunctionARN", self.lambda_function_arn.as_ref());
        object.finish()
    }
}

/// A custom origin. A custom origin is any origin that is *not* an Amazon S3 bucket, with one exception. An
/// Amazon S3 bucket that is [configured with static website
/// hosting](https://docs.aws.amazon.com/AmazonS3/latest/dev/WebsiteHosting.html) *is* a custom origin.
#[derive(Debug, Clone, PartialEq)]
pub struct LegacyCustomOrigin {
    /// The domain name assigned to your CloudFront distribution.
    pub dns_name: Value<String>,
    /// The HTTP port that CloudFront uses to connect to the origin. Specify the HTTP port that the origin
    /// listens on.
    pub http_port: Option<Value<i64>>,
    /// The HTTPS port that CloudFront uses to connect to the origin. Specify the HTTPS port that the origin
    /// listens on.
    pub https_port: Option<Value<i64>>,
    /// Specifies the protocol (HTTP or HTTPS) that CloudFront uses to connect to the origin.
    pub origin_protocol_policy: Value<String>,
    /// The minimum SSL/TLS protocol version that CloudFront uses when communicating with your origin server
    /// over HTTPs.
    pub origin_ssl_protocols: Value<List<String>>,
}

impl LegacyCustomOrigin {
    /// With the required properties only.
    pub fn new(
        dns_name: impl Into<Value<String>>,
        origin_protocol_policy: impl Into<Value<String>>,
        origin_ssl_protocols: impl Into<Value<List<String>>>,
    ) -> Self {
        Self {
            dns_name: dns_name.into(),
            http_port: None,
            https_port: None,
            origin_protocol_policy: origin_protocol_policy.into(),
            origin_ssl_protocols: origin_ssl_protocols.into(),
        }
    }
}

impl ToJson for LegacyCustomOrigin {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("DNSName", &self.dns_name);
        object.optional("HTTPPort", self.http_port.as_ref());
        object.optional("HTTPSPort", self.https_port.as_ref());
        object.required("OriginProtocolPolicy", &self.origin_protocol_policy);
        object.required("OriginSSLProtocols", &self.origin_ssl_protocols);
        object.finish()
    }
}

/// The origin as an Amazon S3 bucket.
#[derive(Debug, Clone, PartialEq)]
pub struct LegacyS3Origin {
    /// The domain name assigned to your CloudFront distribution.
    pub dns_name: Value<String>,
    /// The CloudFront origin access identity to associate with the distribution. Use an origin access
    /// identity to configure the distribution so that end users can only access objects in an Amazon S3
    /// through CloudFront.
    pub origin_access_identity: Option<Value<String>>,
}

impl LegacyS3Origin {
    /// With the required properties only.
    pub fn new(dns_name: impl Into<Value<String>>) -> Self {
        Self {
            dns_name: dns_name.into(),
            origin_access_identity: None,
        }
    }
}

impl ToJson for LegacyS3Origin {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("DNSName", &self.dns_name);
        object.optional("OriginAccessIdentity", self.origin_access_identity.as_ref());
        object.finish()
    }
}

/// A complex type that specifies whether access logs are written for the distribution.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Logging {
    /// The Amazon S3 bucket to store the access logs in, for example, `amzn-s3-demo-bucket.s3.amazonaws.com`.
    pub bucket: Option<Value<String>>,
    /// Specifies whether you want CloudFront to include cookies in access logs, specify `true` for
    /// `IncludeCookies`. If you choose to include cookies in logs, CloudFront logs all cookies regardless of
    /// how you configure the cache behaviors for this distribution. If you don't want to include cookies when
    /// you create a distribution or if you want to disable include cookies for an existing distribution,
    /// specify `false` for `IncludeCookies`.
    pub include_cookies: Option<Value<bool>>,
    /// An optional string that you want CloudFront to prefix to the access log `filenames` for this
    /// distribution, for example, `myprefix/`. If you want to enable logging, but you don't want to specify a
    /// prefix, you still must include an empty `Prefix` element in the `Logging` element.
    pub prefix: Option<Value<String>>,
}

impl Logging {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for Logging {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("Bucket", self.bucket.as_ref());
        object.optional("IncludeCookies", self.include_cookies.as_ref());
        object.optional("Prefix", self.prefix.as_ref());
        object.finish()
    }
}

/// An origin.
#[derive(Debug, Clone, PartialEq)]
pub struct Origin {
    /// The number of times that CloudFront attempts to connect to the origin. The minimum number is 1, the
    /// maximum is 3, and the default (if you don't specify otherwise) is 3.
    pub connection_attempts: Option<Value<i64>>,
    /// The number of seconds that CloudFront waits when trying to establish a connection to the origin. The
    /// minimum timeout is 1 second, the maximum is 10 seconds, and the default (if you don't specify
    /// otherwise) is 10 seconds.
    pub connection_timeout: Option<Value<i64>>,
    /// Use this type to specify an origin that is not an Amazon S3 bucket, with one exception. If the Amazon
    /// S3 bucket is configured with static website hosting, use this type. If the Amazon S3 bucket is not
    /// configured with static website hosting, use the `S3OriginConfig` type instead.
    pub custom_origin_config: Option<Value<CustomOriginConfig>>,
    /// The domain name for the origin.
    pub domain_name: Value<String>,
    /// A unique identifier for the origin. This value must be unique within the distribution.
    pub id: Value<String>,
    /// The unique identifier of an origin access control for this origin.
    pub origin_access_control_id: Option<Value<Id<kind::cloudfront::OriginAccessControl>>>,
    /// A list of HTTP header names and values that CloudFront adds to the requests that it sends to the
    /// origin.
    pub origin_custom_headers: Option<Value<List<OriginCustomHeader>>>,
    /// An optional path that CloudFront appends to the origin domain name when CloudFront requests content
    /// from the origin.
    pub origin_path: Option<Value<String>>,
    /// CloudFront Origin Shield. Using Origin Shield can help reduce the load on your origin.
    pub origin_shield: Option<Value<OriginShield>>,
    /// The time (in seconds) that a request from CloudFront to the origin can stay open and wait for a
    /// response. If the complete response isn't received from the origin by this time, CloudFront ends the
    /// connection.
    pub response_completion_timeout: Option<Value<i64>>,
    /// Use this type to specify an origin that is an Amazon S3 bucket that is not configured with static
    /// website hosting. To specify any other type of origin, including an Amazon S3 bucket that is configured
    /// with static website hosting, use the `CustomOriginConfig` type instead.
    pub s3_origin_config: Option<Value<S3OriginConfig>>,
    /// The VPC origin configuration.
    pub vpc_origin_config: Option<Value<VpcOriginConfig>>,
}

impl Origin {
    /// With the required properties only.
    pub fn new(domain_name: impl Into<Value<String>>, id: impl Into<Value<String>>) -> Self {
        Self {
            connection_attempts: None,
            connection_timeout: None,
            custom_origin_config: None,
            domain_name: domain_name.into(),
            id: id.into(),
            origin_access_control_id: None,
            origin_custom_headers: None,
            origin_path: None,
            origin_shield: None,
            response_completion_timeout: None,
            s3_origin_config: None,
            vpc_origin_config: None,
        }
    }
}

impl ToJson for Origin {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("ConnectionAttempts", self.connection_attempts.as_ref());
        object.optional("ConnectionTimeout", self.connection_timeout.as_ref());
        object.optional("CustomOriginConfig", self.custom_origin_config.as_ref());
        object.required("DomainName", &self.domain_name);
        object.required("Id", &self.id);
        object.optional("OriginAccessControlId", self.origin_access_control_id.as_ref());
        object.optional("OriginCustomHeaders", self.origin_custom_headers.as_ref());
        object.optional("OriginPath", self.origin_path.as_ref());
        object.optional("OriginShield", self.origin_shield.as_ref());
        object.optional(
            "ResponseCompletionTimeout",
            self.response_completion_timeout.as_ref(),
        );
        object.optional("S3OriginConfig", self.s3_origin_config.as_ref());
        object.optional("VpcOriginConfig", self.vpc_origin_config.as_ref());
        object.finish()
    }
}

/// A complex type that contains `HeaderName` and `HeaderValue` elements, if any, for this distribution.
#[derive(Debug, Clone, PartialEq)]
pub struct OriginCustomHeader {
    /// The name of a header that you want CloudFront to send to your origin. For more information, see
    /// [Adding Custom Headers to Origin
    /// Requests](https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/forward-custom-headers.html)
    /// in the *Amazon CloudFront Developer Guide*.
    pub header_name: Value<String>,
    /// The value for the header that you specified in the `HeaderName` field.
    pub header_value: Value<String>,
}

impl OriginCustomHeader {
    /// With the required properties only.
    pub fn new(header_name: impl Into<Value<String>>, header_value: impl Into<Value<String>>) -> Self {
        Self {
            header_name: header_name.into(),
            header_value: header_value.into(),
        }
    }
}

impl ToJson for OriginCustomHeader {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("HeaderName", &self.header_name);
        object.required("HeaderValue", &self.header_value);
        object.finish()
    }
}

/// An origin group includes two origins (a primary origin and a secondary origin to failover to) and a
/// failover criteria that you specify. You create an origin group to support origin failover in CloudFront.
/// When you create or update a distribution, you can specify the origin group instead of a single origin, and
/// CloudFront will failover from the primary origin to the secondary origin under the failover conditions
/// that you've chosen.
#[derive(Debug, Clone, PartialEq)]
pub struct OriginGroup {
    /// A complex type that contains information about the failover criteria for an origin group.
    pub failover_criteria: Value<OriginGroupFailoverCriteria>,
    /// The origin group's ID.
    pub id: Value<String>,
    /// A complex type that contains information about the origins in an origin group.
    pub members: Value<OriginGroupMembers>,
    /// The selection criteria for the origin group. For more information, see [Create an origin
    /// group](https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/high_availability_origin_failover.html#concept_origin_groups.creating)
    /// in the *Amazon CloudFront Developer Guide*.
    pub selection_criteria: Option<Value<OriginGroupSelectionCriteria>>,
}

impl OriginGroup {
    /// With the required properties only.
    pub fn new(
        failover_criteria: impl Into<Value<OriginGroupFailoverCriteria>>,
        id: impl Into<Value<String>>,
        members: impl Into<Value<OriginGroupMembers>>,
    ) -> Self {
        Self {
            failover_criteria: failover_criteria.into(),
            id: id.into(),
            members: members.into(),
            selection_criteria: None,
        }
    }
}

impl ToJson for OriginGroup {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("FailoverCriteria", &self.failover_criteria);
        object.required("Id", &self.id);
        object.required("Members", &self.members);
        object.optional("SelectionCriteria", self.selection_criteria.as_ref());
        object.finish()
    }
}

/// A complex data type that includes information about the failover criteria for an origin group, including
/// the status codes for which CloudFront will failover from the primary origin to the second origin.
#[derive(Debug, Clone, PartialEq)]
pub struct OriginGroupFailoverCriteria {
    /// The status codes that, when returned from the primary origin, will trigger CloudFront to failover to
    /// the second origin.
    pub status_codes: Value<StatusCodes>,
}

impl OriginGroupFailoverCriteria {
    /// With the required properties only.
    pub fn new(status_codes: impl Into<Value<StatusCodes>>) -> Self {
        Self {
            status_codes: status_codes.into(),
        }
    }
}

impl ToJson for OriginGroupFailoverCriteria {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("StatusCodes", &self.status_codes);
        object.finish()
    }
}

/// An origin in an origin group.
#[derive(Debug, Clone, PartialEq)]
pub struct OriginGroupMember {
    /// The ID for an origin in an origin group.
    pub origin_id: Value<String>,
}

impl OriginGroupMember {
    /// With the required properties only.
    pub fn new(origin_id: impl Into<Value<String>>) -> Self {
        Self {
            origin_id: origin_id.into(),
        }
    }
}

impl ToJson for OriginGroupMember {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("OriginId", &self.origin_id);
        object.finish()
    }
}

/// A complex data type for the origins included in an origin group.
#[derive(Debug, Clone, PartialEq)]
pub struct OriginGroupMembers {
    /// Items (origins) in an origin group.
    ///
    /// Items: 2 to 2.
    pub items: Value<List<OriginGroupMember>>,
    /// The number of origins in an origin group.
    pub quantity: Value<i64>,
}

impl OriginGroupMembers {
    /// With the required properties only.
    pub fn new(items: impl Into<Value<List<OriginGroupMember>>>, quantity: impl Into<Value<i64>>) -> Self {
        Self {
            items: items.into(),
            quantity: quantity.into(),
        }
    }
}

impl ToJson for OriginGroupMembers {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Items", &self.items);
        object.required("Quantity", &self.quantity);
        object.finish()
    }
}

/// A complex data type for the origin groups specified for a distribution.
#[derive(Debug, Clone, PartialEq)]
pub struct OriginGroups {
    /// The items (origin groups) in a distribution.
    pub items: Option<Value<List<OriginGroup>>>,
    /// The number of origin groups.
    pub quantity: Value<i64>,
}

impl OriginGroups {
    /// With the required properties only.
    pub fn new(quantity: impl Into<Value<i64>>) -> Self {
        Self {
            items: None,
            quantity: quantity.into(),
        }
    }
}

impl ToJson for OriginGroups {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("Items", self.items.as_ref());
        object.required("Quantity", &self.quantity);
        object.finish()
    }
}

/// Configures mutual TLS authentication between CloudFront and your origin server.
#[derive(Debug, Clone, PartialEq)]
pub struct OriginMtlsConfig {
    /// The Amazon Resource Name (ARN) of the client certificate stored in AWS Certificate Manager (ACM) that
    /// CloudFront uses to authenticate with your origin using Mutual TLS.
    pub client_certificate_arn: Value<String>,
}

impl OriginMtlsConfig {
    /// With the required properties only.
    pub fn new(client_certificate_arn: impl Into<Value<String>>) -> Self {
        Self {
            client_certificate_arn: client_certificate_arn.into(),
        }
    }
}

impl ToJson for OriginMtlsConfig {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("ClientCertificateArn", &self.client_certificate_arn);
        object.finish()
    }
}

/// CloudFront Origin Shield.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct OriginShield {
    /// A flag that specifies whether Origin Shield is enabled.
    pub enabled: Option<Value<bool>>,
    /// The AWS Region for Origin Shield.
    pub origin_shield_region: Option<Value<String>>,
}

impl OriginShield {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for OriginShield {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("Enabled", self.enabled.as_ref());
        object.optional("OriginShieldRegion", self.origin_shield_region.as_ref());
        object.finish()
    }
}

/// A list of parameter values to add to the resource. A parameter is specified as a key-value pair. A valid
/// parameter value must exist for any parameter that is marked as required in the multi-tenant distribution.
#[derive(Debug, Clone, PartialEq)]
pub struct ParameterDefinition {
    /// The value that you assigned to the parameter.
    pub definition: Value<Definition>,
    /// The name of the parameter.
    ///
    /// Length: 1 to 128. Pattern: `^[a-zA-Z0-9-_]+$`.
    pub name: Value<String>,
}

impl ParameterDefinition {
    /// With the required properties only.
    pub fn new(definition: impl Into<Value<Definition>>, name: impl Into<Value<String>>) -> Self {
        Self {
            definition: definition.into(),
            name: name.into(),
        }
    }
}

impl ToJson for ParameterDefinition {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Definition", &self.definition);
        object.required("Name", &self.name);
        object.finish()
    }
}

/// A complex type that identifies ways in which you want to restrict distribution of your content.
#[derive(Debug, Clone, PartialEq)]
pub struct Restrictions {
    /// A complex type that controls the countries in which your content is distributed. CloudFront determines
    /// the location of your users using `MaxMind` GeoIP databases. To disable geo restriction, remove the
    /// [Restrictions](https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-cloudfront-distribution-distributionconfig.html#cfn-cloudfront-distribution-distributionconfig-restrictions)
    /// property from your stack template.
    pub geo_restriction: Value<GeoRestriction>,
}

impl Restrictions {
    /// With the required properties only.
    pub fn new(geo_restriction: impl Into<Value<GeoRestriction>>) -> Self {
        Self {
            geo_restriction: geo_restriction.into(),
        }
    }
}

impl ToJson for Restrictions {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("GeoRestriction", &self.geo_restriction);
        object.finish()
    }
}

/// A complex type that contains information about the Amazon S3 origin. If the origin is a custom origin or
/// an S3 bucket that is configured as a website endpoint, use the `CustomOriginConfig` element instead.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct S3OriginConfig {
    /// The CloudFront origin access identity to associate with the origin. Use an origin access identity to
    /// configure the origin so that viewers can *only* access objects in an Amazon S3 bucket through
    /// CloudFront. The format of the value is:
    pub origin_access_identity: Option<Value<String>>,
    /// Specifies how long, in seconds, CloudFront waits for a response from the origin. This is also known as
    /// the *origin response timeout*. The minimum timeout is 1 second, the maximum is 120 seconds, and the
    /// default (if you don't specify otherwise) is 30 seconds.
    pub origin_read_timeout: Option<Value<i64>>,
}

impl S3OriginConfig {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for S3OriginConfig {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("OriginAccessIdentity", self.origin_access_identity.as_ref());
        object.optional("OriginReadTimeout", self.origin_read_timeout.as_ref());
        object.finish()
    }
}

/// A complex data type for the status codes that you specify that, when returned by a primary origin, trigger
/// CloudFront to failover to a second origin.
#[derive(Debug, Clone, PartialEq)]
pub struct StatusCodes {
    /// The items (status codes) for an origin group.
    ///
    /// Items: 1 or more.
    pub items: Value<List<i64>>,
    /// The number of status codes.
    pub quantity: Value<i64>,
}

impl StatusCodes {
    /// With the required properties only.
    pub fn new(items: impl Into<Value<List<i64>>>, quantity: impl Into<Value<i64>>) -> Self {
        Self {
            items: items.into(),
            quantity: quantity.into(),
        }
    }
}

impl ToJson for StatusCodes {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Items", &self.items);
        object.required("Quantity", &self.quantity);
        object.finish()
    }
}

/// `StringSchema` of `AWS::CloudFront::Distribution`.
#[derive(Debug, Clone, PartialEq)]
pub struct StringSchema {
    /// `Comment`.
    pub comment: Option<Value<String>>,
    /// `DefaultValue`.
    ///
    /// Length: 1 to 256.
    pub default_value: Option<Value<String>>,
    /// `Required`.
    pub required: Value<bool>,
}

impl StringSchema {
    /// With the required properties only.
    pub fn new(required: impl Into<Value<bool>>) -> Self {
        Self {
            comment: None,
            default_value: None,
            required: required.into(),
        }
    }
}

impl ToJson for StringSchema {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("Comment", self.comment.as_ref());
        object.optional("DefaultValue", self.default_value.as_ref());
        object.required("Required", &self.required);
        object.finish()
    }
}

/// The configuration for a distribution tenant.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct TenantConfig {
    /// The parameters that you specify for a distribution tenant.
    pub parameter_definitions: Option<Value<List<ParameterDefinition>>>,
}

impl TenantConfig {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for TenantConfig {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("ParameterDefinitions", self.parameter_definitions.as_ref());
        object.finish()
    }
}

/// A trust store configuration.
#[derive(Debug, Clone, PartialEq)]
pub struct TrustStoreConfig {
    /// The configuration to use to advertise trust store CA names.
    pub advertise_trust_store_ca_names: Option<Value<bool>>,
    /// The configuration to use to ignore certificate expiration.
    pub ignore_certificate_expiry: Option<Value<bool>>,
    /// The trust store ID.
    pub trust_store_id: Value<String>,
}

impl TrustStoreConfig {
    /// With the required properties only.
    pub fn new(trust_store_id: impl Into<Value<String>>) -> Self {
        Self {
            advertise_trust_store_ca_names: None,
            ignore_certificate_expiry: None,
            trust_store_id: trust_store_id.into(),
        }
    }
}

impl ToJson for TrustStoreConfig {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional(
            "AdvertiseTrustStoreCaNames",
            self.advertise_trust_store_ca_names.as_ref(),
        );
        object.optional("IgnoreCertificateExpiry", self.ignore_certificate_expiry.as_ref());
        object.required("TrustStoreId", &self.trust_store_id);
        object.finish()
    }
}

/// A complex type that determines the distribution's SSL/TLS configuration for communicating with viewers.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ViewerCertificate {
    /// If the distribution uses `Aliases` (alternate domain names or CNAMEs) and the SSL/TLS certificate is
    /// stored in [Certificate Manager
    /// (ACM)](https://docs.aws.amazon.com/acm/latest/userguide/acm-overview.html), provide the Amazon
    /// Resource Name (ARN) of the ACM certificate. CloudFront only supports ACM certificates in the US East
    /// (N. Virginia) Region ( `us-east-1` ).
    pub acm_certificate_arn: Option<Value<Arn<kind::certificatemanager::Certificate>>>,
    /// If the distribution uses the CloudFront domain name such as `d111111abcdef8.cloudfront.net`, set this
    /// field to `true`.
    pub cloud_front_default_certificate: Option<Value<bool>>,
    /// If the distribution uses `Aliases` (alternate domain names or CNAMEs) and the SSL/TLS certificate is
    /// stored in [AWS Identity and Access Management
    /// (IAM)](https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_server-certs.html), provide the
    /// ID of the IAM certificate.
    ///
    /// Length: at most 32.
    pub iam_certificate_id: Option<Value<String>>,
    /// If the distribution uses `Aliases` (alternate domain names or CNAMEs), specify the security policy
    /// that you want CloudFront to use for HTTPS connections with viewers. The security policy determines two
    /// settings:
    pub minimum_protocol_version: Option<Value<MinimumProtocolVersion>>,
    /// If the distribution uses `Aliases` (alternate domain names or CNAMEs), specify which viewers the
    /// distribution accepts HTTPS connections from.
    pub ssl_support_method: Option<Value<SslSupportMethod>>,
}

impl ViewerCertificate {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for ViewerCertificate {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("AcmCertificateArn", self.acm_certificate_arn.as_ref());
        object.optional(
            "CloudFrontDefaultCertificate",
            self.cloud_front_default_certificate.as_ref(),
        );
        object.optional("IamCertificateId", self.iam_certificate_id.as_ref());
        object.optional("MinimumProtocolVersion", self.minimum_protocol_version.as_ref());
        object.optional("SslSupportMethod", self.ssl_support_method.as_ref());
        object.finish()
    }
}

/// A viewer mTLS configuration.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ViewerMtlsConfig {
    /// The viewer mTLS mode.
    pub mode: Option<Value<ViewerMtlsMode>>,
    /// The trust store configuration associated with the viewer mTLS configuration.
    pub trust_store_config: Option<Value<TrustStoreConfig>>,
}

impl ViewerMtlsConfig {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for ViewerMtlsConfig {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("Mode", self.mode.as_ref());
        object.optional("TrustStoreConfig", self.trust_store_config.as_ref());
        object.finish()
    }
}

/// An Amazon CloudFront VPC origin configuration.
#[derive(Debug, Clone, PartialEq)]
pub struct VpcOriginConfig {
    /// Specifies how long, in seconds, CloudFront persists its connection to the origin. The minimum timeout
    /// is 1 second, the maximum is 120 seconds, and the default (if you don't specify otherwise) is 5
    /// seconds.
    pub origin_keepalive_timeout: Option<Value<i64>>,
    /// Specifies how long, in seconds, CloudFront waits for a response from the origin. This is also known as
    /// the *origin response timeout*. The minimum timeout is 1 second, the maximum is 120 seconds, and the
    /// default (if you don't specify otherwise) is 30 seconds.
    pub origin_read_timeout: Option<Value<i64>>,
    /// The account ID of the AWS account that owns the VPC origin.
    pub owner_account_id: Option<Value<String>>,
    /// The VPC origin ID.
    pub vpc_origin_id: Value<Id<kind::cloudfront::VpcOrigin>>,
}

impl VpcOriginConfig {
    /// With the required properties only.
    pub fn new(vpc_origin_id: impl Into<Value<Id<kind::cloudfront::VpcOrigin>>>) -> Self {
        Self {
            origin_keepalive_timeout: None,
            origin_read_timeout: None,
            owner_account_id: None,
            vpc_origin_id: vpc_origin_id.into(),
        }
    }
}

impl ToJson for VpcOriginConfig {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("OriginKeepaliveTimeout", self.origin_keepalive_timeout.as_ref());
        object.optional("OriginReadTimeout", self.origin_read_timeout.as_ref());
        object.optional("OwnerAccountId", self.owner_account_id.as_ref());
        object.required("VpcOriginId", &self.vpc_origin_id);
        object.finish()
    }
}

text_enum! {
    /// The values of `DistributionConfig.ConnectionMode`.
    ConnectionMode {
        Direct = "direct",
        TenantOnly = "tenant-only",
    }
}

text_enum! {
    /// The values of `DistributionConfig.HttpVersion`.
    HttpVersion {
        Http1_1 = "http1.1",
        Http2 = "http2",
        Http2and3 = "http2and3",
        Http3 = "http3",
    }
}

text_enum! {
    /// The values of `CustomOriginConfig.IpAddressType`.
    IpAddressType {
        Ipv4 = "ipv4",
        Ipv6 = "ipv6",
        Dualstack = "dualstack",
    }
}

text_enum! {
    /// The values of `GeoRestriction.Location`.
    Location {
        Ad = "AD",
        Ae = "AE",
        Af = "AF",
        Ag = "AG",
        Ai = "AI",
        Al = "AL",
        Am = "AM",
        Ao = "AO",
        Aq = "AQ",
        Ar = "AR",
        As = "AS",
        At = "AT",
        Au = "AU",
        Aw = "AW",
        Ax = "AX",
        Az = "AZ",
        Ba = "BA",
        Bb = "BB",
        Bd = "BD",
        Be = "BE",
        Bf = "BF",
        Bg = "BG",
        Bh = "BH",
        Bi = "BI",
        Bj = "BJ",
        Bl = "BL",
        Bm = "BM",
        Bn = "BN",
        Bo = "BO",
        Bq = "BQ",
        Br = "BR",
        Bs = "BS",
        Bt = "BT",
        Bv = "BV",
        Bw = "BW",
        By = "BY",
        Bz = "BZ",
        Ca = "CA",
        Cc = "CC",
        Cd = "CD",
        Cf = "CF",
        Cg = "CG",
        Ch = "CH",
        Ci = "CI",
        Ck = "CK",
        Cl = "CL",
        Cm = "CM",
        Cn = "CN",
        Co = "CO",
        Cr = "CR",
        Cu = "CU",
        Cv = "CV",
        Cw = "CW",
        Cx = "CX",
        Cy = "CY",
        Cz = "CZ",
        De = "DE",
        Dj = "DJ",
        Dk = "DK",
        Dm = "DM",
        Do = "DO",
        Dz = "DZ",
        Ec = "EC",
        Ee = "EE",
        Eg = "EG",
        Eh = "EH",
        Er = "ER",
        Es = "ES",
        Et = "ET",
        Fi = "FI",
        Fj = "FJ",
        Fk = "FK",
        Fm = "FM",
        Fo = "FO",
        Fr = "FR",
        Ga = "GA",
        Gb = "GB",
        Gd = "GD",
        Ge = "GE",
        Gf = "GF",
        Gg = "GG",
        Gh = "GH",
        Gi = "GI",
        Gl = "GL",
        Gm = "GM",
        Gn = "GN",
        Gp = "GP",
        Gq = "GQ",
        Gr = "GR",
        Gs = "GS",
        Gt = "GT",
        Gu = "GU",
        Gw = "GW",
        Gy = "GY",
        Hk = "HK",
        Hm = "HM",
        Hn = "HN",
        Hr = "HR",
        Ht = "HT",
        Hu = "HU",
        Id = "ID",
        Ie = "IE",
        Il = "IL",
        Im = "IM",
        In = "IN",
        Io = "IO",
        Iq = "IQ",
        Ir = "IR",
        Is = "IS",
        It = "IT",
        Je = "JE",
        Jm = "JM",
        Jo = "JO",
        Jp = "JP",
        Ke = "KE",
        Kg = "KG",
        Kh = "KH",
        Ki = "KI",
        Km = "KM",
        Kn = "KN",
        Kp = "KP",
        Kr = "KR",
        Kw = "KW",
        Ky = "KY",
        Kz = "KZ",
        La = "LA",
        Lb = "LB",
        Lc = "LC",
        Li = "LI",
        Lk = "LK",
        Lr = "LR",
        Ls = "LS",
        Lt = "LT",
        Lu = "LU",
        Lv = "LV",
        Ly = "LY",
        Ma = "MA",
        Mc = "MC",
        Md = "MD",
        Me = "ME",
        Mf = "MF",
        Mg = "MG",
        Mh = "MH",
        Mk = "MK",
        Ml = "ML",
        Mm = "MM",
        Mn = "MN",
        Mo = "MO",
        Mp = "MP",
        Mq = "MQ",
        Mr = "MR",
        Ms = "MS",
        Mt = "MT",
        Mu = "MU",
        Mv = "MV",
        Mw = "MW",
        Mx = "MX",
        My = "MY",
        Mz = "MZ",
        Na = "NA",
        Nc = "NC",
        Ne = "NE",
        Nf = "NF",
        Ng = "NG",
        Ni = "NI",
        Nl = "NL",
        No = "NO",
        Np = "NP",
        Nr = "NR",
        Nu = "NU",
        Nz = "NZ",
        Om = "OM",
        Pa = "PA",
        Pe = "PE",
        Pf = "PF",
        Pg = "PG",
        Ph = "PH",
        Pk = "PK",
        Pl = "PL",
        Pm = "PM",
        Pn = "PN",
        Pr = "PR",
        Ps = "PS",
        Pt = "PT",
        Pw = "PW",
        Py = "PY",
        Qa = "QA",
        Re = "RE",
        Ro = "RO",
        Rs = "RS",
        Ru = "RU",
        Rw = "RW",
        Sa = "SA",
        Sb = "SB",
        Sc = "SC",
        Sd = "SD",
        Se = "SE",
        Sg = "SG",
        Sh = "SH",
        Si = "SI",
        Sj = "SJ",
        Sk = "SK",
        Sl = "SL",
        Sm = "SM",
        Sn = "SN",
        So = "SO",
        Sr = "SR",
        Ss = "SS",
        St = "ST",
        Sv = "SV",
        Sx = "SX",
        Sy = "SY",
        Sz = "SZ",
        Tc = "TC",
        Td = "TD",
        Tf = "TF",
        Tg = "TG",
        Th = "TH",
        Tj = "TJ",
        Tk = "TK",
        Tl = "TL",
        Tm = "TM",
        Tn = "TN",
        To = "TO",
        Tr = "TR",
        Tt = "TT",
        Tv = "TV",
        Tw = "TW",
        Tz = "TZ",
        Ua = "UA",
        Ug = "UG",
        Um = "UM",
        Us = "US",
        Uy = "UY",
        Uz = "UZ",
        Va = "VA",
        Vc = "VC",
        Ve = "VE",
        Vg = "VG",
        Vi = "VI",
        Vn = "VN",
        Vu = "VU",
        Wf = "WF",
        Ws = "WS",
        Ye = "YE",
        Yt = "YT",
        Za = "ZA",
        Zm = "ZM",
        Zw = "ZW",
    }
}

text_enum! {
    /// The values of `ViewerCertificate.MinimumProtocolVersion`.
    MinimumProtocolVersion {
        SSLv3 = "SSLv3",
        TLSv1 = "TLSv1",
        TLSv1_1_2016 = "TLSv1.1_2016",
        TLSv1_2_2018 = "TLSv1.2_2018",
        TLSv1_2_2019 = "TLSv1.2_2019",
        TLSv1_2_2021 = "TLSv1.2_2021",
        TLSv1_2_2025 = "TLSv1.2_2025",
        TLSv1_3_2025 = "TLSv1.3_2025",
        TLSv1_2016 = "TLSv1_2016",
    }
}

text_enum! {
    /// The values of `OriginGroup.OriginGroupSelectionCriteria`.
    OriginGroupSelectionCriteria {
        Default = "default",
        MediaQualityBased = "media-quality-based",
    }
}

text_enum! {
    /// The values of `DistributionConfig.PriceClass`.
    PriceClass {
        None = "None",
        PriceClass100 = "PriceClass_100",
        PriceClass200 = "PriceClass_200",
        PriceClassAll = "PriceClass_All",
    }
}

text_enum! {
    /// The values of `GeoRestriction.RestrictionType`.
    RestrictionType {
        Blacklist = "blacklist",
        None = "none",
        Whitelist = "whitelist",
    }
}

text_enum! {
    /// The values of `ViewerCertificate.SslSupportMethod`.
    SslSupportMethod {
        SniOnly = "sni-only",
        StaticIp = "static-ip",
        Vip = "vip",
    }
}

text_enum! {
    /// The values of `ViewerMtlsConfig.ViewerMtlsMode`.
    ViewerMtlsMode {
        Required = "required",
        Optional = "optional",
        Passthrough = "passthrough",
    }
}

text_enum! {
    /// The values of `DefaultCacheBehavior.ViewerProtocolPolicy`.
    ViewerProtocolPolicy {
        AllowAll = "allow-all",
        HttpsOnly = "https-only",
        RedirectToHttps = "redirect-to-https",
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::CloudFront::Distribution",
    properties: &DISTRIBUTION,
    create_only: &[],
    conditional_create_only: &[],
    read_only: &["DomainName", "Id"],
    write_only: &[],
    primary_identifier: &["Id"],
    reference: Reference::Id,
    attributes: &[Attribute::scalar("DomainName"), Attribute::scalar("Id")],
    stateful: false,
};

static CACHE_BEHAVIOR: Object = Object {
    properties: &[
        Property::optional("AllowedMethods", Shape::list(&Shape::TEXT)),
        Property::optional("CachePolicyId", Shape::TEXT),
        Property::optional("CachedMethods", Shape::list(&Shape::TEXT)),
        Property::optional("Compress", Shape::Boolean),
        Property::optional("DefaultTTL", Shape::NUMBER),
        Property::optional("FieldLevelEncryptionId", Shape::TEXT),
        Property::optional("ForwardedValues", Shape::Object(&FORWARDED_VALUES)),
        Property::optional(
            "FunctionAssociations",
            Shape::list(&Shape::Object(&FUNCTION_ASSOCIATION)),
        ),
        Property::optional("GrpcConfig", Shape::Object(&GRPC_CONFIG)),
        Property::optional(
            "LambdaFunctionAssociations",
            Shape::list(&Shape::Object(&LAMBDA_FUNCTION_ASSOCIATION)),
        ),
        Property::optional("MaxTTL", Shape::NUMBER),
        Property::optional("MinTTL", Shape::NUMBER),
        Property::optional("OriginRequestPolicyId", Shape::TEXT),
        Property::required("PathPattern", Shape::TEXT),
        Property::optional("RealtimeLogConfigArn", Shape::TEXT),
        Property::optional("ResponseHeadersPolicyId", Shape::TEXT),
        Property::optional("SmoothStreaming", Shape::Boolean),
        Property::required("TargetOriginId", Shape::TEXT),
        Property::optional("TrustedKeyGroups", Shape::list(&Shape::TEXT)),
        Property::optional("TrustedSigners", Shape::list(&Shape::TEXT)),
        Property::required("ViewerProtocolPolicy", Shape::TEXT),
    ],
    constraints: &[],
};

static CACHE_TAG_CONFIG: Object = Object {
    properties: &[Property::required("HeaderName", Shape::TEXT)],
    constraints: &[],
};

static CONNECTION_FUNCTION_ASSOCIATION: Object = Object {
    properties: &[Property::required("Id", Shape::TEXT.min_length(1).max_length(64))],
    constraints: &[],
};

static COOKIES: Object = Object {
    properties: &[
        Property::required("Forward", Shape::TEXT),
        Property::optional("WhitelistedNames", Shape::list(&Shape::TEXT)),
    ],
    constraints: &[],
};

static CUSTOM_ERROR_RESPONSE: Object = Object {
    properties: &[
        Property::optional("ErrorCachingMinTTL", Shape::NUMBER),
        Property::required(
            "ErrorCode",
            Shape::one_of_integers(&[400, 403, 404, 405, 414, 416, 500, 501, 502, 503, 504]),
        ),
        Property::optional(
            "ResponseCode",
            Shape::one_of_integers(&[200, 400, 403, 404, 405, 414, 416, 500, 501, 502, 503, 504]),
        ),
        Property::optional("ResponsePagePath", Shape::TEXT),
    ],
    constraints: &[Constraint::Requires("ResponseCode", &["ResponsePagePath"])],
};

static CUSTOM_ORIGIN_CONFIG: Object = Object {
    properties: &[
        Property::optional("HTTPPort", Shape::INTEGER),
        Property::optional("HTTPSPort", Shape::INTEGER),
        Property::optional("IpAddressType", Shape::one_of(IpAddressType::VALUES)),
        Property::optional("OriginKeepaliveTimeout", Shape::INTEGER),
        Property::optional("OriginMtlsConfig", Shape::Object(&ORIGIN_MTLS_CONFIG)),
        Property::required("OriginProtocolPolicy", Shape::TEXT),
        Property::optional("OriginReadTimeout", Shape::INTEGER),
        Property::optional("OriginSSLProtocols", Shape::list(&Shape::TEXT)),
    ],
    constraints: &[],
};

static DEFAULT_CACHE_BEHAVIOR: Object = Object {
    properties: &[
        Property::optional("AllowedMethods", Shape::list(&Shape::TEXT)),
        Property::optional("CachePolicyId", Shape::TEXT),
        Property::optional("CachedMethods", Shape::list(&Shape::TEXT)),
        Property::optional("Compress", Shape::Boolean),
        Property::optional("DefaultTTL", Shape::NUMBER),
        Property::optional("FieldLevelEncryptionId", Shape::TEXT),
        Property::optional("ForwardedValues", Shape::Object(&FORWARDED_VALUES)),
        Property::optional(
            "FunctionAssociations",
            Shape::list(&Shape::Object(&FUNCTION_ASSOCIATION)),
        ),
        Property::optional("GrpcConfig", Shape::Object(&GRPC_CONFIG)),
        Property::optional(
            "LambdaFunctionAssociations",
            Shape::list(&Shape::Object(&LAMBDA_FUNCTION_ASSOCIATION)),
        ),
        Property::optional("MaxTTL", Shape::NUMBER),
        Property::optional("MinTTL", Shape::NUMBER),
        Property::optional("OriginRequestPolicyId", Shape::TEXT),
        Property::optional("RealtimeLogConfigArn", Shape::TEXT),
        Property::optional("ResponseHeadersPolicyId", Shape::TEXT),
        Property::optional("SmoothStreaming", Shape::Boolean),
        Property::required("TargetOriginId", Shape::TEXT),
        Property::optional("TrustedKeyGroups", Shape::list(&Shape::TEXT)),
        Property::optional("TrustedSigners", Shape::list(&Shape::TEXT)),
        Property::required(
            "ViewerProtocolPolicy",
            Shape::one_of(ViewerProtocolPolicy::VALUES),
        ),
    ],
    constraints: &[],
};

static DEFINITION: Object = Object {
    properties: &[Property::optional("StringSchema", Shape::Object(&STRING_SCHEMA))],
    constraints: &[],
};

static DISTRIBUTION: Object = Object {
    properties: &[
        Property::required("DistributionConfig", Shape::Object(&DISTRIBUTION_CONFIG)),
        Property::optional("DomainName", Shape::Json),
        Property::optional("Id", Shape::Json),
        Property::optional("Tags", Shape::list(&Shape::Object(&TAG))),
    ],
    constraints: &[],
};

static DISTRIBUTION_CONFIG: Object = Object {
    properties: &[
        Property::optional("Aliases", Shape::list(&Shape::TEXT)),
        Property::optional("AnycastIpListId", Shape::TEXT),
        Property::optional("CNAMEs", Shape::list(&Shape::TEXT)),
        Property::optional("CacheBehaviors", Shape::list(&Shape::Object(&CACHE_BEHAVIOR))),
        Property::optional("CacheTagConfig", Shape::Object(&CACHE_TAG_CONFIG)),
        Property::optional("Comment", Shape::TEXT),
        Property::optional(
            "ConnectionFunctionAssociation",
            Shape::Object(&CONNECTION_FUNCTION_ASSOCIATION),
        ),
        Property::optional("ConnectionMode", Shape::one_of(ConnectionMode::VALUES)),
        Property::optional("ContinuousDeploymentPolicyId", Shape::TEXT),
        Property::optional(
            "CustomErrorResponses",
            Shape::list(&Shape::Object(&CUSTOM_ERROR_RESPONSE)),
        ),
        Property::optional("CustomOrigin", Shape::Object(&LEGACY_CUSTOM_ORIGIN)),
        Property::required("DefaultCacheBehavior", Shape::Object(&DEFAULT_CACHE_BEHAVIOR)),
        Property::optional("DefaultRootObject", Shape::TEXT),
        Property::required("Enabled", Shape::Boolean),
        Property::optional("HttpVersion", Shape::one_of(HttpVersion::VALUES)),
        Property::optional("IPV6Enabled", Shape::Boolean),
        Property::optional("Logging", Shape::Object(&LOGGING)),
        Property::optional("OriginGroups", Shape::Object(&ORIGIN_GROUPS)),
        Property::optional("Origins", Shape::list(&Shape::Object(&ORIGIN))),
        Property::optional("PriceClass", Shape::one_of(PriceClass::VALUES)),
        Property::optional("Restrictions", Shape::Object(&RESTRICTIONS)),
        Property::optional("S3Origin", Shape::Object(&LEGACY_S3_ORIGIN)),
        Property::optional("Staging", Shape::Boolean),
        Property::optional("TenantConfig", Shape::Object(&TENANT_CONFIG)),
        Property::optional("ViewerCertificate", Shape::Object(&VIEWER_CERTIFICATE)),
        Property::optional("ViewerMtlsConfig", Shape::Object(&VIEWER_MTLS_CONFIG)),
        Property::optional("WebACLId", Shape::TEXT),
    ],
    constraints: &[],
};

static FORWARDED_VALUES: Object = Object {
    properties: &[
        Property::optional("Cookies", Shape::Object(&COOKIES)),
        Property::optional("Headers", Shape::list(&Shape::TEXT)),
        Property::required("QueryString", Shape::Boolean),
        Property::optional("QueryStringCacheKeys", Shape::list(&Shape::TEXT)),
    ],
    constraints: &[],
};

static FUNCTION_ASSOCIATION: Object = Object {
    properties: &[
        Property::optional("EventType", Shape::TEXT),
        Property::optional("FunctionARN", Shape::TEXT),
    ],
    constraints: &[],
};

static GEO_RESTRICTION: Object = Object {
    properties: &[
        Property::optional("Locations", Shape::list(&Shape::one_of(Location::VALUES))),
        Property::required("RestrictionType", Shape::one_of(RestrictionType::VALUES)),
    ],
    constraints: &[],
};

static GRPC_CONFIG: Object = Object {
    properties: &[Property::required("Enabled", Shape::Boolean)],
    constraints: &[],
};

static LAMBDA_FUNCTION_ASSOCIATION: Object = Object {
    properties: &[
        Property::optional("EventType", Shape::TEXT),
        Property::optional("IncludeBody", Shape::Boolean),
        Property::optional("LambdaFunctionARN", Shape::TEXT),
    ],
    constraints: &[],
};

static LEGACY_CUSTOM_ORIGIN: Object = Object {
    properties: &[
        Property::required("DNSName", Shape::TEXT),
        Property::optional("HTTPPort", Shape::INTEGER),
        Property::optional("HTTPSPort", Shape::INTEGER),
        Property::required("OriginProtocolPolicy", Shape::TEXT),
        Property::required("OriginSSLProtocols", Shape::list(&Shape::TEXT)),
    ],
    constraints: &[],
};

static LEGACY_S3_ORIGIN: Object = Object {
    properties: &[
        Property::required("DNSName", Shape::TEXT),
        Property::optional("OriginAccessIdentity", Shape::TEXT),
    ],
    constraints: &[],
};

static LOGGING: Object = Object {
    properties: &[
        Property::optional("Bucket", Shape::TEXT),
        Property::optional("IncludeCookies", Shape::Boolean),
        Property::optional("Prefix", Shape::TEXT),
    ],
    constraints: &[],
};

static ORIGIN: Object = Object {
    properties: &[
        Property::optional("ConnectionAttempts", Shape::INTEGER),
        Property::optional("ConnectionTimeout", Shape::INTEGER),
        Property::optional("CustomOriginConfig", Shape::Object(&CUSTOM_ORIGIN_CONFIG)),
        Property::required("DomainName", Shape::TEXT),
        Property::required("Id", Shape::TEXT),
        Property::optional("OriginAccessControlId", Shape::TEXT),
        Property::optional(
            "OriginCustomHeaders",
            Shape::list(&Shape::Object(&ORIGIN_CUSTOM_HEADER)),
        ),
        Property::optional("OriginPath", Shape::TEXT),
        Property::optional("OriginShield", Shape::Object(&ORIGIN_SHIELD)),
        Property::optional("ResponseCompletionTimeout", Shape::INTEGER),
        Property::optional("S3OriginConfig", Shape::Object(&S3_ORIGIN_CONFIG)),
        Property::optional("VpcOriginConfig", Shape::Object(&VPC_ORIGIN_CONFIG)),
    ],
    constraints: &[
        Constraint::Excludes("CustomOriginConfig", &["S3OriginConfig"]),
        Constraint::Excludes("S3OriginConfig", &["CustomOriginConfig"]),
    ],
};

static ORIGIN_CUSTOM_HEADER: Object = Object {
    properties: &[
        Property::required("HeaderName", Shape::TEXT),
        Property::required("HeaderValue", Shape::TEXT),
    ],
    constraints: &[],
};

static ORIGIN_GROUP: Object = Object {
    properties: &[
        Property::required("FailoverCriteria", Shape::Object(&ORIGIN_GROUP_FAILOVER_CRITERIA)),
        Property::required("Id", Shape::TEXT),
        Property::required("Members", Shape::Object(&ORIGIN_GROUP_MEMBERS)),
        Property::optional(
            "SelectionCriteria",
            Shape::one_of(OriginGroupSelectionCriteria::VALUES),
        ),
    ],
    constraints: &[],
};

static ORIGIN_GROUP_FAILOVER_CRITERIA: Object = Object {
    properties: &[Property::required("StatusCodes", Shape::Object(&STATUS_CODES))],
    constraints: &[],
};

static ORIGIN_GROUP_MEMBER: Object = Object {
    properties: &[Property::required("OriginId", Shape::TEXT)],
    constraints: &[],
};

static ORIGIN_GROUP_MEMBERS: Object = Object {
    properties: &[
        Property::required(
            "Items",
            Shape::list(&Shape::Object(&ORIGIN_GROUP_MEMBER))
                .min_length(2)
                .max_length(2),
        ),
        Property::required("Quantity", Shape::INTEGER),
    ],
    constraints: &[],
};

static ORIGIN_GROUPS: Object = Object {
    properties: &[
        Property::optional("Items", Shape::list(&Shape::Object(&ORIGIN_GROUP))),
        Property::required("Quantity", Shape::INTEGER),
    ],
    constraints: &[],
};

static ORIGIN_MTLS_CONFIG: Object = Object {
    properties: &[Property::required("ClientCertificateArn", Shape::TEXT)],
    constraints: &[],
};

static ORIGIN_SHIELD: Object = Object {
    properties: &[
        Property::optional("Enabled", Shape::Boolean),
        Property::optional("OriginShieldRegion", Shape::TEXT),
    ],
    constraints: &[],
};

static PARAMETER_DEFINITION: Object = Object {
    properties: &[
        Property::required("Definition", Shape::Object(&DEFINITION)),
        Property::required(
            "Name",
            Shape::TEXT
                .pattern("^[a-zA-Z0-9-_]+$")
                .min_length(1)
                .max_length(128),
        ),
    ],
    constraints: &[],
};

static RESTRICTIONS: Object = Object {
    properties: &[Property::required(
        "GeoRestriction",
        Shape::Object(&GEO_RESTRICTION),
    )],
    constraints: &[],
};

static S3_ORIGIN_CONFIG: Object = Object {
    properties: &[
        Property::optional("OriginAccessIdentity", Shape::TEXT),
        Property::optional("OriginReadTimeout", Shape::INTEGER),
    ],
    constraints: &[],
};

static STATUS_CODES: Object = Object {
    properties: &[
        Property::required("Items", Shape::list(&Shape::INTEGER).min_length(1)),
        Property::required("Quantity", Shape::INTEGER),
    ],
    constraints: &[],
};

static STRING_SCHEMA: Object = Object {
    properties: &[
        Property::optional("Comment", Shape::TEXT),
        Property::optional("DefaultValue", Shape::TEXT.min_length(1).max_length(256)),
        Property::required("Required", Shape::Boolean),
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

static TENANT_CONFIG: Object = Object {
    properties: &[Property::optional(
        "ParameterDefinitions",
        Shape::list(&Shape::Object(&PARAMETER_DEFINITION)),
    )],
    constraints: &[],
};

static TRUST_STORE_CONFIG: Object = Object {
    properties: &[
        Property::optional("AdvertiseTrustStoreCaNames", Shape::Boolean),
        Property::optional("IgnoreCertificateExpiry", Shape::Boolean),
        Property::required("TrustStoreId", Shape::TEXT),
    ],
    constraints: &[],
};

static VIEWER_CERTIFICATE: Object = Object {
    properties: &[
        Property::optional("AcmCertificateArn", Shape::TEXT),
        Property::optional("CloudFrontDefaultCertificate", Shape::Boolean),
        Property::optional("IamCertificateId", Shape::TEXT.max_length(32)),
        Property::optional(
            "MinimumProtocolVersion",
            Shape::one_of(MinimumProtocolVersion::VALUES),
        ),
        Property::optional("SslSupportMethod", Shape::one_of(SslSupportMethod::VALUES)),
    ],
    constraints: &[
        Constraint::ExactlyOne(&[
            "AcmCertificateArn",
            "CloudFrontDefaultCertificate",
            "IamCertificateId",
        ]),
        Constraint::Requires("AcmCertificateArn", &["SslSupportMethod"]),
        Constraint::Requires("IamCertificateId", &["SslSupportMethod"]),
    ],
};

static VIEWER_MTLS_CONFIG: Object = Object {
    properties: &[
        Property::optional("Mode", Shape::one_of(ViewerMtlsMode::VALUES)),
        Property::optional("TrustStoreConfig", Shape::Object(&TRUST_STORE_CONFIG)),
    ],
    constraints: &[],
};

static VPC_ORIGIN_CONFIG: Object = Object {
    properties: &[
        Property::optional("OriginKeepaliveTimeout", Shape::INTEGER),
        Property::optional("OriginReadTimeout", Shape::INTEGER),
        Property::optional("OwnerAccountId", Shape::TEXT),
        Property::required("VpcOriginId", Shape::TEXT),
    ],
    constraints: &[],
};
