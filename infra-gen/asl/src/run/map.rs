//! Runs a Map state: inline in this execution, or distributed over executions of their own.

use std::collections::VecDeque;

use serde_json::json;

use crate::{
    model::{Amount, Data, ErrorName, Json, JsonObject, Map, State},
    run::{
        context::{self, Visit},
        data::{self, amount},
        failure::TaskError,
        items::{self, Item},
        parallel,
        state::{self, Done, Frame, Running},
        tasks::TaskCall,
        world::World,
    },
};

pub(super) async fn map<'w>(
    world: &'w World<'w>,
    map: &'w Map,
    state: &'w State,
    input: &Json,
    effective: Json,
    visit: &Visit<'w>,
    frame: &mut Frame,
) -> Result<Json, TaskError> {
    let items = items::items(world, map, state, input, &effective, visit, frame).await?;
    let distributed = map.processor.mode.is_distributed();
    let limit = limit(world, map, state, input, visit, frame)?;
    let (started, succeeded, failed) = if distributed {
        ("MapRunStarted", "MapRunSucceeded", "MapRunFailed")
    } else {
        ("MapStateStarted", "MapStateSucceeded", "MapStateFailed")
    };
    frame.record(world, started, json!({ "length": items.len() }));
    let inputs = items::inputs(world, map, state, &effective, items, visit, frame)?;
    let tolerance = Tolerance::of(world, map, state, input, visit, frame, inputs.len())?;
    let branches: VecDeque<_> = inputs
        .into_iter()
        .enumerate()
        .map(|(index, item)| iteration(world, map, visit.name, index, item, frame, distributed))
        .collect();
    let outcome = if distributed {
        run_apart(branches, limit, tolerance).await
    } else {
        run_inline(branches, limit).await
    };
    match outcome {
        Ok((outputs, last)) => {
            frame.previous = frame.previous.max(last);
            frame.record(world, succeeded, json!({}));
            write_results(world, map, state, input, outputs, visit, frame).await
        }
        Err(error) => {
            frame.record(
                world,
                failed,
                json!({ "error": error.error.as_str(), "cause": error.cause }),
            );
            Err(error)
        }
    }
}

/// One item in the processor.
fn iteration<'w>(
    world: &'w World<'w>,
    map: &'w Map,
    name: &'w str,
    index: usize,
    item: Item,
    frame: &Frame,
    distributed: bool,
) -> Running<'w, Done> {
    let mut inner = frame.clone();
    inner.item = Some(context::item(index, &item.value, item.key.as_deref()));
    if distributed {
        // An execution of its own sees no variable of this one.
        inner.variables = JsonObject::new();
        inner.apart = true;
    }
    Box::pin(async move {
        let details = json!({ "name": name, "index": index });
        inner.record(world, "MapIterationStarted", details.clone());
        let outcome = state::scope(world, &map.processor.scope, item.input, inner.clone()).await;
        match outcome {
            Ok(done) => {
                inner.previous = inner.previous.max(done.previous);
                inner.record(world, "MapIterationSucceeded", details);
                Ok(Done {
                    output: done.output,
                    previous: inner.previous,
                })
            }
            Err(error) => {
                inner.record(world, "MapIterationFailed", details);
                Err(error)
            }
        }
    })
}

type Outputs = (Vec<Json>, u64);

async fn run_inline(branches: VecDeque<Running<'_, Done>>, limit: usize) -> Result<Outputs, TaskError> {
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

/// Children that fail are counted, and leave nothing in the output.
async fn run_apart(
    branches: VecDeque<Running<'_, Done>>,
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

/// How many children may fail.
struct Tolerance(usize);

impl Tolerance {
    fn of(
        world: &World<'_>,
        map: &Map,
        state: &State,
        input: &Json,
        visit: &Visit<'_>,
        frame: &Frame,
        children: usize,
    ) -> Result<Self, TaskError> {
        let count = match &map.tolerated_count {
            Some(count) => Some(amount(
                world,
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
                    world,
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
        // Of the two, the one that tolerates less counts.
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
        let cause = format!("{failed} items failed, and {} may; the last with {error}", self.0);
        Err(TaskError::new(
            ErrorName::EXCEED_TOLERATED_FAILURE_THRESHOLD,
            cause,
        ))
    }
}

/// The largest number of `children` that is not more than `percentage` of them.
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
    world: &World<'_>,
    map: &Map,
    state: &State,
    input: &Json,
    visit: &Visit<'_>,
    frame: &Frame,
) -> Result<usize, TaskError> {
    let limit = match &map.max_concurrency {
        Some(limit) => amount(world, state, limit, "MaxConcurrency", input, visit, frame)?,
        None => 0,
    };
    Ok(match usize::try_from(limit) {
        Ok(0) | Err(_) => usize::MAX,
        Ok(limit) => limit,
    })
}

/// The state's result: the outputs, or where they were written.
async fn write_results(
    world: &World<'_>,
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
        Some(arguments) => data::in_language(world, state, arguments, input, visit, frame)?,
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
    let reply = world
        .ask(TaskCall {
            state: visit.name.to_owned(),
            resource: resource.clone(),
            arguments,
            token: None,
            retries: visit.retries,
            at: world.now(),
        })
        .await;
    world.sleep(reply.took).await;
    match reply.outcome {
        Ok(_) => Ok(json!({
            "MapRunArn": format!("arn:aws:states:us-east-1:123456789012:mapRun:{}/{}", world.setting.machine_name, visit.name),
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
