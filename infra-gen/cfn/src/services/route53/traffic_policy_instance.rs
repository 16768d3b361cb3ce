//! `AWS::Route53::TrafficPolicyInstance`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    reference::Arn,
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    value::{Json, ObjectWriter, ToJson, Value},
};

/// Resource Type definition for AWS::Route53::TrafficPolicyInstance. Applies a version of a Route 53 traffic
/// policy to a DNS name in a public hosted zone, and Route 53 creates and owns the resource record sets that
/// answer queries for that name.
///
/// `AWS::Route53::TrafficPolicyInstance`.
#[derive(Debug, Clone, PartialEq)]
pub struct TrafficPolicyInstance {
    /// The ID of the hosted zone that Amazon Route 53 creates the resource record sets in. The bare ID as
    /// Route 53 returns it, without a /hostedzone/ prefix.
    ///
    /// Update requires: replacement. Length: at most 32. Pattern: `^[A-Z0-9]{1,32}$`.
    pub hosted_zone_id: Value<String>,
    /// The domain name, or subdomain name, for which Amazon Route 53 answers DNS queries by using the
    /// resource record sets it creates for this traffic policy instance. Must be lower-case and end with a
    /// trailing dot, which is the form Route 53 returns: Route 53 normalizes DNS names, so admitting another
    /// form would neither round-trip through Read nor guarantee that a change to this property changes the
    /// resource's identity.
    ///
    /// Update requires: replacement. Length: at most 1024. Pattern: `^[^A-Z\s]+\.$`.
    pub name: Value<String>,
    /// The TTL that Amazon Route 53 assigns to all of the resource record sets that it creates in the
    /// specified hosted zone.
    ///
    /// Range: 0 to 2147483647.
    pub ttl: Value<i64>,
    /// The ID of the traffic policy that Amazon Route 53 uses to create resource record sets in the specified
    /// hosted zone. Lower-case, as Route 53 returns it.
    ///
    /// Length: 1 to 36. Pattern: `^[0-9a-f-]{1,36}$`.
    pub traffic_policy_id: Value<String>,
    /// The version of the traffic policy that Amazon Route 53 uses to create resource record sets in the
    /// specified hosted zone.
    ///
    /// Range: 1 to 1000.
    pub traffic_policy_version: Value<i64>,
}

impl TrafficPolicyInstance {
    /// With the required properties only.
    pub fn new(
        hosted_zone_id: impl Into<Value<String>>,
        name: impl Into<Value<String>>,
        ttl: impl Into<Value<i64>>,
        traffic_policy_id: impl Into<Value<String>>,
        traffic_policy_version: impl Into<Value<i64>>,
    ) -> Self {
        Self {
            hosted_zone_id: hosted_zone_id.into(),
            name: name.into(),
            ttl: ttl.into(),
            traffic_policy_id: traffic_policy_id.into(),
            traffic_policy_version: traffic_policy_version.into(),
        }
    }
}

impl ToJson for TrafficPolicyInstance {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("HostedZoneId", &self.hosted_zone_id);
        object.required("Name", &self.name);
        object.required("TTL", &self.ttl);
        object.required("TrafficPolicyId", &self.traffic_policy_id);
        object.required("TrafficPolicyVersion", &self.traffic_policy_version);
        object.finish()
    }
}

impl resource::Resource for TrafficPolicyInstance {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::route53::TrafficPolicyInstance;
    type Reference = Arn<kind::route53::TrafficPolicyInstance>;
}

impl Handle<TrafficPolicyInstance> {
    /// The Amazon Resource Name (ARN) of the traffic policy instance.
    ///
    /// `Fn::GetAtt` of `Arn`.
    pub fn arn(&self) -> Value<Arn<kind::route53::TrafficPolicyInstance>> {
        self.attribute("Arn")
    }

    /// The ID that Amazon Route 53 assigned to the traffic policy instance when it was created.
    ///
    /// `Fn::GetAtt` of `Id`.
    pub fn id(&self) -> Value<String> {
        self.attribute("Id")
    }

    /// The current state of the traffic policy instance. A steady-state instance is Applied.
    ///
    /// `Fn::GetAtt` of `State`.
    pub fn state(&self) -> Value<String> {
        self.attribute("State")
    }

    /// The DNS type that Amazon Route 53 assigned to all of the resource record sets that it created for this
    /// traffic policy instance. Route 53 derives it from the referenced traffic policy.
    ///
    /// `Fn::GetAtt` of `TrafficPolicyType`.
    pub fn traffic_policy_type(&self) -> Value<String> {
        self.attribute("TrafficPolicyType")
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::Route53::TrafficPolicyInstance",
    properties: &TRAFFIC_POLICY_INSTANCE,
    create_only: &["HostedZoneId", "Name"],
    conditional_create_only: &[],
    read_only: &["Arn", "Id", "State", "TrafficPolicyType"],
    write_only: &[],
    primary_identifier: &["Arn"],
    reference: Reference::Arn,
    attributes: &[
        Attribute::scalar("Arn"),
        Attribute::scalar("Id"),
        Attribute::scalar("State"),
        Attribute::scalar("TrafficPolicyType"),
    ],
    stateful: false,
};

static TRAFFIC_POLICY_INSTANCE: Object = Object {
    properties: &[
        Property::optional("Arn", Shape::Json),
        Property::required(
            "HostedZoneId",
            Shape::TEXT.pattern("^[A-Z0-9]{1,32}$").max_length(32),
        ),
        Property::optional("Id", Shape::Json),
        Property::required("Name", Shape::TEXT.pattern(r"^[^A-Z\s]+\.$").max_length(1024)),
        Property::optional("State", Shape::Json),
        Property::required("TTL", Shape::INTEGER.min(0.0).max(2_147_483_647.0)),
        Property::required(
            "TrafficPolicyId",
            Shape::TEXT
                .pattern("^[0-9a-f-]{1,36}$")
                .min_length(1)
                .max_length(36),
        ),
        Property::optional("TrafficPolicyType", Shape::Json),
        Property::required("TrafficPolicyVersion", Shape::INTEGER.min(1.0).max(1000.0)),
    ],
    constraints: &[],
};
