//! The rules of `parameters`.

use crate::finding::{
    Example::Text,
    Rule,
    Scope::Template,
    Severity::{Error, Warning},
};

const SOURCE: &str =
    "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html";

pub(super) static RULES: [&Rule; 6] = [
    &UNKNOWN_PARAMETER_KEY,
    &INVALID_PARAMETER_TYPE,
    &INVALID_PARAMETER_DEFAULT,
    &INVALID_ALLOWED_VALUES,
    &INVALID_PARAMETER_CONSTRAINT,
    &USELESS_PARAMETER_CONSTRAINT,
];

pub(in crate::check) static UNKNOWN_PARAMETER_KEY: Rule = Rule {
    id: "unknown-parameter-key",
    severity: Error,
    scope: Template,
    summary: "a key that parameters do not have",
    explanation: "CloudFormation refuses unknown keys of a parameter. Most of them are typos.",
    source: SOURCE,
    bad: Text(
        "\
Parameters:
  Stage:
    Type: String
    Defualt: dev
Resources:
  Orders:
    Type: AWS::SNS::Topic
",
    ),
    good: "\
Parameters:
  Stage:
    Type: String
    Default: dev
Resources:
  Orders:
    Type: AWS::SNS::Topic
",
};

pub(in crate::check) static INVALID_PARAMETER_TYPE: Rule = Rule {
    id: "invalid-parameter-type",
    severity: Error,
    scope: Template,
    summary: "a parameter without a type, or with one that does not exist",
    explanation: "Each parameter has a `Type`: `String`, `Number`, `CommaDelimitedList`, `List<Number>`, a type that \
                  CloudFormation looks up in the account such as `AWS::EC2::VPC::Id`, or an SSM parameter type.",
    source: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-supplied-parameter-types.html",
    bad: Text(
        "\
Parameters:
  Count:
    Type: Integer
Resources:
  Orders:
    Type: AWS::SNS::Topic
",
    ),
    good: "\
Parameters:
  Count:
    Type: Number
Resources:
  Orders:
    Type: AWS::SNS::Topic
",
};

pub(in crate::check) static INVALID_PARAMETER_DEFAULT: Rule = Rule {
    id: "invalid-parameter-default",
    severity: Error,
    scope: Template,
    summary: "a default that breaks the parameter's own rules",
    explanation: "CloudFormation checks the default against the type, `AllowedValues`, `MinLength`, `MaxLength`, `MinValue` and \
                  `MaxValue` of the parameter, and refuses a default that breaks them. A value has at most 4,096 bytes.",
    source: SOURCE,
    bad: Text(
        "\
Parameters:
  Stage:
    Type: String
    AllowedValues: [dev, prod]
    Default: test
Resources:
  Orders:
    Type: AWS::SNS::Topic
",
    ),
    good: "\
Parameters:
  Stage:
    Type: String
    AllowedValues: [dev, prod]
    Default: dev
Resources:
  Orders:
    Type: AWS::SNS::Topic
",
};

pub(in crate::check) static INVALID_ALLOWED_VALUES: Rule = Rule {
    id: "invalid-allowed-values",
    severity: Error,
    scope: Template,
    summary: "`AllowedValues` that are not a list",
    explanation: "`AllowedValues` is a list of values, even if only one value is allowed.",
    source: SOURCE,
    bad: Text(
        "\
Parameters:
  Stage:
    Type: String
    AllowedValues: dev
Resources:
  Orders:
    Type: AWS::SNS::Topic
",
    ),
    good: "\
Parameters:
  Stage:
    Type: String
    AllowedValues: [dev]
Resources:
  Orders:
    Type: AWS::SNS::Topic
",
};

pub(in crate::check) static INVALID_PARAMETER_CONSTRAINT: Rule = Rule {
    id: "invalid-parameter-constraint",
    severity: Error,
    scope: Template,
    summary: "a bound of a parameter that is not a number, or is too large; a `NoEcho` that is not a boolean",
    explanation: "`MinLength`, `MaxLength`, `MinValue` and `MaxValue` are numbers, and a value has at most 4096 bytes. `NoEcho` is \
                  `true` or `false`. CloudFormation refuses anything else.",
    source: SOURCE,
    bad: Text(
        "\
Parameters:
  Count:
    Type: Number
    MinValue: few
Resources:
  Orders:
    Type: AWS::SNS::Topic
",
    ),
    good: "\
Parameters:
  Count:
    Type: Number
    MinValue: 1
Resources:
  Orders:
    Type: AWS::SNS::Topic
",
};

pub(in crate::check) static USELESS_PARAMETER_CONSTRAINT: Rule = Rule {
    id: "useless-parameter-constraint",
    severity: Warning,
    scope: Template,
    summary: "a constraint that has no effect on the parameter's type",
    explanation: "`MinLength` and `MaxLength` apply to strings, `MinValue` and `MaxValue` to numbers.",
    source: SOURCE,
    bad: Text(
        "\
Parameters:
  Count:
    Type: Number
    MaxLength: 2
Resources:
  Orders:
    Type: AWS::SNS::Topic
",
    ),
    good: "\
Parameters:
  Count:
    Type: Number
    MaxValue: 99
Resources:
  Orders:
    Type: AWS::SNS::Topic
",
};
