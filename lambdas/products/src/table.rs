//! The catalogue in DynamoDB: the products table and its index by name.

use aws_sdk_dynamodb::Client;
use shop_contract::{
    Product, ProductId,
    table::products::{self, IndexEntry, ProductItem},
};
use shop_runtime::{
    SdkConfig, StoreError,
    dynamo::{self, Item, Readable, text},
};

use crate::catalogue::{ListProducts, Place, ReadProduct, ReadProducts};

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
            .set_key(Some(key(id)))
            .send()
            .await?;
        answer.item.map(product).transpose()
    }
}

impl ReadProducts for ProductsTable {
    async fn read(&self, ids: &[ProductId]) -> Result<Readable<Product>, StoreError> {
        let keys = ids.iter().map(key).collect();
        // A product that was just changed may be shown as it was: an order asks for it again.
        let items = dynamo::batch_get(&self.client, &self.name, keys, false).await?;
        Ok(dynamo::read_each(items, product))
    }
}

impl ListProducts for ProductsTable {
    async fn list(&self, limit: usize, after: Option<&Place>) -> Result<Readable<Place>, StoreError> {
        let index = products::BY_NAME;
        let mut places = Vec::with_capacity(limit);
        let mut unreadable = 0;
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
            let found = dynamo::read_each(answer.items.into_iter().flatten(), place);
            unreadable += found.unreadable;
            places.extend(found.read);
            start = answer.last_evaluated_key;
            if start.is_none() || places.len() >= limit {
                return Ok(Readable {
                    read: places,
                    unreadable,
                });
            }
        }
    }
}

fn product(item: Item) -> Result<Product, StoreError> {
    Ok(dynamo::read::<ProductItem>(item, products::ID)?.into())
}

fn place(item: Item) -> Result<Place, StoreError> {
    let IndexEntry { name, id } = dynamo::read(item, products::ID)?;
    Ok(Place { name, id })
}

fn start_key(after: &Place) -> Item {
    let mut start = key(&after.id);
    start.insert(products::LISTING.to_owned(), text(products::CATALOGUE));
    start.insert(products::NAME.to_owned(), text(&*after.name));
    start
}

fn key(id: &ProductId) -> Item {
    Item::from([(products::ID.to_owned(), text(id.as_str()))])
}
