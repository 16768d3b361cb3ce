//! The rules of SQS.

use crate::finding::{Example::Text, Rule, Scope::Template, Severity::Error};

pub(super) static RULES: [&Rule; 5] = [
    &ENCRYPTION,
    &FIFO_PROPERTY,
    &FIFO_NAME,
    &REDRIVE_POLICY,
    &QUEUE_NAME,
];

const SOURCE: &str =
    "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html";

pub(in crate::check) static ENCRYPTION: Rule = Rule {
    id: "sqs-encryption",
    severity: Error,
    scope: Template,
    summary: "a queue with two kinds of encryption",
    explanation: "A queue is encrypted with keys of SQS (`SqsManagedSseEnabled`) or of KMS (`KmsMasterKeyId`). SQS refuses both.",
    source: SOURCE,
    bad: Text(
        "\
Resources:
  Jobs:
    Type: AWS::SQS::Queue
    Properties:
      SqsManagedSseEnabled: true
      KmsMasterKeyId: alias/aws/sqs
",
    ),
    good: "\
Resources:
  Jobs:
    Type: AWS::SQS::Queue
    Properties:
      KmsMasterKeyId: alias/aws/sqs
",
};

pub(in crate::check) static FIFO_PROPERTY: Rule = Rule {
    id: "sqs-fifo-property",
    severity: Error,
    scope: Template,
    summary: "a property of FIFO queues on a standard queue",
    explanation: "SQS refuses `ContentBasedDeduplication`, `DeduplicationScope` and `FifoThroughputLimit` for standard queues.",
    source: SOURCE,
    bad: Text(
        "\
Resources:
  Jobs:
    Type: AWS::SQS::Queue
    Properties:
      ContentBasedDeduplication: true
",
    ),
    good: "\
Resources:
  Jobs:
    Type: AWS::SQS::Queue
    Properties:
      FifoQueue: true
      ContentBasedDeduplication: true
",
};

pub(in crate::check) static FIFO_NAME: Rule = Rule {
    id: "sqs-fifo-name",
    severity: Error,
    scope: Template,
    summary: "a queue whose name and type do not agree",
    explanation: "The name of a FIFO queue must end in `.fifo`, and no other name may. SQS refuses other names.",
    source: "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_CreateQueue.html",
    bad: Text(
        "\
Resources:
  Jobs:
    Type: AWS::SQS::Queue
    Properties:
      FifoQueue: true
      QueueName: jobs
",
    ),
    good: "\
Resources:
  Jobs:
    Type: AWS::SQS::Queue
    Properties:
      FifoQueue: true
      QueueName: jobs.fifo
",
};

pub(in crate::check) static REDRIVE_POLICY: Rule = Rule {
    id: "sqs-redrive-policy",
    severity: Error,
    scope: Template,
    summary: "an incomplete redrive policy, or a dead-letter queue of another type",
    explanation: "A redrive policy has a `deadLetterTargetArn` and a `maxReceiveCount`. The dead-letter queue of a FIFO queue is a \
                  FIFO queue, that of a standard queue a standard queue. SQS refuses anything else.",
    source: "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html",
    bad: Text(
        "\
Resources:
  Dead:
    Type: AWS::SQS::Queue
  Jobs:
    Type: AWS::SQS::Queue
    Properties:
      RedrivePolicy:
        deadLetterTargetArn: !GetAtt Dead.Arn
",
    ),
    good: "\
Resources:
  Dead:
    Type: AWS::SQS::Queue
  Jobs:
    Type: AWS::SQS::Queue
    Properties:
      RedrivePolicy:
        deadLetterTargetArn: !GetAtt Dead.Arn
        maxReceiveCount: 3
",
};

pub(in crate::check) static QUEUE_NAME: Rule = Rule {
    id: "sqs-queue-name",
    severity: Error,
    scope: Template,
    summary: "a queue name with invalid characters",
    explanation: "The name of a queue has 1 to 80 letters, digits, hyphens and underscores, and `.fifo` at the end \
                  of the name of a FIFO queue. SQS refuses others.",
    source: "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_CreateQueue.html",
    bad: Text(
        "\
Resources:
  Orders:
    Type: AWS::SQS::Queue
    Properties:
      QueueName: new orders
",
    ),
    good: "\
Resources:
  Orders:
    Type: AWS::SQS::Queue
    Properties:
      QueueName: new-orders
",
};
