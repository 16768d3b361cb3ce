//! `GET /products/{id}`: one product.

use shop_contract::{GetProductEnv, GetProductPath, WarmUpKey, api};
use shop_runtime::{Anyone, Failure, Handler, ProductsTable, Request, Response, SdkConfig, warm_up};

/// The handler of `GET /products/{id}`.
#[derive(Debug)]
pub struct GetProduct {
    products: ProductsTable,
}

impl Handler for GetProduct {
    type Operation = api::GetProduct;

    async fn start(environment: GetProductEnv<String>, aws: &SdkConfig) -> Self {
        let products = ProductsTable::new(aws, environment.products_table);
        warm_up(products.warm_up(WarmUpKey)).await;
        Self { products }
    }

    async fn handle(&self, request: &Request, _: Anyone) -> Result<Response, Failure> {
        let no_such_product = || Failure::NotFound {
            detail: "product not found".to_owned(),
        };
        // A text that is not a product ID names no product.
        let path =
            GetProductPath::read(|name| request.path_parameter(name)).map_err(|_| no_such_product())?;

        let product = self.products.find(&path.id).await?.ok_or_else(no_such_product)?;

        Ok(Response::json(200, &product))
    }
}
