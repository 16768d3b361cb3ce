//! A schedule: an EventBridge rule that calls one function at a fixed rate.
//!
//! The function gets EventBridge's event. A call may come twice or late, so the function has to tolerate both.

use std::num::NonZeroU16;

use infra_gen_cfn::{
    Handle, LogicalId, Stack,
    events::{self, rule},
    lambda,
};

use crate::function::Function;

/// A schedule, and the permission to call its function.
pub struct Schedule {
    /// The rule.
    pub rule: Handle<events::Rule>,
    /// Lets this rule, and no other, call the function.
    pub permission: Handle<lambda::Permission>,
}

/// What a schedule needs.
pub struct ScheduleProps<'a> {
    /// What it is for; at most 512 characters.
    pub description: &'static str,
    /// The function that it calls.
    pub function: &'a Function,
    /// How many minutes lie between two calls.
    pub every_minutes: NonZeroU16,
}

impl Schedule {
    /// Adds a schedule to the stack: `<id>Rule` and `<id>Permission`.
    pub fn new(stack: &mut Stack, id: &LogicalId, props: &ScheduleProps<'_>) -> Self {
        stack.within(id.as_str(), |stack| {
            let target = rule::Target::new(props.function.arn(), "Function");
            let rule = stack.add(
                id.join("Rule"),
                events::Rule {
                    description: Some(props.description.into()),
                    schedule_expression: Some(rate(props.every_minutes).into()),
                    state: Some(rule::RuleState::Enabled.into()),
                    targets: Some([target].into()),
                    ..events::Rule::new()
                },
            );
            let permission = lambda::Permission {
                source_arn: Some(rule.arn().into()),
                ..lambda::Permission::new(
                    "lambda:InvokeFunction",
                    props.function.arn(),
                    "events.amazonaws.com",
                )
            };
            let permission = stack.add(id.join("Permission"), permission);
            Self { rule, permission }
        })
    }
}

/// EventBridge refuses `rate(1 minutes)`.
/// <https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html>
fn rate(minutes: NonZeroU16) -> String {
    match minutes.get() {
        1 => "rate(1 minute)".to_owned(),
        minutes => format!("rate({minutes} minutes)"),
    }
}
