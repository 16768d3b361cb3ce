//! `AWS::ApiGateway::BasePathMappingV2`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    reference::{Arn, Id},
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    value::{Json, ObjectWriter, ToJson, Value},
};

/// The `AWS::ApiGateway::BasePathMappingV2` resource creates a base path that clients who call your API must
/// use in the invocation URL. Supported only for private custom domain names.
///
/// `AWS::ApiGateway::BasePathMappingV2`.
#[derive(Debug, Clone, PartialEq)]
pub struct BasePathMappingV2 {
    /// The base path name that callers of the private API must provide as part of the URL after the domain
    /// name.
    ///
    /// Update requires: replacement.
    pub base_path: Option<Value<String>>,
    /// The ARN of the domain name for the BasePathMappingV2 resource to be described.
    ///
    /// Update requires: replacement.
    pub domain_name_arn: Value<String>,
    /// The private API's identifier. This identifier is unique across all of your APIs in API Gateway.
    pub rest_api_id: Value<Id<kind::apigateway::RestApi>>,
    /// Represents a unique identifier for a version of a deployed private RestApi that is callable by users.
    /// The Stage must depend on the `RestApi` 's stage. To create a dependency, add a DependsOn attribute to
    /// the BasePathMappingV2 resource.
    pub stage: Option<Value<String>>,
}

impl BasePathMappingV2 {
    /// With the required properties only.
    pub fn new(
        domain_name_arn: impl Into<Value<String>>,
        rest_api_id: impl Into<Value<Id<kind::apigateway::RestApi>>>,
    ) -> Self {
        Self {
            base_path: None,
            domain_name_arn: domain_name_arn.into(),
            rest_api_id: rest_api_id.into(),
            stage: None,
        }
    }
}

impl ToJson for BasePathMappingV2 {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("BasePath", self.base_path.as_ref());
        object.required("DomainNameArn", &self.domain_name_arn);
        object.required("RestApiId", &self.rest_api_id);
        object.optional("Stage", self.stage.as_ref());
        object.finish()
    }
}

impl resource::Resource for BasePathMappingV2 {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::apigateway::BasePathMappingV2;
    type Reference = Arn<kind::apigateway::BasePathMappingV2>;
}

impl Handle<BasePathMappingV2> {
    /// Amazon Resource Name (ARN) of the resource.
    ///
    /// `Fn::GetAtt` of `BasePathMappingArn`.
    pub fn base_path_mapping_arn(&self) -> Value<Arn<kind::apigateway::BasePathMappingV2>> {
        self.attribute("BasePathMappingArn")
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::ApiGateway::BasePathMappingV2",
    properties: &BASE_PATH_MAPPING_V2,
    create_only: &["BasePath", "DomainNameArn"],
    conditional_create_only: &[],
    read_only: &["BasePathMappingArn"],
    write_only: &[],
    primary_identifier: &["BasePathMappingArn"],
    reference: Reference::Arn,
    attributes: &[Attribute::scalar("BasePathMappingArn")],
    stateful: false,
};

static BASE_PATH_MAPPING_V2: Object = Object {
    properties: &[
        Property::optional("BasePath", Shape::TEXT),
        Property::optional("BasePathMappingArn", Shape::Json),
        Property::required("DomainNameArn", Shape::TEXT),
        Property::required("RestApiId", Shape::TEXT),
        Property::optional("Stage", Shape::TEXT),
    ],
    constraints: &[],
};
