//! The rules of AWS WAF.

use crate::finding::{Example::Text, Rule, Scope::Template, Severity::Error};

pub(super) static RULES: [&Rule; 1] = [&SCOPE];

pub(in crate::check) static SCOPE: Rule = Rule {
    id: "wafv2-scope",
    severity: Error,
    scope: Template,
    summary: "a web ACL that protects a resource of another scope",
    explanation: "A web ACL with the scope `CLOUDFRONT` protects distributions, which name it in `WebACLId`. One with the scope `REGIONAL` is associated with other resources. WAF and CloudFront refuse other combinations.",
    source: "https://docs.aws.amazon.com/waf/latest/APIReference/API_AssociateWebACL.html",
    bad: Text(
        "\
Resources:
  Acl:
    Type: AWS::WAFv2::WebACL
    Properties:
      DefaultAction:
        Allow: {}
      Scope: CLOUDFRONT
      VisibilityConfig:
        CloudWatchMetricsEnabled: true
        MetricName: shop
        SampledRequestsEnabled: true
  Protected:
    Type: AWS::WAFv2::WebACLAssociation
    Properties:
      ResourceArn: arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/shop/0123456789abcdef
      WebACLArn: !GetAtt Acl.Arn
",
    ),
    good: "\
Resources:
  Acl:
    Type: AWS::WAFv2::WebACL
    Properties:
      DefaultAction:
        Allow: {}
      Scope: REGIONAL
      VisibilityConfig:
        CloudWatchMetricsEnabled: true
        MetricName: shop
        SampledRequestsEnabled: true
  Protected:
    Type: AWS::WAFv2::WebACLAssociation
    Properties:
      ResourceArn: arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/shop/0123456789abcdef
      WebACLArn: !GetAtt Acl.Arn
",
};
