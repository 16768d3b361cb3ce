//! `AWS::WAFv2::IPSet`. Generated; see `generator/`.

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

/// Use an `IPSet` to identify web requests that originate from specific IP addresses or ranges of IP
/// addresses. For example, if you're receiving a lot of requests from a ranges of IP addresses, you can
/// configure AWS WAF to block them using an IP set that lists those IP addresses.
///
/// `AWS::WAFv2::IPSet`.
#[derive(Debug, Clone, PartialEq)]
pub struct IPSet {
    /// Contains an array of strings that specifies zero or more IP addresses or blocks of IP addresses that
    /// you want AWS WAF to inspect for in incoming requests. All addresses must be specified using Classless
    /// Inter-Domain Routing (CIDR) notation. AWS WAF supports all IPv4 and IPv6 CIDR ranges except for `/0`.
    pub addresses: Value<List<String>>,
    /// A description of the IP set that helps with identification.
    pub description: Option<Value<String>>,
    /// The version of the IP addresses, either `IPV4` or `IPV6`.
    pub ip_address_version: Value<IPAddressVersion>,
    /// The name of the IP set. You cannot change the name of an `IPSet` after you create it.
    ///
    /// Update requires: replacement. Pattern: `^[0-9A-Za-z_-]{1,128}$`.
    pub name: Option<Value<String>>,
    /// Specifies whether this is for an Amazon CloudFront distribution or for a regional application. A
    /// regional application can be an Application Load Balancer (ALB), an REST API, an AWS AppSync GraphQL
    /// API, an Amazon Cognito user pool, an AWS App Runner service, or an AWS Verified Access instance. Valid
    /// Values are `CLOUDFRONT` and `REGIONAL`.
    ///
    /// Update requires: replacement.
    pub scope: Value<IPSetScope>,
    /// Key:value pairs associated with an AWS resource. The key:value pair can be anything you define.
    /// Typically, the tag key represents a category (such as "environment") and the tag value represents a
    /// specific value within that category (such as "test," "development," or "production"). You can add up
    /// to 50 tags to each AWS resource.
    ///
    /// Items: 1 or more.
    pub tags: Option<Value<List<Tag>>>,
}

impl IPSet {
    /// With the required properties only.
    pub fn new(
        addresses: impl Into<Value<List<String>>>,
        ip_address_version: impl Into<Value<IPAddressVersion>>,
        scope: impl Into<Value<IPSetScope>>,
    ) -> Self {
        Self {
            addresses: addresses.into(),
            description: None,
            ip_address_version: ip_address_version.into(),
            name: None,
            scope: scope.into(),
            tags: None,
        }
    }
}

impl ToJson for IPSet {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Addresses", &self.addresses);
        object.optional("Description", self.description.as_ref());
        object.required("IPAddressVersion", &self.ip_address_version);
        object.optional("Name", self.name.as_ref());
        object.required("Scope", &self.scope);
        object.optional("Tags", self.tags.as_ref());
        object.finish()
    }
}

impl resource::Resource for IPSet {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::wafv2::IPSet;
    type Reference = Id<kind::wafv2::IPSet>;
}

impl Handle<IPSet> {
    /// The Amazon Resource Name (ARN) of the IP set.
    ///
    /// `Fn::GetAtt` of `Arn`.
    pub fn arn(&self) -> Value<Arn<kind::wafv2::IPSet>> {
        self.attribute("Arn")
    }

    /// The ID of the IP set.
    ///
    /// `Fn::GetAtt` of `Id`.
    pub fn id(&self) -> Value<String> {
        self.attribute("Id")
    }
}

text_enum! {
    /// The values of `IPSet.IPAddressVersion`.
    IPAddressVersion {
        Ipv4 = "IPV4",
        Ipv6 = "IPV6",
    }
}

text_enum! {
    /// The values of `IPSet.Scope`.
    IPSetScope {
        Cloudfront = "CLOUDFRONT",
        Regional = "REGIONAL",
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::WAFv2::IPSet",
    properties: &IP_SET,
    create_only: &["Name", "Scope"],
    conditional_create_only: &[],
    read_only: &["Arn", "Id"],
    write_only: &[],
    primary_identifier: &["Name", "Id", "Scope"],
    reference: Reference::Id,
    attributes: &[Attribute::scalar("Arn"), Attribute::scalar("Id")],
    stateful: false,
};

static IP_SET: Object = Object {
    properties: &[
        Property::required(
            "Addresses",
            Shape::list(&Shape::TEXT.pattern(r"\S").min_length(1).max_length(50)),
        ),
        Property::optional("Arn", Shape::Json),
        Property::optional("Description", Shape::TEXT.pattern(PATTERN_1)),
        Property::required("IPAddressVersion", Shape::one_of(IPAddressVersion::VALUES)),
        Property::optional("Id", Shape::Json),
        Property::optional("Name", Shape::TEXT.pattern("^[0-9A-Za-z_-]{1,128}$")),
        Property::required("Scope", Shape::one_of(IPSetScope::VALUES)),
        Property::optional("Tags", Shape::list(&Shape::Object(&TAG)).min_length(1)),
    ],
    constraints: &[],
};

static TAG: Object = Object {
    properties: &[
        Property::optional(
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

const PATTERN_1: &str = r"^[a-zA-Z0-9=:#@/\-,.][a-zA-Z0-9+=:#@/\-,.\s]+[a-zA-Z0-9+=:#@/\-,.]{1,256}$";
