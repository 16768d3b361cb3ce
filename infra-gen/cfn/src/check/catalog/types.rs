//! The rules of `types`.

use crate::finding::{Example::Text, Rule, Scope::Template, Severity::Error};

pub(super) static RULES: [&Rule; 3] = [&UNKNOWN_TYPE, &MISSING_TRANSFORM, &RETIRED_TYPE];

pub(in crate::check) static UNKNOWN_TYPE: Rule = Rule {
    id: "unknown-type",
    severity: Error,
    scope: Template,
    summary: "a resource type that does not exist",
    explanation: "CloudFormation refuses a resource whose type it does not know. Private types, modules and custom resources \
                  depend on the account, so they are not reported; the coverage line counts them as not checked.",
    source: "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html",
    bad: Text(
        "\
Resources:
  Orders:
    Type: AWS::SNS::Topics
",
    ),
    good: "\
Resources:
  Orders:
    Type: AWS::SNS::Topic
",
};

pub(in crate::check) static MISSING_TRANSFORM: Rule = Rule {
    id: "missing-transform",
    severity: Error,
    scope: Template,
    summary: "a resource type or function that needs a transform",
    explanation: "`AWS::Serverless` types exist only with `Transform: AWS::Serverless-2016-10-31`, and `Fn::ForEach`, \
                  `Fn::Length` and `Fn::ToJsonString` only with `Transform: AWS::LanguageExtensions`. Without the transform, \
                  CloudFormation refuses the template.",
    source: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/transform-section-structure.html",
    bad: Text(
        "\
Resources:
  Work:
    Type: AWS::Serverless::SimpleTable
",
    ),
    good: "\
Transform: AWS::Serverless-2016-10-31
Resources:
  Work:
    Type: AWS::Serverless::SimpleTable
",
};

pub(in crate::check) static RETIRED_TYPE: Rule = Rule {
    id: "retired-type",
    severity: Error,
    scope: Template,
    summary: "a resource type whose service has ended or will end",
    explanation: "A service refuses all requests after it has shut down. Before that, after AWS's announcement, the type is a \
                  warning.",
    source: "https://docs.aws.amazon.com/general/latest/gr/service-lifecycle.html",
    bad: Text(
        "\
Resources:
  Orders:
    Type: AWS::QLDB::Ledger
    Properties:
      PermissionsMode: STANDARD
",
    ),
    good: "\
Resources:
  Orders:
    Type: AWS::DynamoDB::Table
    Properties:
      BillingMode: PAY_PER_REQUEST
      AttributeDefinitions:
        - AttributeName: id
          AttributeType: S
      KeySchema:
        - AttributeName: id
          KeyType: HASH
",
};
