//! `AWS::Events::Rule`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    reference::{Arn, Id},
    resource,
    schema::{Attribute, Constraint, Object, Property, Reference, Shape, TypeSchema},
    tag::Tag,
    text_enum::text_enum,
    value::{Json, List, Map, ObjectWriter, ToJson, Value},
};

/// Creates or updates the specified rule. Rules are enabled by default, or based on value of the state. You
/// can disable a rule using
/// [DisableRule](https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_DisableRule.html).
///
/// `AWS::Events::Rule`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Rule {
    /// The description of the rule.
    ///
    /// Length: at most 512.
    pub description: Option<Value<String>>,
    /// The name or ARN of the event bus associated with the rule. If you omit this, the default event bus is
    /// used.
    ///
    /// Update requires: replacement under some conditions. Length: 1 to 1600.
    pub event_bus_name: Option<Value<String>>,
    /// The event pattern of the rule. For more information, see [Events and Event
    /// Patterns](https://docs.aws.amazon.com/eventbridge/latest/userguide/eventbridge-and-event-patterns.html)
    /// in the **Amazon EventBridge User Guide**.
    pub event_pattern: Option<Value<Json>>,
    /// The name of the rule.
    ///
    /// Update requires: replacement. Length: 1 to 64. Pattern: `^[\.\-_A-Za-z0-9]+$`.
    pub name: Option<Value<String>>,
    /// The Amazon Resource Name (ARN) of the role that is used for target invocation.
    ///
    /// Length: 1 to 1600.
    pub role_arn: Option<Value<Arn<kind::iam::Role>>>,
    /// The scheduling expression. For example, "cron(0 20 * * ? *)", "rate(5 minutes)". For more information,
    /// see [Creating an Amazon EventBridge rule that runs on a
    /// schedule](https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-rule-schedule.html).
    ///
    /// Length: at most 256. Pattern: `^(rate\(.+\)|cron\(.+\))?$`.
    pub schedule_expression: Option<Value<String>>,
    /// The state of the rule.
    pub state: Option<Value<RuleState>>,
    /// Any tags assigned to the event rule.
    pub tags: Option<Value<List<Tag>>>,
    /// Adds the specified targets to the specified rule, or updates the targets if they are already
    /// associated with the rule.
    ///
    /// Items: at most 5.
    pub targets: Option<Value<List<Target>>>,
}

impl Rule {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for Rule {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("Description", self.description.as_ref());
        object.optional("EventBusName", self.event_bus_name.as_ref());
        object.optional("EventPattern", self.event_pattern.as_ref());
        object.optional("Name", self.name.as_ref());
        object.optional("RoleArn", self.role_arn.as_ref());
        object.optional("ScheduleExpression", self.schedule_expression.as_ref());
        object.optional("State", self.state.as_ref());
        object.optional("Tags", self.tags.as_ref());
        object.optional("Targets", self.targets.as_ref());
        object.finish()
    }
}

impl resource::Resource for Rule {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::events::Rule;
    type Reference = Id<kind::events::Rule>;
}

impl Handle<Rule> {
    /// The ARN of the rule, such as `arn:aws:events:us-east-2:123456789012:rule/example`.
    ///
    /// `Fn::GetAtt` of `Arn`.
    pub fn arn(&self) -> Value<Arn<kind::events::Rule>> {
        self.attribute("Arn")
    }

    /// The name of the rule, exposed as a read-only attribute for use with Fn::GetAtt.
    ///
    /// `Fn::GetAtt` of `RuleName`.
    pub fn rule_name(&self) -> Value<String> {
        self.attribute("RuleName")
    }
}

/// Contains the GraphQL operation to be parsed and executed, if the event target is an AWS AppSync API.
#[derive(Debug, Clone, PartialEq)]
pub struct AppSyncParameters {
    /// The GraphQL operation; that is, the query, mutation, or subscription to be parsed and executed by the
    /// GraphQL service.
    pub graph_ql_operation: Value<String>,
}

impl AppSyncParameters {
    /// With the required properties only.
    pub fn new(graph_ql_operation: impl Into<Value<String>>) -> Self {
        Self {
            graph_ql_operation: graph_ql_operation.into(),
        }
    }
}

impl ToJson for AppSyncParameters {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("GraphQLOperation", &self.graph_ql_operation);
        object.finish()
    }
}

/// This structure specifies the VPC subnets and security groups for the task, and whether a public IP address
/// is to be used. This structure is relevant only for ECS tasks that use the `awsvpc` network mode.
#[derive(Debug, Clone, PartialEq)]
pub struct AwsVpcConfiguration {
    /// Specifies whether the task's elastic network interface receives a public IP address. You can specify
    /// `ENABLED` only when `LaunchType` in `EcsParameters` is set to `FARGATE`.
    pub assign_public_ip: Option<Value<AssignPublicIp>>,
    /// Specifies the security groups associated with the task. These security groups must all be in the same
    /// VPC. You can specify as many as five security groups. If you do not specify a security group, the
    /// default security group for the VPC is used.
    pub security_groups: Option<Value<List<String>>>,
    /// Specifies the subnets associated with the task. These subnets must all be in the same VPC. You can
    /// specify as many as 16 subnets.
    pub subnets: Value<List<String>>,
}

impl AwsVpcConfiguration {
    /// With the required properties only.
    pub fn new(subnets: impl Into<Value<List<String>>>) -> Self {
        Self {
            assign_public_ip: None,
            security_groups: None,
            subnets: subnets.into(),
        }
    }
}

impl ToJson for AwsVpcConfiguration {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("AssignPublicIp", self.assign_public_ip.as_ref());
        object.optional("SecurityGroups", self.security_groups.as_ref());
        object.required("Subnets", &self.subnets);
        object.finish()
    }
}

/// The array properties for the submitted job, such as the size of the array. The array size can be between 2
/// and 10,000. If you specify array properties for a job, it becomes an array job. This parameter is used
/// only if the target is an AWS Batch job.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct BatchArrayProperties {
    /// The size of the array, if this is an array batch job. Valid values are integers between 2 and 10,000.
    pub size: Option<Value<i64>>,
}

impl BatchArrayProperties {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for BatchArrayProperties {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("Size", self.size.as_ref());
        object.finish()
    }
}

/// The custom parameters to be used when the target is an AWS Batch job.
#[derive(Debug, Clone, PartialEq)]
pub struct BatchParameters {
    /// The array properties for the submitted job, such as the size of the array. The array size can be
    /// between 2 and 10,000. If you specify array properties for a job, it becomes an array job. This
    /// parameter is used only if the target is an AWS Batch job.
    pub array_properties: Option<Value<BatchArrayProperties>>,
    /// The ARN or name of the job definition to use if the event target is an AWS Batch job. This job
    /// definition must already exist.
    pub job_definition: Value<String>,
    /// The name to use for this execution of the job, if the target is an AWS Batch job.
    pub job_name: Value<String>,
    /// The retry strategy to use for failed jobs, if the target is an AWS Batch job. The retry strategy is
    /// the number of times to retry the failed job execution. Valid values are 1–10. When you specify a retry
    /// strategy here, it overrides the retry strategy defined in the job definition.
    pub retry_strategy: Option<Value<BatchRetryStrategy>>,
}

impl BatchParameters {
    /// With the required properties only.
    pub fn new(job_definition: impl Into<Value<String>>, job_name: impl Into<Value<String>>) -> Self {
        Self {
            array_properties: None,
            job_definition: job_definition.into(),
            job_name: job_name.into(),
            retry_strategy: None,
        }
    }
}

impl ToJson for BatchParameters {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("ArrayProperties", self.array_properties.as_ref());
        object.required("JobDefinition", &self.job_definition);
        object.required("JobName", &self.job_name);
        object.optional("RetryStrategy", self.retry_strategy.as_ref());
        object.finish()
    }
}

/// The retry strategy to use for failed jobs, if the target is an AWS Batch job. If you specify a retry
/// strategy here, it overrides the retry strategy defined in the job definition.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct BatchRetryStrategy {
    /// The number of times to attempt to retry, if the job fails. Valid values are 1–10.
    pub attempts: Option<Value<i64>>,
}

impl BatchRetryStrategy {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for BatchRetryStrategy {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("Attempts", self.attempts.as_ref());
        object.finish()
    }
}

/// The details of a capacity provider strategy. To learn more, see
/// [CapacityProviderStrategyItem](https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CapacityProviderStrategyItem.html)
/// in the Amazon ECS API Reference.
#[derive(Debug, Clone, PartialEq)]
pub struct CapacityProviderStrategyItem {
    /// The base value designates how many tasks, at a minimum, to run on the specified capacity provider.
    /// Only one capacity provider in a capacity provider strategy can have a base defined. If no value is
    /// specified, the default value of 0 is used.
    ///
    /// Range: 0 to 100000.
    pub base: Option<Value<i64>>,
    /// The short name of the capacity provider.
    ///
    /// Length: 1 to 255.
    pub capacity_provider: Value<String>,
    /// The weight value designates the relative percentage of the total number of tasks launched that should
    /// use the specified capacity provider. The weight value is taken into consideration after the base
    /// value, if defined, is satisfied.
    ///
    /// Range: 0 to 1000.
    pub weight: Option<Value<i64>>,
}

impl CapacityProviderStrategyItem {
    /// With the required properties only.
    pub fn new(capacity_provider: impl Into<Value<String>>) -> Self {
        Self {
            base: None,
            capacity_provider: capacity_provider.into(),
            weight: None,
        }
    }
}

impl ToJson for CapacityProviderStrategyItem {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("Base", self.base.as_ref());
        object.required("CapacityProvider", &self.capacity_provider);
        object.optional("Weight", self.weight.as_ref());
        object.finish()
    }
}

/// Configuration details of the Amazon SQS queue for EventBridge to use as a dead-letter queue (DLQ).
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DeadLetterConfig {
    /// The ARN of the SQS queue specified as the target for the dead-letter queue.
    ///
    /// Length: 1 to 1600.
    pub arn: Option<Value<Arn<kind::sqs::Queue>>>,
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
        object.optional("Arn", self.arn.as_ref());
        object.finish()
    }
}

/// The custom parameters to be used when the target is an Amazon ECS task.
#[derive(Debug, Clone, PartialEq)]
pub struct EcsParameters {
    /// The capacity provider strategy to use for the task.
    ///
    /// Items: at most 6.
    pub capacity_provider_strategy: Option<Value<List<CapacityProviderStrategyItem>>>,
    /// Specifies whether to enable Amazon ECS managed tags for the task. For more information, see [Tagging
    /// Your Amazon ECS
    /// Resources](https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-using-tags.html) in the
    /// Amazon Elastic Container Service Developer Guide.
    pub enable_ecs_managed_tags: Option<Value<bool>>,
    /// Whether or not to enable the execute command functionality for the containers in this task. If true,
    /// this enables execute command functionality on all containers in the task.
    pub enable_execute_command: Option<Value<bool>>,
    /// Specifies an ECS task group for the task. The maximum length is 255 characters.
    pub group: Option<Value<String>>,
    /// Specifies the launch type on which your task is running. The launch type that you specify here must
    /// match one of the launch type (compatibilities) of the target task. The `FARGATE` value is supported
    /// only in the Regions where AWS Fargate with Amazon ECS is supported. For more information, see [AWS
    /// Fargate on Amazon ECS](https://docs.aws.amazon.com/AmazonECS/latest/developerguide/AWS-Fargate.html)
    /// in the *Amazon Elastic Container Service Developer Guide*.
    pub launch_type: Option<Value<LaunchType>>,
    /// Use this structure if the Amazon ECS task uses the `awsvpc` network mode. This structure specifies the
    /// VPC subnets and security groups associated with the task, and whether a public IP address is to be
    /// used. This structure is required if `LaunchType` is `FARGATE` because the `awsvpc` mode is required
    /// for Fargate tasks.
    pub network_configuration: Option<Value<NetworkConfiguration>>,
    /// An array of placement constraint objects to use for the task. You can specify up to 10 constraints per
    /// task (including constraints in the task definition and those specified at runtime).
    ///
    /// Items: at most 10.
    pub placement_constraints: Option<Value<List<PlacementConstraint>>>,
    /// The placement strategy objects to use for the task. You can specify a maximum of five strategy rules
    /// per task.
    pub placement_strategies: Option<Value<List<PlacementStrategy>>>,
    /// Specifies the platform version for the task. Specify only the numeric portion of the platform version,
    /// such as `1.1.0`.
    pub platform_version: Option<Value<String>>,
    /// Specifies whether to propagate the tags from the task definition to the task. If no value is
    /// specified, the tags are not propagated. Tags can only be propagated to the task during task creation.
    /// To add tags to a task after task creation, use the TagResource API action.
    pub propagate_tags: Option<Value<PropagateTags>>,
    /// The reference ID to use for the task.
    ///
    /// Length: at most 1024.
    pub reference_id: Option<Value<String>>,
    /// The metadata that you apply to the task to help you categorize and organize them. Each tag consists of
    /// a key and an optional value, both of which you define. To learn more, see
    /// [RunTask](https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html#ECS-RunTask-request-tags)
    /// in the Amazon ECS API Reference.
    pub tag_list: Option<Value<List<Tag>>>,
    /// The number of tasks to create based on `TaskDefinition`. The default is 1.
    ///
    /// Range: 1 or more.
    pub task_count: Option<Value<i64>>,
    /// The ARN of the task definition to use if the event target is an Amazon ECS task.
    ///
    /// Length: 1 to 1600.
    pub task_definition_arn: Value<String>,
}

impl EcsParameters {
    /// With the required properties only.
    pub fn new(task_definition_arn: impl Into<Value<String>>) -> Self {
        Self {
            capacity_provider_strategy: None,
            enable_ecs_managed_tags: None,
            enable_execute_command: None,
            group: None,
            launch_type: None,
            network_configuration: None,
            placement_constraints: None,
            placement_strategies: None,
            platform_version: None,
            propagate_tags: None,
            reference_id: None,
            tag_list: None,
            task_count: None,
            task_definition_arn: task_definition_arn.into(),
        }
    }
}

impl ToJson for EcsParameters {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional(
            "CapacityProviderStrategy",
            self.capacity_provider_strategy.as_ref(),
        );
        object.optional("EnableECSManagedTags", self.enable_ecs_managed_tags.as_ref());
        object.optional("EnableExecuteCommand", self.enable_execute_command.as_ref());
        object.optional("Group", self.group.as_ref());
        object.optional("LaunchType", self.launch_type.as_ref());
        object.optional("NetworkConfiguration", self.network_configuration.as_ref());
        object.optional("PlacementConstraints", self.placement_constraints.as_ref());
        object.optional("PlacementStrategies", self.placement_strategies.as_ref());
        object.optional("PlatformVersion", self.platform_version.as_ref());
        object.optional("PropagateTags", self.propagate_tags.as_ref());
        object.optional("ReferenceId", self.reference_id.as_ref());
        object.optional("TagList", self.tag_list.as_ref());
        object.optional("TaskCount", self.task_count.as_ref());
        object.required("TaskDefinitionArn", &self.task_definition_arn);
        object.finish()
    }
}

/// These are custom parameter to be used when the target is an API Gateway APIs or EventBridge
/// ApiDestinations. In the latter case, these are merged with any InvocationParameters specified on the
/// Connection, with any values from the Connection taking precedence.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct HttpParameters {
    /// The headers that need to be sent as part of request invoking the API Gateway API or EventBridge
    /// ApiDestination.
    pub header_parameters: Option<Value<Map<String>>>,
    /// The path parameter values to be used to populate API Gateway API or EventBridge ApiDestination path
    /// wildcards ("*").
    pub path_parameter_values: Option<Value<List<String>>>,
    /// The query string keys/values that need to be sent as part of request invoking the API Gateway API or
    /// EventBridge ApiDestination.
    pub query_string_parameters: Option<Value<Map<String>>>,
}

impl HttpParameters {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for HttpParameters {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("HeaderParameters", self.header_parameters.as_ref());
        object.optional("PathParameterValues", self.path_parameter_values.as_ref());
        object.optional("QueryStringParameters", self.query_string_parameters.as_ref());
        object.finish()
    }
}

/// Contains the parameters needed for you to provide custom input to a target based on one or more pieces of
/// data extracted from the event.
#[derive(Debug, Clone, PartialEq)]
pub struct InputTransformer {
    /// Map of JSON paths to be extracted from the event. You can then insert these in the template in
    /// `InputTemplate` to produce the output you want to be sent to the target.
    pub input_paths_map: Option<Value<Map<String>>>,
    /// Input template where you specify placeholders that will be filled with the values of the keys from
    /// `InputPathsMap` to customize the data sent to the target. Enclose each `InputPathsMaps` value in
    /// brackets: \< *value* \>
    ///
    /// Length: 1 to 8192.
    pub input_template: Value<String>,
}

impl InputTransformer {
    /// With the required properties only.
    pub fn new(input_template: impl Into<Value<String>>) -> Self {
        Self {
            input_paths_map: None,
            input_template: input_template.into(),
        }
    }
}

impl ToJson for InputTransformer {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("InputPathsMap", self.input_paths_map.as_ref());
        object.required("InputTemplate", &self.input_template);
        object.finish()
    }
}

/// This object enables you to specify a JSON path to extract from the event and use as the partition key for
/// the Amazon Kinesis data stream, so that you can control the shard to which the event goes. If you do not
/// include this parameter, the default is to use the `eventId` as the partition key.
#[derive(Debug, Clone, PartialEq)]
pub struct KinesisParameters {
    /// The JSON path to be extracted from the event and used as the partition key. For more information, see
    /// [Amazon Kinesis Streams Key
    /// Concepts](https://docs.aws.amazon.com/streams/latest/dev/key-concepts.html#partition-key) in the
    /// *Amazon Kinesis Streams Developer Guide*.
    ///
    /// Length: at most 256.
    pub partition_key_path: Value<String>,
}

impl KinesisParameters {
    /// With the required properties only.
    pub fn new(partition_key_path: impl Into<Value<String>>) -> Self {
        Self {
            partition_key_path: partition_key_path.into(),
        }
    }
}

impl ToJson for KinesisParameters {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("PartitionKeyPath", &self.partition_key_path);
        object.finish()
    }
}

/// This structure specifies the network configuration for an ECS task.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct NetworkConfiguration {
    /// Use this structure to specify the VPC subnets and security groups for the task, and whether a public
    /// IP address is to be used. This structure is relevant only for ECS tasks that use the `awsvpc` network
    /// mode.
    pub aws_vpc_configuration: Option<Value<AwsVpcConfiguration>>,
}

impl NetworkConfiguration {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for NetworkConfiguration {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("AwsVpcConfiguration", self.aws_vpc_configuration.as_ref());
        object.finish()
    }
}

/// An object representing a constraint on task placement. To learn more, see [Task Placement
/// Constraints](https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-placement-constraints.html)
/// in the Amazon Elastic Container Service Developer Guide.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct PlacementConstraint {
    /// A cluster query language expression to apply to the constraint. You cannot specify an expression if
    /// the constraint type is `distinctInstance`. To learn more, see [Cluster Query
    /// Language](https://docs.aws.amazon.com/AmazonECS/latest/developerguide/cluster-query-language.html) in
    /// the Amazon Elastic Container Service Developer Guide.
    ///
    /// Length: at most 2000.
    pub expression: Option<Value<String>>,
    /// The type of constraint. Use distinctInstance to ensure that each task in a particular group is running
    /// on a different container instance. Use memberOf to restrict the selection to a group of valid
    /// candidates.
    pub r#type: Option<Value<PlacementConstraintType>>,
}

impl PlacementConstraint {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for PlacementConstraint {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("Expression", self.expression.as_ref());
        object.optional("Type", self.r#type.as_ref());
        object.finish()
    }
}

/// The task placement strategy for a task or service. To learn more, see [Task Placement
/// Strategies](https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-placement-strategies.html) in
/// the Amazon Elastic Container Service Service Developer Guide.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct PlacementStrategy {
    /// The field to apply the placement strategy against. For the spread placement strategy, valid values are
    /// instanceId (or host, which has the same effect), or any platform or custom attribute that is applied
    /// to a container instance, such as attribute:ecs.availability-zone. For the binpack placement strategy,
    /// valid values are cpu and memory. For the random placement strategy, this field is not used.
    pub field: Option<Value<String>>,
    /// The type of placement strategy. The random placement strategy randomly places tasks on available
    /// candidates. The spread placement strategy spreads placement across available candidates evenly based
    /// on the field parameter. The binpack strategy places tasks on available candidates that have the least
    /// available amount of the resource that is specified with the field parameter. For example, if you
    /// binpack on memory, a task is placed on the instance with the least amount of remaining memory (but
    /// still enough to run the task).
    pub r#type: Option<Value<String>>,
}

impl PlacementStrategy {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for PlacementStrategy {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("Field", self.field.as_ref());
        object.optional("Type", self.r#type.as_ref());
        object.finish()
    }
}

/// These are custom parameters to be used when the target is a Amazon Redshift cluster to invoke the Amazon
/// Redshift Data API ExecuteStatement based on EventBridge events.
#[derive(Debug, Clone, PartialEq)]
pub struct RedshiftDataParameters {
    /// The name of the database. Required when authenticating using temporary credentials.
    ///
    /// Length: 1 to 64.
    pub database: Value<String>,
    /// The database user name. Required when authenticating using temporary credentials.
    ///
    /// Length: 1 to 128.
    pub db_user: Option<Value<String>>,
    /// The name or ARN of the secret that enables access to the database. Required when authenticating using
    /// AWS Secrets Manager.
    ///
    /// Length: 1 to 1600.
    pub secret_manager_arn: Option<Value<String>>,
    /// The SQL statement text to run.
    ///
    /// Length: 1 to 100000.
    pub sql: Option<Value<String>>,
    /// One or more SQL statements to run. The SQL statements are run as a single transaction. They run
    /// serially in the order of the array. Subsequent SQL statements don't start until the previous statement
    /// in the array completes. If any SQL statement fails, then because they are run as one transaction, all
    /// work is rolled back.
    pub sqls: Option<Value<List<String>>>,
    /// The name of the SQL statement. You can name the SQL statement when you create it to identify the
    /// query.
    ///
    /// Length: 1 to 500.
    pub statement_name: Option<Value<String>>,
    /// Indicates whether to send an event back to EventBridge after the SQL statement runs.
    pub with_event: Option<Value<bool>>,
}

impl RedshiftDataParameters {
    /// With the required properties only.
    pub fn new(database: impl Into<Value<String>>) -> Self {
        Self {
            database: database.into(),
            db_user: None,
            secret_manager_arn: None,
            sql: None,
            sqls: None,
            statement_name: None,
            with_event: None,
        }
    }
}

impl ToJson for RedshiftDataParameters {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Database", &self.database);
        object.optional("DbUser", self.db_user.as_ref());
        object.optional("SecretManagerArn", self.secret_manager_arn.as_ref());
        object.optional("Sql", self.sql.as_ref());
        object.optional("Sqls", self.sqls.as_ref());
        object.optional("StatementName", self.statement_name.as_ref());
        object.optional("WithEvent", self.with_event.as_ref());
        object.finish()
    }
}

/// A `RetryPolicy` object that includes information about the retry policy settings.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct RetryPolicy {
    /// The maximum amount of time, in seconds, to continue to make retry attempts.
    ///
    /// Range: 60 to 86400.
    pub maximum_event_age_in_seconds: Option<Value<i64>>,
    /// The maximum number of retry attempts to make before the request fails. Retry attempts continue until
    /// either the maximum number of attempts is made or until the duration of the `MaximumEventAgeInSeconds`
    /// is met.
    ///
    /// Range: 0 to 185.
    pub maximum_retry_attempts: Option<Value<i64>>,
}

impl RetryPolicy {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for RetryPolicy {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional(
            "MaximumEventAgeInSeconds",
            self.maximum_event_age_in_seconds.as_ref(),
        );
        object.optional("MaximumRetryAttempts", self.maximum_retry_attempts.as_ref());
        object.finish()
    }
}

/// This parameter contains the criteria (either InstanceIds or a tag) used to specify which EC2 instances are
/// to be sent the command.
#[derive(Debug, Clone, PartialEq)]
pub struct RunCommandParameters {
    /// Currently, we support including only one RunCommandTarget block, which specifies either an array of
    /// InstanceIds or a tag.
    ///
    /// Items: 1 to 5.
    pub run_command_targets: Value<List<RunCommandTarget>>,
}

impl RunCommandParameters {
    /// With the required properties only.
    pub fn new(run_command_targets: impl Into<Value<List<RunCommandTarget>>>) -> Self {
        Self {
            run_command_targets: run_command_targets.into(),
        }
    }
}

impl ToJson for RunCommandParameters {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("RunCommandTargets", &self.run_command_targets);
        object.finish()
    }
}

/// Information about the EC2 instances that are to be sent the command, specified as key-value pairs. Each
/// `RunCommandTarget` block can include only one key, but this key may specify multiple values.
#[derive(Debug, Clone, PartialEq)]
pub struct RunCommandTarget {
    /// Can be either `tag:` *tag-key* or `InstanceIds`.
    ///
    /// Length: 1 to 128. Pattern: `^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$`.
    pub key: Value<String>,
    /// If `Key` is `tag:` *tag-key*, `Values` is a list of tag values. If `Key` is `InstanceIds`, `Values` is
    /// a list of Amazon EC2 instance IDs.
    ///
    /// Items: 1 to 50.
    pub values: Value<List<String>>,
}

impl RunCommandTarget {
    /// With the required properties only.
    pub fn new(key: impl Into<Value<String>>, values: impl Into<Value<List<String>>>) -> Self {
        Self {
            key: key.into(),
            values: values.into(),
        }
    }
}

impl ToJson for RunCommandTarget {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Key", &self.key);
        object.required("Values", &self.values);
        object.finish()
    }
}

/// Name/Value pair of a parameter to start execution of a SageMaker AI Model Building Pipeline.
#[derive(Debug, Clone, PartialEq)]
pub struct SageMakerPipelineParameter {
    /// Name of parameter to start execution of a SageMaker AI Model Building Pipeline.
    ///
    /// Length: 1 to 256. Pattern: `^[a-zA-Z0-9]([a-zA-Z0-9_-]*[a-zA-Z0-9])?$`.
    pub name: Value<String>,
    /// Value of parameter to start execution of a SageMaker AI Model Building Pipeline.
    ///
    /// Length: at most 1024.
    pub value: Value<String>,
}

impl SageMakerPipelineParameter {
    /// With the required properties only.
    pub fn new(name: impl Into<Value<String>>, value: impl Into<Value<String>>) -> Self {
        Self {
            name: name.into(),
            value: value.into(),
        }
    }
}

impl ToJson for SageMakerPipelineParameter {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Name", &self.name);
        object.required("Value", &self.value);
        object.finish()
    }
}

/// These are custom parameters to use when the target is a SageMaker AI Model Building Pipeline that starts
/// based on EventBridge events.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SageMakerPipelineParameters {
    /// List of Parameter names and values for SageMaker AI Model Building Pipeline execution.
    ///
    /// Items: at most 200.
    pub pipeline_parameter_list: Option<Value<List<SageMakerPipelineParameter>>>,
}

impl SageMakerPipelineParameters {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for SageMakerPipelineParameters {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("PipelineParameterList", self.pipeline_parameter_list.as_ref());
        object.finish()
    }
}

/// The custom parameters for EventBridge to use for a target that is an Amazon SQS fair or FIFO queue.
#[derive(Debug, Clone, PartialEq)]
pub struct SqsParameters {
    /// The ID of the message group to use as the target.
    pub message_group_id: Value<String>,
}

impl SqsParameters {
    /// With the required properties only.
    pub fn new(message_group_id: impl Into<Value<String>>) -> Self {
        Self {
            message_group_id: message_group_id.into(),
        }
    }
}

impl ToJson for SqsParameters {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("MessageGroupId", &self.message_group_id);
        object.finish()
    }
}

/// Targets are the resources to be invoked when a rule is triggered. For a complete list of services and
/// resources that can be set as a target, see
/// [PutTargets](https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutTargets.html).
#[derive(Debug, Clone, PartialEq)]
pub struct Target {
    /// Contains the GraphQL operation to be parsed and executed, if the event target is an AWS AppSync API.
    pub app_sync_parameters: Option<Value<AppSyncParameters>>,
    /// The Amazon Resource Name (ARN) of the target.
    ///
    /// Length: 1 to 1600.
    pub arn: Value<String>,
    /// If the event target is an AWS Batch job, this contains the job definition, job name, and other
    /// parameters. For more information, see
    /// [Jobs](https://docs.aws.amazon.com/batch/latest/userguide/jobs.html) in the *AWS Batch User Guide*.
    pub batch_parameters: Option<Value<BatchParameters>>,
    /// The `DeadLetterConfig` that defines the target queue to send dead-letter queue events to.
    pub dead_letter_config: Option<Value<DeadLetterConfig>>,
    /// Contains the Amazon ECS task definition and task count to be used, if the event target is an Amazon
    /// ECS task. For more information about Amazon ECS tasks, see [Task
    /// Definitions](https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_defintions.html) in the
    /// *Amazon EC2 Container Service Developer Guide*.
    pub ecs_parameters: Option<Value<EcsParameters>>,
    /// Contains the HTTP parameters to use when the target is a API Gateway endpoint or EventBridge
    /// ApiDestination.
    pub http_parameters: Option<Value<HttpParameters>>,
    /// The ID of the target within the specified rule. Use this ID to reference the target when updating the
    /// rule. We recommend using a memorable and unique string.
    ///
    /// Length: 1 to 64. Pattern: `^[\.\-_A-Za-z0-9]+$`.
    pub id: Value<String>,
    /// Valid JSON text passed to the target. In this case, nothing from the event itself is passed to the
    /// target. For more information, see [The JavaScript Object Notation (JSON) Data Interchange
    /// Format](https://docs.aws.amazon.com/http://www.rfc-editor.org/rfc/rfc7159.txt).
    ///
    /// Length: at most 8192.
    pub input: Option<Value<String>>,
    /// The value of the JSONPath that is used for extracting part of the matched event when passing it to the
    /// target. You may use JSON dot notation or bracket notation. For more information about JSON paths, see
    /// [JSONPath](https://docs.aws.amazon.com/http://goessner.net/articles/JsonPath/).
    ///
    /// Length: at most 256.
    pub input_path: Option<Value<String>>,
    /// Settings to enable you to provide custom input to a target based on certain event data. You can
    /// extract one or more key-value pairs from the event and then use that data to send customized input to
    /// the target.
    pub input_transformer: Option<Value<InputTransformer>>,
    /// The custom parameter you can use to control the shard assignment, when the target is a Kinesis data
    /// stream. If you do not include this parameter, the default is to use the `eventId` as the partition
    /// key.
    pub kinesis_parameters: Option<Value<KinesisParameters>>,
    /// Contains the Amazon Redshift Data API parameters to use when the target is a Amazon Redshift cluster.
    pub redshift_data_parameters: Option<Value<RedshiftDataParameters>>,
    /// The retry policy configuration to use for the dead-letter queue.
    pub retry_policy: Option<Value<RetryPolicy>>,
    /// The Amazon Resource Name (ARN) of the IAM role to be used for this target when the rule is triggered.
    /// If one rule triggers multiple targets, you can use a different IAM role for each target.
    ///
    /// Length: 1 to 1600.
    pub role_arn: Option<Value<Arn<kind::iam::Role>>>,
    /// Parameters used when you are using the rule to invoke Amazon EC2 Run Command.
    pub run_command_parameters: Option<Value<RunCommandParameters>>,
    /// Contains the SageMaker AI Model Building Pipeline parameters to start execution of a SageMaker AI
    /// Model Building Pipeline.
    pub sage_maker_pipeline_parameters: Option<Value<SageMakerPipelineParameters>>,
    /// Contains the message group ID to use when the target is an Amazon SQS fair or FIFO queue.
    pub sqs_parameters: Option<Value<SqsParameters>>,
}

impl Target {
    /// With the required properties only.
    pub fn new(arn: impl Into<Value<String>>, id: impl Into<Value<String>>) -> Self {
        Self {
            app_sync_parameters: None,
            arn: arn.into(),
            batch_parameters: None,
            dead_letter_config: None,
            ecs_parameters: None,
            http_parameters: None,
            id: id.into(),
            input: None,
            input_path: None,
            input_transformer: None,
            kinesis_parameters: None,
            redshift_data_parameters: None,
            retry_policy: None,
            role_arn: None,
            run_command_parameters: None,
            sage_maker_pipeline_parameters: None,
            sqs_parameters: None,
        }
    }
}

impl ToJson for Target {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("AppSyncParameters", self.app_sync_parameters.as_ref());
        object.required("Arn", &self.arn);
        object.optional("BatchParameters", self.batch_parameters.as_ref());
        object.optional("DeadLetterConfig", self.dead_letter_config.as_ref());
        object.optional("EcsParameters", self.ecs_parameters.as_ref());
        object.optional("HttpParameters", self.http_parameters.as_ref());
        object.required("Id", &self.id);
        object.optional("Input", self.input.as_ref());
        object.optional("InputPath", self.input_path.as_ref());
        object.optional("InputTransformer", self.input_transformer.as_ref());
        object.optional("KinesisParameters", self.kinesis_parameters.as_ref());
        object.optional("RedshiftDataParameters", self.redshift_data_parameters.as_ref());
        object.optional("RetryPolicy", self.retry_policy.as_ref());
        object.optional("RoleArn", self.role_arn.as_ref());
        object.optional("RunCommandParameters", self.run_command_parameters.as_ref());
        object.optional(
            "SageMakerPipelineParameters",
            self.sage_maker_pipeline_parameters.as_ref(),
        );
        object.optional("SqsParameters", self.sqs_parameters.as_ref());
        object.finish()
    }
}

text_enum! {
    /// The values of `AwsVpcConfiguration.AssignPublicIp`.
    AssignPublicIp {
        Disabled = "DISABLED",
        Enabled = "ENABLED",
    }
}

text_enum! {
    /// The values of `EcsParameters.LaunchType`.
    LaunchType {
        Ec2 = "EC2",
        External = "EXTERNAL",
        Fargate = "FARGATE",
    }
}

text_enum! {
    /// The values of `PlacementConstraint.Type`.
    PlacementConstraintType {
        DistinctInstance = "distinctInstance",
        MemberOf = "memberOf",
    }
}

text_enum! {
    /// The values of `EcsParameters.PropagateTags`.
    PropagateTags {
        TaskDefinition = "TASK_DEFINITION",
    }
}

text_enum! {
    /// The values of `Rule.State`.
    RuleState {
        Disabled = "DISABLED",
        Enabled = "ENABLED",
        EnabledWithAllCloudtrailManagementEvents = "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS",
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::Events::Rule",
    properties: &RULE,
    create_only: &["Name"],
    conditional_create_only: &["EventBusName"],
    read_only: &["Arn", "RuleName"],
    write_only: &[],
    primary_identifier: &["Arn"],
    reference: Reference::Id,
    attributes: &[Attribute::scalar("Arn"), Attribute::scalar("RuleName")],
    stateful: false,
};

static APP_SYNC_PARAMETERS: Object = Object {
    properties: &[Property::required("GraphQLOperation", Shape::TEXT)],
    constraints: &[],
};

static AWS_VPC_CONFIGURATION: Object = Object {
    properties: &[
        Property::optional("AssignPublicIp", Shape::one_of(AssignPublicIp::VALUES)),
        Property::optional("SecurityGroups", Shape::list(&Shape::TEXT).unique()),
        Property::required("Subnets", Shape::list(&Shape::TEXT)),
    ],
    constraints: &[],
};

static BATCH_ARRAY_PROPERTIES: Object = Object {
    properties: &[Property::optional("Size", Shape::INTEGER)],
    constraints: &[],
};

static BATCH_PARAMETERS: Object = Object {
    properties: &[
        Property::optional("ArrayProperties", Shape::Object(&BATCH_ARRAY_PROPERTIES)),
        Property::required("JobDefinition", Shape::TEXT),
        Property::required("JobName", Shape::TEXT),
        Property::optional("RetryStrategy", Shape::Object(&BATCH_RETRY_STRATEGY)),
    ],
    constraints: &[],
};

static BATCH_RETRY_STRATEGY: Object = Object {
    properties: &[Property::optional("Attempts", Shape::INTEGER)],
    constraints: &[],
};

static CAPACITY_PROVIDER_STRATEGY_ITEM: Object = Object {
    properties: &[
        Property::optional("Base", Shape::INTEGER.min(0.0).max(100_000.0)),
        Property::required("CapacityProvider", Shape::TEXT.min_length(1).max_length(255)),
        Property::optional("Weight", Shape::INTEGER.min(0.0).max(1000.0)),
    ],
    constraints: &[],
};

static DEAD_LETTER_CONFIG: Object = Object {
    properties: &[Property::optional(
        "Arn",
        Shape::TEXT.min_length(1).max_length(1600),
    )],
    constraints: &[],
};

static ECS_PARAMETERS: Object = Object {
    properties: &[
        Property::optional(
            "CapacityProviderStrategy",
            Shape::list(&Shape::Object(&CAPACITY_PROVIDER_STRATEGY_ITEM))
                .max_length(6)
                .unique(),
        ),
        Property::optional("EnableECSManagedTags", Shape::Boolean),
        Property::optional("EnableExecuteCommand", Shape::Boolean),
        Property::optional("Group", Shape::TEXT),
        Property::optional("LaunchType", Shape::one_of(LaunchType::VALUES)),
        Property::optional("NetworkConfiguration", Shape::Object(&NETWORK_CONFIGURATION)),
        Property::optional(
            "PlacementConstraints",
            Shape::list(&Shape::Object(&PLACEMENT_CONSTRAINT))
                .max_length(10)
                .unique(),
        ),
        Property::optional(
            "PlacementStrategies",
            Shape::list(&Shape::Object(&PLACEMENT_STRATEGY)).unique(),
        ),
        Property::optional("PlatformVersion", Shape::TEXT),
        Property::optional("PropagateTags", Shape::one_of(PropagateTags::VALUES)),
        Property::optional("ReferenceId", Shape::TEXT.max_length(1024)),
        Property::optional("TagList", Shape::list(&Shape::Object(&TAG)).unique()),
        Property::optional("TaskCount", Shape::INTEGER.min(1.0)),
        Property::required("TaskDefinitionArn", Shape::TEXT.min_length(1).max_length(1600)),
    ],
    constraints: &[],
};

static HTTP_PARAMETERS: Object = Object {
    properties: &[
        Property::optional("HeaderParameters", Shape::Map(&Shape::TEXT)),
        Property::optional(
            "PathParameterValues",
            Shape::list(&Shape::TEXT.pattern(r"^(?!\s*$).+$")).unique(),
        ),
        Property::optional("QueryStringParameters", Shape::Map(&Shape::TEXT)),
    ],
    constraints: &[],
};

static INPUT_TRANSFORMER: Object = Object {
    properties: &[
        Property::optional("InputPathsMap", Shape::Map(&Shape::TEXT)),
        Property::required("InputTemplate", Shape::TEXT.min_length(1).max_length(8192)),
    ],
    constraints: &[],
};

static KINESIS_PARAMETERS: Object = Object {
    properties: &[Property::required(
        "PartitionKeyPath",
        Shape::TEXT.max_length(256),
    )],
    constraints: &[],
};

static NETWORK_CONFIGURATION: Object = Object {
    properties: &[Property::optional(
        "AwsVpcConfiguration",
        Shape::Object(&AWS_VPC_CONFIGURATION),
    )],
    constraints: &[],
};

static PLACEMENT_CONSTRAINT: Object = Object {
    properties: &[
        Property::optional("Expression", Shape::TEXT.max_length(2000)),
        Property::optional("Type", Shape::one_of(PlacementConstraintType::VALUES)),
    ],
    constraints: &[],
};

static PLACEMENT_STRATEGY: Object = Object {
    properties: &[
        Property::optional("Field", Shape::TEXT),
        Property::optional("Type", Shape::TEXT),
    ],
    constraints: &[],
};

static REDSHIFT_DATA_PARAMETERS: Object = Object {
    properties: &[
        Property::required("Database", Shape::TEXT.min_length(1).max_length(64)),
        Property::optional("DbUser", Shape::TEXT.min_length(1).max_length(128)),
        Property::optional(
            "SecretManagerArn",
            Shape::TEXT.pattern(PATTERN_1).min_length(1).max_length(1600),
        ),
        Property::optional("Sql", Shape::TEXT.min_length(1).max_length(100_000)),
        Property::optional("Sqls", Shape::list(&Shape::TEXT)),
        Property::optional("StatementName", Shape::TEXT.min_length(1).max_length(500)),
        Property::optional("WithEvent", Shape::Boolean),
    ],
    constraints: &[],
};

static RETRY_POLICY: Object = Object {
    properties: &[
        Property::optional("MaximumEventAgeInSeconds", Shape::INTEGER.min(60.0).max(86400.0)),
        Property::optional("MaximumRetryAttempts", Shape::INTEGER.min(0.0).max(185.0)),
    ],
    constraints: &[],
};

static RULE: Object = Object {
    properties: &[
        Property::optional("Arn", Shape::Json),
        Property::optional("Description", Shape::TEXT.max_length(512)),
        Property::optional(
            "EventBusName",
            Shape::TEXT.pattern(PATTERN_2).min_length(1).max_length(1600),
        ),
        Property::optional("EventPattern", Shape::Json),
        Property::optional(
            "Name",
            Shape::TEXT
                .pattern(r"^[\.\-_A-Za-z0-9]+$")
                .min_length(1)
                .max_length(64),
        ),
        Property::optional("RoleArn", Shape::TEXT.min_length(1).max_length(1600)),
        Property::optional("RuleName", Shape::Json),
        Property::optional(
            "ScheduleExpression",
            Shape::TEXT.pattern(r"^(rate\(.+\)|cron\(.+\))?$").max_length(256),
        ),
        Property::optional("State", Shape::one_of(RuleState::VALUES)),
        Property::optional("Tags", Shape::list(&Shape::Object(&TAG))),
        Property::optional(
            "Targets",
            Shape::list(&Shape::Object(&TARGET)).max_length(5).unique(),
        ),
    ],
    constraints: &[Constraint::AtLeastOne(&["EventPattern", "ScheduleExpression"])],
};

static RUN_COMMAND_PARAMETERS: Object = Object {
    properties: &[Property::required(
        "RunCommandTargets",
        Shape::list(&Shape::Object(&RUN_COMMAND_TARGET))
            .min_length(1)
            .max_length(5)
            .unique(),
    )],
    constraints: &[],
};

static RUN_COMMAND_TARGET: Object = Object {
    properties: &[
        Property::required(
            "Key",
            Shape::TEXT
                .pattern(r"^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$")
                .min_length(1)
                .max_length(128),
        ),
        Property::required(
            "Values",
            Shape::list(&Shape::TEXT.min_length(1).max_length(256))
                .min_length(1)
                .max_length(50)
                .unique(),
        ),
    ],
    constraints: &[],
};

static SAGE_MAKER_PIPELINE_PARAMETER: Object = Object {
    properties: &[
        Property::required(
            "Name",
            Shape::TEXT
                .pattern("^[a-zA-Z0-9]([a-zA-Z0-9_-]*[a-zA-Z0-9])?$")
                .min_length(1)
                .max_length(256),
        ),
        Property::required("Value", Shape::TEXT.max_length(1024)),
    ],
    constraints: &[],
};

static SAGE_MAKER_PIPELINE_PARAMETERS: Object = Object {
    properties: &[Property::optional(
        "PipelineParameterList",
        Shape::list(&Shape::Object(&SAGE_MAKER_PIPELINE_PARAMETER))
            .max_length(200)
            .unique(),
    )],
    constraints: &[],
};

static SQS_PARAMETERS: Object = Object {
    properties: &[Property::required("MessageGroupId", Shape::TEXT)],
    constraints: &[],
};

static TAG: Object = Object {
    properties: &[
        Property::optional("Key", Shape::TEXT.min_length(1).max_length(128)),
        Property::optional("Value", Shape::TEXT.max_length(256)),
    ],
    constraints: &[],
};

static TARGET: Object = Object {
    properties: &[
        Property::optional("AppSyncParameters", Shape::Object(&APP_SYNC_PARAMETERS)),
        Property::required("Arn", Shape::TEXT.min_length(1).max_length(1600)),
        Property::optional("BatchParameters", Shape::Object(&BATCH_PARAMETERS)),
        Property::optional("DeadLetterConfig", Shape::Object(&DEAD_LETTER_CONFIG)),
        Property::optional("EcsParameters", Shape::Object(&ECS_PARAMETERS)),
        Property::optional("HttpParameters", Shape::Object(&HTTP_PARAMETERS)),
        Property::required(
            "Id",
            Shape::TEXT
                .pattern(r"^[\.\-_A-Za-z0-9]+$")
                .min_length(1)
                .max_length(64),
        ),
        Property::optional("Input", Shape::TEXT.max_length(8192)),
        Property::optional("InputPath", Shape::TEXT.max_length(256)),
        Property::optional("InputTransformer", Shape::Object(&INPUT_TRANSFORMER)),
        Property::optional("KinesisParameters", Shape::Object(&KINESIS_PARAMETERS)),
        Property::optional("RedshiftDataParameters", Shape::Object(&REDSHIFT_DATA_PARAMETERS)),
        Property::optional("RetryPolicy", Shape::Object(&RETRY_POLICY)),
        Property::optional("RoleArn", Shape::TEXT.min_length(1).max_length(1600)),
        Property::optional("RunCommandParameters", Shape::Object(&RUN_COMMAND_PARAMETERS)),
        Property::optional(
            "SageMakerPipelineParameters",
            Shape::Object(&SAGE_MAKER_PIPELINE_PARAMETERS),
        ),
        Property::optional("SqsParameters", Shape::Object(&SQS_PARAMETERS)),
    ],
    constraints: &[],
};

const PATTERN_1: &str =
    r"^(^arn:aws([a-z]|\-)*:secretsmanager:[a-z0-9-.]+:.*)|(\$(\.[\w_-]+(\[(\d+|\*)\])*)*)$";
const PATTERN_2: &str =
    r"^(arn:aws[\w-]*:events:[a-z]{2}-[a-z]+-[\w-]+:[0-9]{12}:event-bus\/)?[/\.\-_A-Za-z0-9]+$";
