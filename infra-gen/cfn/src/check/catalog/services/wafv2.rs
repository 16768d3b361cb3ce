//! The rules of AWS WAF.

use crate::finding::{Example::Text, Rule, Scope::Template, Severity::Error};

pub(super) static RULES: [&Rule; 5] = [&SCOPE, &DUPLICATE_RULE, &ACTION, &STATEMENT, &IP_SET];

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

pub(in crate::check) static DUPLICATE_RULE: Rule = Rule {
    id: "wafv2-duplicate-rule",
    severity: Error,
    scope: Template,
    summary: "two rules with the same name or priority",
    explanation: "The rules of a web ACL or rule group have different names and different priorities. WAF refuses \
                  others.",
    source: "https://docs.aws.amazon.com/waf/latest/APIReference/API_Rule.html",
    bad: Text(
        "\
Resources:
  Shield:
    Type: AWS::WAFv2::WebACL
    Properties:
      Scope: REGIONAL
      DefaultAction:
        Allow: {}
      VisibilityConfig: {CloudWatchMetricsEnabled: true, MetricName: shield, SampledRequestsEnabled: true}
      Rules:
        - Name: countries
          Priority: 1
          Action:
            Block: {}
          Statement:
            GeoMatchStatement:
              CountryCodes: [AQ]
          VisibilityConfig: {CloudWatchMetricsEnabled: true, MetricName: countries, SampledRequestsEnabled: true}
        - Name: rate
          Priority: 1
          Action:
            Block: {}
          Statement:
            RateBasedStatement:
              AggregateKeyType: IP
              Limit: 1000
          VisibilityConfig: {CloudWatchMetricsEnabled: true, MetricName: rate, SampledRequestsEnabled: true}
",
    ),
    good: "\
Resources:
  Shield:
    Type: AWS::WAFv2::WebACL
    Properties:
      Scope: REGIONAL
      DefaultAction:
        Allow: {}
      VisibilityConfig: {CloudWatchMetricsEnabled: true, MetricName: shield, SampledRequestsEnabled: true}
      Rules:
        - Name: countries
          Priority: 1
          Action:
            Block: {}
          Statement:
            GeoMatchStatement:
              CountryCodes: [AQ]
          VisibilityConfig: {CloudWatchMetricsEnabled: true, MetricName: countries, SampledRequestsEnabled: true}
        - Name: rate
          Priority: 2
          Action:
            Block: {}
          Statement:
            RateBasedStatement:
              AggregateKeyType: IP
              Limit: 1000
          VisibilityConfig: {CloudWatchMetricsEnabled: true, MetricName: rate, SampledRequestsEnabled: true}
",
};

pub(in crate::check) static ACTION: Rule = Rule {
    id: "wafv2-action",
    severity: Error,
    scope: Template,
    summary: "a rule or web ACL without exactly one action",
    explanation: "A default action and the action of a rule are exactly one action. A rule that refers to a rule \
                  group has an `OverrideAction`, every other rule has an `Action`. WAF refuses other rules.",
    source: "https://docs.aws.amazon.com/waf/latest/APIReference/API_Rule.html",
    bad: Text(
        "\
Resources:
  Shield:
    Type: AWS::WAFv2::WebACL
    Properties:
      Scope: REGIONAL
      DefaultAction:
        Allow: {}
      VisibilityConfig: {CloudWatchMetricsEnabled: true, MetricName: shield, SampledRequestsEnabled: true}
      Rules:
        - Name: common
          Priority: 1
          Action:
            Block: {}
          Statement:
            ManagedRuleGroupStatement:
              VendorName: AWS
              Name: AWSManagedRulesCommonRuleSet
          VisibilityConfig: {CloudWatchMetricsEnabled: true, MetricName: common, SampledRequestsEnabled: true}
",
    ),
    good: "\
Resources:
  Shield:
    Type: AWS::WAFv2::WebACL
    Properties:
      Scope: REGIONAL
      DefaultAction:
        Allow: {}
      VisibilityConfig: {CloudWatchMetricsEnabled: true, MetricName: shield, SampledRequestsEnabled: true}
      Rules:
        - Name: common
          Priority: 1
          OverrideAction:
            None: {}
          Statement:
            ManagedRuleGroupStatement:
              VendorName: AWS
              Name: AWSManagedRulesCommonRuleSet
          VisibilityConfig: {CloudWatchMetricsEnabled: true, MetricName: common, SampledRequestsEnabled: true}
",
};

pub(in crate::check) static STATEMENT: Rule = Rule {
    id: "wafv2-statement",
    severity: Error,
    scope: Template,
    summary: "a statement that is not exactly one condition",
    explanation: "A statement is exactly one condition and inspects exactly one part of a request. Rate limits and \
                  rule groups cannot be inside another statement. WAF refuses other statements.",
    source: "https://docs.aws.amazon.com/waf/latest/APIReference/API_Statement.html",
    bad: Text(
        "\
Resources:
  Shield:
    Type: AWS::WAFv2::WebACL
    Properties:
      Scope: REGIONAL
      DefaultAction:
        Allow: {}
      VisibilityConfig: {CloudWatchMetricsEnabled: true, MetricName: shield, SampledRequestsEnabled: true}
      Rules:
        - Name: rate
          Priority: 1
          Action:
            Block: {}
          Statement:
            NotStatement:
              Statement:
                RateBasedStatement:
                  AggregateKeyType: IP
                  Limit: 1000
          VisibilityConfig: {CloudWatchMetricsEnabled: true, MetricName: rate, SampledRequestsEnabled: true}
",
    ),
    good: "\
Resources:
  Shield:
    Type: AWS::WAFv2::WebACL
    Properties:
      Scope: REGIONAL
      DefaultAction:
        Allow: {}
      VisibilityConfig: {CloudWatchMetricsEnabled: true, MetricName: shield, SampledRequestsEnabled: true}
      Rules:
        - Name: rate
          Priority: 1
          Action:
            Block: {}
          Statement:
            RateBasedStatement:
              AggregateKeyType: IP
              Limit: 1000
          VisibilityConfig: {CloudWatchMetricsEnabled: true, MetricName: rate, SampledRequestsEnabled: true}
",
};

pub(in crate::check) static IP_SET: Rule = Rule {
    id: "wafv2-ip-set",
    severity: Error,
    scope: Template,
    summary: "an address that an IP set cannot contain",
    explanation: "The addresses of an IP set have its version, and a prefix longer than `/0`. WAF refuses others.",
    source: "https://docs.aws.amazon.com/waf/latest/APIReference/API_IPSet.html",
    bad: Text(
        "\
Resources:
  Offices:
    Type: AWS::WAFv2::IPSet
    Properties:
      Scope: REGIONAL
      IPAddressVersion: IPV4
      Addresses: [0.0.0.0/0]
",
    ),
    good: "\
Resources:
  Offices:
    Type: AWS::WAFv2::IPSet
    Properties:
      Scope: REGIONAL
      IPAddressVersion: IPV4
      Addresses: [192.0.2.0/24]
",
};
