//! The clock, pending calls, randomness and history of one execution, shared by its branches.
//!
//! The futures here do not register wakers: the loop in `mod.rs` polls again after each call and each step of the clock.

use std::{
    cell::{Cell, RefCell},
    collections::{BTreeSet, HashMap, VecDeque},
    future::poll_fn,
    rc::Rc,
    task::Poll,
    time::Duration,
};

use jiff::{SignedDuration, Timestamp};
use jsonata_core::ast::AstNode;

use crate::{
    model::Json,
    run::{
        CallOrder, ExecutionSettings,
        history::Event,
        random::Random,
        task_runner::{TaskCall, TaskReply},
    },
};

pub(super) struct Runtime<'a> {
    pub(super) settings: &'a ExecutionSettings,
    pub(super) input: Json,
    pub(super) random: Rc<RefCell<Random>>,
    now: Cell<Duration>,
    alarms: RefCell<BTreeSet<Duration>>,
    calls: RefCell<VecDeque<Rc<PendingCall>>>,
    history: RefCell<Vec<Event>>,
    expressions: RefCell<HashMap<String, Rc<AstNode>>>,
}

/// A call of a branch, and its reply after the call was made.
pub(super) struct PendingCall {
    pub(super) call: TaskCall,
    reply: RefCell<Option<TaskReply>>,
}

impl PendingCall {
    pub(super) fn answer(&self, reply: TaskReply) {
        *self.reply.borrow_mut() = Some(reply);
    }
}

impl<'a> Runtime<'a> {
    pub(super) fn new(settings: &'a ExecutionSettings, input: Json) -> Self {
        Self {
            settings,
            input,
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
        if length > Duration::ZERO {
            self.alarms.borrow_mut().insert(until);
        }
        poll_fn(|_| {
            if self.now() >= until {
                Poll::Ready(())
            } else {
                Poll::Pending
            }
        })
        .await;
    }

    /// Makes a call and returns the reply at the same virtual time. The caller must wait for the duration of the reply.
    pub(super) async fn call(&self, call: TaskCall) -> TaskReply {
        let pending = Rc::new(PendingCall {
            call,
            reply: RefCell::new(None),
        });
        self.calls.borrow_mut().push_back(Rc::clone(&pending));
        poll_fn(|_| {
            pending
                .reply
                .borrow_mut()
                .take()
                .map_or(Poll::Pending, Poll::Ready)
        })
        .await
    }

    /// The next call to make. Calls of branches that were dropped meanwhile are skipped.
    pub(super) fn next_call(&self) -> Option<Rc<PendingCall>> {
        let mut calls = self.calls.borrow_mut();
        calls.retain(|call| Rc::strong_count(call) > 1);
        match self.settings.order {
            CallOrder::Declared => calls.pop_front(),
            CallOrder::Shuffled if calls.is_empty() => None,
            CallOrder::Shuffled => {
                let drawn = self.random.borrow_mut().below(calls.len() as u64);
                calls.remove(usize::try_from(drawn).unwrap_or_default())
            }
        }
    }

    /// Sets the clock to the earliest time that a branch waits for. Returns `false` if that is after `limit`.
    pub(super) fn advance(&self, limit: Option<Duration>) -> bool {
        let next = self.alarms.borrow_mut().pop_first();
        match (next, limit) {
            (Some(next), Some(limit)) if next > limit => {
                self.now.set(limit);
                false
            }
            (Some(next), _) => {
                self.now.set(next.max(self.now()));
                true
            }
            (None, _) => false,
        }
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
        let previous = self.history.borrow().len() as u64;
        self.record(previous, event_type, details);
    }

    pub(super) fn take_history(&self) -> Vec<Event> {
        self.history.take()
    }

    /// The parsed expression, from the cache if possible.
    pub(super) fn expression(&self, text: &str) -> Result<Rc<AstNode>, String> {
        if let Some(parsed) = self.expressions.borrow().get(text) {
            return Ok(Rc::clone(parsed));
        }
        let parsed = Rc::new(jsonata_core::parser::parse(text).map_err(|error| error.to_string())?);
        self.expressions
            .borrow_mut()
            .insert(text.to_owned(), Rc::clone(&parsed));
        Ok(parsed)
    }
}
