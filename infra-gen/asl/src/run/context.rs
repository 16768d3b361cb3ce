//! The Context Object: what an execution knows about itself, `$$` in JSONPath and `$states.context` in JSONata.

use serde_json::json;

use crate::{
    model::{Json, JsonObject},
    run::world::World,
};

/// One stay in a state.
#[derive(Debug, Clone)]
pub(super) struct Visit<'w> {
    pub(super) name: &'w str,
    pub(super) entered: String,
    pub(super) retries: u64,
    pub(super) token: Option<String>,
    /// The item of the Map state around it, or the one whose `ItemSelector` is evaluated.
    pub(super) item: Option<Json>,
}

impl Visit<'_> {
    pub(super) fn context(&self, world: &World<'_>) -> Json {
        let setting = world.setting;
        let machine = format!(
            "arn:aws:states:us-east-1:123456789012:stateMachine:{}",
            setting.machine_name
        );
        let execution = format!(
            "arn:aws:states:us-east-1:123456789012:execution:{}:{}",
            setting.machine_name, setting.name
        );
        let mut context = json!({
            "Execution": {
                "Id": execution,
                "Input": world.input,
                "Name": setting.name,
                "RoleArn": format!("arn:aws:iam::123456789012:role/{}", setting.machine_name),
                "StartTime": setting.start.to_string(),
                "RedriveCount": 0,
            },
            "State": { "EnteredTime": self.entered, "Name": self.name, "RetryCount": self.retries },
            "StateMachine": { "Id": machine, "Name": setting.machine_name },
        });
        if let Some(object) = context.as_object_mut() {
            let optional = [
                ("Task", self.token.as_ref().map(|token| json!({ "Token": token }))),
                ("Map", self.item.as_ref().map(|item| json!({ "Item": item }))),
            ];
            object.extend(
                optional
                    .into_iter()
                    .filter_map(|(name, value)| Some((name.to_owned(), value?))),
            );
        }
        context
    }
}

/// The Map state's entry of the context for one item.
pub(super) fn item(index: usize, value: &Json, key: Option<&str>) -> Json {
    let mut item = JsonObject::new();
    item.insert("Index".to_owned(), index.into());
    if let Some(key) = key {
        item.insert("Key".to_owned(), key.into());
    }
    item.insert("Value".to_owned(), value.clone());
    Json::Object(item)
}
