//! The shop's workflows, built with [`infra_gen_asl`]. Their payloads are the types of the contract, which the handlers use,
//! too.
//!
//! A workflow does not know where its functions and tables are: the stack supplies its resources, a test plain names.

pub mod generate_report;
pub mod new_order;

mod transient;
