//! The rules that a text must follow to be a template at all.

use crate::finding::{Example::Text, Rule, Scope::Template, Severity::Error};

pub(super) static RULES: [&Rule; 3] = [&INVALID_DOCUMENT, &DUPLICATE_KEY, &INVALID_STRUCTURE];

/// A template without findings.
const GOOD: &str = "\
Resources:
  Orders:
    Type: AWS::SNS::Topic
";

pub(crate) static INVALID_DOCUMENT: Rule = Rule {
    id: "invalid-document",
    severity: Error,
    scope: Template,
    summary: "a text that is neither JSON nor YAML as CloudFormation reads it",
    explanation: "CloudFormation reads JSON, and YAML 1.1 with a few exceptions. A template is one document of at most 128 nested \
                  levels with text keys. A file that begins with `{` is read as JSON, or as YAML in flow style.",
    source: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-formats.html",
    bad: Text(
        "\
Resources:
  Orders:
    Type: 'AWS::SNS::Topic
",
    ),
    good: GOOD,
};

pub(crate) static DUPLICATE_KEY: Rule = Rule {
    id: "duplicate-key",
    severity: Error,
    scope: Template,
    summary: "two entries with the same key",
    explanation: "CloudFormation refuses a duplicate key in YAML, and keeps only the last value in JSON. In a stack written in Rust, \
                  two constructs have the same logical ID.",
    source: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-formats.html",
    bad: Text(
        "\
Resources:
  Orders:
    Type: AWS::SNS::Topic
  Orders:
    Type: AWS::SQS::Queue
",
    ),
    good: "\
Resources:
  Orders:
    Type: AWS::SNS::Topic
  Jobs:
    Type: AWS::SQS::Queue
",
};

pub(crate) static INVALID_STRUCTURE: Rule = Rule {
    id: "invalid-structure",
    severity: Error,
    scope: Template,
    summary: "a section or resource of the wrong type, or a resource without a type",
    explanation: "A template is a map of sections. `Resources`, `Parameters`, `Mappings`, `Conditions` and `Outputs` are maps of named \
                  blocks, and each resource is a map with a `Type`. The other parts of the template are still checked.",
    source: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-anatomy.html",
    bad: Text(
        "\
Resources:
  Orders:
    Properties:
      DisplayName: Orders
",
    ),
    good: GOOD,
};
