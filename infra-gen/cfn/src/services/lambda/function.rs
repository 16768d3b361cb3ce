//! `AWS::Lambda::Function`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    names::FunctionName,
    reference::{Arn, Id},
    resource,
    schema::{Attribute, Constraint, Object, Property, Reference, Shape, TypeSchema},
    tag::Tag,
    text_enum::text_enum,
    value::{Json, List, Map, ObjectWriter, ToJson, Value},
};

/// The `AWS::Lambda::Function` resource creates a Lambda function. To create a function, you need a
/// [deployment package](https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-package.html) and an
/// [execution role](https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html). The
/// deployment package is a .zip file archive or container image that contains your function code. The
/// execution role grants the function permission to use AWS services, such as Amazon CloudWatch Logs for log
/// streaming and AWS X-Ray for request tracing.
///
/// `AWS::Lambda::Function`.
#[derive(Debug, Clone, PartialEq)]
pub struct Function {
    /// The instruction set architecture that the function supports. Enter a string array with one of the
    /// valid values (arm64 or x86_64). The default value is `x86_64`.
    ///
    /// Items: 1 to 1.
    pub architectures: Option<Value<List<Architecture>>>,
    /// Configuration for the capacity provider that manages compute resources for Lambda functions.
    pub capacity_provider_config: Option<Value<CapacityProviderConfig>>,
    /// The code for the function. You can define your function code in multiple ways:
    pub code: Value<Code>,
    /// To enable code signing for this function, specify the ARN of a code-signing configuration. A
    /// code-signing configuration includes a set of signing profiles, which define the trusted publishers for
    /// this function.
    ///
    /// Length: at most 200.
    pub code_signing_config_arn: Option<Value<Arn<kind::lambda::CodeSigningConfig>>>,
    /// A dead-letter queue configuration that specifies the queue or topic where Lambda sends asynchronous
    /// events when they fail processing. For more information, see [Dead-letter
    /// queues](https://docs.aws.amazon.com/lambda/latest/dg/invocation-async.html#invocation-dlq).
    pub dead_letter_config: Option<Value<DeadLetterConfig>>,
    /// A description of the function.
    ///
    /// Length: at most 256.
    pub description: Option<Value<String>>,
    /// Configuration settings for [durable
    /// functions](https://docs.aws.amazon.com/lambda/latest/dg/durable-functions.html), including execution
    /// timeout and retention period for execution history.
    ///
    /// Update requires: replacement under some conditions.
    pub durable_config: Option<Value<DurableConfig>>,
    /// Environment variables that are accessible from function code during execution.
    pub environment: Option<Value<Environment>>,
    /// The size of the function's `/tmp` directory in MB. The default value is 512, but it can be any whole
    /// number between 512 and 10,240 MB.
    pub ephemeral_storage: Option<Value<EphemeralStorage>>,
    /// Connection settings for an Amazon EFS file system. To connect a function to a file system, a mount
    /// target must be available in every Availability Zone that your function connects to. If your template
    /// contains an
    /// [AWS::EFS::MountTarget](https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-efs-mounttarget.html)
    /// resource, you must also specify a `DependsOn` attribute to ensure that the mount target is created or
    /// updated before the function.
    ///
    /// Items: at most 1.
    pub file_system_configs: Option<Value<List<FileSystemConfig>>>,
    /// The name of the Lambda function, up to 64 characters in length. If you don't specify a name,
    /// CloudFormation generates one.
    ///
    /// Update requires: replacement. Length: 1 or more.
    pub function_name: Option<Value<FunctionName>>,
    /// Configuration that defines the scaling behavior for a Lambda Managed Instances function, including the
    /// minimum and maximum number of execution environments that can be provisioned.
    pub function_scaling_config: Option<Value<FunctionScalingConfig>>,
    /// The name of the method within your code that Lambda calls to run your function. Handler is required if
    /// the deployment package is a .zip file archive. The format includes the file name. It can also include
    /// namespaces and other qualifiers, depending on the runtime. For more information, see [Lambda
    /// programming model](https://docs.aws.amazon.com/lambda/latest/dg/foundation-progmodel.html).
    ///
    /// Length: at most 128. Pattern: `^[^\s]+$`.
    pub handler: Option<Value<String>>,
    /// Configuration values that override the container image Dockerfile settings. For more information, see
    /// [Container image
    /// settings](https://docs.aws.amazon.com/lambda/latest/dg/images-create.html#images-parms).
    pub image_config: Option<Value<ImageConfig>>,
    /// The ARN of the AWS Key Management Service ( AWS) customer managed key that's used to encrypt the
    /// following resources:
    ///
    /// Length: at most 10000. Pattern: `^(arn:(aws[a-zA-Z-]*)?:[a-z0-9-.]+:.*)|()$`.
    pub kms_key_arn: Option<Value<Arn<kind::kms::Key>>>,
    /// A list of [function layers](https://docs.aws.amazon.com/lambda/latest/dg/configuration-layers.html) to
    /// add to the function's execution environment. Specify each layer by its ARN, including the version.
    ///
    /// Items: at most 5.
    pub layers: Option<Value<List<Arn<kind::lambda::LayerVersion>>>>,
    /// The function's Amazon CloudWatch Logs configuration settings.
    pub logging_config: Option<Value<LoggingConfig>>,
    /// The amount of [memory available to the
    /// function](https://docs.aws.amazon.com/lambda/latest/dg/configuration-function-common.html#configuration-memory-console)
    /// at runtime. Increasing the function memory also increases its CPU allocation. The default value is 128
    /// MB. The value can be any multiple of 1 MB. Note that new AWS accounts have reduced concurrency and
    /// memory quotas. AWS raises these quotas automatically based on your usage.
    ///
    /// Range: 128 to 32768.
    pub memory_size: Option<Value<i64>>,
    /// The type of deployment package. Set to `Image` for container image and set `Zip` for .zip file
    /// archive.
    ///
    /// Update requires: replacement.
    pub package_type: Option<Value<PackageType>>,
    /// `PublishToLatestPublished`.
    pub publish_to_latest_published: Option<Value<bool>>,
    /// The status of your function's recursive loop detection configuration.
    pub recursive_loop: Option<Value<RecursiveLoop>>,
    /// The number of simultaneous executions to reserve for the function.
    ///
    /// Range: 0 or more.
    pub reserved_concurrent_executions: Option<Value<i64>>,
    /// The Amazon Resource Name (ARN) of the function's execution role.
    ///
    /// Length: at most 10000. Pattern: `^arn:(aws[a-zA-Z-]*)?:iam::\d{12}:role/?[a-zA-Z_0-9+=,.@\-_/]+$`.
    pub role: Value<Arn<kind::iam::Role>>,
    /// The identifier of the function's
    /// [runtime](https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html). Runtime is required if
    /// the deployment package is a .zip file archive. Specifying a runtime results in an error if you're
    /// deploying a function using a container image.
    pub runtime: Option<Value<Runtime>>,
    /// Sets the runtime management configuration for a function's version. For more information, see [Runtime
    /// updates](https://docs.aws.amazon.com/lambda/latest/dg/runtimes-update.html).
    pub runtime_management_config: Option<Value<RuntimeManagementConfig>>,
    /// The function's [AWS Lambda SnapStart](https://docs.aws.amazon.com/lambda/latest/dg/snapstart.html)
    /// setting.
    pub snap_start: Option<Value<SnapStart>>,
    /// A list of [tags](https://docs.aws.amazon.com/lambda/latest/dg/tagging.html) to apply to the function.
    pub tags: Option<Value<List<Tag>>>,
    /// The function's tenant isolation configuration settings. Determines whether the Lambda function runs on
    /// a shared or dedicated infrastructure per unique tenant.
    ///
    /// Update requires: replacement.
    pub tenancy_config: Option<Value<TenancyConfig>>,
    /// The amount of time (in seconds) that Lambda allows a function to run before stopping it. The default
    /// is 3 seconds. The maximum allowed value is 900 seconds. For more information, see [Lambda execution
    /// environment](https://docs.aws.amazon.com/lambda/latest/dg/runtimes-context.html).
    ///
    /// Range: 1 to 5400.
    pub timeout: Option<Value<i64>>,
    /// Set `Mode` to `Active` to sample and trace a subset of incoming requests with
    /// [X-Ray](https://docs.aws.amazon.com/lambda/latest/dg/services-xray.html).
    pub tracing_config: Option<Value<TracingConfig>>,
    /// For network connectivity to AWS resources in a VPC, specify a list of security groups and subnets in
    /// the VPC. When you connect a function to a VPC, it can access resources and the internet only through
    /// that VPC. For more information, see [Configuring a Lambda function to access resources in a
    /// VPC](https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html).
    pub vpc_config: Option<Value<VpcConfig>>,
}

impl Function {
    /// With the required properties only.
    pub fn new(code: impl Into<Value<Code>>, role: impl Into<Value<Arn<kind::iam::Role>>>) -> Self {
        Self {
            architectures: None,
            capacity_provider_config: None,
            code: code.into(),
            code_signing_config_arn: None,
            dead_letter_config: None,
            description: None,
            durable_config: None,
            environment: None,
            ephemeral_storage: None,
            file_system_configs: None,
            function_name: None,
            function_scaling_config: None,
            handler: None,
            image_config: None,
            kms_key_arn: None,
            layers: None,
            logging_config: None,
            memory_size: None,
            package_type: None,
            publish_to_latest_published: None,
            recursive_loop: None,
            reserved_concurrent_executions: None,
            role: role.into(),
            runtime: None,
            runtime_management_config: None,
            snap_start: None,
            tags: None,
            tenancy_config: None,
            timeout: None,
            tracing_config: None,
            vpc_config: None,
        }
    }
}

impl ToJson for Function {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("Architectures", self.architectures.as_ref());
        object.optional("CapacityProviderConfig", self.capacity_provider_config.as_ref());
        object.required("Code", &self.code);
        object.optional("CodeSigningConfigArn", self.code_signing_config_arn.as_ref());
        object.optional("DeadLetterConfig", self.dead_letter_config.as_ref());
        object.optional("Description", self.description.as_ref());
        object.optional("DurableConfig", self.durable_config.as_ref());
        object.optional("Environment", self.environment.as_ref());
        object.optional("EphemeralStorage", self.ephemeral_storage.as_ref());
        object.optional("FileSystemConfigs", self.file_system_configs.as_ref());
        object.optional("FunctionName", self.function_name.as_ref());
        object.optional("FunctionScalingConfig", self.function_scaling_config.as_ref());
        object.optional("Handler", self.handler.as_ref());
        object.optional("ImageConfig", self.image_config.as_ref());
        object.optional("KmsKeyArn", self.kms_key_arn.as_ref());
        object.optional("Layers", self.layers.as_ref());
        object.optional("LoggingConfig", self.logging_config.as_ref());
        object.optional("MemorySize", self.memory_size.as_ref());
        object.optional("PackageType", self.package_type.as_ref());
        object.optional(
            "PublishToLatestPublished",
            self.publish_to_latest_published.as_ref(),
        );
        object.optional("RecursiveLoop", self.recursive_loop.as_ref());
        object.optional(
            "ReservedConcurrentExecutions",
            self.reserved_concurrent_executions.as_ref(),
        );
        object.required("Role", &self.role);
        object.optional("Runtime", self.runtime.as_ref());
        object.optional("RuntimeManagementConfig", self.runtime_management_config.as_ref());
        object.optional("SnapStart", self.snap_start.as_ref());
        object.optional("Tags", self.tags.as_ref());
        object.optional("TenancyConfig", self.tenancy_config.as_ref());
        object.optional("Timeout", self.timeout.as_ref());
        object.optional("TracingConfig", self.tracing_config.as_ref());
        object.optional("VpcConfig", self.vpc_config.as_ref());
        object.finish()
    }
}

impl resource::Resource for Function {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::lambda::Function;
    type Reference = Id<kind::lambda::Function>;
}

impl Handle<Function> {
    /// The Amazon Resource Name (ARN) of the function.
    ///
    /// `Fn::GetAtt` of `Arn`.
    pub fn arn(&self) -> Value<Arn<kind::lambda::Function>> {
        self.attribute("Arn")
    }

    /// The function's [SnapStart](https://docs.aws.amazon.com/lambda/latest/dg/snapstart.html) setting.
    ///
    /// `Fn::GetAtt` of `SnapStartResponse`.
    pub fn snap_start_response(&self) -> Value<Json> {
        self.attribute("SnapStartResponse")
    }

    /// When set to `PublishedVersions`, Lambda creates a snapshot of the execution environment when you
    /// publish a function version.
    ///
    /// `Fn::GetAtt` of `SnapStartResponse.ApplyOn`.
    pub fn snap_start_response_apply_on(&self) -> Value<String> {
        self.attribute("SnapStartResponse.ApplyOn")
    }

    /// When you provide a [qualified Amazon Resource Name
    /// (ARN)](https://docs.aws.amazon.com/lambda/latest/dg/configuration-versions.html#versioning-versions-using),
    /// this response element indicates whether SnapStart is activated for the specified function version.
    ///
    /// `Fn::GetAtt` of `SnapStartResponse.OptimizationStatus`.
    pub fn snap_start_response_optimization_status(&self) -> Value<String> {
        self.attribute("SnapStartResponse.OptimizationStatus")
    }
}

/// Configuration for the capacity provider that manages compute resources for Lambda functions.
#[derive(Debug, Clone, PartialEq)]
pub struct CapacityProviderConfig {
    /// Configuration for Lambda-managed instances used by the capacity provider.
    pub lambda_managed_instances_capacity_provider_config:
        Value<LambdaManagedInstancesCapacityProviderConfig>,
}

impl CapacityProviderConfig {
    /// With the required properties only.
    pub fn new(
        lambda_managed_instances_capacity_provider_config: impl Into<
            Value<LambdaManagedInstancesCapacityProviderConfig>,
        >,
    ) -> Self {
        Self {
            lambda_managed_instances_capacity_provider_config:
                lambda_managed_instances_capacity_provider_config.into(),
        }
    }
}

impl ToJson for CapacityProviderConfig {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required(
            "LambdaManagedInstancesCapacityProviderConfig",
            &self.lambda_managed_instances_capacity_provider_config,
        );
        object.finish()
    }
}

/// The [deployment package](https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-package.html) for a
/// Lambda function. To deploy a function defined as a container image, you specify the location of a
/// container image in the Amazon ECR registry. For a .zip file deployment package, you can specify the
/// location of an object in Amazon S3. For Node.js and Python functions, you can specify the function code
/// inline in the template.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Code {
    /// URI of a [container image](https://docs.aws.amazon.com/lambda/latest/dg/lambda-images.html) in the
    /// Amazon ECR registry.
    pub image_uri: Option<Value<String>>,
    /// An Amazon S3 bucket in the same AWS Region as your function. The bucket can be in a different AWS
    /// account.
    ///
    /// Length: 3 to 63. Pattern: `^[0-9A-Za-z\.\-_]*(?<!\.)$`.
    pub s3_bucket: Option<Value<String>>,
    /// The Amazon S3 key of the deployment package.
    ///
    /// Length: 1 to 1024.
    pub s3_key: Option<Value<String>>,
    /// Specifies the storage mode for the deployment package. Use `COPY` to store the package in
    /// LAMlong-managed storage. Use `REFERENCE` to read the package directly from the Amazon S3 bucket. If
    /// omitted, the default is `COPY`.
    pub s3_object_storage_mode: Option<Value<S3ObjectStorageMode>>,
    /// For versioned objects, the version of the deployment package object to use.
    ///
    /// Length: 1 to 1024.
    pub s3_object_version: Option<Value<String>>,
    /// The ARN of the AWS Key Management Service ( AWS) customer managed key that's used to encrypt your
    /// function's .zip deployment package. If you don't provide a customer managed key, Lambda uses an [AWS
    /// owned key](https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#aws-owned-cmk).
    ///
    /// Length: at most 10000. Pattern: `^(arn:(aws[a-zA-Z-]*)?:[a-z0-9-.]+:.*)|()$`.
    pub source_kms_key_arn: Option<Value<String>>,
    /// (Node.js and Python) The source code of your Lambda function. If you include your function source
    /// inline with this parameter, CloudFormation places it in a file named `index` and zips it to create a
    /// [deployment package](https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-package.html). This
    /// zip file cannot exceed 4MB. For the `Handler` property, the first part of the handler identifier must
    /// be `index`.
    pub zip_file: Option<Value<String>>,
}

impl Code {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for Code {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("ImageUri", self.image_uri.as_ref());
        object.optional("S3Bucket", self.s3_bucket.as_ref());
        object.optional("S3Key", self.s3_key.as_ref());
        object.optional("S3ObjectStorageMode", self.s3_object_storage_mode.as_ref());
        object.optional("S3ObjectVersion", self.s3_object_version.as_ref());
        object.optional("SourceKMSKeyArn", self.source_kms_key_arn.as_ref());
        object.optional("ZipFile", self.zip_file.as_ref());
        object.finish()
    }
}

/// The [dead-letter
/// queue](https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html#invocation-dlq)
/// for failed asynchronous invocations.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DeadLetterConfig {
    /// The Amazon Resource Name (ARN) of an Amazon SQS queue or Amazon SNS topic.
    ///
    /// Length: at most 10000. Pattern: `^(arn:(aws[a-zA-Z-]*)?:[a-z0-9-.]+:.*)|()$`.
    pub target_arn: Option<Value<String>>,
}

impl DeadLetterConfig {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for DeadLetterConfig {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("TargetArn", self.target_arn.as_ref());
        object.finish()
    }
}

/// Configuration settings for [durable
/// functions](https://docs.aws.amazon.com/lambda/latest/dg/durable-functions.html), including execution
/// timeout and retention period for execution history.
#[derive(Debug, Clone, PartialEq)]
pub struct DurableConfig {
    /// The maximum time (in seconds) that a durable execution can run before timing out. This timeout applies
    /// to the entire durable execution, not individual function invocations.
    ///
    /// Range: 1 to 31622400.
    pub execution_timeout: Value<i64>,
    /// The ARN of the KMSlong (KMS) customer managed key that is used to encrypt your durable execution's
    /// payload data, including input, output, and error payloads.
    ///
    /// Length: at most 10000. Pattern: `^(arn:(aws[a-zA-Z-]*)?:[a-z0-9-.]+:.*)|()$`.
    pub kms_key_arn: Option<Value<Arn<kind::kms::Key>>>,
    /// The number of days to retain execution history after a durable execution completes. After this period,
    /// execution history is no longer available through the GetDurableExecutionHistory API.
    ///
    /// Range: 1 to 90.
    pub retention_period_in_days: Option<Value<i64>>,
}

impl DurableConfig {
    /// With the required properties only.
    pub fn new(execution_timeout: impl Into<Value<i64>>) -> Self {
        Self {
            execution_timeout: execution_timeout.into(),
            kms_key_arn: None,
            retention_period_in_days: None,
        }
    }
}

impl ToJson for DurableConfig {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("ExecutionTimeout", &self.execution_timeout);
        object.optional("KMSKeyArn", self.kms_key_arn.as_ref());
        object.optional("RetentionPeriodInDays", self.retention_period_in_days.as_ref());
        object.finish()
    }
}

/// A function's environment variable settings. You can use environment variables to adjust your function's
/// behavior without updating code. An environment variable is a pair of strings that are stored in a
/// function's version-specific configuration.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Environment {
    /// Environment variable key-value pairs. For more information, see [Using Lambda environment
    /// variables](https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html).
    pub variables: Option<Value<Map<String>>>,
}

impl Environment {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for Environment {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("Variables", self.variables.as_ref());
        object.finish()
    }
}

/// The size of the function's `/tmp` directory in MB. The default value is 512, but it can be any whole
/// number between 512 and 10,240 MB.
#[derive(Debug, Clone, PartialEq)]
pub struct EphemeralStorage {
    /// The size of the function's `/tmp` directory.
    ///
    /// Range: 512 to 32768.
    pub size: Value<i64>,
}

impl EphemeralStorage {
    /// With the required properties only.
    pub fn new(size: impl Into<Value<i64>>) -> Self {
        Self { size: size.into() }
    }
}

impl ToJson for EphemeralStorage {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Size", &self.size);
        object.finish()
    }
}

/// Details about the connection between a Lambda function and an [Amazon EFS file
/// system](https://docs.aws.amazon.com/lambda/latest/dg/configuration-filesystem.html).
#[derive(Debug, Clone, PartialEq)]
pub struct FileSystemConfig {
    /// The Amazon Resource Name (ARN) of the Amazon EFS access point that provides access to the file system.
    ///
    /// Length: at most 200.
    pub arn: Value<String>,
    /// The path where the function can access the file system, starting with `/mnt/`.
    ///
    /// Length: at most 160. Pattern: `^/mnt/[a-zA-Z0-9-_.]+$`.
    pub local_mount_path: Value<String>,
    /// Setting controls how your function accesses data from an Amazon S3 file system.
    pub s3_files_config: Option<Value<S3FilesConfig>>,
}

impl FileSystemConfig {
    /// With the required properties only.
    pub fn new(arn: impl Into<Value<String>>, local_mount_path: impl Into<Value<String>>) -> Self {
        Self {
            arn: arn.into(),
            local_mount_path: local_mount_path.into(),
            s3_files_config: None,
        }
    }
}

impl ToJson for FileSystemConfig {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Arn", &self.arn);
        object.required("LocalMountPath", &self.local_mount_path);
        object.optional("S3FilesConfig", self.s3_files_config.as_ref());
        object.finish()
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

/// Configuration values that override the container image Dockerfile settings. For more information, see
/// [Container image settings](https://docs.aws.amazon.com/lambda/latest/dg/images-create.html#images-parms).
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ImageConfig {
    /// Specifies parameters that you want to pass in with ENTRYPOINT. You can specify a maximum of 1,500
    /// parameters in the list.
    ///
    /// Items: at most 1500.
    pub command: Option<Value<List<String>>>,
    /// Specifies the entry point to their application, which is typically the location of the runtime
    /// executable. You can specify a maximum of 1,500 string entries in the list.
    ///
    /// Items: at most 1500.
    pub entry_point: Option<Value<List<String>>>,
    /// Specifies the working directory. The length of the directory string cannot exceed 1,000 characters.
    ///
    /// Length: at most 1000.
    pub working_directory: Option<Value<String>>,
}

impl ImageConfig {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for ImageConfig {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("Command", self.command.as_ref());
        object.optional("EntryPoint", self.entry_point.as_ref());
        object.optional("WorkingDirectory", self.working_directory.as_ref());
        object.finish()
    }
}

/// Configuration for Lambda-managed instances used by the capacity provider.
#[derive(Debug, Clone, PartialEq)]
pub struct LambdaManagedInstancesCapacityProviderConfig {
    /// The Amazon Resource Name (ARN) of the capacity provider.
    ///
    /// Length: 1 to 140.
    pub capacity_provider_arn: Value<String>,
    /// The amount of memory in GiB allocated per vCPU for execution environments.
    ///
    /// Range: 2 to 8.
    pub execution_environment_memory_gi_b_per_v_cpu: Option<Value<f64>>,
    /// The maximum number of concurrent executions that can run on each execution environment.
    ///
    /// Range: 1 to 1600.
    pub per_execution_environment_max_concurrency: Option<Value<i64>>,
}

impl LambdaManagedInstancesCapacityProviderConfig {
    /// With the required properties only.
    pub fn new(capacity_provider_arn: impl Into<Value<String>>) -> Self {
        Self {
            capacity_provider_arn: capacity_provider_arn.into(),
            execution_environment_memory_gi_b_per_v_cpu: None,
            per_execution_environment_max_concurrency: None,
        }
    }
}

impl ToJson for LambdaManagedInstancesCapacityProviderConfig {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("CapacityProviderArn", &self.capacity_provider_arn);
        object.optional(
            "ExecutionEnvironmentMemoryGiBPerVCpu",
            self.execution_environment_memory_gi_b_per_v_cpu.as_ref(),
        );
        object.optional(
            "PerExecutionEnvironmentMaxConcurrency",
            self.per_execution_environment_max_concurrency.as_ref(),
        );
        object.finish()
    }
}

/// The function's Amazon CloudWatch Logs configuration settings.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct LoggingConfig {
    /// Set this property to filter the application logs for your function that Lambda sends to CloudWatch.
    /// Lambda only sends application logs at the selected level of detail and lower, where `TRACE` is the
    /// highest level and `FATAL` is the lowest.
    pub application_log_level: Option<Value<ApplicationLogLevel>>,
    /// The format in which Lambda sends your function's application and system logs to CloudWatch. Select
    /// between plain text and structured JSON.
    pub log_format: Option<Value<LogFormat>>,
    /// The name of the Amazon CloudWatch log group the function sends logs to. By default, Lambda functions
    /// send logs to a default log group named `/aws/lambda/<function name>`. To use a different log group,
    /// enter an existing log group or enter a new log group name.
    ///
    /// Length: 1 to 512. Pattern: `[\.\-_/#A-Za-z0-9]+`.
    pub log_group: Option<Value<Id<kind::logs::LogGroup>>>,
    /// Set this property to filter the system logs for your function that Lambda sends to CloudWatch. Lambda
    /// only sends system logs at the selected level of detail and lower, where `DEBUG` is the highest level
    /// and `WARN` is the lowest.
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
        object.optional("LogFormat", self.log_format.as_ref());
        object.optional("LogGroup", self.log_group.as_ref());
        object.optional("SystemLogLevel", self.system_log_level.as_ref());
        object.finish()
    }
}

/// Sets the runtime management configuration for a function's version. For more information, see [Runtime
/// updates](https://docs.aws.amazon.com/lambda/latest/dg/runtimes-update.html).
#[derive(Debug, Clone, PartialEq)]
pub struct RuntimeManagementConfig {
    /// The ARN of the runtime version you want the function to use.
    pub runtime_version_arn: Option<Value<String>>,
    /// Specify the runtime update mode.
    pub update_runtime_on: Value<UpdateRuntimeOn>,
}

impl RuntimeManagementConfig {
    /// With the required properties only.
    pub fn new(update_runtime_on: impl Into<Value<UpdateRuntimeOn>>) -> Self {
        Self {
            runtime_version_arn: None,
            update_runtime_on: update_runtime_on.into(),
        }
    }
}

impl ToJson for RuntimeManagementConfig {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("RuntimeVersionArn", self.runtime_version_arn.as_ref());
        object.required("UpdateRuntimeOn", &self.update_runtime_on);
        object.finish()
    }
}

/// Setting controls how your function accesses data from an Amazon S3 file system.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct S3FilesConfig {
    /// Specifies if a function reads from the file system for the lowest latency, or through Amazon S3 Files
    /// feature "direct Amazon S3 bucket reads" for the highest throughput. Valid values: + `AUTO` (default) –
    /// Direct reads are active for functions you configure with 512 MB or more of memory. + `ENABLED` –
    /// Enforces all reads are directly from the Amazon S3 bucket, regardless of available memory (less than
    /// 512 MB).
    pub direct_s3_read: Option<Value<DirectS3Read>>,
}

impl S3FilesConfig {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for S3FilesConfig {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("DirectS3Read", self.direct_s3_read.as_ref());
        object.finish()
    }
}

/// The function's [AWS Lambda SnapStart](https://docs.aws.amazon.com/lambda/latest/dg/snapstart.html)
/// setting.
#[derive(Debug, Clone, PartialEq)]
pub struct SnapStart {
    /// Set `ApplyOn` to `PublishedVersions` to create a snapshot of the initialized execution environment
    /// when you publish a function version.
    pub apply_on: Value<ApplyOn>,
}

impl SnapStart {
    /// With the required properties only.
    pub fn new(apply_on: impl Into<Value<ApplyOn>>) -> Self {
        Self {
            apply_on: apply_on.into(),
        }
    }
}

impl ToJson for SnapStart {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("ApplyOn", &self.apply_on);
        object.finish()
    }
}

/// Specifies the tenant isolation mode configuration for a Lambda function. This allows you to configure
/// specific tenant isolation strategies for your function invocations. Tenant isolation configuration cannot
/// be modified after function creation.
#[derive(Debug, Clone, PartialEq)]
pub struct TenancyConfig {
    /// Tenant isolation mode allows for invocation to be sent to a corresponding execution environment
    /// dedicated to a specific tenant ID.
    pub tenant_isolation_mode: Value<TenantIsolationMode>,
}

impl TenancyConfig {
    /// With the required properties only.
    pub fn new(tenant_isolation_mode: impl Into<Value<TenantIsolationMode>>) -> Self {
        Self {
            tenant_isolation_mode: tenant_isolation_mode.into(),
        }
    }
}

impl ToJson for TenancyConfig {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("TenantIsolationMode", &self.tenant_isolation_mode);
        object.finish()
    }
}

/// The function's [AWS X-Ray](https://docs.aws.amazon.com/lambda/latest/dg/services-xray.html) tracing
/// configuration. To sample and record incoming requests, set `Mode` to `Active`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct TracingConfig {
    /// The tracing mode.
    pub mode: Option<Value<TracingConfigMode>>,
}

impl TracingConfig {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for TracingConfig {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("Mode", self.mode.as_ref());
        object.finish()
    }
}

/// The VPC security groups and subnets that are attached to a Lambda function. When you connect a function to
/// a VPC, Lambda creates an elastic network interface for each combination of security group and subnet in
/// the function's VPC configuration. The function can only access resources and the internet through that
/// VPC. For more information, see [VPC
/// Settings](https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html).
#[derive(Debug, Clone, Default, PartialEq)]
pub struct VpcConfig {
    /// Allows outbound IPv6 traffic on VPC functions that are connected to dual-stack subnets.
    pub ipv6_allowed_for_dual_stack: Option<Value<bool>>,
    /// A list of VPC security group IDs.
    ///
    /// Items: at most 5.
    pub security_group_ids: Option<Value<List<String>>>,
    /// A list of VPC subnet IDs.
    ///
    /// Items: at most 16.
    pub subnet_ids: Option<Value<List<String>>>,
}

impl VpcConfig {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for VpcConfig {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional(
            "Ipv6AllowedForDualStack",
            self.ipv6_allowed_for_dual_stack.as_ref(),
        );
        object.optional("SecurityGroupIds", self.security_group_ids.as_ref());
        object.optional("SubnetIds", self.subnet_ids.as_ref());
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
    /// The values of `SnapStart.ApplyOn`, `SnapStartResponse.ApplyOn`.
    ApplyOn {
        PublishedVersions = "PublishedVersions",
        None = "None",
    }
}

text_enum! {
    /// The values of `Function.Architecture`.
    Architecture {
        X86_64 = "x86_64",
        Arm64 = "arm64",
    }
}

text_enum! {
    /// The values of `S3FilesConfig.DirectS3Read`.
    DirectS3Read {
        Enabled = "ENABLED",
        Disabled = "DISABLED",
        Auto = "AUTO",
    }
}

text_enum! {
    /// The values of `LoggingConfig.LogFormat`.
    LogFormat {
        Text = "Text",
        Json = "JSON",
    }
}

text_enum! {
    /// The values of `Function.PackageType`.
    PackageType {
        Image = "Image",
        Zip = "Zip",
    }
}

text_enum! {
    /// The values of `Function.RecursiveLoop`.
    RecursiveLoop {
        Allow = "Allow",
        Terminate = "Terminate",
    }
}

text_enum! {
    /// The values of `Function.Runtime`.
    Runtime {
        Dotnet10 = "dotnet10",
        Dotnet6 = "dotnet6",
        Dotnet8 = "dotnet8",
        Dotnetcore1_0 = "dotnetcore1.0",
        Dotnetcore2_0 = "dotnetcore2.0",
        Dotnetcore2_1 = "dotnetcore2.1",
        Dotnetcore3_1 = "dotnetcore3.1",
        Go1X = "go1.x",
        Java11 = "java11",
        Java11Al2023 = "java11.al2023",
        Java17 = "java17",
        Java17Al2023 = "java17.al2023",
        Java21 = "java21",
        Java25 = "java25",
        Java8 = "java8",
        Java8Al2 = "java8.al2",
        Java8Al2023 = "java8.al2023",
        Nodejs = "nodejs",
        Nodejs10X = "nodejs10.x",
        Nodejs12X = "nodejs12.x",
        Nodejs14X = "nodejs14.x",
        Nodejs16X = "nodejs16.x",
        Nodejs18X = "nodejs18.x",
        Nodejs20X = "nodejs20.x",
        Nodejs22X = "nodejs22.x",
        Nodejs24X = "nodejs24.x",
        Nodejs26X = "nodejs26.x",
        Nodejs4_3 = "nodejs4.3",
        Nodejs4_3Edge = "nodejs4.3-edge",
        Nodejs6_10 = "nodejs6.10",
        Nodejs8_10 = "nodejs8.10",
        Provided = "provided",
        ProvidedAl2 = "provided.al2",
        ProvidedAl2023 = "provided.al2023",
        Python2_7 = "python2.7",
        Python3_10 = "python3.10",
        Python3_11 = "python3.11",
        Python3_12 = "python3.12",
        Python3_13 = "python3.13",
        Python3_14 = "python3.14",
        Python3_15 = "python3.15",
        Python3_6 = "python3.6",
        Python3_7 = "python3.7",
        Python3_8 = "python3.8",
        Python3_9 = "python3.9",
        Ruby2_5 = "ruby2.5",
        Ruby2_7 = "ruby2.7",
        Ruby3_2 = "ruby3.2",
        Ruby3_3 = "ruby3.3",
        Ruby3_4 = "ruby3.4",
        Ruby4_0 = "ruby4.0",
    }
}

text_enum! {
    /// The values of `Code.S3ObjectStorageMode`.
    S3ObjectStorageMode {
        Copy = "COPY",
        Reference = "REFERENCE",
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

text_enum! {
    /// The values of `TenancyConfig.TenantIsolationMode`.
    TenantIsolationMode {
        PerTenant = "PER_TENANT",
    }
}

text_enum! {
    /// The values of `TracingConfig.Mode`.
    TracingConfigMode {
        Active = "Active",
        PassThrough = "PassThrough",
    }
}

text_enum! {
    /// The values of `RuntimeManagementConfig.UpdateRuntimeOn`.
    UpdateRuntimeOn {
        Auto = "Auto",
        FunctionUpdate = "FunctionUpdate",
        Manual = "Manual",
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::Lambda::Function",
    properties: &FUNCTION,
    create_only: &["FunctionName", "PackageType", "TenancyConfig"],
    conditional_create_only: &["DurableConfig"],
    read_only: &[
        "Arn",
        "SnapStartResponse",
        "SnapStartResponse.ApplyOn",
        "SnapStartResponse.OptimizationStatus",
    ],
    write_only: &[
        "Code.ImageUri",
        "Code.S3Bucket",
        "Code.S3Key",
        "Code.S3ObjectStorageMode",
        "Code.S3ObjectVersion",
        "Code.SourceKMSKeyArn",
        "Code.ZipFile",
        "PublishToLatestPublished",
        "SnapStart",
        "SnapStart.ApplyOn",
    ],
    primary_identifier: &["FunctionName"],
    reference: Reference::Id,
    attributes: &[
        Attribute::scalar("Arn"),
        Attribute::object("SnapStartResponse"),
        Attribute::scalar("SnapStartResponse.ApplyOn"),
        Attribute::scalar("SnapStartResponse.OptimizationStatus"),
    ],
    stateful: false,
};

static CAPACITY_PROVIDER_CONFIG: Object = Object {
    properties: &[Property::required(
        "LambdaManagedInstancesCapacityProviderConfig",
        Shape::Object(&LAMBDA_MANAGED_INSTANCES_CAPACITY_PROVIDER_CONFIG),
    )],
    constraints: &[],
};

static CODE: Object = Object {
    properties: &[
        Property::optional("ImageUri", Shape::TEXT),
        Property::optional(
            "S3Bucket",
            Shape::TEXT
                .pattern(r"^[0-9A-Za-z\.\-_]*(?<!\.)$")
                .min_length(3)
                .max_length(63),
        ),
        Property::optional("S3Key", Shape::TEXT.min_length(1).max_length(1024)),
        Property::optional("S3ObjectStorageMode", Shape::one_of(S3ObjectStorageMode::VALUES)),
        Property::optional("S3ObjectVersion", Shape::TEXT.min_length(1).max_length(1024)),
        Property::optional(
            "SourceKMSKeyArn",
            Shape::TEXT
                .pattern("^(arn:(aws[a-zA-Z-]*)?:[a-z0-9-.]+:.*)|()$")
                .max_length(10000),
        ),
        Property::optional("ZipFile", Shape::TEXT),
    ],
    constraints: &[],
};

static DEAD_LETTER_CONFIG: Object = Object {
    properties: &[Property::optional(
        "TargetArn",
        Shape::TEXT
            .pattern("^(arn:(aws[a-zA-Z-]*)?:[a-z0-9-.]+:.*)|()$")
            .max_length(10000),
    )],
    constraints: &[],
};

static DURABLE_CONFIG: Object = Object {
    properties: &[
        Property::required("ExecutionTimeout", Shape::INTEGER.min(1.0).max(31_622_400.0)),
        Property::optional(
            "KMSKeyArn",
            Shape::TEXT
                .pattern("^(arn:(aws[a-zA-Z-]*)?:[a-z0-9-.]+:.*)|()$")
                .max_length(10000),
        ),
        Property::optional("RetentionPeriodInDays", Shape::INTEGER.min(1.0).max(90.0)),
    ],
    constraints: &[],
};

static ENVIRONMENT: Object = Object {
    properties: &[Property::optional("Variables", Shape::Map(&Shape::TEXT))],
    constraints: &[],
};

static EPHEMERAL_STORAGE: Object = Object {
    properties: &[Property::required("Size", Shape::INTEGER.min(512.0).max(32768.0))],
    constraints: &[],
};

static FILE_SYSTEM_CONFIG: Object = Object {
    properties: &[
        Property::required("Arn", Shape::TEXT.pattern(PATTERN_1).max_length(200)),
        Property::required(
            "LocalMountPath",
            Shape::TEXT.pattern("^/mnt/[a-zA-Z0-9-_.]+$").max_length(160),
        ),
        Property::optional("S3FilesConfig", Shape::Object(&S3_FILES_CONFIG)),
    ],
    constraints: &[],
};

static FUNCTION: Object = Object {
    properties: &[
        Property::optional(
            "Architectures",
            Shape::list(&Shape::one_of(Architecture::VALUES))
                .min_length(1)
                .max_length(1)
                .unique(),
        ),
        Property::optional("Arn", Shape::Json),
        Property::optional("CapacityProviderConfig", Shape::Object(&CAPACITY_PROVIDER_CONFIG)),
        Property::required("Code", Shape::Object(&CODE)),
        Property::optional(
            "CodeSigningConfigArn",
            Shape::TEXT.pattern(PATTERN_2).max_length(200),
        ),
        Property::optional("DeadLetterConfig", Shape::Object(&DEAD_LETTER_CONFIG)),
        Property::optional("Description", Shape::TEXT.max_length(256)),
        Property::optional("DurableConfig", Shape::Object(&DURABLE_CONFIG)),
        Property::optional("Environment", Shape::Object(&ENVIRONMENT)),
        Property::optional("EphemeralStorage", Shape::Object(&EPHEMERAL_STORAGE)),
        Property::optional(
            "FileSystemConfigs",
            Shape::list(&Shape::Object(&FILE_SYSTEM_CONFIG)).max_length(1),
        ),
        Property::optional("FunctionName", Shape::TEXT.pattern(PATTERN_3).min_length(1)),
        Property::optional("FunctionScalingConfig", Shape::Object(&FUNCTION_SCALING_CONFIG)),
        Property::optional("Handler", Shape::TEXT.pattern(r"^[^\s]+$").max_length(128)),
        Property::optional("ImageConfig", Shape::Object(&IMAGE_CONFIG)),
        Property::optional(
            "KmsKeyArn",
            Shape::TEXT
                .pattern("^(arn:(aws[a-zA-Z-]*)?:[a-z0-9-.]+:.*)|()$")
                .max_length(10000),
        ),
        Property::optional(
            "Layers",
            Shape::list(&Shape::TEXT.pattern(PATTERN_4).min_length(1))
                .max_length(5)
                .unique(),
        ),
        Property::optional("LoggingConfig", Shape::Object(&LOGGING_CONFIG)),
        Property::optional("MemorySize", Shape::INTEGER.min(128.0).max(32768.0)),
        Property::optional("PackageType", Shape::one_of(PackageType::VALUES)),
        Property::optional("PublishToLatestPublished", Shape::Boolean),
        Property::optional("RecursiveLoop", Shape::one_of(RecursiveLoop::VALUES)),
        Property::optional("ReservedConcurrentExecutions", Shape::INTEGER.min(0.0)),
        Property::required("Role", Shape::TEXT.pattern(PATTERN_5).max_length(10000)),
        Property::optional("Runtime", Shape::one_of(Runtime::VALUES)),
        Property::optional(
            "RuntimeManagementConfig",
            Shape::Object(&RUNTIME_MANAGEMENT_CONFIG),
        ),
        Property::optional("SnapStart", Shape::Object(&SNAP_START)),
        Property::optional("SnapStartResponse", Shape::Json),
        Property::optional("Tags", Shape::list(&Shape::Object(&TAG)).unique()),
        Property::optional("TenancyConfig", Shape::Object(&TENANCY_CONFIG)),
        Property::optional("Timeout", Shape::INTEGER.min(1.0).max(5400.0)),
        Property::optional("TracingConfig", Shape::Object(&TRACING_CONFIG)),
        Property::optional("VpcConfig", Shape::Object(&VPC_CONFIG)),
    ],
    constraints: &[Constraint::Unless(
        "PackageType",
        "Image",
        &["Handler", "Runtime"],
    )],
};

static FUNCTION_SCALING_CONFIG: Object = Object {
    properties: &[
        Property::optional("MaxExecutionEnvironments", Shape::INTEGER.min(0.0).max(15000.0)),
        Property::optional("MinExecutionEnvironments", Shape::INTEGER.min(0.0).max(15000.0)),
    ],
    constraints: &[],
};

static IMAGE_CONFIG: Object = Object {
    properties: &[
        Property::optional("Command", Shape::list(&Shape::TEXT).max_length(1500).unique()),
        Property::optional("EntryPoint", Shape::list(&Shape::TEXT).max_length(1500).unique()),
        Property::optional("WorkingDirectory", Shape::TEXT.max_length(1000)),
    ],
    constraints: &[],
};

static LAMBDA_MANAGED_INSTANCES_CAPACITY_PROVIDER_CONFIG: Object = Object {
    properties: &[
        Property::required(
            "CapacityProviderArn",
            Shape::TEXT.pattern(PATTERN_6).min_length(1).max_length(140),
        ),
        Property::optional(
            "ExecutionEnvironmentMemoryGiBPerVCpu",
            Shape::NUMBER.min(2.0).max(8.0),
        ),
        Property::optional(
            "PerExecutionEnvironmentMaxConcurrency",
            Shape::INTEGER.min(1.0).max(1600.0),
        ),
    ],
    constraints: &[],
};

static LOGGING_CONFIG: Object = Object {
    properties: &[
        Property::optional("ApplicationLogLevel", Shape::one_of(ApplicationLogLevel::VALUES)),
        Property::optional("LogFormat", Shape::one_of(LogFormat::VALUES)),
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

static RUNTIME_MANAGEMENT_CONFIG: Object = Object {
    properties: &[
        Property::optional("RuntimeVersionArn", Shape::TEXT),
        Property::required("UpdateRuntimeOn", Shape::one_of(UpdateRuntimeOn::VALUES)),
    ],
    constraints: &[],
};

static S3_FILES_CONFIG: Object = Object {
    properties: &[Property::optional(
        "DirectS3Read",
        Shape::one_of(DirectS3Read::VALUES),
    )],
    constraints: &[],
};

static SNAP_START: Object = Object {
    properties: &[Property::required("ApplyOn", Shape::one_of(ApplyOn::VALUES))],
    constraints: &[],
};

static TAG: Object = Object {
    properties: &[
        Property::required("Key", Shape::TEXT.min_length(1).max_length(128)),
        Property::optional("Value", Shape::TEXT.max_length(256)),
    ],
    constraints: &[],
};

static TENANCY_CONFIG: Object = Object {
    properties: &[Property::required(
        "TenantIsolationMode",
        Shape::one_of(TenantIsolationMode::VALUES),
    )],
    constraints: &[],
};

static TRACING_CONFIG: Object = Object {
    properties: &[Property::optional(
        "Mode",
        Shape::one_of(TracingConfigMode::VALUES),
    )],
    constraints: &[],
};

static VPC_CONFIG: Object = Object {
    properties: &[
        Property::optional("Ipv6AllowedForDualStack", Shape::Boolean),
        Property::optional(
            "SecurityGroupIds",
            Shape::list(&Shape::TEXT.pattern("^sg-[0-9a-zA-Z]*$").max_length(1024)).max_length(5),
        ),
        Property::optional(
            "SubnetIds",
            Shape::list(&Shape::TEXT.pattern("^subnet-[0-9a-z]*$").max_length(1024)).max_length(16),
        ),
    ],
    constraints: &[],
};

const PATTERN_1: &str = r"^arn:aws[a-zA-Z-]*:elasticfilesystem:(eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\d{1}:\d{12}:access-point/fsap-[a-f0-9]{17}$|^arn:aws[-a-z]*:s3files:[0-9a-z-:]+:file-system/fs-[0-9a-f]{17,40}/access-point/fsap-[0-9a-f]{17,40}$";
const PATTERN_2: &str = r"arn:(aws[a-zA-Z-]*)?:lambda:(eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\d{1}:\d{12}:code-signing-config:csc-[a-z0-9]{17}";
const PATTERN_3: &str =
    r"^([a-zA-Z0-9_-]{1,64}|arn:[a-zA-Z0-9-]+:lambda:[a-zA-Z0-9-]+:\d{12}:function:[a-zA-Z0-9_-]{1,64})$";
const PATTERN_4: &str = r"^(arn:[a-zA-Z0-9-]+:lambda:[a-zA-Z0-9-]+:\d{12}:layer:[a-zA-Z0-9-_]+:[0-9]+|arn:[a-zA-Z0-9-]+:lambda:::awslayer:[a-zA-Z0-9-_]+)$";
const PATTERN_5: &str = r"^arn:(aws[a-zA-Z-]*)?:iam::\d{12}:role/?[a-zA-Z_0-9+=,.@\-_/]+$";
const PATTERN_6: &str = r"^arn:aws[a-zA-Z-]*:lambda:(eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\d{1}:\d{12}:capacity-provider:[a-zA-Z0-9-_]+$";
