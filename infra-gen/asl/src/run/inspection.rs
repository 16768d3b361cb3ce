//! What a single state does to its data, step by step, as the `TestState` operation shows it.

use std::cell::{Cell, RefCell};

use crate::model::{Json, JsonObject};

/// How much of the data flow of a single state to report.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum InspectionLevel {
    /// The output.
    #[default]
    Info,
    /// The data after each field, such as `InputPath`.
    Debug,
    /// The request and the response of an HTTP task, too.
    Trace,
}

/// The steps of the inspected state.
#[derive(Debug, Default)]
pub(super) struct Inspection {
    steps: RefCell<JsonObject>,
    /// Whether a state inside of the inspected one runs. It is not inspected.
    is_inside: Cell<bool>,
}

impl Inspection {
    /// Notes a step. AWS returns payloads as text.
    pub(super) fn note(&self, step: &str, value: &Json) {
        self.note_field(step, value.to_string().into());
    }

    /// Notes a field that is not a payload.
    pub(super) fn note_field(&self, name: &str, value: Json) {
        if !self.is_inside.get() {
            self.steps.borrow_mut().insert(name.to_owned(), value);
        }
    }

    /// Whether a state inside of the inspected one runs.
    pub(super) fn is_inside(&self) -> bool {
        self.is_inside.get()
    }

    /// Notes whether a state inside of the inspected one runs.
    pub(super) fn set_inside(&self, is_inside: bool) {
        self.is_inside.set(is_inside);
    }

    pub(super) fn take(&self) -> JsonObject {
        self.steps.take()
    }
}
