//! The rule of `dynamic_references`.

use crate::finding::{Example::Text, Rule, Scope::Template, Severity::Warning};

pub(super) static RULES: [&Rule; 1] = [&UNRESOLVED_REFERENCE];

pub(in crate::check) static UNRESOLVED_REFERENCE: Rule = Rule {
    id: "unresolved-dynamic-reference",
    severity: Warning,
    scope: Template,
    summary: "a dynamic reference with a space, which is not resolved",
    explanation: "CloudFormation recognizes a dynamic reference by its beginning, `{{resolve:`. With a space before `resolve`, the text \
                  stays in the value as it is written.",
    source: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html",
    bad: Text(
        "\
Resources:
  Orders:
    Type: AWS::SNS::Topic
    Properties:
      DisplayName: '{{ resolve:ssm:name }}'
",
    ),
    good: "\
Resources:
  Orders:
    Type: AWS::SNS::Topic
    Properties:
      DisplayName: '{{resolve:ssm:name}}'
",
};
