//! Changes of access other than through policies and routes.

use serde::Serialize;

use super::Path;

/// A change that makes something more accessible than before, or may.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct AccessChange {
    /// The resource's logical ID.
    pub logical_id: String,
    /// The resource's type.
    #[serde(rename = "type")]
    pub type_name: String,
    /// The place in the resource; empty for the resource as a whole.
    pub path: Path,
    /// What is or may be allowed, as text.
    pub what: String,
    /// Whether access certainly becomes broader.
    pub certain: bool,
    /// The page of AWS's documentation that describes the property, if there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub documentation: Option<String>,
}
