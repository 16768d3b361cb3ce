//! `POST /orders/{id}/notes`: adds a note to an order.

use std::time::SystemTime;

use shop_contract::{AddOrderNoteEnv, IdempotencyHeaders, NewNote, Order, WarmUpKey, api};
use shop_runtime::{Employee, Failure, Handler, Request, SdkConfig, warm_up};

use crate::{
    changing::{actor, failure, order_id},
    clock::timestamp,
    fulfilment,
    orders_table::OrdersTable,
};

/// The handler of `POST /orders/{id}/notes`.
#[derive(Debug)]
pub struct AddOrderNote {
    orders: OrdersTable,
}

impl Handler for AddOrderNote {
    type Operation = api::AddOrderNote;

    async fn start(environment: AddOrderNoteEnv<String>, aws: &SdkConfig) -> Self {
        let orders = OrdersTable::new(aws, environment.orders_table);
        warm_up(orders.warm_up(WarmUpKey)).await;
        Self { orders }
    }

    async fn handle(&self, request: &Request, employee: Employee) -> Result<Order, Failure> {
        let id = order_id(request)?;
        let headers = IdempotencyHeaders::read(|name| request.header(name))?;
        let new: NewNote = request.json()?;

        let (key, by, now) = (
            headers.idempotency_key,
            actor(&employee),
            timestamp(SystemTime::now()),
        );
        let order = fulfilment::add_note(&self.orders, &id, &key, new, by, now).await;

        order.map_err(failure)
    }
}
