//! Outputs: what a deployed stack tells the outside.

use serde_json::json;

use crate::{
    condition::Condition,
    value::{Json, ToJson, Value},
};

/// An output of the stack. Any textual value converts into one without description or export.
/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/outputs-section-structure.html>
#[derive(Debug, Clone)]
pub struct Output {
    /// What is put out.
    pub value: Value<String>,
    /// What it is for.
    pub description: Option<String>,
    /// The name under which other stacks of the account and region may import it.
    pub export: Option<Value<String>>,
    /// The condition under which it exists.
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
            block.insert("Condition".into(), json!(condition.id().as_str()));
        }
        block.insert("Value".into(), self.value.to_json());
        if let Some(export) = &self.export {
            block.insert("Export".into(), json!({ "Name": export.to_json() }));
        }
        Json::Object(block)
    }
}
