//! The tables and buckets. How a table is keyed is the contract's word.

use infra_gen::{
    cfn::{LogicalId, Stack},
    constructs::{Billing, Bucket, BucketProps, Index, Key, KeyType, Projection, Table, TableProps},
};
use shop_contract::table::{self, TableSchema};

use super::removal;
use crate::settings::Settings;

const PRODUCTS: LogicalId = LogicalId::new("Products");
const ORDERS: LogicalId = LogicalId::new("Orders");
const IMAGES: LogicalId = LogicalId::new("Images");
const SITE_BUNDLE: LogicalId = LogicalId::new("SiteBundle");

/// Everything that holds data.
pub(super) struct Data {
    /// The products.
    pub(super) products: Table,
    /// The orders.
    pub(super) orders: Table,
    /// The products' pictures.
    pub(super) images: Bucket,
    /// The site's bundle.
    pub(super) site: Bucket,
}

impl Data {
    pub(super) fn new(stack: &mut Stack, settings: &Settings) -> Self {
        let removal = removal(settings);
        let kept = BucketProps {
            expire_after_days: None,
            versioned: settings.data.retain,
            removal,
        };
        Self {
            products: table(stack, PRODUCTS, table::products::SCHEMA, settings),
            orders: table(stack, ORDERS, table::orders::SCHEMA, settings),
            images: Bucket::new(stack, &IMAGES, kept),
            // A deployment can always upload the bundle again, so there is nothing in it to keep.
            site: Bucket::new(
                stack,
                &SITE_BUNDLE,
                BucketProps {
                    versioned: false,
                    ..kept
                },
            ),
        }
    }
}

fn table(stack: &mut Stack, id: LogicalId, schema: TableSchema, settings: &Settings) -> Table {
    let props = TableProps {
        key: Key {
            partition: (schema.key, KeyType::String),
            sort: None,
        },
        indexes: schema.indexes.iter().map(index).collect(),
        billing: Billing::OnDemand,
        time_to_live: None,
        deletion_protection: settings.data.retain,
        removal: removal(settings),
    };
    Table::new(stack, id, &props)
}

fn index(index: &table::Index) -> Index {
    Index {
        name: index.name,
        key: Key {
            partition: (index.partition_key, KeyType::String),
            sort: Some((index.sort_key, KeyType::String)),
        },
        projection: match index.projection {
            table::Projection::All => Projection::All,
            table::Projection::KeysOnly => Projection::KeysOnly,
            table::Projection::Include(attributes) => Projection::Include(attributes.to_vec()),
        },
    }
}
