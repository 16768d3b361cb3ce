//! `POST /orders/{id}/refunds`: records a refund of an order.

use std::time::SystemTime;

use shop_contract::{IdempotencyHeaders, NewRefund, Order, RefundOrderEnv, WarmUpKey, api};
use shop_runtime::{Failure, Handler, Manager, Request, SdkConfig, warm_up};

use crate::{
    changing::{actor, failure, order_id},
    clock::timestamp,
    fulfilment,
    orders_table::OrdersTable,
};

/// The handler of `POST /orders/{id}/refunds`.
#[derive(Debug)]
pub struct RefundOrder {
    orders: OrdersTable,
}

impl Handler for RefundOrder {
    type Operation = api::RefundOrder;

    async fn start(environment: RefundOrderEnv<String>, aws: &SdkConfig) -> Self {
        let orders = OrdersTable::new(aws, environment.orders_table);
        warm_up(orders.warm_up(WarmUpKey)).await;
        Self { orders }
    }

    async fn handle(&self, request: &Request, manager: Manager) -> Result<Order, Failure> {
        let id = order_id(request)?;
        let headers = IdempotencyHeaders::read(|name| request.header(name))?;
        let new: NewRefund = request.json()?;

        let (key, by, now) = (
            headers.idempotency_key,
            actor(&manager),
            timestamp(SystemTime::now()),
        );
        let order = fulfilment::refund(&self.orders, &id, &key, new, by, now).await;

        order.map_err(failure)
    }
}
