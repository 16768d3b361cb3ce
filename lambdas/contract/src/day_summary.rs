//! The summary of the orders of one day: the response of `GET /orders/summary`.
//!
//! Days and hours are those of the shop's time zone, so a day has 23, 24 or 25 hours. The summary includes every order of the
//! day.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Day, InvalidParameter, Money, OrderStatus, Timestamp};

/// The query parameters of `GET /orders/summary`. Other parameters are ignored.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct GetOrdersSummaryQuery {
    /// The day, in the shop's time zone; today by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Day")]
    pub day: Option<Day>,
}

impl GetOrdersSummaryQuery {
    /// Reads the parameters. The error names the invalid one.
    pub fn read<'a>(
        mut parameter: impl FnMut(&'static str) -> Option<&'a str>,
    ) -> Result<Self, InvalidParameter> {
        let day = parameter("day").map(Day::parse).transpose();
        let day = day.map_err(|reason| InvalidParameter { name: "day", reason })?;
        Ok(Self { day })
    }
}

/// The summary of the orders of one day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct DaySummary {
    /// The day, in the shop's time zone.
    pub day: Day,
    /// The IANA name of the shop's time zone, such as `Europe/Berlin`.
    pub time_zone: String,
    /// The number of orders placed, by status.
    pub orders: StatusCounts,
    /// The revenue per currency: of the orders that were confirmed and not cancelled, without deducting refunds. The
    /// currency with the most orders comes first.
    pub revenue: Vec<Revenue>,
    /// The hours of the day, in order.
    pub hours: Vec<HourSummary>,
    /// How many orders of the day could not be read. No other number includes them.
    pub unreadable: u64,
}

/// The number of orders with each status.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct StatusCounts {
    /// Pending.
    pub pending: u64,
    /// Confirmed, and not packed yet.
    pub confirmed: u64,
    /// Packed, and not shipped yet.
    pub packed: u64,
    /// Shipped, and not delivered yet.
    pub shipped: u64,
    /// Delivered.
    pub delivered: u64,
    /// Cancelled.
    pub cancelled: u64,
    /// Rejected.
    pub rejected: u64,
}

impl StatusCounts {
    /// Counts an order with this status.
    pub fn count(&mut self, status: OrderStatus) {
        let count = match status {
            OrderStatus::Pending => &mut self.pending,
            OrderStatus::Confirmed => &mut self.confirmed,
            OrderStatus::Packed => &mut self.packed,
            OrderStatus::Shipped => &mut self.shipped,
            OrderStatus::Delivered => &mut self.delivered,
            OrderStatus::Cancelled => &mut self.cancelled,
            OrderStatus::Rejected => &mut self.rejected,
        };
        *count += 1;
    }
}

/// The revenue in one currency.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Revenue {
    /// The number of orders in this currency.
    pub orders: u64,
    /// The sum of their totals.
    pub total: Money,
}

/// An hour of a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct HourSummary {
    /// When the hour starts.
    pub begins: Timestamp,
    /// The number of orders placed during the hour, by status.
    pub orders: StatusCounts,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parameter_that_is_read_is_published() {
        let mut read = Vec::new();
        let query = GetOrdersSummaryQuery::read(|name| {
            read.push(name.to_owned());
            None
        });
        assert_eq!(query, Ok(GetOrdersSummaryQuery::default()));
        let published = crate::schema::TypeSchema::new::<GetOrdersSummaryQuery>().parameters();
        assert!(published.into_iter().map(|parameter| parameter.name).eq(read));
        let error = GetOrdersSummaryQuery::read(|_| Some("today")).unwrap_err();
        assert_eq!(error.name, "day");
    }
}
