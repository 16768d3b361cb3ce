//! Runs a state machine in this process, with Rust functions as tasks, a virtual clock and seeded randomness.
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
//! assert_eq!(execution.took.as_secs(), 86400); // virtual time: the test itself does not wait
//! # Ok::<(), infra_gen_cfn::Findings>(())
//! ```
//!
//! Nothing here reads the clock, the environment or a random source, sleeps, or starts a thread. The same machine, input,
//! seed and task functions produce the same history, event by event.
//!
//! # How an execution runs
//!
//! Each branch is a future. It waits for one of two things only: a point in virtual time (`Runtime::sleep`) or the reply
//! to a call (`Runtime::call`). [`Interpreter::run`] is the loop around them:
//!
//! 1. Poll the outermost future, which polls all branches. Each runs until it waits.
//! 2. If a call is pending, make it and store the reply.
//! 3. Otherwise, set the clock to the earliest time that a branch waits for.
//! 4. Start over.
//!
//! The loop itself knows when something changed, and polls then. Branches therefore register no wakers; only the task
//! functions, which may do real I/O, use them. One thing happens at a time, in an order that depends only on the machine,
//! its input and the seed.
//!
//! # Files
//!
//! | file | purpose |
//! | --- | --- |
//! | `state` | goes from state to state in a scope; retries and catches; calls the files of the state types below |
//! | `task`, `parallel`, `map`, `choice` | one state type each; `parallel` and `map` run scopes with `state` again |
//! | `items` | the items of a Map state: reading, selecting, batching |
//! | `recovery` | which retrier or catcher matches an error, and the delay before a retry |
//! | `data` | input and output of a state, in either query language |
//! | `paths`, `intrinsics` | JSONPath: paths, payload templates, intrinsic functions |
//! | `jsonata` | JSONata: expressions, and the functions that Step Functions adds |
//! | `numbers`, `hash` | shared by both query languages |
//! | `context` | the Context Object |
//! | `runtime` | clock, pending calls, randomness and history of one execution |
//! | `task_runner`, `fault` | what the caller supplies: task functions and injected faults |
//! | `error`, `history`, `random` | error values, events, the random number generator |
//!
//! # Failing branches
//!
//! A Parallel or Map state fails at the time at which its first branch fails. Calls that other branches made before that
//! time have happened, but their replies are dropped; later calls are not made. If several branches fail at the same time,
//! the first in the definition counts.
//!
//! # Differences from AWS
//!
//! Child executions of a distributed Map state have no history of their own. There is no redrive, and there are no
//! versions or aliases. The quota of 25,000 events is not enforced.

mod choice;
mod context;
mod data;
mod error;
mod fault;
mod hash;
mod history;
mod intrinsics;
mod items;
mod jsonata;
mod map;
mod numbers;
mod parallel;
mod paths;
mod random;
mod recovery;
mod runtime;
mod state;
mod task;
mod task_runner;

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

pub use error::TaskError;
pub use fault::{Fault, Faults, NoFaults};
pub use history::Event;
pub use task_runner::{TaskCall, TaskReply, TaskRunner, Tasks};

use crate::{
    model::{ErrorName, Json, JsonObject},
    run::{
        runtime::{PendingCall, Runtime},
        state::Frame,
    },
    state_machine::StateMachine,
};

/// Runs state machines.
pub struct Interpreter<R, F = NoFaults> {
    /// Runs the tasks.
    pub tasks: R,
    /// The faults to inject.
    pub faults: F,
    /// Seed, start time and names.
    pub settings: ExecutionSettings,
}

/// What an execution depends on besides the machine, its input and its tasks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExecutionSettings {
    /// The seed of jitter, `$random`, `States.UUID` and so on.
    pub seed: u64,
    /// The virtual time at the start.
    pub start: Timestamp,
    /// The execution's name.
    pub name: String,
    /// The state machine's name.
    pub machine_name: String,
    /// The order of calls by concurrent branches.
    pub order: CallOrder,
}

/// The order of calls that branches make at the same virtual time.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum CallOrder {
    /// The order of the branches in the definition.
    #[default]
    Declared,
    /// A random order, from the seed. A test that runs with many seeds covers many interleavings.
    Shuffled,
}

impl Default for ExecutionSettings {
    fn default() -> Self {
        Self {
            seed: 0,
            // Any fixed time: histories must not depend on the day.
            start: Timestamp::constant(1_767_225_600, 0),
            name: "execution".to_owned(),
            machine_name: "machine".to_owned(),
            order: CallOrder::Declared,
        }
    }
}

/// A finished execution.
#[derive(Debug, Clone, PartialEq)]
pub struct Execution {
    /// How it ended.
    pub status: Status,
    /// Its duration in virtual time.
    pub took: Duration,
    /// Its events.
    pub history: Vec<Event>,
}

/// How an execution ended.
#[derive(Debug, Clone, PartialEq)]
pub enum Status {
    /// It succeeded with this output.
    Succeeded(Json),
    /// It failed with an error that no catcher matched.
    Failed(TaskError),
    /// It ran longer than the machine's `TimeoutSeconds`.
    TimedOut,
    /// An injected fault stopped it.
    Aborted,
}

impl Execution {
    /// The names of the entered states, in order.
    pub fn entered_states(&self) -> Vec<&str> {
        let entered = self
            .history
            .iter()
            .filter(|event| event.event_type.ends_with("StateEntered"));
        entered.filter_map(Event::state).collect()
    }

    /// The number of events of this type.
    pub fn count(&self, event_type: &str) -> usize {
        self.history
            .iter()
            .filter(|event| event.event_type == event_type)
            .count()
    }
}

impl<R: TaskRunner> Interpreter<R> {
    /// An interpreter with these tasks, no faults and seed 0.
    pub fn new(tasks: R) -> Self {
        Self {
            tasks,
            faults: NoFaults,
            settings: ExecutionSettings::default(),
        }
    }
}

impl<R: TaskRunner, F: Faults> Interpreter<R, F> {
    /// Runs `machine` on `input`. Only the task functions are awaited.
    pub async fn run(&self, machine: &StateMachine, input: Json) -> Execution {
        let runtime = Runtime::new(&self.settings, input.clone());
        let started = runtime.record(0, "ExecutionStarted", json!({ "input": input }));
        let frame = Frame::new(JsonObject::new(), started);
        let limit = machine.timeout_seconds.map(Duration::from_secs);
        let mut root = pin!(state::scope(&runtime, &machine.scope, input, frame));
        let mut calls = 0;
        let status = loop {
            let polled = poll_fn(|context| Poll::Ready(root.as_mut().poll(context))).await;
            if let Poll::Ready(outcome) = polled {
                break match outcome {
                    Ok(done) => Status::Succeeded(done.output),
                    Err(error) => Status::Failed(error),
                };
            }
            if let Some(call) = runtime.next_call() {
                if !self.make(&call, calls).await {
                    break Status::Aborted;
                }
                calls += 1;
            } else if !runtime.advance(limit) {
                // Branches wait for calls or alarms only, so the timeout of the machine came first.
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
        runtime.record_last(event, details);
        Execution {
            status,
            took: runtime.now(),
            history: runtime.take_history(),
        }
    }

    /// [`Self::run`] for synchronous code. Blocks the thread while a task function waits.
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

    /// Makes one call, with its fault if there is one. Returns `false` if the fault stops the execution.
    async fn make(&self, pending: &PendingCall, index: usize) -> bool {
        let call = &pending.call;
        let reply = match self.faults.fault(index, call) {
            None => self.tasks.run(call).await,
            Some(Fault::FailBefore(error)) => error.into(),
            Some(Fault::FailAfter(error)) => {
                let reply = self.tasks.run(call).await;
                TaskReply {
                    outcome: Err(error),
                    ..reply
                }
            }
            Some(Fault::RunTwice) => {
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
