//! `AWS::Logs::MetricFilter`. Generated; see `generator/`.

use crate::{
    kind,
    reference::Id,
    resource,
    schema::{Object, Property, Reference, Shape, TypeSchema},
    text_enum::text_enum,
    value::{Json, List, ObjectWriter, ToJson, Value},
};

/// The `AWS::Logs::MetricFilter` resource specifies a metric filter that describes how CloudWatch Logs
/// extracts information from logs and transforms it into Amazon CloudWatch metrics. If you have multiple
/// metric filters that are associated with a log group, all the filters are applied to the log streams in
/// that group.
///
/// `AWS::Logs::MetricFilter`.
#[derive(Debug, Clone, PartialEq)]
pub struct MetricFilter {
    /// This parameter is valid only for log groups that have an active log transformer. For more information
    /// about log transformers, see
    /// [PutTransformer](https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutTransformer.html).
    pub apply_on_transformed_logs: Option<Value<bool>>,
    /// The list of system fields that are emitted as additional dimensions in the generated metrics. Returns
    /// the `emitSystemFieldDimensions` value if it was specified when the metric filter was created.
    pub emit_system_field_dimensions: Option<Value<List<String>>>,
    /// The filter expression that specifies which log events are processed by this metric filter based on
    /// system fields. Returns the `fieldSelectionCriteria` value if it was specified when the metric filter
    /// was created.
    ///
    /// Length: at most 2000.
    pub field_selection_criteria: Option<Value<String>>,
    /// The name of the metric filter.
    ///
    /// Update requires: replacement. Length: 1 to 512. Pattern: `^[^:*]{1,512}`.
    pub filter_name: Option<Value<String>>,
    /// A filter pattern for extracting metric data out of ingested log events. For more information, see
    /// [Filter and Pattern
    /// Syntax](https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html).
    ///
    /// Length: at most 1024.
    pub filter_pattern: Value<String>,
    /// The name of an existing log group that you want to associate with this metric filter.
    ///
    /// Update requires: replacement. Length: 1 to 512. Pattern: `^[.\-_/#A-Za-z0-9]{1,512}`.
    pub log_group_name: Value<Id<kind::logs::LogGroup>>,
    /// The metric transformations.
    ///
    /// Items: 1 to 1.
    pub metric_transformations: Value<List<MetricTransformation>>,
}

impl MetricFilter {
    /// With the required properties only.
    pub fn new(
        filter_pattern: impl Into<Value<String>>,
        log_group_name: impl Into<Value<Id<kind::logs::LogGroup>>>,
        metric_transformations: impl Into<Value<List<MetricTransformation>>>,
    ) -> Self {
        Self {
            apply_on_transformed_logs: None,
            emit_system_field_dimensions: None,
            field_selection_criteria: None,
            filter_name: None,
            filter_pattern: filter_pattern.into(),
            log_group_name: log_group_name.into(),
            metric_transformations: metric_transformations.into(),
        }
    }
}

impl ToJson for MetricFilter {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("ApplyOnTransformedLogs", self.apply_on_transformed_logs.as_ref());
        object.optional(
            "EmitSystemFieldDimensions",
            self.emit_system_field_dimensions.as_ref(),
        );
        object.optional("FieldSelectionCriteria", self.field_selection_criteria.as_ref());
        object.optional("FilterName", self.filter_name.as_ref());
        object.required("FilterPattern", &self.filter_pattern);
        object.required("LogGroupName", &self.log_group_name);
        object.required("MetricTransformations", &self.metric_transformations);
        object.finish()
    }
}

impl resource::Resource for MetricFilter {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::logs::MetricFilter;
    type Reference = Id<kind::logs::MetricFilter>;
}

/// Specifies the CloudWatch metric dimensions to publish with this metric.
#[derive(Debug, Clone, PartialEq)]
pub struct Dimension {
    /// The name for the CloudWatch metric dimension that the metric filter creates.
    ///
    /// Length: 1 to 255.
    pub key: Value<String>,
    /// The log event field that will contain the value for this dimension. This dimension will only be
    /// published for a metric if the value is found in the log event. For example, `$.eventType` for JSON log
    /// events, or `$server` for space-delimited log events.
    ///
    /// Length: 1 to 255.
    pub value: Value<String>,
}

impl Dimension {
    /// With the required properties only.
    pub fn new(key: impl Into<Value<String>>, value: impl Into<Value<String>>) -> Self {
        Self {
            key: key.into(),
            value: value.into(),
        }
    }
}

impl ToJson for Dimension {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Key", &self.key);
        object.required("Value", &self.value);
        object.finish()
    }
}

/// `MetricTransformation` is a property of the `AWS::Logs::MetricFilter` resource that describes how to
/// transform log streams into a CloudWatch metric.
#[derive(Debug, Clone, PartialEq)]
pub struct MetricTransformation {
    /// (Optional) The value to emit when a filter pattern does not match a log event. This value can be null.
    pub default_value: Option<Value<f64>>,
    /// The fields to use as dimensions for the metric. One metric filter can include as many as three
    /// dimensions.
    ///
    /// Items: 1 to 3.
    pub dimensions: Option<Value<List<Dimension>>>,
    /// The name of the CloudWatch metric.
    ///
    /// Length: 1 to 255. Pattern: `^((?![:*$])[\x00-\x7F]){1,255}`.
    pub metric_name: Value<String>,
    /// A custom namespace to contain your metric in CloudWatch. Use namespaces to group together metrics that
    /// are similar. For more information, see
    /// [Namespaces](https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch_concepts.html#Namespace).
    ///
    /// Length: 1 to 256. Pattern: `^[0-9a-zA-Z\.\-_\/#]{1,256}`.
    pub metric_namespace: Value<String>,
    /// The value that is published to the CloudWatch metric. For example, if you're counting the occurrences
    /// of a particular term like `Error`, specify 1 for the metric value. If you're counting the number of
    /// bytes transferred, reference the value that is in the log event by using $. followed by the name of
    /// the field that you specified in the filter pattern, such as `$.size`.
    ///
    /// Length: 1 to 100. Pattern: `^([+-]?([0-9]*\.?[0-9]*)|(\$.*))$`.
    pub metric_value: Value<String>,
    /// The unit to assign to the metric. If you omit this, the unit is set as `None`.
    pub unit: Option<Value<MetricTransformationUnit>>,
}

impl MetricTransformation {
    /// With the required properties only.
    pub fn new(
        metric_name: impl Into<Value<String>>,
        metric_namespace: impl Into<Value<String>>,
        metric_value: impl Into<Value<String>>,
    ) -> Self {
        Self {
            default_value: None,
            dimensions: None,
            metric_name: metric_name.into(),
            metric_namespace: metric_namespace.into(),
            metric_value: metric_value.into(),
            unit: None,
        }
    }
}

impl ToJson for MetricTransformation {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("DefaultValue", self.default_value.as_ref());
        object.optional("Dimensions", self.dimensions.as_ref());
        object.required("MetricName", &self.metric_name);
        object.required("MetricNamespace", &self.metric_namespace);
        object.required("MetricValue", &self.metric_value);
        object.optional("Unit", self.unit.as_ref());
        object.finish()
    }
}

text_enum! {
    /// The values of `MetricTransformation.Unit`.
    MetricTransformationUnit {
        Seconds = "Seconds",
        Microseconds = "Microseconds",
        Milliseconds = "Milliseconds",
        Bytes = "Bytes",
        Kilobytes = "Kilobytes",
        Megabytes = "Megabytes",
        Gigabytes = "Gigabytes",
        Terabytes = "Terabytes",
        Bits = "Bits",
        Kilobits = "Kilobits",
        Megabits = "Megabits",
        Gigabits = "Gigabits",
        Terabits = "Terabits",
        Percent = "Percent",
        Count = "Count",
        BytesSecond = "Bytes/Second",
        KilobytesSecond = "Kilobytes/Second",
        MegabytesSecond = "Megabytes/Second",
        GigabytesSecond = "Gigabytes/Second",
        TerabytesSecond = "Terabytes/Second",
        BitsSecond = "Bits/Second",
        KilobitsSecond = "Kilobits/Second",
        MegabitsSecond = "Megabits/Second",
        GigabitsSecond = "Gigabits/Second",
        TerabitsSecond = "Terabits/Second",
        CountSecond = "Count/Second",
        None = "None",
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::Logs::MetricFilter",
    properties: &METRIC_FILTER,
    create_only: &["FilterName", "LogGroupName"],
    conditional_create_only: &[],
    read_only: &[],
    write_only: &[],
    primary_identifier: &["LogGroupName", "FilterName"],
    reference: Reference::Id,
    attributes: &[],
    stateful: false,
};

static DIMENSION: Object = Object {
    properties: &[
        Property::required("Key", Shape::TEXT.min_length(1).max_length(255)),
        Property::required("Value", Shape::TEXT.min_length(1).max_length(255)),
    ],
    constraints: &[],
};

static METRIC_FILTER: Object = Object {
    properties: &[
        Property::optional("ApplyOnTransformedLogs", Shape::Boolean),
        Property::optional("EmitSystemFieldDimensions", Shape::list(&Shape::TEXT)),
        Property::optional("FieldSelectionCriteria", Shape::TEXT.max_length(2000)),
        Property::optional(
            "FilterName",
            Shape::TEXT.pattern("^[^:*]{1,512}").min_length(1).max_length(512),
        ),
        Property::required("FilterPattern", Shape::TEXT.max_length(1024)),
        Property::required(
            "LogGroupName",
            Shape::TEXT
                .pattern(r"^[.\-_/#A-Za-z0-9]{1,512}")
                .min_length(1)
                .max_length(512),
        ),
        Property::required(
            "MetricTransformations",
            Shape::list(&Shape::Object(&METRIC_TRANSFORMATION))
                .min_length(1)
                .max_length(1),
        ),
    ],
    constraints: &[],
};

static METRIC_TRANSFORMATION: Object = Object {
    properties: &[
        Property::optional("DefaultValue", Shape::NUMBER),
        Property::optional(
            "Dimensions",
            Shape::list(&Shape::Object(&DIMENSION))
                .min_length(1)
                .max_length(3)
                .unique(),
        ),
        Property::required(
            "MetricName",
            Shape::TEXT
                .pattern(r"^((?![:*$])[\x00-\x7F]){1,255}")
                .min_length(1)
                .max_length(255),
        ),
        Property::required(
            "MetricNamespace",
            Shape::TEXT
                .pattern(r"^[0-9a-zA-Z\.\-_\/#]{1,256}")
                .min_length(1)
                .max_length(256),
        ),
        Property::required(
            "MetricValue",
            Shape::TEXT
                .pattern(r"^([+-]?([0-9]*\.?[0-9]*)|(\$.*))$")
                .min_length(1)
                .max_length(100),
        ),
        Property::optional("Unit", Shape::one_of(MetricTransformationUnit::VALUES)),
    ],
    constraints: &[],
};
