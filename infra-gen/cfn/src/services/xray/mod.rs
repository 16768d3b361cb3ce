//! AWS X-Ray: `AWS::XRay`. Generated; see `generator/`.

#![expect(clippy::doc_markdown, reason = "the text is from AWS")]

pub mod group;
pub mod resource_policy;
pub mod sampling_rule;
pub mod transaction_search_config;

pub use group::Group;
pub use resource_policy::ResourcePolicy;
pub use sampling_rule::SamplingRule;
pub use transaction_search_config::TransactionSearchConfig;

use crate::schema::TypeSchema;

pub(super) static SCHEMAS: &[&TypeSchema] = &[
    &group::SCHEMA,
    &resource_policy::SCHEMA,
    &sampling_rule::SCHEMA,
    &transaction_search_config::SCHEMA,
];
