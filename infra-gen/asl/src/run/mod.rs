//! Runs a state machine in this process: tasks are given functions, the clock is virtual, and chance has a seed.
//!
//! ```
//! use infra_gen_asl::{run::{Interpreter, Status, TaskReply, Tasks}, validate};
//! use serde_json::json;
//!
//! let machine = validate(r#"{
//!     "QueryLanguage": "JSONata",
//!     "StartAt": "Sleep",
//!     "States": {
//!         "Sleep": { "Type": "Wait", "Seconds": 86400, "Next": "Double" },
//!         "Double": {
//!             "Type": "Task",
//!             "Resource": "arn:aws:states:::lambda:invoke",
//!             "Arguments": { "FunctionName": "double", "Payload": "{% $states.input %}" },
//!             "Output": "{% $states.result.Payload %}",
//!             "End": true
//!         }
//!     }
//! }"#)?;
//! let tasks = Tasks::new().function("double", |n| async move { TaskReply::from(json!(n.as_i64().unwrap_or(0) * 2)) });
//! let execution = Interpreter::new(tasks).run_blocking(&machine, json!(21));
//! assert_eq!(execution.status, Status::Succeeded(json!(42)));
//! assert_eq!(execution.took.as_secs(), 86400); // and no time at all
//! # Ok::<(), infra_gen_asl::Problems>(())
//! ```
//!
//! Nothing here reads the clock, the environment or a random source, sleeps, or starts a thread. The same machine, input,
//! seed and task functions give the same history, event by event.
//!
//! How branches end when another fails: a Parallel or Map state fails at the very time at which its first branch does. What the
//! others had asked for has happened (their tasks ran to their end; only the answer is dropped); what they had not yet
//! asked for never happens. Of branches that fail at the same time, the first in the definition counts.
//!
//! Where it is simpler than AWS: the children of a distributed Map state leave no history of their own; redrive,
//! versions and aliases do not exist; the quota of 25,000 events is not enforced.

mod choice;
mod context;
mod data;
mod failure;
mod fault;
mod hash;
mod history;
mod intrinsics;
mod items;
mod jsonata;
mod map;
mod parallel;
mod paths;
mod random;
mod recovery;
mod state;
mod task;
mod tasks;
mod world;

use std::{
    future::{Future, poll_fn},
    pin::pin,
    sync::Arc,
    task::{Context, Poll, Wake, Waker},
    thread::{self, Thread},
    time::Duration,
};

use jiff::Timestamp;
use serde_json::json;

pub use failure::TaskError;
pub use fault::{Fault, Faults, NoFaults};
pub use history::Event;
pub use tasks::{TaskCall, TaskReply, TaskRunner, Tasks};

use crate::{
    model::{ErrorName, Json, JsonObject},
    run::{
        state::Frame,
        world::{PendingCall, World},
    },
    state_machine::StateMachine,
};

/// Runs state machines.
pub struct Interpreter<R, F = NoFaults> {
    /// Does what tasks ask.
    pub tasks: R,
    /// What goes wrong.
    pub faults: F,
    /// Everything else that an execution depends on.
    pub setting: Setting,
}

/// What an execution depends on beside the machine, its input and its tasks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Setting {
    /// Where chance begins: jitter, `$random`, `States.UUID` …
    pub seed: u64,
    /// The time of day at the start.
    pub start: Timestamp,
    /// The execution's name.
    pub name: String,
    /// The state machine's name.
    pub machine_name: String,
    /// In which order the calls of concurrent branches are made.
    pub order: CallOrder,
}

/// In which order calls are made that branches ask for at the same time.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum CallOrder {
    /// As the branches stand in the definition.
    #[default]
    Declared,
    /// In an order drawn from the seed: run with many seeds, a test meets many interleavings.
    Shuffled,
}

impl Default for Setting {
    fn default() -> Self {
        Self {
            seed: 0,
            // Any fixed day will do, so that a history does not change from one day to the next.
            start: Timestamp::constant(1_767_225_600, 0),
            name: "execution".to_owned(),
            machine_name: "machine".to_owned(),
            order: CallOrder::Declared,
        }
    }
}

/// An execution that has ended.
#[derive(Debug, Clone, PartialEq)]
pub struct Execution {
    /// How it ended.
    pub status: Status,
    /// How long it took, in its own time.
    pub took: Duration,
    /// What happened.
    pub history: Vec<Event>,
}

/// How an execution ended.
#[derive(Debug, Clone, PartialEq)]
pub enum Status {
    /// Well, with this output.
    Succeeded(Json),
    /// With an error that nothing caught.
    Failed(TaskError),
    /// It ran longer than the machine's `TimeoutSeconds`.
    TimedOut,
    /// A fault stopped it.
    Aborted,
}

impl Execution {
    /// The names of the states that were entered, in order.
    pub fn entered(&self) -> Vec<&str> {
        let entered = self
            .history
            .iter()
            .filter(|event| event.event_type.ends_with("StateEntered"));
        entered.filter_map(Event::state).collect()
    }

    /// How many events of this type there are.
    pub fn count(&self, event_type: &str) -> usize {
        self.history
            .iter()
            .filter(|event| event.event_type == event_type)
            .count()
    }
}

impl<R: TaskRunner> Interpreter<R> {
    /// Runs with `tasks`, without faults, from seed 0.
    pub fn new(tasks: R) -> Self {
        Self {
            tasks,
            faults: NoFaults,
            setting: Setting::default(),
        }
    }
}

impl<R: TaskRunner, F: Faults> Interpreter<R, F> {
    /// Runs `machine` on `input` to its end. It waits for nothing but the task functions.
    pub async fn run(&self, machine: &StateMachine, input: Json) -> Execution {
        let world = World::new(&self.setting, input.clone());
        let started = world.record(0, "ExecutionStarted", json!({ "input": input }));
        let frame = Frame::new(JsonObject::new(), started);
        let limit = machine.timeout_seconds.map(Duration::from_secs);
        let mut root = pin!(state::scope(&world, &machine.scope, input, frame));
        let mut calls = 0;
        let status = loop {
            let polled = poll_fn(|context| Poll::Ready(root.as_mut().poll(context))).await;
            if let Poll::Ready(outcome) = polled {
                break match outcome {
                    Ok(done) => Status::Succeeded(done.output),
                    Err(error) => Status::Failed(error),
                };
            }
            if let Some(call) = world.next_call() {
                if !self.make(&call, calls).await {
                    break Status::Aborted;
                }
                calls += 1;
            } else if !world.advance(limit) {
                // Every branch waits for a call or an alarm, so the machine's own limit is what came first.
                break Status::TimedOut;
            }
        };
        let (event, details) = match &status {
            Status::Succeeded(output) => ("ExecutionSucceeded", json!({ "output": output })),
            Status::Failed(error) => (
                "ExecutionFailed",
                json!({ "error": error.error.as_str(), "cause": error.cause }),
            ),
            Status::TimedOut => (
                "ExecutionTimedOut",
                json!({ "error": ErrorName::TIMEOUT.as_str() }),
            ),
            Status::Aborted => ("ExecutionAborted", json!({})),
        };
        world.record_last(event, details);
        Execution {
            status,
            took: world.now(),
            history: world.take_history(),
        }
    }

    /// [`Self::run`] for where nothing is asynchronous: this thread waits for the task functions.
    pub fn run_blocking(&self, machine: &StateMachine, input: Json) -> Execution {
        struct Unpark(Thread);
        impl Wake for Unpark {
            fn wake(self: Arc<Self>) {
                self.0.unpark();
            }
        }
        let waker = Waker::from(Arc::new(Unpark(thread::current())));
        let mut context = Context::from_waker(&waker);
        let mut run = pin!(self.run(machine, input));
        loop {
            match run.as_mut().poll(&mut context) {
                Poll::Ready(execution) => return execution,
                Poll::Pending => thread::park(),
            }
        }
    }

    /// Makes one call, with what goes wrong with it; `false` when the execution is to stop.
    async fn make(&self, pending: &PendingCall, index: usize) -> bool {
        let call = &pending.call;
        let reply = match self.faults.fault(index, call) {
            None => self.tasks.run(call).await,
            Some(Fault::Before(error)) => error.into(),
            Some(Fault::After(error)) => {
                let reply = self.tasks.run(call).await;
                TaskReply {
                    outcome: Err(error),
                    ..reply
                }
            }
            Some(Fault::Twice) => {
                self.tasks.run(call).await;
                self.tasks.run(call).await
            }
            Some(Fault::StopBefore) => return false,
            Some(Fault::StopAfter) => {
                self.tasks.run(call).await;
                return false;
            }
        };
        pending.answer(reply);
        true
    }
}
