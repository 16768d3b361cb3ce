//! Amazon SNS: `AWS::SNS`. Generated; see `generator/`.

pub mod subscription;
pub mod topic;
pub mod topic_inline_policy;
pub mod topic_policy;

pub use subscription::Subscription;
pub use topic::Topic;
pub use topic_inline_policy::TopicInlinePolicy;
pub use topic_policy::TopicPolicy;

use crate::schema::TypeSchema;

pub(super) static SCHEMAS: &[&TypeSchema] = &[
    &subscription::SCHEMA,
    &topic::SCHEMA,
    &topic_inline_policy::SCHEMA,
    &topic_policy::SCHEMA,
];
