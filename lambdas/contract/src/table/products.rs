//! The products table: one item per product, keyed by `id`.
//!
//! The catalogue is sorted by name, and a table keyed by `id` can only be listed in the order of its hashes. So an index
//! collects the listed products in one partition, sorted by name. One partition takes 1,000 writes per second, and
//! every sale writes the product's stock. Therefore the index contains only keys: DynamoDB does not write to an index when
//! none of its attributes changes. A page is one query for the keys and one batch for the products.

use serde::{Deserialize, Serialize};

use super::{Index, Projection, TableSchema};
use crate::{Currency, ImageKey, Money, Product, ProductId, Timestamp};

/// The table's keys and indexes.
pub const SCHEMA: TableSchema = TableSchema {
    key: ID,
    indexes: &[BY_NAME],
};

/// The listed products by name.
pub const BY_NAME: Index = Index {
    name: "by-name",
    partition_key: LISTING,
    sort_key: NAME,
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
/// When the item last changed.
pub const UPDATED_AT: &str = "updatedAt";
/// The price in minor units.
pub const PRICE: &str = "price";
/// The currency of the price.
pub const CURRENCY: &str = "currency";

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
                "imageKey": "double-chocolate.svg", "stock": 12, "updatedAt": "2026-11-22T10:00:00Z"
            })
        );
        assert_eq!(Product::from(item), cookie());
    }

    #[test]
    fn the_names_of_attributes_are_those_of_the_item() {
        let item = serde_json::to_value(ProductItem::from(cookie())).unwrap();
        for name in [ID, NAME, LISTING, STOCK, UPDATED_AT, PRICE, CURRENCY] {
            assert!(item.get(name).is_some(), "{name}");
        }
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
