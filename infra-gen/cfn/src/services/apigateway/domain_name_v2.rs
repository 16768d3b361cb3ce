//! `AWS::ApiGateway::DomainNameV2`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    policy::PolicyDocument,
    reference::Arn,
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    tag::Tag,
    text_enum::text_enum,
    value::{Json, List, ObjectWriter, ToJson, Value},
};

/// The `AWS::ApiGateway::DomainNameV2` resource specifies a custom domain name for your private APIs in API
/// Gateway. You can use a private custom domain name to provide a URL for your private API that's more
/// intuitive and easier to recall.
///
/// `AWS::ApiGateway::DomainNameV2`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DomainNameV2 {
    /// The reference to an AWS -managed certificate that will be used by the private endpoint for this domain
    /// name. AWS Certificate Manager is the only supported source.
    pub certificate_arn: Option<Value<Arn<kind::certificatemanager::Certificate>>>,
    /// Represents a custom domain name as a user-friendly host name of an API (RestApi).
    ///
    /// Update requires: replacement.
    pub domain_name: Option<Value<String>>,
    /// The endpoint access mode for your DomainName.
    pub endpoint_access_mode: Option<Value<String>>,
    /// The endpoint configuration to indicate the types of endpoints an API (RestApi) or its custom domain
    /// name (DomainName) has and the IP address types that can invoke it.
    ///
    /// Update requires: replacement.
    pub endpoint_configuration: Option<Value<EndpointConfiguration>>,
    /// A stringified JSON policy document that applies to the `execute-api` service for this DomainName
    /// regardless of the caller and Method configuration. You can use `Fn::ToJsonString` to enter your
    /// `policy`. For more information, see
    /// [Fn::ToJsonString](https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-ToJsonString.html).
    pub policy: Option<Value<PolicyDocument>>,
    /// The routing mode for this domain name. The routing mode determines how API Gateway sends traffic from
    /// your custom domain name to your private APIs.
    pub routing_mode: Option<Value<RoutingMode>>,
    /// The Transport Layer Security (TLS) version + cipher suite for this DomainName.
    ///
    /// Update requires: replacement.
    pub security_policy: Option<Value<String>>,
    /// The collection of tags. Each tag element is associated with a given resource.
    pub tags: Option<Value<List<Tag>>>,
}

impl DomainNameV2 {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for DomainNameV2 {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("CertificateArn", self.certificate_arn.as_ref());
        object.optional("DomainName", self.domain_name.as_ref());
        object.optional("EndpointAccessMode", self.endpoint_access_mode.as_ref());
        object.optional("EndpointConfiguration", self.endpoint_configuration.as_ref());
        object.optional("Policy", self.policy.as_ref());
        object.optional("RoutingMode", self.routing_mode.as_ref());
        object.optional("SecurityPolicy", self.security_policy.as_ref());
        object.optional("Tags", self.tags.as_ref());
        object.finish()
    }
}

impl resource::Resource for DomainNameV2 {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::apigateway::DomainNameV2;
    type Reference = Arn<kind::apigateway::DomainNameV2>;
}

impl Handle<DomainNameV2> {
    /// The ARN of the domain name.
    ///
    /// `Fn::GetAtt` of `DomainNameArn`.
    pub fn domain_name_arn(&self) -> Value<Arn<kind::apigateway::DomainNameV2>> {
        self.attribute("DomainNameArn")
    }

    /// The domain name ID.
    ///
    /// `Fn::GetAtt` of `DomainNameId`.
    pub fn domain_name_id(&self) -> Value<String> {
        self.attribute("DomainNameId")
    }
}

/// The endpoint configuration to indicate the types of endpoints an API (RestApi) or its custom domain name
/// (DomainName) has and the IP address types that can invoke it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct EndpointConfiguration {
    /// The IP address types that can invoke an API (RestApi) or a DomainName. Use `ipv4` to allow only IPv4
    /// addresses to invoke an API or DomainName, or use `dualstack` to allow both IPv4 and IPv6 addresses to
    /// invoke an API or a DomainName. For the `PRIVATE` endpoint type, only `dualstack` is supported.
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

text_enum! {
    /// The values of `DomainNameV2.RoutingMode`.
    RoutingMode {
        BasePathMappingOnly = "BASE_PATH_MAPPING_ONLY",
        RoutingRuleThenBasePathMapping = "ROUTING_RULE_THEN_BASE_PATH_MAPPING",
        RoutingRuleOnly = "ROUTING_RULE_ONLY",
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::ApiGateway::DomainNameV2",
    properties: &DOMAIN_NAME_V2,
    create_only: &["DomainName", "EndpointConfiguration", "SecurityPolicy"],
    conditional_create_only: &[],
    read_only: &["DomainNameArn", "DomainNameId"],
    write_only: &[],
    primary_identifier: &["DomainNameArn"],
    reference: Reference::Arn,
    attributes: &[
        Attribute::scalar("DomainNameArn"),
        Attribute::scalar("DomainNameId"),
    ],
    stateful: false,
};

static DOMAIN_NAME_V2: Object = Object {
    properties: &[
        Property::optional("CertificateArn", Shape::TEXT),
        Property::optional("DomainName", Shape::TEXT),
        Property::optional("DomainNameArn", Shape::Json),
        Property::optional("DomainNameId", Shape::Json),
        Property::optional("EndpointAccessMode", Shape::TEXT),
        Property::optional("EndpointConfiguration", Shape::Object(&ENDPOINT_CONFIGURATION)),
        Property::optional("Policy", Shape::Json),
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

static TAG: Object = Object {
    properties: &[
        Property::optional("Key", Shape::TEXT),
        Property::optional("Value", Shape::TEXT),
    ],
    constraints: &[],
};
