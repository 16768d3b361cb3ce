//! `AWS::IAM::ServerCertificate`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    reference::{Arn, Id},
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    tag::Tag,
    value::{Json, List, ObjectWriter, ToJson, Value},
};

/// Uploads a server certificate entity for the AWS account. The server certificate entity includes a public
/// key certificate, a private key, and an optional certificate chain, which should all be PEM-encoded.
///
/// `AWS::IAM::ServerCertificate`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ServerCertificate {
    /// The contents of the public key certificate.
    ///
    /// Update requires: replacement. Length: 1 to 16384. Pattern: `[\u0009\u000A\u000D\u0020-\u00FF]+`.
    pub certificate_body: Option<Value<String>>,
    /// The contents of the public key certificate chain.
    ///
    /// Update requires: replacement. Length: 1 to 2097152. Pattern: `[\u0009\u000A\u000D\u0020-\u00FF]+`.
    pub certificate_chain: Option<Value<String>>,
    /// The path for the server certificate. For more information about paths, see [IAM
    /// identifiers](https://docs.aws.amazon.com/IAM/latest/UserGuide/Using_Identifiers.html) in the *IAM User
    /// Guide*.
    ///
    /// Length: 1 to 512. Pattern: `(\u002F)|(\u002F[\u0021-\u007F]+\u002F)`.
    pub path: Option<Value<String>>,
    /// The contents of the private key in PEM-encoded format.
    ///
    /// Update requires: replacement. Length: 1 to 16384. Pattern: `[\u0009\u000A\u000D\u0020-\u00FF]+`.
    pub private_key: Option<Value<String>>,
    /// The name for the server certificate. Do not include the path in this value. The name of the
    /// certificate cannot contain any spaces.
    ///
    /// Update requires: replacement. Length: 1 to 128. Pattern: `[\w+=,.@-]+`.
    pub server_certificate_name: Option<Value<String>>,
    /// A list of tags that are attached to the server certificate. For more information about tagging, see
    /// [Tagging IAM resources](https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html) in the *IAM
    /// User Guide*.
    pub tags: Option<Value<List<Tag>>>,
}

impl ServerCertificate {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for ServerCertificate {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("CertificateBody", self.certificate_body.as_ref());
        object.optional("CertificateChain", self.certificate_chain.as_ref());
        object.optional("Path", self.path.as_ref());
        object.optional("PrivateKey", self.private_key.as_ref());
        object.optional("ServerCertificateName", self.server_certificate_name.as_ref());
        object.optional("Tags", self.tags.as_ref());
        object.finish()
    }
}

impl resource::Resource for ServerCertificate {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::iam::ServerCertificate;
    type Reference = Id<kind::iam::ServerCertificate>;
}

impl Handle<ServerCertificate> {
    /// Returns the Amazon Resource Name (ARN) for the specified `AWS::IAM::ServerCertificate` resource.
    ///
    /// `Fn::GetAtt` of `Arn`.
    pub fn arn(&self) -> Value<Arn<kind::iam::ServerCertificate>> {
        self.attribute("Arn")
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::IAM::ServerCertificate",
    properties: &SERVER_CERTIFICATE,
    create_only: &[
        "CertificateBody",
        "CertificateChain",
        "PrivateKey",
        "ServerCertificateName",
    ],
    conditional_create_only: &[],
    read_only: &["Arn"],
    write_only: &["CertificateBody", "CertificateChain", "PrivateKey"],
    primary_identifier: &["ServerCertificateName"],
    reference: Reference::Id,
    attributes: &[Attribute::scalar("Arn")],
    stateful: false,
};

static SERVER_CERTIFICATE: Object = Object {
    properties: &[
        Property::optional("Arn", Shape::Json),
        Property::optional(
            "CertificateBody",
            Shape::TEXT
                .pattern(r"[\u0009\u000A\u000D\u0020-\u00FF]+")
                .min_length(1)
                .max_length(16384),
        ),
        Property::optional(
            "CertificateChain",
            Shape::TEXT
                .pattern(r"[\u0009\u000A\u000D\u0020-\u00FF]+")
                .min_length(1)
                .max_length(2_097_152),
        ),
        Property::optional(
            "Path",
            Shape::TEXT
                .pattern(r"(\u002F)|(\u002F[\u0021-\u007F]+\u002F)")
                .min_length(1)
                .max_length(512),
        ),
        Property::optional(
            "PrivateKey",
            Shape::TEXT
                .pattern(r"[\u0009\u000A\u000D\u0020-\u00FF]+")
                .min_length(1)
                .max_length(16384),
        ),
        Property::optional(
            "ServerCertificateName",
            Shape::TEXT.pattern(r"[\w+=,.@-]+").min_length(1).max_length(128),
        ),
        Property::optional("Tags", Shape::list(&Shape::Object(&TAG))),
    ],
    constraints: &[],
};

static TAG: Object = Object {
    properties: &[
        Property::required("Key", Shape::TEXT.min_length(1).max_length(128)),
        Property::required("Value", Shape::TEXT.min_length(1).max_length(256)),
    ],
    constraints: &[],
};
