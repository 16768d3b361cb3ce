//! `AWS::Lambda::NetworkConnector`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    reference::Arn,
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    tag::Tag,
    text_enum::text_enum,
    value::{Json, List, ObjectWriter, ToJson, Value},
};

/// Resource Type definition for AWS::Lambda::NetworkConnector
///
/// `AWS::Lambda::NetworkConnector`.
#[derive(Debug, Clone, PartialEq)]
pub struct NetworkConnector {
    /// The network configuration for the connector. Specify a VpcEgressConfiguration to enable outbound
    /// traffic routing through your VPC.
    pub configuration: Value<Config>,
    /// A unique name for the network connector within your account and Region. Must be 1 to 64 alphanumeric
    /// characters, hyphens, or underscores.
    ///
    /// Update requires: replacement. Length: 1 to 140.
    pub name: Option<Value<String>>,
    /// The ARN of the IAM role that Lambda assumes to manage elastic network interfaces in your VPC. This
    /// role must have permissions for ec2:CreateNetworkInterface and related describe operations.
    ///
    /// Length: at most 10000. Pattern: `^arn:(aws[a-zA-Z-]*)?:iam::\d{12}:role/?[a-zA-Z_0-9+=,.@\-_/]+$`.
    pub operator_role: Option<Value<String>>,
    /// A list of tags to apply to the network connector. Use tags to categorize network connectors for cost
    /// allocation, access control, or operational management.
    pub tags: Option<Value<List<Tag>>>,
}

impl NetworkConnector {
    /// With the required properties only.
    pub fn new(configuration: impl Into<Value<Config>>) -> Self {
        Self {
            configuration: configuration.into(),
            name: None,
            operator_role: None,
            tags: None,
        }
    }
}

impl ToJson for NetworkConnector {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Configuration", &self.configuration);
        object.optional("Name", self.name.as_ref());
        object.optional("OperatorRole", self.operator_role.as_ref());
        object.optional("Tags", self.tags.as_ref());
        object.finish()
    }
}

impl resource::Resource for NetworkConnector {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::lambda::NetworkConnector;
    type Reference = Arn<kind::lambda::NetworkConnector>;
}

impl Handle<NetworkConnector> {
    /// The Amazon Resource Name (ARN) of the network connector.
    ///
    /// `Fn::GetAtt` of `Arn`.
    pub fn arn(&self) -> Value<Arn<kind::lambda::NetworkConnector>> {
        self.attribute("Arn")
    }

    /// `Fn::GetAtt` of `LatestVersion`.
    pub fn latest_version(&self) -> Value<i64> {
        self.attribute("LatestVersion")
    }

    /// `Fn::GetAtt` of `LatestVersionArn`.
    pub fn latest_version_arn(&self) -> Value<String> {
        self.attribute("LatestVersionArn")
    }

    /// The current state of the network connector.
    ///
    /// `Fn::GetAtt` of `State`.
    pub fn state(&self) -> Value<String> {
        self.attribute("State")
    }
}

/// The network configuration for the connector. Specify a VpcEgressConfiguration to enable outbound traffic
/// routing through your VPC.
#[derive(Debug, Clone, PartialEq)]
pub struct Config {
    /// The VPC egress configuration for the network connector. Specifies the subnets, security groups, and
    /// network protocol for routing outbound traffic through your VPC.
    pub vpc_egress_configuration: Value<VpcEgressConfiguration>,
}

impl Config {
    /// With the required properties only.
    pub fn new(vpc_egress_configuration: impl Into<Value<VpcEgressConfiguration>>) -> Self {
        Self {
            vpc_egress_configuration: vpc_egress_configuration.into(),
        }
    }
}

impl ToJson for Config {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("VpcEgressConfiguration", &self.vpc_egress_configuration);
        object.finish()
    }
}

/// The VPC egress configuration for the network connector. Specifies the subnets, security groups, and
/// network protocol for routing outbound traffic through your VPC.
#[derive(Debug, Clone, PartialEq)]
pub struct VpcEgressConfiguration {
    /// The types of Lambda compute resources that can use this connector. Currently, only MicroVm is
    /// supported.
    ///
    /// Items: 1 to 1.
    pub associated_compute_resource_types: Value<List<AssociatedComputeResourceType>>,
    /// The network protocol for the connector. Specify IPv4 for IPv4-only networking, or DualStack for both
    /// IPv4 and IPv6.
    pub network_protocol: Value<NetworkProtocol>,
    /// The IDs of the VPC security groups to attach to the ENIs. Specify 0 to 5 security groups. All security
    /// groups must be in the same VPC as the subnets.
    ///
    /// Items: at most 16.
    pub security_group_ids: Value<List<String>>,
    /// The IDs of the VPC subnets where Lambda provisions elastic network interfaces (ENIs). Specify 1 to 16
    /// subnets. All subnets must be in the same VPC.
    ///
    /// Items: 1 to 16.
    pub subnet_ids: Value<List<String>>,
}

impl VpcEgressConfiguration {
    /// With the required properties only.
    pub fn new(
        associated_compute_resource_types: impl Into<Value<List<AssociatedComputeResourceType>>>,
        network_protocol: impl Into<Value<NetworkProtocol>>,
        security_group_ids: impl Into<Value<List<String>>>,
        subnet_ids: impl Into<Value<List<String>>>,
    ) -> Self {
        Self {
            associated_compute_resource_types: associated_compute_resource_types.into(),
            network_protocol: network_protocol.into(),
            security_group_ids: security_group_ids.into(),
            subnet_ids: subnet_ids.into(),
        }
    }
}

impl ToJson for VpcEgressConfiguration {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required(
            "AssociatedComputeResourceTypes",
            &self.associated_compute_resource_types,
        );
        object.required("NetworkProtocol", &self.network_protocol);
        object.required("SecurityGroupIds", &self.security_group_ids);
        object.required("SubnetIds", &self.subnet_ids);
        object.finish()
    }
}

text_enum! {
    /// The values of `VpcEgressConfiguration.AssociatedComputeResourceType`.
    AssociatedComputeResourceType {
        MicroVm = "MicroVm",
        WebFunction = "WebFunction",
    }
}

text_enum! {
    /// The values of `VpcEgressConfiguration.NetworkProtocol`.
    NetworkProtocol {
        IPv4 = "IPv4",
        DualStack = "DualStack",
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::Lambda::NetworkConnector",
    properties: &NETWORK_CONNECTOR,
    create_only: &["Name"],
    conditional_create_only: &[],
    read_only: &["Arn", "LatestVersion", "LatestVersionArn", "State"],
    write_only: &[],
    primary_identifier: &["Arn"],
    reference: Reference::Arn,
    attributes: &[
        Attribute::scalar("Arn"),
        Attribute::scalar("LatestVersion"),
        Attribute::scalar("LatestVersionArn"),
        Attribute::scalar("State"),
    ],
    stateful: false,
};

static CONFIG: Object = Object {
    properties: &[Property::required(
        "VpcEgressConfiguration",
        Shape::Object(&VPC_EGRESS_CONFIGURATION),
    )],
    constraints: &[],
};

static NETWORK_CONNECTOR: Object = Object {
    properties: &[
        Property::optional("Arn", Shape::Json),
        Property::required("Configuration", Shape::Object(&CONFIG)),
        Property::optional("LatestVersion", Shape::Json),
        Property::optional("LatestVersionArn", Shape::Json),
        Property::optional(
            "Name",
            Shape::TEXT.pattern(PATTERN_1).min_length(1).max_length(140),
        ),
        Property::optional("OperatorRole", Shape::TEXT.pattern(PATTERN_2).max_length(10000)),
        Property::optional("State", Shape::Json),
        Property::optional("Tags", Shape::list(&Shape::Object(&TAG)).unique()),
    ],
    constraints: &[],
};

static TAG: Object = Object {
    properties: &[
        Property::required("Key", Shape::TEXT.min_length(1).max_length(128)),
        Property::optional("Value", Shape::TEXT.max_length(256)),
    ],
    constraints: &[],
};

static VPC_EGRESS_CONFIGURATION: Object = Object {
    properties: &[
        Property::required(
            "AssociatedComputeResourceTypes",
            Shape::list(&Shape::one_of(AssociatedComputeResourceType::VALUES))
                .min_length(1)
                .max_length(1),
        ),
        Property::required("NetworkProtocol", Shape::one_of(NetworkProtocol::VALUES)),
        Property::required(
            "SecurityGroupIds",
            Shape::list(&Shape::TEXT.pattern("^sg-[0-9a-zA-Z]*$").max_length(1024)).max_length(16),
        ),
        Property::required(
            "SubnetIds",
            Shape::list(&Shape::TEXT.pattern("^subnet-[0-9a-z]*$").max_length(1024))
                .min_length(1)
                .max_length(16),
        ),
    ],
    constraints: &[],
};

const PATTERN_1: &str = r"^(arn:aws[a-zA-Z-]*:lambda:(eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\d{1}:\d{12}:network-connector:[a-zA-Z0-9-_]+(:[1-9][0-9]*)?)|[a-zA-Z0-9_-]{1,64}$";
const PATTERN_2: &str = r"^arn:(aws[a-zA-Z-]*)?:iam::\d{12}:role/?[a-zA-Z_0-9+=,.@\-_/]+$";
