//! The rules of Route 53.

use crate::finding::{Example::Text, Rule, Scope::Template, Severity::Error};

pub(super) static RULES: [&Rule; 4] = [&ALIAS_OR_TTL, &ADDRESS, &RECORD_VALUE, &RECORD_NAME];

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

pub(in crate::check) static RECORD_VALUE: Rule = Rule {
    id: "route53-record-value",
    severity: Error,
    scope: Template,
    summary: "a record value that does not have the format of the record's type",
    explanation: "Route 53 refuses `TXT` values that are not strings in double quotes of at most 255 characters each, a `CNAME` \
                  record with several values, `MX` values without a priority, and `CAA` values without a flag and a tag.",
    source: "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/ResourceRecordTypes.html",
    bad: Text(
        "\
Resources:
  Owner:
    Type: AWS::Route53::RecordSet
    Properties:
      HostedZoneId: Z0000000000000000000
      Name: shop.example.com
      Type: TXT
      TTL: 300
      ResourceRecords: [owner=shop]
",
    ),
    good: "\
Resources:
  Owner:
    Type: AWS::Route53::RecordSet
    Properties:
      HostedZoneId: Z0000000000000000000
      Name: shop.example.com
      Type: TXT
      TTL: 300
      ResourceRecords: ['\"owner=shop\"']
",
};

pub(in crate::check) static RECORD_NAME: Rule = Rule {
    id: "route53-record-name",
    severity: Error,
    scope: Template,
    summary: "a record outside its hosted zone, or a zone name without a final dot",
    explanation: "Route 53 refuses a record whose name does not end with the name of its zone. `HostedZoneName` is a fully qualified \
                  name, with a dot at its end.",
    source: "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-route53-recordset.html",
    bad: Text(
        "\
Resources:
  Home:
    Type: AWS::Route53::RecordSet
    Properties:
      HostedZoneName: example.com.
      Name: shop.example.org
      Type: A
      TTL: 300
      ResourceRecords: [192.0.2.1]
",
    ),
    good: "\
Resources:
  Home:
    Type: AWS::Route53::RecordSet
    Properties:
      HostedZoneName: example.com.
      Name: shop.example.com
      Type: A
      TTL: 300
      ResourceRecords: [192.0.2.1]
",
};
