//! The rules of `suppressions`.

use crate::finding::{
    Example::Text,
    Rule,
    Scope::Template,
    Severity::{Error, Warning},
};

pub(super) static RULES: [&Rule; 2] = [&INVALID_SUPPRESSION, &UNUSED_SUPPRESSION];

const SOURCE: &str =
    "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/metadata-section-structure.html";

pub(in crate::check) static INVALID_SUPPRESSION: Rule = Rule {
    id: "invalid-suppression",
    severity: Error,
    scope: Template,
    summary: "a suppression of an unknown rule, or without a reason",
    explanation: "A suppression in the metadata of a template or resource names a rule and says why it does not apply. \
                  CloudFormation ignores this metadata, so a mistake in it would go unnoticed.",
    source: SOURCE,
    bad: Text(
        "\
Resources:
  Orders:
    Type: AWS::SNS::Topic
    Metadata:
      infra-gen:
        suppress:
          - rule: unknown-propertey
            reason: the property is newer than this program
    Properties:
      NewProperty: 1
",
    ),
    good: "\
Resources:
  Orders:
    Type: AWS::SNS::Topic
    Metadata:
      infra-gen:
        suppress:
          - rule: unknown-property
            reason: the property is newer than this program
    Properties:
      NewProperty: 1
",
};

pub(in crate::check) static UNUSED_SUPPRESSION: Rule = Rule {
    id: "unused-suppression",
    severity: Warning,
    scope: Template,
    summary: "a suppression that suppresses nothing",
    explanation: "The finding was fixed, or the suppression is in the wrong place. A suppression in the metadata of a resource \
                  applies to this resource; one in the metadata of the template applies everywhere.",
    source: SOURCE,
    bad: Text(
        "\
Resources:
  Orders:
    Type: AWS::SNS::Topic
    Metadata:
      infra-gen:
        suppress:
          - rule: unknown-property
            reason: the property is newer than this program
",
    ),
    good: "\
Resources:
  Orders:
    Type: AWS::SNS::Topic
",
};
