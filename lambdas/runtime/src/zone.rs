//! The shop's time zone: when its days start and end, and the local time.
//!
//! A day on which the clocks change has 23 or 25 hours. The time zone database is part of the binary, because Lambda's
//! runtime does not guarantee one. Nothing here reads the clock: callers pass the time.

use std::time::SystemTime;

use jiff::{SignedDuration, civil, tz::TimeZone};
use shop_contract::{Day, Timestamp};

/// The earliest and the latest [`Timestamp`].
const BOUNDS: (&str, &str) = ("0000-01-01T00:00:00Z", "9999-12-31T23:59:59Z");

/// A time zone by its IANA name.
#[derive(Debug, Clone)]
pub struct ShopZone {
    name: String,
    zone: TimeZone,
}

/// A time in the shop's time zone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LocalTime {
    /// The day.
    pub day: Day,
    /// The time of day: `09:05:00`.
    pub time: String,
    /// The abbreviation of the zone at this time: `CET`, or an offset if the zone has no abbreviation.
    pub abbreviation: String,
}

impl ShopZone {
    /// The zone with this name.
    ///
    /// # Panics
    /// When the database has no such zone. The settings are checked against the same database before the deployment.
    #[must_use]
    pub fn new(name: &str) -> Self {
        let zone = TimeZone::get(name);
        Self {
            name: name.to_owned(),
            zone: zone.unwrap_or_else(|error| panic!("`TIME_ZONE` is not a time zone: {error}")),
        }
    }

    /// The IANA name: `Europe/Berlin`.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The day of a time.
    pub fn day_at(&self, moment: SystemTime) -> Day {
        let moment = jiff::Timestamp::try_from(moment)
            .expect("the clock shows a time between the years -9999 and 9999");
        day(moment.to_zoned(self.zone.clone()).date())
    }

    /// The hour and the minute of a time.
    pub fn hour_and_minute(&self, moment: SystemTime) -> (u8, u8) {
        let moment = jiff::Timestamp::try_from(moment)
            .expect("the clock shows a time between the years -9999 and 9999");
        let time = moment.to_zoned(self.zone.clone()).time();
        (time.hour().unsigned_abs(), time.minute().unsigned_abs())
    }

    /// When a day starts.
    pub fn start_of(&self, day: &Day) -> Timestamp {
        self.start(civil(day))
            .and_then(timestamp)
            .unwrap_or_else(|| bound(BOUNDS.0))
    }

    /// When a day ends: the start of the next day.
    pub fn end_of(&self, day: &Day) -> Timestamp {
        self.end(day)
            .and_then(timestamp)
            .unwrap_or_else(|| bound(BOUNDS.1))
    }

    /// When each hour of a day starts: 24 of them, or 23 or 25 on a day on which the clocks change.
    pub fn hours_of(&self, day: &Day) -> Vec<Timestamp> {
        let (Some(start), Some(end)) = (self.start(civil(day)), self.end(day)) else {
            return Vec::new();
        };
        let hours = std::iter::successors(Some(start), |hour| {
            hour.checked_add(SignedDuration::from_hours(1)).ok()
        });
        hours
            .take_while(|hour| *hour < end)
            .filter_map(timestamp)
            .collect()
    }

    /// A time in the shop's time zone.
    pub fn local(&self, at: &Timestamp) -> LocalTime {
        let moment: jiff::Timestamp = at.as_str().parse().expect("a timestamp is RFC 3339");
        let local = moment.to_zoned(self.zone.clone());
        LocalTime {
            day: day(local.date()),
            time: local.strftime("%H:%M:%S").to_string(),
            abbreviation: local.strftime("%Z").to_string(),
        }
    }

    fn start(&self, day: civil::Date) -> Option<jiff::Timestamp> {
        // A day without midnight starts later.
        let midnight = day.to_zoned(self.zone.clone()).ok()?;
        midnight.start_of_day().ok().map(|start| start.timestamp())
    }

    fn end(&self, day: &Day) -> Option<jiff::Timestamp> {
        self.start(civil(day).tomorrow().ok()?)
    }
}

fn civil(day: &Day) -> civil::Date {
    day.as_str().parse().expect("a day exists in the calendar")
}

fn day(date: civil::Date) -> Day {
    // The last hours of the year 9999 in UTC may be in the year 10000 in the zone.
    Day::parse(&date.to_string()).unwrap_or_else(|_| Day::parse("9999-12-31").expect("a day"))
}

fn timestamp(moment: jiff::Timestamp) -> Option<Timestamp> {
    Timestamp::parse(&moment.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()).ok()
}

fn bound(text: &str) -> Timestamp {
    Timestamp::parse(text).expect("a time")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    #[track_caller]
    fn check(zone: &str, text: &str, start: &str, end: &str, hours: usize) {
        let zone = ShopZone::new(zone);
        let (start_of, end_of) = (zone.start_of(&day(text)), zone.end_of(&day(text)));
        assert_eq!((start_of.as_str(), end_of.as_str()), (start, end));
        let all = zone.hours_of(&day(text));
        assert_eq!((all.len(), all[0].as_str()), (hours, start));
    }

    #[test]
    fn a_day_has_23_24_or_25_hours() {
        check(
            "Europe/Berlin",
            "2026-11-22",
            "2026-11-21T23:00:00Z",
            "2026-11-22T23:00:00Z",
            24,
        );
        check(
            "Europe/Berlin",
            "2026-03-29",
            "2026-03-28T23:00:00Z",
            "2026-03-29T22:00:00Z",
            23,
        );
        check(
            "Europe/Berlin",
            "2026-10-25",
            "2026-10-24T22:00:00Z",
            "2026-10-25T23:00:00Z",
            25,
        );
        check(
            "Asia/Kolkata",
            "2026-11-22",
            "2026-11-21T18:30:00Z",
            "2026-11-22T18:30:00Z",
            24,
        );
        // Beirut skips midnight.
        check(
            "Asia/Beirut",
            "2026-03-29",
            "2026-03-28T22:00:00Z",
            "2026-03-29T21:00:00Z",
            23,
        );
        check(
            "UTC",
            "2026-11-22",
            "2026-11-22T00:00:00Z",
            "2026-11-23T00:00:00Z",
            24,
        );
    }

    #[test]
    fn half_past_midnight_in_berlin_is_on_the_new_day() {
        let zone = ShopZone::new("Europe/Berlin");
        let local = zone.local(&Timestamp::parse("2026-11-21T23:30:00Z").unwrap());
        assert_eq!(
            (local.day.as_str(), &*local.time, &*local.abbreviation),
            ("2026-11-22", "00:30:00", "CET")
        );
        let moment: jiff::Timestamp = "2026-11-21T23:30:00Z".parse().unwrap();
        assert_eq!(zone.day_at(moment.into()), day("2026-11-22"));
    }

    #[test]
    fn the_first_and_the_last_day_have_ends() {
        for name in ["Pacific/Kiritimati", "Pacific/Pago_Pago"] {
            let zone = ShopZone::new(name);
            for text in ["0000-01-01", "9999-12-31"] {
                assert!(
                    zone.start_of(&day(text)) < zone.end_of(&day(text)),
                    "{name} {text}"
                );
            }
        }
    }
}
