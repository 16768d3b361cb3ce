//! The rules of SNS.

use crate::finding::{Example::Text, Rule, Scope::Template, Severity::Error};

pub(super) static RULES: [&Rule; 2] = [&FIFO_NAME, &PROTOCOL];

pub(in crate::check) static FIFO_NAME: Rule = Rule {
    id: "sns-fifo-name",
    severity: Error,
    scope: Template,
    summary: "a FIFO topic whose name does not end in `.fifo`",
    explanation: "SNS refuses a FIFO topic whose name does not end in `.fifo`.",
    source: "https://docs.aws.amazon.com/sns/latest/api/API_CreateTopic.html",
    bad: Text(
        "\
Resources:
  Orders:
    Type: AWS::SNS::Topic
    Properties:
      FifoTopic: true
      TopicName: orders
",
    ),
    good: "\
Resources:
  Orders:
    Type: AWS::SNS::Topic
    Properties:
      FifoTopic: true
      TopicName: orders.fifo
",
};

pub(in crate::check) static PROTOCOL: Rule = Rule {
    id: "sns-protocol",
    severity: Error,
    scope: Template,
    summary: "a subscription with a protocol that does not exist",
    explanation: "SNS refuses a subscription with an unknown protocol.",
    source: "https://docs.aws.amazon.com/sns/latest/api/API_Subscribe.html",
    bad: Text(
        "\
Resources:
  Mail:
    Type: AWS::SNS::Subscription
    Properties:
      TopicArn: arn:aws:sns:eu-west-1:111122223333:orders
      Protocol: mail
      Endpoint: orders@example.com
",
    ),
    good: "\
Resources:
  Mail:
    Type: AWS::SNS::Subscription
    Properties:
      TopicArn: arn:aws:sns:eu-west-1:111122223333:orders
      Protocol: email
      Endpoint: orders@example.com
",
};
