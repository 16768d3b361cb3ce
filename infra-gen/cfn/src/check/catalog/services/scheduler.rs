//! The rules of EventBridge Scheduler.

use crate::finding::{Example::Text, Rule, Scope::Template, Severity::Error};

pub(super) static RULES: [&Rule; 1] = [&TIME_WINDOW];

pub(in crate::check) static TIME_WINDOW: Rule = Rule {
    id: "scheduler-time-window",
    severity: Error,
    scope: Template,
    summary: "a flexible time window without a length, or a length without such a window",
    explanation: "`MaximumWindowInMinutes` is the length of a time window whose `Mode` is `FLEXIBLE`. Scheduler refuses one without the other.",
    source: "https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-schedule-flexible-time-windows.html",
    bad: Text(
        "\
Resources:
  Daily:
    Type: AWS::Scheduler::Schedule
    Properties:
      ScheduleExpression: rate(1 day)
      Target:
        Arn: arn:aws:sqs:eu-west-1:111122223333:jobs
        RoleArn: arn:aws:iam::111122223333:role/schedule
      FlexibleTimeWindow:
        Mode: FLEXIBLE
",
    ),
    good: "\
Resources:
  Daily:
    Type: AWS::Scheduler::Schedule
    Properties:
      ScheduleExpression: rate(1 day)
      Target:
        Arn: arn:aws:sqs:eu-west-1:111122223333:jobs
        RoleArn: arn:aws:iam::111122223333:role/schedule
      FlexibleTimeWindow:
        Mode: FLEXIBLE
        MaximumWindowInMinutes: 15
",
};
