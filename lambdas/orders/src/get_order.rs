//! `GET /orders/{id}`: one order.

use shop_contract::{GetOrderEnv, GetOrderPath};
use shop_runtime::{Employee, Failure, Handler, Request, Response, SdkConfig, UserPoolClient, warm_up};

use crate::{order_id::nobodys, orders_table::OrdersTable, placing::ReadOrder};

/// The handler of `GET /orders/{id}`.
#[derive(Debug)]
pub struct GetOrder {
    orders: OrdersTable,
    client: UserPoolClient,
}

impl Handler for GetOrder {
    type Env = GetOrderEnv<String>;

    fn allowed_origins(environment: &Self::Env) -> &str {
        &environment.allowed_origins
    }

    async fn start(environment: Self::Env, aws: &SdkConfig) -> Self {
        let orders = OrdersTable::new(aws, environment.orders_table);
        warm_up(orders.find(&nobodys())).await;
        let client = UserPoolClient::new(environment.user_pool_client);
        Self { orders, client }
    }

    async fn handle(&self, request: &Request) -> Result<Response, Failure> {
        Employee::of(request, &self.client)?;
        let no_such_order = || Failure::NotFound {
            detail: "there is no such order".to_owned(),
        };
        // A text that no order can have for an ID is the address of nothing, like an ID that none has.
        let path = GetOrderPath::read(|name| request.path_parameter(name)).map_err(|_| no_such_order())?;

        let order = self.orders.find(&path.id).await?.ok_or_else(no_such_order)?;

        Ok(Response::json(200, &order))
    }
}
