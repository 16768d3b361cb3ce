//! Identifiers whose text has a fixed form.

use serde::{Deserialize, Serialize};

/// What a string must look like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Format {
    /// `ami-…`
    ImageId,
    /// `vpc-…`
    VpcId,
    /// `subnet-…`
    SubnetId,
    /// `sg-…`
    SecurityGroupId,
    /// The name of a security group.
    SecurityGroupName,
    /// The ARN of an IAM role.
    RoleArn,
    /// The ARN of a KMS key or of an alias.
    KeyArn,
    /// The ID of a KMS key.
    KeyId,
    /// `alias/…`
    KeyAlias,
    /// The ARN of a Lambda function, of a version or of an alias.
    FunctionArn,
    /// The ARN of an SNS topic.
    TopicArn,
    /// The ARN of an SQS queue.
    QueueArn,
    /// The ARN of an ACM certificate.
    CertificateArn,
    /// The name of a bucket.
    BucketName,
    /// The name of a log group.
    LogGroupName,
    /// The ID of a Route 53 hosted zone.
    HostedZoneId,
    /// An IPv4 network: `10.0.0.0/16`.
    Ipv4Network,
    /// An IPv6 network: `2001:db8::/32`.
    Ipv6Network,
    /// A date and time of ISO 8601.
    DateTime,
}
