//! Amazon Route 53: `AWS::Route53`. Generated; see `generator/`.

#![expect(clippy::doc_markdown, reason = "the text is from AWS")]

pub mod cidr_collection;
pub mod delegation_set;
pub mod dnssec;
pub mod health_check;
pub mod hosted_zone;
pub mod key_signing_key;
pub mod query_logging_config;
pub mod record_set;
pub mod record_set_group;
pub mod traffic_policy;
pub mod traffic_policy_instance;

pub use cidr_collection::CidrCollection;
pub use delegation_set::DelegationSet;
pub use dnssec::DNSSEC;
pub use health_check::HealthCheck;
pub use hosted_zone::HostedZone;
pub use key_signing_key::KeySigningKey;
pub use query_logging_config::QueryLoggingConfig;
pub use record_set::RecordSet;
pub use record_set_group::RecordSetGroup;
pub use traffic_policy::TrafficPolicy;
pub use traffic_policy_instance::TrafficPolicyInstance;

use crate::schema::TypeSchema;

pub(super) static SCHEMAS: &[&TypeSchema] = &[
    &cidr_collection::SCHEMA,
    &dnssec::SCHEMA,
    &delegation_set::SCHEMA,
    &health_check::SCHEMA,
    &hosted_zone::SCHEMA,
    &key_signing_key::SCHEMA,
    &query_logging_config::SCHEMA,
    &record_set::SCHEMA,
    &record_set_group::SCHEMA,
    &traffic_policy::SCHEMA,
    &traffic_policy_instance::SCHEMA,
];
