//! The rules of S3.

use crate::finding::{
    Example::Text,
    Rule,
    Scope::Template,
    Severity::{Error, Warning},
};

pub(super) static RULES: [&Rule; 13] = [
    &NOTIFICATION_PERMISSION,
    &NOTIFICATION_ORDER,
    &ACL_OWNERSHIP,
    &LIFECYCLE_ACTION,
    &LIFECYCLE_DAYS,
    &LIFECYCLE_RULE,
    &REPLICATION,
    &BUCKET_NAME,
    &ENCRYPTION_KEY,
    &CORS_WILDCARD,
    &WEBSITE,
    &NOTIFICATION_OVERLAP,
    &ARCHIVE_DAYS,
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

pub(in crate::check) static LIFECYCLE_DAYS: Rule = Rule {
    id: "s3-lifecycle-days",
    severity: Error,
    scope: Template,
    summary: "transitions or an expiration too early",
    explanation: "An object stays 30 days in `STANDARD` before it moves to `STANDARD_IA` or `ONEZONE_IA`, moves to \
                  colder classes later, and expires after the last transition. S3 refuses a rule with other days.",
    source: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-transition-general-considerations.html",
    bad: Text(
        "\
Resources:
  Files:
    Type: AWS::S3::Bucket
    Properties:
      LifecycleConfiguration:
        Rules:
          - Status: Enabled
            ExpirationInDays: 365
            Transitions:
              - StorageClass: STANDARD_IA
                TransitionInDays: 7
",
    ),
    good: "\
Resources:
  Files:
    Type: AWS::S3::Bucket
    Properties:
      LifecycleConfiguration:
        Rules:
          - Status: Enabled
            ExpirationInDays: 365
            Transitions:
              - StorageClass: STANDARD_IA
                TransitionInDays: 30
",
};

pub(in crate::check) static LIFECYCLE_RULE: Rule = Rule {
    id: "s3-lifecycle-rule",
    severity: Error,
    scope: Template,
    summary: "lifecycle rules that contradict each other or themselves",
    explanation: "Each lifecycle rule has its own ID, names a storage class once, and counts in days or with dates \
                  at midnight. Rules with tags cannot end uploads or remove delete markers. S3 refuses other rules.",
    source: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/intro-lifecycle-rules.html",
    bad: Text(
        "\
Resources:
  Files:
    Type: AWS::S3::Bucket
    Properties:
      LifecycleConfiguration:
        Rules:
          - Id: expire
            Prefix: drafts/
            Status: Enabled
            ExpirationInDays: 30
          - Id: expire
            Prefix: reports/
            Status: Enabled
            ExpirationInDays: 365
",
    ),
    good: "\
Resources:
  Files:
    Type: AWS::S3::Bucket
    Properties:
      LifecycleConfiguration:
        Rules:
          - Id: drafts
            Prefix: drafts/
            Status: Enabled
            ExpirationInDays: 30
          - Id: reports
            Prefix: reports/
            Status: Enabled
            ExpirationInDays: 365
",
};

pub(in crate::check) static REPLICATION: Rule = Rule {
    id: "s3-replication",
    severity: Error,
    scope: Template,
    summary: "a replication that S3 refuses",
    explanation: "S3 refuses a replication without versioning. A rule with a filter needs `Priority` and \
                  `DeleteMarkerReplication`, and combines a prefix and tags in `And`.",
    source: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-add-config.html",
    bad: Text(
        "\
Resources:
  Files:
    Type: AWS::S3::Bucket
    Properties:
      ReplicationConfiguration:
        Role: arn:aws:iam::111122223333:role/replication
        Rules:
          - Status: Enabled
            Destination:
              Bucket: arn:aws:s3:::shop-replica
",
    ),
    good: "\
Resources:
  Files:
    Type: AWS::S3::Bucket
    Properties:
      VersioningConfiguration:
        Status: Enabled
      ReplicationConfiguration:
        Role: arn:aws:iam::111122223333:role/replication
        Rules:
          - Status: Enabled
            Destination:
              Bucket: arn:aws:s3:::shop-replica
",
};

pub(in crate::check) static BUCKET_NAME: Rule = Rule {
    id: "s3-bucket-name",
    severity: Error,
    scope: Template,
    summary: "a bucket name that S3 reserves",
    explanation: "S3 refuses names with two adjacent periods, names in the form of an IP address, and names with a \
                  reserved prefix or suffix.",
    source: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html",
    bad: Text(
        "\
Resources:
  Files:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: xn--files
",
    ),
    good: "\
Resources:
  Files:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: shop-files
",
};

pub(in crate::check) static ENCRYPTION_KEY: Rule = Rule {
    id: "s3-encryption-key",
    severity: Error,
    scope: Template,
    summary: "a KMS key for an encryption without KMS",
    explanation: "S3 refuses `KMSMasterKeyID` unless the algorithm is `aws:kms` or `aws:kms:dsse`.",
    source: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_ServerSideEncryptionByDefault.html",
    bad: Text(
        "\
Resources:
  Files:
    Type: AWS::S3::Bucket
    Properties:
      BucketEncryption:
        ServerSideEncryptionConfiguration:
          - ServerSideEncryptionByDefault:
              SSEAlgorithm: AES256
              KMSMasterKeyID: alias/shop
",
    ),
    good: "\
Resources:
  Files:
    Type: AWS::S3::Bucket
    Properties:
      BucketEncryption:
        ServerSideEncryptionConfiguration:
          - ServerSideEncryptionByDefault:
              SSEAlgorithm: aws:kms
              KMSMasterKeyID: alias/shop
",
};

pub(in crate::check) static CORS_WILDCARD: Rule = Rule {
    id: "s3-cors-wildcard",
    severity: Error,
    scope: Template,
    summary: "more than one wildcard in a CORS rule",
    explanation: "An origin or header of a CORS rule has at most one `*`. S3 refuses more.",
    source: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/ManageCorsUsing.html",
    bad: Text(
        "\
Resources:
  Files:
    Type: AWS::S3::Bucket
    Properties:
      CorsConfiguration:
        CorsRules:
          - AllowedMethods: [GET]
            AllowedOrigins: [https://*.*.example.com]
",
    ),
    good: "\
Resources:
  Files:
    Type: AWS::S3::Bucket
    Properties:
      CorsConfiguration:
        CorsRules:
          - AllowedMethods: [GET]
            AllowedOrigins: [https://*.example.com]
",
};

pub(in crate::check) static WEBSITE: Rule = Rule {
    id: "s3-website",
    severity: Error,
    scope: Template,
    summary: "a website without an index document, or with one beside a redirect",
    explanation: "A bucket either redirects all requests or serves a website, which has an index document. S3 \
                  refuses other configurations.",
    source: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_WebsiteConfiguration.html",
    bad: Text(
        "\
Resources:
  Files:
    Type: AWS::S3::Bucket
    Properties:
      WebsiteConfiguration:
        ErrorDocument: error.html
",
    ),
    good: "\
Resources:
  Files:
    Type: AWS::S3::Bucket
    Properties:
      WebsiteConfiguration:
        ErrorDocument: error.html
        IndexDocument: index.html
",
};

pub(in crate::check) static NOTIFICATION_OVERLAP: Rule = Rule {
    id: "s3-notification-overlap",
    severity: Error,
    scope: Template,
    summary: "two notifications for the same event and the same objects",
    explanation: "S3 refuses two notifications of the same event for the same objects, even if their destinations \
                  differ.",
    source: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-how-to-filtering.html",
    bad: Text(
        "\
Resources:
  Files:
    Type: AWS::S3::Bucket
    Properties:
      NotificationConfiguration:
        TopicConfigurations:
          - Event: s3:ObjectCreated:*
            Topic: arn:aws:sns:us-east-1:111122223333:created
          - Event: s3:ObjectCreated:Put
            Topic: arn:aws:sns:us-east-1:111122223333:uploaded
",
    ),
    good: "\
Resources:
  Files:
    Type: AWS::S3::Bucket
    Properties:
      NotificationConfiguration:
        TopicConfigurations:
          - Event: s3:ObjectCreated:*
            Topic: arn:aws:sns:us-east-1:111122223333:created
          - Event: s3:ObjectRemoved:*
            Topic: arn:aws:sns:us-east-1:111122223333:removed
",
};

pub(in crate::check) static ARCHIVE_DAYS: Rule = Rule {
    id: "s3-archive-days",
    severity: Error,
    scope: Template,
    summary: "an archive tier too early",
    explanation: "`ARCHIVE_ACCESS` takes objects after 90 days or more, `DEEP_ARCHIVE_ACCESS` after 180 days or \
                  more, both after at most 730 days. S3 refuses other days.",
    source: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_Tiering.html",
    bad: Text(
        "\
Resources:
  Files:
    Type: AWS::S3::Bucket
    Properties:
      IntelligentTieringConfigurations:
        - Id: archive
          Status: Enabled
          Tierings:
            - AccessTier: ARCHIVE_ACCESS
              Days: 30
",
    ),
    good: "\
Resources:
  Files:
    Type: AWS::S3::Bucket
    Properties:
      IntelligentTieringConfigurations:
        - Id: archive
          Status: Enabled
          Tierings:
            - AccessTier: ARCHIVE_ACCESS
              Days: 90
",
};
