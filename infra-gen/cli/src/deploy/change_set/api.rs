//! The calls of the CloudFormation API for change sets.

use aws_sdk_cloudformation::operation::describe_change_set::DescribeChangeSetOutput;
use aws_sdk_cloudformation::types::{ChangeSetSummary, ResourceChange};

use crate::aws::{Aws, AwsError};

/// Reads one page of a change set. `stack` is not needed if `id` is an ARN.
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
                format!("describe the change set of stack `{}`", stack.unwrap_or(id)),
                &error,
            )
        })
}

/// Reads all changes of a change set. `first` is its first page.
pub(super) async fn changes(
    aws: &Aws,
    stack: Option<&str>,
    first: DescribeChangeSetOutput,
) -> Result<Vec<ResourceChange>, AwsError> {
    let id = first.change_set_id.clone().unwrap_or_default();
    let mut page = first;
    let mut changes = Vec::new();
    loop {
        let resources = page.changes.take().unwrap_or_default();
        changes.extend(resources.into_iter().filter_map(|change| change.resource_change));
        let Some(token) = page.next_token.take() else {
            return Ok(changes);
        };
        page = describe(aws, stack, &id, Some(token)).await?;
    }
}

pub(super) async fn list(aws: &Aws, stack: &str) -> Result<Vec<ChangeSetSummary>, AwsError> {
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
            .map_err(|error| AwsError::new(format!("list the change sets of stack `{stack}`"), &error))?;
        found.extend(page.summaries.unwrap_or_default());
        token = page.next_token;
        if token.is_none() {
            return Ok(found);
        }
    }
}

/// Deletes a change set. Succeeds if it does not exist.
pub(super) async fn delete(aws: &Aws, stack: &str, id: &str) -> Result<(), AwsError> {
    let deleted = aws
        .cloudformation
        .delete_change_set()
        .stack_name(stack)
        .change_set_name(id)
        .send()
        .await;
    let Err(error) = deleted else { return Ok(()) };
    let error = AwsError::new(format!("delete a change set of stack `{stack}`"), &error);
    if is_not_found(&error) { Ok(()) } else { Err(error) }
}

pub(super) fn is_not_found(error: &AwsError) -> bool {
    error.is("ChangeSetNotFound")
        || error.is("ChangeSetNotFoundException")
        || error.message_contains("does not exist")
}
