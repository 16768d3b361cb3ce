//! Why there is no emulator, or why it could not keep its state.

use std::path::{Path, PathBuf};
use std::process::ExitStatus;

use super::snapshot::Loss;
use super::{PINNED, START};

/// How it gets into a Python environment that lacks it.
pub fn how_to_install(venv: &Path) -> String {
    let venv = venv.display();
    format!(
        "with Python 3.10 or newer: `python3 -m venv {venv} && {venv}/bin/pip install ministack=={PINNED} cryptography`"
    )
}

/// Why there is no emulator, or why it could not keep its state.
#[derive(Debug, thiserror::Error)]
pub enum EmulatorError {
    /// The Python environment is missing or empty.
    #[error("the emulator is not installed in `{}`; {}", .0.display(), how_to_install(.0))]
    NotInstalled(PathBuf),
    /// The state folder cannot be used.
    #[error("could not prepare the state folder `{folder}`")]
    State {
        /// The folder.
        folder: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// None of the snapshots can be used.
    #[error(
        "the snapshots in `{folder}` cannot be read ({reason}); restore the folder, or start without data with `--reset`"
    )]
    Unreadable {
        /// Where the snapshots are.
        folder: PathBuf,
        /// What is wrong with each.
        reason: String,
    },
    /// The process could not be started or watched.
    #[error("could not start the emulator")]
    Start(#[source] std::io::Error),
    /// The process ended by itself while it was starting.
    #[error("the emulator ended by itself ({status}); its log is `{log}`, which ends with:\n{tail}")]
    NotStarted {
        /// How it ended.
        status: ExitStatus,
        /// Where all of its output is.
        log: PathBuf,
        /// The end of its output.
        tail: String,
    },
    /// The process ended by itself while it was in use.
    #[error(
        "the emulator ended by itself ({status}); {loss}\n  its log is `{log}`, which ends with:\n{tail}"
    )]
    Exited {
        /// How it ended.
        status: ExitStatus,
        /// What is lost with it.
        loss: Loss,
        /// Where all of its output is.
        log: PathBuf,
        /// The end of its output.
        tail: String,
    },
    /// It runs and does not answer.
    #[error("the emulator did not answer at `{address}` within {} s; its log is `{log}`, which ends with:\n{tail}", START.as_secs())]
    Timeout {
        /// Its address.
        address: String,
        /// Where all of its output is.
        log: PathBuf,
        /// The end of its output.
        tail: String,
    },
    /// The state could not be saved at the end.
    #[error("could not save the data: {reason}; {loss}")]
    NotSaved {
        /// Why.
        reason: String,
        /// What is lost.
        loss: Loss,
    },
}
