//! The employee who changed something, in a history.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// An employee who changed something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Actor {
    /// The employee's ID in the user pool.
    pub sub: String,
    /// The username; absent where employees sign in with an email address, which the access token does not contain.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    pub name: Option<String>,
}
