//! `GET /orders/summary`: the summary of the orders of one day in the shop's time zone.

use std::time::SystemTime;

use shop_contract::{DaySummary, GetOrdersSummaryEnv, GetOrdersSummaryQuery, api};
use shop_runtime::{Employee, Failure, Handler, Request, SdkConfig, ShopZone, warm_up};

use crate::{day_figures, orders_table::OrdersTable};

/// The handler of `GET /orders/summary`.
#[derive(Debug)]
pub struct GetOrdersSummary {
    orders: OrdersTable,
    zone: ShopZone,
}

impl Handler for GetOrdersSummary {
    type Operation = api::GetOrdersSummary;

    async fn start(environment: GetOrdersSummaryEnv<String>, aws: &SdkConfig) -> Self {
        let orders = OrdersTable::new(aws, environment.orders_table);
        let zone = ShopZone::new(&environment.time_zone);
        let today = zone.day_at(SystemTime::now());
        warm_up(day_figures::summary(&orders, &zone, today)).await;
        Self { orders, zone }
    }

    async fn handle(&self, request: &Request, _: Employee) -> Result<DaySummary, Failure> {
        let query = GetOrdersSummaryQuery::read(|name| request.query(name))?;
        let today = || self.zone.day_at(SystemTime::now());
        let day = query.day.unwrap_or_else(today);

        let summary = day_figures::summary(&self.orders, &self.zone, day).await?;

        Ok(summary)
    }
}
