//! Outputs of a stack.

use serde_json::json;

use crate::{
    condition::Condition,
    value::{Json, ToJson, Value},
};

/// An output of a stack. Any string value converts to an output without description and export.
/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/outputs-section-structure.html>
#[derive(Debug, Clone)]
pub struct Output {
    /// The value of the output.
    pub value: Value<String>,
    /// The description.
    pub description: Option<String>,
    /// The name under which other stacks of the account and region can import the value.
    pub export: Option<Value<String>>,
    /// The condition under which the output exists.
    pub condition: Option<Condition>,
}

impl<T: Into<Value<String>>> From<T> for Output {
    fn from(value: T) -> Self {
        Self {
            value: value.into(),
            description: None,
            export: None,
            condition: None,
        }
    }
}

impl Output {
    pub(crate) fn to_json(&self) -> Json {
        let mut block = serde_json::Map::new();
        if let Some(description) = &self.description {
            block.insert("Description".into(), json!(description));
        }
        if let Some(condition) = &self.condition {
            block.insert("Condition".into(), condition.id().to_reference());
        }
        block.insert("Value".into(), self.value.to_json());
        if let Some(export) = &self.export {
            block.insert("Export".into(), json!({ "Name": export.to_json() }));
        }
        Json::Object(block)
    }
}
