//! Amazon CloudFront: `AWS::CloudFront`. Generated; see `generator/`.

#![expect(clippy::doc_markdown, reason = "the text is from AWS")]

pub mod anycast_ip_list;
pub mod cache_policy;
pub mod cloud_front_origin_access_identity;
pub mod connection_function;
pub mod connection_group;
pub mod continuous_deployment_policy;
pub mod distribution;
pub mod distribution_tenant;
pub mod field_level_encryption_config;
pub mod field_level_encryption_profile;
pub mod function;
pub mod key_group;
pub mod key_value_store;
pub mod monitoring_subscription;
pub mod origin_access_control;
pub mod origin_request_policy;
pub mod public_key;
pub mod realtime_log_config;
pub mod response_headers_policy;
pub mod streaming_distribution;
pub mod trust_store;
pub mod vpc_origin;

pub use anycast_ip_list::AnycastIpList;
pub use cache_policy::CachePolicy;
pub use cloud_front_origin_access_identity::CloudFrontOriginAccessIdentity;
pub use connection_function::ConnectionFunction;
pub use connection_group::ConnectionGroup;
pub use continuous_deployment_policy::ContinuousDeploymentPolicy;
pub use distribution::Distribution;
pub use distribution_tenant::DistributionTenant;
pub use field_level_encryption_config::FieldLevelEncryptionConfig;
pub use field_level_encryption_profile::FieldLevelEncryptionProfile;
pub use function::Function;
pub use key_group::KeyGroup;
pub use key_value_store::KeyValueStore;
pub use monitoring_subscription::MonitoringSubscription;
pub use origin_access_control::OriginAccessControl;
pub use origin_request_policy::OriginRequestPolicy;
pub use public_key::PublicKey;
pub use realtime_log_config::RealtimeLogConfig;
pub use response_headers_policy::ResponseHeadersPolicy;
pub use streaming_distribution::StreamingDistribution;
pub use trust_store::TrustStore;
pub use vpc_origin::VpcOrigin;

use crate::schema::TypeSchema;

pub(super) static SCHEMAS: &[&TypeSchema] = &[
    &anycast_ip_list::SCHEMA,
    &cache_policy::SCHEMA,
    &cloud_front_origin_access_identity::SCHEMA,
    &connection_function::SCHEMA,
    &connection_group::SCHEMA,
    &continuous_deployment_policy::SCHEMA,
    &distribution::SCHEMA,
    &distribution_tenant::SCHEMA,
    &field_level_encryption_config::SCHEMA,
    &field_level_encryption_profile::SCHEMA,
    &function::SCHEMA,
    &key_group::SCHEMA,
    &key_value_store::SCHEMA,
    &monitoring_subscription::SCHEMA,
    &origin_access_control::SCHEMA,
    &origin_request_policy::SCHEMA,
    &public_key::SCHEMA,
    &realtime_log_config::SCHEMA,
    &response_headers_policy::SCHEMA,
    &streaming_distribution::SCHEMA,
    &trust_store::SCHEMA,
    &vpc_origin::SCHEMA,
];
