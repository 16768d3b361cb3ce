//! The rules of Secrets Manager.

use crate::finding::{Example::Text, Rule, Scope::Template, Severity::Error};

pub(super) static RULES: [&Rule; 2] = [&SECRET, &ROTATION];

pub(in crate::check) static SECRET: Rule = Rule {
    id: "secretsmanager-secret",
    severity: Error,
    scope: Template,
    summary: "a secret with two values, or a template without its key",
    explanation: "A secret is either given or generated. `SecretStringTemplate` and `GenerateStringKey` are set \
                  together. Secrets Manager refuses others.",
    source: "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-secretsmanager-secret-generatesecretstring.html",
    bad: Text(
        "\
Resources:
  Password:
    Type: AWS::SecretsManager::Secret
    Properties:
      GenerateSecretString:
        SecretStringTemplate: '{\"username\": \"shop\"}'
",
    ),
    good: "\
Resources:
  Password:
    Type: AWS::SecretsManager::Secret
    Properties:
      GenerateSecretString:
        SecretStringTemplate: '{\"username\": \"shop\"}'
        GenerateStringKey: password
",
};

pub(in crate::check) static ROTATION: Rule = Rule {
    id: "secretsmanager-rotation",
    severity: Error,
    scope: Template,
    summary: "a rotation with two schedules",
    explanation: "A rotation has either `AutomaticallyAfterDays` or `ScheduleExpression`. Secrets Manager refuses \
                  both.",
    source: "https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_RotationRulesType.html",
    bad: Text(
        "\
Resources:
  Rotation:
    Type: AWS::SecretsManager::RotationSchedule
    Properties:
      SecretId: shop
      RotationLambdaARN: arn:aws:lambda:us-east-1:111122223333:function:rotate
      RotationRules:
        AutomaticallyAfterDays: 30
        ScheduleExpression: rate(30 days)
",
    ),
    good: "\
Resources:
  Rotation:
    Type: AWS::SecretsManager::RotationSchedule
    Properties:
      SecretId: shop
      RotationLambdaARN: arn:aws:lambda:us-east-1:111122223333:function:rotate
      RotationRules:
        AutomaticallyAfterDays: 30
",
};
