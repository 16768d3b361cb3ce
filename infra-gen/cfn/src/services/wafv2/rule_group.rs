//! `AWS::WAFv2::RuleGroup`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    reference::{Arn, Id},
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    tag::Tag,
    text_enum::text_enum,
    value::{Json, List, Map, ObjectWriter, ToJson, Value},
};

/// Use an `RuleGroup` to define a collection of rules for inspecting and controlling web requests. You use a
/// rule group in an `WebACL` by providing its Amazon Resource Name (ARN) to the rule statement
/// `RuleGroupReferenceStatement`, when you add rules to the web ACL.
///
/// `AWS::WAFv2::RuleGroup`.
#[derive(Debug, Clone, PartialEq)]
pub struct RuleGroup {
    /// The web ACL capacity units (WCUs) required for this rule group.
    ///
    /// Range: 0 or more.
    pub capacity: Value<i64>,
    /// A map of custom response keys and content bodies. When you create a rule with a block action, you can
    /// send a custom response to the web request. You define these for the rule group, and then use them in
    /// the rules that you define in the rule group.
    pub custom_response_bodies: Option<Value<Map<CustomResponseBody>>>,
    /// A description of the rule group that helps with identification.
    pub description: Option<Value<String>>,
    /// Configures monetization for the web ACL or rule group.
    pub monetization_config: Option<Value<MonetizationConfig>>,
    /// The name of the rule group. You cannot change the name of a rule group after you create it.
    ///
    /// Update requires: replacement. Pattern: `^[0-9A-Za-z_-]{1,128}$`.
    pub name: Option<Value<String>>,
    /// The rule statements used to identify the web requests that you want to allow, block, or count. Each
    /// rule includes one top-level statement that AWS WAF uses to identify matching web requests, and
    /// parameters that govern how AWS WAF handles them.
    pub rules: Option<Value<List<Rule>>>,
    /// Specifies whether this is for an Amazon CloudFront distribution or for a regional application. For an
    /// AWS Amplify application, use `CLOUDFRONT`. A regional application can be an Application Load Balancer
    /// (ALB), an REST API, an AWS AppSync GraphQL API, an Amazon Cognito user pool, an AWS App Runner
    /// service, or an AWS Verified Access instance. Valid Values are `CLOUDFRONT` and `REGIONAL`.
    ///
    /// Update requires: replacement.
    pub scope: Value<RuleGroupScope>,
    /// Key:value pairs associated with an AWS resource. The key:value pair can be anything you define.
    /// Typically, the tag key represents a category (such as "environment") and the tag value represents a
    /// specific value within that category (such as "test," "development," or "production"). You can add up
    /// to 50 tags to each AWS resource.
    ///
    /// Items: 1 or more.
    pub tags: Option<Value<List<Tag>>>,
    /// Defines and enables Amazon CloudWatch metrics and web request sample collection.
    pub visibility_config: Value<VisibilityConfig>,
}

impl RuleGroup {
    /// With the required properties only.
    pub fn new(
        capacity: impl Into<Value<i64>>,
        scope: impl Into<Value<RuleGroupScope>>,
        visibility_config: impl Into<Value<VisibilityConfig>>,
    ) -> Self {
        Self {
            capacity: capacity.into(),
            custom_response_bodies: None,
            description: None,
            monetization_config: None,
            name: None,
            rules: None,
            scope: scope.into(),
            tags: None,
            visibility_config: visibility_config.into(),
        }
    }
}

impl ToJson for RuleGroup {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Capacity", &self.capacity);
        object.optional("CustomResponseBodies", self.custom_response_bodies.as_ref());
        object.optional("Description", self.description.as_ref());
        object.optional("MonetizationConfig", self.monetization_config.as_ref());
        object.optional("Name", self.name.as_ref());
        object.optional("Rules", self.rules.as_ref());
        object.required("Scope", &self.scope);
        object.optional("Tags", self.tags.as_ref());
        object.required("VisibilityConfig", &self.visibility_config);
        object.finish()
    }
}

impl resource::Resource for RuleGroup {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::wafv2::RuleGroup;
    type Reference = Id<kind::wafv2::RuleGroup>;
}

impl Handle<RuleGroup> {
    /// The Amazon Resource Name (ARN) of the rule group.
    ///
    /// `Fn::GetAtt` of `Arn`.
    pub fn arn(&self) -> Value<Arn<kind::wafv2::RuleGroup>> {
        self.attribute("Arn")
    }

    /// The ID of the rule group.
    ///
    /// `Fn::GetAtt` of `Id`.
    pub fn id(&self) -> Value<String> {
        self.attribute("Id")
    }

    /// The label namespace prefix for this rule group. All labels added by rules in this rule group have this
    /// prefix.
    ///
    /// `Fn::GetAtt` of `LabelNamespace`.
    pub fn label_namespace(&self) -> Value<String> {
        self.attribute("LabelNamespace")
    }
}

/// `AllowAction` of `AWS::WAFv2::RuleGroup`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AllowAction {
    /// `CustomRequestHandling`.
    pub custom_request_handling: Option<Value<CustomRequestHandling>>,
}

impl AllowAction {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for AllowAction {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("CustomRequestHandling", self.custom_request_handling.as_ref());
        object.finish()
    }
}

/// A logical rule statement used to combine other rule statements with AND logic. You provide more than one
/// `Statement` within the `AndStatement`.
#[derive(Debug, Clone, PartialEq)]
pub struct AndStatement {
    /// The statements to combine with AND logic. You can use any statements that can be nested.
    pub statements: Value<List<Statement>>,
}

impl AndStatement {
    /// With the required properties only.
    pub fn new(statements: impl Into<Value<List<Statement>>>) -> Self {
        Self {
            statements: statements.into(),
        }
    }
}

impl ToJson for AndStatement {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Statements", &self.statements);
        object.finish()
    }
}

/// A rule statement that inspects web traffic based on the Autonomous System Number (ASN) associated with the
/// request's IP address.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AsnMatchStatement {
    /// Contains one or more Autonomous System Numbers (ASNs). ASNs are unique identifiers assigned to large
    /// internet networks managed by organizations such as internet service providers, enterprises,
    /// universities, or government agencies.
    ///
    /// Items: 1 to 100.
    pub asn_list: Option<Value<List<i64>>>,
    /// The configuration for inspecting IP addresses to match against an ASN in an HTTP header that you
    /// specify, instead of using the IP address that's reported by the web request origin. Commonly, this is
    /// the X-Forwarded-For (XFF) header, but you can specify any header name.
    pub forwarded_ip_config: Option<Value<ForwardedIPConfiguration>>,
}

impl AsnMatchStatement {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for AsnMatchStatement {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("AsnList", self.asn_list.as_ref());
        object.optional("ForwardedIPConfig", self.forwarded_ip_config.as_ref());
        object.finish()
    }
}

/// `BlockAction` of `AWS::WAFv2::RuleGroup`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct BlockAction {
    /// `CustomResponse`.
    pub custom_response: Option<Value<CustomResponse>>,
}

impl BlockAction {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for BlockAction {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("CustomResponse", self.custom_response.as_ref());
        object.finish()
    }
}

/// Inspect the body of the web request. The body immediately follows the request headers.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Body {
    /// What AWS WAF should do if the body is larger than AWS WAF can inspect.
    pub oversize_handling: Option<Value<OversizeHandling>>,
}

impl Body {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for Body {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("OversizeHandling", self.oversize_handling.as_ref());
        object.finish()
    }
}

/// A rule statement that defines a string match search for AWS WAF to apply to web requests. The byte match
/// statement provides the bytes to search for, the location in requests that you want AWS WAF to search, and
/// other settings. The bytes to search for are typically a string that corresponds with ASCII characters. In
/// the AWS WAF console and the developer guide, this is called a string match statement.
#[derive(Debug, Clone, PartialEq)]
pub struct ByteMatchStatement {
    /// The part of the web request that you want AWS WAF to inspect.
    pub field_to_match: Value<FieldToMatch>,
    /// The area within the portion of the web request that you want AWS WAF to search for `SearchString`.
    /// Valid values include the following:
    pub positional_constraint: Value<PositionalConstraint>,
    /// `PreParseTextTransformations`.
    pub pre_parse_text_transformations: Option<Value<List<PreParseTextTransformation>>>,
    /// A string value that you want AWS WAF to search for. AWS WAF searches only in the part of web requests
    /// that you designate for inspection in `FieldToMatch`. The maximum length of the value is 200 bytes. For
    /// alphabetic characters A-Z and a-z, the value is case sensitive.
    pub search_string: Option<Value<String>>,
    /// String to search for in a web request component, base64-encoded. If you don't want to encode the
    /// string, specify the unencoded value in `SearchString` instead.
    pub search_string_base64: Option<Value<String>>,
    /// Text transformations eliminate some of the unusual formatting that attackers use in web requests in an
    /// effort to bypass detection. If you specify one or more transformations in a rule statement, AWS WAF
    /// performs all transformations on the content of the request component identified by `FieldToMatch`,
    /// starting from the lowest priority setting, before inspecting the content for a match.
    ///
    /// Items: 1 or more.
    pub text_transformations: Value<List<TextTransformation>>,
}

impl ByteMatchStatement {
    /// With the required properties only.
    pub fn new(
        field_to_match: impl Into<Value<FieldToMatch>>,
        positional_constraint: impl Into<Value<PositionalConstraint>>,
        text_transformations: impl Into<Value<List<TextTransformation>>>,
    ) -> Self {
        Self {
            field_to_match: field_to_match.into(),
            positional_constraint: positional_constraint.into(),
            pre_parse_text_transformations: None,
            search_string: None,
            search_string_base64: None,
            text_transformations: text_transformations.into(),
        }
    }
}

impl ToJson for ByteMatchStatement {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("FieldToMatch", &self.field_to_match);
        object.required("PositionalConstraint", &self.positional_constraint);
        object.optional(
            "PreParseTextTransformations",
            self.pre_parse_text_transformations.as_ref(),
        );
        object.optional("SearchString", self.search_string.as_ref());
        object.optional("SearchStringBase64", self.search_string_base64.as_ref());
        object.required("TextTransformations", &self.text_transformations);
        object.finish()
    }
}

/// `CaptchaAction` of `AWS::WAFv2::RuleGroup`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct CaptchaAction {
    /// `CustomRequestHandling`.
    pub custom_request_handling: Option<Value<CustomRequestHandling>>,
}

impl CaptchaAction {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for CaptchaAction {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("CustomRequestHandling", self.custom_request_handling.as_ref());
        object.finish()
    }
}

/// Specifies how AWS WAF should handle `CAPTCHA` evaluations. This is available at the web ACL level and in
/// each rule.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct CaptchaConfig {
    /// Determines how long a `CAPTCHA` timestamp in the token remains valid after the client successfully
    /// solves a `CAPTCHA` puzzle.
    pub immunity_time_property: Option<Value<ImmunityTimeProperty>>,
}

impl CaptchaConfig {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for CaptchaConfig {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("ImmunityTimeProperty", self.immunity_time_property.as_ref());
        object.finish()
    }
}

/// `ChallengeAction` of `AWS::WAFv2::RuleGroup`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ChallengeAction {
    /// `CustomRequestHandling`.
    pub custom_request_handling: Option<Value<CustomRequestHandling>>,
}

impl ChallengeAction {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for ChallengeAction {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("CustomRequestHandling", self.custom_request_handling.as_ref());
        object.finish()
    }
}

/// Specifies how AWS WAF should handle `Challenge` evaluations. This is available at the web ACL level and in
/// each rule.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ChallengeConfig {
    /// Determines how long a challenge timestamp in the token remains valid after the client successfully
    /// responds to a challenge.
    pub immunity_time_property: Option<Value<ImmunityTimeProperty>>,
}

impl ChallengeConfig {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for ChallengeConfig {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("ImmunityTimeProperty", self.immunity_time_property.as_ref());
        object.finish()
    }
}

/// The filter to use to identify the subset of cookies to inspect in a web request.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct CookieMatchPattern {
    /// Inspect all cookies.
    pub all: Option<Value<Json>>,
    /// Inspect only the cookies whose keys don't match any of the strings specified here.
    ///
    /// Items: 1 to 199.
    pub excluded_cookies: Option<Value<List<String>>>,
    /// Inspect only the cookies that have a key that matches one of the strings specified here.
    ///
    /// Items: 1 to 199.
    pub included_cookies: Option<Value<List<String>>>,
}

impl CookieMatchPattern {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for CookieMatchPattern {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("All", self.all.as_ref());
        object.optional("ExcludedCookies", self.excluded_cookies.as_ref());
        object.optional("IncludedCookies", self.included_cookies.as_ref());
        object.finish()
    }
}

/// Inspect the cookies in the web request. You can specify the parts of the cookies to inspect and you can
/// narrow the set of cookies to inspect by including or excluding specific keys.
#[derive(Debug, Clone, PartialEq)]
pub struct Cookies {
    /// The filter to use to identify the subset of cookies to inspect in a web request.
    pub match_pattern: Value<CookieMatchPattern>,
    /// The parts of the cookies to inspect with the rule inspection criteria. If you specify `ALL`, AWS WAF
    /// inspects both keys and values.
    pub match_scope: Value<MapMatchScope>,
    /// What AWS WAF should do if the cookies of the request are more numerous or larger than AWS WAF can
    /// inspect. AWS WAF does not support inspecting the entire contents of request cookies when they exceed 8
    /// KB (8192 bytes) or 200 total cookies. The underlying host service forwards a maximum of 200 cookies
    /// and at most 8 KB of cookie contents to AWS WAF.
    pub oversize_handling: Value<OversizeHandling>,
}

impl Cookies {
    /// With the required properties only.
    pub fn new(
        match_pattern: impl Into<Value<CookieMatchPattern>>,
        match_scope: impl Into<Value<MapMatchScope>>,
        oversize_handling: impl Into<Value<OversizeHandling>>,
    ) -> Self {
        Self {
            match_pattern: match_pattern.into(),
            match_scope: match_scope.into(),
            oversize_handling: oversize_handling.into(),
        }
    }
}

impl ToJson for Cookies {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("MatchPattern", &self.match_pattern);
        object.required("MatchScope", &self.match_scope);
        object.required("OversizeHandling", &self.oversize_handling);
        object.finish()
    }
}

/// `CountAction` of `AWS::WAFv2::RuleGroup`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct CountAction {
    /// `CustomRequestHandling`.
    pub custom_request_handling: Option<Value<CustomRequestHandling>>,
}

impl CountAction {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for CountAction {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("CustomRequestHandling", self.custom_request_handling.as_ref());
        object.finish()
    }
}

/// Configures cryptocurrency payment settings.
#[derive(Debug, Clone, PartialEq)]
pub struct CryptoConfig {
    /// List of payment network configurations.
    ///
    /// Items: 1 to 2.
    pub payment_networks: Value<List<PaymentNetwork>>,
}

impl CryptoConfig {
    /// With the required properties only.
    pub fn new(payment_networks: impl Into<Value<List<PaymentNetwork>>>) -> Self {
        Self {
            payment_networks: payment_networks.into(),
        }
    }
}

impl ToJson for CryptoConfig {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("PaymentNetworks", &self.payment_networks);
        object.finish()
    }
}

/// A custom header for custom request and response handling. This is used in `CustomResponse` and
/// `CustomRequestHandling`
#[derive(Debug, Clone, PartialEq)]
pub struct CustomHTTPHeader {
    /// The name of the custom header.
    ///
    /// Length: 1 to 64. Pattern: `^[a-zA-Z0-9._$-]+$`.
    pub name: Value<String>,
    /// The value of the custom header.
    ///
    /// Length: 1 to 255.
    pub value: Value<String>,
}

impl CustomHTTPHeader {
    /// With the required properties only.
    pub fn new(name: impl Into<Value<String>>, value: impl Into<Value<String>>) -> Self {
        Self {
            name: name.into(),
            value: value.into(),
        }
    }
}

impl ToJson for CustomHTTPHeader {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Name", &self.name);
        object.required("Value", &self.value);
        object.finish()
    }
}

/// Custom request handling behavior that inserts custom headers into a web request. You can add custom
/// request handling for AWS WAF to use when the rule action doesn't block the request. For example,
/// `CaptchaAction` for requests with valid t okens, and `AllowAction`.
#[derive(Debug, Clone, PartialEq)]
pub struct CustomRequestHandling {
    /// The HTTP headers to insert into the request. Duplicate header names are not allowed.
    ///
    /// Items: 1 or more.
    pub insert_headers: Value<List<CustomHTTPHeader>>,
}

impl CustomRequestHandling {
    /// With the required properties only.
    pub fn new(insert_headers: impl Into<Value<List<CustomHTTPHeader>>>) -> Self {
        Self {
            insert_headers: insert_headers.into(),
        }
    }
}

impl ToJson for CustomRequestHandling {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("InsertHeaders", &self.insert_headers);
        object.finish()
    }
}

/// A custom response to send to the client. You can define a custom response for rule actions and default web
/// ACL actions that are set to `Block`.
#[derive(Debug, Clone, PartialEq)]
pub struct CustomResponse {
    /// References the response body that you want AWS WAF to return to the web request client. You can define
    /// a custom response for a rule action or a default web ACL action that is set to block. To do this, you
    /// first define the response body key and value in the `CustomResponseBodies` setting for the `WebACL` or
    /// `RuleGroup` where you want to use it. Then, in the rule action or web ACL default action `BlockAction`
    /// setting, you reference the response body using this key.
    ///
    /// Length: 1 to 128. Pattern: `^[\w\-]+$`.
    pub custom_response_body_key: Option<Value<String>>,
    /// The HTTP status code to return to the client.
    ///
    /// Range: 200 to 599.
    pub response_code: Value<i64>,
    /// The HTTP headers to use in the response. You can specify any header name except for `content-type`.
    /// Duplicate header names are not allowed.
    ///
    /// Items: 1 or more.
    pub response_headers: Option<Value<List<CustomHTTPHeader>>>,
}

impl CustomResponse {
    /// With the required properties only.
    pub fn new(response_code: impl Into<Value<i64>>) -> Self {
        Self {
            custom_response_body_key: None,
            response_code: response_code.into(),
            response_headers: None,
        }
    }
}

impl ToJson for CustomResponse {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("CustomResponseBodyKey", self.custom_response_body_key.as_ref());
        object.required("ResponseCode", &self.response_code);
        object.optional("ResponseHeaders", self.response_headers.as_ref());
        object.finish()
    }
}

/// The response body to use in a custom response to a web request. This is referenced by key from
/// `CustomResponse` `CustomResponseBodyKey`.
#[derive(Debug, Clone, PartialEq)]
pub struct CustomResponseBody {
    /// The payload of the custom response.
    ///
    /// Length: 1 to 10240.
    pub content: Value<String>,
    /// The type of content in the payload that you are defining in the `Content` string.
    pub content_type: Value<ResponseContentType>,
}

impl CustomResponseBody {
    /// With the required properties only.
    pub fn new(
        content: impl Into<Value<String>>,
        content_type: impl Into<Value<ResponseContentType>>,
    ) -> Self {
        Self {
            content: content.into(),
            content_type: content_type.into(),
        }
    }
}

impl ToJson for CustomResponseBody {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Content", &self.content);
        object.required("ContentType", &self.content_type);
        object.finish()
    }
}

/// Specifies a web request component to be used in a rule match statement or in a logging configuration.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct FieldToMatch {
    /// Inspect all query arguments.
    pub all_query_arguments: Option<Value<Json>>,
    /// Inspect the request body as plain text. The request body immediately follows the request headers. This
    /// is the part of a request that contains any additional data that you want to send to your web server as
    /// the HTTP request body, such as data from a form.
    pub body: Option<Value<Body>>,
    /// Inspect the request cookies. You must configure scope and pattern matching filters in the `Cookies`
    /// object, to define the set of cookies and the parts of the cookies that AWS WAF inspects.
    pub cookies: Option<Value<Cookies>>,
    /// The string containing the list of a web request's header names, ordered as they appear in the web
    /// request, separated by colons.
    pub header_order: Option<Value<HeaderOrder>>,
    /// Inspect the request headers. You must configure scope and pattern matching filters in the `Headers`
    /// object, to define the set of headers to and the parts of the headers that AWS WAF inspects.
    pub headers: Option<Value<Headers>>,
    /// Available for use with Amazon CloudFront distributions and Application Load Balancers. Match against
    /// the request's JA3 fingerprint. The JA3 fingerprint is a 32-character hash derived from the TLS Client
    /// Hello of an incoming request. This fingerprint serves as a unique identifier for the client's TLS
    /// configuration. AWS WAF calculates and logs this fingerprint for each request that has enough TLS
    /// Client Hello information for the calculation.
    pub ja3_fingerprint: Option<Value<JA3Fingerprint>>,
    /// Available for use with Amazon CloudFront distributions and Application Load Balancers. Match against
    /// the request's JA4 fingerprint. The JA4 fingerprint is a 36-character hash derived from the TLS Client
    /// Hello of an incoming request. This fingerprint serves as a unique identifier for the client's TLS
    /// configuration. AWS WAF calculates and logs this fingerprint for each request that has enough TLS
    /// Client Hello information for the calculation.
    pub ja4_fingerprint: Option<Value<JA4Fingerprint>>,
    /// Inspect the request body as JSON. The request body immediately follows the request headers. This is
    /// the part of a request that contains any additional data that you want to send to your web server as
    /// the HTTP request body, such as data from a form.
    pub json_body: Option<Value<JsonBody>>,
    /// Inspect the HTTP method. The method indicates the type of operation that the request is asking the
    /// origin to perform.
    pub method: Option<Value<Json>>,
    /// Inspect the query string. This is the part of a URL that appears after a `?` character, if any.
    pub query_string: Option<Value<Json>>,
    /// Inspect a single header. Provide the name of the header to inspect, for example, `User-Agent` or
    /// `Referer`. This setting isn't case sensitive.
    pub single_header: Option<Value<SingleHeader>>,
    /// Inspect a single query argument. Provide the name of the query argument to inspect, such as *UserName*
    /// or *SalesRegion*. The name can be up to 30 characters long and isn't case sensitive.
    pub single_query_argument: Option<Value<SingleQueryArgument>>,
    /// Inspect fragments of the request URI. You must configure scope and pattern matching filters in the
    /// `UriFragment` object, to define the fragment of a URI that AWS WAF inspects.
    pub uri_fragment: Option<Value<UriFragment>>,
    /// Inspect the request URI path. This is the part of the web request that identifies a resource, for
    /// example, `/images/daily-ad.jpg`.
    pub uri_path: Option<Value<Json>>,
}

impl FieldToMatch {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for FieldToMatch {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("AllQueryArguments", self.all_query_arguments.as_ref());
        object.optional("Body", self.body.as_ref());
        object.optional("Cookies", self.cookies.as_ref());
        object.optional("HeaderOrder", self.header_order.as_ref());
        object.optional("Headers", self.headers.as_ref());
        object.optional("JA3Fingerprint", self.ja3_fingerprint.as_ref());
        object.optional("JA4Fingerprint", self.ja4_fingerprint.as_ref());
        object.optional("JsonBody", self.json_body.as_ref());
        object.optional("Method", self.method.as_ref());
        object.optional("QueryString", self.query_string.as_ref());
        object.optional("SingleHeader", self.single_header.as_ref());
        object.optional("SingleQueryArgument", self.single_query_argument.as_ref());
        object.optional("UriFragment", self.uri_fragment.as_ref());
        object.optional("UriPath", self.uri_path.as_ref());
        object.finish()
    }
}

/// The configuration for inspecting IP addresses in an HTTP header that you specify, instead of using the IP
/// address that's reported by the web request origin. Commonly, this is the X-Forwarded-For (XFF) header, but
/// you can specify any header name.
#[derive(Debug, Clone, PartialEq)]
pub struct ForwardedIPConfiguration {
    /// The match status to assign to the web request if the request doesn't have a valid IP address in the
    /// specified position.
    pub fallback_behavior: Value<FallbackBehavior>,
    /// The name of the HTTP header to use for the IP address. For example, to use the X-Forwarded-For (XFF)
    /// header, set this to `X-Forwarded-For`.
    ///
    /// Pattern: `^[a-zA-Z0-9-]{1,255}$`.
    pub header_name: Value<String>,
}

impl ForwardedIPConfiguration {
    /// With the required properties only.
    pub fn new(
        fallback_behavior: impl Into<Value<FallbackBehavior>>,
        header_name: impl Into<Value<String>>,
    ) -> Self {
        Self {
            fallback_behavior: fallback_behavior.into(),
            header_name: header_name.into(),
        }
    }
}

impl ToJson for ForwardedIPConfiguration {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("FallbackBehavior", &self.fallback_behavior);
        object.required("HeaderName", &self.header_name);
        object.finish()
    }
}

/// A rule statement that labels web requests by country and region and that matches against web requests
/// based on country code. A geo match rule labels every request that it inspects regardless of whether it
/// finds a match.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct GeoMatchStatement {
    /// An array of two-character country codes that you want to match against, for example, `[ "US", "CN" ]`,
    /// from the alpha-2 country ISO codes of the ISO 3166 international standard.
    ///
    /// Items: 1 or more.
    pub country_codes: Option<Value<List<CountryCode>>>,
    /// The configuration for inspecting IP addresses in an HTTP header that you specify, instead of using the
    /// IP address that's reported by the web request origin. Commonly, this is the X-Forwarded-For (XFF)
    /// header, but you can specify any header name.
    pub forwarded_ip_config: Option<Value<ForwardedIPConfiguration>>,
}

impl GeoMatchStatement {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for GeoMatchStatement {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("CountryCodes", self.country_codes.as_ref());
        object.optional("ForwardedIPConfig", self.forwarded_ip_config.as_ref());
        object.finish()
    }
}

/// The filter to use to identify the subset of headers to inspect in a web request.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct HeaderMatchPattern {
    /// Inspect all headers.
    pub all: Option<Value<Json>>,
    /// Inspect only the headers whose keys don't match any of the strings specified here.
    ///
    /// Items: 1 to 199.
    pub excluded_headers: Option<Value<List<String>>>,
    /// Inspect only the headers that have a key that matches one of the strings specified here.
    ///
    /// Items: 1 to 199.
    pub included_headers: Option<Value<List<String>>>,
}

impl HeaderMatchPattern {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for HeaderMatchPattern {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("All", self.all.as_ref());
        object.optional("ExcludedHeaders", self.excluded_headers.as_ref());
        object.optional("IncludedHeaders", self.included_headers.as_ref());
        object.finish()
    }
}

/// The string containing the list of a web request's header names, ordered as they appear in the web request,
/// separated by colons.
#[derive(Debug, Clone, PartialEq)]
pub struct HeaderOrder {
    /// Handling of requests containing oversize fields
    pub oversize_handling: Value<OversizeHandling>,
}

impl HeaderOrder {
    /// With the required properties only.
    pub fn new(oversize_handling: impl Into<Value<OversizeHandling>>) -> Self {
        Self {
            oversize_handling: oversize_handling.into(),
        }
    }
}

impl ToJson for HeaderOrder {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("OversizeHandling", &self.oversize_handling);
        object.finish()
    }
}

/// Inspect all headers in the web request. You can specify the parts of the headers to inspect and you can
/// narrow the set of headers to inspect by including or excluding specific keys.
#[derive(Debug, Clone, PartialEq)]
pub struct Headers {
    /// The filter to use to identify the subset of headers to inspect in a web request.
    pub match_pattern: Value<HeaderMatchPattern>,
    /// The parts of the headers to match with the rule inspection criteria. If you specify `ALL`, AWS WAF
    /// inspects both keys and values.
    pub match_scope: Value<MapMatchScope>,
    /// What AWS WAF should do if the headers determined by your match scope are more numerous or larger than
    /// AWS WAF can inspect. AWS WAF does not support inspecting the entire contents of request headers when
    /// they exceed 8 KB (8192 bytes) or 200 total headers. The underlying host service forwards a maximum of
    /// 200 headers and at most 8 KB of header contents to AWS WAF.
    pub oversize_handling: Value<OversizeHandling>,
}

impl Headers {
    /// With the required properties only.
    pub fn new(
        match_pattern: impl Into<Value<HeaderMatchPattern>>,
        match_scope: impl Into<Value<MapMatchScope>>,
        oversize_handling: impl Into<Value<OversizeHandling>>,
    ) -> Self {
        Self {
            match_pattern: match_pattern.into(),
            match_scope: match_scope.into(),
            oversize_handling: oversize_handling.into(),
        }
    }
}

impl ToJson for Headers {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("MatchPattern", &self.match_pattern);
        object.required("MatchScope", &self.match_scope);
        object.required("OversizeHandling", &self.oversize_handling);
        object.finish()
    }
}

/// The configuration for inspecting IP addresses in an HTTP header that you specify, instead of using the IP
/// address that's reported by the web request origin. Commonly, this is the X-Forwarded-For (XFF) header, but
/// you can specify any header name.
#[derive(Debug, Clone, PartialEq)]
pub struct IPSetForwardedIPConfiguration {
    /// The match status to assign to the web request if the request doesn't have a valid IP address in the
    /// specified position.
    pub fallback_behavior: Value<FallbackBehavior>,
    /// The name of the HTTP header to use for the IP address. For example, to use the X-Forwarded-For (XFF)
    /// header, set this to `X-Forwarded-For`.
    ///
    /// Pattern: `^[a-zA-Z0-9-]{1,255}$`.
    pub header_name: Value<String>,
    /// The position in the header to search for the IP address. The header can contain IP addresses of the
    /// original client and also of proxies. For example, the header value could be `10.1.1.1, 127.0.0.0,
    /// 10.10.10.10` where the first IP address identifies the original client and the rest identify proxies
    /// that the request went through.
    pub position: Value<Position>,
}

impl IPSetForwardedIPConfiguration {
    /// With the required properties only.
    pub fn new(
        fallback_behavior: impl Into<Value<FallbackBehavior>>,
        header_name: impl Into<Value<String>>,
        position: impl Into<Value<Position>>,
    ) -> Self {
        Self {
            fallback_behavior: fallback_behavior.into(),
            header_name: header_name.into(),
            position: position.into(),
        }
    }
}

impl ToJson for IPSetForwardedIPConfiguration {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("FallbackBehavior", &self.fallback_behavior);
        object.required("HeaderName", &self.header_name);
        object.required("Position", &self.position);
        object.finish()
    }
}

/// A rule statement used to detect web requests coming from particular IP addresses or address ranges. To use
/// this, create an `IPSet` that specifies the addresses you want to detect, then use the ARN of that set in
/// this statement.
#[derive(Debug, Clone, PartialEq)]
pub struct IPSetReferenceStatement {
    /// The Amazon Resource Name (ARN) of the `IPSet` that this statement references.
    ///
    /// Length: 20 to 2048. Pattern: `\S`.
    pub arn: Value<String>,
    /// The configuration for inspecting IP addresses in an HTTP header that you specify, instead of using the
    /// IP address that's reported by the web request origin. Commonly, this is the X-Forwarded-For (XFF)
    /// header, but you can specify any header name.
    pub ip_set_forwarded_ip_config: Option<Value<IPSetForwardedIPConfiguration>>,
}

impl IPSetReferenceStatement {
    /// With the required properties only.
    pub fn new(arn: impl Into<Value<String>>) -> Self {
        Self {
            arn: arn.into(),
            ip_set_forwarded_ip_config: None,
        }
    }
}

impl ToJson for IPSetReferenceStatement {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Arn", &self.arn);
        object.optional("IPSetForwardedIPConfig", self.ip_set_forwarded_ip_config.as_ref());
        object.finish()
    }
}

/// Used for CAPTCHA and challenge token settings. Determines how long a `CAPTCHA` or challenge timestamp
/// remains valid after AWS WAF updates it for a successful `CAPTCHA` or challenge response.
#[derive(Debug, Clone, PartialEq)]
pub struct ImmunityTimeProperty {
    /// The amount of time, in seconds, that a `CAPTCHA` or challenge timestamp is considered valid by AWS
    /// WAF. The default setting is 300.
    ///
    /// Range: 60 to 259200.
    pub immunity_time: Value<i64>,
}

impl ImmunityTimeProperty {
    /// With the required properties only.
    pub fn new(immunity_time: impl Into<Value<i64>>) -> Self {
        Self {
            immunity_time: immunity_time.into(),
        }
    }
}

impl ToJson for ImmunityTimeProperty {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("ImmunityTime", &self.immunity_time);
        object.finish()
    }
}

/// Available for use with Amazon CloudFront distributions and Application Load Balancers. Match against the
/// request's JA3 fingerprint. The JA3 fingerprint is a 32-character hash derived from the TLS Client Hello of
/// an incoming request. This fingerprint serves as a unique identifier for the client's TLS configuration.
/// AWS WAF calculates and logs this fingerprint for each request that has enough TLS Client Hello information
/// for the calculation.
#[derive(Debug, Clone, PartialEq)]
pub struct JA3Fingerprint {
    /// The match status to assign to the web request if the request doesn't have a JA3 fingerprint.
    pub fallback_behavior: Value<FallbackBehavior>,
}

impl JA3Fingerprint {
    /// With the required properties only.
    pub fn new(fallback_behavior: impl Into<Value<FallbackBehavior>>) -> Self {
        Self {
            fallback_behavior: fallback_behavior.into(),
        }
    }
}

impl ToJson for JA3Fingerprint {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("FallbackBehavior", &self.fallback_behavior);
        object.finish()
    }
}

/// Available for use with Amazon CloudFront distributions and Application Load Balancers. Match against the
/// request's JA4 fingerprint. The JA4 fingerprint is a 36-character hash derived from the TLS Client Hello of
/// an incoming request. This fingerprint serves as a unique identifier for the client's TLS configuration.
/// AWS WAF calculates and logs this fingerprint for each request that has enough TLS Client Hello information
/// for the calculation.
#[derive(Debug, Clone, PartialEq)]
pub struct JA4Fingerprint {
    /// The match status to assign to the web request if the request doesn't have a JA4 fingerprint.
    pub fallback_behavior: Value<FallbackBehavior>,
}

impl JA4Fingerprint {
    /// With the required properties only.
    pub fn new(fallback_behavior: impl Into<Value<FallbackBehavior>>) -> Self {
        Self {
            fallback_behavior: fallback_behavior.into(),
        }
    }
}

impl ToJson for JA4Fingerprint {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("FallbackBehavior", &self.fallback_behavior);
        object.finish()
    }
}

/// Inspect the body of the web request as JSON. The body immediately follows the request headers.
#[derive(Debug, Clone, PartialEq)]
pub struct JsonBody {
    /// What AWS WAF should do if it fails to completely parse the JSON body. The options are the following:
    pub invalid_fallback_behavior: Option<Value<BodyParsingFallbackBehavior>>,
    /// The patterns to look for in the JSON body. AWS WAF inspects the results of these pattern matches
    /// against the rule inspection criteria.
    pub match_pattern: Value<JsonMatchPattern>,
    /// The parts of the JSON to match against using the `MatchPattern`. If you specify `ALL`, AWS WAF matches
    /// against keys and values.
    pub match_scope: Value<JsonMatchScope>,
    /// What AWS WAF should do if the body is larger than AWS WAF can inspect.
    pub oversize_handling: Option<Value<OversizeHandling>>,
}

impl JsonBody {
    /// With the required properties only.
    pub fn new(
        match_pattern: impl Into<Value<JsonMatchPattern>>,
        match_scope: impl Into<Value<JsonMatchScope>>,
    ) -> Self {
        Self {
            invalid_fallback_behavior: None,
            match_pattern: match_pattern.into(),
            match_scope: match_scope.into(),
            oversize_handling: None,
        }
    }
}

impl ToJson for JsonBody {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("InvalidFallbackBehavior", self.invalid_fallback_behavior.as_ref());
        object.required("MatchPattern", &self.match_pattern);
        object.required("MatchScope", &self.match_scope);
        object.optional("OversizeHandling", self.oversize_handling.as_ref());
        object.finish()
    }
}

/// The patterns to look for in the JSON body. AWS WAF inspects the results of these pattern matches against
/// the rule inspection criteria. This is used with the `FieldToMatch` option `JsonBody`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct JsonMatchPattern {
    /// Match all of the elements. See also `MatchScope` in the `JsonBody` `FieldToMatch` specification.
    pub all: Option<Value<Json>>,
    /// Match only the specified include paths. See also `MatchScope` in the `JsonBody` `FieldToMatch`
    /// specification.
    ///
    /// Items: 1 or more.
    pub included_paths: Option<Value<List<String>>>,
}

impl JsonMatchPattern {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for JsonMatchPattern {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("All", self.all.as_ref());
        object.optional("IncludedPaths", self.included_paths.as_ref());
        object.finish()
    }
}

/// A single label container. This is used as an element of a label array in `RuleLabels` inside a rule.
#[derive(Debug, Clone, PartialEq)]
pub struct Label {
    /// The label string.
    ///
    /// Pattern: `^[0-9A-Za-z_:-]{1,1024}$`.
    pub name: Value<String>,
}

impl Label {
    /// With the required properties only.
    pub fn new(name: impl Into<Value<String>>) -> Self {
        Self { name: name.into() }
    }
}

impl ToJson for Label {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Name", &self.name);
        object.finish()
    }
}

/// A rule statement to match against labels that have been added to the web request by rules that have
/// already run in the web ACL.
#[derive(Debug, Clone, PartialEq)]
pub struct LabelMatchStatement {
    /// The string to match against. The setting you provide for this depends on the match statement's `Scope`
    /// setting:
    ///
    /// Pattern: `^[0-9A-Za-z_:-]{1,1024}$`.
    pub key: Value<String>,
    /// Specify whether you want to match using the label name or just the namespace.
    pub scope: Value<LabelMatchScope>,
}

impl LabelMatchStatement {
    /// With the required properties only.
    pub fn new(key: impl Into<Value<String>>, scope: impl Into<Value<LabelMatchScope>>) -> Self {
        Self {
            key: key.into(),
            scope: scope.into(),
        }
    }
}

impl ToJson for LabelMatchStatement {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Key", &self.key);
        object.required("Scope", &self.scope);
        object.finish()
    }
}

/// Configures monetization for the web ACL or rule group.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct MonetizationConfig {
    /// Configures cryptocurrency payment settings.
    pub crypto_config: Option<Value<CryptoConfig>>,
    /// The currency mode for monetization. Use REAL for production payments and TEST for testing with testnet
    /// currencies.
    pub currency_mode: Option<Value<CurrencyMode>>,
}

impl MonetizationConfig {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for MonetizationConfig {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("CryptoConfig", self.crypto_config.as_ref());
        object.optional("CurrencyMode", self.currency_mode.as_ref());
        object.finish()
    }
}

/// Monetize action for rules.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct MonetizeAction {
    /// The price multiplier for the monetize action.
    ///
    /// Length: 1 to 3. Pattern: `^([1-9][0-9]?|100)$`.
    pub price_multiplier: Option<Value<String>>,
}

impl MonetizeAction {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for MonetizeAction {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("PriceMultiplier", self.price_multiplier.as_ref());
        object.finish()
    }
}

/// A logical rule statement used to negate the results of another rule statement. You provide one `Statement`
/// within the `NotStatement`.
#[derive(Debug, Clone, PartialEq)]
pub struct NotStatement {
    /// The statement to negate. You can use any statement that can be nested.
    pub statement: Value<Box<Statement>>,
}

impl NotStatement {
    /// With the required properties only.
    pub fn new(statement: impl Into<Value<Box<Statement>>>) -> Self {
        Self {
            statement: statement.into(),
        }
    }
}

impl ToJson for NotStatement {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Statement", &self.statement);
        object.finish()
    }
}

/// A logical rule statement used to combine other rule statements with OR logic. You provide more than one
/// `Statement` within the `OrStatement`.
#[derive(Debug, Clone, PartialEq)]
pub struct OrStatement {
    /// The statements to combine with OR logic. You can use any statements that can be nested.
    pub statements: Value<List<Statement>>,
}

impl OrStatement {
    /// With the required properties only.
    pub fn new(statements: impl Into<Value<List<Statement>>>) -> Self {
        Self {
            statements: statements.into(),
        }
    }
}

impl ToJson for OrStatement {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Statements", &self.statements);
        object.finish()
    }
}

/// Configuration for a single payment network.
#[derive(Debug, Clone, PartialEq)]
pub struct PaymentNetwork {
    /// The blockchain chain to use.
    pub chain: Value<BlockchainChain>,
    /// List of price configurations.
    ///
    /// Items: 1 to 1.
    pub prices: Value<List<Price>>,
    /// The wallet address for receiving payments.
    ///
    /// Length: 26 to 44. Pattern: `.*\S.*`.
    pub wallet_address: Value<String>,
}

impl PaymentNetwork {
    /// With the required properties only.
    pub fn new(
        chain: impl Into<Value<BlockchainChain>>,
        prices: impl Into<Value<List<Price>>>,
        wallet_address: impl Into<Value<String>>,
    ) -> Self {
        Self {
            chain: chain.into(),
            prices: prices.into(),
            wallet_address: wallet_address.into(),
        }
    }
}

impl ToJson for PaymentNetwork {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Chain", &self.chain);
        object.required("Prices", &self.prices);
        object.required("WalletAddress", &self.wallet_address);
        object.finish()
    }
}

/// Text Transformation applied before parsing the query string.
#[derive(Debug, Clone, PartialEq)]
pub struct PreParseTextTransformation {
    /// Priority of PreParseTextTransformation being applied.
    ///
    /// Range: 0 or more.
    pub priority: Value<i64>,
    /// Type of pre-parse text transformation.
    pub r#type: Value<PreParseTextTransformationType>,
}

impl PreParseTextTransformation {
    /// With the required properties only.
    pub fn new(
        priority: impl Into<Value<i64>>,
        r#type: impl Into<Value<PreParseTextTransformationType>>,
    ) -> Self {
        Self {
            priority: priority.into(),
            r#type: r#type.into(),
        }
    }
}

impl ToJson for PreParseTextTransformation {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Priority", &self.priority);
        object.required("Type", &self.r#type);
        object.finish()
    }
}

/// A price configuration.
#[derive(Debug, Clone, PartialEq)]
pub struct Price {
    /// The price amount.
    ///
    /// Length: 1 to 13.
    pub amount: Value<String>,
    /// The cryptocurrency to use for payment.
    pub currency: Value<CryptoCurrency>,
}

impl Price {
    /// With the required properties only.
    pub fn new(amount: impl Into<Value<String>>, currency: impl Into<Value<CryptoCurrency>>) -> Self {
        Self {
            amount: amount.into(),
            currency: currency.into(),
        }
    }
}

impl ToJson for Price {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Amount", &self.amount);
        object.required("Currency", &self.currency);
        object.finish()
    }
}

/// A rate-based rule counts incoming requests and rate limits requests when they are coming at too fast a
/// rate. The rule categorizes requests according to your aggregation criteria, collects them into aggregation
/// instances, and counts and rate limits the requests for each instance.
#[derive(Debug, Clone, PartialEq)]
pub struct RateBasedStatement {
    /// Setting that indicates how to aggregate the request counts.
    pub aggregate_key_type: Value<AggregateKeyType>,
    /// Specifies the aggregate keys to use in a rate-base rule.
    ///
    /// Items: at most 5.
    pub custom_keys: Option<Value<List<RateBasedStatementCustomKey>>>,
    /// The amount of time, in seconds, that AWS WAF should include in its request counts, looking back from
    /// the current time. For example, for a setting of 120, when AWS WAF checks the rate, it counts the
    /// requests for the 2 minutes immediately preceding the current time. Valid settings are 60, 120, 300,
    /// and 600.
    ///
    /// One of 60, 120, 300, 600.
    pub evaluation_window_sec: Option<Value<i64>>,
    /// The configuration for inspecting IP addresses in an HTTP header that you specify, instead of using the
    /// IP address that's reported by the web request origin. Commonly, this is the X-Forwarded-For (XFF)
    /// header, but you can specify any header name.
    pub forwarded_ip_config: Option<Value<ForwardedIPConfiguration>>,
    /// The limit on requests during the specified evaluation window for a single aggregation instance for the
    /// rate-based rule. If the rate-based statement includes a `ScopeDownStatement`, this limit is applied
    /// only to the requests that match the statement.
    ///
    /// Range: 10 to 2000000000.
    pub limit: Value<i64>,
    /// An optional nested statement that narrows the scope of the web requests that are evaluated and managed
    /// by the rate-based statement. When you use a scope-down statement, the rate-based rule only tracks and
    /// rate limits requests that match the scope-down statement. You can use any nestable `Statement` in the
    /// scope-down statement, and you can nest statements at any level, the same as you can for a rule
    /// statement.
    pub scope_down_statement: Option<Value<Box<Statement>>>,
}

impl RateBasedStatement {
    /// With the required properties only.
    pub fn new(aggregate_key_type: impl Into<Value<AggregateKeyType>>, limit: impl Into<Value<i64>>) -> Self {
        Self {
            aggregate_key_type: aggregate_key_type.into(),
            custom_keys: None,
            evaluation_window_sec: None,
            forwarded_ip_config: None,
            limit: limit.into(),
            scope_down_statement: None,
        }
    }
}

impl ToJson for RateBasedStatement {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("AggregateKeyType", &self.aggregate_key_type);
        object.optional("CustomKeys", self.custom_keys.as_ref());
        object.optional("EvaluationWindowSec", self.evaluation_window_sec.as_ref());
        object.optional("ForwardedIPConfig", self.forwarded_ip_config.as_ref());
        object.required("Limit", &self.limit);
        object.optional("ScopeDownStatement", self.scope_down_statement.as_ref());
        object.finish()
    }
}

/// Specifies a single custom aggregate key for a rate-base rule.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct RateBasedStatementCustomKey {
    /// Use an Autonomous System Number (ASN) derived from the request's originating or forwarded IP address
    /// as an aggregate key. Each distinct ASN contributes to the aggregation instance.
    pub asn: Option<Value<Json>>,
    /// Use the value of a cookie in the request as an aggregate key. Each distinct value in the cookie
    /// contributes to the aggregation instance. If you use a single cookie as your custom key, then each
    /// value fully defines an aggregation instance.
    pub cookie: Option<Value<RateLimitCookie>>,
    /// Use the first IP address in an HTTP header as an aggregate key. Each distinct forwarded IP address
    /// contributes to the aggregation instance.
    pub forwarded_ip: Option<Value<Json>>,
    /// Use the request's HTTP method as an aggregate key. Each distinct HTTP method contributes to the
    /// aggregation instance. If you use just the HTTP method as your custom key, then each method fully
    /// defines an aggregation instance.
    pub http_method: Option<Value<Json>>,
    /// Use the value of a header in the request as an aggregate key. Each distinct value in the header
    /// contributes to the aggregation instance. If you use a single header as your custom key, then each
    /// value fully defines an aggregation instance.
    pub header: Option<Value<RateLimitHeader>>,
    /// Use the request's originating IP address as an aggregate key. Each distinct IP address contributes to
    /// the aggregation instance.
    pub ip: Option<Value<Json>>,
    /// Use the request's JA3 fingerprint as an aggregate key. If you use a single JA3 fingerprint as your
    /// custom key, then each value fully defines an aggregation instance.
    pub ja3_fingerprint: Option<Value<RateLimitJA3Fingerprint>>,
    /// Use the request's JA4 fingerprint as an aggregate key. If you use a single JA4 fingerprint as your
    /// custom key, then each value fully defines an aggregation instance.
    pub ja4_fingerprint: Option<Value<RateLimitJA4Fingerprint>>,
    /// Use the specified label namespace as an aggregate key. Each distinct fully qualified label name that
    /// has the specified label namespace contributes to the aggregation instance. If you use just one label
    /// namespace as your custom key, then each label name fully defines an aggregation instance.
    pub label_namespace: Option<Value<RateLimitLabelNamespace>>,
    /// Use the specified query argument as an aggregate key. Each distinct value for the named query argument
    /// contributes to the aggregation instance. If you use a single query argument as your custom key, then
    /// each value fully defines an aggregation instance.
    pub query_argument: Option<Value<RateLimitQueryArgument>>,
    /// Use the request's query string as an aggregate key. Each distinct string contributes to the
    /// aggregation instance. If you use just the query string as your custom key, then each string fully
    /// defines an aggregation instance.
    pub query_string: Option<Value<RateLimitQueryString>>,
    /// Use the request's URI path as an aggregate key. Each distinct URI path contributes to the aggregation
    /// instance. If you use just the URI path as your custom key, then each URI path fully defines an
    /// aggregation instance.
    pub uri_path: Option<Value<RateLimitUriPath>>,
}

impl RateBasedStatementCustomKey {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for RateBasedStatementCustomKey {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("ASN", self.asn.as_ref());
        object.optional("Cookie", self.cookie.as_ref());
        object.optional("ForwardedIP", self.forwarded_ip.as_ref());
        object.optional("HTTPMethod", self.http_method.as_ref());
        object.optional("Header", self.header.as_ref());
        object.optional("IP", self.ip.as_ref());
        object.optional("JA3Fingerprint", self.ja3_fingerprint.as_ref());
        object.optional("JA4Fingerprint", self.ja4_fingerprint.as_ref());
        object.optional("LabelNamespace", self.label_namespace.as_ref());
        object.optional("QueryArgument", self.query_argument.as_ref());
        object.optional("QueryString", self.query_string.as_ref());
        object.optional("UriPath", self.uri_path.as_ref());
        object.finish()
    }
}

/// Specifies a cookie as an aggregate key for a rate-based rule. Each distinct value in the cookie
/// contributes to the aggregation instance. If you use a single cookie as your custom key, then each value
/// fully defines an aggregation instance.
#[derive(Debug, Clone, PartialEq)]
pub struct RateLimitCookie {
    /// The name of the cookie to use.
    ///
    /// Length: 1 to 64. Pattern: `.*\S.*`.
    pub name: Value<String>,
    /// Text transformations eliminate some of the unusual formatting that attackers use in web requests in an
    /// effort to bypass detection. Text transformations are used in rule match statements, to transform the
    /// `FieldToMatch` request component before inspecting it, and they're used in rate-based rule statements,
    /// to transform request components before using them as custom aggregation keys. If you specify one or
    /// more transformations to apply, AWS WAF performs all transformations on the specified content, starting
    /// from the lowest priority setting, and then uses the transformed component contents.
    ///
    /// Items: 1 or more.
    pub text_transformations: Value<List<TextTransformation>>,
}

impl RateLimitCookie {
    /// With the required properties only.
    pub fn new(
        name: impl Into<Value<String>>,
        text_transformations: impl Into<Value<List<TextTransformation>>>,
    ) -> Self {
        Self {
            name: name.into(),
            text_transformations: text_transformations.into(),
        }
    }
}

impl ToJson for RateLimitCookie {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Name", &self.name);
        object.required("TextTransformations", &self.text_transformations);
        object.finish()
    }
}

/// Specifies a header as an aggregate key for a rate-based rule. Each distinct value in the header
/// contributes to the aggregation instance. If you use a single header as your custom key, then each value
/// fully defines an aggregation instance.
#[derive(Debug, Clone, PartialEq)]
pub struct RateLimitHeader {
    /// The name of the header to use.
    ///
    /// Length: 1 to 64. Pattern: `.*\S.*`.
    pub name: Value<String>,
    /// Text transformations eliminate some of the unusual formatting that attackers use in web requests in an
    /// effort to bypass detection. Text transformations are used in rule match statements, to transform the
    /// `FieldToMatch` request component before inspecting it, and they're used in rate-based rule statements,
    /// to transform request components before using them as custom aggregation keys. If you specify one or
    /// more transformations to apply, AWS WAF performs all transformations on the specified content, starting
    /// from the lowest priority setting, and then uses the transformed component contents.
    ///
    /// Items: 1 or more.
    pub text_transformations: Value<List<TextTransformation>>,
}

impl RateLimitHeader {
    /// With the required properties only.
    pub fn new(
        name: impl Into<Value<String>>,
        text_transformations: impl Into<Value<List<TextTransformation>>>,
    ) -> Self {
        Self {
            name: name.into(),
            text_transformations: text_transformations.into(),
        }
    }
}

impl ToJson for RateLimitHeader {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Name", &self.name);
        object.required("TextTransformations", &self.text_transformations);
        object.finish()
    }
}

/// Use the request's JA3 fingerprint derived from the TLS Client Hello of an incoming request as an aggregate
/// key. If you use a single JA3 fingerprint as your custom key, then each value fully defines an aggregation
/// instance.
#[derive(Debug, Clone, PartialEq)]
pub struct RateLimitJA3Fingerprint {
    /// The match status to assign to the web request if there is insufficient TSL Client Hello information to
    /// compute the JA3 fingerprint.
    pub fallback_behavior: Value<FallbackBehavior>,
}

impl RateLimitJA3Fingerprint {
    /// With the required properties only.
    pub fn new(fallback_behavior: impl Into<Value<FallbackBehavior>>) -> Self {
        Self {
            fallback_behavior: fallback_behavior.into(),
        }
    }
}

impl ToJson for RateLimitJA3Fingerprint {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("FallbackBehavior", &self.fallback_behavior);
        object.finish()
    }
}

/// Use the request's JA4 fingerprint derived from the TLS Client Hello of an incoming request as an aggregate
/// key. If you use a single JA4 fingerprint as your custom key, then each value fully defines an aggregation
/// instance.
#[derive(Debug, Clone, PartialEq)]
pub struct RateLimitJA4Fingerprint {
    /// The match status to assign to the web request if there is insufficient TSL Client Hello information to
    /// compute the JA4 fingerprint.
    pub fallback_behavior: Value<FallbackBehavior>,
}

impl RateLimitJA4Fingerprint {
    /// With the required properties only.
    pub fn new(fallback_behavior: impl Into<Value<FallbackBehavior>>) -> Self {
        Self {
            fallback_behavior: fallback_behavior.into(),
        }
    }
}

impl ToJson for RateLimitJA4Fingerprint {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("FallbackBehavior", &self.fallback_behavior);
        object.finish()
    }
}

/// Specifies a label namespace to use as an aggregate key for a rate-based rule. Each distinct fully
/// qualified label name that has the specified label namespace contributes to the aggregation instance. If
/// you use just one label namespace as your custom key, then each label name fully defines an aggregation
/// instance.
#[derive(Debug, Clone, PartialEq)]
pub struct RateLimitLabelNamespace {
    /// The namespace to use for aggregation.
    ///
    /// Pattern: `^[0-9A-Za-z_:-]{1,1024}$`.
    pub namespace: Value<String>,
}

impl RateLimitLabelNamespace {
    /// With the required properties only.
    pub fn new(namespace: impl Into<Value<String>>) -> Self {
        Self {
            namespace: namespace.into(),
        }
    }
}

impl ToJson for RateLimitLabelNamespace {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Namespace", &self.namespace);
        object.finish()
    }
}

/// Specifies a query argument in the request as an aggregate key for a rate-based rule. Each distinct value
/// for the named query argument contributes to the aggregation instance. If you use a single query argument
/// as your custom key, then each value fully defines an aggregation instance.
#[derive(Debug, Clone, PartialEq)]
pub struct RateLimitQueryArgument {
    /// The name of the query argument to use.
    ///
    /// Length: 1 to 64. Pattern: `.*\S.*`.
    pub name: Value<String>,
    /// Text transformations eliminate some of the unusual formatting that attackers use in web requests in an
    /// effort to bypass detection. Text transformations are used in rule match statements, to transform the
    /// `FieldToMatch` request component before inspecting it, and they're used in rate-based rule statements,
    /// to transform request components before using them as custom aggregation keys. If you specify one or
    /// more transformations to apply, AWS WAF performs all transformations on the specified content, starting
    /// from the lowest priority setting, and then uses the transformed component contents.
    ///
    /// Items: 1 or more.
    pub text_transformations: Value<List<TextTransformation>>,
}

impl RateLimitQueryArgument {
    /// With the required properties only.
    pub fn new(
        name: impl Into<Value<String>>,
        text_transformations: impl Into<Value<List<TextTransformation>>>,
    ) -> Self {
        Self {
            name: name.into(),
            text_transformations: text_transformations.into(),
        }
    }
}

impl ToJson for RateLimitQueryArgument {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Name", &self.name);
        object.required("TextTransformations", &self.text_transformations);
        object.finish()
    }
}

/// Specifies the request's query string as an aggregate key for a rate-based rule. Each distinct string
/// contributes to the aggregation instance. If you use just the query string as your custom key, then each
/// string fully defines an aggregation instance.
#[derive(Debug, Clone, PartialEq)]
pub struct RateLimitQueryString {
    /// Text transformations eliminate some of the unusual formatting that attackers use in web requests in an
    /// effort to bypass detection. Text transformations are used in rule match statements, to transform the
    /// `FieldToMatch` request component before inspecting it, and they're used in rate-based rule statements,
    /// to transform request components before using them as custom aggregation keys. If you specify one or
    /// more transformations to apply, AWS WAF performs all transformations on the specified content, starting
    /// from the lowest priority setting, and then uses the transformed component contents.
    ///
    /// Items: 1 or more.
    pub text_transformations: Value<List<TextTransformation>>,
}

impl RateLimitQueryString {
    /// With the required properties only.
    pub fn new(text_transformations: impl Into<Value<List<TextTransformation>>>) -> Self {
        Self {
            text_transformations: text_transformations.into(),
        }
    }
}

impl ToJson for RateLimitQueryString {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("TextTransformations", &self.text_transformations);
        object.finish()
    }
}

/// Specifies the request's URI path as an aggregate key for a rate-based rule. Each distinct URI path
/// contributes to the aggregation instance. If you use just the URI path as your custom key, then each URI
/// path fully defines an aggregation instance.
#[derive(Debug, Clone, PartialEq)]
pub struct RateLimitUriPath {
    /// Text transformations eliminate some of the unusual formatting that attackers use in web requests in an
    /// effort to bypass detection. Text transformations are used in rule match statements, to transform the
    /// `FieldToMatch` request component before inspecting it, and they're used in rate-based rule statements,
    /// to transform request components before using them as custom aggregation keys. If you specify one or
    /// more transformations to apply, AWS WAF performs all transformations on the specified content, starting
    /// from the lowest priority setting, and then uses the transformed component contents.
    ///
    /// Items: 1 or more.
    pub text_transformations: Value<List<TextTransformation>>,
}

impl RateLimitUriPath {
    /// With the required properties only.
    pub fn new(text_transformations: impl Into<Value<List<TextTransformation>>>) -> Self {
        Self {
            text_transformations: text_transformations.into(),
        }
    }
}

impl ToJson for RateLimitUriPath {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("TextTransformations", &self.text_transformations);
        object.finish()
    }
}

/// A rule statement used to search web request components for a match against a single regular expression.
#[derive(Debug, Clone, PartialEq)]
pub struct RegexMatchStatement {
    /// The part of the web request that you want AWS WAF to inspect.
    pub field_to_match: Value<FieldToMatch>,
    /// `PreParseTextTransformations`.
    pub pre_parse_text_transformations: Option<Value<List<PreParseTextTransformation>>>,
    /// The string representing the regular expression.
    ///
    /// Length: 1 to 512.
    pub regex_string: Value<String>,
    /// Text transformations eliminate some of the unusual formatting that attackers use in web requests in an
    /// effort to bypass detection. If you specify one or more transformations in a rule statement, AWS WAF
    /// performs all transformations on the content of the request component identified by `FieldToMatch`,
    /// starting from the lowest priority setting, before inspecting the content for a match.
    ///
    /// Items: 1 or more.
    pub text_transformations: Value<List<TextTransformation>>,
}

impl RegexMatchStatement {
    /// With the required properties only.
    pub fn new(
        field_to_match: impl Into<Value<FieldToMatch>>,
        regex_string: impl Into<Value<String>>,
        text_transformations: impl Into<Value<List<TextTransformation>>>,
    ) -> Self {
        Self {
            field_to_match: field_to_match.into(),
            pre_parse_text_transformations: None,
            regex_string: regex_string.into(),
            text_transformations: text_transformations.into(),
        }
    }
}

impl ToJson for RegexMatchStatement {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("FieldToMatch", &self.field_to_match);
        object.optional(
            "PreParseTextTransformations",
            self.pre_parse_text_transformations.as_ref(),
        );
        object.required("RegexString", &self.regex_string);
        object.required("TextTransformations", &self.text_transformations);
        object.finish()
    }
}

/// A rule statement used to search web request components for matches with regular expressions. To use this,
/// create a `RegexPatternSet` that specifies the expressions that you want to detect, then use the ARN of
/// that set in this statement. A web request matches the pattern set rule statement if the request component
/// matches any of the patterns in the set.
#[derive(Debug, Clone, PartialEq)]
pub struct RegexPatternSetReferenceStatement {
    /// The Amazon Resource Name (ARN) of the `RegexPatternSet` that this statement references.
    ///
    /// Length: 20 to 2048. Pattern: `\S`.
    pub arn: Value<String>,
    /// The part of the web request that you want AWS WAF to inspect.
    pub field_to_match: Value<FieldToMatch>,
    /// `PreParseTextTransformations`.
    pub pre_parse_text_transformations: Option<Value<List<PreParseTextTransformation>>>,
    /// Text transformations eliminate some of the unusual formatting that attackers use in web requests in an
    /// effort to bypass detection. If you specify one or more transformations in a rule statement, AWS WAF
    /// performs all transformations on the content of the request component identified by `FieldToMatch`,
    /// starting from the lowest priority setting, before inspecting the content for a match.
    ///
    /// Items: 1 or more.
    pub text_transformations: Value<List<TextTransformation>>,
}

impl RegexPatternSetReferenceStatement {
    /// With the required properties only.
    pub fn new(
        arn: impl Into<Value<String>>,
        field_to_match: impl Into<Value<FieldToMatch>>,
        text_transformations: impl Into<Value<List<TextTransformation>>>,
    ) -> Self {
        Self {
            arn: arn.into(),
            field_to_match: field_to_match.into(),
            pre_parse_text_transformations: None,
            text_transformations: text_transformations.into(),
        }
    }
}

impl ToJson for RegexPatternSetReferenceStatement {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Arn", &self.arn);
        object.required("FieldToMatch", &self.field_to_match);
        object.optional(
            "PreParseTextTransformations",
            self.pre_parse_text_transformations.as_ref(),
        );
        object.required("TextTransformations", &self.text_transformations);
        object.finish()
    }
}

/// A single rule, which you can use in a `WebACL` or `RuleGroup` to identify web requests that you want to
/// manage in some way. Each rule includes one top-level `Statement` that AWS WAF uses to identify matching
/// web requests, and parameters that govern how AWS WAF handles them.
#[derive(Debug, Clone, PartialEq)]
pub struct Rule {
    /// The action that AWS WAF should take on a web request when it matches the rule statement. Settings at
    /// the web ACL level can override the rule action setting.
    pub action: Option<Value<RuleAction>>,
    /// Specifies how AWS WAF should handle `CAPTCHA` evaluations. If you don't specify this, AWS WAF uses the
    /// `CAPTCHA` configuration that's defined for the web ACL.
    pub captcha_config: Option<Value<CaptchaConfig>>,
    /// Specifies how AWS WAF should handle `Challenge` evaluations. If you don't specify this, AWS WAF uses
    /// the challenge configuration that's defined for the web ACL.
    pub challenge_config: Option<Value<ChallengeConfig>>,
    /// The name of the rule.
    ///
    /// Pattern: `^[0-9A-Za-z_-]{1,128}$`.
    pub name: Value<String>,
    /// If you define more than one `Rule` in a `WebACL`, AWS WAF evaluates each request against the `Rules`
    /// in order based on the value of `Priority`. AWS WAF processes rules with lower priority first. The
    /// priorities don't need to be consecutive, but they must all be different.
    ///
    /// Range: 0 or more.
    pub priority: Value<i64>,
    /// Labels to apply to web requests that match the rule match statement. AWS WAF applies fully qualified
    /// labels to matching web requests. A fully qualified label is the concatenation of a label namespace and
    /// a rule label. The rule's rule group or web ACL defines the label namespace.
    pub rule_labels: Option<Value<List<Label>>>,
    /// The AWS WAF processing statement for the rule, for example `ByteMatchStatement` or
    /// `SizeConstraintStatement`.
    pub statement: Value<Statement>,
    /// Defines and enables Amazon CloudWatch metrics and web request sample collection.
    pub visibility_config: Value<VisibilityConfig>,
}

impl Rule {
    /// With the required properties only.
    pub fn new(
        name: impl Into<Value<String>>,
        priority: impl Into<Value<i64>>,
        statement: impl Into<Value<Statement>>,
        visibility_config: impl Into<Value<VisibilityConfig>>,
    ) -> Self {
        Self {
            action: None,
            captcha_config: None,
            challenge_config: None,
            name: name.into(),
            priority: priority.into(),
            rule_labels: None,
            statement: statement.into(),
            visibility_config: visibility_config.into(),
        }
    }
}

impl ToJson for Rule {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("Action", self.action.as_ref());
        object.optional("CaptchaConfig", self.captcha_config.as_ref());
        object.optional("ChallengeConfig", self.challenge_config.as_ref());
        object.required("Name", &self.name);
        object.required("Priority", &self.priority);
        object.optional("RuleLabels", self.rule_labels.as_ref());
        object.required("Statement", &self.statement);
        object.required("VisibilityConfig", &self.visibility_config);
        object.finish()
    }
}

/// The action that AWS WAF should take on a web request when it matches a rule's statement. Settings at the
/// web ACL level can override the rule action setting.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct RuleAction {
    /// Instructs AWS WAF to allow the web request.
    pub allow: Option<Value<AllowAction>>,
    /// Instructs AWS WAF to block the web request.
    pub block: Option<Value<BlockAction>>,
    /// Specifies that AWS WAF should run a `CAPTCHA` check against the request:
    pub captcha: Option<Value<CaptchaAction>>,
    /// Instructs AWS WAF to run a `Challenge` check against the web request.
    pub challenge: Option<Value<ChallengeAction>>,
    /// Instructs AWS WAF to count the web request and then continue evaluating the request using the
    /// remaining rules in the web ACL.
    pub count: Option<Value<CountAction>>,
    /// Monetize action for rules.
    pub monetize: Option<Value<MonetizeAction>>,
}

impl RuleAction {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for RuleAction {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("Allow", self.allow.as_ref());
        object.optional("Block", self.block.as_ref());
        object.optional("Captcha", self.captcha.as_ref());
        object.optional("Challenge", self.challenge.as_ref());
        object.optional("Count", self.count.as_ref());
        object.optional("Monetize", self.monetize.as_ref());
        object.finish()
    }
}

/// Inspect one of the headers in the web request, identified by name, for example, `User-Agent` or `Referer`.
/// The name isn't case sensitive.
#[derive(Debug, Clone, PartialEq)]
pub struct SingleHeader {
    /// The name of the query header to inspect.
    ///
    /// Length: 1 to 64. Pattern: `\S`.
    pub name: Value<String>,
}

impl SingleHeader {
    /// With the required properties only.
    pub fn new(name: impl Into<Value<String>>) -> Self {
        Self { name: name.into() }
    }
}

impl ToJson for SingleHeader {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Name", &self.name);
        object.finish()
    }
}

/// Inspect one query argument in the web request, identified by name, for example *UserName* or
/// *SalesRegion*. The name isn't case sensitive.
#[derive(Debug, Clone, PartialEq)]
pub struct SingleQueryArgument {
    /// The name of the query argument to inspect.
    ///
    /// Length: 1 to 64. Pattern: `\S`.
    pub name: Value<String>,
}

impl SingleQueryArgument {
    /// With the required properties only.
    pub fn new(name: impl Into<Value<String>>) -> Self {
        Self { name: name.into() }
    }
}

impl ToJson for SingleQueryArgument {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Name", &self.name);
        object.finish()
    }
}

/// A rule statement that compares a number of bytes against the size of a request component, using a
/// comparison operator, such as greater than (\>) or less than (\<). For example, you can use a size
/// constraint statement to look for query strings that are longer than 100 bytes.
#[derive(Debug, Clone, PartialEq)]
pub struct SizeConstraintStatement {
    /// The operator to use to compare the request part to the size setting.
    pub comparison_operator: Value<ComparisonOperator>,
    /// The part of the web request that you want AWS WAF to inspect.
    pub field_to_match: Value<FieldToMatch>,
    /// `PreParseTextTransformations`.
    pub pre_parse_text_transformations: Option<Value<List<PreParseTextTransformation>>>,
    /// The size, in byte, to compare to the request part, after any transformations.
    ///
    /// Range: 0 to 21474836480.
    pub size: Value<f64>,
    /// Text transformations eliminate some of the unusual formatting that attackers use in web requests in an
    /// effort to bypass detection. If you specify one or more transformations in a rule statement, AWS WAF
    /// performs all transformations on the content of the request component identified by `FieldToMatch`,
    /// starting from the lowest priority setting, before inspecting the content for a match.
    ///
    /// Items: 1 or more.
    pub text_transformations: Value<List<TextTransformation>>,
}

impl SizeConstraintStatement {
    /// With the required properties only.
    pub fn new(
        comparison_operator: impl Into<Value<ComparisonOperator>>,
        field_to_match: impl Into<Value<FieldToMatch>>,
        size: impl Into<Value<f64>>,
        text_transformations: impl Into<Value<List<TextTransformation>>>,
    ) -> Self {
        Self {
            comparison_operator: comparison_operator.into(),
            field_to_match: field_to_match.into(),
            pre_parse_text_transformations: None,
            size: size.into(),
            text_transformations: text_transformations.into(),
        }
    }
}

impl ToJson for SizeConstraintStatement {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("ComparisonOperator", &self.comparison_operator);
        object.required("FieldToMatch", &self.field_to_match);
        object.optional(
            "PreParseTextTransformations",
            self.pre_parse_text_transformations.as_ref(),
        );
        object.required("Size", &self.size);
        object.required("TextTransformations", &self.text_transformations);
        object.finish()
    }
}

/// A rule statement that inspects for malicious SQL code. Attackers insert malicious SQL code into web
/// requests to do things like modify your database or extract data from it.
#[derive(Debug, Clone, PartialEq)]
pub struct SqliMatchStatement {
    /// The part of the web request that you want AWS WAF to inspect.
    pub field_to_match: Value<FieldToMatch>,
    /// `PreParseTextTransformations`.
    pub pre_parse_text_transformations: Option<Value<List<PreParseTextTransformation>>>,
    /// The sensitivity that you want AWS WAF to use to inspect for SQL injection attacks.
    pub sensitivity_level: Option<Value<SensitivityLevel>>,
    /// Text transformations eliminate some of the unusual formatting that attackers use in web requests in an
    /// effort to bypass detection. If you specify one or more transformations in a rule statement, AWS WAF
    /// performs all transformations on the content of the request component identified by `FieldToMatch`,
    /// starting from the lowest priority setting, before inspecting the content for a match.
    ///
    /// Items: 1 or more.
    pub text_transformations: Value<List<TextTransformation>>,
}

impl SqliMatchStatement {
    /// With the required properties only.
    pub fn new(
        field_to_match: impl Into<Value<FieldToMatch>>,
        text_transformations: impl Into<Value<List<TextTransformation>>>,
    ) -> Self {
        Self {
            field_to_match: field_to_match.into(),
            pre_parse_text_transformations: None,
            sensitivity_level: None,
            text_transformations: text_transformations.into(),
        }
    }
}

impl ToJson for SqliMatchStatement {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("FieldToMatch", &self.field_to_match);
        object.optional(
            "PreParseTextTransformations",
            self.pre_parse_text_transformations.as_ref(),
        );
        object.optional("SensitivityLevel", self.sensitivity_level.as_ref());
        object.required("TextTransformations", &self.text_transformations);
        object.finish()
    }
}

/// The processing guidance for a rule, used by AWS WAF to determine whether a web request matches the rule.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Statement {
    /// A logical rule statement used to combine other rule statements with AND logic. You provide more than
    /// one `Statement` within the `AndStatement`.
    pub and_statement: Option<Value<AndStatement>>,
    /// A rule statement that inspects web traffic based on the Autonomous System Number (ASN) associated with
    /// the request's IP address.
    pub asn_match_statement: Option<Value<AsnMatchStatement>>,
    /// A rule statement that defines a string match search for AWS WAF to apply to web requests. The byte
    /// match statement provides the bytes to search for, the location in requests that you want AWS WAF to
    /// search, and other settings. The bytes to search for are typically a string that corresponds with ASCII
    /// characters. In the AWS WAF console and the developer guide, this is called a string match statement.
    pub byte_match_statement: Option<Value<ByteMatchStatement>>,
    /// A rule statement that labels web requests by country and region and that matches against web requests
    /// based on country code. A geo match rule labels every request that it inspects regardless of whether it
    /// finds a match.
    pub geo_match_statement: Option<Value<GeoMatchStatement>>,
    /// A rule statement used to detect web requests coming from particular IP addresses or address ranges. To
    /// use this, create an `IPSet` that specifies the addresses you want to detect, then use the ARN of that
    /// set in this statement.
    pub ip_set_reference_statement: Option<Value<IPSetReferenceStatement>>,
    /// A rule statement to match against labels that have been added to the web request by rules that have
    /// already run in the web ACL.
    pub label_match_statement: Option<Value<LabelMatchStatement>>,
    /// A logical rule statement used to negate the results of another rule statement. You provide one
    /// `Statement` within the `NotStatement`.
    pub not_statement: Option<Value<NotStatement>>,
    /// A logical rule statement used to combine other rule statements with OR logic. You provide more than
    /// one `Statement` within the `OrStatement`.
    pub or_statement: Option<Value<OrStatement>>,
    /// A rate-based rule counts incoming requests and rate limits requests when they are coming at too fast a
    /// rate. The rule categorizes requests according to your aggregation criteria, collects them into
    /// aggregation instances, and counts and rate limits the requests for each instance.
    pub rate_based_statement: Option<Value<RateBasedStatement>>,
    /// A rule statement used to search web request components for a match against a single regular
    /// expression.
    pub regex_match_statement: Option<Value<RegexMatchStatement>>,
    /// A rule statement used to search web request components for matches with regular expressions. To use
    /// this, create a `RegexPatternSet` that specifies the expressions that you want to detect, then use the
    /// ARN of that set in this statement. A web request matches the pattern set rule statement if the request
    /// component matches any of the patterns in the set.
    pub regex_pattern_set_reference_statement: Option<Value<RegexPatternSetReferenceStatement>>,
    /// A rule statement that compares a number of bytes against the size of a request component, using a
    /// comparison operator, such as greater than (\>) or less than (\<). For example, you can use a size
    /// constraint statement to look for query strings that are longer than 100 bytes.
    pub size_constraint_statement: Option<Value<SizeConstraintStatement>>,
    /// A rule statement that inspects for malicious SQL code. Attackers insert malicious SQL code into web
    /// requests to do things like modify your database or extract data from it.
    pub sqli_match_statement: Option<Value<SqliMatchStatement>>,
    /// A rule statement that inspects for cross-site scripting (XSS) attacks. In XSS attacks, the attacker
    /// uses vulnerabilities in a benign website as a vehicle to inject malicious client-site scripts into
    /// other legitimate web browsers.
    pub xss_match_statement: Option<Value<XssMatchStatement>>,
}

impl Statement {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for Statement {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("AndStatement", self.and_statement.as_ref());
        object.optional("AsnMatchStatement", self.asn_match_statement.as_ref());
        object.optional("ByteMatchStatement", self.byte_match_statement.as_ref());
        object.optional("GeoMatchStatement", self.geo_match_statement.as_ref());
        object.optional(
            "IPSetReferenceStatement",
            self.ip_set_reference_statement.as_ref(),
        );
        object.optional("LabelMatchStatement", self.label_match_statement.as_ref());
        object.optional("NotStatement", self.not_statement.as_ref());
        object.optional("OrStatement", self.or_statement.as_ref());
        object.optional("RateBasedStatement", self.rate_based_statement.as_ref());
        object.optional("RegexMatchStatement", self.regex_match_statement.as_ref());
        object.optional(
            "RegexPatternSetReferenceStatement",
            self.regex_pattern_set_reference_statement.as_ref(),
        );
        object.optional("SizeConstraintStatement", self.size_constraint_statement.as_ref());
        object.optional("SqliMatchStatement", self.sqli_match_statement.as_ref());
        object.optional("XssMatchStatement", self.xss_match_statement.as_ref());
        object.finish()
    }
}

/// Text transformations eliminate some of the unusual formatting that attackers use in web requests in an
/// effort to bypass detection.
#[derive(Debug, Clone, PartialEq)]
pub struct TextTransformation {
    /// Sets the relative processing order for multiple transformations. AWS WAF processes all
    /// transformations, from lowest priority to highest, before inspecting the transformed content. The
    /// priorities don't need to be consecutive, but they must all be different.
    ///
    /// Range: 0 or more.
    pub priority: Value<i64>,
    /// For detailed descriptions of each of the transformation types, see [Text
    /// transformations](https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-statement-transformation.html)
    /// in the *AWS WAF Developer Guide*.
    pub r#type: Value<TextTransformationType>,
}

impl TextTransformation {
    /// With the required properties only.
    pub fn new(priority: impl Into<Value<i64>>, r#type: impl Into<Value<TextTransformationType>>) -> Self {
        Self {
            priority: priority.into(),
            r#type: r#type.into(),
        }
    }
}

impl ToJson for TextTransformation {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Priority", &self.priority);
        object.required("Type", &self.r#type);
        object.finish()
    }
}

/// Inspect fragments of the request URI. You can specify the parts of the URI fragment to inspect and you can
/// narrow the set of URI fragments to inspect by including or excluding specific keys.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct UriFragment {
    /// What AWS WAF should do if it fails to completely parse the JSON body. The options are the following:
    pub fallback_behavior: Option<Value<FallbackBehavior>>,
}

impl UriFragment {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for UriFragment {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("FallbackBehavior", self.fallback_behavior.as_ref());
        object.finish()
    }
}

/// Defines and enables Amazon CloudWatch metrics and web request sample collection.
#[derive(Debug, Clone, PartialEq)]
pub struct VisibilityConfig {
    /// Indicates whether the associated resource sends metrics to Amazon CloudWatch. For the list of
    /// available metrics, see [AWS WAF
    /// Metrics](https://docs.aws.amazon.com/waf/latest/developerguide/monitoring-cloudwatch.html#waf-metrics)
    /// in the *AWS WAF Developer Guide*.
    pub cloud_watch_metrics_enabled: Value<bool>,
    /// A name of the Amazon CloudWatch metric dimension. The name can contain only the characters: A-Z, a-z,
    /// 0-9, - (hyphen), and _ (underscore). The name can be from one to 128 characters long. It can't contain
    /// whitespace or metric names that are reserved for AWS WAF, for example `All` and `Default_Action`.
    ///
    /// Length: 1 to 128. Pattern: `^[\w#:\.\-/]+$`.
    pub metric_name: Value<String>,
    /// Indicates whether AWS WAF should store a sampling of the web requests that match the rules. You can
    /// view the sampled requests through the AWS WAF console.
    pub sampled_requests_enabled: Value<bool>,
}

impl VisibilityConfig {
    /// With the required properties only.
    pub fn new(
        cloud_watch_metrics_enabled: impl Into<Value<bool>>,
        metric_name: impl Into<Value<String>>,
        sampled_requests_enabled: impl Into<Value<bool>>,
    ) -> Self {
        Self {
            cloud_watch_metrics_enabled: cloud_watch_metrics_enabled.into(),
            metric_name: metric_name.into(),
            sampled_requests_enabled: sampled_requests_enabled.into(),
        }
    }
}

impl ToJson for VisibilityConfig {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("CloudWatchMetricsEnabled", &self.cloud_watch_metrics_enabled);
        object.required("MetricName", &self.metric_name);
        object.required("SampledRequestsEnabled", &self.sampled_requests_enabled);
        object.finish()
    }
}

/// A rule statement that inspects for cross-site scripting (XSS) attacks. In XSS attacks, the attacker uses
/// vulnerabilities in a benign website as a vehicle to inject malicious client-site scripts into other
/// legitimate web browsers.
#[derive(Debug, Clone, PartialEq)]
pub struct XssMatchStatement {
    /// The part of the web request that you want AWS WAF to inspect.
    pub field_to_match: Value<FieldToMatch>,
    /// `PreParseTextTransformations`.
    pub pre_parse_text_transformations: Option<Value<List<PreParseTextTransformation>>>,
    /// Text transformations eliminate some of the unusual formatting that attackers use in web requests in an
    /// effort to bypass detection. If you specify one or more transformations in a rule statement, AWS WAF
    /// performs all transformations on the content of the request component identified by `FieldToMatch`,
    /// starting from the lowest priority setting, before inspecting the content for a match.
    ///
    /// Items: 1 or more.
    pub text_transformations: Value<List<TextTransformation>>,
}

impl XssMatchStatement {
    /// With the required properties only.
    pub fn new(
        field_to_match: impl Into<Value<FieldToMatch>>,
        text_transformations: impl Into<Value<List<TextTransformation>>>,
    ) -> Self {
        Self {
            field_to_match: field_to_match.into(),
            pre_parse_text_transformations: None,
            text_transformations: text_transformations.into(),
        }
    }
}

impl ToJson for XssMatchStatement {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("FieldToMatch", &self.field_to_match);
        object.optional(
            "PreParseTextTransformations",
            self.pre_parse_text_transformations.as_ref(),
        );
        object.required("TextTransformations", &self.text_transformations);
        object.finish()
    }
}

text_enum! {
    /// The values of `RateBasedStatement.AggregateKeyType`.
    AggregateKeyType {
        Ip = "IP",
        ForwardedIp = "FORWARDED_IP",
        Constant = "CONSTANT",
        CustomKeys = "CUSTOM_KEYS",
    }
}

text_enum! {
    /// The values of `PaymentNetwork.BlockchainChain`.
    BlockchainChain {
        Base = "BASE",
        Solana = "SOLANA",
        BaseSepolia = "BASE_SEPOLIA",
        SolanaDevnet = "SOLANA_DEVNET",
    }
}

text_enum! {
    /// The values of `JsonBody.BodyParsingFallbackBehavior`.
    BodyParsingFallbackBehavior {
        Match = "MATCH",
        NoMatch = "NO_MATCH",
        EvaluateAsString = "EVALUATE_AS_STRING",
    }
}

text_enum! {
    /// The values of `SizeConstraintStatement.ComparisonOperator`.
    ComparisonOperator {
        Eq = "EQ",
        Ne = "NE",
        Le = "LE",
        Lt = "LT",
        Ge = "GE",
        Gt = "GT",
    }
}

text_enum! {
    /// The values of `GeoMatchStatement.CountryCode`.
    CountryCode {
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
        Xk = "XK",
        Ye = "YE",
        Yt = "YT",
        Za = "ZA",
        Zm = "ZM",
        Zw = "ZW",
    }
}

text_enum! {
    /// The values of `Price.CryptoCurrency`.
    CryptoCurrency {
        Usdc = "USDC",
    }
}

text_enum! {
    /// The values of `MonetizationConfig.CurrencyMode`.
    CurrencyMode {
        Real = "REAL",
        Test = "TEST",
    }
}

text_enum! {
    /// The values of `ForwardedIPConfiguration.FallbackBehavior`, `JA3Fingerprint.FallbackBehavior`,
    /// `JA4Fingerprint.FallbackBehavior` and others.
    FallbackBehavior {
        Match = "MATCH",
        NoMatch = "NO_MATCH",
    }
}

text_enum! {
    /// The values of `JsonBody.JsonMatchScope`.
    JsonMatchScope {
        All = "ALL",
        Key = "KEY",
        Value = "VALUE",
    }
}

text_enum! {
    /// The values of `LabelMatchStatement.LabelMatchScope`.
    LabelMatchScope {
        Label = "LABEL",
        Namespace = "NAMESPACE",
    }
}

text_enum! {
    /// The values of `Cookies.MapMatchScope`, `Headers.MapMatchScope`.
    MapMatchScope {
        All = "ALL",
        Key = "KEY",
        Value = "VALUE",
    }
}

text_enum! {
    /// The values of `Body.OversizeHandling`, `Cookies.OversizeHandling`, `HeaderOrder.OversizeHandling` and
    /// others.
    OversizeHandling {
        Continue = "CONTINUE",
        Match = "MATCH",
        NoMatch = "NO_MATCH",
    }
}

text_enum! {
    /// The values of `IPSetForwardedIPConfiguration.Position`.
    Position {
        First = "FIRST",
        Last = "LAST",
        Any = "ANY",
    }
}

text_enum! {
    /// The values of `ByteMatchStatement.PositionalConstraint`.
    PositionalConstraint {
        Exactly = "EXACTLY",
        StartsWith = "STARTS_WITH",
        EndsWith = "ENDS_WITH",
        Contains = "CONTAINS",
        ContainsWord = "CONTAINS_WORD",
    }
}

text_enum! {
    /// The values of `PreParseTextTransformation.PreParseTextTransformationType`.
    PreParseTextTransformationType {
        None = "NONE",
        UrlDecode = "URL_DECODE",
        UrlDecodeUni = "URL_DECODE_UNI",
        CombineDuplicateQueryArgsByComma = "COMBINE_DUPLICATE_QUERY_ARGS_BY_COMMA",
        ReplaceSemicolonsWithAmpersands = "REPLACE_SEMICOLONS_WITH_AMPERSANDS",
    }
}

text_enum! {
    /// The values of `CustomResponseBody.ResponseContentType`.
    ResponseContentType {
        TextPlain = "TEXT_PLAIN",
        TextHtml = "TEXT_HTML",
        ApplicationJson = "APPLICATION_JSON",
    }
}

text_enum! {
    /// The values of `RuleGroup.Scope`.
    RuleGroupScope {
        Cloudfront = "CLOUDFRONT",
        Regional = "REGIONAL",
    }
}

text_enum! {
    /// The values of `SqliMatchStatement.SensitivityLevel`.
    SensitivityLevel {
        Low = "LOW",
        High = "HIGH",
    }
}

text_enum! {
    /// The values of `TextTransformation.TextTransformationType`.
    TextTransformationType {
        None = "NONE",
        CompressWhiteSpace = "COMPRESS_WHITE_SPACE",
        HtmlEntityDecode = "HTML_ENTITY_DECODE",
        Lowercase = "LOWERCASE",
        CmdLine = "CMD_LINE",
        UrlDecode = "URL_DECODE",
        Base64Decode = "BASE64_DECODE",
        HexDecode = "HEX_DECODE",
        Md5 = "MD5",
        ReplaceComments = "REPLACE_COMMENTS",
        EscapeSeqDecode = "ESCAPE_SEQ_DECODE",
        SqlHexDecode = "SQL_HEX_DECODE",
        CssDecode = "CSS_DECODE",
        JsDecode = "JS_DECODE",
        NormalizePath = "NORMALIZE_PATH",
        NormalizePathWin = "NORMALIZE_PATH_WIN",
        RemoveNulls = "REMOVE_NULLS",
        ReplaceNulls = "REPLACE_NULLS",
        Base64DecodeExt = "BASE64_DECODE_EXT",
        UrlDecodeUni = "URL_DECODE_UNI",
        Utf8ToUnicode = "UTF8_TO_UNICODE",
        RemoveWhitespace = "REMOVE_WHITESPACE",
        Trim = "TRIM",
        TrimLeft = "TRIM_LEFT",
        TrimRight = "TRIM_RIGHT",
        RemoveCommentsChar = "REMOVE_COMMENTS_CHAR",
        Uppercase = "UPPERCASE",
        CmdLineWin = "CMD_LINE_WIN",
        CmdLineUnix = "CMD_LINE_UNIX",
        JsDecodeExt = "JS_DECODE_EXT",
        Sha256 = "SHA256",
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::WAFv2::RuleGroup",
    properties: &RULE_GROUP,
    create_only: &["Name", "Scope"],
    conditional_create_only: &[],
    read_only: &[
        "Arn",
        "AvailableLabels.*.Name",
        "ConsumedLabels.*.Name",
        "Id",
        "LabelNamespace",
    ],
    write_only: &[],
    primary_identifier: &["Name", "Id", "Scope"],
    reference: Reference::Id,
    attributes: &[
        Attribute::scalar("Arn"),
        Attribute::scalar("Id"),
        Attribute::scalar("LabelNamespace"),
    ],
    stateful: false,
};

static ALLOW_ACTION: Object = Object {
    properties: &[Property::optional(
        "CustomRequestHandling",
        Shape::Object(&CUSTOM_REQUEST_HANDLING),
    )],
    constraints: &[],
};

static AND_STATEMENT: Object = Object {
    properties: &[Property::required(
        "Statements",
        Shape::list(&Shape::Object(&STATEMENT)),
    )],
    constraints: &[],
};

static ASN_MATCH_STATEMENT: Object = Object {
    properties: &[
        Property::optional(
            "AsnList",
            Shape::list(&Shape::INTEGER.min(0.0).max(4_294_967_295.0))
                .min_length(1)
                .max_length(100),
        ),
        Property::optional("ForwardedIPConfig", Shape::Object(&FORWARDED_IP_CONFIGURATION)),
    ],
    constraints: &[],
};

static BLOCK_ACTION: Object = Object {
    properties: &[Property::optional(
        "CustomResponse",
        Shape::Object(&CUSTOM_RESPONSE),
    )],
    constraints: &[],
};

static BODY: Object = Object {
    properties: &[Property::optional(
        "OversizeHandling",
        Shape::one_of(OversizeHandling::VALUES),
    )],
    constraints: &[],
};

static BYTE_MATCH_STATEMENT: Object = Object {
    properties: &[
        Property::required("FieldToMatch", Shape::Object(&FIELD_TO_MATCH)),
        Property::required(
            "PositionalConstraint",
            Shape::one_of(PositionalConstraint::VALUES),
        ),
        Property::optional(
            "PreParseTextTransformations",
            Shape::list(&Shape::Object(&PRE_PARSE_TEXT_TRANSFORMATION)),
        ),
        Property::optional("SearchString", Shape::TEXT),
        Property::optional("SearchStringBase64", Shape::TEXT),
        Property::required(
            "TextTransformations",
            Shape::list(&Shape::Object(&TEXT_TRANSFORMATION)).min_length(1),
        ),
    ],
    constraints: &[],
};

static CAPTCHA_ACTION: Object = Object {
    properties: &[Property::optional(
        "CustomRequestHandling",
        Shape::Object(&CUSTOM_REQUEST_HANDLING),
    )],
    constraints: &[],
};

static CAPTCHA_CONFIG: Object = Object {
    properties: &[Property::optional(
        "ImmunityTimeProperty",
        Shape::Object(&IMMUNITY_TIME_PROPERTY),
    )],
    constraints: &[],
};

static CHALLENGE_ACTION: Object = Object {
    properties: &[Property::optional(
        "CustomRequestHandling",
        Shape::Object(&CUSTOM_REQUEST_HANDLING),
    )],
    constraints: &[],
};

static CHALLENGE_CONFIG: Object = Object {
    properties: &[Property::optional(
        "ImmunityTimeProperty",
        Shape::Object(&IMMUNITY_TIME_PROPERTY),
    )],
    constraints: &[],
};

static COOKIE_MATCH_PATTERN: Object = Object {
    properties: &[
        Property::optional("All", Shape::Json),
        Property::optional(
            "ExcludedCookies",
            Shape::list(&Shape::TEXT.pattern(r".*\S.*").min_length(1).max_length(60))
                .min_length(1)
                .max_length(199),
        ),
        Property::optional(
            "IncludedCookies",
            Shape::list(&Shape::TEXT.pattern(r".*\S.*").min_length(1).max_length(60))
                .min_length(1)
                .max_length(199),
        ),
    ],
    constraints: &[],
};

static COOKIES: Object = Object {
    properties: &[
        Property::required("MatchPattern", Shape::Object(&COOKIE_MATCH_PATTERN)),
        Property::required("MatchScope", Shape::one_of(MapMatchScope::VALUES)),
        Property::required("OversizeHandling", Shape::one_of(OversizeHandling::VALUES)),
    ],
    constraints: &[],
};

static COUNT_ACTION: Object = Object {
    properties: &[Property::optional(
        "CustomRequestHandling",
        Shape::Object(&CUSTOM_REQUEST_HANDLING),
    )],
    constraints: &[],
};

static CRYPTO_CONFIG: Object = Object {
    properties: &[Property::required(
        "PaymentNetworks",
        Shape::list(&Shape::Object(&PAYMENT_NETWORK))
            .min_length(1)
            .max_length(2),
    )],
    constraints: &[],
};

static CUSTOM_HTTP_HEADER: Object = Object {
    properties: &[
        Property::required(
            "Name",
            Shape::TEXT
                .pattern("^[a-zA-Z0-9._$-]+$")
                .min_length(1)
                .max_length(64),
        ),
        Property::required("Value", Shape::TEXT.min_length(1).max_length(255)),
    ],
    constraints: &[],
};

static CUSTOM_REQUEST_HANDLING: Object = Object {
    properties: &[Property::required(
        "InsertHeaders",
        Shape::list(&Shape::Object(&CUSTOM_HTTP_HEADER)).min_length(1),
    )],
    constraints: &[],
};

static CUSTOM_RESPONSE: Object = Object {
    properties: &[
        Property::optional(
            "CustomResponseBodyKey",
            Shape::TEXT.pattern(r"^[\w\-]+$").min_length(1).max_length(128),
        ),
        Property::required("ResponseCode", Shape::INTEGER.min(200.0).max(599.0)),
        Property::optional(
            "ResponseHeaders",
            Shape::list(&Shape::Object(&CUSTOM_HTTP_HEADER)).min_length(1),
        ),
    ],
    constraints: &[],
};

static CUSTOM_RESPONSE_BODY: Object = Object {
    properties: &[
        Property::required("Content", Shape::TEXT.min_length(1).max_length(10240)),
        Property::required("ContentType", Shape::one_of(ResponseContentType::VALUES)),
    ],
    constraints: &[],
};

static FIELD_TO_MATCH: Object = Object {
    properties: &[
        Property::optional("AllQueryArguments", Shape::Json),
        Property::optional("Body", Shape::Object(&BODY)),
        Property::optional("Cookies", Shape::Object(&COOKIES)),
        Property::optional("HeaderOrder", Shape::Object(&HEADER_ORDER)),
        Property::optional("Headers", Shape::Object(&HEADERS)),
        Property::optional("JA3Fingerprint", Shape::Object(&JA3_FINGERPRINT)),
        Property::optional("JA4Fingerprint", Shape::Object(&JA4_FINGERPRINT)),
        Property::optional("JsonBody", Shape::Object(&JSON_BODY)),
        Property::optional("Method", Shape::Json),
        Property::optional("QueryString", Shape::Json),
        Property::optional("SingleHeader", Shape::Object(&SINGLE_HEADER)),
        Property::optional("SingleQueryArgument", Shape::Object(&SINGLE_QUERY_ARGUMENT)),
        Property::optional("UriFragment", Shape::Object(&URI_FRAGMENT)),
        Property::optional("UriPath", Shape::Json),
    ],
    constraints: &[],
};

static FORWARDED_IP_CONFIGURATION: Object = Object {
    properties: &[
        Property::required("FallbackBehavior", Shape::one_of(FallbackBehavior::VALUES)),
        Property::required("HeaderName", Shape::TEXT.pattern("^[a-zA-Z0-9-]{1,255}$")),
    ],
    constraints: &[],
};

static GEO_MATCH_STATEMENT: Object = Object {
    properties: &[
        Property::optional(
            "CountryCodes",
            Shape::list(&Shape::one_of(CountryCode::VALUES).min_length(1).max_length(2)).min_length(1),
        ),
        Property::optional("ForwardedIPConfig", Shape::Object(&FORWARDED_IP_CONFIGURATION)),
    ],
    constraints: &[],
};

static HEADER_MATCH_PATTERN: Object = Object {
    properties: &[
        Property::optional("All", Shape::Json),
        Property::optional(
            "ExcludedHeaders",
            Shape::list(&Shape::TEXT.pattern(r".*\S.*").min_length(1).max_length(64))
                .min_length(1)
                .max_length(199),
        ),
        Property::optional(
            "IncludedHeaders",
            Shape::list(&Shape::TEXT.pattern(r".*\S.*").min_length(1).max_length(64))
                .min_length(1)
                .max_length(199),
        ),
    ],
    constraints: &[],
};

static HEADER_ORDER: Object = Object {
    properties: &[Property::required(
        "OversizeHandling",
        Shape::one_of(OversizeHandling::VALUES),
    )],
    constraints: &[],
};

static HEADERS: Object = Object {
    properties: &[
        Property::required("MatchPattern", Shape::Object(&HEADER_MATCH_PATTERN)),
        Property::required("MatchScope", Shape::one_of(MapMatchScope::VALUES)),
        Property::required("OversizeHandling", Shape::one_of(OversizeHandling::VALUES)),
    ],
    constraints: &[],
};

static IP_SET_FORWARDED_IP_CONFIGURATION: Object = Object {
    properties: &[
        Property::required("FallbackBehavior", Shape::one_of(FallbackBehavior::VALUES)),
        Property::required("HeaderName", Shape::TEXT.pattern("^[a-zA-Z0-9-]{1,255}$")),
        Property::required("Position", Shape::one_of(Position::VALUES)),
    ],
    constraints: &[],
};

static IP_SET_REFERENCE_STATEMENT: Object = Object {
    properties: &[
        Property::required("Arn", Shape::TEXT.pattern(r"\S").min_length(20).max_length(2048)),
        Property::optional(
            "IPSetForwardedIPConfig",
            Shape::Object(&IP_SET_FORWARDED_IP_CONFIGURATION),
        ),
    ],
    constraints: &[],
};

static IMMUNITY_TIME_PROPERTY: Object = Object {
    properties: &[Property::required(
        "ImmunityTime",
        Shape::INTEGER.min(60.0).max(259_200.0),
    )],
    constraints: &[],
};

static JA3_FINGERPRINT: Object = Object {
    properties: &[Property::required(
        "FallbackBehavior",
        Shape::one_of(FallbackBehavior::VALUES),
    )],
    constraints: &[],
};

static JA4_FINGERPRINT: Object = Object {
    properties: &[Property::required(
        "FallbackBehavior",
        Shape::one_of(FallbackBehavior::VALUES),
    )],
    constraints: &[],
};

static JSON_BODY: Object = Object {
    properties: &[
        Property::optional(
            "InvalidFallbackBehavior",
            Shape::one_of(BodyParsingFallbackBehavior::VALUES),
        ),
        Property::required("MatchPattern", Shape::Object(&JSON_MATCH_PATTERN)),
        Property::required("MatchScope", Shape::one_of(JsonMatchScope::VALUES)),
        Property::optional("OversizeHandling", Shape::one_of(OversizeHandling::VALUES)),
    ],
    constraints: &[],
};

static JSON_MATCH_PATTERN: Object = Object {
    properties: &[
        Property::optional("All", Shape::Json),
        Property::optional(
            "IncludedPaths",
            Shape::list(&Shape::TEXT.pattern(r"^[\/]+([^~]*(~[01])*){1,512}$")).min_length(1),
        ),
    ],
    constraints: &[],
};

static LABEL: Object = Object {
    properties: &[Property::required(
        "Name",
        Shape::TEXT.pattern("^[0-9A-Za-z_:-]{1,1024}$"),
    )],
    constraints: &[],
};

static LABEL_MATCH_STATEMENT: Object = Object {
    properties: &[
        Property::required("Key", Shape::TEXT.pattern("^[0-9A-Za-z_:-]{1,1024}$")),
        Property::required("Scope", Shape::one_of(LabelMatchScope::VALUES)),
    ],
    constraints: &[],
};

static MONETIZATION_CONFIG: Object = Object {
    properties: &[
        Property::optional("CryptoConfig", Shape::Object(&CRYPTO_CONFIG)),
        Property::optional("CurrencyMode", Shape::one_of(CurrencyMode::VALUES)),
    ],
    constraints: &[],
};

static MONETIZE_ACTION: Object = Object {
    properties: &[Property::optional(
        "PriceMultiplier",
        Shape::TEXT
            .pattern("^([1-9][0-9]?|100)$")
            .min_length(1)
            .max_length(3),
    )],
    constraints: &[],
};

static NOT_STATEMENT: Object = Object {
    properties: &[Property::required("Statement", Shape::Object(&STATEMENT))],
    constraints: &[],
};

static OR_STATEMENT: Object = Object {
    properties: &[Property::required(
        "Statements",
        Shape::list(&Shape::Object(&STATEMENT)),
    )],
    constraints: &[],
};

static PAYMENT_NETWORK: Object = Object {
    properties: &[
        Property::required("Chain", Shape::one_of(BlockchainChain::VALUES)),
        Property::required(
            "Prices",
            Shape::list(&Shape::Object(&PRICE)).min_length(1).max_length(1),
        ),
        Property::required(
            "WalletAddress",
            Shape::TEXT.pattern(r".*\S.*").min_length(26).max_length(44),
        ),
    ],
    constraints: &[],
};

static PRE_PARSE_TEXT_TRANSFORMATION: Object = Object {
    properties: &[
        Property::required("Priority", Shape::INTEGER.min(0.0)),
        Property::required("Type", Shape::one_of(PreParseTextTransformationType::VALUES)),
    ],
    constraints: &[],
};

static PRICE: Object = Object {
    properties: &[
        Property::required(
            "Amount",
            Shape::TEXT.pattern(PATTERN_1).min_length(1).max_length(13),
        ),
        Property::required("Currency", Shape::one_of(CryptoCurrency::VALUES)),
    ],
    constraints: &[],
};

static RATE_BASED_STATEMENT: Object = Object {
    properties: &[
        Property::required("AggregateKeyType", Shape::one_of(AggregateKeyType::VALUES)),
        Property::optional(
            "CustomKeys",
            Shape::list(&Shape::Object(&RATE_BASED_STATEMENT_CUSTOM_KEY)).max_length(5),
        ),
        Property::optional(
            "EvaluationWindowSec",
            Shape::one_of_integers(&[60, 120, 300, 600]),
        ),
        Property::optional("ForwardedIPConfig", Shape::Object(&FORWARDED_IP_CONFIGURATION)),
        Property::required("Limit", Shape::INTEGER.min(10.0).max(2_000_000_000.0)),
        Property::optional("ScopeDownStatement", Shape::Object(&STATEMENT)),
    ],
    constraints: &[],
};

static RATE_BASED_STATEMENT_CUSTOM_KEY: Object = Object {
    properties: &[
        Property::optional("ASN", Shape::Json),
        Property::optional("Cookie", Shape::Object(&RATE_LIMIT_COOKIE)),
        Property::optional("ForwardedIP", Shape::Json),
        Property::optional("HTTPMethod", Shape::Json),
        Property::optional("Header", Shape::Object(&RATE_LIMIT_HEADER)),
        Property::optional("IP", Shape::Json),
        Property::optional("JA3Fingerprint", Shape::Object(&RATE_LIMIT_JA3_FINGERPRINT)),
        Property::optional("JA4Fingerprint", Shape::Object(&RATE_LIMIT_JA4_FINGERPRINT)),
        Property::optional("LabelNamespace", Shape::Object(&RATE_LIMIT_LABEL_NAMESPACE)),
        Property::optional("QueryArgument", Shape::Object(&RATE_LIMIT_QUERY_ARGUMENT)),
        Property::optional("QueryString", Shape::Object(&RATE_LIMIT_QUERY_STRING)),
        Property::optional("UriPath", Shape::Object(&RATE_LIMIT_URI_PATH)),
    ],
    constraints: &[],
};

static RATE_LIMIT_COOKIE: Object = Object {
    properties: &[
        Property::required(
            "Name",
            Shape::TEXT.pattern(r".*\S.*").min_length(1).max_length(64),
        ),
        Property::required(
            "TextTransformations",
            Shape::list(&Shape::Object(&TEXT_TRANSFORMATION)).min_length(1),
        ),
    ],
    constraints: &[],
};

static RATE_LIMIT_HEADER: Object = Object {
    properties: &[
        Property::required(
            "Name",
            Shape::TEXT.pattern(r".*\S.*").min_length(1).max_length(64),
        ),
        Property::required(
            "TextTransformations",
            Shape::list(&Shape::Object(&TEXT_TRANSFORMATION)).min_length(1),
        ),
    ],
    constraints: &[],
};

static RATE_LIMIT_JA3_FINGERPRINT: Object = Object {
    properties: &[Property::required(
        "FallbackBehavior",
        Shape::one_of(FallbackBehavior::VALUES),
    )],
    constraints: &[],
};

static RATE_LIMIT_JA4_FINGERPRINT: Object = Object {
    properties: &[Property::required(
        "FallbackBehavior",
        Shape::one_of(FallbackBehavior::VALUES),
    )],
    constraints: &[],
};

static RATE_LIMIT_LABEL_NAMESPACE: Object = Object {
    properties: &[Property::required(
        "Namespace",
        Shape::TEXT.pattern("^[0-9A-Za-z_:-]{1,1024}$"),
    )],
    constraints: &[],
};

static RATE_LIMIT_QUERY_ARGUMENT: Object = Object {
    properties: &[
        Property::required(
            "Name",
            Shape::TEXT.pattern(r".*\S.*").min_length(1).max_length(64),
        ),
        Property::required(
            "TextTransformations",
            Shape::list(&Shape::Object(&TEXT_TRANSFORMATION)).min_length(1),
        ),
    ],
    constraints: &[],
};

static RATE_LIMIT_QUERY_STRING: Object = Object {
    properties: &[Property::required(
        "TextTransformations",
        Shape::list(&Shape::Object(&TEXT_TRANSFORMATION)).min_length(1),
    )],
    constraints: &[],
};

static RATE_LIMIT_URI_PATH: Object = Object {
    properties: &[Property::required(
        "TextTransformations",
        Shape::list(&Shape::Object(&TEXT_TRANSFORMATION)).min_length(1),
    )],
    constraints: &[],
};

static REGEX_MATCH_STATEMENT: Object = Object {
    properties: &[
        Property::required("FieldToMatch", Shape::Object(&FIELD_TO_MATCH)),
        Property::optional(
            "PreParseTextTransformations",
            Shape::list(&Shape::Object(&PRE_PARSE_TEXT_TRANSFORMATION)),
        ),
        Property::required("RegexString", Shape::TEXT.min_length(1).max_length(512)),
        Property::required(
            "TextTransformations",
            Shape::list(&Shape::Object(&TEXT_TRANSFORMATION)).min_length(1),
        ),
    ],
    constraints: &[],
};

static REGEX_PATTERN_SET_REFERENCE_STATEMENT: Object = Object {
    properties: &[
        Property::required("Arn", Shape::TEXT.pattern(r"\S").min_length(20).max_length(2048)),
        Property::required("FieldToMatch", Shape::Object(&FIELD_TO_MATCH)),
        Property::optional(
            "PreParseTextTransformations",
            Shape::list(&Shape::Object(&PRE_PARSE_TEXT_TRANSFORMATION)),
        ),
        Property::required(
            "TextTransformations",
            Shape::list(&Shape::Object(&TEXT_TRANSFORMATION)).min_length(1),
        ),
    ],
    constraints: &[],
};

static RULE: Object = Object {
    properties: &[
        Property::optional("Action", Shape::Object(&RULE_ACTION)),
        Property::optional("CaptchaConfig", Shape::Object(&CAPTCHA_CONFIG)),
        Property::optional("ChallengeConfig", Shape::Object(&CHALLENGE_CONFIG)),
        Property::required("Name", Shape::TEXT.pattern("^[0-9A-Za-z_-]{1,128}$")),
        Property::required("Priority", Shape::INTEGER.min(0.0)),
        Property::optional("RuleLabels", Shape::list(&Shape::Object(&LABEL))),
        Property::required("Statement", Shape::Object(&STATEMENT)),
        Property::required("VisibilityConfig", Shape::Object(&VISIBILITY_CONFIG)),
    ],
    constraints: &[],
};

static RULE_ACTION: Object = Object {
    properties: &[
        Property::optional("Allow", Shape::Object(&ALLOW_ACTION)),
        Property::optional("Block", Shape::Object(&BLOCK_ACTION)),
        Property::optional("Captcha", Shape::Object(&CAPTCHA_ACTION)),
        Property::optional("Challenge", Shape::Object(&CHALLENGE_ACTION)),
        Property::optional("Count", Shape::Object(&COUNT_ACTION)),
        Property::optional("Monetize", Shape::Object(&MONETIZE_ACTION)),
    ],
    constraints: &[],
};

static RULE_GROUP: Object = Object {
    properties: &[
        Property::optional("Arn", Shape::Json),
        Property::optional("AvailableLabels", Shape::Json),
        Property::required("Capacity", Shape::INTEGER.min(0.0)),
        Property::optional("ConsumedLabels", Shape::Json),
        Property::optional(
            "CustomResponseBodies",
            Shape::Map(&Shape::Object(&CUSTOM_RESPONSE_BODY)),
        ),
        Property::optional("Description", Shape::TEXT.pattern(PATTERN_2)),
        Property::optional("Id", Shape::Json),
        Property::optional("LabelNamespace", Shape::Json),
        Property::optional("MonetizationConfig", Shape::Object(&MONETIZATION_CONFIG)),
        Property::optional("Name", Shape::TEXT.pattern("^[0-9A-Za-z_-]{1,128}$")),
        Property::optional("Rules", Shape::list(&Shape::Object(&RULE))),
        Property::required("Scope", Shape::one_of(RuleGroupScope::VALUES)),
        Property::optional("Tags", Shape::list(&Shape::Object(&TAG)).min_length(1)),
        Property::required("VisibilityConfig", Shape::Object(&VISIBILITY_CONFIG)),
    ],
    constraints: &[],
};

static SINGLE_HEADER: Object = Object {
    properties: &[Property::required(
        "Name",
        Shape::TEXT.pattern(r"\S").min_length(1).max_length(64),
    )],
    constraints: &[],
};

static SINGLE_QUERY_ARGUMENT: Object = Object {
    properties: &[Property::required(
        "Name",
        Shape::TEXT.pattern(r"\S").min_length(1).max_length(64),
    )],
    constraints: &[],
};

static SIZE_CONSTRAINT_STATEMENT: Object = Object {
    properties: &[
        Property::required("ComparisonOperator", Shape::one_of(ComparisonOperator::VALUES)),
        Property::required("FieldToMatch", Shape::Object(&FIELD_TO_MATCH)),
        Property::optional(
            "PreParseTextTransformations",
            Shape::list(&Shape::Object(&PRE_PARSE_TEXT_TRANSFORMATION)),
        ),
        Property::required("Size", Shape::NUMBER.min(0.0).max(21_474_836_480.0)),
        Property::required(
            "TextTransformations",
            Shape::list(&Shape::Object(&TEXT_TRANSFORMATION)).min_length(1),
        ),
    ],
    constraints: &[],
};

static SQLI_MATCH_STATEMENT: Object = Object {
    properties: &[
        Property::required("FieldToMatch", Shape::Object(&FIELD_TO_MATCH)),
        Property::optional(
            "PreParseTextTransformations",
            Shape::list(&Shape::Object(&PRE_PARSE_TEXT_TRANSFORMATION)),
        ),
        Property::optional("SensitivityLevel", Shape::one_of(SensitivityLevel::VALUES)),
        Property::required(
            "TextTransformations",
            Shape::list(&Shape::Object(&TEXT_TRANSFORMATION)).min_length(1),
        ),
    ],
    constraints: &[],
};

static STATEMENT: Object = Object {
    properties: &[
        Property::optional("AndStatement", Shape::Object(&AND_STATEMENT)),
        Property::optional("AsnMatchStatement", Shape::Object(&ASN_MATCH_STATEMENT)),
        Property::optional("ByteMatchStatement", Shape::Object(&BYTE_MATCH_STATEMENT)),
        Property::optional("GeoMatchStatement", Shape::Object(&GEO_MATCH_STATEMENT)),
        Property::optional(
            "IPSetReferenceStatement",
            Shape::Object(&IP_SET_REFERENCE_STATEMENT),
        ),
        Property::optional("LabelMatchStatement", Shape::Object(&LABEL_MATCH_STATEMENT)),
        Property::optional("NotStatement", Shape::Object(&NOT_STATEMENT)),
        Property::optional("OrStatement", Shape::Object(&OR_STATEMENT)),
        Property::optional("RateBasedStatement", Shape::Object(&RATE_BASED_STATEMENT)),
        Property::optional("RegexMatchStatement", Shape::Object(&REGEX_MATCH_STATEMENT)),
        Property::optional(
            "RegexPatternSetReferenceStatement",
            Shape::Object(&REGEX_PATTERN_SET_REFERENCE_STATEMENT),
        ),
        Property::optional(
            "SizeConstraintStatement",
            Shape::Object(&SIZE_CONSTRAINT_STATEMENT),
        ),
        Property::optional("SqliMatchStatement", Shape::Object(&SQLI_MATCH_STATEMENT)),
        Property::optional("XssMatchStatement", Shape::Object(&XSS_MATCH_STATEMENT)),
    ],
    constraints: &[],
};

static TAG: Object = Object {
    properties: &[
        Property::optional(
            "Key",
            Shape::TEXT
                .pattern(r"^([\p{L}\p{Z}\p{N}_.:/=+\-@]*)$")
                .min_length(1)
                .max_length(128),
        ),
        Property::optional(
            "Value",
            Shape::TEXT
                .pattern(r"^([\p{L}\p{Z}\p{N}_.:/=+\-@]*)$")
                .max_length(256),
        ),
    ],
    constraints: &[],
};

static TEXT_TRANSFORMATION: Object = Object {
    properties: &[
        Property::required("Priority", Shape::INTEGER.min(0.0)),
        Property::required("Type", Shape::one_of(TextTransformationType::VALUES)),
    ],
    constraints: &[],
};

static URI_FRAGMENT: Object = Object {
    properties: &[Property::optional(
        "FallbackBehavior",
        Shape::one_of(FallbackBehavior::VALUES),
    )],
    constraints: &[],
};

static VISIBILITY_CONFIG: Object = Object {
    properties: &[
        Property::required("CloudWatchMetricsEnabled", Shape::Boolean),
        Property::required(
            "MetricName",
            Shape::TEXT
                .pattern(r"^[\w#:\.\-/]+$")
                .min_length(1)
                .max_length(128),
        ),
        Property::required("SampledRequestsEnabled", Shape::Boolean),
    ],
    constraints: &[],
};

static XSS_MATCH_STATEMENT: Object = Object {
    properties: &[
        Property::required("FieldToMatch", Shape::Object(&FIELD_TO_MATCH)),
        Property::optional(
            "PreParseTextTransformations",
            Shape::list(&Shape::Object(&PRE_PARSE_TEXT_TRANSFORMATION)),
        ),
        Property::required(
            "TextTransformations",
            Shape::list(&Shape::Object(&TEXT_TRANSFORMATION)).min_length(1),
        ),
    ],
    constraints: &[],
};

const PATTERN_1: &str = r"^([1-9][0-9]*(\.[0-9]{1,3})?|0\.([1-9][0-9]{0,2}|0[1-9][0-9]?|00[1-9]))$";
const PATTERN_2: &str = r"^[a-zA-Z0-9=:#@/\-,.][a-zA-Z0-9+=:#@/\-,.\s]+[a-zA-Z0-9+=:#@/\-,.]{1,256}$";
