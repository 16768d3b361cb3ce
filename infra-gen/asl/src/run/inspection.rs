//! What a single state does to its data, step by step, as the `TestState` operation shows it.

use std::cell::RefCell;

use crate::model::{Json, JsonObject};

/// How much of the data flow of a single state to report.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum InspectionLevel {
    /// The output.
    #[default]
    Info,
    /// The data after each field, such as `InputPath`.
    Debug,
    /// The request and the response of the task, too.
    Trace,
}

/// The steps of the inspected state.
#[derive(Debug, Default)]
pub(super) struct Inspection(RefCell<JsonObject>);

impl Inspection {
    /// Notes a step. AWS returns payloads as text.
    pub(super) fn note(&self, step: &str, value: &Json) {
        self.0
            .borrow_mut()
            .insert(step.to_owned(), value.to_string().into());
    }

    /// Notes a field that is not a payload.
    pub(super) fn note_field(&self, name: &str, value: Json) {
        self.0.borrow_mut().insert(name.to_owned(), value);
    }

    pub(super) fn take(&self) -> JsonObject {
        self.0.take()
    }
}
