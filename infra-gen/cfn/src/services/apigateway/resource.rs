//! `AWS::ApiGateway::Resource`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    reference::Id,
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    value::{Json, ObjectWriter, ToJson, Value},
};

/// The `AWS::ApiGateway::Resource` resource creates a resource in an API.
///
/// `AWS::ApiGateway::Resource`.
#[derive(Debug, Clone, PartialEq)]
pub struct Resource {
    /// The parent resource's identifier.
    ///
    /// Update requires: replacement.
    pub parent_id: Value<Id<kind::apigateway::Resource>>,
    /// The last path segment for this resource.
    ///
    /// Update requires: replacement.
    pub path_part: Value<String>,
    /// The string identifier of the associated RestApi.
    ///
    /// Update requires: replacement.
    pub rest_api_id: Value<Id<kind::apigateway::RestApi>>,
}

impl Resource {
    /// With the required properties only.
    pub fn new(
        parent_id: impl Into<Value<Id<kind::apigateway::Resource>>>,
        path_part: impl Into<Value<String>>,
        rest_api_id: impl Into<Value<Id<kind::apigateway::RestApi>>>,
    ) -> Self {
        Self {
            parent_id: parent_id.into(),
            path_part: path_part.into(),
            rest_api_id: rest_api_id.into(),
        }
    }
}

impl ToJson for Resource {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("ParentId", &self.parent_id);
        object.required("PathPart", &self.path_part);
        object.required("RestApiId", &self.rest_api_id);
        object.finish()
    }
}

impl resource::Resource for Resource {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::apigateway::Resource;
    type Reference = Id<kind::apigateway::Resource>;
}

impl Handle<Resource> {
    /// The ID for the resource. For example: `abc123`.
    ///
    /// `Fn::GetAtt` of `ResourceId`.
    pub fn resource_id(&self) -> Value<Id<kind::apigateway::Resource>> {
        self.attribute("ResourceId")
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::ApiGateway::Resource",
    properties: &RESOURCE,
    create_only: &["ParentId", "PathPart", "RestApiId"],
    conditional_create_only: &[],
    read_only: &["ResourceId"],
    write_only: &[],
    primary_identifier: &["RestApiId", "ResourceId"],
    reference: Reference::Id,
    attributes: &[Attribute::scalar("ResourceId")],
    stateful: false,
};

static RESOURCE: Object = Object {
    properties: &[
        Property::required("ParentId", Shape::TEXT),
        Property::required("PathPart", Shape::TEXT),
        Property::optional("ResourceId", Shape::Json),
        Property::required("RestApiId", Shape::TEXT),
    ],
    constraints: &[],
};
