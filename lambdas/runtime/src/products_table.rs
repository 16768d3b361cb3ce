//! The products table and its indexes.

use aws_sdk_dynamodb::Client;
use shop_contract::{
    InventoryItem, Product, ProductId, WarmUpKey,
    table::products::{self, IndexEntry, ProductItem, StockEntry},
};

use crate::{
    SdkConfig, StoreError,
    dynamo::{self, Item, Readable, text},
};

/// The products table.
#[derive(Debug, Clone)]
pub struct ProductsTable {
    client: Client,
    name: String,
}

impl ProductsTable {
    /// The table with this name.
    pub fn new(aws: &SdkConfig, name: String) -> Self {
        Self {
            client: Client::new(aws),
            name,
        }
    }

    /// The product with this ID, if it exists. It may be an older version of the product.
    pub async fn find(&self, id: &ProductId) -> Result<Option<Product>, StoreError> {
        self.item(id.as_str(), false).await?.map(product).transpose()
    }

    /// The product with this ID in the inventory, if it exists, as it was last written.
    pub async fn inventory_item(&self, id: &ProductId) -> Result<Option<InventoryItem>, StoreError> {
        let item = self.item(id.as_str(), true).await?;
        let item = item.map(|item| dynamo::read::<ProductItem>(item, products::ID));
        Ok(item.transpose()?.map(Into::into))
    }

    /// The items of the products with these IDs that exist, in any order. At most a hundred IDs, without duplicates.
    pub async fn items(&self, ids: &[ProductId], consistent: bool) -> Result<Vec<Item>, StoreError> {
        let keys = ids.iter().map(|id| key(id.as_str())).collect();
        dynamo::batch_get(&self.client, &self.name, keys, consistent).await
    }

    /// The next `limit` entries of the catalogue after one, or from the start; fewer only at the end. An entry that cannot
    /// be read is counted and replaced by the next one.
    pub async fn list(
        &self,
        after: Option<&IndexEntry>,
        limit: usize,
    ) -> Result<Readable<IndexEntry>, StoreError> {
        let index = products::BY_NAME;
        let mut entries = Vec::with_capacity(limit);
        let mut unreadable = 0;
        let mut start = after.map(start_key);
        // A query ends at the limit or at 1 MB, and returns where it ended.
        loop {
            let room = i32::try_from(limit - entries.len()).expect("a page has at most a hundred items");
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
            let items = answer.items.into_iter().flatten();
            let found = dynamo::read_each(items, |item| dynamo::read(item, products::ID));
            unreadable += found.unreadable;
            entries.extend(found.read);
            start = answer.last_evaluated_key;
            if start.is_none() || entries.len() >= limit {
                return Ok(Readable {
                    read: entries,
                    unreadable,
                });
            }
        }
    }

    /// The next `limit` entries of a shard of the inventory after one, or from the lowest stock, in order; fewer only at the end. An
    /// entry that cannot be read is counted and replaced by the next one.
    pub async fn by_stock(
        &self,
        shard: &'static str,
        after: Option<&StockEntry>,
        limit: usize,
    ) -> Result<Readable<StockEntry>, StoreError> {
        let index = products::BY_STOCK;
        let from = after.map_or(0, |after| after.stock);
        let room = i32::try_from(limit).expect("a page has at most a hundred items");
        let mut entries: Vec<StockEntry> = Vec::with_capacity(limit);
        let mut unreadable = 0;
        let mut start = None;
        loop {
            let answer = self
                .client
                .query()
                .table_name(&self.name)
                .index_name(index.name)
                .key_condition_expression("#shard = :shard AND #stock >= :from")
                .expression_attribute_names("#shard", index.partition_key)
                .expression_attribute_names("#stock", index.sort_key)
                .expression_attribute_values(":shard", text(shard))
                .expression_attribute_values(":from", dynamo::value(&from))
                .set_exclusive_start_key(start)
                .limit(room)
                .send()
                .await?;
            let items = answer.items.into_iter().flatten();
            let found = dynamo::read_each(items, |item| dynamo::read::<StockEntry>(item, products::ID));
            unreadable += found.unreadable;
            let highest = found.read.last().map(|entry| entry.stock);
            entries.extend(found.read.into_iter().filter(|entry| Some(entry) > after));
            entries.sort_unstable();
            start = answer.last_evaluated_key;
            // The index does not order products with the same stock, so one with the last stock of the page may follow.
            let is_complete = limit
                .checked_sub(1)
                .and_then(|last| entries.get(last))
                .is_some_and(|last| highest.is_some_and(|highest| last.stock < highest));
            if start.is_none() || is_complete {
                entries.truncate(limit);
                return Ok(Readable {
                    read: entries,
                    unreadable,
                });
            }
        }
    }

    /// Passes every readable product to `take`, in any order. Returns how many cannot be read.
    pub async fn each(&self, mut take: impl FnMut(Product)) -> Result<u64, StoreError> {
        let mut start = None;
        let mut unreadable = 0;
        loop {
            let answer = self
                .client
                .scan()
                .table_name(&self.name)
                .set_exclusive_start_key(start)
                .send()
                .await?;
            let found = dynamo::read_each(answer.items.into_iter().flatten(), product);
            unreadable += u64::from(found.unreadable);
            found.read.into_iter().for_each(&mut take);
            start = answer.last_evaluated_key;
            if start.is_none() {
                return Ok(unreadable);
            }
        }
    }

    /// Gets a product that does not exist.
    pub async fn warm_up(&self, warm_up: WarmUpKey) -> Result<(), StoreError> {
        self.item(warm_up.as_str(), false).await.map(drop)
    }

    /// Gets a product that does not exist, with a batch.
    pub async fn warm_up_batch(&self, warm_up: WarmUpKey) -> Result<(), StoreError> {
        let keys = vec![key(warm_up.as_str())];
        dynamo::batch_get(&self.client, &self.name, keys, true)
            .await
            .map(drop)
    }

    async fn item(&self, id: &str, consistent: bool) -> Result<Option<Item>, StoreError> {
        let answer = self
            .client
            .get_item()
            .table_name(&self.name)
            .set_key(Some(key(id)))
            .consistent_read(consistent)
            .send()
            .await?;
        Ok(answer.item)
    }
}

/// Reads a product from its item.
pub fn product(item: Item) -> Result<Product, StoreError> {
    Ok(dynamo::read::<ProductItem>(item, products::ID)?.into())
}

fn start_key(after: &IndexEntry) -> Item {
    let mut start = key(after.id.as_str());
    start.insert(products::LISTING.to_owned(), text(products::CATALOGUE));
    start.insert(products::NAME.to_owned(), text(&*after.name));
    start
}

fn key(id: &str) -> Item {
    Item::from([(products::ID.to_owned(), text(id))])
}
