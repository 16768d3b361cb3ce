//! `GET /products`: the catalogue, a page at a time.

use shop_contract::{GetProductsEnv, ListProductsQuery, PageLimit, ProductPage, api};
use shop_runtime::{Anyone, Failure, Handler, PageToken, Request, Response, SdkConfig, warm_up};

use crate::{catalogue, table::ProductsTable};

const TOKENS: PageToken = PageToken::of("products");

/// The handler of `GET /products`.
#[derive(Debug)]
pub struct GetProducts {
    products: ProductsTable,
}

impl Handler for GetProducts {
    type Operation = api::GetProducts;

    async fn start(environment: GetProductsEnv<String>, aws: &SdkConfig) -> Self {
        let products = ProductsTable::new(aws, environment.products_table);
        warm_up(catalogue::page(&products, PageLimit::MIN, None)).await;
        Self { products }
    }

    async fn handle(&self, request: &Request, _: Anyone) -> Result<Response, Failure> {
        let query = ListProductsQuery::read(|name| request.query(name))?;
        let after = query.next_token.map(|token| TOKENS.read(&token)).transpose();
        let after =
            after.map_err(|error| Failure::invalid_parameter(ListProductsQuery::NEXT_TOKEN, &error))?;

        let page = catalogue::page(&self.products, query.limit.unwrap_or_default(), after).await?;

        let next_token = page.next.map(|place| TOKENS.write(&place));
        Ok(Response::json(
            200,
            &ProductPage {
                items: page.products,
                unreadable: page.unreadable,
                next_token,
            },
        ))
    }
}
