//! The rules of tags.

use crate::finding::{Example::Text, Rule, Scope::Template, Severity::Error};

pub(super) static RULES: [&Rule; 2] = [&RESERVED_TAG, &DUPLICATE_TAG];

const SOURCE: &str = "https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html";

pub(in crate::check) static RESERVED_TAG: Rule = Rule {
    id: "reserved-tag",
    severity: Error,
    scope: Template,
    summary: "a tag with the reserved prefix `aws:`",
    explanation: "Only AWS services create tags that begin with `aws:`. Services refuse them from anyone else.",
    source: SOURCE,
    bad: Text(
        "\
Resources:
  Orders:
    Type: AWS::SNS::Topic
    Properties:
      Tags:
        - Key: aws:team
          Value: shop
",
    ),
    good: "\
Resources:
  Orders:
    Type: AWS::SNS::Topic
    Properties:
      Tags:
        - Key: team
          Value: shop
",
};

pub(in crate::check) static DUPLICATE_TAG: Rule = Rule {
    id: "duplicate-tag",
    severity: Error,
    scope: Template,
    summary: "two tags of a resource with the same key",
    explanation: "Each tag key of a resource has one value. Services refuse duplicate keys.",
    source: SOURCE,
    bad: Text(
        "\
Resources:
  Orders:
    Type: AWS::SNS::Topic
    Properties:
      Tags:
        - Key: team
          Value: shop
        - Key: team
          Value: orders
",
    ),
    good: "\
Resources:
  Orders:
    Type: AWS::SNS::Topic
    Properties:
      Tags:
        - Key: team
          Value: shop
",
};
