//! YAML in and out, as CloudFormation means it: YAML 1.1 scalars, JSON values, and short tags for functions.

mod lenient;
mod read;
mod scalar;
mod tag;
mod write;

pub use write::Tags;
pub(super) use {read::read, write::write};
