//! `AWS::StepFunctions::StateMachineVersion`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    reference::Arn,
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    value::{Json, ObjectWriter, ToJson, Value},
};

/// Represents a state machine
/// [version](https://docs.aws.amazon.com/step-functions/latest/dg/concepts-state-machine-version.html). A
/// published version uses the latest state machine
/// [*revision*](https://docs.aws.amazon.com/step-functions/latest/dg/concepts-state-machine-version.html). A
/// revision is an immutable, read-only snapshot of a state machine’s definition and configuration.
///
/// `AWS::StepFunctions::StateMachineVersion`.
#[derive(Debug, Clone, PartialEq)]
pub struct StateMachineVersion {
    /// An optional description of the state machine version.
    ///
    /// Update requires: replacement. Length: 1 to 2048.
    pub description: Option<Value<String>>,
    /// The Amazon Resource Name (ARN) of the state machine.
    ///
    /// Update requires: replacement. Length: 1 to 2048.
    pub state_machine_arn: Value<String>,
    /// Identifier for a state machine revision, which is an immutable, read-only snapshot of a state
    /// machine’s definition and configuration.
    ///
    /// Update requires: replacement. Length: 1 to 2048.
    pub state_machine_revision_id: Option<Value<String>>,
}

impl StateMachineVersion {
    /// With the required properties only.
    pub fn new(state_machine_arn: impl Into<Value<String>>) -> Self {
        Self {
            description: None,
            state_machine_arn: state_machine_arn.into(),
            state_machine_revision_id: None,
        }
    }
}

impl ToJson for StateMachineVersion {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("Description", self.description.as_ref());
        object.required("StateMachineArn", &self.state_machine_arn);
        object.optional("StateMachineRevisionId", self.state_machine_revision_id.as_ref());
        object.finish()
    }
}

impl resource::Resource for StateMachineVersion {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::stepfunctions::StateMachineVersion;
    type Reference = Arn<kind::stepfunctions::StateMachineVersion>;
}

impl Handle<StateMachineVersion> {
    /// Returns the ARN of the state machine version. For example,
    /// `arn:aws:states:us-east-1:123456789012:stateMachine:myStateMachine:1`.
    ///
    /// `Fn::GetAtt` of `Arn`.
    pub fn arn(&self) -> Value<Arn<kind::stepfunctions::StateMachineVersion>> {
        self.attribute("Arn")
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::StepFunctions::StateMachineVersion",
    properties: &STATE_MACHINE_VERSION,
    create_only: &["Description", "StateMachineArn", "StateMachineRevisionId"],
    conditional_create_only: &[],
    read_only: &["Arn"],
    write_only: &[],
    primary_identifier: &["Arn"],
    reference: Reference::Arn,
    attributes: &[Attribute::scalar("Arn")],
    stateful: false,
};

static STATE_MACHINE_VERSION: Object = Object {
    properties: &[
        Property::optional("Arn", Shape::Json),
        Property::optional("Description", Shape::TEXT.min_length(1).max_length(2048)),
        Property::required("StateMachineArn", Shape::TEXT.min_length(1).max_length(2048)),
        Property::optional(
            "StateMachineRevisionId",
            Shape::TEXT.min_length(1).max_length(2048),
        ),
    ],
    constraints: &[],
};
