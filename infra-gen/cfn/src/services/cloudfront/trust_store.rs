//! `AWS::CloudFront::TrustStore`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    reference::{Arn, Id},
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    tag::Tag,
    value::{Json, List, ObjectWriter, ToJson, Value},
};

/// A trust store.
///
/// `AWS::CloudFront::TrustStore`.
#[derive(Debug, Clone, PartialEq)]
pub struct TrustStore {
    /// A CA certificates bundle source.
    pub ca_certificates_bundle_source: Option<Value<CaCertificatesBundleSource>>,
    /// The trust store's name.
    ///
    /// Update requires: replacement.
    pub name: Value<String>,
    /// A complex type that contains zero or more `Tag` elements.
    pub tags: Option<Value<List<Tag>>>,
    /// A boolean. When true, performs real-time certificate revocation checks by querying the OCSP endpoint
    /// specified within the client certificate.
    pub use_client_certificate_ocsp_endpoint: Option<Value<bool>>,
}

impl TrustStore {
    /// With the required properties only.
    pub fn new(name: impl Into<Value<String>>) -> Self {
        Self {
            ca_certificates_bundle_source: None,
            name: name.into(),
            tags: None,
            use_client_certificate_ocsp_endpoint: None,
        }
    }
}

impl ToJson for TrustStore {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional(
            "CaCertificatesBundleSource",
            self.ca_certificates_bundle_source.as_ref(),
        );
        object.required("Name", &self.name);
        object.optional("Tags", self.tags.as_ref());
        object.optional(
            "UseClientCertificateOCSPEndpoint",
            self.use_client_certificate_ocsp_endpoint.as_ref(),
        );
        object.finish()
    }
}

impl resource::Resource for TrustStore {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::cloudfront::TrustStore;
    type Reference = Id<kind::cloudfront::TrustStore>;
}

impl Handle<TrustStore> {
    /// The trust store's Amazon Resource Name (ARN).
    ///
    /// `Fn::GetAtt` of `Arn`.
    pub fn arn(&self) -> Value<Arn<kind::cloudfront::TrustStore>> {
        self.attribute("Arn")
    }

    /// The version identifier for the current version of the trust store.
    ///
    /// `Fn::GetAtt` of `ETag`.
    pub fn etag(&self) -> Value<String> {
        self.attribute("ETag")
    }

    /// The trust store's ID.
    ///
    /// `Fn::GetAtt` of `Id`.
    pub fn id(&self) -> Value<Id<kind::cloudfront::TrustStore>> {
        self.attribute("Id")
    }

    /// The trust store's last modified time.
    ///
    /// `Fn::GetAtt` of `LastModifiedTime`.
    pub fn last_modified_time(&self) -> Value<String> {
        self.attribute("LastModifiedTime")
    }

    /// The trust store's number of CA certificates.
    ///
    /// `Fn::GetAtt` of `NumberOfCaCertificates`.
    pub fn number_of_ca_certificates(&self) -> Value<i64> {
        self.attribute("NumberOfCaCertificates")
    }

    /// The trust store's status.
    ///
    /// `Fn::GetAtt` of `Status`.
    pub fn status(&self) -> Value<String> {
        self.attribute("Status")
    }
}

/// The CA certificates bundle location in Amazon S3.
#[derive(Debug, Clone, PartialEq)]
pub struct CaCertificatesBundleS3Location {
    /// The S3 bucket.
    pub bucket: Value<String>,
    /// The location's key.
    pub key: Value<String>,
    /// The location's Region.
    pub region: Value<String>,
    /// The location's version.
    pub version: Option<Value<String>>,
}

impl CaCertificatesBundleS3Location {
    /// With the required properties only.
    pub fn new(
        bucket: impl Into<Value<String>>,
        key: impl Into<Value<String>>,
        region: impl Into<Value<String>>,
    ) -> Self {
        Self {
            bucket: bucket.into(),
            key: key.into(),
            region: region.into(),
            version: None,
        }
    }
}

impl ToJson for CaCertificatesBundleS3Location {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Bucket", &self.bucket);
        object.required("Key", &self.key);
        object.required("Region", &self.region);
        object.optional("Version", self.version.as_ref());
        object.finish()
    }
}

/// A CA certificates bundle source.
#[derive(Debug, Clone, PartialEq)]
pub struct CaCertificatesBundleSource {
    /// The CA certificates bundle location in Amazon S3.
    pub ca_certificates_bundle_s3_location: Value<CaCertificatesBundleS3Location>,
}

impl CaCertificatesBundleSource {
    /// With the required properties only.
    pub fn new(ca_certificates_bundle_s3_location: impl Into<Value<CaCertificatesBundleS3Location>>) -> Self {
        Self {
            ca_certificates_bundle_s3_location: ca_certificates_bundle_s3_location.into(),
        }
    }
}

impl ToJson for CaCertificatesBundleSource {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required(
            "CaCertificatesBundleS3Location",
            &self.ca_certificates_bundle_s3_location,
        );
        object.finish()
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::CloudFront::TrustStore",
    properties: &TRUST_STORE,
    create_only: &["Name"],
    conditional_create_only: &[],
    read_only: &[
        "Arn",
        "ETag",
        "Id",
        "LastModifiedTime",
        "NumberOfCaCertificates",
        "Status",
    ],
    write_only: &["CaCertificatesBundleSource"],
    primary_identifier: &["Id"],
    reference: Reference::Id,
    attributes: &[
        Attribute::scalar("Arn"),
        Attribute::scalar("ETag"),
        Attribute::scalar("Id"),
        Attribute::scalar("LastModifiedTime"),
        Attribute::scalar("NumberOfCaCertificates"),
        Attribute::scalar("Status"),
    ],
    stateful: false,
};

static CA_CERTIFICATES_BUNDLE_S3_LOCATION: Object = Object {
    properties: &[
        Property::required("Bucket", Shape::TEXT),
        Property::required("Key", Shape::TEXT),
        Property::required("Region", Shape::TEXT),
        Property::optional("Version", Shape::TEXT),
    ],
    constraints: &[],
};

static CA_CERTIFICATES_BUNDLE_SOURCE: Object = Object {
    properties: &[Property::required(
        "CaCertificatesBundleS3Location",
        Shape::Object(&CA_CERTIFICATES_BUNDLE_S3_LOCATION),
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

static TRUST_STORE: Object = Object {
    properties: &[
        Property::optional("Arn", Shape::Json),
        Property::optional(
            "CaCertificatesBundleSource",
            Shape::Object(&CA_CERTIFICATES_BUNDLE_SOURCE),
        ),
        Property::optional("ETag", Shape::Json),
        Property::optional("Id", Shape::Json),
        Property::optional("LastModifiedTime", Shape::Json),
        Property::required("Name", Shape::TEXT),
        Property::optional("NumberOfCaCertificates", Shape::Json),
        Property::optional("Status", Shape::Json),
        Property::optional("Tags", Shape::list(&Shape::Object(&TAG))),
        Property::optional("UseClientCertificateOCSPEndpoint", Shape::Boolean),
    ],
    constraints: &[],
};
