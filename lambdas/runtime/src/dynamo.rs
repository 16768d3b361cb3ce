//! What all tables have in common: items with the contract's attributes, and batches of them.

use std::{
    collections::{BTreeSet, HashMap},
    sync::{Mutex, PoisonError},
};

use aws_sdk_dynamodb::{
    Client,
    types::{AttributeValue, KeysAndAttributes},
};
use shop_contract::table::{Attribute, CorruptAttribute};

use crate::{StoreError, logging};

/// An item as the SDK has it.
pub type Item = HashMap<String, AttributeValue>;

/// An item's attributes by name, as the contract reads them.
pub type Attributes<'a> = dyn FnMut(&'static str) -> Option<Attribute> + 'a;

/// Reads the items that there are of these keys, in any order. At most a hundred keys, each once.
pub async fn batch_get(
    client: &Client,
    table: &str,
    mut keys: Vec<Item>,
    consistent: bool,
) -> Result<Vec<Item>, StoreError> {
    let mut found = Vec::with_capacity(keys.len());
    while !keys.is_empty() {
        let asked = keys.len();
        let wanted = KeysAndAttributes::builder()
            .set_keys(Some(keys))
            .consistent_read(consistent)
            .build()
            .expect("keys are given");
        let answer = client
            .batch_get_item()
            .request_items(table, wanted)
            .send()
            .await?;
        found.extend(
            answer
                .responses
                .into_iter()
                .flatten()
                .flat_map(|(_, items)| items),
        );
        // A batch ends at 16 MB or at the table's throughput, and says what it left.
        let left = answer
            .unprocessed_keys
            .and_then(|mut tables| tables.remove(table));
        keys = left.map(|left| left.keys).unwrap_or_default();
        if keys.len() == asked {
            return Err(StoreError::Busy {
                source: "a batch was answered without an item".into(),
            });
        }
    }
    Ok(found)
}

/// Reads an item by the contract's rules.
pub fn read<T>(
    mut item: Item,
    key: &'static str,
    from_item: fn(&mut Attributes<'_>) -> Result<T, CorruptAttribute>,
) -> Result<T, StoreError> {
    let name = name_of(&item, key);
    from_item(&mut |name| attribute(item.remove(name)?)).map_err(|error| corrupt(name, error))
}

/// What was read of several items.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Readable<T> {
    /// What could be read.
    pub read: Vec<T>,
    /// How many items could not.
    pub unreadable: u32,
}

/// Reads the items by the contract's rules. An item that breaks them is counted and reported to the log, and costs none of
/// the others.
pub fn read_each<T>(
    items: impl IntoIterator<Item = Item>,
    mut read: impl FnMut(Item) -> Result<T, StoreError>,
) -> Readable<T> {
    let mut all = Readable {
        read: Vec::new(),
        unreadable: 0,
    };
    for item in items {
        match read(item) {
            Ok(one) => all.read.push(one),
            Err(error) => {
                report_unreadable(&error);
                all.unreadable += 1;
            }
        }
    }
    all
}

/// Logs an item that cannot be read, as an error and once per process: lists are read again and again.
pub fn report_unreadable(error: &StoreError) {
    static REPORTED: Mutex<BTreeSet<String>> = Mutex::new(BTreeSet::new());
    let text = logging::chain(error);
    let mut reported = REPORTED.lock().unwrap_or_else(PoisonError::into_inner);
    if reported.len() >= MOST_REPORTED {
        reported.clear();
    }
    if reported.insert(text.clone()) {
        tracing::error!(error = text, "an item cannot be read and is left out");
    }
}

/// How many unreadable items a process remembers.
const MOST_REPORTED: usize = 1000;

/// What is wrong with an item.
pub fn corrupt(key: String, error: CorruptAttribute) -> StoreError {
    StoreError::Corrupt {
        key,
        source: error.into(),
    }
}

/// What the log calls an item: its key, or what is in its place.
pub fn name_of(item: &Item, key: &'static str) -> String {
    match item.get(key) {
        Some(AttributeValue::S(id)) => id.clone(),
        other => format!("{other:?}"),
    }
}

/// The item with these attributes.
pub fn item(attributes: impl IntoIterator<Item = (&'static str, Attribute)>) -> Item {
    attributes
        .into_iter()
        .map(|(name, attribute)| (name.to_owned(), value(attribute)))
        .collect()
}

/// The value of a text.
pub fn text(text: impl Into<String>) -> AttributeValue {
    AttributeValue::S(text.into())
}

/// The attribute of a value, if it is of a type that the shop uses.
pub fn attribute(value: AttributeValue) -> Option<Attribute> {
    match value {
        AttributeValue::S(text) => Some(Attribute::Text(text)),
        AttributeValue::N(number) => number.parse().ok().map(Attribute::Number),
        AttributeValue::L(items) => items
            .into_iter()
            .map(attribute)
            .collect::<Option<_>>()
            .map(Attribute::List),
        AttributeValue::M(fields) => fields
            .into_iter()
            .map(|(name, value)| Some((name, attribute(value)?)))
            .collect::<Option<_>>()
            .map(Attribute::Map),
        // Types that no attribute of ours is of, and those that DynamoDB may yet get.
        _ => None,
    }
}

/// The value of an attribute.
pub fn value(attribute: Attribute) -> AttributeValue {
    match attribute {
        Attribute::Text(text) => AttributeValue::S(text),
        Attribute::Number(number) => AttributeValue::N(number.to_string()),
        Attribute::List(items) => AttributeValue::L(items.into_iter().map(value).collect()),
        Attribute::Map(fields) => AttributeValue::M(
            fields
                .into_iter()
                .map(|(name, field)| (name, value(field)))
                .collect(),
        ),
    }
}
