//! Amazon CloudWatch: `AWS::CloudWatch`. Generated; see `generator/`.

#![expect(clippy::doc_markdown, reason = "the text is from AWS")]

pub mod alarm;
pub mod alarm_mute_rule;
pub mod anomaly_detector;
pub mod composite_alarm;
pub mod dashboard;
pub mod insight_rule;
pub mod integration;
pub mod log_alarm;
pub mod metric_stream;
pub mod otel_enrichment;
pub mod resource_metrics_configuration;
pub mod view;

pub use alarm::Alarm;
pub use alarm_mute_rule::AlarmMuteRule;
pub use anomaly_detector::AnomalyDetector;
pub use composite_alarm::CompositeAlarm;
pub use dashboard::Dashboard;
pub use insight_rule::InsightRule;
pub use integration::Integration;
pub use log_alarm::LogAlarm;
pub use metric_stream::MetricStream;
pub use otel_enrichment::OTelEnrichment;
pub use resource_metrics_configuration::ResourceMetricsConfiguration;
pub use view::View;

use crate::schema::TypeSchema;

pub(super) static SCHEMAS: &[&TypeSchema] = &[
    &alarm::SCHEMA,
    &alarm_mute_rule::SCHEMA,
    &anomaly_detector::SCHEMA,
    &composite_alarm::SCHEMA,
    &dashboard::SCHEMA,
    &insight_rule::SCHEMA,
    &integration::SCHEMA,
    &log_alarm::SCHEMA,
    &metric_stream::SCHEMA,
    &otel_enrichment::SCHEMA,
    &resource_metrics_configuration::SCHEMA,
    &view::SCHEMA,
];
