//! Amazon SQS: `AWS::SQS`. Generated; see `generator/`.

#![expect(clippy::doc_markdown, reason = "the text is from AWS")]

pub mod queue;
pub mod queue_inline_policy;
pub mod queue_policy;

pub use queue::Queue;
pub use queue_inline_policy::QueueInlinePolicy;
pub use queue_policy::QueuePolicy;

use crate::schema::TypeSchema;

pub(super) static SCHEMAS: &[&TypeSchema] = &[
    &queue::SCHEMA,
    &queue_inline_policy::SCHEMA,
    &queue_policy::SCHEMA,
];
