//! `AWS::ApiGateway::DocumentationVersion`. Generated; see `generator/`.

use crate::{
    kind,
    reference::Id,
    resource,
    schema::{Object, Property, Reference, Shape, TypeSchema},
    value::{Json, ObjectWriter, ToJson, Value},
};

/// The `AWS::ApiGateway::DocumentationVersion` resource creates a snapshot of the documentation for an API.
/// For more information, see [Representation of API Documentation in API
/// Gateway](https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-documenting-api-content-representation.html)
/// in the *API Gateway Developer Guide*.
///
/// `AWS::ApiGateway::DocumentationVersion`.
#[derive(Debug, Clone, PartialEq)]
pub struct DocumentationVersion {
    /// A description about the new documentation snapshot.
    pub description: Option<Value<String>>,
    /// The version identifier of the to-be-updated documentation version.
    ///
    /// Update requires: replacement. Length: 1 or more.
    pub documentation_version: Value<String>,
    /// The string identifier of the associated RestApi.
    ///
    /// Update requires: replacement. Length: 1 or more.
    pub rest_api_id: Value<Id<kind::apigateway::RestApi>>,
}

impl DocumentationVersion {
    /// With the required properties only.
    pub fn new(
        documentation_version: impl Into<Value<String>>,
        rest_api_id: impl Into<Value<Id<kind::apigateway::RestApi>>>,
    ) -> Self {
        Self {
            description: None,
            documentation_version: documentation_version.into(),
            rest_api_id: rest_api_id.into(),
        }
    }
}

impl ToJson for DocumentationVersion {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("Description", self.description.as_ref());
        object.required("DocumentationVersion", &self.documentation_version);
        object.required("RestApiId", &self.rest_api_id);
        object.finish()
    }
}

impl resource::Resource for DocumentationVersion {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::apigateway::DocumentationVersion;
    type Reference = Id<kind::apigateway::DocumentationVersion>;
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::ApiGateway::DocumentationVersion",
    properties: &DOCUMENTATION_VERSION,
    create_only: &["DocumentationVersion", "RestApiId"],
    conditional_create_only: &[],
    read_only: &[],
    write_only: &[],
    primary_identifier: &["DocumentationVersion", "RestApiId"],
    reference: Reference::Id,
    attributes: &[],
    stateful: false,
};

static DOCUMENTATION_VERSION: Object = Object {
    properties: &[
        Property::optional("Description", Shape::TEXT),
        Property::required("DocumentationVersion", Shape::TEXT.min_length(1)),
        Property::required("RestApiId", Shape::TEXT.min_length(1)),
    ],
    constraints: &[],
};
