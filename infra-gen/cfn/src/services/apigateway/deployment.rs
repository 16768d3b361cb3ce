//! `AWS::ApiGateway::Deployment`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    reference::Id,
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    tag::Tag,
    value::{Json, List, Map, ObjectWriter, ToJson, Value},
};

/// The `AWS::ApiGateway::Deployment` resource deploys an API Gateway `RestApi` resource to a stage so that
/// clients can call the API over the internet. The stage acts as an environment.
///
/// `AWS::ApiGateway::Deployment`.
#[derive(Debug, Clone, PartialEq)]
pub struct Deployment {
    /// The input configuration for a canary deployment.
    ///
    /// Update requires: replacement.
    pub deployment_canary_settings: Option<Value<DeploymentCanarySettings>>,
    /// The description for the Deployment resource to create.
    pub description: Option<Value<String>>,
    /// The string identifier of the associated RestApi.
    ///
    /// Update requires: replacement.
    pub rest_api_id: Value<Id<kind::apigateway::RestApi>>,
    /// The description of the Stage resource for the Deployment resource to create. To specify a stage
    /// description, you must also provide a stage name.
    pub stage_description: Option<Value<StageDescription>>,
    /// The name of the Stage resource for the Deployment resource to create.
    pub stage_name: Option<Value<String>>,
}

impl Deployment {
    /// With the required properties only.
    pub fn new(rest_api_id: impl Into<Value<Id<kind::apigateway::RestApi>>>) -> Self {
        Self {
            deployment_canary_settings: None,
            description: None,
            rest_api_id: rest_api_id.into(),
            stage_description: None,
            stage_name: None,
        }
    }
}

impl ToJson for Deployment {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional(
            "DeploymentCanarySettings",
            self.deployment_canary_settings.as_ref(),
        );
        object.optional("Description", self.description.as_ref());
        object.required("RestApiId", &self.rest_api_id);
        object.optional("StageDescription", self.stage_description.as_ref());
        object.optional("StageName", self.stage_name.as_ref());
        object.finish()
    }
}

impl resource::Resource for Deployment {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::apigateway::Deployment;
    type Reference = Id<kind::apigateway::Deployment>;
}

impl Handle<Deployment> {
    /// The ID for the deployment. For example: `abc123`.
    ///
    /// `Fn::GetAtt` of `DeploymentId`.
    pub fn deployment_id(&self) -> Value<Id<kind::apigateway::Deployment>> {
        self.attribute("DeploymentId")
    }
}

/// The `AccessLogSetting` property type specifies settings for logging access in this stage.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AccessLogSetting {
    /// The Amazon Resource Name (ARN) of the CloudWatch Logs log group or Kinesis Data Firehose delivery
    /// stream to receive access logs. If you specify a Kinesis Data Firehose delivery stream, the stream name
    /// must begin with `amazon-apigateway-`.
    pub destination_arn: Option<Value<String>>,
    /// A single line format of the access logs of data, as specified by selected $context variables. The
    /// format must include at least `$context.requestId`.
    pub format: Option<Value<String>>,
}

impl AccessLogSetting {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for AccessLogSetting {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("DestinationArn", self.destination_arn.as_ref());
        object.optional("Format", self.format.as_ref());
        object.finish()
    }
}

/// The `CanarySetting` property type specifies settings for the canary deployment in this stage.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct CanarySetting {
    /// The percent (0-100) of traffic diverted to a canary deployment.
    pub percent_traffic: Option<Value<f64>>,
    /// Stage variables overridden for a canary release deployment, including new stage variables introduced
    /// in the canary. These stage variables are represented as a string-to-string map between stage variable
    /// names and their values.
    pub stage_variable_overrides: Option<Value<Map<String>>>,
    /// A Boolean flag to indicate whether the canary deployment uses the stage cache or not.
    pub use_stage_cache: Option<Value<bool>>,
}

impl CanarySetting {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for CanarySetting {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("PercentTraffic", self.percent_traffic.as_ref());
        object.optional("StageVariableOverrides", self.stage_variable_overrides.as_ref());
        object.optional("UseStageCache", self.use_stage_cache.as_ref());
        object.finish()
    }
}

/// The `DeploymentCanarySettings` property type specifies settings for the canary deployment.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DeploymentCanarySettings {
    /// The percentage (0.0-100.0) of traffic routed to the canary deployment.
    pub percent_traffic: Option<Value<f64>>,
    /// A stage variable overrides used for the canary release deployment. They can override existing stage
    /// variables or add new stage variables for the canary release deployment. These stage variables are
    /// represented as a string-to-string map between stage variable names and their values.
    pub stage_variable_overrides: Option<Value<Map<String>>>,
    /// A Boolean flag to indicate whether the canary release deployment uses the stage cache or not.
    pub use_stage_cache: Option<Value<bool>>,
}

impl DeploymentCanarySettings {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for DeploymentCanarySettings {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("PercentTraffic", self.percent_traffic.as_ref());
        object.optional("StageVariableOverrides", self.stage_variable_overrides.as_ref());
        object.optional("UseStageCache", self.use_stage_cache.as_ref());
        object.finish()
    }
}

/// The `MethodSetting` property type configures settings for all methods in a stage. If you modify this
/// property type, you must create a new deployment for your API.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct MethodSetting {
    /// Specifies whether the cached responses are encrypted.
    pub cache_data_encrypted: Option<Value<bool>>,
    /// Specifies the time to live (TTL), in seconds, for cached responses. The higher the TTL, the longer the
    /// response will be cached.
    pub cache_ttl_in_seconds: Option<Value<i64>>,
    /// Specifies whether responses should be cached and returned for requests. A cache cluster must be
    /// enabled on the stage for responses to be cached.
    pub caching_enabled: Option<Value<bool>>,
    /// Specifies whether data trace logging is enabled for this method, which affects the log entries pushed
    /// to Amazon CloudWatch Logs. This can be useful to troubleshoot APIs, but can result in logging
    /// sensitive data. We recommend that you don't enable this option for production APIs.
    pub data_trace_enabled: Option<Value<bool>>,
    /// The HTTP method.
    pub http_method: Option<Value<String>>,
    /// Specifies the logging level for this method, which affects the log entries pushed to Amazon CloudWatch
    /// Logs. Valid values are `OFF`, `ERROR`, and `INFO`. Choose `ERROR` to write only error-level entries to
    /// CloudWatch Logs, or choose `INFO` to include all `ERROR` events as well as extra informational events.
    pub logging_level: Option<Value<String>>,
    /// Specifies whether Amazon CloudWatch metrics are enabled for this method.
    pub metrics_enabled: Option<Value<bool>>,
    /// The resource path for this method. Forward slashes ( `/`) are encoded as `~1` and the initial slash
    /// must include a forward slash. For example, the path value `/resource/subresource` must be encoded as
    /// `/~1resource~1subresource`. To specify the root path, use only a slash ( `/` ).
    pub resource_path: Option<Value<String>>,
    /// Specifies the throttling burst limit.
    pub throttling_burst_limit: Option<Value<i64>>,
    /// Specifies the throttling rate limit.
    pub throttling_rate_limit: Option<Value<f64>>,
}

impl MethodSetting {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for MethodSetting {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("CacheDataEncrypted", self.cache_data_encrypted.as_ref());
        object.optional("CacheTtlInSeconds", self.cache_ttl_in_seconds.as_ref());
        object.optional("CachingEnabled", self.caching_enabled.as_ref());
        object.optional("DataTraceEnabled", self.data_trace_enabled.as_ref());
        object.optional("HttpMethod", self.http_method.as_ref());
        object.optional("LoggingLevel", self.logging_level.as_ref());
        object.optional("MetricsEnabled", self.metrics_enabled.as_ref());
        object.optional("ResourcePath", self.resource_path.as_ref());
        object.optional("ThrottlingBurstLimit", self.throttling_burst_limit.as_ref());
        object.optional("ThrottlingRateLimit", self.throttling_rate_limit.as_ref());
        object.finish()
    }
}

/// `StageDescription` is a property of the
/// [AWS::ApiGateway::Deployment](https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-apigateway-deployment.html)
/// resource that configures a deployment stage.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct StageDescription {
    /// Specifies settings for logging access in this stage.
    pub access_log_setting: Option<Value<AccessLogSetting>>,
    /// Specifies whether a cache cluster is enabled for the stage. To activate a method-level cache, set
    /// `CachingEnabled` to `true` for a method.
    pub cache_cluster_enabled: Option<Value<bool>>,
    /// The size of the stage's cache cluster. For more information, see
    /// [cacheClusterSize](https://docs.aws.amazon.com/apigateway/latest/api/API_CreateStage.html#apigw-CreateStage-request-cacheClusterSize)
    /// in the *API Gateway API Reference*.
    pub cache_cluster_size: Option<Value<String>>,
    /// Indicates whether the cached responses are encrypted.
    pub cache_data_encrypted: Option<Value<bool>>,
    /// The time-to-live (TTL) period, in seconds, that specifies how long API Gateway caches responses.
    pub cache_ttl_in_seconds: Option<Value<i64>>,
    /// Indicates whether responses are cached and returned for requests. You must enable a cache cluster on
    /// the stage to cache responses. For more information, see [Enable API Gateway Caching in a Stage to
    /// Enhance API
    /// Performance](https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html) in
    /// the *API Gateway Developer Guide*.
    pub caching_enabled: Option<Value<bool>>,
    /// Specifies settings for the canary deployment in this stage.
    pub canary_setting: Option<Value<CanarySetting>>,
    /// The identifier of the client certificate that API Gateway uses to call your integration endpoints in
    /// the stage.
    pub client_certificate_id: Option<Value<String>>,
    /// Indicates whether data trace logging is enabled for methods in the stage. API Gateway pushes these
    /// logs to Amazon CloudWatch Logs.
    pub data_trace_enabled: Option<Value<bool>>,
    /// A description of the purpose of the stage.
    pub description: Option<Value<String>>,
    /// The version identifier of the API documentation snapshot.
    pub documentation_version: Option<Value<String>>,
    /// The logging level for this method. For valid values, see the `loggingLevel` property of the
    /// [MethodSetting](https://docs.aws.amazon.com/apigateway/latest/api/API_MethodSetting.html) resource in
    /// the *Amazon API Gateway API Reference*.
    pub logging_level: Option<Value<String>>,
    /// Configures settings for all of the stage's methods.
    pub method_settings: Option<Value<List<MethodSetting>>>,
    /// Indicates whether Amazon CloudWatch metrics are enabled for methods in the stage.
    pub metrics_enabled: Option<Value<bool>>,
    /// An array of arbitrary tags (key-value pairs) to associate with the stage.
    pub tags: Option<Value<List<Tag>>>,
    /// The target request burst rate limit. This allows more requests through for a period of time than the
    /// target rate limit. For more information, see [Manage API Request
    /// Throttling](https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-request-throttling.html)
    /// in the *API Gateway Developer Guide*.
    pub throttling_burst_limit: Option<Value<i64>>,
    /// The target request steady-state rate limit. For more information, see [Manage API Request
    /// Throttling](https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-request-throttling.html)
    /// in the *API Gateway Developer Guide*.
    pub throttling_rate_limit: Option<Value<f64>>,
    /// Specifies whether active tracing with X-ray is enabled for this stage.
    pub tracing_enabled: Option<Value<bool>>,
    /// A map that defines the stage variables. Variable names must consist of alphanumeric characters, and
    /// the values must match the following regular expression: `[A-Za-z0-9-._~:/?#&=,]+`.
    pub variables: Option<Value<Map<String>>>,
}

impl StageDescription {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for StageDescription {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("AccessLogSetting", self.access_log_setting.as_ref());
        object.optional("CacheClusterEnabled", self.cache_cluster_enabled.as_ref());
        object.optional("CacheClusterSize", self.cache_cluster_size.as_ref());
        object.optional("CacheDataEncrypted", self.cache_data_encrypted.as_ref());
        object.optional("CacheTtlInSeconds", self.cache_ttl_in_seconds.as_ref());
        object.optional("CachingEnabled", self.caching_enabled.as_ref());
        object.optional("CanarySetting", self.canary_setting.as_ref());
        object.optional("ClientCertificateId", self.client_certificate_id.as_ref());
        object.optional("DataTraceEnabled", self.data_trace_enabled.as_ref());
        object.optional("Description", self.description.as_ref());
        object.optional("DocumentationVersion", self.documentation_version.as_ref());
        object.optional("LoggingLevel", self.logging_level.as_ref());
        object.optional("MethodSettings", self.method_settings.as_ref());
        object.optional("MetricsEnabled", self.metrics_enabled.as_ref());
        object.optional("Tags", self.tags.as_ref());
        object.optional("ThrottlingBurstLimit", self.throttling_burst_limit.as_ref());
        object.optional("ThrottlingRateLimit", self.throttling_rate_limit.as_ref());
        object.optional("TracingEnabled", self.tracing_enabled.as_ref());
        object.optional("Variables", self.variables.as_ref());
        object.finish()
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::ApiGateway::Deployment",
    properties: &DEPLOYMENT,
    create_only: &["DeploymentCanarySettings", "RestApiId"],
    conditional_create_only: &[],
    read_only: &["DeploymentId"],
    write_only: &["DeploymentCanarySettings", "StageDescription", "StageName"],
    primary_identifier: &["DeploymentId", "RestApiId"],
    reference: Reference::Id,
    attributes: &[Attribute::scalar("DeploymentId")],
    stateful: false,
};

static ACCESS_LOG_SETTING: Object = Object {
    properties: &[
        Property::optional("DestinationArn", Shape::TEXT),
        Property::optional("Format", Shape::TEXT),
    ],
    constraints: &[],
};

static CANARY_SETTING: Object = Object {
    properties: &[
        Property::optional("PercentTraffic", Shape::NUMBER),
        Property::optional("StageVariableOverrides", Shape::Map(&Shape::TEXT)),
        Property::optional("UseStageCache", Shape::Boolean),
    ],
    constraints: &[],
};

static DEPLOYMENT: Object = Object {
    properties: &[
        Property::optional(
            "DeploymentCanarySettings",
            Shape::Object(&DEPLOYMENT_CANARY_SETTINGS),
        ),
        Property::optional("DeploymentId", Shape::Json),
        Property::optional("Description", Shape::TEXT),
        Property::required("RestApiId", Shape::TEXT),
        Property::optional("StageDescription", Shape::Object(&STAGE_DESCRIPTION)),
        Property::optional("StageName", Shape::TEXT),
    ],
    constraints: &[],
};

static DEPLOYMENT_CANARY_SETTINGS: Object = Object {
    properties: &[
        Property::optional("PercentTraffic", Shape::NUMBER),
        Property::optional("StageVariableOverrides", Shape::Map(&Shape::TEXT)),
        Property::optional("UseStageCache", Shape::Boolean),
    ],
    constraints: &[],
};

static METHOD_SETTING: Object = Object {
    properties: &[
        Property::optional("CacheDataEncrypted", Shape::Boolean),
        Property::optional("CacheTtlInSeconds", Shape::INTEGER),
        Property::optional("CachingEnabled", Shape::Boolean),
        Property::optional("DataTraceEnabled", Shape::Boolean),
        Property::optional("HttpMethod", Shape::TEXT),
        Property::optional("LoggingLevel", Shape::TEXT),
        Property::optional("MetricsEnabled", Shape::Boolean),
        Property::optional("ResourcePath", Shape::TEXT),
        Property::optional("ThrottlingBurstLimit", Shape::INTEGER),
        Property::optional("ThrottlingRateLimit", Shape::NUMBER),
    ],
    constraints: &[],
};

static STAGE_DESCRIPTION: Object = Object {
    properties: &[
        Property::optional("AccessLogSetting", Shape::Object(&ACCESS_LOG_SETTING)),
        Property::optional("CacheClusterEnabled", Shape::Boolean),
        Property::optional("CacheClusterSize", Shape::TEXT),
        Property::optional("CacheDataEncrypted", Shape::Boolean),
        Property::optional("CacheTtlInSeconds", Shape::INTEGER),
        Property::optional("CachingEnabled", Shape::Boolean),
        Property::optional("CanarySetting", Shape::Object(&CANARY_SETTING)),
        Property::optional("ClientCertificateId", Shape::TEXT),
        Property::optional("DataTraceEnabled", Shape::Boolean),
        Property::optional("Description", Shape::TEXT),
        Property::optional("DocumentationVersion", Shape::TEXT),
        Property::optional("LoggingLevel", Shape::TEXT),
        Property::optional(
            "MethodSettings",
            Shape::list(&Shape::Object(&METHOD_SETTING)).unique(),
        ),
        Property::optional("MetricsEnabled", Shape::Boolean),
        Property::optional("Tags", Shape::list(&Shape::Object(&TAG))),
        Property::optional("ThrottlingBurstLimit", Shape::INTEGER),
        Property::optional("ThrottlingRateLimit", Shape::NUMBER),
        Property::optional("TracingEnabled", Shape::Boolean),
        Property::optional("Variables", Shape::Map(&Shape::TEXT)),
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
