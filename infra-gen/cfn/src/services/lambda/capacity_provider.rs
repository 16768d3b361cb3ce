//! `AWS::Lambda::CapacityProvider`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    reference::{Arn, Id},
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    tag::Tag,
    text_enum::text_enum,
    value::{Json, List, ObjectWriter, ToJson, Value},
};

/// Creates a capacity provider that manages compute resources for Lambda functions
///
/// `AWS::Lambda::CapacityProvider`.
#[derive(Debug, Clone, PartialEq)]
pub struct CapacityProvider {
    /// `CapacityProviderName`.
    ///
    /// Update requires: replacement. Length: 1 to 140.
    pub capacity_provider_name: Option<Value<String>>,
    /// The scaling configuration for the capacity provider.
    pub capacity_provider_scaling_config: Option<Value<CapacityProviderScalingConfig>>,
    /// The instance requirements for compute resources managed by the capacity provider.
    ///
    /// Update requires: replacement.
    pub instance_requirements: Option<Value<InstanceRequirements>>,
    /// The ARN of the KMS key used to encrypt the capacity provider's resources.
    ///
    /// Update requires: replacement. Length: at most 10000. Pattern:
    /// `^(arn:(aws[a-zA-Z-]*)?:[a-z0-9-.]+:.*)|()$`.
    pub kms_key_arn: Option<Value<Arn<kind::kms::Key>>>,
    /// The permissions configuration for the capacity provider.
    ///
    /// Update requires: replacement.
    pub permissions_config: Value<CapacityProviderPermissionsConfig>,
    /// Configuration that defines how tags are propagated to managed resources.
    pub propagate_tags: Option<Value<PropagateTagsConfig>>,
    /// A key-value pair that provides metadata for the capacity provider.
    pub tags: Option<Value<List<Tag>>>,
    /// Configuration that specifies the telemetry collection for the capacity provider.
    pub telemetry_config: Option<Value<CapacityProviderTelemetryConfig>>,
    /// The VPC configuration for the capacity provider.
    ///
    /// Update requires: replacement.
    pub vpc_config: Value<CapacityProviderVpcConfig>,
}

impl CapacityProvider {
    /// With the required properties only.
    pub fn new(
        permissions_config: impl Into<Value<CapacityProviderPermissionsConfig>>,
        vpc_config: impl Into<Value<CapacityProviderVpcConfig>>,
    ) -> Self {
        Self {
            capacity_provider_name: None,
            capacity_provider_scaling_config: None,
            instance_requirements: None,
            kms_key_arn: None,
            permissions_config: permissions_config.into(),
            propagate_tags: None,
            tags: None,
            telemetry_config: None,
            vpc_config: vpc_config.into(),
        }
    }
}

impl ToJson for CapacityProvider {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("CapacityProviderName", self.capacity_provider_name.as_ref());
        object.optional(
            "CapacityProviderScalingConfig",
            self.capacity_provider_scaling_config.as_ref(),
        );
        object.optional("InstanceRequirements", self.instance_requirements.as_ref());
        object.optional("KmsKeyArn", self.kms_key_arn.as_ref());
        object.required("PermissionsConfig", &self.permissions_config);
        object.optional("PropagateTags", self.propagate_tags.as_ref());
        object.optional("Tags", self.tags.as_ref());
        object.optional("TelemetryConfig", self.telemetry_config.as_ref());
        object.required("VpcConfig", &self.vpc_config);
        object.finish()
    }
}

impl resource::Resource for CapacityProvider {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::lambda::CapacityProvider;
    type Reference = Id<kind::lambda::CapacityProvider>;
}

impl Handle<CapacityProvider> {
    /// `Fn::GetAtt` of `Arn`.
    pub fn arn(&self) -> Value<Arn<kind::lambda::CapacityProvider>> {
        self.attribute("Arn")
    }

    /// The current state of the capacity provider.
    ///
    /// `Fn::GetAtt` of `State`.
    pub fn state(&self) -> Value<String> {
        self.attribute("State")
    }
}

/// The capacity provider's Amazon CloudWatch Logs configuration settings.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct CapacityProviderLoggingConfig {
    /// The name of the Amazon CloudWatch log group the capacity provider sends logs to. By default, Lambda
    /// capacity providers send logs to a default log group named `/aws/lambda/capacity-provider/<capacity
    /// provider name>`. To use a different log group, enter an existing log group or enter a new log group
    /// name.
    ///
    /// Length: 1 to 512. Pattern: `[\.\-_/#A-Za-z0-9]+`.
    pub log_group: Option<Value<String>>,
    /// Set this property to filter the system logs for your capacity provider that Lambda sends to
    /// CloudWatch. Lambda only sends system logs at the selected level of detail and lower, where `DEBUG` is
    /// the highest level and `WARN` is the lowest.
    pub system_log_level: Option<Value<SystemLogLevel>>,
}

impl CapacityProviderLoggingConfig {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for CapacityProviderLoggingConfig {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("LogGroup", self.log_group.as_ref());
        object.optional("SystemLogLevel", self.system_log_level.as_ref());
        object.finish()
    }
}

/// Configuration that specifies the permissions required for the capacity provider to manage compute
/// resources.
#[derive(Debug, Clone, PartialEq)]
pub struct CapacityProviderPermissionsConfig {
    /// The ARN of the IAM role that the capacity provider uses to manage compute instances and other AWS
    /// resources.
    ///
    /// Length: at most 10000. Pattern: `^arn:(aws[a-zA-Z-]*)?:iam::\d{12}:role/?[a-zA-Z_0-9+=,.@\-_/]+$`.
    pub capacity_provider_operator_role_arn: Value<Arn<kind::iam::Role>>,
}

impl CapacityProviderPermissionsConfig {
    /// With the required properties only.
    pub fn new(capacity_provider_operator_role_arn: impl Into<Value<Arn<kind::iam::Role>>>) -> Self {
        Self {
            capacity_provider_operator_role_arn: capacity_provider_operator_role_arn.into(),
        }
    }
}

impl ToJson for CapacityProviderPermissionsConfig {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required(
            "CapacityProviderOperatorRoleArn",
            &self.capacity_provider_operator_role_arn,
        );
        object.finish()
    }
}

/// Configuration that defines how the capacity provider scales compute instances based on demand and
/// policies.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct CapacityProviderScalingConfig {
    /// The maximum number of vCPUs that the capacity provider can provision across all compute instances.
    ///
    /// Range: 2 to 15000.
    pub max_v_cpu_count: Option<Value<i64>>,
    /// The scaling mode that determines how the capacity provider responds to changes in demand.
    pub scaling_mode: Option<Value<CapacityProviderScalingMode>>,
    /// A list of target tracking scaling policies for the capacity provider.
    ///
    /// Items: 1 to 10.
    pub scaling_policies: Option<Value<List<TargetTrackingScalingPolicy>>>,
}

impl CapacityProviderScalingConfig {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for CapacityProviderScalingConfig {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("MaxVCpuCount", self.max_v_cpu_count.as_ref());
        object.optional("ScalingMode", self.scaling_mode.as_ref());
        object.optional("ScalingPolicies", self.scaling_policies.as_ref());
        object.finish()
    }
}

/// Configuration that specifies the telemetry collection for the capacity provider.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct CapacityProviderTelemetryConfig {
    /// The capacity provider's Amazon CloudWatch Logs configuration settings.
    pub logging_config: Option<Value<CapacityProviderLoggingConfig>>,
}

impl CapacityProviderTelemetryConfig {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for CapacityProviderTelemetryConfig {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("LoggingConfig", self.logging_config.as_ref());
        object.finish()
    }
}

/// VPC configuration that specifies the network settings for compute instances managed by the capacity
/// provider.
#[derive(Debug, Clone, PartialEq)]
pub struct CapacityProviderVpcConfig {
    /// A list of security group IDs that control network access for compute instances managed by the capacity
    /// provider.
    ///
    /// Items: at most 5.
    pub security_group_ids: Value<List<String>>,
    /// A list of subnet IDs where the capacity provider launches compute instances.
    ///
    /// Items: 1 to 16.
    pub subnet_ids: Value<List<String>>,
}

impl CapacityProviderVpcConfig {
    /// With the required properties only.
    pub fn new(
        security_group_ids: impl Into<Value<List<String>>>,
        subnet_ids: impl Into<Value<List<String>>>,
    ) -> Self {
        Self {
            security_group_ids: security_group_ids.into(),
            subnet_ids: subnet_ids.into(),
        }
    }
}

impl ToJson for CapacityProviderVpcConfig {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("SecurityGroupIds", &self.security_group_ids);
        object.required("SubnetIds", &self.subnet_ids);
        object.finish()
    }
}

/// Specifications that define the characteristics and constraints for compute instances used by the capacity
/// provider.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct InstanceRequirements {
    /// A list of EC2 instance types that the capacity provider is allowed to use. If not specified, all
    /// compatible instance types are allowed.
    ///
    /// Items: at most 400.
    pub allowed_instance_types: Option<Value<List<String>>>,
    /// A list of supported CPU architectures for compute instances. Valid values include `x86_64` and
    /// `arm64`.
    ///
    /// Items: 1 to 1.
    pub architectures: Option<Value<List<Architecture>>>,
    /// A list of EC2 instance types that the capacity provider should not use, even if they meet other
    /// requirements.
    ///
    /// Items: at most 400.
    pub excluded_instance_types: Option<Value<List<String>>>,
}

impl InstanceRequirements {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for InstanceRequirements {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("AllowedInstanceTypes", self.allowed_instance_types.as_ref());
        object.optional("Architectures", self.architectures.as_ref());
        object.optional("ExcludedInstanceTypes", self.excluded_instance_types.as_ref());
        object.finish()
    }
}

/// Configuration that defines how tags are propagated to managed resources.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct PropagateTagsConfig {
    /// A list of tags to explicitly propagate to managed resources. Maximum of 40 tags.
    ///
    /// Items: at most 40.
    pub explicit_tags: Option<Value<List<Tag>>>,
    /// The mode for tag propagation.
    pub mode: Option<Value<PropagateTagsMode>>,
}

impl PropagateTagsConfig {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for PropagateTagsConfig {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("ExplicitTags", self.explicit_tags.as_ref());
        object.optional("Mode", self.mode.as_ref());
        object.finish()
    }
}

/// A scaling policy for the capacity provider that automatically adjusts capacity to maintain a target value
/// for a specific metric.
#[derive(Debug, Clone, PartialEq)]
pub struct TargetTrackingScalingPolicy {
    /// The predefined metric type to track for scaling decisions.
    pub predefined_metric_type: Value<CapacityProviderPredefinedMetricType>,
    /// The target value for the metric that the scaling policy attempts to maintain through scaling actions.
    ///
    /// Range: 0 to 100.
    pub target_value: Value<f64>,
}

impl TargetTrackingScalingPolicy {
    /// With the required properties only.
    pub fn new(
        predefined_metric_type: impl Into<Value<CapacityProviderPredefinedMetricType>>,
        target_value: impl Into<Value<f64>>,
    ) -> Self {
        Self {
            predefined_metric_type: predefined_metric_type.into(),
            target_value: target_value.into(),
        }
    }
}

impl ToJson for TargetTrackingScalingPolicy {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("PredefinedMetricType", &self.predefined_metric_type);
        object.required("TargetValue", &self.target_value);
        object.finish()
    }
}

text_enum! {
    /// The values of `InstanceRequirements.Architecture`.
    Architecture {
        X86_64 = "x86_64",
        Arm64 = "arm64",
    }
}

text_enum! {
    /// The values of `TargetTrackingScalingPolicy.CapacityProviderPredefinedMetricType`.
    CapacityProviderPredefinedMetricType {
        LambdaCapacityProviderAverageCPUUtilization = "LambdaCapacityProviderAverageCPUUtilization",
        LambdaCapacityProviderAverageGPUUtilization = "LambdaCapacityProviderAverageGPUUtilization",
    }
}

text_enum! {
    /// The values of `CapacityProviderScalingConfig.CapacityProviderScalingMode`.
    CapacityProviderScalingMode {
        Auto = "Auto",
        Manual = "Manual",
    }
}

text_enum! {
    /// The values of `PropagateTagsConfig.PropagateTagsMode`.
    PropagateTagsMode {
        None = "None",
        Explicit = "Explicit",
    }
}

text_enum! {
    /// The values of `CapacityProviderLoggingConfig.SystemLogLevel`.
    SystemLogLevel {
        Debug = "DEBUG",
        Info = "INFO",
        Warn = "WARN",
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::Lambda::CapacityProvider",
    properties: &CAPACITY_PROVIDER,
    create_only: &[
        "CapacityProviderName",
        "InstanceRequirements",
        "KmsKeyArn",
        "PermissionsConfig",
        "VpcConfig",
    ],
    conditional_create_only: &[],
    read_only: &["Arn", "State"],
    write_only: &[],
    primary_identifier: &["CapacityProviderName"],
    reference: Reference::Id,
    attributes: &[Attribute::scalar("Arn"), Attribute::scalar("State")],
    stateful: false,
};

static CAPACITY_PROVIDER: Object = Object {
    properties: &[
        Property::optional("Arn", Shape::Json),
        Property::optional(
            "CapacityProviderName",
            Shape::TEXT.pattern(PATTERN_1).min_length(1).max_length(140),
        ),
        Property::optional(
            "CapacityProviderScalingConfig",
            Shape::Object(&CAPACITY_PROVIDER_SCALING_CONFIG),
        ),
        Property::optional("InstanceRequirements", Shape::Object(&INSTANCE_REQUIREMENTS)),
        Property::optional(
            "KmsKeyArn",
            Shape::TEXT
                .pattern("^(arn:(aws[a-zA-Z-]*)?:[a-z0-9-.]+:.*)|()$")
                .max_length(10000),
        ),
        Property::required(
            "PermissionsConfig",
            Shape::Object(&CAPACITY_PROVIDER_PERMISSIONS_CONFIG),
        ),
        Property::optional("PropagateTags", Shape::Object(&PROPAGATE_TAGS_CONFIG)),
        Property::optional("State", Shape::Json),
        Property::optional("Tags", Shape::list(&Shape::Object(&TAG)).unique()),
        Property::optional(
            "TelemetryConfig",
            Shape::Object(&CAPACITY_PROVIDER_TELEMETRY_CONFIG),
        ),
        Property::required("VpcConfig", Shape::Object(&CAPACITY_PROVIDER_VPC_CONFIG)),
    ],
    constraints: &[],
};

static CAPACITY_PROVIDER_LOGGING_CONFIG: Object = Object {
    properties: &[
        Property::optional(
            "LogGroup",
            Shape::TEXT
                .pattern(r"[\.\-_/#A-Za-z0-9]+")
                .min_length(1)
                .max_length(512),
        ),
        Property::optional("SystemLogLevel", Shape::one_of(SystemLogLevel::VALUES)),
    ],
    constraints: &[],
};

static CAPACITY_PROVIDER_PERMISSIONS_CONFIG: Object = Object {
    properties: &[Property::required(
        "CapacityProviderOperatorRoleArn",
        Shape::TEXT.pattern(PATTERN_2).max_length(10000),
    )],
    constraints: &[],
};

static CAPACITY_PROVIDER_SCALING_CONFIG: Object = Object {
    properties: &[
        Property::optional("MaxVCpuCount", Shape::INTEGER.min(2.0).max(15000.0)),
        Property::optional("ScalingMode", Shape::one_of(CapacityProviderScalingMode::VALUES)),
        Property::optional(
            "ScalingPolicies",
            Shape::list(&Shape::Object(&TARGET_TRACKING_SCALING_POLICY))
                .min_length(1)
                .max_length(10),
        ),
    ],
    constraints: &[],
};

static CAPACITY_PROVIDER_TELEMETRY_CONFIG: Object = Object {
    properties: &[Property::optional(
        "LoggingConfig",
        Shape::Object(&CAPACITY_PROVIDER_LOGGING_CONFIG),
    )],
    constraints: &[],
};

static CAPACITY_PROVIDER_VPC_CONFIG: Object = Object {
    properties: &[
        Property::required(
            "SecurityGroupIds",
            Shape::list(&Shape::TEXT.pattern("^sg-[0-9a-zA-Z]*$").max_length(1024)).max_length(5),
        ),
        Property::required(
            "SubnetIds",
            Shape::list(&Shape::TEXT.pattern("^subnet-[0-9a-z]*$").max_length(1024))
                .min_length(1)
                .max_length(16),
        ),
    ],
    constraints: &[],
};

static INSTANCE_REQUIREMENTS: Object = Object {
    properties: &[
        Property::optional(
            "AllowedInstanceTypes",
            Shape::list(
                &Shape::TEXT
                    .pattern(r"^[a-zA-Z0-9\.\*\-]+$")
                    .min_length(1)
                    .max_length(30),
            )
            .max_length(400),
        ),
        Property::optional(
            "Architectures",
            Shape::list(&Shape::one_of(Architecture::VALUES))
                .min_length(1)
                .max_length(1),
        ),
        Property::optional(
            "ExcludedInstanceTypes",
            Shape::list(
                &Shape::TEXT
                    .pattern(r"^[a-zA-Z0-9\.\*\-]+$")
                    .min_length(1)
                    .max_length(30),
            )
            .max_length(400),
        ),
    ],
    constraints: &[],
};

static PROPAGATE_TAGS_CONFIG: Object = Object {
    properties: &[
        Property::optional(
            "ExplicitTags",
            Shape::list(&Shape::Object(&TAG)).max_length(40).unique(),
        ),
        Property::optional("Mode", Shape::one_of(PropagateTagsMode::VALUES)),
    ],
    constraints: &[],
};

static TAG: Object = Object {
    properties: &[
        Property::required("Key", Shape::TEXT.min_length(1).max_length(128)),
        Property::optional("Value", Shape::TEXT.max_length(256)),
    ],
    constraints: &[],
};

static TARGET_TRACKING_SCALING_POLICY: Object = Object {
    properties: &[
        Property::required(
            "PredefinedMetricType",
            Shape::one_of(CapacityProviderPredefinedMetricType::VALUES),
        ),
        Property::required("TargetValue", Shape::NUMBER.min(0.0).max(100.0)),
    ],
    constraints: &[],
};

const PATTERN_1: &str = r"^(arn:aws[a-zA-Z-]*:lambda:(eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\d{1}:\d{12}:capacity-provider:[a-zA-Z0-9-_]+)|[a-zA-Z0-9-_]+$";
const PATTERN_2: &str = r"^arn:(aws[a-zA-Z-]*)?:iam::\d{12}:role/?[a-zA-Z_0-9+=,.@\-_/]+$";
