//! Resources without a struct.

use crate::{
    resource::{StackResource, into_properties},
    value::Json,
};

/// A resource whose type has no struct: a private type, a module, or an AWS type that is newer than this crate.
///
/// `json!` takes every [`crate::Value`], so references still come from handles. The checks treat the resource like one in a
/// template: they report unknown AWS types, and check the properties of known ones.
///
/// ```
/// # use infra_gen_cfn::{LogicalId, Raw, Stack, Value};
/// # use serde_json::json;
/// const MONITOR: LogicalId = LogicalId::new("Monitor");
///
/// # let mut stack = Stack::new("shop");
/// let monitor = stack.add(
///     MONITOR,
///     Raw::new("Datadog::Monitors::Monitor", json!({ "Type": "metric alert", "Query": "avg(last_5m):1 > 2" })),
/// );
/// let id: Value<String> = monitor.attribute("Id");
/// stack.output(LogicalId::new("MonitorId"), id);
/// # assert!(stack.finish().is_ok());
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Raw {
    /// The type: `Vendor::Service::Type`.
    pub type_name: String,
    /// The properties, which must be an object.
    pub properties: Json,
}

impl Raw {
    /// A resource of this type, with these properties.
    pub fn new(type_name: impl Into<String>, properties: Json) -> Self {
        Self {
            type_name: type_name.into(),
            properties,
        }
    }
}

impl StackResource for Raw {
    type Reference = String;

    fn type_name(&self) -> &str {
        &self.type_name
    }

    fn properties(&self) -> Result<serde_json::Map<String, Json>, String> {
        into_properties(self.properties.clone())
    }
}
