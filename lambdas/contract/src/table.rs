//! How the tables are keyed and what their items hold. The stack makes the tables of it, the handlers and the
//! seed read and write by it.
//!
//! An item is described without an SDK's types: [`Attribute`] is what of DynamoDB's types the shop uses.

use std::{collections::BTreeMap, fmt};

use serde_json::Value;

pub mod orders;
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
    /// The keys, and these attributes.
    Include(&'static [&'static str]),
}

/// The value of an attribute.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Attribute {
    /// DynamoDB's `S`.
    Text(String),
    /// DynamoDB's `N`, of which the shop uses whole numbers from zero.
    Number(u64),
    /// DynamoDB's `L`.
    List(Vec<Self>),
    /// DynamoDB's `M`.
    Map(BTreeMap<String, Self>),
}

impl Attribute {
    /// The attribute that holds what the JSON does.
    ///
    /// Only for what the contract's types are written as: whole numbers, and neither `null` nor booleans.
    pub(crate) fn from_json(value: Value) -> Self {
        match value {
            Value::String(text) => Self::Text(text),
            Value::Number(number) => Self::Number(
                number
                    .as_u64()
                    .expect("the contract's numbers are whole and not negative"),
            ),
            Value::Array(items) => Self::List(items.into_iter().map(Self::from_json).collect()),
            Value::Object(fields) => Self::Map(
                fields
                    .into_iter()
                    .map(|(name, value)| (name, Self::from_json(value)))
                    .collect(),
            ),
            Value::Null | Value::Bool(_) => unreachable!("what is absent in the contract is left out"),
        }
    }

    /// The JSON that holds what the attribute does.
    pub(crate) fn into_json(self) -> Value {
        match self {
            Self::Text(text) => text.into(),
            Self::Number(number) => number.into(),
            Self::List(items) => items.into_iter().map(Self::into_json).collect(),
            Self::Map(fields) => fields
                .into_iter()
                .map(|(name, value)| (name, value.into_json()))
                .collect(),
        }
    }
}

/// An attribute of an item that is missing, of another type, or not of the form it should have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CorruptAttribute {
    /// The attribute's name.
    pub name: &'static str,
}

impl fmt::Display for CorruptAttribute {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "attribute `{}` is missing, of another type, or malformed",
            self.name
        )
    }
}

impl std::error::Error for CorruptAttribute {}
