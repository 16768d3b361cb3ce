//! `AWS::Route53::HostedZone`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    reference::{Arn, Id},
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    value::{Json, List, ObjectWriter, ToJson, Value},
};

/// Creates a new public or private hosted zone. You create records in a public hosted zone to define how you
/// want to route traffic on the internet for a domain, such as example.com, and its subdomains
/// (apex.example.com, acme.example.com). You create records in a private hosted zone to define how you want
/// to route traffic for a domain and its subdomains within one or more Amazon Virtual Private Clouds (Amazon
/// VPCs).
///
/// `AWS::Route53::HostedZone`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct HostedZone {
    /// `DelegationSetId`.
    ///
    /// Update requires: replacement. Length: at most 32.
    pub delegation_set_id: Option<Value<String>>,
    /// A complex type that contains an optional comment.
    pub hosted_zone_config: Option<Value<HostedZoneConfig>>,
    /// The features configuration for the hosted zone, including accelerated recovery settings and status
    /// information.
    pub hosted_zone_features: Option<Value<HostedZoneFeatures>>,
    /// Adds, edits, or deletes tags for a health check or a hosted zone.
    pub hosted_zone_tags: Option<Value<List<HostedZoneTag>>>,
    /// The name of the domain. Specify a fully qualified domain name, for example, *www.example.com*. The
    /// trailing dot is optional; Amazon Route 53 assumes that the domain name is fully qualified. This means
    /// that Route 53 treats *www.example.com* (without a trailing dot) and *www.example.com.* (with a
    /// trailing dot) as identical.
    ///
    /// Update requires: replacement. Length: at most 1024.
    pub name: Option<Value<String>>,
    /// Creates a configuration for DNS query logging. After you create a query logging configuration, Amazon
    /// Route 53 begins to publish log data to an Amazon CloudWatch Logs log group.
    pub query_logging_config: Option<Value<QueryLoggingConfig>>,
    /// *Private hosted zones:* A complex type that contains information about the VPCs that are associated
    /// with the specified hosted zone.
    pub vpcs: Option<Value<List<VPC>>>,
}

impl HostedZone {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for HostedZone {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("DelegationSetId", self.delegation_set_id.as_ref());
        object.optional("HostedZoneConfig", self.hosted_zone_config.as_ref());
        object.optional("HostedZoneFeatures", self.hosted_zone_features.as_ref());
        object.optional("HostedZoneTags", self.hosted_zone_tags.as_ref());
        object.optional("Name", self.name.as_ref());
        object.optional("QueryLoggingConfig", self.query_logging_config.as_ref());
        object.optional("VPCs", self.vpcs.as_ref());
        object.finish()
    }
}

impl resource::Resource for HostedZone {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::route53::HostedZone;
    type Reference = Id<kind::route53::HostedZone>;
}

impl Handle<HostedZone> {
    /// The ID that Amazon Route 53 assigned to the hosted zone when you created it.
    ///
    /// `Fn::GetAtt` of `Id`.
    pub fn id(&self) -> Value<Id<kind::route53::HostedZone>> {
        self.attribute("Id")
    }

    /// Returns the set of name servers for the specific hosted zone. For example: `ns1.example.com`.
    ///
    /// `Fn::GetAtt` of `NameServers`.
    pub fn name_servers(&self) -> Value<List<String>> {
        self.attribute("NameServers")
    }
}

/// A complex type that contains an optional comment about your hosted zone. If you don't want to specify a
/// comment, omit both the `HostedZoneConfig` and `Comment` elements.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct HostedZoneConfig {
    /// Any comments that you want to include about the hosted zone.
    ///
    /// Length: at most 256.
    pub comment: Option<Value<String>>,
}

impl HostedZoneConfig {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for HostedZoneConfig {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("Comment", self.comment.as_ref());
        object.finish()
    }
}

/// Represents the features configuration for a hosted zone, including the status of various features and any
/// associated failure reasons.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct HostedZoneFeatures {
    /// `EnableAcceleratedRecovery`.
    pub enable_accelerated_recovery: Option<Value<bool>>,
}

impl HostedZoneFeatures {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for HostedZoneFeatures {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional(
            "EnableAcceleratedRecovery",
            self.enable_accelerated_recovery.as_ref(),
        );
        object.finish()
    }
}

/// A complex type that contains information about a tag that you want to add or edit for the specified health
/// check or hosted zone.
#[derive(Debug, Clone, PartialEq)]
pub struct HostedZoneTag {
    /// The value of `Key` depends on the operation that you want to perform:
    ///
    /// Length: at most 128.
    pub key: Value<String>,
    /// The value of `Value` depends on the operation that you want to perform:
    ///
    /// Length: at most 256.
    pub value: Value<String>,
}

impl HostedZoneTag {
    /// With the required properties only.
    pub fn new(key: impl Into<Value<String>>, value: impl Into<Value<String>>) -> Self {
        Self {
            key: key.into(),
            value: value.into(),
        }
    }
}

impl ToJson for HostedZoneTag {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Key", &self.key);
        object.required("Value", &self.value);
        object.finish()
    }
}

/// A complex type that contains information about a configuration for DNS query logging.
#[derive(Debug, Clone, PartialEq)]
pub struct QueryLoggingConfig {
    /// The Amazon Resource Name (ARN) of the CloudWatch Logs log group that Amazon Route 53 is publishing
    /// logs to.
    pub cloud_watch_logs_log_group_arn: Value<Arn<kind::logs::LogGroup>>,
}

impl QueryLoggingConfig {
    /// With the required properties only.
    pub fn new(cloud_watch_logs_log_group_arn: impl Into<Value<Arn<kind::logs::LogGroup>>>) -> Self {
        Self {
            cloud_watch_logs_log_group_arn: cloud_watch_logs_log_group_arn.into(),
        }
    }
}

impl ToJson for QueryLoggingConfig {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("CloudWatchLogsLogGroupArn", &self.cloud_watch_logs_log_group_arn);
        object.finish()
    }
}

/// *Private hosted zones only:* A complex type that contains information about an Amazon VPC. Route 53
/// Resolver uses the records in the private hosted zone to route traffic in that VPC.
#[derive(Debug, Clone, PartialEq)]
pub struct VPC {
    /// *Private hosted zones only:* The ID of an Amazon VPC.
    pub vpc_id: Value<String>,
    /// *Private hosted zones only:* The region that an Amazon VPC was created in.
    pub vpc_region: Value<String>,
}

impl VPC {
    /// With the required properties only.
    pub fn new(vpc_id: impl Into<Value<String>>, vpc_region: impl Into<Value<String>>) -> Self {
        Self {
            vpc_id: vpc_id.into(),
            vpc_region: vpc_region.into(),
        }
    }
}

impl ToJson for VPC {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("VPCId", &self.vpc_id);
        object.required("VPCRegion", &self.vpc_region);
        object.finish()
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::Route53::HostedZone",
    properties: &HOSTED_ZONE,
    create_only: &["DelegationSetId", "Name"],
    conditional_create_only: &[],
    read_only: &["Id", "NameServers"],
    write_only: &[],
    primary_identifier: &["Id"],
    reference: Reference::Id,
    attributes: &[Attribute::scalar("Id"), Attribute::list("NameServers")],
    stateful: false,
};

static HOSTED_ZONE: Object = Object {
    properties: &[
        Property::optional("DelegationSetId", Shape::TEXT.max_length(32)),
        Property::optional("HostedZoneConfig", Shape::Object(&HOSTED_ZONE_CONFIG)),
        Property::optional("HostedZoneFeatures", Shape::Object(&HOSTED_ZONE_FEATURES)),
        Property::optional(
            "HostedZoneTags",
            Shape::list(&Shape::Object(&HOSTED_ZONE_TAG)).unique(),
        ),
        Property::optional("Id", Shape::Json),
        Property::optional("Name", Shape::TEXT.max_length(1024)),
        Property::optional("NameServers", Shape::Json),
        Property::optional("QueryLoggingConfig", Shape::Object(&QUERY_LOGGING_CONFIG)),
        Property::optional("VPCs", Shape::list(&Shape::Object(&VPC)).unique()),
    ],
    constraints: &[],
};

static HOSTED_ZONE_CONFIG: Object = Object {
    properties: &[Property::optional("Comment", Shape::TEXT.max_length(256))],
    constraints: &[],
};

static HOSTED_ZONE_FEATURES: Object = Object {
    properties: &[Property::optional("EnableAcceleratedRecovery", Shape::Boolean)],
    constraints: &[],
};

static HOSTED_ZONE_TAG: Object = Object {
    properties: &[
        Property::required("Key", Shape::TEXT.max_length(128)),
        Property::required("Value", Shape::TEXT.max_length(256)),
    ],
    constraints: &[],
};

static QUERY_LOGGING_CONFIG: Object = Object {
    properties: &[Property::required("CloudWatchLogsLogGroupArn", Shape::TEXT)],
    constraints: &[],
};

static VPC: Object = Object {
    properties: &[
        Property::required("VPCId", Shape::TEXT),
        Property::required("VPCRegion", Shape::TEXT),
    ],
    constraints: &[],
};
