//! Reads a definition: JSON text into the [model](crate::model), with every complaint about its shape.
//!
//! Reading goes on after a complaint, with the next best thing in place of what was wrong, so that one pass names
//! everything. Whether the states fit together is judged afterwards, in `check`.

mod choice;
mod document;
mod fields;
mod machine;
mod map;
mod state;

pub(crate) use machine::machine;

use crate::{model::Json, problem::Problem};

/// The document of a JSON text, or why it is none; with a complaint for each name that an object has twice, because
/// JSON readers keep one of the two and say nothing.
pub(crate) fn document(text: &str) -> Result<(Json, Vec<Problem>), Problem> {
    document::parse(text)
}
