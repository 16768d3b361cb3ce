//! `GET /products/{id}`: one product.

use shop_contract::{GetProductEnv, GetProductPath, ProductId, api};
use shop_runtime::{Anyone, Failure, Handler, Request, Response, SdkConfig, warm_up};

use crate::{catalogue::ReadProduct, table::ProductsTable};

/// The handler of `GET /products/{id}`.
#[derive(Debug)]
pub struct GetProduct {
    products: ProductsTable,
}

impl Handler for GetProduct {
    type Operation = api::GetProduct;

    async fn start(environment: GetProductEnv<String>, aws: &SdkConfig) -> Self {
        let products = ProductsTable::new(aws, environment.products_table);
        let any = ProductId::parse("any").expect("the ID is well formed");
        warm_up(products.find(&any)).await;
        Self { products }
    }

    async fn handle(&self, request: &Request, _: Anyone) -> Result<Response, Failure> {
        let no_such_product = || Failure::NotFound {
            detail: "there is no such product".to_owned(),
        };
        // A text that no product can have for an ID is the address of nothing, like an ID that none has.
        let path =
            GetProductPath::read(|name| request.path_parameter(name)).map_err(|_| no_such_product())?;

        let product = self.products.find(&path.id).await?.ok_or_else(no_such_product)?;

        Ok(Response::json(200, &product))
    }
}
