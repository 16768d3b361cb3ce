//! The inventory: all products, on sale or not, the lowest stock first, one page at a time.
//!
//! The index has a list per shard, sorted by stock. A page merges them. The index does not order products with the same stock, so
//! they are ordered by ID here: a shard is read until all products with the last stock of the page are known.

use std::future::Future;

use futures_util::future::try_join_all;
use shop_contract::{
    InventoryItem, PageLimit, ProductId,
    table::products::{self, ProductItem, STOCK_SHARDS, StockEntry},
};
use shop_runtime::{Listing, Page, ProductsTable, StoreError, dynamo, dynamo::Readable, page};

/// Lists the products by stock.
pub trait Inventory {
    /// The next `limit` entries of a shard after one, or from the lowest stock, in order; fewer only at the end of the shard. An
    /// entry that cannot be read is counted and replaced by the next one.
    fn list(
        &self,
        shard: &'static str,
        after: Option<&StockEntry>,
        limit: usize,
    ) -> impl Future<Output = Result<Readable<StockEntry>, StoreError>>;

    /// The products with these IDs that exist, in any order. At most [`PageLimit::MAX`] IDs, without duplicates.
    fn read(&self, ids: &[ProductId]) -> impl Future<Output = Result<Readable<InventoryItem>, StoreError>>;
}

/// Reads the page after an entry, or the first page.
pub async fn read_page(
    inventory: &impl Inventory,
    limit: PageLimit,
    after: Option<StockEntry>,
) -> Result<Page<InventoryItem, StockEntry>, StoreError> {
    page(&Shards(inventory), limit, after).await
}

struct Shards<'a, I>(&'a I);

impl<I: Inventory> Listing for Shards<'_, I> {
    type Position = StockEntry;
    type Id = ProductId;
    type Item = InventoryItem;

    async fn list(
        &self,
        after: Option<&StockEntry>,
        limit: usize,
    ) -> Result<Readable<StockEntry>, StoreError> {
        let shards = STOCK_SHARDS.map(|shard| self.0.list(shard, after, limit));
        let mut all = Readable {
            read: Vec::new(),
            unreadable: 0,
        };
        for shard in try_join_all(shards).await? {
            all.read.extend(shard.read);
            all.unreadable += shard.unreadable;
        }
        all.read.sort_unstable();
        all.read.truncate(limit);
        Ok(all)
    }

    async fn read(&self, ids: &[ProductId]) -> Result<Readable<InventoryItem>, StoreError> {
        self.0.read(ids).await
    }

    fn id_at(entry: &StockEntry) -> &ProductId {
        &entry.id
    }

    fn id_of(item: &InventoryItem) -> &ProductId {
        &item.id
    }

    fn includes(&self, _: &InventoryItem) -> bool {
        true
    }
}

impl Inventory for ProductsTable {
    async fn list(
        &self,
        shard: &'static str,
        after: Option<&StockEntry>,
        limit: usize,
    ) -> Result<Readable<StockEntry>, StoreError> {
        self.by_stock(shard, after, limit).await
    }

    async fn read(&self, ids: &[ProductId]) -> Result<Readable<InventoryItem>, StoreError> {
        // Consistent: an employee who has just adjusted a stock sees the result.
        let items = self.items(ids, true).await?;
        Ok(dynamo::read_each(items, |item| {
            Ok(dynamo::read::<ProductItem>(item, products::ID)?.into())
        }))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::{collection, prelude::*};
    use serde_json::json;

    use super::*;

    /// Products by stock.
    #[derive(Debug)]
    struct Shelf(BTreeSet<StockEntry>);

    impl Inventory for Shelf {
        async fn list(
            &self,
            shard: &'static str,
            after: Option<&StockEntry>,
            limit: usize,
        ) -> Result<Readable<StockEntry>, StoreError> {
            let entries = self
                .0
                .iter()
                .filter(|entry| products::stock_shard(&entry.id) == shard);
            let next = entries.filter(|entry| Some(*entry) > after);
            Ok(Readable {
                read: next.take(limit).cloned().collect(),
                unreadable: 0,
            })
        }

        async fn read(&self, ids: &[ProductId]) -> Result<Readable<InventoryItem>, StoreError> {
            let items = ids.iter().rev().map(|id| {
                let item = json!({
                    "id": id, "name": "Cookie", "price": { "amount": 350, "currency": "EUR" }, "imageKey": "cookie.svg",
                    "stock": 1, "onSale": true, "updatedAt": "2026-11-22T10:00:00Z",
                });
                serde_json::from_value(item).expect("an item")
            });
            Ok(Readable {
                read: items.collect(),
                unreadable: 0,
            })
        }
    }

    fn shelf() -> impl Strategy<Value = Shelf> {
        // Few stocks, so that many are equal.
        let id = "[a-z]{1,3}".prop_map(|id| ProductId::parse(&id).expect("an ID"));
        collection::btree_map(id, 0_u32..4, 0..250).prop_map(|stocks| {
            let entries = stocks.into_iter();
            Shelf(entries.map(|(id, stock)| StockEntry { stock, id }).collect())
        })
    }

    proptest! {
        #[test]
        fn every_product_is_listed_once_and_in_order(shelf in shelf(), limit in 1_u8..=100) {
            let executor = tokio::runtime::Builder::new_current_thread().build().expect("an executor");
            let limit = PageLimit::try_from(limit).expect("a limit");
            let mut listed = Vec::new();
            let mut after = None;
            loop {
                let page = executor.block_on(read_page(&shelf, limit, after)).expect("a page");
                listed.extend(page.items.into_iter().map(|item| item.id));
                after = page.next;
                if after.is_none() {
                    break;
                }
            }
            let expected: Vec<_> = shelf.0.iter().map(|entry| entry.id.clone()).collect();
            prop_assert_eq!(listed, expected);
        }
    }
}
