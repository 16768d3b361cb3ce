//! Rules of event buses.
//! <https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html>

use std::collections::BTreeSet;

use crate::{
    check::{
        Problem,
        find::{items, of_type},
    },
    template::Template,
    value::Json,
};

pub(super) fn check(template: &Template, problems: &mut Vec<Problem>) {
    for (id, rule) in of_type(template, RULE) {
        if let Some(Json::String(schedule)) = rule.properties.get("ScheduleExpression")
            && let Some(message) = misscheduled(schedule)
        {
            problems.push(Problem::resource(id, "Properties.ScheduleExpression", message));
        }
        let mut names = BTreeSet::new();
        for (i, target) in items(rule, "Targets").iter().enumerate() {
            if let Some(name) = target.get("Id").and_then(Json::as_str)
                && !names.insert(name)
            {
                let message = format!("another target is called `{name}`; call this one something else");
                problems.push(Problem::resource(
                    id,
                    format!("Properties.Targets[{i}].Id"),
                    message,
                ));
            }
        }
    }
}

pub(super) const RULE: &str = "AWS::Events::Rule";

fn misscheduled(schedule: &str) -> Option<String> {
    if let Some(rate) = inside(schedule, "rate(") {
        return misrated(rate).map(|hint| format!("`{schedule}` is no rate; {hint}"));
    }
    if let Some(cron) = inside(schedule, "cron(") {
        return mistimed(cron).map(|hint| format!("`{schedule}` is no time table; {hint}"));
    }
    let starts = ["rate(", "cron(", "{{resolve:"]
        .iter()
        .any(|start| schedule.starts_with(start));
    (!starts || schedule.starts_with("rate(") || schedule.starts_with("cron("))
        .then(|| format!("`{schedule}` is no schedule; write `rate(5 minutes)` or `cron(0 9 ? * MON-FRI *)`"))
}

fn inside<'s>(schedule: &'s str, start: &str) -> Option<&'s str> {
    schedule.strip_prefix(start)?.strip_suffix(')')
}

fn misrated(rate: &str) -> Option<&'static str> {
    let (number, unit) = match rate.split_once(' ') {
        Some((number, unit)) => (number.parse::<u32>().ok(), unit),
        None => (None, ""),
    };
    match (number, unit) {
        (Some(1), "minute" | "hour" | "day") | (Some(2..), "minutes" | "hours" | "days") => None,
        (Some(1), "minutes" | "hours" | "days") => Some("of one, write the unit without its `s`"),
        (Some(2..), "minute" | "hour" | "day") => Some("of more than one, write the unit with an `s`"),
        _ => Some("write a number from 1 and `minutes`, `hours` or `days`: `rate(5 minutes)`"),
    }
}

fn mistimed(cron: &str) -> Option<&'static str> {
    let fields: Vec<&str> = cron.split_whitespace().collect();
    let [_, _, day_of_month, _, day_of_week, _] = fields.as_slice() else {
        return Some("it has six fields: minutes, hours, day of month, month, day of week, year");
    };
    ((*day_of_month == "?") == (*day_of_week == "?"))
        .then_some("of day of month and day of week exactly one is `?`")
}
