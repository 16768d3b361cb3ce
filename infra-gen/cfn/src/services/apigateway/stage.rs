//! `AWS::ApiGateway::Stage`. Generated; see `generator/`.

use crate::{
    kind,
    reference::Id,
    resource,
    schema::{Object, Property, Reference, Shape, TypeSchema},
    tag::Tag,
    value::{Json, List, Map, ObjectWriter, ToJson, Value},
};

/// The `AWS::ApiGateway::Stage` resource creates a stage for a deployment.
///
/// `AWS::ApiGateway::Stage`.
#[derive(Debug, Clone, PartialEq)]
pub struct Stage {
    /// Access log settings, including the access log format and access log destination ARN.
    pub access_log_setting: Option<Value<AccessLogSetting>>,
    /// Specifies whether a cache cluster is enabled for the stage. To activate a method-level cache, set
    /// `CachingEnabled` to `true` for a method.
    pub cache_cluster_enabled: Option<Value<bool>>,
    /// The stage's cache capacity in GB. For more information about choosing a cache size, see [Enabling API
    /// caching to enhance
    /// responsiveness](https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html).
    pub cache_cluster_size: Option<Value<String>>,
    /// Settings for the canary deployment in this stage.
    pub canary_setting: Option<Value<CanarySetting>>,
    /// The identifier of a client certificate for an API stage.
    pub client_certificate_id: Option<Value<Id<kind::apigateway::ClientCertificate>>>,
    /// The identifier of the Deployment that the stage points to.
    pub deployment_id: Option<Value<Id<kind::apigateway::Deployment>>>,
    /// The stage's description.
    pub description: Option<Value<String>>,
    /// The version of the associated API documentation.
    pub documentation_version: Option<Value<String>>,
    /// A map that defines the method settings for a Stage resource. Keys (designated as
    /// `/{method_setting_key` below) are method paths defined as `{resource_path}/{http_method}` for an
    /// individual method override, or `/\*/\*` for overriding all methods in the stage.
    pub method_settings: Option<Value<List<MethodSetting>>>,
    /// The string identifier of the associated RestApi.
    ///
    /// Update requires: replacement.
    pub rest_api_id: Value<Id<kind::apigateway::RestApi>>,
    /// The name of the stage is the first path segment in the Uniform Resource Identifier (URI) of a call to
    /// API Gateway. Stage names can only contain alphanumeric characters, hyphens, and underscores. Maximum
    /// length is 128 characters.
    ///
    /// Update requires: replacement.
    pub stage_name: Option<Value<String>>,
    /// The collection of tags. Each tag element is associated with a given resource.
    pub tags: Option<Value<List<Tag>>>,
    /// Specifies whether active tracing with X-ray is enabled for the Stage.
    pub tracing_enabled: Option<Value<bool>>,
    /// A map (string-to-string map) that defines the stage variables, where the variable name is the key and
    /// the variable value is the value. Variable names are limited to alphanumeric characters. Values must
    /// match the following regular expression: `[A-Za-z0-9-._~:/?#&=,]+`.
    pub variables: Option<Value<Map<String>>>,
}

impl Stage {
    /// With the required properties only.
    pub fn new(rest_api_id: impl Into<Value<Id<kind::apigateway::RestApi>>>) -> Self {
        Self {
            access_log_setting: None,
            cache_cluster_enabled: None,
            cache_cluster_size: None,
            canary_setting: None,
            client_certificate_id: None,
            deployment_id: None,
            description: None,
            documentation_version: None,
            method_settings: None,
            rest_api_id: rest_api_id.into(),
            stage_name: None,
            tags: None,
            tracing_enabled: None,
            variables: None,
        }
    }
}

impl ToJson for Stage {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("AccessLogSetting", self.access_log_setting.as_ref());
        object.optional("CacheClusterEnabled", self.cache_cluster_enabled.as_ref());
        object.optional("CacheClusterSize", self.cache_cluster_size.as_ref());
        object.optional("CanarySetting", self.canary_setting.as_ref());
        object.optional("ClientCertificateId", self.client_certificate_id.as_ref());
        object.optional("DeploymentId", self.deployment_id.as_ref());
        object.optional("Description", self.description.as_ref());
        object.optional("DocumentationVersion", self.documentation_version.as_ref());
        object.optional("MethodSettings", self.method_settings.as_ref());
        object.required("RestApiId", &self.rest_api_id);
        object.optional("StageName", self.stage_name.as_ref());
        object.optional("Tags", self.tags.as_ref());
        object.optional("TracingEnabled", self.tracing_enabled.as_ref());
        object.optional("Variables", self.variables.as_ref());
        object.finish()
    }
}

impl resource::Resource for Stage {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::apigateway::Stage;
    type Reference = Id<kind::apigateway::Stage>;
}

/// The `AccessLogSetting` property type specifies settings for logging access in this stage.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AccessLogSetting {
    /// The Amazon Resource Name (ARN) of the CloudWatch Logs log group or Kinesis Data Firehose delivery
    /// stream to receive access logs. If you specify a Kinesis Data Firehose delivery stream, the stream name
    /// must begin with `amazon-apigateway-`. This parameter is required to enable access logging.
    pub destination_arn: Option<Value<String>>,
    /// A single line format of the access logs of data, as specified by selected [$context
    /// variables](https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-mapping-template-reference.html#context-variable-reference).
    /// The format must include at least `$context.requestId`. This parameter is required to enable access
    /// logging.
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

/// Configuration settings of a canary deployment.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct CanarySetting {
    /// The ID of the canary deployment.
    pub deployment_id: Option<Value<Id<kind::apigateway::Deployment>>>,
    /// The percent (0-100) of traffic diverted to a canary deployment.
    ///
    /// Range: 0 to 100.
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
        object.optional("DeploymentId", self.deployment_id.as_ref());
        object.optional("PercentTraffic", self.percent_traffic.as_ref());
        object.optional("StageVariableOverrides", self.stage_variable_overrides.as_ref());
        object.optional("UseStageCache", self.use_stage_cache.as_ref());
        object.finish()
    }
}

/// The `MethodSetting` property type configures settings for all methods in a stage.
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
    /// The HTTP method. To apply settings to multiple resources and methods, specify an asterisk ( `*`) for
    /// the `HttpMethod` and `/*` for the `ResourcePath`. This parameter is required when you specify a
    /// `MethodSetting`.
    pub http_method: Option<Value<String>>,
    /// Specifies the logging level for this method, which affects the log entries pushed to Amazon CloudWatch
    /// Logs. Valid values are `OFF`, `ERROR`, and `INFO`. Choose `ERROR` to write only error-level entries to
    /// CloudWatch Logs, or choose `INFO` to include all `ERROR` events as well as extra informational events.
    pub logging_level: Option<Value<String>>,
    /// Specifies whether Amazon CloudWatch metrics are enabled for this method.
    pub metrics_enabled: Option<Value<bool>>,
    /// The resource path for this method. Forward slashes ( `/`) are encoded as `~1` and the initial slash
    /// must include a forward slash. For example, the path value `/resource/subresource` must be encoded as
    /// `/~1resource~1subresource`. To specify the root path, use only a slash ( `/` ). To apply settings to
    /// multiple resources and methods, specify an asterisk ( `*`) for the `HttpMethod` and `/*` for the
    /// `ResourcePath`.
    pub resource_path: Option<Value<String>>,
    /// Specifies the throttling burst limit.
    ///
    /// Range: 0 or more.
    pub throttling_burst_limit: Option<Value<i64>>,
    /// Specifies the throttling rate limit.
    ///
    /// Range: 0 or more.
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

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::ApiGateway::Stage",
    properties: &STAGE,
    create_only: &["RestApiId", "StageName"],
    conditional_create_only: &[],
    read_only: &[],
    write_only: &[],
    primary_identifier: &["RestApiId", "StageName"],
    reference: Reference::Id,
    attributes: &[],
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
        Property::optional("DeploymentId", Shape::TEXT),
        Property::optional("PercentTraffic", Shape::NUMBER.min(0.0).max(100.0)),
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
        Property::optional("ThrottlingBurstLimit", Shape::INTEGER.min(0.0)),
        Property::optional("ThrottlingRateLimit", Shape::NUMBER.min(0.0)),
    ],
    constraints: &[],
};

static STAGE: Object = Object {
    properties: &[
        Property::optional("AccessLogSetting", Shape::Object(&ACCESS_LOG_SETTING)),
        Property::optional("CacheClusterEnabled", Shape::Boolean),
        Property::optional("CacheClusterSize", Shape::TEXT),
        Property::optional("CanarySetting", Shape::Object(&CANARY_SETTING)),
        Property::optional("ClientCertificateId", Shape::TEXT),
        Property::optional("DeploymentId", Shape::TEXT),
        Property::optional("Description", Shape::TEXT),
        Property::optional("DocumentationVersion", Shape::TEXT),
        Property::optional(
            "MethodSettings",
            Shape::list(&Shape::Object(&METHOD_SETTING)).unique(),
        ),
        Property::required("RestApiId", Shape::TEXT),
        Property::optional("StageName", Shape::TEXT),
        Property::optional("Tags", Shape::list(&Shape::Object(&TAG))),
        Property::optional("TracingEnabled", Shape::Boolean),
        Property::optional("Variables", Shape::Map(&Shape::TEXT)),
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
