//! The rules of `limits`.

use std::fmt::Write as _;

use crate::finding::{
    Example::{Built, Text},
    Rule,
    Scope::Template,
    Severity::{Error, Warning},
};

pub(super) static RULES: [&Rule; 14] = [
    &TOO_MANY_ENTRIES,
    &TEMPLATE_TOO_LARGE,
    &UNKNOWN_FORMAT_VERSION,
    &DESCRIPTION_TOO_LONG,
    &NO_RESOURCES,
    &INVALID_LOGICAL_ID,
    &INVALID_MAPPING,
    &INVALID_DELETION_POLICY,
    &MISSING_OUTPUT_VALUE,
    &INVALID_EXPORT,
    &DUPLICATE_EXPORT,
    &NULL_VALUE,
    &LITERAL_CONDITION,
    &INVALID_RESOURCE_POLICY,
];

pub(in crate::check) static TOO_MANY_ENTRIES: Rule = Rule {
    id: "too-many-entries",
    severity: Error,
    scope: Template,
    summary: "more parameters, mappings, resources or outputs than a stack may have",
    explanation: "CloudFormation refuses a template with more than 200 parameters, 200 mappings, 200 attributes per mapping \
                  key, 500 resources or 200 outputs. Outputs that nothing reads can be removed; resources can be moved to \
                  another stack.",
    source: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html",
    bad: Built {
        description: "a template with 201 parameters",
        build: || {
            let mut text = String::from("Parameters:\n");
            for i in 0..201 {
                // Writing to a `String` does not fail.
                let _ = writeln!(text, "  P{i}: {{Type: String}}");
            }
            text.push_str("Resources: {Orders: {Type: AWS::SNS::Topic}}\n");
            text
        },
    },
    good: "\
Parameters:
  Stage:
    Type: String
Resources:
  Orders:
    Type: AWS::SNS::Topic
",
};

pub(in crate::check) static TEMPLATE_TOO_LARGE: Rule = Rule {
    id: "template-too-large",
    severity: Error,
    scope: Template,
    summary: "a template of more than 1 MB",
    explanation: "CloudFormation reads templates of at most 1 MB from S3. The size is measured after minifying, because the \
                  commands of this program deploy minified templates.",
    source: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html",
    bad: Built {
        description: "a template with metadata of more than 1 MB",
        build: || {
            let filler = "x".repeat(1_100_000);
            format!("Metadata: {{Notes: {filler}}}\nResources: {{Orders: {{Type: AWS::SNS::Topic}}}}\n")
        },
    },
    good: "\
Metadata:
  Notes: short
Resources:
  Orders:
    Type: AWS::SNS::Topic
",
};

pub(in crate::check) static UNKNOWN_FORMAT_VERSION: Rule = Rule {
    id: "unknown-format-version",
    severity: Error,
    scope: Template,
    summary: "a template format version other than `2010-09-09`",
    explanation: "`2010-09-09` is the only version of the template format. CloudFormation refuses any other. The section may \
                  be omitted.",
    source: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/format-version-structure.html",
    bad: Text(
        "\
AWSTemplateFormatVersion: '2012-10-17'
Resources:
  Orders:
    Type: AWS::SNS::Topic
",
    ),
    good: "\
AWSTemplateFormatVersion: '2010-09-09'
Resources:
  Orders:
    Type: AWS::SNS::Topic
",
};

pub(in crate::check) static DESCRIPTION_TOO_LONG: Rule = Rule {
    id: "description-too-long",
    severity: Error,
    scope: Template,
    summary: "a description that is longer than CloudFormation allows",
    explanation: "The description of a template or an output has at most 1,024 bytes, that of a parameter at most 4,000 \
                  characters.",
    source: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html",
    bad: Built {
        description: "a template with a description of 1,025 bytes",
        build: || {
            let description = "x".repeat(1_025);
            format!("Description: {description}\nResources: {{Orders: {{Type: AWS::SNS::Topic}}}}\n")
        },
    },
    good: "\
Description: Takes orders
Resources:
  Orders:
    Type: AWS::SNS::Topic
",
};

pub(in crate::check) static NO_RESOURCES: Rule = Rule {
    id: "no-resources",
    severity: Error,
    scope: Template,
    summary: "a template without resources",
    explanation: "The section `Resources` is required and must have at least one resource.",
    source: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/resources-section-structure.html",
    bad: Text(
        "\
Description: Takes orders
Resources: {}
",
    ),
    good: "\
Description: Takes orders
Resources:
  Orders:
    Type: AWS::SNS::Topic
",
};

pub(in crate::check) static INVALID_LOGICAL_ID: Rule = Rule {
    id: "invalid-logical-id",
    severity: Error,
    scope: Template,
    summary: "a logical ID with characters other than letters and digits",
    explanation: "The names of parameters, mappings, resources and outputs must have 1 to 255 letters and digits. \
                  CloudFormation refuses other characters, such as `-` and `_`.",
    source: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/resources-section-structure.html",
    bad: Text(
        "\
Resources:
  new-orders:
    Type: AWS::SNS::Topic
",
    ),
    good: "\
Resources:
  NewOrders:
    Type: AWS::SNS::Topic
",
};

pub(in crate::check) static INVALID_MAPPING: Rule = Rule {
    id: "invalid-mapping",
    severity: Error,
    scope: Template,
    summary: "a mapping that does not consist of two levels of keys with strings or lists",
    explanation: "A mapping has exactly two levels of keys. The second level holds strings or lists. CloudFormation refuses \
                  other shapes, and keys with other characters than letters, digits, and in the first level `-` and `.`.",
    source: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/mappings-section-structure.html",
    bad: Text(
        "\
Mappings:
  Sizes:
    prod: 5
Resources:
  Orders:
    Type: AWS::SNS::Topic
",
    ),
    good: "\
Mappings:
  Sizes:
    prod:
      Count: 5
Resources:
  Orders:
    Type: AWS::SNS::Topic
",
};

pub(in crate::check) static INVALID_DELETION_POLICY: Rule = Rule {
    id: "invalid-deletion-policy",
    severity: Error,
    scope: Template,
    summary: "a `DeletionPolicy` or `UpdateReplacePolicy` that does not exist or that the type does not support",
    explanation: "The policies are `Delete`, `Retain`, `Snapshot` and, for `DeletionPolicy` only, `RetainExceptOnCreate`. \
                  `Snapshot` is supported by a few types with data, such as `AWS::RDS::DBInstance`. CloudFormation refuses \
                  it for other types.",
    source: "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-deletionpolicy.html",
    bad: Text(
        "\
Resources:
  Files:
    Type: AWS::S3::Bucket
    DeletionPolicy: Snapshot
",
    ),
    good: "\
Resources:
  Files:
    Type: AWS::S3::Bucket
    DeletionPolicy: Retain
",
};

pub(in crate::check) static MISSING_OUTPUT_VALUE: Rule = Rule {
    id: "missing-output-value",
    severity: Error,
    scope: Template,
    summary: "an output without `Value`",
    explanation: "CloudFormation refuses an output that has no `Value`.",
    source: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/outputs-section-structure.html",
    bad: Text(
        "\
Resources:
  Orders:
    Type: AWS::SNS::Topic
Outputs:
  Topic:
    Description: The ARN of the topic
",
    ),
    good: "\
Resources:
  Orders:
    Type: AWS::SNS::Topic
Outputs:
  Topic:
    Description: The ARN of the topic
    Value: !Ref Orders
",
};

pub(in crate::check) static INVALID_EXPORT: Rule = Rule {
    id: "invalid-export",
    severity: Error,
    scope: Template,
    summary: "an export without `Name`, or with a malformed one",
    explanation: "An `Export` needs a `Name`. The name may contain letters, digits, `:` and `-`. CloudFormation refuses other \
                  characters.",
    source: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/outputs-section-structure.html",
    bad: Text(
        "\
Resources:
  Orders:
    Type: AWS::SNS::Topic
Outputs:
  Topic:
    Value: !Ref Orders
    Export:
      Name: shop/orders
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
      Name: shop-orders
",
};

pub(in crate::check) static DUPLICATE_EXPORT: Rule = Rule {
    id: "duplicate-export",
    severity: Error,
    scope: Template,
    summary: "two outputs with the same export name",
    explanation: "Export names are unique within an account and a region, so the second export of the same name fails.",
    source: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/outputs-section-structure.html",
    bad: Text(
        "\
Resources:
  Orders:
    Type: AWS::SNS::Topic
Outputs:
  Topic:
    Value: !Ref Orders
    Export:
      Name: orders
  TopicName:
    Value: !GetAtt Orders.TopicName
    Export:
      Name: orders
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
  TopicName:
    Value: !GetAtt Orders.TopicName
    Export:
      Name: orders-name
",
};

pub(in crate::check) static NULL_VALUE: Rule = Rule {
    id: "null-value",
    severity: Error,
    scope: Template,
    summary: "a null value",
    explanation: "CloudFormation refuses a template that contains null values. In YAML, a key without a value is null. To omit \
                  a property depending on a condition, use `!Ref AWS::NoValue` in `Fn::If`.",
    source: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-formats.html",
    bad: Text(
        "\
Resources:
  Orders:
    Type: AWS::SNS::Topic
    Properties:
      DisplayName:
",
    ),
    good: "\
Resources:
  Orders:
    Type: AWS::SNS::Topic
    Properties:
      DisplayName: Orders
",
};

pub(in crate::check) static LITERAL_CONDITION: Rule = Rule {
    id: "literal-condition",
    severity: Warning,
    scope: Template,
    summary: "a condition that is a literal `true` or `false`",
    explanation: "AWS documents conditions as condition functions only. A literal decides nothing.",
    source: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/conditions-section-structure.html",
    bad: Text(
        "\
Conditions:
  IsProd: true
Resources:
  Orders:
    Type: AWS::SNS::Topic
    Condition: IsProd
",
    ),
    good: "\
Parameters:
  Stage:
    Type: String
Conditions:
  IsProd: !Equals [!Ref Stage, prod]
Resources:
  Orders:
    Type: AWS::SNS::Topic
    Condition: IsProd
",
};

pub(in crate::check) static INVALID_RESOURCE_POLICY: Rule = Rule {
    id: "invalid-resource-policy",
    severity: Error,
    scope: Template,
    summary: "a `CreationPolicy` or `UpdatePolicy` that the resource type does not support",
    explanation: "CloudFormation supports each of the two attributes for a few resource types only, and refuses keys and values that \
                  it does not know.",
    source: "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-updatepolicy.html",
    bad: Text(
        "\
Resources:
  Orders:
    Type: AWS::SNS::Topic
    UpdatePolicy:
      AutoScalingReplacingUpdate:
        WillReplace: true
",
    ),
    good: "\
Resources:
  Orders:
    Type: AWS::SNS::Topic
",
};
