//! `AWS::CloudWatch::AnomalyDetector`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    reference::Id,
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    value::{Json, List, ObjectWriter, ToJson, Value},
};

/// The `AWS::CloudWatch::AnomalyDetector` type specifies an anomaly detection band for a certain metric and
/// statistic. The band represents the expected "normal" range for the metric values. Anomaly detection bands
/// can be used for visualization of a metric's expected values, and for alarms.
///
/// `AWS::CloudWatch::AnomalyDetector`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AnomalyDetector {
    /// Specifies details about how the anomaly detection model is to be trained, including time ranges to
    /// exclude when training and updating the model. The configuration can also include the time zone to use
    /// for the metric.
    pub configuration: Option<Value<Configuration>>,
    /// The dimensions of the metric associated with the anomaly detection band.
    ///
    /// Update requires: replacement.
    pub dimensions: Option<Value<List<Dimension>>>,
    /// Use this object to include parameters to provide information about your metric to CloudWatch to help
    /// it build more accurate anomaly detection models. Currently, it includes the `PeriodicSpikes`
    /// parameter.
    ///
    /// Update requires: replacement.
    pub metric_characteristics: Option<Value<MetricCharacteristics>>,
    /// The CloudWatch metric math expression for this anomaly detector.
    ///
    /// Update requires: replacement.
    pub metric_math_anomaly_detector: Option<Value<MetricMathAnomalyDetector>>,
    /// The name of the metric associated with the anomaly detection band.
    ///
    /// Update requires: replacement.
    pub metric_name: Option<Value<String>>,
    /// The namespace of the metric associated with the anomaly detection band.
    ///
    /// Update requires: replacement.
    pub namespace: Option<Value<String>>,
    /// The CloudWatch metric and statistic for this anomaly detector.
    ///
    /// Update requires: replacement.
    pub single_metric_anomaly_detector: Option<Value<SingleMetricAnomalyDetector>>,
    /// The statistic of the metric associated with the anomaly detection band.
    ///
    /// Update requires: replacement.
    pub stat: Option<Value<String>>,
}

impl AnomalyDetector {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for AnomalyDetector {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("Configuration", self.configuration.as_ref());
        object.optional("Dimensions", self.dimensions.as_ref());
        object.optional("MetricCharacteristics", self.metric_characteristics.as_ref());
        object.optional(
            "MetricMathAnomalyDetector",
            self.metric_math_anomaly_detector.as_ref(),
        );
        object.optional("MetricName", self.metric_name.as_ref());
        object.optional("Namespace", self.namespace.as_ref());
        object.optional(
            "SingleMetricAnomalyDetector",
            self.single_metric_anomaly_detector.as_ref(),
        );
        object.optional("Stat", self.stat.as_ref());
        object.finish()
    }
}

impl resource::Resource for AnomalyDetector {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::cloudwatch::AnomalyDetector;
    type Reference = Id<kind::cloudwatch::AnomalyDetector>;
}

impl Handle<AnomalyDetector> {
    /// `Fn::GetAtt` of `Id`.
    pub fn id(&self) -> Value<Id<kind::cloudwatch::AnomalyDetector>> {
        self.attribute("Id")
    }
}

/// Specifies details about how the anomaly detection model is to be trained, including time ranges to exclude
/// when training and updating the model. The configuration can also include the time zone to use for the
/// metric.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Configuration {
    /// Specifies an array of time ranges to exclude from use when the anomaly detection model is trained and
    /// updated. Use this to make sure that events that could cause unusual values for the metric, such as
    /// deployments, aren't used when CloudWatch creates or updates the model.
    pub excluded_time_ranges: Option<Value<List<Range>>>,
    /// The time zone to use for the metric. This is useful to enable the model to automatically account for
    /// daylight savings time changes if the metric is sensitive to such time changes.
    pub metric_time_zone: Option<Value<String>>,
}

impl Configuration {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for Configuration {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("ExcludedTimeRanges", self.excluded_time_ranges.as_ref());
        object.optional("MetricTimeZone", self.metric_time_zone.as_ref());
        object.finish()
    }
}

/// A dimension is a name/value pair that is part of the identity of a metric. Because dimensions are part of
/// the unique identifier for a metric, whenever you add a unique name/value pair to one of your metrics, you
/// are creating a new variation of that metric. For example, many Amazon EC2 metrics publish `InstanceId` as
/// a dimension name, and the actual instance ID as the value for that dimension.
#[derive(Debug, Clone, PartialEq)]
pub struct Dimension {
    /// The name of the dimension.
    pub name: Value<String>,
    /// The value of the dimension. Dimension values must contain only ASCII characters and must include at
    /// least one non-whitespace character. ASCII control characters are not supported as part of dimension
    /// values.
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

/// Represents a specific metric.
#[derive(Debug, Clone, PartialEq)]
pub struct Metric {
    /// The dimensions for the metric.
    pub dimensions: Option<Value<List<Dimension>>>,
    /// The name of the metric. This is a required field.
    pub metric_name: Value<String>,
    /// The namespace of the metric.
    pub namespace: Value<String>,
}

impl Metric {
    /// With the required properties only.
    pub fn new(metric_name: impl Into<Value<String>>, namespace: impl Into<Value<String>>) -> Self {
        Self {
            dimensions: None,
            metric_name: metric_name.into(),
            namespace: namespace.into(),
        }
    }
}

impl ToJson for Metric {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("Dimensions", self.dimensions.as_ref());
        object.required("MetricName", &self.metric_name);
        object.required("Namespace", &self.namespace);
        object.finish()
    }
}

/// This object includes parameters that you can use to provide information to CloudWatch to help it build
/// more accurate anomaly detection models.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct MetricCharacteristics {
    /// Set this parameter to true if values for this metric consistently include spikes that should not be
    /// considered to be anomalies. With this set to true, CloudWatch will expect to see spikes that occurred
    /// consistently during the model training period, and won't flag future similar spikes as anomalies.
    pub periodic_spikes: Option<Value<bool>>,
}

impl MetricCharacteristics {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for MetricCharacteristics {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("PeriodicSpikes", self.periodic_spikes.as_ref());
        object.finish()
    }
}

/// This structure is used in both `GetMetricData` and `PutMetricAlarm`. The supported use of this structure
/// is different for those two operations.
#[derive(Debug, Clone, PartialEq)]
pub struct MetricDataQuery {
    /// The ID of the account where the metrics are located.
    pub account_id: Option<Value<String>>,
    /// This field can contain either a Metrics Insights query, or a metric math expression to be performed on
    /// the returned data. For more information about Metrics Insights queries, see [Metrics Insights query
    /// components and
    /// syntax](https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch-metrics-insights-querylanguage)
    /// in the *Amazon CloudWatch User Guide*.
    pub expression: Option<Value<String>>,
    /// A short name used to tie this object to the results in the response. This name must be unique within a
    /// single call to `GetMetricData`. If you are performing math expressions on this set of data, this name
    /// represents that data and can serve as a variable in the mathematical expression. The valid characters
    /// are letters, numbers, and underscore. The first character must be a lowercase letter.
    pub id: Value<String>,
    /// A human-readable label for this metric or expression. This is especially useful if this is an
    /// expression, so that you know what the value represents. If the metric or expression is shown in a
    /// CloudWatch dashboard widget, the label is shown. If Label is omitted, CloudWatch generates a default.
    pub label: Option<Value<String>>,
    /// The metric to be returned, along with statistics, period, and units. Use this parameter only if this
    /// object is retrieving a metric and not performing a math expression on returned data.
    pub metric_stat: Option<Value<MetricStat>>,
    /// The granularity, in seconds, of the returned data points. For metrics with regular resolution, a
    /// period can be as short as one minute (60 seconds) and must be a multiple of 60. For high-resolution
    /// metrics that are collected at intervals of less than one minute, the period can be 1, 5, 10, 20, 30,
    /// 60, or any multiple of 60. High-resolution metrics are those metrics stored by a `PutMetricData`
    /// operation that includes a `StorageResolution of 1 second`.
    pub period: Option<Value<i64>>,
    /// When used in `GetMetricData`, this option indicates whether to return the timestamps and raw data
    /// values of this metric. If you are performing this call just to do math expressions and do not also
    /// need the raw data returned, you can specify `false`. If you omit this, the default of `true` is used.
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

/// Indicates the CloudWatch math expression that provides the time series the anomaly detector uses as input.
/// The designated math expression must return a single time series.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct MetricMathAnomalyDetector {
    /// An array of metric data query structures that enables you to create an anomaly detector based on the
    /// result of a metric math expression. Each item in `MetricDataQueries` gets a metric or performs a math
    /// expression. One item in `MetricDataQueries` is the expression that provides the time series that the
    /// anomaly detector uses as input. Designate the expression by setting `ReturnData` to `true` for this
    /// object in the array.
    pub metric_data_queries: Option<Value<List<MetricDataQuery>>>,
}

impl MetricMathAnomalyDetector {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for MetricMathAnomalyDetector {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("MetricDataQueries", self.metric_data_queries.as_ref());
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
    pub period: Value<i64>,
    /// The statistic to return. It can include any CloudWatch statistic or extended statistic.
    pub stat: Value<String>,
    /// When you are using a `Put` operation, this defines what unit you want to use when storing the metric.
    pub unit: Option<Value<String>>,
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

/// Each `Range` specifies one range of days or times to exclude from use for training or updating an anomaly
/// detection model.
#[derive(Debug, Clone, PartialEq)]
pub struct Range {
    /// The end time of the range to exclude. The format is `yyyy-MM-dd'T'HH:mm:ss`. For example,
    /// `2019-07-01T23:59:59`.
    pub end_time: Value<String>,
    /// The start time of the range to exclude. The format is `yyyy-MM-dd'T'HH:mm:ss`. For example,
    /// `2019-07-01T23:59:59`.
    pub start_time: Value<String>,
}

impl Range {
    /// With the required properties only.
    pub fn new(end_time: impl Into<Value<String>>, start_time: impl Into<Value<String>>) -> Self {
        Self {
            end_time: end_time.into(),
            start_time: start_time.into(),
        }
    }
}

impl ToJson for Range {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("EndTime", &self.end_time);
        object.required("StartTime", &self.start_time);
        object.finish()
    }
}

/// Designates the CloudWatch metric and statistic that provides the time series the anomaly detector uses as
/// input. If you have enabled unified cross-account observability, and this account is a monitoring account,
/// the metric can be in the same account or a source account.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SingleMetricAnomalyDetector {
    /// If the CloudWatch metric that provides the time series that the anomaly detector uses as input is in
    /// another account, specify that account ID here. If you omit this parameter, the current account is
    /// used.
    pub account_id: Option<Value<String>>,
    /// The metric dimensions to create the anomaly detection model for.
    pub dimensions: Option<Value<List<Dimension>>>,
    /// The name of the metric to create the anomaly detection model for.
    pub metric_name: Option<Value<String>>,
    /// The namespace of the metric to create the anomaly detection model for.
    pub namespace: Option<Value<String>>,
    /// The statistic to use for the metric and anomaly detection model.
    pub stat: Option<Value<String>>,
}

impl SingleMetricAnomalyDetector {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for SingleMetricAnomalyDetector {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("AccountId", self.account_id.as_ref());
        object.optional("Dimensions", self.dimensions.as_ref());
        object.optional("MetricName", self.metric_name.as_ref());
        object.optional("Namespace", self.namespace.as_ref());
        object.optional("Stat", self.stat.as_ref());
        object.finish()
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::CloudWatch::AnomalyDetector",
    properties: &ANOMALY_DETECTOR,
    create_only: &[
        "Dimensions",
        "MetricCharacteristics",
        "MetricMathAnomalyDetector",
        "MetricName",
        "Namespace",
        "SingleMetricAnomalyDetector",
        "Stat",
    ],
    conditional_create_only: &[],
    read_only: &["Id"],
    write_only: &[],
    primary_identifier: &["Id"],
    reference: Reference::Id,
    attributes: &[Attribute::scalar("Id")],
    stateful: false,
};

static ANOMALY_DETECTOR: Object = Object {
    properties: &[
        Property::optional("Configuration", Shape::Object(&CONFIGURATION)),
        Property::optional("Dimensions", Shape::list(&Shape::Object(&DIMENSION))),
        Property::optional("Id", Shape::Json),
        Property::optional("MetricCharacteristics", Shape::Object(&METRIC_CHARACTERISTICS)),
        Property::optional(
            "MetricMathAnomalyDetector",
            Shape::Object(&METRIC_MATH_ANOMALY_DETECTOR),
        ),
        Property::optional("MetricName", Shape::TEXT),
        Property::optional("Namespace", Shape::TEXT),
        Property::optional(
            "SingleMetricAnomalyDetector",
            Shape::Object(&SINGLE_METRIC_ANOMALY_DETECTOR),
        ),
        Property::optional("Stat", Shape::TEXT),
    ],
    constraints: &[],
};

static CONFIGURATION: Object = Object {
    properties: &[
        Property::optional("ExcludedTimeRanges", Shape::list(&Shape::Object(&RANGE))),
        Property::optional("MetricTimeZone", Shape::TEXT),
    ],
    constraints: &[],
};

static DIMENSION: Object = Object {
    properties: &[
        Property::required("Name", Shape::TEXT),
        Property::required("Value", Shape::TEXT),
    ],
    constraints: &[],
};

static METRIC: Object = Object {
    properties: &[
        Property::optional("Dimensions", Shape::list(&Shape::Object(&DIMENSION))),
        Property::required("MetricName", Shape::TEXT),
        Property::required("Namespace", Shape::TEXT),
    ],
    constraints: &[],
};

static METRIC_CHARACTERISTICS: Object = Object {
    properties: &[Property::optional("PeriodicSpikes", Shape::Boolean)],
    constraints: &[],
};

static METRIC_DATA_QUERY: Object = Object {
    properties: &[
        Property::optional("AccountId", Shape::TEXT),
        Property::optional("Expression", Shape::TEXT),
        Property::required("Id", Shape::TEXT),
        Property::optional("Label", Shape::TEXT),
        Property::optional("MetricStat", Shape::Object(&METRIC_STAT)),
        Property::optional("Period", Shape::INTEGER),
        Property::optional("ReturnData", Shape::Boolean),
    ],
    constraints: &[],
};

static METRIC_MATH_ANOMALY_DETECTOR: Object = Object {
    properties: &[Property::optional(
        "MetricDataQueries",
        Shape::list(&Shape::Object(&METRIC_DATA_QUERY)),
    )],
    constraints: &[],
};

static METRIC_STAT: Object = Object {
    properties: &[
        Property::required("Metric", Shape::Object(&METRIC)),
        Property::required("Period", Shape::INTEGER),
        Property::required("Stat", Shape::TEXT),
        Property::optional("Unit", Shape::TEXT),
    ],
    constraints: &[],
};

static RANGE: Object = Object {
    properties: &[
        Property::required("EndTime", Shape::TEXT),
        Property::required("StartTime", Shape::TEXT),
    ],
    constraints: &[],
};

static SINGLE_METRIC_ANOMALY_DETECTOR: Object = Object {
    properties: &[
        Property::optional("AccountId", Shape::TEXT),
        Property::optional("Dimensions", Shape::list(&Shape::Object(&DIMENSION))),
        Property::optional("MetricName", Shape::TEXT),
        Property::optional("Namespace", Shape::TEXT),
        Property::optional("Stat", Shape::TEXT),
    ],
    constraints: &[],
};
