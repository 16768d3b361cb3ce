//! The running states below a Parallel or Map state. If one branch fails, the events tell which states were aborted.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use serde_json::json;

use crate::run::{runtime::Runtime, state::Frame};

/// A branch of a Parallel state, an iteration of a Map state, or the whole execution.
#[derive(Debug, Default)]
pub(super) struct Branch {
    /// The type of the running state. A Fail state is never aborted.
    pub(super) state: Cell<Option<&'static str>>,
    /// The ID of the event that started the iteration.
    pub(super) started: Cell<u64>,
    /// Whether the iteration runs.
    pub(super) runs: Cell<bool>,
    /// The ID of its last event.
    pub(super) last: Cell<u64>,
    /// The branches of the running state.
    inner: RefCell<Vec<Rc<Branch>>>,
}

impl Branch {
    /// `count` branches of the running state, in place of former ones.
    pub(super) fn split(&self, count: usize) -> Vec<Rc<Self>> {
        let inner: Vec<_> = (0..count).map(|_| Rc::default()).collect();
        self.inner.borrow_mut().clone_from(&inner);
        inner
    }

    /// Records that the running states were aborted, the innermost first.
    pub(super) fn abort(&self, runtime: &Runtime<'_>, frame: &Frame) {
        for inner in self.inner.take() {
            inner.abort(runtime, frame);
        }
        if let Some(state) = self.state.take() {
            frame
                .clone()
                .record(runtime, &format!("{state}StateAborted"), json!({}));
        }
    }
}
