//! Groups the days of the orders into at most as many periods as a chart can show: days, weeks, months or years. Periods
//! without orders are included, so that gaps are visible.

use std::collections::BTreeMap;

use jiff::{ToSpan, civil::Date};
use shop_contract::Day;

use crate::report::DayFigures;

/// The maximum number of bars in a chart, unless even years exceed it.
const MOST: i32 = 62;

/// The length of a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Length {
    Day,
    Week,
    Month,
    Year,
}

impl Length {
    /// The text after a quantity: "orders per day".
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
            Self::Year => "year",
        }
    }

    /// The shortest period that needs at most [`MOST`] bars for these days.
    fn of(first: Date, last: Date) -> Self {
        let days = last.since(first).map_or(i32::MAX, |span| span.get_days() + 1);
        match days {
            _ if days <= MOST => Self::Day,
            _ if days <= MOST * 7 => Self::Week,
            _ if days <= MOST * 30 => Self::Month,
            _ => Self::Year,
        }
    }

    /// The first day of the period that contains the day.
    fn start(self, date: Date) -> Date {
        match self {
            Self::Day => date,
            // The calendar starts on a Saturday of the year -9999. Days before its first Monday start a period themselves.
            Self::Week => date
                .checked_sub(i64::from(date.weekday().to_monday_zero_offset()).days())
                .unwrap_or(date),
            Self::Month => date.first_of_month(),
            Self::Year => date.first_of_year(),
        }
    }

    /// The first day of the next period, or none at the end of the calendar.
    fn next(self, start: Date) -> Option<Date> {
        let length = match self {
            Self::Day => 1.day(),
            Self::Week => 1.week(),
            Self::Month => 1.month(),
            Self::Year => 1.year(),
        };
        start.checked_add(length).ok()
    }

    fn label(self, start: Date) -> String {
        match self {
            Self::Day => start.strftime("%-d %b %Y"),
            Self::Week => start.strftime("Week of %-d %b %Y"),
            Self::Month => start.strftime("%b %Y"),
            Self::Year => start.strftime("%Y"),
        }
        .to_string()
    }
}

/// The totals of one period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Period {
    pub(super) label: String,
    pub(super) figures: DayFigures,
}

/// Groups the days. No days give no periods.
pub(super) fn gather(days: &BTreeMap<Day, DayFigures>) -> Option<(Length, Vec<Period>)> {
    let (first, last) = (date(days.first_key_value()?.0), date(days.last_key_value()?.0));
    let length = Length::of(first, last);
    let mut periods: BTreeMap<Date, DayFigures> = BTreeMap::new();
    let starts = std::iter::successors(Some(length.start(first)), |start| length.next(*start));
    for start in starts.take_while(|start| *start <= last) {
        periods.insert(start, DayFigures::default());
    }
    for (day, figures) in days {
        let period = periods.entry(length.start(date(day))).or_default();
        period.merge(figures);
    }
    let periods = periods.into_iter().map(|(start, figures)| Period {
        label: length.label(start),
        figures,
    });
    Some((length, periods.collect()))
}

fn date(day: &Day) -> Date {
    day.as_str().parse().expect("a day is one of the calendar")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::OutcomeCounts;

    fn day(text: &str) -> (Day, DayFigures) {
        let outcomes = OutcomeCounts {
            confirmed: 1,
            ..OutcomeCounts::default()
        };
        let figures = DayFigures {
            outcomes,
            ..DayFigures::default()
        };
        (Day::parse(text).unwrap(), figures)
    }

    #[track_caller]
    fn check(days: &[&str], expected: Length, first: &str, last: &str, count: usize) {
        let days = days.iter().map(|text| day(text)).collect();
        let (length, periods) = gather(&days).unwrap();
        assert_eq!(length, expected);
        assert_eq!(periods.first().unwrap().label, first);
        assert_eq!(periods.last().unwrap().label, last);
        assert_eq!(periods.len(), count);
        let gathered: u64 = periods
            .iter()
            .map(|period| period.figures.outcomes.confirmed)
            .sum();
        assert_eq!(gathered, days.len() as u64);
    }

    #[test]
    fn periods_get_longer_with_the_time_span() {
        check(&["2026-11-22"], Length::Day, "22 Nov 2026", "22 Nov 2026", 1);
        check(
            &["2026-11-01", "2027-01-01"],
            Length::Day,
            "1 Nov 2026",
            "1 Jan 2027",
            62,
        );
        check(
            &["2026-11-01", "2027-01-02"],
            Length::Week,
            "Week of 26 Oct 2026",
            "Week of 28 Dec 2026",
            10,
        );
        check(
            &["2026-01-31", "2028-01-01"],
            Length::Month,
            "Jan 2026",
            "Jan 2028",
            25,
        );
        check(
            &["0000-01-01", "9999-12-31"],
            Length::Year,
            "0000",
            "9999",
            10_000,
        );
    }

    #[test]
    fn no_orders_have_no_periods() {
        assert_eq!(gather(&BTreeMap::new()), None);
    }
}
