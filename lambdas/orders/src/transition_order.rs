//! `POST /orders/{id}/transitions`: packs, ships, delivers or cancels an order.

use std::time::SystemTime;

use shop_contract::{Order, Transition, TransitionOrderEnv, WarmUpKey, api};
use shop_runtime::{Employee, Failure, Handler, Request, SdkConfig, warm_up};

use crate::{
    changing::{actor, failure, order_id},
    clock::timestamp,
    fulfilment,
    orders_table::OrdersTable,
    stock::Stock,
};

/// The handler of `POST /orders/{id}/transitions`.
#[derive(Debug)]
pub struct TransitionOrder {
    orders: OrdersTable,
    stock: Stock,
}

impl Handler for TransitionOrder {
    type Operation = api::TransitionOrder;

    async fn start(environment: TransitionOrderEnv<String>, aws: &SdkConfig) -> Self {
        let orders = OrdersTable::new(aws, environment.orders_table.clone());
        let stock = Stock::new(aws, environment.products_table, environment.orders_table);
        warm_up(orders.warm_up(WarmUpKey)).await;
        Self { orders, stock }
    }

    async fn handle(&self, request: &Request, employee: Employee) -> Result<Order, Failure> {
        let id = order_id(request)?;
        let transition: Transition = request.json()?;

        let (by, now) = (actor(&employee), timestamp(SystemTime::now()));
        let order = fulfilment::advance(&self.orders, &self.stock, &id, &transition, by, now).await;

        order.map_err(failure)
    }
}
