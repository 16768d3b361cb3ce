//! `AWS::SSM::MaintenanceWindowTask`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    reference::{Arn, Id},
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    text_enum::text_enum,
    value::{Json, List, ObjectWriter, ToJson, Value},
};

/// The `AWS::SSM::MaintenanceWindowTask` resource defines information about a task for an AWS Systems Manager
/// maintenance window. For more information, see
/// [RegisterTaskWithMaintenanceWindow](https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_RegisterTaskWithMaintenanceWindow.html)
/// in the *AWS Systems Manager API Reference*.
///
/// `AWS::SSM::MaintenanceWindowTask`.
#[derive(Debug, Clone, PartialEq)]
pub struct MaintenanceWindowTask {
    /// The specification for whether tasks should continue to run after the cutoff time specified in the
    /// maintenance windows is reached.
    pub cutoff_behavior: Option<Value<CutoffBehavior>>,
    /// A description of the task.
    ///
    /// Length: 1 to 128.
    pub description: Option<Value<String>>,
    /// Information about an Amazon S3 bucket to write Run Command task-level logs to.
    pub logging_info: Option<Value<LoggingInfo>>,
    /// The maximum number of targets this task can be run for, in parallel.
    ///
    /// Length: 1 to 7. Pattern: `^([1-9][0-9]*|[1-9][0-9]%|[1-9]%|100%)$`.
    pub max_concurrency: Option<Value<String>>,
    /// The maximum number of errors allowed before this task stops being scheduled.
    ///
    /// Length: 1 to 7. Pattern: `^([1-9][0-9]*|[0]|[1-9][0-9]%|[0-9]%|100%)$`.
    pub max_errors: Option<Value<String>>,
    /// The task name.
    ///
    /// Length: 3 to 128. Pattern: `^[a-zA-Z0-9_\-.]{3,128}$`.
    pub name: Option<Value<String>>,
    /// The priority of the task in the maintenance window. The lower the number, the higher the priority.
    /// Tasks that have the same priority are scheduled in parallel.
    ///
    /// Range: 0 or more.
    pub priority: Value<i64>,
    /// The Amazon Resource Name (ARN) of the IAM service role for AWS Systems Manager to assume when running
    /// a maintenance window task. If you do not specify a service role ARN, Systems Manager uses a
    /// service-linked role in your account. If no appropriate service-linked role for Systems Manager exists
    /// in your account, it is created when you run `RegisterTaskWithMaintenanceWindow`.
    pub service_role_arn: Option<Value<Arn<kind::iam::Role>>>,
    /// The targets, either instances or window target IDs.
    ///
    /// Items: at most 5.
    pub targets: Option<Value<List<Target>>>,
    /// The resource that the task uses during execution.
    ///
    /// Length: 1 to 1600.
    pub task_arn: Value<String>,
    /// The parameters to pass to the task when it runs. Populate only the fields that match the task type.
    /// All other fields should be empty.
    pub task_invocation_parameters: Option<Value<TaskInvocationParameters>>,
    /// The parameters to pass to the task when it runs.
    pub task_parameters: Option<Value<Json>>,
    /// The type of task. Valid values: `RUN_COMMAND`, `AUTOMATION`, `LAMBDA`, `STEP_FUNCTIONS`.
    ///
    /// Update requires: replacement.
    pub task_type: Value<TaskType>,
    /// The ID of the maintenance window where the task is registered.
    ///
    /// Update requires: replacement. Length: 20 to 20. Pattern: `^mw-[0-9a-f]{17}$`.
    pub window_id: Value<String>,
}

impl MaintenanceWindowTask {
    /// With the required properties only.
    pub fn new(
        priority: impl Into<Value<i64>>,
        task_arn: impl Into<Value<String>>,
        task_type: impl Into<Value<TaskType>>,
        window_id: impl Into<Value<String>>,
    ) -> Self {
        Self {
            cutoff_behavior: None,
            description: None,
            logging_info: None,
            max_concurrency: None,
            max_errors: None,
            name: None,
            priority: priority.into(),
            service_role_arn: None,
            targets: None,
            task_arn: task_arn.into(),
            task_invocation_parameters: None,
            task_parameters: None,
            task_type: task_type.into(),
            window_id: window_id.into(),
        }
    }
}

impl ToJson for MaintenanceWindowTask {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("CutoffBehavior", self.cutoff_behavior.as_ref());
        object.optional("Description", self.description.as_ref());
        object.optional("LoggingInfo", self.logging_info.as_ref());
        object.optional("MaxConcurrency", self.max_concurrency.as_ref());
        object.optional("MaxErrors", self.max_errors.as_ref());
        object.optional("Name", self.name.as_ref());
        object.required("Priority", &self.priority);
        object.optional("ServiceRoleArn", self.service_role_arn.as_ref());
        object.optional("Targets", self.targets.as_ref());
        object.required("TaskArn", &self.task_arn);
        object.optional(
            "TaskInvocationParameters",
            self.task_invocation_parameters.as_ref(),
        );
        object.optional("TaskParameters", self.task_parameters.as_ref());
        object.required("TaskType", &self.task_type);
        object.required("WindowId", &self.window_id);
        object.finish()
    }
}

impl resource::Resource for MaintenanceWindowTask {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::ssm::MaintenanceWindowTask;
    type Reference = Id<kind::ssm::MaintenanceWindowTask>;
}

impl Handle<MaintenanceWindowTask> {
    /// The task ID.
    ///
    /// `Fn::GetAtt` of `WindowTaskId`.
    pub fn window_task_id(&self) -> Value<Id<kind::ssm::MaintenanceWindowTask>> {
        self.attribute("WindowTaskId")
    }
}

/// Configuration options for sending command output to Amazon CloudWatch Logs.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct CloudWatchOutputConfig {
    /// The name of the CloudWatch Logs log group where you want to send command output. If you don't specify
    /// a group name, AWS Systems Manager automatically creates a log group for you. The log group uses the
    /// following naming format:
    pub cloud_watch_log_group_name: Option<Value<String>>,
    /// Enables Systems Manager to send command output to CloudWatch Logs.
    pub cloud_watch_output_enabled: Option<Value<bool>>,
}

impl CloudWatchOutputConfig {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for CloudWatchOutputConfig {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("CloudWatchLogGroupName", self.cloud_watch_log_group_name.as_ref());
        object.optional(
            "CloudWatchOutputEnabled",
            self.cloud_watch_output_enabled.as_ref(),
        );
        object.finish()
    }
}

/// The `LoggingInfo` property type specifies information about the Amazon S3 bucket to write instance-level
/// logs to.
#[derive(Debug, Clone, PartialEq)]
pub struct LoggingInfo {
    /// The AWS Region where the S3 bucket is located.
    pub region: Value<String>,
    /// The name of an S3 bucket where execution logs are stored.
    pub s3_bucket: Value<Id<kind::s3::Bucket>>,
    /// The Amazon S3 bucket subfolder.
    pub s3_prefix: Option<Value<String>>,
}

impl LoggingInfo {
    /// With the required properties only.
    pub fn new(region: impl Into<Value<String>>, s3_bucket: impl Into<Value<Id<kind::s3::Bucket>>>) -> Self {
        Self {
            region: region.into(),
            s3_bucket: s3_bucket.into(),
            s3_prefix: None,
        }
    }
}

impl ToJson for LoggingInfo {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Region", &self.region);
        object.required("S3Bucket", &self.s3_bucket);
        object.optional("S3Prefix", self.s3_prefix.as_ref());
        object.finish()
    }
}

/// The `MaintenanceWindowAutomationParameters` property type specifies the parameters for an `AUTOMATION`
/// task type for a maintenance window task in AWS Systems Manager.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct MaintenanceWindowAutomationParameters {
    /// The version of an Automation runbook to use during task execution.
    pub document_version: Option<Value<String>>,
    /// The parameters for the `AUTOMATION` type task.
    pub parameters: Option<Value<Json>>,
}

impl MaintenanceWindowAutomationParameters {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for MaintenanceWindowAutomationParameters {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("DocumentVersion", self.document_version.as_ref());
        object.optional("Parameters", self.parameters.as_ref());
        object.finish()
    }
}

/// The `MaintenanceWindowLambdaParameters` property type specifies the parameters for a `LAMBDA` task type
/// for a maintenance window task in AWS Systems Manager.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct MaintenanceWindowLambdaParameters {
    /// Client-specific information to pass to the AWS Lambda function that you're invoking. You can then use
    /// the `context` variable to process the client information in your AWS Lambda function.
    pub client_context: Option<Value<String>>,
    /// JSON to provide to your AWS Lambda function as input.
    pub payload: Option<Value<String>>,
    /// An AWS Lambda function version or alias name. If you specify a function version, the action uses the
    /// qualified function Amazon Resource Name (ARN) to invoke a specific Lambda function. If you specify an
    /// alias name, the action uses the alias ARN to invoke the Lambda function version that the alias points
    /// to.
    pub qualifier: Option<Value<String>>,
}

impl MaintenanceWindowLambdaParameters {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for MaintenanceWindowLambdaParameters {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("ClientContext", self.client_context.as_ref());
        object.optional("Payload", self.payload.as_ref());
        object.optional("Qualifier", self.qualifier.as_ref());
        object.finish()
    }
}

/// The `MaintenanceWindowRunCommandParameters` property type specifies the parameters for a `RUN_COMMAND`
/// task type for a maintenance window task in AWS Systems Manager. This means that these parameters are the
/// same as those for the `SendCommand` API call. For more information about `SendCommand` parameters, see
/// [SendCommand](https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_SendCommand.html) in the
/// *AWS Systems Manager API Reference*.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct MaintenanceWindowRunCommandParameters {
    /// Configuration options for sending command output to Amazon CloudWatch Logs.
    pub cloud_watch_output_config: Option<Value<CloudWatchOutputConfig>>,
    /// Information about the command or commands to run.
    pub comment: Option<Value<String>>,
    /// The SHA-256 or SHA-1 hash created by the system when the document was created. SHA-1 hashes have been
    /// deprecated.
    pub document_hash: Option<Value<String>>,
    /// The SHA-256 or SHA-1 hash type. SHA-1 hashes are deprecated.
    pub document_hash_type: Option<Value<String>>,
    /// The AWS Systems Manager document (SSM document) version to use in the request. You can specify
    /// `$DEFAULT`, `$LATEST`, or a specific version number. If you run commands by using the AWS CLI, then
    /// you must escape the first two options by using a backslash. If you specify a version number, then you
    /// don't need to use the backslash. For example:
    pub document_version: Option<Value<String>>,
    /// Configurations for sending notifications about command status changes on a per-managed node basis.
    pub notification_config: Option<Value<NotificationConfig>>,
    /// The name of the Amazon Simple Storage Service (Amazon S3) bucket.
    pub output_s3_bucket_name: Option<Value<String>>,
    /// The S3 bucket subfolder.
    pub output_s3_key_prefix: Option<Value<String>>,
    /// The parameters for the `RUN_COMMAND` task execution.
    pub parameters: Option<Value<Json>>,
    /// The Amazon Resource Name (ARN) of the IAM service role for AWS Systems Manager to assume when running
    /// a maintenance window task. If you do not specify a service role ARN, Systems Manager uses a
    /// service-linked role in your account. If no appropriate service-linked role for Systems Manager exists
    /// in your account, it is created when you run `RegisterTaskWithMaintenanceWindow`.
    pub service_role_arn: Option<Value<Arn<kind::iam::Role>>>,
    /// If this time is reached and the command hasn't already started running, it doesn't run.
    pub timeout_seconds: Option<Value<i64>>,
}

impl MaintenanceWindowRunCommandParameters {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for MaintenanceWindowRunCommandParameters {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("CloudWatchOutputConfig", self.cloud_watch_output_config.as_ref());
        object.optional("Comment", self.comment.as_ref());
        object.optional("DocumentHash", self.document_hash.as_ref());
        object.optional("DocumentHashType", self.document_hash_type.as_ref());
        object.optional("DocumentVersion", self.document_version.as_ref());
        object.optional("NotificationConfig", self.notification_config.as_ref());
        object.optional("OutputS3BucketName", self.output_s3_bucket_name.as_ref());
        object.optional("OutputS3KeyPrefix", self.output_s3_key_prefix.as_ref());
        object.optional("Parameters", self.parameters.as_ref());
        object.optional("ServiceRoleArn", self.service_role_arn.as_ref());
        object.optional("TimeoutSeconds", self.timeout_seconds.as_ref());
        object.finish()
    }
}

/// The `MaintenanceWindowStepFunctionsParameters` property type specifies the parameters for the execution of
/// a `STEP_FUNCTIONS` task in a Systems Manager maintenance window.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct MaintenanceWindowStepFunctionsParameters {
    /// The inputs for the `STEP_FUNCTIONS` task.
    pub input: Option<Value<String>>,
    /// The name of the `STEP_FUNCTIONS` task.
    pub name: Option<Value<String>>,
}

impl MaintenanceWindowStepFunctionsParameters {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for MaintenanceWindowStepFunctionsParameters {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("Input", self.input.as_ref());
        object.optional("Name", self.name.as_ref());
        object.finish()
    }
}

/// The `NotificationConfig` property type specifies configurations for sending notifications for a
/// maintenance window task in AWS Systems Manager.
#[derive(Debug, Clone, PartialEq)]
pub struct NotificationConfig {
    /// An Amazon Resource Name (ARN) for an Amazon Simple Notification Service (Amazon SNS) topic. Run
    /// Command pushes notifications about command status changes to this topic.
    pub notification_arn: Value<String>,
    /// The different events that you can receive notifications for. These events include the following: `All`
    /// (events), `InProgress`, `Success`, `TimedOut`, `Cancelled`, `Failed`. To learn more about these
    /// events, see [Configuring Amazon SNS Notifications for AWS Systems
    /// Manager](https://docs.aws.amazon.com/systems-manager/latest/userguide/monitoring-sns-notifications.html)
    /// in the *AWS Systems Manager User Guide*.
    pub notification_events: Option<Value<List<String>>>,
    /// The notification type.
    pub notification_type: Option<Value<String>>,
}

impl NotificationConfig {
    /// With the required properties only.
    pub fn new(notification_arn: impl Into<Value<String>>) -> Self {
        Self {
            notification_arn: notification_arn.into(),
            notification_events: None,
            notification_type: None,
        }
    }
}

impl ToJson for NotificationConfig {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("NotificationArn", &self.notification_arn);
        object.optional("NotificationEvents", self.notification_events.as_ref());
        object.optional("NotificationType", self.notification_type.as_ref());
        object.finish()
    }
}

/// The `Target` property type specifies targets (either instances or window target IDs). You specify
/// instances by using `Key=InstanceIds,Values=< *instanceid1* >,< *instanceid2* >`. You specify window target
/// IDs using `Key=WindowTargetIds,Values=< *window-target-id-1* >,< *window-target-id-2* >` for a maintenance
/// window task in AWS Systems Manager.
#[derive(Debug, Clone, PartialEq)]
pub struct Target {
    /// User-defined criteria for sending commands that target instances that meet the criteria. `Key` can be
    /// `InstanceIds` or `WindowTargetIds`. For more information about how to target instances within a
    /// maintenance window task, see [About 'register-task-with-maintenance-window' Options and
    /// Values](https://docs.aws.amazon.com/systems-manager/latest/userguide/register-tasks-options.html) in
    /// the *AWS Systems Manager User Guide*.
    ///
    /// Length: 1 to 163.
    pub key: Value<String>,
    /// User-defined criteria that maps to `Key`. For example, if you specify `InstanceIds`, you can specify
    /// `i-1234567890abcdef0,i-9876543210abcdef0` to run a command on two EC2 instances. For more information
    /// about how to target instances within a maintenance window task, see [About
    /// 'register-task-with-maintenance-window' Options and
    /// Values](https://docs.aws.amazon.com/systems-manager/latest/userguide/register-tasks-options.html) in
    /// the *AWS Systems Manager User Guide*.
    ///
    /// Items: at most 50.
    pub values: Value<List<String>>,
}

impl Target {
    /// With the required properties only.
    pub fn new(key: impl Into<Value<String>>, values: impl Into<Value<List<String>>>) -> Self {
        Self {
            key: key.into(),
            values: values.into(),
        }
    }
}

impl ToJson for Target {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Key", &self.key);
        object.required("Values", &self.values);
        object.finish()
    }
}

/// The `TaskInvocationParameters` property type specifies the task execution parameters for a maintenance
/// window task in AWS Systems Manager.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct TaskInvocationParameters {
    /// The parameters for an `AUTOMATION` task type.
    pub maintenance_window_automation_parameters: Option<Value<MaintenanceWindowAutomationParameters>>,
    /// The parameters for a `LAMBDA` task type.
    pub maintenance_window_lambda_parameters: Option<Value<MaintenanceWindowLambdaParameters>>,
    /// The parameters for a `RUN_COMMAND` task type.
    pub maintenance_window_run_command_parameters: Option<Value<MaintenanceWindowRunCommandParameters>>,
    /// The parameters for a `STEP_FUNCTIONS` task type.
    pub maintenance_window_step_functions_parameters: Option<Value<MaintenanceWindowStepFunctionsParameters>>,
}

impl TaskInvocationParameters {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for TaskInvocationParameters {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional(
            "MaintenanceWindowAutomationParameters",
            self.maintenance_window_automation_parameters.as_ref(),
        );
        object.optional(
            "MaintenanceWindowLambdaParameters",
            self.maintenance_window_lambda_parameters.as_ref(),
        );
        object.optional(
            "MaintenanceWindowRunCommandParameters",
            self.maintenance_window_run_command_parameters.as_ref(),
        );
        object.optional(
            "MaintenanceWindowStepFunctionsParameters",
            self.maintenance_window_step_functions_parameters.as_ref(),
        );
        object.finish()
    }
}

text_enum! {
    /// The values of `MaintenanceWindowTask.CutoffBehavior`.
    CutoffBehavior {
        CancelTask = "CANCEL_TASK",
        ContinueTask = "CONTINUE_TASK",
    }
}

text_enum! {
    /// The values of `MaintenanceWindowTask.TaskType`.
    TaskType {
        Automation = "AUTOMATION",
        Lambda = "LAMBDA",
        RunCommand = "RUN_COMMAND",
        StepFunctions = "STEP_FUNCTIONS",
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::SSM::MaintenanceWindowTask",
    properties: &MAINTENANCE_WINDOW_TASK,
    create_only: &["TaskType", "WindowId"],
    conditional_create_only: &[],
    read_only: &["WindowTaskId"],
    write_only: &[],
    primary_identifier: &["WindowId", "WindowTaskId"],
    reference: Reference::Id,
    attributes: &[Attribute::scalar("WindowTaskId")],
    stateful: false,
};

static CLOUD_WATCH_OUTPUT_CONFIG: Object = Object {
    properties: &[
        Property::optional("CloudWatchLogGroupName", Shape::TEXT),
        Property::optional("CloudWatchOutputEnabled", Shape::Boolean),
    ],
    constraints: &[],
};

static LOGGING_INFO: Object = Object {
    properties: &[
        Property::required("Region", Shape::TEXT),
        Property::required("S3Bucket", Shape::TEXT),
        Property::optional("S3Prefix", Shape::TEXT),
    ],
    constraints: &[],
};

static MAINTENANCE_WINDOW_AUTOMATION_PARAMETERS: Object = Object {
    properties: &[
        Property::optional("DocumentVersion", Shape::TEXT),
        Property::optional("Parameters", Shape::Json),
    ],
    constraints: &[],
};

static MAINTENANCE_WINDOW_LAMBDA_PARAMETERS: Object = Object {
    properties: &[
        Property::optional("ClientContext", Shape::TEXT),
        Property::optional("Payload", Shape::TEXT),
        Property::optional("Qualifier", Shape::TEXT),
    ],
    constraints: &[],
};

static MAINTENANCE_WINDOW_RUN_COMMAND_PARAMETERS: Object = Object {
    properties: &[
        Property::optional(
            "CloudWatchOutputConfig",
            Shape::Object(&CLOUD_WATCH_OUTPUT_CONFIG),
        ),
        Property::optional("Comment", Shape::TEXT),
        Property::optional("DocumentHash", Shape::TEXT),
        Property::optional("DocumentHashType", Shape::TEXT),
        Property::optional("DocumentVersion", Shape::TEXT),
        Property::optional("NotificationConfig", Shape::Object(&NOTIFICATION_CONFIG)),
        Property::optional("OutputS3BucketName", Shape::TEXT),
        Property::optional("OutputS3KeyPrefix", Shape::TEXT),
        Property::optional("Parameters", Shape::Json),
        Property::optional("ServiceRoleArn", Shape::TEXT),
        Property::optional("TimeoutSeconds", Shape::INTEGER),
    ],
    constraints: &[],
};

static MAINTENANCE_WINDOW_STEP_FUNCTIONS_PARAMETERS: Object = Object {
    properties: &[
        Property::optional("Input", Shape::TEXT),
        Property::optional("Name", Shape::TEXT),
    ],
    constraints: &[],
};

static MAINTENANCE_WINDOW_TASK: Object = Object {
    properties: &[
        Property::optional("CutoffBehavior", Shape::one_of(CutoffBehavior::VALUES)),
        Property::optional("Description", Shape::TEXT.min_length(1).max_length(128)),
        Property::optional("LoggingInfo", Shape::Object(&LOGGING_INFO)),
        Property::optional(
            "MaxConcurrency",
            Shape::TEXT
                .pattern("^([1-9][0-9]*|[1-9][0-9]%|[1-9]%|100%)$")
                .min_length(1)
                .max_length(7),
        ),
        Property::optional(
            "MaxErrors",
            Shape::TEXT
                .pattern("^([1-9][0-9]*|[0]|[1-9][0-9]%|[0-9]%|100%)$")
                .min_length(1)
                .max_length(7),
        ),
        Property::optional(
            "Name",
            Shape::TEXT
                .pattern(r"^[a-zA-Z0-9_\-.]{3,128}$")
                .min_length(3)
                .max_length(128),
        ),
        Property::required("Priority", Shape::INTEGER.min(0.0)),
        Property::optional("ServiceRoleArn", Shape::TEXT),
        Property::optional("Targets", Shape::list(&Shape::Object(&TARGET)).max_length(5)),
        Property::required("TaskArn", Shape::TEXT.min_length(1).max_length(1600)),
        Property::optional(
            "TaskInvocationParameters",
            Shape::Object(&TASK_INVOCATION_PARAMETERS),
        ),
        Property::optional("TaskParameters", Shape::Json),
        Property::required("TaskType", Shape::one_of(TaskType::VALUES)),
        Property::required(
            "WindowId",
            Shape::TEXT
                .pattern("^mw-[0-9a-f]{17}$")
                .min_length(20)
                .max_length(20),
        ),
        Property::optional("WindowTaskId", Shape::Json),
    ],
    constraints: &[],
};

static NOTIFICATION_CONFIG: Object = Object {
    properties: &[
        Property::required("NotificationArn", Shape::TEXT),
        Property::optional("NotificationEvents", Shape::list(&Shape::TEXT)),
        Property::optional("NotificationType", Shape::TEXT),
    ],
    constraints: &[],
};

static TARGET: Object = Object {
    properties: &[
        Property::required(
            "Key",
            Shape::TEXT.pattern(PATTERN_1).min_length(1).max_length(163),
        ),
        Property::required("Values", Shape::list(&Shape::TEXT).max_length(50)),
    ],
    constraints: &[],
};

static TASK_INVOCATION_PARAMETERS: Object = Object {
    properties: &[
        Property::optional(
            "MaintenanceWindowAutomationParameters",
            Shape::Object(&MAINTENANCE_WINDOW_AUTOMATION_PARAMETERS),
        ),
        Property::optional(
            "MaintenanceWindowLambdaParameters",
            Shape::Object(&MAINTENANCE_WINDOW_LAMBDA_PARAMETERS),
        ),
        Property::optional(
            "MaintenanceWindowRunCommandParameters",
            Shape::Object(&MAINTENANCE_WINDOW_RUN_COMMAND_PARAMETERS),
        ),
        Property::optional(
            "MaintenanceWindowStepFunctionsParameters",
            Shape::Object(&MAINTENANCE_WINDOW_STEP_FUNCTIONS_PARAMETERS),
        ),
    ],
    constraints: &[],
};

const PATTERN_1: &str =
    r"^[\p{L}\p{Z}\p{N}_.:/=\-@]*$|resource-groups:ResourceTypeFilters|resource-groups:Name$";
