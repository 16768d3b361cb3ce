//! `AWS::CloudFront::ContinuousDeploymentPolicy`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    reference::Id,
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    text_enum::text_enum,
    value::{Json, List, ObjectWriter, ToJson, Value},
};

/// Creates a continuous deployment policy that routes a subset of production traffic from a primary
/// distribution to a staging distribution.
///
/// `AWS::CloudFront::ContinuousDeploymentPolicy`.
#[derive(Debug, Clone, PartialEq)]
pub struct ContinuousDeploymentPolicy {
    /// Contains the configuration for a continuous deployment policy.
    pub continuous_deployment_policy_config: Value<ContinuousDeploymentPolicyConfig>,
}

impl ContinuousDeploymentPolicy {
    /// With the required properties only.
    pub fn new(
        continuous_deployment_policy_config: impl Into<Value<ContinuousDeploymentPolicyConfig>>,
    ) -> Self {
        Self {
            continuous_deployment_policy_config: continuous_deployment_policy_config.into(),
        }
    }
}

impl ToJson for ContinuousDeploymentPolicy {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required(
            "ContinuousDeploymentPolicyConfig",
            &self.continuous_deployment_policy_config,
        );
        object.finish()
    }
}

impl resource::Resource for ContinuousDeploymentPolicy {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::cloudfront::ContinuousDeploymentPolicy;
    type Reference = Id<kind::cloudfront::ContinuousDeploymentPolicy>;
}

impl Handle<ContinuousDeploymentPolicy> {
    /// The identifier of the cotinuous deployment policy.
    ///
    /// `Fn::GetAtt` of `Id`.
    pub fn id(&self) -> Value<Id<kind::cloudfront::ContinuousDeploymentPolicy>> {
        self.attribute("Id")
    }

    /// The date and time when the continuous deployment policy was last modified.
    ///
    /// `Fn::GetAtt` of `LastModifiedTime`.
    pub fn last_modified_time(&self) -> Value<String> {
        self.attribute("LastModifiedTime")
    }
}

/// Contains the configuration for a continuous deployment policy.
#[derive(Debug, Clone, PartialEq)]
pub struct ContinuousDeploymentPolicyConfig {
    /// A Boolean that indicates whether this continuous deployment policy is enabled (in effect). When this
    /// value is `true`, this policy is enabled and in effect. When this value is `false`, this policy is not
    /// enabled and has no effect.
    pub enabled: Value<bool>,
    /// This configuration determines which HTTP requests are sent to the staging distribution. If the HTTP
    /// request contains a header and value that matches what you specify here, the request is sent to the
    /// staging distribution. Otherwise the request is sent to the primary distribution.
    ///
    /// Deprecated.
    pub single_header_policy_config: Option<Value<SingleHeaderPolicyConfig>>,
    /// This configuration determines the percentage of HTTP requests that are sent to the staging
    /// distribution.
    ///
    /// Deprecated.
    pub single_weight_policy_config: Option<Value<SingleWeightPolicyConfig>>,
    /// The CloudFront domain name of the staging distribution. For example: `d111111abcdef8.cloudfront.net`.
    ///
    /// Items: 1 or more.
    pub staging_distribution_dns_names: Value<List<String>>,
    /// Contains the parameters for routing production traffic from your primary to staging distributions.
    pub traffic_config: Option<Value<TrafficConfig>>,
    /// The type of traffic configuration.
    ///
    /// Deprecated.
    pub r#type: Option<Value<ContinuousDeploymentPolicyConfigType>>,
}

impl ContinuousDeploymentPolicyConfig {
    /// With the required properties only.
    pub fn new(
        enabled: impl Into<Value<bool>>,
        staging_distribution_dns_names: impl Into<Value<List<String>>>,
    ) -> Self {
        Self {
            enabled: enabled.into(),
            single_header_policy_config: None,
            single_weight_policy_config: None,
            staging_distribution_dns_names: staging_distribution_dns_names.into(),
            traffic_config: None,
            r#type: None,
        }
    }
}

impl ToJson for ContinuousDeploymentPolicyConfig {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Enabled", &self.enabled);
        object.optional(
            "SingleHeaderPolicyConfig",
            self.single_header_policy_config.as_ref(),
        );
        object.optional(
            "SingleWeightPolicyConfig",
            self.single_weight_policy_config.as_ref(),
        );
        object.required(
            "StagingDistributionDnsNames",
            &self.staging_distribution_dns_names,
        );
        object.optional("TrafficConfig", self.traffic_config.as_ref());
        object.optional("Type", self.r#type.as_ref());
        object.finish()
    }
}

/// Session stickiness provides the ability to define multiple requests from a single viewer as a single
/// session. This prevents the potentially inconsistent experience of sending some of a given user's requests
/// to your staging distribution, while others are sent to your primary distribution. Define the session
/// duration using TTL values.
#[derive(Debug, Clone, PartialEq)]
pub struct SessionStickinessConfig {
    /// The amount of time after which you want sessions to cease if no requests are received. Allowed values
    /// are 300–3600 seconds (5–60 minutes).
    ///
    /// Range: 300 to 3600.
    pub idle_ttl: Value<i64>,
    /// The maximum amount of time to consider requests from the viewer as being part of the same session.
    /// Allowed values are 300–3600 seconds (5–60 minutes).
    ///
    /// Range: 300 to 3600.
    pub maximum_ttl: Value<i64>,
}

impl SessionStickinessConfig {
    /// With the required properties only.
    pub fn new(idle_ttl: impl Into<Value<i64>>, maximum_ttl: impl Into<Value<i64>>) -> Self {
        Self {
            idle_ttl: idle_ttl.into(),
            maximum_ttl: maximum_ttl.into(),
        }
    }
}

impl ToJson for SessionStickinessConfig {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("IdleTTL", &self.idle_ttl);
        object.required("MaximumTTL", &self.maximum_ttl);
        object.finish()
    }
}

/// Determines which HTTP requests are sent to the staging distribution.
#[derive(Debug, Clone, PartialEq)]
pub struct SingleHeaderConfig {
    /// The request header name that you want CloudFront to send to your staging distribution. The header must
    /// contain the prefix `aws-cf-cd-`.
    ///
    /// Length: 1 to 256.
    pub header: Value<String>,
    /// The request header value.
    ///
    /// Length: 1 to 1783.
    pub value: Value<String>,
}

impl SingleHeaderConfig {
    /// With the required properties only.
    pub fn new(header: impl Into<Value<String>>, value: impl Into<Value<String>>) -> Self {
        Self {
            header: header.into(),
            value: value.into(),
        }
    }
}

impl ToJson for SingleHeaderConfig {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Header", &self.header);
        object.required("Value", &self.value);
        object.finish()
    }
}

/// Defines a single header policy for a CloudFront distribution.
#[derive(Debug, Clone, PartialEq)]
pub struct SingleHeaderPolicyConfig {
    /// The name of the HTTP header that CloudFront uses to configure for the single header policy.
    ///
    /// Length: 1 to 256.
    pub header: Value<String>,
    /// Specifies the value to assign to the header for a single header policy.
    ///
    /// Length: 1 to 1783.
    pub value: Value<String>,
}

impl SingleHeaderPolicyConfig {
    /// With the required properties only.
    pub fn new(header: impl Into<Value<String>>, value: impl Into<Value<String>>) -> Self {
        Self {
            header: header.into(),
            value: value.into(),
        }
    }
}

impl ToJson for SingleHeaderPolicyConfig {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Header", &self.header);
        object.required("Value", &self.value);
        object.finish()
    }
}

/// This configuration determines the percentage of HTTP requests that are sent to the staging distribution.
#[derive(Debug, Clone, PartialEq)]
pub struct SingleWeightConfig {
    /// Session stickiness provides the ability to define multiple requests from a single viewer as a single
    /// session. This prevents the potentially inconsistent experience of sending some of a given user's
    /// requests to your staging distribution, while others are sent to your primary distribution. Define the
    /// session duration using TTL values.
    pub session_stickiness_config: Option<Value<SessionStickinessConfig>>,
    /// The percentage of traffic to send to a staging distribution, expressed as a decimal number between 0
    /// and 0.15. For example, a value of 0.10 means 10% of traffic is sent to the staging distribution.
    ///
    /// Range: 0 to 1.
    pub weight: Value<f64>,
}

impl SingleWeightConfig {
    /// With the required properties only.
    pub fn new(weight: impl Into<Value<f64>>) -> Self {
        Self {
            session_stickiness_config: None,
            weight: weight.into(),
        }
    }
}

impl ToJson for SingleWeightConfig {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("SessionStickinessConfig", self.session_stickiness_config.as_ref());
        object.required("Weight", &self.weight);
        object.finish()
    }
}

/// Configure a policy that CloudFront uses to route requests to different origins or use different cache
/// settings, based on the weight assigned to each option.
#[derive(Debug, Clone, PartialEq)]
pub struct SingleWeightPolicyConfig {
    /// Enable session stickiness for the associated origin or cache settings.
    pub session_stickiness_config: Option<Value<SessionStickinessConfig>>,
    /// The percentage of requests that CloudFront will use to send to an associated origin or cache settings.
    ///
    /// Range: 0 to 1.
    pub weight: Value<f64>,
}

impl SingleWeightPolicyConfig {
    /// With the required properties only.
    pub fn new(weight: impl Into<Value<f64>>) -> Self {
        Self {
            session_stickiness_config: None,
            weight: weight.into(),
        }
    }
}

impl ToJson for SingleWeightPolicyConfig {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("SessionStickinessConfig", self.session_stickiness_config.as_ref());
        object.required("Weight", &self.weight);
        object.finish()
    }
}

/// The traffic configuration of your continuous deployment.
#[derive(Debug, Clone, PartialEq)]
pub struct TrafficConfig {
    /// Determines which HTTP requests are sent to the staging distribution.
    pub single_header_config: Option<Value<SingleHeaderConfig>>,
    /// Contains the percentage of traffic to send to the staging distribution.
    pub single_weight_config: Option<Value<SingleWeightConfig>>,
    /// The type of traffic configuration.
    pub r#type: Value<TrafficConfigType>,
}

impl TrafficConfig {
    /// With the required properties only.
    pub fn new(r#type: impl Into<Value<TrafficConfigType>>) -> Self {
        Self {
            single_header_config: None,
            single_weight_config: None,
            r#type: r#type.into(),
        }
    }
}

impl ToJson for TrafficConfig {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("SingleHeaderConfig", self.single_header_config.as_ref());
        object.optional("SingleWeightConfig", self.single_weight_config.as_ref());
        object.required("Type", &self.r#type);
        object.finish()
    }
}

text_enum! {
    /// The values of `ContinuousDeploymentPolicyConfig.Type`.
    ContinuousDeploymentPolicyConfigType {
        SingleWeight = "SingleWeight",
        SingleHeader = "SingleHeader",
    }
}

text_enum! {
    /// The values of `TrafficConfig.Type`.
    TrafficConfigType {
        SingleWeight = "SingleWeight",
        SingleHeader = "SingleHeader",
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::CloudFront::ContinuousDeploymentPolicy",
    properties: &CONTINUOUS_DEPLOYMENT_POLICY,
    create_only: &[],
    conditional_create_only: &[],
    read_only: &["Id", "LastModifiedTime"],
    write_only: &[],
    primary_identifier: &["Id"],
    reference: Reference::Id,
    attributes: &[Attribute::scalar("Id"), Attribute::scalar("LastModifiedTime")],
    stateful: false,
};

static CONTINUOUS_DEPLOYMENT_POLICY: Object = Object {
    properties: &[
        Property::required(
            "ContinuousDeploymentPolicyConfig",
            Shape::Object(&CONTINUOUS_DEPLOYMENT_POLICY_CONFIG),
        ),
        Property::optional("Id", Shape::Json),
        Property::optional("LastModifiedTime", Shape::Json),
    ],
    constraints: &[],
};

static CONTINUOUS_DEPLOYMENT_POLICY_CONFIG: Object = Object {
    properties: &[
        Property::required("Enabled", Shape::Boolean),
        Property::optional(
            "SingleHeaderPolicyConfig",
            Shape::Object(&SINGLE_HEADER_POLICY_CONFIG),
        ),
        Property::optional(
            "SingleWeightPolicyConfig",
            Shape::Object(&SINGLE_WEIGHT_POLICY_CONFIG),
        ),
        Property::required(
            "StagingDistributionDnsNames",
            Shape::list(&Shape::TEXT).min_length(1).unique(),
        ),
        Property::optional("TrafficConfig", Shape::Object(&TRAFFIC_CONFIG)),
        Property::optional(
            "Type",
            Shape::one_of(ContinuousDeploymentPolicyConfigType::VALUES),
        ),
    ],
    constraints: &[],
};

static SESSION_STICKINESS_CONFIG: Object = Object {
    properties: &[
        Property::required("IdleTTL", Shape::INTEGER.min(300.0).max(3600.0)),
        Property::required("MaximumTTL", Shape::INTEGER.min(300.0).max(3600.0)),
    ],
    constraints: &[],
};

static SINGLE_HEADER_CONFIG: Object = Object {
    properties: &[
        Property::required("Header", Shape::TEXT.min_length(1).max_length(256)),
        Property::required("Value", Shape::TEXT.min_length(1).max_length(1783)),
    ],
    constraints: &[],
};

static SINGLE_HEADER_POLICY_CONFIG: Object = Object {
    properties: &[
        Property::required("Header", Shape::TEXT.min_length(1).max_length(256)),
        Property::required("Value", Shape::TEXT.min_length(1).max_length(1783)),
    ],
    constraints: &[],
};

static SINGLE_WEIGHT_CONFIG: Object = Object {
    properties: &[
        Property::optional(
            "SessionStickinessConfig",
            Shape::Object(&SESSION_STICKINESS_CONFIG),
        ),
        Property::required("Weight", Shape::NUMBER.min(0.0).max(1.0)),
    ],
    constraints: &[],
};

static SINGLE_WEIGHT_POLICY_CONFIG: Object = Object {
    properties: &[
        Property::optional(
            "SessionStickinessConfig",
            Shape::Object(&SESSION_STICKINESS_CONFIG),
        ),
        Property::required("Weight", Shape::NUMBER.min(0.0).max(1.0)),
    ],
    constraints: &[],
};

static TRAFFIC_CONFIG: Object = Object {
    properties: &[
        Property::optional("SingleHeaderConfig", Shape::Object(&SINGLE_HEADER_CONFIG)),
        Property::optional("SingleWeightConfig", Shape::Object(&SINGLE_WEIGHT_CONFIG)),
        Property::required("Type", Shape::one_of(TrafficConfigType::VALUES)),
    ],
    constraints: &[],
};
