//! Why a deployment did not come to its end, and what to do then.

use std::fmt;

use infra_gen_cfn::ParseError;

use super::consent::Refusal;
use super::destroy::DestroyError;
use super::failures::Failure;
use super::parameters::ValueErrors;
use super::swap::SwapError;
use crate::app::BoxError;
use crate::aws::{AccountError, AwsError};
use crate::package::build::BuildError;
use crate::package::elf::Unfit;
use crate::program;

/// Why a deployment did not come to its end.
#[derive(Debug, thiserror::Error)]
pub(crate) enum DeployError {
    #[error("the template of `{stack}` could not be built")]
    Synth { stack: String, source: BoxError },
    #[error("the deployed template of `{stack}` could not be read")]
    Deployed { stack: String, source: ParseError },
    #[error("the template does not fit into one stack, and cannot be divided")]
    Undividable(#[source] infra_gen_cfn::Problems),
    #[error(
        "the template has no parameter `{parameter}`, which takes the code of package `{package}`; declare it"
    )]
    MissingParameter {
        parameter: String,
        package: &'static str,
    },
    #[error("could not read the binary `{path}`")]
    ReadBinary { path: String, source: std::io::Error },
    #[error("handler `{package}` would not start on AWS Lambda")]
    Unfit { package: &'static str, source: Unfit },
    #[error("could not pack handler `{package}`")]
    Pack {
        package: &'static str,
        source: zip::result::ZipError,
    },
    #[error(
        "this parts the application from its data: {}\n  if that is meant: run this again with `--allow-destructive`",
        .losses.join("; ")
    )]
    Destructive { losses: Vec<String> },
    #[error(
        "CloudFormation would part the application from data where the difference above does not say so: {}\n  if that \
         is meant: run this again with `--allow-destructive`",
        .losses.join("; ")
    )]
    Unforeseen { losses: Vec<String> },
    #[error(
        "stack `{stack}` is {status} and can only be deleted, but that deletes what holds data: {}\n  if that is meant: \
         run this again with `--allow-destructive`; otherwise save the data, or take the resources out of the stack",
        .losses.join(", ")
    )]
    RemainsHoldData {
        stack: String,
        status: String,
        losses: Vec<String>,
    },
    #[error("what is left of `{stack}` could not be deleted")]
    Remains {
        stack: String,
        source: Box<DestroyError>,
    },
    #[error(
        "stack `{stack}` is stuck in {status}; look at its events in the CloudFormation console and finish the import there"
    )]
    Stuck { stack: String, status: String },
    #[error(
        "stack `{stack}` cannot be rolled back: {}\n  mend what is named and run this again, or leave resources as they \
         are: `--skip-rollback {}`",
        .resources.join("; "),
        .names.join(" --skip-rollback ")
    )]
    HalfRolledBack {
        stack: String,
        resources: Vec<String>,
        names: Vec<String>,
    },
    #[error("`{name}` is no resource whose rollback failed; skip only these: {}", .known.join(", "))]
    NotSkippable { name: String, known: Vec<String> },
    #[error("CloudFormation refuses the change set of `{stack}`: {reason}")]
    Refused { stack: String, reason: String },
    #[error(
        "stack `{stack}` changed after its difference was made; nothing was deployed: run this again to see what \
         deploying would do now"
    )]
    Changed { stack: String },
    #[error(
        "another deployment of stack `{stack}` is in progress ({status}); nothing was deployed by this run\n  hint: run \
         this again: it follows the other deployment to its end, then shows what is left to change"
    )]
    InProgress { stack: String, status: String },
    #[error(
        "the change set of `{stack}` cannot be executed any more, so somebody else changed the stack meanwhile; nothing \
         was deployed by this run: run it again"
    )]
    Overtaken { stack: String, source: Box<AwsError> },
    #[error(
        "lost sight of stack `{stack}`; what was started goes on at AWS: run this again to follow it to its end"
    )]
    LostSight { stack: String, source: Box<AwsError> },
    #[error("stack `{stack}` ended as {status}{}{}", Failures(.failures), Afterwards(.status))]
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
    Refusal(#[from] Refusal),
    #[error(transparent)]
    Account(#[from] AccountError),
    #[error(transparent)]
    Build(#[from] BuildError),
    #[error(transparent)]
    Aws(#[from] AwsError),
}

/// The failures that nothing else caused, the first one first.
pub(super) struct Failures<'a>(pub(super) &'a [Failure]);

impl DeployError {
    /// What is told when the watching fails, and not the work.
    pub(super) fn lost_sight(stack: &str, source: AwsError) -> Self {
        Self::LostSight {
            stack: stack.to_owned(),
            source: Box::new(source),
        }
    }
}

impl fmt::Display for Failures<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, failure) in self.0.iter().enumerate() {
            let what = if place == 0 {
                "first failure"
            } else {
                "also failed"
            };
            write!(f, "\n  {what}: {failure}")?;
        }
        Ok(())
    }
}

/// What is to be done about a stack that ended badly.
struct Afterwards<'a>(&'a str);

impl fmt::Display for Afterwards<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.0 {
            "DELETE_FAILED" => {
                return write!(
                    f,
                    "\n  once that is mended: run `{} destroy` again",
                    program::name()
                );
            }
            "ROLLBACK_COMPLETE" | "ROLLBACK_FAILED" | "CREATE_FAILED" => {
                "\n  once that is mended: deploy again, which deletes what is left first"
            }
            "UPDATE_ROLLBACK_COMPLETE" => "\n  the stack is what it was before",
            "UPDATE_ROLLBACK_FAILED" => "\n  deploy again: it continues the rollback first",
            _ => "",
        })
    }
}
