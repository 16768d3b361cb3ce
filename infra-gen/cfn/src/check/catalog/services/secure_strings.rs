//! The rule of secure strings.

use crate::finding::{Example::Text, Rule, Scope::Template, Severity::Error};

pub(super) static RULES: [&Rule; 1] = [&SECURE_STRING];

pub(in crate::check) static SECURE_STRING: Rule = Rule {
    id: "secure-string",
    severity: Error,
    scope: Template,
    summary: "a secure string of Systems Manager in a property that does not support it",
    explanation: "CloudFormation resolves `{{resolve:ssm-secure:…}}` in some properties with passwords only, and refuses it in others.",
    source: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references-ssm-secure-strings.html",
    bad: Text(
        "\
Resources:
  Orders:
    Type: AWS::SNS::Topic
    Properties:
      DisplayName: '{{resolve:ssm-secure:name:1}}'
",
    ),
    good: "\
Resources:
  Orders:
    Type: AWS::SNS::Topic
    Properties:
      DisplayName: '{{resolve:ssm:name:1}}'
",
};
