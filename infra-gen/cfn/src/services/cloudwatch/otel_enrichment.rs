//! `AWS::CloudWatch::OTelEnrichment`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    reference::Id,
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    value::{Json, List, ObjectWriter, ToJson, Value},
};

/// AWS::CloudWatch::OTelEnrichment enables OTel metric enrichment in CloudWatch, allowing CloudWatch vended
/// metrics to be available for PromQL querying enriched with AWS resource tags and metadata.
///
/// `AWS::CloudWatch::OTelEnrichment`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct OTelEnrichment {
    /// `ExcludeFilters`.
    ///
    /// Items: at most 100.
    pub exclude_filters: Option<Value<List<OTelEnrichmentMetricSelector>>>,
    /// `IncludeFilters`.
    ///
    /// Items: at most 100.
    pub include_filters: Option<Value<List<OTelEnrichmentMetricSelector>>>,
}

impl OTelEnrichment {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for OTelEnrichment {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("ExcludeFilters", self.exclude_filters.as_ref());
        object.optional("IncludeFilters", self.include_filters.as_ref());
        object.finish()
    }
}

impl resource::Resource for OTelEnrichment {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::cloudwatch::OTelEnrichment;
    type Reference = Id<kind::cloudwatch::OTelEnrichment>;
}

impl Handle<OTelEnrichment> {
    /// The AWS account ID. This is the primary identifier for this singleton resource.
    ///
    /// `Fn::GetAtt` of `AccountId`.
    pub fn account_id(&self) -> Value<Id<kind::cloudwatch::OTelEnrichment>> {
        self.attribute("AccountId")
    }

    /// Current status of OTel enrichment (RUNNING or STOPPED).
    ///
    /// `Fn::GetAtt` of `Status`.
    pub fn status(&self) -> Value<String> {
        self.attribute("Status")
    }
}

/// `OTelEnrichmentMetricSelector` of `AWS::CloudWatch::OTelEnrichment`.
#[derive(Debug, Clone, PartialEq)]
pub struct OTelEnrichmentMetricSelector {
    /// `MetricNames`.
    ///
    /// Items: at most 100.
    pub metric_names: Option<Value<List<String>>>,
    /// `Namespace`.
    ///
    /// Length: 1 to 255. Pattern: `^[^:].*$`.
    pub namespace: Value<String>,
}

impl OTelEnrichmentMetricSelector {
    /// With the required properties only.
    pub fn new(namespace: impl Into<Value<String>>) -> Self {
        Self {
            metric_names: None,
            namespace: namespace.into(),
        }
    }
}

impl ToJson for OTelEnrichmentMetricSelector {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("MetricNames", self.metric_names.as_ref());
        object.required("Namespace", &self.namespace);
        object.finish()
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::CloudWatch::OTelEnrichment",
    properties: &OTEL_ENRICHMENT,
    create_only: &[],
    conditional_create_only: &[],
    read_only: &["AccountId", "Status"],
    write_only: &[],
    primary_identifier: &["AccountId"],
    reference: Reference::Id,
    attributes: &[Attribute::scalar("AccountId"), Attribute::scalar("Status")],
    stateful: false,
};

static OTEL_ENRICHMENT: Object = Object {
    properties: &[
        Property::optional("AccountId", Shape::Json),
        Property::optional(
            "ExcludeFilters",
            Shape::list(&Shape::Object(&OTEL_ENRICHMENT_METRIC_SELECTOR))
                .max_length(100)
                .unique(),
        ),
        Property::optional(
            "IncludeFilters",
            Shape::list(&Shape::Object(&OTEL_ENRICHMENT_METRIC_SELECTOR))
                .max_length(100)
                .unique(),
        ),
        Property::optional("Status", Shape::Json),
    ],
    constraints: &[],
};

static OTEL_ENRICHMENT_METRIC_SELECTOR: Object = Object {
    properties: &[
        Property::optional(
            "MetricNames",
            Shape::list(&Shape::TEXT.min_length(1).max_length(255))
                .max_length(100)
                .unique(),
        ),
        Property::required(
            "Namespace",
            Shape::TEXT.pattern("^[^:].*$").min_length(1).max_length(255),
        ),
    ],
    constraints: &[],
};
