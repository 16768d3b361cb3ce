//! The rules of `serverless`.

use crate::finding::{Example::Text, Rule, Scope::Template, Severity::Error};

pub(super) static RULES: [&Rule; 9] = [
    &INVALID_GLOBALS,
    &INVALID_EVENT,
    &ROUTE,
    &AUTHORIZER,
    &INCOMPLETE_FUNCTION,
    &DEFINITION,
    &POLICY_TEMPLATE,
    &INVALID_VALUE,
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

/// A template with one function, given its event.
macro_rules! with_event {
    ($event:literal) => {
        concat!(
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
",
            $event
        )
    };
}

pub(in crate::check) static ROUTE: Rule = Rule {
    id: "sam-route",
    severity: Error,
    scope: Template,
    summary: "a route of an API that does not exist or that two events share",
    explanation: "The path of an event starts with `/`, its method is a method of HTTP or `any`, and its API is of the same kind as the event. \
                  The serverless transform refuses two events with the same path and method in one API.",
    source: "https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-api.html",
    bad: Text(with_event!(
        "        List:
          Type: Api
          Properties:
            Path: orders
            Method: get
"
    )),
    good: with_event!(
        "        List:
          Type: Api
          Properties:
            Path: /orders
            Method: get
"
    ),
};

pub(in crate::check) static AUTHORIZER: Rule = Rule {
    id: "sam-authorizer",
    severity: Error,
    scope: Template,
    summary: "a default authorizer that the API does not have",
    explanation: "`DefaultAuthorizer` is the name of an entry of `Authorizers`, or `AWS_IAM`. The serverless transform refuses another name.",
    source: "https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-api-apiauth.html",
    bad: Text(
        "\
Transform: AWS::Serverless-2016-10-31
Resources:
  Web:
    Type: AWS::Serverless::Api
    Properties:
      StageName: live
      Auth:
        DefaultAuthorizer: Custmers
        Authorizers:
          Customers:
            UserPoolArn: arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_a1b2c3d4e
",
    ),
    good: "\
Transform: AWS::Serverless-2016-10-31
Resources:
  Web:
    Type: AWS::Serverless::Api
    Properties:
      StageName: live
      Auth:
        DefaultAuthorizer: Customers
        Authorizers:
          Customers:
            UserPoolArn: arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_a1b2c3d4e
",
};

pub(in crate::check) static DEFINITION: Rule = Rule {
    id: "sam-definition",
    severity: Error,
    scope: Template,
    summary: "a state machine or API without a definition, or with two",
    explanation: "A state machine has either `Definition` or `DefinitionUri`, and an API at most one of `DefinitionBody` and \
                  `DefinitionUri`. The serverless transform refuses both together.",
    source: "https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-statemachine.html",
    bad: Text(
        "\
Transform: AWS::Serverless-2016-10-31
Resources:
  Orders:
    Type: AWS::Serverless::StateMachine
    Properties:
      Name: orders
",
    ),
    good: "\
Transform: AWS::Serverless-2016-10-31
Resources:
  Orders:
    Type: AWS::Serverless::StateMachine
    Properties:
      DefinitionUri: s3://definitions/orders.json
",
};

pub(in crate::check) static POLICY_TEMPLATE: Rule = Rule {
    id: "sam-policy-template",
    severity: Error,
    scope: Template,
    summary: "a policy template that does not exist or lacks a parameter",
    explanation: "A policy of a function or state machine is the name of a managed policy, a policy document, or one policy template with all \
                  its parameters. The serverless transform refuses others.",
    source: "https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/serverless-policy-template-list.html",
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
      Policies:
        - S3ReadPolicy: {}
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
      Policies:
        - S3ReadPolicy:
            BucketName: files
",
};

pub(in crate::check) static INVALID_VALUE: Rule = Rule {
    id: "sam-value",
    severity: Error,
    scope: Template,
    summary: "a value that the serverless transform does not know",
    explanation: "The transform reads some values itself, such as the type of a table's key, and refuses others than the documented ones.",
    source: "https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-simpletable-primarykeyobject.html",
    bad: Text(
        "\
Transform: AWS::Serverless-2016-10-31
Resources:
  Orders:
    Type: AWS::Serverless::SimpleTable
    Properties:
      PrimaryKey:
        Name: id
        Type: S
",
    ),
    good: "\
Transform: AWS::Serverless-2016-10-31
Resources:
  Orders:
    Type: AWS::Serverless::SimpleTable
    Properties:
      PrimaryKey:
        Name: id
        Type: String
",
};
