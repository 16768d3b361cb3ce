//! `GET /products/{id}`: one product.

use shop_contract::{GetProductEnv, Product, ProductPath, WarmUpKey, api};
use shop_runtime::{Anyone, Failure, Handler, ProductsTable, Request, SdkConfig, warm_up};

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

    async fn handle(&self, request: &Request, _: Anyone) -> Result<Product, Failure> {
        let not_found = || Failure::NotFound {
            detail: "product not found".to_owned(),
        };
        // A text that is not a product ID names no product.
        let path = ProductPath::read(|name| request.path_parameter(name)).map_err(|_| not_found())?;

        let product = self.products.find(&path.id).await?.ok_or_else(not_found)?;

        Ok(product)
    }
}
