//! The rules of Step Functions. The rules of definitions are in `infra-gen-asl`.

use crate::finding::{Example::Text, Rule, Scope::Template, Severity::Error};

pub(super) static RULES: [&Rule; 1] = [&DEFINITION];

pub(in crate::check) static DEFINITION: Rule = Rule {
    id: "stepfunctions-definition",
    severity: Error,
    scope: Template,
    summary: "a state machine without exactly one definition",
    explanation: "A state machine has exactly one of `Definition`, `DefinitionString` and `DefinitionS3Location`. Step Functions \
                  refuses others.",
    source: "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-stepfunctions-statemachine.html",
    bad: Text(
        "\
Resources:
  Flow:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      RoleArn: arn:aws:iam::111122223333:role/flow
",
    ),
    good: "\
Resources:
  Flow:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      RoleArn: arn:aws:iam::111122223333:role/flow
      DefinitionS3Location:
        Bucket: code
        Key: flow.json
",
};
