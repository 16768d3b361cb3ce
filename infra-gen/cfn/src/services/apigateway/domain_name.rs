//! `AWS::ApiGateway::DomainName`. Generated; see `generator/`.

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

/// The `AWS::ApiGateway::DomainName` resource specifies a public custom domain name for your API in API
/// Gateway.
///
/// `AWS::ApiGateway::DomainName`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DomainName {
    /// The reference to an AWS -managed certificate that will be used by edge-optimized endpoint or private
    /// endpoint for this domain name. Certificate Manager is the only supported source.
    pub certificate_arn: Option<Value<Arn<kind::certificatemanager::Certificate>>>,
    /// The custom domain name as an API host name, for example, `my-api.example.com`.
    ///
    /// Update requires: replacement.
    pub domain_name: Option<Value<String>>,
    /// The endpoint access mode for your DomainName.
    pub endpoint_access_mode: Option<Value<String>>,
    /// The endpoint configuration of this DomainName showing the endpoint types and IP address types of the
    /// domain name.
    pub endpoint_configuration: Option<Value<EndpointConfiguration>>,
    /// The mutual TLS authentication configuration for a custom domain name. If specified, API Gateway
    /// performs two-way authentication between the client and the server. Clients must present a trusted
    /// certificate to access your API.
    pub mutual_tls_authentication: Option<Value<MutualTlsAuthentication>>,
    /// The ARN of the public certificate issued by ACM to validate ownership of your custom domain. Only
    /// required when configuring mutual TLS and using an ACM imported or private CA certificate ARN as the
    /// RegionalCertificateArn.
    pub ownership_verification_certificate_arn: Option<Value<String>>,
    /// The reference to an AWS -managed certificate that will be used for validating the regional domain
    /// name. Certificate Manager is the only supported source.
    pub regional_certificate_arn: Option<Value<String>>,
    /// The routing mode for this domain name. The routing mode determines how API Gateway sends traffic from
    /// your custom domain name to your public APIs.
    pub routing_mode: Option<Value<RoutingMode>>,
    /// The Transport Layer Security (TLS) version + cipher suite for this DomainName.
    pub security_policy: Option<Value<String>>,
    /// The collection of tags. Each tag element is associated with a given resource.
    pub tags: Option<Value<List<Tag>>>,
}

impl DomainName {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for DomainName {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("CertificateArn", self.certificate_arn.as_ref());
        object.optional("DomainName", self.domain_name.as_ref());
        object.optional("EndpointAccessMode", self.endpoint_access_mode.as_ref());
        object.optional("EndpointConfiguration", self.endpoint_configuration.as_ref());
        object.optional("MutualTlsAuthentication", self.mutual_tls_authentication.as_ref());
        object.optional(
            "OwnershipVerificationCertificateArn",
            self.ownership_verification_certificate_arn.as_ref(),
        );
        object.optional("RegionalCertificateArn", self.regional_certificate_arn.as_ref());
        object.optional("RoutingMode", self.routing_mode.as_ref());
        object.optional("SecurityPolicy", self.security_policy.as_ref());
        object.optional("Tags", self.tags.as_ref());
        object.finish()
    }
}

impl resource::Resource for DomainName {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::apigateway::DomainName;
    type Reference = Id<kind::apigateway::DomainName>;
}

impl Handle<DomainName> {
    /// The Amazon CloudFront distribution domain name that's mapped to the custom domain name. This is only
    /// applicable for endpoints whose type is `EDGE`.
    ///
    /// `Fn::GetAtt` of `DistributionDomainName`.
    pub fn distribution_domain_name(&self) -> Value<String> {
        self.attribute("DistributionDomainName")
    }

    /// The region-agnostic Amazon Route 53 Hosted Zone ID of the edge-optimized endpoint. The only valid
    /// value is `Z2FDTNDATAQYW2` for all regions.
    ///
    /// `Fn::GetAtt` of `DistributionHostedZoneId`.
    pub fn distribution_hosted_zone_id(&self) -> Value<String> {
        self.attribute("DistributionHostedZoneId")
    }

    /// The ARN of the domain name.
    ///
    /// `Fn::GetAtt` of `DomainNameArn`.
    pub fn domain_name_arn(&self) -> Value<Arn<kind::apigateway::DomainName>> {
        self.attribute("DomainNameArn")
    }

    /// The domain name associated with the regional endpoint for this custom domain name. You set up this
    /// association by adding a DNS record that points the custom domain name to this regional domain name.
    ///
    /// `Fn::GetAtt` of `RegionalDomainName`.
    pub fn regional_domain_name(&self) -> Value<String> {
        self.attribute("RegionalDomainName")
    }

    /// The region-specific Amazon Route 53 Hosted Zone ID of the regional endpoint.
    ///
    /// `Fn::GetAtt` of `RegionalHostedZoneId`.
    pub fn regional_hosted_zone_id(&self) -> Value<String> {
        self.attribute("RegionalHostedZoneId")
    }
}

/// The `EndpointConfiguration` property type specifies the endpoint types and IP address types of an Amazon
/// API Gateway domain name.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct EndpointConfiguration {
    /// The IP address types that can invoke this DomainName. Use `ipv4` to allow only IPv4 addresses to
    /// invoke this DomainName, or use `dualstack` to allow both IPv4 and IPv6 addresses to invoke this
    /// DomainName. For the `PRIVATE` endpoint type, only `dualstack` is supported.
    pub ip_address_type: Option<Value<String>>,
    /// A list of endpoint types of an API (RestApi) or its custom domain name (DomainName). For an
    /// edge-optimized API and its custom domain name, the endpoint type is `"EDGE"`. For a regional API and
    /// its custom domain name, the endpoint type is `REGIONAL`. For a private API, the endpoint type is
    /// `PRIVATE`.
    pub types: Option<Value<List<String>>>,
}

impl EndpointConfiguration {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for EndpointConfiguration {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("IpAddressType", self.ip_address_type.as_ref());
        object.optional("Types", self.types.as_ref());
        object.finish()
    }
}

/// The mutual TLS authentication configuration for a custom domain name. If specified, API Gateway performs
/// two-way authentication between the client and the server. Clients must present a trusted certificate to
/// access your API.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct MutualTlsAuthentication {
    /// An Amazon S3 URL that specifies the truststore for mutual TLS authentication, for example
    /// `s3://bucket-name/key-name`. The truststore can contain certificates from public or private
    /// certificate authorities. To update the truststore, upload a new version to S3, and then update your
    /// custom domain name to use the new version. To update the truststore, you must have permissions to
    /// access the S3 object.
    pub truststore_uri: Option<Value<String>>,
    /// The version of the S3 object that contains your truststore. To specify a version, you must have
    /// versioning enabled for the S3 bucket.
    pub truststore_version: Option<Value<String>>,
}

impl MutualTlsAuthentication {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for MutualTlsAuthentication {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("TruststoreUri", self.truststore_uri.as_ref());
        object.optional("TruststoreVersion", self.truststore_version.as_ref());
        object.finish()
    }
}

text_enum! {
    /// The values of `DomainName.RoutingMode`.
    RoutingMode {
        BasePathMappingOnly = "BASE_PATH_MAPPING_ONLY",
        RoutingRuleThenBasePathMapping = "ROUTING_RULE_THEN_BASE_PATH_MAPPING",
        RoutingRuleOnly = "ROUTING_RULE_ONLY",
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::ApiGateway::DomainName",
    properties: &DOMAIN_NAME,
    create_only: &["DomainName"],
    conditional_create_only: &[],
    read_only: &[
        "DistributionDomainName",
        "DistributionHostedZoneId",
        "DomainNameArn",
        "RegionalDomainName",
        "RegionalHostedZoneId",
    ],
    write_only: &[],
    primary_identifier: &["DomainName"],
    reference: Reference::Id,
    attributes: &[
        Attribute::scalar("DistributionDomainName"),
        Attribute::scalar("DistributionHostedZoneId"),
        Attribute::scalar("DomainNameArn"),
        Attribute::scalar("RegionalDomainName"),
        Attribute::scalar("RegionalHostedZoneId"),
    ],
    stateful: false,
};

static DOMAIN_NAME: Object = Object {
    properties: &[
        Property::optional("CertificateArn", Shape::TEXT),
        Property::optional("DistributionDomainName", Shape::Json),
        Property::optional("DistributionHostedZoneId", Shape::Json),
        Property::optional("DomainName", Shape::TEXT),
        Property::optional("DomainNameArn", Shape::Json),
        Property::optional("EndpointAccessMode", Shape::TEXT),
        Property::optional("EndpointConfiguration", Shape::Object(&ENDPOINT_CONFIGURATION)),
        Property::optional(
            "MutualTlsAuthentication",
            Shape::Object(&MUTUAL_TLS_AUTHENTICATION),
        ),
        Property::optional("OwnershipVerificationCertificateArn", Shape::TEXT),
        Property::optional("RegionalCertificateArn", Shape::TEXT),
        Property::optional("RegionalDomainName", Shape::Json),
        Property::optional("RegionalHostedZoneId", Shape::Json),
        Property::optional("RoutingMode", Shape::one_of(RoutingMode::VALUES)),
        Property::optional("SecurityPolicy", Shape::TEXT),
        Property::optional("Tags", Shape::list(&Shape::Object(&TAG))),
    ],
    constraints: &[],
};

static ENDPOINT_CONFIGURATION: Object = Object {
    properties: &[
        Property::optional("IpAddressType", Shape::TEXT),
        Property::optional("Types", Shape::list(&Shape::TEXT)),
    ],
    constraints: &[],
};

static MUTUAL_TLS_AUTHENTICATION: Object = Object {
    properties: &[
        Property::optional("TruststoreUri", Shape::TEXT),
        Property::optional("TruststoreVersion", Shape::TEXT),
    ],
    constraints: &[],
};

static TAG: Object = Object {
    properties: &[
        Property::optional("Key", Shape::TEXT),
        Property::optional("Value", Shape::TEXT),
    ],
    constraints: &[],
};
