//! `AWS::CloudFront::CachePolicy`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    reference::Id,
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    value::{Json, List, ObjectWriter, ToJson, Value},
};

/// A cache policy.
///
/// `AWS::CloudFront::CachePolicy`.
#[derive(Debug, Clone, PartialEq)]
pub struct CachePolicy {
    /// The cache policy configuration.
    pub cache_policy_config: Value<CachePolicyConfig>,
}

impl CachePolicy {
    /// With the required properties only.
    pub fn new(cache_policy_config: impl Into<Value<CachePolicyConfig>>) -> Self {
        Self {
            cache_policy_config: cache_policy_config.into(),
        }
    }
}

impl ToJson for CachePolicy {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("CachePolicyConfig", &self.cache_policy_config);
        object.finish()
    }
}

impl resource::Resource for CachePolicy {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::cloudfront::CachePolicy;
    type Reference = Id<kind::cloudfront::CachePolicy>;
}

impl Handle<CachePolicy> {
    /// The unique identifier for the cache policy. For example: `2766f7b2-75c5-41c6-8f06-bf4303a2f2f5`.
    ///
    /// `Fn::GetAtt` of `Id`.
    pub fn id(&self) -> Value<Id<kind::cloudfront::CachePolicy>> {
        self.attribute("Id")
    }

    /// The date and time when the cache policy was last modified.
    ///
    /// `Fn::GetAtt` of `LastModifiedTime`.
    pub fn last_modified_time(&self) -> Value<String> {
        self.attribute("LastModifiedTime")
    }
}

/// A cache policy configuration.
#[derive(Debug, Clone, PartialEq)]
pub struct CachePolicyConfig {
    /// A comment to describe the cache policy. The comment cannot be longer than 128 characters.
    pub comment: Option<Value<String>>,
    /// The default amount of time, in seconds, that you want objects to stay in the CloudFront cache before
    /// CloudFront sends another request to the origin to see if the object has been updated. CloudFront uses
    /// this value as the object's time to live (TTL) only when the origin does *not* send `Cache-Control` or
    /// `Expires` headers with the object. For more information, see [Managing How Long Content Stays in an
    /// Edge Cache
    /// (Expiration)](https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/Expiration.html) in
    /// the *Amazon CloudFront Developer Guide*.
    ///
    /// Range: 0 or more.
    pub default_ttl: Value<f64>,
    /// The maximum amount of time, in seconds, that objects stay in the CloudFront cache before CloudFront
    /// sends another request to the origin to see if the object has been updated. CloudFront uses this value
    /// only when the origin sends `Cache-Control` or `Expires` headers with the object. For more information,
    /// see [Managing How Long Content Stays in an Edge Cache
    /// (Expiration)](https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/Expiration.html) in
    /// the *Amazon CloudFront Developer Guide*.
    ///
    /// Range: 0 or more.
    pub max_ttl: Value<f64>,
    /// The minimum amount of time, in seconds, that you want objects to stay in the CloudFront cache before
    /// CloudFront sends another request to the origin to see if the object has been updated. For more
    /// information, see [Managing How Long Content Stays in an Edge Cache
    /// (Expiration)](https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/Expiration.html) in
    /// the *Amazon CloudFront Developer Guide*.
    ///
    /// Range: 0 or more.
    pub min_ttl: Value<f64>,
    /// A unique name to identify the cache policy.
    pub name: Value<String>,
    /// The HTTP headers, cookies, and URL query strings to include in the cache key. The values included in
    /// the cache key are also included in requests that CloudFront sends to the origin.
    pub parameters_in_cache_key_and_forwarded_to_origin: Value<ParametersInCacheKeyAndForwardedToOrigin>,
}

impl CachePolicyConfig {
    /// With the required properties only.
    pub fn new(
        default_ttl: impl Into<Value<f64>>,
        max_ttl: impl Into<Value<f64>>,
        min_ttl: impl Into<Value<f64>>,
        name: impl Into<Value<String>>,
        parameters_in_cache_key_and_forwarded_to_origin: impl Into<
            Value<ParametersInCacheKeyAndForwardedToOrigin>,
        >,
    ) -> Self {
        Self {
            comment: None,
            default_ttl: default_ttl.into(),
            max_ttl: max_ttl.into(),
            min_ttl: min_ttl.into(),
            name: name.into(),
            parameters_in_cache_key_and_forwarded_to_origin: parameters_in_cache_key_and_forwarded_to_origin
                .into(),
        }
    }
}

impl ToJson for CachePolicyConfig {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("Comment", self.comment.as_ref());
        object.required("DefaultTTL", &self.default_ttl);
        object.required("MaxTTL", &self.max_ttl);
        object.required("MinTTL", &self.min_ttl);
        object.required("Name", &self.name);
        object.required(
            "ParametersInCacheKeyAndForwardedToOrigin",
            &self.parameters_in_cache_key_and_forwarded_to_origin,
        );
        object.finish()
    }
}

/// An object that determines whether any cookies in viewer requests (and if so, which cookies) are included
/// in the cache key and in requests that CloudFront sends to the origin.
#[derive(Debug, Clone, PartialEq)]
pub struct CookiesConfig {
    /// Determines whether any cookies in viewer requests are included in the cache key and in requests that
    /// CloudFront sends to the origin. Valid values are:
    ///
    /// Pattern: `^(none|whitelist|allExcept|all)$`.
    pub cookie_behavior: Value<String>,
    /// Contains a list of cookie names.
    pub cookies: Option<Value<List<String>>>,
}

impl CookiesConfig {
    /// With the required properties only.
    pub fn new(cookie_behavior: impl Into<Value<String>>) -> Self {
        Self {
            cookie_behavior: cookie_behavior.into(),
            cookies: None,
        }
    }
}

impl ToJson for CookiesConfig {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("CookieBehavior", &self.cookie_behavior);
        object.optional("Cookies", self.cookies.as_ref());
        object.finish()
    }
}

/// An object that determines whether any HTTP headers (and if so, which headers) are included in the cache
/// key and in requests that CloudFront sends to the origin.
#[derive(Debug, Clone, PartialEq)]
pub struct HeadersConfig {
    /// Determines whether any HTTP headers are included in the cache key and in requests that CloudFront
    /// sends to the origin. Valid values are:
    ///
    /// Pattern: `^(none|whitelist)$`.
    pub header_behavior: Value<String>,
    /// Contains a list of HTTP header names.
    pub headers: Option<Value<List<String>>>,
}

impl HeadersConfig {
    /// With the required properties only.
    pub fn new(header_behavior: impl Into<Value<String>>) -> Self {
        Self {
            header_behavior: header_behavior.into(),
            headers: None,
        }
    }
}

impl ToJson for HeadersConfig {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("HeaderBehavior", &self.header_behavior);
        object.optional("Headers", self.headers.as_ref());
        object.finish()
    }
}

/// This object determines the values that CloudFront includes in the cache key. These values can include HTTP
/// headers, cookies, and URL query strings. CloudFront uses the cache key to find an object in its cache that
/// it can return to the viewer.
#[derive(Debug, Clone, PartialEq)]
pub struct ParametersInCacheKeyAndForwardedToOrigin {
    /// An object that determines whether any cookies in viewer requests (and if so, which cookies) are
    /// included in the cache key and in requests that CloudFront sends to the origin.
    pub cookies_config: Value<CookiesConfig>,
    /// A flag that can affect whether the `Accept-Encoding` HTTP header is included in the cache key and
    /// included in requests that CloudFront sends to the origin.
    pub enable_accept_encoding_brotli: Option<Value<bool>>,
    /// A flag that can affect whether the `Accept-Encoding` HTTP header is included in the cache key and
    /// included in requests that CloudFront sends to the origin.
    pub enable_accept_encoding_gzip: Value<bool>,
    /// An object that determines whether any HTTP headers (and if so, which headers) are included in the
    /// cache key and in requests that CloudFront sends to the origin.
    pub headers_config: Value<HeadersConfig>,
    /// An object that determines whether any URL query strings in viewer requests (and if so, which query
    /// strings) are included in the cache key and in requests that CloudFront sends to the origin.
    pub query_strings_config: Value<QueryStringsConfig>,
}

impl ParametersInCacheKeyAndForwardedToOrigin {
    /// With the required properties only.
    pub fn new(
        cookies_config: impl Into<Value<CookiesConfig>>,
        enable_accept_encoding_gzip: impl Into<Value<bool>>,
        headers_config: impl Into<Value<HeadersConfig>>,
        query_strings_config: impl Into<Value<QueryStringsConfig>>,
    ) -> Self {
        Self {
            cookies_config: cookies_config.into(),
            enable_accept_encoding_brotli: None,
            enable_accept_encoding_gzip: enable_accept_encoding_gzip.into(),
            headers_config: headers_config.into(),
            query_strings_config: query_strings_config.into(),
        }
    }
}

impl ToJson for ParametersInCacheKeyAndForwardedToOrigin {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("CookiesConfig", &self.cookies_config);
        object.optional(
            "EnableAcceptEncodingBrotli",
            self.enable_accept_encoding_brotli.as_ref(),
        );
        object.required("EnableAcceptEncodingGzip", &self.enable_accept_encoding_gzip);
        object.required("HeadersConfig", &self.headers_config);
        object.required("QueryStringsConfig", &self.query_strings_config);
        object.finish()
    }
}

/// An object that determines whether any URL query strings in viewer requests (and if so, which query
/// strings) are included in the cache key and in requests that CloudFront sends to the origin.
#[derive(Debug, Clone, PartialEq)]
pub struct QueryStringsConfig {
    /// Determines whether any URL query strings in viewer requests are included in the cache key and in
    /// requests that CloudFront sends to the origin. Valid values are:
    ///
    /// Pattern: `^(none|whitelist|allExcept|all)$`.
    pub query_string_behavior: Value<String>,
    /// Contains a list of query string names.
    pub query_strings: Option<Value<List<String>>>,
}

impl QueryStringsConfig {
    /// With the required properties only.
    pub fn new(query_string_behavior: impl Into<Value<String>>) -> Self {
        Self {
            query_string_behavior: query_string_behavior.into(),
            query_strings: None,
        }
    }
}

impl ToJson for QueryStringsConfig {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("QueryStringBehavior", &self.query_string_behavior);
        object.optional("QueryStrings", self.query_strings.as_ref());
        object.finish()
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::CloudFront::CachePolicy",
    properties: &CACHE_POLICY,
    create_only: &[],
    conditional_create_only: &[],
    read_only: &["Id", "LastModifiedTime"],
    write_only: &[],
    primary_identifier: &["Id"],
    reference: Reference::Id,
    attributes: &[Attribute::scalar("Id"), Attribute::scalar("LastModifiedTime")],
    stateful: false,
};

static CACHE_POLICY: Object = Object {
    properties: &[
        Property::required("CachePolicyConfig", Shape::Object(&CACHE_POLICY_CONFIG)),
        Property::optional("Id", Shape::Json),
        Property::optional("LastModifiedTime", Shape::Json),
    ],
    constraints: &[],
};

static CACHE_POLICY_CONFIG: Object = Object {
    properties: &[
        Property::optional("Comment", Shape::TEXT),
        Property::required("DefaultTTL", Shape::NUMBER.min(0.0)),
        Property::required("MaxTTL", Shape::NUMBER.min(0.0)),
        Property::required("MinTTL", Shape::NUMBER.min(0.0)),
        Property::required("Name", Shape::TEXT),
        Property::required(
            "ParametersInCacheKeyAndForwardedToOrigin",
            Shape::Object(&PARAMETERS_IN_CACHE_KEY_AND_FORWARDED_TO_ORIGIN),
        ),
    ],
    constraints: &[],
};

static COOKIES_CONFIG: Object = Object {
    properties: &[
        Property::required(
            "CookieBehavior",
            Shape::TEXT.pattern("^(none|whitelist|allExcept|all)$"),
        ),
        Property::optional("Cookies", Shape::list(&Shape::TEXT)),
    ],
    constraints: &[],
};

static HEADERS_CONFIG: Object = Object {
    properties: &[
        Property::required("HeaderBehavior", Shape::TEXT.pattern("^(none|whitelist)$")),
        Property::optional("Headers", Shape::list(&Shape::TEXT)),
    ],
    constraints: &[],
};

static PARAMETERS_IN_CACHE_KEY_AND_FORWARDED_TO_ORIGIN: Object = Object {
    properties: &[
        Property::required("CookiesConfig", Shape::Object(&COOKIES_CONFIG)),
        Property::optional("EnableAcceptEncodingBrotli", Shape::Boolean),
        Property::required("EnableAcceptEncodingGzip", Shape::Boolean),
        Property::required("HeadersConfig", Shape::Object(&HEADERS_CONFIG)),
        Property::required("QueryStringsConfig", Shape::Object(&QUERY_STRINGS_CONFIG)),
    ],
    constraints: &[],
};

static QUERY_STRINGS_CONFIG: Object = Object {
    properties: &[
        Property::required(
            "QueryStringBehavior",
            Shape::TEXT.pattern("^(none|whitelist|allExcept|all)$"),
        ),
        Property::optional("QueryStrings", Shape::list(&Shape::TEXT)),
    ],
    constraints: &[],
};
