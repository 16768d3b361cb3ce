//! The rules of API Gateway.

use crate::finding::{
    Example::Text,
    Rule,
    Scope::Template,
    Severity::{Error, Warning},
};

pub(super) static RULES: [&Rule; 6] = [
    &NO_METHOD,
    &DEPLOYMENT_ORDER,
    &STAGE_DEPLOYMENT,
    &RESOURCE_PATH,
    &MISSING_AUTHORIZER,
    &INTEGRATION,
];

const DEPLOYMENTS: &str =
    "https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-deploy-api.html";

/// An API whose deployment has a method.
const DEPLOYED: &str = "\
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
";

pub(in crate::check) static NO_METHOD: Rule = Rule {
    id: "apigateway-no-method",
    severity: Error,
    scope: Template,
    summary: "a deployment of an API that has no method",
    explanation: "A deployment is a snapshot of the API, and API Gateway refuses to deploy an API without methods.",
    source: DEPLOYMENTS,
    bad: Text(
        "\
Resources:
  Api:
    Type: AWS::ApiGateway::RestApi
    Properties:
      Name: shop
  Deployment:
    Type: AWS::ApiGateway::Deployment
    Properties:
      RestApiId: !Ref Api
",
    ),
    good: DEPLOYED,
};

pub(in crate::check) static DEPLOYMENT_ORDER: Rule = Rule {
    id: "apigateway-deployment-order",
    severity: Warning,
    scope: Template,
    summary: "a deployment that may be created before the methods of its API",
    explanation: "API Gateway refuses to deploy an API without methods. CloudFormation creates the deployment and the methods at \
                  the same time unless the deployment depends on them, so it fails by chance, or lacks some of the methods. In a \
                  stack written in Rust, this is an error.",
    source: DEPLOYMENTS,
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
  Deployment:
    Type: AWS::ApiGateway::Deployment
    Properties:
      RestApiId: !Ref Api
",
    ),
    good: DEPLOYED,
};

pub(in crate::check) static STAGE_DEPLOYMENT: Rule = Rule {
    id: "apigateway-stage-deployment",
    severity: Error,
    scope: Template,
    summary: "a stage without a deployment, or with a deployment of another API",
    explanation: "A stage serves one deployment of its own API. API Gateway refuses a stage without a deployment, although the \
                  schema does not require the property.",
    source: "https://docs.aws.amazon.com/apigateway/latest/api/API_CreateStage.html",
    bad: Text(
        "\
Resources:
  Api:
    Type: AWS::ApiGateway::RestApi
    Properties:
      Name: shop
  Prod:
    Type: AWS::ApiGateway::Stage
    Properties:
      RestApiId: !Ref Api
      StageName: prod
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

pub(in crate::check) static RESOURCE_PATH: Rule = Rule {
    id: "apigateway-resource-path",
    severity: Error,
    scope: Template,
    summary: "method settings of a stage whose path does not begin with `/`",
    explanation: "API Gateway refuses method settings for a path that does not begin with `/`. `/*` stands for every path.",
    source: "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-apigateway-stage-methodsetting.html",
    bad: Text(
        "\
Resources:
  Prod:
    Type: AWS::ApiGateway::Stage
    Properties:
      RestApiId: a1b2c3d4e5
      DeploymentId: d1e2p3
      StageName: prod
      MethodSettings:
        - HttpMethod: '*'
          ResourcePath: '*'
",
    ),
    good: "\
Resources:
  Prod:
    Type: AWS::ApiGateway::Stage
    Properties:
      RestApiId: a1b2c3d4e5
      DeploymentId: d1e2p3
      StageName: prod
      MethodSettings:
        - HttpMethod: '*'
          ResourcePath: /*
",
};

pub(in crate::check) static MISSING_AUTHORIZER: Rule = Rule {
    id: "apigateway-missing-authorizer",
    severity: Error,
    scope: Template,
    summary: "a method whose authorization type needs an authorizer, without one",
    explanation: "API Gateway refuses a method with the authorization type `CUSTOM` or `COGNITO_USER_POOLS` that has no \
                  `AuthorizerId`.",
    source: "https://docs.aws.amazon.com/apigateway/latest/api/API_PutMethod.html",
    bad: Text(
        "\
Resources:
  Get:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: a1b2c3d4e5
      ResourceId: r1s2t3
      HttpMethod: GET
      AuthorizationType: COGNITO_USER_POOLS
",
    ),
    good: "\
Resources:
  Get:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: a1b2c3d4e5
      ResourceId: r1s2t3
      HttpMethod: GET
      AuthorizationType: COGNITO_USER_POOLS
      AuthorizerId: u1v2w3
",
};

pub(in crate::check) static INTEGRATION: Rule = Rule {
    id: "apigateway-integration",
    severity: Error,
    scope: Template,
    summary: "an integration without its address or method",
    explanation: "Every integration except `MOCK` has a `Uri` and an `IntegrationHttpMethod`. The URI of a function \
                  is not its ARN, but contains it. An integration over a VPC link names the link. API Gateway \
                  refuses others.",
    source: "https://docs.aws.amazon.com/apigateway/latest/api/API_PutIntegration.html",
    bad: Text(
        "\
Resources:
  Api:
    Type: AWS::ApiGateway::RestApi
    Properties:
      Name: shop
  Method:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: !Ref Api
      ResourceId: !GetAtt Api.RootResourceId
      HttpMethod: GET
      AuthorizationType: NONE
      Integration:
        Type: HTTP_PROXY
        IntegrationHttpMethod: GET
",
    ),
    good: "\
Resources:
  Api:
    Type: AWS::ApiGateway::RestApi
    Properties:
      Name: shop
  Method:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: !Ref Api
      ResourceId: !GetAtt Api.RootResourceId
      HttpMethod: GET
      AuthorizationType: NONE
      Integration:
        Type: HTTP_PROXY
        IntegrationHttpMethod: GET
        Uri: https://shop.example.com/products
",
};
