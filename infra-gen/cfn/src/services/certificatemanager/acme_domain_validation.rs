//! `AWS::CertificateManager::AcmeDomainValidation`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    reference::Arn,
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    value::{Json, List, ObjectWriter, ToJson, Value},
};

/// Resource Type definition for AWS::CertificateManager::AcmeDomainValidation
///
/// `AWS::CertificateManager::AcmeDomainValidation`.
#[derive(Debug, Clone, PartialEq)]
pub struct AcmeDomainValidation {
    /// The ARN of the ACME endpoint this domain validation is associated with.
    ///
    /// Update requires: replacement. Length: 1 to 200. Pattern:
    /// `^arn:aws[a-z-]*:acm:[a-z0-9-]+:[0-9]{12}:acme-endpoint/[a-zA-Z0-9-]+$`.
    pub acme_endpoint_arn: Value<String>,
    /// The domain name to validate.
    ///
    /// Update requires: replacement. Length: 1 to 253. Pattern:
    /// `^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)*[a-z0-9]([a-z0-9-]*[a-z0-9])?$`.
    pub domain_name: Value<String>,
    /// Prevalidation method configuration. Currently only DNS-based prevalidation is supported.
    pub prevalidation_options: Value<PrevalidationOptions>,
    /// Tags associated with the domain validation.
    ///
    /// Items: 1 to 50.
    pub tags: Option<Value<List<AcmeDomainValidationTag>>>,
}

impl AcmeDomainValidation {
    /// With the required properties only.
    pub fn new(
        acme_endpoint_arn: impl Into<Value<String>>,
        domain_name: impl Into<Value<String>>,
        prevalidation_options: impl Into<Value<PrevalidationOptions>>,
    ) -> Self {
        Self {
            acme_endpoint_arn: acme_endpoint_arn.into(),
            domain_name: domain_name.into(),
            prevalidation_options: prevalidation_options.into(),
            tags: None,
        }
    }
}

impl ToJson for AcmeDomainValidation {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("AcmeEndpointArn", &self.acme_endpoint_arn);
        object.required("DomainName", &self.domain_name);
        object.required("PrevalidationOptions", &self.prevalidation_options);
        object.optional("Tags", self.tags.as_ref());
        object.finish()
    }
}

impl resource::Resource for AcmeDomainValidation {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::certificatemanager::AcmeDomainValidation;
    type Reference = Arn<kind::certificatemanager::AcmeDomainValidation>;
}

impl Handle<AcmeDomainValidation> {
    /// The Amazon Resource Name (ARN) of the domain validation.
    ///
    /// `Fn::GetAtt` of `Arn`.
    pub fn arn(&self) -> Value<Arn<kind::certificatemanager::AcmeDomainValidation>> {
        self.attribute("Arn")
    }
}

/// `AcmeDomainValidationTag` of `AWS::CertificateManager::AcmeDomainValidation`.
#[derive(Debug, Clone, PartialEq)]
pub struct AcmeDomainValidationTag {
    /// `Key`.
    ///
    /// Length: 1 to 128. Pattern: `^([\p{L}\p{Z}\p{N}_.:/=+\-@]*)$`.
    pub key: Value<String>,
    /// `Value`.
    ///
    /// Length: at most 256. Pattern: `^([\p{L}\p{Z}\p{N}_.:/=+\-@]*)$`.
    pub value: Value<String>,
}

impl AcmeDomainValidationTag {
    /// With the required properties only.
    pub fn new(key: impl Into<Value<String>>, value: impl Into<Value<String>>) -> Self {
        Self {
            key: key.into(),
            value: value.into(),
        }
    }
}

impl ToJson for AcmeDomainValidationTag {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Key", &self.key);
        object.required("Value", &self.value);
        object.finish()
    }
}

/// DNS-based prevalidation options for the domain validation.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DnsPrevalidationOptions {
    /// Controls which certificate types are authorized to be issued for the domain via the ACME endpoint.
    pub domain_scope: Option<Value<DomainScope>>,
    /// The Route 53 hosted zone ID for automatic DNS record management. When provided, the service creates
    /// the validation DNS record on the customer's behalf.
    ///
    /// Update requires: replacement.
    pub hosted_zone_id: Option<Value<String>>,
}

impl DnsPrevalidationOptions {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for DnsPrevalidationOptions {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("DomainScope", self.domain_scope.as_ref());
        object.optional("HostedZoneId", self.hosted_zone_id.as_ref());
        object.finish()
    }
}

/// Controls which certificate types are authorized to be issued for the domain via the ACME endpoint.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DomainScope {
    /// Whether certificates may be issued for the exact domain.
    pub exact_domain: Option<Value<String>>,
    /// Whether certificates may be issued for subdomains of the domain.
    pub subdomains: Option<Value<String>>,
    /// Whether wildcard certificates may be issued for the domain.
    pub wildcards: Option<Value<String>>,
}

impl DomainScope {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for DomainScope {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("ExactDomain", self.exact_domain.as_ref());
        object.optional("Subdomains", self.subdomains.as_ref());
        object.optional("Wildcards", self.wildcards.as_ref());
        object.finish()
    }
}

/// Prevalidation method configuration. Currently only DNS-based prevalidation is supported.
#[derive(Debug, Clone, PartialEq)]
pub struct PrevalidationOptions {
    /// DNS-based prevalidation options for the domain validation.
    pub dns_prevalidation: Value<DnsPrevalidationOptions>,
}

impl PrevalidationOptions {
    /// With the required properties only.
    pub fn new(dns_prevalidation: impl Into<Value<DnsPrevalidationOptions>>) -> Self {
        Self {
            dns_prevalidation: dns_prevalidation.into(),
        }
    }
}

impl ToJson for PrevalidationOptions {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("DnsPrevalidation", &self.dns_prevalidation);
        object.finish()
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::CertificateManager::AcmeDomainValidation",
    properties: &ACME_DOMAIN_VALIDATION,
    create_only: &[
        "AcmeEndpointArn",
        "DomainName",
        "PrevalidationOptions.DnsPrevalidation.HostedZoneId",
    ],
    conditional_create_only: &[],
    read_only: &["Arn"],
    write_only: &[],
    primary_identifier: &["Arn"],
    reference: Reference::Arn,
    attributes: &[Attribute::scalar("Arn")],
    stateful: false,
};

static ACME_DOMAIN_VALIDATION: Object = Object {
    properties: &[
        Property::required(
            "AcmeEndpointArn",
            Shape::TEXT.pattern(PATTERN_1).min_length(1).max_length(200),
        ),
        Property::optional("Arn", Shape::Json),
        Property::required(
            "DomainName",
            Shape::TEXT.pattern(PATTERN_2).min_length(1).max_length(253),
        ),
        Property::required("PrevalidationOptions", Shape::Object(&PREVALIDATION_OPTIONS)),
        Property::optional(
            "Tags",
            Shape::list(&Shape::Object(&ACME_DOMAIN_VALIDATION_TAG))
                .min_length(1)
                .max_length(50),
        ),
    ],
    constraints: &[],
};

static ACME_DOMAIN_VALIDATION_TAG: Object = Object {
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

static DNS_PREVALIDATION_OPTIONS: Object = Object {
    properties: &[
        Property::optional("DomainScope", Shape::Object(&DOMAIN_SCOPE)),
        Property::optional("HostedZoneId", Shape::TEXT),
    ],
    constraints: &[],
};

static DOMAIN_SCOPE: Object = Object {
    properties: &[
        Property::optional("ExactDomain", Shape::TEXT),
        Property::optional("Subdomains", Shape::TEXT),
        Property::optional("Wildcards", Shape::TEXT),
    ],
    constraints: &[],
};

static PREVALIDATION_OPTIONS: Object = Object {
    properties: &[Property::required(
        "DnsPrevalidation",
        Shape::Object(&DNS_PREVALIDATION_OPTIONS),
    )],
    constraints: &[],
};

const PATTERN_1: &str = "^arn:aws[a-z-]*:acm:[a-z0-9-]+:[0-9]{12}:acme-endpoint/[a-zA-Z0-9-]+$";
const PATTERN_2: &str = r"^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)*[a-z0-9]([a-z0-9-]*[a-z0-9])?$";
