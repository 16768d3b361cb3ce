//! The rules of `sections`.

use crate::finding::{Example::Text, Rule, Scope::Template, Severity::Error};

pub(super) static RULES: [&Rule; 3] = [&INVALID_DESCRIPTION, &INVALID_TRANSFORM, &SHARED_LOGICAL_ID];

pub(in crate::check) static INVALID_DESCRIPTION: Rule = Rule {
    id: "invalid-description",
    severity: Error,
    scope: Template,
    summary: "a description that is not a text",
    explanation: "The description of a parameter or output is a literal text. CloudFormation refuses functions in it.",
    source: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/outputs-section-structure.html",
    bad: Text(
        "\
Resources:
  Orders:
    Type: AWS::SNS::Topic
Outputs:
  Topic:
    Description: !Sub The topic in ${AWS::Region}
    Value: !Ref Orders
",
    ),
    good: "\
Resources:
  Orders:
    Type: AWS::SNS::Topic
Outputs:
  Topic:
    Description: The topic
    Value: !Ref Orders
",
};

pub(in crate::check) static INVALID_TRANSFORM: Rule = Rule {
    id: "invalid-transform",
    severity: Error,
    scope: Template,
    summary: "a transform without a name, or with unknown keys",
    explanation: "`Transform` is the name of a macro, a map with its `Name` and `Parameters`, or a list of both. CloudFormation \
                  refuses other forms.",
    source: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/transform-section-structure.html",
    bad: Text(
        "\
Transform:
  Parameters:
    Location: s3://shop-templates/topics.yaml
Resources:
  Orders:
    Type: AWS::SNS::Topic
",
    ),
    good: "\
Transform:
  Name: AWS::Include
  Parameters:
    Location: s3://shop-templates/topics.yaml
Resources:
  Orders:
    Type: AWS::SNS::Topic
",
};

pub(in crate::check) static SHARED_LOGICAL_ID: Rule = Rule {
    id: "shared-logical-id",
    severity: Error,
    scope: Template,
    summary: "a resource with the name of a parameter",
    explanation: "The logical ID of a parameter or resource is unique among both, because `Ref` names either. CloudFormation \
                  refuses a template with a shared one.",
    source: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html",
    bad: Text(
        "\
Parameters:
  Orders:
    Type: String
Resources:
  Orders:
    Type: AWS::SNS::Topic
",
    ),
    good: "\
Parameters:
  OrdersName:
    Type: String
Resources:
  Orders:
    Type: AWS::SNS::Topic
",
};
