//! The payloads of the workflows and the error names of their tasks.
//!
//! The handlers read and write these types, and the state machines are typed by them. How a state machine makes a task's
//! input from an execution's input is defined there.
//!
//! Readers are tolerant: they ignore unknown fields, and do without fields that were added later. During a deployment, and in
//! executions that started before it, a function meets payloads of another version. `tests/compatibility` checks
//! both directions.

pub mod generate_report;

mod new_order;
mod task_error;

pub use new_order::{
    AgreedPrice, AgreedPrices, NewOrderExecution, NewOrderTask, OrderRequest, OrderTaskOutput, RequestedLine,
    UpdateInventoryTask,
};
pub use task_error::TaskErrorName;
