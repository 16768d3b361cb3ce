//! `GET /orders/{id}`: one order.

use shop_contract::{GetOrderEnv, Order, WarmUpKey, api};
use shop_runtime::{Employee, Failure, Handler, Request, SdkConfig, warm_up};

use crate::{
    changing::{not_found, order_id},
    orders_table::OrdersTable,
    placing::ReadOrder,
};

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
        let id = order_id(request)?;

        let order = self.orders.find(&id).await?.ok_or_else(not_found)?;

        Ok(order)
    }
}
