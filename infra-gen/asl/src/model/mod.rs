//! The language as data: plain structs with the fields of the specification, for both query languages.
//!
//! A [`Machine`] is a definition as written, valid or not; a [`crate::StateMachine`] passed every check. Exclusive choices
//! are enums (`Next` or `End`, `Seconds` or `SecondsPath`), so most contradictions cannot be expressed. Expressions and
//! paths are kept as text, so that a definition is written as it was read; the checks parse them.
//!
//! <https://states-language.net/spec.html>

mod choice;
mod data;
mod error;
mod machine;
mod map;
mod state;

pub use choice::{Choice, Comparator, Comparison, OperandType, Relation, Rule, Test, TypeTest};
pub use data::{Data, JsonataData, Nullable, PathData, QueryLanguage};
pub use error::{Catcher, ErrorName, Jitter, Recovery, Retrier};
pub use machine::{Branch, Machine, Scope};
pub use map::{ExecutionType, ItemBatcher, ItemReader, Map, Processor, ProcessorMode, ResultWriter};
pub use state::{Amount, Fail, Kind, Parallel, Pass, State, Task, Text, Transition, Wait};

/// A JSON document or fragment.
pub type Json = serde_json::Value;
/// A JSON object that keeps the order of its fields.
pub type JsonObject = serde_json::Map<String, Json>;
