//! `AWS::ApiGateway::BasePathMapping`. Generated; see `generator/`.

use crate::{
    kind,
    reference::Id,
    resource,
    schema::{Object, Property, Reference, Shape, TypeSchema},
    value::{Json, ObjectWriter, ToJson, Value},
};

/// The `AWS::ApiGateway::BasePathMapping` resource creates a base path that clients who call your API must
/// use in the invocation URL. Supported only for public custom domain names.
///
/// `AWS::ApiGateway::BasePathMapping`.
#[derive(Debug, Clone, PartialEq)]
pub struct BasePathMapping {
    /// The base path name that callers of the API must provide as part of the URL after the domain name.
    ///
    /// Update requires: replacement.
    pub base_path: Option<Value<String>>,
    /// The domain name of the BasePathMapping resource to be described.
    ///
    /// Update requires: replacement.
    pub domain_name: Value<Id<kind::apigateway::DomainName>>,
    /// The string identifier of the associated RestApi.
    pub rest_api_id: Option<Value<Id<kind::apigateway::RestApi>>>,
    /// The name of the associated stage.
    pub stage: Option<Value<Id<kind::apigateway::Stage>>>,
}

impl BasePathMapping {
    /// With the required properties only.
    pub fn new(domain_name: impl Into<Value<Id<kind::apigateway::DomainName>>>) -> Self {
        Self {
            base_path: None,
            domain_name: domain_name.into(),
            rest_api_id: None,
            stage: None,
        }
    }
}

impl ToJson for BasePathMapping {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("BasePath", self.base_path.as_ref());
        object.required("DomainName", &self.domain_name);
        object.optional("RestApiId", self.rest_api_id.as_ref());
        object.optional("Stage", self.stage.as_ref());
        object.finish()
    }
}

impl resource::Resource for BasePathMapping {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::apigateway::BasePathMapping;
    type Reference = Id<kind::apigateway::BasePathMapping>;
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::ApiGateway::BasePathMapping",
    properties: &BASE_PATH_MAPPING,
    create_only: &["BasePath", "DomainName"],
    conditional_create_only: &[],
    read_only: &[],
    write_only: &[],
    primary_identifier: &["DomainName", "BasePath"],
    reference: Reference::Id,
    attributes: &[],
    stateful: false,
};

static BASE_PATH_MAPPING: Object = Object {
    properties: &[
        Property::optional("BasePath", Shape::TEXT),
        Property::required("DomainName", Shape::TEXT),
        Property::optional("RestApiId", Shape::TEXT),
        Property::optional("Stage", Shape::TEXT),
    ],
    constraints: &[],
};
