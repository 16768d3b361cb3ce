//! Runs Parallel states, and futures concurrently for Map states, too.

use std::{collections::VecDeque, future::poll_fn, task::Poll};

use serde_json::json;

use crate::{
    model::{Json, Parallel},
    run::{
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
    let branches = parallel.branches.iter();
    let branches: VecDeque<BranchFuture<'w, Done>> = branches
        .map(|branch| state::scope(runtime, &branch.scope, input.clone(), frame.clone()))
        .collect();
    let mut outputs = vec![Json::Null; branches.len()];
    let mut last = frame.previous;
    let outcome = all(branches, usize::MAX, |index, outcome| {
        let done = outcome?;
        last = last.max(done.previous);
        outputs[index] = done.output;
        Ok(())
    });
    match outcome.await {
        Ok(()) => {
            frame.previous = last;
            frame.record(runtime, "ParallelStateSucceeded", json!({}));
            Ok(Json::Array(outputs))
        }
        Err(error) => {
            frame.record(runtime, "ParallelStateFailed", json!({}));
            Err(error)
        }
    }
}

/// Runs `branches`, at most `limit` at the same time, and passes each outcome to `done` with the index of the branch. The
/// first error of `done` ends it and drops the other branches.
pub(super) async fn all<'w, T>(
    branches: VecDeque<BranchFuture<'w, T>>,
    limit: usize,
    mut done: impl FnMut(usize, Result<T, TaskError>) -> Result<(), TaskError>,
) -> Result<(), TaskError> {
    let mut waiting = branches.into_iter().enumerate();
    let mut running: Vec<(usize, BranchFuture<'w, T>)> = Vec::new();
    poll_fn(move |context| {
        let mut at = 0;
        loop {
            if running.len() < limit {
                running.extend(waiting.by_ref().take(limit - running.len()));
            }
            let Some((index, branch)) = running.get_mut(at) else {
                break;
            };
            match branch.as_mut().poll(context) {
                Poll::Pending => at += 1,
                Poll::Ready(outcome) => {
                    let index = *index;
                    // The next waiting branch is appended, and polled in this turn.
                    drop(running.remove(at));
                    if let Err(error) = done(index, outcome) {
                        running.clear();
                        return Poll::Ready(Err(error));
                    }
                }
            }
        }
        if running.is_empty() {
            Poll::Ready(Ok(()))
        } else {
            Poll::Pending
        }
    })
    .await
}
