//! The shop's workflows, written with [`infra_gen_asl`] and typed by the contract that they share with the handlers.
//!
//! Nothing here knows where a function or a table is: the stack binds a workflow to its own resources, a test to plain
//! names.

pub mod generate_report;
pub mod new_order;

mod passing;
