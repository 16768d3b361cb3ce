//! The rules for stacks written in Rust.

use std::fmt::Write as _;

use crate::{
    finding::{
        Example::{Built, Text},
        Rule,
        Scope::Stack,
        Severity::Error,
    },
    limits::MAX_RESOURCES,
};

pub(super) static RULES: [&Rule; 10] = [
    &WILDCARD_ACTION,
    &COGNITO_DOMAIN,
    &COGNITO_URL,
    &COGNITO_TOKEN_LIFETIME,
    &COGNITO_SIGN_IN_PAGE,
    &COGNITO_SCOPE,
    &API_NOT_DEPLOYED,
    &NO_INVOKE_PERMISSION,
    &STACK_TOO_LARGE,
    &INVALID_LOOP,
];

pub(in crate::check) static WILDCARD_ACTION: Rule = Rule {
    id: "wildcard-action",
    severity: Error,
    scope: Stack,
    summary: "a statement that allows actions by a wildcard or by `NotAction`",
    explanation: "AWS accepts wildcards, but they also allow actions that the service adds in the future. A statement that allows \
                  something lists its actions; a statement that denies something may use wildcards.",
    source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege",
    bad: Text(
        "\
Resources:
  Publish:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Action: sns:*
            Resource: arn:aws:sns:eu-west-1:111122223333:orders
",
    ),
    good: "\
Resources:
  Publish:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Action: sns:Publish
            Resource: arn:aws:sns:eu-west-1:111122223333:orders
",
};

pub(in crate::check) static COGNITO_DOMAIN: Rule = Rule {
    id: "cognito-domain",
    severity: Error,
    scope: Stack,
    summary: "a domain of a user pool that Cognito refuses",
    explanation: "The prefix of a domain has lower-case letters, digits and inner hyphens, and contains none of the words `amazon`, \
                  `aws` and `cognito`. Managed login is not available in the feature plan `LITE`.",
    source: "https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-assign-domain-prefix.html",
    bad: Text(
        "\
Resources:
  Pool:
    Type: AWS::Cognito::UserPool
  Domain:
    Type: AWS::Cognito::UserPoolDomain
    Properties:
      UserPoolId: !Ref Pool
      Domain: shop-aws
",
    ),
    good: "\
Resources:
  Pool:
    Type: AWS::Cognito::UserPool
  Domain:
    Type: AWS::Cognito::UserPoolDomain
    Properties:
      UserPoolId: !Ref Pool
      Domain: shop-employees
",
};

pub(in crate::check) static COGNITO_URL: Rule = Rule {
    id: "cognito-url",
    severity: Error,
    scope: Stack,
    summary: "a callback or sign-out URL that Cognito refuses",
    explanation: "The URLs of a client are absolute, have no fragment, and use `https`, except for `localhost`.",
    source: "https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-app-idp-settings.html",
    bad: Text(
        "\
Resources:
  Pool:
    Type: AWS::Cognito::UserPool
  Client:
    Type: AWS::Cognito::UserPoolClient
    Properties:
      UserPoolId: !Ref Pool
      CallbackURLs: ['http://shop.example.com/sign-in']
",
    ),
    good: "\
Resources:
  Pool:
    Type: AWS::Cognito::UserPool
  Client:
    Type: AWS::Cognito::UserPoolClient
    Properties:
      UserPoolId: !Ref Pool
      CallbackURLs: ['https://shop.example.com/sign-in']
",
};

pub(in crate::check) static COGNITO_TOKEN_LIFETIME: Rule = Rule {
    id: "cognito-token-lifetime",
    severity: Error,
    scope: Stack,
    summary: "a token lifetime that Cognito refuses",
    explanation: "Access and ID tokens are valid for 5 minutes to 1 day, refresh tokens for 1 hour to 10 years. The unit is in \
                  `TokenValidityUnits`.",
    source: "https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-tokens-with-identity-providers.html",
    bad: Text(
        "\
Resources:
  Pool:
    Type: AWS::Cognito::UserPool
  Client:
    Type: AWS::Cognito::UserPoolClient
    Properties:
      UserPoolId: !Ref Pool
      AccessTokenValidity: 2
      TokenValidityUnits:
        AccessToken: minutes
",
    ),
    good: "\
Resources:
  Pool:
    Type: AWS::Cognito::UserPool
  Client:
    Type: AWS::Cognito::UserPoolClient
    Properties:
      UserPoolId: !Ref Pool
      AccessTokenValidity: 60
      TokenValidityUnits:
        AccessToken: minutes
",
};

/// A client with sign-in pages and a scope of its own.
const SIGN_IN: &str = "\
Resources:
  Pool:
    Type: AWS::Cognito::UserPool
  Domain:
    Type: AWS::Cognito::UserPoolDomain
    Properties:
      UserPoolId: !Ref Pool
      Domain: shop-employees
  Server:
    Type: AWS::Cognito::UserPoolResourceServer
    Properties:
      UserPoolId: !Ref Pool
      Identifier: orders
      Name: orders
      Scopes:
        - ScopeName: read
          ScopeDescription: Read orders
  Client:
    Type: AWS::Cognito::UserPoolClient
    DependsOn: Server
    Properties:
      UserPoolId: !Ref Pool
      SupportedIdentityProviders: [COGNITO]
      AllowedOAuthFlowsUserPoolClient: true
      AllowedOAuthFlows: [code]
      AllowedOAuthScopes: [openid, orders/read]
      CallbackURLs: ['https://shop.example.com/sign-in']
";

pub(in crate::check) static COGNITO_SIGN_IN_PAGE: Rule = Rule {
    id: "cognito-sign-in-page",
    severity: Error,
    scope: Stack,
    summary: "a client whose sign-in pages would not work",
    explanation: "Cognito creates a client without an identity provider, callback URL, scope, enabled OAuth flows, domain or managed \
                  login style, but its sign-in pages answer 403.",
    source: "https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-app-integration.html",
    bad: Text(
        "\
Resources:
  Pool:
    Type: AWS::Cognito::UserPool
  Client:
    Type: AWS::Cognito::UserPoolClient
    Properties:
      UserPoolId: !Ref Pool
      SupportedIdentityProviders: [COGNITO]
      AllowedOAuthFlowsUserPoolClient: true
      AllowedOAuthFlows: [code]
      AllowedOAuthScopes: [openid]
      CallbackURLs: ['https://shop.example.com/sign-in']
",
    ),
    good: SIGN_IN,
};

pub(in crate::check) static COGNITO_SCOPE: Rule = Rule {
    id: "cognito-scope",
    severity: Error,
    scope: Stack,
    summary: "a scope that no resource server has, or that may not exist yet",
    explanation: "Cognito refuses a client with a scope that no resource server of its pool defines. The client refers to the scope by \
                  its name only, so it must depend on the resource server.",
    source: "https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-define-resource-servers.html",
    bad: Text(
        "\
Resources:
  Pool:
    Type: AWS::Cognito::UserPool
  Domain:
    Type: AWS::Cognito::UserPoolDomain
    Properties:
      UserPoolId: !Ref Pool
      Domain: shop-employees
  Client:
    Type: AWS::Cognito::UserPoolClient
    Properties:
      UserPoolId: !Ref Pool
      SupportedIdentityProviders: [COGNITO]
      AllowedOAuthFlowsUserPoolClient: true
      AllowedOAuthFlows: [code]
      AllowedOAuthScopes: [openid, orders/read]
      CallbackURLs: ['https://shop.example.com/sign-in']
",
    ),
    good: SIGN_IN,
};

pub(in crate::check) static API_NOT_DEPLOYED: Rule = Rule {
    id: "apigateway-not-deployed",
    severity: Error,
    scope: Stack,
    summary: "an API with methods that no deployment and stage serve",
    explanation: "A stage serves the methods that existed when its deployment was created. AWS creates an API without a deployment or \
                  stage, but it cannot be called. A method that the deployment does not depend on may be missing in it.",
    source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-deploy-api.html",
    bad: Text(
        "\
Resources:
  Api:
    Type: AWS::ApiGateway::RestApi
    Properties:
      Name: shop
  Get:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: !Ref Api
      ResourceId: !GetAtt Api.RootResourceId
      HttpMethod: GET
      AuthorizationType: NONE
",
    ),
    good: "\
Resources:
  Api:
    Type: AWS::ApiGateway::RestApi
    Properties:
      Name: shop
  Get:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: !Ref Api
      ResourceId: !GetAtt Api.RootResourceId
      HttpMethod: GET
      AuthorizationType: NONE
  Deployment:
    Type: AWS::ApiGateway::Deployment
    DependsOn: Get
    Properties:
      RestApiId: !Ref Api
  Prod:
    Type: AWS::ApiGateway::Stage
    Properties:
      RestApiId: !Ref Api
      StageName: prod
      DeploymentId: !Ref Deployment
",
};

pub(in crate::check) static NO_INVOKE_PERMISSION: Rule = Rule {
    id: "lambda-no-invoke-permission",
    severity: Error,
    scope: Stack,
    summary: "a function that its caller may not invoke",
    explanation: "AWS creates a rule, subscription or method that invokes a function without the permission to do so, but each \
                  invocation fails.",
    source: "https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html",
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
  Daily:
    Type: AWS::Events::Rule
    Properties:
      ScheduleExpression: rate(1 day)
      Targets:
        - Id: work
          Arn: !GetAtt Work.Arn
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
  Daily:
    Type: AWS::Events::Rule
    Properties:
      ScheduleExpression: rate(1 day)
      Targets:
        - Id: work
          Arn: !GetAtt Work.Arn
  May:
    Type: AWS::Lambda::Permission
    Properties:
      Action: lambda:InvokeFunction
      FunctionName: !Ref Work
      Principal: events.amazonaws.com
      SourceArn: !GetAtt Daily.Arn
",
};

pub(in crate::check) static STACK_TOO_LARGE: Rule = Rule {
    id: "stack-too-large",
    severity: Error,
    scope: Stack,
    summary: "a stack of more than 500 resources that cannot be split into nested stacks",
    explanation: "A stack has at most 500 resources. A larger template is split into nested stacks, except for resources that hold \
                  data, are conditional, or are used by such resources; these stay in the root stack. A template with transforms \
                  cannot be split.",
    source: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html",
    bad: Built {
        description: "a stack with 501 buckets",
        build: || {
            let mut text = String::from("Resources:\n");
            for i in 0..=MAX_RESOURCES {
                // Writing to a `String` does not fail.
                let _ = writeln!(text, "  Files{i}: {{Type: AWS::S3::Bucket}}");
            }
            text
        },
    },
    good: "\
Resources:
  Files:
    Type: AWS::S3::Bucket
",
};

pub(in crate::check) static INVALID_LOOP: Rule = Rule {
    id: "invalid-loop",
    severity: Error,
    scope: Stack,
    summary: "a loop that CloudFormation does not expand as it is meant",
    explanation: "`AWS::LanguageExtensions` replaces the item of a loop in keys, in `Ref` and in `Fn::Sub`, but not in `DependsOn` and \
                  not in the names of conditions. It knows parameters, mappings and literals only, and at most 5 loops within one \
                  another. Each key in a loop contains the item, so that the keys differ.",
    source: "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-foreach.html",
    bad: Text(
        "\
Transform: AWS::LanguageExtensions
Resources:
  Fn::ForEach::Topics:
    - Name
    - [Orders, Stock]
    - Topic${Name}:
        Type: AWS::SNS::Topic
      Second${Name}:
        Type: AWS::SNS::Topic
        DependsOn: Topic${Name}
",
    ),
    good: "\
Transform: AWS::LanguageExtensions
Resources:
  Fn::ForEach::Topics:
    - Name
    - [Orders, Stock]
    - Topic${Name}:
        Type: AWS::SNS::Topic
        Properties:
          DisplayName: !Ref Name
",
};
