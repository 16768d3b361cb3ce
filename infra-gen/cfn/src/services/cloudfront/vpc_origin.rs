//! `AWS::CloudFront::VpcOrigin`. Generated; see `generator/`.

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

/// An Amazon CloudFront VPC origin.
///
/// `AWS::CloudFront::VpcOrigin`.
#[derive(Debug, Clone, PartialEq)]
pub struct VpcOrigin {
    /// A complex type that contains zero or more `Tag` elements.
    pub tags: Option<Value<List<Tag>>>,
    /// The VPC origin endpoint configuration.
    pub vpc_origin_endpoint_config: Value<VpcOriginEndpointConfig>,
}

impl VpcOrigin {
    /// With the required properties only.
    pub fn new(vpc_origin_endpoint_config: impl Into<Value<VpcOriginEndpointConfig>>) -> Self {
        Self {
            tags: None,
            vpc_origin_endpoint_config: vpc_origin_endpoint_config.into(),
        }
    }
}

impl ToJson for VpcOrigin {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("Tags", self.tags.as_ref());
        object.required("VpcOriginEndpointConfig", &self.vpc_origin_endpoint_config);
        object.finish()
    }
}

impl resource::Resource for VpcOrigin {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::cloudfront::VpcOrigin;
    type Reference = Id<kind::cloudfront::VpcOrigin>;
}

impl Handle<VpcOrigin> {
    /// The account ID of the AWS account that owns the VPC origin.
    ///
    /// `Fn::GetAtt` of `AccountId`.
    pub fn account_id(&self) -> Value<String> {
        self.attribute("AccountId")
    }

    /// The VPC origin ARN.
    ///
    /// `Fn::GetAtt` of `Arn`.
    pub fn arn(&self) -> Value<Arn<kind::cloudfront::VpcOrigin>> {
        self.attribute("Arn")
    }

    /// The VPC origin created time.
    ///
    /// `Fn::GetAtt` of `CreatedTime`.
    pub fn created_time(&self) -> Value<String> {
        self.attribute("CreatedTime")
    }

    /// The VPC origin ID.
    ///
    /// `Fn::GetAtt` of `Id`.
    pub fn id(&self) -> Value<Id<kind::cloudfront::VpcOrigin>> {
        self.attribute("Id")
    }

    /// The VPC origin last modified time.
    ///
    /// `Fn::GetAtt` of `LastModifiedTime`.
    pub fn last_modified_time(&self) -> Value<String> {
        self.attribute("LastModifiedTime")
    }

    /// The VPC origin status.
    ///
    /// `Fn::GetAtt` of `Status`.
    pub fn status(&self) -> Value<String> {
        self.attribute("Status")
    }
}

/// An Amazon CloudFront VPC origin endpoint configuration.
#[derive(Debug, Clone, PartialEq)]
pub struct VpcOriginEndpointConfig {
    /// The ARN of the CloudFront VPC origin endpoint configuration.
    pub arn: Value<String>,
    /// The HTTP port for the CloudFront VPC origin endpoint configuration. The default value is `80`.
    pub http_port: Option<Value<i64>>,
    /// The HTTPS port of the CloudFront VPC origin endpoint configuration. The default value is `443`.
    pub https_port: Option<Value<i64>>,
    /// `IpAddressType`.
    pub ip_address_type: Option<Value<IpAddressType>>,
    /// The name of the CloudFront VPC origin endpoint configuration.
    pub name: Value<String>,
    /// The origin protocol policy for the CloudFront VPC origin endpoint configuration.
    pub origin_protocol_policy: Option<Value<OriginProtocolPolicy>>,
    /// Specifies the minimum SSL/TLS protocol that CloudFront uses when connecting to your origin over HTTPS.
    /// Valid values include `SSLv3`, `TLSv1`, `TLSv1.1`, and `TLSv1.2`.
    pub origin_ssl_protocols: Option<Value<List<String>>>,
}

impl VpcOriginEndpointConfig {
    /// With the required properties only.
    pub fn new(arn: impl Into<Value<String>>, name: impl Into<Value<String>>) -> Self {
        Self {
            arn: arn.into(),
            http_port: None,
            https_port: None,
            ip_address_type: None,
            name: name.into(),
            origin_protocol_policy: None,
            origin_ssl_protocols: None,
        }
    }
}

impl ToJson for VpcOriginEndpointConfig {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Arn", &self.arn);
        object.optional("HTTPPort", self.http_port.as_ref());
        object.optional("HTTPSPort", self.https_port.as_ref());
        object.optional("IpAddressType", self.ip_address_type.as_ref());
        object.required("Name", &self.name);
        object.optional("OriginProtocolPolicy", self.origin_protocol_policy.as_ref());
        object.optional("OriginSSLProtocols", self.origin_ssl_protocols.as_ref());
        object.finish()
    }
}

text_enum! {
    /// The values of `VpcOriginEndpointConfig.IpAddressType`.
    IpAddressType {
        Ipv4 = "ipv4",
        Dualstack = "dualstack",
    }
}

text_enum! {
    /// The values of `VpcOriginEndpointConfig.OriginProtocolPolicy`.
    OriginProtocolPolicy {
        HttpOnly = "http-only",
        HttpsOnly = "https-only",
        MatchViewer = "match-viewer",
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::CloudFront::VpcOrigin",
    properties: &VPC_ORIGIN,
    create_only: &[],
    conditional_create_only: &[],
    read_only: &[
        "AccountId",
        "Arn",
        "CreatedTime",
        "Id",
        "LastModifiedTime",
        "Status",
    ],
    write_only: &[],
    primary_identifier: &["Id"],
    reference: Reference::Id,
    attributes: &[
        Attribute::scalar("AccountId"),
        Attribute::scalar("Arn"),
        Attribute::scalar("CreatedTime"),
        Attribute::scalar("Id"),
        Attribute::scalar("LastModifiedTime"),
        Attribute::scalar("Status"),
    ],
    stateful: false,
};

static TAG: Object = Object {
    properties: &[
        Property::required("Key", Shape::TEXT),
        Property::required("Value", Shape::TEXT),
    ],
    constraints: &[],
};

static VPC_ORIGIN: Object = Object {
    properties: &[
        Property::optional("AccountId", Shape::Json),
        Property::optional("Arn", Shape::Json),
        Property::optional("CreatedTime", Shape::Json),
        Property::optional("Id", Shape::Json),
        Property::optional("LastModifiedTime", Shape::Json),
        Property::optional("Status", Shape::Json),
        Property::optional("Tags", Shape::list(&Shape::Object(&TAG))),
        Property::required(
            "VpcOriginEndpointConfig",
            Shape::Object(&VPC_ORIGIN_ENDPOINT_CONFIG),
        ),
    ],
    constraints: &[],
};

static VPC_ORIGIN_ENDPOINT_CONFIG: Object = Object {
    properties: &[
        Property::required("Arn", Shape::TEXT),
        Property::optional("HTTPPort", Shape::INTEGER),
        Property::optional("HTTPSPort", Shape::INTEGER),
        Property::optional("IpAddressType", Shape::one_of(IpAddressType::VALUES)),
        Property::required("Name", Shape::TEXT),
        Property::optional(
            "OriginProtocolPolicy",
            Shape::one_of(OriginProtocolPolicy::VALUES),
        ),
        Property::optional("OriginSSLProtocols", Shape::list(&Shape::TEXT)),
    ],
    constraints: &[],
};
