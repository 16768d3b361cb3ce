//! The rule of `duplicate_names`.

use crate::finding::{Example::Text, Rule, Scope::Template, Severity::Error};

pub(super) static RULES: [&Rule; 1] = [&DUPLICATE_NAME];

pub(in crate::check) static DUPLICATE_NAME: Rule = Rule {
    id: "duplicate-name",
    severity: Error,
    scope: Template,
    summary: "two resources of one type with the same physical name",
    explanation: "The service creates the first resource and refuses the second, because the name is taken. Resources whose \
                  conditions exclude each other may share a name.",
    source: "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-name.html",
    bad: Text(
        "\
Resources:
  Orders:
    Type: AWS::SQS::Queue
    Properties:
      QueueName: orders
  Reports:
    Type: AWS::SQS::Queue
    Properties:
      QueueName: orders
",
    ),
    good: "\
Resources:
  Orders:
    Type: AWS::SQS::Queue
    Properties:
      QueueName: orders
  Reports:
    Type: AWS::SQS::Queue
    Properties:
      QueueName: reports
",
};
