//! Changes of permissions.

use serde::Serialize;

/// Permissions that are granted or revoked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct GrantChange {
    /// Whether the grant is added or removed.
    pub change: ChangeKind,
    /// The principal.
    pub principal: String,
    /// What the grant does.
    pub effect: GrantEffect,
    /// The actions.
    pub actions: Vec<String>,
    /// The resource.
    pub resource: String,
    /// The condition; empty for an unconditional grant.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub condition: String,
    /// Why more is allowed than before, if it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub broadens: Option<Broadening>,
}

/// Whether a grant is added or removed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum ChangeKind {
    /// It is only in the new template.
    Added,
    /// It is only in the old template.
    Removed,
}

/// What a grant does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum GrantEffect {
    /// It allows the actions.
    Allow,
    /// It denies the actions, even if another policy allows them.
    Deny,
    /// It limits what other policies can allow: a permissions boundary.
    Bound,
    /// It is known at deployment only, and may allow or deny.
    Computed,
}

/// Why more is allowed than before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Broadening {
    /// The grant is new.
    Allowed,
    /// The same grant had a condition, or a different one.
    ConditionDropped,
    /// A wildcard covers a former grant, and more.
    WildcardWider,
    /// A denial is removed.
    DenyLifted,
    /// A permissions boundary is removed or replaced.
    BoundaryLifted,
    /// The grants are too many to compare, or known at deployment only: more may be allowed than before.
    Uncompared,
}

impl Broadening {
    /// The reason as text.
    pub fn describe(self) -> &'static str {
        match self {
            Self::Allowed => "newly allowed",
            Self::ConditionDropped => "condition removed or changed",
            Self::WildcardWider => "wider wildcard",
            Self::DenyLifted => "no longer denied",
            Self::BoundaryLifted => "permissions boundary removed or changed",
            Self::Uncompared => "not compared: may allow more than before",
        }
    }
}
