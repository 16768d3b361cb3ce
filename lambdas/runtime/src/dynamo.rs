//! Items of DynamoDB tables: conversion to and from the contract's types, and batches.

use std::{
    collections::{BTreeSet, HashMap},
    fmt,
    sync::{Mutex, PoisonError},
};

use aws_sdk_dynamodb::{
    Client,
    types::{AttributeValue, KeysAndAttributes},
};
use serde::{Serialize, de::DeserializeOwned};
use serde_path_to_error::{Path, Segment};

use crate::{StoreError, logging};

/// An item in the SDK's format.
pub type Item = HashMap<String, AttributeValue>;

/// Reads the items with these keys, in any order. At most a hundred keys, without duplicates.
pub async fn batch_get(
    client: &Client,
    table: &str,
    mut keys: Vec<Item>,
    consistent: bool,
) -> Result<Vec<Item>, StoreError> {
    let mut found = Vec::with_capacity(keys.len());
    while !keys.is_empty() {
        let requested = keys.len();
        let request = KeysAndAttributes::builder()
            .set_keys(Some(keys))
            .consistent_read(consistent)
            .build()
            .expect("keys are given");
        let answer = client
            .batch_get_item()
            .request_items(table, request)
            .send()
            .await?;
        found.extend(
            answer
                .responses
                .into_iter()
                .flatten()
                .flat_map(|(_, items)| items),
        );
        // A batch ends at 16 MB or at the table's throughput, and returns the keys that are left.
        let left = answer
            .unprocessed_keys
            .and_then(|mut tables| tables.remove(table));
        keys = left.map(|left| left.keys).unwrap_or_default();
        if keys.len() == requested {
            return Err(StoreError::Busy {
                source: "a batch returned no item".into(),
            });
        }
    }
    Ok(found)
}

/// The item of a contract's type.
///
/// # Panics
/// When the type is not a struct of what DynamoDB can store.
pub fn item(value: &impl Serialize) -> Item {
    serde_dynamo::to_item(value).expect("an item is a struct of strings, whole numbers, lists and structs")
}

/// The attribute value of a contract's type.
///
/// # Panics
/// When it is not of what DynamoDB can store.
pub fn value(value: &impl Serialize) -> AttributeValue {
    serde_dynamo::to_attribute_value(value).expect("a value of strings, whole numbers, lists and structs")
}

/// The attribute value of a string.
pub fn text(text: impl Into<String>) -> AttributeValue {
    AttributeValue::S(text.into())
}

/// Reads an item as a contract's type. `key` is the name of its key attribute.
pub fn read<T: DeserializeOwned>(item: Item, key: &'static str) -> Result<T, StoreError> {
    let name = name_of(&item, key);
    let item = serde_dynamo::AttributeValue::from(AttributeValue::M(item));
    let item = serde_dynamo::Deserializer::from_attribute_value(item);
    serde_path_to_error::deserialize(item).map_err(|error| StoreError::Corrupt {
        key: name,
        source: CorruptItem::new(error.path(), &error.inner().to_string()).into(),
    })
}

/// An item that cannot be read. It says where the item is wrong, and not what is there: that may be a customer's data.
#[derive(Debug, Clone, PartialEq, Eq)]
struct CorruptItem {
    /// The path of the attribute; empty if it is not known.
    attribute: String,
    is_missing: bool,
}

impl CorruptItem {
    fn new(path: &Path, message: &str) -> Self {
        let names = path
            .iter()
            .take_while(|segment| !matches!(segment, Segment::Unknown));
        let mut names: Vec<_> = names.map(ToString::to_string).collect();
        // Serde's other messages quote the value.
        let missing = message
            .strip_prefix("missing field `")
            .and_then(|rest| rest.strip_suffix('`'));
        names.extend(missing.map(str::to_owned));
        Self {
            attribute: names.join("."),
            is_missing: missing.is_some(),
        }
    }
}

impl fmt::Display for CorruptItem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.attribute.as_str(), self.is_missing) {
            ("", _) => f.write_str("an attribute is invalid"),
            (attribute, false) => write!(f, "attribute `{attribute}` is invalid"),
            (attribute, true) => write!(f, "attribute `{attribute}` is missing"),
        }
    }
}

impl std::error::Error for CorruptItem {}

/// The result of reading several items.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Readable<T> {
    /// The readable items.
    pub read: Vec<T>,
    /// How many items could not be read.
    pub unreadable: u32,
}

/// Reads items. An item that cannot be read is counted and logged, and does not affect the others.
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

/// Logs an item that cannot be read as an error, once per process: lists are read again and again.
pub fn report_unreadable(error: &StoreError) {
    static REPORTED: Mutex<BTreeSet<String>> = Mutex::new(BTreeSet::new());
    let text = logging::chain(error);
    let mut reported = REPORTED.lock().unwrap_or_else(PoisonError::into_inner);
    if reported.len() >= MAX_REPORTED {
        reported.clear();
    }
    if reported.insert(text.clone()) {
        tracing::error!(error = text, "an item cannot be read and is left out");
    }
}

/// How many unreadable items a process remembers.
const MAX_REPORTED: usize = 1000;

/// The name of an item in the log: its key, or the value in place of the key.
pub fn name_of(item: &Item, key: &'static str) -> String {
    match item.get(key) {
        Some(AttributeValue::S(id)) => id.clone(),
        other => format!("{other:?}"),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};
    use shop_contract::{
        Order, Product,
        table::{
            orders::{self, IndexEntry, OrderFigures, OrderItem},
            products::ProductItem,
        },
    };

    use super::*;

    fn rejected() -> Value {
        json!({
            "id": "01936e2a-7c00-7abc-8def-0123456789ae",
            "createdAt": "2026-11-22T10:00:00Z",
            "customer": {
                "name": "Ann", "email": "ann@example.com",
                "address": { "street": "1 Main St", "postalCode": "10115", "city": "Berlin", "country": "DE" }
            },
            "lines": [{
                "productId": "oat", "name": "Oat", "price": { "amount": 350, "currency": "EUR" }, "quantity": 2
            }],
            "total": { "amount": 700, "currency": "EUR" },
            "status": "REJECTED", "decidedAt": "2026-11-22T10:00:01Z",
            "rejection": {
                "reason": "OutOfStock", "shortfalls": [{ "productId": "oat", "requested": 2, "available": 0 }]
            }
        })
    }

    fn order() -> Order {
        serde_json::from_value(rejected()).unwrap()
    }

    fn map(fields: &[(&str, AttributeValue)]) -> AttributeValue {
        let fields = fields
            .iter()
            .map(|(name, value)| ((*name).to_owned(), value.clone()));
        AttributeValue::M(fields.collect())
    }

    fn number(number: &str) -> AttributeValue {
        AttributeValue::N(number.to_owned())
    }

    #[test]
    fn an_order_is_stored_as_strings_numbers_lists_and_maps() {
        let item = item(&OrderItem::new(&order()));
        let price = |amount| map(&[("amount", number(amount)), ("currency", text("EUR"))]);
        let line = map(&[
            ("productId", text("oat")),
            ("name", text("Oat")),
            ("price", price("350")),
            ("quantity", number("2")),
        ]);
        let shortfall = map(&[
            ("productId", text("oat")),
            ("requested", number("2")),
            ("available", number("0")),
        ]);
        let rejection = map(&[
            ("reason", text("OutOfStock")),
            ("shortfalls", AttributeValue::L(vec![shortfall])),
        ]);
        let address = map(&[
            ("street", text("1 Main St")),
            ("postalCode", text("10115")),
            ("city", text("Berlin")),
            ("country", text("DE")),
        ]);
        let customer = map(&[
            ("name", text("Ann")),
            ("email", text("ann@example.com")),
            ("address", address),
        ]);
        let id = "01936e2a-7c00-7abc-8def-0123456789ae";
        let AttributeValue::M(expected) = map(&[
            ("id", text(id)),
            ("number", text("CXFQ-8FR5")),
            ("createdAt", text("2026-11-22T10:00:00Z")),
            ("customer", customer),
            ("lines", AttributeValue::L(vec![line])),
            ("total", price("700")),
            ("status", text("REJECTED")),
            ("decidedAt", text("2026-11-22T10:00:01Z")),
            ("rejection", rejection),
            ("shard", text("e")),
            ("statusShard", text("REJECTED#e")),
            ("position", text(format!("2026-11-22T10:00:00Z#{id}"))),
        ]) else {
            panic!("a map")
        };
        assert_eq!(item, expected);
        assert_eq!(read::<Order>(item.clone(), "id").unwrap(), order());
        let figures: OrderFigures = read(item.clone(), "id").unwrap();
        assert_eq!(
            (figures.total.amount, figures.status),
            (700, order().state.status())
        );
        let entry: IndexEntry = read(item, "id").unwrap();
        assert_eq!(entry.position.id, order().id);
    }

    #[test]
    fn the_largest_amount_survives() {
        let mut order = order();
        order.total.amount = u64::MAX;
        let item = item(&OrderItem::new(&order));
        assert_eq!(read::<Order>(item, "id").unwrap(), order);
    }

    #[test]
    fn a_product_reads_back_from_its_item() {
        let product: Product = serde_json::from_value(json!({
            "id": "oat", "name": "Oat", "description": "Crisp.", "price": { "amount": 350, "currency": "EUR" },
            "imageKey": "oat.svg", "stock": 12, "updatedAt": "2026-11-22T10:00:00Z"
        }))
        .unwrap();
        let item = item(&ProductItem::from(product.clone()));
        assert_eq!((&item["price"], &item["stock"]), (&number("350"), &number("12")));
        assert_eq!(Product::from(read::<ProductItem>(item, "id").unwrap()), product);
    }

    #[track_caller]
    fn check(name: &str, value: Option<AttributeValue>, message: &str) {
        let mut item = item(&OrderItem::new(&order()));
        match value {
            Some(value) => item.insert(name.to_owned(), value),
            None => item.remove(name),
        };
        let error = read::<Order>(item, orders::ID).unwrap_err();
        let id = order().id;
        assert_eq!(
            logging::chain(&error),
            format!("item `{id}` cannot be read; repair or remove it: {message}")
        );
    }

    #[test]
    fn an_error_names_the_attribute_and_never_its_value() {
        check("createdAt", None, "attribute `createdAt` is missing");
        check("status", None, "attribute `status` is missing");
        check("decidedAt", None, "attribute `decidedAt` is missing");
        check("lines", Some(text("secret")), "attribute `lines` is invalid");
        check(
            "createdAt",
            Some(text("secret")),
            "attribute `createdAt` is invalid",
        );
        check(
            "total",
            Some(map(&[("amount", text("secret"))])),
            "attribute `total.amount` is invalid",
        );
        check("total", Some(map(&[])), "attribute `total.amount` is missing");
        check(
            "customer",
            Some(map(&[("name", number("1"))])),
            "attribute `customer.name` is invalid",
        );
        // What is behind the tag of a state is not located.
        check("status", Some(text("secret")), "an attribute is invalid");
    }
}
