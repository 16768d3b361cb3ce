//! `AWS::CloudFront::ConnectionGroup`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    reference::{Arn, Id},
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    tag::Tag,
    value::{Json, List, ObjectWriter, ToJson, Value},
};

/// The connection group for your distribution tenants. When you first create a distribution tenant and you
/// don't specify a connection group, CloudFront will automatically create a default connection group for you.
/// When you create a new distribution tenant and don't specify a connection group, the default one will be
/// associated with your distribution tenant.
///
/// `AWS::CloudFront::ConnectionGroup`.
#[derive(Debug, Clone, PartialEq)]
pub struct ConnectionGroup {
    /// The ID of the Anycast static IP list.
    pub anycast_ip_list_id: Option<Value<String>>,
    /// Whether the connection group is enabled.
    pub enabled: Option<Value<bool>>,
    /// IPv6 is enabled for the connection group.
    pub ipv6_enabled: Option<Value<bool>>,
    /// The name of the connection group.
    ///
    /// Update requires: replacement.
    pub name: Value<String>,
    /// A complex type that contains zero or more `Tag` elements.
    pub tags: Option<Value<List<Tag>>>,
}

impl ConnectionGroup {
    /// With the required properties only.
    pub fn new(name: impl Into<Value<String>>) -> Self {
        Self {
            anycast_ip_list_id: None,
            enabled: None,
            ipv6_enabled: None,
            name: name.into(),
            tags: None,
        }
    }
}

impl ToJson for ConnectionGroup {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("AnycastIpListId", self.anycast_ip_list_id.as_ref());
        object.optional("Enabled", self.enabled.as_ref());
        object.optional("Ipv6Enabled", self.ipv6_enabled.as_ref());
        object.required("Name", &self.name);
        object.optional("Tags", self.tags.as_ref());
        object.finish()
    }
}

impl resource::Resource for ConnectionGroup {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::cloudfront::ConnectionGroup;
    type Reference = Id<kind::cloudfront::ConnectionGroup>;
}

impl Handle<ConnectionGroup> {
    /// The Amazon Resource Name (ARN) of the connection group.
    ///
    /// `Fn::GetAtt` of `Arn`.
    pub fn arn(&self) -> Value<Arn<kind::cloudfront::ConnectionGroup>> {
        self.attribute("Arn")
    }

    /// The date and time when the connection group was created.
    ///
    /// `Fn::GetAtt` of `CreatedTime`.
    pub fn created_time(&self) -> Value<String> {
        self.attribute("CreatedTime")
    }

    /// The current version of the connection group.
    ///
    /// `Fn::GetAtt` of `ETag`.
    pub fn etag(&self) -> Value<String> {
        self.attribute("ETag")
    }

    /// The ID of the connection group.
    ///
    /// `Fn::GetAtt` of `Id`.
    pub fn id(&self) -> Value<Id<kind::cloudfront::ConnectionGroup>> {
        self.attribute("Id")
    }

    /// Whether the connection group is the default connection group for the distribution tenants.
    ///
    /// `Fn::GetAtt` of `IsDefault`.
    pub fn is_default(&self) -> Value<bool> {
        self.attribute("IsDefault")
    }

    /// The date and time when the connection group was updated.
    ///
    /// `Fn::GetAtt` of `LastModifiedTime`.
    pub fn last_modified_time(&self) -> Value<String> {
        self.attribute("LastModifiedTime")
    }

    /// The routing endpoint (also known as the DNS name) that is assigned to the connection group, such as
    /// d111111abcdef8.cloudfront.net.
    ///
    /// `Fn::GetAtt` of `RoutingEndpoint`.
    pub fn routing_endpoint(&self) -> Value<String> {
        self.attribute("RoutingEndpoint")
    }

    /// The status of the connection group.
    ///
    /// `Fn::GetAtt` of `Status`.
    pub fn status(&self) -> Value<String> {
        self.attribute("Status")
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::CloudFront::ConnectionGroup",
    properties: &CONNECTION_GROUP,
    create_only: &["Name"],
    conditional_create_only: &[],
    read_only: &[
        "Arn",
        "CreatedTime",
        "ETag",
        "Id",
        "IsDefault",
        "LastModifiedTime",
        "RoutingEndpoint",
        "Status",
    ],
    write_only: &[],
    primary_identifier: &["Id"],
    reference: Reference::Id,
    attributes: &[
        Attribute::scalar("Arn"),
        Attribute::scalar("CreatedTime"),
        Attribute::scalar("ETag"),
        Attribute::scalar("Id"),
        Attribute::scalar("IsDefault"),
        Attribute::scalar("LastModifiedTime"),
        Attribute::scalar("RoutingEndpoint"),
        Attribute::scalar("Status"),
    ],
    stateful: false,
};

static CONNECTION_GROUP: Object = Object {
    properties: &[
        Property::optional("AnycastIpListId", Shape::TEXT),
        Property::optional("Arn", Shape::Json),
        Property::optional("CreatedTime", Shape::Json),
        Property::optional("ETag", Shape::Json),
        Property::optional("Enabled", Shape::Boolean),
        Property::optional("Id", Shape::Json),
        Property::optional("Ipv6Enabled", Shape::Boolean),
        Property::optional("IsDefault", Shape::Json),
        Property::optional("LastModifiedTime", Shape::Json),
        Property::required("Name", Shape::TEXT),
        Property::optional("RoutingEndpoint", Shape::Json),
        Property::optional("Status", Shape::Json),
        Property::optional("Tags", Shape::list(&Shape::Object(&TAG))),
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
