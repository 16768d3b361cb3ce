//! How the tables are keyed and what their items hold. The stack makes the tables of it, the handlers and the
//! seed read and write by it.
//!
//! An item is described without an SDK's types: [`Attribute`] is what of DynamoDB's types the shop uses.

pub mod products;

/// The keys of a table. Every key attribute is a string.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TableSchema {
    /// The attribute that identifies an item: the partition key, and there is no sort key.
    pub key: &'static str,
    /// The table's global secondary indexes.
    pub indexes: &'static [Index],
}

/// A global secondary index.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Index {
    /// The index's name.
    pub name: &'static str,
    /// The attribute that gathers items.
    pub partition_key: &'static str,
    /// The attribute that orders what is gathered.
    pub sort_key: &'static str,
    /// Which attributes a read of the index finds.
    pub projection: Projection,
}

/// Which attributes an index carries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Projection {
    /// All of the item's.
    All,
    /// The keys of the index and of the table.
    KeysOnly,
}

/// The value of an attribute.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Attribute {
    /// DynamoDB's `S`.
    Text(String),
    /// DynamoDB's `N`, of which the shop uses whole numbers from zero.
    Number(u64),
}
