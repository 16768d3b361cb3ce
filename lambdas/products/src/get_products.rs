//! `GET /products`: the catalogue, one page at a time.

use shop_contract::{GetProductsEnv, PageLimit, PageQuery, ProductPage, api};
use shop_runtime::{Anyone, Failure, Handler, PageToken, ProductsTable, Request, SdkConfig, warm_up};

use crate::catalogue;

const TOKENS: PageToken = PageToken::new("products");

/// The handler of `GET /products`.
#[derive(Debug)]
pub struct GetProducts {
    products: ProductsTable,
}

impl Handler for GetProducts {
    type Operation = api::GetProducts;

    async fn start(environment: GetProductsEnv<String>, aws: &SdkConfig) -> Self {
        let products = ProductsTable::new(aws, environment.products_table);
        warm_up(catalogue::read_page(&products, PageLimit::MIN, None)).await;
        Self { products }
    }

    async fn handle(&self, request: &Request, _: Anyone) -> Result<ProductPage, Failure> {
        let query = PageQuery::read(|name| request.query(name))?;
        let after = query.next_token.map(|token| TOKENS.read(&token)).transpose();
        let after = after.map_err(|error| Failure::invalid_parameter(PageQuery::NEXT_TOKEN, &error))?;

        let page = catalogue::read_page(&self.products, query.limit.unwrap_or_default(), after).await?;

        let next_token = page.next.map(|position| TOKENS.write(&position));
        Ok(ProductPage {
            items: page.items,
            unreadable: page.unreadable,
            next_token,
        })
    }
}
