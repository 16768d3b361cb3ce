//! Why a deployment, a deletion or a swap failed, and the hint for the next step.
//!
//! The three types refer to each other, so they live together, below the modules that return them.

use std::fmt;

use infra_gen_cfn::ParseError;

use super::confirmation::ConfirmationError;
use super::parameters::ValueErrors;
use super::progress::failures::Failure;
use crate::app::BoxError;
use crate::aws::{AccountError, AwsError};
use crate::package::build::BuildError;
use crate::package::elf::IncompatibleBinary;
use crate::program;

/// Why a deployment failed.
#[derive(Debug, thiserror::Error)]
pub(crate) enum DeployError {
    #[error("could not build the template of stack `{stack}`")]
    Synth { stack: String, source: BoxError },
    #[error("could not parse the deployed template of stack `{stack}`")]
    ParseDeployed { stack: String, source: ParseError },
    #[error("the template exceeds the limits of one stack and cannot be split into nested stacks")]
    CannotSplit(#[source] infra_gen_cfn::Findings),
    #[error(
        "the template has no parameter `{parameter}` for the code of package `{package}`\n  hint: declare the parameter \
         in the template"
    )]
    MissingParameter {
        parameter: String,
        package: &'static str,
    },
    #[error("could not read the binary `{path}`")]
    ReadBinary { path: String, source: std::io::Error },
    #[error("handler `{package}` would not start on AWS Lambda")]
    IncompatibleBinary {
        package: &'static str,
        source: IncompatibleBinary,
    },
    #[error("could not create the archive of handler `{package}`")]
    Pack {
        package: &'static str,
        source: zip::result::ZipError,
    },
    #[error(
        "the application could lose data, or access to it:{}\n  hint: to accept this, run the command again with \
         `--allow-destructive`",
        Lines(.losses)
    )]
    Destructive { losses: Vec<String> },
    #[error(
        "CloudFormation's change set shows that the application could lose data, or access to it, where the difference \
         does not:{}\n  hint: to accept this, run the command again with `--allow-destructive`",
        Lines(.losses)
    )]
    DestructiveChangeSet { losses: Vec<String> },
    #[error(
        "stack `{stack}` is {status} and must be deleted first, but it has resources that hold, or may hold, data: {}\n  \
         hint: to delete them, run the command again with `--allow-destructive`; otherwise save the data, or take the \
         resources out of the stack",
        .losses.join(", ")
    )]
    FailedStackHoldsData {
        stack: String,
        status: String,
        losses: Vec<String>,
    },
    #[error("could not delete the failed stack `{stack}`")]
    DeleteFailedStack {
        stack: String,
        source: Box<DestroyError>,
    },
    #[error(
        "stack `{stack}` is {status}, and `deploy` cannot recover it\n  hint: look at its events in the CloudFormation \
         console and finish the import there"
    )]
    Unrecoverable { stack: String, status: String },
    #[error(
        "could not roll back stack `{stack}`: {}\n  hint: fix these resources and run the command again, or leave them as \
         they are: `--skip-rollback {}`",
        .resources.join("; "),
        .names.join(" --skip-rollback ")
    )]
    RollbackFailed {
        stack: String,
        resources: Vec<String>,
        names: Vec<String>,
    },
    #[error(
        "`{name}` is not a resource whose rollback failed\n  hint: `--skip-rollback` accepts only: {}",
        .known.join(", ")
    )]
    NotSkippable { name: String, known: Vec<String> },
    #[error("CloudFormation rejected the change set of stack `{stack}`: {reason}")]
    ChangeSetRejected { stack: String, reason: String },
    #[error(
        "stack `{stack}` changed after its difference was computed; nothing was deployed\n  hint: run the command again to \
         see the current difference"
    )]
    Changed { stack: String },
    #[error(
        "another deployment of stack `{stack}` is in progress ({status}); this run deployed nothing\n  hint: run the \
         command again: it waits for the other deployment, then shows what is left to change"
    )]
    InProgress { stack: String, status: String },
    #[error(
        "the change set of stack `{stack}` can no longer be executed because the stack has changed; this run deployed \
         nothing\n  hint: run the command again"
    )]
    ChangeSetObsolete { stack: String, source: Box<AwsError> },
    #[error(
        "can no longer watch stack `{stack}`; the operation continues on AWS\n  hint: run the command again to watch it to \
         the end"
    )]
    WatchInterrupted { stack: String, source: Box<AwsError> },
    #[error("stack `{stack}` ended in {status}{}{}", Failures(.failures), NextStep(.status))]
    Failed {
        stack: String,
        status: String,
        failures: Vec<Failure>,
    },
    #[error(transparent)]
    Values(#[from] ValueErrors),
    #[error(transparent)]
    Swap(#[from] SwapError),
    #[error(transparent)]
    Confirmation(#[from] ConfirmationError),
    #[error(transparent)]
    Account(#[from] AccountError),
    #[error(transparent)]
    Build(#[from] BuildError),
    #[error(transparent)]
    Aws(#[from] AwsError),
}

/// Why a stack was not deleted.
#[derive(Debug, thiserror::Error)]
pub(crate) enum DestroyError {
    #[error(
        "stack `{0}` has termination protection\n  hint: set `terminationProtection: false` in its environment, deploy, \
         and run the command again"
    )]
    Protected(String),
    #[error("stack `{stack}` ended in {status}{}", Failures(.failures))]
    Failed {
        stack: String,
        status: String,
        failures: Vec<Failure>,
    },
    #[error("could not parse the template of stack `{0}`")]
    Template(String, #[source] ParseError),
    #[error("could not list the resources of stack `{0}`")]
    Contents(String, #[source] Box<DeployError>),
    #[error(
        "`{name}` is not a retained resource of stack `{stack}`\n  hint: `--delete-data` accepts: {}",
        Names(.retained)
    )]
    NotRetained {
        stack: String,
        name: String,
        retained: Vec<String>,
    },
    #[error(
        "stack `{stack}` is {status}, and CloudFormation cannot change deletion policies in this state\n  hint: use the \
         same `--delete-data` options as in the previous run"
    )]
    NotUpdatable { stack: String, status: String },
    #[error(
        "CloudFormation would change more than the deletion policy of the named resources: {}; nothing was deleted\n  \
         hint: deploy the stack first, then run the command again",
        .0.join(", ")
    )]
    MoreThanNamed(Vec<String>),
    #[error("could not change the deletion policies in stack `{stack}` to delete {}", .named.join(", "))]
    PolicyUpdate {
        stack: String,
        named: Vec<String>,
        source: Box<DeployError>,
    },
    #[error(transparent)]
    Aws(#[from] AwsError),
}

/// Why the code of a function was not swapped.
#[derive(Debug, thiserror::Error)]
pub(crate) enum SwapError {
    #[error(
        "`--function` updates code without CloudFormation, which the environment of stack `{0}` does not allow\n  hint: \
         deploy the whole stack, or set `swapFunctions: true` in the environment's file"
    )]
    NotAllowed(String),
    #[error(
        "stack `{0}` is not deployed, or an operation is in progress\n  hint: deploy the whole stack, or \
         wait until the operation ends"
    )]
    NotDeployed(String),
    #[error(
        "the application does not build the code of a function `{name}`\n  hint: use one of: {}",
        Names(.known)
    )]
    UnknownFunction { name: String, known: Vec<String> },
    #[error("AWS Lambda could not update the code of function `{function}`: {reason}")]
    UpdateFailed { function: String, reason: String },
    #[error(transparent)]
    Aws(#[from] AwsError),
}

impl DeployError {
    /// For an operation that continues although watching it failed.
    pub(super) fn watch_interrupted(stack: &str, source: AwsError) -> Self {
        Self::WatchInterrupted {
            stack: stack.to_owned(),
            source: Box::new(source),
        }
    }
}

/// Root causes, in the order in which they happened.
struct Failures<'a>(&'a [Failure]);

impl fmt::Display for Failures<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, failure) in self.0.iter().enumerate() {
            let label = if index == 0 {
                "first failure"
            } else {
                "also failed"
            };
            write!(f, "\n  {label}: {failure}")?;
        }
        Ok(())
    }
}

/// What to do about a stack that ended in this status.
struct NextStep<'a>(&'a str);

impl fmt::Display for NextStep<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.0 {
            "DELETE_FAILED" => {
                return write!(
                    f,
                    "\n  hint: fix the cause, then run `{} destroy` again",
                    program::name()
                );
            }
            "ROLLBACK_COMPLETE" | "ROLLBACK_FAILED" | "CREATE_FAILED" => {
                "\n  hint: fix the cause, then deploy again; that deletes the failed stack first"
            }
            "UPDATE_ROLLBACK_COMPLETE" => "\n  the stack is back in its state before the update",
            "UPDATE_ROLLBACK_FAILED" => "\n  hint: deploy again; that continues the rollback first",
            _ => "",
        })
    }
}

/// A list with one line for each item.
struct Lines<'a>(&'a [String]);

impl fmt::Display for Lines<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|line| write!(f, "\n  - {line}"))
    }
}

/// Names in backticks, or `nothing`.
struct Names<'a>(&'a [String]);

impl fmt::Display for Names<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.is_empty() {
            return f.write_str("nothing");
        }
        write!(f, "`{}`", self.0.join("`, `"))
    }
}
