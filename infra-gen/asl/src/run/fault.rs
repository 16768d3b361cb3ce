//! Fault injection at task calls, for tests that a step that runs twice, loses its reply or is killed leads to the same
//! end state.

use crate::run::{error::TaskError, task_runner::TaskCall};

/// A fault of one task call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// The call fails before the task runs.
    FailBefore(TaskError),
    /// The task runs, but its reply is lost: the call fails.
    FailAfter(TaskError),
    /// The task runs twice; the second reply counts. Step Functions and Lambda guarantee "at least once" only.
    RunTwice,
    /// The execution stops before the task runs.
    StopBefore,
    /// The execution stops after the task ran, before its reply arrives.
    StopAfter,
}

/// Decides which calls have faults.
pub trait Faults {
    /// The fault of `call`, which is number `index` of the execution, from 0.
    fn fault(&self, index: usize, call: &TaskCall) -> Option<Fault>;
}

impl<F: Fn(usize, &TaskCall) -> Option<Fault>> Faults for F {
    fn fault(&self, index: usize, call: &TaskCall) -> Option<Fault> {
        self(index, call)
    }
}

/// No faults.
#[derive(Debug, Clone, Copy, Default)]
pub struct NoFaults;

impl Faults for NoFaults {
    fn fault(&self, _: usize, _: &TaskCall) -> Option<Fault> {
        None
    }
}
