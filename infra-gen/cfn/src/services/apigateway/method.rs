//! `AWS::ApiGateway::Method`. Generated; see `generator/`.

use crate::{
    kind,
    reference::{Arn, Id},
    resource,
    schema::{Object, Property, Reference, Shape, TypeSchema},
    text_enum::text_enum,
    value::{Json, List, Map, ObjectWriter, ToJson, Value},
};

/// The `AWS::ApiGateway::Method` resource creates API Gateway methods that define the parameters and body
/// that clients must send in their requests.
///
/// `AWS::ApiGateway::Method`.
#[derive(Debug, Clone, PartialEq)]
pub struct Method {
    /// A boolean flag specifying whether a valid ApiKey is required to invoke this method.
    pub api_key_required: Option<Value<bool>>,
    /// A list of authorization scopes configured on the method. The scopes are used with a
    /// `COGNITO_USER_POOLS` authorizer to authorize the method invocation. The authorization works by
    /// matching the method scopes against the scopes parsed from the access token in the incoming request.
    /// The method invocation is authorized if any method scopes matches a claimed scope in the access token.
    /// Otherwise, the invocation is not authorized.
    pub authorization_scopes: Option<Value<List<String>>>,
    /// The method's authorization type. This parameter is required. For valid values, see
    /// [Method](https://docs.aws.amazon.com/apigateway/latest/api/API_Method.html) in the *API Gateway API
    /// Reference*.
    pub authorization_type: Option<Value<String>>,
    /// The identifier of an authorizer to use on this method. The method's authorization type must be
    /// `CUSTOM` or `COGNITO_USER_POOLS`.
    pub authorizer_id: Option<Value<Id<kind::apigateway::Authorizer>>>,
    /// The method's HTTP verb.
    ///
    /// Update requires: replacement.
    pub http_method: Value<String>,
    /// Represents an `HTTP`, `HTTP_PROXY`, `AWS`, `AWS_PROXY`, or Mock integration.
    pub integration: Option<Value<Integration>>,
    /// Gets a method response associated with a given HTTP status code.
    pub method_responses: Option<Value<List<MethodResponse>>>,
    /// A human-friendly operation identifier for the method. For example, you can assign the `operationName`
    /// of `ListPets` for the `GET /pets` method in the `PetStore` example.
    pub operation_name: Option<Value<String>>,
    /// A key-value map specifying data schemas, represented by Model resources, (as the mapped value) of the
    /// request payloads of given content types (as the mapping key).
    pub request_models: Option<Value<Map<String>>>,
    /// A key-value map defining required or optional method request parameters that can be accepted by API
    /// Gateway. A key is a method request parameter name matching the pattern of
    /// `method.request.{location}.{name}`, where `location` is `querystring`, `path`, or `header` and `name`
    /// is a valid and unique parameter name. The value associated with the key is a Boolean flag indicating
    /// whether the parameter is required ( `true`) or optional ( `false` ).
    pub request_parameters: Option<Value<Map<bool>>>,
    /// The identifier of a RequestValidator for request validation.
    pub request_validator_id: Option<Value<Id<kind::apigateway::RequestValidator>>>,
    /// The Resource identifier for the MethodResponse resource.
    ///
    /// Update requires: replacement.
    pub resource_id: Value<Id<kind::apigateway::Resource>>,
    /// The string identifier of the associated RestApi.
    ///
    /// Update requires: replacement.
    pub rest_api_id: Value<Id<kind::apigateway::RestApi>>,
}

impl Method {
    /// With the required properties only.
    pub fn new(
        http_method: impl Into<Value<String>>,
        resource_id: impl Into<Value<Id<kind::apigateway::Resource>>>,
        rest_api_id: impl Into<Value<Id<kind::apigateway::RestApi>>>,
    ) -> Self {
        Self {
            api_key_required: None,
            authorization_scopes: None,
            authorization_type: None,
            authorizer_id: None,
            http_method: http_method.into(),
            integration: None,
            method_responses: None,
            operation_name: None,
            request_models: None,
            request_parameters: None,
            request_validator_id: None,
            resource_id: resource_id.into(),
            rest_api_id: rest_api_id.into(),
        }
    }
}

impl ToJson for Method {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("ApiKeyRequired", self.api_key_required.as_ref());
        object.optional("AuthorizationScopes", self.authorization_scopes.as_ref());
        object.optional("AuthorizationType", self.authorization_type.as_ref());
        object.optional("AuthorizerId", self.authorizer_id.as_ref());
        object.required("HttpMethod", &self.http_method);
        object.optional("Integration", self.integration.as_ref());
        object.optional("MethodResponses", self.method_responses.as_ref());
        object.optional("OperationName", self.operation_name.as_ref());
        object.optional("RequestModels", self.request_models.as_ref());
        object.optional("RequestParameters", self.request_parameters.as_ref());
        object.optional("RequestValidatorId", self.request_validator_id.as_ref());
        object.required("ResourceId", &self.resource_id);
        object.required("RestApiId", &self.rest_api_id);
        object.finish()
    }
}

impl resource::Resource for Method {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::apigateway::Method;
    type Reference = Id<kind::apigateway::Method>;
}

/// `Integration` is a property of the
/// [AWS::ApiGateway::Method](https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-apigateway-method.html)
/// resource that specifies information about the target backend that a method calls.
#[derive(Debug, Clone, PartialEq)]
pub struct Integration {
    /// A list of request parameters whose values API Gateway caches. To be valid values for
    /// `cacheKeyParameters`, these parameters must also be specified for Method `requestParameters`.
    pub cache_key_parameters: Option<Value<List<String>>>,
    /// Specifies a group of related cached parameters. By default, API Gateway uses the resource ID as the
    /// `cacheNamespace`. You can specify the same `cacheNamespace` across resources to return the same cached
    /// data for requests to different resources.
    pub cache_namespace: Option<Value<String>>,
    /// The ID of the VpcLink used for the integration when `connectionType=VPC_LINK` and undefined,
    /// otherwise.
    pub connection_id: Option<Value<Id<kind::apigateway::VpcLink>>>,
    /// The type of the network connection to the integration endpoint. The valid value is `INTERNET` for
    /// connections through the public routable internet or `VPC_LINK` for private connections between API
    /// Gateway and a network load balancer in a VPC. The default value is `INTERNET`.
    pub connection_type: Option<Value<ConnectionType>>,
    /// Specifies how to handle request payload content type conversions. Supported values are
    /// `CONVERT_TO_BINARY` and `CONVERT_TO_TEXT`, with the following behaviors:
    pub content_handling: Option<Value<ContentHandling>>,
    /// Specifies the credentials required for the integration, if any. For AWS integrations, three options
    /// are available. To specify an IAM Role for API Gateway to assume, use the role's Amazon Resource Name
    /// (ARN). To require that the caller's identity be passed through from the request, specify the string
    /// `arn:aws:iam::\*:user/\*`. To use resource-based permissions on supported AWS services, specify null.
    pub credentials: Option<Value<Arn<kind::iam::Role>>>,
    /// Specifies the integration's HTTP method type. For the Type property, if you specify `MOCK`, this
    /// property is optional. For Lambda integrations, you must set the integration method to `POST`. For all
    /// other types, you must specify this property.
    pub integration_http_method: Option<Value<String>>,
    /// Specifies the integration's responses.
    pub integration_responses: Option<Value<List<IntegrationResponse>>>,
    /// The ALB or NLB listener to send the request to. Only supported for private integrations that use VPC
    /// links V2.
    pub integration_target: Option<Value<String>>,
    /// Specifies how the method request body of an unmapped content type will be passed through the
    /// integration request to the back end without transformation. A content type is unmapped if no mapping
    /// template is defined in the integration or the content type does not match any of the mapped content
    /// types, as specified in `requestTemplates`. The valid value is one of the following: `WHEN_NO_MATCH`:
    /// passes the method request body through the integration request to the back end without transformation
    /// when the method request content type does not match any content type associated with the mapping
    /// templates defined in the integration request.
    pub passthrough_behavior: Option<Value<PassthroughBehavior>>,
    /// A key-value map specifying request parameters that are passed from the method request to the back end.
    /// The key is an integration request parameter name and the associated value is a method request
    /// parameter value or static value that must be enclosed within single quotes and pre-encoded as required
    /// by the back end. The method request parameter value must match the pattern of
    /// `method.request.{location}.{name}`, where `location` is `querystring`, `path`, or `header` and `name`
    /// must be a valid and unique method request parameter name.
    pub request_parameters: Option<Value<Map<String>>>,
    /// Represents a map of Velocity templates that are applied on the request payload based on the value of
    /// the Content-Type header sent by the client. The content type value is the key in this map, and the
    /// template (as a String) is the value.
    pub request_templates: Option<Value<Map<String>>>,
    /// The response transfer mode of the integration. Use `STREAM` to have API Gateway stream response your
    /// back to you or use `BUFFERED` to have API Gateway wait to receive the complete response before
    /// beginning transmission.
    pub response_transfer_mode: Option<Value<ResponseTransferMode>>,
    /// Custom timeout between 50 and 29,000 milliseconds. The default value is 29,000 milliseconds or 29
    /// seconds. You can increase the default value to longer than 29 seconds for Regional or private APIs
    /// only.
    ///
    /// Range: 50 or more.
    pub timeout_in_millis: Option<Value<i64>>,
    /// Specifies an API method integration type. The valid value is one of the following:
    pub r#type: Value<IntegrationType>,
    /// Specifies Uniform Resource Identifier (URI) of the integration endpoint.
    pub uri: Option<Value<String>>,
}

impl Integration {
    /// With the required properties only.
    pub fn new(r#type: impl Into<Value<IntegrationType>>) -> Self {
        Self {
            cache_key_parameters: None,
            cache_namespace: None,
            connection_id: None,
            connection_type: None,
            content_handling: None,
            credentials: None,
            integration_http_method: None,
            integration_responses: None,
            integration_target: None,
            passthrough_behavior: None,
            request_parameters: None,
            request_templates: None,
            response_transfer_mode: None,
            timeout_in_millis: None,
            r#type: r#type.into(),
            uri: None,
        }
    }
}

impl ToJson for Integration {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("CacheKeyParameters", self.cache_key_parameters.as_ref());
        object.optional("CacheNamespace", self.cache_namespace.as_ref());
        object.optional("ConnectionId", self.connection_id.as_ref());
        object.optional("ConnectionType", self.connection_type.as_ref());
        object.optional("ContentHandling", self.content_handling.as_ref());
        object.optional("Credentials", self.credentials.as_ref());
        object.optional("IntegrationHttpMethod", self.integration_http_method.as_ref());
        object.optional("IntegrationResponses", self.integration_responses.as_ref());
        object.optional("IntegrationTarget", self.integration_target.as_ref());
        object.optional("PassthroughBehavior", self.passthrough_behavior.as_ref());
        object.optional("RequestParameters", self.request_parameters.as_ref());
        object.optional("RequestTemplates", self.request_templates.as_ref());
        object.optional("ResponseTransferMode", self.response_transfer_mode.as_ref());
        object.optional("TimeoutInMillis", self.timeout_in_millis.as_ref());
        object.required("Type", &self.r#type);
        object.optional("Uri", self.uri.as_ref());
        object.finish()
    }
}

/// `IntegrationResponse` is a property of the [Amazon API Gateway Method
/// Integration](https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-apitgateway-method-integration.html)
/// property type that specifies the response that API Gateway sends after a method's backend finishes
/// processing a request.
#[derive(Debug, Clone, PartialEq)]
pub struct IntegrationResponse {
    /// Specifies how to handle response payload content type conversions. Supported values are
    /// `CONVERT_TO_BINARY` and `CONVERT_TO_TEXT`, with the following behaviors:
    pub content_handling: Option<Value<ContentHandling>>,
    /// A key-value map specifying response parameters that are passed to the method response from the back
    /// end. The key is a method response header parameter name and the mapped value is an integration
    /// response header value, a static value enclosed within a pair of single quotes, or a JSON expression
    /// from the integration response body. The mapping key must match the pattern of
    /// `method.response.header.{name}`, where `name` is a valid and unique header name.
    pub response_parameters: Option<Value<Map<String>>>,
    /// Specifies the templates used to transform the integration response body. Response templates are
    /// represented as a key/value map, with a content-type as the key and a template as the value.
    pub response_templates: Option<Value<Map<String>>>,
    /// Specifies the regular expression (regex) pattern used to choose an integration response based on the
    /// response from the back end. For example, if the success response returns nothing and the error
    /// response returns some string, you could use the `.+` regex to match error response. However, make sure
    /// that the error response does not contain any newline ( `\n`) character in such cases. If the back end
    /// is an AWS Lambda function, the AWS Lambda function error header is matched.
    pub selection_pattern: Option<Value<String>>,
    /// Specifies the status code that is used to map the integration response to an existing MethodResponse.
    pub status_code: Value<String>,
}

impl IntegrationResponse {
    /// With the required properties only.
    pub fn new(status_code: impl Into<Value<String>>) -> Self {
        Self {
            content_handling: None,
            response_parameters: None,
            response_templates: None,
            selection_pattern: None,
            status_code: status_code.into(),
        }
    }
}

impl ToJson for IntegrationResponse {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("ContentHandling", self.content_handling.as_ref());
        object.optional("ResponseParameters", self.response_parameters.as_ref());
        object.optional("ResponseTemplates", self.response_templates.as_ref());
        object.optional("SelectionPattern", self.selection_pattern.as_ref());
        object.required("StatusCode", &self.status_code);
        object.finish()
    }
}

/// Represents a method response of a given HTTP status code returned to the client. The method response is
/// passed from the back end through the associated integration response that can be transformed using a
/// mapping template.
#[derive(Debug, Clone, PartialEq)]
pub struct MethodResponse {
    /// Specifies the Model resources used for the response's content-type. Response models are represented as
    /// a key/value map, with a content-type as the key and a Model name as the value.
    pub response_models: Option<Value<Map<String>>>,
    /// A key-value map specifying required or optional response parameters that API Gateway can send back to
    /// the caller. A key defines a method response header and the value specifies whether the associated
    /// method response header is required or not. The expression of the key must match the pattern
    /// `method.response.header.{name}`, where `name` is a valid and unique header name. API Gateway passes
    /// certain integration response data to the method response headers specified here according to the
    /// mapping you prescribe in the API's IntegrationResponse.
    pub response_parameters: Option<Value<Map<bool>>>,
    /// The method response's status code.
    pub status_code: Value<String>,
}

impl MethodResponse {
    /// With the required properties only.
    pub fn new(status_code: impl Into<Value<String>>) -> Self {
        Self {
            response_models: None,
            response_parameters: None,
            status_code: status_code.into(),
        }
    }
}

impl ToJson for MethodResponse {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("ResponseModels", self.response_models.as_ref());
        object.optional("ResponseParameters", self.response_parameters.as_ref());
        object.required("StatusCode", &self.status_code);
        object.finish()
    }
}

text_enum! {
    /// The values of `Integration.ConnectionType`.
    ConnectionType {
        Internet = "INTERNET",
        VpcLink = "VPC_LINK",
    }
}

text_enum! {
    /// The values of `Integration.ContentHandling`, `IntegrationResponse.ContentHandling`.
    ContentHandling {
        ConvertToBinary = "CONVERT_TO_BINARY",
        ConvertToText = "CONVERT_TO_TEXT",
    }
}

text_enum! {
    /// The values of `Integration.Type`.
    IntegrationType {
        Aws = "AWS",
        AwsProxy = "AWS_PROXY",
        Http = "HTTP",
        HttpProxy = "HTTP_PROXY",
        Mock = "MOCK",
    }
}

text_enum! {
    /// The values of `Integration.PassthroughBehavior`.
    PassthroughBehavior {
        WhenNoMatch = "WHEN_NO_MATCH",
        WhenNoTemplates = "WHEN_NO_TEMPLATES",
        Never = "NEVER",
    }
}

text_enum! {
    /// The values of `Integration.ResponseTransferMode`.
    ResponseTransferMode {
        Buffered = "BUFFERED",
        Stream = "STREAM",
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::ApiGateway::Method",
    properties: &METHOD,
    create_only: &["HttpMethod", "ResourceId", "RestApiId"],
    conditional_create_only: &[],
    read_only: &[],
    write_only: &[],
    primary_identifier: &["RestApiId", "ResourceId", "HttpMethod"],
    reference: Reference::Id,
    attributes: &[],
    stateful: false,
};

static INTEGRATION: Object = Object {
    properties: &[
        Property::optional("CacheKeyParameters", Shape::list(&Shape::TEXT).unique()),
        Property::optional("CacheNamespace", Shape::TEXT),
        Property::optional("ConnectionId", Shape::TEXT),
        Property::optional("ConnectionType", Shape::one_of(ConnectionType::VALUES)),
        Property::optional("ContentHandling", Shape::one_of(ContentHandling::VALUES)),
        Property::optional("Credentials", Shape::TEXT),
        Property::optional("IntegrationHttpMethod", Shape::TEXT),
        Property::optional(
            "IntegrationResponses",
            Shape::list(&Shape::Object(&INTEGRATION_RESPONSE)).unique(),
        ),
        Property::optional("IntegrationTarget", Shape::TEXT),
        Property::optional("PassthroughBehavior", Shape::one_of(PassthroughBehavior::VALUES)),
        Property::optional("RequestParameters", Shape::Map(&Shape::TEXT)),
        Property::optional("RequestTemplates", Shape::Map(&Shape::TEXT)),
        Property::optional(
            "ResponseTransferMode",
            Shape::one_of(ResponseTransferMode::VALUES),
        ),
        Property::optional("TimeoutInMillis", Shape::INTEGER.min(50.0)),
        Property::required("Type", Shape::one_of(IntegrationType::VALUES)),
        Property::optional("Uri", Shape::TEXT),
    ],
    constraints: &[],
};

static INTEGRATION_RESPONSE: Object = Object {
    properties: &[
        Property::optional("ContentHandling", Shape::one_of(ContentHandling::VALUES)),
        Property::optional("ResponseParameters", Shape::Map(&Shape::TEXT)),
        Property::optional("ResponseTemplates", Shape::Map(&Shape::TEXT)),
        Property::optional("SelectionPattern", Shape::TEXT),
        Property::required("StatusCode", Shape::TEXT),
    ],
    constraints: &[],
};

static METHOD: Object = Object {
    properties: &[
        Property::optional("ApiKeyRequired", Shape::Boolean),
        Property::optional("AuthorizationScopes", Shape::list(&Shape::TEXT)),
        Property::optional("AuthorizationType", Shape::TEXT),
        Property::optional("AuthorizerId", Shape::TEXT),
        Property::required("HttpMethod", Shape::TEXT),
        Property::optional("Integration", Shape::Object(&INTEGRATION)),
        Property::optional(
            "MethodResponses",
            Shape::list(&Shape::Object(&METHOD_RESPONSE)).unique(),
        ),
        Property::optional("OperationName", Shape::TEXT),
        Property::optional("RequestModels", Shape::Map(&Shape::TEXT)),
        Property::optional("RequestParameters", Shape::Map(&Shape::Boolean)),
        Property::optional("RequestValidatorId", Shape::TEXT),
        Property::required("ResourceId", Shape::TEXT),
        Property::required("RestApiId", Shape::TEXT),
    ],
    constraints: &[],
};

static METHOD_RESPONSE: Object = Object {
    properties: &[
        Property::optional("ResponseModels", Shape::Map(&Shape::TEXT)),
        Property::optional("ResponseParameters", Shape::Map(&Shape::Boolean)),
        Property::required("StatusCode", Shape::TEXT),
    ],
    constraints: &[],
};
