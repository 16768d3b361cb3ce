//! The tables and buckets. The contract defines the keys of the tables.

use infra_gen::{
    cfn::{LogicalId, Stack},
    constructs::{Bucket, BucketProps, Index, Key, KeyAttribute, KeyType, Projection, Table, TableProps},
};
use shop_contract::table::{self, TableSchema};

use super::removal;
use crate::settings::Settings;

const PRODUCTS: LogicalId = LogicalId::new("Products");
const PRODUCT_HISTORY: LogicalId = LogicalId::new("ProductHistory");
const ORDERS: LogicalId = LogicalId::new("Orders");
const IMAGES: LogicalId = LogicalId::new("Images");
const SITE_BUNDLE: LogicalId = LogicalId::new("SiteBundle");

/// The tables and buckets.
pub(super) struct Data {
    /// The products.
    pub(super) products: Table,
    /// The changes of the products by employees.
    pub(super) product_history: Table,
    /// The orders.
    pub(super) orders: Table,
    /// The images of the products.
    pub(super) images: Bucket,
    /// The site's bundle.
    pub(super) site: Bucket,
}

impl Data {
    pub(super) fn new(stack: &mut Stack, settings: &Settings) -> Self {
        let images = BucketProps {
            versioned: settings.data.retain,
            removal: removal(settings),
            ..Default::default()
        };
        // Not versioned, because a deployment can upload the bundle again.
        let site = BucketProps {
            versioned: false,
            ..images
        };
        Self {
            products: table(stack, PRODUCTS, table::products::SCHEMA, settings),
            product_history: table(stack, PRODUCT_HISTORY, table::product_history::SCHEMA, settings),
            orders: table(stack, ORDERS, table::orders::SCHEMA, settings),
            images: Bucket::new(stack, IMAGES, images),
            site: Bucket::new(stack, SITE_BUNDLE, site),
        }
    }

    /// The tables by name.
    pub(super) fn tables(&self) -> [(&'static str, &Table); 3] {
        [
            ("Products", &self.products),
            ("Product history", &self.product_history),
            ("Orders", &self.orders),
        ]
    }
}

fn table(stack: &mut Stack, id: LogicalId, schema: TableSchema, settings: &Settings) -> Table {
    let props = TableProps {
        indexes: schema.indexes.iter().map(index).collect(),
        deletion_protection: settings.data.retain,
        removal: removal(settings),
        ..TableProps::new(Key {
            sort: schema
                .sort_key
                .map(|name| KeyAttribute::new(name, KeyType::String)),
            ..Key::new(schema.key, KeyType::String)
        })
    };
    Table::new(stack, id, props)
}

fn index(index: &table::Index) -> Index {
    let sort_key_type = match index.sort_key_type {
        table::KeyType::String => KeyType::String,
        table::KeyType::Number => KeyType::Number,
    };
    let key = Key {
        sort: Some(KeyAttribute::new(index.sort_key, sort_key_type)),
        ..Key::new(index.partition_key, KeyType::String)
    };
    Index {
        projection: match index.projection {
            table::Projection::All => Projection::All,
            table::Projection::KeysOnly => Projection::KeysOnly,
            table::Projection::Include(attributes) => {
                Projection::Include(attributes.iter().copied().map(Into::into).collect())
            }
        },
        ..Index::new(index.name, key)
    }
}
