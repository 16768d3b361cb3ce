//! `AWS::Route53::RecordSetGroup`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    reference::Id,
    resource,
    schema::{Attribute, Constraint, Object, Property, Reference, Shape, TypeSchema},
    value::{Json, List, ObjectWriter, ToJson, Value},
};

/// A complex type that contains an optional comment, the name and ID of the hosted zone that you want to make
/// changes in, and values for the records that you want to create.
///
/// `AWS::Route53::RecordSetGroup`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct RecordSetGroup {
    /// *Optional:* Any comments you want to include about a change batch request.
    pub comment: Option<Value<String>>,
    /// The ID of the hosted zone that you want to create records in.
    ///
    /// Update requires: replacement.
    pub hosted_zone_id: Option<Value<Id<kind::route53::HostedZone>>>,
    /// The name of the hosted zone that you want to create records in. You must include a trailing dot (for
    /// example, `www.example.com.`) as part of the `HostedZoneName`.
    ///
    /// Update requires: replacement.
    pub hosted_zone_name: Option<Value<String>>,
    /// A complex type that contains one `RecordSet` element for each record that you want to create.
    pub record_sets: Option<Value<List<RecordSet>>>,
}

impl RecordSetGroup {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for RecordSetGroup {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("Comment", self.comment.as_ref());
        object.optional("HostedZoneId", self.hosted_zone_id.as_ref());
        object.optional("HostedZoneName", self.hosted_zone_name.as_ref());
        object.optional("RecordSets", self.record_sets.as_ref());
        object.finish()
    }
}

impl resource::Resource for RecordSetGroup {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::route53::RecordSetGroup;
    type Reference = Id<kind::route53::RecordSetGroup>;
}

impl Handle<RecordSetGroup> {
    /// This element contains an ID that you use when performing a `GetChange` action to get detailed
    /// information about the change.
    ///
    /// `Fn::GetAtt` of `Id`.
    pub fn id(&self) -> Value<Id<kind::route53::RecordSetGroup>> {
        self.attribute("Id")
    }
}

/// *Alias records only:* Information about the AWS resource, such as a CloudFront distribution or an Amazon
/// S3 bucket, that you want to route traffic to.
#[derive(Debug, Clone, PartialEq)]
pub struct AliasTarget {
    /// *Alias records only:* The value that you specify depends on where you want to route queries:
    pub dns_name: Value<String>,
    /// *Applies only to alias records with any routing policy:* When `EvaluateTargetHealth` is `true`, an
    /// alias record inherits the health of the referenced AWS resource, such as an ELB load balancer or
    /// another record in the hosted zone.
    pub evaluate_target_health: Option<Value<bool>>,
    /// *Alias resource records sets only*: The value used depends on where you want to route traffic:
    pub hosted_zone_id: Value<String>,
}

impl AliasTarget {
    /// With the required properties only.
    pub fn new(dns_name: impl Into<Value<String>>, hosted_zone_id: impl Into<Value<String>>) -> Self {
        Self {
            dns_name: dns_name.into(),
            evaluate_target_health: None,
            hosted_zone_id: hosted_zone_id.into(),
        }
    }
}

impl ToJson for AliasTarget {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("DNSName", &self.dns_name);
        object.optional("EvaluateTargetHealth", self.evaluate_target_health.as_ref());
        object.required("HostedZoneId", &self.hosted_zone_id);
        object.finish()
    }
}

/// The object that is specified in resource record set object when you are linking a resource record set to a
/// CIDR location.
#[derive(Debug, Clone, PartialEq)]
pub struct CidrRoutingConfig {
    /// The CIDR collection ID.
    pub collection_id: Value<String>,
    /// The CIDR collection location name.
    pub location_name: Value<String>,
}

impl CidrRoutingConfig {
    /// With the required properties only.
    pub fn new(collection_id: impl Into<Value<String>>, location_name: impl Into<Value<String>>) -> Self {
        Self {
            collection_id: collection_id.into(),
            location_name: location_name.into(),
        }
    }
}

impl ToJson for CidrRoutingConfig {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("CollectionId", &self.collection_id);
        object.required("LocationName", &self.location_name);
        object.finish()
    }
}

/// A complex type that lists the coordinates for a geoproximity resource record.
#[derive(Debug, Clone, PartialEq)]
pub struct Coordinates {
    /// Specifies a coordinate of the north–south position of a geographic point on the surface of the Earth
    /// (-90 - 90).
    pub latitude: Value<String>,
    /// Specifies a coordinate of the east–west position of a geographic point on the surface of the Earth
    /// (-180 - 180).
    pub longitude: Value<String>,
}

impl Coordinates {
    /// With the required properties only.
    pub fn new(latitude: impl Into<Value<String>>, longitude: impl Into<Value<String>>) -> Self {
        Self {
            latitude: latitude.into(),
            longitude: longitude.into(),
        }
    }
}

impl ToJson for Coordinates {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Latitude", &self.latitude);
        object.required("Longitude", &self.longitude);
        object.finish()
    }
}

/// A complex type that contains information about a geographic location.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct GeoLocation {
    /// For geolocation resource record sets, a two-letter abbreviation that identifies a continent. Route 53
    /// supports the following continent codes:
    pub continent_code: Option<Value<String>>,
    /// For geolocation resource record sets, the two-letter code for a country.
    pub country_code: Option<Value<String>>,
    /// For geolocation resource record sets, the two-letter code for a state of the United States. Route 53
    /// doesn't support any other values for `SubdivisionCode`. For a list of state abbreviations, see
    /// [Appendix B: Two–Letter State and Possession
    /// Abbreviations](https://docs.aws.amazon.com/https://pe.usps.com/text/pub28/28apb.htm) on the United
    /// States Postal Service website.
    pub subdivision_code: Option<Value<String>>,
}

impl GeoLocation {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for GeoLocation {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("ContinentCode", self.continent_code.as_ref());
        object.optional("CountryCode", self.country_code.as_ref());
        object.optional("SubdivisionCode", self.subdivision_code.as_ref());
        object.finish()
    }
}

/// (Resource record sets only): A complex type that lets you specify where your resources are located. Only
/// one of `LocalZoneGroup`, `Coordinates`, or `AWS Region` is allowed per request at a time.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct GeoProximityLocation {
    /// The AWS Region the resource you are directing DNS traffic to, is in.
    pub aws_region: Option<Value<String>>,
    /// The bias increases or decreases the size of the geographic region from which Route 53 routes traffic
    /// to a resource.
    pub bias: Option<Value<i64>>,
    /// Contains the longitude and latitude for a geographic region.
    pub coordinates: Option<Value<Coordinates>>,
    /// Specifies an AWS Local Zone Group.
    pub local_zone_group: Option<Value<String>>,
}

impl GeoProximityLocation {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for GeoProximityLocation {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("AWSRegion", self.aws_region.as_ref());
        object.optional("Bias", self.bias.as_ref());
        object.optional("Coordinates", self.coordinates.as_ref());
        object.optional("LocalZoneGroup", self.local_zone_group.as_ref());
        object.finish()
    }
}

/// Information about one record that you want to create.
#[derive(Debug, Clone, PartialEq)]
pub struct RecordSet {
    /// *Alias resource record sets only:* Information about the AWS resource, such as a CloudFront
    /// distribution or an Amazon S3 bucket, that you want to route traffic to.
    pub alias_target: Option<Value<AliasTarget>>,
    /// `CidrRoutingConfig`.
    pub cidr_routing_config: Option<Value<CidrRoutingConfig>>,
    /// *Failover resource record sets only:* To configure failover, you add the `Failover` element to two
    /// resource record sets. For one resource record set, you specify `PRIMARY` as the value for `Failover`;
    /// for the other resource record set, you specify `SECONDARY`. In addition, you include the
    /// `HealthCheckId` element and specify the health check that you want Amazon Route 53 to perform for each
    /// resource record set.
    pub failover: Option<Value<String>>,
    /// *Geolocation resource record sets only:* A complex type that lets you control how Amazon Route 53
    /// responds to DNS queries based on the geographic origin of the query. For example, if you want all
    /// queries from Africa to be routed to a web server with an IP address of `192.0.2.111`, create a
    /// resource record set with a `Type` of `A` and a `ContinentCode` of `AF`.
    pub geo_location: Option<Value<GeoLocation>>,
    /// A complex type that contains information about a geographic location.
    pub geo_proximity_location: Option<Value<GeoProximityLocation>>,
    /// If you want Amazon Route 53 to return this resource record set in response to a DNS query only when
    /// the status of a health check is healthy, include the `HealthCheckId` element and specify the ID of the
    /// applicable health check.
    pub health_check_id: Option<Value<Id<kind::route53::HealthCheck>>>,
    /// The ID of the hosted zone that you want to create records in.
    pub hosted_zone_id: Option<Value<Id<kind::route53::HostedZone>>>,
    /// The name of the hosted zone that you want to create records in. You must include a trailing dot (for
    /// example, `www.example.com.`) as part of the `HostedZoneName`.
    pub hosted_zone_name: Option<Value<String>>,
    /// *Multivalue answer resource record sets only*: To route traffic approximately randomly to multiple
    /// resources, such as web servers, create one multivalue answer record for each resource and specify
    /// `true` for `MultiValueAnswer`. Note the following:
    pub multi_value_answer: Option<Value<bool>>,
    /// The name of the record that you want to create, update, or delete.
    pub name: Value<String>,
    /// *Latency-based resource record sets only:* The Amazon EC2 Region where you created the resource that
    /// this resource record set refers to. The resource typically is an AWS resource, such as an EC2 instance
    /// or an ELB load balancer, and is referred to by an IP address or a DNS domain name, depending on the
    /// record type.
    pub region: Option<Value<String>>,
    /// Information about the records that you want to create. Each record should be in the format appropriate
    /// for the record type specified by the `Type` property. For information about different record types and
    /// their record formats, see [Values That You Specify When You Create or Edit Amazon Route 53
    /// Records](https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resource-record-sets-values.html)
    /// in the *Amazon Route 53 Developer Guide*.
    pub resource_records: Option<Value<List<String>>>,
    /// *Resource record sets that have a routing policy other than simple:* An identifier that differentiates
    /// among multiple resource record sets that have the same combination of name and type, such as multiple
    /// weighted resource record sets named acme.example.com that have a type of A. In a group of resource
    /// record sets that have the same name and type, the value of `SetIdentifier` must be unique for each
    /// resource record set.
    pub set_identifier: Option<Value<String>>,
    /// The resource record cache time to live (TTL), in seconds. Note the following:
    pub ttl: Option<Value<String>>,
    /// The DNS record type. For information about different record types and how data is encoded for them,
    /// see [Supported DNS Resource Record
    /// Types](https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/ResourceRecordTypes.html) in the
    /// *Amazon Route 53 Developer Guide*.
    pub r#type: Value<String>,
    /// *Weighted resource record sets only:* Among resource record sets that have the same combination of DNS
    /// name and type, a value that determines the proportion of DNS queries that Amazon Route 53 responds to
    /// using the current resource record set. Route 53 calculates the sum of the weights for the resource
    /// record sets that have the same combination of DNS name and type. Route 53 then responds to queries
    /// based on the ratio of a resource's weight to the total.
    pub weight: Option<Value<i64>>,
}

impl RecordSet {
    /// With the required properties only.
    pub fn new(name: impl Into<Value<String>>, r#type: impl Into<Value<String>>) -> Self {
        Self {
            alias_target: None,
            cidr_routing_config: None,
            failover: None,
            geo_location: None,
            geo_proximity_location: None,
            health_check_id: None,
            hosted_zone_id: None,
            hosted_zone_name: None,
            multi_value_answer: None,
            name: name.into(),
            region: None,
            resource_records: None,
            set_identifier: None,
            ttl: None,
            r#type: r#type.into(),
            weight: None,
        }
    }
}

impl ToJson for RecordSet {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("AliasTarget", self.alias_target.as_ref());
        object.optional("CidrRoutingConfig", self.cidr_routing_config.as_ref());
        object.optional("Failover", self.failover.as_ref());
        object.optional("GeoLocation", self.geo_location.as_ref());
        object.optional("GeoProximityLocation", self.geo_proximity_location.as_ref());
        object.optional("HealthCheckId", self.health_check_id.as_ref());
        object.optional("HostedZoneId", self.hosted_zone_id.as_ref());
        object.optional("HostedZoneName", self.hosted_zone_name.as_ref());
        object.optional("MultiValueAnswer", self.multi_value_answer.as_ref());
        object.required("Name", &self.name);
        object.optional("Region", self.region.as_ref());
        object.optional("ResourceRecords", self.resource_records.as_ref());
        object.optional("SetIdentifier", self.set_identifier.as_ref());
        object.optional("TTL", self.ttl.as_ref());
        object.required("Type", &self.r#type);
        object.optional("Weight", self.weight.as_ref());
        object.finish()
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::Route53::RecordSetGroup",
    properties: &RECORD_SET_GROUP,
    create_only: &["HostedZoneId", "HostedZoneName"],
    conditional_create_only: &[],
    read_only: &["Id"],
    write_only: &[],
    primary_identifier: &["Id"],
    reference: Reference::Id,
    attributes: &[Attribute::scalar("Id")],
    stateful: false,
};

static ALIAS_TARGET: Object = Object {
    properties: &[
        Property::required("DNSName", Shape::TEXT),
        Property::optional("EvaluateTargetHealth", Shape::Boolean),
        Property::required("HostedZoneId", Shape::TEXT),
    ],
    constraints: &[],
};

static CIDR_ROUTING_CONFIG: Object = Object {
    properties: &[
        Property::required("CollectionId", Shape::TEXT),
        Property::required("LocationName", Shape::TEXT),
    ],
    constraints: &[],
};

static COORDINATES: Object = Object {
    properties: &[
        Property::required("Latitude", Shape::TEXT),
        Property::required("Longitude", Shape::TEXT),
    ],
    constraints: &[],
};

static GEO_LOCATION: Object = Object {
    properties: &[
        Property::optional("ContinentCode", Shape::TEXT),
        Property::optional("CountryCode", Shape::TEXT),
        Property::optional("SubdivisionCode", Shape::TEXT),
    ],
    constraints: &[],
};

static GEO_PROXIMITY_LOCATION: Object = Object {
    properties: &[
        Property::optional("AWSRegion", Shape::TEXT),
        Property::optional("Bias", Shape::INTEGER),
        Property::optional("Coordinates", Shape::Object(&COORDINATES)),
        Property::optional("LocalZoneGroup", Shape::TEXT),
    ],
    constraints: &[],
};

static RECORD_SET: Object = Object {
    properties: &[
        Property::optional("AliasTarget", Shape::Object(&ALIAS_TARGET)),
        Property::optional("CidrRoutingConfig", Shape::Object(&CIDR_ROUTING_CONFIG)),
        Property::optional("Failover", Shape::TEXT),
        Property::optional("GeoLocation", Shape::Object(&GEO_LOCATION)),
        Property::optional("GeoProximityLocation", Shape::Object(&GEO_PROXIMITY_LOCATION)),
        Property::optional("HealthCheckId", Shape::TEXT),
        Property::optional("HostedZoneId", Shape::TEXT),
        Property::optional("HostedZoneName", Shape::TEXT),
        Property::optional("MultiValueAnswer", Shape::Boolean),
        Property::required("Name", Shape::TEXT),
        Property::optional("Region", Shape::TEXT),
        Property::optional("ResourceRecords", Shape::list(&Shape::TEXT).unique()),
        Property::optional("SetIdentifier", Shape::TEXT),
        Property::optional("TTL", Shape::TEXT),
        Property::required("Type", Shape::TEXT),
        Property::optional("Weight", Shape::INTEGER),
    ],
    constraints: &[],
};

static RECORD_SET_GROUP: Object = Object {
    properties: &[
        Property::optional("Comment", Shape::TEXT),
        Property::optional("HostedZoneId", Shape::TEXT),
        Property::optional("HostedZoneName", Shape::TEXT),
        Property::optional("Id", Shape::Json),
        Property::optional("RecordSets", Shape::list(&Shape::Object(&RECORD_SET)).unique()),
    ],
    constraints: &[Constraint::ExactlyOne(&["HostedZoneId", "HostedZoneName"])],
};
