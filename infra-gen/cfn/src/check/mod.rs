//! The checks that a template passes before it is written.

mod problem;

pub use problem::{Problem, Problems};

use crate::template::Template;

/// Everything that is wrong with `template`.
pub(crate) fn template(_template: &Template) -> Vec<Problem> {
    Vec::new()
}
