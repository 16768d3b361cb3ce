//! `AWS::SSM::MaintenanceWindowTarget`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    reference::Id,
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    text_enum::text_enum,
    value::{Json, List, ObjectWriter, ToJson, Value},
};

/// The `AWS::SSM::MaintenanceWindowTarget` resource registers a target with a maintenance window for AWS
/// Systems Manager. For more information, see
/// [RegisterTargetWithMaintenanceWindow](https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_RegisterTargetWithMaintenanceWindow.html)
/// in the *AWS Systems Manager API Reference*.
///
/// `AWS::SSM::MaintenanceWindowTarget`.
#[derive(Debug, Clone, PartialEq)]
pub struct MaintenanceWindowTarget {
    /// A description for the target.
    ///
    /// Length: 1 to 128.
    pub description: Option<Value<String>>,
    /// The name for the maintenance window target.
    ///
    /// Length: 3 to 128. Pattern: `^[a-zA-Z0-9_\-.]{3,128}$`.
    pub name: Option<Value<String>>,
    /// A user-provided value that will be included in any Amazon CloudWatch Events events that are raised
    /// while running tasks for these targets in this maintenance window.
    ///
    /// Length: 1 to 128.
    pub owner_information: Option<Value<String>>,
    /// The type of target that is being registered with the maintenance window.
    pub resource_type: Value<ResourceType>,
    /// The targets to register with the maintenance window. In other words, the instances to run commands on
    /// when the maintenance window runs.
    ///
    /// Items: at most 5.
    pub targets: Value<List<Targets>>,
    /// The ID of the maintenance window to register the target with.
    ///
    /// Update requires: replacement. Length: 20 to 20. Pattern: `^mw-[0-9a-f]{17}$`.
    pub window_id: Value<String>,
}

impl MaintenanceWindowTarget {
    /// With the required properties only.
    pub fn new(
        resource_type: impl Into<Value<ResourceType>>,
        targets: impl Into<Value<List<Targets>>>,
        window_id: impl Into<Value<String>>,
    ) -> Self {
        Self {
            description: None,
            name: None,
            owner_information: None,
            resource_type: resource_type.into(),
            targets: targets.into(),
            window_id: window_id.into(),
        }
    }
}

impl ToJson for MaintenanceWindowTarget {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("Description", self.description.as_ref());
        object.optional("Name", self.name.as_ref());
        object.optional("OwnerInformation", self.owner_information.as_ref());
        object.required("ResourceType", &self.resource_type);
        object.required("Targets", &self.targets);
        object.required("WindowId", &self.window_id);
        object.finish()
    }
}

impl resource::Resource for MaintenanceWindowTarget {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::ssm::MaintenanceWindowTarget;
    type Reference = Id<kind::ssm::MaintenanceWindowTarget>;
}

impl Handle<MaintenanceWindowTarget> {
    /// The ID of the target.
    ///
    /// `Fn::GetAtt` of `WindowTargetId`.
    pub fn window_target_id(&self) -> Value<Id<kind::ssm::MaintenanceWindowTarget>> {
        self.attribute("WindowTargetId")
    }
}

/// The `Targets` property type specifies adding a target to a maintenance window target in AWS Systems
/// Manager.
#[derive(Debug, Clone, PartialEq)]
pub struct Targets {
    /// User-defined criteria for sending commands that target managed nodes that meet the criteria.
    ///
    /// Length: 1 to 163.
    pub key: Value<String>,
    /// User-defined criteria that maps to `Key`. For example, if you specified `tag:ServerRole`, you could
    /// specify `value:WebServer` to run a command on instances that include EC2 tags of
    /// `ServerRole,WebServer`.
    ///
    /// Items: at most 50.
    pub values: Value<List<String>>,
}

impl Targets {
    /// With the required properties only.
    pub fn new(key: impl Into<Value<String>>, values: impl Into<Value<List<String>>>) -> Self {
        Self {
            key: key.into(),
            values: values.into(),
        }
    }
}

impl ToJson for Targets {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Key", &self.key);
        object.required("Values", &self.values);
        object.finish()
    }
}

text_enum! {
    /// The values of `MaintenanceWindowTarget.ResourceType`.
    ResourceType {
        Instance = "INSTANCE",
        ResourceGroup = "RESOURCE_GROUP",
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::SSM::MaintenanceWindowTarget",
    properties: &MAINTENANCE_WINDOW_TARGET,
    create_only: &["WindowId"],
    conditional_create_only: &[],
    read_only: &["WindowTargetId"],
    write_only: &[],
    primary_identifier: &["WindowId", "WindowTargetId"],
    reference: Reference::Id,
    attributes: &[Attribute::scalar("WindowTargetId")],
    stateful: false,
};

static MAINTENANCE_WINDOW_TARGET: Object = Object {
    properties: &[
        Property::optional("Description", Shape::TEXT.min_length(1).max_length(128)),
        Property::optional(
            "Name",
            Shape::TEXT
                .pattern(r"^[a-zA-Z0-9_\-.]{3,128}$")
                .min_length(3)
                .max_length(128),
        ),
        Property::optional("OwnerInformation", Shape::TEXT.min_length(1).max_length(128)),
        Property::required("ResourceType", Shape::one_of(ResourceType::VALUES)),
        Property::required("Targets", Shape::list(&Shape::Object(&TARGETS)).max_length(5)),
        Property::required(
            "WindowId",
            Shape::TEXT
                .pattern("^mw-[0-9a-f]{17}$")
                .min_length(20)
                .max_length(20),
        ),
        Property::optional("WindowTargetId", Shape::Json),
    ],
    constraints: &[],
};

static TARGETS: Object = Object {
    properties: &[
        Property::required(
            "Key",
            Shape::TEXT.pattern(PATTERN_1).min_length(1).max_length(163),
        ),
        Property::required("Values", Shape::list(&Shape::TEXT).max_length(50)),
    ],
    constraints: &[],
};

const PATTERN_1: &str =
    r"^[\p{L}\p{Z}\p{N}_.:/=\-@]*$|resource-groups:ResourceTypeFilters|resource-groups:Name$";
