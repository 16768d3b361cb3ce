//! Brings a stack to a state in which a change set can be created.
//!
//! Waits for an operation that is in progress, completes a failed rollback, and deletes a stack whose creation failed. It
//! deletes no resource that holds data unless the user allowed it.

use super::progress::events::{EventCursor, Initiator};
use super::progress::{self, OperationOutcome};
use super::stack::{self, Stack, State};
use super::{DeployError, Deployment, destroy};
use crate::aws::{Aws, AwsError};
use crate::terminal::{Style, Terminal};

/// Returns when a change set can be created.
pub(super) async fn recover_stack(deployment: &Deployment<'_>) -> Result<(), DeployError> {
    let (aws, terminal, name) = (deployment.aws, deployment.terminal, deployment.stack_name());
    loop {
        match Stack::new(aws, name).state().await? {
            State::Absent | State::InReview | State::Deployed => return Ok(()),
            State::InProgress { status } => {
                let _operation = deployment.phase.enter_aws();
                let outcome = watch_current(aws, name, &status, terminal).await?;
                if !stack::succeeded(&outcome.status) {
                    return Err(operation_failed(name, outcome));
                }
                terminal.line(
                    Style::Success,
                    format_args!("that operation ended in {}; continuing", outcome.status),
                );
            }
            State::DeleteOnly { status } => delete_failed_stack(deployment, &status).await?,
            State::UpdateFailed => roll_back(deployment).await?,
            State::RollbackFailed => continue_rollback(deployment).await?,
            State::Unrecoverable { status } => {
                return Err(DeployError::Unrecoverable {
                    stack: name.to_owned(),
                    status,
                });
            }
        }
    }
}

/// Waits until no operation on the stack is in progress, whether it succeeds or fails.
pub(crate) async fn wait_until_idle(aws: &Aws, name: &str, terminal: Terminal) -> Result<(), DeployError> {
    while let State::InProgress { status } = Stack::new(aws, name).state().await? {
        watch_current(aws, name, &status, terminal).await?;
    }
    Ok(())
}

/// The error for an operation that ended without success.
pub(super) fn operation_failed(name: &str, outcome: OperationOutcome) -> DeployError {
    DeployError::Failed {
        stack: name.to_owned(),
        status: outcome.status,
        failures: outcome.failures,
    }
}

/// Watches the operation that is in progress, from its first event.
async fn watch_current(
    aws: &Aws,
    name: &str,
    status: &str,
    terminal: Terminal,
) -> Result<OperationOutcome, DeployError> {
    let interrupted = |source| DeployError::watch_interrupted(name, source);
    // Once a stack is deleted, only its ID finds it.
    let description = Stack::new(aws, name).describe().await.map_err(interrupted)?;
    let id = description
        .and_then(|description| description.stack_id)
        .unwrap_or_else(|| name.to_owned());
    let (since, initiator) = EventCursor::before_last_operation(aws, &id)
        .await
        .map_err(interrupted)?;
    let initiator = match initiator {
        Initiator::ThisProgram => "started by an earlier run of this program",
        Initiator::Other => "not started by this program",
    };
    terminal.line(
        Style::Heading,
        format_args!("stack `{name}` is {status} ({initiator}); waiting until it ends"),
    );
    progress::watch(aws, &id, since, terminal)
        .await
        .map_err(interrupted)
}

/// Deletes what a failed creation or deletion left.
async fn delete_failed_stack(deployment: &Deployment<'_>, status: &str) -> Result<(), DeployError> {
    let (aws, terminal, name) = (deployment.aws, deployment.terminal, deployment.stack_name());
    let options = deployment.options;
    let not_deleted = |source| DeployError::DeleteFailedStack {
        stack: name.to_owned(),
        source: Box::new(source),
    };
    let Some(plan) = destroy::plan(aws, name, &[]).await.map_err(not_deleted)? else {
        return Ok(());
    };
    let losses = plan.data();
    if !losses.is_empty() && !options.allow_destructive {
        return Err(DeployError::FailedStackHoldsData {
            stack: name.to_owned(),
            status: status.to_owned(),
            losses,
        });
    }
    terminal.line(
        Style::Heading,
        format_args!("stack `{name}` is {status}: it must be deleted and created again"),
    );
    options
        .confirmation
        .ask(format_args!(
            "delete the failed stack `{name}` ({status}), to create it again"
        ))
        .await?;
    let _operation = deployment.phase.enter_aws();
    destroy::execute(aws, &plan, terminal).await.map_err(not_deleted)
}

/// Rolls back a failed update that was left where it stopped.
async fn roll_back(deployment: &Deployment<'_>) -> Result<(), DeployError> {
    let (aws, name) = (deployment.aws, deployment.stack_name());
    deployment.terminal.line(
        Style::Heading,
        format_args!("stack `{name}` is UPDATE_FAILED: an update failed and was not rolled back"),
    );
    deployment
        .options
        .confirmation
        .ask(format_args!("roll back the failed update of stack `{name}`"))
        .await?;
    let _operation = deployment.phase.enter_aws();
    let since = EventCursor::now(aws, name).await?;
    aws.cloudformation
        .rollback_stack()
        .stack_name(name)
        .send()
        .await
        .map_err(|error| AwsError::new(format!("roll back stack `{name}`"), &error))?;
    watch_rollback(deployment, since).await
}

/// Continues a rollback that failed.
async fn continue_rollback(deployment: &Deployment<'_>) -> Result<(), DeployError> {
    let (aws, name) = (deployment.aws, deployment.stack_name());
    let options = deployment.options;
    let failed: Vec<String> = failed_rollback_resources(aws, name)
        .await?
        .into_iter()
        .map(|resource| resource.logical)
        .collect();
    for skipped in options.skip_rollback {
        if !failed.contains(skipped) {
            return Err(DeployError::NotSkippable {
                name: skipped.clone(),
                known: failed,
            });
        }
    }
    deployment.terminal.line(
        Style::Heading,
        format_args!(
            "stack `{name}` is UPDATE_ROLLBACK_FAILED: {} could not be rolled back",
            failed.join(", ")
        ),
    );
    let leaving = match options.skip_rollback {
        [] => String::new(),
        skipped => format!(", leaving {} as they are", skipped.join(", ")),
    };
    options
        .confirmation
        .ask(format_args!("continue the rollback of stack `{name}`{leaving}"))
        .await?;
    let _operation = deployment.phase.enter_aws();
    let since = EventCursor::now(aws, name).await?;
    let skipped = (!options.skip_rollback.is_empty()).then(|| options.skip_rollback.to_vec());
    aws.cloudformation
        .continue_update_rollback()
        .stack_name(name)
        .set_resources_to_skip(skipped)
        .send()
        .await
        .map_err(|error| AwsError::new(format!("continue the rollback of stack `{name}`"), &error))?;
    watch_rollback(deployment, since).await
}

/// Waits until a rollback ends; names the resources for which it failed.
async fn watch_rollback(deployment: &Deployment<'_>, since: EventCursor) -> Result<(), DeployError> {
    let (aws, terminal, name) = (deployment.aws, deployment.terminal, deployment.stack_name());
    let outcome = progress::watch(aws, name, since, terminal)
        .await
        .map_err(|source| DeployError::watch_interrupted(name, source))?;
    if outcome.status == "UPDATE_ROLLBACK_COMPLETE" {
        terminal.line(
            Style::Success,
            format_args!("stack `{name}`: {}; continuing", outcome.status),
        );
        return Ok(());
    }
    if outcome.status != "UPDATE_ROLLBACK_FAILED" {
        return Err(operation_failed(name, outcome));
    }
    let failed = failed_rollback_resources(aws, name).await?;
    Err(DeployError::RollbackFailed {
        stack: name.to_owned(),
        resources: failed
            .iter()
            .map(|resource| format!("`{}` ({}): {}", resource.logical, resource.kind, resource.reason))
            .collect(),
        names: failed.into_iter().map(|resource| resource.logical).collect(),
    })
}

/// The resources that a failed rollback left as the failed update had made them.
async fn failed_rollback_resources(aws: &Aws, name: &str) -> Result<Vec<stack::Resource>, DeployError> {
    let resources = Stack::new(aws, name).resources().await?;
    Ok(resources
        .into_iter()
        .filter(|resource| resource.status == "UPDATE_FAILED")
        .collect())
}
