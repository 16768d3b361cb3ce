//! Reads a definition from JSON into the [model](crate::model), and reports all problems of its fields.
//!
//! After a problem, reading continues with a default value, so one pass finds all problems. `check` then checks whether the
//! states fit together.

mod choice;
mod document;
mod fields;
mod fragments;
mod machine;
mod map;
mod state;

pub use document::parse_json;
pub(crate) use {
    document::without_byte_order_mark,
    machine::{MAX_SECONDS, machine},
};

use infra_gen_cfn::Finding;

use crate::{Syntax, model::Json};

/// Parses a text. Reports each duplicate key, because JSON readers silently keep one of the values. The error is the finding
/// about a text that cannot be read; `None` if that depends on unknown pieces.
pub(crate) fn document(text: &str, syntax: Syntax) -> Result<(Json, Vec<Finding>), Option<Box<Finding>>> {
    document::parse(text, syntax)
}
