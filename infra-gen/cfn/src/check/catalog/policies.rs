//! The rules of `policies`.

use crate::finding::{
    Example::{Built, Text},
    Rule,
    Scope::Template,
    Severity::{Error, Warning},
};

pub(in crate::check) static RULES: [&Rule; 20] = [
    &UNKNOWN_POLICY_ELEMENT,
    &INVALID_POLICY_VERSION,
    &MISSING_POLICY_ELEMENT,
    &MISPLACED_POLICY_ELEMENT,
    &INVALID_POLICY_VALUE,
    &EFFECT_CASE,
    &INVALID_POLICY_ACTION,
    &INVALID_POLICY_RESOURCE,
    &INVALID_POLICY_PRINCIPAL,
    &INVALID_POLICY_CONDITION,
    &DUPLICATE_STATEMENT_ID,
    &INVALID_STATEMENT_ID,
    &OLD_POLICY_VERSION,
    &UNKNOWN_ACTION,
    &MISPLACED_POLICY_ACTION,
    &INAPPLICABLE_ACTION,
    &REFUSED_BUCKET_ACTION,
    &INCOMPLETE_ARN,
    &ALLOWED_NOT_PRINCIPAL,
    &POLICY_TOO_LARGE,
];

const GRAMMAR: &str = "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html";

/// A managed policy with one statement; also a policy without any findings.
const GOOD: &str = "\
Resources:
  Publish:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Action: sns:Publish
            Resource: arn:aws:sns:eu-west-1:111122223333:orders
";

pub(in crate::check) static UNKNOWN_POLICY_ELEMENT: Rule = Rule {
    id: "unknown-policy-element",
    severity: Error,
    scope: Template,
    summary: "an element that policies or statements do not have",
    explanation: "IAM and the other services refuse a policy with unknown elements. Element names are case-sensitive.",
    source: GRAMMAR,
    bad: Text(
        "\
Resources:
  Publish:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Action: sns:Publish
            Resource: arn:aws:sns:eu-west-1:111122223333:orders
            Resources: arn:aws:sns:eu-west-1:111122223333:reports
",
    ),
    good: GOOD,
};

pub(in crate::check) static INVALID_POLICY_VERSION: Rule = Rule {
    id: "invalid-policy-version",
    severity: Error,
    scope: Template,
    summary: "a version of the policy language that does not exist",
    explanation: "The versions are `2012-10-17` and the older `2008-10-17`. They do not state when a policy was written.",
    source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html",
    bad: Text(
        "\
Resources:
  Publish:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: '2026-01-31'
        Statement:
          - Effect: Allow
            Action: sns:Publish
            Resource: arn:aws:sns:eu-west-1:111122223333:orders
",
    ),
    good: GOOD,
};

pub(in crate::check) static MISSING_POLICY_ELEMENT: Rule = Rule {
    id: "missing-policy-element",
    severity: Error,
    scope: Template,
    summary: "a policy without a statement, or a statement without a required element",
    explanation: "A statement has an `Effect` and an `Action`. A policy of a role, user or group also has a `Resource`; a trust \
                  policy has a `Principal`; a policy of a resource has both.",
    source: GRAMMAR,
    bad: Text(
        "\
Resources:
  Publish:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Action: sns:Publish
",
    ),
    good: GOOD,
};

pub(in crate::check) static MISPLACED_POLICY_ELEMENT: Rule = Rule {
    id: "misplaced-policy-element",
    severity: Error,
    scope: Template,
    summary: "an element that is not allowed in this kind of policy, or next to another one",
    explanation: "A policy of a role, user or group has no `Principal`, because the role, user or group is the principal. A trust \
                  policy has no `Resource`, because the role is the resource. `Action` and `NotAction` exclude each other, as \
                  do `Resource` and `NotResource`, and `Principal` and `NotPrincipal`.",
    source: GRAMMAR,
    bad: Text(
        "\
Resources:
  Publish:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal: '*'
            Action: sns:Publish
            Resource: arn:aws:sns:eu-west-1:111122223333:orders
",
    ),
    good: GOOD,
};

pub(in crate::check) static EFFECT_CASE: Rule = Rule {
    id: "effect-case",
    severity: Warning,
    scope: Template,
    summary: "an effect with the wrong case",
    explanation: "`Effect` is case-sensitive: `Allow` or `Deny`. IAM accepts `ALLOW`, but other services may not.",
    source: GRAMMAR,
    bad: Text(
        "\
Resources:
  Publish:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: ALLOW
            Action: sns:Publish
            Resource: arn:aws:sns:eu-west-1:111122223333:orders
",
    ),
    good: "\
Resources:
  Publish:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Action: sns:Publish
            Resource: arn:aws:sns:eu-west-1:111122223333:orders
",
};

pub(in crate::check) static INVALID_POLICY_VALUE: Rule = Rule {
    id: "invalid-policy-value",
    severity: Error,
    scope: Template,
    summary: "a statement or element of the wrong type, or an effect that does not exist",
    explanation: "A statement is a map. Its effect is `Allow` or `Deny`. Actions and resources are strings or lists of strings \
                  that are not empty.",
    source: GRAMMAR,
    bad: Text(
        "\
Resources:
  Publish:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Permit
            Action: sns:Publish
            Resource: arn:aws:sns:eu-west-1:111122223333:orders
",
    ),
    good: GOOD,
};

pub(in crate::check) static INVALID_POLICY_ACTION: Rule = Rule {
    id: "invalid-policy-action",
    severity: Error,
    scope: Template,
    summary: "an action that is not written as `service:Action`",
    explanation: "IAM refuses an action without a service prefix. `*` alone stands for all actions.",
    source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html",
    bad: Text(
        "\
Resources:
  Publish:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Action: Publish
            Resource: arn:aws:sns:eu-west-1:111122223333:orders
",
    ),
    good: GOOD,
};

pub(in crate::check) static INVALID_POLICY_RESOURCE: Rule = Rule {
    id: "invalid-policy-resource",
    severity: Error,
    scope: Template,
    summary: "a resource in a policy that is neither an ARN nor `*`",
    explanation: "IAM refuses resources that are not ARNs. `Ref` returns the name of many resources; their ARN is an attribute.",
    source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html",
    bad: Text(
        "\
Resources:
  Files:
    Type: AWS::S3::Bucket
  Read:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Action: s3:ListBucket
            Resource: !Ref Files
",
    ),
    good: "\
Resources:
  Files:
    Type: AWS::S3::Bucket
  Read:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Action: s3:ListBucket
            Resource: !GetAtt Files.Arn
",
};

pub(in crate::check) static INVALID_POLICY_PRINCIPAL: Rule = Rule {
    id: "invalid-policy-principal",
    severity: Error,
    scope: Template,
    summary: "a principal without a type, or with one that does not exist",
    explanation: "A principal is `*`, or a map from `AWS`, `CanonicalUser`, `Federated` or `Service` to the principals of that \
                  type.",
    source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html",
    bad: Text(
        "\
Resources:
  Work:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal: lambda.amazonaws.com
            Action: sts:AssumeRole
",
    ),
    good: "\
Resources:
  Work:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal:
              Service: lambda.amazonaws.com
            Action: sts:AssumeRole
",
};

pub(in crate::check) static INVALID_POLICY_CONDITION: Rule = Rule {
    id: "invalid-policy-condition",
    severity: Error,
    scope: Template,
    summary: "a condition operator that does not exist",
    explanation: "IAM and the other services refuse a policy with unknown condition operators.",
    source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html",
    bad: Text(
        "\
Resources:
  Publish:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Action: sns:Publish
            Resource: arn:aws:sns:eu-west-1:111122223333:orders
            Condition:
              StringEqual:
                aws:PrincipalTag/Team: shop
",
    ),
    good: "\
Resources:
  Publish:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Action: sns:Publish
            Resource: arn:aws:sns:eu-west-1:111122223333:orders
            Condition:
              StringEquals:
                aws:PrincipalTag/Team: shop
",
};

pub(in crate::check) static DUPLICATE_STATEMENT_ID: Rule = Rule {
    id: "duplicate-statement-id",
    severity: Error,
    scope: Template,
    summary: "two statements of a policy with the same `Sid`",
    explanation: "IAM requires the IDs of the statements in a policy to be unique. Policies of buckets and other resources are \
                  not checked, because their services accept repeated IDs.",
    source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html",
    bad: Text(
        "\
Resources:
  Publish:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Sid: Orders
            Effect: Allow
            Action: sns:Publish
            Resource: arn:aws:sns:eu-west-1:111122223333:orders
          - Sid: Orders
            Effect: Allow
            Action: sns:Publish
            Resource: arn:aws:sns:eu-west-1:111122223333:reports
",
    ),
    good: "\
Resources:
  Publish:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Sid: Orders
            Effect: Allow
            Action: sns:Publish
            Resource: arn:aws:sns:eu-west-1:111122223333:orders
          - Sid: Reports
            Effect: Allow
            Action: sns:Publish
            Resource: arn:aws:sns:eu-west-1:111122223333:reports
",
};

pub(in crate::check) static INVALID_STATEMENT_ID: Rule = Rule {
    id: "invalid-statement-id",
    severity: Error,
    scope: Template,
    summary: "a `Sid` in a policy of IAM with other characters than letters and digits",
    explanation: "IAM refuses the policy: \"Statement IDs (SID) must be alpha-numeric\". Policies of other services, such as buckets \
                  and keys, may have other characters.",
    source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html",
    bad: Text(
        "\
Resources:
  Publish:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Sid: Publish orders
            Effect: Allow
            Action: sns:Publish
            Resource: arn:aws:sns:eu-west-1:111122223333:orders
",
    ),
    good: "\
Resources:
  Publish:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Sid: PublishOrders
            Effect: Allow
            Action: sns:Publish
            Resource: arn:aws:sns:eu-west-1:111122223333:orders
",
};

pub(in crate::check) static OLD_POLICY_VERSION: Rule = Rule {
    id: "old-policy-version",
    severity: Warning,
    scope: Template,
    summary: "variables in a policy of the version `2008-10-17`",
    explanation: "Only the version `2012-10-17` replaces variables such as `${aws:username}`. Without a `Version`, a policy has the \
                  version `2008-10-17`, where they are literal text, so the statement matches no resource.",
    source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html",
    bad: Text(
        "\
Resources:
  Files:
    Type: AWS::S3::Bucket
  FilesPolicy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Files
      PolicyDocument:
        Version: '2008-10-17'
        Statement:
          - Effect: Allow
            Principal:
              AWS: '111122223333'
            Action: s3:GetObject
            Resource: !Sub ${Files.Arn}/${!aws:username}/*
",
    ),
    good: "\
Resources:
  Files:
    Type: AWS::S3::Bucket
  FilesPolicy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Files
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal:
              AWS: '111122223333'
            Action: s3:GetObject
            Resource: !Sub ${Files.Arn}/${!aws:username}/*
",
};

pub(in crate::check) static UNKNOWN_ACTION: Rule = Rule {
    id: "unknown-action",
    severity: Warning,
    scope: Template,
    summary: "an action that is not in AWS's list",
    explanation: "IAM accepts actions that do not exist, so a misspelled one allows or denies nothing. The list is that of the Service \
                  Authorization Reference; it may lack the newest actions.",
    source: "https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html",
    bad: Text(
        "\
Resources:
  Publish:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Action: sns:Publsh
            Resource: arn:aws:sns:eu-west-1:111122223333:orders
",
    ),
    good: GOOD,
};

pub(in crate::check) static MISPLACED_POLICY_ACTION: Rule = Rule {
    id: "misplaced-policy-action",
    severity: Error,
    scope: Template,
    summary: "an action of another service in a trust policy or in the policy of a bucket or topic",
    explanation: "IAM, S3 and SNS refuse the policy. A trust policy contains actions of STS; the policies of buckets and topics \
                  contain those of their own service.",
    source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html",
    bad: Text(
        "\
Resources:
  Work:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal:
              Service: lambda.amazonaws.com
            Action: lambda:InvokeFunction
",
    ),
    good: "\
Resources:
  Work:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal:
              Service: lambda.amazonaws.com
            Action: sts:AssumeRole
",
};

pub(in crate::check) static INAPPLICABLE_ACTION: Rule = Rule {
    id: "inapplicable-action",
    severity: Warning,
    scope: Template,
    summary: "an action that applies to none of the resources of its statement",
    explanation: "IAM accepts the statement, but it does not allow or deny the action. A typical case is an action on objects with the \
                  ARN of the bucket.",
    source: "https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html",
    bad: Text(
        "\
Resources:
  Read:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Action: s3:GetObject
            Resource: arn:aws:s3:::files
",
    ),
    good: "\
Resources:
  Read:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Action: s3:GetObject
            Resource: arn:aws:s3:::files/*
",
};

pub(in crate::check) static REFUSED_BUCKET_ACTION: Rule = Rule {
    id: "refused-bucket-action",
    severity: Error,
    scope: Template,
    summary: "an action in the policy of a bucket that applies to none of the resources of its statement",
    explanation: "S3 refuses the policy: \"Action does not apply to any resource(s) in statement\". Actions on objects need the ARN of \
                  objects, `arn:aws:s3:::bucket/*`; actions on the bucket need `arn:aws:s3:::bucket`.",
    source: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/security_iam_service-with-iam.html",
    bad: Text(
        "\
Resources:
  Files:
    Type: AWS::S3::Bucket
  FilesPolicy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Files
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal:
              AWS: '111122223333'
            Action: s3:GetObject
            Resource: !GetAtt Files.Arn
",
    ),
    good: "\
Resources:
  Files:
    Type: AWS::S3::Bucket
  FilesPolicy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Files
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal:
              AWS: '111122223333'
            Action: s3:GetObject
            Resource: !Sub ${Files.Arn}/*
",
};

pub(in crate::check) static INCOMPLETE_ARN: Rule = Rule {
    id: "incomplete-arn",
    severity: Warning,
    scope: Template,
    summary: "an ARN in a policy that lacks parts, or whose account does not have 12 digits",
    explanation: "AWS adds `*` for the missing parts, so the statement applies to more resources than it seems to. With an account that \
                  does not exist, it applies to none.",
    source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html",
    bad: Text(
        "\
Resources:
  Publish:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Action: sns:Publish
            Resource: arn:aws:sns:eu-west-1
",
    ),
    good: GOOD,
};

pub(in crate::check) static ALLOWED_NOT_PRINCIPAL: Rule = Rule {
    id: "allowed-not-principal",
    severity: Warning,
    scope: Template,
    summary: "`NotPrincipal` in a statement that allows",
    explanation: "The statement allows everyone but the listed principals, anonymous users included. AWS supports `NotPrincipal` in \
                  statements that deny only.",
    source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html",
    bad: Text(
        "\
Resources:
  Files:
    Type: AWS::S3::Bucket
  FilesPolicy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Files
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            NotPrincipal:
              AWS: '111122223333'
            Action: s3:GetObject
            Resource: !Sub ${Files.Arn}/*
",
    ),
    good: "\
Resources:
  Files:
    Type: AWS::S3::Bucket
  FilesPolicy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Files
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Deny
            NotPrincipal:
              AWS: '111122223333'
            Action: s3:GetObject
            Resource: !Sub ${Files.Arn}/*
",
};

pub(in crate::check) static POLICY_TOO_LARGE: Rule = Rule {
    id: "policy-too-large",
    severity: Error,
    scope: Template,
    summary: "a policy that is longer than its service allows",
    explanation: "A managed policy has at most 6,144 characters without white space; the inline policies of a role together have 10,240, \
                  those of a group 5,120 and those of a user 2,048. The policies of queues, topics, buckets and keys have limits of \
                  their services. Values that are known at deployment only count as empty.",
    source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html",
    bad: Built {
        description: "a managed policy with 200 ARNs of topics",
        build: || {
            let topics: Vec<String> = (0..200)
                .map(|i| format!("              - arn:aws:sns:eu-west-1:111122223333:topic-{i}\n"))
                .collect();
            GOOD.replace(
                "            Resource: arn:aws:sns:eu-west-1:111122223333:orders\n",
                &format!("            Resource:\n{}", topics.concat()),
            )
        },
    },
    good: GOOD,
};
