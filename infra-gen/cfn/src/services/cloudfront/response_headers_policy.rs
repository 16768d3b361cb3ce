//! `AWS::CloudFront::ResponseHeadersPolicy`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    reference::Id,
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    text_enum::text_enum,
    value::{Json, List, ObjectWriter, ToJson, Value},
};

/// A response headers policy.
///
/// `AWS::CloudFront::ResponseHeadersPolicy`.
#[derive(Debug, Clone, PartialEq)]
pub struct ResponseHeadersPolicy {
    /// A response headers policy configuration.
    pub response_headers_policy_config: Value<ResponseHeadersPolicyConfig>,
}

impl ResponseHeadersPolicy {
    /// With the required properties only.
    pub fn new(response_headers_policy_config: impl Into<Value<ResponseHeadersPolicyConfig>>) -> Self {
        Self {
            response_headers_policy_config: response_headers_policy_config.into(),
        }
    }
}

impl ToJson for ResponseHeadersPolicy {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required(
            "ResponseHeadersPolicyConfig",
            &self.response_headers_policy_config,
        );
        object.finish()
    }
}

impl resource::Resource for ResponseHeadersPolicy {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::cloudfront::ResponseHeadersPolicy;
    type Reference = Id<kind::cloudfront::ResponseHeadersPolicy>;
}

impl Handle<ResponseHeadersPolicy> {
    /// The unique identifier for the response headers policy. For example:
    /// `57f99797-3b20-4e1b-a728-27972a74082a`.
    ///
    /// `Fn::GetAtt` of `Id`.
    pub fn id(&self) -> Value<Id<kind::cloudfront::ResponseHeadersPolicy>> {
        self.attribute("Id")
    }

    /// The date and time when the response headers policy was last modified.
    ///
    /// `Fn::GetAtt` of `LastModifiedTime`.
    pub fn last_modified_time(&self) -> Value<String> {
        self.attribute("LastModifiedTime")
    }
}

/// A list of HTTP header names that CloudFront includes as values for the `Access-Control-Allow-Headers` HTTP
/// response header.
#[derive(Debug, Clone, PartialEq)]
pub struct AccessControlAllowHeaders {
    /// The list of HTTP header names. You can specify `*` to allow all headers.
    ///
    /// Items: 1 or more.
    pub items: Value<List<String>>,
}

impl AccessControlAllowHeaders {
    /// With the required properties only.
    pub fn new(items: impl Into<Value<List<String>>>) -> Self {
        Self { items: items.into() }
    }
}

impl ToJson for AccessControlAllowHeaders {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Items", &self.items);
        object.finish()
    }
}

/// A list of HTTP methods that CloudFront includes as values for the `Access-Control-Allow-Methods` HTTP
/// response header.
#[derive(Debug, Clone, PartialEq)]
pub struct AccessControlAllowMethods {
    /// The list of HTTP methods. Valid values are:
    ///
    /// Items: 1 or more.
    pub items: Value<List<Item>>,
}

impl AccessControlAllowMethods {
    /// With the required properties only.
    pub fn new(items: impl Into<Value<List<Item>>>) -> Self {
        Self { items: items.into() }
    }
}

impl ToJson for AccessControlAllowMethods {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Items", &self.items);
        object.finish()
    }
}

/// A list of origins (domain names) that CloudFront can use as the value for the
/// `Access-Control-Allow-Origin` HTTP response header.
#[derive(Debug, Clone, PartialEq)]
pub struct AccessControlAllowOrigins {
    /// The list of origins (domain names). You can specify `*` to allow all origins.
    ///
    /// Items: 1 or more.
    pub items: Value<List<String>>,
}

impl AccessControlAllowOrigins {
    /// With the required properties only.
    pub fn new(items: impl Into<Value<List<String>>>) -> Self {
        Self { items: items.into() }
    }
}

impl ToJson for AccessControlAllowOrigins {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Items", &self.items);
        object.finish()
    }
}

/// A list of HTTP headers that CloudFront includes as values for the `Access-Control-Expose-Headers` HTTP
/// response header.
#[derive(Debug, Clone, PartialEq)]
pub struct AccessControlExposeHeaders {
    /// The list of HTTP headers. You can specify `*` to expose all headers.
    pub items: Value<List<String>>,
}

impl AccessControlExposeHeaders {
    /// With the required properties only.
    pub fn new(items: impl Into<Value<List<String>>>) -> Self {
        Self { items: items.into() }
    }
}

impl ToJson for AccessControlExposeHeaders {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Items", &self.items);
        object.finish()
    }
}

/// The policy directives and their values that CloudFront includes as values for the
/// `Content-Security-Policy` HTTP response header.
#[derive(Debug, Clone, PartialEq)]
pub struct ContentSecurityPolicy {
    /// The policy directives and their values that CloudFront includes as values for the
    /// `Content-Security-Policy` HTTP response header.
    pub content_security_policy: Value<String>,
    /// A Boolean that determines whether CloudFront overrides the `Content-Security-Policy` HTTP response
    /// header received from the origin with the one specified in this response headers policy.
    pub r#override: Value<bool>,
}

impl ContentSecurityPolicy {
    /// With the required properties only.
    pub fn new(
        content_security_policy: impl Into<Value<String>>,
        r#override: impl Into<Value<bool>>,
    ) -> Self {
        Self {
            content_security_policy: content_security_policy.into(),
            r#override: r#override.into(),
        }
    }
}

impl ToJson for ContentSecurityPolicy {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("ContentSecurityPolicy", &self.content_security_policy);
        object.required("Override", &self.r#override);
        object.finish()
    }
}

/// Determines whether CloudFront includes the `X-Content-Type-Options` HTTP response header with its value
/// set to `nosniff`.
#[derive(Debug, Clone, PartialEq)]
pub struct ContentTypeOptions {
    /// A Boolean that determines whether CloudFront overrides the `X-Content-Type-Options` HTTP response
    /// header received from the origin with the one specified in this response headers policy.
    pub r#override: Value<bool>,
}

impl ContentTypeOptions {
    /// With the required properties only.
    pub fn new(r#override: impl Into<Value<bool>>) -> Self {
        Self {
            r#override: r#override.into(),
        }
    }
}

impl ToJson for ContentTypeOptions {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Override", &self.r#override);
        object.finish()
    }
}

/// A configuration for a set of HTTP response headers that are used for cross-origin resource sharing (CORS).
/// CloudFront adds these headers to HTTP responses that it sends for CORS requests that match a cache
/// behavior associated with this response headers policy.
#[derive(Debug, Clone, PartialEq)]
pub struct CorsConfig {
    /// A Boolean that CloudFront uses as the value for the `Access-Control-Allow-Credentials` HTTP response
    /// header.
    pub access_control_allow_credentials: Value<bool>,
    /// A list of HTTP header names that CloudFront includes as values for the `Access-Control-Allow-Headers`
    /// HTTP response header.
    pub access_control_allow_headers: Value<AccessControlAllowHeaders>,
    /// A list of HTTP methods that CloudFront includes as values for the `Access-Control-Allow-Methods` HTTP
    /// response header.
    pub access_control_allow_methods: Value<AccessControlAllowMethods>,
    /// A list of origins (domain names) that CloudFront can use as the value for the
    /// `Access-Control-Allow-Origin` HTTP response header.
    pub access_control_allow_origins: Value<AccessControlAllowOrigins>,
    /// A list of HTTP headers that CloudFront includes as values for the `Access-Control-Expose-Headers` HTTP
    /// response header.
    pub access_control_expose_headers: Option<Value<AccessControlExposeHeaders>>,
    /// A number that CloudFront uses as the value for the `Access-Control-Max-Age` HTTP response header.
    pub access_control_max_age_sec: Option<Value<i64>>,
    /// A Boolean that determines whether CloudFront overrides HTTP response headers received from the origin
    /// with the ones specified in this response headers policy.
    pub origin_override: Value<bool>,
}

impl CorsConfig {
    /// With the required properties only.
    pub fn new(
        access_control_allow_credentials: impl Into<Value<bool>>,
        access_control_allow_headers: impl Into<Value<AccessControlAllowHeaders>>,
        access_control_allow_methods: impl Into<Value<AccessControlAllowMethods>>,
        access_control_allow_origins: impl Into<Value<AccessControlAllowOrigins>>,
        origin_override: impl Into<Value<bool>>,
    ) -> Self {
        Self {
            access_control_allow_credentials: access_control_allow_credentials.into(),
            access_control_allow_headers: access_control_allow_headers.into(),
            access_control_allow_methods: access_control_allow_methods.into(),
            access_control_allow_origins: access_control_allow_origins.into(),
            access_control_expose_headers: None,
            access_control_max_age_sec: None,
            origin_override: origin_override.into(),
        }
    }
}

impl ToJson for CorsConfig {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required(
            "AccessControlAllowCredentials",
            &self.access_control_allow_credentials,
        );
        object.required("AccessControlAllowHeaders", &self.access_control_allow_headers);
        object.required("AccessControlAllowMethods", &self.access_control_allow_methods);
        object.required("AccessControlAllowOrigins", &self.access_control_allow_origins);
        object.optional(
            "AccessControlExposeHeaders",
            self.access_control_expose_headers.as_ref(),
        );
        object.optional("AccessControlMaxAgeSec", self.access_control_max_age_sec.as_ref());
        object.required("OriginOverride", &self.origin_override);
        object.finish()
    }
}

/// An HTTP response header name and its value. CloudFront includes this header in HTTP responses that it
/// sends for requests that match a cache behavior that's associated with this response headers policy.
#[derive(Debug, Clone, PartialEq)]
pub struct CustomHeader {
    /// The HTTP response header name.
    pub header: Value<String>,
    /// A Boolean that determines whether CloudFront overrides a response header with the same name received
    /// from the origin with the header specified here.
    pub r#override: Value<bool>,
    /// The value for the HTTP response header.
    pub value: Value<String>,
}

impl CustomHeader {
    /// With the required properties only.
    pub fn new(
        header: impl Into<Value<String>>,
        r#override: impl Into<Value<bool>>,
        value: impl Into<Value<String>>,
    ) -> Self {
        Self {
            header: header.into(),
            r#override: r#override.into(),
            value: value.into(),
        }
    }
}

impl ToJson for CustomHeader {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Header", &self.header);
        object.required("Override", &self.r#override);
        object.required("Value", &self.value);
        object.finish()
    }
}

/// A list of HTTP response header names and their values. CloudFront includes these headers in HTTP responses
/// that it sends for requests that match a cache behavior that's associated with this response headers
/// policy.
#[derive(Debug, Clone, PartialEq)]
pub struct CustomHeadersConfig {
    /// The list of HTTP response headers and their values.
    pub items: Value<List<CustomHeader>>,
}

impl CustomHeadersConfig {
    /// With the required properties only.
    pub fn new(items: impl Into<Value<List<CustomHeader>>>) -> Self {
        Self { items: items.into() }
    }
}

impl ToJson for CustomHeadersConfig {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Items", &self.items);
        object.finish()
    }
}

/// Determines whether CloudFront includes the `X-Frame-Options` HTTP response header and the header's value.
#[derive(Debug, Clone, PartialEq)]
pub struct FrameOptions {
    /// The value of the `X-Frame-Options` HTTP response header. Valid values are `DENY` and `SAMEORIGIN`.
    ///
    /// Pattern: `^(DENY|SAMEORIGIN)$`.
    pub frame_option: Value<String>,
    /// A Boolean that determines whether CloudFront overrides the `X-Frame-Options` HTTP response header
    /// received from the origin with the one specified in this response headers policy.
    pub r#override: Value<bool>,
}

impl FrameOptions {
    /// With the required properties only.
    pub fn new(frame_option: impl Into<Value<String>>, r#override: impl Into<Value<bool>>) -> Self {
        Self {
            frame_option: frame_option.into(),
            r#override: r#override.into(),
        }
    }
}

impl ToJson for FrameOptions {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("FrameOption", &self.frame_option);
        object.required("Override", &self.r#override);
        object.finish()
    }
}

/// Determines whether CloudFront includes the `Referrer-Policy` HTTP response header and the header's value.
#[derive(Debug, Clone, PartialEq)]
pub struct ReferrerPolicy {
    /// A Boolean that determines whether CloudFront overrides the `Referrer-Policy` HTTP response header
    /// received from the origin with the one specified in this response headers policy.
    pub r#override: Value<bool>,
    /// The value of the `Referrer-Policy` HTTP response header. Valid values are:
    pub referrer_policy: Value<String>,
}

impl ReferrerPolicy {
    /// With the required properties only.
    pub fn new(r#override: impl Into<Value<bool>>, referrer_policy: impl Into<Value<String>>) -> Self {
        Self {
            r#override: r#override.into(),
            referrer_policy: referrer_policy.into(),
        }
    }
}

impl ToJson for ReferrerPolicy {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Override", &self.r#override);
        object.required("ReferrerPolicy", &self.referrer_policy);
        object.finish()
    }
}

/// The name of an HTTP header that CloudFront removes from HTTP responses to requests that match the cache
/// behavior that this response headers policy is attached to.
#[derive(Debug, Clone, PartialEq)]
pub struct RemoveHeader {
    /// The HTTP header name.
    pub header: Value<String>,
}

impl RemoveHeader {
    /// With the required properties only.
    pub fn new(header: impl Into<Value<String>>) -> Self {
        Self {
            header: header.into(),
        }
    }
}

impl ToJson for RemoveHeader {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Header", &self.header);
        object.finish()
    }
}

/// A list of HTTP header names that CloudFront removes from HTTP responses to requests that match the cache
/// behavior that this response headers policy is attached to.
#[derive(Debug, Clone, PartialEq)]
pub struct RemoveHeadersConfig {
    /// The list of HTTP header names.
    pub items: Value<List<RemoveHeader>>,
}

impl RemoveHeadersConfig {
    /// With the required properties only.
    pub fn new(items: impl Into<Value<List<RemoveHeader>>>) -> Self {
        Self { items: items.into() }
    }
}

impl ToJson for RemoveHeadersConfig {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Items", &self.items);
        object.finish()
    }
}

/// A response headers policy configuration.
#[derive(Debug, Clone, PartialEq)]
pub struct ResponseHeadersPolicyConfig {
    /// A comment to describe the response headers policy.
    ///
    /// Length: at most 128.
    pub comment: Option<Value<String>>,
    /// A configuration for a set of HTTP response headers that are used for cross-origin resource sharing
    /// (CORS).
    pub cors_config: Option<Value<CorsConfig>>,
    /// A configuration for a set of custom HTTP response headers.
    pub custom_headers_config: Option<Value<CustomHeadersConfig>>,
    /// A name to identify the response headers policy.
    pub name: Value<String>,
    /// A configuration for a set of HTTP headers to remove from the HTTP response.
    pub remove_headers_config: Option<Value<RemoveHeadersConfig>>,
    /// A configuration for a set of security-related HTTP response headers.
    pub security_headers_config: Option<Value<SecurityHeadersConfig>>,
    /// A configuration for enabling the `Server-Timing` header in HTTP responses sent from CloudFront.
    pub server_timing_headers_config: Option<Value<ServerTimingHeadersConfig>>,
}

impl ResponseHeadersPolicyConfig {
    /// With the required properties only.
    pub fn new(name: impl Into<Value<String>>) -> Self {
        Self {
            comment: None,
            cors_config: None,
            custom_headers_config: None,
            name: name.into(),
            remove_headers_config: None,
            security_headers_config: None,
            server_timing_headers_config: None,
        }
    }
}

impl ToJson for ResponseHeadersPolicyConfig {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("Comment", self.comment.as_ref());
        object.optional("CorsConfig", self.cors_config.as_ref());
        object.optional("CustomHeadersConfig", self.custom_headers_config.as_ref());
        object.required("Name", &self.name);
        object.optional("RemoveHeadersConfig", self.remove_headers_config.as_ref());
        object.optional("SecurityHeadersConfig", self.security_headers_config.as_ref());
        object.optional(
            "ServerTimingHeadersConfig",
            self.server_timing_headers_config.as_ref(),
        );
        object.finish()
    }
}

/// A configuration for a set of security-related HTTP response headers. CloudFront adds these headers to HTTP
/// responses that it sends for requests that match a cache behavior associated with this response headers
/// policy.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SecurityHeadersConfig {
    /// The policy directives and their values that CloudFront includes as values for the
    /// `Content-Security-Policy` HTTP response header.
    pub content_security_policy: Option<Value<ContentSecurityPolicy>>,
    /// Determines whether CloudFront includes the `X-Content-Type-Options` HTTP response header with its
    /// value set to `nosniff`.
    pub content_type_options: Option<Value<ContentTypeOptions>>,
    /// Determines whether CloudFront includes the `X-Frame-Options` HTTP response header and the header's
    /// value.
    pub frame_options: Option<Value<FrameOptions>>,
    /// Determines whether CloudFront includes the `Referrer-Policy` HTTP response header and the header's
    /// value.
    pub referrer_policy: Option<Value<ReferrerPolicy>>,
    /// Determines whether CloudFront includes the `Strict-Transport-Security` HTTP response header and the
    /// header's value.
    pub strict_transport_security: Option<Value<StrictTransportSecurity>>,
    /// Determines whether CloudFront includes the `X-XSS-Protection` HTTP response header and the header's
    /// value.
    pub xss_protection: Option<Value<XSSProtection>>,
}

impl SecurityHeadersConfig {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for SecurityHeadersConfig {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("ContentSecurityPolicy", self.content_security_policy.as_ref());
        object.optional("ContentTypeOptions", self.content_type_options.as_ref());
        object.optional("FrameOptions", self.frame_options.as_ref());
        object.optional("ReferrerPolicy", self.referrer_policy.as_ref());
        object.optional("StrictTransportSecurity", self.strict_transport_security.as_ref());
        object.optional("XSSProtection", self.xss_protection.as_ref());
        object.finish()
    }
}

/// A configuration for enabling the `Server-Timing` header in HTTP responses sent from CloudFront.
#[derive(Debug, Clone, PartialEq)]
pub struct ServerTimingHeadersConfig {
    /// A Boolean that determines whether CloudFront adds the `Server-Timing` header to HTTP responses that it
    /// sends in response to requests that match a cache behavior that's associated with this response headers
    /// policy.
    pub enabled: Value<bool>,
    /// A number 0–100 (inclusive) that specifies the percentage of responses that you want CloudFront to add
    /// the `Server-Timing` header to. When you set the sampling rate to 100, CloudFront adds the
    /// `Server-Timing` header to the HTTP response for every request that matches the cache behavior that
    /// this response headers policy is attached to. When you set it to 50, CloudFront adds the header to 50%
    /// of the responses for requests that match the cache behavior.
    ///
    /// Range: 0 to 100.
    pub sampling_rate: Option<Value<f64>>,
}

impl ServerTimingHeadersConfig {
    /// With the required properties only.
    pub fn new(enabled: impl Into<Value<bool>>) -> Self {
        Self {
            enabled: enabled.into(),
            sampling_rate: None,
        }
    }
}

impl ToJson for ServerTimingHeadersConfig {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Enabled", &self.enabled);
        object.optional("SamplingRate", self.sampling_rate.as_ref());
        object.finish()
    }
}

/// Determines whether CloudFront includes the `Strict-Transport-Security` HTTP response header and the
/// header's value.
#[derive(Debug, Clone, PartialEq)]
pub struct StrictTransportSecurity {
    /// A number that CloudFront uses as the value for the `max-age` directive in the
    /// `Strict-Transport-Security` HTTP response header.
    pub access_control_max_age_sec: Value<i64>,
    /// A Boolean that determines whether CloudFront includes the `includeSubDomains` directive in the
    /// `Strict-Transport-Security` HTTP response header.
    pub include_subdomains: Option<Value<bool>>,
    /// A Boolean that determines whether CloudFront overrides the `Strict-Transport-Security` HTTP response
    /// header received from the origin with the one specified in this response headers policy.
    pub r#override: Value<bool>,
    /// A Boolean that determines whether CloudFront includes the `preload` directive in the
    /// `Strict-Transport-Security` HTTP response header.
    pub preload: Option<Value<bool>>,
}

impl StrictTransportSecurity {
    /// With the required properties only.
    pub fn new(
        access_control_max_age_sec: impl Into<Value<i64>>,
        r#override: impl Into<Value<bool>>,
    ) -> Self {
        Self {
            access_control_max_age_sec: access_control_max_age_sec.into(),
            include_subdomains: None,
            r#override: r#override.into(),
            preload: None,
        }
    }
}

impl ToJson for StrictTransportSecurity {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("AccessControlMaxAgeSec", &self.access_control_max_age_sec);
        object.optional("IncludeSubdomains", self.include_subdomains.as_ref());
        object.required("Override", &self.r#override);
        object.optional("Preload", self.preload.as_ref());
        object.finish()
    }
}

/// Determines whether CloudFront includes the `X-XSS-Protection` HTTP response header and the header's value.
#[derive(Debug, Clone, PartialEq)]
pub struct XSSProtection {
    /// A Boolean that determines whether CloudFront includes the `mode=block` directive in the
    /// `X-XSS-Protection` header.
    pub mode_block: Option<Value<bool>>,
    /// A Boolean that determines whether CloudFront overrides the `X-XSS-Protection` HTTP response header
    /// received from the origin with the one specified in this response headers policy.
    pub r#override: Value<bool>,
    /// A Boolean that determines the value of the `X-XSS-Protection` HTTP response header. When this setting
    /// is `true`, the value of the `X-XSS-Protection` header is `1`. When this setting is `false`, the value
    /// of the `X-XSS-Protection` header is `0`.
    pub protection: Value<bool>,
    /// A reporting URI, which CloudFront uses as the value of the `report` directive in the
    /// `X-XSS-Protection` header.
    pub report_uri: Option<Value<String>>,
}

impl XSSProtection {
    /// With the required properties only.
    pub fn new(r#override: impl Into<Value<bool>>, protection: impl Into<Value<bool>>) -> Self {
        Self {
            mode_block: None,
            r#override: r#override.into(),
            protection: protection.into(),
            report_uri: None,
        }
    }
}

impl ToJson for XSSProtection {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("ModeBlock", self.mode_block.as_ref());
        object.required("Override", &self.r#override);
        object.required("Protection", &self.protection);
        object.optional("ReportUri", self.report_uri.as_ref());
        object.finish()
    }
}

text_enum! {
    /// The values of `AccessControlAllowMethods.Item`.
    Item {
        All = "ALL",
        Delete = "DELETE",
        Get = "GET",
        Head = "HEAD",
        Options = "OPTIONS",
        Patch = "PATCH",
        Post = "POST",
        Put = "PUT",
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::CloudFront::ResponseHeadersPolicy",
    properties: &RESPONSE_HEADERS_POLICY,
    create_only: &[],
    conditional_create_only: &[],
    read_only: &["Id", "LastModifiedTime"],
    write_only: &[],
    primary_identifier: &["Id"],
    reference: Reference::Id,
    attributes: &[Attribute::scalar("Id"), Attribute::scalar("LastModifiedTime")],
    stateful: false,
};

static ACCESS_CONTROL_ALLOW_HEADERS: Object = Object {
    properties: &[Property::required(
        "Items",
        Shape::list(&Shape::TEXT).min_length(1),
    )],
    constraints: &[],
};

static ACCESS_CONTROL_ALLOW_METHODS: Object = Object {
    properties: &[Property::required(
        "Items",
        Shape::list(&Shape::one_of(Item::VALUES)).min_length(1),
    )],
    constraints: &[],
};

static ACCESS_CONTROL_ALLOW_ORIGINS: Object = Object {
    properties: &[Property::required(
        "Items",
        Shape::list(&Shape::TEXT).min_length(1),
    )],
    constraints: &[],
};

static ACCESS_CONTROL_EXPOSE_HEADERS: Object = Object {
    properties: &[Property::required("Items", Shape::list(&Shape::TEXT))],
    constraints: &[],
};

static CONTENT_SECURITY_POLICY: Object = Object {
    properties: &[
        Property::required("ContentSecurityPolicy", Shape::TEXT),
        Property::required("Override", Shape::Boolean),
    ],
    constraints: &[],
};

static CONTENT_TYPE_OPTIONS: Object = Object {
    properties: &[Property::required("Override", Shape::Boolean)],
    constraints: &[],
};

static CORS_CONFIG: Object = Object {
    properties: &[
        Property::required("AccessControlAllowCredentials", Shape::Boolean),
        Property::required(
            "AccessControlAllowHeaders",
            Shape::Object(&ACCESS_CONTROL_ALLOW_HEADERS),
        ),
        Property::required(
            "AccessControlAllowMethods",
            Shape::Object(&ACCESS_CONTROL_ALLOW_METHODS),
        ),
        Property::required(
            "AccessControlAllowOrigins",
            Shape::Object(&ACCESS_CONTROL_ALLOW_ORIGINS),
        ),
        Property::optional(
            "AccessControlExposeHeaders",
            Shape::Object(&ACCESS_CONTROL_EXPOSE_HEADERS),
        ),
        Property::optional("AccessControlMaxAgeSec", Shape::INTEGER),
        Property::required("OriginOverride", Shape::Boolean),
    ],
    constraints: &[],
};

static CUSTOM_HEADER: Object = Object {
    properties: &[
        Property::required("Header", Shape::TEXT),
        Property::required("Override", Shape::Boolean),
        Property::required("Value", Shape::TEXT),
    ],
    constraints: &[],
};

static CUSTOM_HEADERS_CONFIG: Object = Object {
    properties: &[Property::required(
        "Items",
        Shape::list(&Shape::Object(&CUSTOM_HEADER)),
    )],
    constraints: &[],
};

static FRAME_OPTIONS: Object = Object {
    properties: &[
        Property::required("FrameOption", Shape::TEXT.pattern("^(DENY|SAMEORIGIN)$")),
        Property::required("Override", Shape::Boolean),
    ],
    constraints: &[],
};

static REFERRER_POLICY: Object = Object {
    properties: &[
        Property::required("Override", Shape::Boolean),
        Property::required("ReferrerPolicy", Shape::TEXT.pattern(PATTERN_1)),
    ],
    constraints: &[],
};

static REMOVE_HEADER: Object = Object {
    properties: &[Property::required("Header", Shape::TEXT)],
    constraints: &[],
};

static REMOVE_HEADERS_CONFIG: Object = Object {
    properties: &[Property::required(
        "Items",
        Shape::list(&Shape::Object(&REMOVE_HEADER)).unique(),
    )],
    constraints: &[],
};

static RESPONSE_HEADERS_POLICY: Object = Object {
    properties: &[
        Property::optional("Id", Shape::Json),
        Property::optional("LastModifiedTime", Shape::Json),
        Property::required(
            "ResponseHeadersPolicyConfig",
            Shape::Object(&RESPONSE_HEADERS_POLICY_CONFIG),
        ),
    ],
    constraints: &[],
};

static RESPONSE_HEADERS_POLICY_CONFIG: Object = Object {
    properties: &[
        Property::optional("Comment", Shape::TEXT.max_length(128)),
        Property::optional("CorsConfig", Shape::Object(&CORS_CONFIG)),
        Property::optional("CustomHeadersConfig", Shape::Object(&CUSTOM_HEADERS_CONFIG)),
        Property::required("Name", Shape::TEXT),
        Property::optional("RemoveHeadersConfig", Shape::Object(&REMOVE_HEADERS_CONFIG)),
        Property::optional("SecurityHeadersConfig", Shape::Object(&SECURITY_HEADERS_CONFIG)),
        Property::optional(
            "ServerTimingHeadersConfig",
            Shape::Object(&SERVER_TIMING_HEADERS_CONFIG),
        ),
    ],
    constraints: &[],
};

static SECURITY_HEADERS_CONFIG: Object = Object {
    properties: &[
        Property::optional("ContentSecurityPolicy", Shape::Object(&CONTENT_SECURITY_POLICY)),
        Property::optional("ContentTypeOptions", Shape::Object(&CONTENT_TYPE_OPTIONS)),
        Property::optional("FrameOptions", Shape::Object(&FRAME_OPTIONS)),
        Property::optional("ReferrerPolicy", Shape::Object(&REFERRER_POLICY)),
        Property::optional(
            "StrictTransportSecurity",
            Shape::Object(&STRICT_TRANSPORT_SECURITY),
        ),
        Property::optional("XSSProtection", Shape::Object(&XSS_PROTECTION)),
    ],
    constraints: &[],
};

static SERVER_TIMING_HEADERS_CONFIG: Object = Object {
    properties: &[
        Property::required("Enabled", Shape::Boolean),
        Property::optional("SamplingRate", Shape::NUMBER.min(0.0).max(100.0)),
    ],
    constraints: &[],
};

static STRICT_TRANSPORT_SECURITY: Object = Object {
    properties: &[
        Property::required("AccessControlMaxAgeSec", Shape::INTEGER),
        Property::optional("IncludeSubdomains", Shape::Boolean),
        Property::required("Override", Shape::Boolean),
        Property::optional("Preload", Shape::Boolean),
    ],
    constraints: &[],
};

static XSS_PROTECTION: Object = Object {
    properties: &[
        Property::optional("ModeBlock", Shape::Boolean),
        Property::required("Override", Shape::Boolean),
        Property::required("Protection", Shape::Boolean),
        Property::optional("ReportUri", Shape::TEXT),
    ],
    constraints: &[],
};

const PATTERN_1: &str = "^(no-referrer|no-referrer-when-downgrade|origin|origin-when-cross-origin|same-origin|strict-origin|strict-origin-when-cross-origin|unsafe-url)$";
