//! The time that a loop of states without waits takes.

use std::time::Duration;

use crate::run::runtime::Runtime;

/// After so many states of a branch without a wait, each further one takes time: a loop without waits does, too.
const MAX_STATES_AT_ONCE: u32 = 1_000;
/// The duration of a state in such a loop.
const STATE_DURATION: Duration = Duration::from_millis(10);

/// The states that a branch entered since it waited.
#[derive(Debug, Default)]
pub(super) struct Pace {
    /// The time of the last state.
    at: Duration,
    states: u32,
}

impl Pace {
    /// Called before each state of the branch.
    pub(super) async fn enter_state(&mut self, runtime: &Runtime<'_>) {
        if runtime.now() != self.at {
            self.states = 0;
        }
        self.states = self.states.saturating_add(1);
        if self.states > MAX_STATES_AT_ONCE {
            runtime.sleep(STATE_DURATION).await;
        }
        self.at = runtime.now();
    }
}
