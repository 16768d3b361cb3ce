//! What is known about the values of parameters.

use std::collections::{BTreeMap, BTreeSet};

/// The values of parameters before and after a change, as far as they are known. Without any, a different default counts as
/// a different value.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ParameterValues {
    /// The known values of the old template's parameters.
    pub old: BTreeMap<String, String>,
    /// The known values of the new template's parameters.
    pub new: BTreeMap<String, String>,
    /// The parameters whose values are unknown and change. `None` if even that is unknown, so that a different default
    /// counts as a change.
    pub changed: Option<BTreeSet<String>>,
}

impl ParameterValues {
    /// The same values in both templates.
    pub fn same(values: BTreeMap<String, String>) -> Self {
        Self {
            old: values.clone(),
            new: values,
            changed: None,
        }
    }
}
