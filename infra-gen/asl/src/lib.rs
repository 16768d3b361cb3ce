//! Amazon States Language, the language of AWS Step Functions: build, check, draw and run state machines.
//!
//! - [`Workflow`] builds a state machine from typed states. States that do not fit together do not compile.
//! - [`validate`] parses and checks a definition in JSON, and reports all findings with their locations.
//! - [`StateMachine`] is the result of both. It can be written as JSON and [drawn](StateMachine::diagram).
//! - [`run`] executes a state machine in the process, with Rust functions as tasks and a virtual clock.
//!
//! ```
//! use infra_gen_asl::{Catch, Fail, FunctionRef, Task, Workflow, model::{ErrorName, Retrier}};
//! use infra_gen_cfn::LogicalId;
//!
//! struct Trip;
//! struct Receipt;
//! struct Thanks;
//!
//! let charge: FunctionRef<Trip, Receipt> = FunctionRef::new(LogicalId::new("Charge"), "charge");
//! let thank: FunctionRef<Receipt, Thanks> = FunctionRef::new(LogicalId::new("Thank"), "thank");
//!
//! let workflow: Workflow<Trip, Thanks> = Workflow::define("Charges a trip and sends thanks", |flow| {
//!     let charge = flow.task("Charge", Task {
//!         retry: vec![Retrier::new([ErrorName::TIMEOUT])],
//!         timeout_seconds: Some(30),
//!         ..Task::new(charge.invoke())
//!     });
//!     let thank = flow.task("Thank", Task::new(thank.invoke()));
//!     let refused = flow.fail("Refused", Fail::new("CardRefused", "the card was refused"));
//!
//!     flow.start(charge).then(thank).end();
//!     flow.catch(charge, Catch::new([ErrorName::new("CardRefused")]), refused);
//! })?;
//! assert!(workflow.machine().definition().starts_with(r#"{"Comment":"Charges a trip"#));
//! # Ok::<(), infra_gen_cfn::Findings>(())
//! ```
//!
//! The crate reads no clock, environment, network or random source: the same calls produce the same bytes and the same
//! histories. Workflows need no macros, refer to states by handles instead of names, and collect the permissions of their
//! tasks.

pub mod model;
pub mod run;

mod build;
mod check;
mod diagram;
mod problem;
mod query;
mod read;
mod rules;
mod state_machine;
mod substitution;
mod write;

pub use build::{
    ActivityRef, Branch, Branches, Call, Catch, Chain, ChoiceStep, ErrorOutput, Fail, FailStep, Flow,
    FunctionRef, ItemAction, MachineRef, MailText, Map, Parallel, QueueRef, ResourceUse, Rule, SenderRef,
    Step, SucceedStep, TASK_TOKEN, TableRef, Target, Task, TopicRef, WaitFor, Workflow,
};
pub use infra_gen_cfn::{Finding, Findings};
pub use query::Jsonata;
pub use read::parse_json;
pub use rules::rules;
pub use state_machine::{
    DefinitionContext, StateMachine, Syntax, check_definition, check_definition_in, check_executable,
    validate,
};
pub use substitution::locate;
