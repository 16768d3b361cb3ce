//! `ResultWriter`: the form of a distributed Map state's results, and writing them.

use std::time::Duration;

use serde_json::json;

use crate::{
    model::{ErrorName, Json, Map, State},
    run::{
        context::Visit, data, error::TaskError, history, runtime::Runtime, state::Frame,
        task_runner::TaskCall,
    },
};

/// A Map Run: one run of the child executions.
pub(super) struct MapRun {
    pub(super) arn: String,
    id: String,
    /// The name of the state machine of its child executions.
    machine: String,
    /// The finished child executions.
    pub(super) children: Vec<Child>,
}

impl MapRun {
    pub(super) fn new(runtime: &Runtime<'_>, map: &Map) -> Self {
        let label = map
            .label
            .clone()
            .unwrap_or_else(|| runtime.random.borrow_mut().uuid());
        let machine = format!("{}/{label}", runtime.settings.machine_name);
        let id = runtime.random.borrow_mut().uuid();
        Self {
            arn: format!("arn:aws:states:us-east-1:123456789012:mapRun:{machine}:{id}"),
            id,
            machine,
            children: Vec::new(),
        }
    }
}

/// A finished child execution.
pub(super) struct Child {
    pub(super) input: Json,
    pub(super) outcome: Result<Json, TaskError>,
    pub(super) started: Duration,
    pub(super) stopped: Duration,
}

/// `WriterConfig`.
#[derive(Debug, Clone, Copy)]
struct Config {
    transformation: Transformation,
    lines: bool,
}

#[derive(Debug, Clone, Copy)]
enum Transformation {
    /// The outputs with metadata of the child executions.
    None,
    /// The outputs.
    Compact,
    /// The outputs, and the items of outputs that are arrays.
    Flatten,
}

/// The result of the state: the outputs, or the location to which they were written.
pub(super) async fn write(
    runtime: &Runtime<'_>,
    map: &Map,
    run: MapRun,
    state: &State,
    input: &Json,
    visit: &Visit<'_>,
    frame: &Frame,
) -> Result<Json, TaskError> {
    let resource = map.writer.as_ref().and_then(|writer| writer.resource.as_ref());
    let config = map.writer.as_ref().and_then(|writer| writer.config.as_ref());
    let config = config_of(config, resource.is_some()).map_err(TaskError::runtime)?;
    let MapRun {
        arn,
        id,
        machine,
        children,
    } = run;
    let results = results(runtime, children, &machine, config.transformation);
    let (Some(writer), Some(resource)) = (&map.writer, resource) else {
        return Ok(results.into());
    };
    let mut arguments = match &writer.arguments {
        Some(arguments) => {
            data::evaluate_template(runtime, state, arguments, "Arguments", input, visit, frame)?
        }
        None => json!({}),
    };
    let bucket = arguments.get("Bucket").cloned().unwrap_or_default();
    let prefix = arguments.get("Prefix").and_then(Json::as_str).unwrap_or_default();
    let key = format!("{prefix}/{id}/manifest.json")
        .trim_start_matches('/')
        .to_owned();
    if let Some(object) = arguments.as_object_mut() {
        let body = if config.lines {
            let mut lines = String::new();
            for result in &results {
                lines.push_str(&result.to_string());
                lines.push('\n');
            }
            Json::from(lines)
        } else {
            Json::from(results)
        };
        object.insert("Key".to_owned(), key.as_str().into());
        object.insert("Body".to_owned(), body);
    }
    let reply = runtime
        .call(TaskCall {
            state: visit.name.to_owned(),
            resource: resource.clone(),
            arguments,
            token: None,
            retries: visit.retries,
            at: runtime.now(),
        })
        .await;
    runtime.sleep(reply.took).await;
    match reply.outcome {
        Ok(_) => Ok(json!({
            "MapRunArn": arn,
            "ResultWriterDetails": { "Bucket": bucket, "Key": key },
        })),
        Err(error) => Err(TaskError::new(ErrorName::RESULT_WRITER_FAILED, error.to_string())),
    }
}

fn config_of(config: Option<&Json>, exports: bool) -> Result<Config, String> {
    let text = |name: &str| config.and_then(|config| config.get(name)).and_then(Json::as_str);
    let transformation = match text("Transformation") {
        None if exports => Transformation::None,
        None | Some("COMPACT") => Transformation::Compact,
        Some("NONE") => Transformation::None,
        Some("FLATTEN") => Transformation::Flatten,
        Some(other) => {
            return Err(format!(
                "unknown `Transformation` `{other}`; use NONE, COMPACT or FLATTEN"
            ));
        }
    };
    let lines = match text("OutputType") {
        None | Some("JSON") => false,
        Some("JSONL") => true,
        Some(other) => return Err(format!("unknown `OutputType` `{other}`; use JSON or JSONL")),
    };
    Ok(Config {
        transformation,
        lines,
    })
}

fn results(
    runtime: &Runtime<'_>,
    children: Vec<Child>,
    machine: &str,
    transformation: Transformation,
) -> Vec<Json> {
    let mut results = Vec::new();
    for (index, child) in children.into_iter().enumerate() {
        match (child.outcome, transformation) {
            (Ok(Json::Array(items)), Transformation::Flatten) => results.extend(items),
            (Ok(output), Transformation::Compact | Transformation::Flatten) => results.push(output),
            // The result of a failed child execution is never transformed.
            (outcome, _) => {
                let child = Child { outcome, ..child };
                results.push(described(runtime, child, machine, index));
            }
        }
    }
    results
}

/// The child execution as `DescribeExecution` returns it.
fn described(runtime: &Runtime<'_>, child: Child, machine: &str, index: usize) -> Json {
    let time = |at| history::timestamp(runtime.settings.start, at);
    let included = json!({ "Included": true });
    let mut described = json!({
        "ExecutionArn": format!("arn:aws:states:us-east-1:123456789012:execution:{machine}:{index}"),
        "Input": child.input.to_string(),
        "InputDetails": included,
        "Name": index.to_string(),
        "RedriveCount": 0,
        "RedriveStatus": "NOT_REDRIVABLE",
        "StartDate": time(child.started),
        "StateMachineArn": format!("arn:aws:states:us-east-1:123456789012:stateMachine:{machine}"),
        "StopDate": time(child.stopped),
    });
    match child.outcome {
        Ok(output) => {
            described["Output"] = output.to_string().into();
            described["OutputDetails"] = included;
            described["Status"] = "SUCCEEDED".into();
        }
        Err(error) => {
            described["Error"] = error.error.as_str().into();
            described["Cause"] = error.cause.into();
            described["Status"] = "FAILED".into();
        }
    }
    described
}
