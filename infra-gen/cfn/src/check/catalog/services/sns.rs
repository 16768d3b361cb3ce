//! The rules of SNS.

use crate::finding::{Example::Text, Rule, Scope::Template, Severity::Error};

pub(super) static RULES: [&Rule; 5] = [&FIFO_NAME, &PROTOCOL, &ENDPOINT, &FIFO_SUBSCRIPTION, &FILTER];

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

pub(in crate::check) static ENDPOINT: Rule = Rule {
    id: "sns-endpoint",
    severity: Error,
    scope: Template,
    summary: "an endpoint that does not fit the protocol",
    explanation: "The endpoint of a subscription has the form that its protocol requires: a URL, an address, or the \
                  ARN of a queue, function or delivery stream. SNS refuses others.",
    source: "https://docs.aws.amazon.com/sns/latest/api/API_Subscribe.html",
    bad: Text(
        "\
Resources:
  Subscription:
    Type: AWS::SNS::Subscription
    Properties:
      TopicArn: arn:aws:sns:us-east-1:111122223333:orders
      Protocol: https
      Endpoint: http://shop.example.com/orders
",
    ),
    good: "\
Resources:
  Subscription:
    Type: AWS::SNS::Subscription
    Properties:
      TopicArn: arn:aws:sns:us-east-1:111122223333:orders
      Protocol: https
      Endpoint: https://shop.example.com/orders
",
};

pub(in crate::check) static FIFO_SUBSCRIPTION: Rule = Rule {
    id: "sns-fifo-subscription",
    severity: Error,
    scope: Template,
    summary: "a subscription that a FIFO topic or queue does not support",
    explanation: "A FIFO topic delivers to queues and not to addresses or functions, and a standard topic does not \
                  deliver to a FIFO queue. SNS refuses these subscriptions.",
    source: "https://docs.aws.amazon.com/sns/latest/dg/fifo-message-delivery.html",
    bad: Text(
        "\
Resources:
  Orders:
    Type: AWS::SNS::Topic
    Properties:
      FifoTopic: true
  Subscription:
    Type: AWS::SNS::Subscription
    Properties:
      TopicArn: !Ref Orders
      Protocol: email
      Endpoint: orders@example.com
",
    ),
    good: "\
Resources:
  Orders:
    Type: AWS::SNS::Topic
  Subscription:
    Type: AWS::SNS::Subscription
    Properties:
      TopicArn: !Ref Orders
      Protocol: email
      Endpoint: orders@example.com
",
};

pub(in crate::check) static FILTER: Rule = Rule {
    id: "sns-filter",
    severity: Error,
    scope: Template,
    summary: "a setting of a subscription that SNS refuses",
    explanation: "A filter policy maps each name to a list or an object. `FilterPolicyScope` is `MessageAttributes` \
                  or `MessageBody`. Only HTTP(S), queues and delivery streams receive raw messages. SNS refuses \
                  other settings.",
    source: "https://docs.aws.amazon.com/sns/latest/dg/sns-subscription-filter-policies.html",
    bad: Text(
        "\
Resources:
  Subscription:
    Type: AWS::SNS::Subscription
    Properties:
      TopicArn: arn:aws:sns:us-east-1:111122223333:orders
      Protocol: sqs
      Endpoint: arn:aws:sqs:us-east-1:111122223333:orders
      FilterPolicy: {status: paid}
",
    ),
    good: "\
Resources:
  Subscription:
    Type: AWS::SNS::Subscription
    Properties:
      TopicArn: arn:aws:sns:us-east-1:111122223333:orders
      Protocol: sqs
      Endpoint: arn:aws:sqs:us-east-1:111122223333:orders
      FilterPolicy: {status: [paid]}
",
};
