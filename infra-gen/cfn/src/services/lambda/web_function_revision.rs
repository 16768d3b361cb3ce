//! `AWS::Lambda::WebFunctionRevision`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    reference::Arn,
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    text_enum::text_enum,
    value::{Json, Map, ObjectWriter, ToJson, Value},
};

/// `AWS::Lambda::WebFunctionRevision`.
#[derive(Debug, Clone, PartialEq)]
pub struct WebFunctionRevision {
    /// `BuildConfig`.
    ///
    /// Update requires: replacement.
    pub build_config: Value<BuildConfig>,
    /// `Description`.
    ///
    /// Update requires: replacement. Length: at most 256.
    pub description: Option<Value<String>>,
    /// `FunctionName`.
    ///
    /// Update requires: replacement. Length: 1 to 256.
    pub function_name: Value<String>,
    /// `KmsKeyArn`.
    ///
    /// Update requires: replacement. Length: 20 to 2048. Pattern:
    /// `^arn:(aws[a-z-]*){1}:kms:[a-z0-9-]+:[0-9]{12}:key/.*$`.
    pub kms_key_arn: Option<Value<Arn<kind::kms::Key>>>,
    /// `ServiceConfig`.
    ///
    /// Update requires: replacement.
    pub service_config: Value<ServiceConfig>,
}

impl WebFunctionRevision {
    /// With the required properties only.
    pub fn new(
        build_config: impl Into<Value<BuildConfig>>,
        function_name: impl Into<Value<String>>,
        service_config: impl Into<Value<ServiceConfig>>,
    ) -> Self {
        Self {
            build_config: build_config.into(),
            description: None,
            function_name: function_name.into(),
            kms_key_arn: None,
            service_config: service_config.into(),
        }
    }
}

impl ToJson for WebFunctionRevision {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("BuildConfig", &self.build_config);
        object.optional("Description", self.description.as_ref());
        object.required("FunctionName", &self.function_name);
        object.optional("KmsKeyArn", self.kms_key_arn.as_ref());
        object.required("ServiceConfig", &self.service_config);
        object.finish()
    }
}

impl resource::Resource for WebFunctionRevision {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::lambda::WebFunctionRevision;
    type Reference = Arn<kind::lambda::WebFunctionRevision>;
}

impl Handle<WebFunctionRevision> {
    /// `Fn::GetAtt` of `CreatedAt`.
    pub fn created_at(&self) -> Value<String> {
        self.attribute("CreatedAt")
    }

    /// `Fn::GetAtt` of `FunctionArn`.
    pub fn function_arn(&self) -> Value<Arn<kind::lambda::WebFunction>> {
        self.attribute("FunctionArn")
    }

    /// `Fn::GetAtt` of `RevisionArn`.
    pub fn revision_arn(&self) -> Value<Arn<kind::lambda::WebFunctionRevision>> {
        self.attribute("RevisionArn")
    }

    /// `Fn::GetAtt` of `RevisionId`.
    pub fn revision_id(&self) -> Value<String> {
        self.attribute("RevisionId")
    }

    /// `Fn::GetAtt` of `State`.
    pub fn state(&self) -> Value<String> {
        self.attribute("State")
    }

    /// `Fn::GetAtt` of `StateReason`.
    pub fn state_reason(&self) -> Value<String> {
        self.attribute("StateReason")
    }
}

/// `BuildConfig` of `AWS::Lambda::WebFunctionRevision`.
#[derive(Debug, Clone, PartialEq)]
pub struct BuildConfig {
    /// `CodeConfig`.
    pub code_config: Value<CodeConfig>,
    /// `RuntimeConfig`.
    pub runtime_config: Value<RuntimeConfig>,
}

impl BuildConfig {
    /// With the required properties only.
    pub fn new(
        code_config: impl Into<Value<CodeConfig>>,
        runtime_config: impl Into<Value<RuntimeConfig>>,
    ) -> Self {
        Self {
            code_config: code_config.into(),
            runtime_config: runtime_config.into(),
        }
    }
}

impl ToJson for BuildConfig {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("CodeConfig", &self.code_config);
        object.required("RuntimeConfig", &self.runtime_config);
        object.finish()
    }
}

/// `CodeConfig` of `AWS::Lambda::WebFunctionRevision`.
#[derive(Debug, Clone, PartialEq)]
pub struct CodeConfig {
    /// `S3Object`.
    pub s3_object: Value<S3Object>,
}

impl CodeConfig {
    /// With the required properties only.
    pub fn new(s3_object: impl Into<Value<S3Object>>) -> Self {
        Self {
            s3_object: s3_object.into(),
        }
    }
}

impl ToJson for CodeConfig {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("S3Object", &self.s3_object);
        object.finish()
    }
}

/// `LoggingConfig` of `AWS::Lambda::WebFunctionRevision`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct LoggingConfig {
    /// `ApplicationLogLevel`.
    pub application_log_level: Option<Value<ApplicationLogLevel>>,
    /// `LogGroup`.
    ///
    /// Length: 1 to 500. Pattern: `^[a-zA-Z0-9\.\-_/#]+$`.
    pub log_group: Option<Value<String>>,
    /// `SystemLogLevel`.
    pub system_log_level: Option<Value<SystemLogLevel>>,
}

impl LoggingConfig {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for LoggingConfig {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("ApplicationLogLevel", self.application_log_level.as_ref());
        object.optional("LogGroup", self.log_group.as_ref());
        object.optional("SystemLogLevel", self.system_log_level.as_ref());
        object.finish()
    }
}

/// `RuntimeConfig` of `AWS::Lambda::WebFunctionRevision`.
#[derive(Debug, Clone, PartialEq)]
pub struct RuntimeConfig {
    /// `Runtime`.
    ///
    /// Length: 1 to 30. Pattern: `^[a-z][a-z0-9]*[0-9]+(\.[a-z0-9]+)*$`.
    pub runtime: Value<String>,
}

impl RuntimeConfig {
    /// With the required properties only.
    pub fn new(runtime: impl Into<Value<String>>) -> Self {
        Self {
            runtime: runtime.into(),
        }
    }
}

impl ToJson for RuntimeConfig {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Runtime", &self.runtime);
        object.finish()
    }
}

/// `S3Object` of `AWS::Lambda::WebFunctionRevision`.
#[derive(Debug, Clone, PartialEq)]
pub struct S3Object {
    /// `Bucket`.
    ///
    /// Length: 3 to 63. Pattern: `^([a-z0-9][a-z0-9\.\-]{1,61}[a-z0-9])$`.
    pub bucket: Value<String>,
    /// `Key`.
    ///
    /// Length: 1 to 1024.
    pub key: Value<String>,
    /// `VersionId`.
    pub version_id: Option<Value<String>>,
}

impl S3Object {
    /// With the required properties only.
    pub fn new(bucket: impl Into<Value<String>>, key: impl Into<Value<String>>) -> Self {
        Self {
            bucket: bucket.into(),
            key: key.into(),
            version_id: None,
        }
    }
}

impl ToJson for S3Object {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Bucket", &self.bucket);
        object.required("Key", &self.key);
        object.optional("VersionId", self.version_id.as_ref());
        object.finish()
    }
}

/// `ServiceConfig` of `AWS::Lambda::WebFunctionRevision`.
#[derive(Debug, Clone, PartialEq)]
pub struct ServiceConfig {
    /// `EgressNetworkConnectorArn`.
    ///
    /// Length: 1 to 2048.
    pub egress_network_connector_arn: Option<Value<String>>,
    /// `EnvironmentVariables`.
    pub environment_variables: Option<Value<Map<String>>>,
    /// `ExecutionRoleArn`.
    ///
    /// Length: 20 to 2048. Pattern: `^arn:(aws[a-z-]*){1}:iam::[0-9]{12}:role/.*$`.
    pub execution_role_arn: Value<String>,
    /// `MaxConcurrencyPerEnvironment`.
    ///
    /// Range: 1 to 128.
    pub max_concurrency_per_environment: Option<Value<i64>>,
    /// `TelemetryConfig`.
    pub telemetry_config: Option<Value<TelemetryConfig>>,
    /// `TimeoutSeconds`.
    ///
    /// Range: 3 to 900.
    pub timeout_seconds: Option<Value<i64>>,
}

impl ServiceConfig {
    /// With the required properties only.
    pub fn new(execution_role_arn: impl Into<Value<String>>) -> Self {
        Self {
            egress_network_connector_arn: None,
            environment_variables: None,
            execution_role_arn: execution_role_arn.into(),
            max_concurrency_per_environment: None,
            telemetry_config: None,
            timeout_seconds: None,
        }
    }
}

impl ToJson for ServiceConfig {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional(
            "EgressNetworkConnectorArn",
            self.egress_network_connector_arn.as_ref(),
        );
        object.optional("EnvironmentVariables", self.environment_variables.as_ref());
        object.required("ExecutionRoleArn", &self.execution_role_arn);
        object.optional(
            "MaxConcurrencyPerEnvironment",
            self.max_concurrency_per_environment.as_ref(),
        );
        object.optional("TelemetryConfig", self.telemetry_config.as_ref());
        object.optional("TimeoutSeconds", self.timeout_seconds.as_ref());
        object.finish()
    }
}

/// `TelemetryConfig` of `AWS::Lambda::WebFunctionRevision`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct TelemetryConfig {
    /// `LoggingConfig`.
    pub logging_config: Option<Value<LoggingConfig>>,
}

impl TelemetryConfig {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for TelemetryConfig {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("LoggingConfig", self.logging_config.as_ref());
        object.finish()
    }
}

text_enum! {
    /// The values of `LoggingConfig.ApplicationLogLevel`.
    ApplicationLogLevel {
        Trace = "TRACE",
        Debug = "DEBUG",
        Info = "INFO",
        Warn = "WARN",
        Error = "ERROR",
        Fatal = "FATAL",
    }
}

text_enum! {
    /// The values of `LoggingConfig.SystemLogLevel`.
    SystemLogLevel {
        Debug = "DEBUG",
        Info = "INFO",
        Warn = "WARN",
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::Lambda::WebFunctionRevision",
    properties: &WEB_FUNCTION_REVISION,
    create_only: &[
        "BuildConfig",
        "Description",
        "FunctionName",
        "KmsKeyArn",
        "ServiceConfig",
    ],
    conditional_create_only: &[],
    read_only: &[
        "CreatedAt",
        "FunctionArn",
        "RevisionArn",
        "RevisionId",
        "State",
        "StateReason",
    ],
    write_only: &[],
    primary_identifier: &["RevisionArn"],
    reference: Reference::Arn,
    attributes: &[
        Attribute::scalar("CreatedAt"),
        Attribute::scalar("FunctionArn"),
        Attribute::scalar("RevisionArn"),
        Attribute::scalar("RevisionId"),
        Attribute::scalar("State"),
        Attribute::scalar("StateReason"),
    ],
    stateful: false,
};

static BUILD_CONFIG: Object = Object {
    properties: &[
        Property::required("CodeConfig", Shape::Object(&CODE_CONFIG)),
        Property::required("RuntimeConfig", Shape::Object(&RUNTIME_CONFIG)),
    ],
    constraints: &[],
};

static CODE_CONFIG: Object = Object {
    properties: &[Property::required("S3Object", Shape::Object(&S3_OBJECT))],
    constraints: &[],
};

static LOGGING_CONFIG: Object = Object {
    properties: &[
        Property::optional("ApplicationLogLevel", Shape::one_of(ApplicationLogLevel::VALUES)),
        Property::optional(
            "LogGroup",
            Shape::TEXT
                .pattern(r"^[a-zA-Z0-9\.\-_/#]+$")
                .min_length(1)
                .max_length(500),
        ),
        Property::optional("SystemLogLevel", Shape::one_of(SystemLogLevel::VALUES)),
    ],
    constraints: &[],
};

static RUNTIME_CONFIG: Object = Object {
    properties: &[Property::required(
        "Runtime",
        Shape::TEXT
            .pattern(r"^[a-z][a-z0-9]*[0-9]+(\.[a-z0-9]+)*$")
            .min_length(1)
            .max_length(30),
    )],
    constraints: &[],
};

static S3_OBJECT: Object = Object {
    properties: &[
        Property::required(
            "Bucket",
            Shape::TEXT
                .pattern(r"^([a-z0-9][a-z0-9\.\-]{1,61}[a-z0-9])$")
                .min_length(3)
                .max_length(63),
        ),
        Property::required("Key", Shape::TEXT.min_length(1).max_length(1024)),
        Property::optional("VersionId", Shape::TEXT),
    ],
    constraints: &[],
};

static SERVICE_CONFIG: Object = Object {
    properties: &[
        Property::optional(
            "EgressNetworkConnectorArn",
            Shape::TEXT.pattern(PATTERN_1).min_length(1).max_length(2048),
        ),
        Property::optional(
            "EnvironmentVariables",
            Shape::Map(&Shape::TEXT.min_length(1).max_length(4096)),
        ),
        Property::required(
            "ExecutionRoleArn",
            Shape::TEXT
                .pattern("^arn:(aws[a-z-]*){1}:iam::[0-9]{12}:role/.*$")
                .min_length(20)
                .max_length(2048),
        ),
        Property::optional("MaxConcurrencyPerEnvironment", Shape::INTEGER.min(1.0).max(128.0)),
        Property::optional("TelemetryConfig", Shape::Object(&TELEMETRY_CONFIG)),
        Property::optional("TimeoutSeconds", Shape::INTEGER.min(3.0).max(900.0)),
    ],
    constraints: &[],
};

static TELEMETRY_CONFIG: Object = Object {
    properties: &[Property::optional(
        "LoggingConfig",
        Shape::Object(&LOGGING_CONFIG),
    )],
    constraints: &[],
};

static WEB_FUNCTION_REVISION: Object = Object {
    properties: &[
        Property::required("BuildConfig", Shape::Object(&BUILD_CONFIG)),
        Property::optional("CreatedAt", Shape::Json),
        Property::optional("Description", Shape::TEXT.max_length(256)),
        Property::optional("FunctionArn", Shape::Json),
        Property::required("FunctionName", Shape::TEXT.min_length(1).max_length(256)),
        Property::optional(
            "KmsKeyArn",
            Shape::TEXT.pattern(PATTERN_2).min_length(20).max_length(2048),
        ),
        Property::optional("RevisionArn", Shape::Json),
        Property::optional("RevisionId", Shape::Json),
        Property::required("ServiceConfig", Shape::Object(&SERVICE_CONFIG)),
        Property::optional("State", Shape::Json),
        Property::optional("StateReason", Shape::Json),
    ],
    constraints: &[],
};

const PATTERN_1: &str =
    "^arn:(aws[a-z-]*):lambda:[a-z0-9-]+:[0-9]{12}:network-connector:[a-zA-Z0-9_-]+:[0-9]+$";
const PATTERN_2: &str = "^arn:(aws[a-z-]*){1}:kms:[a-z0-9-]+:[0-9]{12}:key/.*$";
