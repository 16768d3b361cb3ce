//! `AWS::CloudWatch::MetricStream`. Generated; see `generator/`.

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

/// Creates or updates a metric stream. Metrics streams can automatically stream CloudWatch metrics to AWS
/// destinations including Amazon S3 and to many third-party solutions. For more information, see [Metric
/// streams](https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch-Metric-Streams.html).
///
/// `AWS::CloudWatch::MetricStream`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct MetricStream {
    /// If you specify this parameter, the stream sends metrics from all metric namespaces except for the
    /// namespaces that you specify here. You cannot specify both `IncludeFilters` and `ExcludeFilters` in the
    /// same metric stream.
    ///
    /// Items: at most 1000.
    pub exclude_filters: Option<Value<List<MetricStreamFilter>>>,
    /// The ARN of the Amazon Kinesis Firehose delivery stream to use for this metric stream. This Amazon
    /// Kinesis Firehose delivery stream must already exist and must be in the same account as the metric
    /// stream.
    ///
    /// Length: 20 to 2048.
    pub firehose_arn: Option<Value<String>>,
    /// If you specify this parameter, the stream sends only the metrics from the metric namespaces that you
    /// specify here. You cannot specify both `IncludeFilters` and `ExcludeFilters` in the same metric stream.
    ///
    /// Items: at most 1000.
    pub include_filters: Option<Value<List<MetricStreamFilter>>>,
    /// If you are creating a metric stream in a monitoring account, specify `true` to include metrics from
    /// source accounts that are linked to this monitoring account, in the metric stream. The default is
    /// `false`.
    pub include_linked_accounts_metrics: Option<Value<bool>>,
    /// If you are creating a new metric stream, this is the name for the new stream. The name must be
    /// different than the names of other metric streams in this account and Region.
    ///
    /// Update requires: replacement. Length: 1 to 255.
    pub name: Option<Value<String>>,
    /// The output format for the stream. Valid values are `json`, `opentelemetry1.0` and `opentelemetry0.7`
    /// For more information about metric stream output formats, see [Metric streams output
    /// formats](https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch-metric-streams-formats.html).
    ///
    /// Length: 1 to 255.
    pub output_format: Option<Value<OutputFormat>>,
    /// The ARN of an IAM role that this metric stream will use to access Amazon Kinesis Firehose resources.
    /// This IAM role must already exist and must be in the same account as the metric stream. This IAM role
    /// must include the `firehose:PutRecord` and `firehose:PutRecordBatch` permissions.
    ///
    /// Length: 20 to 2048.
    pub role_arn: Option<Value<Arn<kind::iam::Role>>>,
    /// By default, a metric stream always sends the MAX, MIN, SUM, and SAMPLECOUNT statistics for each metric
    /// that is streamed. You can use this parameter to have the metric stream also send additional statistics
    /// in the stream. This array can have up to 100 members.
    ///
    /// Items: at most 100.
    pub statistics_configurations: Option<Value<List<MetricStreamStatisticsConfiguration>>>,
    /// An array of key-value pairs to apply to the metric stream.
    ///
    /// Items: at most 50.
    pub tags: Option<Value<List<Tag>>>,
}

impl MetricStream {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for MetricStream {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("ExcludeFilters", self.exclude_filters.as_ref());
        object.optional("FirehoseArn", self.firehose_arn.as_ref());
        object.optional("IncludeFilters", self.include_filters.as_ref());
        object.optional(
            "IncludeLinkedAccountsMetrics",
            self.include_linked_accounts_metrics.as_ref(),
        );
        object.optional("Name", self.name.as_ref());
        object.optional("OutputFormat", self.output_format.as_ref());
        object.optional("RoleArn", self.role_arn.as_ref());
        object.optional(
            "StatisticsConfigurations",
            self.statistics_configurations.as_ref(),
        );
        object.optional("Tags", self.tags.as_ref());
        object.finish()
    }
}

impl resource::Resource for MetricStream {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::cloudwatch::MetricStream;
    type Reference = Id<kind::cloudwatch::MetricStream>;
}

impl Handle<MetricStream> {
    /// The ARN of the metric stream.
    ///
    /// `Fn::GetAtt` of `Arn`.
    pub fn arn(&self) -> Value<Arn<kind::cloudwatch::MetricStream>> {
        self.attribute("Arn")
    }

    /// The date that the metric stream was originally created.
    ///
    /// `Fn::GetAtt` of `CreationDate`.
    pub fn creation_date(&self) -> Value<String> {
        self.attribute("CreationDate")
    }

    /// The date that the metric stream was most recently updated.
    ///
    /// `Fn::GetAtt` of `LastUpdateDate`.
    pub fn last_update_date(&self) -> Value<String> {
        self.attribute("LastUpdateDate")
    }

    /// The state of the metric stream, either `running` or `stopped`.
    ///
    /// `Fn::GetAtt` of `State`.
    pub fn state(&self) -> Value<String> {
        self.attribute("State")
    }
}

/// This structure contains a metric namespace and optionally, a list of metric names, to either include in a
/// metric ' stream or exclude from a metric stream.
#[derive(Debug, Clone, PartialEq)]
pub struct MetricStreamFilter {
    /// The names of the metrics to either include or exclude from the metric stream.
    ///
    /// Items: at most 999.
    pub metric_names: Option<Value<List<String>>>,
    /// The name of the metric namespace in the filter.
    ///
    /// Length: 1 to 255. Pattern: `^[^:]`.
    pub namespace: Value<String>,
}

impl MetricStreamFilter {
    /// With the required properties only.
    pub fn new(namespace: impl Into<Value<String>>) -> Self {
        Self {
            metric_names: None,
            namespace: namespace.into(),
        }
    }
}

impl ToJson for MetricStreamFilter {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("MetricNames", self.metric_names.as_ref());
        object.required("Namespace", &self.namespace);
        object.finish()
    }
}

/// This structure specifies a list of additional statistics to stream, and the metrics to stream those
/// additional statistics for.
#[derive(Debug, Clone, PartialEq)]
pub struct MetricStreamStatisticsConfiguration {
    /// The additional statistics to stream for the metrics listed in `IncludeMetrics`.
    ///
    /// Items: at most 20.
    pub additional_statistics: Value<List<String>>,
    /// An array that defines the metrics that are to have additional statistics streamed.
    ///
    /// Items: at most 100.
    pub include_metrics: Value<List<MetricStreamStatisticsMetric>>,
}

impl MetricStreamStatisticsConfiguration {
    /// With the required properties only.
    pub fn new(
        additional_statistics: impl Into<Value<List<String>>>,
        include_metrics: impl Into<Value<List<MetricStreamStatisticsMetric>>>,
    ) -> Self {
        Self {
            additional_statistics: additional_statistics.into(),
            include_metrics: include_metrics.into(),
        }
    }
}

impl ToJson for MetricStreamStatisticsConfiguration {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("AdditionalStatistics", &self.additional_statistics);
        object.required("IncludeMetrics", &self.include_metrics);
        object.finish()
    }
}

/// A structure that specifies the metric name and namespace for one metric that is going to have additional
/// statistics included in the stream.
#[derive(Debug, Clone, PartialEq)]
pub struct MetricStreamStatisticsMetric {
    /// The name of the metric.
    ///
    /// Length: 1 to 255.
    pub metric_name: Value<String>,
    /// The namespace of the metric.
    ///
    /// Length: 1 to 255. Pattern: `^[^:]`.
    pub namespace: Value<String>,
}

impl MetricStreamStatisticsMetric {
    /// With the required properties only.
    pub fn new(metric_name: impl Into<Value<String>>, namespace: impl Into<Value<String>>) -> Self {
        Self {
            metric_name: metric_name.into(),
            namespace: namespace.into(),
        }
    }
}

impl ToJson for MetricStreamStatisticsMetric {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("MetricName", &self.metric_name);
        object.required("Namespace", &self.namespace);
        object.finish()
    }
}

text_enum! {
    /// The values of `MetricStream.OutputFormat`.
    OutputFormat {
        Json = "json",
        Opentelemetry0_7 = "opentelemetry0.7",
        Opentelemetry1_0 = "opentelemetry1.0",
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::CloudWatch::MetricStream",
    properties: &METRIC_STREAM,
    create_only: &["Name"],
    conditional_create_only: &[],
    read_only: &["Arn", "CreationDate", "LastUpdateDate", "State"],
    write_only: &[],
    primary_identifier: &["Name"],
    reference: Reference::Id,
    attributes: &[
        Attribute::scalar("Arn"),
        Attribute::scalar("CreationDate"),
        Attribute::scalar("LastUpdateDate"),
        Attribute::scalar("State"),
    ],
    stateful: false,
};

static METRIC_STREAM: Object = Object {
    properties: &[
        Property::optional("Arn", Shape::Json),
        Property::optional("CreationDate", Shape::Json),
        Property::optional(
            "ExcludeFilters",
            Shape::list(&Shape::Object(&METRIC_STREAM_FILTER))
                .max_length(1000)
                .unique(),
        ),
        Property::optional("FirehoseArn", Shape::TEXT.min_length(20).max_length(2048)),
        Property::optional(
            "IncludeFilters",
            Shape::list(&Shape::Object(&METRIC_STREAM_FILTER))
                .max_length(1000)
                .unique(),
        ),
        Property::optional("IncludeLinkedAccountsMetrics", Shape::Boolean),
        Property::optional("LastUpdateDate", Shape::Json),
        Property::optional("Name", Shape::TEXT.min_length(1).max_length(255)),
        Property::optional(
            "OutputFormat",
            Shape::one_of(OutputFormat::VALUES).min_length(1).max_length(255),
        ),
        Property::optional("RoleArn", Shape::TEXT.min_length(20).max_length(2048)),
        Property::optional("State", Shape::Json),
        Property::optional(
            "StatisticsConfigurations",
            Shape::list(&Shape::Object(&METRIC_STREAM_STATISTICS_CONFIGURATION))
                .max_length(100)
                .unique(),
        ),
        Property::optional("Tags", Shape::list(&Shape::Object(&TAG)).max_length(50).unique()),
    ],
    constraints: &[],
};

static METRIC_STREAM_FILTER: Object = Object {
    properties: &[
        Property::optional(
            "MetricNames",
            Shape::list(&Shape::TEXT.min_length(1).max_length(255)).max_length(999),
        ),
        Property::required(
            "Namespace",
            Shape::TEXT.pattern("^[^:]").min_length(1).max_length(255),
        ),
    ],
    constraints: &[],
};

static METRIC_STREAM_STATISTICS_CONFIGURATION: Object = Object {
    properties: &[
        Property::required(
            "AdditionalStatistics",
            Shape::list(&Shape::TEXT).max_length(20).unique(),
        ),
        Property::required(
            "IncludeMetrics",
            Shape::list(&Shape::Object(&METRIC_STREAM_STATISTICS_METRIC))
                .max_length(100)
                .unique(),
        ),
    ],
    constraints: &[],
};

static METRIC_STREAM_STATISTICS_METRIC: Object = Object {
    properties: &[
        Property::required("MetricName", Shape::TEXT.min_length(1).max_length(255)),
        Property::required(
            "Namespace",
            Shape::TEXT.pattern("^[^:]").min_length(1).max_length(255),
        ),
    ],
    constraints: &[],
};

static TAG: Object = Object {
    properties: &[
        Property::required("Key", Shape::TEXT.min_length(1).max_length(128)),
        Property::required("Value", Shape::TEXT.max_length(256)),
    ],
    constraints: &[],
};
