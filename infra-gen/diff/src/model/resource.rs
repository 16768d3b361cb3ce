//! Changes of resources, and the differences within a block.

use infra_gen_cfn::Json;
use serde::Serialize;

use super::Path;

/// A resource that differs between the two templates.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ResourceChange {
    /// The logical ID: the new one, unless the resource is only in the old template.
    pub logical_id: String,
    /// The resource's type, `AWS::DynamoDB::Table`.
    #[serde(rename = "type")]
    pub type_name: String,
    /// What happens to the resource.
    #[serde(flatten)]
    pub action: Action,
    /// The differences within the resource. Empty if it is added or removed as a whole.
    pub changes: Vec<PropertyChange>,
    /// Whether the resource holds data.
    pub stateful: bool,
    /// Whether the resource may hold data, because its type is unknown.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub may_hold_data: bool,
    /// Whether nothing happens, because the resource's condition does not hold.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub absent: bool,
    /// What happens to the existing physical resource, if it leaves the stack.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub disposition: Option<Disposition>,
    /// Warnings, as text.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<String>,
    /// The references to the resource, whose values change with it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub impact: Vec<Dependent>,
}

impl ResourceChange {
    /// Whether the application loses access to existing data, or may.
    pub fn loses_data(&self) -> bool {
        (self.stateful || self.may_hold_data) && self.disposition.is_some()
    }

    /// Whether the existing resource leaves the stack, or may, or would have to for the update to succeed.
    pub fn leaves_or_is_refused(&self) -> bool {
        !self.absent && (!matches!(self.action, Action::Change | Action::Add) || self.is_refused())
    }

    /// Whether the effect is unknown, not merely conditional.
    pub fn has_unknown_effect(&self) -> bool {
        self.action == Action::MayReplace
            && self.changes.iter().map(|change| change.effect).max() == Some(Effect::Unknown)
    }

    /// Whether CloudFormation refuses the update.
    pub fn is_refused(&self) -> bool {
        self.action == Action::Change && self.changes.iter().any(|change| change.effect == Effect::Refused)
    }
}

/// What happens to a resource.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(tag = "action", rename_all = "camelCase")]
pub enum Action {
    /// It is deleted.
    Remove,
    /// A new resource is created, and the old one leaves the stack.
    Replace,
    /// It is removed if a condition no longer holds.
    MayRemove,
    /// It is replaced under conditions given in AWS's reference, or the effect of the update is unknown.
    MayReplace,
    /// The same resource under a new logical ID: CloudFormation creates a new one and removes the old one.
    Recreate {
        /// The old logical ID.
        from: String,
    },
    /// An API deployment, which is created again whenever the API changes.
    Redeploy {
        /// The old logical ID.
        from: String,
    },
    /// It is updated in place.
    Change,
    /// It is created.
    Add,
}

/// A single difference within a block.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PropertyChange {
    /// The place in the block.
    pub path: Path,
    /// The values.
    #[serde(flatten)]
    pub change: Change,
    /// The effect on the resource.
    pub effect: Effect,
    /// The new logical ID, if the difference only follows from it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub follows: Option<String>,
    /// The mapping, parameter or condition that changes the value, if the property itself is unchanged: "mapping `Names`".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub through: Option<String>,
}

/// How a value differs.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[serde(tag = "change", rename_all = "camelCase")]
pub enum Change {
    /// It is only in the new template.
    Added {
        /// The new value.
        new: Json,
    },
    /// It is only in the old template.
    Removed {
        /// The old value.
        old: Json,
    },
    /// It is in both templates and differs.
    Changed {
        /// The old value.
        old: Json,
        /// The new value.
        new: Json,
    },
    /// A list whose order is significant has the same items in a different order.
    Reordered {
        /// The old value.
        old: Json,
        /// The new value.
        new: Json,
    },
}

impl Change {
    /// The value in the old template.
    pub fn before(&self) -> Option<&Json> {
        match self {
            Self::Added { .. } => None,
            Self::Removed { old } | Self::Changed { old, .. } | Self::Reordered { old, .. } => Some(old),
        }
    }

    /// The value in the new template.
    pub fn after(&self) -> Option<&Json> {
        match self {
            Self::Removed { .. } => None,
            Self::Added { new } | Self::Changed { new, .. } | Self::Reordered { new, .. } => Some(new),
        }
    }
}

/// The effect of a difference on its resource, from the least to the most severe.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Effect {
    /// None: it is an attribute for CloudFormation, or not in a resource.
    None,
    /// The resource is updated in place.
    InPlace,
    /// CloudFormation refuses the update, and the deployment fails.
    Refused,
    /// Unknown: the resource may be replaced.
    Unknown,
    /// The resource is replaced under conditions given in AWS's reference.
    MayReplace,
    /// The resource is replaced.
    Replaces,
}

/// What happens to a physical resource that leaves the stack.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Disposition {
    /// It is deleted with its data.
    Deleted,
    /// It stays in the account, outside the stack.
    Retained,
    /// It is deleted after a snapshot.
    Snapshot,
}

/// A reference to a resource that is replaced or recreated.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Dependent {
    /// The section of the reference: `Resources` or `Outputs`.
    pub section: &'static str,
    /// The block's name.
    pub name: String,
    /// The resource's type; empty for an output.
    #[serde(rename = "type", skip_serializing_if = "String::is_empty")]
    pub type_name: String,
    /// The place of the reference in the block.
    pub path: Path,
    /// The effect of the new value there.
    pub effect: Effect,
    /// The resource it refers to: the changed one, or one that is replaced because of it.
    pub through: String,
    /// The export name of an output.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub export: Option<String>,
}
