//! The rule of `nested_parameters`.

use crate::finding::{Example::Text, Rule, Scope::Template, Severity::Error};

pub(super) static RULES: [&Rule; 1] = [&NESTED_PARAMETER];

pub(in crate::check) static NESTED_PARAMETER: Rule = Rule {
    id: "nested-parameter",
    severity: Error,
    scope: Template,
    summary: "a parameter that the template of a nested stack does not have, or requires",
    explanation: "A stack may pass only the parameters that the nested template declares, and must pass those without a default. \
                  CloudFormation refuses the nested stack otherwise. The template is a file next to this one, or in the property `TemplateBody`.",
    source: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-nested-stacks.html",
    bad: Text(
        "\
Resources:
  Accounts:
    Type: AWS::CloudFormation::StackSet
    Properties:
      PermissionModel: SELF_MANAGED
      StackSetName: accounts
      TemplateBody: |
        Parameters:
          Stage:
            Type: String
        Resources:
          Orders:
            Type: AWS::SNS::Topic
",
    ),
    good: "\
Resources:
  Accounts:
    Type: AWS::CloudFormation::StackSet
    Properties:
      Parameters:
        - ParameterKey: Stage
          ParameterValue: dev
      PermissionModel: SELF_MANAGED
      StackSetName: accounts
      TemplateBody: |
        Parameters:
          Stage:
            Type: String
        Resources:
          Orders:
            Type: AWS::SNS::Topic
",
};
