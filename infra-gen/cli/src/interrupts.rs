//! The ways in which somebody says that it is enough: Ctrl-C, a request to end, a terminal that went away.

use tokio::signal::unix::{Signal, SignalKind, signal};

/// Listens until it is dropped; from the first of these on, none of the signals ends the process by itself.
pub(crate) struct Interrupts {
    interrupt: Signal,
    terminate: Signal,
    hang_up: Signal,
}

impl Interrupts {
    pub(crate) fn listen() -> std::io::Result<Self> {
        Ok(Self {
            interrupt: signal(SignalKind::interrupt())?,
            terminate: signal(SignalKind::terminate())?,
            hang_up: signal(SignalKind::hangup())?,
        })
    }

    /// The next of them, in words.
    pub(crate) async fn next(&mut self) -> &'static str {
        tokio::select! {
            _ = self.interrupt.recv() => "Ctrl-C",
            _ = self.terminate.recv() => "asked to end",
            _ = self.hang_up.recv() => "the terminal is gone",
        }
    }
}
