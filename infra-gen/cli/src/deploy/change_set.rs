//! Change sets: CloudFormation works out what an update would do, and does exactly that when told to.
//!
//! A change set's name is a digest of what it would do and of the stack that it was made for. A run that was killed and
//! started again therefore finds its own, and one that was made for another state of the stack is never taken for it.

use std::collections::{BTreeMap, BTreeSet};

use aws_sdk_cloudformation::operation::describe_change_set::DescribeChangeSetOutput;
use aws_sdk_cloudformation::types::{
    Capability, ChangeSetStatus, ChangeSetType, ExecutionStatus, Parameter, Tag,
};
use sha2::{Digest as _, Sha256};

use super::DeployError;
use super::events::TOKEN;
use super::nested::{self, Seams};
use super::pause::Pause;
use super::stack::{Stack, State};
use super::verdict::Planned;
use crate::aws::{Aws, AwsError};
use crate::package::archive::hex;

/// Where CloudFormation finds the template.
#[derive(Debug)]
pub(crate) enum Source {
    Inline(String),
    Address(String),
}

/// The value of a template's parameter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Given {
    Value(String),
    /// What it is in the deployed stack.
    AsDeployed,
}

/// What is asked for.
#[derive(Debug)]
pub(crate) struct Submission<'a> {
    pub(crate) stack: &'a str,
    /// What tells this state of the stack from any other.
    pub(crate) base: String,
    pub(crate) is_new: bool,
    pub(crate) source: Source,
    pub(crate) parameters: BTreeMap<String, Given>,
    pub(crate) capabilities: BTreeSet<infra_gen_cfn::Capability>,
    pub(crate) tags: &'a BTreeMap<String, String>,
    pub(crate) seams: Seams<'a>,
}

/// What CloudFormation makes of it.
#[derive(Debug)]
pub(crate) enum Verdict {
    NoChanges,
    Ready(ChangeSet),
}

/// A change set that can be executed.
#[derive(Debug)]
pub(crate) struct ChangeSet {
    pub(crate) id: String,
    name: String,
    /// What it does to each resource, in nested stacks, too.
    pub(crate) planned: Vec<Planned>,
}

/// Makes a change set, or finds the same one of an earlier run, and waits for CloudFormation's verdict on it. An
/// empty one is removed again.
pub(crate) async fn submit(aws: &Aws, submission: &Submission<'_>) -> Result<Verdict, DeployError> {
    let stack = submission.stack;
    let name = name(submission);
    let description = match create(aws, submission, &name).await {
        Ok(id) => settled(aws, stack, &id).await?,
        Err(error) => match earlier(aws, submission, &name, error).await? {
            Some(description) => description,
            None => match create(aws, submission, &name).await {
                Ok(id) => settled(aws, stack, &id).await?,
                Err(error) => return Err(conflict(aws, submission, error).await),
            },
        },
    };
    let id = description.change_set_id.clone().unwrap_or_default();
    if description.status == Some(ChangeSetStatus::CreateComplete) {
        let planned = nested::planned(aws, stack, description, &submission.seams).await?;
        return Ok(Verdict::Ready(ChangeSet { id, name, planned }));
    }
    let reason = root_cause(aws, description.status_reason.unwrap_or_default()).await;
    remove(aws, stack, &id).await?;
    if says_no_changes(&reason) {
        return Ok(Verdict::NoChanges);
    }
    Err(DeployError::Refused {
        stack: stack.to_owned(),
        reason,
    })
}

/// Starts the work; [`super::follow::follow`] sees it through.
///
/// An answer that got lost on the way is no failure: who asks again learns that the work has begun.
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
    let error = AwsError::new(format!("execute the change set of `{stack}`"), &error);
    let overtaken = error.is("InvalidChangeSetStatus") || is_not_found(&error) || mentions_progress(&error);
    if !overtaken {
        return Err(error.into());
    }
    match describe(aws, Some(stack), &change_set.id, None).await {
        Ok(description)
            if matches!(
                description.execution_status,
                Some(ExecutionStatus::ExecuteInProgress | ExecutionStatus::ExecuteComplete)
            ) =>
        {
            Ok(())
        }
        _ => Err(match Stack::new(aws, stack).state().await? {
            State::Busy { status } => DeployError::InProgress {
                stack: stack.to_owned(),
                status,
            },
            _ => DeployError::Overtaken {
                stack: stack.to_owned(),
                source: Box::new(error),
            },
        }),
    }
}

/// Deletes a change set. One that is gone already is as good.
pub(crate) async fn remove(aws: &Aws, stack: &str, id: &str) -> Result<(), AwsError> {
    let answer = aws
        .cloudformation
        .delete_change_set()
        .stack_name(stack)
        .change_set_name(id)
        .send()
        .await;
    let Err(error) = answer else { return Ok(()) };
    let error = AwsError::new(format!("remove a change set of `{stack}`"), &error);
    if is_not_found(&error) { Ok(()) } else { Err(error) }
}

async fn create(aws: &Aws, submission: &Submission<'_>, name: &str) -> Result<String, AwsError> {
    let kind = if submission.is_new {
        ChangeSetType::Create
    } else {
        ChangeSetType::Update
    };
    let mut request = aws
        .cloudformation
        .create_change_set()
        .stack_name(submission.stack)
        .change_set_name(name)
        .change_set_type(kind)
        .include_nested_stacks(true);
    for capability in &submission.capabilities {
        request = request.capabilities(Capability::from(capability.as_str()));
    }
    request = match &submission.source {
        Source::Inline(text) => request.template_body(text),
        Source::Address(address) => request.template_url(address),
    };
    for (key, given) in &submission.parameters {
        let parameter = Parameter::builder().parameter_key(key);
        request = request.parameters(match given {
            Given::Value(value) => parameter.parameter_value(value).build(),
            Given::AsDeployed => parameter.use_previous_value(true).build(),
        });
    }
    for (key, value) in submission.tags {
        request = request.tags(Tag::builder().key(key).value(value).build());
    }
    let answer = request
        .send()
        .await
        .map_err(|error| AwsError::new(format!("make a change set for `{}`", submission.stack), &error))?;
    Ok(answer.id.unwrap_or_default())
}

/// A name that only the same change to the same state of the stack has.
fn name(submission: &Submission<'_>) -> String {
    let mut hash = Sha256::new();
    let mut take = |text: &str| {
        hash.update(text.len().to_le_bytes());
        hash.update(text);
    };
    take(&submission.base);
    match &submission.source {
        // The address holds the template's digest.
        Source::Inline(text) | Source::Address(text) => take(text),
    }
    for (key, given) in &submission.parameters {
        take(key);
        match given {
            Given::Value(value) => take(value),
            Given::AsDeployed => take("\0"),
        }
    }
    for capability in &submission.capabilities {
        take(capability.as_str());
    }
    for (key, value) in submission.tags {
        take(key);
        take(value);
    }
    format!("{TOKEN}{}", &hex(&hash.finalize())[..32])
}

/// The change set of this name that an earlier run made, if it can still be executed; otherwise it is removed.
/// `refusal` is why this run could not make its own; it is returned unless an earlier change set is the reason.
async fn earlier(
    aws: &Aws,
    submission: &Submission<'_>,
    name: &str,
    refusal: AwsError,
) -> Result<Option<DescribeChangeSetOutput>, DeployError> {
    let stack = submission.stack;
    if !refusal.is("AlreadyExistsException") {
        return Err(conflict(aws, submission, refusal).await);
    }
    let description = match settled(aws, stack, name).await {
        Ok(description) => description,
        // The stack exists, not the change set.
        Err(error) if is_not_found(&error) => return Err(conflict(aws, submission, refusal).await),
        Err(error) => return Err(error.into()),
    };
    match description.execution_status {
        Some(ExecutionStatus::Available) if description.status == Some(ChangeSetStatus::CreateComplete) => {
            return Ok(Some(description));
        }
        // The same deployment, started by another run.
        Some(ExecutionStatus::ExecuteInProgress | ExecutionStatus::ExecuteComplete) => {
            return Err(conflict(aws, submission, refusal).await);
        }
        _ => {}
    }
    remove(aws, stack, name).await?;
    let mut pause = Pause::default();
    while is_listed(aws, stack, name).await? {
        pause.wait().await;
    }
    Ok(None)
}

/// Why CloudFormation refuses a change set: another deployment, if the stack says so, or else what CloudFormation said.
async fn conflict(aws: &Aws, submission: &Submission<'_>, refusal: AwsError) -> DeployError {
    let stack = submission.stack.to_owned();
    let Ok(state) = Stack::new(aws, submission.stack).state().await else {
        // The refusal is the news; that the stack cannot be described is not.
        return refusal.into();
    };
    match state {
        State::Busy { status } => DeployError::InProgress { stack, status },
        // The stack was new when this run looked at it, or was there and is gone.
        state if state.is_new() != submission.is_new => DeployError::Changed { stack },
        // It came to rest between the refusal and the second look.
        _ if mentions_progress(&refusal) || refusal.is("AlreadyExistsException") => {
            DeployError::Changed { stack }
        }
        _ => refusal.into(),
    }
}

/// CloudFormation has no error code of its own for a stack that is being changed: `Stack:arn:… is in
/// UPDATE_IN_PROGRESS state and can not be updated.`
fn mentions_progress(refusal: &AwsError) -> bool {
    refusal.is("OperationInProgressException") || refusal.message_contains("_IN_PROGRESS state")
}

fn is_not_found(error: &AwsError) -> bool {
    error.is("ChangeSetNotFound")
        || error.is("ChangeSetNotFoundException")
        || error.message_contains("does not exist")
}

/// Removes what earlier runs made and never executed: nobody will.
pub(crate) async fn sweep(aws: &Aws, stack: &str, keep: Option<&ChangeSet>) -> Result<(), AwsError> {
    let keep = keep.map(|change_set| change_set.name.as_str());
    for summary in list(aws, stack).await? {
        let name = summary.change_set_name.unwrap_or_default();
        let idle = matches!(
            summary.execution_status,
            Some(ExecutionStatus::Available | ExecutionStatus::Unavailable | ExecutionStatus::Obsolete)
        );
        if idle && name.starts_with(TOKEN) && Some(name.as_str()) != keep {
            remove(aws, stack, &name).await?;
        }
    }
    Ok(())
}

async fn is_listed(aws: &Aws, stack: &str, name: &str) -> Result<bool, AwsError> {
    let listed = list(aws, stack).await?;
    Ok(listed
        .iter()
        .any(|summary| summary.change_set_name() == Some(name)))
}

async fn list(
    aws: &Aws,
    stack: &str,
) -> Result<Vec<aws_sdk_cloudformation::types::ChangeSetSummary>, AwsError> {
    let mut found = Vec::new();
    let mut token = None;
    loop {
        let page = aws
            .cloudformation
            .list_change_sets()
            .stack_name(stack)
            .set_next_token(token)
            .send()
            .await
            .map_err(|error| AwsError::new(format!("list the change sets of `{stack}`"), &error))?;
        found.extend(page.summaries.unwrap_or_default());
        token = page.next_token;
        if token.is_none() {
            return Ok(found);
        }
    }
}

async fn settled(aws: &Aws, stack: &str, id: &str) -> Result<DescribeChangeSetOutput, AwsError> {
    let mut pause = Pause::default();
    loop {
        let description = describe(aws, Some(stack), id, None).await?;
        match &description.status {
            Some(
                ChangeSetStatus::CreatePending
                | ChangeSetStatus::CreateInProgress
                | ChangeSetStatus::DeletePending
                | ChangeSetStatus::DeleteInProgress,
            ) => pause.wait().await,
            _ => return Ok(description),
        }
    }
}

/// A page of a change set; one that is called by its ARN needs no stack to be known by.
pub(super) async fn describe(
    aws: &Aws,
    stack: Option<&str>,
    id: &str,
    token: Option<String>,
) -> Result<DescribeChangeSetOutput, AwsError> {
    aws.cloudformation
        .describe_change_set()
        .set_stack_name(stack.map(str::to_owned))
        .change_set_name(id)
        .set_next_token(token)
        .send()
        .await
        .map_err(|error| {
            AwsError::new(
                format!("describe the change set of `{}`", stack.unwrap_or(id)),
                &error,
            )
        })
}

/// Why there is no change set: what the nested stack's says, where the reason is no more than that it has none, either.
async fn root_cause(aws: &Aws, reason: String) -> String {
    let mut reason = reason;
    let mut seen = BTreeSet::new();
    while let Some(id) = nested_change_set(&reason).map(str::to_owned)
        && seen.insert(id.clone())
    {
        reason = match describe(aws, None, &id, None).await {
            Ok(nested) => {
                let stack = nested.stack_name.unwrap_or_default();
                let cause = nested.status_reason.unwrap_or_default();
                format!("in nested stack `{stack}`: {cause}")
            }
            Err(error) => format!("{reason} ({error})"),
        };
    }
    reason
}

/// The change set that a reason names: `Nested change set arn:… was not successfully created: Currently in FAILED.`
fn nested_change_set(reason: &str) -> Option<&str> {
    let mut words = reason.split_whitespace();
    words.find(|word| word.starts_with("arn:") && word.contains(":changeSet/"))
}

/// CloudFormation tells "nothing to do" by a failure and one of these sentences.
fn says_no_changes(reason: &str) -> bool {
    reason.contains("didn't contain changes") || reason.contains("No updates are to be performed")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_of_cloudformations_sentences_mean_no_changes() {
        assert!(says_no_changes(
            "The submitted information didn't contain changes. Submit different information to create a change set."
        ));
        assert!(says_no_changes("No updates are to be performed."));
        assert!(!says_no_changes("Transform AWS::Serverless-2016-10-31 failed"));
    }

    #[test]
    fn a_change_set_is_named_by_what_it_does_and_to_what() {
        let (tags, none) = (BTreeMap::new(), BTreeSet::new());
        let submission = |base: &str, code: &str| Submission {
            stack: "links-dev",
            base: base.to_owned(),
            is_new: false,
            source: Source::Inline("{}".to_owned()),
            parameters: BTreeMap::from([("CodeKey".to_owned(), Given::Value(code.to_owned()))]),
            capabilities: BTreeSet::new(),
            tags: &tags,
            seams: Seams {
                before: &none,
                after: BTreeMap::new(),
            },
        };
        let one = name(&submission("arn 1", "a.zip"));
        assert_eq!(one, name(&submission("arn 1", "a.zip")));
        assert_ne!(one, name(&submission("arn 2", "a.zip")));
        assert_ne!(one, name(&submission("arn 1", "b.zip")));
        assert!(one.len() < 128 && one.starts_with("infra-gen-"), "{one}");
    }
}
