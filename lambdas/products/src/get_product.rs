//! `GET /products/{id}`: one product.

use shop_contract::{GetProductEnv, Product, ProductPath, WarmUpKey, api};
use shop_runtime::{Anyone, Failure, Handler, ProductsTable, Request, SdkConfig, warm_up};

use crate::no_such_product;

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
        // A text that is not a product ID names no product.
        let path = ProductPath::read(|name| request.path_parameter(name)).map_err(|_| no_such_product())?;

        let product = self.products.find(&path.id).await?.ok_or_else(no_such_product)?;

        Ok(product)
    }
}
