//! The result of a comparison: plain data, from which every output format is written.
//!
//! The serialized names are the JSON documented in `docs/DIFF.md`; changing one requires a new `schemaVersion`. These
//! types import nothing from the rest of the crate.

mod access;
mod path;
mod permission;
mod resource;
mod route;
mod state_machine;
mod summary;

use json_patch::Patch;
use serde::Serialize;

pub use access::AccessChange;
pub use path::{Path, Segment};
pub use permission::{Broadening, ChangeKind, GrantChange, GrantEffect};
pub use resource::{Action, Change, Dependent, Disposition, Effect, PropertyChange, ResourceChange};
pub use route::{Route, RouteChange};
pub use state_machine::{MachineChange, StateAction, StateChange};
pub use summary::Summary;

/// All differences between two templates.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Diff {
    /// The counts, and the warnings to read first.
    pub summary: Summary,
    /// The resources that differ, by action and logical ID.
    pub resources: Vec<ResourceChange>,
    /// Permissions that are granted or revoked.
    pub permissions: Vec<GrantChange>,
    /// Access that becomes broader, or may, other than through policies and routes.
    pub access: Vec<AccessChange>,
    /// Routes of APIs.
    pub routes: Vec<RouteChange>,
    /// State machines, state by state.
    pub state_machines: Vec<MachineChange>,
    /// The other sections: parameters, mappings, conditions, outputs, metadata, …
    pub sections: Vec<SectionChange>,
    /// The nested stacks whose templates were compared, even if they do not differ.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub nested: Vec<NestedDiff>,
    /// An RFC 6902 patch that turns the old document into the new one, including differences in notation only. Lists are
    /// patched by position.
    pub patch: Patch,
}

impl Diff {
    /// Whether the templates are equivalent. Their [`patch`](Self::patch) may still contain differences in notation.
    pub fn is_empty(&self) -> bool {
        self.resources.is_empty()
            && self.sections.is_empty()
            && self.nested.iter().all(|nested| nested.diff.is_empty())
    }

    /// The resources that differ in this stack and in its nested stacks, by their qualified IDs: `Inner/Orders`.
    pub fn all_resources(&self) -> Vec<(String, &ResourceChange)> {
        let own = self
            .resources
            .iter()
            .map(|change| (change.logical_id.clone(), change));
        let nested = self.nested.iter().flat_map(|nested| {
            let resources = nested.diff.all_resources().into_iter();
            resources.map(|(id, change)| (format!("{}/{id}", nested.logical_id), change))
        });
        own.chain(nested).collect()
    }
}

/// The differences of a nested stack's template.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct NestedDiff {
    /// The logical ID of the nested stack.
    pub logical_id: String,
    /// The type of the resource: `AWS::CloudFormation::Stack`.
    #[serde(rename = "type")]
    pub type_name: String,
    /// Whether its templates differ in effect.
    pub different: bool,
    /// The differences of its template.
    #[serde(flatten)]
    pub diff: Diff,
}

/// A block of a section other than `Resources` that differs.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct SectionChange {
    /// `Parameters`, `Outputs`, …
    pub section: String,
    /// The block's name; empty for a section that is a single value.
    pub name: String,
    /// The differences: one entry for a block that is added or removed.
    pub changes: Vec<PropertyChange>,
    /// Warnings, as text.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<String>,
}
