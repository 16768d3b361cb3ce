//! EventBridge rules: schedules and targets.
//! <https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html>

use std::collections::BTreeSet;

use crate::{
    check::catalog::services::events::{DUPLICATE_TARGET, SCHEDULE},
    check::query::{items, resources_of_type},
    finding::{Finding, Unplaced},
    template::Template,
    value::Json,
};

pub(super) fn check(template: &Template, findings: &mut Vec<Finding>) {
    for (id, rule) in resources_of_type(template, RULE) {
        if let Some(Json::String(schedule)) = rule.properties.get("ScheduleExpression")
            && let Some(finding) = schedule_error(schedule)
        {
            findings.push(Finding::resource(id, "Properties.ScheduleExpression", finding));
        }
        let mut ids = BTreeSet::new();
        for (i, target) in items(rule, "Targets").iter().enumerate() {
            if let Some(target_id) = target.get("Id").and_then(Json::as_str)
                && !ids.insert(target_id)
            {
                findings.push(Finding::resource(
                    id,
                    format!("Properties.Targets[{i}].Id"),
                    DUPLICATE_TARGET.found(
                        format!("another target already has the ID `{target_id}`"),
                        "choose another ID",
                    ),
                ));
            }
        }
    }
}

pub(super) const RULE: &str = "AWS::Events::Rule";

fn schedule_error(schedule: &str) -> Option<Unplaced> {
    if let Some(rate) = inside(schedule, "rate(") {
        return rate_error(rate)
            .map(|hint| SCHEDULE.found(format!("`{schedule}` is not a valid rate"), hint));
    }
    if let Some(cron) = inside(schedule, "cron(") {
        return cron_error(cron)
            .map(|hint| SCHEDULE.found(format!("`{schedule}` is not a valid cron expression"), hint));
    }
    let starts = ["rate(", "cron(", "{{resolve:"]
        .iter()
        .any(|start| schedule.starts_with(start));
    (!starts || schedule.starts_with("rate(") || schedule.starts_with("cron(")).then(|| {
        SCHEDULE.found(
            format!("`{schedule}` is not a schedule"),
            "write it as `rate(5 minutes)` or `cron(0 9 ? * MON-FRI *)`",
        )
    })
}

fn inside<'s>(schedule: &'s str, start: &str) -> Option<&'s str> {
    schedule.strip_prefix(start)?.strip_suffix(')')
}

/// The hint for a malformed rate.
fn rate_error(rate: &str) -> Option<&'static str> {
    let (number, unit) = match rate.split_once(' ') {
        Some((number, unit)) => (number.parse::<u32>().ok(), unit),
        None => (None, ""),
    };
    match (number, unit) {
        (Some(1), "minute" | "hour" | "day") | (Some(2..), "minutes" | "hours" | "days") => None,
        (Some(1), "minutes" | "hours" | "days") => Some("use the singular of the unit: `rate(1 minute)`"),
        (Some(2..), "minute" | "hour" | "day") => Some("use the plural of the unit: `rate(5 minutes)`"),
        _ => Some("use a positive whole number and `minutes`, `hours` or `days`: `rate(5 minutes)`"),
    }
}

/// The hint for a malformed cron expression.
fn cron_error(cron: &str) -> Option<&'static str> {
    let fields: Vec<&str> = cron.split_whitespace().collect();
    let [_, _, day_of_month, _, day_of_week, _] = fields.as_slice() else {
        return Some("use six fields: minutes, hours, day of month, month, day of week, year");
    };
    ((*day_of_month == "?") == (*day_of_week == "?"))
        .then_some("use `?` for exactly one of day of month and day of week")
}
