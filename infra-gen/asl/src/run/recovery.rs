//! Which retrier or catcher matches an error, and the delay before a retry.

use std::time::Duration;

use crate::{
    model::{Catcher, ErrorName, Jitter, Kind, Recovery, Retrier},
    run::{error::TaskError, random::Random},
};

/// The attempts during one visit of a state.
pub(super) struct Attempts<'w> {
    recovery: &'w Recovery,
    /// Whether the state runs branches: their errors also match `States.BranchFailed`.
    branches: bool,
    /// The number of retries by each retrier.
    used: Vec<u64>,
}

/// Another attempt.
#[derive(Debug, Clone, Copy)]
pub(super) struct Retry {
    /// The index of the retrier.
    pub(super) index: usize,
    /// The time before the attempt.
    pub(super) delay: Duration,
}

impl<'w> Attempts<'w> {
    pub(super) fn new(recovery: &'w Recovery, kind: &Kind) -> Self {
        let branches = matches!(kind, Kind::Parallel(_));
        Self {
            recovery,
            branches,
            used: vec![0; recovery.retry.len()],
        }
    }

    /// The next attempt; `None` if there is none. Only the first retrier that matches the error counts;
    /// once its attempts are used up, there is no other.
    pub(super) fn retry(&mut self, error: &TaskError, random: &mut Random) -> Option<Retry> {
        const DEFAULT_ATTEMPTS: u64 = 3;
        let index = self
            .recovery
            .retry
            .iter()
            .position(|retrier| self.matches(&retrier.error_equals, error))?;
        let retrier = &self.recovery.retry[index];
        if self.used[index] >= retrier.max_attempts.unwrap_or(DEFAULT_ATTEMPTS) {
            return None;
        }
        self.used[index] += 1;
        let delay = delay(retrier, self.used[index], random);
        Some(Retry { index, delay })
    }

    /// The first catcher that matches the error, and its index.
    pub(super) fn catch(&self, error: &TaskError) -> Option<(usize, &'w Catcher)> {
        let mut catchers = self.recovery.catch.iter().enumerate();
        catchers.find(|(_, catcher)| self.matches(&catcher.error_equals, error))
    }

    fn matches(&self, names: &[ErrorName], raised: &TaskError) -> bool {
        let as_branch = self.branches && ErrorName::ALL.matches(&raised.error);
        names
            .iter()
            .any(|name| name.matches(&raised.error) || (as_branch && *name == ErrorName::BRANCH_FAILED))
    }
}

/// The delay before retry number `attempt`, from 1.
fn delay(retrier: &Retrier, attempt: u64, random: &mut Random) -> Duration {
    const DEFAULT_INTERVAL: u64 = 1;
    const DEFAULT_RATE: f64 = 2.0;
    // More than a century, in seconds.
    const LONGEST: f64 = 4.0e9;
    let interval = Duration::from_secs(retrier.interval_seconds.unwrap_or(DEFAULT_INTERVAL)).as_secs_f64();
    let rate = retrier
        .backoff_rate
        .as_ref()
        .and_then(serde_json::Number::as_f64)
        .unwrap_or(DEFAULT_RATE);
    let exponent = i32::try_from(attempt - 1).unwrap_or(i32::MAX);
    let mut seconds = (interval * rate.powi(exponent)).min(LONGEST);
    if let Some(max) = retrier.max_delay_seconds {
        seconds = seconds.min(Duration::from_secs(max).as_secs_f64());
    }
    if retrier.jitter == Some(Jitter::Full) {
        seconds *= random.fraction();
    }
    Duration::from_secs_f64(seconds)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_interval_doubles_by_default() {
        assert_eq!(delays(&Retrier::new([ErrorName::ALL])), [1.0, 2.0, 4.0, 8.0]);
    }

    #[test]
    fn the_interval_does_not_exceed_the_maximum_delay() {
        let retrier = Retrier {
            interval_seconds: Some(3),
            backoff_rate: serde_json::Number::from_f64(1.5),
            max_delay_seconds: Some(5),
            ..Retrier::new([ErrorName::ALL])
        };
        assert_eq!(delays(&retrier), [3.0, 4.5, 5.0, 5.0]);
    }

    #[test]
    fn full_jitter_draws_delays_below_the_interval() {
        let retrier = Retrier {
            interval_seconds: Some(10),
            jitter: Some(Jitter::Full),
            ..Retrier::new([ErrorName::ALL])
        };
        let mut random = Random::new(3);
        let delays: Vec<_> = (0..100)
            .map(|_| delay(&retrier, 1, &mut random).as_secs_f64())
            .collect();
        assert!(delays.iter().all(|delay| (0.0..10.0).contains(delay)));
        assert!(delays.iter().any(|delay| *delay < 2.0) && delays.iter().any(|delay| *delay > 8.0));
    }

    fn delays(retrier: &Retrier) -> Vec<f64> {
        let mut random = Random::new(0);
        (1..=4)
            .map(|attempt| delay(retrier, attempt, &mut random).as_secs_f64())
            .collect()
    }
}
