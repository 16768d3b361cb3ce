//! `GET /products/{id}/history`: the changes of a product by employees.

use shop_contract::{
    GetProductHistoryEnv, PageQuery, ProductHistoryPage, ProductPath, WarmUpKey, api, table::product_history,
};
use shop_runtime::{
    Employee, Failure, Handler, InvalidPageToken, PageToken, ProductsTable, Request, SdkConfig, warm_up,
};

use crate::{history_table::HistoryTable, no_such_product};

const TOKENS: PageToken = PageToken::new("product-history");

/// The handler of `GET /products/{id}/history`.
#[derive(Debug)]
pub struct GetProductHistory {
    products: ProductsTable,
    history: HistoryTable,
}

impl Handler for GetProductHistory {
    type Operation = api::GetProductHistory;

    async fn start(environment: GetProductHistoryEnv<String>, aws: &SdkConfig) -> Self {
        let products = ProductsTable::new(aws, environment.products_table);
        let history = HistoryTable::new(aws, environment.product_history_table);
        warm_up(products.warm_up(WarmUpKey)).await;
        warm_up(history.warm_up(WarmUpKey)).await;
        Self { products, history }
    }

    async fn handle(&self, request: &Request, _: Employee) -> Result<ProductHistoryPage, Failure> {
        let path = ProductPath::read(|name| request.path_parameter(name)).map_err(|_| no_such_product())?;
        let query = PageQuery::read(|name| request.query(name))?;
        let before = query.next_token.map(|token| position(&token)).transpose();
        let before = before.map_err(|error| Failure::invalid_parameter(PageQuery::NEXT_TOKEN, &error))?;

        self.products.find(&path.id).await?.ok_or_else(no_such_product)?;
        let page = self
            .history
            .page(&path.id, query.limit.unwrap_or_default(), before)
            .await?;

        Ok(ProductHistoryPage {
            items: page.entries,
            unreadable: page.unreadable,
            next_token: page.next.map(|position| TOKENS.write(&position)),
        })
    }
}

/// A position comes from a client, and DynamoDB would refuse another text as our error.
fn position(token: &str) -> Result<String, InvalidPageToken> {
    let position: String = TOKENS.read(token)?;
    if product_history::is_position(&position) {
        Ok(position)
    } else {
        Err(InvalidPageToken)
    }
}
