//! The rules of Lambda's event source mappings.

use crate::finding::{
    Example::Text,
    Rule,
    Scope::Template,
    Severity::{Error, Warning},
};

pub(super) static RULES: [&Rule; 5] = [
    &PERMISSION,
    &PERMISSION_ORDER,
    &VISIBILITY_TIMEOUT,
    &SETTINGS,
    &STREAM,
];

const QUEUES: &str = "https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html";
const STREAMS: &str = "https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-eventsourcemapping.html";

/// A function with a role that may read its queue.
const GOOD: &str = "\
Resources:
  Jobs:
    Type: AWS::SQS::Queue
  WorkRole:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal:
              Service: lambda.amazonaws.com
            Action: sts:AssumeRole
      Policies:
        - PolicyName: read
          PolicyDocument:
            Version: '2012-10-17'
            Statement:
              - Effect: Allow
                Action: [sqs:ReceiveMessage, sqs:DeleteMessage, sqs:GetQueueAttributes]
                Resource: !GetAtt Jobs.Arn
  Work:
    Type: AWS::Lambda::Function
    Properties:
      Role: !GetAtt WorkRole.Arn
      Runtime: provided.al2023
      Handler: bootstrap
      Code:
        S3Bucket: code
        S3Key: work.zip
  Feed:
    Type: AWS::Lambda::EventSourceMapping
    Properties:
      FunctionName: !Ref Work
      EventSourceArn: !GetAtt Jobs.Arn
";

pub(in crate::check) static PERMISSION: Rule = Rule {
    id: "event-source-permission",
    severity: Error,
    scope: Template,
    summary: "an event source that the role of the function may not read",
    explanation: "When an event source mapping is created, Lambda checks that the role of the function may read the queue or \
                  stream, and refuses the mapping otherwise.",
    source: QUEUES,
    bad: Text(
        "\
Resources:
  Jobs:
    Type: AWS::SQS::Queue
  WorkRole:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal:
              Service: lambda.amazonaws.com
            Action: sts:AssumeRole
  Work:
    Type: AWS::Lambda::Function
    Properties:
      Role: !GetAtt WorkRole.Arn
      Runtime: provided.al2023
      Handler: bootstrap
      Code:
        S3Bucket: code
        S3Key: work.zip
  Feed:
    Type: AWS::Lambda::EventSourceMapping
    Properties:
      FunctionName: !Ref Work
      EventSourceArn: !GetAtt Jobs.Arn
",
    ),
    good: GOOD,
};

pub(in crate::check) static PERMISSION_ORDER: Rule = Rule {
    id: "event-source-permission-order",
    severity: Warning,
    scope: Template,
    summary: "an event source mapping that may be created before the permission that it needs",
    explanation: "Lambda refuses a mapping if the role of the function may not read the source. CloudFormation creates the mapping \
                  and a policy at the same time unless the mapping depends on the policy, so the deployment fails or not by \
                  chance. In a stack written in Rust, this is an error.",
    source: QUEUES,
    bad: Text(
        "\
Resources:
  Jobs:
    Type: AWS::SQS::Queue
  WorkRole:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal:
              Service: lambda.amazonaws.com
            Action: sts:AssumeRole
  Reads:
    Type: AWS::IAM::RolePolicy
    Properties:
      RoleName: !Ref WorkRole
      PolicyName: reads
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Action: [sqs:ReceiveMessage, sqs:DeleteMessage, sqs:GetQueueAttributes]
            Resource: !GetAtt Jobs.Arn
  Work:
    Type: AWS::Lambda::Function
    Properties:
      Role: !GetAtt WorkRole.Arn
      Runtime: provided.al2023
      Handler: bootstrap
      Code:
        S3Bucket: code
        S3Key: work.zip
  Feed:
    Type: AWS::Lambda::EventSourceMapping
    Properties:
      FunctionName: !Ref Work
      EventSourceArn: !GetAtt Jobs.Arn
",
    ),
    good: GOOD,
};

pub(in crate::check) static VISIBILITY_TIMEOUT: Rule = Rule {
    id: "event-source-visibility-timeout",
    severity: Error,
    scope: Template,
    summary: "a queue whose visibility timeout is shorter than the timeout of its function",
    explanation: "Lambda refuses such a mapping, because the queue would deliver a message again while the function still \
                  processes it. AWS recommends six times the timeout of the function. The default is 30 seconds.",
    source: QUEUES,
    bad: Text(
        "\
Resources:
  Jobs:
    Type: AWS::SQS::Queue
  Work:
    Type: AWS::Lambda::Function
    Properties:
      Role: arn:aws:iam::111122223333:role/work
      Runtime: provided.al2023
      Handler: bootstrap
      Code:
        S3Bucket: code
        S3Key: work.zip
      Timeout: 60
  Feed:
    Type: AWS::Lambda::EventSourceMapping
    Properties:
      FunctionName: !Ref Work
      EventSourceArn: !GetAtt Jobs.Arn
",
    ),
    good: "\
Resources:
  Jobs:
    Type: AWS::SQS::Queue
    Properties:
      VisibilityTimeout: 360
  Work:
    Type: AWS::Lambda::Function
    Properties:
      Role: arn:aws:iam::111122223333:role/work
      Runtime: provided.al2023
      Handler: bootstrap
      Code:
        S3Bucket: code
        S3Key: work.zip
      Timeout: 60
  Feed:
    Type: AWS::Lambda::EventSourceMapping
    Properties:
      FunctionName: !Ref Work
      EventSourceArn: !GetAtt Jobs.Arn
",
};

pub(in crate::check) static SETTINGS: Rule = Rule {
    id: "event-source-settings",
    severity: Error,
    scope: Template,
    summary: "a setting that Lambda does not support for this kind of event source",
    explanation: "A queue has no `StartingPosition`; a stream needs one. A batch of more than 10 messages needs a batching \
                  window, and a FIFO queue supports neither.",
    source: QUEUES,
    bad: Text(
        "\
Resources:
  Jobs:
    Type: AWS::SQS::Queue
  Feed:
    Type: AWS::Lambda::EventSourceMapping
    Properties:
      FunctionName: work
      EventSourceArn: !GetAtt Jobs.Arn
      StartingPosition: LATEST
",
    ),
    good: "\
Resources:
  Jobs:
    Type: AWS::SQS::Queue
  Feed:
    Type: AWS::Lambda::EventSourceMapping
    Properties:
      FunctionName: work
      EventSourceArn: !GetAtt Jobs.Arn
",
};

pub(in crate::check) static STREAM: Rule = Rule {
    id: "event-source-stream",
    severity: Error,
    scope: Template,
    summary: "a table as an event source that has no stream, or by another ARN than that of its stream",
    explanation: "Lambda reads the stream of a table, not the table. The table needs a `StreamSpecification`, and the event source \
                  is the attribute `StreamArn`.",
    source: STREAMS,
    bad: Text(
        "\
Resources:
  Words:
    Type: AWS::DynamoDB::Table
    Properties:
      BillingMode: PAY_PER_REQUEST
      AttributeDefinitions:
        - AttributeName: word
          AttributeType: S
      KeySchema:
        - AttributeName: word
          KeyType: HASH
  Feed:
    Type: AWS::Lambda::EventSourceMapping
    Properties:
      FunctionName: work
      EventSourceArn: !GetAtt Words.Arn
      StartingPosition: LATEST
",
    ),
    good: "\
Resources:
  Words:
    Type: AWS::DynamoDB::Table
    Properties:
      BillingMode: PAY_PER_REQUEST
      StreamSpecification:
        StreamViewType: NEW_IMAGE
      AttributeDefinitions:
        - AttributeName: word
          AttributeType: S
      KeySchema:
        - AttributeName: word
          KeyType: HASH
  Feed:
    Type: AWS::Lambda::EventSourceMapping
    Properties:
      FunctionName: work
      EventSourceArn: !GetAtt Words.StreamArn
      StartingPosition: LATEST
",
};
