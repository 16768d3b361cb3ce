//! Runs branches at the same time, and everything else that runs several at once.

use std::{collections::VecDeque, future::poll_fn, task::Poll};

use serde_json::json;

use crate::{
    model::{Json, Parallel},
    run::{
        failure::TaskError,
        state::{self, Done, Frame, Running},
        world::World,
    },
};

pub(super) async fn parallel<'w>(
    world: &'w World<'w>,
    parallel: &'w Parallel,
    input: &Json,
    frame: &mut Frame,
) -> Result<Json, TaskError> {
    frame.record(world, "ParallelStateStarted", json!({}));
    let branches = parallel.branches.iter();
    let branches: VecDeque<Running<'w, Done>> = branches
        .map(|branch| state::scope(world, &branch.scope, input.clone(), frame.clone()))
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
            frame.record(world, "ParallelStateSucceeded", json!({}));
            Ok(Json::Array(outputs))
        }
        Err(error) => {
            frame.record(world, "ParallelStateFailed", json!({}));
            Err(error)
        }
    }
}

/// Runs `branches`, at most `limit` at the same time, and hands each outcome to `done` with the branch's number. The first
/// error that `done` gives back ends it: the branches still under way are dropped where they stand.
pub(super) async fn all<'w, T>(
    branches: VecDeque<Running<'w, T>>,
    limit: usize,
    mut done: impl FnMut(usize, Result<T, TaskError>) -> Result<(), TaskError>,
) -> Result<(), TaskError> {
    let mut waiting = branches.into_iter().enumerate();
    let mut running: Vec<(usize, Running<'w, T>)> = Vec::new();
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
                    // The next one begins at the end, and is polled before this turn is over.
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
