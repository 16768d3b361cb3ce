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

/// How a verb ended, when it did not fail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ended {
    Done,
    /// The verb looked for something and must say by its exit code that it is not so.
    NotWell,
    /// The compared things differ, and that was to be said.
    Different,
    /// Somebody ended it before its end.
    Interrupted,
}

impl From<Ended> for ExitCode {
    fn from(ended: Ended) -> Self {
        match ended {
            Ended::Done => Self::from(DONE),
            Ended::NotWell => Self::from(FAILED),
            Ended::Different => Self::from(DIFFERENT),
            Ended::Interrupted => Self::from(INTERRUPTED),
        }
    }
}
