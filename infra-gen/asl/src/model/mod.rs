//! The language as data: plain structs, one field a field of the specification, for both query languages.
//!
//! A [`Machine`] says what was written, right or wrong; [`crate::StateMachine`] is one that passed every check. What
//! excludes each other is an enum here (`Next` or `End`, `Seconds` or `SecondsPath`), so most contradictions cannot be
//! said. Expressions and paths are kept as text, so that writing gives back what was read; whether they are well-formed
//! is judged with everything else.
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
/// A JSON object, in the order it was written.
pub type JsonObject = serde_json::Map<String, Json>;
