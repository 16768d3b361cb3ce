//! What the orders of one day add up to: the answer of `GET /orders/summary`.
//!
//! A day is one of the shop's time zone, and so are its hours: there are 23, 24 or 25 of them. Every order of the day counts,
//! however many there are.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Day, InvalidParameter, Money, OrderStatus, Timestamp};

/// The query parameters of `GET /orders/summary`. Others are ignored.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct GetOrdersSummaryQuery {
    /// Which day, in the shop's time zone; without it, today.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Day")]
    pub day: Option<Day>,
}

impl GetOrdersSummaryQuery {
    /// Reads the parameters, or names the one that is wrong.
    pub fn read<'a>(
        mut parameter: impl FnMut(&'static str) -> Option<&'a str>,
    ) -> Result<Self, InvalidParameter> {
        let day = parameter("day").map(Day::parse).transpose();
        let day = day.map_err(|reason| InvalidParameter { name: "day", reason })?;
        Ok(Self { day })
    }
}

/// What the orders of one day add up to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct DaySummary {
    /// The day, in the shop's time zone.
    pub day: Day,
    /// The IANA name of the shop's time zone: `Europe/Berlin`.
    pub time_zone: String,
    /// How many orders came in, by their status.
    pub orders: StatusCounts,
    /// The revenue of confirmed orders per currency; the currency with most of them comes first.
    pub revenue: Vec<Revenue>,
    /// The hours of the day, in order.
    pub hours: Vec<HourSummary>,
    /// How many orders of the day could not be read. They are in no other number.
    pub unreadable: u64,
}

/// How many orders have each status.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct StatusCounts {
    /// Not decided yet.
    pub pending: u64,
    /// To be delivered.
    pub confirmed: u64,
    /// Not to be delivered.
    pub rejected: u64,
}

impl StatusCounts {
    /// Counts an order of this status.
    pub fn count(&mut self, status: OrderStatus) {
        let count = match status {
            OrderStatus::Pending => &mut self.pending,
            OrderStatus::Confirmed => &mut self.confirmed,
            OrderStatus::Rejected => &mut self.rejected,
        };
        *count += 1;
    }
}

/// The revenue in one currency.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Revenue {
    /// How many confirmed orders there are in this currency.
    pub orders: u64,
    /// The sum of their totals.
    pub total: Money,
}

/// One hour of a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct HourSummary {
    /// When the hour begins.
    pub begins: Timestamp,
    /// How many orders came in during the hour, by their status.
    pub orders: StatusCounts,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parameter_that_is_read_is_the_published_one() {
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
