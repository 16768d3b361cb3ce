//! How far a deployment is, for whoever interrupts it: what goes on without this program, and what does not.

use std::sync::atomic::{AtomicU8, Ordering};

/// Shared between the work and whoever listens for Ctrl-C.
#[derive(Debug, Default)]
pub(crate) struct Phase(AtomicU8);

/// What an interruption means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Interrupted {
    /// Nothing was deployed.
    Before,
    /// The work goes on at AWS.
    AtAws,
    /// The stack is deployed, and what comes after it is not.
    After,
}

impl Phase {
    /// AWS works until what is returned is dropped.
    pub(super) fn at_aws(&self) -> AtAws<'_> {
        let before = self.0.swap(1, Ordering::SeqCst);
        AtAws { phase: self, before }
    }

    /// The stack is as it should be.
    pub(super) fn deployed(&self) {
        self.0.store(2, Ordering::SeqCst);
    }

    pub(crate) fn if_interrupted(&self) -> Interrupted {
        match self.0.load(Ordering::SeqCst) {
            0 => Interrupted::Before,
            1 => Interrupted::AtAws,
            _ => Interrupted::After,
        }
    }
}

/// While AWS works.
pub(super) struct AtAws<'a> {
    phase: &'a Phase,
    before: u8,
}

impl Drop for AtAws<'_> {
    fn drop(&mut self) {
        self.phase.0.store(self.before, Ordering::SeqCst);
    }
}
