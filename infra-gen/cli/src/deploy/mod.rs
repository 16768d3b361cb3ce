//! The deploy engine: from a template and built handlers to a running stack, through CloudFormation change sets.
//!
//! One way for AWS and for any endpoint that behaves like it. Nothing here asks the user anything or decides what to
//! deploy; `verbs` does. There is no bootstrap stack: the one bucket needed is made by [`artifacts`].

use std::collections::BTreeMap;
use std::path::Path;

use infra_gen_cfn::Template;

use infra_gen_constructs::{ARTIFACTS_BUCKET_PARAMETER, Package};

use crate::app::{BoxError, Loaded};
use crate::aws::{AccountError, Aws, AwsError};
use crate::package::archive::Packing;
use crate::package::build::{self, BuildError, Destination};
use crate::package::elf::{self, Unfit};
use crate::terminal::{Terminal, Tone};

pub(crate) mod artifacts;
pub(crate) mod change_set;
pub(crate) mod destroy;
pub(crate) mod events;
pub(crate) mod functions;
pub(crate) mod site;
pub(crate) mod stack;
mod template;

use artifacts::Artifacts;
use change_set::Submission;
use stack::{Stack, State};

/// What to deploy, and where.
pub(crate) struct Deployment<'a> {
    pub(crate) app: &'a str,
    pub(crate) loaded: &'a Loaded,
    pub(crate) packages: &'a [Package],
    pub(crate) workspace: &'a Path,
    pub(crate) aws: &'a Aws,
    pub(crate) terminal: Terminal,
    /// Delete what a failed first creation left behind, instead of refusing.
    pub(crate) replace_failed: bool,
}

/// Why a deployment did not come to its end.
#[derive(Debug, thiserror::Error)]
pub(crate) enum DeployError {
    #[error("the template of `{stack}` could not be built")]
    Synth { stack: String, source: BoxError },
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
    #[error("stack `{stack}` is busy ({status}); wait until that has ended and run this again")]
    Busy { stack: String, status: String },
    #[error(
        "the first creation of stack `{stack}` failed earlier and left it as {status}, which cannot be updated; \
             run this again with `--replace-failed` to delete what is left and create it anew"
    )]
    FailedCreation { stack: String, status: String },
    #[error(
        "stack `{stack}` is stuck in {status}; see `aws cloudformation continue-update-rollback --stack-name {stack}`"
    )]
    Stuck { stack: String, status: String },
    #[error("CloudFormation refuses the change set of `{stack}`: {reason}")]
    Refused { stack: String, reason: String },
    #[error("stack `{stack}` ended as {status}{}{}", FirstFailure(.failure.as_ref()), Afterwards(.status))]
    Failed {
        stack: String,
        status: String,
        failure: Option<events::Failure>,
    },
    #[error("what the failed creation of `{stack}` left could not be deleted")]
    Remains {
        stack: String,
        source: Box<destroy::DestroyError>,
    },
    #[error(transparent)]
    Account(#[from] AccountError),
    #[error(transparent)]
    Build(#[from] BuildError),
    #[error(transparent)]
    Aws(#[from] AwsError),
}

struct FirstFailure<'a>(Option<&'a events::Failure>);

impl std::fmt::Display for FirstFailure<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.0 {
            Some(failure) => write!(f, "\n  first failure: {failure}"),
            None => Ok(()),
        }
    }
}

/// What is to be done about a stack that ended badly.
struct Afterwards<'a>(&'a str);

impl std::fmt::Display for Afterwards<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self.0 {
            "ROLLBACK_COMPLETE" | "ROLLBACK_FAILED" | "CREATE_FAILED" => {
                "\n  once that is mended: deploy with `--replace-failed`, which deletes what is left first"
            }
            "UPDATE_ROLLBACK_COMPLETE" => "\n  the stack is what it was before",
            _ => "",
        })
    }
}

/// Brings the stack to what the template says: its outputs. Deploying the same again changes nothing.
pub(crate) async fn deploy(deployment: &Deployment<'_>) -> Result<BTreeMap<String, String>, DeployError> {
    let Deployment {
        loaded,
        packages,
        aws,
        terminal,
        ..
    } = *deployment;
    let name = loaded.stack_name.as_str();
    let template = loaded.synth().map_err(|source| DeployError::Synth {
        stack: name.to_owned(),
        source,
    })?;
    expect_parameters(&template, packages)?;
    let account = aws.expected_account(&loaded.settings).await?;

    // Known before minutes are spent on building.
    let stack = Stack::new(aws, name);
    let state = usable(deployment, &stack).await?;

    let mut artifacts = Artifacts::new(aws, deployment.app, &account, terminal);
    let parameters = code(deployment, &mut artifacts).await?;
    let source = template::place(&template, &mut artifacts).await?;

    let submission = Submission {
        stack: name,
        source,
        parameters,
        capabilities: template.capabilities(),
        tags: &loaded.settings.tags,
        state: &state,
    };
    match change_set::submit(aws, &submission).await? {
        change_set::Verdict::NoChanges => {
            terminal.line(
                Tone::Good,
                format_args!("no changes: stack `{name}` is what the template says"),
            );
        }
        change_set::Verdict::Ready { id, changes } => {
            terminal.line(
                Tone::Heading,
                format_args!("{} stack `{name}`: {changes}", state.doing()),
            );
            execute(deployment, &id).await?;
        }
    }
    stack.protect(loaded.settings.termination_protection).await?;
    Ok(stack.outputs().await?)
}

fn expect_parameters(template: &Template, packages: &[Package]) -> Result<(), DeployError> {
    for package in packages {
        for parameter in [package.parameter(), ARTIFACTS_BUCKET_PARAMETER] {
            if !template.parameters.contains_key(parameter.as_str()) {
                return Err(DeployError::MissingParameter {
                    parameter: parameter.into(),
                    package: package.cargo_package,
                });
            }
        }
    }
    Ok(())
}

/// The stack's state, when it is one that a change set can start from.
async fn usable(deployment: &Deployment<'_>, stack: &Stack<'_>) -> Result<State, DeployError> {
    let name = deployment.loaded.stack_name.clone();
    match stack.state().await? {
        State::FailedCreation { .. } if deployment.replace_failed => {
            deployment.terminal.line(
                Tone::Heading,
                format_args!("deleting what the failed creation of `{name}` left"),
            );
            remove(deployment, &name)
                .await
                .map_err(|source| DeployError::Remains {
                    stack: name,
                    source: Box::new(source),
                })?;
            Ok(State::Absent)
        }
        State::FailedCreation { status } => Err(DeployError::FailedCreation { stack: name, status }),
        State::Busy { status } => Err(DeployError::Busy { stack: name, status }),
        State::Stuck { status } => Err(DeployError::Stuck { stack: name, status }),
        state @ (State::Absent | State::InReview | State::Deployed) => Ok(state),
    }
}

async fn remove(deployment: &Deployment<'_>, name: &str) -> Result<(), destroy::DestroyError> {
    match destroy::plan(deployment.aws, name).await? {
        Some(plan) => destroy::execute(deployment.aws, &plan, deployment.terminal).await,
        None => Ok(()),
    }
}

/// Builds, checks and uploads the handlers: the values of the template's code parameters.
async fn code(
    deployment: &Deployment<'_>,
    artifacts: &mut Artifacts<'_>,
) -> Result<BTreeMap<String, String>, DeployError> {
    let Deployment {
        loaded,
        packages,
        workspace,
        terminal,
        ..
    } = *deployment;
    let mut parameters = BTreeMap::new();
    let (destination, packing) = if loaded.is_local() {
        (Destination::ThisMachine, Packing::Quick)
    } else {
        (Destination::Lambda(loaded.settings.architecture), Packing::Small)
    };
    let binaries = build::build(workspace, packages, destination, terminal).await?;
    for (package, path) in packages.iter().zip(binaries) {
        let binary = tokio::fs::read(&path)
            .await
            .map_err(|source| DeployError::ReadBinary {
                path: path.display().to_string(),
                source,
            })?;
        if let Destination::Lambda(architecture) = destination {
            elf::check(&binary, architecture).map_err(|source| DeployError::Unfit {
                package: package.cargo_package,
                source,
            })?;
        }
        let key = artifacts
            .upload_code(package.cargo_package, &binary, packing)
            .await?;
        parameters.insert(package.parameter().into(), key);
    }
    if !packages.is_empty() {
        parameters.insert(ARTIFACTS_BUCKET_PARAMETER.into(), artifacts.bucket().to_owned());
    }
    Ok(parameters)
}

async fn execute(deployment: &Deployment<'_>, change_set: &str) -> Result<(), DeployError> {
    let name = &deployment.loaded.stack_name;
    let since = events::Bookmark::now(deployment.aws, name).await?;
    change_set::execute(deployment.aws, name, change_set).await?;
    let end = events::follow(deployment.aws, name, since, deployment.terminal).await?;
    if stack::succeeded(&end.status) {
        deployment
            .terminal
            .line(Tone::Good, format_args!("stack `{name}` is {}", end.status));
        return Ok(());
    }
    Err(DeployError::Failed {
        stack: name.clone(),
        status: end.status,
        failure: end.failure,
    })
}
