//! `POST /products/{id}/stock`: adjusts the stock of a product.

use std::time::{SystemTime, UNIX_EPOCH};

use aws_sdk_dynamodb::primitives::{DateTime, DateTimeFormat};
use shop_contract::{
    Actor, AdjustStockEnv, AdjustStockHeaders, InventoryItem, ProductHistoryEntry, ProductPath,
    StockAdjustment, Timestamp, WarmUpKey, api,
};
use shop_runtime::{Employee, Failure, Handler, ProductsTable, Request, SdkConfig, warm_up};

use crate::{
    adjustment::{self, AdjustError, Change},
    history_table::StockTables,
    no_such_product,
};

/// The handler of `POST /products/{id}/stock`.
#[derive(Debug)]
pub struct AdjustStock {
    products: ProductsTable,
    stock: StockTables,
}

impl Handler for AdjustStock {
    type Operation = api::AdjustStock;

    async fn start(environment: AdjustStockEnv<String>, aws: &SdkConfig) -> Self {
        let products = ProductsTable::new(aws, environment.products_table.clone());
        warm_up(products.warm_up(WarmUpKey)).await;
        let stock = StockTables::new(aws, environment.products_table, environment.product_history_table);
        Self { products, stock }
    }

    async fn handle(&self, request: &Request, employee: Employee) -> Result<InventoryItem, Failure> {
        let headers = AdjustStockHeaders::read(|name| request.header(name))?;
        let adjustment: StockAdjustment = request.json()?;
        // A text that is not a product ID names no product.
        let path = ProductPath::read(|name| request.path_parameter(name)).map_err(|_| no_such_product())?;

        let change = Change {
            product_id: path.id.clone(),
            key: headers.idempotency_key,
            entry: ProductHistoryEntry {
                at: timestamp(SystemTime::now()),
                by: Actor {
                    sub: employee.sub().to_owned(),
                    name: employee.name().map(str::to_owned),
                },
                event: adjustment.clone().into(),
            },
            adjustment,
        };
        adjustment::adjust(&self.stock, &change).await.map_err(failure)?;

        let item = self.products.inventory_item(&path.id).await?;
        item.ok_or_else(no_such_product)
    }
}

fn failure(error: AdjustError) -> Failure {
    match error {
        AdjustError::UnknownProduct => no_such_product(),
        AdjustError::OutOfRange { stock } => Failure::StockConflict {
            detail: format!("the stock is {stock}, so it cannot be changed by this much; load it again"),
        },
        AdjustError::KeyReused => Failure::IdempotencyConflict {
            detail:
                "the `Idempotency-Key` was used with another adjustment; use a new key for a new adjustment"
                    .to_owned(),
        },
        AdjustError::Store(error) => Failure::Store(error),
    }
}

/// The time in UTC, to the second.
fn timestamp(time: SystemTime) -> Timestamp {
    let since = time.duration_since(UNIX_EPOCH).expect("a time after 1970");
    let seconds = i64::try_from(since.as_secs()).expect("a time before the year 10000");
    let text = DateTime::from_secs(seconds)
        .fmt(DateTimeFormat::DateTime)
        .expect("a time between the years 1 and 9999");
    Timestamp::parse(&text).expect("a time in UTC, to the second")
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn a_time_is_written_in_utc_to_the_second() {
        let time = UNIX_EPOCH + Duration::from_millis(1_795_341_600_999);
        assert_eq!(timestamp(time).as_str(), "2026-11-22T10:00:00Z");
    }
}
