//! `AWS::CertificateManager::AcmeEndpoint`. Generated; see `generator/`.

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

/// Resource Type definition for AWS::CertificateManager::AcmeEndpoint
///
/// `AWS::CertificateManager::AcmeEndpoint`.
#[derive(Debug, Clone, PartialEq)]
pub struct AcmeEndpoint {
    /// The authorization behavior for the ACME endpoint.
    ///
    /// Update requires: replacement.
    pub authorization_behavior: Value<AuthorizationBehavior>,
    /// The certificate authority configuration for the ACME endpoint.
    pub certificate_authority: Value<CertificateAuthority>,
    /// Tags applied to certificates issued via this endpoint.
    ///
    /// Update requires: replacement. Items: 1 to 50.
    pub certificate_tags: Option<Value<List<Tag>>>,
    /// Whether contact information is required for the ACME endpoint.
    pub contact: Option<Value<Contact>>,
    /// Tags associated with the ACME endpoint.
    ///
    /// Items: 1 to 50.
    pub tags: Option<Value<List<AcmeEndpointTag>>>,
}

impl AcmeEndpoint {
    /// With the required properties only.
    pub fn new(
        authorization_behavior: impl Into<Value<AuthorizationBehavior>>,
        certificate_authority: impl Into<Value<CertificateAuthority>>,
    ) -> Self {
        Self {
            authorization_behavior: authorization_behavior.into(),
            certificate_authority: certificate_authority.into(),
            certificate_tags: None,
            contact: None,
            tags: None,
        }
    }
}

impl ToJson for AcmeEndpoint {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("AuthorizationBehavior", &self.authorization_behavior);
        object.required("CertificateAuthority", &self.certificate_authority);
        object.optional("CertificateTags", self.certificate_tags.as_ref());
        object.optional("Contact", self.contact.as_ref());
        object.optional("Tags", self.tags.as_ref());
        object.finish()
    }
}

impl resource::Resource for AcmeEndpoint {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::certificatemanager::AcmeEndpoint;
    type Reference = Arn<kind::certificatemanager::AcmeEndpoint>;
}

impl Handle<AcmeEndpoint> {
    /// The Amazon Resource Name (ARN) of the ACME endpoint.
    ///
    /// `Fn::GetAtt` of `AcmeEndpointArn`.
    pub fn acme_endpoint_arn(&self) -> Value<Arn<kind::certificatemanager::AcmeEndpoint>> {
        self.attribute("AcmeEndpointArn")
    }

    /// The ACME directory URL for the endpoint.
    ///
    /// `Fn::GetAtt` of `EndpointUrl`.
    pub fn endpoint_url(&self) -> Value<String> {
        self.attribute("EndpointUrl")
    }
}

/// `AcmeEndpointTag` of `AWS::CertificateManager::AcmeEndpoint`.
#[derive(Debug, Clone, PartialEq)]
pub struct AcmeEndpointTag {
    /// `Key`.
    ///
    /// Length: 1 to 128. Pattern: `^([\p{L}\p{Z}\p{N}_.:/=+\-@]*)$`.
    pub key: Value<String>,
    /// `Value`.
    ///
    /// Length: at most 256. Pattern: `^([\p{L}\p{Z}\p{N}_.:/=+\-@]*)$`.
    pub value: Value<String>,
}

impl AcmeEndpointTag {
    /// With the required properties only.
    pub fn new(key: impl Into<Value<String>>, value: impl Into<Value<String>>) -> Self {
        Self {
            key: key.into(),
            value: value.into(),
        }
    }
}

impl ToJson for AcmeEndpointTag {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Key", &self.key);
        object.required("Value", &self.value);
        object.finish()
    }
}

/// The certificate authority configuration for the ACME endpoint.
#[derive(Debug, Clone, PartialEq)]
pub struct CertificateAuthority {
    /// Configuration for the public certificate authority.
    pub public_certificate_authority: Value<PublicCertificateAuthority>,
}

impl CertificateAuthority {
    /// With the required properties only.
    pub fn new(public_certificate_authority: impl Into<Value<PublicCertificateAuthority>>) -> Self {
        Self {
            public_certificate_authority: public_certificate_authority.into(),
        }
    }
}

impl ToJson for CertificateAuthority {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("PublicCertificateAuthority", &self.public_certificate_authority);
        object.finish()
    }
}

/// Configuration for the public certificate authority.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct PublicCertificateAuthority {
    /// The allowed key algorithms for certificates issued via this endpoint.
    pub allowed_key_algorithms: Option<Value<List<String>>>,
}

impl PublicCertificateAuthority {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for PublicCertificateAuthority {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("AllowedKeyAlgorithms", self.allowed_key_algorithms.as_ref());
        object.finish()
    }
}

text_enum! {
    /// The values of `AcmeEndpoint.AuthorizationBehavior`.
    AuthorizationBehavior {
        PreApproved = "PRE_APPROVED",
    }
}

text_enum! {
    /// The values of `AcmeEndpoint.Contact`.
    Contact {
        NotRequired = "NOT_REQUIRED",
        Required = "REQUIRED",
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::CertificateManager::AcmeEndpoint",
    properties: &ACME_ENDPOINT,
    create_only: &["AuthorizationBehavior", "CertificateTags"],
    conditional_create_only: &[],
    read_only: &["AcmeEndpointArn", "EndpointUrl"],
    write_only: &[],
    primary_identifier: &["AcmeEndpointArn"],
    reference: Reference::Arn,
    attributes: &[
        Attribute::scalar("AcmeEndpointArn"),
        Attribute::scalar("EndpointUrl"),
    ],
    stateful: false,
};

static ACME_ENDPOINT: Object = Object {
    properties: &[
        Property::optional("AcmeEndpointArn", Shape::Json),
        Property::required(
            "AuthorizationBehavior",
            Shape::one_of(AuthorizationBehavior::VALUES),
        ),
        Property::required("CertificateAuthority", Shape::Object(&CERTIFICATE_AUTHORITY)),
        Property::optional(
            "CertificateTags",
            Shape::list(&Shape::Object(&TAG)).min_length(1).max_length(50),
        ),
        Property::optional("Contact", Shape::one_of(Contact::VALUES)),
        Property::optional("EndpointUrl", Shape::Json),
        Property::optional(
            "Tags",
            Shape::list(&Shape::Object(&ACME_ENDPOINT_TAG))
                .min_length(1)
                .max_length(50),
        ),
    ],
    constraints: &[],
};

static ACME_ENDPOINT_TAG: Object = Object {
    properties: &[
        Property::required(
            "Key",
            Shape::TEXT
                .pattern(r"^([\p{L}\p{Z}\p{N}_.:/=+\-@]*)$")
                .min_length(1)
                .max_length(128),
        ),
        Property::required(
            "Value",
            Shape::TEXT
                .pattern(r"^([\p{L}\p{Z}\p{N}_.:/=+\-@]*)$")
                .max_length(256),
        ),
    ],
    constraints: &[],
};

static CERTIFICATE_AUTHORITY: Object = Object {
    properties: &[Property::required(
        "PublicCertificateAuthority",
        Shape::Object(&PUBLIC_CERTIFICATE_AUTHORITY),
    )],
    constraints: &[],
};

static PUBLIC_CERTIFICATE_AUTHORITY: Object = Object {
    properties: &[Property::optional(
        "AllowedKeyAlgorithms",
        Shape::list(&Shape::TEXT),
    )],
    constraints: &[],
};

static TAG: Object = Object {
    properties: &[
        Property::required(
            "Key",
            Shape::TEXT
                .pattern(r"^([\p{L}\p{Z}\p{N}_.:/=+\-@]*)$")
                .min_length(1)
                .max_length(128),
        ),
        Property::required(
            "Value",
            Shape::TEXT
                .pattern(r"^([\p{L}\p{Z}\p{N}_.:/=+\-@]*)$")
                .max_length(256),
        ),
    ],
    constraints: &[],
};
