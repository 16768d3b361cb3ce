//! The rules of EventBridge.

use crate::finding::{Example::Text, Rule, Scope::Template, Severity::Error};

pub(super) static RULES: [&Rule; 2] = [&SCHEDULE, &DUPLICATE_TARGET];

pub(in crate::check) static SCHEDULE: Rule = Rule {
    id: "events-schedule",
    severity: Error,
    scope: Template,
    summary: "a malformed schedule",
    explanation: "A schedule is `rate(…)` with a positive number and a unit in the singular for 1 and the plural otherwise, or \
                  `cron(…)` with six fields, in which exactly one of day of month and day of week is `?`. EventBridge refuses \
                  others.",
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
