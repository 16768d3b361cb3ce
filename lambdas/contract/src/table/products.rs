//! The products table: one item per product, keyed by `id`.
//!
//! The catalogue is sorted by name, and a table keyed by `id` can only be listed in the order of its hashes. So an index
//! collects the listed products in one partition, sorted by name. One partition takes 1,000 writes per second, and
//! every sale writes the product's stock. Therefore the index contains only keys: DynamoDB does not write to an index when
//! none of its attributes changes. A page is one query for the keys and one batch for the products.
//!
//! The inventory is sorted by stock, so its index is written with every sale. It is spread over four shards by a hash of the ID, which
//! take 4,000 sales per second. A product whose item has no shard yet is not in the inventory until its stock changes or the seed
//! runs.

use serde::{Deserialize, Serialize};

use super::{Index, KeyType, Projection, TableSchema};
use crate::{Currency, ImageKey, InventoryItem, Money, Product, ProductId, Timestamp};

/// The table's keys and indexes.
pub const SCHEMA: TableSchema = TableSchema {
    key: ID,
    sort_key: None,
    indexes: &[BY_NAME, BY_STOCK],
};

/// The listed products by name.
pub const BY_NAME: Index = Index {
    name: "by-name",
    partition_key: LISTING,
    sort_key: NAME,
    sort_key_type: KeyType::String,
    projection: Projection::KeysOnly,
};

/// All products of a shard by stock.
pub const BY_STOCK: Index = Index {
    name: "by-stock",
    partition_key: STOCK_SHARD,
    sort_key: STOCK,
    sort_key_type: KeyType::Number,
    projection: Projection::KeysOnly,
};

/// The product's ID.
pub const ID: &str = "id";
/// The product's name.
pub const NAME: &str = "name";
/// The listing of the product. A product without it can be fetched, and is not in the catalogue.
pub const LISTING: &str = "listing";
/// The only listing.
pub const CATALOGUE: &str = "catalogue";
/// How many are in stock.
pub const STOCK: &str = "stock";

/// The shard of the product in [`BY_STOCK`].
pub const STOCK_SHARD: &str = "stockShard";

/// All shards of [`BY_STOCK`].
pub const STOCK_SHARDS: [&str; 4] = ["0", "1", "2", "3"];
/// When the item last changed.
pub const UPDATED_AT: &str = "updatedAt";
/// The price in minor units.
pub const PRICE: &str = "price";
/// The currency of the price.
pub const CURRENCY: &str = "currency";

/// The shard of a product: FNV-1a of its ID.
pub fn stock_shard(id: &ProductId) -> &'static str {
    let hash = id.as_str().bytes().fold(0x811c_9dc5_u32, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    });
    STOCK_SHARDS[hash as usize % STOCK_SHARDS.len()]
}

/// The item of a product.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ProductItem {
    /// The product's ID.
    pub id: ProductId,
    /// [`CATALOGUE`]; absent if the catalogue does not list the product.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub listing: Option<String>,
    /// The product's name.
    pub name: String,
    /// Its description.
    pub description: String,
    /// Its price in minor units.
    pub price: u64,
    /// The currency of the price.
    pub currency: Currency,
    /// The key of its picture.
    pub image_key: ImageKey,
    /// How many are in stock.
    pub stock: u32,
    /// [`stock_shard`]; absent in items that were last written before the index existed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stock_shard: Option<String>,
    /// When the item last changed.
    pub updated_at: Timestamp,
}

/// The item of a product that the catalogue lists.
impl From<Product> for ProductItem {
    fn from(product: Product) -> Self {
        // Without `..`: a new field does not compile until it is stored.
        let Product {
            id,
            name,
            description,
            price: Money { amount, currency },
            image_key,
            stock,
            updated_at,
        } = product;
        Self {
            stock_shard: Some(stock_shard(&id).to_owned()),
            id,
            listing: Some(CATALOGUE.to_owned()),
            name,
            description,
            price: amount,
            currency,
            image_key,
            stock,
            updated_at,
        }
    }
}

impl From<ProductItem> for Product {
    fn from(item: ProductItem) -> Self {
        let ProductItem {
            id,
            listing: _,
            name,
            description,
            price,
            currency,
            image_key,
            stock,
            stock_shard: _,
            updated_at,
        } = item;
        Self {
            id,
            name,
            description,
            price: Money {
                amount: price,
                currency,
            },
            image_key,
            stock,
            updated_at,
        }
    }
}

impl From<ProductItem> for InventoryItem {
    fn from(item: ProductItem) -> Self {
        let ProductItem {
            id,
            listing,
            name,
            description: _,
            price,
            currency,
            image_key,
            stock,
            stock_shard: _,
            updated_at,
        } = item;
        Self {
            id,
            name,
            price: Money {
                amount: price,
                currency,
            },
            image_key,
            stock,
            on_sale: listing.is_some(),
            updated_at,
        }
    }
}

/// An entry of [`BY_STOCK`]: sorted by stock, and by ID for the same stock.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct StockEntry {
    /// How many are in stock.
    pub stock: u32,
    /// The product's ID.
    pub id: ProductId,
}

/// An entry of [`BY_NAME`].
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct IndexEntry {
    /// The product's name.
    pub name: String,
    /// The product's ID.
    pub id: ProductId,
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn cookie() -> Product {
        serde_json::from_value(json!({
            "id": "double-chocolate", "name": "Double Chocolate", "description": "Dark and soft.",
            "price": { "amount": 350, "currency": "EUR" }, "imageKey": "double-chocolate.svg",
            "stock": 12, "updatedAt": "2026-11-22T10:00:00Z"
        }))
        .unwrap()
    }

    #[test]
    fn an_item_has_the_price_in_two_attributes_and_reads_back_as_the_product() {
        let item = ProductItem::from(cookie());
        assert_eq!(
            serde_json::to_value(&item).unwrap(),
            json!({
                "id": "double-chocolate", "listing": "catalogue", "name": "Double Chocolate",
                "description": "Dark and soft.", "price": 350, "currency": "EUR",
                "imageKey": "double-chocolate.svg", "stock": 12, "stockShard": stock_shard(&cookie().id),
                "updatedAt": "2026-11-22T10:00:00Z"
            })
        );
        assert_eq!(Product::from(item), cookie());
    }

    #[test]
    fn the_names_of_attributes_are_those_of_the_item() {
        let item = serde_json::to_value(ProductItem::from(cookie())).unwrap();
        for name in [ID, NAME, LISTING, STOCK, STOCK_SHARD, UPDATED_AT, PRICE, CURRENCY] {
            assert!(item.get(name).is_some(), "{name}");
        }
    }

    #[test]
    fn products_spread_over_all_shards() {
        for shard in STOCK_SHARDS {
            let ids = (0..400).map(|number| ProductId::parse(&format!("cookie-{number}")).unwrap());
            let share = ids.filter(|id| stock_shard(id) == shard).count();
            assert!((50..200).contains(&share), "{share} of 400 in shard {shard}");
        }
        // Every later version must find the product in the same shard.
        assert_eq!(stock_shard(&cookie().id), "3");
    }

    #[test]
    fn a_product_without_a_listing_is_in_the_inventory_as_not_on_sale() {
        let item = ProductItem::from(cookie());
        assert!(InventoryItem::from(item.clone()).on_sale);
        let hidden = ProductItem {
            listing: None,
            ..item
        };
        assert!(!InventoryItem::from(hidden).on_sale);
    }

    #[test]
    fn an_item_with_a_wrong_or_missing_attribute_is_not_readable() {
        let right = serde_json::to_value(ProductItem::from(cookie())).unwrap();
        for name in [
            ID,
            NAME,
            "description",
            PRICE,
            CURRENCY,
            "imageKey",
            STOCK,
            UPDATED_AT,
        ] {
            let mut item = right.clone();
            item.as_object_mut().unwrap().remove(name);
            assert!(serde_json::from_value::<ProductItem>(item).is_err(), "{name}");
        }
        for (name, wrong) in [
            (ID, json!("No Slug")),
            (NAME, json!(1)),
            (PRICE, json!("350")),
            (STOCK, json!(1_u64 << 32)),
            (UPDATED_AT, json!("yesterday")),
        ] {
            let mut item = right.clone();
            item[name] = wrong;
            assert!(serde_json::from_value::<ProductItem>(item).is_err(), "{name}");
        }
    }
}
