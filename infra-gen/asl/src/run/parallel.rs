//! Runs Parallel states.

use std::collections::VecDeque;

use serde_json::json;

use crate::{
    model::{ErrorName, Json, Parallel},
    run::{
        concurrent::{self, Failed},
        error::TaskError,
        runtime::Runtime,
        state::{self, BranchFuture, Done, Frame},
    },
};

pub(super) async fn parallel<'w>(
    runtime: &'w Runtime<'w>,
    parallel: &'w Parallel,
    input: &Json,
    frame: &mut Frame,
) -> Result<Json, TaskError> {
    frame.record(runtime, "ParallelStateStarted", json!({}));
    let inner = frame.branch.split(parallel.branches.len());
    let branches = parallel.branches.iter().zip(&inner);
    let branches: VecDeque<BranchFuture<'w, Done>> = branches
        .map(|(branch, running)| {
            let frame = Frame {
                branch: running.clone(),
                ..frame.clone()
            };
            state::scope(runtime, &branch.scope, input.clone(), frame)
        })
        .collect();
    let mut outputs = vec![Json::Null; branches.len()];
    let mut last = frame.previous;
    let outcome = concurrent::all(
        branches,
        usize::MAX,
        |_| {},
        |index, outcome| {
            let done = outcome?;
            last = last.max(done.previous);
            outputs[index] = done.output;
            Ok(())
        },
    );
    match outcome.await {
        Ok(()) => {
            frame.branch.split(0);
            frame.previous = last;
            frame.record(runtime, "ParallelStateSucceeded", json!({}));
            Ok(Json::Array(outputs))
        }
        Err(Failed { index, error }) => {
            // `States.Runtime` ends the execution without further events.
            if error.error != ErrorName::RUNTIME {
                frame.previous = inner[index].last.get().max(frame.previous);
                inner[index].abort(runtime, frame);
                for branch in &inner {
                    branch.abort(runtime, frame);
                }
            }
            Err(error)
        }
    }
}
