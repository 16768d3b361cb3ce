//! `AWS::Cognito::UserPoolDomain`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    reference::{Arn, Id},
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    text_enum::text_enum,
    value::{Json, ObjectWriter, ToJson, Value},
};

/// The AWS::Cognito::UserPoolDomain resource creates a new domain for a user pool.
///
/// `AWS::Cognito::UserPoolDomain`.
#[derive(Debug, Clone, PartialEq)]
pub struct UserPoolDomain {
    /// The configuration for a custom domain that hosts the sign-up and sign-in pages for your application.
    /// Use this object to specify an SSL certificate that is managed by ACM.
    pub custom_domain_config: Option<Value<CustomDomainConfigType>>,
    /// The name of the domain that you want to update. For custom domains, this is the fully-qualified domain
    /// name, for example `auth.example.com`. For prefix domains, this is the prefix alone, such as
    /// `myprefix`.
    ///
    /// Update requires: replacement. Length: 1 to 63.
    pub domain: Value<String>,
    /// A version number that indicates the state of managed login for your domain. Version `1` is hosted UI
    /// (classic). Version `2` is the newer managed login with the branding editor. For more information, see
    /// [Managed
    /// login](https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-managed-login.html).
    pub managed_login_version: Option<Value<i64>>,
    /// `Routing`.
    pub routing: Option<Value<RoutingType>>,
    /// The ID of the user pool that is associated with the domain you're updating.
    ///
    /// Update requires: replacement. Length: 1 to 55. Pattern: `^[\w-]+_[0-9a-zA-Z]+$`.
    pub user_pool_id: Value<Id<kind::cognito::UserPool>>,
}

impl UserPoolDomain {
    /// With the required properties only.
    pub fn new(
        domain: impl Into<Value<String>>,
        user_pool_id: impl Into<Value<Id<kind::cognito::UserPool>>>,
    ) -> Self {
        Self {
            custom_domain_config: None,
            domain: domain.into(),
            managed_login_version: None,
            routing: None,
            user_pool_id: user_pool_id.into(),
        }
    }
}

impl ToJson for UserPoolDomain {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("CustomDomainConfig", self.custom_domain_config.as_ref());
        object.required("Domain", &self.domain);
        object.optional("ManagedLoginVersion", self.managed_login_version.as_ref());
        object.optional("Routing", self.routing.as_ref());
        object.required("UserPoolId", &self.user_pool_id);
        object.finish()
    }
}

impl resource::Resource for UserPoolDomain {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::cognito::UserPoolDomain;
    type Reference = Id<kind::cognito::UserPoolDomain>;
}

impl Handle<UserPoolDomain> {
    /// The Amazon CloudFront endpoint that you use as the target of the alias that you set up with your
    /// Domain Name Service (DNS) provider.
    ///
    /// `Fn::GetAtt` of `CloudFrontDistribution`.
    pub fn cloud_front_distribution(&self) -> Value<String> {
        self.attribute("CloudFrontDistribution")
    }
}

/// The configuration for a hosted UI custom domain.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct CustomDomainConfigType {
    /// The Amazon Resource Name (ARN) of an Certificate Manager SSL certificate. You use this certificate for
    /// the subdomain of your custom domain.
    ///
    /// Length: 20 to 2048.
    pub certificate_arn: Option<Value<Arn<kind::certificatemanager::Certificate>>>,
    /// `SecurityPolicy`.
    pub security_policy: Option<Value<SecurityPolicy>>,
}

impl CustomDomainConfigType {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for CustomDomainConfigType {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("CertificateArn", self.certificate_arn.as_ref());
        object.optional("SecurityPolicy", self.security_policy.as_ref());
        object.finish()
    }
}

/// `FailoverType` of `AWS::Cognito::UserPoolDomain`.
#[derive(Debug, Clone, PartialEq)]
pub struct FailoverType {
    /// `PrimaryRoute53HealthCheckId`.
    ///
    /// Length: at most 64.
    pub primary_route53_health_check_id: Value<String>,
    /// `SecondaryRegion`.
    ///
    /// Length: 5 to 32.
    pub secondary_region: Value<String>,
}

impl FailoverType {
    /// With the required properties only.
    pub fn new(
        primary_route53_health_check_id: impl Into<Value<String>>,
        secondary_region: impl Into<Value<String>>,
    ) -> Self {
        Self {
            primary_route53_health_check_id: primary_route53_health_check_id.into(),
            secondary_region: secondary_region.into(),
        }
    }
}

impl ToJson for FailoverType {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required(
            "PrimaryRoute53HealthCheckId",
            &self.primary_route53_health_check_id,
        );
        object.required("SecondaryRegion", &self.secondary_region);
        object.finish()
    }
}

/// `RoutingType` of `AWS::Cognito::UserPoolDomain`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct RoutingType {
    /// `Failover`.
    pub failover: Option<Value<FailoverType>>,
}

impl RoutingType {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for RoutingType {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("Failover", self.failover.as_ref());
        object.finish()
    }
}

text_enum! {
    /// The values of `CustomDomainConfigType.SecurityPolicy`.
    SecurityPolicy {
        TlsV1 = "TLS_V1",
        TlsV1_2_2021 = "TLS_V1_2_2021",
        TlsV1_3_2025 = "TLS_V1_3_2025",
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::Cognito::UserPoolDomain",
    properties: &USER_POOL_DOMAIN,
    create_only: &["Domain", "UserPoolId"],
    conditional_create_only: &[],
    read_only: &["CloudFrontDistribution"],
    write_only: &["ManagedLoginVersion"],
    primary_identifier: &["UserPoolId", "Domain"],
    reference: Reference::Id,
    attributes: &[Attribute::scalar("CloudFrontDistribution")],
    stateful: false,
};

static CUSTOM_DOMAIN_CONFIG_TYPE: Object = Object {
    properties: &[
        Property::optional(
            "CertificateArn",
            Shape::TEXT.pattern(PATTERN_1).min_length(20).max_length(2048),
        ),
        Property::optional("SecurityPolicy", Shape::one_of(SecurityPolicy::VALUES)),
    ],
    constraints: &[],
};

static FAILOVER_TYPE: Object = Object {
    properties: &[
        Property::required("PrimaryRoute53HealthCheckId", Shape::TEXT.max_length(64)),
        Property::required("SecondaryRegion", Shape::TEXT.min_length(5).max_length(32)),
    ],
    constraints: &[],
};

static ROUTING_TYPE: Object = Object {
    properties: &[Property::optional("Failover", Shape::Object(&FAILOVER_TYPE))],
    constraints: &[],
};

static USER_POOL_DOMAIN: Object = Object {
    properties: &[
        Property::optional("CloudFrontDistribution", Shape::Json),
        Property::optional("CustomDomainConfig", Shape::Object(&CUSTOM_DOMAIN_CONFIG_TYPE)),
        Property::required("Domain", Shape::TEXT.min_length(1).max_length(63)),
        Property::optional("ManagedLoginVersion", Shape::INTEGER),
        Property::optional("Routing", Shape::Object(&ROUTING_TYPE)),
        Property::required(
            "UserPoolId",
            Shape::TEXT
                .pattern(r"^[\w-]+_[0-9a-zA-Z]+$")
                .min_length(1)
                .max_length(55),
        ),
    ],
    constraints: &[],
};

const PATTERN_1: &str =
    r"^arn:[\w+=/,.@-]+:[\w+=/,.@-]+:([\w+=/,.@-]*)?:[0-9]+:[\w+=/,.@-]+(:[\w+=/,.@-]+)?(:[\w+=/,.@-]+)?$";
