//! Amazon States Language: workflows written in Rust, and definitions read, judged, drawn and run.
//!
//! A [`Workflow`] is declared as typed states and the ways between them; what does not fit does not compile, and what
//! leads nowhere is refused by name. [`validate`] judges a definition that comes as JSON. Both give a
//! [`StateMachine`], which can be written, [drawn](StateMachine::diagram) and [run] with a virtual clock.
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
//! let workflow: Workflow<Trip, Thanks> = Workflow::define("Charges a trip and says thanks", |flow| {
//!     let charge = flow.task("Charge", Task {
//!         retry: vec![Retrier::of([ErrorName::TIMEOUT])],
//!         timeout_seconds: Some(30),
//!         ..Task::of(charge.invoke())
//!     });
//!     let thank = flow.task("Thank", Task::of(thank.invoke()));
//!     let refused = flow.fail("Refused", Fail::of("CardRefused", "the card was refused"));
//!
//!     flow.start(charge).then(thank).end();
//!     flow.catch(charge, Catch::of([ErrorName::new("CardRefused")]), refused);
//! })?;
//! assert!(workflow.machine().definition().starts_with(r#"{"Comment":"Charges a trip"#));
//! # Ok::<(), infra_gen_asl::Problems>(())
//! ```
//!
//! Nothing here reads the clock, the environment, the network or a random source: the same calls give the same bytes and
//! the same histories. There is no macro to write workflows with, no state named by a string anywhere but where it is
//! declared, and no permission typed by hand.

pub mod model;
pub mod run;

mod build;
mod check;
mod diagram;
mod problem;
mod query;
mod read;
mod state_machine;
mod write;

pub use build::{
    ActivityRef, Branch, Branches, Call, Catch, Ending, ErrorOutput, Fail, Failure, Flow, Fork, FunctionRef,
    ItemAction, MachineRef, MailText, Map, Parallel, Path, QueueRef, Rule, SenderRef, Step, TASK_TOKEN,
    TableRef, Target, Task, TopicRef, Use, WaitFor, Workflow,
};
pub use problem::{Place, Problem, Problems};
pub use query::Jsonata;
pub use state_machine::{StateMachine, validate};
