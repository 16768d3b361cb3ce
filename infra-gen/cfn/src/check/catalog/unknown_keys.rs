//! The rules of `unknown_keys`.

use crate::finding::{Example::Text, Rule, Scope::Template, Severity::Error};

pub(super) static RULES: [&Rule; 3] = [&UNKNOWN_SECTION, &UNKNOWN_OUTPUT_KEY, &UNKNOWN_RESOURCE_ATTRIBUTE];

pub(in crate::check) static UNKNOWN_SECTION: Rule = Rule {
    id: "unknown-section",
    severity: Error,
    scope: Template,
    summary: "a top-level key that is not a section of a template",
    explanation: "CloudFormation refuses a template with unknown sections. Most of them are typos, or resources that are \
                  indented too little.",
    source: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-anatomy.html",
    bad: Text(
        "\
Resource:
  Orders:
    Type: AWS::SNS::Topic
",
    ),
    good: "\
Resources:
  Orders:
    Type: AWS::SNS::Topic
",
};

pub(in crate::check) static UNKNOWN_OUTPUT_KEY: Rule = Rule {
    id: "unknown-output-key",
    severity: Error,
    scope: Template,
    summary: "a key that outputs do not have",
    explanation: "An output has the keys `Value`, `Description`, `Export` and `Condition`. CloudFormation refuses anything else.",
    source: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/outputs-section-structure.html",
    bad: Text(
        "\
Resources:
  Orders:
    Type: AWS::SNS::Topic
Outputs:
  Topic:
    Value: !Ref Orders
    ExportName: orders
",
    ),
    good: "\
Resources:
  Orders:
    Type: AWS::SNS::Topic
Outputs:
  Topic:
    Value: !Ref Orders
    Export:
      Name: orders
",
};

pub(in crate::check) static UNKNOWN_RESOURCE_ATTRIBUTE: Rule = Rule {
    id: "unknown-resource-attribute",
    severity: Error,
    scope: Template,
    summary: "a key that resources do not have",
    explanation: "Next to `Type` and `Properties`, a resource has attributes such as `DependsOn` and `DeletionPolicy`. \
                  CloudFormation refuses anything else. Most of them are typos, or properties that are indented too little.",
    source: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-product-attribute-reference.html",
    bad: Text(
        "\
Resources:
  Orders:
    Type: AWS::SNS::Topic
    DeletePolicy: Retain
",
    ),
    good: "\
Resources:
  Orders:
    Type: AWS::SNS::Topic
    DeletionPolicy: Retain
",
};
