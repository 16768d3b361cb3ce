//! `AWS::ApiGateway::ClientCertificate`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    reference::Id,
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    tag::Tag,
    value::{Json, List, ObjectWriter, ToJson, Value},
};

/// The `AWS::ApiGateway::ClientCertificate` resource creates a client certificate that API Gateway uses to
/// configure client-side SSL authentication for sending requests to the integration endpoint.
///
/// `AWS::ApiGateway::ClientCertificate`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ClientCertificate {
    /// The description of the client certificate.
    pub description: Option<Value<String>>,
    /// The collection of tags. Each tag element is associated with a given resource.
    pub tags: Option<Value<List<Tag>>>,
}

impl ClientCertificate {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for ClientCertificate {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("Description", self.description.as_ref());
        object.optional("Tags", self.tags.as_ref());
        object.finish()
    }
}

impl resource::Resource for ClientCertificate {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::apigateway::ClientCertificate;
    type Reference = Id<kind::apigateway::ClientCertificate>;
}

impl Handle<ClientCertificate> {
    /// The ID for the client certificate. For example: `abc123`.
    ///
    /// `Fn::GetAtt` of `ClientCertificateId`.
    pub fn client_certificate_id(&self) -> Value<Id<kind::apigateway::ClientCertificate>> {
        self.attribute("ClientCertificateId")
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::ApiGateway::ClientCertificate",
    properties: &CLIENT_CERTIFICATE,
    create_only: &[],
    conditional_create_only: &[],
    read_only: &["ClientCertificateId"],
    write_only: &[],
    primary_identifier: &["ClientCertificateId"],
    reference: Reference::Id,
    attributes: &[Attribute::scalar("ClientCertificateId")],
    stateful: false,
};

static CLIENT_CERTIFICATE: Object = Object {
    properties: &[
        Property::optional("ClientCertificateId", Shape::Json),
        Property::optional("Description", Shape::TEXT),
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
