//! `AWS::Route53::HealthCheck`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    reference::Id,
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    text_enum::text_enum,
    value::{Json, List, ObjectWriter, ToJson, Value},
};

/// The `AWS::Route53::HealthCheck` resource is a Route 53 resource type that contains settings for a Route 53
/// health check.
///
/// `AWS::Route53::HealthCheck`.
#[derive(Debug, Clone, PartialEq)]
pub struct HealthCheck {
    /// A complex type that contains detailed information about one health check.
    pub health_check_config: Value<HealthCheckConfig>,
    /// The `HealthCheckTags` property describes key-value pairs that are associated with an
    /// `AWS::Route53::HealthCheck` resource.
    pub health_check_tags: Option<Value<List<HealthCheckTag>>>,
}

impl HealthCheck {
    /// With the required properties only.
    pub fn new(health_check_config: impl Into<Value<HealthCheckConfig>>) -> Self {
        Self {
            health_check_config: health_check_config.into(),
            health_check_tags: None,
        }
    }
}

impl ToJson for HealthCheck {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("HealthCheckConfig", &self.health_check_config);
        object.optional("HealthCheckTags", self.health_check_tags.as_ref());
        object.finish()
    }
}

impl resource::Resource for HealthCheck {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::route53::HealthCheck;
    type Reference = Id<kind::route53::HealthCheck>;
}

impl Handle<HealthCheck> {
    /// The identifier that Amazon Route 53 assigned to the health check when you created it. When you add or
    /// update a resource record set, you use this value to specify which health check to use. The value can
    /// be up to 64 characters long.
    ///
    /// `Fn::GetAtt` of `HealthCheckId`.
    pub fn health_check_id(&self) -> Value<Id<kind::route53::HealthCheck>> {
        self.attribute("HealthCheckId")
    }
}

/// A complex type that identifies the CloudWatch alarm that you want Amazon Route 53 health checkers to use
/// to determine whether the specified health check is healthy.
#[derive(Debug, Clone, PartialEq)]
pub struct AlarmIdentifier {
    /// The name of the CloudWatch alarm that you want Amazon Route 53 health checkers to use to determine
    /// whether this health check is healthy.
    ///
    /// Length: 1 to 256.
    pub name: Value<Id<kind::cloudwatch::Alarm>>,
    /// For the CloudWatch alarm that you want Route 53 health checkers to use to determine whether this
    /// health check is healthy, the region that the alarm was created in.
    pub region: Value<AlarmIdentifierRegion>,
}

impl AlarmIdentifier {
    /// With the required properties only.
    pub fn new(
        name: impl Into<Value<Id<kind::cloudwatch::Alarm>>>,
        region: impl Into<Value<AlarmIdentifierRegion>>,
    ) -> Self {
        Self {
            name: name.into(),
            region: region.into(),
        }
    }
}

impl ToJson for AlarmIdentifier {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Name", &self.name);
        object.required("Region", &self.region);
        object.finish()
    }
}

/// A complex type that contains information about the health check.
#[derive(Debug, Clone, PartialEq)]
pub struct HealthCheckConfig {
    /// A complex type that identifies the CloudWatch alarm that you want Amazon Route 53 health checkers to
    /// use to determine whether the specified health check is healthy.
    pub alarm_identifier: Option<Value<AlarmIdentifier>>,
    /// (CALCULATED Health Checks Only) A complex type that contains one `ChildHealthCheck` element for each
    /// health check that you want to associate with a `CALCULATED` health check.
    ///
    /// Items: at most 256.
    pub child_health_checks: Option<Value<List<Id<kind::route53::HealthCheck>>>>,
    /// Specify whether you want Amazon Route 53 to send the value of `FullyQualifiedDomainName` to the
    /// endpoint in the `client_hello` message during TLS negotiation. This allows the endpoint to respond to
    /// `HTTPS` health check requests with the applicable SSL/TLS certificate.
    pub enable_sni: Option<Value<bool>>,
    /// The number of consecutive health checks that an endpoint must pass or fail for Amazon Route 53 to
    /// change the current status of the endpoint from unhealthy to healthy or vice versa. For more
    /// information, see [How Amazon Route 53 Determines Whether an Endpoint Is
    /// Healthy](https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover-determining-health-of-endpoints.html)
    /// in the *Amazon Route 53 Developer Guide*.
    ///
    /// Range: 1 to 10.
    pub failure_threshold: Option<Value<i64>>,
    /// Amazon Route 53 behavior depends on whether you specify a value for `IPAddress`.
    ///
    /// Length: at most 255.
    pub fully_qualified_domain_name: Option<Value<String>>,
    /// The number of child health checks that are associated with a `CALCULATED` health check that Amazon
    /// Route 53 must consider healthy for the `CALCULATED` health check to be considered healthy. To specify
    /// the child health checks that you want to associate with a `CALCULATED` health check, use the
    /// [ChildHealthChecks](https://docs.aws.amazon.com/Route53/latest/APIReference/API_UpdateHealthCheck.html#Route53-UpdateHealthCheck-request-ChildHealthChecks)
    /// element.
    ///
    /// Range: 0 to 256.
    pub health_threshold: Option<Value<i64>>,
    /// The IPv4 or IPv6 IP address of the endpoint that you want Amazon Route 53 to perform health checks on.
    /// If you don't specify a value for `IPAddress`, Route 53 sends a DNS request to resolve the domain name
    /// that you specify in `FullyQualifiedDomainName` at the interval that you specify in `RequestInterval`.
    /// Using an IP address returned by DNS, Route 53 then checks the health of the endpoint.
    ///
    /// Length: at most 45.
    pub ip_address: Option<Value<String>>,
    /// When CloudWatch has insufficient data about the metric to determine the alarm state, the status that
    /// you want Amazon Route 53 to assign to the health check:
    pub insufficient_data_health_status: Option<Value<InsufficientDataHealthStatus>>,
    /// Specify whether you want Amazon Route 53 to invert the status of a health check, for example, to
    /// consider a health check unhealthy when it otherwise would be considered healthy.
    pub inverted: Option<Value<bool>>,
    /// Specify whether you want Amazon Route 53 to measure the latency between health checkers in multiple
    /// AWS regions and your endpoint, and to display CloudWatch latency graphs on the *Health Checks* page in
    /// the Route 53 console.
    ///
    /// Update requires: replacement.
    pub measure_latency: Option<Value<bool>>,
    /// The port on the endpoint that you want Amazon Route 53 to perform health checks on.
    ///
    /// Range: 1 to 65535.
    pub port: Option<Value<i64>>,
    /// A complex type that contains one `Region` element for each region from which you want Amazon Route 53
    /// health checkers to check the specified endpoint.
    ///
    /// Items: 3 to 64.
    pub regions: Option<Value<List<HealthCheckConfigRegion>>>,
    /// The number of seconds between the time that Amazon Route 53 gets a response from your endpoint and the
    /// time that it sends the next health check request. Each Route 53 health checker makes requests at this
    /// interval.
    ///
    /// Update requires: replacement. Range: 10 to 30.
    pub request_interval: Option<Value<i64>>,
    /// The path, if any, that you want Amazon Route 53 to request when performing health checks. The path can
    /// be any value for which your endpoint will return an HTTP status code of 2xx or 3xx when the endpoint
    /// is healthy, for example, the file /docs/route53-health-check.html. You can also include query string
    /// parameters, for example, `/welcome.html?language=jp&login=y`.
    ///
    /// Length: at most 255.
    pub resource_path: Option<Value<String>>,
    /// The Amazon Resource Name (ARN) for the Route 53 Application Recovery Controller routing control.
    ///
    /// Length: 1 to 255.
    pub routing_control_arn: Option<Value<String>>,
    /// If the value of Type is `HTTP_STR_MATCH` or `HTTPS_STR_MATCH`, the string that you want Amazon Route
    /// 53 to search for in the response body from the specified resource. If the string appears in the
    /// response body, Route 53 considers the resource healthy.
    ///
    /// Length: at most 255.
    pub search_string: Option<Value<String>>,
    /// The type of health check that you want to create, which indicates how Amazon Route 53 determines
    /// whether an endpoint is healthy.
    ///
    /// Update requires: replacement.
    pub r#type: Value<HealthCheckConfigType>,
}

impl HealthCheckConfig {
    /// With the required properties only.
    pub fn new(r#type: impl Into<Value<HealthCheckConfigType>>) -> Self {
        Self {
            alarm_identifier: None,
            child_health_checks: None,
            enable_sni: None,
            failure_threshold: None,
            fully_qualified_domain_name: None,
            health_threshold: None,
            ip_address: None,
            insufficient_data_health_status: None,
            inverted: None,
            measure_latency: None,
            port: None,
            regions: None,
            request_interval: None,
            resource_path: None,
            routing_control_arn: None,
            search_string: None,
            r#type: r#type.into(),
        }
    }
}

impl ToJson for HealthCheckConfig {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("AlarmIdentifier", self.alarm_identifier.as_ref());
        object.optional("ChildHealthChecks", self.child_health_checks.as_ref());
        object.optional("EnableSNI", self.enable_sni.as_ref());
        object.optional("FailureThreshold", self.failure_threshold.as_ref());
        object.optional(
            "FullyQualifiedDomainName",
            self.fully_qualified_domain_name.as_ref(),
        );
        object.optional("HealthThreshold", self.health_threshold.as_ref());
        object.optional("IPAddress", self.ip_address.as_ref());
        object.optional(
            "InsufficientDataHealthStatus",
            self.insufficient_data_health_status.as_ref(),
        );
        object.optional("Inverted", self.inverted.as_ref());
        object.optional("MeasureLatency", self.measure_latency.as_ref());
        object.optional("Port", self.port.as_ref());
        object.optional("Regions", self.regions.as_ref());
        object.optional("RequestInterval", self.request_interval.as_ref());
        object.optional("ResourcePath", self.resource_path.as_ref());
        object.optional("RoutingControlArn", self.routing_control_arn.as_ref());
        object.optional("SearchString", self.search_string.as_ref());
        object.required("Type", &self.r#type);
        object.finish()
    }
}

/// The `HealthCheckTag` property describes one key-value pair that is associated with an
/// `AWS::Route53::HealthCheck` resource.
#[derive(Debug, Clone, PartialEq)]
pub struct HealthCheckTag {
    /// The value of `Key` depends on the operation that you want to perform:
    ///
    /// Length: at most 128.
    pub key: Value<String>,
    /// The value of `Value` depends on the operation that you want to perform:
    ///
    /// Length: at most 256.
    pub value: Value<String>,
}

impl HealthCheckTag {
    /// With the required properties only.
    pub fn new(key: impl Into<Value<String>>, value: impl Into<Value<String>>) -> Self {
        Self {
            key: key.into(),
            value: value.into(),
        }
    }
}

impl ToJson for HealthCheckTag {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Key", &self.key);
        object.required("Value", &self.value);
        object.finish()
    }
}

text_enum! {
    /// The values of `AlarmIdentifier.Region`.
    AlarmIdentifierRegion {
        AfSouth1 = "af-south-1",
        ApEast1 = "ap-east-1",
        ApEast2 = "ap-east-2",
        ApNortheast1 = "ap-northeast-1",
        ApNortheast2 = "ap-northeast-2",
        ApNortheast3 = "ap-northeast-3",
        ApSouth1 = "ap-south-1",
        ApSouth2 = "ap-south-2",
        ApSoutheast1 = "ap-southeast-1",
        ApSoutheast2 = "ap-southeast-2",
        ApSoutheast3 = "ap-southeast-3",
        ApSoutheast4 = "ap-southeast-4",
        ApSoutheast5 = "ap-southeast-5",
        ApSoutheast6 = "ap-southeast-6",
        ApSoutheast7 = "ap-southeast-7",
        CaCentral1 = "ca-central-1",
        CaWest1 = "ca-west-1",
        CnNorth1 = "cn-north-1",
        CnNorthwest1 = "cn-northwest-1",
        EuCentral1 = "eu-central-1",
        EuCentral2 = "eu-central-2",
        EuIsoeWest1 = "eu-isoe-west-1",
        EuNorth1 = "eu-north-1",
        EuSouth1 = "eu-south-1",
        EuSouth2 = "eu-south-2",
        EuWest1 = "eu-west-1",
        EuWest2 = "eu-west-2",
        EuWest3 = "eu-west-3",
        EuscDeEast1 = "eusc-de-east-1",
        IlCentral1 = "il-central-1",
        MeCentral1 = "me-central-1",
        MeSouth1 = "me-south-1",
        MxCentral1 = "mx-central-1",
        SaEast1 = "sa-east-1",
        UsEast1 = "us-east-1",
        UsEast2 = "us-east-2",
        UsGovEast1 = "us-gov-east-1",
        UsGovWest1 = "us-gov-west-1",
        UsIsoEast1 = "us-iso-east-1",
        UsIsoWest1 = "us-iso-west-1",
        UsIsobEast1 = "us-isob-east-1",
        UsIsobWest1 = "us-isob-west-1",
        UsIsofEast1 = "us-isof-east-1",
        UsIsofSouth1 = "us-isof-south-1",
        UsWest1 = "us-west-1",
        UsWest2 = "us-west-2",
    }
}

text_enum! {
    /// The values of `HealthCheckConfig.Region`.
    HealthCheckConfigRegion {
        ApNortheast1 = "ap-northeast-1",
        ApSoutheast1 = "ap-southeast-1",
        ApSoutheast2 = "ap-southeast-2",
        EuWest1 = "eu-west-1",
        SaEast1 = "sa-east-1",
        UsEast1 = "us-east-1",
        UsWest1 = "us-west-1",
        UsWest2 = "us-west-2",
    }
}

text_enum! {
    /// The values of `HealthCheckConfig.Type`.
    HealthCheckConfigType {
        Calculated = "CALCULATED",
        CloudwatchMetric = "CLOUDWATCH_METRIC",
        Http = "HTTP",
        HttpStrMatch = "HTTP_STR_MATCH",
        Https = "HTTPS",
        HttpsStrMatch = "HTTPS_STR_MATCH",
        Tcp = "TCP",
        RecoveryControl = "RECOVERY_CONTROL",
    }
}

text_enum! {
    /// The values of `HealthCheckConfig.InsufficientDataHealthStatus`.
    InsufficientDataHealthStatus {
        Healthy = "Healthy",
        LastKnownStatus = "LastKnownStatus",
        Unhealthy = "Unhealthy",
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::Route53::HealthCheck",
    properties: &HEALTH_CHECK,
    create_only: &[
        "HealthCheckConfig.MeasureLatency",
        "HealthCheckConfig.RequestInterval",
        "HealthCheckConfig.Type",
    ],
    conditional_create_only: &[],
    read_only: &["HealthCheckId"],
    write_only: &[],
    primary_identifier: &["HealthCheckId"],
    reference: Reference::Id,
    attributes: &[Attribute::scalar("HealthCheckId")],
    stateful: false,
};

static ALARM_IDENTIFIER: Object = Object {
    properties: &[
        Property::required("Name", Shape::TEXT.min_length(1).max_length(256)),
        Property::required("Region", Shape::one_of(AlarmIdentifierRegion::VALUES)),
    ],
    constraints: &[],
};

static HEALTH_CHECK: Object = Object {
    properties: &[
        Property::required("HealthCheckConfig", Shape::Object(&HEALTH_CHECK_CONFIG)),
        Property::optional("HealthCheckId", Shape::Json),
        Property::optional(
            "HealthCheckTags",
            Shape::list(&Shape::Object(&HEALTH_CHECK_TAG)).unique(),
        ),
    ],
    constraints: &[],
};

static HEALTH_CHECK_CONFIG: Object = Object {
    properties: &[
        Property::optional("AlarmIdentifier", Shape::Object(&ALARM_IDENTIFIER)),
        Property::optional(
            "ChildHealthChecks",
            Shape::list(&Shape::TEXT.max_length(64)).max_length(256),
        ),
        Property::optional("EnableSNI", Shape::Boolean),
        Property::optional("FailureThreshold", Shape::INTEGER.min(1.0).max(10.0)),
        Property::optional("FullyQualifiedDomainName", Shape::TEXT.max_length(255)),
        Property::optional("HealthThreshold", Shape::INTEGER.min(0.0).max(256.0)),
        Property::optional("IPAddress", Shape::TEXT.pattern(PATTERN_1).max_length(45)),
        Property::optional(
            "InsufficientDataHealthStatus",
            Shape::one_of(InsufficientDataHealthStatus::VALUES),
        ),
        Property::optional("Inverted", Shape::Boolean),
        Property::optional("MeasureLatency", Shape::Boolean),
        Property::optional("Port", Shape::INTEGER.min(1.0).max(65535.0)),
        Property::optional(
            "Regions",
            Shape::list(&Shape::one_of(HealthCheckConfigRegion::VALUES))
                .min_length(3)
                .max_length(64),
        ),
        Property::optional("RequestInterval", Shape::INTEGER.min(10.0).max(30.0)),
        Property::optional("ResourcePath", Shape::TEXT.max_length(255)),
        Property::optional("RoutingControlArn", Shape::TEXT.min_length(1).max_length(255)),
        Property::optional("SearchString", Shape::TEXT.max_length(255)),
        Property::required("Type", Shape::one_of(HealthCheckConfigType::VALUES)),
    ],
    constraints: &[],
};

static HEALTH_CHECK_TAG: Object = Object {
    properties: &[
        Property::required("Key", Shape::TEXT.max_length(128)),
        Property::required("Value", Shape::TEXT.max_length(256)),
    ],
    constraints: &[],
};

const PATTERN_1: &str = r"^((([0-9]|[1-9][0-9]|1[0-9]{2}|2[0-4][0-9]|25[0-5])\.){3}([0-9]|[1-9][0-9]|1[0-9]{2}|2[0-4][0-9]|25[0-5]))$|^(([0-9a-fA-F]{1,4}:){7,7}[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,7}:|([0-9a-fA-F]{1,4}:){1,6}:[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,5}(:[0-9a-fA-F]{1,4}){1,2}|([0-9a-fA-F]{1,4}:){1,4}(:[0-9a-fA-F]{1,4}){1,3}|([0-9a-fA-F]{1,4}:){1,3}(:[0-9a-fA-F]{1,4}){1,4}|([0-9a-fA-F]{1,4}:){1,2}(:[0-9a-fA-F]{1,4}){1,5}|[0-9a-fA-F]{1,4}:((:[0-9a-fA-F]{1,4}){1,6})|:((:[0-9a-fA-F]{1,4}){1,7}|:)|fe80:(:[0-9a-fA-F]{0,4}){0,4}%[0-9a-zA-Z]{1,}|::(ffff(:0{1,4}){0,1}:){0,1}((25[0-5]|(2[0-4]|1{0,1}[0-9]){0,1}[0-9])\.){3,3}(25[0-5]|(2[0-4]|1{0,1}[0-9]){0,1}[0-9])|([0-9a-fA-F]{1,4}:){1,4}:((25[0-5]|(2[0-4]|1{0,1}[0-9]){0,1}[0-9])\.){3,3}(25[0-5]|(2[0-4]|1{0,1}[0-9]){0,1}[0-9]))$";
