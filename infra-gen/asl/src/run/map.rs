//! Runs a Map state: inline in this execution, or distributed over child executions.

use std::{collections::VecDeque, rc::Rc};

use serde_json::json;

use crate::{
    model::{Amount, Data, ErrorName, ExecutionType, Json, Map, ProcessorMode, State},
    run::{
        branch::Branch,
        concurrent::{self, Failed},
        context::{self, Visit},
        data::{amount, amount_value},
        error::TaskError,
        history,
        inspection::Inspection,
        items::{self, Item},
        reader::Reader,
        runtime::Runtime,
        state::{self, BranchFuture, ChildExecution, Done, Frame},
        writer::{self, Child, MapRun},
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
    let reader = match &map.reader {
        Some(reader) => Some(Reader::new(runtime, reader, state, input, visit, frame)?),
        None => None,
    };
    let items = match &reader {
        Some(_) => Vec::new(),
        None => items::items(runtime, map, state, input, &effective, visit, frame)?,
    };
    let limit = limit(runtime, map, state, input, visit, frame)?;
    if let Some(inspection) = &runtime.inspection {
        if map.items_path.is_some() {
            let values: Json = items.iter().map(|item| item.value.clone()).collect();
            inspection.note("afterItemsPath", &values);
        }
        let shown = if limit == usize::MAX { 0 } else { limit };
        inspection.note_field("maxConcurrency", shown.into());
    }
    let limit = concurrency(map, limit);
    frame.record(runtime, "MapStateStarted", json!({ "length": items.len() }));
    let result = if let ProcessorMode::Distributed(execution_type) = map.processor.mode {
        let tolerance = Tolerance::new(runtime, map, state, input, visit, frame)?;
        if let Some(inspection) = &runtime.inspection {
            tolerance.note(inspection);
        }
        let mut run = MapRun::new(runtime, map);
        frame.record(runtime, "MapRunStarted", json!({ "mapRunArn": run.arn }));
        let outcome = async {
            let items = match &reader {
                Some(reader) => reader.read().await?.into_iter().map(Item::new).collect(),
                None => items,
            };
            let inputs = items::inputs(runtime, map, state, &effective, items, visit, frame)?;
            let tolerated = tolerance.of(inputs.len());
            run.children = run_distributed(runtime, map, execution_type, inputs, limit, tolerated).await?;
            writer::write(runtime, map, run, state, input, visit, frame).await
        };
        match outcome.await {
            Ok(result) => {
                frame.record(runtime, "MapRunSucceeded", json!({}));
                result
            }
            Err(error) => {
                if error.error != ErrorName::RUNTIME {
                    frame.record(runtime, "MapRunFailed", history::failure(&error));
                }
                return Err(error);
            }
        }
    } else {
        let inputs = items::inputs(runtime, map, state, &effective, items, visit, frame)?;
        Json::from(run_inline(runtime, map, visit.name, inputs, limit, frame).await?)
    };
    frame.record(runtime, "MapStateSucceeded", json!({}));
    Ok(result)
}

async fn run_inline<'w>(
    runtime: &'w Runtime<'w>,
    map: &'w Map,
    name: &'w str,
    inputs: Vec<Item>,
    limit: usize,
    frame: &mut Frame,
) -> Result<Vec<Json>, TaskError> {
    let details = |index: usize| json!({ "name": name, "index": index });
    let running = frame.branch.split(inputs.len());
    let branches: VecDeque<BranchFuture<'w, Done>> = inputs
        .into_iter()
        .zip(&running)
        .enumerate()
        .map(|(index, (item, branch))| -> BranchFuture<'w, Done> {
            let mut inner = Frame {
                branch: Rc::clone(branch),
                item: Some(context::item(index, &item.value, item.key.as_deref())),
                ..frame.clone()
            };
            Box::pin(async move {
                inner.previous = inner.branch.started.get();
                state::scope(runtime, &map.processor.scope, item.input, inner).await
            })
        })
        .collect();
    // Events of the iterations themselves follow from the Map state or from the last state of the iteration.
    let record = |previous: u64, branch: &Rc<Branch>, event: &str, index: usize| {
        let mut inner = Frame {
            previous,
            branch: Rc::clone(branch),
            ..frame.clone()
        };
        inner.record(runtime, event, details(index));
        inner.previous
    };
    let mut outputs = vec![Json::Null; branches.len()];
    let mut last = frame.previous;
    let started = |index: usize| {
        let id = record(frame.previous, &running[index], "MapIterationStarted", index);
        running[index].started.set(id);
        running[index].runs.set(true);
    };
    let outcome = concurrent::all(branches, limit, started, |index, outcome| {
        let done = outcome?;
        running[index].runs.set(false);
        last = last.max(record(
            done.previous,
            &running[index],
            "MapIterationSucceeded",
            index,
        ));
        outputs[index] = done.output;
        Ok(())
    })
    .await;
    let Err(Failed { index, error }) = outcome else {
        frame.branch.split(0);
        frame.previous = last;
        return Ok(outputs);
    };
    // `States.Runtime` ends the execution without further events.
    if error.error != ErrorName::RUNTIME {
        let cause = running[index].last.get();
        record(cause, &running[index], "MapIterationFailed", index);
        running[index].runs.set(false);
        frame.previous = cause;
        running[index].abort(runtime, frame);
        for (index, branch) in running.iter().enumerate().filter(|(_, branch)| branch.runs.get()) {
            frame
                .clone()
                .record(runtime, "MapIterationAborted", details(index));
            branch.abort(runtime, frame);
        }
    }
    Err(error)
}

/// Runs the processor for each input in a child execution, until more of them failed than tolerated.
async fn run_distributed<'w>(
    runtime: &'w Runtime<'w>,
    map: &'w Map,
    execution_type: ExecutionType,
    inputs: Vec<Item>,
    limit: usize,
    tolerated: usize,
) -> Result<Vec<Child>, TaskError> {
    let count = inputs.len();
    let branches: VecDeque<BranchFuture<'w, Child>> = inputs
        .into_iter()
        .enumerate()
        .map(|(index, item)| -> BranchFuture<'w, Child> {
            Box::pin(async move {
                let started = runtime.now();
                let child = Rc::new(ChildExecution::new(execution_type, item.input.clone(), started));
                let inner = Frame {
                    item: Some(context::item(index, &item.value, item.key.as_deref())),
                    child: Some(Rc::clone(&child)),
                    // A child execution does not see variables of its parent.
                    ..Frame::default()
                };
                let outcome = state::scope(runtime, &map.processor.scope, item.input.clone(), inner).await;
                Ok(Child {
                    input: item.input,
                    outcome: outcome.and_then(|done| child.expect_time(runtime).map(|()| done.output)),
                    started,
                    stopped: runtime.now(),
                })
            })
        })
        .collect();
    let mut children: Vec<Option<Child>> = (0..count).map(|_| None).collect();
    let mut failed = 0;
    let outcome = concurrent::all(
        branches,
        limit,
        |_| {},
        |index, child| {
            let child = child?;
            if let Err(error) = &child.outcome {
                failed += 1;
                expect_tolerated(failed, tolerated, error)?;
            }
            children[index] = Some(child);
            Ok(())
        },
    )
    .await;
    outcome.map_err(|failed| failed.error)?;
    Ok(children.into_iter().flatten().collect())
}

fn expect_tolerated(failed: usize, tolerated: usize, error: &TaskError) -> Result<(), TaskError> {
    if failed <= tolerated {
        return Ok(());
    }
    let cause = format!("failed child executions: {failed}; tolerated: {tolerated}; last error: {error}");
    Err(TaskError::new(
        ErrorName::EXCEED_TOLERATED_FAILURE_THRESHOLD,
        cause,
    ))
}

/// How many child executions may fail.
struct Tolerance {
    count: Option<u64>,
    percentage: Option<f64>,
}

impl Tolerance {
    fn new(
        runtime: &Runtime<'_>,
        map: &Map,
        state: &State,
        input: &Json,
        visit: &Visit<'_>,
        frame: &Frame,
    ) -> Result<Self, TaskError> {
        let value = |limit: &Amount, name| amount(runtime, state, limit, name, input, visit, frame);
        let count = map.tolerated_count.as_ref();
        let count = count
            .map(|count| value(count, "ToleratedFailureCount"))
            .transpose()?;
        let percentage = match &map.tolerated_percentage {
            Some(Amount::Number(number)) => number.as_f64(),
            Some(percentage) => {
                const NAME: &str = "ToleratedFailurePercentage";
                let value = amount_value(runtime, state, percentage, NAME, input, visit, frame)?;
                let number = match (&value, percentage) {
                    (Json::String(text), Amount::Path(_)) => text.parse().ok(),
                    (other, _) => other.as_f64(),
                };
                let within = number.filter(|number| (0.0..=100.0).contains(number));
                Some(within.ok_or_else(|| {
                    let cause = format!("`{NAME}` must be a number from 0 to 100, not `{value}`");
                    match percentage {
                        Amount::Expression(_) => TaskError::query(cause).in_field(NAME),
                        Amount::Number(_) | Amount::Path(_) => TaskError::runtime(cause),
                    }
                })?)
            }
            None => None,
        };
        Ok(Self { count, percentage })
    }

    fn note(&self, inspection: &Inspection) {
        if let Some(count) = self.count {
            inspection.note_field("toleratedFailureCount", count.into());
        }
        if let Some(percentage) = self.percentage {
            inspection.note_field("toleratedFailurePercentage", percentage.into());
        }
    }

    /// How many of so many children may fail. The lower limit counts.
    fn of(&self, children: usize) -> usize {
        let by_count = self
            .count
            .map(|count| usize::try_from(count).unwrap_or(usize::MAX));
        let by_percentage = self.percentage.map(|percentage| share(children, percentage));
        match (by_count, by_percentage) {
            (Some(count), Some(percentage)) => count.min(percentage),
            (Some(one), None) | (None, Some(one)) => one,
            (None, None) => 0,
        }
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

/// How many iterations of an inline Map state run at the same time. AWS documents no larger number.
/// <https://docs.aws.amazon.com/step-functions/latest/dg/state-map-inline.html>
const INLINE_CONCURRENCY: usize = 40;
/// How many child executions of a distributed Map state run at the same time.
/// <https://docs.aws.amazon.com/step-functions/latest/dg/state-map-distributed.html>
const DISTRIBUTED_CONCURRENCY: usize = 10_000;

/// How many iterations run at the same time: `MaxConcurrency`, or as many as the service allows.
fn concurrency(map: &Map, limit: usize) -> usize {
    let of_service = match map.processor.mode {
        ProcessorMode::Distributed(_) => DISTRIBUTED_CONCURRENCY,
        _ => INLINE_CONCURRENCY,
    };
    limit.min(of_service)
}

/// `MaxConcurrency`; the highest number if there is no limit.
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

/// The former name of `ItemSelector` in JSONPath states.
pub(super) fn selector<'a>(map: &'a Map, state: &'a State) -> Option<&'a Json> {
    match (&map.item_selector, &state.data) {
        (Some(selector), _) => Some(selector),
        (None, Data::JsonPath(data)) => data.parameters.as_ref(),
        (None, Data::Jsonata(_)) => None,
    }
}
