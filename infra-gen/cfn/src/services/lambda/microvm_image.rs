//! `AWS::Lambda::MicrovmImage`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    reference::Arn,
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    tag::Tag,
    text_enum::text_enum,
    value::{Json, List, ObjectWriter, ToJson, Value},
};

/// Resource Type definition for AWS::Lambda::MicrovmImage
///
/// `AWS::Lambda::MicrovmImage`.
#[derive(Debug, Clone, PartialEq)]
pub struct MicrovmImage {
    /// `AdditionalOsCapabilities`.
    pub additional_os_capabilities: Value<List<AdditionalOsCapability>>,
    /// ARN of the base MicroVM image.
    ///
    /// Length: 1 to 2048. Pattern: `^[^\s]+$`.
    pub base_image_arn: Value<String>,
    /// Specific version of the base MicroVM image to use.
    ///
    /// Length: 1 to 2048. Pattern: `^[^\s]+$`.
    pub base_image_version: Value<String>,
    /// ARN of the IAM build role.
    ///
    /// Pattern: `^arn:aws[a-zA-Z-]*:iam::\d{12}:role/?[a-zA-Z_0-9+=,.@\-_/]+$`.
    pub build_role_arn: Value<Arn<kind::iam::Role>>,
    /// `CodeArtifact`.
    pub code_artifact: Value<CodeArtifact>,
    /// `CpuConfigurations`.
    pub cpu_configurations: Value<List<CpuConfiguration>>,
    /// Human-readable description of the MicroVM image and its purpose.
    pub description: Value<String>,
    /// `EgressNetworkConnectors`.
    ///
    /// Items: at most 10.
    pub egress_network_connectors: Value<List<String>>,
    /// Environment variables to set in the container during the snapshot build.
    ///
    /// Items: at most 50.
    pub environment_variables: Value<List<EnvironmentVariable>>,
    /// `Hooks`.
    pub hooks: Value<Hooks>,
    /// `Logging`.
    pub logging: Value<Logging>,
    /// Unique name for the MicroVM image within the account.
    ///
    /// Update requires: replacement. Length: 1 to 64. Pattern: `^[a-zA-Z0-9-_]+$`.
    pub name: Value<String>,
    /// `Resources`.
    ///
    /// Items: at most 1.
    pub resources: Value<List<Resources>>,
    /// Key-value pairs to associate with the MicroVM image for organization and management.
    pub tags: Option<Value<List<Tag>>>,
}

impl MicrovmImage {
    /// With the required properties only.
    #[expect(clippy::too_many_arguments, reason = "one per required property")]
    pub fn new(
        additional_os_capabilities: impl Into<Value<List<AdditionalOsCapability>>>,
        base_image_arn: impl Into<Value<String>>,
        base_image_version: impl Into<Value<String>>,
        build_role_arn: impl Into<Value<Arn<kind::iam::Role>>>,
        code_artifact: impl Into<Value<CodeArtifact>>,
        cpu_configurations: impl Into<Value<List<CpuConfiguration>>>,
        description: impl Into<Value<String>>,
        egress_network_connectors: impl Into<Value<List<String>>>,
        environment_variables: impl Into<Value<List<EnvironmentVariable>>>,
        hooks: impl Into<Value<Hooks>>,
        logging: impl Into<Value<Logging>>,
        name: impl Into<Value<String>>,
        resources: impl Into<Value<List<Resources>>>,
    ) -> Self {
        Self {
            additional_os_capabilities: additional_os_capabilities.into(),
            base_image_arn: base_image_arn.into(),
            base_image_version: base_image_version.into(),
            build_role_arn: build_role_arn.into(),
            code_artifact: code_artifact.into(),
            cpu_configurations: cpu_configurations.into(),
            description: description.into(),
            egress_network_connectors: egress_network_connectors.into(),
            environment_variables: environment_variables.into(),
            hooks: hooks.into(),
            logging: logging.into(),
            name: name.into(),
            resources: resources.into(),
            tags: None,
        }
    }
}

impl ToJson for MicrovmImage {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("AdditionalOsCapabilities", &self.additional_os_capabilities);
        object.required("BaseImageArn", &self.base_image_arn);
        object.required("BaseImageVersion", &self.base_image_version);
        object.required("BuildRoleArn", &self.build_role_arn);
        object.required("CodeArtifact", &self.code_artifact);
        object.required("CpuConfigurations", &self.cpu_configurations);
        object.required("Description", &self.description);
        object.required("EgressNetworkConnectors", &self.egress_network_connectors);
        object.required("EnvironmentVariables", &self.environment_variables);
        object.required("Hooks", &self.hooks);
        object.required("Logging", &self.logging);
        object.required("Name", &self.name);
        object.required("Resources", &self.resources);
        object.optional("Tags", self.tags.as_ref());
        object.finish()
    }
}

impl resource::Resource for MicrovmImage {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::lambda::MicrovmImage;
    type Reference = Arn<kind::lambda::MicrovmImage>;
}

impl Handle<MicrovmImage> {
    /// Timestamp when the MicroVM image was created.
    ///
    /// `Fn::GetAtt` of `CreatedAt`.
    pub fn created_at(&self) -> Value<String> {
        self.attribute("CreatedAt")
    }

    /// ARN of the MicroVM image.
    ///
    /// `Fn::GetAtt` of `ImageArn`.
    pub fn image_arn(&self) -> Value<Arn<kind::lambda::MicrovmImage>> {
        self.attribute("ImageArn")
    }

    /// The latest active version of the MicroVM image.
    ///
    /// `Fn::GetAtt` of `LatestActiveImageVersion`.
    pub fn latest_active_image_version(&self) -> Value<String> {
        self.attribute("LatestActiveImageVersion")
    }

    /// The latest failed version of the MicroVM image.
    ///
    /// `Fn::GetAtt` of `LatestFailedImageVersion`.
    pub fn latest_failed_image_version(&self) -> Value<String> {
        self.attribute("LatestFailedImageVersion")
    }

    /// `Fn::GetAtt` of `State`.
    pub fn state(&self) -> Value<String> {
        self.attribute("State")
    }

    /// Timestamp when the MicroVM image was updated.
    ///
    /// `Fn::GetAtt` of `UpdatedAt`.
    pub fn updated_at(&self) -> Value<String> {
        self.attribute("UpdatedAt")
    }
}

/// `CloudWatchLogging` of `AWS::Lambda::MicrovmImage`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct CloudWatchLogging {
    /// `LogGroup`.
    ///
    /// Length: 1 to 512. Pattern: `^[a-zA-Z0-9_\-/.#]+$`.
    pub log_group: Option<Value<String>>,
    /// `LogStream`.
    ///
    /// Length: 1 to 512. Pattern: `^[^:*]*$`.
    pub log_stream: Option<Value<String>>,
}

impl CloudWatchLogging {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for CloudWatchLogging {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("LogGroup", self.log_group.as_ref());
        object.optional("LogStream", self.log_stream.as_ref());
        object.finish()
    }
}

/// `CodeArtifact` of `AWS::Lambda::MicrovmImage`.
#[derive(Debug, Clone, PartialEq)]
pub struct CodeArtifact {
    /// `Uri`.
    ///
    /// Length: 1 to 2048. Pattern: `^[^\s]+$`.
    pub uri: Value<String>,
}

impl CodeArtifact {
    /// With the required properties only.
    pub fn new(uri: impl Into<Value<String>>) -> Self {
        Self { uri: uri.into() }
    }
}

impl ToJson for CodeArtifact {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Uri", &self.uri);
        object.finish()
    }
}

/// `CpuConfiguration` of `AWS::Lambda::MicrovmImage`.
#[derive(Debug, Clone, PartialEq)]
pub struct CpuConfiguration {
    /// `Architecture`.
    pub architecture: Value<Architecture>,
}

impl CpuConfiguration {
    /// With the required properties only.
    pub fn new(architecture: impl Into<Value<Architecture>>) -> Self {
        Self {
            architecture: architecture.into(),
        }
    }
}

impl ToJson for CpuConfiguration {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Architecture", &self.architecture);
        object.finish()
    }
}

/// `EnvironmentVariable` of `AWS::Lambda::MicrovmImage`.
#[derive(Debug, Clone, PartialEq)]
pub struct EnvironmentVariable {
    /// `Key`.
    ///
    /// Length: 1 to 256. Pattern: `^[^\s]+$`.
    pub key: Value<String>,
    /// `Value`.
    ///
    /// Length: at most 4096.
    pub value: Value<String>,
}

impl EnvironmentVariable {
    /// With the required properties only.
    pub fn new(key: impl Into<Value<String>>, value: impl Into<Value<String>>) -> Self {
        Self {
            key: key.into(),
            value: value.into(),
        }
    }
}

impl ToJson for EnvironmentVariable {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Key", &self.key);
        object.required("Value", &self.value);
        object.finish()
    }
}

/// `Hooks` of `AWS::Lambda::MicrovmImage`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Hooks {
    /// `MicrovmHooks`.
    pub microvm_hooks: Option<Value<MicrovmHooks>>,
    /// `MicrovmImageHooks`.
    pub microvm_image_hooks: Option<Value<MicrovmImageHooks>>,
    /// `Port`.
    ///
    /// Range: 1 to 65535.
    pub port: Option<Value<i64>>,
}

impl Hooks {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for Hooks {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("MicrovmHooks", self.microvm_hooks.as_ref());
        object.optional("MicrovmImageHooks", self.microvm_image_hooks.as_ref());
        object.optional("Port", self.port.as_ref());
        object.finish()
    }
}

/// `Logging` of `AWS::Lambda::MicrovmImage`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Logging {
    /// `CloudWatch`.
    pub cloud_watch: Option<Value<CloudWatchLogging>>,
    /// `Disabled`.
    pub disabled: Option<Value<bool>>,
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
        object.optional("CloudWatch", self.cloud_watch.as_ref());
        object.optional("Disabled", self.disabled.as_ref());
        object.finish()
    }
}

/// `MicrovmHooks` of `AWS::Lambda::MicrovmImage`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct MicrovmHooks {
    /// `Resume`.
    pub resume: Option<Value<HookState>>,
    /// `ResumeTimeoutInSeconds`.
    ///
    /// Range: 1 to 60.
    pub resume_timeout_in_seconds: Option<Value<i64>>,
    /// `Run`.
    pub run: Option<Value<HookState>>,
    /// `RunTimeoutInSeconds`.
    ///
    /// Range: 1 to 60.
    pub run_timeout_in_seconds: Option<Value<i64>>,
    /// `Suspend`.
    pub suspend: Option<Value<HookState>>,
    /// `SuspendTimeoutInSeconds`.
    ///
    /// Range: 1 to 60.
    pub suspend_timeout_in_seconds: Option<Value<i64>>,
    /// `Terminate`.
    pub terminate: Option<Value<HookState>>,
    /// `TerminateTimeoutInSeconds`.
    ///
    /// Range: 1 to 60.
    pub terminate_timeout_in_seconds: Option<Value<i64>>,
}

impl MicrovmHooks {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for MicrovmHooks {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("Resume", self.resume.as_ref());
        object.optional("ResumeTimeoutInSeconds", self.resume_timeout_in_seconds.as_ref());
        object.optional("Run", self.run.as_ref());
        object.optional("RunTimeoutInSeconds", self.run_timeout_in_seconds.as_ref());
        object.optional("Suspend", self.suspend.as_ref());
        object.optional(
            "SuspendTimeoutInSeconds",
            self.suspend_timeout_in_seconds.as_ref(),
        );
        object.optional("Terminate", self.terminate.as_ref());
        object.optional(
            "TerminateTimeoutInSeconds",
            self.terminate_timeout_in_seconds.as_ref(),
        );
        object.finish()
    }
}

/// `MicrovmImageHooks` of `AWS::Lambda::MicrovmImage`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct MicrovmImageHooks {
    /// `Ready`.
    pub ready: Option<Value<HookState>>,
    /// `ReadyTimeoutInSeconds`.
    ///
    /// Range: 1 to 3600.
    pub ready_timeout_in_seconds: Option<Value<i64>>,
    /// `Validate`.
    pub validate: Option<Value<HookState>>,
    /// `ValidateTimeoutInSeconds`.
    ///
    /// Range: 1 to 3600.
    pub validate_timeout_in_seconds: Option<Value<i64>>,
}

impl MicrovmImageHooks {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for MicrovmImageHooks {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("Ready", self.ready.as_ref());
        object.optional("ReadyTimeoutInSeconds", self.ready_timeout_in_seconds.as_ref());
        object.optional("Validate", self.validate.as_ref());
        object.optional(
            "ValidateTimeoutInSeconds",
            self.validate_timeout_in_seconds.as_ref(),
        );
        object.finish()
    }
}

/// `Resources` of `AWS::Lambda::MicrovmImage`.
#[derive(Debug, Clone, PartialEq)]
pub struct Resources {
    /// `MinimumMemoryInMiB`.
    pub minimum_memory_in_mi_b: Value<i64>,
}

impl Resources {
    /// With the required properties only.
    pub fn new(minimum_memory_in_mi_b: impl Into<Value<i64>>) -> Self {
        Self {
            minimum_memory_in_mi_b: minimum_memory_in_mi_b.into(),
        }
    }
}

impl ToJson for Resources {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("MinimumMemoryInMiB", &self.minimum_memory_in_mi_b);
        object.finish()
    }
}

text_enum! {
    /// The values of `MicrovmImage.AdditionalOsCapability`.
    AdditionalOsCapability {
        All = "ALL",
    }
}

text_enum! {
    /// The values of `CpuConfiguration.Architecture`.
    Architecture {
        Arm64 = "ARM_64",
    }
}

text_enum! {
    /// The values of `MicrovmHooks.HookState`, `MicrovmImageHooks.HookState`.
    HookState {
        Disabled = "DISABLED",
        Enabled = "ENABLED",
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::Lambda::MicrovmImage",
    properties: &MICROVM_IMAGE,
    create_only: &["Name"],
    conditional_create_only: &[],
    read_only: &[
        "CreatedAt",
        "ImageArn",
        "LatestActiveImageVersion",
        "LatestFailedImageVersion",
        "State",
        "UpdatedAt",
    ],
    write_only: &[
        "AdditionalOsCapabilities",
        "BaseImageArn",
        "BaseImageVersion",
        "BuildRoleArn",
        "CodeArtifact",
        "CpuConfigurations",
        "Description",
        "EgressNetworkConnectors",
        "EnvironmentVariables",
        "Hooks",
        "Logging",
        "Resources",
    ],
    primary_identifier: &["ImageArn"],
    reference: Reference::Arn,
    attributes: &[
        Attribute::scalar("CreatedAt"),
        Attribute::scalar("ImageArn"),
        Attribute::scalar("LatestActiveImageVersion"),
        Attribute::scalar("LatestFailedImageVersion"),
        Attribute::scalar("State"),
        Attribute::scalar("UpdatedAt"),
    ],
    stateful: false,
};

static CLOUD_WATCH_LOGGING: Object = Object {
    properties: &[
        Property::optional(
            "LogGroup",
            Shape::TEXT
                .pattern(r"^[a-zA-Z0-9_\-/.#]+$")
                .min_length(1)
                .max_length(512),
        ),
        Property::optional(
            "LogStream",
            Shape::TEXT.pattern("^[^:*]*$").min_length(1).max_length(512),
        ),
    ],
    constraints: &[],
};

static CODE_ARTIFACT: Object = Object {
    properties: &[Property::required(
        "Uri",
        Shape::TEXT.pattern(r"^[^\s]+$").min_length(1).max_length(2048),
    )],
    constraints: &[],
};

static CPU_CONFIGURATION: Object = Object {
    properties: &[Property::required(
        "Architecture",
        Shape::one_of(Architecture::VALUES),
    )],
    constraints: &[],
};

static ENVIRONMENT_VARIABLE: Object = Object {
    properties: &[
        Property::required(
            "Key",
            Shape::TEXT.pattern(r"^[^\s]+$").min_length(1).max_length(256),
        ),
        Property::required("Value", Shape::TEXT.max_length(4096)),
    ],
    constraints: &[],
};

static HOOKS: Object = Object {
    properties: &[
        Property::optional("MicrovmHooks", Shape::Object(&MICROVM_HOOKS)),
        Property::optional("MicrovmImageHooks", Shape::Object(&MICROVM_IMAGE_HOOKS)),
        Property::optional("Port", Shape::INTEGER.min(1.0).max(65535.0)),
    ],
    constraints: &[],
};

static LOGGING: Object = Object {
    properties: &[
        Property::optional("CloudWatch", Shape::Object(&CLOUD_WATCH_LOGGING)),
        Property::optional("Disabled", Shape::Boolean),
    ],
    constraints: &[],
};

static MICROVM_HOOKS: Object = Object {
    properties: &[
        Property::optional("Resume", Shape::one_of(HookState::VALUES)),
        Property::optional("ResumeTimeoutInSeconds", Shape::INTEGER.min(1.0).max(60.0)),
        Property::optional("Run", Shape::one_of(HookState::VALUES)),
        Property::optional("RunTimeoutInSeconds", Shape::INTEGER.min(1.0).max(60.0)),
        Property::optional("Suspend", Shape::one_of(HookState::VALUES)),
        Property::optional("SuspendTimeoutInSeconds", Shape::INTEGER.min(1.0).max(60.0)),
        Property::optional("Terminate", Shape::one_of(HookState::VALUES)),
        Property::optional("TerminateTimeoutInSeconds", Shape::INTEGER.min(1.0).max(60.0)),
    ],
    constraints: &[],
};

static MICROVM_IMAGE: Object = Object {
    properties: &[
        Property::required(
            "AdditionalOsCapabilities",
            Shape::list(&Shape::one_of(AdditionalOsCapability::VALUES)).unique(),
        ),
        Property::required(
            "BaseImageArn",
            Shape::TEXT.pattern(r"^[^\s]+$").min_length(1).max_length(2048),
        ),
        Property::required(
            "BaseImageVersion",
            Shape::TEXT.pattern(r"^[^\s]+$").min_length(1).max_length(2048),
        ),
        Property::required("BuildRoleArn", Shape::TEXT.pattern(PATTERN_1)),
        Property::required("CodeArtifact", Shape::Object(&CODE_ARTIFACT)),
        Property::required(
            "CpuConfigurations",
            Shape::list(&Shape::Object(&CPU_CONFIGURATION)).unique(),
        ),
        Property::optional("CreatedAt", Shape::Json),
        Property::required("Description", Shape::TEXT),
        Property::required(
            "EgressNetworkConnectors",
            Shape::list(&Shape::TEXT).max_length(10).unique(),
        ),
        Property::required(
            "EnvironmentVariables",
            Shape::list(&Shape::Object(&ENVIRONMENT_VARIABLE))
                .max_length(50)
                .unique(),
        ),
        Property::required("Hooks", Shape::Object(&HOOKS)),
        Property::optional("ImageArn", Shape::Json),
        Property::optional("LatestActiveImageVersion", Shape::Json),
        Property::optional("LatestFailedImageVersion", Shape::Json),
        Property::required("Logging", Shape::Object(&LOGGING)),
        Property::required(
            "Name",
            Shape::TEXT
                .pattern("^[a-zA-Z0-9-_]+$")
                .min_length(1)
                .max_length(64),
        ),
        Property::required(
            "Resources",
            Shape::list(&Shape::Object(&RESOURCES)).max_length(1).unique(),
        ),
        Property::optional("State", Shape::Json),
        Property::optional("Tags", Shape::list(&Shape::Object(&TAG)).unique()),
        Property::optional("UpdatedAt", Shape::Json),
    ],
    constraints: &[],
};

static MICROVM_IMAGE_HOOKS: Object = Object {
    properties: &[
        Property::optional("Ready", Shape::one_of(HookState::VALUES)),
        Property::optional("ReadyTimeoutInSeconds", Shape::INTEGER.min(1.0).max(3600.0)),
        Property::optional("Validate", Shape::one_of(HookState::VALUES)),
        Property::optional("ValidateTimeoutInSeconds", Shape::INTEGER.min(1.0).max(3600.0)),
    ],
    constraints: &[],
};

static RESOURCES: Object = Object {
    properties: &[Property::required("MinimumMemoryInMiB", Shape::INTEGER)],
    constraints: &[],
};

static TAG: Object = Object {
    properties: &[
        Property::required("Key", Shape::TEXT.min_length(1).max_length(128)),
        Property::optional("Value", Shape::TEXT.max_length(256)),
    ],
    constraints: &[],
};

const PATTERN_1: &str = r"^arn:aws[a-zA-Z-]*:iam::\d{12}:role/?[a-zA-Z_0-9+=,.@\-_/]+$";
