//! `AWS::Events::Endpoint`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    reference::{Arn, Id},
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    text_enum::text_enum,
    value::{Json, List, ObjectWriter, ToJson, Value},
};

/// A global endpoint used to improve your application's availability by making it regional-fault tolerant.
/// For more information about global endpoints, see [Making applications Regional-fault tolerant with global
/// endpoints and event
/// replication](https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-global-endpoints.html) in the
/// **Amazon EventBridge User Guide**.
///
/// `AWS::Events::Endpoint`.
#[derive(Debug, Clone, PartialEq)]
pub struct Endpoint {
    /// A description for the endpoint.
    ///
    /// Length: at most 512. Pattern: `.*`.
    pub description: Option<Value<String>>,
    /// The event buses being used by the endpoint.
    ///
    /// Items: 2 to 2.
    pub event_buses: Value<List<EndpointEventBus>>,
    /// The name of the endpoint.
    ///
    /// Update requires: replacement. Length: 1 to 64. Pattern: `^[\.\-_A-Za-z0-9]+$`.
    pub name: Option<Value<String>>,
    /// Whether event replication was enabled or disabled for this endpoint. The default state is `ENABLED`
    /// which means you must supply a `RoleArn`. If you don't have a `RoleArn` or you don't want event
    /// replication enabled, set the state to `DISABLED`.
    pub replication_config: Option<Value<ReplicationConfig>>,
    /// The ARN of the role used by event replication for the endpoint.
    ///
    /// Length: 1 to 256. Pattern: `^arn:aws[a-z-]*:iam::\d{12}:role\/[\w+=,.@/-]+$`.
    pub role_arn: Option<Value<Arn<kind::iam::Role>>>,
    /// The routing configuration of the endpoint.
    pub routing_config: Value<RoutingConfig>,
}

impl Endpoint {
    /// With the required properties only.
    pub fn new(
        event_buses: impl Into<Value<List<EndpointEventBus>>>,
        routing_config: impl Into<Value<RoutingConfig>>,
    ) -> Self {
        Self {
            description: None,
            event_buses: event_buses.into(),
            name: None,
            replication_config: None,
            role_arn: None,
            routing_config: routing_config.into(),
        }
    }
}

impl ToJson for Endpoint {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("Description", self.description.as_ref());
        object.required("EventBuses", &self.event_buses);
        object.optional("Name", self.name.as_ref());
        object.optional("ReplicationConfig", self.replication_config.as_ref());
        object.optional("RoleArn", self.role_arn.as_ref());
        object.required("RoutingConfig", &self.routing_config);
        object.finish()
    }
}

impl resource::Resource for Endpoint {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::events::Endpoint;
    type Reference = Id<kind::events::Endpoint>;
}

impl Handle<Endpoint> {
    /// The ARN of the endpoint.
    ///
    /// `Fn::GetAtt` of `Arn`.
    pub fn arn(&self) -> Value<Arn<kind::events::Endpoint>> {
        self.attribute("Arn")
    }

    /// The ID of the endpoint.
    ///
    /// `Fn::GetAtt` of `EndpointId`.
    pub fn endpoint_id(&self) -> Value<String> {
        self.attribute("EndpointId")
    }

    /// The URL of the endpoint.
    ///
    /// `Fn::GetAtt` of `EndpointUrl`.
    pub fn endpoint_url(&self) -> Value<String> {
        self.attribute("EndpointUrl")
    }

    /// The main Region of the endpoint.
    ///
    /// `Fn::GetAtt` of `State`.
    pub fn state(&self) -> Value<String> {
        self.attribute("State")
    }

    /// The reason the endpoint is in its current state.
    ///
    /// `Fn::GetAtt` of `StateReason`.
    pub fn state_reason(&self) -> Value<String> {
        self.attribute("StateReason")
    }
}

/// The event buses the endpoint is associated with.
#[derive(Debug, Clone, PartialEq)]
pub struct EndpointEventBus {
    /// The ARN of the event bus the endpoint is associated with.
    ///
    /// Length: 1 to 512. Pattern: `^arn:aws[a-z-]*:events:[a-z]+-[a-z-]+-\d+:\d{12}:event-bus/[\w.-]+$`.
    pub event_bus_arn: Value<String>,
}

impl EndpointEventBus {
    /// With the required properties only.
    pub fn new(event_bus_arn: impl Into<Value<String>>) -> Self {
        Self {
            event_bus_arn: event_bus_arn.into(),
        }
    }
}

impl ToJson for EndpointEventBus {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("EventBusArn", &self.event_bus_arn);
        object.finish()
    }
}

/// The failover configuration for an endpoint. This includes what triggers failover and what happens when
/// it's triggered.
#[derive(Debug, Clone, PartialEq)]
pub struct FailoverConfig {
    /// The main Region of the endpoint.
    pub primary: Value<Primary>,
    /// The Region that events are routed to when failover is triggered or event replication is enabled.
    pub secondary: Value<Secondary>,
}

impl FailoverConfig {
    /// With the required properties only.
    pub fn new(primary: impl Into<Value<Primary>>, secondary: impl Into<Value<Secondary>>) -> Self {
        Self {
            primary: primary.into(),
            secondary: secondary.into(),
        }
    }
}

impl ToJson for FailoverConfig {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Primary", &self.primary);
        object.required("Secondary", &self.secondary);
        object.finish()
    }
}

/// The primary Region of the endpoint.
#[derive(Debug, Clone, PartialEq)]
pub struct Primary {
    /// The ARN of the health check used by the endpoint to determine whether failover is triggered.
    ///
    /// Length: 1 to 1600. Pattern: `^arn:aws([a-z]|\-)*:route53:::healthcheck/[\-a-z0-9]+$`.
    pub health_check: Value<String>,
}

impl Primary {
    /// With the required properties only.
    pub fn new(health_check: impl Into<Value<String>>) -> Self {
        Self {
            health_check: health_check.into(),
        }
    }
}

impl ToJson for Primary {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("HealthCheck", &self.health_check);
        object.finish()
    }
}

/// Endpoints can replicate all events to the secondary Region.
#[derive(Debug, Clone, PartialEq)]
pub struct ReplicationConfig {
    /// The state of event replication.
    pub state: Value<ReplicationState>,
}

impl ReplicationConfig {
    /// With the required properties only.
    pub fn new(state: impl Into<Value<ReplicationState>>) -> Self {
        Self { state: state.into() }
    }
}

impl ToJson for ReplicationConfig {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("State", &self.state);
        object.finish()
    }
}

/// The routing configuration of the endpoint.
#[derive(Debug, Clone, PartialEq)]
pub struct RoutingConfig {
    /// The failover configuration for an endpoint. This includes what triggers failover and what happens when
    /// it's triggered.
    pub failover_config: Value<FailoverConfig>,
}

impl RoutingConfig {
    /// With the required properties only.
    pub fn new(failover_config: impl Into<Value<FailoverConfig>>) -> Self {
        Self {
            failover_config: failover_config.into(),
        }
    }
}

impl ToJson for RoutingConfig {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("FailoverConfig", &self.failover_config);
        object.finish()
    }
}

/// The secondary Region that processes events when failover is triggered or replication is enabled.
#[derive(Debug, Clone, PartialEq)]
pub struct Secondary {
    /// Defines the secondary Region.
    ///
    /// Length: 9 to 20. Pattern: `^[\-a-z0-9]+$`.
    pub route: Value<String>,
}

impl Secondary {
    /// With the required properties only.
    pub fn new(route: impl Into<Value<String>>) -> Self {
        Self { route: route.into() }
    }
}

impl ToJson for Secondary {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Route", &self.route);
        object.finish()
    }
}

text_enum! {
    /// The values of `ReplicationConfig.ReplicationState`.
    ReplicationState {
        Enabled = "ENABLED",
        Disabled = "DISABLED",
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::Events::Endpoint",
    properties: &ENDPOINT,
    create_only: &["Name"],
    conditional_create_only: &[],
    read_only: &["Arn", "EndpointId", "EndpointUrl", "State", "StateReason"],
    write_only: &[],
    primary_identifier: &["Name"],
    reference: Reference::Id,
    attributes: &[
        Attribute::scalar("Arn"),
        Attribute::scalar("EndpointId"),
        Attribute::scalar("EndpointUrl"),
        Attribute::scalar("State"),
        Attribute::scalar("StateReason"),
    ],
    stateful: false,
};

static ENDPOINT: Object = Object {
    properties: &[
        Property::optional("Arn", Shape::Json),
        Property::optional("Description", Shape::TEXT.pattern(".*").max_length(512)),
        Property::optional("EndpointId", Shape::Json),
        Property::optional("EndpointUrl", Shape::Json),
        Property::required(
            "EventBuses",
            Shape::list(&Shape::Object(&ENDPOINT_EVENT_BUS))
                .min_length(2)
                .max_length(2),
        ),
        Property::optional(
            "Name",
            Shape::TEXT
                .pattern(r"^[\.\-_A-Za-z0-9]+$")
                .min_length(1)
                .max_length(64),
        ),
        Property::optional("ReplicationConfig", Shape::Object(&REPLICATION_CONFIG)),
        Property::optional(
            "RoleArn",
            Shape::TEXT
                .pattern(r"^arn:aws[a-z-]*:iam::\d{12}:role\/[\w+=,.@/-]+$")
                .min_length(1)
                .max_length(256),
        ),
        Property::required("RoutingConfig", Shape::Object(&ROUTING_CONFIG)),
        Property::optional("State", Shape::Json),
        Property::optional("StateReason", Shape::Json),
    ],
    constraints: &[],
};

static ENDPOINT_EVENT_BUS: Object = Object {
    properties: &[Property::required(
        "EventBusArn",
        Shape::TEXT.pattern(PATTERN_1).min_length(1).max_length(512),
    )],
    constraints: &[],
};

static FAILOVER_CONFIG: Object = Object {
    properties: &[
        Property::required("Primary", Shape::Object(&PRIMARY)),
        Property::required("Secondary", Shape::Object(&SECONDARY)),
    ],
    constraints: &[],
};

static PRIMARY: Object = Object {
    properties: &[Property::required(
        "HealthCheck",
        Shape::TEXT.pattern(PATTERN_2).min_length(1).max_length(1600),
    )],
    constraints: &[],
};

static REPLICATION_CONFIG: Object = Object {
    properties: &[Property::required(
        "State",
        Shape::one_of(ReplicationState::VALUES),
    )],
    constraints: &[],
};

static ROUTING_CONFIG: Object = Object {
    properties: &[Property::required(
        "FailoverConfig",
        Shape::Object(&FAILOVER_CONFIG),
    )],
    constraints: &[],
};

static SECONDARY: Object = Object {
    properties: &[Property::required(
        "Route",
        Shape::TEXT.pattern(r"^[\-a-z0-9]+$").min_length(9).max_length(20),
    )],
    constraints: &[],
};

const PATTERN_1: &str = r"^arn:aws[a-z-]*:events:[a-z]+-[a-z-]+-\d+:\d{12}:event-bus/[\w.-]+$";
const PATTERN_2: &str = r"^arn:aws([a-z]|\-)*:route53:::healthcheck/[\-a-z0-9]+$";
