//! Runs Parallel states, and futures concurrently for Map states, too.

use std::{collections::VecDeque, future::poll_fn, task::Poll};

use serde_json::json;

use crate::{
    model::{ErrorName, Json, Parallel},
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
    let outcome = all(
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

/// The first branch that failed.
pub(super) struct Failed {
    pub(super) index: usize,
    pub(super) error: TaskError,
}

/// Runs `branches`, at most `limit` at the same time. Calls `started` when a branch gets its turn, and passes each outcome to
/// `done`, both with the index of the branch. After the first error of `done`, the other running branches are polled once
/// more, because they can act at the same time, and then dropped.
pub(super) async fn all<'w, T>(
    branches: VecDeque<BranchFuture<'w, T>>,
    limit: usize,
    mut started: impl FnMut(usize),
    mut done: impl FnMut(usize, Result<T, TaskError>) -> Result<(), TaskError>,
) -> Result<(), Failed> {
    let mut waiting = branches.into_iter().enumerate();
    let mut running: Vec<(usize, BranchFuture<'w, T>)> = Vec::new();
    poll_fn(move |context| {
        let mut failed: Option<Failed> = None;
        let mut at = 0;
        loop {
            while failed.is_none() && running.len() < limit {
                let Some((index, branch)) = waiting.next() else {
                    break;
                };
                started(index);
                running.push((index, branch));
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
                    if failed.is_none()
                        && let Err(error) = done(index, outcome)
                    {
                        failed = Some(Failed { index, error });
                    }
                }
            }
        }
        if let Some(failed) = failed {
            running.clear();
            return Poll::Ready(Err(failed));
        }
        if running.is_empty() {
            Poll::Ready(Ok(()))
        } else {
            Poll::Pending
        }
    })
    .await
}
