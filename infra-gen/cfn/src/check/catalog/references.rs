//! The rules of `references` and `cycles`.

use crate::finding::{
    Example::Text,
    Rule,
    Scope::Template,
    Severity::{Error, Warning},
};

pub(super) static RULES: [&Rule; 15] = [
    &UNKNOWN_REFERENCE,
    &INVALID_REFERENCE,
    &UNKNOWN_ATTRIBUTE,
    &UNKNOWN_CONDITION,
    &UNKNOWN_MAPPING,
    &INVALID_DEPENDS_ON,
    &UNKNOWN_FUNCTION,
    &MISPLACED_FUNCTION,
    &INVALID_ARGUMENT,
    &INVALID_SUBSTITUTION,
    &CONDITIONAL_REFERENCE,
    &ABSENT_REFERENCE,
    &EARLY_REFERENCE,
    &IMPORT_OF_OWN_EXPORT,
    &CIRCULAR_DEPENDENCY,
];

const FUNCTIONS: &str = "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html";
const CONDITIONS: &str =
    "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/conditions-section-structure.html";

pub(in crate::check) static UNKNOWN_REFERENCE: Rule = Rule {
    id: "unknown-reference",
    severity: Error,
    scope: Template,
    summary: "a reference to a resource or parameter that does not exist",
    explanation: "CloudFormation refuses a template in which `Ref`, `Fn::GetAtt`, `Fn::Sub` or `DependsOn` names a resource or \
                  parameter that the template does not declare.",
    source: "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-ref.html",
    bad: Text(
        "\
Resources:
  Orders:
    Type: AWS::SNS::Topic
Outputs:
  Topic:
    Value: !Ref Order
",
    ),
    good: "\
Resources:
  Orders:
    Type: AWS::SNS::Topic
Outputs:
  Topic:
    Value: !Ref Orders
",
};

pub(in crate::check) static INVALID_REFERENCE: Rule = Rule {
    id: "invalid-reference",
    severity: Error,
    scope: Template,
    summary: "a reference to a parameter, condition or mapping that only works for other kinds of names",
    explanation: "`Ref` returns values of resources and parameters, `Fn::GetAtt` attributes of resources, and `DependsOn` names \
                  resources. Conditions are used with `Fn::If`, mappings with `Fn::FindInMap`.",
    source: "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-ref.html",
    bad: Text(
        "\
Mappings:
  Names:
    prod:
      Topic: orders
Resources:
  Orders:
    Type: AWS::SNS::Topic
    Properties:
      TopicName: !Ref Names
",
    ),
    good: "\
Mappings:
  Names:
    prod:
      Topic: orders
Resources:
  Orders:
    Type: AWS::SNS::Topic
    Properties:
      TopicName: !FindInMap [Names, prod, Topic]
",
};

pub(in crate::check) static UNKNOWN_ATTRIBUTE: Rule = Rule {
    id: "unknown-attribute",
    severity: Error,
    scope: Template,
    summary: "an attribute that the resource type does not have",
    explanation: "CloudFormation refuses `Fn::GetAtt`, or `${Resource.Attribute}` in `Fn::Sub`, for an attribute that the \
                  resource type does not return.",
    source: "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-getatt.html",
    bad: Text(
        "\
Resources:
  Orders:
    Type: AWS::SNS::Topic
Outputs:
  Name:
    Value: !GetAtt Orders.Name
",
    ),
    good: "\
Resources:
  Orders:
    Type: AWS::SNS::Topic
Outputs:
  Name:
    Value: !GetAtt Orders.TopicName
",
};

pub(in crate::check) static UNKNOWN_CONDITION: Rule = Rule {
    id: "unknown-condition",
    severity: Error,
    scope: Template,
    summary: "a condition that is not declared",
    explanation: "A condition that `Condition` or `Fn::If` names must be declared in the section `Conditions`.",
    source: CONDITIONS,
    bad: Text(
        "\
Resources:
  Orders:
    Type: AWS::SNS::Topic
    Condition: IsProd
",
    ),
    good: "\
Conditions:
  IsProd: !Equals [!Ref AWS::AccountId, '111122223333']
Resources:
  Orders:
    Type: AWS::SNS::Topic
    Condition: IsProd
",
};

pub(in crate::check) static UNKNOWN_MAPPING: Rule = Rule {
    id: "unknown-mapping",
    severity: Error,
    scope: Template,
    summary: "a mapping, or a key of a mapping, that does not exist",
    explanation: "CloudFormation refuses `Fn::FindInMap` for a mapping or a key that is not declared, unless it has a \
                  `DefaultValue`.",
    source: "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-findinmap.html",
    bad: Text(
        "\
Mappings:
  Names:
    prod:
      Topic: orders
Resources:
  Orders:
    Type: AWS::SNS::Topic
    Properties:
      TopicName: !FindInMap [Names, dev, Topic]
",
    ),
    good: "\
Mappings:
  Names:
    prod:
      Topic: orders
Resources:
  Orders:
    Type: AWS::SNS::Topic
    Properties:
      TopicName: !FindInMap [Names, prod, Topic]
",
};

pub(in crate::check) static INVALID_DEPENDS_ON: Rule = Rule {
    id: "invalid-depends-on",
    severity: Error,
    scope: Template,
    summary: "a `DependsOn` or `Condition` that is not a name",
    explanation: "`DependsOn` is the logical ID of a resource or a list of them, and `Condition` is the name of a condition. \
                  Functions are not allowed in either.",
    source: "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-dependson.html",
    bad: Text(
        "\
Resources:
  Orders:
    Type: AWS::SNS::Topic
  Reports:
    Type: AWS::SNS::Topic
    DependsOn: !Ref Orders
",
    ),
    good: "\
Resources:
  Orders:
    Type: AWS::SNS::Topic
  Reports:
    Type: AWS::SNS::Topic
    DependsOn: Orders
",
};

pub(in crate::check) static UNKNOWN_FUNCTION: Rule = Rule {
    id: "unknown-function",
    severity: Error,
    scope: Template,
    summary: "an intrinsic function that does not exist",
    explanation: "CloudFormation refuses a template with a function that it does not know. A short tag in YAML, `!Name`, always \
                  stands for the function `Fn::Name`.",
    source: FUNCTIONS,
    bad: Text(
        "\
Resources:
  Orders:
    Type: AWS::SNS::Topic
    Properties:
      DisplayName: !Concat [orders, prod]
",
    ),
    good: "\
Resources:
  Orders:
    Type: AWS::SNS::Topic
    Properties:
      DisplayName: !Join ['-', [orders, prod]]
",
};

pub(in crate::check) static MISPLACED_FUNCTION: Rule = Rule {
    id: "misplaced-function",
    severity: Error,
    scope: Template,
    summary: "a function where CloudFormation does not allow it",
    explanation: "Condition functions are allowed in `Conditions` and `Rules` only, rule functions in `Rules` only, and no \
                  functions in `Parameters`. Conditions are evaluated before resources are created, so `Fn::GetAtt` and \
                  `Fn::ImportValue` are not allowed there. A function is the only key of its map.",
    source: FUNCTIONS,
    bad: Text(
        "\
Resources:
  Orders:
    Type: AWS::SNS::Topic
    Properties:
      FifoTopic: !Equals [!Ref AWS::Region, eu-west-1]
",
    ),
    good: "\
Conditions:
  IsIreland: !Equals [!Ref AWS::Region, eu-west-1]
Resources:
  Orders:
    Type: AWS::SNS::Topic
    Properties:
      FifoTopic: !If [IsIreland, true, !Ref AWS::NoValue]
",
};

pub(in crate::check) static INVALID_ARGUMENT: Rule = Rule {
    id: "invalid-argument",
    severity: Error,
    scope: Template,
    summary: "a function with the wrong number or type of arguments",
    explanation: "Each function takes arguments of a certain number and type. CloudFormation refuses anything else.",
    source: FUNCTIONS,
    bad: Text(
        "\
Resources:
  Orders:
    Type: AWS::SNS::Topic
    Properties:
      DisplayName: !Join [orders, prod]
",
    ),
    good: "\
Resources:
  Orders:
    Type: AWS::SNS::Topic
    Properties:
      DisplayName: !Join ['-', [orders, prod]]
",
};

pub(in crate::check) static INVALID_SUBSTITUTION: Rule = Rule {
    id: "invalid-substitution",
    severity: Error,
    scope: Template,
    summary: "a `${…}` in `Fn::Sub` that does not contain a name",
    explanation: "In `Fn::Sub`, `${Name}` stands for a parameter, resource or variable, and `${Resource.Attribute}` for an \
                  attribute. Write `${!text}` for the literal text `${text}`.",
    source: "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-sub.html",
    bad: Text(
        "\
Resources:
  Orders:
    Type: AWS::SNS::Topic
    Properties:
      DisplayName: !Sub 'for ${customer name}'
",
    ),
    good: "\
Resources:
  Orders:
    Type: AWS::SNS::Topic
    Properties:
      DisplayName: !Sub 'for ${!customer name}'
",
};

pub(in crate::check) static CONDITIONAL_REFERENCE: Rule = Rule {
    id: "conditional-reference",
    severity: Warning,
    scope: Template,
    summary: "a reference to a resource that a condition may omit",
    explanation: "With parameters for which the condition of the referenced resource is false, CloudFormation refuses the \
                  template: \"Unresolved resource dependencies\". The reference needs the same condition, or the right branch \
                  of `Fn::If`. In a stack written in Rust, this is an error.",
    source: CONDITIONS,
    bad: Text(
        "\
Conditions:
  IsProd: !Equals [!Ref AWS::AccountId, '111122223333']
Resources:
  Orders:
    Type: AWS::SNS::Topic
    Condition: IsProd
Outputs:
  Topic:
    Value: !Ref Orders
",
    ),
    good: "\
Conditions:
  IsProd: !Equals [!Ref AWS::AccountId, '111122223333']
Resources:
  Orders:
    Type: AWS::SNS::Topic
    Condition: IsProd
  Reports:
    Type: AWS::SNS::Topic
Outputs:
  Topic:
    Value: !If [IsProd, !Ref Orders, !Ref Reports]
",
};

pub(in crate::check) static ABSENT_REFERENCE: Rule = Rule {
    id: "absent-reference",
    severity: Error,
    scope: Template,
    summary: "a reference to a resource that does not exist with the default parameters",
    explanation: "The condition of the referenced resource is false with the defaults of the parameters, or with any values, so \
                  CloudFormation refuses the template: \"Unresolved resource dependencies\".",
    source: CONDITIONS,
    bad: Text(
        "\
Parameters:
  Stage:
    Type: String
    Default: dev
Conditions:
  IsProd: !Equals [!Ref Stage, prod]
Resources:
  Orders:
    Type: AWS::SNS::Topic
    Condition: IsProd
  Reports:
    Type: AWS::SNS::Topic
    Properties:
      DisplayName: !GetAtt Orders.TopicName
",
    ),
    good: "\
Parameters:
  Stage:
    Type: String
    Default: dev
Conditions:
  IsProd: !Equals [!Ref Stage, prod]
Resources:
  Orders:
    Type: AWS::SNS::Topic
    Condition: IsProd
  Reports:
    Type: AWS::SNS::Topic
    Condition: IsProd
    Properties:
      DisplayName: !GetAtt Orders.TopicName
",
};

pub(in crate::check) static EARLY_REFERENCE: Rule = Rule {
    id: "early-reference",
    severity: Error,
    scope: Template,
    summary: "a reference to a resource in a value that is needed before resources exist",
    explanation: "CloudFormation evaluates conditions, rules, export names and import names before it creates resources, so they \
                  can refer to parameters only.",
    source: CONDITIONS,
    bad: Text(
        "\
Resources:
  Orders:
    Type: AWS::SNS::Topic
Outputs:
  Topic:
    Value: !Ref Orders
    Export:
      Name: !GetAtt Orders.TopicName
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
      Name: !Sub '${AWS::StackName}-orders'
",
};

pub(in crate::check) static IMPORT_OF_OWN_EXPORT: Rule = Rule {
    id: "import-of-own-export",
    severity: Error,
    scope: Template,
    summary: "an import of a value that the same stack exports",
    explanation: "`Fn::ImportValue` reads exports of other stacks. When a stack is created, its own exports do not exist yet, so \
                  the import fails.",
    source: "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-importvalue.html",
    bad: Text(
        "\
Resources:
  Orders:
    Type: AWS::SNS::Topic
  Reports:
    Type: AWS::SNS::Topic
    Properties:
      DisplayName: !ImportValue orders
Outputs:
  Topic:
    Value: !GetAtt Orders.TopicName
    Export:
      Name: orders
",
    ),
    good: "\
Resources:
  Orders:
    Type: AWS::SNS::Topic
  Reports:
    Type: AWS::SNS::Topic
    Properties:
      DisplayName: !GetAtt Orders.TopicName
Outputs:
  Topic:
    Value: !GetAtt Orders.TopicName
    Export:
      Name: orders
",
};

pub(in crate::check) static CIRCULAR_DEPENDENCY: Rule = Rule {
    id: "circular-dependency",
    severity: Error,
    scope: Template,
    summary: "resources or conditions that depend on each other",
    explanation: "A reference makes CloudFormation create the referenced resource first. If resources refer to each other in a \
                  circle, there is no valid order, and CloudFormation refuses the template. Move one of the references to a \
                  resource of its own, such as a policy, a permission or a rule.",
    source: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/troubleshooting.html",
    bad: Text(
        "\
Resources:
  Orders:
    Type: AWS::SNS::Topic
    Properties:
      DisplayName: !GetAtt Reports.TopicName
  Reports:
    Type: AWS::SNS::Topic
    Properties:
      DisplayName: !GetAtt Orders.TopicName
",
    ),
    good: "\
Resources:
  Orders:
    Type: AWS::SNS::Topic
  Reports:
    Type: AWS::SNS::Topic
    Properties:
      DisplayName: !GetAtt Orders.TopicName
",
};
