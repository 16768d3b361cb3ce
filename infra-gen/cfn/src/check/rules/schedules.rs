//! Schedule expressions: `rate(…)`, `cron(…)` and `at(…)`.
//! <https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html>
//! <https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html>

use jiff::civil::DateTime;

use crate::{
    check::{catalog::services::events::SCHEDULE, query::UNKNOWN},
    finding::Unplaced,
};

/// The service that reads a schedule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reader {
    /// A rule of EventBridge.
    Rule,
    /// EventBridge Scheduler, which also has one-time schedules. Its documentation does not distinguish singular and plural.
    Scheduler,
}

/// Why a service refuses a schedule. A part that is known at deployment only may be anything.
pub(super) fn refused(schedule: &str, reader: Reader) -> Option<Unplaced> {
    if schedule.contains([UNKNOWN, '{']) {
        return None;
    }
    let (found, kind) = if let Some(rate) = inside(schedule, "rate(") {
        (rate_error(rate, reader), "rate")
    } else if let Some(cron) = inside(schedule, "cron(") {
        (cron_error(cron), "cron expression")
    } else if let Some(time) = inside(schedule, "at(").filter(|_| reader == Reader::Scheduler) {
        (time_error(time), "time")
    } else {
        let hint = "write it as `rate(5 minutes)` or `cron(0 9 ? * MON-FRI *)`".to_owned();
        return Some(SCHEDULE.found(format!("`{schedule}` is not a schedule"), hint));
    };
    found.map(|hint| SCHEDULE.found(format!("`{schedule}` is not a valid {kind}"), hint))
}

fn inside<'s>(schedule: &'s str, start: &str) -> Option<&'s str> {
    schedule.strip_prefix(start)?.strip_suffix(')')
}

/// The hint for a malformed rate.
fn rate_error(rate: &str, reader: Reader) -> Option<String> {
    let (number, unit) = match rate.trim().split_once(' ') {
        Some((number, unit)) => (number.parse::<u32>().ok(), unit.trim()),
        None => (None, ""),
    };
    let hint = match (number, unit) {
        (Some(1), "minute" | "hour" | "day") | (Some(2..), "minutes" | "hours" | "days") => return None,
        (Some(1..), "minute" | "hour" | "day" | "minutes" | "hours" | "days")
            if reader == Reader::Scheduler =>
        {
            return None;
        }
        (Some(1), "minutes" | "hours" | "days") => "use the singular of the unit: `rate(1 minute)`",
        (Some(2..), "minute" | "hour" | "day") => "use the plural of the unit: `rate(5 minutes)`",
        _ => "use a positive whole number and `minutes`, `hours` or `days`: `rate(5 minutes)`",
    };
    Some(hint.to_owned())
}

/// The hint for a malformed time.
fn time_error(time: &str) -> Option<String> {
    let is_time = time.len() == "2026-01-31T09:00:00".len() && time.parse::<DateTime>().is_ok();
    (!is_time).then(|| "write a date and a time: `at(2026-01-31T09:00:00)`".to_owned())
}

/// A field of a cron expression.
struct Field {
    name: &'static str,
    first: u32,
    last: u32,
    /// The names of values, in their order.
    names: &'static [&'static str],
    /// The signs besides `*`, `,`, `-` and `/`.
    signs: &'static str,
}

const FIELDS: [Field; 6] = [
    field("minutes", 0, 59, &[], ""),
    field("hours", 0, 23, &[], ""),
    field("day of month", 1, 31, &[], "?LW"),
    field(
        "month",
        1,
        12,
        &[
            "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC",
        ],
        "",
    ),
    field(
        "day of week",
        1,
        7,
        &["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"],
        "?L#",
    ),
    field("year", 1970, 2199, &[], ""),
];

const fn field(
    name: &'static str,
    first: u32,
    last: u32,
    names: &'static [&'static str],
    signs: &'static str,
) -> Field {
    Field {
        name,
        first,
        last,
        names,
        signs,
    }
}

/// The hint for a malformed cron expression.
fn cron_error(cron: &str) -> Option<String> {
    let fields: Vec<&str> = cron.split_whitespace().collect();
    let [_, _, day_of_month, _, day_of_week, _] = fields.as_slice() else {
        return Some("use six fields: minutes, hours, day of month, month, day of week, year".to_owned());
    };
    if (*day_of_month == "?") == (*day_of_week == "?") {
        return Some("use `?` for exactly one of day of month and day of week".to_owned());
    }
    let refused = FIELDS
        .iter()
        .zip(&fields)
        .find(|(field, text)| !field.accepts(text))?;
    let (field, text) = refused;
    Some(format!(
        "`{text}` is not valid for the {}, which is a number from {} to {}, `*`, or a list, range or step of such numbers",
        field.name, field.first, field.last
    ))
}

impl Field {
    fn accepts(&self, text: &str) -> bool {
        text == "?" && self.signs.contains('?') || text.split(',').all(|item| self.accepts_item(item))
    }

    fn accepts_item(&self, item: &str) -> bool {
        let special = |sign: char| self.signs.contains(sign);
        if item == "*" {
            return true;
        }
        // The last day, the weekday nearest to a day, and the second of a day of the week: `L`, `5L`, `15W`, `LW`, `3#2`.
        if special('L')
            && (item == "L"
                || item
                    .strip_suffix('L')
                    .is_some_and(|day| self.value(day).is_some()))
        {
            return true;
        }
        if special('L')
            && item
                .strip_prefix("L-")
                .is_some_and(|days| days.parse::<u32>().is_ok())
        {
            return true;
        }
        if special('W')
            && (item == "LW"
                || item
                    .strip_suffix('W')
                    .is_some_and(|day| self.value(day).is_some()))
        {
            return true;
        }
        if let Some((day, nth)) = item.split_once('#').filter(|_| special('#')) {
            return self.value(day).is_some() && matches!(nth, "1" | "2" | "3" | "4" | "5");
        }
        if let Some((start, step)) = item.split_once('/') {
            return step.parse::<u32>().is_ok_and(|step| step > 0)
                && (start.is_empty() || start == "*" || self.range(start) || self.value(start).is_some());
        }
        self.range(item) || self.value(item).is_some()
    }

    fn range(&self, text: &str) -> bool {
        let ends = text.split_once('-');
        ends.is_some_and(|(start, end)| self.value(start).is_some() && self.value(end).is_some())
    }

    fn value(&self, text: &str) -> Option<u32> {
        let named = self.names.iter().position(|name| name.eq_ignore_ascii_case(text));
        let value = match named {
            Some(position) => self.first + u32::try_from(position).ok()?,
            None => text.parse().ok()?,
        };
        (self.first..=self.last).contains(&value).then_some(value)
    }
}

#[cfg(test)]
mod tests {
    use super::{Reader, refused};

    #[test]
    fn the_fields_of_a_cron_expression_have_ranges() {
        for valid in [
            "cron(0 9 ? * MON-FRI *)",
            "cron(0/5 8-17,20 1,15 jan-mar ? 2026-2030)",
            "cron(*/15 * L * ? *)",
            "cron(0 8 LW * ? *)",
            "cron(0 8 3W * ? *)",
            "cron(0 8 ? * 6L *)",
            "cron(0 8 ? * TUE#2 *)",
            "cron(0 8 ? 1/3 2 *)",
        ] {
            assert_eq!(refused(valid, Reader::Rule), None, "{valid}");
        }
        for invalid in [
            "cron(60 9 ? * MON *)",
            "cron(0 24 ? * MON *)",
            "cron(0 9 32 * ? *)",
            "cron(0 9 1 13 ? *)",
            "cron(0 9 ? * 0 *)",
            "cron(0 9 ? * MUN *)",
            "cron(0 9 ? * MON 1969)",
            "cron(0/0 9 ? * MON *)",
            "cron(? 9 ? * MON *)",
            "at(2026-01-31T09:00:00)",
            "every day",
        ] {
            assert!(refused(invalid, Reader::Rule).is_some(), "{invalid}");
        }
    }

    #[test]
    fn the_scheduler_reads_times_and_does_not_distinguish_the_plural() {
        for valid in [
            "at(2026-01-31T09:00:00)",
            "rate(1 hours)",
            "rate(5 minute)",
            "cron(0 9 * * ? *)",
        ] {
            assert_eq!(refused(valid, Reader::Scheduler), None, "{valid}");
        }
        for invalid in [
            "at(2026-13-01T09:00:00)",
            "at(2026-01-31)",
            "rate(0 days)",
            "rate(5 weeks)",
        ] {
            assert!(refused(invalid, Reader::Scheduler).is_some(), "{invalid}");
        }
    }
}
