//! Reads and writes YAML as CloudFormation does: YAML 1.1 scalars, JSON values, and short tags for functions.

mod lenient;
mod read;
mod scalar;
mod tag;
mod write;

pub use write::FunctionSyntax;
pub(super) use {read::read, write::write};
