//! `AWS::ApiGateway::DocumentationPart`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    reference::Id,
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    text_enum::text_enum,
    value::{Json, ObjectWriter, ToJson, Value},
};

/// The `AWS::ApiGateway::DocumentationPart` resource creates a documentation part for an API. For more
/// information, see [Representation of API Documentation in API
/// Gateway](https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-documenting-api-content-representation.html)
/// in the *API Gateway Developer Guide*.
///
/// `AWS::ApiGateway::DocumentationPart`.
#[derive(Debug, Clone, PartialEq)]
pub struct DocumentationPart {
    /// The location of the targeted API entity of the to-be-created documentation part.
    ///
    /// Update requires: replacement.
    pub location: Value<Location>,
    /// The new documentation content map of the targeted API entity. Enclosed key-value pairs are
    /// API-specific, but only OpenAPI-compliant key-value pairs can be exported and, hence, published.
    pub properties: Value<String>,
    /// The string identifier of the associated RestApi.
    ///
    /// Update requires: replacement.
    pub rest_api_id: Value<Id<kind::apigateway::RestApi>>,
}

impl DocumentationPart {
    /// With the required properties only.
    pub fn new(
        location: impl Into<Value<Location>>,
        properties: impl Into<Value<String>>,
        rest_api_id: impl Into<Value<Id<kind::apigateway::RestApi>>>,
    ) -> Self {
        Self {
            location: location.into(),
            properties: properties.into(),
            rest_api_id: rest_api_id.into(),
        }
    }
}

impl ToJson for DocumentationPart {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Location", &self.location);
        object.required("Properties", &self.properties);
        object.required("RestApiId", &self.rest_api_id);
        object.finish()
    }
}

impl resource::Resource for DocumentationPart {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::apigateway::DocumentationPart;
    type Reference = Id<kind::apigateway::DocumentationPart>;
}

impl Handle<DocumentationPart> {
    /// The ID for the documentation part.
    ///
    /// `Fn::GetAtt` of `DocumentationPartId`.
    pub fn documentation_part_id(&self) -> Value<Id<kind::apigateway::DocumentationPart>> {
        self.attribute("DocumentationPartId")
    }
}

/// The `Location` property specifies the location of the Amazon API Gateway API entity that the documentation
/// applies to. `Location` is a property of the
/// [AWS::ApiGateway::DocumentationPart](https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-apigateway-documentationpart.html)
/// resource.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Location {
    /// The HTTP verb of a method. It is a valid field for the API entity types of `METHOD`, `PATH_PARAMETER`,
    /// `QUERY_PARAMETER`, `REQUEST_HEADER`, `REQUEST_BODY`, `RESPONSE`, `RESPONSE_HEADER`, and
    /// `RESPONSE_BODY`. The default value is `*` for any method. When an applicable child entity inherits the
    /// content of an entity of the same type with more general specifications of the other `location`
    /// attributes, the child entity's `method` attribute must match that of the parent entity exactly.
    pub method: Option<Value<String>>,
    /// The name of the targeted API entity. It is a valid and required field for the API entity types of
    /// `AUTHORIZER`, `MODEL`, `PATH_PARAMETER`, `QUERY_PARAMETER`, `REQUEST_HEADER`, `REQUEST_BODY` and
    /// `RESPONSE_HEADER`. It is an invalid field for any other entity type.
    pub name: Option<Value<String>>,
    /// The URL path of the target. It is a valid field for the API entity types of `RESOURCE`, `METHOD`,
    /// `PATH_PARAMETER`, `QUERY_PARAMETER`, `REQUEST_HEADER`, `REQUEST_BODY`, `RESPONSE`, `RESPONSE_HEADER`,
    /// and `RESPONSE_BODY`. The default value is `/` for the root resource. When an applicable child entity
    /// inherits the content of another entity of the same type with more general specifications of the other
    /// `location` attributes, the child entity's `path` attribute must match that of the parent entity as a
    /// prefix.
    pub path: Option<Value<String>>,
    /// The HTTP status code of a response. It is a valid field for the API entity types of `RESPONSE`,
    /// `RESPONSE_HEADER`, and `RESPONSE_BODY`. The default value is `*` for any status code. When an
    /// applicable child entity inherits the content of an entity of the same type with more general
    /// specifications of the other `location` attributes, the child entity's `statusCode` attribute must
    /// match that of the parent entity exactly.
    pub status_code: Option<Value<String>>,
    /// The type of API entity to which the documentation content applies. Valid values are `API`,
    /// `AUTHORIZER`, `MODEL`, `RESOURCE`, `METHOD`, `PATH_PARAMETER`, `QUERY_PARAMETER`, `REQUEST_HEADER`,
    /// `REQUEST_BODY`, `RESPONSE`, `RESPONSE_HEADER`, and `RESPONSE_BODY`. Content inheritance does not apply
    /// to any entity of the `API`, `AUTHORIZER`, `METHOD`, `MODEL`, `REQUEST_BODY`, or `RESOURCE` type.
    pub r#type: Option<Value<LocationType>>,
}

impl Location {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for Location {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("Method", self.method.as_ref());
        object.optional("Name", self.name.as_ref());
        object.optional("Path", self.path.as_ref());
        object.optional("StatusCode", self.status_code.as_ref());
        object.optional("Type", self.r#type.as_ref());
        object.finish()
    }
}

text_enum! {
    /// The values of `Location.Type`.
    LocationType {
        Api = "API",
        Authorizer = "AUTHORIZER",
        Model = "MODEL",
        Resource = "RESOURCE",
        Method = "METHOD",
        PathParameter = "PATH_PARAMETER",
        QueryParameter = "QUERY_PARAMETER",
        RequestHeader = "REQUEST_HEADER",
        RequestBody = "REQUEST_BODY",
        Response = "RESPONSE",
        ResponseHeader = "RESPONSE_HEADER",
        ResponseBody = "RESPONSE_BODY",
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::ApiGateway::DocumentationPart",
    properties: &DOCUMENTATION_PART,
    create_only: &["Location", "RestApiId"],
    conditional_create_only: &[],
    read_only: &["DocumentationPartId"],
    write_only: &[],
    primary_identifier: &["DocumentationPartId", "RestApiId"],
    reference: Reference::Id,
    attributes: &[Attribute::scalar("DocumentationPartId")],
    stateful: false,
};

static DOCUMENTATION_PART: Object = Object {
    properties: &[
        Property::optional("DocumentationPartId", Shape::Json),
        Property::required("Location", Shape::Object(&LOCATION)),
        Property::required("Properties", Shape::TEXT),
        Property::required("RestApiId", Shape::TEXT),
    ],
    constraints: &[],
};

static LOCATION: Object = Object {
    properties: &[
        Property::optional("Method", Shape::TEXT),
        Property::optional("Name", Shape::TEXT),
        Property::optional("Path", Shape::TEXT),
        Property::optional("StatusCode", Shape::TEXT),
        Property::optional("Type", Shape::one_of(LocationType::VALUES)),
    ],
    constraints: &[],
};
