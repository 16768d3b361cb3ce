//! Amazon DynamoDB: `AWS::DynamoDB`. Generated; see `generator/`.

#![expect(clippy::doc_markdown, reason = "the text is from AWS")]

pub mod backup;
pub mod global_table;
pub mod table;

pub use backup::Backup;
pub use global_table::GlobalTable;
pub use table::Table;

use crate::schema::TypeSchema;

pub(super) static SCHEMAS: &[&TypeSchema] = &[&backup::SCHEMA, &global_table::SCHEMA, &table::SCHEMA];
