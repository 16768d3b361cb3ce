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
//! Nothing here reads the environment or a random source, sleeps, or starts a thread. The real clock only ends a JSONata
//! expression that runs for five seconds. Otherwise the same machine, input, seed and task functions produce the same history,
//! event by event.
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
//! A reply or a step of the clock wakes the branches that wait for it; a Parallel or Map state polls only those, in the
//! order of the definition. One thing happens at a time, in an order that depends only on the machine, its input and the seed.
//!
//! # Files
//!
//! | file | purpose |
//! | --- | --- |
//! | `state` | goes from state to state in a scope; retries and catches; calls the files of the state types below |
//! | `task`, `parallel`, `map`, `choice` | one state type each; `parallel` and `map` run scopes with `state` again |
//! | `concurrent` | runs futures at the same time, up to a limit |
//! | `pace` | the time that a loop of states without waits takes |
//! | `branch` | the running states below a Parallel or Map state, which are aborted if one of them fails |
//! | `items`, `reader`, `csv`, `writer` | the items of a Map state: selecting, batching, reading, writing the results |
//! | `recovery` | which retrier or catcher matches an error, and the delay before a retry |
//! | `data` | input and output of a state, in either query language |
//! | `paths`, `intrinsics` | JSONPath: paths, payload templates, intrinsic functions |
//! | `jsonata` | JSONata: expressions, and the functions that Step Functions adds |
//! | `variables` | the limits for the size of variables |
//! | `text_limit` | the limits for the texts that a JSONata expression creates |
//! | `numbers`, `hash` | shared by both query languages |
//! | `context` | the Context Object |
//! | `runtime` | clock, pending calls, randomness and history of one execution |
//! | `lambda` | the optimized integration of Lambda |
//! | `task_runner`, `mocks`, `nested`, `fault` | what the caller supplies: task functions, mocked replies, faults |
//! | `single` | one state alone, with its data flow |
//! | `coverage` | the states, rules and catchers that executions used |
//! | `error`, `history`, `inspection`, `random` | error values, events, data flow, the random number generator |
//!
//! # Failing branches
//!
//! A Parallel or Map state fails at the time at which its first branch fails. Calls that other branches made before that
//! time have happened, but their replies are dropped; later calls are not made. If several branches fail at the same time,
//! the first in the definition counts.
//!
//! # Time
//!
//! States take no time, except waits, tasks and retries. After 1,000 states of a branch or an iteration at the same virtual
//! time, each further one takes 10 ms, so that the timeout of the machine ends a loop without waits. Branches and iterations
//! wait at the same time: a Parallel or Map state ends when the last of them ends. A Standard execution fails at 25,000 events.
//!
//! # Differences from AWS
//!
//! `docs/WORKFLOWS.md` in the repository lists what is simulated exactly, approximately, and not at all.

mod branch;
mod choice;
mod concurrent;
mod context;
mod coverage;
mod csv;
mod data;
mod error;
mod fault;
mod hash;
mod history;
mod inspection;
mod intrinsics;
mod items;
mod jsonata;
mod lambda;
mod map;
mod mocks;
mod nested;
mod numbers;
mod pace;
mod parallel;
mod paths;
mod random;
mod reader;
mod recovery;
mod runtime;
mod single;
mod state;
mod task;
mod task_runner;
mod text_limit;
mod variables;
mod writer;

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

pub use coverage::{Coverage, Taken, Way};
pub use error::TaskError;
pub use fault::{Fault, Faults, NoFaults};
pub use history::Event;
pub use inspection::InspectionLevel;
pub use mocks::{MockError, Mocks};
pub use nested::Nested;
pub use single::{StateRun, StateStatus};
pub use task_runner::{ResultForm, TaskCall, TaskReply, TaskRunner, Tasks};

use crate::{
    model::{ErrorName, ExecutionType, Json},
    run::{
        runtime::{PendingCall, Runtime, Stop},
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
    /// Standard or Express.
    pub execution_type: ExecutionType,
    /// Stops before the state with this name.
    pub until: Option<String>,
}

/// The longest execution of a Standard workflow: one year.
/// <https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html>
const STANDARD_LIMIT: Duration = Duration::from_hours(365 * 24);
/// The longest execution of an Express workflow.
const EXPRESS_LIMIT: Duration = Duration::from_mins(5);

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
            execution_type: ExecutionType::Standard,
            until: None,
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
    /// How it entered and left its states.
    pub taken: Vec<Taken>,
    /// The virtual time at its start.
    pub start: Timestamp,
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
    /// It stopped before the state in [`ExecutionSettings::until`].
    Stopped {
        /// The name of the state.
        state: String,
        /// Its input.
        input: Json,
        /// In a Map state: the iteration, counted from 0.
        iteration: Option<u64>,
    },
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

    /// The events as `GetExecutionHistory` returns them.
    pub fn history_json(&self) -> Json {
        let events: Vec<Json> = self
            .history
            .iter()
            .map(|event| event.to_json(self.start))
            .collect();
        json!({ "events": events })
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
        let runtime = Runtime::new(&self.settings, input.clone(), self.limit(machine));
        runtime.record(0, "ExecutionStarted", json!({ "input": input }));
        let root = state::scope(&runtime, &machine.scope, input, Frame::default());
        let status = match self.drive(&runtime, root).await {
            Ok(Ok(done)) => Status::Succeeded(done.output),
            Ok(Err(error)) => Status::Failed(error),
            Err(status) => status,
        };
        let (event, details) = match &status {
            Status::Succeeded(output) => ("ExecutionSucceeded", json!({ "output": output })),
            Status::Failed(error) => ("ExecutionFailed", history::failure(error)),
            Status::TimedOut => (
                "ExecutionTimedOut",
                json!({ "error": ErrorName::TIMEOUT.as_str() }),
            ),
            Status::Aborted | Status::Stopped { .. } => ("ExecutionAborted", json!({})),
        };
        runtime.record_last(event, details);
        Execution {
            status,
            took: runtime.now(),
            taken: runtime.take_ways(),
            history: runtime.take_history(),
            start: self.settings.start,
        }
    }

    /// [`Self::run`] for synchronous code. Blocks the thread while a task function waits.
    pub fn run_blocking(&self, machine: &StateMachine, input: Json) -> Execution {
        block_on(self.run(machine, input))
    }

    fn limit(&self, machine: &StateMachine) -> Duration {
        let of_service = match self.settings.execution_type {
            ExecutionType::Standard => STANDARD_LIMIT,
            ExecutionType::Express => EXPRESS_LIMIT,
        };
        let of_machine = machine.timeout_seconds.map(Duration::from_secs);
        of_machine.map_or(of_service, |limit| limit.min(of_service))
    }

    /// Polls `future`, makes its calls and advances the clock until it is ready. The error is how the execution ended
    /// before that.
    async fn drive<T>(&self, runtime: &Runtime<'_>, future: impl Future<Output = T>) -> Result<T, Status> {
        let mut future = pin!(future);
        let mut calls = 0;
        loop {
            let polled = poll_fn(|context| Poll::Ready(future.as_mut().poll(context))).await;
            if let Poll::Ready(outcome) = polled {
                return Ok(outcome);
            }
            if let Some(Stop {
                state,
                input,
                iteration,
            }) = runtime.stopped()
            {
                return Err(Status::Stopped {
                    state,
                    input,
                    iteration,
                });
            }
            if let Some(call) = runtime.next_call() {
                if !self.make(&call, calls).await {
                    return Err(Status::Aborted);
                }
                calls += 1;
            } else if !runtime.advance() {
                // Branches wait for calls or alarms only, so the timeout of the execution came first.
                return Err(Status::TimedOut);
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

/// Waits for a future whose task functions may wait. Blocks the thread.
fn block_on<T>(future: impl Future<Output = T>) -> T {
    struct Unpark(Thread);
    impl Wake for Unpark {
        fn wake(self: Arc<Self>) {
            self.0.unpark();
        }
    }
    let waker = Waker::from(Arc::new(Unpark(thread::current())));
    let mut context = Context::from_waker(&waker);
    let mut future = pin!(future);
    loop {
        match future.as_mut().poll(&mut context) {
            Poll::Ready(done) => return done,
            Poll::Pending => thread::park(),
        }
    }
}
