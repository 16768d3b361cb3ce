//! Brings a stack to rest, whatever a run before this one, or somebody else, left it in.
//!
//! What is under way is followed to its end. What an operation left half done is finished. Nothing that holds data is
//! deleted on the way unless that was asked for.

use super::events::{Began, Bookmark};
use super::follow::{self, End};
use super::stack::{self, Stack, State};
use super::{DeployError, Deployment, destroy};
use crate::aws::{Aws, AwsError};
use crate::terminal::{Style, Terminal};

/// Returns when a change set can be made.
pub(super) async fn settle(deployment: &Deployment<'_>) -> Result<(), DeployError> {
    let Deployment {
        aws,
        loaded,
        terminal,
        ..
    } = *deployment;
    let name = loaded.stack_name.as_str();
    loop {
        match Stack::new(aws, name).state().await? {
            State::Absent | State::InReview | State::Deployed => return Ok(()),
            State::Busy { status } => {
                let _at_aws = deployment.phase.at_aws();
                let end = attach(aws, name, &status, terminal).await?;
                if !stack::succeeded(&end.status) {
                    return Err(failed(name, end));
                }
                terminal.line(
                    Style::Success,
                    format_args!("that ended as {}; going on", end.status),
                );
            }
            State::Remains { status } => clear(deployment, &status).await?,
            State::HalfUpdated => roll_back(deployment).await?,
            State::HalfRolledBack => continue_rollback(deployment).await?,
            State::Stuck { status } => {
                return Err(DeployError::Stuck {
                    stack: name.to_owned(),
                    status,
                });
            }
        }
    }
}

/// Follows what is going on already, from its beginning.
pub(super) async fn attach(
    aws: &Aws,
    name: &str,
    status: &str,
    terminal: Terminal,
) -> Result<End, DeployError> {
    let lost = |source| DeployError::lost_sight(name, source);
    // A deleted stack is known by its ID only.
    let description = Stack::new(aws, name).describe().await.map_err(lost)?;
    let id = description
        .and_then(|description| description.stack_id)
        .unwrap_or_else(|| name.to_owned());
    let (since, began) = Bookmark::before_current(aws, &id).await.map_err(lost)?;
    let who = match began {
        Began::Here => "an earlier run of this program began that",
        Began::Elsewhere => "something else than this program began that",
    };
    terminal.line(
        Style::Heading,
        format_args!("stack `{name}` is {status}: {who}; following it to its end"),
    );
    follow::follow(aws, &id, since, terminal).await.map_err(lost)
}

/// How an operation that did not do what was wanted is told.
pub(super) fn failed(name: &str, end: End) -> DeployError {
    DeployError::Failed {
        stack: name.to_owned(),
        status: end.status,
        failures: end.failures,
    }
}

/// Deletes what a failed creation or deletion left.
async fn clear(deployment: &Deployment<'_>, status: &str) -> Result<(), DeployError> {
    let Deployment {
        aws,
        loaded,
        terminal,
        ref manner,
        ..
    } = *deployment;
    let name = loaded.stack_name.as_str();
    let remains = |source| DeployError::Remains {
        stack: name.to_owned(),
        source: Box::new(source),
    };
    let Some(plan) = destroy::plan(aws, name, &[]).await.map_err(remains)? else {
        return Ok(());
    };
    let losses = plan.data();
    if !losses.is_empty() && !manner.allow_destructive {
        return Err(DeployError::RemainsHoldData {
            stack: name.to_owned(),
            status: status.to_owned(),
            losses,
        });
    }
    terminal.line(
        Style::Heading,
        format_args!("stack `{name}` is {status}: it can only be deleted and made anew"),
    );
    manner
        .consent
        .obtain(format_args!(
            "delete what is left of stack `{name}` ({status}), to make it anew"
        ))
        .await?;
    let _at_aws = deployment.phase.at_aws();
    destroy::execute(aws, &plan, terminal).await.map_err(remains)
}

/// Rolls an update back that was left where it failed.
async fn roll_back(deployment: &Deployment<'_>) -> Result<(), DeployError> {
    let Deployment {
        aws,
        loaded,
        terminal,
        ref manner,
        ..
    } = *deployment;
    let name = loaded.stack_name.as_str();
    terminal.line(
        Style::Heading,
        format_args!("stack `{name}` is UPDATE_FAILED: a failed update was left as it was"),
    );
    manner
        .consent
        .obtain(format_args!("roll the failed update of stack `{name}` back"))
        .await?;
    let _at_aws = deployment.phase.at_aws();
    let since = Bookmark::now(aws, name).await?;
    aws.cloudformation
        .rollback_stack()
        .stack_name(name)
        .send()
        .await
        .map_err(|error| AwsError::new(format!("roll stack `{name}` back"), &error))?;
    rolled_back(deployment, since).await
}

/// Continues a rollback that failed.
async fn continue_rollback(deployment: &Deployment<'_>) -> Result<(), DeployError> {
    let Deployment {
        aws,
        loaded,
        terminal,
        ref manner,
        ..
    } = *deployment;
    let name = loaded.stack_name.as_str();
    let failed: Vec<String> = unrolled(aws, name)
        .await?
        .into_iter()
        .map(|resource| resource.logical)
        .collect();
    for skipped in manner.skip_rollback {
        if !failed.contains(skipped) {
            return Err(DeployError::NotSkippable {
                name: skipped.clone(),
                known: failed,
            });
        }
    }
    terminal.line(
        Style::Heading,
        format_args!(
            "stack `{name}` is UPDATE_ROLLBACK_FAILED: {} could not be rolled back",
            failed.join(", ")
        ),
    );
    let leaving = match manner.skip_rollback {
        [] => String::new(),
        skipped => format!(", leaving {} as they are", skipped.join(", ")),
    };
    manner
        .consent
        .obtain(format_args!("continue the rollback of stack `{name}`{leaving}"))
        .await?;
    let _at_aws = deployment.phase.at_aws();
    let since = Bookmark::now(aws, name).await?;
    let skipped = (!manner.skip_rollback.is_empty()).then(|| manner.skip_rollback.to_vec());
    aws.cloudformation
        .continue_update_rollback()
        .stack_name(name)
        .set_resources_to_skip(skipped)
        .send()
        .await
        .map_err(|error| AwsError::new(format!("continue the rollback of stack `{name}`"), &error))?;
    rolled_back(deployment, since).await
}

/// Sees a rollback through.
async fn rolled_back(deployment: &Deployment<'_>, since: Bookmark) -> Result<(), DeployError> {
    let Deployment {
        aws,
        loaded,
        terminal,
        ..
    } = *deployment;
    let name = loaded.stack_name.as_str();
    let end = follow::follow(aws, name, since, terminal)
        .await
        .map_err(|source| DeployError::lost_sight(name, source))?;
    if end.status == "UPDATE_ROLLBACK_COMPLETE" {
        terminal.line(
            Style::Success,
            format_args!("stack `{name}` is what it was before the failed update; going on"),
        );
        return Ok(());
    }
    if end.status != "UPDATE_ROLLBACK_FAILED" {
        return Err(failed(name, end));
    }
    let failed = unrolled(aws, name).await?;
    Err(DeployError::HalfRolledBack {
        stack: name.to_owned(),
        resources: failed
            .iter()
            .map(|resource| format!("`{}` ({}): {}", resource.logical, resource.kind, resource.reason))
            .collect(),
        names: failed.into_iter().map(|resource| resource.logical).collect(),
    })
}

/// What a failed rollback left as the failed update had made it.
async fn unrolled(aws: &Aws, name: &str) -> Result<Vec<stack::Resource>, DeployError> {
    let resources = Stack::new(aws, name).resources().await?;
    Ok(resources
        .into_iter()
        .filter(|resource| resource.status == "UPDATE_FAILED")
        .collect())
}
