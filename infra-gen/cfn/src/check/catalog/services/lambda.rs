//! The rules of Lambda functions.

use crate::finding::{Example::Text, Rule, Scope::Template, Severity::Error};

pub(super) static RULES: [&Rule; 6] = [
    &PACKAGE_TYPE,
    &CODE_LOCATION,
    &INLINE_CODE,
    &CLOSED_RUNTIME,
    &ENVIRONMENT,
    &SNAP_START,
];

const CREATE: &str = "https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html";

/// A function without findings.
const GOOD: &str = "\
Resources:
  Work:
    Type: AWS::Lambda::Function
    Properties:
      Role: arn:aws:iam::111122223333:role/work
      Runtime: provided.al2023
      Handler: bootstrap
      Code:
        S3Bucket: code
        S3Key: work.zip
";

pub(in crate::check) static PACKAGE_TYPE: Rule = Rule {
    id: "lambda-package-type",
    severity: Error,
    scope: Template,
    summary: "a container image with properties of a zip archive",
    explanation: "Lambda refuses `Handler`, `Runtime` and `Layers` for a function with the package type `Image`.",
    source: CREATE,
    bad: Text(
        "\
Resources:
  Work:
    Type: AWS::Lambda::Function
    Properties:
      Role: arn:aws:iam::111122223333:role/work
      PackageType: Image
      Handler: bootstrap
      Code:
        ImageUri: 111122223333.dkr.ecr.eu-west-1.amazonaws.com/work:latest
",
    ),
    good: "\
Resources:
  Work:
    Type: AWS::Lambda::Function
    Properties:
      Role: arn:aws:iam::111122223333:role/work
      PackageType: Image
      Code:
        ImageUri: 111122223333.dkr.ecr.eu-west-1.amazonaws.com/work:latest
",
};

pub(in crate::check) static CODE_LOCATION: Rule = Rule {
    id: "lambda-code-location",
    severity: Error,
    scope: Template,
    summary: "a function without a location of its code",
    explanation: "The code of a function is a zip archive in a bucket (`S3Bucket` and `S3Key`), a container image (`ImageUri`), \
                  or inline (`ZipFile`). Lambda refuses a function without any of them.",
    source: "https://docs.aws.amazon.com/lambda/latest/api/API_FunctionCode.html",
    bad: Text(
        "\
Resources:
  Work:
    Type: AWS::Lambda::Function
    Properties:
      Role: arn:aws:iam::111122223333:role/work
      Runtime: provided.al2023
      Handler: bootstrap
      Code:
        S3Bucket: code
",
    ),
    good: GOOD,
};

pub(in crate::check) static INLINE_CODE: Rule = Rule {
    id: "lambda-inline-code",
    severity: Error,
    scope: Template,
    summary: "inline code of a runtime that does not support it",
    explanation: "CloudFormation supports inline code, `ZipFile`, for Node.js and Python only.",
    source: "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-lambda-function-code.html",
    bad: Text(
        "\
Resources:
  Work:
    Type: AWS::Lambda::Function
    Properties:
      Role: arn:aws:iam::111122223333:role/work
      Runtime: provided.al2023
      Handler: bootstrap
      Code:
        ZipFile: echo done
",
    ),
    good: GOOD,
};

pub(in crate::check) static CLOSED_RUNTIME: Rule = Rule {
    id: "lambda-closed-runtime",
    severity: Error,
    scope: Template,
    summary: "a runtime for which Lambda no longer creates functions",
    explanation: "Lambda refuses to create and update functions with a runtime some time after its deprecation. Existing functions \
                  can still be invoked.",
    source: "https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html",
    bad: Text(
        "\
Resources:
  Work:
    Type: AWS::Lambda::Function
    Properties:
      Role: arn:aws:iam::111122223333:role/work
      Runtime: python2.7
      Handler: work.handler
      Code:
        S3Bucket: code
        S3Key: work.zip
",
    ),
    good: GOOD,
};

pub(in crate::check) static ENVIRONMENT: Rule = Rule {
    id: "lambda-environment",
    severity: Error,
    scope: Template,
    summary: "environment variables with reserved or malformed names, or of more than 4 KB",
    explanation: "Lambda sets some variables itself and refuses functions that set them too. A name begins with a letter and has \
                  at least two letters, digits or `_`. All variables together, as JSON, have at most 4,096 bytes.",
    source: "https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html",
    bad: Text(
        "\
Resources:
  Work:
    Type: AWS::Lambda::Function
    Properties:
      Role: arn:aws:iam::111122223333:role/work
      Runtime: provided.al2023
      Handler: bootstrap
      Code:
        S3Bucket: code
        S3Key: work.zip
      Environment:
        Variables:
          AWS_REGION: eu-west-1
",
    ),
    good: "\
Resources:
  Work:
    Type: AWS::Lambda::Function
    Properties:
      Role: arn:aws:iam::111122223333:role/work
      Runtime: provided.al2023
      Handler: bootstrap
      Code:
        S3Bucket: code
        S3Key: work.zip
      Environment:
        Variables:
          SHOP_REGION: eu-west-1
",
};

pub(in crate::check) static SNAP_START: Rule = Rule {
    id: "lambda-snap-start",
    severity: Error,
    scope: Template,
    summary: "a function with SnapStart, whose runtime does not support it",
    explanation: "SnapStart supports Java 11, Python 3.12, .NET 8 and their later versions. Lambda refuses other runtimes.",
    source: "https://docs.aws.amazon.com/lambda/latest/dg/snapstart.html",
    bad: Text(
        "\
Resources:
  Work:
    Type: AWS::Lambda::Function
    Properties:
      Code:
        S3Bucket: shop-code
        S3Key: work.zip
      Handler: work.handler
      Role: arn:aws:iam::111122223333:role/work
      Runtime: nodejs22.x
      SnapStart:
        ApplyOn: PublishedVersions
",
    ),
    good: "\
Resources:
  Work:
    Type: AWS::Lambda::Function
    Properties:
      Code:
        S3Bucket: shop-code
        S3Key: work.zip
      Handler: work.handler
      Role: arn:aws:iam::111122223333:role/work
      Runtime: python3.13
      SnapStart:
        ApplyOn: PublishedVersions
",
};
