//! The languages within the language: JSONata expressions, JSONPath paths and intrinsic functions, parsed once so that
//! the validator and the interpreter cannot disagree about what is well-formed.

mod excerpt;
mod intrinsic;
mod jsonata;
mod path;
mod timestamp;

pub use jsonata::Jsonata;

pub(crate) use excerpt::excerpt;
pub(crate) use intrinsic::{Argument, Function, Intrinsic};
pub(crate) use jsonata::{Delimited, delimited, find_problem};
pub(crate) use path::{JsonPath, Root, Segment};
pub(crate) use timestamp::timestamp;
