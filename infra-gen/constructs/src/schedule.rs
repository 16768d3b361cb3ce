//! A schedule: an EventBridge rule that invokes one function at a fixed rate.
//!
//! The function receives EventBridge's event. An invocation may be late or repeated, so the function has to be idempotent.

use std::{borrow::Cow, num::NonZeroU16};

use infra_gen_cfn::{
    Handle, LogicalId, Stack,
    events::{self, rule},
    lambda::{self, event_invoke_config},
};

use crate::{function::Function, queue::Queue};

/// A schedule and the permission to invoke its function.
pub struct Schedule {
    /// The rule.
    pub rule: Handle<events::Rule>,
    /// Allows this rule, and no other, to invoke the function.
    pub permission: Handle<lambda::Permission>,
    /// Sends the events of failed invocations to the queue, if there is one.
    pub failures: Option<Handle<lambda::EventInvokeConfig>>,
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
    /// Receives the events that EventBridge could not deliver, and those whose invocation failed after all retries.
    pub dead_letters: Option<&'a Queue>,
}

impl<'a> ScheduleProps<'a> {
    /// A schedule that invokes `function` every so many minutes.
    pub fn new(function: &'a Function, every_minutes: NonZeroU16) -> Self {
        Self {
            function,
            every_minutes,
            description: None,
            dead_letters: None,
        }
    }
}

impl Schedule {
    /// Adds a schedule to the stack: `<id>Rule`, `<id>Permission`, and `<id>Failures` if there is a queue for dead letters.
    pub fn new(stack: &mut Stack, id: LogicalId, props: ScheduleProps<'_>) -> Self {
        stack.within(id.as_str(), |stack| {
            let target = rule::Target {
                dead_letter_config: props.dead_letters.map(|queue| {
                    rule::DeadLetterConfig {
                        arn: Some(queue.arn()),
                    }
                    .into()
                }),
                ..rule::Target::new(props.function.arn(), "Function")
            };
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
            let failures = props.dead_letters.map(|queue| {
                queue.allow_service(stack, "events.amazonaws.com", rule.arn().into());
                send_failures(stack, id.join("Failures"), props.function, queue)
            });
            Self {
                rule,
                permission,
                failures,
            }
        })
    }
}

/// Sends the events of failed asynchronous invocations to a queue.
/// <https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html>
fn send_failures(
    stack: &mut Stack,
    id: LogicalId,
    function: &Function,
    queue: &Queue,
) -> Handle<lambda::EventInvokeConfig> {
    queue.grant_send(stack, function);
    let destination = event_invoke_config::DestinationConfig {
        on_failure: Some(event_invoke_config::OnFailure::new(queue.arn()).into()),
        ..event_invoke_config::DestinationConfig::new()
    };
    let config = lambda::EventInvokeConfig {
        destination_config: Some(destination.into()),
        ..lambda::EventInvokeConfig::new(function.function.reference(), "$LATEST")
    };
    stack.add(id, config)
}

/// EventBridge rejects `rate(1 minutes)`.
/// <https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html>
fn rate(minutes: NonZeroU16) -> String {
    match minutes.get() {
        1 => "rate(1 minute)".to_owned(),
        minutes => format!("rate({minutes} minutes)"),
    }
}
