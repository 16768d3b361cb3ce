//! Reads a definition from JSON into the [model](crate::model), and reports all problems of its fields.
//!
//! After a problem, reading continues with a default value, so one pass finds all problems. `check` then checks whether the
//! states fit together.

mod choice;
mod document;
mod fields;
mod machine;
mod map;
mod state;

pub(crate) use machine::{MAX_SECONDS, machine};

use infra_gen_cfn::Finding;

use crate::{Syntax, model::Json};

/// Parses a text. Reports each duplicate key, because JSON readers silently keep one of the values.
pub(crate) fn document(text: &str, syntax: Syntax) -> Result<(Json, Vec<Finding>), Box<Finding>> {
    document::parse(text, syntax)
}
