//! The rules of custom resources.

use crate::finding::{Example::Text, Rule, Scope::Template, Severity::Error};

pub(super) static RULES: [&Rule; 1] = [&SERVICE_TOKEN];

pub(in crate::check) static SERVICE_TOKEN: Rule = Rule {
    id: "custom-resource-token",
    severity: Error,
    scope: Template,
    summary: "a custom resource without `ServiceToken`",
    explanation: "CloudFormation sends the requests of a custom resource to the function or topic that its `ServiceToken` names, and refuses a resource without one.",
    source: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-custom-resources.html",
    bad: Text(
        "\
Resources:
  Seed:
    Type: Custom::Seed
    Properties:
      Table: orders
",
    ),
    good: "\
Resources:
  Seed:
    Type: Custom::Seed
    Properties:
      ServiceToken: arn:aws:lambda:eu-west-1:111122223333:function:seed
      Table: orders
",
};
