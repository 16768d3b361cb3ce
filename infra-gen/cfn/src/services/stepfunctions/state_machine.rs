//! `AWS::StepFunctions::StateMachine`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    names::StateMachineName,
    reference::Arn,
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    tag::Tag,
    text_enum::text_enum,
    value::{Json, List, Map, ObjectWriter, ToJson, Value},
};

/// Provisions a state machine. A state machine consists of a collection of states that can do work ( `Task`
/// states), determine to which states to transition next ( `Choice` states), stop an execution with an error
/// ( `Fail` states), and so on. State machines are specified using a JSON-based, structured language.
///
/// `AWS::StepFunctions::StateMachine`.
#[derive(Debug, Clone, PartialEq)]
pub struct StateMachine {
    /// The Amazon States Language definition of the state machine. The state machine definition must be in
    /// JSON or YAML, and the format of the object must match the format of your CloudFormation template file.
    /// See [Amazon States
    /// Language](https://docs.aws.amazon.com/step-functions/latest/dg/concepts-amazon-states-language.html).
    pub definition: Option<Value<Json>>,
    /// The name of the S3 bucket where the state machine definition is stored. The state machine definition
    /// must be a JSON or YAML file.
    pub definition_s3_location: Option<Value<S3Location>>,
    /// The Amazon States Language definition of the state machine. The state machine definition must be in
    /// JSON. See [Amazon States
    /// Language](https://docs.aws.amazon.com/step-functions/latest/dg/concepts-amazon-states-language.html).
    ///
    /// Length: 1 to 1048576.
    pub definition_string: Option<Value<String>>,
    /// A map (string to string) that specifies the mappings for placeholder variables in the state machine
    /// definition. This enables the customer to inject values obtained at runtime, for example from intrinsic
    /// functions, in the state machine definition. Variables can be template parameter names, resource
    /// logical IDs, resource attributes, or a variable in a key-value map.
    pub definition_substitutions: Option<Value<Map<String>>>,
    /// Encryption configuration for the state machine.
    pub encryption_configuration: Option<Value<EncryptionConfiguration>>,
    /// Defines what execution history events are logged and where they are logged.
    pub logging_configuration: Option<Value<LoggingConfiguration>>,
    /// The Amazon Resource Name (ARN) of the IAM role to use for this state machine.
    ///
    /// Length: 1 to 256.
    pub role_arn: Value<Arn<kind::iam::Role>>,
    /// The name of the state machine.
    ///
    /// Update requires: replacement. Length: 1 to 80.
    pub state_machine_name: Option<Value<StateMachineName>>,
    /// Determines whether a `STANDARD` or `EXPRESS` state machine is created. The default is `STANDARD`. You
    /// cannot update the `type` of a state machine once it has been created. For more information on
    /// `STANDARD` and `EXPRESS` workflows, see [Standard Versus Express
    /// Workflows](https://docs.aws.amazon.com/step-functions/latest/dg/concepts-standard-vs-express.html) in
    /// the AWS Step Functions Developer Guide.
    ///
    /// Update requires: replacement.
    pub state_machine_type: Option<Value<StateMachineType>>,
    /// The list of tags to add to a resource.
    pub tags: Option<Value<List<Tag>>>,
    /// Selects whether or not the state machine's AWS X-Ray tracing is enabled.
    pub tracing_configuration: Option<Value<TracingConfiguration>>,
}

impl StateMachine {
    /// With the required properties only.
    pub fn new(role_arn: impl Into<Value<Arn<kind::iam::Role>>>) -> Self {
        Self {
            definition: None,
            definition_s3_location: None,
            definition_string: None,
            definition_substitutions: None,
            encryption_configuration: None,
            logging_configuration: None,
            role_arn: role_arn.into(),
            state_machine_name: None,
            state_machine_type: None,
            tags: None,
            tracing_configuration: None,
        }
    }
}

impl ToJson for StateMachine {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("Definition", self.definition.as_ref());
        object.optional("DefinitionS3Location", self.definition_s3_location.as_ref());
        object.optional("DefinitionString", self.definition_string.as_ref());
        object.optional("DefinitionSubstitutions", self.definition_substitutions.as_ref());
        object.optional("EncryptionConfiguration", self.encryption_configuration.as_ref());
        object.optional("LoggingConfiguration", self.logging_configuration.as_ref());
        object.required("RoleArn", &self.role_arn);
        object.optional("StateMachineName", self.state_machine_name.as_ref());
        object.optional("StateMachineType", self.state_machine_type.as_ref());
        object.optional("Tags", self.tags.as_ref());
        object.optional("TracingConfiguration", self.tracing_configuration.as_ref());
        object.finish()
    }
}

impl resource::Resource for StateMachine {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::stepfunctions::StateMachine;
    type Reference = Arn<kind::stepfunctions::StateMachine>;
}

impl Handle<StateMachine> {
    /// Returns the ARN of the resource.
    ///
    /// `Fn::GetAtt` of `Arn`.
    pub fn arn(&self) -> Value<Arn<kind::stepfunctions::StateMachine>> {
        self.attribute("Arn")
    }

    /// Returns the name of the state machine. For example:
    ///
    /// `Fn::GetAtt` of `Name`.
    pub fn name(&self) -> Value<String> {
        self.attribute("Name")
    }

    /// Identifier for a state machine revision, which is an immutable, read-only snapshot of a state
    /// machine’s definition and configuration.
    ///
    /// `Fn::GetAtt` of `StateMachineRevisionId`.
    pub fn state_machine_revision_id(&self) -> Value<String> {
        self.attribute("StateMachineRevisionId")
    }
}

/// Defines a CloudWatch log group.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct CloudWatchLogsLogGroup {
    /// The ARN of the the CloudWatch log group to which you want your logs emitted to. The ARN must end with
    /// `:*`
    ///
    /// Length: 1 to 256.
    pub log_group_arn: Option<Value<Arn<kind::logs::LogGroup>>>,
}

impl CloudWatchLogsLogGroup {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for CloudWatchLogsLogGroup {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("LogGroupArn", self.log_group_arn.as_ref());
        object.finish()
    }
}

/// Settings to configure server-side encryption for a state machine. By default, Step Functions provides
/// transparent server-side encryption. With this configuration, you can specify a customer managed AWS key
/// for encryption.
#[derive(Debug, Clone, PartialEq)]
pub struct EncryptionConfiguration {
    /// Maximum duration that Step Functions will reuse data keys. When the period expires, Step Functions
    /// will call `GenerateDataKey`. Only applies to customer managed keys.
    ///
    /// Range: 60 to 900.
    pub kms_data_key_reuse_period_seconds: Option<Value<i64>>,
    /// An alias, alias ARN, key ID, or key ARN of a symmetric encryption AWS key to encrypt data. To specify
    /// a AWS key in a different AWS account, you must use the key ARN or alias ARN.
    ///
    /// Length: 1 to 2048.
    pub kms_key_id: Option<Value<String>>,
    /// Encryption option for a state machine.
    pub r#type: Value<EncryptionConfigurationType>,
}

impl EncryptionConfiguration {
    /// With the required properties only.
    pub fn new(r#type: impl Into<Value<EncryptionConfigurationType>>) -> Self {
        Self {
            kms_data_key_reuse_period_seconds: None,
            kms_key_id: None,
            r#type: r#type.into(),
        }
    }
}

impl ToJson for EncryptionConfiguration {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional(
            "KmsDataKeyReusePeriodSeconds",
            self.kms_data_key_reuse_period_seconds.as_ref(),
        );
        object.optional("KmsKeyId", self.kms_key_id.as_ref());
        object.required("Type", &self.r#type);
        object.finish()
    }
}

/// Defines a destination for `LoggingConfiguration`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct LogDestination {
    /// An object describing a CloudWatch log group. For more information, see
    /// [AWS::Logs::LogGroup](https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-logs-loggroup.html)
    /// in the CloudFormation User Guide.
    pub cloud_watch_logs_log_group: Option<Value<CloudWatchLogsLogGroup>>,
}

impl LogDestination {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for LogDestination {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("CloudWatchLogsLogGroup", self.cloud_watch_logs_log_group.as_ref());
        object.finish()
    }
}

/// Defines what execution history events are logged and where they are logged.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct LoggingConfiguration {
    /// An array of objects that describes where your execution history events will be logged. Limited to size 1.
    /// Required, if your log level is not set to `OFF`.
    ///
    /// Items: 1 or more.
    pub destinations: Option<Value<List<LogDestination>>>,
    /// Determines whether execution data is included in your log. When set to `false`, data is excluded.
    pub include_execution_data: Option<Value<bool>>,
    /// Defines which category of execution history events are logged.
    pub level: Option<Value<LoggingConfigurationLevel>>,
}

impl LoggingConfiguration {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for LoggingConfiguration {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("Destinations", self.destinations.as_ref());
        object.optional("IncludeExecutionData", self.include_execution_data.as_ref());
        object.optional("Level", self.level.as_ref());
        object.finish()
    }
}

/// Defines the S3 bucket location where a state machine definition is stored. The state machine definition
/// must be a JSON or YAML file.
#[derive(Debug, Clone, PartialEq)]
pub struct S3Location {
    /// The name of the S3 bucket where the state machine definition JSON or YAML file is stored.
    pub bucket: Value<String>,
    /// The name of the state machine definition file (Amazon S3 object name).
    pub key: Value<String>,
    /// For versioning-enabled buckets, a specific version of the state machine definition.
    pub version: Option<Value<String>>,
}

impl S3Location {
    /// With the required properties only.
    pub fn new(bucket: impl Into<Value<String>>, key: impl Into<Value<String>>) -> Self {
        Self {
            bucket: bucket.into(),
            key: key.into(),
            version: None,
        }
    }
}

impl ToJson for S3Location {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Bucket", &self.bucket);
        object.required("Key", &self.key);
        object.optional("Version", self.version.as_ref());
        object.finish()
    }
}

/// Selects whether or not the state machine's AWS X-Ray tracing is enabled. To configure your state machine
/// to send trace data to X-Ray, set `Enabled` to `true`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct TracingConfiguration {
    /// When set to `true`, X-Ray tracing is enabled.
    pub enabled: Option<Value<bool>>,
}

impl TracingConfiguration {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for TracingConfiguration {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("Enabled", self.enabled.as_ref());
        object.finish()
    }
}

text_enum! {
    /// The values of `EncryptionConfiguration.Type`.
    EncryptionConfigurationType {
        CustomerManagedKmsKey = "CUSTOMER_MANAGED_KMS_KEY",
        AwsOwnedKey = "AWS_OWNED_KEY",
    }
}

text_enum! {
    /// The values of `LoggingConfiguration.Level`.
    LoggingConfigurationLevel {
        All = "ALL",
        Error = "ERROR",
        Fatal = "FATAL",
        Off = "OFF",
    }
}

text_enum! {
    /// The values of `StateMachine.StateMachineType`.
    StateMachineType {
        Standard = "STANDARD",
        Express = "EXPRESS",
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::StepFunctions::StateMachine",
    properties: &STATE_MACHINE,
    create_only: &["StateMachineName", "StateMachineType"],
    conditional_create_only: &[],
    read_only: &["Arn", "Name", "StateMachineRevisionId"],
    write_only: &["Definition", "DefinitionS3Location", "DefinitionSubstitutions"],
    primary_identifier: &["Arn"],
    reference: Reference::Arn,
    attributes: &[
        Attribute::scalar("Arn"),
        Attribute::scalar("Name"),
        Attribute::scalar("StateMachineRevisionId"),
    ],
    stateful: false,
};

static CLOUD_WATCH_LOGS_LOG_GROUP: Object = Object {
    properties: &[Property::optional(
        "LogGroupArn",
        Shape::TEXT.min_length(1).max_length(256),
    )],
    constraints: &[],
};

static ENCRYPTION_CONFIGURATION: Object = Object {
    properties: &[
        Property::optional(
            "KmsDataKeyReusePeriodSeconds",
            Shape::INTEGER.min(60.0).max(900.0),
        ),
        Property::optional("KmsKeyId", Shape::TEXT.min_length(1).max_length(2048)),
        Property::required("Type", Shape::one_of(EncryptionConfigurationType::VALUES)),
    ],
    constraints: &[],
};

static LOG_DESTINATION: Object = Object {
    properties: &[Property::optional(
        "CloudWatchLogsLogGroup",
        Shape::Object(&CLOUD_WATCH_LOGS_LOG_GROUP),
    )],
    constraints: &[],
};

static LOGGING_CONFIGURATION: Object = Object {
    properties: &[
        Property::optional(
            "Destinations",
            Shape::list(&Shape::Object(&LOG_DESTINATION)).min_length(1),
        ),
        Property::optional("IncludeExecutionData", Shape::Boolean),
        Property::optional("Level", Shape::one_of(LoggingConfigurationLevel::VALUES)),
    ],
    constraints: &[],
};

static S3_LOCATION: Object = Object {
    properties: &[
        Property::required("Bucket", Shape::TEXT),
        Property::required("Key", Shape::TEXT),
        Property::optional("Version", Shape::TEXT),
    ],
    constraints: &[],
};

static STATE_MACHINE: Object = Object {
    properties: &[
        Property::optional("Arn", Shape::Json),
        Property::optional("Definition", Shape::Json),
        Property::optional("DefinitionS3Location", Shape::Object(&S3_LOCATION)),
        Property::optional(
            "DefinitionString",
            Shape::TEXT.min_length(1).max_length(1_048_576),
        ),
        Property::optional("DefinitionSubstitutions", Shape::Map(&Shape::TEXT)),
        Property::optional(
            "EncryptionConfiguration",
            Shape::Object(&ENCRYPTION_CONFIGURATION),
        ),
        Property::optional("LoggingConfiguration", Shape::Object(&LOGGING_CONFIGURATION)),
        Property::optional("Name", Shape::Json),
        Property::required("RoleArn", Shape::TEXT.min_length(1).max_length(256)),
        Property::optional("StateMachineName", Shape::TEXT.min_length(1).max_length(80)),
        Property::optional("StateMachineRevisionId", Shape::Json),
        Property::optional("StateMachineType", Shape::one_of(StateMachineType::VALUES)),
        Property::optional("Tags", Shape::list(&Shape::Object(&TAGS_ENTRY))),
        Property::optional("TracingConfiguration", Shape::Object(&TRACING_CONFIGURATION)),
    ],
    constraints: &[],
};

static TAGS_ENTRY: Object = Object {
    properties: &[
        Property::required("Key", Shape::TEXT.min_length(1).max_length(128)),
        Property::required("Value", Shape::TEXT.min_length(1).max_length(256)),
    ],
    constraints: &[],
};

static TRACING_CONFIGURATION: Object = Object {
    properties: &[Property::optional("Enabled", Shape::Boolean)],
    constraints: &[],
};
