//! The products table, as far as a report reads it: all products, a page at a time.

use aws_sdk_dynamodb::Client;
use shop_contract::{
    Product,
    table::products::{self, ProductItem},
};
use shop_runtime::{SdkConfig, StoreError, dynamo};

use crate::patience::patient;

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
            client: Client::new(&patient(aws)),
            name,
        }
    }

    /// Hands every product that can be read to `take`, in no order; returns how many could not.
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
            let found = dynamo::read_each(answer.items.into_iter().flatten(), |item| {
                dynamo::read::<ProductItem>(item, products::ID)
            });
            unreadable += u64::from(found.unreadable);
            found.read.into_iter().map(Product::from).for_each(&mut take);
            start = answer.last_evaluated_key;
            if start.is_none() {
                return Ok(unreadable);
            }
        }
    }
}
