//! `AWS::ApiGateway::DomainNameAccessAssociation`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    reference::Arn,
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    tag::Tag,
    text_enum::text_enum,
    value::{Json, List, ObjectWriter, ToJson, Value},
};

/// The `AWS::ApiGateway::DomainNameAccessAssociation` resource creates a domain name access association
/// between an access association source and a private custom domain name.
///
/// `AWS::ApiGateway::DomainNameAccessAssociation`.
#[derive(Debug, Clone, PartialEq)]
pub struct DomainNameAccessAssociation {
    /// The identifier of the domain name access association source. For a `VPCE`, the value is the VPC
    /// endpoint ID.
    ///
    /// Update requires: replacement.
    pub access_association_source: Value<String>,
    /// The type of the domain name access association source. Only `VPCE` is currently supported.
    ///
    /// Update requires: replacement.
    pub access_association_source_type: Value<AccessAssociationSourceType>,
    /// The ARN of the domain name.
    ///
    /// Update requires: replacement.
    pub domain_name_arn: Value<String>,
    /// The collection of tags. Each tag element is associated with a given resource.
    ///
    /// Update requires: replacement.
    pub tags: Option<Value<List<Tag>>>,
}

impl DomainNameAccessAssociation {
    /// With the required properties only.
    pub fn new(
        access_association_source: impl Into<Value<String>>,
        access_association_source_type: impl Into<Value<AccessAssociationSourceType>>,
        domain_name_arn: impl Into<Value<String>>,
    ) -> Self {
        Self {
            access_association_source: access_association_source.into(),
            access_association_source_type: access_association_source_type.into(),
            domain_name_arn: domain_name_arn.into(),
            tags: None,
        }
    }
}

impl ToJson for DomainNameAccessAssociation {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("AccessAssociationSource", &self.access_association_source);
        object.required(
            "AccessAssociationSourceType",
            &self.access_association_source_type,
        );
        object.required("DomainNameArn", &self.domain_name_arn);
        object.optional("Tags", self.tags.as_ref());
        object.finish()
    }
}

impl resource::Resource for DomainNameAccessAssociation {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::apigateway::DomainNameAccessAssociation;
    type Reference = Arn<kind::apigateway::DomainNameAccessAssociation>;
}

impl Handle<DomainNameAccessAssociation> {
    /// The access association ARN. For example:
    /// `arn:aws:apigateway:us-west-2:111122223333:/accessassociations/domainname/private.example.com+abcd1234/vpcesource/vpce-abcd1234efg`.
    ///
    /// `Fn::GetAtt` of `DomainNameAccessAssociationArn`.
    pub fn domain_name_access_association_arn(
        &self,
    ) -> Value<Arn<kind::apigateway::DomainNameAccessAssociation>> {
        self.attribute("DomainNameAccessAssociationArn")
    }
}

text_enum! {
    /// The values of `DomainNameAccessAssociation.AccessAssociationSourceType`.
    AccessAssociationSourceType {
        Vpce = "VPCE",
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::ApiGateway::DomainNameAccessAssociation",
    properties: &DOMAIN_NAME_ACCESS_ASSOCIATION,
    create_only: &[
        "AccessAssociationSource",
        "AccessAssociationSourceType",
        "DomainNameArn",
        "Tags",
    ],
    conditional_create_only: &[],
    read_only: &["DomainNameAccessAssociationArn"],
    write_only: &[],
    primary_identifier: &["DomainNameAccessAssociationArn"],
    reference: Reference::Arn,
    attributes: &[Attribute::scalar("DomainNameAccessAssociationArn")],
    stateful: false,
};

static DOMAIN_NAME_ACCESS_ASSOCIATION: Object = Object {
    properties: &[
        Property::required("AccessAssociationSource", Shape::TEXT),
        Property::required(
            "AccessAssociationSourceType",
            Shape::one_of(AccessAssociationSourceType::VALUES),
        ),
        Property::optional("DomainNameAccessAssociationArn", Shape::Json),
        Property::required("DomainNameArn", Shape::TEXT),
        Property::optional("Tags", Shape::list(&Shape::Object(&TAG))),
    ],
    constraints: &[],
};

static TAG: Object = Object {
    properties: &[
        Property::required("Key", Shape::TEXT),
        Property::required("Value", Shape::TEXT),
    ],
    constraints: &[],
};
