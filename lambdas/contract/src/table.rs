//! The keys of the tables and the format of their items. The stack creates the tables from it; the handlers and the
//! seed read and write items with it.
//!
//! An item is a serde struct without an SDK's types, and `serde_dynamo` converts it. So a new field is read and written as
//! soon as the type has it. Readers ignore attributes that they do not know: during a deployment old code meets items
//! of new code.

pub mod orders;
pub mod product_history;
pub mod products;

/// The keys of a table. Every key attribute of a table is a string.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TableSchema {
    /// The partition key.
    pub key: &'static str,
    /// The sort key; none if the partition key identifies an item.
    pub sort_key: Option<&'static str>,
    /// The table's global secondary indexes.
    pub indexes: &'static [Index],
}

/// A global secondary index.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Index {
    /// The index's name.
    pub name: &'static str,
    /// The attribute of its partition key.
    pub partition_key: &'static str,
    /// The attribute of its sort key.
    pub sort_key: &'static str,
    /// The type of its sort key.
    pub sort_key_type: KeyType,
    /// The attributes that it contains.
    pub projection: Projection,
}

/// The type of a key attribute.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyType {
    /// Text.
    String,
    /// A number.
    Number,
}

/// The attributes that an index contains.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Projection {
    /// All of the item's.
    All,
    /// The keys of the index and of the table.
    KeysOnly,
    /// The keys, and these attributes.
    Include(&'static [&'static str]),
}
