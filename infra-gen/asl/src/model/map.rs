//! The Map state, with item readers, batchers and result writers.

use crate::model::{Amount, Json, Recovery, Scope, Transition};

/// Runs its processor once per item. The result is the array of outputs.
#[derive(Debug, Clone, PartialEq)]
pub struct Map {
    /// JSONPath: the path of the items in the input.
    pub items_path: Option<String>,
    /// JSONata: the items, or an expression for them.
    pub items: Option<Json>,
    /// A template for the input of the processor; default: the item.
    pub item_selector: Option<Json>,
    /// Distributed: reads the items from a service.
    pub reader: Option<ItemReader>,
    /// Distributed: passes several items at once to the processor.
    pub batcher: Option<ItemBatcher>,
    /// Distributed: writes the results to a service.
    pub writer: Option<ResultWriter>,
    /// The states that run for each item.
    pub processor: Processor,
    /// How many items run at the same time; 0 means no limit.
    pub max_concurrency: Option<Amount>,
    /// The percentage of items that may fail.
    pub tolerated_percentage: Option<Amount>,
    /// The number of items that may fail.
    pub tolerated_count: Option<Amount>,
    /// Distributed: the prefix of the map run's name.
    pub label: Option<String>,
    /// Error handling.
    pub recovery: Recovery,
    /// The transition to the next state.
    pub transition: Transition,
}

/// The states that run for each item.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Processor {
    /// A comment.
    pub comment: Option<String>,
    /// Whether it is in the field `Iterator`, the former name of `ItemProcessor`.
    pub is_iterator: bool,
    /// Its mode.
    pub mode: ProcessorMode,
    /// Its states.
    pub scope: Scope,
}

impl Processor {
    /// The field of the Map state that holds the processor.
    pub fn field_name(&self) -> &'static str {
        if self.is_iterator {
            "Iterator"
        } else {
            "ItemProcessor"
        }
    }
}

/// Where a processor runs.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum ProcessorMode {
    /// In the same execution; `ProcessorConfig` is absent.
    #[default]
    Inline,
    /// In the same execution; `ProcessorConfig` says so.
    InlineDeclared,
    /// Each item or batch in a child execution.
    Distributed(ExecutionType),
}

impl ProcessorMode {
    /// Whether items run in child executions.
    pub fn is_distributed(self) -> bool {
        matches!(self, Self::Distributed(_))
    }
}

/// The type of a state machine, or of the child executions of a distributed Map state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExecutionType {
    /// `"STANDARD"`: at most one year and 25,000 events.
    Standard,
    /// `"EXPRESS"`: at most five minutes, and no task that waits for a job or a token.
    Express,
}

/// Reads the items from a service.
#[derive(Debug, Clone, PartialEq)]
pub struct ItemReader {
    /// The ARN of the call, `arn:aws:states:::s3:getObject`.
    pub resource: String,
    /// `ReaderConfig`: the format of the data.
    pub config: Option<Json>,
    /// `Parameters` or `Arguments`, depending on the query language.
    pub arguments: Option<Json>,
}

/// Passes several items at once to the processor.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ItemBatcher {
    /// The maximum number of items.
    pub max_items: Option<Amount>,
    /// The maximum number of bytes.
    pub max_bytes: Option<Amount>,
    /// Input that is added to every batch.
    pub input: Option<Json>,
}

/// Writes the results to a service.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ResultWriter {
    /// The ARN of the call, `arn:aws:states:::s3:putObject`; absent if only `WriterConfig` is set.
    pub resource: Option<String>,
    /// `WriterConfig`: the format of the results.
    pub config: Option<Json>,
    /// `Parameters` or `Arguments`, depending on the query language.
    pub arguments: Option<Json>,
}
