//! A schedule: an EventBridge rule that invokes one function at a fixed rate.
//!
//! The function receives EventBridge's event. An invocation may be late or repeated, so the function has to be idempotent.

use std::{borrow::Cow, num::NonZeroU16};

use infra_gen_cfn::{
    Handle, LogicalId, Stack,
    events::{self, rule},
    lambda,
};

use crate::function::Function;

/// A schedule and the permission to invoke its function.
pub struct Schedule {
    /// The rule.
    pub rule: Handle<events::Rule>,
    /// Allows this rule, and no other, to invoke the function.
    pub permission: Handle<lambda::Permission>,
}

/// The options of a [`Schedule`].
#[derive(Clone)]
pub struct ScheduleProps<'a> {
    /// The function to invoke.
    pub function: &'a Function,
    /// The interval between two invocations, in minutes.
    pub every_minutes: NonZeroU16,
    /// What the schedule is for; at most 512 characters.
    pub description: Option<Cow<'static, str>>,
}

impl<'a> ScheduleProps<'a> {
    /// A schedule that invokes `function` every so many minutes.
    pub fn new(function: &'a Function, every_minutes: NonZeroU16) -> Self {
        Self {
            function,
            every_minutes,
            description: None,
        }
    }
}

impl Schedule {
    /// Adds a schedule to the stack: `<id>Rule` and `<id>Permission`.
    pub fn new(stack: &mut Stack, id: LogicalId, props: ScheduleProps<'_>) -> Self {
        stack.within(id.as_str(), |stack| {
            let target = rule::Target::new(props.function.arn(), "Function");
            let rule = stack.add(
                id.join("Rule"),
                events::Rule {
                    description: props.description.map(Into::into),
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

/// EventBridge rejects `rate(1 minutes)`.
/// <https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html>
fn rate(minutes: NonZeroU16) -> String {
    match minutes.get() {
        1 => "rate(1 minute)".to_owned(),
        minutes => format!("rate({minutes} minutes)"),
    }
}
