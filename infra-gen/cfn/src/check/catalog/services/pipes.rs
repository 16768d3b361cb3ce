//! The rules of EventBridge Pipes.

use crate::finding::{Example::Text, Rule, Scope::Template, Severity::Error};

pub(super) static RULES: [&Rule; 1] = [&SOURCE_PARAMETERS];

pub(in crate::check) static SOURCE_PARAMETERS: Rule = Rule {
    id: "pipes-source-parameters",
    severity: Error,
    scope: Template,
    summary: "source parameters of another service, or missing ones",
    explanation: "Each kind of source has parameters of its own, and those of streams and brokers are required. Pipes refuses the parameters of another service.",
    source: "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-event-source.html",
    bad: Text(
        "\
Resources:
  Orders:
    Type: AWS::Pipes::Pipe
    Properties:
      RoleArn: arn:aws:iam::111122223333:role/pipe
      Source: arn:aws:sqs:eu-west-1:111122223333:orders
      Target: arn:aws:sqs:eu-west-1:111122223333:jobs
      SourceParameters:
        KinesisStreamParameters:
          StartingPosition: LATEST
",
    ),
    good: "\
Resources:
  Orders:
    Type: AWS::Pipes::Pipe
    Properties:
      RoleArn: arn:aws:iam::111122223333:role/pipe
      Source: arn:aws:sqs:eu-west-1:111122223333:orders
      Target: arn:aws:sqs:eu-west-1:111122223333:jobs
      SourceParameters:
        SqsQueueParameters:
          BatchSize: 5
",
};
