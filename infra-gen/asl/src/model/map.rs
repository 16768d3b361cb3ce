//! The Map state: where its items come from, how they are batched, and where the results go.

use crate::model::{Amount, Json, Recovery, Scope, Transition};

/// Runs its processor once for each item; the result is the list of outputs.
#[derive(Debug, Clone, PartialEq)]
pub struct Map {
    /// JSONPath: where in the input the items are.
    pub items_path: Option<String>,
    /// JSONata: the items, or an expression that gives them.
    pub items: Option<Json>,
    /// What the processor gets in place of the bare item.
    pub item_selector: Option<Json>,
    /// Distributed: reads the items from elsewhere.
    pub reader: Option<ItemReader>,
    /// Distributed: gives the processor several items at once.
    pub batcher: Option<ItemBatcher>,
    /// Distributed: writes the results elsewhere.
    pub writer: Option<ResultWriter>,
    /// What runs for each item.
    pub processor: Processor,
    /// How many items at the same time; 0 is as many as there are.
    pub max_concurrency: Option<Amount>,
    /// Distributed: how many percent of the items may fail.
    pub tolerated_percentage: Option<Amount>,
    /// Distributed: how many items may fail.
    pub tolerated_count: Option<Amount>,
    /// Distributed: the prefix of the map run's name.
    pub label: Option<String>,
    /// What happens when it fails.
    pub recovery: Recovery,
    /// Where it goes on.
    pub transition: Transition,
}

/// What runs for each item.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Processor {
    /// What it is for.
    pub comment: Option<String>,
    /// Where it runs.
    pub mode: ProcessorMode,
    /// Its states.
    pub scope: Scope,
}

/// Where a processor runs.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum ProcessorMode {
    /// In the execution itself, by default.
    #[default]
    Inline,
    /// In the execution itself, and the definition says so.
    InlineDeclared,
    /// In the execution itself, in the field that was called `Iterator` once.
    Iterator,
    /// Each item or batch in an execution of its own.
    Distributed(ExecutionType),
}

impl ProcessorMode {
    /// Whether items run in executions of their own.
    pub fn is_distributed(self) -> bool {
        matches!(self, Self::Distributed(_))
    }
}

/// What kind of executions a distributed Map state starts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExecutionType {
    /// `"STANDARD"`
    Standard,
    /// `"EXPRESS"`
    Express,
}

/// Reads the items from elsewhere.
#[derive(Debug, Clone, PartialEq)]
pub struct ItemReader {
    /// What is asked, `arn:aws:states:::s3:getObject`.
    pub resource: String,
    /// How to understand what is read, `ReaderConfig`.
    pub config: Option<Json>,
    /// `Parameters` or `Arguments`, by the query language.
    pub arguments: Option<Json>,
}

/// Gives the processor several items at once.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ItemBatcher {
    /// How many at most.
    pub max_items: Option<Amount>,
    /// How many bytes at most.
    pub max_bytes: Option<Amount>,
    /// What goes along with every batch.
    pub input: Option<Json>,
}

/// Writes the results elsewhere.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ResultWriter {
    /// What is asked, `arn:aws:states:::s3:putObject`; absent when only `WriterConfig` matters.
    pub resource: Option<String>,
    /// How to write, `WriterConfig`.
    pub config: Option<Json>,
    /// `Parameters` or `Arguments`, by the query language.
    pub arguments: Option<Json>,
}
