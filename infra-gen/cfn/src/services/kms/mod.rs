//! AWS Key Management Service: `AWS::KMS`. Generated; see `generator/`.

pub mod alias;
pub mod key;
pub mod replica_key;

pub use alias::Alias;
pub use key::Key;
pub use replica_key::ReplicaKey;

use crate::schema::TypeSchema;

pub(super) static SCHEMAS: &[&TypeSchema] = &[&alias::SCHEMA, &key::SCHEMA, &replica_key::SCHEMA];
