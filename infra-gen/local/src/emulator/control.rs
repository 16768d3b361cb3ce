//! The protocol with the emulator's process: commands on its stdin, events on its stdout. The other side is
//! `python/dev_emulator/control.py`.

use serde::Deserialize;
use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::process::{ChildStdin, ChildStdout};
use tokio::sync::watch;

use super::snapshot::{Snapshot, StartReport};

/// A command to the process.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Command {
    /// Take a snapshot now.
    Save,
    /// Accept only requests of handlers and workflows.
    Drain,
    /// Save, then exit.
    Stop,
}

impl Command {
    const fn line(self) -> &'static [u8] {
        match self {
            Self::Save => b"save\n",
            Self::Drain => b"drain\n",
            Self::Stop => b"stop\n",
        }
    }
}

/// Sends a command. Errors are ignored: they mean that the process has exited, which is detected elsewhere.
pub(super) async fn send(stdin: &mut ChildStdin, command: Command) {
    let _ = stdin.write_all(command.line()).await;
}

/// The sum of the events so far.
#[derive(Debug, Clone, Default)]
pub(super) struct Status {
    pub(super) started: Option<StartReport>,
    /// Why no snapshot can be used.
    pub(super) unreadable: Option<String>,
    /// The newest snapshot of this run, or the one it started from.
    pub(super) newest: Option<Snapshot>,
    /// The number of finished saves, whether successful or not.
    pub(super) saves: u64,
    /// Why the last save failed, if it did.
    pub(super) failure: Option<String>,
    /// Whether the save of an orderly stop has finished, successfully or not.
    pub(super) is_final: bool,
    pub(super) work: Option<Work>,
    /// Whether the process has closed its stdout.
    pub(super) is_closed: bool,
}

/// The remaining work while the emulator drains.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub struct Work {
    /// Running Step Functions executions.
    pub executions: u64,
    /// External requests in progress.
    pub requests: u64,
}

impl Work {
    /// Whether no work remains.
    pub const fn is_done(self) -> bool {
        self.executions == 0 && self.requests == 0
    }
}

#[derive(Debug, Deserialize)]
#[serde(tag = "event", rename_all = "snake_case")]
enum Event {
    Started(StartReport),
    Unreadable { error: String },
    Saved { orderly: bool, snapshot: Snapshot },
    SaveFailed { orderly: bool, error: String },
    Draining(Work),
}

/// Reads events until the process closes its stdout.
pub(super) fn listen(stdout: ChildStdout) -> watch::Receiver<Status> {
    let (sender, receiver) = watch::channel(Status::default());
    tokio::spawn(async move {
        let mut lines = BufReader::new(stdout).lines();
        while let Ok(Some(line)) = lines.next_line().await {
            // Other lines were printed before the protocol was set up.
            if let Ok(event) = serde_json::from_str(&line) {
                sender.send_modify(|status| status.apply(event));
            }
        }
        sender.send_modify(|status| status.is_closed = true);
    });
    receiver
}

impl Status {
    fn apply(&mut self, event: Event) {
        match event {
            Event::Started(report) => {
                if self.newest.is_none() {
                    self.newest.clone_from(&report.snapshot);
                }
                self.started = Some(report);
            }
            Event::Unreadable { error } => self.unreadable = Some(error),
            Event::Saved { orderly, snapshot } => {
                self.newest = Some(snapshot);
                self.failure = None;
                self.saves += 1;
                self.is_final |= orderly;
            }
            Event::SaveFailed { orderly, error } => {
                self.failure = Some(error);
                self.saves += 1;
                self.is_final |= orderly;
            }
            Event::Draining(work) => self.work = Some(work),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn status(lines: &[&str]) -> Status {
        let mut status = Status::default();
        for line in lines {
            status.apply(serde_json::from_str(line).unwrap());
        }
        status
    }

    #[test]
    fn events_add_up_to_a_status() {
        let status = status(&[
            r#"{"event": "started", "snapshot": {"number": 3, "takenAt": "2026-11-30T10:00:00.000Z", "orderly": true},
                "wasKilled": false, "problems": [], "abortedExecutions": 0, "saved": true}"#,
            r#"{"event": "saved", "orderly": false, "snapshot": {"number": 4, "takenAt": "2026-11-30T10:01:00.000Z",
                "orderly": false}}"#,
            r#"{"event": "save_failed", "orderly": true, "error": "No space left on device"}"#,
            r#"{"event": "draining", "executions": 2, "requests": 0}"#,
        ]);
        assert_eq!(status.started.unwrap().snapshot.unwrap().number, 3);
        assert_eq!(
            status.newest.unwrap().number,
            4,
            "a failed save does not change the disk"
        );
        assert_eq!(status.failure.as_deref(), Some("No space left on device"));
        assert!(status.is_final);
        assert!(!status.work.unwrap().is_done());
    }
}
