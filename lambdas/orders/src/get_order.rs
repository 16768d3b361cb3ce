//! `GET /orders/{id}`: one order.

use shop_contract::{GetOrderEnv, GetOrderPath, WarmUpKey, api};
use shop_runtime::{Employee, Failure, Handler, Request, Response, SdkConfig, warm_up};

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

    async fn handle(&self, request: &Request, _: Employee) -> Result<Response, Failure> {
        let no_such_order = || Failure::NotFound {
            detail: "there is no such order".to_owned(),
        };
        // A text that no order can have for an ID is the address of nothing, like an ID that none has.
        let path = GetOrderPath::read(|name| request.path_parameter(name)).map_err(|_| no_such_order())?;

        let order = self.orders.find(&path.id).await?.ok_or_else(no_such_order)?;

        Ok(Response::json(200, &order))
    }
}
