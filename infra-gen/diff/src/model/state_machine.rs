//! Changes of state machines.

use serde::Serialize;

use super::PropertyChange;

/// A state machine whose definition differs.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct MachineChange {
    /// The logical ID in the new template.
    pub logical_id: String,
    /// The states that differ: removed states first, then the others in the order of the new definition.
    pub states: Vec<StateChange>,
    /// The differences outside the states: `StartAt`, `TimeoutSeconds`, …
    pub changes: Vec<PropertyChange>,
}

/// A state that is added, removed or changed.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct StateChange {
    /// The state's name, prefixed with the names of the states that contain it: `Prepare / 1 / Orders`.
    pub state: String,
    /// `Task`, `Choice`, …
    pub kind: String,
    /// What happens to the state.
    pub action: StateAction,
    /// The transition of an added or removed state, as text: `then Ship`, `ends`.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub goes_on: String,
    /// The differences within the state.
    pub changes: Vec<PropertyChange>,
}

/// What happens to a state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum StateAction {
    /// It is only in the new definition.
    Added,
    /// It is only in the old definition.
    Removed,
    /// It is in both definitions and differs.
    Changed,
}
