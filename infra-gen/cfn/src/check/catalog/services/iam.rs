//! The rules of managed policies in IAM.

use crate::finding::{Example::Text, Rule, Scope::Template, Severity::Error};

pub(super) static RULES: [&Rule; 1] = [&MANAGED_POLICY];

pub(in crate::check) static MANAGED_POLICY: Rule = Rule {
    id: "managed-policy-path",
    severity: Error,
    scope: Template,
    summary: "the ARN of an AWS managed policy with a wrong path",
    explanation: "Some AWS managed policies are below `service-role/` or `job-function/`, the others are not. IAM \
                  refuses to attach a policy that does not exist.",
    source: "https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html",
    bad: Text(
        "\
Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - {Effect: Allow, Principal: {Service: lambda.amazonaws.com}, Action: 'sts:AssumeRole'}
      ManagedPolicyArns:
        - arn:aws:iam::aws:policy/AWSLambdaBasicExecutionRole
",
    ),
    good: "\
Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - {Effect: Allow, Principal: {Service: lambda.amazonaws.com}, Action: 'sts:AssumeRole'}
      ManagedPolicyArns:
        - arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole
",
};
