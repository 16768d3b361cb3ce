//! The clock, the calls under way and the history of one execution, shared by its branches.
//!
//! Branches are futures that wait for nothing but a point in time or the answer to a call; no waker is needed, because the
//! driver in `mod.rs` polls them again whenever one of the two came about. That is what makes an execution
//! deterministic: one thing happens at a time, in an order that depends on nothing but the machine, its input and the seed.

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
        CallOrder, Setting,
        history::Event,
        random::Random,
        tasks::{TaskCall, TaskReply},
    },
};

pub(super) struct World<'a> {
    pub(super) setting: &'a Setting,
    pub(super) input: Json,
    pub(super) random: Rc<RefCell<Random>>,
    now: Cell<Duration>,
    alarms: RefCell<BTreeSet<Duration>>,
    calls: RefCell<VecDeque<Rc<PendingCall>>>,
    history: RefCell<Vec<Event>>,
    expressions: RefCell<HashMap<String, Rc<AstNode>>>,
}

/// A call that was asked for, and its reply once there is one.
pub(super) struct PendingCall {
    pub(super) call: TaskCall,
    reply: RefCell<Option<TaskReply>>,
}

impl PendingCall {
    pub(super) fn answer(&self, reply: TaskReply) {
        *self.reply.borrow_mut() = Some(reply);
    }
}

impl<'a> World<'a> {
    pub(super) fn new(setting: &'a Setting, input: Json) -> Self {
        Self {
            setting,
            input,
            random: Rc::new(RefCell::new(Random::new(setting.seed))),
            now: Cell::new(Duration::ZERO),
            alarms: RefCell::default(),
            calls: RefCell::default(),
            history: RefCell::default(),
            expressions: RefCell::default(),
        }
    }

    /// How long the execution has run.
    pub(super) fn now(&self) -> Duration {
        self.now.get()
    }

    /// The time of day.
    pub(super) fn timestamp(&self) -> Timestamp {
        let elapsed = SignedDuration::try_from(self.now()).unwrap_or(SignedDuration::MAX);
        self.setting
            .start
            .saturating_add(elapsed)
            .unwrap_or(Timestamp::MAX)
    }

    /// Returns when the clock has gone on by `length`.
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

    /// Returns with the reply to `call`, at the very time it was made: what the reply took is the caller's to wait.
    pub(super) async fn ask(&self, call: TaskCall) -> TaskReply {
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

    /// The call to make next. One whose branch was cancelled before it was made never happens.
    pub(super) fn next_call(&self) -> Option<Rc<PendingCall>> {
        let mut calls = self.calls.borrow_mut();
        calls.retain(|call| Rc::strong_count(call) > 1);
        match self.setting.order {
            CallOrder::Declared => calls.pop_front(),
            CallOrder::Shuffled if calls.is_empty() => None,
            CallOrder::Shuffled => {
                let drawn = self.random.borrow_mut().below(calls.len() as u64);
                calls.remove(usize::try_from(drawn).unwrap_or_default())
            }
        }
    }

    /// Sets the clock to the next point in time that somebody waits for, unless that is after `limit`.
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

    /// Records an event that follows from `previous`, and gives its number.
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

    /// The parsed expression, from the last time if there was one.
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
