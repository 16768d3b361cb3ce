//! Change sets: CloudFormation works out what an update would do, and does exactly that when told to.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use aws_sdk_cloudformation::operation::describe_change_set::DescribeChangeSetOutput;
use aws_sdk_cloudformation::types::{
    Capability, ChangeAction, ChangeSetStatus, ChangeSetType, Parameter, Replacement, Tag,
};

use super::DeployError;
use super::stack::State;
use crate::aws::{Aws, AwsError};

/// Where CloudFormation finds the template.
#[derive(Debug)]
pub(crate) enum Source {
    Inline(String),
    Address(String),
}

/// What is asked for.
#[derive(Debug)]
pub(crate) struct Submission<'a> {
    pub(crate) stack: &'a str,
    pub(crate) source: Source,
    pub(crate) parameters: BTreeMap<String, String>,
    pub(crate) capabilities: BTreeSet<infra_gen_cfn::Capability>,
    pub(crate) tags: &'a BTreeMap<String, String>,
    pub(crate) state: &'a State,
}

/// What CloudFormation makes of it.
#[derive(Debug)]
pub(crate) enum Verdict {
    NoChanges,
    Ready { id: String, changes: Changes },
}

/// How many resources change, and how.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Changes {
    add: usize,
    modify: usize,
    replace: usize,
    remove: usize,
}

impl fmt::Display for Changes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let parts: Vec<String> = [
            (self.add, "to add"),
            (self.modify, "to modify"),
            (self.replace, "to replace"),
            (self.remove, "to remove"),
        ]
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, what)| format!("{count} {what}"))
        .collect();
        if parts.is_empty() {
            f.write_str("outputs or tags only")
        } else {
            f.write_str(&parts.join(", "))
        }
    }
}

/// Makes a change set and waits for CloudFormation's verdict on it. An empty one is removed again.
pub(crate) async fn submit(aws: &Aws, submission: &Submission<'_>) -> Result<Verdict, DeployError> {
    let stack = submission.stack;
    let id = create(aws, submission).await?;
    let description = settled(aws, stack, &id).await?;
    if description.status == Some(ChangeSetStatus::CreateComplete) {
        let changes = count(aws, stack, &id, description).await?;
        return Ok(Verdict::Ready { id, changes });
    }
    let reason = description.status_reason.unwrap_or_default();
    remove(aws, stack, &id).await?;
    if says_no_changes(&reason) {
        return Ok(Verdict::NoChanges);
    }
    Err(DeployError::Refused {
        stack: stack.to_owned(),
        reason,
    })
}

/// Starts the work; [`super::events::follow`] sees it through.
pub(crate) async fn execute(aws: &Aws, stack: &str, id: &str) -> Result<(), AwsError> {
    aws.cloudformation
        .execute_change_set()
        .stack_name(stack)
        .change_set_name(id)
        .send()
        .await
        .map_err(|error| AwsError::new(format!("execute the change set of `{stack}`"), &error))?;
    Ok(())
}

async fn create(aws: &Aws, submission: &Submission<'_>) -> Result<String, AwsError> {
    let kind = if submission.state.is_new() {
        ChangeSetType::Create
    } else {
        ChangeSetType::Update
    };
    let mut request = aws
        .cloudformation
        .create_change_set()
        .stack_name(submission.stack)
        .change_set_name(name())
        .change_set_type(kind);
    for capability in &submission.capabilities {
        request = request.capabilities(Capability::from(capability.as_str()));
    }
    request = match &submission.source {
        Source::Inline(text) => request.template_body(text),
        Source::Address(address) => request.template_url(address),
    };
    for (key, value) in &submission.parameters {
        request = request.parameters(
            Parameter::builder()
                .parameter_key(key)
                .parameter_value(value)
                .build(),
        );
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

/// A name that no other change set of the stack has: they are removed or executed, one after the other.
fn name() -> String {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    format!("infra-gen-{}", since.as_millis())
}

async fn settled(aws: &Aws, stack: &str, id: &str) -> Result<DescribeChangeSetOutput, AwsError> {
    let mut pause = Pause::default();
    loop {
        let description = aws
            .cloudformation
            .describe_change_set()
            .stack_name(stack)
            .change_set_name(id)
            .send()
            .await
            .map_err(|error| AwsError::new(format!("describe the change set of `{stack}`"), &error))?;
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

async fn count(
    aws: &Aws,
    stack: &str,
    id: &str,
    first: DescribeChangeSetOutput,
) -> Result<Changes, AwsError> {
    let mut changes = Changes::default();
    let mut page = first;
    loop {
        for change in page.changes.take().unwrap_or_default() {
            let Some(change) = change.resource_change else {
                continue;
            };
            match (change.action, change.replacement) {
                (Some(ChangeAction::Add | ChangeAction::Import), _) => changes.add += 1,
                (Some(ChangeAction::Remove), _) => changes.remove += 1,
                (Some(_), Some(Replacement::True)) => changes.replace += 1,
                (Some(_), _) => changes.modify += 1,
                (None, _) => {}
            }
        }
        let Some(token) = page.next_token.take() else {
            return Ok(changes);
        };
        page = aws
            .cloudformation
            .describe_change_set()
            .stack_name(stack)
            .change_set_name(id)
            .next_token(token)
            .send()
            .await
            .map_err(|error| AwsError::new(format!("describe the change set of `{stack}`"), &error))?;
    }
}

async fn remove(aws: &Aws, stack: &str, id: &str) -> Result<(), AwsError> {
    aws.cloudformation
        .delete_change_set()
        .stack_name(stack)
        .change_set_name(id)
        .send()
        .await
        .map_err(|error| AwsError::new(format!("remove the empty change set of `{stack}`"), &error))?;
    Ok(())
}

/// CloudFormation tells "nothing to do" by a failure and one of these sentences.
fn says_no_changes(reason: &str) -> bool {
    reason.contains("didn't contain changes") || reason.contains("No updates are to be performed")
}

/// A pause between two questions to an API: short at first, never longer than two seconds.
///
/// CloudFormation tells nobody when it is done; asking again is the only way to wait for it.
#[derive(Debug)]
pub(crate) struct Pause(Duration);

impl Default for Pause {
    fn default() -> Self {
        Self(Duration::from_millis(50))
    }
}

impl Pause {
    pub(crate) async fn wait(&mut self) {
        tokio::time::sleep(self.0).await;
        self.0 = (self.0 * 3 / 2).min(Duration::from_secs(2));
    }
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
    fn changes_are_told_in_words() {
        let changes = Changes {
            add: 3,
            modify: 0,
            replace: 1,
            remove: 0,
        };
        assert_eq!(changes.to_string(), "3 to add, 1 to replace");
        assert_eq!(Changes::default().to_string(), "outputs or tags only");
    }
}
