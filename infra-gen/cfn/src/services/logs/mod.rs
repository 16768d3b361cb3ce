//! Amazon CloudWatch Logs: `AWS::Logs`. Generated; see `generator/`.

#![expect(clippy::doc_markdown, reason = "the text is from AWS")]

pub mod account_policy;
pub mod delivery;
pub mod delivery_destination;
pub mod delivery_source;
pub mod destination;
pub mod integration;
pub mod log_anomaly_detector;
pub mod log_group;
pub mod log_stream;
pub mod metric_filter;
pub mod query_definition;
pub mod resource_policy;
pub mod scheduled_query;
pub mod storage_tier_policy;
pub mod subscription_filter;
pub mod transformer;

pub use account_policy::AccountPolicy;
pub use delivery::Delivery;
pub use delivery_destination::DeliveryDestination;
pub use delivery_source::DeliverySource;
pub use destination::Destination;
pub use integration::Integration;
pub use log_anomaly_detector::LogAnomalyDetector;
pub use log_group::LogGroup;
pub use log_stream::LogStream;
pub use metric_filter::MetricFilter;
pub use query_definition::QueryDefinition;
pub use resource_policy::ResourcePolicy;
pub use scheduled_query::ScheduledQuery;
pub use storage_tier_policy::StorageTierPolicy;
pub use subscription_filter::SubscriptionFilter;
pub use transformer::Transformer;

use crate::schema::TypeSchema;

pub(super) static SCHEMAS: &[&TypeSchema] = &[
    &account_policy::SCHEMA,
    &delivery::SCHEMA,
    &delivery_destination::SCHEMA,
    &delivery_source::SCHEMA,
    &destination::SCHEMA,
    &integration::SCHEMA,
    &log_anomaly_detector::SCHEMA,
    &log_group::SCHEMA,
    &log_stream::SCHEMA,
    &metric_filter::SCHEMA,
    &query_definition::SCHEMA,
    &resource_policy::SCHEMA,
    &scheduled_query::SCHEMA,
    &storage_tier_policy::SCHEMA,
    &subscription_filter::SCHEMA,
    &transformer::SCHEMA,
];
