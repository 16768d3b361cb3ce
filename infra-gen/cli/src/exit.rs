//! The exit codes: what a script that calls this program may rely on.

use std::process::ExitCode;

/// The verb did what was asked, or found nothing to do.
pub const DONE: u8 = 0;
/// Something failed; the chain of causes is on stderr.
pub const FAILED: u8 = 1;
/// The command line itself was wrong: an unknown verb, flag or environment.
pub const USAGE: u8 = 2;
/// The compared things differ. Only verbs that compare return it, and only when asked to.
pub const DIFFERENT: u8 = 3;
/// Ctrl-C, or a request to end. What CloudFormation had been told to do goes on; the same verb again follows it.
pub const INTERRUPTED: u8 = 130;

/// How a verb outcome, when it did not fail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    Done,
    /// The verb looked for something and must say by its exit code that it is not so.
    CheckFailed,
    /// The compared things differ, and that was to be said.
    Different,
    /// Somebody outcome it before its end.
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
