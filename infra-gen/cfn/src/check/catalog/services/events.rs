//! The rules of EventBridge.

use crate::finding::{Example::Text, Rule, Scope::Template, Severity::Error};

pub(super) static RULES: [&Rule; 5] = [
    &SCHEDULE,
    &PATTERN,
    &BUS_SCHEDULE,
    &DUPLICATE_TARGET,
    &TARGET_INPUT,
];

pub(in crate::check) static SCHEDULE: Rule = Rule {
    id: "events-schedule",
    severity: Error,
    scope: Template,
    summary: "a malformed schedule",
    explanation: "A schedule is `rate(…)` with a positive number and a unit in the singular for 1 and the plural otherwise, or \
                  `cron(…)` with six fields, in which exactly one of day of month and day of week is `?`. EventBridge refuses \
                  others. A schedule of EventBridge Scheduler may also be `at(…)` with a date and a time.",
    source: "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html",
    bad: Text(
        "\
Resources:
  Daily:
    Type: AWS::Events::Rule
    Properties:
      ScheduleExpression: rate(1 days)
",
    ),
    good: "\
Resources:
  Daily:
    Type: AWS::Events::Rule
    Properties:
      ScheduleExpression: rate(1 day)
",
};

pub(in crate::check) static DUPLICATE_TARGET: Rule = Rule {
    id: "events-duplicate-target",
    severity: Error,
    scope: Template,
    summary: "two targets of a rule with the same ID",
    explanation: "EventBridge identifies the targets of a rule by their IDs and refuses duplicates.",
    source: "https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutTargets.html",
    bad: Text(
        "\
Resources:
  Daily:
    Type: AWS::Events::Rule
    Properties:
      ScheduleExpression: rate(1 day)
      Targets:
        - Id: work
          Arn: arn:aws:sqs:eu-west-1:111122223333:jobs
        - Id: work
          Arn: arn:aws:sqs:eu-west-1:111122223333:reports
",
    ),
    good: "\
Resources:
  Daily:
    Type: AWS::Events::Rule
    Properties:
      ScheduleExpression: rate(1 day)
      Targets:
        - Id: jobs
          Arn: arn:aws:sqs:eu-west-1:111122223333:jobs
        - Id: reports
          Arn: arn:aws:sqs:eu-west-1:111122223333:reports
",
};

pub(in crate::check) static PATTERN: Rule = Rule {
    id: "events-pattern",
    severity: Error,
    scope: Template,
    summary: "a malformed event pattern",
    explanation: "Each field of an event pattern is a map of fields or a list of values and operators. EventBridge refuses scalars, empty lists and unknown operators.",
    source: "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html",
    bad: Text(
        "\
Resources:
  Orders:
    Type: AWS::Events::Rule
    Properties:
      EventPattern:
        source: shop.orders
",
    ),
    good: "\
Resources:
  Orders:
    Type: AWS::Events::Rule
    Properties:
      EventPattern:
        source: [shop.orders]
",
};

pub(in crate::check) static BUS_SCHEDULE: Rule = Rule {
    id: "events-bus-schedule",
    severity: Error,
    scope: Template,
    summary: "a schedule on another event bus than the default one",
    explanation: "EventBridge runs rules on a schedule on the default event bus only, and refuses others.",
    source: "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-rule-schedule.html",
    bad: Text(
        "\
Resources:
  Orders:
    Type: AWS::Events::Rule
    Properties:
      EventBusName: orders
      ScheduleExpression: rate(1 day)
",
    ),
    good: "\
Resources:
  Orders:
    Type: AWS::Events::Rule
    Properties:
      EventBusName: default
      ScheduleExpression: rate(1 day)
",
};

pub(in crate::check) static TARGET_INPUT: Rule = Rule {
    id: "events-target-input",
    severity: Error,
    scope: Template,
    summary: "a target with two inputs",
    explanation: "`Input`, `InputPath` and `InputTransformer` of a target exclude each other.",
    source: "https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutTargets.html",
    bad: Text(
        "\
Resources:
  Orders:
    Type: AWS::Events::Rule
    Properties:
      ScheduleExpression: rate(1 day)
      Targets:
        - Id: jobs
          Arn: arn:aws:sqs:eu-west-1:111122223333:jobs
          Input: '{}'
          InputPath: $.detail
",
    ),
    good: "\
Resources:
  Orders:
    Type: AWS::Events::Rule
    Properties:
      ScheduleExpression: rate(1 day)
      Targets:
        - Id: jobs
          Arn: arn:aws:sqs:eu-west-1:111122223333:jobs
          InputPath: $.detail
",
};
