//! `GET /orders/{id}`: one order.

use shop_contract::{GetOrderEnv, Order, OrderPath, WarmUpKey, api};
use shop_runtime::{Employee, Failure, Handler, Request, SdkConfig, warm_up};

use crate::{orders_table::OrdersTable, placing::ReadOrder};

/// The handler of `GET /orders/{id}`.
#[derive(Debug)]
pub struct GetOrder {
    orders: OrdersTable,
}

impl Handler for GetOrder {
    type Operation = api::GetOrder;

    async fn start(environment: GetOrderEnv<String>, aws: &SdkConfig) -> Self {
        let orders = OrdersTable::new(aws, environment.orders_table);
        warm_up(orders.warm_up(WarmUpKey)).await;
        Self { orders }
    }

    async fn handle(&self, request: &Request, _: Employee) -> Result<Order, Failure> {
        let not_found = || Failure::NotFound {
            detail: "order not found".to_owned(),
        };
        // A text that is not an order ID names no order.
        let path = OrderPath::read(|name| request.path_parameter(name)).map_err(|_| not_found())?;

        let order = self.orders.find(&path.id).await?.ok_or_else(not_found)?;

        Ok(order)
    }
}
