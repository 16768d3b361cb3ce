//! What is found: the differences as data, from which every form is written.
//!
//! The serialized names are the documented JSON (`docs/DIFF.md`); changing one is a new version of it.

use infra_gen_cfn::Json;
use serde::Serialize;

use crate::{
    access::AccessChange, iam::GrantChange, machine::MachineChange, patch::Operation, path::Path,
    routes::RouteChange, summary::Summary,
};

/// Everything in which two templates differ.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Diff {
    /// The counts, and what else is to be known first.
    pub summary: Summary,
    /// The resources, by action and logical ID.
    pub resources: Vec<ResourceChange>,
    /// Permissions that are given or taken.
    pub permissions: Vec<GrantChange>,
    /// Access beside policies and routes that broadens, or may.
    pub access: Vec<AccessChange>,
    /// Routes of APIs.
    pub routes: Vec<RouteChange>,
    /// State machines, state by state.
    pub state_machines: Vec<MachineChange>,
    /// The other sections: parameters, mappings, conditions, outputs, metadata, …
    pub sections: Vec<SectionChange>,
    /// RFC 6902: what makes the old document the new one, differences of mere form included.
    pub patch: Vec<Operation>,
}

impl Diff {
    /// Whether the templates mean the same. Their [`patch`](Self::patch) may still have something to say about form.
    pub fn is_empty(&self) -> bool {
        self.resources.is_empty() && self.sections.is_empty()
    }
}

/// A resource that is not in both templates alike.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ResourceChange {
    /// The logical ID, in the new template unless it is only in the old one.
    pub logical_id: String,
    /// Its type, `AWS::DynamoDB::Table`.
    #[serde(rename = "type")]
    pub type_name: String,
    /// What happens to it.
    #[serde(flatten)]
    pub action: Action,
    /// What differs within it. Empty for what is added or removed as a whole.
    pub changes: Vec<PropertyChange>,
    /// Whether it holds data.
    pub stateful: bool,
    /// Whether it may hold data: nothing is known of its type.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub may_hold_data: bool,
    /// What becomes of the one that exists, where that one goes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fate: Option<Fate>,
    /// What else has to be known.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<String>,
    /// What refers to it, and so changes with it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub ripple: Vec<Reached>,
}

impl ResourceChange {
    /// Whether the application will no longer see data that it sees now, or may not.
    pub fn parts_with_data(&self) -> bool {
        (self.stateful || self.may_hold_data) && self.fate.is_some()
    }

    /// Whether the effect is unknown, and not merely conditional.
    pub fn has_unknown_effect(&self) -> bool {
        self.action == Action::MayReplace
            && self.changes.iter().map(|change| change.effect).max() == Some(Effect::Unknown)
    }

    /// Whether CloudFormation will refuse to do it.
    pub fn is_refused(&self) -> bool {
        self.action == Action::Change && self.changes.iter().any(|change| change.effect == Effect::Refused)
    }
}

/// What happens to a resource. The order is that of the report.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(tag = "action", rename_all = "camelCase")]
pub enum Action {
    /// It is deleted.
    Remove,
    /// A new one is made, and the old one goes.
    Replace,
    /// It is removed where a condition no longer holds.
    MayRemove,
    /// It is replaced under conditions that AWS's reference names, or nothing is known of what the update does.
    MayReplace,
    /// The same resource under another logical ID: for CloudFormation a new one, and the old one goes.
    Recreate {
        /// The old logical ID.
        from: String,
    },
    /// An API's deployment, of which there is a new one whenever the API changes.
    Redeploy {
        /// The old logical ID.
        from: String,
    },
    /// It is updated where it is.
    Change,
    /// It is new.
    Add,
}

/// One difference within a block.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PropertyChange {
    /// Where.
    pub path: Path,
    /// What.
    #[serde(flatten)]
    pub change: Change,
    /// What it does to the resource.
    pub effect: Effect,
    /// The resource whose new logical ID this merely follows.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub follows: Option<String>,
    /// What the value depends on, where it is written the same and only that differs: "mapping `Names`".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub through: Option<String>,
}

/// How a value differs.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[serde(tag = "change", rename_all = "camelCase")]
pub enum Change {
    /// It was not there.
    Added {
        /// What it is.
        new: Json,
    },
    /// It is not there any more.
    Removed {
        /// What it was.
        old: Json,
    },
    /// It is another.
    Changed {
        /// What it was.
        old: Json,
        /// What it is.
        new: Json,
    },
    /// A list whose order says something has the same items in another order.
    Reordered {
        /// What it was.
        old: Json,
        /// What it is.
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

/// What a difference does to the resource that has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Effect {
    /// Nothing: it says something about the block to CloudFormation, or it is no resource's.
    None,
    /// The resource is updated where it is.
    InPlace,
    /// CloudFormation refuses it: the update fails.
    Refused,
    /// Nothing is known of what it does: the resource may be replaced.
    Unknown,
    /// The resource is replaced under conditions that AWS's reference names.
    MayReplace,
    /// The resource is replaced.
    Replaces,
}

/// What becomes of a resource that leaves the stack.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Fate {
    /// It is deleted, with what it holds.
    Deleted,
    /// It stays in the account, outside of the stack.
    Retained,
    /// It is deleted after a snapshot of it was taken.
    Snapshot,
}

/// Something that refers to a resource that becomes another.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Reached {
    /// The section: `Resources` or `Outputs`.
    pub section: &'static str,
    /// Which block.
    pub name: String,
    /// Its type; empty for an output.
    #[serde(rename = "type", skip_serializing_if = "String::is_empty")]
    pub type_name: String,
    /// Where the reference stands.
    pub path: Path,
    /// What the new value does there.
    pub effect: Effect,
    /// The resource that it refers to: the changed one, or one that is replaced on its account.
    pub through: String,
    /// The name under which other stacks import an output.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub export: Option<String>,
}

/// A block of another section that differs.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct SectionChange {
    /// `Parameters`, `Outputs`, …
    pub section: String,
    /// The block's name; empty for a section that is one value.
    pub name: String,
    /// What differs: one entry for a block that is added or removed.
    pub changes: Vec<PropertyChange>,
    /// What has to be known.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<String>,
}
