//! The Context Object: `$$` in JSONPath and `$states.context` in JSONata.

use std::{rc::Rc, time::Duration};

use serde_json::json;

use crate::{
    model::{Json, JsonObject},
    run::{history, runtime::Runtime, state::ChildExecution},
};

/// One visit of a state, with its retries.
#[derive(Debug, Clone)]
pub(super) struct Visit<'w> {
    pub(super) name: &'w str,
    /// The ID of the event before it was entered.
    pub(super) cause: u64,
    /// The ID of the event that it was entered.
    pub(super) id: u64,
    pub(super) entered: String,
    pub(super) retries: u64,
    /// Whether the context has the number of retries: only states that retry have it.
    pub(super) has_retries: bool,
    pub(super) token: Option<String>,
    /// The item of the enclosing Map state, or the item whose `ItemSelector` is evaluated.
    pub(super) item: Option<Json>,
    /// The child execution in which it runs.
    pub(super) child: Option<Rc<ChildExecution>>,
}

impl Visit<'_> {
    pub(super) fn context(&self, runtime: &Runtime<'_>) -> Json {
        let settings = runtime.settings;
        let machine = format!(
            "arn:aws:states:us-east-1:123456789012:stateMachine:{}",
            settings.machine_name
        );
        let execution = format!(
            "arn:aws:states:us-east-1:123456789012:execution:{}:{}",
            settings.machine_name, settings.name
        );
        let mut context = json!({
            "Execution": {
                "Id": execution,
                "Input": self.child.as_ref().map_or(&runtime.input, |child| &child.input),
                "Name": settings.name,
                "RoleArn": format!("arn:aws:iam::123456789012:role/{}", settings.machine_name),
                "StartTime": history::timestamp(settings.start, Duration::ZERO),
                "RedriveCount": 0,
            },
            "State": { "EnteredTime": self.entered, "Name": self.name },
            "StateMachine": { "Id": machine, "Name": settings.machine_name },
        });
        if self.has_retries {
            context["State"]["RetryCount"] = self.retries.into();
        }
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

/// The `Map.Item` of the Context Object.
pub(super) fn item(index: usize, value: &Json, key: Option<&str>) -> Json {
    let mut item = JsonObject::new();
    item.insert("Index".to_owned(), index.into());
    if let Some(key) = key {
        item.insert("Key".to_owned(), key.into());
    }
    item.insert("Value".to_owned(), value.clone());
    Json::Object(item)
}
