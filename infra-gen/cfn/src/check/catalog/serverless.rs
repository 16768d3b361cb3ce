//! The rules of `serverless`.

use crate::finding::{Example::Text, Rule, Scope::Template, Severity::Error};

pub(super) static RULES: [&Rule; 4] = [
    &INVALID_GLOBALS,
    &INVALID_EVENT,
    &INCOMPLETE_FUNCTION,
    &INVALID_CONNECTOR,
];

/// A template without findings.
const GOOD: &str = "\
Transform: AWS::Serverless-2016-10-31
Globals:
  Function:
    Runtime: provided.al2023
    Handler: bootstrap
Resources:
  Work:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: s3://code/work.zip
";

pub(in crate::check) static INVALID_GLOBALS: Rule = Rule {
    id: "sam-globals",
    severity: Error,
    scope: Template,
    summary: "a type or property that the serverless transform does not support in `Globals`",
    explanation: "The serverless transform copies the properties in `Globals` to the resources of a type. It supports some types and \
                  some of their properties, and refuses a template with others.",
    source: "https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-template-anatomy-globals.html",
    bad: Text(
        "\
Transform: AWS::Serverless-2016-10-31
Globals:
  Function:
    Runtime: provided.al2023
    Handler: bootstrap
    Role: arn:aws:iam::111122223333:role/work
Resources:
  Work:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: s3://code/work.zip
",
    ),
    good: GOOD,
};

pub(in crate::check) static INVALID_EVENT: Rule = Rule {
    id: "sam-event",
    severity: Error,
    scope: Template,
    summary: "an event of a function or state machine that the serverless transform refuses",
    explanation: "An event has a type that the transform knows and the properties of that type. An S3 event configures a bucket of the same \
                  template, and a Cognito event a user pool of the same template.",
    source: "https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-eventsource.html",
    bad: Text(
        "\
Transform: AWS::Serverless-2016-10-31
Resources:
  Work:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: s3://code/work.zip
      Runtime: provided.al2023
      Handler: bootstrap
      Events:
        Orders:
          Type: SQS
",
    ),
    good: "\
Transform: AWS::Serverless-2016-10-31
Resources:
  Work:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: s3://code/work.zip
      Runtime: provided.al2023
      Handler: bootstrap
      Events:
        Orders:
          Type: SQS
          Properties:
            Queue: arn:aws:sqs:eu-west-1:111122223333:orders
",
};

pub(in crate::check) static INCOMPLETE_FUNCTION: Rule = Rule {
    id: "sam-function",
    severity: Error,
    scope: Template,
    summary: "a function or state machine without the properties that the serverless transform requires",
    explanation: "A function in a zip archive needs a handler and a runtime, of its own or in `Globals`. Gradual deployments, provisioned \
                  concurrency and the deletion policy of versions need `AutoPublishAlias`. The transform refuses a resource without them.",
    source: "https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-function.html",
    bad: Text(
        "\
Transform: AWS::Serverless-2016-10-31
Resources:
  Work:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: s3://code/work.zip
      Handler: bootstrap
",
    ),
    good: GOOD,
};

pub(in crate::check) static INVALID_CONNECTOR: Rule = Rule {
    id: "sam-connector",
    severity: Error,
    scope: Template,
    summary: "a connector that the serverless transform does not support",
    explanation: "The transform has a policy for each pair of resource types that a connector connects. It refuses other pairs, other \
                  permissions, and resources that are not in the template.",
    source: "https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/reference-sam-connector.html",
    bad: Text(
        "\
Transform: AWS::Serverless-2016-10-31
Resources:
  Orders:
    Type: AWS::SNS::Topic
    Connectors:
      ToQueue:
        Properties:
          Destination:
            Id: Jobs
          Permissions:
            - Read
  Jobs:
    Type: AWS::SQS::Queue
",
    ),
    good: "\
Transform: AWS::Serverless-2016-10-31
Resources:
  Orders:
    Type: AWS::SNS::Topic
    Connectors:
      ToQueue:
        Properties:
          Destination:
            Id: Jobs
          Permissions:
            - Write
  Jobs:
    Type: AWS::SQS::Queue
",
};
