//! `AWS::CloudFront::OriginRequestPolicy`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    reference::Id,
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    value::{Json, List, ObjectWriter, ToJson, Value},
};

/// An origin request policy.
///
/// `AWS::CloudFront::OriginRequestPolicy`.
#[derive(Debug, Clone, PartialEq)]
pub struct OriginRequestPolicy {
    /// The origin request policy configuration.
    pub origin_request_policy_config: Value<OriginRequestPolicyConfig>,
}

impl OriginRequestPolicy {
    /// With the required properties only.
    pub fn new(origin_request_policy_config: impl Into<Value<OriginRequestPolicyConfig>>) -> Self {
        Self {
            origin_request_policy_config: origin_request_policy_config.into(),
        }
    }
}

impl ToJson for OriginRequestPolicy {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("OriginRequestPolicyConfig", &self.origin_request_policy_config);
        object.finish()
    }
}

impl resource::Resource for OriginRequestPolicy {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::cloudfront::OriginRequestPolicy;
    type Reference = Id<kind::cloudfront::OriginRequestPolicy>;
}

impl Handle<OriginRequestPolicy> {
    /// The unique identifier for the origin request policy. For example:
    /// `befd7079-9bbc-4ebf-8ade-498a3694176c`.
    ///
    /// `Fn::GetAtt` of `Id`.
    pub fn id(&self) -> Value<Id<kind::cloudfront::OriginRequestPolicy>> {
        self.attribute("Id")
    }

    /// The date and time when the origin request policy was last modified.
    ///
    /// `Fn::GetAtt` of `LastModifiedTime`.
    pub fn last_modified_time(&self) -> Value<String> {
        self.attribute("LastModifiedTime")
    }
}

/// An object that determines whether any cookies in viewer requests (and if so, which cookies) are included
/// in requests that CloudFront sends to the origin.
#[derive(Debug, Clone, PartialEq)]
pub struct CookiesConfig {
    /// Determines whether cookies in viewer requests are included in requests that CloudFront sends to the
    /// origin. Valid values are:
    ///
    /// Pattern: `^(none|whitelist|all|allExcept)$`.
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

/// An object that determines whether any HTTP headers (and if so, which headers) are included in requests
/// that CloudFront sends to the origin.
#[derive(Debug, Clone, PartialEq)]
pub struct HeadersConfig {
    /// Determines whether any HTTP headers are included in requests that CloudFront sends to the origin.
    /// Valid values are:
    ///
    /// Pattern: `^(none|whitelist|allViewer|allViewerAndWhitelistCloudFront|allExcept)$`.
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

/// An origin request policy configuration.
#[derive(Debug, Clone, PartialEq)]
pub struct OriginRequestPolicyConfig {
    /// A comment to describe the origin request policy. The comment cannot be longer than 128 characters.
    pub comment: Option<Value<String>>,
    /// The cookies from viewer requests to include in origin requests.
    pub cookies_config: Value<CookiesConfig>,
    /// The HTTP headers to include in origin requests. These can include headers from viewer requests and
    /// additional headers added by CloudFront.
    pub headers_config: Value<HeadersConfig>,
    /// A unique name to identify the origin request policy.
    pub name: Value<String>,
    /// The URL query strings from viewer requests to include in origin requests.
    pub query_strings_config: Value<QueryStringsConfig>,
}

impl OriginRequestPolicyConfig {
    /// With the required properties only.
    pub fn new(
        cookies_config: impl Into<Value<CookiesConfig>>,
        headers_config: impl Into<Value<HeadersConfig>>,
        name: impl Into<Value<String>>,
        query_strings_config: impl Into<Value<QueryStringsConfig>>,
    ) -> Self {
        Self {
            comment: None,
            cookies_config: cookies_config.into(),
            headers_config: headers_config.into(),
            name: name.into(),
            query_strings_config: query_strings_config.into(),
        }
    }
}

impl ToJson for OriginRequestPolicyConfig {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("Comment", self.comment.as_ref());
        object.required("CookiesConfig", &self.cookies_config);
        object.required("HeadersConfig", &self.headers_config);
        object.required("Name", &self.name);
        object.required("QueryStringsConfig", &self.query_strings_config);
        object.finish()
    }
}

/// An object that determines whether any URL query strings in viewer requests (and if so, which query
/// strings) are included in requests that CloudFront sends to the origin.
#[derive(Debug, Clone, PartialEq)]
pub struct QueryStringsConfig {
    /// Determines whether any URL query strings in viewer requests are included in requests that CloudFront
    /// sends to the origin. Valid values are:
    ///
    /// Pattern: `^(none|whitelist|all|allExcept)$`.
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
    type_name: "AWS::CloudFront::OriginRequestPolicy",
    properties: &ORIGIN_REQUEST_POLICY,
    create_only: &[],
    conditional_create_only: &[],
    read_only: &["Id", "LastModifiedTime"],
    write_only: &[],
    primary_identifier: &["Id"],
    reference: Reference::Id,
    attributes: &[Attribute::scalar("Id"), Attribute::scalar("LastModifiedTime")],
    stateful: false,
};

static COOKIES_CONFIG: Object = Object {
    properties: &[
        Property::required(
            "CookieBehavior",
            Shape::TEXT.pattern("^(none|whitelist|all|allExcept)$"),
        ),
        Property::optional("Cookies", Shape::list(&Shape::TEXT)),
    ],
    constraints: &[],
};

static HEADERS_CONFIG: Object = Object {
    properties: &[
        Property::required("HeaderBehavior", Shape::TEXT.pattern(PATTERN_1)),
        Property::optional("Headers", Shape::list(&Shape::TEXT)),
    ],
    constraints: &[],
};

static ORIGIN_REQUEST_POLICY: Object = Object {
    properties: &[
        Property::optional("Id", Shape::Json),
        Property::optional("LastModifiedTime", Shape::Json),
        Property::required(
            "OriginRequestPolicyConfig",
            Shape::Object(&ORIGIN_REQUEST_POLICY_CONFIG),
        ),
    ],
    constraints: &[],
};

static ORIGIN_REQUEST_POLICY_CONFIG: Object = Object {
    properties: &[
        Property::optional("Comment", Shape::TEXT),
        Property::required("CookiesConfig", Shape::Object(&COOKIES_CONFIG)),
        Property::required("HeadersConfig", Shape::Object(&HEADERS_CONFIG)),
        Property::required("Name", Shape::TEXT),
        Property::required("QueryStringsConfig", Shape::Object(&QUERY_STRINGS_CONFIG)),
    ],
    constraints: &[],
};

static QUERY_STRINGS_CONFIG: Object = Object {
    properties: &[
        Property::required(
            "QueryStringBehavior",
            Shape::TEXT.pattern("^(none|whitelist|all|allExcept)$"),
        ),
        Property::optional("QueryStrings", Shape::list(&Shape::TEXT)),
    ],
    constraints: &[],
};

const PATTERN_1: &str = "^(none|whitelist|allViewer|allViewerAndWhitelistCloudFront|allExcept)$";
