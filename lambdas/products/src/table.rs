//! The catalogue in DynamoDB: the products table and its index by name.

use std::collections::HashMap;

use aws_sdk_dynamodb::{
    Client,
    types::{AttributeValue, KeysAndAttributes},
};
use shop_contract::{
    Product, ProductId,
    table::{Attribute, CorruptAttribute, products},
};
use shop_runtime::{SdkConfig, StoreError};

use crate::catalogue::{ListProducts, Place, ReadProduct, ReadProducts};

type Item = HashMap<String, AttributeValue>;

/// The products table.
#[derive(Debug, Clone)]
pub struct ProductsTable {
    client: Client,
    name: String,
}

impl ProductsTable {
    /// The table of this name.
    pub fn new(aws: &SdkConfig, name: String) -> Self {
        Self {
            client: Client::new(aws),
            name,
        }
    }
}

impl ReadProduct for ProductsTable {
    async fn find(&self, id: &ProductId) -> Result<Option<Product>, StoreError> {
        let answer = self
            .client
            .get_item()
            .table_name(&self.name)
            .key(products::ID, text(id.as_str()))
            .send()
            .await?;
        answer.item.map(product).transpose()
    }
}

impl ReadProducts for ProductsTable {
    async fn read(&self, ids: &[ProductId]) -> Result<Vec<Product>, StoreError> {
        let mut found = Vec::with_capacity(ids.len());
        let mut keys: Vec<Item> = ids.iter().map(key).collect();
        while !keys.is_empty() {
            let asked = keys.len();
            let wanted = KeysAndAttributes::builder()
                .set_keys(Some(keys))
                .build()
                .expect("keys are given");
            let answer = self
                .client
                .batch_get_item()
                .request_items(&self.name, wanted)
                .send()
                .await?;
            found.extend(
                answer
                    .responses
                    .into_iter()
                    .flatten()
                    .flat_map(|(_, items)| items)
                    .map(product),
            );
            // A batch ends at 16 MB or at the table's throughput, and says what it left.
            let left = answer
                .unprocessed_keys
                .and_then(|mut tables| tables.remove(&self.name));
            keys = left.map(|left| left.keys).unwrap_or_default();
            if keys.len() == asked {
                return Err(StoreError::Busy {
                    source: "a batch was answered without an item".into(),
                });
            }
        }
        found.into_iter().collect()
    }
}

impl ListProducts for ProductsTable {
    async fn list(&self, limit: usize, after: Option<&Place>) -> Result<Vec<Place>, StoreError> {
        let index = products::BY_NAME;
        let mut places = Vec::with_capacity(limit);
        let mut start = after.map(start_key);
        // A query ends at the limit or at 1 MB, and says where it left off.
        loop {
            let room = i32::try_from(limit - places.len()).expect("a page holds a hundred at most");
            let answer = self
                .client
                .query()
                .table_name(&self.name)
                .index_name(index.name)
                .key_condition_expression("#listing = :catalogue")
                .expression_attribute_names("#listing", index.partition_key)
                .expression_attribute_values(":catalogue", text(products::CATALOGUE))
                .set_exclusive_start_key(start)
                .limit(room)
                .send()
                .await?;
            for item in answer.items.into_iter().flatten() {
                places.push(place(&item)?);
            }
            start = answer.last_evaluated_key;
            if start.is_none() || places.len() >= limit {
                return Ok(places);
            }
        }
    }
}

fn product(mut item: Item) -> Result<Product, StoreError> {
    let key = name_of(&item);
    products::from_item(|name| attribute(item.remove(name)?)).map_err(|error| StoreError::Corrupt {
        key,
        source: error.into(),
    })
}

fn place(item: &Item) -> Result<Place, StoreError> {
    let text = |name| {
        item.get(name)
            .and_then(|value| value.as_s().ok())
            .ok_or(CorruptAttribute { name })
    };
    let read = || {
        let id =
            ProductId::parse(text(products::ID)?).map_err(|_| CorruptAttribute { name: products::ID })?;
        Ok(Place {
            name: text(products::NAME)?.clone(),
            id,
        })
    };
    read().map_err(|error: CorruptAttribute| StoreError::Corrupt {
        key: name_of(item),
        source: error.into(),
    })
}

fn start_key(after: &Place) -> Item {
    let mut start = key(&after.id);
    start.insert(products::LISTING.to_owned(), text(products::CATALOGUE));
    start.insert(products::NAME.to_owned(), text(&after.name));
    start
}

fn key(id: &ProductId) -> Item {
    HashMap::from([(products::ID.to_owned(), text(id.as_str()))])
}

/// What the log calls an item: its key, or what is in its place.
fn name_of(item: &Item) -> String {
    match item.get(products::ID) {
        Some(AttributeValue::S(id)) => id.clone(),
        other => format!("{other:?}"),
    }
}

fn attribute(value: AttributeValue) -> Option<Attribute> {
    match value {
        AttributeValue::S(text) => Some(Attribute::Text(text)),
        AttributeValue::N(number) => number.parse().ok().map(Attribute::Number),
        // Types that no attribute of ours is of, and those that DynamoDB may yet get.
        _ => None,
    }
}

fn text(value: &str) -> AttributeValue {
    AttributeValue::S(value.to_owned())
}
