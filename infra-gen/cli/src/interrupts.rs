//! The signals that end a run: SIGINT (Ctrl-C), SIGTERM and SIGHUP (the terminal was closed).

use tokio::signal::unix::{Signal, SignalKind, signal};

/// A listener for the signals. Once it exists, they no longer end the process by themselves.
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

    /// Waits for the next signal and returns its name for messages.
    pub(crate) async fn next(&mut self) -> &'static str {
        tokio::select! {
            _ = self.interrupt.recv() => "Ctrl-C",
            _ = self.terminate.recv() => "terminated",
            _ = self.hang_up.recv() => "terminal closed",
        }
    }
}
