//! Faults at the boundaries of a task, for tests of what a workflow promises: that a step run twice, lost or killed
//! leaves the same end state.

use crate::run::{failure::TaskError, tasks::TaskCall};

/// What goes wrong with one call of a task.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// The call fails before it reaches anyone.
    Before(TaskError),
    /// The work is done and its answer lost: the task fails all the same.
    After(TaskError),
    /// The work is done twice; the second answer counts. Step Functions and Lambda promise "at least once", no more.
    Twice,
    /// The execution is stopped before the call is made.
    StopBefore,
    /// The execution is stopped when the work is done, before its answer is known.
    StopAfter,
}

/// Decides what goes wrong.
pub trait Faults {
    /// What goes wrong with `call`, the `index`-th of the execution from 0; `None` for nothing.
    fn fault(&self, index: usize, call: &TaskCall) -> Option<Fault>;
}

impl<F: Fn(usize, &TaskCall) -> Option<Fault>> Faults for F {
    fn fault(&self, index: usize, call: &TaskCall) -> Option<Fault> {
        self(index, call)
    }
}

/// Nothing goes wrong.
#[derive(Debug, Clone, Copy, Default)]
pub struct NoFaults;

impl Faults for NoFaults {
    fn fault(&self, _: usize, _: &TaskCall) -> Option<Fault> {
        None
    }
}
