//! How long no order was placed, during the hours in which orders are expected. An outage that produces no errors, such as
//! a broken checkout page, shows in this number only.

use std::time::SystemTime;

use shop_contract::{ExpectedHours, Timestamp};
use shop_runtime::{ShopZone, StoreError};

use crate::listing::{Filter, ListOrders, newest_position};

/// The minutes since the last order or since the start of the expected hours, whichever is later; 0 outside these hours.
///
/// # Errors
/// When the index cannot be read.
pub(crate) async fn minutes_without_order(
    orders: &impl ListOrders,
    zone: &ShopZone,
    hours: ExpectedHours,
    now: SystemTime,
) -> Result<u64, StoreError> {
    let (hour, minute) = zone.hour_and_minute(now);
    let Some(expected) = hours.minutes_since_start(hour, minute) else {
        return Ok(0);
    };
    let last = newest_position(orders, &Filter::default()).await?;
    let since_last = last.map(|position| minutes_since(&position.created_at, now));
    Ok(since_last.unwrap_or(u64::MAX).min(expected.into()))
}

/// Full minutes; 0 if the time is in the future.
fn minutes_since(then: &Timestamp, now: SystemTime) -> u64 {
    let then: jiff::Timestamp = then.as_str().parse().expect("a timestamp is RFC 3339");
    let elapsed = now.duration_since(then.into()).unwrap_or_default();
    elapsed.as_secs() / 60
}

#[cfg(test)]
mod tests {
    use futures_util::FutureExt;
    use shop_contract::OrderId;
    use shop_runtime::dynamo::Readable;

    use super::*;
    use crate::listing::OrderPosition;

    /// A table with at most one order, in the first shard.
    struct Orders(Option<&'static str>);

    impl ListOrders for Orders {
        async fn list(
            &self,
            shard: &'static str,
            _: &Filter,
            before: Option<&OrderPosition>,
            _: usize,
        ) -> Result<Readable<OrderPosition>, StoreError> {
            let read = self.0.filter(|_| shard == "0" && before.is_none());
            Ok(Readable {
                read: read.map(position).into_iter().collect(),
                unreadable: 0,
            })
        }
    }

    fn position(created_at: &str) -> OrderPosition {
        OrderPosition {
            created_at: Timestamp::parse(created_at).unwrap(),
            id: OrderId::parse("01936e2a-7c00-7abc-8def-012345678900").unwrap(),
        }
    }

    #[track_caller]
    fn check(last: Option<&'static str>, now: &str, minutes: u64) {
        let now: jiff::Timestamp = now.parse().unwrap();
        let zone = ShopZone::new("Europe/Berlin");
        let hours = ExpectedHours::parse("9-21").unwrap();
        let answer = minutes_without_order(&Orders(last), &zone, hours, now.into())
            .now_or_never()
            .expect("no waiting")
            .unwrap();
        assert_eq!(answer, minutes);
    }

    #[test]
    fn minutes_count_from_the_last_order_or_from_the_first_expected_hour() {
        // 12:30 in Berlin.
        let now = "2026-11-22T11:30:00Z";
        check(Some("2026-11-22T11:00:30Z"), now, 29);
        check(Some("2026-11-21T11:00:00Z"), now, 210);
        check(None, now, 210);
        check(Some("2026-11-22T11:31:00Z"), now, 0);
    }

    #[test]
    fn outside_the_expected_hours_no_order_is_missed() {
        check(None, "2026-11-22T07:59:00Z", 0);
        check(None, "2026-11-22T20:00:00Z", 0);
    }
}
