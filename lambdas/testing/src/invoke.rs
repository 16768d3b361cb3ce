//! Invokes a handler: starts it and sends it one event.

use serde::Serialize;
use serde_json::Value;
use shop_runtime::{EnvironmentOf, Handler, Response, SdkConfig, Service, Task, TaskFailure, perform};

/// A handler's response with its parsed body.
#[derive(Debug)]
pub struct Answered {
    /// The HTTP status.
    pub status: u16,
    /// The body: JSON, or `null` for a response without one.
    pub body: Value,
    /// The whole response.
    pub response: Response,
}

impl Answered {
    /// The IDs of the items on a page.
    pub fn ids(&self) -> Vec<&str> {
        assert_eq!(self.status, 200, "{self:?}");
        let items = self.body["items"].as_array();
        let items = items.unwrap_or_else(|| panic!("no page: {self:?}"));
        items
            .iter()
            .map(|item| item["id"].as_str().expect("every item has an ID"))
            .collect()
    }

    /// The token of the next page, if there is one.
    pub fn next_token(&self) -> Option<&str> {
        self.body["nextToken"].as_str()
    }
}

/// Starts a handler and sends it a gateway event.
pub async fn ask<H: Handler>(environment: EnvironmentOf<H>, aws: &SdkConfig, event: &str) -> Answered {
    let service = Service::<H>::start(environment, aws).await;
    let response = service.respond(event).await.expect("the event is the gateway's");
    let body = match response.body() {
        "" => Value::Null,
        json => serde_json::from_str(json).expect("every body is JSON"),
    };
    Answered {
        status: response.status(),
        body,
        response,
    }
}

/// Starts a task and sends it an input.
pub async fn run_task<T: Task>(
    environment: T::Env,
    aws: &SdkConfig,
    input: &impl Serialize,
) -> Result<T::Output, TaskFailure> {
    let task = T::start(environment, aws).await;
    let input = serde_json::to_string(input).expect("an input is JSON");
    perform(&task, &input).await
}
