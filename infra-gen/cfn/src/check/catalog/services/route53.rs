//! The rules of Route 53.

use crate::finding::{Example::Text, Rule, Scope::Template, Severity::Error};

pub(super) static RULES: [&Rule; 2] = [&ALIAS_OR_TTL, &ADDRESS];

const SOURCE: &str = "https://docs.aws.amazon.com/Route53/latest/APIReference/API_ResourceRecordSet.html";

/// A record without findings.
const GOOD: &str = "\
Resources:
  Home:
    Type: AWS::Route53::RecordSet
    Properties:
      HostedZoneId: Z0000000000000000000
      Name: shop.example.com
      Type: A
      TTL: 300
      ResourceRecords: [192.0.2.1]
";

pub(in crate::check) static ALIAS_OR_TTL: Rule = Rule {
    id: "route53-alias-or-ttl",
    severity: Error,
    scope: Template,
    summary: "a record that is neither an alias nor a list of values with a TTL",
    explanation: "An alias record has an `AliasTarget` and uses the TTL of its target. Any other record has `ResourceRecords` and a \
                  `TTL`. Route 53 refuses mixtures.",
    source: SOURCE,
    bad: Text(
        "\
Resources:
  Home:
    Type: AWS::Route53::RecordSet
    Properties:
      HostedZoneId: Z0000000000000000000
      Name: shop.example.com
      Type: A
      ResourceRecords: [192.0.2.1]
",
    ),
    good: GOOD,
};

pub(in crate::check) static ADDRESS: Rule = Rule {
    id: "route53-address",
    severity: Error,
    scope: Template,
    summary: "a value of an `A` or `AAAA` record that is not an IP address of that version",
    explanation: "The values of an `A` record are IPv4 addresses, those of an `AAAA` record IPv6 addresses. Route 53 refuses \
                  others. For another host name, use a `CNAME` or an alias record.",
    source: SOURCE,
    bad: Text(
        "\
Resources:
  Home:
    Type: AWS::Route53::RecordSet
    Properties:
      HostedZoneId: Z0000000000000000000
      Name: shop.example.com
      Type: A
      TTL: 300
      ResourceRecords: [www.example.com]
",
    ),
    good: GOOD,
};
