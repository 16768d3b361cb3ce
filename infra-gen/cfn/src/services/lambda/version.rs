//! `AWS::Lambda::Version`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    reference::Arn,
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    value::{Json, ObjectWriter, ToJson, Value},
};

/// The `AWS::Lambda::Version` resource creates a
/// [version](https://docs.aws.amazon.com/lambda/latest/dg/versioning-aliases.html) from the current code and
/// configuration of a function. Use versions to create a snapshot of your function code and configuration
/// that doesn't change.
///
/// `AWS::Lambda::Version`.
#[derive(Debug, Clone, PartialEq)]
pub struct Version {
    /// Only publish a version if the hash value matches the value that's specified. Use this option to avoid
    /// publishing a version if the function code has changed since you last updated it. Updates are not
    /// supported for this property.
    ///
    /// Update requires: replacement.
    pub code_sha256: Option<Value<String>>,
    /// A description for the version to override the description in the function configuration. Updates are
    /// not supported for this property.
    ///
    /// Update requires: replacement. Length: at most 256.
    pub description: Option<Value<String>>,
    /// The name or ARN of the Lambda function.
    ///
    /// Update requires: replacement. Length: 1 to 140.
    pub function_name: Value<String>,
    /// Configuration that defines the scaling behavior for a Lambda Managed Instances function, including the
    /// minimum and maximum number of execution environments that can be provisioned.
    pub function_scaling_config: Option<Value<FunctionScalingConfig>>,
    /// Specifies a provisioned concurrency configuration for a function's version. Updates are not supported
    /// for this property.
    ///
    /// Update requires: replacement.
    pub provisioned_concurrency_config: Option<Value<ProvisionedConcurrencyConfiguration>>,
    /// Runtime Management Config of a function.
    ///
    /// Update requires: replacement.
    pub runtime_policy: Option<Value<RuntimePolicy>>,
}

impl Version {
    /// With the required properties only.
    pub fn new(function_name: impl Into<Value<String>>) -> Self {
        Self {
            code_sha256: None,
            description: None,
            function_name: function_name.into(),
            function_scaling_config: None,
            provisioned_concurrency_config: None,
            runtime_policy: None,
        }
    }
}

impl ToJson for Version {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("CodeSha256", self.code_sha256.as_ref());
        object.optional("Description", self.description.as_ref());
        object.required("FunctionName", &self.function_name);
        object.optional("FunctionScalingConfig", self.function_scaling_config.as_ref());
        object.optional(
            "ProvisionedConcurrencyConfig",
            self.provisioned_concurrency_config.as_ref(),
        );
        object.optional("RuntimePolicy", self.runtime_policy.as_ref());
        object.finish()
    }
}

impl resource::Resource for Version {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::lambda::Version;
    type Reference = Arn<kind::lambda::Version>;
}

impl Handle<Version> {
    /// The ARN of the function.
    ///
    /// `Fn::GetAtt` of `FunctionArn`.
    pub fn function_arn(&self) -> Value<Arn<kind::lambda::Version>> {
        self.attribute("FunctionArn")
    }

    /// The version number.
    ///
    /// `Fn::GetAtt` of `Version`.
    pub fn version(&self) -> Value<String> {
        self.attribute("Version")
    }
}

/// Configuration that defines the scaling behavior for a Lambda Managed Instances function, including the
/// minimum and maximum number of execution environments that can be provisioned.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct FunctionScalingConfig {
    /// The maximum number of execution environments that can be provisioned for the function.
    ///
    /// Range: 0 to 15000.
    pub max_execution_environments: Option<Value<i64>>,
    /// The minimum number of execution environments to maintain for the function.
    ///
    /// Range: 0 to 15000.
    pub min_execution_environments: Option<Value<i64>>,
}

impl FunctionScalingConfig {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for FunctionScalingConfig {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional(
            "MaxExecutionEnvironments",
            self.max_execution_environments.as_ref(),
        );
        object.optional(
            "MinExecutionEnvironments",
            self.min_execution_environments.as_ref(),
        );
        object.finish()
    }
}

/// A [provisioned concurrency](https://docs.aws.amazon.com/lambda/latest/dg/configuration-concurrency.html)
/// configuration for a function's version.
#[derive(Debug, Clone, PartialEq)]
pub struct ProvisionedConcurrencyConfiguration {
    /// The amount of provisioned concurrency to allocate for the version.
    pub provisioned_concurrent_executions: Value<i64>,
}

impl ProvisionedConcurrencyConfiguration {
    /// With the required properties only.
    pub fn new(provisioned_concurrent_executions: impl Into<Value<i64>>) -> Self {
        Self {
            provisioned_concurrent_executions: provisioned_concurrent_executions.into(),
        }
    }
}

impl ToJson for ProvisionedConcurrencyConfiguration {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required(
            "ProvisionedConcurrentExecutions",
            &self.provisioned_concurrent_executions,
        );
        object.finish()
    }
}

/// Sets the runtime management configuration for a function's version. For more information, see [Runtime
/// updates](https://docs.aws.amazon.com/lambda/latest/dg/runtimes-update.html).
#[derive(Debug, Clone, PartialEq)]
pub struct RuntimePolicy {
    /// The ARN of the runtime version you want the function to use.
    ///
    /// Length: 26 to 2048.
    pub runtime_version_arn: Option<Value<String>>,
    /// Specify the runtime update mode.
    pub update_runtime_on: Value<String>,
}

impl RuntimePolicy {
    /// With the required properties only.
    pub fn new(update_runtime_on: impl Into<Value<String>>) -> Self {
        Self {
            runtime_version_arn: None,
            update_runtime_on: update_runtime_on.into(),
        }
    }
}

impl ToJson for RuntimePolicy {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("RuntimeVersionArn", self.runtime_version_arn.as_ref());
        object.required("UpdateRuntimeOn", &self.update_runtime_on);
        object.finish()
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::Lambda::Version",
    properties: &VERSION,
    create_only: &[
        "CodeSha256",
        "Description",
        "FunctionName",
        "ProvisionedConcurrencyConfig",
        "RuntimePolicy",
    ],
    conditional_create_only: &[],
    read_only: &["FunctionArn", "Version"],
    write_only: &[],
    primary_identifier: &["FunctionArn"],
    reference: Reference::Arn,
    attributes: &[Attribute::scalar("FunctionArn"), Attribute::scalar("Version")],
    stateful: false,
};

static FUNCTION_SCALING_CONFIG: Object = Object {
    properties: &[
        Property::optional("MaxExecutionEnvironments", Shape::INTEGER.min(0.0).max(15000.0)),
        Property::optional("MinExecutionEnvironments", Shape::INTEGER.min(0.0).max(15000.0)),
    ],
    constraints: &[],
};

static PROVISIONED_CONCURRENCY_CONFIGURATION: Object = Object {
    properties: &[Property::required(
        "ProvisionedConcurrentExecutions",
        Shape::INTEGER,
    )],
    constraints: &[],
};

static RUNTIME_POLICY: Object = Object {
    properties: &[
        Property::optional(
            "RuntimeVersionArn",
            Shape::TEXT.pattern(PATTERN_1).min_length(26).max_length(2048),
        ),
        Property::required("UpdateRuntimeOn", Shape::TEXT),
    ],
    constraints: &[],
};

static VERSION: Object = Object {
    properties: &[
        Property::optional("CodeSha256", Shape::TEXT),
        Property::optional("Description", Shape::TEXT.max_length(256)),
        Property::optional("FunctionArn", Shape::Json),
        Property::required(
            "FunctionName",
            Shape::TEXT.pattern(PATTERN_2).min_length(1).max_length(140),
        ),
        Property::optional("FunctionScalingConfig", Shape::Object(&FUNCTION_SCALING_CONFIG)),
        Property::optional(
            "ProvisionedConcurrencyConfig",
            Shape::Object(&PROVISIONED_CONCURRENCY_CONFIGURATION),
        ),
        Property::optional("RuntimePolicy", Shape::Object(&RUNTIME_POLICY)),
        Property::optional("Version", Shape::Json),
    ],
    constraints: &[],
};

const PATTERN_1: &str =
    r"^arn:(aws[a-zA-Z-]*):lambda:(eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\d{1}::runtime:.+$";
const PATTERN_2: &str = r"^(arn:(aws[a-zA-Z-]*)?:lambda:)?((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\d{1}:)?(\d{12}:)?(function:)?([a-zA-Z0-9-_]+)(:(\$LATEST|[a-zA-Z0-9-_]+))?$";
