//! The rules that a text must follow to be a template at all.

use crate::finding::{
    Example::Text,
    Rule,
    Scope::Template,
    Severity::{Error, Warning},
};

pub(super) static RULES: [&Rule; 7] = [
    &INVALID_DOCUMENT,
    &DUPLICATE_KEY,
    &INVALID_STRUCTURE,
    &KEY_TYPE,
    &RESPELLED_NUMBER,
    &YAML_ALIAS,
    &PLACEHOLDER,
];

const FORMATS: &str = "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-formats.html";

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
    source: FORMATS,
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
    source: FORMATS,
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

pub(crate) static KEY_TYPE: Rule = Rule {
    id: "key-type",
    severity: Error,
    scope: Template,
    summary: "a key that is not a string",
    explanation: "YAML reads a key such as `200` or `yes` without quotes as a number or a boolean. CloudFormation refuses it: map keys \
                  must be strings.",
    source: FORMATS,
    bad: Text(
        "\
Mappings:
  Accounts:
    111122223333:
      Stage: dev
Resources:
  Orders:
    Type: AWS::SNS::Topic
",
    ),
    good: "\
Mappings:
  Accounts:
    '111122223333':
      Stage: dev
Resources:
  Orders:
    Type: AWS::SNS::Topic
",
};

pub(crate) static RESPELLED_NUMBER: Rule = Rule {
    id: "respelled-number",
    severity: Warning,
    scope: Template,
    summary: "a number that CloudFormation writes differently",
    explanation: "CloudFormation reads YAML 1.1, where `012345670123` is an octal number, `22:22` has base 60, and `1.10` equals `1.1`. \
                  Where a string is expected, such as an account ID or a version, it gets another text.",
    source: FORMATS,
    bad: Text(
        "\
Resources:
  Orders:
    Type: AWS::SNS::Topic
    Metadata:
      Owner: 012345670123
",
    ),
    good: "\
Resources:
  Orders:
    Type: AWS::SNS::Topic
    Metadata:
      Owner: '012345670123'
",
};

pub(crate) static YAML_ALIAS: Rule = Rule {
    id: "yaml-alias",
    severity: Warning,
    scope: Template,
    summary: "an alias, which CloudFormation does not support",
    explanation: "CloudFormation refuses YAML aliases. Some clients expand them before they send the template, such as \
                  `aws cloudformation package` and the SAM CLI.",
    source: FORMATS,
    bad: Text(
        "\
Resources:
  Orders: &topic
    Type: AWS::SNS::Topic
  Payments: *topic
",
    ),
    good: "\
Resources:
  Orders:
    Type: AWS::SNS::Topic
  Payments:
    Type: AWS::SNS::Topic
",
};

pub(crate) static PLACEHOLDER: Rule = Rule {
    id: "placeholder",
    severity: Warning,
    scope: Template,
    summary: "a placeholder of a template engine: `{{ name }}` without quotes",
    explanation: "YAML reads `{{ name }}` as a map whose key is a map, and CloudFormation refuses it. Such a file is correct before an engine \
                  such as Jinja replaces its placeholders, so this is a warning.",
    source: FORMATS,
    bad: Text(
        "\
Resources:
  Orders:
    Type: AWS::SNS::Topic
    Metadata:
      Owner: {{ owner }}
",
    ),
    good: "\
Resources:
  Orders:
    Type: AWS::SNS::Topic
    Metadata:
      Owner: '{{ owner }}'
",
};
