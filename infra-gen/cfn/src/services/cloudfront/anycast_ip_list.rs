//! `AWS::CloudFront::AnycastIpList`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    reference::Id,
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    tag::Tag,
    text_enum::text_enum,
    value::{Json, List, ObjectWriter, ToJson, Value},
};

/// An Anycast static IP list. For more information, see [Request Anycast static IPs to use for
/// allowlisting](https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/request-static-ips.html)
/// in the *Amazon CloudFront Developer Guide*.
///
/// `AWS::CloudFront::AnycastIpList`.
#[derive(Debug, Clone, PartialEq)]
pub struct AnycastIpList {
    /// The IP address type for the Anycast static IP list.
    pub ip_address_type: Option<Value<IpAddressType>>,
    /// The number of IP addresses in the Anycast static IP list.
    ///
    /// Update requires: replacement.
    pub ip_count: Value<i64>,
    /// A list of IPAM CIDR configurations that define the IP address ranges, IPAM pools, and associated
    /// Anycast IP addresses.
    pub ipam_cidr_configs: Option<Value<List<IpamCidrConfig>>>,
    /// The name of the Anycast static IP list.
    ///
    /// Update requires: replacement. Length: 1 to 64. Pattern: `^[a-zA-Z0-9-_]{1,64}$`.
    pub name: Value<String>,
    /// A complex type that contains zero or more `Tag` elements.
    ///
    /// Update requires: replacement.
    pub tags: Option<Value<Tags>>,
}

impl AnycastIpList {
    /// With the required properties only.
    pub fn new(ip_count: impl Into<Value<i64>>, name: impl Into<Value<String>>) -> Self {
        Self {
            ip_address_type: None,
            ip_count: ip_count.into(),
            ipam_cidr_configs: None,
            name: name.into(),
            tags: None,
        }
    }
}

impl ToJson for AnycastIpList {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("IpAddressType", self.ip_address_type.as_ref());
        object.required("IpCount", &self.ip_count);
        object.optional("IpamCidrConfigs", self.ipam_cidr_configs.as_ref());
        object.required("Name", &self.name);
        object.optional("Tags", self.tags.as_ref());
        object.finish()
    }
}

impl resource::Resource for AnycastIpList {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::cloudfront::AnycastIpList;
    type Reference = Id<kind::cloudfront::AnycastIpList>;
}

impl Handle<AnycastIpList> {
    /// An Anycast static IP list. For more information, see [Request Anycast static IPs to use for
    /// allowlisting](https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/request-static-ips.html)
    /// in the *Amazon CloudFront Developer Guide*.
    ///
    /// `Fn::GetAtt` of `AnycastIpList`.
    pub fn anycast_ip_list(&self) -> Value<Json> {
        self.attribute("AnycastIpList")
    }

    /// A complex type that contains `Tag` key and `Tag` value.
    ///
    /// `Fn::GetAtt` of `ETag`.
    pub fn etag(&self) -> Value<String> {
        self.attribute("ETag")
    }

    /// The ID of the Anycast static IP list.
    ///
    /// `Fn::GetAtt` of `Id`.
    pub fn id(&self) -> Value<Id<kind::cloudfront::AnycastIpList>> {
        self.attribute("Id")
    }

    /// The results for the IPAM CIDRs that defines a specific IP address range, IPAM pool, and associated
    /// Anycast IP address.
    ///
    /// `Fn::GetAtt` of `IpamCidrConfigResults`.
    pub fn ipam_cidr_config_results(&self) -> Value<Json> {
        self.attribute("IpamCidrConfigResults")
    }
}

/// Configuration for an IPAM CIDR that defines a specific IP address range, IPAM pool, and associated Anycast
/// IP address.
#[derive(Debug, Clone, PartialEq)]
pub struct IpamCidrConfig {
    /// The CIDR that specifies the IP address range for this IPAM configuration.
    pub cidr: Value<String>,
    /// The Amazon Resource Name (ARN) of the IPAM pool that the CIDR block is assigned to.
    pub ipam_pool_arn: Value<String>,
}

impl IpamCidrConfig {
    /// With the required properties only.
    pub fn new(cidr: impl Into<Value<String>>, ipam_pool_arn: impl Into<Value<String>>) -> Self {
        Self {
            cidr: cidr.into(),
            ipam_pool_arn: ipam_pool_arn.into(),
        }
    }
}

impl ToJson for IpamCidrConfig {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Cidr", &self.cidr);
        object.required("IpamPoolArn", &self.ipam_pool_arn);
        object.finish()
    }
}

/// A complex type that contains zero or more `Tag` elements.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Tags {
    /// A complex type that contains `Tag` elements.
    pub items: Option<Value<List<Tag>>>,
}

impl Tags {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for Tags {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("Items", self.items.as_ref());
        object.finish()
    }
}

text_enum! {
    /// The values of `AnycastIpList.IpAddressType`.
    IpAddressType {
        Ipv4 = "ipv4",
        Dualstack = "dualstack",
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::CloudFront::AnycastIpList",
    properties: &ANYCAST_IP_LIST,
    create_only: &["IpCount", "Name", "Tags"],
    conditional_create_only: &[],
    read_only: &["AnycastIpList", "ETag", "Id", "IpamCidrConfigResults"],
    write_only: &["IpamCidrConfigs"],
    primary_identifier: &["Id"],
    reference: Reference::Id,
    attributes: &[
        Attribute::object("AnycastIpList"),
        Attribute::scalar("ETag"),
        Attribute::scalar("Id"),
        Attribute::list("IpamCidrConfigResults"),
    ],
    stateful: false,
};

static ANYCAST_IP_LIST: Object = Object {
    properties: &[
        Property::optional("AnycastIpList", Shape::Json),
        Property::optional("ETag", Shape::Json),
        Property::optional("Id", Shape::Json),
        Property::optional("IpAddressType", Shape::one_of(IpAddressType::VALUES)),
        Property::required("IpCount", Shape::INTEGER),
        Property::optional("IpamCidrConfigResults", Shape::Json),
        Property::optional("IpamCidrConfigs", Shape::list(&Shape::Object(&IPAM_CIDR_CONFIG))),
        Property::required(
            "Name",
            Shape::TEXT
                .pattern("^[a-zA-Z0-9-_]{1,64}$")
                .min_length(1)
                .max_length(64),
        ),
        Property::optional("Tags", Shape::Object(&TAGS)),
    ],
    constraints: &[],
};

static IPAM_CIDR_CONFIG: Object = Object {
    properties: &[
        Property::required("Cidr", Shape::TEXT),
        Property::required("IpamPoolArn", Shape::TEXT),
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
        Property::optional(
            "Value",
            Shape::TEXT
                .pattern(r"^([\p{L}\p{Z}\p{N}_.:/=+\-@]*)$")
                .max_length(256),
        ),
    ],
    constraints: &[],
};

static TAGS: Object = Object {
    properties: &[Property::optional("Items", Shape::list(&Shape::Object(&TAG)))],
    constraints: &[],
};
