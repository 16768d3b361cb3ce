//! Runs a Map state: inline in this execution, or distributed over child executions.

use std::collections::VecDeque;

use serde_json::json;

use crate::{
    model::{Amount, Data, ErrorName, Json, JsonObject, Map, State},
    run::{
        context::{self, Visit},
        data::{self, amount},
        error::TaskError,
        items::{self, Item},
        parallel,
        runtime::Runtime,
        state::{self, BranchFuture, Done, Frame},
        task_runner::TaskCall,
    },
};

pub(super) async fn map<'w>(
    runtime: &'w Runtime<'w>,
    map: &'w Map,
    state: &'w State,
    input: &Json,
    effective: Json,
    visit: &Visit<'w>,
    frame: &mut Frame,
) -> Result<Json, TaskError> {
    let items = items::items(runtime, map, state, input, &effective, visit, frame).await?;
    let distributed = map.processor.mode.is_distributed();
    let limit = limit(runtime, map, state, input, visit, frame)?;
    let (started, succeeded, failed) = if distributed {
        ("MapRunStarted", "MapRunSucceeded", "MapRunFailed")
    } else {
        ("MapStateStarted", "MapStateSucceeded", "MapStateFailed")
    };
    frame.record(runtime, started, json!({ "length": items.len() }));
    let inputs = items::inputs(runtime, map, state, &effective, items, visit, frame)?;
    let tolerance = Tolerance::new(runtime, map, state, input, visit, frame, inputs.len())?;
    let branches: VecDeque<_> = inputs
        .into_iter()
        .enumerate()
        .map(|(index, item)| iteration(runtime, map, visit.name, index, item, frame, distributed))
        .collect();
    let outcome = if distributed {
        run_distributed(branches, limit, tolerance).await
    } else {
        run_inline(branches, limit).await
    };
    match outcome {
        Ok((outputs, last)) => {
            frame.previous = frame.previous.max(last);
            frame.record(runtime, succeeded, json!({}));
            write_results(runtime, map, state, input, outputs, visit, frame).await
        }
        Err(error) => {
            frame.record(
                runtime,
                failed,
                json!({ "error": error.error.as_str(), "cause": error.cause }),
            );
            Err(error)
        }
    }
}

/// Runs the processor for one item.
fn iteration<'w>(
    runtime: &'w Runtime<'w>,
    map: &'w Map,
    name: &'w str,
    index: usize,
    item: Item,
    frame: &Frame,
    distributed: bool,
) -> BranchFuture<'w, Done> {
    let mut inner = frame.clone();
    inner.item = Some(context::item(index, &item.value, item.key.as_deref()));
    if distributed {
        // A child execution does not see variables of its parent.
        inner.variables = JsonObject::new();
        inner.is_child_execution = true;
    }
    Box::pin(async move {
        let details = json!({ "name": name, "index": index });
        inner.record(runtime, "MapIterationStarted", details.clone());
        let outcome = state::scope(runtime, &map.processor.scope, item.input, inner.clone()).await;
        match outcome {
            Ok(done) => {
                inner.previous = inner.previous.max(done.previous);
                inner.record(runtime, "MapIterationSucceeded", details);
                Ok(Done {
                    output: done.output,
                    previous: inner.previous,
                })
            }
            Err(error) => {
                inner.record(runtime, "MapIterationFailed", details);
                Err(error)
            }
        }
    })
}

type Outputs = (Vec<Json>, u64);

async fn run_inline(branches: VecDeque<BranchFuture<'_, Done>>, limit: usize) -> Result<Outputs, TaskError> {
    let mut outputs = vec![Json::Null; branches.len()];
    let mut last = 0;
    parallel::all(branches, limit, |index, outcome| {
        let done = outcome?;
        last = last.max(done.previous);
        outputs[index] = done.output;
        Ok(())
    })
    .await?;
    Ok((outputs, last))
}

/// Child executions that fail are counted and have no output.
async fn run_distributed(
    branches: VecDeque<BranchFuture<'_, Done>>,
    limit: usize,
    tolerance: Tolerance,
) -> Result<Outputs, TaskError> {
    let mut outputs = vec![None; branches.len()];
    let mut failed = 0;
    parallel::all(branches, limit, |index, outcome| match outcome {
        Ok(done) => {
            outputs[index] = Some(done.output);
            Ok(())
        }
        Err(error) => {
            failed += 1;
            tolerance.check(failed, &error)
        }
    })
    .await?;
    Ok((outputs.into_iter().flatten().collect(), 0))
}

/// How many child executions may fail.
struct Tolerance(usize);

impl Tolerance {
    fn new(
        runtime: &Runtime<'_>,
        map: &Map,
        state: &State,
        input: &Json,
        visit: &Visit<'_>,
        frame: &Frame,
        children: usize,
    ) -> Result<Self, TaskError> {
        let count = match &map.tolerated_count {
            Some(count) => Some(amount(
                runtime,
                state,
                count,
                "ToleratedFailureCount",
                input,
                visit,
                frame,
            )?),
            None => None,
        };
        let percentage = match &map.tolerated_percentage {
            Some(Amount::Number(number)) => number.as_f64(),
            Some(percentage) => {
                let whole = amount(
                    runtime,
                    state,
                    percentage,
                    "ToleratedFailurePercentage",
                    input,
                    visit,
                    frame,
                )?;
                u32::try_from(whole).ok().map(f64::from)
            }
            None => None,
        };
        let by_count = count.map(|count| usize::try_from(count).unwrap_or(usize::MAX));
        let by_percentage = percentage.map(|percentage| share(children, percentage));
        // The lower limit counts.
        Ok(Self(match (by_count, by_percentage) {
            (Some(count), Some(percentage)) => count.min(percentage),
            (Some(one), None) | (None, Some(one)) => one,
            (None, None) => 0,
        }))
    }

    fn check(&self, failed: usize, error: &TaskError) -> Result<(), TaskError> {
        if failed <= self.0 {
            return Ok(());
        }
        let cause = format!(
            "{failed} items failed, but only {} are tolerated; last error: {error}",
            self.0
        );
        Err(TaskError::new(
            ErrorName::EXCEED_TOLERATED_FAILURE_THRESHOLD,
            cause,
        ))
    }
}

/// `percentage` of `children`, rounded down.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "a count of items in memory times at most 100"
)]
fn share(children: usize, percentage: f64) -> usize {
    (children as f64 * percentage / 100.0).floor() as usize
}

fn limit(
    runtime: &Runtime<'_>,
    map: &Map,
    state: &State,
    input: &Json,
    visit: &Visit<'_>,
    frame: &Frame,
) -> Result<usize, TaskError> {
    let limit = match &map.max_concurrency {
        Some(limit) => amount(runtime, state, limit, "MaxConcurrency", input, visit, frame)?,
        None => 0,
    };
    Ok(match usize::try_from(limit) {
        Ok(0) | Err(_) => usize::MAX,
        Ok(limit) => limit,
    })
}

/// The result of the state: the outputs, or the location to which they were written.
async fn write_results(
    runtime: &Runtime<'_>,
    map: &Map,
    state: &State,
    input: &Json,
    outputs: Vec<Json>,
    visit: &Visit<'_>,
    frame: &Frame,
) -> Result<Json, TaskError> {
    let outputs = Json::Array(outputs);
    let Some((writer, resource)) = map
        .writer
        .as_ref()
        .and_then(|writer| Some((writer, writer.resource.as_ref()?)))
    else {
        return Ok(outputs);
    };
    let mut arguments = match &writer.arguments {
        Some(arguments) => data::evaluate_template(runtime, state, arguments, input, visit, frame)?,
        None => json!({}),
    };
    let bucket = arguments.get("Bucket").cloned().unwrap_or_default();
    let prefix = arguments.get("Prefix").and_then(Json::as_str).unwrap_or_default();
    let key = format!("{prefix}/{}/manifest.json", visit.name)
        .trim_start_matches('/')
        .to_owned();
    if let Some(object) = arguments.as_object_mut() {
        object.insert("Key".to_owned(), key.as_str().into());
        object.insert("Body".to_owned(), outputs);
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
            "MapRunArn": format!("arn:aws:states:us-east-1:123456789012:mapRun:{}/{}", runtime.settings.machine_name, visit.name),
            "ResultWriterDetails": { "Bucket": bucket, "Key": key },
        })),
        Err(error) => Err(TaskError::new(ErrorName::RESULT_WRITER_FAILED, error.to_string())),
    }
}

/// The former name of `ItemSelector` in JSONPath states.
pub(super) fn selector<'a>(map: &'a Map, state: &'a State) -> Option<&'a Json> {
    match (&map.item_selector, &state.data) {
        (Some(selector), _) => Some(selector),
        (None, Data::JsonPath(data)) => data.parameters.as_ref(),
        (None, Data::Jsonata(_)) => None,
    }
}
