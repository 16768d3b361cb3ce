//! `AWS::CloudWatch::Alarm`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    reference::{Arn, Id},
    resource,
    schema::{Attribute, Constraint, Object, Property, Reference, Shape, TypeSchema},
    tag::Tag,
    text_enum::text_enum,
    value::{Json, List, ObjectWriter, ToJson, Value},
};

/// The `AWS::CloudWatch::Alarm` type specifies an alarm and associates it with the specified metric or metric
/// math expression.
///
/// `AWS::CloudWatch::Alarm`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Alarm {
    /// `ActionConfiguration`.
    pub action_configuration: Option<Value<ActionConfiguration>>,
    /// Indicates whether actions should be executed during any changes to the alarm state. The default is
    /// TRUE.
    pub actions_enabled: Option<Value<bool>>,
    /// The list of actions to execute when this alarm transitions into an ALARM state from any other state.
    /// Specify each action as an Amazon Resource Name (ARN). For more information about creating alarms and
    /// the actions that you can specify, see
    /// [PutMetricAlarm](https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html)
    /// in the *Amazon CloudWatch API Reference*.
    pub alarm_actions: Option<Value<List<String>>>,
    /// The description of the alarm.
    ///
    /// Length: at most 1024.
    pub alarm_description: Option<Value<String>>,
    /// The name of the alarm. If you don't specify a name, CloudFormation generates a unique physical ID and
    /// uses that ID for the alarm name.
    ///
    /// Update requires: replacement. Length: at most 255.
    pub alarm_name: Option<Value<String>>,
    /// The arithmetic operation to use when comparing the specified statistic and threshold. The specified
    /// statistic value is used as the first operand.
    pub comparison_operator: Option<Value<ComparisonOperator>>,
    /// The number of datapoints that must be breaching to trigger the alarm. This is used only if you are
    /// setting an "M out of N" alarm. In that case, this value is the M, and the value that you set for
    /// `EvaluationPeriods` is the N value. For more information, see [Evaluating an
    /// Alarm](https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/AlarmThatSendsEmail.html#alarm-evaluation)
    /// in the *Amazon CloudWatch User Guide*.
    ///
    /// Range: 1 or more.
    pub datapoints_to_alarm: Option<Value<i64>>,
    /// The dimensions for the metric associated with the alarm. For an alarm based on a math expression, you
    /// can't specify `Dimensions`. Instead, you use `Metrics`.
    ///
    /// Items: at most 30.
    pub dimensions: Option<Value<List<Dimension>>>,
    /// Used only for alarms based on percentiles. If `ignore`, the alarm state does not change during periods
    /// with too few data points to be statistically significant. If `evaluate` or this parameter is not used,
    /// the alarm is always evaluated and possibly changes state no matter how many data points are available.
    ///
    /// Length: 1 to 255.
    pub evaluate_low_sample_count_percentile: Option<Value<String>>,
    /// The evaluation criteria for an alarm. This is a union type that currently supports `PromQLCriteria`.
    pub evaluation_criteria: Option<Value<EvaluationCriteria>>,
    /// The frequency, in seconds, at which the alarm is evaluated.
    ///
    /// Range: 10 to 3600.
    pub evaluation_interval: Option<Value<i64>>,
    /// The number of periods over which data is compared to the specified threshold. If you are setting an
    /// alarm that requires that a number of consecutive data points be breaching to trigger the alarm, this
    /// value specifies that number. If you are setting an "M out of N" alarm, this value is the N, and
    /// `DatapointsToAlarm` is the M.
    ///
    /// Range: 1 or more.
    pub evaluation_periods: Option<Value<i64>>,
    /// The evaluation window that an alarm uses to select the range of metric data that it evaluates each
    /// time it runs. This is a union type. Set exactly one of its members, `SlidingWindow` or
    /// `WallClockWindow`. If you don't set `EvaluationWindow`, the alarm uses a `SlidingWindow` by default.
    /// For more information, see [Alarm evaluation
    /// windows](https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-evaluation-window.html)
    /// in the *CloudWatch User Guide*.
    pub evaluation_window: Option<Value<EvaluationWindow>>,
    /// The percentile statistic for the metric associated with the alarm. Specify a value between p0.0 and
    /// p100.
    pub extended_statistic: Option<Value<String>>,
    /// The actions to execute when this alarm transitions to the `INSUFFICIENT_DATA` state from any other
    /// state. Each action is specified as an Amazon Resource Name (ARN).
    pub insufficient_data_actions: Option<Value<List<String>>>,
    /// The name of the metric associated with the alarm. This is required for an alarm based on a metric. For
    /// an alarm based on a math expression, you use `Metrics` instead and you can't specify `MetricName`.
    ///
    /// Length: 1 to 255.
    pub metric_name: Option<Value<String>>,
    /// An array that enables you to create an alarm based on the result of a metric math expression. Each
    /// item in the array either retrieves a metric or performs a math expression.
    pub metrics: Option<Value<List<MetricDataQuery>>>,
    /// The namespace of the metric associated with the alarm. This is required for an alarm based on a
    /// metric. For an alarm based on a math expression, you can't specify `Namespace` and you use `Metrics`
    /// instead.
    ///
    /// Length: 1 to 255. Pattern: `^[^:]`.
    pub namespace: Option<Value<String>>,
    /// The actions to execute when this alarm transitions to the `OK` state from any other state. Each action
    /// is specified as an Amazon Resource Name (ARN).
    pub ok_actions: Option<Value<List<String>>>,
    /// The period, in seconds, over which the statistic is applied. This is required for an alarm based on a
    /// metric. Valid values are 10, 20, 30, 60, and any multiple of 60.
    ///
    /// Range: 1 or more.
    pub period: Option<Value<i64>>,
    /// The statistic for the metric associated with the alarm, other than percentile. For percentile
    /// statistics, use `ExtendedStatistic`.
    pub statistic: Option<Value<Statistic>>,
    /// A list of key-value pairs to associate with the alarm. You can associate as many as 50 tags with an
    /// alarm. To be able to associate tags with the alarm when you create the alarm, you must have the
    /// `cloudwatch:TagResource` permission.
    ///
    /// Items: at most 50.
    pub tags: Option<Value<List<Tag>>>,
    /// The value to compare with the specified statistic.
    pub threshold: Option<Value<f64>>,
    /// In an alarm based on an anomaly detection model, this is the ID of the `ANOMALY_DETECTION_BAND`
    /// function used as the threshold for the alarm.
    ///
    /// Length: 1 to 255.
    pub threshold_metric_id: Option<Value<String>>,
    /// Sets how this alarm is to handle missing data points. Valid values are `breaching`, `notBreaching`,
    /// `ignore`, and `missing`. For more information, see [Configuring How CloudWatch Alarms Treat Missing
    /// Data](https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/AlarmThatSendsEmail.html#alarms-and-missing-data)
    /// in the *Amazon CloudWatch User Guide*.
    ///
    /// Length: 1 to 255.
    pub treat_missing_data: Option<Value<TreatMissingData>>,
    /// The unit of the metric associated with the alarm. Specify this only if you are creating an alarm based
    /// on a single metric. Do not specify this if you are specifying a `Metrics` array.
    pub unit: Option<Value<AlarmUnit>>,
    /// `WarmUpConfiguration`.
    pub warm_up_configuration: Option<Value<WarmUpConfiguration>>,
}

impl Alarm {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for Alarm {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("ActionConfiguration", self.action_configuration.as_ref());
        object.optional("ActionsEnabled", self.actions_enabled.as_ref());
        object.optional("AlarmActions", self.alarm_actions.as_ref());
        object.optional("AlarmDescription", self.alarm_description.as_ref());
        object.optional("AlarmName", self.alarm_name.as_ref());
        object.optional("ComparisonOperator", self.comparison_operator.as_ref());
        object.optional("DatapointsToAlarm", self.datapoints_to_alarm.as_ref());
        object.optional("Dimensions", self.dimensions.as_ref());
        object.optional(
            "EvaluateLowSampleCountPercentile",
            self.evaluate_low_sample_count_percentile.as_ref(),
        );
        object.optional("EvaluationCriteria", self.evaluation_criteria.as_ref());
        object.optional("EvaluationInterval", self.evaluation_interval.as_ref());
        object.optional("EvaluationPeriods", self.evaluation_periods.as_ref());
        object.optional("EvaluationWindow", self.evaluation_window.as_ref());
        object.optional("ExtendedStatistic", self.extended_statistic.as_ref());
        object.optional("InsufficientDataActions", self.insufficient_data_actions.as_ref());
        object.optional("MetricName", self.metric_name.as_ref());
        object.optional("Metrics", self.metrics.as_ref());
        object.optional("Namespace", self.namespace.as_ref());
        object.optional("OKActions", self.ok_actions.as_ref());
        object.optional("Period", self.period.as_ref());
        object.optional("Statistic", self.statistic.as_ref());
        object.optional("Tags", self.tags.as_ref());
        object.optional("Threshold", self.threshold.as_ref());
        object.optional("ThresholdMetricId", self.threshold_metric_id.as_ref());
        object.optional("TreatMissingData", self.treat_missing_data.as_ref());
        object.optional("Unit", self.unit.as_ref());
        object.optional("WarmUpConfiguration", self.warm_up_configuration.as_ref());
        object.finish()
    }
}

impl resource::Resource for Alarm {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::cloudwatch::Alarm;
    type Reference = Id<kind::cloudwatch::Alarm>;
}

impl Handle<Alarm> {
    /// The ARN of the CloudWatch alarm, such as
    /// `arn:aws:cloudwatch:us-west-2:123456789012:alarm:myCloudWatchAlarm-CPUAlarm-UXMMZK36R55Z`.
    ///
    /// `Fn::GetAtt` of `Arn`.
    pub fn arn(&self) -> Value<Arn<kind::cloudwatch::Alarm>> {
        self.attribute("Arn")
    }
}

/// `ActionConfiguration` of `AWS::CloudWatch::Alarm`.
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

/// Contains the configuration that determines how a PromQL alarm evaluates its contributors, including the
/// query to run and the durations that define when contributors transition between states.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AlarmPromQLCriteria {
    /// The duration, in seconds, that a contributor must be continuously breaching before it transitions to
    /// the `ALARM` state.
    pub pending_period: Option<Value<i64>>,
    /// The PromQL query that the alarm evaluates. The query must return a result of vector type. Each entry
    /// in the vector result represents an alarm contributor.
    pub query: Option<Value<String>>,
    /// The duration, in seconds, that a contributor must continuously not be breaching before it transitions
    /// back to the `OK` state.
    pub recovery_period: Option<Value<i64>>,
}

impl AlarmPromQLCriteria {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for AlarmPromQLCriteria {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("PendingPeriod", self.pending_period.as_ref());
        object.optional("Query", self.query.as_ref());
        object.optional("RecoveryPeriod", self.recovery_period.as_ref());
        object.finish()
    }
}

/// `AlarmTagsPropagation` of `AWS::CloudWatch::Alarm`.
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

/// Dimension is an embedded property of the `AWS::CloudWatch::Alarm` type. Dimensions are name/value pairs
/// that can be associated with a CloudWatch metric. You can specify a maximum of 30 dimensions for a given
/// metric.
#[derive(Debug, Clone, PartialEq)]
pub struct Dimension {
    /// The name of the dimension, from 1–255 characters in length. This dimension name must have been
    /// included when the metric was published.
    ///
    /// Length: 1 to 255.
    pub name: Value<String>,
    /// The value for the dimension, from 1–255 characters in length.
    ///
    /// Length: 1 to 1024.
    pub value: Value<String>,
}

impl Dimension {
    /// With the required properties only.
    pub fn new(name: impl Into<Value<String>>, value: impl Into<Value<String>>) -> Self {
        Self {
            name: name.into(),
            value: value.into(),
        }
    }
}

impl ToJson for Dimension {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Name", &self.name);
        object.required("Value", &self.value);
        object.finish()
    }
}

/// The evaluation criteria for an alarm. This is a union type that currently supports `PromQLCriteria`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct EvaluationCriteria {
    /// Contains the configuration that determines how a PromQL alarm evaluates its contributors, including
    /// the query to run and the durations that define when contributors transition between states.
    pub prom_ql_criteria: Option<Value<AlarmPromQLCriteria>>,
}

impl EvaluationCriteria {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for EvaluationCriteria {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("PromQLCriteria", self.prom_ql_criteria.as_ref());
        object.finish()
    }
}

/// The evaluation window that an alarm uses to select the range of metric data that it evaluates each time it
/// runs. This is a union type. Set exactly one of its members, `SlidingWindow` or `WallClockWindow`. If you
/// don't set `EvaluationWindow`, the alarm uses a `SlidingWindow` by default. For more information, see
/// [Alarm evaluation
/// windows](https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-evaluation-window.html) in
/// the *CloudWatch User Guide*.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct EvaluationWindow {
    /// A sliding window, which advances each time the alarm is evaluated, forming a rolling time window. This
    /// is the default evaluation window.
    pub sliding_window: Option<Value<Json>>,
    /// An evaluation window that aligns the evaluated range to fixed clock boundaries that match the alarm's
    /// period, such as the top of the hour, midnight, or the start of the calendar week, optionally in a
    /// specific time zone. When you use a wall clock window, the alarm's period must be 1 minute (60
    /// seconds), 5 minutes (300 seconds), 1 hour (3,600 seconds), 1 day (86,400 seconds), or 1 week (604,800
    /// seconds).
    pub wall_clock_window: Option<Value<WallClockWindow>>,
}

impl EvaluationWindow {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for EvaluationWindow {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("SlidingWindow", self.sliding_window.as_ref());
        object.optional("WallClockWindow", self.wall_clock_window.as_ref());
        object.finish()
    }
}

/// The `Metric` property type represents a specific metric. `Metric` is a property of the
/// [MetricStat](https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-cloudwatch-alarm-metricstat.html)
/// property type.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Metric {
    /// The metric dimensions that you want to be used for the metric that the alarm will watch.
    ///
    /// Items: at most 30.
    pub dimensions: Option<Value<List<Dimension>>>,
    /// The name of the metric that you want the alarm to watch. This is a required field.
    ///
    /// Length: 1 to 255.
    pub metric_name: Option<Value<String>>,
    /// The namespace of the metric that the alarm will watch.
    ///
    /// Length: 1 to 255. Pattern: `^[^:]`.
    pub namespace: Option<Value<String>>,
}

impl Metric {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for Metric {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("Dimensions", self.dimensions.as_ref());
        object.optional("MetricName", self.metric_name.as_ref());
        object.optional("Namespace", self.namespace.as_ref());
        object.finish()
    }
}

/// The `MetricDataQuery` property type specifies the metric data to return, and whether this call is just
/// retrieving a batch set of data for one metric, or is performing a math expression on metric data.
#[derive(Debug, Clone, PartialEq)]
pub struct MetricDataQuery {
    /// The ID of the account where the metrics are located, if this is a cross-account alarm.
    ///
    /// Length: 1 to 255.
    pub account_id: Option<Value<String>>,
    /// The math expression to be performed on the returned data, if this object is performing a math
    /// expression. This expression can use the `Id` of the other metrics to refer to those metrics, and can
    /// also use the `Id` of other expressions to use the result of those expressions. For more information
    /// about metric math expressions, see [Metric Math Syntax and
    /// Functions](https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html#metric-math-syntax)
    /// in the *Amazon CloudWatch User Guide*.
    ///
    /// Length: 1 to 2048.
    pub expression: Option<Value<String>>,
    /// A short name used to tie this object to the results in the response. This name must be unique within a
    /// single call to `GetMetricData`. If you are performing math expressions on this set of data, this name
    /// represents that data and can serve as a variable in the mathematical expression. The valid characters
    /// are letters, numbers, and underscore. The first character must be a lowercase letter.
    ///
    /// Length: 1 to 255. Pattern: `^([a-z])([A-Za-z0-9\_]*)$`.
    pub id: Value<String>,
    /// A human-readable label for this metric or expression. This is especially useful if this is an
    /// expression, so that you know what the value represents. If the metric or expression is shown in a
    /// CloudWatch dashboard widget, the label is shown. If `Label` is omitted, CloudWatch generates a
    /// default.
    pub label: Option<Value<String>>,
    /// The metric to be returned, along with statistics, period, and units. Use this parameter only if this
    /// object is retrieving a metric and not performing a math expression on returned data.
    pub metric_stat: Option<Value<MetricStat>>,
    /// The granularity, in seconds, of the returned data points. For metrics with regular resolution, a
    /// period can be as short as one minute (60 seconds) and must be a multiple of 60. For high-resolution
    /// metrics that are collected at intervals of less than one minute, the period can be 1, 5, 10, 20, 30,
    /// 60, or any multiple of 60. High-resolution metrics are those metrics stored by a `PutMetricData`
    /// operation that includes a `StorageResolution of 1 second`.
    ///
    /// Range: 1 or more.
    pub period: Option<Value<i64>>,
    /// This option indicates whether to return the timestamps and raw data values of this metric.
    pub return_data: Option<Value<bool>>,
}

impl MetricDataQuery {
    /// With the required properties only.
    pub fn new(id: impl Into<Value<String>>) -> Self {
        Self {
            account_id: None,
            expression: None,
            id: id.into(),
            label: None,
            metric_stat: None,
            period: None,
            return_data: None,
        }
    }
}

impl ToJson for MetricDataQuery {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("AccountId", self.account_id.as_ref());
        object.optional("Expression", self.expression.as_ref());
        object.required("Id", &self.id);
        object.optional("Label", self.label.as_ref());
        object.optional("MetricStat", self.metric_stat.as_ref());
        object.optional("Period", self.period.as_ref());
        object.optional("ReturnData", self.return_data.as_ref());
        object.finish()
    }
}

/// This structure defines the metric to be returned, along with the statistics, period, and units.
#[derive(Debug, Clone, PartialEq)]
pub struct MetricStat {
    /// The metric to return, including the metric name, namespace, and dimensions.
    pub metric: Value<Metric>,
    /// The granularity, in seconds, of the returned data points. For metrics with regular resolution, a
    /// period can be as short as one minute (60 seconds) and must be a multiple of 60. For high-resolution
    /// metrics that are collected at intervals of less than one minute, the period can be 1, 5, 10, 20, 30,
    /// 60, or any multiple of 60. High-resolution metrics are those metrics stored by a `PutMetricData` call
    /// that includes a `StorageResolution` of 1 second.
    ///
    /// Range: 1 or more.
    pub period: Value<i64>,
    /// The statistic to return. It can include any CloudWatch statistic or extended statistic. For a list of
    /// valid values, see the table in
    /// [Statistics](https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch_concepts.html#Statistic)
    /// in the *Amazon CloudWatch User Guide*.
    pub stat: Value<String>,
    /// The unit to use for the returned data points.
    pub unit: Option<Value<MetricStatUnit>>,
}

impl MetricStat {
    /// With the required properties only.
    pub fn new(
        metric: impl Into<Value<Metric>>,
        period: impl Into<Value<i64>>,
        stat: impl Into<Value<String>>,
    ) -> Self {
        Self {
            metric: metric.into(),
            period: period.into(),
            stat: stat.into(),
            unit: None,
        }
    }
}

impl ToJson for MetricStat {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Metric", &self.metric);
        object.required("Period", &self.period);
        object.required("Stat", &self.stat);
        object.optional("Unit", self.unit.as_ref());
        object.finish()
    }
}

/// An evaluation window that aligns the evaluated range to fixed clock boundaries that match the alarm's
/// period, such as the top of the hour, midnight, or the start of the calendar week, optionally in a specific
/// time zone. When you use a wall clock window, the alarm's period must be 1 minute (60 seconds), 5 minutes
/// (300 seconds), 1 hour (3,600 seconds), 1 day (86,400 seconds), or 1 week (604,800 seconds).
#[derive(Debug, Clone, Default, PartialEq)]
pub struct WallClockWindow {
    /// The time zone to use when the alarm aligns the evaluation window to clock boundaries. You can specify
    /// an IANA time zone name (for example, `America/New_York`), a fixed UTC offset (for example, `+05:30`),
    /// or an offset-prefixed identifier (for example, `UTC+05:30`). The offset must be aligned to a multiple
    /// of 5 minutes. If you don't specify a time zone, CloudWatch uses `UTC`. The time zone affects window
    /// alignment for all periods, including periods of one hour or shorter.
    pub timezone: Option<Value<String>>,
}

impl WallClockWindow {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for WallClockWindow {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("Timezone", self.timezone.as_ref());
        object.finish()
    }
}

/// `WarmUpConfiguration` of `AWS::CloudWatch::Alarm`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct WarmUpConfiguration {
    /// Specifies whether the alarm waits for the full warm-up period before it starts evaluating. If true,
    /// the alarm waits the entire WarmUpPeriodDurationInMinutes before it starts evaluating, even if metric
    /// data arrives earlier. If false, the alarm ends the warm-up period early and starts evaluating as soon
    /// as it has enough metric data to fill its evaluation window. This is the default behavior.
    pub only_start_evaluating_after_warm_up_period_ends: Option<Value<bool>>,
    /// The length of the warm-up period, in minutes. For this duration after you create or update the alarm,
    /// the alarm stays in INSUFFICIENT_DATA and doesn't perform alarm actions. Valid values range from 1 to
    /// 2880 minutes (2 days). You can change this value while the alarm is still in its warm-up period.
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
    /// The values of `Alarm.Unit`.
    AlarmUnit {
        Bits = "Bits",
        BitsSecond = "Bits/Second",
        Bytes = "Bytes",
        BytesSecond = "Bytes/Second",
        Count = "Count",
        CountSecond = "Count/Second",
        Gigabits = "Gigabits",
        GigabitsSecond = "Gigabits/Second",
        Gigabytes = "Gigabytes",
        GigabytesSecond = "Gigabytes/Second",
        Kilobits = "Kilobits",
        KilobitsSecond = "Kilobits/Second",
        Kilobytes = "Kilobytes",
        KilobytesSecond = "Kilobytes/Second",
        Megabits = "Megabits",
        MegabitsSecond = "Megabits/Second",
        Megabytes = "Megabytes",
        MegabytesSecond = "Megabytes/Second",
        Microseconds = "Microseconds",
        Milliseconds = "Milliseconds",
        None = "None",
        Percent = "Percent",
        Seconds = "Seconds",
        Terabits = "Terabits",
        TerabitsSecond = "Terabits/Second",
        Terabytes = "Terabytes",
        TerabytesSecond = "Terabytes/Second",
    }
}

text_enum! {
    /// The values of `Alarm.ComparisonOperator`.
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

text_enum! {
    /// The values of `MetricStat.Unit`.
    MetricStatUnit {
        Bits = "Bits",
        BitsSecond = "Bits/Second",
        Bytes = "Bytes",
        BytesSecond = "Bytes/Second",
        Count = "Count",
        CountSecond = "Count/Second",
        Gigabits = "Gigabits",
        GigabitsSecond = "Gigabits/Second",
        Gigabytes = "Gigabytes",
        GigabytesSecond = "Gigabytes/Second",
        Kilobits = "Kilobits",
        KilobitsSecond = "Kilobits/Second",
        Kilobytes = "Kilobytes",
        KilobytesSecond = "Kilobytes/Second",
        Megabits = "Megabits",
        MegabitsSecond = "Megabits/Second",
        Megabytes = "Megabytes",
        MegabytesSecond = "Megabytes/Second",
        Microseconds = "Microseconds",
        Milliseconds = "Milliseconds",
        None = "None",
        Percent = "Percent",
        Seconds = "Seconds",
        Terabits = "Terabits",
        TerabitsSecond = "Terabits/Second",
        Terabytes = "Terabytes",
        TerabytesSecond = "Terabytes/Second",
    }
}

text_enum! {
    /// The values of `Alarm.Statistic`.
    Statistic {
        Average = "Average",
        Maximum = "Maximum",
        Minimum = "Minimum",
        SampleCount = "SampleCount",
        Sum = "Sum",
    }
}

text_enum! {
    /// The values of `Alarm.TreatMissingData`.
    TreatMissingData {
        Breaching = "breaching",
        Ignore = "ignore",
        Missing = "missing",
        NotBreaching = "notBreaching",
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::CloudWatch::Alarm",
    properties: &ALARM,
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

static ALARM: Object = Object {
    properties: &[
        Property::optional("ActionConfiguration", Shape::Object(&ACTION_CONFIGURATION)),
        Property::optional("ActionsEnabled", Shape::Boolean),
        Property::optional(
            "AlarmActions",
            Shape::list(&Shape::TEXT.min_length(1).max_length(1024)),
        ),
        Property::optional("AlarmDescription", Shape::TEXT.max_length(1024)),
        Property::optional("AlarmName", Shape::TEXT.max_length(255)),
        Property::optional("Arn", Shape::Json),
        Property::optional("ComparisonOperator", Shape::one_of(ComparisonOperator::VALUES)),
        Property::optional("DatapointsToAlarm", Shape::INTEGER.min(1.0)),
        Property::optional(
            "Dimensions",
            Shape::list(&Shape::Object(&DIMENSION)).max_length(30),
        ),
        Property::optional(
            "EvaluateLowSampleCountPercentile",
            Shape::TEXT.min_length(1).max_length(255),
        ),
        Property::optional("EvaluationCriteria", Shape::Object(&EVALUATION_CRITERIA)),
        Property::optional("EvaluationInterval", Shape::INTEGER.min(10.0).max(3600.0)),
        Property::optional("EvaluationPeriods", Shape::INTEGER.min(1.0)),
        Property::optional("EvaluationWindow", Shape::Object(&EVALUATION_WINDOW)),
        Property::optional("ExtendedStatistic", Shape::TEXT),
        Property::optional(
            "InsufficientDataActions",
            Shape::list(&Shape::TEXT.min_length(1).max_length(1024)),
        ),
        Property::optional("MetricName", Shape::TEXT.min_length(1).max_length(255)),
        Property::optional(
            "Metrics",
            Shape::list(&Shape::Object(&METRIC_DATA_QUERY)).unique(),
        ),
        Property::optional(
            "Namespace",
            Shape::TEXT.pattern("^[^:]").min_length(1).max_length(255),
        ),
        Property::optional(
            "OKActions",
            Shape::list(&Shape::TEXT.min_length(1).max_length(1024)),
        ),
        Property::optional("Period", Shape::INTEGER.min(1.0)),
        Property::optional("Statistic", Shape::one_of(Statistic::VALUES)),
        Property::optional("Tags", Shape::list(&Shape::Object(&TAG)).max_length(50).unique()),
        Property::optional("Threshold", Shape::NUMBER),
        Property::optional("ThresholdMetricId", Shape::TEXT.min_length(1).max_length(255)),
        Property::optional(
            "TreatMissingData",
            Shape::one_of(TreatMissingData::VALUES)
                .min_length(1)
                .max_length(255),
        ),
        Property::optional("Unit", Shape::one_of(AlarmUnit::VALUES)),
        Property::optional("WarmUpConfiguration", Shape::Object(&WARM_UP_CONFIGURATION)),
    ],
    constraints: &[
        Constraint::ExactlyOne(&["Metrics", "MetricName", "EvaluationCriteria"]),
        Constraint::Excludes("ExtendedStatistic", &["Statistic"]),
        Constraint::Excludes(
            "Metrics",
            &[
                "MetricName",
                "Dimensions",
                "Period",
                "Namespace",
                "Statistic",
                "ExtendedStatistic",
                "Unit",
            ],
        ),
        Constraint::Excludes("Statistic", &["ExtendedStatistic"]),
        Constraint::Excludes("Threshold", &["ThresholdMetricId"]),
        Constraint::Excludes("ThresholdMetricId", &["Threshold"]),
    ],
};

static ALARM_PROM_QL_CRITERIA: Object = Object {
    properties: &[
        Property::optional("PendingPeriod", Shape::INTEGER),
        Property::optional("Query", Shape::TEXT),
        Property::optional("RecoveryPeriod", Shape::INTEGER),
    ],
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

static DIMENSION: Object = Object {
    properties: &[
        Property::required("Name", Shape::TEXT.min_length(1).max_length(255)),
        Property::required("Value", Shape::TEXT.min_length(1).max_length(1024)),
    ],
    constraints: &[],
};

static EVALUATION_CRITERIA: Object = Object {
    properties: &[Property::optional(
        "PromQLCriteria",
        Shape::Object(&ALARM_PROM_QL_CRITERIA),
    )],
    constraints: &[],
};

static EVALUATION_WINDOW: Object = Object {
    properties: &[
        Property::optional("SlidingWindow", Shape::Json),
        Property::optional("WallClockWindow", Shape::Object(&WALL_CLOCK_WINDOW)),
    ],
    constraints: &[Constraint::ExactlyOne(&["WallClockWindow", "SlidingWindow"])],
};

static METRIC: Object = Object {
    properties: &[
        Property::optional(
            "Dimensions",
            Shape::list(&Shape::Object(&DIMENSION)).max_length(30),
        ),
        Property::optional("MetricName", Shape::TEXT.min_length(1).max_length(255)),
        Property::optional(
            "Namespace",
            Shape::TEXT.pattern("^[^:]").min_length(1).max_length(255),
        ),
    ],
    constraints: &[],
};

static METRIC_DATA_QUERY: Object = Object {
    properties: &[
        Property::optional("AccountId", Shape::TEXT.min_length(1).max_length(255)),
        Property::optional("Expression", Shape::TEXT.min_length(1).max_length(2048)),
        Property::required(
            "Id",
            Shape::TEXT
                .pattern(r"^([a-z])([A-Za-z0-9\_]*)$")
                .min_length(1)
                .max_length(255),
        ),
        Property::optional("Label", Shape::TEXT),
        Property::optional("MetricStat", Shape::Object(&METRIC_STAT)),
        Property::optional("Period", Shape::INTEGER.min(1.0)),
        Property::optional("ReturnData", Shape::Boolean),
    ],
    constraints: &[],
};

static METRIC_STAT: Object = Object {
    properties: &[
        Property::required("Metric", Shape::Object(&METRIC)),
        Property::required("Period", Shape::INTEGER.min(1.0)),
        Property::required("Stat", Shape::TEXT),
        Property::optional("Unit", Shape::one_of(MetricStatUnit::VALUES)),
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

static WALL_CLOCK_WINDOW: Object = Object {
    properties: &[Property::optional("Timezone", Shape::TEXT)],
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
