//! `GET /orders`: the orders, newest first, one page at a time.

use shop_contract::{GetOrdersEnv, ListOrdersQuery, OrderPage, PageLimit, api};
use shop_runtime::{Employee, Failure, Handler, PageToken, Request, SdkConfig, ShopZone, warm_up};

use crate::{
    listing::{self, Filter},
    orders_table::OrdersTable,
};

const TOKENS: PageToken = PageToken::new("orders");

/// The handler of `GET /orders`.
#[derive(Debug)]
pub struct GetOrders {
    orders: OrdersTable,
    zone: ShopZone,
}

impl Handler for GetOrders {
    type Operation = api::GetOrders;

    async fn start(environment: GetOrdersEnv<String>, aws: &SdkConfig) -> Self {
        let orders = OrdersTable::new(aws, environment.orders_table);
        warm_up(listing::read_page(
            &orders,
            &Filter::default(),
            PageLimit::MIN,
            None,
        ))
        .await;
        let zone = ShopZone::new(&environment.time_zone);
        Self { orders, zone }
    }

    async fn handle(&self, request: &Request, _: Employee) -> Result<OrderPage, Failure> {
        let query = ListOrdersQuery::read(|name| request.query(name))?;
        let after = query.next_token.map(|token| TOKENS.read(&token)).transpose();
        let after = after.map_err(|error| Failure::invalid_parameter(ListOrdersQuery::NEXT_TOKEN, &error))?;
        if query.from.is_some() && query.to.is_some() && query.from > query.to {
            return Err(Failure::invalid(
                "parameter `from`: expected a day that is not after `to`",
            ));
        }
        let filter = Filter {
            status: query.status,
            from: query.from.map(|day| self.zone.start_of(&day)),
            before: query.to.map(|day| self.zone.end_of(&day)),
        };

        let page = listing::read_page(&self.orders, &filter, query.limit.unwrap_or_default(), after).await?;

        Ok(OrderPage {
            items: page.items,
            unreadable: page.unreadable,
            next_token: page.next.map(|position| TOKENS.write(&position)),
        })
    }
}
