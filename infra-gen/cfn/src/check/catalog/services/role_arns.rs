//! The rules of `role_arns`.

use crate::finding::{Example::Text, Rule, Scope::Template, Severity::Error};

pub(super) static RULES: [&Rule; 1] = [&ROLE_ARN];

pub(in crate::check) static ROLE_ARN: Rule = Rule {
    id: "role-arn",
    severity: Error,
    scope: Template,
    summary: "another value where the ARN of a role is required",
    explanation: "The service refuses names of roles and ARNs of other resources. `Ref` of a role returns its name.",
    source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-arns",
    bad: Text(
        "\
Resources:
  Replicate:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal:
              Service: s3.amazonaws.com
            Action: sts:AssumeRole
  Files:
    Type: AWS::S3::Bucket
    Properties:
      VersioningConfiguration:
        Status: Enabled
      ReplicationConfiguration:
        Role: !Ref Replicate
        Rules:
          - Status: Enabled
            Destination:
              Bucket: arn:aws:s3:::copies
",
    ),
    good: "\
Resources:
  Replicate:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal:
              Service: s3.amazonaws.com
            Action: sts:AssumeRole
  Files:
    Type: AWS::S3::Bucket
    Properties:
      VersioningConfiguration:
        Status: Enabled
      ReplicationConfiguration:
        Role: !GetAtt Replicate.Arn
        Rules:
          - Status: Enabled
            Destination:
              Bucket: arn:aws:s3:::copies
",
};
