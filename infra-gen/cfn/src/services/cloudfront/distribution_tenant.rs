//! `AWS::CloudFront::DistributionTenant`. Generated; see `generator/`.

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

/// The distribution tenant.
///
/// `AWS::CloudFront::DistributionTenant`.
#[derive(Debug, Clone, PartialEq)]
pub struct DistributionTenant {
    /// The ID of the connection group for the distribution tenant. If you don't specify a connection group,
    /// CloudFront uses the default connection group.
    pub connection_group_id: Option<Value<String>>,
    /// Customizations for the distribution tenant. For each distribution tenant, you can specify the
    /// geographic restrictions, and the Amazon Resource Names (ARNs) for the ACM certificate and AWS WAF web
    /// ACL. These are specific values that you can override or disable from the multi-tenant distribution
    /// that was used to create the distribution tenant.
    pub customizations: Option<Value<Customizations>>,
    /// The ID of the multi-tenant distribution.
    pub distribution_id: Value<String>,
    /// The domains associated with the distribution tenant.
    pub domains: Value<List<String>>,
    /// Indicates whether the distribution tenant is in an enabled state. If disabled, the distribution tenant
    /// won't serve traffic.
    pub enabled: Option<Value<bool>>,
    /// An object that represents the request for the Amazon CloudFront managed ACM certificate.
    pub managed_certificate_request: Option<Value<ManagedCertificateRequest>>,
    /// The name of the distribution tenant.
    ///
    /// Update requires: replacement.
    pub name: Value<String>,
    /// A list of parameter values to add to the resource. A parameter is specified as a key-value pair. A
    /// valid parameter value must exist for any parameter that is marked as required in the multi-tenant
    /// distribution.
    pub parameters: Option<Value<List<Parameter>>>,
    /// A complex type that contains zero or more `Tag` elements.
    pub tags: Option<Value<List<Tag>>>,
}

impl DistributionTenant {
    /// With the required properties only.
    pub fn new(
        distribution_id: impl Into<Value<String>>,
        domains: impl Into<Value<List<String>>>,
        name: impl Into<Value<String>>,
    ) -> Self {
        Self {
            connection_group_id: None,
            customizations: None,
            distribution_id: distribution_id.into(),
            domains: domains.into(),
            enabled: None,
            managed_certificate_request: None,
            name: name.into(),
            parameters: None,
            tags: None,
        }
    }
}

impl ToJson for DistributionTenant {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("ConnectionGroupId", self.connection_group_id.as_ref());
        object.optional("Customizations", self.customizations.as_ref());
        object.required("DistributionId", &self.distribution_id);
        object.required("Domains", &self.domains);
        object.optional("Enabled", self.enabled.as_ref());
        object.optional(
            "ManagedCertificateRequest",
            self.managed_certificate_request.as_ref(),
        );
        object.required("Name", &self.name);
        object.optional("Parameters", self.parameters.as_ref());
        object.optional("Tags", self.tags.as_ref());
        object.finish()
    }
}

impl resource::Resource for DistributionTenant {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::cloudfront::DistributionTenant;
    type Reference = Id<kind::cloudfront::DistributionTenant>;
}

impl Handle<DistributionTenant> {
    /// The Amazon Resource Name (ARN) of the distribution tenant.
    ///
    /// `Fn::GetAtt` of `Arn`.
    pub fn arn(&self) -> Value<Arn<kind::cloudfront::DistributionTenant>> {
        self.attribute("Arn")
    }

    /// The date and time when the distribution tenant was created.
    ///
    /// `Fn::GetAtt` of `CreatedTime`.
    pub fn created_time(&self) -> Value<String> {
        self.attribute("CreatedTime")
    }

    /// `Fn::GetAtt` of `DomainResults`.
    pub fn domain_results(&self) -> Value<Json> {
        self.attribute("DomainResults")
    }

    /// The current version of the distribution tenant.
    ///
    /// `Fn::GetAtt` of `ETag`.
    pub fn etag(&self) -> Value<String> {
        self.attribute("ETag")
    }

    /// The ID of the distribution tenant.
    ///
    /// `Fn::GetAtt` of `Id`.
    pub fn id(&self) -> Value<Id<kind::cloudfront::DistributionTenant>> {
        self.attribute("Id")
    }

    /// The date and time when the distribution tenant was updated.
    ///
    /// `Fn::GetAtt` of `LastModifiedTime`.
    pub fn last_modified_time(&self) -> Value<String> {
        self.attribute("LastModifiedTime")
    }

    /// The status of the distribution tenant.
    ///
    /// `Fn::GetAtt` of `Status`.
    pub fn status(&self) -> Value<String> {
        self.attribute("Status")
    }
}

/// The Certificate Manager (ACM) certificate associated with your distribution.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Certificate {
    /// The Amazon Resource Name (ARN) of the ACM certificate.
    pub arn: Option<Value<String>>,
}

impl Certificate {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for Certificate {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("Arn", self.arn.as_ref());
        object.finish()
    }
}

/// Customizations for the distribution tenant. For each distribution tenant, you can specify the geographic
/// restrictions, and the Amazon Resource Names (ARNs) for the ACM certificate and AWS WAF web ACL. These are
/// specific values that you can override or disable from the multi-tenant distribution that was used to
/// create the distribution tenant.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Customizations {
    /// The Certificate Manager (ACM) certificate.
    pub certificate: Option<Value<Certificate>>,
    /// The geographic restrictions.
    pub geo_restrictions: Option<Value<GeoRestrictionCustomization>>,
    /// The AWS WAF web ACL.
    pub web_acl: Option<Value<WebAclCustomization>>,
}

impl Customizations {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for Customizations {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("Certificate", self.certificate.as_ref());
        object.optional("GeoRestrictions", self.geo_restrictions.as_ref());
        object.optional("WebAcl", self.web_acl.as_ref());
        object.finish()
    }
}

/// The customizations that you specified for the distribution tenant for geographic restrictions.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct GeoRestrictionCustomization {
    /// The locations for geographic restrictions.
    pub locations: Option<Value<List<String>>>,
    /// The method that you want to use to restrict distribution of your content by country:
    pub restriction_type: Option<Value<RestrictionType>>,
}

impl GeoRestrictionCustomization {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for GeoRestrictionCustomization {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("Locations", self.locations.as_ref());
        object.optional("RestrictionType", self.restriction_type.as_ref());
        object.finish()
    }
}

/// An object that represents the request for the Amazon CloudFront managed ACM certificate.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ManagedCertificateRequest {
    /// You can opt out of certificate transparency logging by specifying the `disabled` option. Opt in by
    /// specifying `enabled`. For more information, see [Certificate Transparency
    /// Logging](https://docs.aws.amazon.com/acm/latest/userguide/acm-concepts.html#concept-transparency) in
    /// the *Certificate Manager User Guide*.
    pub certificate_transparency_logging_preference: Option<Value<CertificateTransparencyLoggingPreference>>,
    /// The primary domain name associated with the CloudFront managed ACM certificate.
    pub primary_domain_name: Option<Value<String>>,
    /// Specify how the HTTP validation token will be served when requesting the CloudFront managed ACM
    /// certificate.
    pub validation_token_host: Option<Value<ValidationTokenHost>>,
}

impl ManagedCertificateRequest {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for ManagedCertificateRequest {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional(
            "CertificateTransparencyLoggingPreference",
            self.certificate_transparency_logging_preference.as_ref(),
        );
        object.optional("PrimaryDomainName", self.primary_domain_name.as_ref());
        object.optional("ValidationTokenHost", self.validation_token_host.as_ref());
        object.finish()
    }
}

/// A list of parameter values to add to the resource. A parameter is specified as a key-value pair. A valid
/// parameter value must exist for any parameter that is marked as required in the multi-tenant distribution.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Parameter {
    /// The parameter name.
    ///
    /// Length: 1 to 128. Pattern: `^[a-zA-Z0-9-_]+$`.
    pub name: Option<Value<String>>,
    /// The parameter value.
    ///
    /// Length: 1 to 256.
    pub value: Option<Value<String>>,
}

impl Parameter {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for Parameter {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("Name", self.name.as_ref());
        object.optional("Value", self.value.as_ref());
        object.finish()
    }
}

/// The AWS WAF web ACL customization specified for the distribution tenant.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct WebAclCustomization {
    /// The action for the AWS WAF web ACL customization. You can specify `override` to specify a separate AWS
    /// WAF web ACL for the distribution tenant. If you specify `disable`, the distribution tenant won't have
    /// AWS WAF web ACL protections and won't inherit from the multi-tenant distribution.
    pub action: Option<Value<WebAclCustomizationAction>>,
    /// The Amazon Resource Name (ARN) of the AWS WAF web ACL.
    pub arn: Option<Value<String>>,
}

impl WebAclCustomization {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for WebAclCustomization {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("Action", self.action.as_ref());
        object.optional("Arn", self.arn.as_ref());
        object.finish()
    }
}

text_enum! {
    /// The values of `ManagedCertificateRequest.CertificateTransparencyLoggingPreference`.
    CertificateTransparencyLoggingPreference {
        Enabled = "enabled",
        Disabled = "disabled",
    }
}

text_enum! {
    /// The values of `GeoRestrictionCustomization.RestrictionType`.
    RestrictionType {
        Blacklist = "blacklist",
        Whitelist = "whitelist",
        None = "none",
    }
}

text_enum! {
    /// The values of `ManagedCertificateRequest.ValidationTokenHost`.
    ValidationTokenHost {
        Cloudfront = "cloudfront",
        SelfHosted = "self-hosted",
    }
}

text_enum! {
    /// The values of `WebAclCustomization.Action`.
    WebAclCustomizationAction {
        Override = "override",
        Disable = "disable",
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::CloudFront::DistributionTenant",
    properties: &DISTRIBUTION_TENANT,
    create_only: &["Name"],
    conditional_create_only: &[],
    read_only: &[
        "Arn",
        "CreatedTime",
        "DomainResults",
        "ETag",
        "Id",
        "LastModifiedTime",
        "Status",
    ],
    write_only: &["ManagedCertificateRequest"],
    primary_identifier: &["Id"],
    reference: Reference::Id,
    attributes: &[
        Attribute::scalar("Arn"),
        Attribute::scalar("CreatedTime"),
        Attribute::list("DomainResults"),
        Attribute::scalar("ETag"),
        Attribute::scalar("Id"),
        Attribute::scalar("LastModifiedTime"),
        Attribute::scalar("Status"),
    ],
    stateful: false,
};

static CERTIFICATE: Object = Object {
    properties: &[Property::optional("Arn", Shape::TEXT)],
    constraints: &[],
};

static CUSTOMIZATIONS: Object = Object {
    properties: &[
        Property::optional("Certificate", Shape::Object(&CERTIFICATE)),
        Property::optional("GeoRestrictions", Shape::Object(&GEO_RESTRICTION_CUSTOMIZATION)),
        Property::optional("WebAcl", Shape::Object(&WEB_ACL_CUSTOMIZATION)),
    ],
    constraints: &[],
};

static DISTRIBUTION_TENANT: Object = Object {
    properties: &[
        Property::optional("Arn", Shape::Json),
        Property::optional("ConnectionGroupId", Shape::TEXT),
        Property::optional("CreatedTime", Shape::Json),
        Property::optional("Customizations", Shape::Object(&CUSTOMIZATIONS)),
        Property::required("DistributionId", Shape::TEXT),
        Property::optional("DomainResults", Shape::Json),
        Property::required("Domains", Shape::list(&Shape::TEXT)),
        Property::optional("ETag", Shape::Json),
        Property::optional("Enabled", Shape::Boolean),
        Property::optional("Id", Shape::Json),
        Property::optional("LastModifiedTime", Shape::Json),
        Property::optional(
            "ManagedCertificateRequest",
            Shape::Object(&MANAGED_CERTIFICATE_REQUEST),
        ),
        Property::required("Name", Shape::TEXT),
        Property::optional("Parameters", Shape::list(&Shape::Object(&PARAMETER))),
        Property::optional("Status", Shape::Json),
        Property::optional("Tags", Shape::list(&Shape::Object(&TAG))),
    ],
    constraints: &[],
};

static GEO_RESTRICTION_CUSTOMIZATION: Object = Object {
    properties: &[
        Property::optional("Locations", Shape::list(&Shape::TEXT)),
        Property::optional("RestrictionType", Shape::one_of(RestrictionType::VALUES)),
    ],
    constraints: &[],
};

static MANAGED_CERTIFICATE_REQUEST: Object = Object {
    properties: &[
        Property::optional(
            "CertificateTransparencyLoggingPreference",
            Shape::one_of(CertificateTransparencyLoggingPreference::VALUES),
        ),
        Property::optional("PrimaryDomainName", Shape::TEXT),
        Property::optional("ValidationTokenHost", Shape::one_of(ValidationTokenHost::VALUES)),
    ],
    constraints: &[],
};

static PARAMETER: Object = Object {
    properties: &[
        Property::optional(
            "Name",
            Shape::TEXT
                .pattern("^[a-zA-Z0-9-_]+$")
                .min_length(1)
                .max_length(128),
        ),
        Property::optional("Value", Shape::TEXT.min_length(1).max_length(256)),
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

static WEB_ACL_CUSTOMIZATION: Object = Object {
    properties: &[
        Property::optional("Action", Shape::one_of(WebAclCustomizationAction::VALUES)),
        Property::optional("Arn", Shape::TEXT),
    ],
    constraints: &[],
};
