//! `AWS::CertificateManager::Certificate`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    reference::{Arn, Id},
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    tag::Tag,
    text_enum::text_enum,
    value::{Json, List, ObjectWriter, ToJson, Value},
};

/// The `AWS::CertificateManager::Certificate` resource requests an Certificate Manager ( ACM) certificate
/// that you can use to enable secure connections. For example, you can deploy an ACM certificate to an
/// Elastic Load Balancer to enable HTTPS support. For more information, see
/// [RequestCertificate](https://docs.aws.amazon.com/acm/latest/APIReference/API_RequestCertificate.html) in
/// the Certificate Manager API Reference.
///
/// `AWS::CertificateManager::Certificate`.
#[derive(Debug, Clone, PartialEq)]
pub struct Certificate {
    /// The Amazon Resource Name (ARN) of the private certificate authority (CA) that will be used to issue
    /// the certificate. If you do not provide an ARN and you are trying to request a private certificate, ACM
    /// will attempt to issue a public certificate. For more information about private CAs, see the [AWS
    /// Private Certificate Authority](https://docs.aws.amazon.com/privateca/latest/userguide/PcaWelcome.html)
    /// user guide.
    ///
    /// Update requires: replacement.
    pub certificate_authority_arn: Option<Value<String>>,
    /// You can opt out of allowing export of your certificate by specifying the `DISABLED` option. Allow
    /// export of your certificate by specifying the `ENABLED` option.
    ///
    /// Update requires: replacement.
    pub certificate_export: Option<Value<CertificateExport>>,
    /// You can opt out of certificate transparency logging by specifying the `DISABLED` option. Opt in by
    /// specifying `ENABLED`. This setting doces not apply to private certificates.
    pub certificate_transparency_logging_preference: Option<Value<CertificateTransparencyLoggingPreference>>,
    /// The fully qualified domain name (FQDN), such as www.example.com, with which you want to secure an ACM
    /// certificate. Use an asterisk (*) to create a wildcard certificate that protects several sites in the
    /// same domain. For example, `*.example.com` protects `www.example.com`, `site.example.com`, and
    /// `images.example.com.`
    ///
    /// Update requires: replacement.
    pub domain_name: Value<String>,
    /// Domain information that domain name registrars use to verify your identity.
    ///
    /// Update requires: replacement.
    pub domain_validation_options: Option<Value<List<DomainValidationOption>>>,
    /// Specifies the algorithm of the public and private key pair that your certificate uses to encrypt data.
    /// RSA is the default key algorithm for ACM certificates. Elliptic Curve Digital Signature Algorithm
    /// (ECDSA) keys are smaller, offering security comparable to RSA keys but with greater computing
    /// efficiency. However, ECDSA is not supported by all network clients. Some AWS services may require RSA
    /// keys, or only support ECDSA keys of a particular size, while others allow the use of either RSA and
    /// ECDSA keys to ensure that compatibility is not broken.
    ///
    /// Update requires: replacement.
    pub key_algorithm: Option<Value<String>>,
    /// Additional FQDNs to be included in the Subject Alternative Name extension of the ACM certificate. For
    /// example, you can add www.example.net to a certificate for which the `DomainName` field is
    /// www.example.com if users can reach your site by using either name.
    ///
    /// Update requires: replacement.
    pub subject_alternative_names: Option<Value<List<String>>>,
    /// Key-value pairs that can identify the certificate.
    ///
    /// Items: 1 to 50.
    pub tags: Option<Value<List<Tag>>>,
    /// The method you want to use to validate that you own or control the domain associated with a public
    /// certificate. You can [validate with
    /// DNS](https://docs.aws.amazon.com/acm/latest/userguide/gs-acm-validate-dns.html) or [validate with
    /// email](https://docs.aws.amazon.com/acm/latest/userguide/gs-acm-validate-email.html). We recommend that
    /// you use DNS validation.
    pub validation_method: Option<Value<String>>,
}

impl Certificate {
    /// With the required properties only.
    pub fn new(domain_name: impl Into<Value<String>>) -> Self {
        Self {
            certificate_authority_arn: None,
            certificate_export: None,
            certificate_transparency_logging_preference: None,
            domain_name: domain_name.into(),
            domain_validation_options: None,
            key_algorithm: None,
            subject_alternative_names: None,
            tags: None,
            validation_method: None,
        }
    }
}

impl ToJson for Certificate {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("CertificateAuthorityArn", self.certificate_authority_arn.as_ref());
        object.optional("CertificateExport", self.certificate_export.as_ref());
        object.optional(
            "CertificateTransparencyLoggingPreference",
            self.certificate_transparency_logging_preference.as_ref(),
        );
        object.required("DomainName", &self.domain_name);
        object.optional("DomainValidationOptions", self.domain_validation_options.as_ref());
        object.optional("KeyAlgorithm", self.key_algorithm.as_ref());
        object.optional("SubjectAlternativeNames", self.subject_alternative_names.as_ref());
        object.optional("Tags", self.tags.as_ref());
        object.optional("ValidationMethod", self.validation_method.as_ref());
        object.finish()
    }
}

impl resource::Resource for Certificate {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::certificatemanager::Certificate;
    type Reference = Arn<kind::certificatemanager::Certificate>;
}

impl Handle<Certificate> {
    /// The Amazon Resource Name (ARN) of the private certificate authority (CA) that will be used to issue
    /// the certificate.
    ///
    /// `Fn::GetAtt` of `CertificateArn`.
    pub fn certificate_arn(&self) -> Value<Arn<kind::certificatemanager::Certificate>> {
        self.attribute("CertificateArn")
    }
}

/// `DomainValidationOption` is a property of the
/// [AWS::CertificateManager::Certificate](https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-certificatemanager-certificate.html)
/// resource that specifies the Certificate Manager ( ACM) certificate domain to validate. Depending on the
/// chosen validation method, ACM checks the domain's DNS record for a validation CNAME, or it attempts to
/// send a validation email message to the domain owner.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DomainValidationOption {
    /// A fully qualified domain name (FQDN) in the certificate request.
    pub domain_name: Option<Value<String>>,
    /// The `HostedZoneId` option, which is available if you are using Route 53 as your domain registrar,
    /// causes ACM to add your CNAME to the domain record. Your list of `DomainValidationOptions` must contain
    /// one and only one of the domain-validation options, and the `HostedZoneId` can be used only when `DNS`
    /// is specified as your validation method.
    pub hosted_zone_id: Option<Value<Id<kind::route53::HostedZone>>>,
    /// The domain name to which you want ACM to send validation emails. This domain name is the suffix of the
    /// email addresses that you want ACM to use. This must be the same as the `DomainName` value or a
    /// superdomain of the `DomainName` value. For example, if you request a certificate for
    /// `testing.example.com`, you can specify `example.com` as this value. In that case, ACM sends domain
    /// validation emails to the following five addresses:
    pub validation_domain: Option<Value<String>>,
}

impl DomainValidationOption {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for DomainValidationOption {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("DomainName", self.domain_name.as_ref());
        object.optional("HostedZoneId", self.hosted_zone_id.as_ref());
        object.optional("ValidationDomain", self.validation_domain.as_ref());
        object.finish()
    }
}

text_enum! {
    /// The values of `Certificate.CertificateExport`.
    CertificateExport {
        Enabled = "ENABLED",
        Disabled = "DISABLED",
    }
}

text_enum! {
    /// The values of `Certificate.CertificateTransparencyLoggingPreference`.
    CertificateTransparencyLoggingPreference {
        Enabled = "ENABLED",
        Disabled = "DISABLED",
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::CertificateManager::Certificate",
    properties: &CERTIFICATE,
    create_only: &[
        "CertificateAuthorityArn",
        "CertificateExport",
        "DomainName",
        "DomainValidationOptions",
        "KeyAlgorithm",
        "SubjectAlternativeNames",
    ],
    conditional_create_only: &[],
    read_only: &["CertificateArn"],
    write_only: &["DomainValidationOptions.*.HostedZoneId", "ValidationMethod"],
    primary_identifier: &["CertificateArn"],
    reference: Reference::Arn,
    attributes: &[Attribute::scalar("CertificateArn")],
    stateful: false,
};

static CERTIFICATE: Object = Object {
    properties: &[
        Property::optional("CertificateArn", Shape::Json),
        Property::optional("CertificateAuthorityArn", Shape::TEXT),
        Property::optional("CertificateExport", Shape::one_of(CertificateExport::VALUES)),
        Property::optional(
            "CertificateTransparencyLoggingPreference",
            Shape::one_of(CertificateTransparencyLoggingPreference::VALUES),
        ),
        Property::required("DomainName", Shape::TEXT),
        Property::optional(
            "DomainValidationOptions",
            Shape::list(&Shape::Object(&DOMAIN_VALIDATION_OPTION)),
        ),
        Property::optional("KeyAlgorithm", Shape::TEXT),
        Property::optional("SubjectAlternativeNames", Shape::list(&Shape::TEXT)),
        Property::optional(
            "Tags",
            Shape::list(&Shape::Object(&TAG)).min_length(1).max_length(50),
        ),
        Property::optional("ValidationMethod", Shape::TEXT),
    ],
    constraints: &[],
};

static DOMAIN_VALIDATION_OPTION: Object = Object {
    properties: &[
        Property::optional("DomainName", Shape::TEXT),
        Property::optional("HostedZoneId", Shape::TEXT),
        Property::optional("ValidationDomain", Shape::TEXT),
    ],
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
