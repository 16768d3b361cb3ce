//! The rules of Cognito.

use crate::finding::{Example::Text, Rule, Scope::Template, Severity::Error};

pub(super) static RULES: [&Rule; 3] = [&MFA, &ATTRIBUTE, &CLIENT];

pub(in crate::check) static MFA: Rule = Rule {
    id: "cognito-mfa",
    severity: Error,
    scope: Template,
    summary: "multi-factor authentication without a factor",
    explanation: "Cognito refuses `MfaConfiguration` other than `OFF` without a second factor: `EnabledMfas`, or an \
                  SMS configuration. The factor `SMS_MFA` needs `SmsConfiguration`.",
    source: "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SetUserPoolMfaConfig.html",
    bad: Text(
        "\
Resources:
  Users:
    Type: AWS::Cognito::UserPool
    Properties:
      MfaConfiguration: 'ON'
",
    ),
    good: "\
Resources:
  Users:
    Type: AWS::Cognito::UserPool
    Properties:
      MfaConfiguration: 'ON'
      EnabledMfas: [SOFTWARE_TOKEN_MFA]
",
};

pub(in crate::check) static ATTRIBUTE: Rule = Rule {
    id: "cognito-attribute",
    severity: Error,
    scope: Template,
    summary: "an attribute that a user pool cannot have",
    explanation: "A custom attribute is never required, the names of attributes are unique, and users sign in either \
                  with aliases or with other attributes as user names. Cognito refuses other pools.",
    source: "https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html",
    bad: Text(
        "\
Resources:
  Users:
    Type: AWS::Cognito::UserPool
    Properties:
      Schema:
        - Name: tier
          AttributeDataType: String
          Required: true
",
    ),
    good: "\
Resources:
  Users:
    Type: AWS::Cognito::UserPool
    Properties:
      Schema:
        - Name: tier
          AttributeDataType: String
",
};

pub(in crate::check) static CLIENT: Rule = Rule {
    id: "cognito-client",
    severity: Error,
    scope: Template,
    summary: "a combination of flows that a client cannot have",
    explanation: "A client with `AllowedOAuthFlowsUserPoolClient` has flows and scopes. `client_credentials` stands \
                  alone and needs a secret. Authentication flows with and without the prefix `ALLOW_` do not mix. \
                  Cognito refuses other clients.",
    source: "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html",
    bad: Text(
        "\
Resources:
  Client:
    Type: AWS::Cognito::UserPoolClient
    Properties:
      UserPoolId: us-east-1_abcdefghi
      ExplicitAuthFlows: [ALLOW_USER_SRP_AUTH, USER_PASSWORD_AUTH]
",
    ),
    good: "\
Resources:
  Client:
    Type: AWS::Cognito::UserPoolClient
    Properties:
      UserPoolId: us-east-1_abcdefghi
      ExplicitAuthFlows: [ALLOW_USER_SRP_AUTH, ALLOW_REFRESH_TOKEN_AUTH]
",
};
