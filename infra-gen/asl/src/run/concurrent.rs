//! Runs futures at the same time, up to a limit: the branches of a Parallel state, and the iterations of a Map state.

use std::{
    collections::{BTreeMap, BTreeSet, VecDeque},
    future::poll_fn,
    sync::{Arc, Mutex, PoisonError},
    task::{Context, Poll, Wake, Waker},
};

use crate::run::{error::TaskError, state::BranchFuture};

/// The first branch that failed.
pub(super) struct Failed {
    pub(super) index: usize,
    pub(super) error: TaskError,
}

/// Runs `branches`, at most `limit` at the same time. Calls `started` when a branch gets its turn, and passes each outcome to
/// `done`, both with the index of the branch. After the first error of `done`, the other branches that were woken are polled
/// once more, because they can act at the same time, and then all are dropped.
pub(super) async fn all<'w, T>(
    branches: VecDeque<BranchFuture<'w, T>>,
    limit: usize,
    mut started: impl FnMut(usize),
    mut done: impl FnMut(usize, Result<T, TaskError>) -> Result<(), TaskError>,
) -> Result<(), Failed> {
    let mut waiting = branches.into_iter().enumerate();
    let mut running: BTreeMap<usize, Running<'w, T>> = BTreeMap::new();
    let woken = Arc::new(Woken::default());
    poll_fn(move |context| {
        woken.lock().parent = Some(context.waker().clone());
        let mut failed: Option<Failed> = None;
        loop {
            while failed.is_none() && running.len() < limit {
                let Some((index, branch)) = waiting.next() else {
                    break;
                };
                started(index);
                let waker = Waker::from(Arc::new(BranchWaker {
                    index,
                    woken: Arc::clone(&woken),
                }));
                woken.lock().branches.insert(index);
                running.insert(index, Running { branch, waker });
            }
            // A branch that starts in this turn has the highest index, and is polled in it.
            let Some(index) = woken.lock().branches.pop_first() else {
                break;
            };
            let Some(Running { branch, waker }) = running.get_mut(&index) else {
                continue;
            };
            if let Poll::Ready(outcome) = branch.as_mut().poll(&mut Context::from_waker(waker)) {
                running.remove(&index);
                if failed.is_none()
                    && let Err(error) = done(index, outcome)
                {
                    failed = Some(Failed { index, error });
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

struct Running<'w, T> {
    branch: BranchFuture<'w, T>,
    waker: Waker,
}

/// The branches to poll in the next turn.
#[derive(Default)]
struct Woken(Mutex<Turn>);

#[derive(Default)]
struct Turn {
    branches: BTreeSet<usize>,
    /// The branch that contains the state.
    parent: Option<Waker>,
}

impl Woken {
    fn lock(&self) -> std::sync::MutexGuard<'_, Turn> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

struct BranchWaker {
    index: usize,
    woken: Arc<Woken>,
}

impl Wake for BranchWaker {
    fn wake(self: Arc<Self>) {
        let mut turn = self.woken.lock();
        turn.branches.insert(self.index);
        let parent = turn.parent.clone();
        drop(turn);
        if let Some(parent) = parent {
            parent.wake();
        }
    }
}
