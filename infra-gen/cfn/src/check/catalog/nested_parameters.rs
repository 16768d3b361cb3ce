//! The rules of `nested_parameters` and `nested_outputs`.

use crate::finding::{Example::Text, Rule, Scope::Template, Severity::Error};

pub(super) static RULES: [&Rule; 3] = [&NESTED_PARAMETER, &NESTED_OUTPUT, &NESTED_TEMPLATE];

pub(in crate::check) static NESTED_PARAMETER: Rule = Rule {
    id: "nested-parameter",
    severity: Error,
    scope: Template,
    summary: "a parameter that the template of a nested stack does not have, requires, or refuses",
    explanation: "A stack may pass only the parameters that the nested template declares, and must pass those without a default, with allowed values. \
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

pub(in crate::check) static NESTED_OUTPUT: Rule = Rule {
    id: "nested-output",
    severity: Error,
    scope: Template,
    summary: "an output that the template of a nested stack does not have",
    explanation: "`Fn::GetAtt` of a nested stack reads an output of its template. CloudFormation refuses another name. The template is a file next to this one.",
    source: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-nested-stacks.html",
    bad: Text(
        "\
Transform: AWS::Serverless-2016-10-31
Resources:
  Network:
    Type: AWS::Serverless::Application
    Properties:
      Location: network.yaml
Outputs:
  Vpc:
    Value: !GetAtt Network.Outputs.Vcp
",
    ),
    good: "\
Transform: AWS::Serverless-2016-10-31
Resources:
  Network:
    Type: AWS::Serverless::Application
    Properties:
      Location: network.yaml
Outputs:
  Vpc:
    Value: !GetAtt Network.Outputs.Vpc
",
};

pub(in crate::check) static NESTED_TEMPLATE: Rule = Rule {
    id: "nested-template",
    severity: Error,
    scope: Template,
    summary: "the template of a nested stack is a file that does not exist",
    explanation: "`aws cloudformation package` uploads the file at a local path, relative to the template, and fails if there is none.",
    source: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-nested-stacks.html",
    bad: Text(
        "\
Transform: AWS::Serverless-2016-10-31
Resources:
  Network:
    Type: AWS::Serverless::Application
    Properties:
      Location: netwrok.yaml
Outputs:
  Vpc:
    Value: !GetAtt Network.Outputs.Vpc
",
    ),
    good: "\
Transform: AWS::Serverless-2016-10-31
Resources:
  Network:
    Type: AWS::Serverless::Application
    Properties:
      Location: network.yaml
Outputs:
  Vpc:
    Value: !GetAtt Network.Outputs.Vpc
",
};
