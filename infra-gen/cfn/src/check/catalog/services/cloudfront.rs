//! The rules of CloudFront.

use crate::finding::{Example::Text, Rule, Scope::Template, Severity::Error};

pub(super) static RULES: [&Rule; 4] = [&ORIGIN_TYPE, &CACHE_POLICY, &UNKNOWN_ORIGIN, &ALIAS];

/// A distribution without findings.
const GOOD: &str = "\
Resources:
  Site:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Enabled: true
        Origins:
          - Id: bundle
            DomainName: files.example.com
            S3OriginConfig: {}
        DefaultCacheBehavior:
          TargetOriginId: bundle
          ViewerProtocolPolicy: https-only
          CachePolicyId: 658327ea-f89d-4fab-a63d-7e88639e58f6
";

pub(in crate::check) static ORIGIN_TYPE: Rule = Rule {
    id: "cloudfront-origin-type",
    severity: Error,
    scope: Template,
    summary: "an origin without a type, or with more than one",
    explanation: "CloudFront refuses an origin unless exactly one of `S3OriginConfig`, `CustomOriginConfig` and \
                  `VpcOriginConfig` is set. For a bucket, `S3OriginConfig: {}` is enough.",
    source: "https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_Origin.html",
    bad: Text(
        "\
Resources:
  Site:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Enabled: true
        Origins:
          - Id: bundle
            DomainName: files.example.com
        DefaultCacheBehavior:
          TargetOriginId: bundle
          ViewerProtocolPolicy: https-only
          CachePolicyId: 658327ea-f89d-4fab-a63d-7e88639e58f6
",
    ),
    good: GOOD,
};

pub(in crate::check) static CACHE_POLICY: Rule = Rule {
    id: "cloudfront-cache-policy",
    severity: Error,
    scope: Template,
    summary: "a cache behavior without a cache policy",
    explanation: "CloudFront refuses a cache behavior that has neither `CachePolicyId` nor the older `ForwardedValues`.",
    source: "https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CacheBehavior.html",
    bad: Text(
        "\
Resources:
  Site:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Enabled: true
        Origins:
          - Id: bundle
            DomainName: files.example.com
            S3OriginConfig: {}
        DefaultCacheBehavior:
          TargetOriginId: bundle
          ViewerProtocolPolicy: https-only
",
    ),
    good: GOOD,
};

pub(in crate::check) static UNKNOWN_ORIGIN: Rule = Rule {
    id: "cloudfront-unknown-origin",
    severity: Error,
    scope: Template,
    summary: "a cache behavior for an origin that the distribution does not have",
    explanation: "CloudFront refuses a cache behavior whose `TargetOriginId` is not the ID of an origin or origin group.",
    source: "https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CacheBehavior.html",
    bad: Text(
        "\
Resources:
  Site:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Enabled: true
        Origins:
          - Id: bundle
            DomainName: files.example.com
            S3OriginConfig: {}
        DefaultCacheBehavior:
          TargetOriginId: bundel
          ViewerProtocolPolicy: https-only
          CachePolicyId: 658327ea-f89d-4fab-a63d-7e88639e58f6
",
    ),
    good: GOOD,
};

pub(in crate::check) static ALIAS: Rule = Rule {
    id: "cloudfront-alias",
    severity: Error,
    scope: Template,
    summary: "an alias that is not a domain name in lower case",
    explanation: "An alternate domain name is in lower case, and only its first label may be a wildcard. CloudFront refuses anything else.",
    source: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/CNAMEs.html",
    bad: Text(
        "\
Resources:
  Site:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Aliases: [Shop.example.com]
        Enabled: true
        Origins:
          - Id: bundle
            DomainName: files.example.com
            S3OriginConfig: {}
        DefaultCacheBehavior:
          TargetOriginId: bundle
          ViewerProtocolPolicy: https-only
          CachePolicyId: 658327ea-f89d-4fab-a63d-7e88639e58f6
        ViewerCertificate:
          AcmCertificateArn: arn:aws:acm:us-east-1:111122223333:certificate/00000000-0000-0000-0000-000000000000
          SslSupportMethod: sni-only
          MinimumProtocolVersion: TLSv1.2_2021
",
    ),
    good: "\
Resources:
  Site:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Aliases: [shop.example.com]
        Enabled: true
        Origins:
          - Id: bundle
            DomainName: files.example.com
            S3OriginConfig: {}
        DefaultCacheBehavior:
          TargetOriginId: bundle
          ViewerProtocolPolicy: https-only
          CachePolicyId: 658327ea-f89d-4fab-a63d-7e88639e58f6
        ViewerCertificate:
          AcmCertificateArn: arn:aws:acm:us-east-1:111122223333:certificate/00000000-0000-0000-0000-000000000000
          SslSupportMethod: sni-only
          MinimumProtocolVersion: TLSv1.2_2021
",
};
