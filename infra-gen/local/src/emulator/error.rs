//! Errors of the emulator.

use std::path::{Path, PathBuf};
use std::process::ExitStatus;

use super::snapshot::Loss;
use super::{PINNED, START_TIMEOUT};

/// The command that installs the emulator into a Python environment.
pub fn how_to_install(venv: &Path) -> String {
    let venv = venv.display();
    format!(
        "with Python 3.10 or newer, run `python3 -m venv {venv} && {venv}/bin/pip install ministack=={PINNED} cryptography`"
    )
}

/// Why the emulator could not start, keep running or save its state.
#[derive(Debug, thiserror::Error)]
pub enum EmulatorError {
    /// The Python environment is missing or empty.
    #[error("the emulator is not installed in `{}`\n  hint: {}", .0.display(), how_to_install(.0))]
    NotInstalled(PathBuf),
    /// The state folder cannot be used.
    #[error("could not prepare the state folder `{folder}`")]
    State {
        /// The folder.
        folder: PathBuf,
        /// The system's error.
        source: std::io::Error,
    },
    /// None of the snapshots can be used.
    #[error(
        "could not read the snapshots in `{folder}`: {reason}\n  hint: restore the folder, or start without data with `--reset`"
    )]
    Unreadable {
        /// The folder of the snapshots.
        folder: PathBuf,
        /// The problem of each snapshot.
        reason: String,
    },
    /// The process could not be started or watched.
    #[error("could not start the emulator")]
    Start(#[source] std::io::Error),
    /// The process exited while it was starting.
    #[error("the emulator exited unexpectedly ({status}); its log is `{log}`, which ends with:\n{tail}")]
    NotStarted {
        /// The exit status.
        status: ExitStatus,
        /// The log file.
        log: PathBuf,
        /// The end of the log.
        tail: String,
    },
    /// The process exited while it was in use.
    #[error(
        "the emulator exited unexpectedly ({status}); {loss}\n  its log is `{log}`, which ends with:\n{tail}"
    )]
    Exited {
        /// The exit status.
        status: ExitStatus,
        /// The lost data.
        loss: Loss,
        /// The log file.
        log: PathBuf,
        /// The end of the log.
        tail: String,
    },
    /// The process runs but does not respond.
    #[error("the emulator did not respond at `{address}` within {} s; its log is `{log}`, which ends with:\n{tail}", START_TIMEOUT.as_secs())]
    Timeout {
        /// The endpoint.
        address: String,
        /// The log file.
        log: PathBuf,
        /// The end of the log.
        tail: String,
    },
    /// The state could not be saved.
    #[error("could not save the data: {reason}; {loss}")]
    NotSaved {
        /// The reason.
        reason: String,
        /// The lost data.
        loss: Loss,
    },
}
