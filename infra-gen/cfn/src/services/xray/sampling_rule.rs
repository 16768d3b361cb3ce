//! `AWS::XRay::SamplingRule`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    reference::Arn,
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    tag::Tag,
    value::{Json, List, Map, ObjectWriter, ToJson, Value},
};

/// Use the `AWS::XRay::SamplingRule` resource to specify a sampling rule, which controls sampling behavior
/// for instrumented applications. Include a `SamplingRule` entity to create or update a sampling rule.
///
/// `AWS::XRay::SamplingRule`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SamplingRule {
    /// The ARN of the sampling rule. Specify a rule by either name or ARN, but not both.
    ///
    /// Deprecated. Length: 1 to 32.
    pub rule_name: Option<Value<String>>,
    /// The sampling rule to be created or updated.
    pub sampling_rule: Option<Value<SamplingRuleProperty>>,
    /// `SamplingRuleRecord`.
    ///
    /// Deprecated.
    pub sampling_rule_record: Option<Value<SamplingRuleRecord>>,
    /// `SamplingRuleUpdate`.
    ///
    /// Deprecated.
    pub sampling_rule_update: Option<Value<SamplingRuleUpdate>>,
    /// An array of key-value pairs to apply to this resource.
    ///
    /// Items: at most 200.
    pub tags: Option<Value<List<Tag>>>,
}

impl SamplingRule {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for SamplingRule {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("RuleName", self.rule_name.as_ref());
        object.optional("SamplingRule", self.sampling_rule.as_ref());
        object.optional("SamplingRuleRecord", self.sampling_rule_record.as_ref());
        object.optional("SamplingRuleUpdate", self.sampling_rule_update.as_ref());
        object.optional("Tags", self.tags.as_ref());
        object.finish()
    }
}

impl resource::Resource for SamplingRule {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::xray::SamplingRule;
    type Reference = Arn<kind::xray::SamplingRule>;
}

impl Handle<SamplingRule> {
    /// The sampling rule ARN that was created or updated.
    ///
    /// `Fn::GetAtt` of `RuleARN`.
    pub fn rule_arn(&self) -> Value<Arn<kind::xray::SamplingRule>> {
        self.attribute("RuleARN")
    }
}

/// `SamplingRateBoost` of `AWS::XRay::SamplingRule`.
#[derive(Debug, Clone, PartialEq)]
pub struct SamplingRateBoost {
    /// Time window (in minutes) in which only one sampling rate boost can be triggered. After a boost occurs,
    /// no further boosts are allowed until the next window.
    ///
    /// Range: 1 or more.
    pub cooldown_window_minutes: Value<i64>,
    /// The maximum sampling rate X-Ray will apply when it detects anomalies. X-Ray determines the appropriate
    /// rate between your baseline and the maximum, depending on anomaly activity.
    ///
    /// Range: 0 to 1.
    pub max_rate: Value<f64>,
}

impl SamplingRateBoost {
    /// With the required properties only.
    pub fn new(cooldown_window_minutes: impl Into<Value<i64>>, max_rate: impl Into<Value<f64>>) -> Self {
        Self {
            cooldown_window_minutes: cooldown_window_minutes.into(),
            max_rate: max_rate.into(),
        }
    }
}

impl ToJson for SamplingRateBoost {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("CooldownWindowMinutes", &self.cooldown_window_minutes);
        object.required("MaxRate", &self.max_rate);
        object.finish()
    }
}

/// A sampling rule that services use to decide whether to instrument a request. Rule fields can match
/// properties of the service, or properties of a request. The service can ignore rules that don't match its
/// properties.
#[derive(Debug, Clone, PartialEq)]
pub struct SamplingRuleProperty {
    /// Matches attributes derived from the request.
    pub attributes: Option<Value<Map<String>>>,
    /// The percentage of matching requests to instrument, after the reservoir is exhausted.
    ///
    /// Range: 0 to 1.
    pub fixed_rate: Value<f64>,
    /// Matches the HTTP method of a request.
    ///
    /// Length: at most 10.
    pub http_method: Value<String>,
    /// Matches the hostname from a request URL.
    ///
    /// Length: at most 64.
    pub host: Value<String>,
    /// The priority of the sampling rule.
    ///
    /// Range: 1 to 9999.
    pub priority: Value<i64>,
    /// A fixed number of matching requests to instrument per second, prior to applying the fixed rate. The
    /// reservoir is not used directly by services, but applies to all services using the rule collectively.
    ///
    /// Range: 0 or more.
    pub reservoir_size: Value<i64>,
    /// Matches the ARN of the AWS resource on which the service runs.
    ///
    /// Length: at most 500.
    pub resource_arn: Value<String>,
    /// The ARN of the sampling rule. Specify a rule by either name or ARN, but not both.
    pub rule_arn: Option<Value<String>>,
    /// The name of the sampling rule. Specify a rule by either name or ARN, but not both.
    ///
    /// Length: 1 to 32.
    pub rule_name: Option<Value<String>>,
    /// `SamplingRateBoost`.
    pub sampling_rate_boost: Option<Value<SamplingRateBoost>>,
    /// Matches the `name` that the service uses to identify itself in segments.
    ///
    /// Length: at most 64.
    pub service_name: Value<String>,
    /// Matches the `origin` that the service uses to identify its type in segments.
    ///
    /// Length: at most 64.
    pub service_type: Value<String>,
    /// Matches the path from a request URL.
    ///
    /// Length: at most 128.
    pub url_path: Value<String>,
    /// The version of the sampling rule. `Version` can only be set when creating a new sampling rule.
    ///
    /// Update requires: replacement. Range: 1 or more.
    pub version: Option<Value<i64>>,
}

impl SamplingRuleProperty {
    /// With the required properties only.
    #[expect(clippy::too_many_arguments, reason = "one per required property")]
    pub fn new(
        fixed_rate: impl Into<Value<f64>>,
        http_method: impl Into<Value<String>>,
        host: impl Into<Value<String>>,
        priority: impl Into<Value<i64>>,
        reservoir_size: impl Into<Value<i64>>,
        resource_arn: impl Into<Value<String>>,
        service_name: impl Into<Value<String>>,
        service_type: impl Into<Value<String>>,
        url_path: impl Into<Value<String>>,
    ) -> Self {
        Self {
            attributes: None,
            fixed_rate: fixed_rate.into(),
            http_method: http_method.into(),
            host: host.into(),
            priority: priority.into(),
            reservoir_size: reservoir_size.into(),
            resource_arn: resource_arn.into(),
            rule_arn: None,
            rule_name: None,
            sampling_rate_boost: None,
            service_name: service_name.into(),
            service_type: service_type.into(),
            url_path: url_path.into(),
            version: None,
        }
    }
}

impl ToJson for SamplingRuleProperty {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("Attributes", self.attributes.as_ref());
        object.required("FixedRate", &self.fixed_rate);
        object.required("HTTPMethod", &self.http_method);
        object.required("Host", &self.host);
        object.required("Priority", &self.priority);
        object.required("ReservoirSize", &self.reservoir_size);
        object.required("ResourceARN", &self.resource_arn);
        object.optional("RuleARN", self.rule_arn.as_ref());
        object.optional("RuleName", self.rule_name.as_ref());
        object.optional("SamplingRateBoost", self.sampling_rate_boost.as_ref());
        object.required("ServiceName", &self.service_name);
        object.required("ServiceType", &self.service_type);
        object.required("URLPath", &self.url_path);
        object.optional("Version", self.version.as_ref());
        object.finish()
    }
}

/// `SamplingRuleRecord` of `AWS::XRay::SamplingRule`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SamplingRuleRecord {
    /// When the rule was created, in Unix time seconds.
    pub created_at: Option<Value<String>>,
    /// When the rule was modified, in Unix time seconds.
    pub modified_at: Option<Value<String>>,
    /// `SamplingRule`.
    pub sampling_rule: Option<Value<SamplingRuleProperty>>,
}

impl SamplingRuleRecord {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for SamplingRuleRecord {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("CreatedAt", self.created_at.as_ref());
        object.optional("ModifiedAt", self.modified_at.as_ref());
        object.optional("SamplingRule", self.sampling_rule.as_ref());
        object.finish()
    }
}

/// `SamplingRuleUpdate` of `AWS::XRay::SamplingRule`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SamplingRuleUpdate {
    /// Matches attributes derived from the request.
    pub attributes: Option<Value<Map<String>>>,
    /// The percentage of matching requests to instrument, after the reservoir is exhausted.
    ///
    /// Range: 0 to 1.
    pub fixed_rate: Option<Value<f64>>,
    /// Matches the HTTP method from a request URL.
    ///
    /// Length: at most 10.
    pub http_method: Option<Value<String>>,
    /// Matches the hostname from a request URL.
    ///
    /// Length: at most 64.
    pub host: Option<Value<String>>,
    /// The priority of the sampling rule.
    ///
    /// Range: 1 to 9999.
    pub priority: Option<Value<i64>>,
    /// A fixed number of matching requests to instrument per second, prior to applying the fixed rate. The
    /// reservoir is not used directly by services, but applies to all services using the rule collectively.
    ///
    /// Range: 0 or more.
    pub reservoir_size: Option<Value<i64>>,
    /// Matches the ARN of the AWS resource on which the service runs.
    ///
    /// Length: at most 500.
    pub resource_arn: Option<Value<String>>,
    /// The ARN of the sampling rule. Specify a rule by either name or ARN, but not both.
    pub rule_arn: Option<Value<String>>,
    /// The ARN of the sampling rule. Specify a rule by either name or ARN, but not both.
    ///
    /// Length: 1 to 32.
    pub rule_name: Option<Value<String>>,
    /// `SamplingRateBoost`.
    pub sampling_rate_boost: Option<Value<SamplingRateBoost>>,
    /// Matches the name that the service uses to identify itself in segments.
    ///
    /// Length: at most 64.
    pub service_name: Option<Value<String>>,
    /// Matches the origin that the service uses to identify its type in segments.
    ///
    /// Length: at most 64.
    pub service_type: Option<Value<String>>,
    /// Matches the path from a request URL.
    ///
    /// Length: at most 128.
    pub url_path: Option<Value<String>>,
}

impl SamplingRuleUpdate {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for SamplingRuleUpdate {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("Attributes", self.attributes.as_ref());
        object.optional("FixedRate", self.fixed_rate.as_ref());
        object.optional("HTTPMethod", self.http_method.as_ref());
        object.optional("Host", self.host.as_ref());
        object.optional("Priority", self.priority.as_ref());
        object.optional("ReservoirSize", self.reservoir_size.as_ref());
        object.optional("ResourceARN", self.resource_arn.as_ref());
        object.optional("RuleARN", self.rule_arn.as_ref());
        object.optional("RuleName", self.rule_name.as_ref());
        object.optional("SamplingRateBoost", self.sampling_rate_boost.as_ref());
        object.optional("ServiceName", self.service_name.as_ref());
        object.optional("ServiceType", self.service_type.as_ref());
        object.optional("URLPath", self.url_path.as_ref());
        object.finish()
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::XRay::SamplingRule",
    properties: &SAMPLING_RULE,
    create_only: &["SamplingRule.Version"],
    conditional_create_only: &[],
    read_only: &["RuleARN"],
    write_only: &[],
    primary_identifier: &["RuleARN"],
    reference: Reference::Arn,
    attributes: &[Attribute::scalar("RuleARN")],
    stateful: false,
};

static SAMPLING_RATE_BOOST: Object = Object {
    properties: &[
        Property::required("CooldownWindowMinutes", Shape::INTEGER.min(1.0)),
        Property::required("MaxRate", Shape::NUMBER.min(0.0).max(1.0)),
    ],
    constraints: &[],
};

static SAMPLING_RULE: Object = Object {
    properties: &[
        Property::optional("RuleARN", Shape::Json),
        Property::optional("RuleName", Shape::TEXT.min_length(1).max_length(32)),
        Property::optional("SamplingRule", Shape::Object(&SAMPLING_RULE_PROPERTY)),
        Property::optional("SamplingRuleRecord", Shape::Object(&SAMPLING_RULE_RECORD)),
        Property::optional("SamplingRuleUpdate", Shape::Object(&SAMPLING_RULE_UPDATE)),
        Property::optional("Tags", Shape::list(&Shape::Object(&TAG)).max_length(200)),
    ],
    constraints: &[],
};

static SAMPLING_RULE_PROPERTY: Object = Object {
    properties: &[
        Property::optional("Attributes", Shape::Map(&Shape::TEXT)),
        Property::required("FixedRate", Shape::NUMBER.min(0.0).max(1.0)),
        Property::required("HTTPMethod", Shape::TEXT.max_length(10)),
        Property::required("Host", Shape::TEXT.max_length(64)),
        Property::required("Priority", Shape::INTEGER.min(1.0).max(9999.0)),
        Property::required("ReservoirSize", Shape::INTEGER.min(0.0)),
        Property::required("ResourceARN", Shape::TEXT.max_length(500)),
        Property::optional("RuleARN", Shape::TEXT),
        Property::optional("RuleName", Shape::TEXT.min_length(1).max_length(32)),
        Property::optional("SamplingRateBoost", Shape::Object(&SAMPLING_RATE_BOOST)),
        Property::required("ServiceName", Shape::TEXT.max_length(64)),
        Property::required("ServiceType", Shape::TEXT.max_length(64)),
        Property::required("URLPath", Shape::TEXT.max_length(128)),
        Property::optional("Version", Shape::INTEGER.min(1.0)),
    ],
    constraints: &[],
};

static SAMPLING_RULE_RECORD: Object = Object {
    properties: &[
        Property::optional("CreatedAt", Shape::TEXT),
        Property::optional("ModifiedAt", Shape::TEXT),
        Property::optional("SamplingRule", Shape::Object(&SAMPLING_RULE_PROPERTY)),
    ],
    constraints: &[],
};

static SAMPLING_RULE_UPDATE: Object = Object {
    properties: &[
        Property::optional("Attributes", Shape::Map(&Shape::TEXT)),
        Property::optional("FixedRate", Shape::NUMBER.min(0.0).max(1.0)),
        Property::optional("HTTPMethod", Shape::TEXT.max_length(10)),
        Property::optional("Host", Shape::TEXT.max_length(64)),
        Property::optional("Priority", Shape::INTEGER.min(1.0).max(9999.0)),
        Property::optional("ReservoirSize", Shape::INTEGER.min(0.0)),
        Property::optional("ResourceARN", Shape::TEXT.max_length(500)),
        Property::optional("RuleARN", Shape::TEXT),
        Property::optional("RuleName", Shape::TEXT.min_length(1).max_length(32)),
        Property::optional("SamplingRateBoost", Shape::Object(&SAMPLING_RATE_BOOST)),
        Property::optional("ServiceName", Shape::TEXT.max_length(64)),
        Property::optional("ServiceType", Shape::TEXT.max_length(64)),
        Property::optional("URLPath", Shape::TEXT.max_length(128)),
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
