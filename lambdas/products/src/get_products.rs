//! `GET /products`: the catalogue, a page at a time.

use shop_contract::{GetProductsEnv, PageLimit, ProductPage};
use shop_runtime::{Failure, Handler, PageToken, Request, Response, SdkConfig, warm_up};

use crate::{
    catalogue::{self, Place},
    table::ProductsTable,
};

const TOKENS: PageToken = PageToken::of("products");

/// The handler of `GET /products`.
#[derive(Debug)]
pub struct GetProducts {
    products: ProductsTable,
}

impl Handler for GetProducts {
    type Env = GetProductsEnv<String>;

    fn allowed_origins(environment: &Self::Env) -> &str {
        &environment.allowed_origins
    }

    async fn start(environment: Self::Env, aws: &SdkConfig) -> Self {
        let products = ProductsTable::new(aws, environment.products_table);
        warm_up(catalogue::page(&products, PageLimit::MIN, None)).await;
        Self { products }
    }

    async fn handle(&self, request: &Request) -> Result<Response, Failure> {
        let (limit, after) = read(request)?;
        let page = catalogue::page(&self.products, limit, after).await?;
        let next_token = page.next.map(|place| TOKENS.write(&place));
        Ok(Response::json(
            200,
            &ProductPage {
                items: page.products,
                next_token,
            },
        ))
    }
}

fn read(request: &Request) -> Result<(PageLimit, Option<Place>), Failure> {
    let limit = request
        .query("limit")
        .map_or(Ok(PageLimit::DEFAULT), PageLimit::parse);
    let after = request
        .query("nextToken")
        .map(|token| TOKENS.read(token))
        .transpose();
    Ok((
        limit.map_err(|error| Failure::invalid_parameter("limit", &error))?,
        after.map_err(|error| Failure::invalid_parameter("nextToken", &error))?,
    ))
}
