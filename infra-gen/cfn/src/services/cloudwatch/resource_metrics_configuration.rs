//! `AWS::CloudWatch::ResourceMetricsConfiguration`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    reference::Id,
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    value::{Json, List, ObjectWriter, ToJson, Value},
};

/// `AWS::CloudWatch::ResourceMetricsConfiguration`.
#[derive(Debug, Clone, PartialEq)]
pub struct ResourceMetricsConfiguration {
    /// `MetricSelections`.
    ///
    /// Items: 1 to 1.
    pub metric_selections: Option<Value<List<ResourceMetricSelection>>>,
    /// `ResourceArn`.
    ///
    /// Update requires: replacement. Length: 20 to 2048. Pattern:
    /// `^arn:[a-zA-Z0-9-]+:[a-zA-Z0-9-]+:[a-zA-Z0-9-]*:\d{12}:.+$`.
    pub resource_arn: Value<String>,
}

impl ResourceMetricsConfiguration {
    /// With the required properties only.
    pub fn new(resource_arn: impl Into<Value<String>>) -> Self {
        Self {
            metric_selections: None,
            resource_arn: resource_arn.into(),
        }
    }
}

impl ToJson for ResourceMetricsConfiguration {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("MetricSelections", self.metric_selections.as_ref());
        object.required("ResourceArn", &self.resource_arn);
        object.finish()
    }
}

impl resource::Resource for ResourceMetricsConfiguration {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::cloudwatch::ResourceMetricsConfiguration;
    type Reference = Id<kind::cloudwatch::ResourceMetricsConfiguration>;
}

impl Handle<ResourceMetricsConfiguration> {
    /// `Fn::GetAtt` of `CreatedAt`.
    pub fn created_at(&self) -> Value<String> {
        self.attribute("CreatedAt")
    }

    /// `Fn::GetAtt` of `UpdatedAt`.
    pub fn updated_at(&self) -> Value<String> {
        self.attribute("UpdatedAt")
    }
}

/// `ResourceMetricSelection` of `AWS::CloudWatch::ResourceMetricsConfiguration`.
#[derive(Debug, Clone, PartialEq)]
pub struct ResourceMetricSelection {
    /// `IncludeMetrics`.
    ///
    /// Items: 1 to 500.
    pub include_metrics: Value<List<String>>,
}

impl ResourceMetricSelection {
    /// With the required properties only.
    pub fn new(include_metrics: impl Into<Value<List<String>>>) -> Self {
        Self {
            include_metrics: include_metrics.into(),
        }
    }
}

impl ToJson for ResourceMetricSelection {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("IncludeMetrics", &self.include_metrics);
        object.finish()
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::CloudWatch::ResourceMetricsConfiguration",
    properties: &RESOURCE_METRICS_CONFIGURATION,
    create_only: &["ResourceArn"],
    conditional_create_only: &[],
    read_only: &["CreatedAt", "UpdatedAt"],
    write_only: &[],
    primary_identifier: &["ResourceArn"],
    reference: Reference::Id,
    attributes: &[Attribute::scalar("CreatedAt"), Attribute::scalar("UpdatedAt")],
    stateful: false,
};

static RESOURCE_METRIC_SELECTION: Object = Object {
    properties: &[Property::required(
        "IncludeMetrics",
        Shape::list(&Shape::TEXT.min_length(1).max_length(255))
            .min_length(1)
            .max_length(500),
    )],
    constraints: &[],
};

static RESOURCE_METRICS_CONFIGURATION: Object = Object {
    properties: &[
        Property::optional("CreatedAt", Shape::Json),
        Property::optional(
            "MetricSelections",
            Shape::list(&Shape::Object(&RESOURCE_METRIC_SELECTION))
                .min_length(1)
                .max_length(1),
        ),
        Property::required(
            "ResourceArn",
            Shape::TEXT.pattern(PATTERN_1).min_length(20).max_length(2048),
        ),
        Property::optional("UpdatedAt", Shape::Json),
    ],
    constraints: &[],
};

const PATTERN_1: &str = r"^arn:[a-zA-Z0-9-]+:[a-zA-Z0-9-]+:[a-zA-Z0-9-]*:\d{12}:.+$";
