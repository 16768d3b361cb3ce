//! The clock, pending calls, randomness and history of one execution, shared by its branches.
//!
//! A future here wakes its branch when its alarm or its reply arrives: the loop in `mod.rs` polls again after each call and
//! each step of the clock, and reaches only the branches that were woken.

use std::{
    cell::{Cell, RefCell},
    collections::{BTreeMap, HashMap, VecDeque},
    future::poll_fn,
    rc::Rc,
    task::{Poll, Waker},
    time::Duration,
};

use jiff::{SignedDuration, Timestamp};
use jsonata_core::ast::AstNode;

use crate::{
    model::{ErrorName, ExecutionType, Json},
    run::{
        CallOrder, ExecutionSettings,
        coverage::{Taken, Way},
        error::TaskError,
        history::Event,
        inspection::Inspection,
        random::Random,
        task_runner::{TaskCall, TaskReply},
        text_limit,
    },
};

/// The service's limit for the events of a Standard execution.
const MAX_EVENTS: usize = 25_000;
pub(super) struct Runtime<'a> {
    pub(super) settings: &'a ExecutionSettings,
    pub(super) input: Json,
    /// What a single state does, if it is inspected.
    pub(super) inspection: Option<Inspection>,
    /// The timeout of the execution.
    limit: Duration,
    stopped: RefCell<Option<Stop>>,
    taken: RefCell<Vec<Taken>>,
    pub(super) random: Rc<RefCell<Random>>,
    now: Cell<Duration>,
    /// The branches to wake, by time.
    alarms: RefCell<BTreeMap<Duration, Vec<Waker>>>,
    calls: RefCell<VecDeque<Rc<PendingCall>>>,
    history: RefCell<Vec<Event>>,
    expressions: RefCell<HashMap<String, Rc<AstNode>>>,
}

/// The state before which an execution stopped.
pub(super) struct Stop {
    pub(super) state: String,
    pub(super) input: Json,
    /// The iteration of the innermost Map state.
    pub(super) iteration: Option<u64>,
}

/// A call of a branch, and its reply after the call was made.
pub(super) struct PendingCall {
    pub(super) call: TaskCall,
    reply: RefCell<Option<TaskReply>>,
    /// The branch that made the call.
    caller: RefCell<Option<Waker>>,
}

impl PendingCall {
    pub(super) fn answer(&self, reply: TaskReply) {
        *self.reply.borrow_mut() = Some(reply);
        if let Some(caller) = self.caller.take() {
            caller.wake();
        }
    }
}

impl<'a> Runtime<'a> {
    pub(super) fn new(settings: &'a ExecutionSettings, input: Json, limit: Duration) -> Self {
        Self {
            settings,
            input,
            inspection: None,
            limit,
            stopped: RefCell::default(),
            taken: RefCell::default(),
            random: Rc::new(RefCell::new(Random::new(settings.seed))),
            now: Cell::new(Duration::ZERO),
            alarms: RefCell::default(),
            calls: RefCell::default(),
            history: RefCell::default(),
            expressions: RefCell::default(),
        }
    }

    /// The virtual time since the start of the execution.
    pub(super) fn now(&self) -> Duration {
        self.now.get()
    }

    /// The virtual date and time.
    pub(super) fn timestamp(&self) -> Timestamp {
        let elapsed = SignedDuration::try_from(self.now()).unwrap_or(SignedDuration::MAX);
        self.settings
            .start
            .saturating_add(elapsed)
            .unwrap_or(Timestamp::MAX)
    }

    /// Waits until the clock has advanced by `length`.
    pub(super) async fn sleep(&self, length: Duration) {
        let until = self.now().saturating_add(length);
        poll_fn(|context| {
            if self.now() >= until {
                return Poll::Ready(());
            }
            let waker = context.waker().clone();
            self.alarms.borrow_mut().entry(until).or_default().push(waker);
            Poll::Pending
        })
        .await;
    }

    /// Makes a call and returns the reply at the same virtual time. The caller must wait for the duration of the reply.
    pub(super) async fn call(&self, call: TaskCall) -> TaskReply {
        let pending = Rc::new(PendingCall {
            call,
            reply: RefCell::new(None),
            caller: RefCell::new(None),
        });
        self.calls.borrow_mut().push_back(Rc::clone(&pending));
        poll_fn(|context| {
            if let Some(reply) = pending.reply.take() {
                return Poll::Ready(reply);
            }
            *pending.caller.borrow_mut() = Some(context.waker().clone());
            Poll::Pending
        })
        .await
    }

    /// The next call to make. Calls of branches that were dropped meanwhile are skipped.
    pub(super) fn next_call(&self) -> Option<Rc<PendingCall>> {
        let is_awaited = |call: &Rc<PendingCall>| Rc::strong_count(call) > 1;
        let mut calls = self.calls.borrow_mut();
        match self.settings.order {
            CallOrder::Declared => loop {
                let call = calls.pop_front()?;
                if is_awaited(&call) {
                    return Some(call);
                }
            },
            CallOrder::Shuffled => {
                calls.retain(is_awaited);
                if calls.is_empty() {
                    return None;
                }
                let drawn = self.random.borrow_mut().below(calls.len() as u64);
                calls.remove(usize::try_from(drawn).unwrap_or_default())
            }
        }
    }

    /// Sets the clock to the earliest time that a branch waits for. Returns `false` if that is after the timeout.
    pub(super) fn advance(&self) -> bool {
        let next = self.alarms.borrow_mut().pop_first();
        if let Some((next, branches)) = next.filter(|(next, _)| *next <= self.limit) {
            self.now.set(next);
            branches.into_iter().for_each(Waker::wake);
            true
        } else {
            // Branches wait for a point in time only, so only the timeout can end them.
            self.now.set(self.limit);
            false
        }
    }

    /// Stops the execution before the state `name`, if the settings say so. Of the iterations of a Map state that reach the
    /// state at the same time, the first one counts. `item` is the item of the innermost Map state.
    pub(super) async fn stop_before(&self, name: &str, input: &Json, item: Option<&Json>) {
        if self.settings.until.as_deref() == Some(name) {
            self.stopped.borrow_mut().get_or_insert_with(|| Stop {
                state: name.to_owned(),
                input: input.clone(),
                iteration: item.and_then(|item| item.get("Index")?.as_u64()),
            });
            std::future::pending::<()>().await;
        }
    }

    /// Where the execution stopped.
    pub(super) fn stopped(&self) -> Option<Stop> {
        self.stopped.take()
    }

    /// Fails if the history is full: the last event is the failure of the execution.
    pub(super) fn expect_room(&self, events: usize) -> Result<(), TaskError> {
        if self.settings.execution_type == ExecutionType::Express || events < MAX_EVENTS - 1 {
            return Ok(());
        }
        Err(TaskError::new(
            ErrorName::RUNTIME,
            format!("The execution reached the maximum number of history events ({MAX_EVENTS})."),
        ))
    }

    /// The number of events so far.
    pub(super) fn events(&self) -> usize {
        self.history.borrow().len()
    }

    /// Records an event caused by the event `previous`, and returns its ID.
    pub(super) fn record(&self, previous: u64, event_type: impl Into<String>, details: Json) -> u64 {
        let mut history = self.history.borrow_mut();
        let id = history.len() as u64 + 1;
        history.push(Event {
            id,
            previous,
            at: self.now(),
            event_type: event_type.into(),
            details,
        });
        id
    }

    /// Records the last event of the execution.
    pub(super) fn record_last(&self, event_type: &str, details: Json) {
        let mut history = self.history.borrow_mut();
        if self.settings.execution_type == ExecutionType::Standard {
            // The limit is checked before each state, and the events of one state can exceed it.
            history.truncate(MAX_EVENTS - 1);
        }
        let previous = history.len() as u64;
        drop(history);
        self.record(previous, event_type, details);
    }

    pub(super) fn take_history(&self) -> Vec<Event> {
        self.history.take()
    }

    /// Records how a state was entered or left.
    pub(super) fn record_way(&self, state: &str, way: Way) {
        let state = state.to_owned();
        self.taken.borrow_mut().push(Taken { state, way });
    }

    pub(super) fn take_ways(&self) -> Vec<Taken> {
        self.taken.take()
    }

    /// Notes a step of the inspected state.
    pub(super) fn inspect(&self, step: &str, value: &Json) {
        if let Some(inspection) = &self.inspection {
            inspection.note(step, value);
        }
    }

    /// The parsed expression, from the cache if possible.
    pub(super) fn expression(&self, text: &str) -> Result<Rc<AstNode>, String> {
        if let Some(parsed) = self.expressions.borrow().get(text) {
            return Ok(Rc::clone(parsed));
        }
        let mut parsed = jsonata_core::parser::parse(text).map_err(|error| error.to_string())?;
        text_limit::bound(&mut parsed);
        let parsed = Rc::new(parsed);
        self.expressions
            .borrow_mut()
            .insert(text.to_owned(), Rc::clone(&parsed));
        Ok(parsed)
    }
}
