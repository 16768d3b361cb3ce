//! The rules of S3.

use crate::finding::{
    Example::Text,
    Rule,
    Scope::Template,
    Severity::{Error, Warning},
};

pub(super) static RULES: [&Rule; 4] = [
    &NOTIFICATION_PERMISSION,
    &NOTIFICATION_ORDER,
    &ACL_OWNERSHIP,
    &LIFECYCLE_ACTION,
];

const NOTIFICATIONS: &str =
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/grant-destinations-permissions-to-s3.html";

/// A bucket that may notify a function.
const NOTIFYING: &str = "\
Resources:
  Work:
    Type: AWS::Lambda::Function
    Properties:
      Role: arn:aws:iam::111122223333:role/work
      Runtime: provided.al2023
      Handler: bootstrap
      Code:
        S3Bucket: code
        S3Key: work.zip
  May:
    Type: AWS::Lambda::Permission
    Properties:
      Action: lambda:InvokeFunction
      FunctionName: !Ref Work
      Principal: s3.amazonaws.com
  Files:
    Type: AWS::S3::Bucket
    DependsOn: May
    Properties:
      NotificationConfiguration:
        LambdaConfigurations:
          - Event: s3:ObjectCreated:*
            Function: !GetAtt Work.Arn
";

pub(in crate::check) static NOTIFICATION_PERMISSION: Rule = Rule {
    id: "s3-notification-permission",
    severity: Error,
    scope: Template,
    summary: "a notification to a destination that S3 may not send to",
    explanation: "When a bucket is created, S3 sends a test message to each destination of its notifications, and refuses the bucket \
                  if it may not.",
    source: NOTIFICATIONS,
    bad: Text(
        "\
Resources:
  Work:
    Type: AWS::Lambda::Function
    Properties:
      Role: arn:aws:iam::111122223333:role/work
      Runtime: provided.al2023
      Handler: bootstrap
      Code:
        S3Bucket: code
        S3Key: work.zip
  Files:
    Type: AWS::S3::Bucket
    Properties:
      NotificationConfiguration:
        LambdaConfigurations:
          - Event: s3:ObjectCreated:*
            Function: !GetAtt Work.Arn
",
    ),
    good: NOTIFYING,
};

pub(in crate::check) static NOTIFICATION_ORDER: Rule = Rule {
    id: "s3-notification-order",
    severity: Warning,
    scope: Template,
    summary: "a bucket that may be created before the permission for its notifications",
    explanation: "S3 refuses a bucket whose notifications it may not send. CloudFormation creates the bucket and the permission at \
                  the same time unless the bucket depends on the permission, so the deployment fails or not by chance. In a stack \
                  written in Rust, this is an error.",
    source: NOTIFICATIONS,
    bad: Text(
        "\
Resources:
  Work:
    Type: AWS::Lambda::Function
    Properties:
      Role: arn:aws:iam::111122223333:role/work
      Runtime: provided.al2023
      Handler: bootstrap
      Code:
        S3Bucket: code
        S3Key: work.zip
  May:
    Type: AWS::Lambda::Permission
    Properties:
      Action: lambda:InvokeFunction
      FunctionName: !Ref Work
      Principal: s3.amazonaws.com
  Files:
    Type: AWS::S3::Bucket
    Properties:
      NotificationConfiguration:
        LambdaConfigurations:
          - Event: s3:ObjectCreated:*
            Function: !GetAtt Work.Arn
",
    ),
    good: NOTIFYING,
};

pub(in crate::check) static ACL_OWNERSHIP: Rule = Rule {
    id: "s3-acl-ownership",
    severity: Error,
    scope: Template,
    summary: "an access control list of a bucket without `OwnershipControls`",
    explanation: "Since April 2023, S3 disables access control lists of new buckets and refuses buckets that set one, unless \
                  `OwnershipControls` enable them. AWS recommends bucket policies instead.",
    source: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html",
    bad: Text(
        "\
Resources:
  Files:
    Type: AWS::S3::Bucket
    Properties:
      AccessControl: PublicRead
",
    ),
    good: "\
Resources:
  Files:
    Type: AWS::S3::Bucket
    Properties:
      AccessControl: Private
",
};

pub(in crate::check) static LIFECYCLE_ACTION: Rule = Rule {
    id: "s3-lifecycle-action",
    severity: Error,
    scope: Template,
    summary: "a lifecycle rule without an action",
    explanation: "S3 refuses a lifecycle rule that neither expires objects, nor moves them to another storage class, nor cleans up \
                  uploads.",
    source: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_LifecycleRule.html",
    bad: Text(
        "\
Resources:
  Files:
    Type: AWS::S3::Bucket
    Properties:
      LifecycleConfiguration:
        Rules:
          - Id: old
            Status: Enabled
",
    ),
    good: "\
Resources:
  Files:
    Type: AWS::S3::Bucket
    Properties:
      LifecycleConfiguration:
        Rules:
          - Id: old
            Status: Enabled
            ExpirationInDays: 30
",
};
