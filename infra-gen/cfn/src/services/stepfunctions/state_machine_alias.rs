//! `AWS::StepFunctions::StateMachineAlias`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    reference::Arn,
    resource,
    schema::{Attribute, Constraint, Object, Property, Reference, Shape, TypeSchema},
    text_enum::text_enum,
    value::{Json, List, ObjectWriter, ToJson, Value},
};

/// Represents a state machine
/// [alias](https://docs.aws.amazon.com/step-functions/latest/dg/concepts-state-machine-alias.html). An alias
/// routes traffic to one or two versions of the same state machine.
///
/// `AWS::StepFunctions::StateMachineAlias`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct StateMachineAlias {
    /// The settings that enable gradual state machine deployments. These settings include
    /// [Alarms](https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-stepfunctions-statemachinealias-deploymentpreference.html#cfn-stepfunctions-statemachinealias-deploymentpreference-alarms),
    /// [Interval](https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-stepfunctions-statemachinealias-deploymentpreference.html#cfn-stepfunctions-statemachinealias-deploymentpreference-interval),
    /// [Percentage](https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-stepfunctions-statemachinealias-deploymentpreference.html#cfn-stepfunctions-statemachinealias-deploymentpreference-percentage),
    /// [StateMachineVersionArn](https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-stepfunctions-statemachinealias-deploymentpreference.html#cfn-stepfunctions-statemachinealias-deploymentpreference-statemachineversionarn),
    /// and
    /// [Type](https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-stepfunctions-statemachinealias-deploymentpreference.html#cfn-stepfunctions-statemachinealias-deploymentpreference-type).
    pub deployment_preference: Option<Value<DeploymentPreference>>,
    /// An optional description of the state machine alias.
    ///
    /// Length: 1 to 256.
    pub description: Option<Value<String>>,
    /// The name of the state machine alias. If you don't provide a name, it uses an automatically generated
    /// name based on the logical ID.
    ///
    /// Update requires: replacement. Length: 1 to 80. Pattern: `^(?=.*[a-zA-Z_\-\.])[a-zA-Z0-9_\-\.]+$`.
    pub name: Option<Value<String>>,
    /// The routing configuration of an alias. Routing configuration splits
    /// [StartExecution](https://docs.aws.amazon.com/step-functions/latest/apireference/API_StartExecution.html)
    /// requests between one or two versions of the same state machine.
    ///
    /// Items: 1 to 2.
    pub routing_configuration: Option<Value<List<RoutingConfigurationVersion>>>,
    /// `StateMachineArn`.
    ///
    /// Length: 1 to 2048.
    pub state_machine_arn: Option<Value<String>>,
}

impl StateMachineAlias {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for StateMachineAlias {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("DeploymentPreference", self.deployment_preference.as_ref());
        object.optional("Description", self.description.as_ref());
        object.optional("Name", self.name.as_ref());
        object.optional("RoutingConfiguration", self.routing_configuration.as_ref());
        object.optional("StateMachineArn", self.state_machine_arn.as_ref());
        object.finish()
    }
}

impl resource::Resource for StateMachineAlias {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::stepfunctions::StateMachineAlias;
    type Reference = Arn<kind::stepfunctions::StateMachineAlias>;
}

impl Handle<StateMachineAlias> {
    /// Returns the ARN of the state machine alias. For example,
    /// `arn:aws:states:us-east-1:123456789012:stateMachine:myStateMachine:PROD`.
    ///
    /// `Fn::GetAtt` of `Arn`.
    pub fn arn(&self) -> Value<Arn<kind::stepfunctions::StateMachineAlias>> {
        self.attribute("Arn")
    }
}

/// Enables gradual state machine deployments. CloudFormation automatically shifts traffic from the version
/// the alias currently points to, to a new state machine version that you specify.
#[derive(Debug, Clone, PartialEq)]
pub struct DeploymentPreference {
    /// A list of Amazon CloudWatch alarm names to be monitored during the deployment. The deployment fails
    /// and rolls back if any of these alarms go into the `ALARM` state.
    ///
    /// Items: 1 to 100.
    pub alarms: Option<Value<List<String>>>,
    /// The time in minutes between each traffic shifting increment.
    ///
    /// Range: 1 to 2100.
    pub interval: Option<Value<i64>>,
    /// The percentage of traffic to shift to the new version in each increment.
    ///
    /// Range: 1 to 99.
    pub percentage: Option<Value<i64>>,
    /// The Amazon Resource Name (ARN) of the
    /// [`AWS::StepFunctions::StateMachineVersion`](https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-stepfunctions-statemachineversion.html)
    /// resource that will be the final version to which the alias points to when the traffic shifting is
    /// complete.
    ///
    /// Length: 1 to 2048.
    pub state_machine_version_arn: Value<String>,
    /// The type of deployment you want to perform. You can specify one of the following types:
    pub r#type: Value<DeploymentPreferenceType>,
}

impl DeploymentPreference {
    /// With the required properties only.
    pub fn new(
        state_machine_version_arn: impl Into<Value<String>>,
        r#type: impl Into<Value<DeploymentPreferenceType>>,
    ) -> Self {
        Self {
            alarms: None,
            interval: None,
            percentage: None,
            state_machine_version_arn: state_machine_version_arn.into(),
            r#type: r#type.into(),
        }
    }
}

impl ToJson for DeploymentPreference {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("Alarms", self.alarms.as_ref());
        object.optional("Interval", self.interval.as_ref());
        object.optional("Percentage", self.percentage.as_ref());
        object.required("StateMachineVersionArn", &self.state_machine_version_arn);
        object.required("Type", &self.r#type);
        object.finish()
    }
}

/// The state machine version to which you want to route the execution traffic.
#[derive(Debug, Clone, PartialEq)]
pub struct RoutingConfigurationVersion {
    /// The Amazon Resource Name (ARN) that identifies one or two state machine versions defined in the
    /// routing configuration.
    ///
    /// Length: 1 to 2048.
    pub state_machine_version_arn: Value<String>,
    /// The percentage of traffic you want to route to the state machine version. The sum of the weights in
    /// the routing configuration must be equal to 100.
    ///
    /// Range: 0 to 100.
    pub weight: Value<i64>,
}

impl RoutingConfigurationVersion {
    /// With the required properties only.
    pub fn new(state_machine_version_arn: impl Into<Value<String>>, weight: impl Into<Value<i64>>) -> Self {
        Self {
            state_machine_version_arn: state_machine_version_arn.into(),
            weight: weight.into(),
        }
    }
}

impl ToJson for RoutingConfigurationVersion {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("StateMachineVersionArn", &self.state_machine_version_arn);
        object.required("Weight", &self.weight);
        object.finish()
    }
}

text_enum! {
    /// The values of `DeploymentPreference.Type`.
    DeploymentPreferenceType {
        Linear = "LINEAR",
        AllAtOnce = "ALL_AT_ONCE",
        Canary = "CANARY",
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::StepFunctions::StateMachineAlias",
    properties: &STATE_MACHINE_ALIAS,
    create_only: &["Name"],
    conditional_create_only: &[],
    read_only: &["Arn"],
    write_only: &["DeploymentPreference"],
    primary_identifier: &["Arn"],
    reference: Reference::Arn,
    attributes: &[Attribute::scalar("Arn")],
    stateful: false,
};

static DEPLOYMENT_PREFERENCE: Object = Object {
    properties: &[
        Property::optional(
            "Alarms",
            Shape::list(&Shape::TEXT.min_length(1).max_length(256))
                .min_length(1)
                .max_length(100)
                .unique(),
        ),
        Property::optional("Interval", Shape::INTEGER.min(1.0).max(2100.0)),
        Property::optional("Percentage", Shape::INTEGER.min(1.0).max(99.0)),
        Property::required(
            "StateMachineVersionArn",
            Shape::TEXT.min_length(1).max_length(2048),
        ),
        Property::required("Type", Shape::one_of(DeploymentPreferenceType::VALUES)),
    ],
    constraints: &[],
};

static ROUTING_CONFIGURATION_VERSION: Object = Object {
    properties: &[
        Property::required(
            "StateMachineVersionArn",
            Shape::TEXT.min_length(1).max_length(2048),
        ),
        Property::required("Weight", Shape::INTEGER.min(0.0).max(100.0)),
    ],
    constraints: &[],
};

static STATE_MACHINE_ALIAS: Object = Object {
    properties: &[
        Property::optional("Arn", Shape::Json),
        Property::optional("DeploymentPreference", Shape::Object(&DEPLOYMENT_PREFERENCE)),
        Property::optional("Description", Shape::TEXT.min_length(1).max_length(256)),
        Property::optional(
            "Name",
            Shape::TEXT
                .pattern(r"^(?=.*[a-zA-Z_\-\.])[a-zA-Z0-9_\-\.]+$")
                .min_length(1)
                .max_length(80),
        ),
        Property::optional(
            "RoutingConfiguration",
            Shape::list(&Shape::Object(&ROUTING_CONFIGURATION_VERSION))
                .min_length(1)
                .max_length(2)
                .unique(),
        ),
        Property::optional("StateMachineArn", Shape::TEXT.min_length(1).max_length(2048)),
    ],
    constraints: &[Constraint::AtLeastOne(&[
        "RoutingConfiguration",
        "DeploymentPreference",
    ])],
};
