//! The exit codes. Scripts rely on them.

use std::process::ExitCode;

/// The command succeeded, or had nothing to do.
pub const DONE: u8 = 0;
/// The command failed; stderr has the error and its causes.
pub const FAILED: u8 = 1;
/// The command line was invalid: an unknown command, option or environment.
pub const USAGE: u8 = 2;
/// The compared things differ. Only commands that compare return it, and only on request.
pub const DIFFERENT: u8 = 3;
/// Ctrl-C or a termination signal. An operation of CloudFormation continues; running the same command again follows it.
pub const INTERRUPTED: u8 = 130;

/// How a command ended without an error.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    Done,
    /// The command checked something, and the check failed.
    CheckFailed,
    /// The compared things differ, and the exit code was requested to say so.
    Different,
    /// A signal stopped the command.
    Interrupted,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Done => Self::from(DONE),
            Outcome::CheckFailed => Self::from(FAILED),
            Outcome::Different => Self::from(DIFFERENT),
            Outcome::Interrupted => Self::from(INTERRUPTED),
        }
    }
}
