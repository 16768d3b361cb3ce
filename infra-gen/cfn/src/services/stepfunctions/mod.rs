//! AWS Step Functions: `AWS::StepFunctions`. Generated; see `generator/`.

pub mod activity;
pub mod state_machine;
pub mod state_machine_alias;
pub mod state_machine_version;

pub use activity::Activity;
pub use state_machine::StateMachine;
pub use state_machine_alias::StateMachineAlias;
pub use state_machine_version::StateMachineVersion;

use crate::schema::TypeSchema;

pub(super) static SCHEMAS: &[&TypeSchema] = &[
    &activity::SCHEMA,
    &state_machine::SCHEMA,
    &state_machine_alias::SCHEMA,
    &state_machine_version::SCHEMA,
];
