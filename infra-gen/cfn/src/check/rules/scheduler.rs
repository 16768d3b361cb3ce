//! EventBridge Scheduler: schedules and their time windows.
//! <https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html>

use super::schedules::{self, Reader};
use crate::{
    check::{
        cases::{Cases, View},
        catalog::services::scheduler::TIME_WINDOW,
        query::{resources_of_type, text},
    },
    finding::Finding,
    template::Template,
};

const SCHEDULE: &str = "AWS::Scheduler::Schedule";

pub(super) fn check(template: &Template, cases: &mut Cases<'_>, findings: &mut Vec<Finding>) {
    for (id, schedule) in resources_of_type(template, SCHEDULE) {
        let expression = schedule.properties.get("ScheduleExpression").and_then(text);
        if let Some(found) = expression.and_then(|text| schedules::refused(&text, Reader::Scheduler)) {
            findings.push(Finding::resource(id, "Properties.ScheduleExpression", found));
        }
    }
    cases.each(SCHEDULE, findings, window);
}

/// A flexible time window has a length, and no other window has one.
fn window(schedule: &View<'_, '_>, findings: &mut Vec<Finding>) {
    let window = schedule.get("FlexibleTimeWindow");
    let (mode, length) = (window.get("Mode"), window.get("MaximumWindowInMinutes"));
    if mode.is("FLEXIBLE") && length.is_absent() {
        let message = "a flexible time window needs `MaximumWindowInMinutes`";
        findings.push(window.found(TIME_WINDOW.found(message, "add it, or set `Mode` to `OFF`")));
    }
    if mode.is("OFF") && length.is_present() {
        let message = "`MaximumWindowInMinutes` is for a flexible time window only";
        findings.push(length.found(TIME_WINDOW.found(message, "remove it, or set `Mode` to `FLEXIBLE`")));
    }
}
