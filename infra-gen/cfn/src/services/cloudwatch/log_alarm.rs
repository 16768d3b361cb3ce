//! `AWS::CloudWatch::LogAlarm`. Generated; see `generator/`.

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

/// Resource Type definition for AWS::CloudWatch::LogAlarm. A LogAlarm evaluates scheduled query results from
/// CloudWatch Logs and triggers actions when thresholds are breached.
///
/// `AWS::CloudWatch::LogAlarm`.
#[derive(Debug, Clone, PartialEq)]
pub struct LogAlarm {
    /// `ActionConfiguration`.
    pub action_configuration: Option<Value<ActionConfiguration>>,
    /// The number of log lines to include in alarm notifications. Valid values are 0 to 50.
    ///
    /// Range: 0 to 50.
    pub action_log_line_count: Option<Value<i64>>,
    /// The ARN of the IAM role that grants CloudWatch permissions to fetch log lines for alarm notifications.
    /// Required when ActionLogLineCount is greater than 0.
    pub action_log_line_role_arn: Option<Value<Arn<kind::iam::Role>>>,
    /// Indicates whether actions should be executed during any changes to the alarm state. The default is
    /// TRUE.
    pub actions_enabled: Option<Value<bool>>,
    /// The list of actions to execute when this alarm transitions into an ALARM state from any other state.
    pub alarm_actions: Option<Value<List<String>>>,
    /// The description of the log alarm.
    ///
    /// Length: at most 1024.
    pub alarm_description: Option<Value<String>>,
    /// The name of the log alarm.
    ///
    /// Update requires: replacement. Length: 1 to 255.
    pub alarm_name: Option<Value<String>>,
    /// The arithmetic operation to use when comparing the specified threshold and the query results. Valid
    /// values are GreaterThanOrEqualToThreshold, GreaterThanThreshold, LessThanThreshold, and
    /// LessThanOrEqualToThreshold.
    pub comparison_operator: Value<ComparisonOperator>,
    /// The actions to execute when this alarm transitions to the INSUFFICIENT_DATA state from any other
    /// state.
    pub insufficient_data_actions: Option<Value<List<String>>>,
    /// The actions to execute when this alarm transitions to the OK state from any other state.
    pub ok_actions: Option<Value<List<String>>>,
    /// The number of query results that must be breaching to trigger the alarm.
    ///
    /// Range: 1 or more.
    pub query_results_to_alarm: Value<i64>,
    /// The number of query results over which data is compared to the specified threshold.
    ///
    /// Range: 1 or more.
    pub query_results_to_evaluate: Value<i64>,
    /// The scheduled query configuration for the log alarm.
    pub scheduled_query_configuration: Value<ScheduledQueryConfiguration>,
    /// A list of key-value pairs to associate with the log alarm.
    ///
    /// Items: at most 50.
    pub tags: Option<Value<List<Tag>>>,
    /// The value to compare against the results of the scheduled query evaluation.
    pub threshold: Value<f64>,
    /// Sets how this alarm is to handle missing data points. Valid values are breaching, notBreaching,
    /// ignore, and missing.
    ///
    /// Length: 1 to 255.
    pub treat_missing_data: Option<Value<String>>,
    /// The warm-up configuration for an alarm. A warm-up period delays alarm evaluation after you create or
    /// update the alarm. This reduces alarm noise from missing data while a new resource or service starts
    /// up. During the warm-up period, the alarm stays in INSUFFICIENT_DATA and doesn't perform alarm actions.
    pub warm_up_configuration: Option<Value<WarmUpConfiguration>>,
}

impl LogAlarm {
    /// With the required properties only.
    pub fn new(
        comparison_operator: impl Into<Value<ComparisonOperator>>,
        query_results_to_alarm: impl Into<Value<i64>>,
        query_results_to_evaluate: impl Into<Value<i64>>,
        scheduled_query_configuration: impl Into<Value<ScheduledQueryConfiguration>>,
        threshold: impl Into<Value<f64>>,
    ) -> Self {
        Self {
            action_configuration: None,
            action_log_line_count: None,
            action_log_line_role_arn: None,
            actions_enabled: None,
            alarm_actions: None,
            alarm_description: None,
            alarm_name: None,
            comparison_operator: comparison_operator.into(),
            insufficient_data_actions: None,
            ok_actions: None,
            query_results_to_alarm: query_results_to_alarm.into(),
            query_results_to_evaluate: query_results_to_evaluate.into(),
            scheduled_query_configuration: scheduled_query_configuration.into(),
            tags: None,
            threshold: threshold.into(),
            treat_missing_data: None,
            warm_up_configuration: None,
        }
    }
}

impl ToJson for LogAlarm {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("ActionConfiguration", self.action_configuration.as_ref());
        object.optional("ActionLogLineCount", self.action_log_line_count.as_ref());
        object.optional("ActionLogLineRoleArn", self.action_log_line_role_arn.as_ref());
        object.optional("ActionsEnabled", self.actions_enabled.as_ref());
        object.optional("AlarmActions", self.alarm_actions.as_ref());
        object.optional("AlarmDescription", self.alarm_description.as_ref());
        object.optional("AlarmName", self.alarm_name.as_ref());
        object.required("ComparisonOperator", &self.comparison_operator);
        object.optional("InsufficientDataActions", self.insufficient_data_actions.as_ref());
        object.optional("OKActions", self.ok_actions.as_ref());
        object.required("QueryResultsToAlarm", &self.query_results_to_alarm);
        object.required("QueryResultsToEvaluate", &self.query_results_to_evaluate);
        object.required("ScheduledQueryConfiguration", &self.scheduled_query_configuration);
        object.optional("Tags", self.tags.as_ref());
        object.required("Threshold", &self.threshold);
        object.optional("TreatMissingData", self.treat_missing_data.as_ref());
        object.optional("WarmUpConfiguration", self.warm_up_configuration.as_ref());
        object.finish()
    }
}

impl resource::Resource for LogAlarm {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::cloudwatch::LogAlarm;
    type Reference = Id<kind::cloudwatch::LogAlarm>;
}

impl Handle<LogAlarm> {
    /// The ARN of the log alarm.
    ///
    /// `Fn::GetAtt` of `Arn`.
    pub fn arn(&self) -> Value<Arn<kind::cloudwatch::LogAlarm>> {
        self.attribute("Arn")
    }
}

/// `ActionConfiguration` of `AWS::CloudWatch::LogAlarm`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ActionConfiguration {
    /// `AlarmTagsPropagation`.
    pub alarm_tags_propagation: Option<Value<AlarmTagsPropagation>>,
}

impl ActionConfiguration {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for ActionConfiguration {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("AlarmTagsPropagation", self.alarm_tags_propagation.as_ref());
        object.finish()
    }
}

/// `AlarmTagsPropagation` of `AWS::CloudWatch::LogAlarm`.
#[derive(Debug, Clone, PartialEq)]
pub struct AlarmTagsPropagation {
    /// `Enabled`.
    pub enabled: Value<bool>,
    /// `ExcludedTagKeys`.
    ///
    /// Items: 1 to 50.
    pub excluded_tag_keys: Option<Value<List<String>>>,
    /// `IncludedTagKeys`.
    ///
    /// Items: 1 to 50.
    pub included_tag_keys: Option<Value<List<String>>>,
}

impl AlarmTagsPropagation {
    /// With the required properties only.
    pub fn new(enabled: impl Into<Value<bool>>) -> Self {
        Self {
            enabled: enabled.into(),
            excluded_tag_keys: None,
            included_tag_keys: None,
        }
    }
}

impl ToJson for AlarmTagsPropagation {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Enabled", &self.enabled);
        object.optional("ExcludedTagKeys", self.excluded_tag_keys.as_ref());
        object.optional("IncludedTagKeys", self.included_tag_keys.as_ref());
        object.finish()
    }
}

/// The schedule configuration for the scheduled query.
#[derive(Debug, Clone, PartialEq)]
pub struct ScheduleConfiguration {
    /// The number of seconds into the past to end the query window. Must be a non-negative value and cannot
    /// exceed 2592000 seconds (30 days).
    ///
    /// Range: 0 to 2592000.
    pub end_time_offset: Option<Value<i64>>,
    /// The expression that defines when the scheduled query runs, e.g. rate(1 minute).
    ///
    /// Length: 1 to 256.
    pub schedule_expression: Value<String>,
    /// The number of seconds into the past to start the query window. Must be a positive value and cannot
    /// exceed 2592000 seconds (30 days).
    ///
    /// Range: 1 to 2592000.
    pub start_time_offset: Value<i64>,
}

impl ScheduleConfiguration {
    /// With the required properties only.
    pub fn new(
        schedule_expression: impl Into<Value<String>>,
        start_time_offset: impl Into<Value<i64>>,
    ) -> Self {
        Self {
            end_time_offset: None,
            schedule_expression: schedule_expression.into(),
            start_time_offset: start_time_offset.into(),
        }
    }
}

impl ToJson for ScheduleConfiguration {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("EndTimeOffset", self.end_time_offset.as_ref());
        object.required("ScheduleExpression", &self.schedule_expression);
        object.required("StartTimeOffset", &self.start_time_offset);
        object.finish()
    }
}

/// The scheduled query configuration for the log alarm.
#[derive(Debug, Clone, PartialEq)]
pub struct ScheduledQueryConfiguration {
    /// The aggregation expression for the scheduled query, e.g. count(*) or avg(latency) by host.
    ///
    /// Length: 1 to 2048.
    pub aggregation_expression: Value<String>,
    /// The log groups to query.
    ///
    /// Items: 1 to 50.
    pub log_group_identifiers: Option<Value<List<String>>>,
    /// The query string to execute against the specified log groups.
    ///
    /// Length: at most 10000.
    pub query_string: Value<String>,
    /// The schedule configuration for the scheduled query.
    pub schedule_configuration: Value<ScheduleConfiguration>,
    /// The ARN of the IAM role that grants permissions to execute the scheduled query.
    ///
    /// Length: 1 to 1024.
    pub scheduled_query_role_arn: Value<Arn<kind::iam::Role>>,
    /// A list of key-value pairs to associate with the scheduled query that backs the log alarm.
    ///
    /// Items: at most 50.
    pub tags: Option<Value<List<Tag>>>,
}

impl ScheduledQueryConfiguration {
    /// With the required properties only.
    pub fn new(
        aggregation_expression: impl Into<Value<String>>,
        query_string: impl Into<Value<String>>,
        schedule_configuration: impl Into<Value<ScheduleConfiguration>>,
        scheduled_query_role_arn: impl Into<Value<Arn<kind::iam::Role>>>,
    ) -> Self {
        Self {
            aggregation_expression: aggregation_expression.into(),
            log_group_identifiers: None,
            query_string: query_string.into(),
            schedule_configuration: schedule_configuration.into(),
            scheduled_query_role_arn: scheduled_query_role_arn.into(),
            tags: None,
        }
    }
}

impl ToJson for ScheduledQueryConfiguration {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("AggregationExpression", &self.aggregation_expression);
        object.optional("LogGroupIdentifiers", self.log_group_identifiers.as_ref());
        object.required("QueryString", &self.query_string);
        object.required("ScheduleConfiguration", &self.schedule_configuration);
        object.required("ScheduledQueryRoleARN", &self.scheduled_query_role_arn);
        object.optional("Tags", self.tags.as_ref());
        object.finish()
    }
}

/// The warm-up configuration for an alarm. A warm-up period delays alarm evaluation after you create or
/// update the alarm. This reduces alarm noise from missing data while a new resource or service starts up.
/// During the warm-up period, the alarm stays in INSUFFICIENT_DATA and doesn't perform alarm actions.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct WarmUpConfiguration {
    /// Specifies whether the alarm waits for the full warm-up period before it starts evaluating. If true,
    /// the alarm waits the entire WarmUpPeriodDurationInMinutes before it starts evaluating, even if metric
    /// data arrives earlier. If false, the alarm ends the warm-up period early and starts evaluating as soon
    /// as it has enough metric data to fill its evaluation window. This is the default behavior.
    pub only_start_evaluating_after_warm_up_period_ends: Option<Value<bool>>,
    /// The length of the warm-up period, in minutes. For this duration after you create or update the alarm,
    /// the alarm stays in INSUFFICIENT_DATA and doesn't perform alarm actions. Valid values range from 1 to
    /// 2,880 minutes (2 days). You can change this value while the alarm is still in its warm-up period.
    /// Changes have no effect after the warm-up period ends.
    ///
    /// Range: 1 to 2880.
    pub warm_up_period_duration_in_minutes: Option<Value<i64>>,
}

impl WarmUpConfiguration {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for WarmUpConfiguration {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional(
            "OnlyStartEvaluatingAfterWarmUpPeriodEnds",
            self.only_start_evaluating_after_warm_up_period_ends.as_ref(),
        );
        object.optional(
            "WarmUpPeriodDurationInMinutes",
            self.warm_up_period_duration_in_minutes.as_ref(),
        );
        object.finish()
    }
}

text_enum! {
    /// The values of `LogAlarm.ComparisonOperator`.
    ComparisonOperator {
        GreaterThanOrEqualToThreshold = "GreaterThanOrEqualToThreshold",
        GreaterThanThreshold = "GreaterThanThreshold",
        GreaterThanUpperThreshold = "GreaterThanUpperThreshold",
        LessThanLowerOrGreaterThanUpperThreshold = "LessThanLowerOrGreaterThanUpperThreshold",
        LessThanLowerThreshold = "LessThanLowerThreshold",
        LessThanOrEqualToThreshold = "LessThanOrEqualToThreshold",
        LessThanThreshold = "LessThanThreshold",
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::CloudWatch::LogAlarm",
    properties: &LOG_ALARM,
    create_only: &["AlarmName"],
    conditional_create_only: &[],
    read_only: &["Arn"],
    write_only: &[],
    primary_identifier: &["AlarmName"],
    reference: Reference::Id,
    attributes: &[Attribute::scalar("Arn")],
    stateful: false,
};

static ACTION_CONFIGURATION: Object = Object {
    properties: &[Property::optional(
        "AlarmTagsPropagation",
        Shape::Object(&ALARM_TAGS_PROPAGATION),
    )],
    constraints: &[],
};

static ALARM_TAGS_PROPAGATION: Object = Object {
    properties: &[
        Property::required("Enabled", Shape::Boolean),
        Property::optional(
            "ExcludedTagKeys",
            Shape::list(&Shape::TEXT.min_length(1).max_length(128))
                .min_length(1)
                .max_length(50)
                .unique(),
        ),
        Property::optional(
            "IncludedTagKeys",
            Shape::list(&Shape::TEXT.min_length(1).max_length(128))
                .min_length(1)
                .max_length(50)
                .unique(),
        ),
    ],
    constraints: &[],
};

static LOG_ALARM: Object = Object {
    properties: &[
        Property::optional("ActionConfiguration", Shape::Object(&ACTION_CONFIGURATION)),
        Property::optional("ActionLogLineCount", Shape::INTEGER.min(0.0).max(50.0)),
        Property::optional("ActionLogLineRoleArn", Shape::TEXT),
        Property::optional("ActionsEnabled", Shape::Boolean),
        Property::optional(
            "AlarmActions",
            Shape::list(&Shape::TEXT.min_length(1).max_length(1024)),
        ),
        Property::optional("AlarmDescription", Shape::TEXT.max_length(1024)),
        Property::optional("AlarmName", Shape::TEXT.min_length(1).max_length(255)),
        Property::optional("Arn", Shape::Json),
        Property::required("ComparisonOperator", Shape::one_of(ComparisonOperator::VALUES)),
        Property::optional(
            "InsufficientDataActions",
            Shape::list(&Shape::TEXT.min_length(1).max_length(1024)),
        ),
        Property::optional(
            "OKActions",
            Shape::list(&Shape::TEXT.min_length(1).max_length(1024)),
        ),
        Property::required("QueryResultsToAlarm", Shape::INTEGER.min(1.0)),
        Property::required("QueryResultsToEvaluate", Shape::INTEGER.min(1.0)),
        Property::required(
            "ScheduledQueryConfiguration",
            Shape::Object(&SCHEDULED_QUERY_CONFIGURATION),
        ),
        Property::optional("Tags", Shape::list(&Shape::Object(&TAG)).max_length(50).unique()),
        Property::required("Threshold", Shape::NUMBER),
        Property::optional("TreatMissingData", Shape::TEXT.min_length(1).max_length(255)),
        Property::optional("WarmUpConfiguration", Shape::Object(&WARM_UP_CONFIGURATION)),
    ],
    constraints: &[],
};

static SCHEDULE_CONFIGURATION: Object = Object {
    properties: &[
        Property::optional("EndTimeOffset", Shape::INTEGER.min(0.0).max(2_592_000.0)),
        Property::required("ScheduleExpression", Shape::TEXT.min_length(1).max_length(256)),
        Property::required("StartTimeOffset", Shape::INTEGER.min(1.0).max(2_592_000.0)),
    ],
    constraints: &[],
};

static SCHEDULED_QUERY_CONFIGURATION: Object = Object {
    properties: &[
        Property::required(
            "AggregationExpression",
            Shape::TEXT.min_length(1).max_length(2048),
        ),
        Property::optional(
            "LogGroupIdentifiers",
            Shape::list(&Shape::TEXT.min_length(1).max_length(1024))
                .min_length(1)
                .max_length(50),
        ),
        Property::required("QueryString", Shape::TEXT.max_length(10000)),
        Property::required("ScheduleConfiguration", Shape::Object(&SCHEDULE_CONFIGURATION)),
        Property::required(
            "ScheduledQueryRoleARN",
            Shape::TEXT.min_length(1).max_length(1024),
        ),
        Property::optional("Tags", Shape::list(&Shape::Object(&TAG)).max_length(50).unique()),
    ],
    constraints: &[],
};

static TAG: Object = Object {
    properties: &[
        Property::required("Key", Shape::TEXT.min_length(1).max_length(128)),
        Property::required("Value", Shape::TEXT.min_length(1).max_length(256)),
    ],
    constraints: &[],
};

static WARM_UP_CONFIGURATION: Object = Object {
    properties: &[
        Property::optional("OnlyStartEvaluatingAfterWarmUpPeriodEnds", Shape::Boolean),
        Property::optional(
            "WarmUpPeriodDurationInMinutes",
            Shape::INTEGER.min(1.0).max(2880.0),
        ),
    ],
    constraints: &[],
};
