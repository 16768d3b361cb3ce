//! How far a deployment is: after an interruption, it decides which message the user gets.

use std::sync::atomic::{AtomicU8, Ordering};

const NOTHING_DEPLOYED: u8 = 0;
const RUNNING_ON_AWS: u8 = 1;
const STACK_DEPLOYED: u8 = 2;

/// Shared between the deployment and the code that listens for Ctrl-C.
#[derive(Debug, Default)]
pub(crate) struct PhaseTracker(AtomicU8);

/// The state in which an interruption leaves the stack.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Phase {
    /// Nothing was deployed.
    NothingDeployed,
    /// CloudFormation is working and continues without this program.
    RunningOnAws,
    /// The stack is deployed; the steps after that are not complete.
    StackDeployed,
}

impl PhaseTracker {
    /// Marks an operation as running on AWS until the guard is dropped.
    pub(super) fn enter_aws(&self) -> AwsOperation<'_> {
        let before = self.0.swap(RUNNING_ON_AWS, Ordering::SeqCst);
        AwsOperation {
            tracker: self,
            before,
        }
    }

    pub(super) fn mark_stack_deployed(&self) {
        self.0.store(STACK_DEPLOYED, Ordering::SeqCst);
    }

    pub(crate) fn current(&self) -> Phase {
        match self.0.load(Ordering::SeqCst) {
            NOTHING_DEPLOYED => Phase::NothingDeployed,
            RUNNING_ON_AWS => Phase::RunningOnAws,
            _ => Phase::StackDeployed,
        }
    }
}

/// Guard of a running operation. Dropping it restores the phase before.
pub(super) struct AwsOperation<'a> {
    tracker: &'a PhaseTracker,
    before: u8,
}

impl Drop for AwsOperation<'_> {
    fn drop(&mut self) {
        self.tracker.0.store(self.before, Ordering::SeqCst);
    }
}
