//! The rules of CloudFront.

use crate::finding::{
    Example::Text,
    Rule,
    Scope::Template,
    Severity::{Error, Warning},
};

pub(super) static RULES: [&Rule; 11] = [
    &ORIGIN_TYPE,
    &CACHE_POLICY,
    &UNKNOWN_ORIGIN,
    &ALIAS,
    &METHODS,
    &LEGACY_SETTINGS,
    &TTL_ORDER,
    &FUNCTION,
    &ORIGIN,
    &ORIGIN_GROUP,
    &CERTIFICATE,
];

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

pub(in crate::check) static METHODS: Rule = Rule {
    id: "cloudfront-methods",
    severity: Error,
    scope: Template,
    summary: "a set of methods that a cache behavior cannot have",
    explanation: "A cache behavior allows `GET` and `HEAD`, or these with `OPTIONS`, or all seven methods. It caches \
                  one of the first two sets. CloudFront refuses other sets.",
    source: "https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_AllowedMethods.html",
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
          AllowedMethods: [GET, POST]
          TargetOriginId: bundle
          ViewerProtocolPolicy: https-only
          CachePolicyId: 658327ea-f89d-4fab-a63d-7e88639e58f6
",
    ),
    good: "\
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
          AllowedMethods: [GET, HEAD, OPTIONS]
          TargetOriginId: bundle
          ViewerProtocolPolicy: https-only
          CachePolicyId: 658327ea-f89d-4fab-a63d-7e88639e58f6
",
};

pub(in crate::check) static LEGACY_SETTINGS: Rule = Rule {
    id: "cloudfront-legacy-settings",
    severity: Warning,
    scope: Template,
    summary: "cache settings beside a cache policy",
    explanation: "A cache policy replaces `ForwardedValues`, `MinTTL`, `DefaultTTL` and `MaxTTL`. The API of \
                  CloudFront refuses a cache behavior with both. AWS publishes templates with both, so this is a \
                  warning.",
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
          ForwardedValues:
            QueryString: false
          TargetOriginId: bundle
          ViewerProtocolPolicy: https-only
          CachePolicyId: 658327ea-f89d-4fab-a63d-7e88639e58f6
",
    ),
    good: "\
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
",
};

pub(in crate::check) static TTL_ORDER: Rule = Rule {
    id: "cloudfront-ttl-order",
    severity: Error,
    scope: Template,
    summary: "a default time to live outside its minimum and maximum",
    explanation: "CloudFront refuses a cache behavior or cache policy unless `MinTTL` ≤ `DefaultTTL` ≤ `MaxTTL`.",
    source: "https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CreateDistribution.html",
    bad: Text(
        "\
Resources:
  Pages:
    Type: AWS::CloudFront::CachePolicy
    Properties:
      CachePolicyConfig:
        Name: pages
        MinTTL: 0
        DefaultTTL: 3600
        MaxTTL: 600
        ParametersInCacheKeyAndForwardedToOrigin:
          EnableAcceptEncodingGzip: true
          CookiesConfig:
            CookieBehavior: none
          HeadersConfig:
            HeaderBehavior: none
          QueryStringsConfig:
            QueryStringBehavior: none
",
    ),
    good: "\
Resources:
  Pages:
    Type: AWS::CloudFront::CachePolicy
    Properties:
      CachePolicyConfig:
        Name: pages
        MinTTL: 0
        DefaultTTL: 600
        MaxTTL: 3600
        ParametersInCacheKeyAndForwardedToOrigin:
          EnableAcceptEncodingGzip: true
          CookiesConfig:
            CookieBehavior: none
          HeadersConfig:
            HeaderBehavior: none
          QueryStringsConfig:
            QueryStringBehavior: none
",
};

pub(in crate::check) static FUNCTION: Rule = Rule {
    id: "cloudfront-function",
    severity: Error,
    scope: Template,
    summary: "a function that CloudFront cannot call for an event",
    explanation: "A CloudFront function handles viewer events only. A Lambda function is named with a version, not \
                  with an alias or without both. CloudFront refuses other associations.",
    source: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/edge-functions-restrictions.html",
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
          FunctionAssociations:
            - EventType: origin-request
              FunctionARN: arn:aws:cloudfront::111122223333:function/rewrite
          TargetOriginId: bundle
          ViewerProtocolPolicy: https-only
          CachePolicyId: 658327ea-f89d-4fab-a63d-7e88639e58f6
",
    ),
    good: "\
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
          FunctionAssociations:
            - EventType: viewer-request
              FunctionARN: arn:aws:cloudfront::111122223333:function/rewrite
          TargetOriginId: bundle
          ViewerProtocolPolicy: https-only
          CachePolicyId: 658327ea-f89d-4fab-a63d-7e88639e58f6
",
};

pub(in crate::check) static ORIGIN: Rule = Rule {
    id: "cloudfront-origin",
    severity: Error,
    scope: Template,
    summary: "an origin with an invalid address or a duplicate ID",
    explanation: "The ID of an origin is unique in its distribution. Its domain name has no protocol, port or path; \
                  a path begins with `/` and does not end with it. CloudFront refuses other origins.",
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
            DomainName: https://files.example.com
            S3OriginConfig: {}
        DefaultCacheBehavior:
          TargetOriginId: bundle
          ViewerProtocolPolicy: https-only
          CachePolicyId: 658327ea-f89d-4fab-a63d-7e88639e58f6
",
    ),
    good: "\
Resources:
  Site:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Enabled: true
        Origins:
          - Id: bundle
            DomainName: files.example.com
            OriginPath: /public
            S3OriginConfig: {}
        DefaultCacheBehavior:
          TargetOriginId: bundle
          ViewerProtocolPolicy: https-only
          CachePolicyId: 658327ea-f89d-4fab-a63d-7e88639e58f6
",
};

pub(in crate::check) static ORIGIN_GROUP: Rule = Rule {
    id: "cloudfront-origin-group",
    severity: Error,
    scope: Template,
    summary: "an origin group that cannot fail over",
    explanation: "An origin group has two origins of its distribution, and fails over for certain status codes. Each \
                  `Quantity` is the number of the items beside it. CloudFront refuses other groups.",
    source: "https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_OriginGroup.html",
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
        OriginGroups:
          Quantity: 1
          Items:
            - Id: files
              FailoverCriteria:
                StatusCodes: {Quantity: 1, Items: [503]}
              Members:
                Quantity: 2
                Items:
                  - OriginId: bundle
                  - OriginId: replica
        DefaultCacheBehavior:
          TargetOriginId: files
          ViewerProtocolPolicy: https-only
          CachePolicyId: 658327ea-f89d-4fab-a63d-7e88639e58f6
",
    ),
    good: "\
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
          - Id: replica
            DomainName: replica.example.com
            S3OriginConfig: {}
        OriginGroups:
          Quantity: 1
          Items:
            - Id: files
              FailoverCriteria:
                StatusCodes: {Quantity: 1, Items: [503]}
              Members:
                Quantity: 2
                Items:
                  - OriginId: bundle
                  - OriginId: replica
        DefaultCacheBehavior:
          TargetOriginId: files
          ViewerProtocolPolicy: https-only
          CachePolicyId: 658327ea-f89d-4fab-a63d-7e88639e58f6
",
};

pub(in crate::check) static CERTIFICATE: Rule = Rule {
    id: "cloudfront-certificate",
    severity: Error,
    scope: Template,
    summary: "an alias without a certificate, or a certificate in a wrong region",
    explanation: "CloudFront refuses aliases of a distribution without a certificate for them, and certificates of \
                  Certificate Manager in a region other than `us-east-1`.",
    source: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/CNAMEs.html",
    bad: Text(
        "\
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
