//! Change sets: CloudFormation computes what an update would do, and does exactly that on request.
//!
//! The name of a change set is a digest of the change and of the stack state that it was made for. A run that was killed
//! therefore finds its own change set when it is started again, and never one for another state of the stack.
//!
//! - [`api`]: the calls of the CloudFormation API
//! - [`nested`]: the changes in nested stacks
//! - [`plan`]: one planned change, and the comparison with our own difference

use std::collections::{BTreeMap, BTreeSet};

use aws_sdk_cloudformation::operation::describe_change_set::DescribeChangeSetOutput;
use aws_sdk_cloudformation::types::{
    Capability, ChangeSetStatus, ChangeSetType, ExecutionStatus, Parameter, Tag,
};
use sha2::{Digest as _, Sha256};

use super::DeployError;
use super::baseline::Baseline;
use super::parameters::ParameterValue;
use super::poll_backoff::PollBackoff;
use super::progress::events::TOKEN_PREFIX;
use super::stack::{Stack, State};
use super::template::TemplateSource;
use crate::aws::{Aws, AwsError};

pub(crate) use nested::Partition;
use plan::PlannedChange;

mod api;
pub(super) mod nested;
pub(crate) mod plan;

/// The content of a change set.
#[derive(Debug)]
pub(crate) struct ChangeSetRequest<'a> {
    pub(crate) stack: &'a str,
    /// The fingerprint of the stack state that the change set is for.
    pub(crate) baseline: String,
    pub(crate) is_new: bool,
    pub(crate) source: TemplateSource,
    pub(crate) parameters: BTreeMap<String, ParameterValue>,
    pub(crate) capabilities: BTreeSet<infra_gen_cfn::Capability>,
    pub(crate) tags: &'a BTreeMap<String, String>,
    pub(crate) partition: Partition<'a>,
}

/// The result of [`submit`].
#[derive(Debug)]
pub(crate) enum Submitted {
    NoChanges,
    Ready(ChangeSet),
}

/// A change set that can be executed.
#[derive(Debug)]
pub(crate) struct ChangeSet {
    pub(crate) id: String,
    name: String,
    /// What it does to each resource, including those in nested stacks.
    pub(crate) changes: Vec<PlannedChange>,
}

/// Creates a change set, or finds the same one of an earlier run, and waits until CloudFormation has computed it. Deletes
/// an empty one.
pub(crate) async fn submit(aws: &Aws, request: &ChangeSetRequest<'_>) -> Result<Submitted, DeployError> {
    let stack = request.stack;
    let name = name(request);
    let description = match create(aws, request, &name).await {
        Ok(id) => wait_until_computed(aws, stack, &id).await?,
        Err(error) => match find_earlier(aws, request, &name, error).await? {
            Some(description) => description,
            None => match create(aws, request, &name).await {
                Ok(id) => wait_until_computed(aws, stack, &id).await?,
                Err(error) => return Err(conflict(aws, request, error).await),
            },
        },
    };
    let id = description.change_set_id.clone().unwrap_or_default();
    if description.status == Some(ChangeSetStatus::CreateComplete) {
        let changes = nested::planned_changes(aws, stack, description, &request.partition).await?;
        return Ok(Submitted::Ready(ChangeSet { id, name, changes }));
    }
    let reason = root_cause(aws, description.status_reason.unwrap_or_default()).await;
    api::delete(aws, stack, &id).await?;
    if says_no_changes(&reason) {
        return Ok(Submitted::NoChanges);
    }
    Err(DeployError::ChangeSetRejected {
        stack: stack.to_owned(),
        reason,
    })
}

/// Starts the execution; [`super::progress::watch`] waits for its end.
///
/// If the response gets lost and the call is retried, an execution that has already started counts as success.
pub(crate) async fn execute(aws: &Aws, stack: &str, change_set: &ChangeSet) -> Result<(), DeployError> {
    let answer = aws
        .cloudformation
        .execute_change_set()
        .stack_name(stack)
        .change_set_name(&change_set.id)
        .client_request_token(&change_set.name)
        .send()
        .await;
    let Err(error) = answer else { return Ok(()) };
    let error = AwsError::new(format!("execute the change set of stack `{stack}`"), &error);
    let is_obsolete =
        error.is("InvalidChangeSetStatus") || api::is_not_found(&error) || mentions_progress(&error);
    if !is_obsolete {
        return Err(error.into());
    }
    match api::describe(aws, Some(stack), &change_set.id, None).await {
        Ok(description)
            if matches!(
                description.execution_status,
                Some(ExecutionStatus::ExecuteInProgress | ExecutionStatus::ExecuteComplete)
            ) =>
        {
            Ok(())
        }
        _ => Err(match Stack::new(aws, stack).state().await? {
            State::InProgress { status } => DeployError::InProgress {
                stack: stack.to_owned(),
                status,
            },
            _ => DeployError::ChangeSetObsolete {
                stack: stack.to_owned(),
                source: Box::new(error),
            },
        }),
    }
}

/// Deletes a change set that will not be executed, and the empty stack that CloudFormation created for it.
pub(crate) async fn discard(aws: &Aws, baseline: &Baseline, change_set: &ChangeSet) -> Result<(), AwsError> {
    let stack = baseline.stack_name();
    api::delete(aws, stack, &change_set.id).await?;
    if baseline.is_absent {
        Stack::new(aws, stack).delete_if_never_created().await?;
    }
    Ok(())
}

/// Deletes the change sets that earlier runs created and never executed, except `keep`.
pub(crate) async fn delete_unexecuted(
    aws: &Aws,
    stack: &str,
    keep: Option<&ChangeSet>,
) -> Result<(), AwsError> {
    let keep = keep.map(|change_set| change_set.name.as_str());
    for summary in api::list(aws, stack).await? {
        let name = summary.change_set_name.unwrap_or_default();
        let idle = matches!(
            summary.execution_status,
            Some(ExecutionStatus::Available | ExecutionStatus::Unavailable | ExecutionStatus::Obsolete)
        );
        if idle && name.starts_with(TOKEN_PREFIX) && Some(name.as_str()) != keep {
            api::delete(aws, stack, &name).await?;
        }
    }
    Ok(())
}

async fn create(aws: &Aws, request: &ChangeSetRequest<'_>, name: &str) -> Result<String, AwsError> {
    let kind = if request.is_new {
        ChangeSetType::Create
    } else {
        ChangeSetType::Update
    };
    let mut call = aws
        .cloudformation
        .create_change_set()
        .stack_name(request.stack)
        .change_set_name(name)
        .change_set_type(kind)
        .include_nested_stacks(true);
    for capability in &request.capabilities {
        call = call.capabilities(Capability::from(capability.as_str()));
    }
    call = match &request.source {
        TemplateSource::Inline(text) => call.template_body(text),
        TemplateSource::Url(url) => call.template_url(url),
    };
    for (key, value) in &request.parameters {
        let parameter = Parameter::builder().parameter_key(key);
        call = call.parameters(match value {
            ParameterValue::Value(value) => parameter.parameter_value(value).build(),
            ParameterValue::UsePrevious => parameter.use_previous_value(true).build(),
        });
    }
    for (key, value) in request.tags {
        call = call.tags(Tag::builder().key(key).value(value).build());
    }
    let created = call.send().await.map_err(|error| {
        AwsError::new(
            format!("create a change set for stack `{}`", request.stack),
            &error,
        )
    })?;
    Ok(created.id.unwrap_or_default())
}

/// A name that is the same only for the same change to the same stack state.
fn name(request: &ChangeSetRequest<'_>) -> String {
    let mut hash = Sha256::new();
    let mut take = |text: &str| {
        hash.update(text.len().to_le_bytes());
        hash.update(text);
    };
    take(&request.baseline);
    match &request.source {
        // The URL contains the template's digest.
        TemplateSource::Inline(text) | TemplateSource::Url(text) => take(text),
    }
    for (key, value) in &request.parameters {
        take(key);
        match value {
            ParameterValue::Value(value) => take(value),
            ParameterValue::UsePrevious => take("\0"),
        }
    }
    for capability in &request.capabilities {
        take(capability.as_str());
    }
    for (key, value) in request.tags {
        take(key);
        take(value);
    }
    format!("{TOKEN_PREFIX}{}", &hex::encode(hash.finalize())[..32])
}

/// The change set of this name that an earlier run created, if it can still be executed; otherwise deletes it.
/// `refusal` is the error of this run's own attempt; it is returned unless an earlier change set is its cause.
async fn find_earlier(
    aws: &Aws,
    request: &ChangeSetRequest<'_>,
    name: &str,
    refusal: AwsError,
) -> Result<Option<DescribeChangeSetOutput>, DeployError> {
    let stack = request.stack;
    if !refusal.is("AlreadyExistsException") {
        return Err(conflict(aws, request, refusal).await);
    }
    let description = match wait_until_computed(aws, stack, name).await {
        Ok(description) => description,
        // The stack already exists, not the change set.
        Err(error) if api::is_not_found(&error) => return Err(conflict(aws, request, refusal).await),
        Err(error) => return Err(error.into()),
    };
    match description.execution_status {
        Some(ExecutionStatus::Available) if description.status == Some(ChangeSetStatus::CreateComplete) => {
            return Ok(Some(description));
        }
        // Another run is executing the same change set.
        Some(ExecutionStatus::ExecuteInProgress | ExecutionStatus::ExecuteComplete) => {
            return Err(conflict(aws, request, refusal).await);
        }
        _ => {}
    }
    api::delete(aws, stack, name).await?;
    let mut backoff = PollBackoff::default();
    while is_listed(aws, stack, name).await? {
        backoff.wait().await;
    }
    Ok(None)
}

/// Explains why CloudFormation refused a change set: by another deployment if the stack's state shows one, otherwise by
/// CloudFormation's own error.
async fn conflict(aws: &Aws, request: &ChangeSetRequest<'_>, refusal: AwsError) -> DeployError {
    let stack = request.stack.to_owned();
    let Ok(state) = Stack::new(aws, request.stack).state().await else {
        // The refusal is the more useful of the two errors.
        return refusal.into();
    };
    match state {
        State::InProgress { status } => DeployError::InProgress { stack, status },
        // The stack was created or deleted after this run read its state.
        state if state.is_new() != request.is_new => DeployError::Changed { stack },
        // The other operation ended between the refusal and this check.
        _ if mentions_progress(&refusal) || refusal.is("AlreadyExistsException") => {
            DeployError::Changed { stack }
        }
        _ => refusal.into(),
    }
}

/// CloudFormation has no separate error code for a stack with an operation in progress. Its message is `Stack:arn:… is in
/// UPDATE_IN_PROGRESS state and can not be updated.`
fn mentions_progress(refusal: &AwsError) -> bool {
    refusal.is("OperationInProgressException") || refusal.message_contains("_IN_PROGRESS state")
}

async fn is_listed(aws: &Aws, stack: &str, name: &str) -> Result<bool, AwsError> {
    let listed = api::list(aws, stack).await?;
    Ok(listed
        .iter()
        .any(|summary| summary.change_set_name() == Some(name)))
}

/// Waits until CloudFormation has computed, or deleted, a change set.
async fn wait_until_computed(aws: &Aws, stack: &str, id: &str) -> Result<DescribeChangeSetOutput, AwsError> {
    let mut backoff = PollBackoff::default();
    loop {
        let description = api::describe(aws, Some(stack), id, None).await?;
        match &description.status {
            Some(
                ChangeSetStatus::CreatePending
                | ChangeSetStatus::CreateInProgress
                | ChangeSetStatus::DeletePending
                | ChangeSetStatus::DeleteInProgress,
            ) => backoff.wait().await,
            _ => return Ok(description),
        }
    }
}

/// The reason for a missing change set. A reason that only refers to the change set of a nested stack is replaced by the
/// reason there.
async fn root_cause(aws: &Aws, reason: String) -> String {
    let mut reason = reason;
    let mut seen = BTreeSet::new();
    while let Some(id) = nested_change_set(&reason).map(str::to_owned)
        && seen.insert(id.clone())
    {
        reason = match api::describe(aws, None, &id, None).await {
            Ok(nested) => {
                let stack = nested.stack_name.unwrap_or_default();
                let cause = nested.status_reason.unwrap_or_default();
                format!("in nested stack `{stack}`: {cause}")
            }
            Err(error) => format!("{reason} ({})", error.problem()),
        };
    }
    reason
}

/// The change set that a reason refers to: `Nested change set arn:… was not successfully created: Currently in FAILED.`
fn nested_change_set(reason: &str) -> Option<&str> {
    let mut words = reason.split_whitespace();
    words.find(|word| word.starts_with("arn:") && word.contains(":changeSet/"))
}

/// CloudFormation reports "nothing to do" as a failure with one of these sentences.
fn says_no_changes(reason: &str) -> bool {
    reason.contains("didn't contain changes") || reason.contains("No updates are to be performed")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_cloudformation_messages_for_no_changes_are_recognized() {
        assert!(says_no_changes(
            "The submitted information didn't contain changes. Submit different information to create a change set."
        ));
        assert!(says_no_changes("No updates are to be performed."));
        assert!(!says_no_changes("Transform AWS::Serverless-2016-10-31 failed"));
    }

    #[test]
    fn the_name_depends_on_the_change_and_on_the_stack_state() {
        let (tags, none) = (BTreeMap::new(), BTreeSet::new());
        let request = |baseline: &str, code: &str| ChangeSetRequest {
            stack: "links-dev",
            baseline: baseline.to_owned(),
            is_new: false,
            source: TemplateSource::Inline("{}".to_owned()),
            parameters: BTreeMap::from([("CodeKey".to_owned(), ParameterValue::Value(code.to_owned()))]),
            capabilities: BTreeSet::new(),
            tags: &tags,
            partition: Partition {
                before: &none,
                after: BTreeMap::new(),
            },
        };
        let one = name(&request("arn 1", "a.zip"));
        assert_eq!(one, name(&request("arn 1", "a.zip")));
        assert_ne!(one, name(&request("arn 2", "a.zip")));
        assert_ne!(one, name(&request("arn 1", "b.zip")));
        assert!(one.len() < 128 && one.starts_with("infra-gen-"), "{one}");
    }
}
