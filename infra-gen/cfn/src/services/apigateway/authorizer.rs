//! `AWS::ApiGateway::Authorizer`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    reference::{Arn, Id},
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    value::{Json, List, ObjectWriter, ToJson, Value},
};

/// The `AWS::ApiGateway::Authorizer` resource creates an authorization layer that API Gateway activates for
/// methods that have authorization enabled. API Gateway activates the authorizer when a client calls those
/// methods.
///
/// `AWS::ApiGateway::Authorizer`.
#[derive(Debug, Clone, PartialEq)]
pub struct Authorizer {
    /// Optional customer-defined field, used in OpenAPI imports and exports without functional impact.
    pub auth_type: Option<Value<String>>,
    /// Specifies the required credentials as an IAM role for API Gateway to invoke the authorizer. To specify
    /// an IAM role for API Gateway to assume, use the role's Amazon Resource Name (ARN). To use
    /// resource-based permissions on the Lambda function, specify null.
    pub authorizer_credentials: Option<Value<Arn<kind::iam::Role>>>,
    /// The TTL in seconds of cached authorizer results. If it equals 0, authorization caching is disabled. If
    /// it is greater than 0, API Gateway will cache authorizer responses. If this field is not set, the
    /// default value is 300. The maximum value is 3600, or 1 hour.
    pub authorizer_result_ttl_in_seconds: Option<Value<i64>>,
    /// Specifies the authorizer's Uniform Resource Identifier (URI). For `TOKEN` or `REQUEST` authorizers,
    /// this must be a well-formed Lambda function URI, for example,
    /// `arn:aws:apigateway:us-west-2:lambda:path/2015-03-31/functions/arn:aws:lambda:us-west-2:{account_id}:function:{lambda_function_name}/invocations`.
    /// In general, the URI has this form `arn:aws:apigateway:{region}:lambda:path/{service_api}`, where
    /// `{region}` is the same as the region hosting the Lambda function, `path` indicates that the remaining
    /// substring in the URI should be treated as the path to the resource, including the initial `/`.
    pub authorizer_uri: Option<Value<String>>,
    /// The identity source for which authorization is requested. For a `TOKEN` or `COGNITO_USER_POOLS`
    /// authorizer, this is required and specifies the request header mapping expression for the custom header
    /// holding the authorization token submitted by the client. For example, if the token header name is
    /// `Auth`, the header mapping expression is `method.request.header.Auth`. For the `REQUEST` authorizer,
    /// this is required when authorization caching is enabled.
    pub identity_source: Option<Value<String>>,
    /// A validation expression for the incoming identity token. For `TOKEN` authorizers, this value is a
    /// regular expression. For `COGNITO_USER_POOLS` authorizers, API Gateway will match the `aud` field of
    /// the incoming token from the client against the specified regular expression. It will invoke the
    /// authorizer's Lambda function when there is a match. Otherwise, it will return a 401 Unauthorized
    /// response without calling the Lambda function.
    pub identity_validation_expression: Option<Value<String>>,
    /// The name of the authorizer.
    pub name: Value<String>,
    /// A list of the Amazon Cognito user pool ARNs for the `COGNITO_USER_POOLS` authorizer. Each element is
    /// of this format: `arn:aws:cognito-idp:{region}:{account_id}:userpool/{user_pool_id}`. For a `TOKEN` or
    /// `REQUEST` authorizer, this is not defined.
    pub provider_arns: Option<Value<List<Arn<kind::cognito::UserPool>>>>,
    /// The string identifier of the associated RestApi.
    ///
    /// Update requires: replacement.
    pub rest_api_id: Value<Id<kind::apigateway::RestApi>>,
    /// The authorizer type. Valid values are `TOKEN` for a Lambda function using a single authorization token
    /// submitted in a custom header, `REQUEST` for a Lambda function using incoming request parameters, and
    /// `COGNITO_USER_POOLS` for using an Amazon Cognito user pool.
    pub r#type: Value<String>,
}

impl Authorizer {
    /// With the required properties only.
    pub fn new(
        name: impl Into<Value<String>>,
        rest_api_id: impl Into<Value<Id<kind::apigateway::RestApi>>>,
        r#type: impl Into<Value<String>>,
    ) -> Self {
        Self {
            auth_type: None,
            authorizer_credentials: None,
            authorizer_result_ttl_in_seconds: None,
            authorizer_uri: None,
            identity_source: None,
            identity_validation_expression: None,
            name: name.into(),
            provider_arns: None,
            rest_api_id: rest_api_id.into(),
            r#type: r#type.into(),
        }
    }
}

impl ToJson for Authorizer {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("AuthType", self.auth_type.as_ref());
        object.optional("AuthorizerCredentials", self.authorizer_credentials.as_ref());
        object.optional(
            "AuthorizerResultTtlInSeconds",
            self.authorizer_result_ttl_in_seconds.as_ref(),
        );
        object.optional("AuthorizerUri", self.authorizer_uri.as_ref());
        object.optional("IdentitySource", self.identity_source.as_ref());
        object.optional(
            "IdentityValidationExpression",
            self.identity_validation_expression.as_ref(),
        );
        object.required("Name", &self.name);
        object.optional("ProviderARNs", self.provider_arns.as_ref());
        object.required("RestApiId", &self.rest_api_id);
        object.required("Type", &self.r#type);
        object.finish()
    }
}

impl resource::Resource for Authorizer {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::apigateway::Authorizer;
    type Reference = Id<kind::apigateway::Authorizer>;
}

impl Handle<Authorizer> {
    /// The ID for the authorizer. For example: `abc123`.
    ///
    /// `Fn::GetAtt` of `AuthorizerId`.
    pub fn authorizer_id(&self) -> Value<Id<kind::apigateway::Authorizer>> {
        self.attribute("AuthorizerId")
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::ApiGateway::Authorizer",
    properties: &AUTHORIZER,
    create_only: &["RestApiId"],
    conditional_create_only: &[],
    read_only: &["AuthorizerId"],
    write_only: &[],
    primary_identifier: &["RestApiId", "AuthorizerId"],
    reference: Reference::Id,
    attributes: &[Attribute::scalar("AuthorizerId")],
    stateful: false,
};

static AUTHORIZER: Object = Object {
    properties: &[
        Property::optional("AuthType", Shape::TEXT),
        Property::optional("AuthorizerCredentials", Shape::TEXT),
        Property::optional("AuthorizerId", Shape::Json),
        Property::optional("AuthorizerResultTtlInSeconds", Shape::INTEGER),
        Property::optional("AuthorizerUri", Shape::TEXT),
        Property::optional("IdentitySource", Shape::TEXT),
        Property::optional("IdentityValidationExpression", Shape::TEXT),
        Property::required("Name", Shape::TEXT),
        Property::optional("ProviderARNs", Shape::list(&Shape::TEXT).unique()),
        Property::required("RestApiId", Shape::TEXT),
        Property::required("Type", Shape::TEXT),
    ],
    constraints: &[],
};
