//! `GET /inventory`: the stock of all products, one page at a time.

use shop_contract::{GetInventoryEnv, InventoryPage, PageLimit, PageQuery, api};
use shop_runtime::{Employee, Failure, Handler, PageToken, ProductsTable, Request, SdkConfig, warm_up};

use crate::inventory;

const TOKENS: PageToken = PageToken::new("inventory");

/// The handler of `GET /inventory`.
#[derive(Debug)]
pub struct GetInventory {
    products: ProductsTable,
}

impl Handler for GetInventory {
    type Operation = api::GetInventory;

    async fn start(environment: GetInventoryEnv<String>, aws: &SdkConfig) -> Self {
        let products = ProductsTable::new(aws, environment.products_table);
        warm_up(inventory::read_page(&products, PageLimit::MIN, None)).await;
        Self { products }
    }

    async fn handle(&self, request: &Request, _: Employee) -> Result<InventoryPage, Failure> {
        let query = PageQuery::read(|name| request.query(name))?;
        let after = query.next_token.map(|token| TOKENS.read(&token)).transpose();
        let after = after.map_err(|error| Failure::invalid_parameter(PageQuery::NEXT_TOKEN, &error))?;

        let page = inventory::read_page(&self.products, query.limit.unwrap_or_default(), after).await?;

        Ok(InventoryPage {
            items: page.items,
            unreadable: page.unreadable,
            next_token: page.next.map(|entry| TOKENS.write(&entry)),
        })
    }
}
