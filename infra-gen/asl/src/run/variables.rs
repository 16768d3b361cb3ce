//! The limits for the size of variables.
//! <https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html#limits>

use std::{cell::Cell, rc::Rc};

use crate::{
    model::{ErrorName, Json, JsonObject},
    run::{error::TaskError, state::Frame},
};

/// The limit for all variables that one `Assign` sets, and thus for each of them, in bytes.
const MAX_ASSIGNED: usize = 256 * 1024;
/// The limit for all variables of an execution, in bytes.
const MAX_STORED: usize = 10 * 1024 * 1024;

/// The variables of a scope. They count for their execution until the scope ends.
#[derive(Debug)]
pub(super) struct ScopeVariables {
    own: usize,
    of_execution: Rc<Cell<usize>>,
}

impl ScopeVariables {
    pub(super) fn new(frame: &Frame) -> Self {
        Self {
            own: 0,
            of_execution: Rc::clone(&frame.stored),
        }
    }

    /// Sets variables of `frame`.
    pub(super) fn set(&mut self, assigned: JsonObject, frame: &mut Frame) {
        let added = size(assigned.values());
        let replaced = replaced(&assigned, frame);
        self.own = (self.own + added).saturating_sub(replaced);
        let stored = (self.of_execution.get() + added).saturating_sub(replaced);
        self.of_execution.set(stored);
        frame.variables.extend(assigned);
    }
}

impl Drop for ScopeVariables {
    fn drop(&mut self) {
        let stored = self.of_execution.get().saturating_sub(self.own);
        self.of_execution.set(stored);
    }
}

/// Fails if these variables are too large for an `Assign` field or for the execution.
pub(super) fn expect_small(assigned: &JsonObject, frame: &Frame) -> Result<(), TaskError> {
    let fail =
        |cause: String| Err(TaskError::of_state(ErrorName::DATA_LIMIT_EXCEEDED, cause).in_field("Assign"));
    let added = size(assigned.values());
    if added > MAX_ASSIGNED {
        return fail(format!(
            "`Assign` sets variables of {added} bytes; the limit is {MAX_ASSIGNED}"
        ));
    }
    let stored = (frame.stored.get() + added).saturating_sub(replaced(assigned, frame));
    if stored > MAX_STORED {
        return fail(format!(
            "the variables of the execution would have {stored} bytes; the limit is 10 MiB"
        ));
    }
    Ok(())
}

/// The size of the values that `assigned` replaces.
fn replaced(assigned: &JsonObject, frame: &Frame) -> usize {
    size(assigned.keys().filter_map(|name| frame.variables.get(name)))
}

fn size<'a>(values: impl Iterator<Item = &'a Json>) -> usize {
    values.map(|value| value.to_string().len()).sum()
}
