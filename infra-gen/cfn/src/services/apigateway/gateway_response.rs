//! `AWS::ApiGateway::GatewayResponse`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    reference::Id,
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    value::{Json, Map, ObjectWriter, ToJson, Value},
};

/// The `AWS::ApiGateway::GatewayResponse` resource creates a gateway response for your API. When you delete a
/// stack containing this resource, your custom gateway responses are reset. For more information, see [API
/// Gateway
/// Responses](https://docs.aws.amazon.com/apigateway/latest/developerguide/customize-gateway-responses.html#api-gateway-gatewayResponse-definition)
/// in the *API Gateway Developer Guide*.
///
/// `AWS::ApiGateway::GatewayResponse`.
#[derive(Debug, Clone, PartialEq)]
pub struct GatewayResponse {
    /// Response parameters (paths, query strings and headers) of the GatewayResponse as a string-to-string
    /// map of key-value pairs.
    pub response_parameters: Option<Value<Map<String>>>,
    /// Response templates of the GatewayResponse as a string-to-string map of key-value pairs.
    pub response_templates: Option<Value<Map<String>>>,
    /// The response type of the associated GatewayResponse.
    ///
    /// Update requires: replacement.
    pub response_type: Value<String>,
    /// The string identifier of the associated RestApi.
    ///
    /// Update requires: replacement.
    pub rest_api_id: Value<Id<kind::apigateway::RestApi>>,
    /// The HTTP status code for this GatewayResponse.
    pub status_code: Option<Value<String>>,
}

impl GatewayResponse {
    /// With the required properties only.
    pub fn new(
        response_type: impl Into<Value<String>>,
        rest_api_id: impl Into<Value<Id<kind::apigateway::RestApi>>>,
    ) -> Self {
        Self {
            response_parameters: None,
            response_templates: None,
            response_type: response_type.into(),
            rest_api_id: rest_api_id.into(),
            status_code: None,
        }
    }
}

impl ToJson for GatewayResponse {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("ResponseParameters", self.response_parameters.as_ref());
        object.optional("ResponseTemplates", self.response_templates.as_ref());
        object.required("ResponseType", &self.response_type);
        object.required("RestApiId", &self.rest_api_id);
        object.optional("StatusCode", self.status_code.as_ref());
        object.finish()
    }
}

impl resource::Resource for GatewayResponse {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::apigateway::GatewayResponse;
    type Reference = Id<kind::apigateway::GatewayResponse>;
}

impl Handle<GatewayResponse> {
    /// The ID for the gateway response. For example: `abc123`.
    ///
    /// `Fn::GetAtt` of `Id`.
    pub fn id(&self) -> Value<Id<kind::apigateway::GatewayResponse>> {
        self.attribute("Id")
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::ApiGateway::GatewayResponse",
    properties: &GATEWAY_RESPONSE,
    create_only: &["ResponseType", "RestApiId"],
    conditional_create_only: &[],
    read_only: &["Id"],
    write_only: &[],
    primary_identifier: &["Id"],
    reference: Reference::Id,
    attributes: &[Attribute::scalar("Id")],
    stateful: false,
};

static GATEWAY_RESPONSE: Object = Object {
    properties: &[
        Property::optional("Id", Shape::Json),
        Property::optional("ResponseParameters", Shape::Map(&Shape::TEXT)),
        Property::optional("ResponseTemplates", Shape::Map(&Shape::TEXT)),
        Property::required("ResponseType", Shape::TEXT),
        Property::required("RestApiId", Shape::TEXT),
        Property::optional("StatusCode", Shape::TEXT),
    ],
    constraints: &[],
};
