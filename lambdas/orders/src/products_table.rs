//! The products table, as far as orders read it. Stock is taken from it in [`crate::stock`].

use aws_sdk_dynamodb::Client;
use shop_contract::{
    Product, ProductId,
    table::products::{self, ProductItem},
};
use shop_runtime::{
    SdkConfig, StoreError,
    dynamo::{self, Item, text},
};

use crate::placing::ReadProducts;

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

impl ReadProducts for ProductsTable {
    async fn read(&self, ids: &[ProductId]) -> Result<Vec<Product>, StoreError> {
        let keys = ids
            .iter()
            .map(|id| Item::from([(products::ID.to_owned(), text(id.as_str()))]));
        // Consistent, for an old copy would refuse a price that the customer has just been shown.
        let items = dynamo::batch_get(&self.client, &self.name, keys.collect(), true).await?;
        items
            .into_iter()
            .map(|item| Ok(dynamo::read::<ProductItem>(item, products::ID)?.into()))
            .collect()
    }
}
