//! `AWS::ApiGateway::RequestValidator`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    reference::Id,
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    value::{Json, ObjectWriter, ToJson, Value},
};

/// The `AWS::ApiGateway::RequestValidator` resource sets up basic validation rules for incoming requests to
/// your API. For more information, see [Enable Basic Request Validation for an API in API
/// Gateway](https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-method-request-validation.html)
/// in the *API Gateway Developer Guide*.
///
/// `AWS::ApiGateway::RequestValidator`.
#[derive(Debug, Clone, PartialEq)]
pub struct RequestValidator {
    /// The name of this RequestValidator
    ///
    /// Update requires: replacement.
    pub name: Option<Value<String>>,
    /// The string identifier of the associated RestApi.
    ///
    /// Update requires: replacement.
    pub rest_api_id: Value<Id<kind::apigateway::RestApi>>,
    /// A Boolean flag to indicate whether to validate a request body according to the configured Model
    /// schema.
    pub validate_request_body: Option<Value<bool>>,
    /// A Boolean flag to indicate whether to validate request parameters ( `true`) or not ( `false` ).
    pub validate_request_parameters: Option<Value<bool>>,
}

impl RequestValidator {
    /// With the required properties only.
    pub fn new(rest_api_id: impl Into<Value<Id<kind::apigateway::RestApi>>>) -> Self {
        Self {
            name: None,
            rest_api_id: rest_api_id.into(),
            validate_request_body: None,
            validate_request_parameters: None,
        }
    }
}

impl ToJson for RequestValidator {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("Name", self.name.as_ref());
        object.required("RestApiId", &self.rest_api_id);
        object.optional("ValidateRequestBody", self.validate_request_body.as_ref());
        object.optional(
            "ValidateRequestParameters",
            self.validate_request_parameters.as_ref(),
        );
        object.finish()
    }
}

impl resource::Resource for RequestValidator {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::apigateway::RequestValidator;
    type Reference = Id<kind::apigateway::RequestValidator>;
}

impl Handle<RequestValidator> {
    /// The ID for the request validator. For example: `abc123`.
    ///
    /// `Fn::GetAtt` of `RequestValidatorId`.
    pub fn request_validator_id(&self) -> Value<Id<kind::apigateway::RequestValidator>> {
        self.attribute("RequestValidatorId")
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::ApiGateway::RequestValidator",
    properties: &REQUEST_VALIDATOR,
    create_only: &["Name", "RestApiId"],
    conditional_create_only: &[],
    read_only: &["RequestValidatorId"],
    write_only: &[],
    primary_identifier: &["RestApiId", "RequestValidatorId"],
    reference: Reference::Id,
    attributes: &[Attribute::scalar("RequestValidatorId")],
    stateful: false,
};

static REQUEST_VALIDATOR: Object = Object {
    properties: &[
        Property::optional("Name", Shape::TEXT),
        Property::optional("RequestValidatorId", Shape::Json),
        Property::required("RestApiId", Shape::TEXT),
        Property::optional("ValidateRequestBody", Shape::Boolean),
        Property::optional("ValidateRequestParameters", Shape::Boolean),
    ],
    constraints: &[],
};
