//! A stack as CloudFormation describes it: state, resources, outputs, termination protection.

use std::collections::BTreeMap;

use aws_sdk_cloudformation::types::Stack as Description;
use aws_sdk_cloudformation::types::TemplateStage;

use crate::aws::{Aws, AwsError};

/// The resource type of a nested stack.
pub(crate) const NESTED_STACK: &str = "AWS::CloudFormation::Stack";

/// A stack name, whether or not the stack exists.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Stack<'a> {
    aws: &'a Aws,
    name: &'a str,
}

/// A resource of a stack.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Resource {
    /// Its ID in the template.
    pub(crate) logical: String,
    /// Its ID in the account.
    pub(crate) physical: String,
    /// Its type, `AWS::S3::Bucket`.
    pub(crate) kind: String,
    /// Its latest status, `CREATE_COMPLETE`.
    pub(crate) status: String,
    /// The reason for the status; empty if CloudFormation gives none.
    pub(crate) reason: String,
}

/// What can be done with a stack next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum State {
    /// It does not exist.
    Absent,
    /// A change set was created for a new stack, and never executed.
    InReview,
    /// It can be updated.
    Deployed,
    /// An operation is in progress.
    InProgress { status: String },
    /// Its creation or deletion failed; it can only be deleted.
    DeleteOnly { status: String },
    /// An update failed and was not rolled back; it can be.
    UpdateFailed,
    /// The rollback of an update failed; it can be continued.
    RollbackFailed,
    /// This program cannot recover it.
    Unrecoverable { status: String },
}

impl State {
    pub(super) fn from_status(status: &str) -> Self {
        let named = status.to_owned();
        match status {
            "REVIEW_IN_PROGRESS" => Self::InReview,
            "DELETE_COMPLETE" => Self::Absent,
            "ROLLBACK_COMPLETE" | "CREATE_FAILED" | "ROLLBACK_FAILED" | "DELETE_FAILED" => {
                Self::DeleteOnly { status: named }
            }
            "UPDATE_FAILED" => Self::UpdateFailed,
            "UPDATE_ROLLBACK_FAILED" => Self::RollbackFailed,
            "IMPORT_ROLLBACK_FAILED" => Self::Unrecoverable { status: named },
            other if other.ends_with("_IN_PROGRESS") => Self::InProgress { status: named },
            _ => Self::Deployed,
        }
    }

    pub(crate) fn is_new(&self) -> bool {
        matches!(self, Self::Absent | Self::InReview)
    }
}

/// Whether a status means that the operation succeeded. A completed rollback is not a success.
pub(crate) fn succeeded(status: &str) -> bool {
    matches!(
        status,
        "CREATE_COMPLETE" | "UPDATE_COMPLETE" | "IMPORT_COMPLETE" | "DELETE_COMPLETE"
    )
}

impl<'a> Stack<'a> {
    pub(crate) fn new(aws: &'a Aws, name: &'a str) -> Self {
        Self { aws, name }
    }

    /// Its description; `None` if it does not exist.
    pub(crate) async fn describe(&self) -> Result<Option<Description>, AwsError> {
        let answer = self
            .aws
            .cloudformation
            .describe_stacks()
            .stack_name(self.name)
            .send()
            .await;
        match answer {
            Ok(answer) => Ok(answer.stacks.unwrap_or_default().into_iter().next()),
            Err(error) => {
                let error = AwsError::new(format!("describe stack `{}`", self.name), &error);
                // CloudFormation has no separate error code for a stack that does not exist.
                if error.is("ValidationError") && error.message_contains("does not exist") {
                    Ok(None)
                } else {
                    Err(error)
                }
            }
        }
    }

    pub(crate) async fn state(&self) -> Result<State, AwsError> {
        let description = self.describe().await?;
        Ok(description.map_or(State::Absent, |description| {
            State::from_status(&status(&description))
        }))
    }

    /// The template as it was submitted, before macros were applied.
    pub(crate) async fn template(&self) -> Result<String, AwsError> {
        let answer = self
            .aws
            .cloudformation
            .get_template()
            .stack_name(self.name)
            .template_stage(TemplateStage::Original)
            .send()
            .await
            .map_err(|error| AwsError::new(format!("read the template of stack `{}`", self.name), &error))?;
        Ok(answer.template_body.unwrap_or_default())
    }

    /// All existing resources, including those in nested stacks.
    pub(crate) async fn resources(&self) -> Result<Vec<Resource>, AwsError> {
        let mut found = self.own_resources().await?;
        // The list grows during the loop: a nested stack's resources are appended.
        let mut index = 0;
        while let Some(resource) = found.get(index) {
            if resource.kind == NESTED_STACK {
                let nested = resource.physical.clone();
                found.extend(Stack::new(self.aws, &nested).own_resources().await?);
            }
            index += 1;
        }
        Ok(found)
    }

    /// All existing resources, each nested stack as one resource.
    pub(crate) async fn own_resources(&self) -> Result<Vec<Resource>, AwsError> {
        let mut found = Vec::new();
        let mut token = None;
        loop {
            let page = self
                .aws
                .cloudformation
                .list_stack_resources()
                .stack_name(self.name)
                .set_next_token(token)
                .send()
                .await
                .map_err(|error| {
                    AwsError::new(format!("list the resources of stack `{}`", self.name), &error)
                })?;
            let summaries = page.stack_resource_summaries.unwrap_or_default();
            found.extend(summaries.into_iter().filter_map(|summary| {
                let status = summary.resource_status.map(|status| status.as_str().to_owned());
                Some(Resource {
                    logical: summary.logical_resource_id?,
                    // A resource that was never created has no physical ID.
                    physical: summary.physical_resource_id.filter(|name| !name.is_empty())?,
                    kind: summary.resource_type.unwrap_or_default(),
                    status: status
                        .filter(|status| status != "DELETE_COMPLETE" && status != "DELETE_SKIPPED")?,
                    reason: summary.resource_status_reason.unwrap_or_default(),
                })
            }));
            token = page.next_token;
            if token.is_none() {
                return Ok(found);
            }
        }
    }

    /// Deletes the empty stack that a change set for a new stack left.
    pub(crate) async fn delete_if_never_created(&self) -> Result<(), AwsError> {
        if self.state().await? != State::InReview {
            return Ok(());
        }
        self.aws
            .cloudformation
            .delete_stack()
            .stack_name(self.name)
            .send()
            .await
            .map_err(|error| AwsError::new(format!("delete the empty stack `{}`", self.name), &error))?;
        Ok(())
    }

    /// Enables or disables termination protection, and returns the description from before.
    pub(crate) async fn set_termination_protection(
        &self,
        wanted: bool,
    ) -> Result<Option<Description>, AwsError> {
        let description = self.describe().await?;
        let protected = description
            .as_ref()
            .and_then(|description| description.enable_termination_protection)
            .unwrap_or_default();
        if protected != wanted {
            self.aws
                .cloudformation
                .update_termination_protection()
                .stack_name(self.name)
                .enable_termination_protection(wanted)
                .send()
                .await
                .map_err(|error| {
                    AwsError::new(
                        format!("change the termination protection of stack `{}`", self.name),
                        &error,
                    )
                })?;
        }
        Ok(description)
    }
}

pub(crate) fn status(description: &Description) -> String {
    description
        .stack_status
        .as_ref()
        .map(|status| status.as_str().to_owned())
        .unwrap_or_default()
}

pub(crate) fn outputs(description: Description) -> BTreeMap<String, String> {
    description
        .outputs
        .unwrap_or_default()
        .into_iter()
        .filter_map(|output| Some((output.output_key?, output.output_value?)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_status_maps_to_a_state() {
        let in_progress = |status: &str| State::InProgress {
            status: status.to_owned(),
        };
        let delete_only = |status: &str| State::DeleteOnly {
            status: status.to_owned(),
        };
        assert_eq!(State::from_status("REVIEW_IN_PROGRESS"), State::InReview);
        assert_eq!(State::from_status("CREATE_COMPLETE"), State::Deployed);
        assert_eq!(State::from_status("UPDATE_ROLLBACK_COMPLETE"), State::Deployed);
        assert_eq!(State::from_status("DELETE_COMPLETE"), State::Absent);
        assert_eq!(State::from_status("UPDATE_FAILED"), State::UpdateFailed);
        assert_eq!(
            State::from_status("UPDATE_ROLLBACK_FAILED"),
            State::RollbackFailed
        );
        for status in [
            "UPDATE_IN_PROGRESS",
            "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS",
            "DELETE_IN_PROGRESS",
        ] {
            assert_eq!(State::from_status(status), in_progress(status));
        }
        for status in [
            "ROLLBACK_COMPLETE",
            "CREATE_FAILED",
            "ROLLBACK_FAILED",
            "DELETE_FAILED",
        ] {
            assert_eq!(State::from_status(status), delete_only(status));
        }
    }

    #[test]
    fn a_completed_rollback_is_not_a_success() {
        assert!(succeeded("UPDATE_COMPLETE"));
        assert!(!succeeded("UPDATE_ROLLBACK_COMPLETE"));
        assert!(!succeeded("ROLLBACK_COMPLETE"));
    }
}
