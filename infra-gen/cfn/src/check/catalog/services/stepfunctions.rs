//! The rules of Step Functions. The rules of definitions are in `infra-gen-asl`.

use crate::finding::{
    Example::Text,
    Rule,
    Scope::Template,
    Severity::{Error, Warning},
};

pub(super) static RULES: [&Rule; 2] = [&DEFINITION, &SUBSTITUTION];

pub(in crate::check) static DEFINITION: Rule = Rule {
    id: "stepfunctions-definition",
    severity: Error,
    scope: Template,
    summary: "a state machine without exactly one definition",
    explanation: "A state machine has exactly one of `Definition`, `DefinitionString` and `DefinitionS3Location`. Step Functions \
                  refuses anything else.",
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

pub(in crate::check) static SUBSTITUTION: Rule = Rule {
    id: "stepfunctions-substitution",
    severity: Warning,
    scope: Template,
    summary: "a variable of a state machine definition that has no value",
    explanation: "CloudFormation replaces `${name}` in a definition with the value of `name` in `DefinitionSubstitutions`. Without a \
                  value the text stays as it is, which Step Functions refuses where an ARN or the name of a state is required.",
    source: "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-stepfunctions-statemachine.html",
    bad: Text(
        "\
Resources:
  Flow:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      DefinitionString: |
        {\"StartAt\": \"Work\", \"States\": {\"Work\": {\"Type\": \"Task\", \"Resource\": \"${work}\", \"End\": true}}}
      DefinitionSubstitutions:
        task: arn:aws:lambda:eu-west-1:111122223333:function:work
      RoleArn: arn:aws:iam::111122223333:role/flow
",
    ),
    good: "\
Resources:
  Flow:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      DefinitionString: |
        {\"StartAt\": \"Work\", \"States\": {\"Work\": {\"Type\": \"Task\", \"Resource\": \"${work}\", \"End\": true}}}
      DefinitionSubstitutions:
        work: arn:aws:lambda:eu-west-1:111122223333:function:work
      RoleArn: arn:aws:iam::111122223333:role/flow
",
};
