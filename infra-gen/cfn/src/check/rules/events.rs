//! EventBridge: rules with their targets, and archives.
//! <https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutRule.html>

use std::collections::BTreeSet;

use super::{
    event_patterns,
    schedules::{self, Reader},
};
use crate::{
    check::{
        cases::{Cases, View},
        catalog::services::events::{BUS_SCHEDULE, DUPLICATE_TARGET, TARGET_INPUT},
        query::{all_of, resources_of_type, text},
    },
    finding::{Finding, ValuePath},
    template::Template,
};

pub(super) const RULE: &str = "AWS::Events::Rule";

pub(super) fn check(template: &Template, cases: &mut Cases<'_>, findings: &mut Vec<Finding>) {
    for (id, rule) in resources_of_type(template, RULE) {
        let schedule = rule.properties.get("ScheduleExpression").and_then(text);
        if let Some(found) = schedule.and_then(|schedule| schedules::refused(&schedule, Reader::Rule)) {
            findings.push(Finding::resource(id, "Properties.ScheduleExpression", found));
        }
    }
    for type_name in [RULE, "AWS::Events::Archive"] {
        for (id, block) in resources_of_type(template, type_name) {
            if let Some(pattern) = block.properties.get("EventPattern") {
                event_patterns::check(
                    pattern,
                    &ValuePath::from("Properties.EventPattern"),
                    &mut |path, found| {
                        findings.push(Finding::resource(id, path, found));
                    },
                );
            }
        }
    }
    cases.each(RULE, findings, bus);
    cases.each(RULE, findings, targets);
}

/// Only the default event bus runs rules on a schedule.
fn bus(rule: &View<'_, '_>, findings: &mut Vec<Finding>) {
    let schedule = rule.get("ScheduleExpression");
    let bus = rule.get("EventBusName");
    let is_other = bus.resource("AWS::Events::EventBus").is_some()
        || bus
            .text()
            .is_some_and(|name| name != "default" && !name.ends_with(":event-bus/default"));
    if schedule.is_present() && is_other {
        let message = "only the default event bus runs rules on a schedule";
        findings.push(schedule.found(BUS_SCHEDULE.found(
            message,
            "remove `EventBusName`, or use `AWS::Scheduler::Schedule`",
        )));
    }
}

fn targets(rule: &View<'_, '_>, findings: &mut Vec<Finding>) {
    const INPUTS: [&str; 3] = ["Input", "InputPath", "InputTransformer"];

    let mut ids = BTreeSet::new();
    for target in rule.get("Targets").items() {
        let id = target.get("Id");
        if let Some(name) = id.text()
            && !ids.insert(name.clone())
        {
            let message = format!("another target already has the ID `{name}`");
            findings.push(id.found(DUPLICATE_TARGET.found(message, "choose another ID")));
        }
        let given: Vec<&str> = INPUTS
            .into_iter()
            .filter(|name| target.get(name).is_present())
            .collect();
        if given.len() > 1 {
            let message = format!("{} exclude each other", all_of(given));
            findings.push(target.found(TARGET_INPUT.found(message, "keep one of them")));
        }
    }
}
